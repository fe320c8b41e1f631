/* SPDX-License-Identifier: MIT */
/* Any practice as it was typed: body scan and sit here, breathing in request.c. */
#include "app/request.h"

#include "app/left_out.h"
#include "app/quote.h"
#include "core/pattern.h"
#include "store/names.h"
#include "store/nearest.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    MS_PER_THOUSANDTH_MINUTE = 60,
    MINUTES_MAX_THOUSANDTHS = PRACTICE_LENGTH_MAX_MS / MS_PER_THOUSANDTH_MINUTE
};

static bool read_minutes(const Options *options, int64_t *length_ms, Error *error)
{
    int32_t minutes = (int32_t)(*length_ms / MS_PER_THOUSANDTH_MINUTE);
    if (!options_thousandths(options, OPTION_MINUTES, 0, MINUTES_MAX_THOUSANDTHS,
                             &minutes, error))
        return false;
    *length_ms = (int64_t)minutes * MS_PER_THOUSANDTH_MINUTE;
    return true;
}

static bool read_lead_in(const Options *options, int32_t *lead_in_ms, Error *error)
{
    return options_thousandths(options, OPTION_LEAD_IN, 0, PRACTICE_LEAD_IN_MAX_MS,
                               lead_in_ms, error);
}

/* --- body scan --- */

static bool tell_no_route(const Regions *regions, const char *typed, Error *error)
{
    const char *known[ROUTES_MAX + 1] = { NULL };
    for (int32_t i = 0; i < regions->route_count; i++)
        known[i] = regions->routes[i].id;
    char quoted[QUOTE_TEXT_MAX];
    const char *nearest = nearest_word(typed, known);
    error_set(error, "there is no route %s, %s would be right", quote_text(typed, quoted),
              nearest != NULL ? nearest : "one from leeway list routes");
    return false;
}

static bool find_route(const Regions *regions, const char *typed, int32_t *route,
                       Error *error)
{
    for (int32_t i = 0; i < regions->route_count; i++)
        if (strcasecmp(typed, regions->routes[i].id) == 0 ||
            strcasecmp(typed, regions->routes[i].name) == 0) {
            *route = i;
            return true;
        }
    return tell_no_route(regions, typed, error);
}

/* Whether a place is called by this word and others, as "left-foot" is by "foot". */
static bool has_word(const char *id, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = id; length > 0 && (at = strstr(at, word)) != NULL; at++)
        if ((at == id || at[-1] == '-') && (at[length] == '\0' || at[length] == '-'))
            return true;
    return false;
}

/* "left-foot or right-foot"; empty where no place has the word, or too many to tell. */
static void list_places_with(const Regions *regions, const char *word,
                             char out[2 * REGION_ID_MAX + 8])
{
    const char *found[2] = { "", "" };
    int count = 0;
    for (int32_t i = 0; i < regions->count; i++)
        if (has_word(regions->items[i].id, word) && count++ < 2)
            found[count - 1] = regions->items[i].id;
    snprintf(out, 2 * REGION_ID_MAX + 8, "%s%s%s", count <= 2 ? found[0] : "",
             count == 2 ? " or " : "", count == 2 ? found[1] : "");
}

static bool tell_no_place(const Regions *regions, const char *typed, Error *error)
{
    const char *known[REGIONS_MAX + REGION_GROUPS_MAX + 1] = { NULL };
    int count = 0;
    for (int32_t i = 0; i < regions->count; i++)
        known[count++] = regions->items[i].id;
    for (int32_t i = 0; i < regions->group_count; i++)
        known[count++] = regions->groups[i];
    char quoted[QUOTE_TEXT_MAX], places[2 * REGION_ID_MAX + 8];
    list_places_with(regions, typed, places);
    const char *nearest = places[0] != '\0' ? places : nearest_word(typed, known);
    error_set(error, "there is no place %s, %s would be right", quote_text(typed, quoted),
              nearest != NULL ? nearest : "one from leeway list places");
    return false;
}

static bool check_names(const Regions *regions, const char *list, Error *error)
{
    NamesCursor cursor = { .list = list };
    for (Name name; names_next(&cursor, &name);) {
        RegionSet unused = { { 0 } };
        char typed[2 * NAMES_NAME_MAX];
        snprintf(typed, sizeof typed, "%s%s%s", name.text,
                 name.more[0] != '\0' ? " " : "", name.more);
        if (strcmp(typed, LEFT_OUT_NONE) != 0 &&
            !region_leave_out_named(regions, typed, &unused))
            return tell_no_place(regions, typed, error);
    }
    return true;
}

