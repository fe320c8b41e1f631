/* SPDX-License-Identifier: MIT */
/* Sitting while it lasts: a still ring, and bells, which are seen as well as heard. */
#include "app/visit_parts.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* As slow as the bell itself, so that nothing flashes. */
enum { BELL_COMES_MS = 800, BELL_GOES_MS = 4000, BELL_ENDS_US = 200000 };

void visit_begin_sit(Visit *visit, const SitRequest *request, int64_t now_us)
{
    static Plan plan;                  /* big, and copied on */
    const SitRequest begun = *request; /* it may be the one that is written to */
    const char *problem = sit_lay_out(&begun, &plan);
    assert(problem == NULL); /* whoever set the request asked before */
    visit->sit.begun = begun;
    visit->running = PRACTICE_SIT;
    visit->is_quiet = false;
    visit_begin_plan(visit, &plan, NULL, now_us);
    if (begun.goes_on && begun.length_ms > 0) {
        char words[VISIT_LABEL_MAX];
        snprintf(visit->told, sizeof visit->told, "%s, and on until Esc.",
                 visit_length_words(begun.length_ms, words, sizeof words));
    }
}

void visit_sit_again(Visit *visit, int64_t now_us)
{
    visit_begin_sit(visit, &visit->sit.begun, now_us);
}

/* What lies under the silence belongs to the bells: it was asked for with them. */
void visit_sit_levels(const Visit *visit, MixLevels *levels)
{
    const Settings *settings = &visit->settings;
    levels->is_on = levels->bells = settings->has_bells;
    levels->bell = visit_bell(settings);
    levels->bed = request_bed(settings->sit_bed);
    levels->marks = levels->voice = false;
}

const char *visit_sit_turn(Visit *visit)
{
    Settings *settings = &visit->settings;
    const bool has_bed = request_bed(settings->sit_bed) != MIX_BED_NONE;
    settings->has_bells = !settings->has_bells;
    if (settings->has_bells)
        return has_bed ? "Sound on, softly." : "Bells on, softly.";
    return has_bed ? "Sound off." : "Bells off.";
}

/* When the last bell up to now_ms began, or -1. */
static int64_t last_bell_ms(const Plan *plan, double now_ms)
{
    int64_t last_ms = -1;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_BELL && (double)plan->parts[i].start_ms <= now_ms)
            last_ms = plan->parts[i].start_ms;
    return last_ms;
}

static double bell_light(double into_ms)
{
    if (into_ms < BELL_COMES_MS)
        return breath_eased(into_ms / BELL_COMES_MS);
    return 1.0 - breath_eased(fmin((into_ms - BELL_COMES_MS) / BELL_GOES_MS, 1.0));
}

double visit_sit_light(Visit *visit, int64_t now_us)
{
    const Session *session = &visit->house.player->session;
    const double now_ms = player_ms(visit->house.player, now_us);
    const int64_t bell_ms = last_bell_ms(&session->plan, now_ms);
    const double light = bell_ms >= 0 ? bell_light(now_ms - (double)bell_ms) : 0.0;
    if (session->state == SESSION_PAUSED)
        return light * (1.0 - visit_ramp(visit, visit->stopped_us, BELL_ENDS_US, now_us));
    visit->is_moving |= light > 0 && session->state == SESSION_RUNNING;
    return light;
}
