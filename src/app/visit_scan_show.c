/* SPDX-License-Identifier: MIT */
/* The body scan while it runs: what there is to see. The caption is what is said, and
 * stays until the next words; the path goes with the place that is shown. */
#include "app/visit_parts.h"
#include "view/body.h"

#include <math.h>
#include <string.h>

enum {
    CAPTION_FADE_US = 240000,
    PLACE_LIGHT_US = PATH_LIGHT_MS * 1000,
    PLACES_FADE_US = 400000, /* places come, or are fewer from now on */
    GOES_US = 400000,        /* what stood on home, before the path comes */
    COMES_US = 600000
};

/* Also the answer, which has room where a line that stays has none. */
const char visit_scan_stays[] = "Staying here. Space goes on.";
const char visit_scan_is_as_long[] = "As long as you like. Space goes on.";

static const Session *session_of(const Visit *visit)
{
    return &visit->house.player->session;
}

/* --- the caption --- */

/* The words that began last, as far as the plan still has them; else those that were
 * noted, since finished parts are dropped. */
static void note_said(Visit *visit, int64_t at_ms)
{
    VisitScan *scan = &visit->scan;
    const Plan *plan = &session_of(visit)->plan;
    for (int32_t i = 0; i < plan->count && plan->parts[i].start_ms <= at_ms; i++) {
        if (plan->parts[i].kind != PLAN_WORDS)
            continue;
        scan->said = plan->parts[i].cue;
        scan->said_ms = plan->parts[i].start_ms;
    }
}

/* What was said before a person went elsewhere is not said any more. */
static const char *caption_of(const Visit *visit, const SessionMoment *moment)
{
    const Session *session = session_of(visit);
    const VisitScan *scan = &visit->scan;
    if (session->state == SESSION_PAUSED)
        return "Paused";
    if (moment->kind == PLAN_SETTLE)
        return "In a moment";
    if (session->state == SESSION_OVER || scan->said == PLAN_NO_CUE ||
        scan->said_ms < session->places.shown_ms)
        return "";
    return visit->house.cues->cues[scan->said].text;
}

static void show_caption(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    VisitScan *scan = &visit->scan;
    Scene *scene = &visit->scene;
    note_said(visit, (int64_t)player_ms(visit->house.player, now_us));
    const char *caption = caption_of(visit, moment);
    if (strcmp(caption, scan->caption) != 0) {
        const bool is_first = scan->caption[0] == '\0' && visit->leaving_us > 0 &&
                              now_us < visit->begun_us + VISIT_PAGE_FADE_US;
        scan->caption_before =
            scan->caption[0] != '\0' && caption[0] != '\0' ? scan->caption : NULL;
        scan->caption = caption;
        scan->caption_us = is_first ? visit->begun_us + VISIT_PAGE_FADE_US : now_us;
    }
    scene->caption = scan->caption;
    scene->caption_light = visit_ramp(visit, scan->caption_us, CAPTION_FADE_US, now_us);
    scene->caption_before = scene->caption_light < 1.0 ? scan->caption_before : NULL;
    scene->is_caption_newer = caption[0] != '\0' && scan->caption_us > visit->answer_us;
}

/* The longest text of the plan, so that nothing moves when it comes. */
static const char *longest_caption(const Visit *visit)
{
    const Plan *laid = &session_of(visit)->places.laid;
    const char *longest = "In a moment";
    for (int32_t i = 0; i < laid->count; i++) {
        const PlanPart *part = &laid->parts[i];
        const char *text = part->kind == PLAN_WORDS && part->cue != PLAN_NO_CUE
                               ? visit->house.cues->cues[part->cue].text
                               : "";
        if (strlen(text) > strlen(longest))
            longest = text;
    }
    return longest;
}

/* --- the places --- */

static int32_t region_of(const Visit *visit, int32_t cue)
{
    const char *place = cue != PLAN_NO_CUE ? visit->house.cues->cues[cue].place : NULL;
    return place != NULL ? region_find(visit->house.regions, place) : -1;
}

