/* SPDX-License-Identifier: MIT */
/* The body scan while it runs: how it begins, what is heard of it, what its keys do. */
#include "app/left_out.h"
#include "app/visit_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* --- how it begins --- */

/* A new practice: nothing was said yet, and no place was shown. */
static void forget_moment(VisitScan *scan, int64_t now_us)
{
    scan->said = PLAN_NO_CUE;
    scan->caption = "";
    scan->caption_before = scan->longest_caption = NULL;
    scan->caption_us = scan->region_us = scan->count_us = now_us;
    scan->region = scan->region_before = -1;
    scan->lit = scan->lit_before = 0;
    scan->count = -1;
    scan->at_from = scan->at = -1;
    scan->at_us = now_us;
    scan->at_length_us = 0;
}

static void begin(Visit *visit, const ScanRequest *request, bool is_hushed,
                  int64_t now_us)
{
    static Plan plan;                   /* big, and copied on */
    const ScanRequest begun = *request; /* it may be the one that is written to */
    const char *problem =
        scan_lay_out(visit->house.regions, visit->house.cues, &begun, &plan);
    assert(problem == NULL); /* whoever set the request asked before */
    visit->scan.begun = begun;
    visit->scan.is_hushed = is_hushed;
    visit->running = PRACTICE_SCAN;
    visit->is_quiet = false;
    forget_moment(&visit->scan, now_us);
    visit_begin_plan(visit, &plan, NULL, now_us);
}

void visit_begin_scan(Visit *visit, const ScanRequest *request, int64_t now_us)
{
    begin(visit, request, false, now_us);
}

static bool can_begin(const Visit *visit, const ScanRequest *request)
{
    static Plan plan; /* big, and nobody keeps it */
    return scan_lay_out(visit->house.regions, visit->house.cues, request, &plan) == NULL;
}

bool visit_scan_aside(const Visit *visit, const char *route, ScanRequest *request)
{
    const Regions *regions = visit->house.regions;
    const int32_t index = regions != NULL ? route_find(regions, route) : -1;
    if (index < 0)
        return false;
    *request = scan_default(regions);
    request->route = index;
    const Route *way = &regions->routes[index];
    request->length_ms = way->stays ? 0 : route_layout_ms(&way->layouts[0]);
    request->out = left_out_of(regions, &visit->settings);
    return can_begin(visit, request);
}

void visit_begin_aside(Visit *visit, const ScanRequest *request, int64_t now_us)
{
    const bool was_heard =
        visit->running == PRACTICE_SCAN && !visit->is_quiet && visit_scan_speaks(visit);
    begin(visit, request, !was_heard, now_us);
}

/* Where every place was left out since, home is where they can be had again. */
void visit_scan_again(Visit *visit, int64_t now_us)
{
    if (!can_begin(visit, &visit->scan.begun)) {
        visit_go(visit, SCREEN_HOME, now_us);
        visit_say(visit, "Every place is left out. Settings can undo that.", now_us);
        return;
    }
    begin(visit, &visit->scan.begun, visit->scan.is_hushed, now_us);
}

/* --- what is heard of it --- */

bool visit_scan_speaks(const Visit *visit)
{
    return visit->settings.is_voice_on && !visit->scan.is_hushed;
}

void visit_scan_hush(Visit *visit, bool is_hushed)
{
    visit->scan.is_hushed = is_hushed;
}

void visit_scan_levels(const Visit *visit, MixLevels *levels)
{
    const bool speaks = visit_scan_speaks(visit);
    levels->voice = levels->bells = speaks;
    levels->voice_less = 100 - visit->settings.voice_volume;
    levels->marks = false;
    if (!visit->settings.is_sound_on)
        levels->bed = MIX_BED_NONE;
    levels->is_on = speaks || visit->settings.is_sound_on;
}

