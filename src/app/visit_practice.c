/* SPDX-License-Identifier: MIT */
/* The practice: how it begins, what its keys do, how it is left. */
#include "app/visit_parts.h"

#include <assert.h>
#include <stdio.h>

enum {
    LEGEND_BEGIN_US = 12000000 /* how long the legend stays at the begin */
};

static void enter_practice(Visit *visit, int64_t now_us)
{
    visit->glide_from = visit->view.figure;
    const bool was_open = visit->screen == SCREEN_HOME || visit->screen == SCREEN_PACE;
    visit->leaving_us = was_open ? now_us : 0;
    visit->leaving = visit->layout;
    visit->begun_us = visit->resumed_us = now_us;
    visit->over_us = 0;
    visit->legend_us = now_us + LEGEND_BEGIN_US;
    visit->answer = NULL;
    visit->word = "";
    visit->word_before = NULL;
    visit->word_us = now_us;
    visit_go(visit, SCREEN_PRACTICE, now_us);
}

/* The true length, before it starts. */
static void tell_length(Visit *visit, const Plan *plan)
{
    char words[VISIT_LABEL_MAX];
    const int64_t end = plan_end_ms(plan);
    const int64_t start =
        plan->parts[0].kind == PLAN_SETTLE ? plan_part_ms(&plan->parts[0]) : 0;
    visit->told_ms = start;
    if (end == INT64_MAX) {
        snprintf(visit->told, sizeof visit->told, "No set end. Esc leaves at any time.");
        return;
    }
    snprintf(visit->told, sizeof visit->told, "%s%s.",
             visit_length_words(end - start, words, sizeof words),
             visit_is_breathing(visit) ? ", in whole breaths" : "");
}

bool visit_is_breathing(const Visit *visit)
{
    return practice_is_breathed(visit->running) && !visit->is_quiet;
}

static bool is_under_way(const Visit *visit)
{
    const SessionState state = visit->house.player->session.state;
    return state == SESSION_RUNNING || state == SESSION_PAUSED;
}

bool visit_is_sound_alone(const Visit *visit)
{
    return visit->is_quiet && is_under_way(visit);
}

/* Sound alone is heard even where sound is off: it was asked for. */
static void set_levels(Visit *visit, bool is_on, int64_t now_us)
{
    MixLevels levels = visit_levels(&visit->settings);
    if (visit->is_quiet) {
        levels.is_on = is_on;
        levels.bed = levels.bed == MIX_BED_NONE ? MIX_BED_OCEAN : levels.bed;
    } else if (visit->running == PRACTICE_SCAN) {
        visit_scan_levels(visit, &levels);
    } else if (visit->running == PRACTICE_SIT) {
        visit_sit_levels(visit, &levels);
    }
    player_set_levels(visit->house.player, levels, now_us);
}

void visit_follow_levels(Visit *visit, int64_t now_us)
{
    if (is_under_way(visit))
        set_levels(visit, visit->house.player->levels.is_on, now_us);
    else
        player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
}

bool visit_practice_turns(Visit *visit, int64_t now_us)
{
    if (!is_under_way(visit) || visit->is_quiet || practice_is_breathed(visit->running))
        return false;
    visit_say(visit,
              visit->running == PRACTICE_SCAN ? visit_scan_turn(visit)
                                              : visit_sit_turn(visit),
              now_us);
    visit->is_choice_new = true;
    set_levels(visit, true, now_us);
    visit_home_values(visit);
    return true;
}

void visit_begin_plan(Visit *visit, const Plan *plan, const BreathPattern *base,
                      int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    tell_length(visit, plan);
    visit_message_begin(visit);
    visit_pace_end(visit);
    visit_reach_forget(visit);
    set_levels(visit, true, now_us);
    enter_practice(visit, now_us);
    player_begin(visit->house.player, plan, base, now_us, &events);
}

void visit_begin_breathing(Visit *visit, const BreatheRequest *request, int64_t now_us)
{
    static Plan plan; /* big, and copied on */
    BreathPattern pattern, from;
    const char *problem = practice_breathe_pattern(request, &pattern, &from);
    if (problem == NULL)
        problem = practice_breathe(request, &plan);
    assert(problem == NULL); /* whoever set the request asked before */
    visit->begun = *request;
    visit->note = NULL;
    visit->running = PRACTICE_BREATHE;
    visit->is_quiet = false;
    visit_begin_plan(visit, &plan, &pattern, now_us);
}

BreatheRequest visit_begun_request(const Visit *visit, const BreatheRequest *request)
{
    return visit->is_typed ? *request : visit_pace_eased(visit, request);
}

void visit_begin(Visit *visit, int64_t now_us)
{
    const BreatheRequest request = visit_begun_request(visit, &visit->request);
    visit_begin_breathing(visit, &request, now_us);
}

/* Sound, no breathing: nothing to follow, for as long as it lasts. */
void visit_begin_sound(Visit *visit, int64_t length_ms, int64_t now_us)
{
    Plan plan = { .count = 0 };
    const PlanPart settle = { .kind = PLAN_SETTLE,
                              .phase_ms = { PLAN_SETTLE_MS },
                              .rounds = 1,
                              .cue = PLAN_NO_CUE };
    const PlanPart quiet = { .kind = PLAN_QUIET,
                             .phase_ms = { length_ms ? (int32_t)length_ms : 1 },
                             .rounds = length_ms ? 1 : PLAN_OPEN,
                             .cue = PLAN_NO_CUE };
    const PlanPart close = { .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE };
    plan_append(&plan, settle);
    plan_append(&plan, quiet);
    plan_append(&plan, close);
    visit->quiet_ms = length_ms;
    visit->running = PRACTICE_BREATHE;
    visit->is_quiet = true;
    visit_begin_plan(visit, &plan, NULL, now_us);
}