/* Whether a place begins there, or coming, the whole or going. */
static bool is_start(const Plan *laid, int32_t i)
{
    return i + 1 < laid->count && laid->parts[i].kind == PLAN_WORDS &&
           laid->parts[i + 1].kind == PLAN_QUIET &&
           laid->parts[i].cue == laid->parts[i + 1].cue;
}

/* The places that may come, or come again; none of those that were left out since. The
 * present one is told by its place among them, -1 before and their number behind. */
static void show_places(const Visit *visit, int32_t shown_cue, Scene *scene)
{
    const Plan *laid = &session_of(visit)->places.laid;
    scene->place = SCENE_PLACES_MAX;
    for (int32_t i = 0; i < laid->count; i++) {
        if (!is_start(laid, i))
            continue;
        const int32_t region = region_of(visit, laid->parts[i].cue);
        const bool is_before = region < 0 && scene->place_count == 0;
        if (laid->parts[i].cue == shown_cue && (region >= 0 || is_before))
            scene->place = is_before ? -1 : scene->place_count;
        if (region >= 0 && scene->place_count < SCENE_PLACES_MAX)
            scene->places[scene->place_count++] =
                visit->house.regions->items[region].name;
    }
    if (scene->place > scene->place_count)
        scene->place = scene->place_count;
}

/* The path goes to the place that is shown, unless little is to move. */
static void glide_to(Visit *visit, int32_t place, int64_t now_us)
{
    VisitScan *scan = &visit->scan;
    const double part = scan->at_length_us > 0
                            ? visit_ramp(visit, scan->at_us, scan->at_length_us, now_us)
                            : 1.0;
    const double shown = path_glide(scan->at_from, scan->at, part);
    if (place == (int32_t)scan->at) {
        visit->scene.place_at = shown;
        return;
    }
    const Path path = screen_scan_path(&visit->scene, &visit->layout);
    const double from = screen_scan_first(&path, shown);
    const double to = screen_scan_first(&path, place);
    const bool is_far = fabs(to - from) > path.count / 2;
    const bool is_still = visit->settings.movement != SETTINGS_MOVEMENT_USUAL ||
                          visit->layout.figure_px <= 0 || is_far;
    if (is_far)
        scan->count_us = now_us; /* the place is there at once, and comes softly */
    scan->at_from = is_still ? place : shown;
    scan->at = place;
    scan->at_us = now_us;
    scan->at_length_us = is_still ? 0 : (int64_t)path_glide_ms(&path, from, to) * 1000;
    visit->scene.place_at = scan->at_from;
    visit->is_moving |= scan->at_length_us > 0;
}

static void note_place(Visit *visit, int32_t cue, int64_t now_us)
{
    VisitScan *scan = &visit->scan;
    const int32_t region = region_of(visit, cue);
    const char *place = cue != PLAN_NO_CUE ? visit->house.cues->cues[cue].place : NULL;
    const uint64_t lit = place != NULL ? body_parts_of(place) : 0;
    if (region != scan->region || lit != scan->lit) {
        scan->region_before = scan->region;
        scan->lit_before = scan->lit;
        scan->region = region;
        scan->lit = lit;
        scan->region_us = now_us;
    }
    if (visit->scene.place_count != scan->count) {
        const bool is_first = scan->count < 0;
        scan->count = visit->scene.place_count;
        scan->count_us = is_first ? visit->begun_us + GOES_US : now_us;
        scan->at_from = scan->at = visit->scene.place; /* no place keeps its mark */
        scan->region_before = -1;
        scan->longest_caption = longest_caption(visit);
    }
}

/* --- all of it --- */

/* Before the first place of one that stays anyway, the line is about all of it. */
static void show_line(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    const bool is_running = session_of(visit)->state == SESSION_RUNNING;
    const bool is_open = visit_scan_is_open(visit);
    if (!is_running || !visit_scan_is_staying(visit))
        return;
    scene->press_says = "go on";
    if (visit_show_answer(visit, now_us) || (is_open && moment->kind == PLAN_SETTLE))
        return;
    scene->hint = is_open ? visit_scan_is_as_long : visit_scan_stays;
    scene->hint_light = 1.0;
}