const char *visit_scan_turn(Visit *visit)
{
    Settings *settings = &visit->settings;
    const bool is_belled = strcmp(settings->voice, VOICES_NONE) == 0;
    const bool spoke = visit_scan_speaks(visit), had_bed = settings->is_sound_on;
    settings->is_voice_on = !spoke && !had_bed;
    settings->is_sound_on = false;
    visit->scan.is_hushed = false;
    if (settings->is_voice_on)
        return is_belled ? "The bell on, softly." : "Voice on, softly.";
    if (!spoke || (had_bed && is_belled))
        return "Sound off.";
    if (had_bed)
        return "Voice and sound off.";
    return is_belled ? "The bell off." : "Voice off.";
}

/* --- keys --- */

static const Session *session_of(const Visit *visit)
{
    return &visit->house.player->session;
}

/* The id of the place that is there now, shown or not; NULL for none. */
static const char *place_now(const Visit *visit, int64_t now_us)
{
    const int32_t cue =
        session_moment(session_of(visit), player_ms(visit->house.player, now_us)).place;
    return cue != PLAN_NO_CUE ? visit->house.cues->cues[cue].place : NULL;
}

/* What the place that is shown is called. */
static const char *place_name(const Visit *visit, int64_t now_us)
{
    static const char *const others[][2] = { { "arrive", "the beginning" },
                                             { "whole", "all of it" },
                                             { "leave", "coming back" } };
    const Regions *regions = visit->house.regions;
    const char *place = place_now(visit, now_us);
    if (place == NULL)
        return NULL;
    for (int i = 0; i < 3; i++)
        if (strcmp(place, others[i][0]) == 0)
            return others[i][1];
    const int32_t region = region_find(regions, place);
    return region >= 0 ? regions->items[region].name : NULL;
}

static void say_place(Visit *visit, const char *way, const char *name, int64_t now_us)
{
    snprintf(visit->scan.says, sizeof visit->scan.says, "%s: %s.", way, name);
    visit_say(visit, visit->scan.says, now_us);
}

static void go_on(Visit *visit, int64_t now_us)
{
    if (!visit_changes(visit, SESSION_NEXT, now_us)) {
        visit_say(visit, "This is the end of it.", now_us);
        return;
    }
    const char *name = place_name(visit, now_us);
    if (name != NULL)
        say_place(visit, "Next", name, now_us);
    else
        visit_say(visit, "That was the last of it.", now_us);
}

static void go_back(Visit *visit, int64_t now_us)
{
    if (!visit_changes(visit, SESSION_BACK, now_us)) {
        visit_say(visit, "Nothing is before this.", now_us);
        return;
    }
    const char *name = place_name(visit, now_us);
    say_place(visit, "Back", name != NULL ? name : "the place before", now_us);
}

static bool is_shown_in(const Visit *visit, const RegionSet *set, int64_t now_us)
{
    const char *place = place_now(visit, now_us);
    const int32_t region = place != NULL ? region_find(visit->house.regions, place) : -1;
    return region >= 0 && region_set_has(set, region);
}

/* Leaves places out of what runs: those that are not there first, then the one that is,
 * and the one after it where that was about to begin. */
static void drop(Visit *visit, const RegionSet *out, int32_t shown, int64_t now_us)
{
    const CueTable *cues = visit->house.cues;
    for (int32_t cue = 0; cue < cues->count; cue++) {
        const char *place = cues->cues[cue].place;
        const int32_t region =
            place != NULL ? region_find(visit->house.regions, place) : -1;
        if (region >= 0 && region != shown && region_set_has(out, region))
            player_drop_place(visit->house.player, cue);
    }
    while (is_shown_in(visit, out, now_us))
        if (!visit_changes(visit, SESSION_LEAVE_OUT, now_us))
            break;
}