/* Takes what a list names out of the scan or into it: places and groups, or places by
 * their own names alone. */
static void apply_names(const Regions *regions, const char *list, bool is_out,
                        bool are_places, RegionSet *out)
{
    NamesCursor cursor = { .list = list };
    for (Name name; names_next(&cursor, &name);) {
        const int32_t region = region_find(regions, name.text);
        if (!are_places && is_out)
            region_leave_out_named(regions, name.text, out);
        else if (!are_places)
            region_remove_named(regions, name.text, out);
        else if (region >= 0 && is_out)
            region_set_add(out, region);
        else if (region >= 0)
            region_set_remove(out, region);
    }
}

/* What was typed counts more than what is remembered, a place more than its group, and
 * leaving out more than asking for. */
static bool read_left_out(const Options *options, const Regions *regions, RegionSet *out,
                          Error *error)
{
    const char *with = options->values[OPTION_WITH];
    const char *leave_out = options->values[OPTION_LEAVE_OUT];
    with = with != NULL ? with : "";
    leave_out = leave_out != NULL ? leave_out : "";
    if (!check_names(regions, with, error) || !check_names(regions, leave_out, error))
        return false;
    for (int are_places = 0; are_places <= 1; are_places++) {
        apply_names(regions, with, false, are_places, out);
        apply_names(regions, leave_out, true, are_places, out);
    }
    return true;
}

/* A route that stays at its places has no length unless one is typed. */
static bool read_scan_minutes(const Options *options, bool stays, ScanRequest *request,
                              Error *error)
{
    if (stays)
        request->length_ms = 0;
    if (!read_minutes(options, &request->length_ms, error))
        return false;
    if ((stays && request->length_ms == 0) || (request->length_ms >= SCAN_LENGTH_MIN_MS &&
                                               request->length_ms <= SCAN_LENGTH_MAX_MS))
        return true;
    error_set(error, "a body scan takes 1 to 120 minutes, --minutes 3 would be right");
    return false;
}
_Static_assert(SCAN_LENGTH_MIN_MS == 60000 && SCAN_LENGTH_MAX_MS == 120 * 60000,
               "as told above");

/* Left-out places are a choice of safety and hold for everything that is typed; the voice
 * is the one that came along, unless another was named. */
static Status read_scan(const Options *options, const char *route, PlacesShelf *shelf,
                        ScanRequest *request, Error *error)
{
    const Settings settings = request_kept_settings();
    const Regions *regions = &shelf->regions;
    const char *voice = options->values[OPTION_VOICE];
    ScanRequest read = scan_default(regions);
    read.out = left_out_of(regions, &settings);
    if ((route != NULL && !find_route(regions, route, &read.route, error)) ||
        !read_left_out(options, regions, &read.out, error) ||
        !read_scan_minutes(options, regions->routes[read.route].stays, &read, error) ||
        !read_lead_in(options, &read.lead_in_ms, error))
        return STATUS_USAGE;
    places_shelf_use_voice(shelf, voice != NULL ? voice : settings_default().voice);

    Plan plan;
    const char *problem = scan_lay_out(regions, &shelf->cues, &read, &plan);
    if (problem != NULL) {
        error_set(error, "%s", problem);
        return STATUS_USAGE;
    }
    *request = read;
    return STATUS_FINE;
}

/* --- sit --- */

static bool parse_minutes(const char *text, int32_t *ms)
{
    int32_t thousandths;
    if (!pattern_parse_seconds(text, MINUTES_MAX_THOUSANDTHS, &thousandths) ||
        thousandths == 0)
        return false;
    *ms = thousandths * MS_PER_THOUSANDTH_MINUTE;
    return true;
}

static bool parse_moments(const char *list, SitRequest *request)
{
    NamesCursor cursor = { .list = list };
    for (Name name; names_next(&cursor, &name); request->at_count++)
        if (request->at_count == SIT_BELLS_MAX || name.more[0] != '\0' ||
            !parse_minutes(name.text, &request->at_ms[request->at_count]))
            return false;
    return request->at_count > 0;
}

