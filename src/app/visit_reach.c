/* SPDX-License-Identifier: MIT */
/* Before reaching out: how the pause begins, and where it leads. */
#include "app/visit_parts.h"

#include <assert.h>

enum { CHAIR_LEAST_MS = 60000, BREATHS_MS = 60000 };

typedef enum Tile { TILE_PAUSE, TILE_WRITE, TILE_NOT_NOW } Tile;

/* Whatever the pause is, it takes as long as the breaths would; a scan has a least. */
int64_t visit_reach_length_ms(const Visit *visit, int32_t seconds)
{
    static Plan plan; /* big, and read at once */
    ReachRequest request = visit->reach.request;
    request.seconds = seconds;
    request.lead_in_ms = 0;
    const int64_t ms =
        reach_lay_out(&request, &plan) == NULL ? plan_end_ms(&plan) : CHAIR_LEAST_MS;
    const bool is_chair = visit_reach_kind(visit) == SETTINGS_PAUSE_CHAIR;
    return is_chair && ms < CHAIR_LEAST_MS ? CHAIR_LEAST_MS : ms;
}

/* What was begun leads to the page. */
static void lead_on(Visit *visit)
{
    visit->reach.is_pause = true;
    visit->message.set = VISIT_MESSAGES_REACHED;
}

void visit_begin_reach(Visit *visit, const ReachRequest *request, int64_t now_us)
{
    static Plan plan; /* big, and copied on */
    BreathPattern pattern;
    const ReachRequest begun = *request; /* it may be the one that is written to */
    const char *problem = reach_pattern(&begun, &pattern);
    if (problem == NULL)
        problem = reach_lay_out(&begun, &plan);
    assert(problem == NULL); /* whoever set the request asked before */
    visit->reach.begun = begun;
    /* What another way goes on from, and what glides. */
    visit->begun = (BreatheRequest){ .pattern = pattern,
                                     .length_ms = PRACTICE_LENGTH_DEFAULT_MS,
                                     .lead_in_ms = begun.lead_in_ms };
    visit->running = PRACTICE_REACH;
    visit->is_quiet = false;
    visit_begin_plan(visit, &plan, &pattern, now_us);
    lead_on(visit);
}

bool visit_reach_has_chair(const Visit *visit, ScanRequest *request)
{
    return visit_scan_aside(visit, "seat-and-floor", request);
}

static void begin_chair(Visit *visit, int64_t now_us)
{
    ScanRequest request;
    const bool is_there = visit_reach_has_chair(visit, &request);
    assert(is_there); /* else it is another pause */
    request.length_ms = visit_reach_length_ms(visit, visit->reach.request.seconds);
    visit_begin_aside(visit, &request, now_us);
    visit_scan_hush(visit, !visit->settings.is_sound_on);
    visit_follow_levels(visit, now_us);
}

void visit_reach_pause(Visit *visit, int64_t now_us)
{
    const ReachRequest *request = &visit->reach.request;
    switch (visit_reach_kind(visit)) {
    case SETTINGS_PAUSE_SOUND:
        visit_begin_sound(visit, visit_reach_length_ms(visit, request->seconds), now_us);
        break;
    case SETTINGS_PAUSE_CHAIR: begin_chair(visit, now_us); break;
    case SETTINGS_PAUSE_OWN: visit_pace_pause(visit, now_us); break;
    default: visit_begin_reach(visit, request, now_us); break;
    }
    lead_on(visit);
}

void visit_reach_forget(Visit *visit)
{
    visit->reach.is_pause = false;
    visit->reach.from = REACH_FROM_PRACTICE;
}

void visit_reach_again(Visit *visit, int64_t now_us)
{
    visit_begin_reach(visit, &visit->reach.begun, now_us);
}

void visit_reach_on(Visit *visit, int64_t now_us)
{
    visit_stop(visit, now_us);
    visit_write_open(visit, now_us);
}

void visit_reach_leave(Visit *visit, ReachFrom from, int64_t now_us)
{
    visit->reach.from = from;
    visit_message_begin(visit); /* there may have been no pause */
    visit->message.set = VISIT_MESSAGES_REACHED;
    visit_go(visit, SCREEN_AFTER, now_us);
}

void visit_reach_breathe(Visit *visit, int64_t now_us)
{
    BreatheRequest request = practice_breathe_default();
    request.pattern = request.from;
    request.from = (BreathPattern){ { 0 } };
    request.length_ms = BREATHS_MS;
    visit_begin_breathing(visit, &request, now_us);
    visit->message.set = VISIT_MESSAGES_REACHED;
}

void visit_reach_press(Visit *visit, int32_t tile, int64_t now_us)
{
    switch ((Tile)tile) {
    case TILE_PAUSE: visit_reach_pause(visit, now_us); break;
    case TILE_WRITE: visit_write_open(visit, now_us); break;
    case TILE_NOT_NOW: visit_reach_leave(visit, REACH_FROM_FACE, now_us); break;
    }
}