void visit_scan_show(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    show_caption(visit, moment, now_us);
    show_places(visit, moment->place, scene);
    note_place(visit, moment->place, now_us);
    glide_to(visit, scene->place, now_us);
    scene->longest_caption = visit->scan.longest_caption;
    scene->has_words_only = figure_of_scan(visit->settings.scan_figure) == FIGURE_WORDS;
    scene->places_light =
        figure_of_scan(visit->settings.scan_figure) == FIGURE_PATH
            ? visit_ramp(visit, visit->scan.count_us, PLACES_FADE_US, now_us)
            : 0.0;
    scene->has_silences = !visit_scan_is_open(visit);
    show_line(visit, moment, now_us);
}

/* The mark of a place that is on the path, -1 for one that is not. */
static int32_t mark_of(const Visit *visit, int32_t region)
{
    const Scene *scene = &visit->scene;
    for (int32_t i = 0; i < scene->place_count && region >= 0; i++)
        if (scene->places[i] == visit->house.regions->items[region].name)
            return i;
    return -1;
}

/* What stood on home goes where it stood; then the path comes. */
static double light_of(Visit *visit, int64_t now_us, bool *is_gone)
{
    const bool had_figure = visit->leaving_us > 0;
    const int64_t comes_us = visit->begun_us + (had_figure ? GOES_US : 0);
    *is_gone = now_us >= comes_us;
    if (!*is_gone)
        return visit->glide_from.light *
               (1.0 - breath_eased(visit_ramp(visit, visit->begun_us, GOES_US, now_us)));
    const int64_t from_us =
        visit->scan.count_us > comes_us ? visit->scan.count_us : comes_us;
    return breath_eased(visit_ramp(visit, from_us, COMES_US, now_us)) *
           visit_practice_light(visit, now_us);
}

static void shape_path(const Visit *visit, double light, Figure *figure)
{
    const VisitScan *scan = &visit->scan;
    const Path path = screen_scan_path(&visit->scene, &visit->layout);
    path_show(&path, figure);
    figure->place_first = screen_scan_first(&path, visit->scene.place_at);
    figure->place = mark_of(visit, scan->region);
    figure->place_before = light < 1.0 ? mark_of(visit, scan->region_before) : -1;
}

/* All of it but what a person left out and no other place of this practice is. What is
 * sensitive is left out quietly: that leaves no gap. */
static uint64_t parts_there(const Visit *visit)
{
    const Regions *regions = visit->house.regions;
    uint64_t out = 0, in = 0;
    for (int32_t i = 0; i < regions->count; i++) {
        const Region *region = &regions->items[i];
        if (mark_of(visit, i) >= 0)
            in |= body_parts_of(region->id);
        else if (region_is_wholly(regions, i, &visit->scan.begun.out) &&
                 !region->is_sensitive)
            out |= body_parts_of(region->id);
    }
    return BODY_ALL & ~(out & ~in);
}

static void shape_body(const Visit *visit, double light, Figure *figure)
{
    const VisitScan *scan = &visit->scan;
    body_show(visit->layout.figure_px, figure);
    figure->body = parts_there(visit);
    figure->body_lit = scan->lit;
    figure->body_before = light < 1.0 ? scan->lit_before : 0;
}

void visit_scan_figure(Visit *visit, int64_t now_us, Figure *figure)
{
    bool is_gone = true;
    const double light = light_of(visit, now_us, &is_gone);
    if (!is_gone) {
        *figure = visit->glide_from;
        figure->light = light;
        return;
    }
    const double place_light =
        visit_ramp(visit, visit->scan.region_us, PLACE_LIGHT_US, now_us);
    if (figure_of_scan(visit->settings.scan_figure) == FIGURE_BODY)
        shape_body(visit, place_light, figure);
    else
        shape_path(visit, place_light, figure);
    figure->place_light = place_light;
    figure->light = light;
}
