/* SPDX-License-Identifier: MIT */
/* The body scan's face of home: route, length and voice, and what they come to. */
#include "app/home_value.h"
#include "app/left_out.h"
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

#define NO_BREAK "\u00a0"

enum { MINUTE_MS = 60000, LONG_PARTS = 2 /* times what a route was made for */ };

static const int32_t minutes_offered[] = { 1, 2, 3, 5, 7, 10, 15, 20, 30, 45 };

enum { MINUTES_COUNT = sizeof minutes_offered / sizeof minutes_offered[0] };

/* --- the request --- */

ScanRequest visit_scan_request(const Visit *visit)
{
    const Regions *regions = visit->house.regions;
    const Settings *settings = &visit->settings;
    ScanRequest request = { 0 };
    if (regions == NULL)
        return request;
    request = scan_default(regions);
    const int32_t route = route_find(regions, settings->route);
    if (route >= 0 && !regions->routes[route].is_aside)
        request.route = route;
    request.length_ms = (int64_t)settings->scan_minutes * MINUTE_MS;
    request.out = left_out_of(regions, settings);
    return request;
}

void visit_take_scan(Visit *visit, const ScanRequest *request)
{
    visit->face = PRACTICE_SCAN;
    visit->scan.request = *request;
    visit->scan.is_typed = true;
    visit_home_values(visit);
}

/* What was typed for this start stays, but for the places that changed. */
static void follow_places(Visit *visit, const Settings *before)
{
    const Regions *regions = visit->house.regions;
    RegionSet *out = &visit->scan.request.out;
    const RegionSet was = left_out_of(regions, before);
    const RegionSet now = left_out_of(regions, &visit->settings);
    for (int32_t i = 0; i < regions->count; i++) {
        if (region_set_has(&was, i) == region_set_has(&now, i))
            continue;
        if (region_set_has(&now, i))
            region_set_add(out, i);
        else
            region_set_remove(out, i);
    }
}

void visit_scan_follow(Visit *visit, const Settings *before)
{
    const Settings *now = &visit->settings;
    if (visit->house.regions == NULL)
        return;
    const ScanRequest wished = visit_scan_request(visit);
    if (strcmp(now->route, before->route) != 0)
        visit->scan.request.route = wished.route;
    if (now->scan_minutes != before->scan_minutes)
        visit->scan.request.length_ms = wished.length_ms;
    follow_places(visit, before);
}

/* --- the route --- */

/* The route at a place among those on offer, -1 for none. */
static int32_t route_at(const Visit *visit, int32_t option)
{
    const Regions *regions = visit->house.regions;
    for (int32_t i = 0; i < regions->route_count; i++)
        if (!regions->routes[i].is_aside && option-- == 0)
            return i;
    return -1;
}

static int32_t route_count(const Visit *visit)
{
    int32_t count = 0;
    while (route_at(visit, count) >= 0)
        count++;
    return count;
}

static int32_t present_route(const Visit *visit)
{
    int32_t option = 0;
    while (route_at(visit, option) >= 0)
        if (route_at(visit, option++) == visit->scan.request.route)
            return option - 1;
    return -1;
}

static void route_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    const Regions *regions = visit->house.regions;
    snprintf(out, VISIT_LABEL_MAX, "%s", regions->routes[visit->scan.request.route].name);
}

static void route_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    const Regions *regions = visit->house.regions;
    snprintf(out, VISIT_LABEL_MAX, "%s", regions->routes[route_at(visit, option)].name);
}

static void route_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    const Regions *regions = visit->house.regions;
    snprintf(out, size, "%s", regions->routes[route_at(visit, option)].says);
}

static void take_route(Visit *visit, int32_t option, int64_t now_us)
{
    (void)now_us;
    visit->scan.request.route = route_at(visit, option);
    snprintf(visit->settings.route, sizeof visit->settings.route, "%s",
             visit->house.regions->routes[visit->scan.request.route].id);
}

/* --- what it comes to --- */

static const char *places_word(int32_t count)
{
    return count == 1 ? "place" : "places";
}

/* "two minutes"; an odd length as it is told everywhere. */
static const char *length_in_words(int64_t length_ms, char out[VISIT_LABEL_MAX])
{
    char number[VISIT_LABEL_MAX];
    const int32_t minutes = (int32_t)(length_ms / MINUTE_MS);
    if (length_ms % MINUTE_MS != 0)
        return visit_length_words(length_ms, out, VISIT_LABEL_MAX);
    snprintf(out, VISIT_LABEL_MAX, "%s minute%s", home_number(minutes, number),
             minutes == 1 ? "" : "s");
    return out;
}

