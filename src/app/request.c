/* SPDX-License-Identifier: MIT */
#include "app/request.h"

#include "app/own_shelf.h"
#include "app/quote.h"
#include "core/pattern.h"
#include "store/kept.h"
#include "store/nearest.h"
#include "store/patterns.h"
#include "store/voices.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MINUTES_MAX_THOUSANDTHS = 1440000,
    PACE_MIN_PERMILLE = 10,
    PACE_MAX_PERMILLE = 100000
};

/* A minute holds 60 thousandths of a second for each thousandth of a minute. */
enum { MS_PER_THOUSANDTH_MINUTE = 60 };

const char *const request_bed_names[MIX_BED_COUNT + 1] = {
    [MIX_BED_NONE] = "none",
    [MIX_BED_OCEAN] = "ocean",
    [MIX_BED_RAIN] = "rain",
    [MIX_BED_BROWN] = "brown",
};

MixBed request_bed(const char *name)
{
    for (int bed = 0; bed < MIX_BED_COUNT; bed++)
        if (strcmp(name, request_bed_names[bed]) == 0)
            return (MixBed)bed;
    return MIX_BED_OCEAN;
}

const char *const request_bell_names[MIX_BELL_OWN + 1] = {
    [MIX_BELL_BOWL] = "bowl",
    [MIX_BELL_BELL] = "bell",
    [MIX_BELL_WOOD] = "wood",
};