/* "every:5", "at:3,10,15" or "none". */
static bool read_bells(const Options *options, SitRequest *request, Error *error)
{
    static const char every[] = "every:", at[] = "at:";
    const char *text = options->values[OPTION_BELL];
    if (text == NULL || strcmp(text, "none") == 0)
        return true;
    if (strncmp(text, every, strlen(every)) == 0 &&
        parse_minutes(text + strlen(every), &request->every_ms))
        return true;
    if (strncmp(text, at, strlen(at)) == 0 && parse_moments(text + strlen(at), request))
        return true;
    return options_refuse(options, OPTION_BELL, error);
}

static Status read_sit(const Options *options, SitRequest *request, Error *error)
{
    SitRequest read = sit_default();
    if (!read_minutes(options, &read.length_ms, error) ||
        !read_bells(options, &read, error) ||
        !read_lead_in(options, &read.lead_in_ms, error))
        return STATUS_USAGE;
    Plan plan;
    const char *problem = sit_lay_out(&read, &plan);
    if (problem != NULL) {
        error_set(error, "%s", problem);
        return STATUS_USAGE;
    }
    *request = read;
    return STATUS_FINE;
}

/* --- before reaching out --- */

static bool read_seconds(const Options *options, int32_t *seconds, Error *error)
{
    static const char *const names[REACH_CHOICES + 1] = { "60", "90", "120" };
    int32_t choice = REQUEST_NOT_GIVEN;
    if (!options_choice(options, OPTION_SECONDS, names, &choice, error))
        return false;
    if (choice != REQUEST_NOT_GIVEN)
        *seconds = reach_seconds[choice];
    return true;
}

static Status read_reach(const Options *options, ReachRequest *request, Error *error)
{
    ReachRequest read = reach_default();
    BreathPattern pattern;
    if (!read_seconds(options, &read.seconds, error) ||
        !request_pace(options, &read.pace_permille, error) ||
        !read_lead_in(options, &read.lead_in_ms, error))
        return STATUS_USAGE;
    const char *problem = reach_pattern(&read, &pattern);
    if (problem != NULL) {
        error_set(error, "%s", problem);
        return STATUS_USAGE;
    }
    *request = read;
    return STATUS_FINE;
}

/* --- any --- */

static const VerbId practice_verbs[PRACTICE_KIND_COUNT] = {
    [PRACTICE_BREATHE] = VERB_BREATHE,
    [PRACTICE_SCAN] = VERB_SCAN,
    [PRACTICE_SIT] = VERB_SIT,
    [PRACTICE_REACH] = VERB_REACH,
};

const char *request_practice_name(PracticeKind kind)
{
    return verb_rows[practice_verbs[kind]].name;
}

static PracticeKind kind_of(const char *word)
{
    PracticeKind kind = PRACTICE_BREATHE;
    while (word != NULL && kind < PRACTICE_KIND_COUNT - 1 &&
           strcmp(word, request_practice_name(kind)) != 0)
        kind++;
    return kind;
}

Status request_practice(const Options *options, int32_t word, PlacesShelf **shelf,
                        PracticeRequest *request, Error *error)
{
    const char *detail = options->words[word + 1];
    request->kind = kind_of(options->words[word]);
    if (request->kind == PRACTICE_BREATHE)
        return request_breathe(options, detail, &request->breathe, error);
    if (request->kind == PRACTICE_SIT)
        return read_sit(options, &request->sit, error);
    if (request->kind == PRACTICE_REACH)
        return read_reach(options, &request->reach, error);
    *shelf = places_shelf_open(error);
    return *shelf != NULL ? read_scan(options, detail, *shelf, &request->scan, error)
                          : STATUS_FAILED;
}

void request_lay_out(const PracticeRequest *request, const PlacesShelf *shelf, Plan *plan)
{
    const char *problem = NULL;
    if (request->kind == PRACTICE_BREATHE)
        problem = practice_breathe(&request->breathe, plan);
    else if (request->kind == PRACTICE_SIT)
        problem = sit_lay_out(&request->sit, plan);
    else if (request->kind == PRACTICE_REACH)
        problem = reach_lay_out(&request->reach, plan);
    else
        problem = scan_lay_out(&shelf->regions, &shelf->cues, &request->scan, plan);
    assert(problem == NULL);
}

bool request_breath(const PracticeRequest *request, BreathPattern *pattern)
{
    BreathPattern from;
    const char *problem = NULL;
    if (request->kind == PRACTICE_BREATHE)
        problem = practice_breathe_pattern(&request->breathe, pattern, &from);
    else if (request->kind == PRACTICE_REACH)
        problem = reach_pattern(&request->reach, pattern);
    assert(problem == NULL);
    return practice_is_breathed(request->kind);
}