/* Whether there is much more time than the route was made for. */
static bool is_stretched(const Visit *visit, const ScanRequest *request)
{
    const Route *route = &visit->house.regions->routes[request->route];
    const RouteLayout *layout = route_layout_for(route, request->length_ms);
    return request->length_ms >= LONG_PARTS * route_layout_ms(layout);
}

/* How many places there are, and what is to be known beside that. */
static void preview_says(const Visit *visit, const ScanRequest *request,
                         const ScanPreview *preview, char *out, size_t size)
{
    char count[VISIT_LABEL_MAX], other[VISIT_LABEL_MAX], length[VISIT_LABEL_MAX];
    home_number_begins(preview->count, count);
    if (preview->dropped > 0) {
        const int32_t all = preview->count + preview->dropped;
        snprintf(out, size, "%s %s would not fit into %s: %s.",
                 home_number_begins(all, other), places_word(all),
                 length_in_words(request->length_ms, length),
                 home_number(preview->count, count));
    } else if (preview->left_out > 0) {
        snprintf(out, size, "%s %s; %s %s left out.", count, places_word(preview->count),
                 home_number(preview->left_out, other),
                 preview->left_out == 1 ? "is" : "are");
    } else if (is_stretched(visit, request)) {
        snprintf(out, size, "%s %s, %s.", count, places_word(preview->count),
                 preview->longest_quiet_ms > SCAN_QUIET_MAX_MS ? "long silences"
                                                               : "more time for each");
    } else {
        snprintf(out, size, "%s %s.", count, places_word(preview->count));
    }
}

/* Whether the preview says more than how many they are. */
static bool is_worth_a_note(const Visit *visit, const ScanPreview *preview)
{
    return preview->dropped > 0 || preview->left_out > 0 ||
           is_stretched(visit, &visit->scan.request);
}

/* A name is not broken, and its dot stays with it. */
static size_t add_name(char *out, size_t size, const char *name, bool is_last)
{
    size_t at = 0;
    for (; *name != '\0' && at + 8 < size; name++)
        at +=
            (size_t)snprintf(out + at, size - at, *name == ' ' ? NO_BREAK : "%c", *name);
    if (!is_last)
        at += (size_t)snprintf(out + at, size - at, NO_BREAK "· ");
    return at;
}

static void join_places(Visit *visit)
{
    VisitHome *home = &visit->home;
    const Regions *regions = visit->house.regions;
    size_t at = 0;
    home->all_places[0] = '\0';
    for (int32_t i = 0; i < home->scan.count; i++)
        at += add_name(home->all_places + at, sizeof home->all_places - at,
                       regions->items[home->scan.regions[i]].name,
                       i == home->scan.count - 1);
    if (home->scan.count == 0)
        snprintf(home->place_count, sizeof home->place_count, "no places");
    else
        snprintf(home->place_count, sizeof home->place_count, "%d %s",
                 (int)home->scan.count, places_word(home->scan.count));
}

/* The plan is asked for in order to know whether it can begin. */
static const char *plan_problem(const Visit *visit, const ScanRequest *request)
{
    static Plan plan; /* big, and nobody keeps it */
    return scan_lay_out(visit->house.regions, visit->house.cues, request, &plan);
}

static void look_ahead(Visit *visit)
{
    VisitHome *home = &visit->home;
    const ScanRequest *request = &visit->scan.request;
    home->scan = (ScanPreview){ .count = 0 };
    home->note[0] = '\0';
    home->problem = plan_problem(visit, request);
    if (home->problem != NULL) {
        visit_sentence(home->problem, home->note, sizeof home->note);
    } else {
        home->scan = scan_preview(visit->house.regions, visit->house.cues, request);
        if (is_worth_a_note(visit, &home->scan))
            preview_says(visit, request, &home->scan, home->note, sizeof home->note);
    }
    join_places(visit);
}

/* --- the length --- */

static int32_t length_count(const Visit *visit)
{
    (void)visit;
    return MINUTES_COUNT;
}

