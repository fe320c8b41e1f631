/* SPDX-License-Identifier: MIT */
/* Words that the person chose to have, or not: how much is left, the word at a turn; and
 * those that window and terminal share. */
#include "app/visit_parts.h"

#include <math.h>
#include <stdio.h>

enum {
    MINUTE_MS = 60000,
    ABOUT_MS = 10000, /* so little over a minute does not count as another */
    FIRST_BREATHS = 3
};

const char visit_other_ways_says[] =
    "Feeling worse during a practice is a known reaction. It says nothing about you. "
    "Ordinary breathing is enough.";

double visit_left_ms(const Visit *visit, int64_t now_us)
{
    const Player *player = visit->house.player;
    const Plan *plan = &player->session.plan;
    const double at_ms = player_ms(player, now_us);
    const PlanStep step = plan_step_at(plan, (int64_t)at_ms);
    const double from_ms =
        step.kind == PLAN_SETTLE ? (double)(step.start_ms + step.length_ms) : at_ms;
    return fmax((double)plan_end_ms(plan) - from_ms, 0.0);
}

const char *visit_time_left(Visit *visit, int64_t now_us)
{
    const Player *player = visit->house.player;
    if (!visit->settings.has_time_left)
        return NULL;
    if (plan_end_ms(&player->session.plan) == INT64_MAX) /* staying, its place stays */
        return visit->running == PRACTICE_SCAN ? "" : NULL;
    const double left = visit_left_ms(visit, now_us);
    if (left < MINUTE_MS)
        return "less than a minute left";
    const int minutes = (int)ceil((left - ABOUT_MS) / MINUTE_MS);
    snprintf(visit->time_left, sizeof visit->time_left, "about %d minute%s left", minutes,
             minutes == 1 ? "" : "s");
    return visit->time_left;
}

bool visit_tells_turns(const Visit *visit)
{
    const SettingsTurnWords words = visit->settings.turn_words;
    return visit_figure_kind(visit) == FIGURE_WORDS || words == SETTINGS_WORDS_ALWAYS ||
           (words == SETTINGS_WORDS_FIRST &&
            visit->house.player->session.breaths <= FIRST_BREATHS);
}