/* From now on, here and in every scan that comes. */
static void leave_out(Visit *visit, int64_t now_us)
{
    const Regions *regions = visit->house.regions;
    const char *place = place_now(visit, now_us);
    const int32_t region = place != NULL ? region_find(regions, place) : -1;
    if (region < 0) {
        visit_say(visit, "There is no place here to leave out.", now_us);
        return;
    }
    Settings next = visit->settings;
    if (!left_out_put(regions, region, true, &next)) {
        visit_say(visit, "No room is left to remember another place.", now_us);
        return;
    }
    RegionSet out = { { 0 } };
    region_leave_out_named(regions, place, &out);
    drop(visit, &out, region, now_us);
    visit_change(visit, &next, now_us);
    region_set_join(&visit->scan.begun.out, &out);
    snprintf(visit->scan.says, sizeof visit->scan.says,
             "Left out from now on: %s. Settings can undo that.",
             regions->items[region].name);
    visit_say(visit, visit->scan.says, now_us);
}

bool visit_scan_is_staying(const Visit *visit)
{
    const Plan *plan = &session_of(visit)->plan;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].rounds == PLAN_OPEN)
            return true;
    return false;
}

bool visit_scan_is_open(const Visit *visit)
{
    return visit->running == PRACTICE_SCAN && !visit->is_quiet &&
           visit->scan.begun.length_ms == 0;
}

/* Where every place stays by itself, going on is to the next one, once one is there. */
static void go_on_from_open(Visit *visit, int64_t now_us)
{
    const Session *session = session_of(visit);
    if (session_moment(session, player_ms(visit->house.player, now_us)).kind ==
        PLAN_SETTLE)
        visit_say(visit, "It comes by itself, in a moment.", now_us);
    else
        go_on(visit, now_us);
}

static void stay(Visit *visit, int64_t now_us)
{
    if (visit_scan_is_open(visit)) {
        go_on_from_open(visit, now_us);
    } else if (visit_scan_is_staying(visit)) {
        if (visit_changes(visit, SESSION_GO_ON, now_us))
            visit_say(visit, "On from here.", now_us);
        else
            visit_say(visit, "It stays when this has been said.", now_us);
    } else if (visit_changes(visit, SESSION_STAY, now_us)) {
        visit_say(visit, visit_scan_stays, now_us);
    } else {
        visit_say(visit, "There is nothing to stay with yet.", now_us);
    }
}

static bool has_next_silence(const Visit *visit)
{
    const Session *session = session_of(visit);
    const int64_t from_ms = session->now_ms + session->lag_ms + PLAN_AHEAD_MS;
    for (int32_t i = 0; i < session->plan.count; i++) {
        const PlanPart *part = &session->plan.parts[i];
        if (part->kind == PLAN_QUIET && part->start_ms >= from_ms &&
            part->start_ms != INT64_MAX)
            return true;
    }
    return false;
}

static void ease(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    const bool is_shorter = kind == SESSION_QUICKER;
    if (visit_scan_is_open(visit))
        visit_say(visit, "Nothing here has a length. Space goes on.", now_us);
    else if (visit_changes(visit, kind, now_us))
        visit_say(visit,
                  is_shorter ? "Shorter silences, from the next one on."
                             : "Longer silences, from the next one on.",
                  now_us);
    else if (!has_next_silence(visit))
        visit_say(visit, "This is the last silence.", now_us);
    else
        visit_say(visit, is_shorter ? "As short as they go." : "As long as they go.",
                  now_us);
}

bool visit_scan_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (visit->is_quiet || visit->over_us != 0)
        return false;
    switch (action) {
    case ACTION_PRESS:
    case ACTION_ENTER:
        if (visit_is_running(visit))
            stay(visit, now_us);
        else
            visit_go_on(visit, now_us);
        return true;
    case ACTION_ON: go_on(visit, now_us); return true;
    case ACTION_BACK: go_back(visit, now_us); return true;
    case ACTION_LEAVE_OUT: leave_out(visit, now_us); return true;
    case ACTION_QUICKER: ease(visit, SESSION_QUICKER, now_us); return true;
    case ACTION_SLOWER: ease(visit, SESSION_SLOWER, now_us); return true;
    case ACTION_NO_HOLDS: visit_other_key(visit, now_us); return true;
    default: return false;
    }
}