static int32_t present_length(const Visit *visit)
{
    for (int32_t i = 0; i < MINUTES_COUNT; i++)
        if ((int64_t)minutes_offered[i] * MINUTE_MS == visit->scan.request.length_ms)
            return i;
    return -1;
}

static void length_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    if (visit->scan.request.length_ms == 0)
        home_minutes_label(0, out);
    else
        visit_length_words(visit->scan.request.length_ms, out, VISIT_LABEL_MAX);
}

static void length_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    (void)visit;
    home_minutes_label(minutes_offered[option], out);
}

static void length_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    ScanRequest request = visit->scan.request;
    request.length_ms = (int64_t)minutes_offered[option] * MINUTE_MS;
    const char *problem = plan_problem(visit, &request);
    if (problem != NULL) {
        visit_sentence(problem, out, size);
        return;
    }
    const ScanPreview preview =
        scan_preview(visit->house.regions, visit->house.cues, &request);
    preview_says(visit, &request, &preview, out, size);
}

static void take_length(Visit *visit, int32_t option, int64_t now_us)
{
    (void)now_us;
    visit->settings.scan_minutes = minutes_offered[option];
    visit->scan.request.length_ms = (int64_t)minutes_offered[option] * MINUTE_MS;
}

/* --- the voice --- */

static int32_t voice_count(const Visit *visit)
{
    return visit->house.voice_count + 2; /* none, and off */
}

static bool is_none(const Visit *visit, int32_t option)
{
    return option == visit->house.voice_count;
}

static int32_t present_voice(const Visit *visit)
{
    const Settings *settings = &visit->settings;
    if (!settings->is_voice_on)
        return visit->house.voice_count + 1;
    if (strcmp(settings->voice, VOICES_NONE) == 0)
        return visit->house.voice_count;
    for (int32_t i = 0; i < visit->house.voice_count; i++)
        if (strcmp(settings->voice, visit->house.voices[i].name) == 0)
            return i;
    return -1;
}

/* A folder that was named is no entry of the list; a name that is not there is nobody. */
static bool is_spoken(const Visit *visit)
{
    const int32_t present = present_voice(visit);
    return present < 0 ? strchr(visit->settings.voice, '/') != NULL
                       : present < visit->house.voice_count;
}

static void voice_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    snprintf(out, VISIT_LABEL_MAX, "%s",
             !visit->settings.is_voice_on ? "voice off"
             : is_spoken(visit)           ? "voice on, softly"
                                          : "a soft bell, no voice");
}

static void voice_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    if (option > visit->house.voice_count) {
        snprintf(out, VISIT_LABEL_MAX, "voice off");
    } else if (is_none(visit, option)) {
        snprintf(out, VISIT_LABEL_MAX, "captions and a soft bell");
    } else {
        const Voice *voice = &visit->house.voices[option];
        const char *title = voice->title[0] != '\0' ? voice->title : voice->name;
        snprintf(out, VISIT_LABEL_MAX, "%.120s",
                 voice->is_own ? title : "the voice that came along, synthetic");
    }
}

static void voice_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    const char *says = "A voice that was added. Its words stand on the screen as well.";
    if (option > visit->house.voice_count)
        says = "Silent. The words stand on the screen.";
    else if (is_none(visit, option))
        says = "The words stand on the screen, and a soft bell comes with each.";
    else if (!visit->house.voices[option].is_own)
        says = "Made by a program. Its words stand on the screen as well.";
    snprintf(out, size, "%s", says);
}

static void take_voice(Visit *visit, int32_t option, int64_t now_us)
{
    Settings *settings = &visit->settings;
    settings->is_voice_on = option <= visit->house.voice_count;
    if (is_none(visit, option))
        snprintf(settings->voice, sizeof settings->voice, "%s", VOICES_NONE);
    else if (settings->is_voice_on)
        snprintf(settings->voice, sizeof settings->voice, "%s",
                 visit->house.voices[option].name);
    visit_follow_levels(visit, now_us);
}

/* --- the row, and what stands above it --- */

/* The row is told anew after each choice, so the preview is as well. */
void visit_scan_look(Visit *visit)
{
    if (visit->house.regions != NULL)
        look_ahead(visit);
}

const HomeValue home_scan_values[SCENE_VALUES] = {
    { route_count, present_route, route_row, route_label, route_says, take_route },
    { length_count, present_length, length_row, length_label, length_says, take_length },
    { voice_count, present_voice, voice_row, voice_label, voice_says, take_voice },
};