void visit_begin_again(Visit *visit, int64_t now_us)
{
    const BreatheRequest begun = visit->begun;
    if (visit->is_quiet)
        visit_begin_sound(visit, visit->quiet_ms, now_us);
    else if (visit->running == PRACTICE_SCAN)
        visit_scan_again(visit, now_us);
    else if (visit->running == PRACTICE_SIT)
        visit_sit_again(visit, now_us);
    else if (visit->running == PRACTICE_REACH)
        visit_reach_again(visit, now_us);
    else
        visit_begin_breathing(visit, &begun, now_us);
}

static void apply(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    player_apply(visit->house.player, kind, now_us, &events);
}

/* What is seen of it stops where it is. */
static void note_stop(Visit *visit, int64_t now_us)
{
    visit->stopped_us = now_us;
    visit->light_from = visit->view.figure.light;
    visit->answer = NULL;
}

void visit_pause(Visit *visit, int64_t now_us)
{
    if (!visit_is_running(visit))
        return;
    apply(visit, SESSION_PAUSE, now_us);
    note_stop(visit, now_us);
}

void visit_go_on(Visit *visit, int64_t now_us)
{
    visit->resumed_us = now_us;
    visit->light_from = visit->view.figure.light;
    visit->answer = NULL;
    apply(visit, SESSION_GO_ON, now_us);
}

void visit_take_up(Visit *visit, int64_t now_us)
{
    if (visit->pace.is_followed) {
        visit_pace_open(visit, now_us);
        return;
    }
    set_levels(visit, true, now_us);
    enter_practice(visit, now_us);
    visit_go_on(visit, now_us);
}

void visit_stop(Visit *visit, int64_t now_us)
{
    apply(visit, SESSION_LEAVE, now_us);
    player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
    player_hush(visit->house.player);
}

void visit_leave(Visit *visit, int64_t now_us)
{
    visit_stop(visit, now_us);
    visit_go(visit, SCREEN_AFTER, now_us);
}

void visit_end(Visit *visit, int64_t now_us)
{
    if (visit->reach.is_pause)
        visit_write_open(visit, now_us);
    else
        visit_go(visit, SCREEN_AFTER, now_us);
}

void visit_other_ways(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    if (visit_is_running(visit))
        note_stop(visit, now_us);
    player_hold(visit->house.player, now_us, &events);
    visit->ways = VISIT_OTHER_WAYS;
    visit_go(visit, SCREEN_CHOICES, now_us);
}

static bool has_next_breath(const Visit *visit)
{
    const Session *session = &visit->house.player->session;
    const int64_t from_ms = session->now_ms + session->lag_ms + PLAN_AHEAD_MS;
    PlanCursor cursor = plan_cursor_from(&session->plan, from_ms);
    PlanStep step;
    while (plan_next_step(&session->plan, &cursor, &step))
        if (step.kind == PLAN_BREATH && step.phase == BREATH_IN)
            return true;
    return false;
}

/* Whether the input changed what comes. */
bool visit_changes(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    player_apply(visit->house.player, kind, now_us, &events);
    return events.count > 0 && events.items[events.count - 1].kind == SESSION_CHANGED;
}

static void ease(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    const bool is_quicker = kind == SESSION_QUICKER;
    if (visit_changes(visit, kind, now_us))
        visit_say(visit,
                  is_quicker ? "A little quicker, from the next breath."
                             : "A little slower, over the next breaths.",
                  now_us);
    else if (!has_next_breath(visit))
        visit_say(visit, "This is the last breath.", now_us);
    else
        visit_say(visit, is_quicker ? "As quick as it goes." : "As slow as it goes.",
                  now_us);
}

static void leave_holds_out(Visit *visit, int64_t now_us)
{
    if (!breath_has_holds(&visit->house.player->session.base) || visit->over_us != 0) {
        visit_other_key(visit, now_us);
        return;
    }
    visit_refuse_holds(&visit->begun); /* they do not come back with the same again */
    if (visit_changes(visit, SESSION_NO_HOLDS, now_us))
        visit_say(visit, "Holds are left out.", now_us);
    else
        visit_say(visit, "No hold is left.", now_us);
}

void visit_practice_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_ON && visit->reach.is_pause) {
        visit_reach_on(visit, now_us);
        return;
    }
    if (visit->running == PRACTICE_SCAN && visit_scan_act(visit, action, now_us))
        return;
    switch (action) {
    case ACTION_PRESS:
    case ACTION_ENTER:
        if (visit_is_running(visit))
            visit_pause(visit, now_us);
        else if (visit->over_us == 0)
            visit_go_on(visit, now_us);
        break;
    case ACTION_QUICKER:
    case ACTION_SLOWER:
        if (!visit_is_breathing(visit) || visit->over_us != 0)
            visit_other_key(visit, now_us);
        else
            ease(visit, action == ACTION_QUICKER ? SESSION_QUICKER : SESSION_SLOWER,
                 now_us);
        break;
    case ACTION_NO_HOLDS: leave_holds_out(visit, now_us); break;
    case ACTION_ANOTHER_WAY: visit_other_ways(visit, now_us); break;
    case ACTION_OUT: visit_leave(visit, now_us); break;
    default: visit_other_key(visit, now_us); break;
    }
}