MixBell request_bell(const char *name)
{
    for (int bell = 0; bell < MIX_BELL_OWN; bell++)
        if (strcmp(name, request_bell_names[bell]) == 0)
            return (MixBell)bell;
    return MIX_BELL_OWN;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void tell_no_name(const char *typed, const Patterns *patterns, Error *error)
{
    const char *names[PATTERNS_MAX + 1] = { NULL };
    for (int32_t i = 0; i < patterns->count; i++)
        names[i] = patterns->items[i].id;
    char quoted[QUOTE_TEXT_MAX];
    quote_text(typed, quoted);
    const char *nearest = nearest_word(typed, names);
    if (nearest != NULL)
        error_set(error, "there is no pattern %s, %s would be right", quoted, nearest);
    else
        error_set(error,
                  "there is no pattern %s, numbers such as 4-6 or a name from "
                  "leeway list patterns would be right",
                  quoted);
}

static Status find_named(const char *typed, BreathPattern *pattern, BreathPattern *from,
                         Error *error)
{
    Patterns patterns;
    if (!own_shelf_load(&patterns, error))
        return STATUS_FAILED;
    const NamedPattern *found = patterns_find(&patterns, typed);
    if (found == NULL) {
        tell_no_name(typed, &patterns, error);
        return STATUS_USAGE;
    }
    *pattern = found->pattern;
    *from = found->from;
    return STATUS_FINE;
}

/* Numbers have no ramp of their own; a named pattern may bring one. */
static Status find_pattern(const char *typed, BreathPattern *pattern, BreathPattern *from,
                           Error *error)
{
    if (is_letter(typed[0]))
        return find_named(typed, pattern, from, error);
    const char *problem = pattern_read(typed, pattern);
    /* A name may begin with a digit: "4-in-6-out". */
    if (problem != NULL && find_named(typed, pattern, from, error) == STATUS_FINE)
        return STATUS_FINE;
    if (problem != NULL) {
        char quoted[QUOTE_TEXT_MAX];
        error_set(error, "%s is no pattern here: %s", quote_text(typed, quoted), problem);
        return STATUS_USAGE;
    }
    *from = (BreathPattern){ { 0 } };
    return STATUS_FINE;
}

static Status read_patterns(const Options *options, const char *typed,
                            BreatheRequest *request, Error *error)
{
    Status status = STATUS_FINE;
    if (typed != NULL)
        status = find_pattern(typed, &request->pattern, &request->from, error);
    const char *from = options->values[OPTION_FROM];
    BreathPattern unused;
    if (status == STATUS_FINE && from != NULL)
        status = find_pattern(from, &request->from, &unused, error);
    return status;
}

static bool read_length(const Options *options, BreatheRequest *request, Error *error)
{
    if (options->values[OPTION_MINUTES] != NULL &&
        options->values[OPTION_BREATHS] != NULL) {
        error_set(error, "--minutes and --breaths both give the length, one of them "
                         "would be right");
        return false;
    }
    int32_t minutes = PRACTICE_LENGTH_DEFAULT_MS / MS_PER_THOUSANDTH_MINUTE;
    if (!options_thousandths(options, OPTION_MINUTES, 0, MINUTES_MAX_THOUSANDTHS,
                             &minutes, error))
        return false;
    request->length_ms = (int64_t)minutes * MS_PER_THOUSANDTH_MINUTE;
    return options_whole(options, OPTION_BREATHS, 1, PRACTICE_BREATHS_MAX,
                         &request->breaths, error);
}

Settings request_kept_settings(void)
{
    FilePath path;
    Settings settings = settings_default();
    if (kept_path(KEPT_SETTINGS, &path, NULL))
        settings_load(path.text, &settings, NULL);
    return settings;
}

/* "Holds: never" is a choice of safety and holds for everything that is typed. */
static bool wants_no_holds(const Options *options)
{
    return options->values[OPTION_NO_HOLDS] != NULL ||
           request_kept_settings().holds == SETTINGS_HOLDS_NEVER;
}

bool request_pace(const Options *options, int32_t *pace_permille, Error *error)
{
    return options_thousandths(options, OPTION_PACE, PACE_MIN_PERMILLE, PACE_MAX_PERMILLE,
                               pace_permille, error);
}

Status request_breathe(const Options *options, const char *pattern,
                       BreatheRequest *request, Error *error)
{
    BreatheRequest read = practice_breathe_default();
    const Status status = read_patterns(options, pattern, &read, error);
    if (status != STATUS_FINE)
        return status;
    if (!read_length(options, &read, error) ||
        !request_pace(options, &read.pace_permille, error) ||
        !options_thousandths(options, OPTION_LEAD_IN, 0, PRACTICE_LEAD_IN_MAX_MS,
                             &read.lead_in_ms, error))
        return STATUS_USAGE;
    read.no_holds = wants_no_holds(options);

    Plan plan;
    const char *problem = practice_breathe(&read, &plan);
    if (problem != NULL) {
        error_set(error, "%s", problem);
        return STATUS_USAGE;
    }
    *request = read;
    return STATUS_FINE;
}

static bool read_voice(const Options *options, const char **voice, Error *error)
{
    Voice found;
    *voice = options->values[OPTION_VOICE];
    return *voice == NULL || voices_find(*voice, &found, error);
}

/* A name, or a file that is there. Whether it is a sound is found out where it is read.
 */
static bool read_bell(const Options *options, const char **bell, Error *error)
{
    struct stat status;
    *bell = options->values[OPTION_BELL_SOUND];
    return *bell == NULL || request_bell(*bell) != MIX_BELL_OWN ||
           (stat(*bell, &status) == 0 && S_ISREG(status.st_mode)) ||
           options_refuse(options, OPTION_BELL_SOUND, error);
}

Status request_sound(const Options *options, RequestSound *sound, Error *error)
{
    static const char *const switch_names[] = { "off", "on", NULL };
    RequestSound read = { .bed = REQUEST_NOT_GIVEN,
                          .marks = REQUEST_NOT_GIVEN,
                          .volume = REQUEST_NOT_GIVEN };
    if (!options_choice(options, OPTION_SOUND, request_bed_names, &read.bed, error) ||
        !options_choice(options, OPTION_MARKS, switch_names, &read.marks, error) ||
        !options_whole(options, OPTION_VOLUME, 0, 100, &read.volume, error) ||
        !read_voice(options, &read.voice, error) ||
        !read_bell(options, &read.bell, error))
        return STATUS_USAGE;
    *sound = read;
    return STATUS_FINE;
}
