/* SPDX-License-Identifier: MIT */
/* The row of breathing on home: pattern, length and sound, and what they may be. */
#include "app/home_value.h"
#include "app/visit_parts.h"

#include "core/pattern.h"
#include "view/text_bidi.h"

#include <stdio.h>
#include <string.h>

/* What is not seen, and runs from left to right: a name that does not leaves the numbers
 * behind it as they are. */
#define FROM_LEFT "\xE2\x80\x8E"

enum { OPTIONS_MAX = 2 * PATTERNS_MAX, MINUTE_MS = 60000 };

/* A pattern on offer: as it is, or without its holds. */
typedef struct PatternOption {
    const NamedPattern *named;
    bool is_bare;
} PatternOption;

static const int32_t minutes_offered[] = { 1, 3, 5, 10, 20, 30, 45, 0 };

typedef struct SoundOption {
    const char *label;
    bool is_on, has_marks;
    const char *bed;
    const char *says;
} SoundOption;

static const SoundOption sounds_offered[] = {
    { "sound off", false, true, "ocean", "Silent. The picture and the words go on." },
    { "sea and marks", true, true, "ocean",
      "A far sea that follows the breath, and a soft tone at each turn." },
    { "rain and marks", true, true, "rain",
      "A far, steady rain, and a soft tone at each turn." },
    { "low noise and marks", true, true, "brown",
      "A low, even noise, and a soft tone at each turn." },
    { "marks", true, true, "none",
      "A soft tone at each turn: one for in, a longer one for out, two for a hold." },
    { "sea", true, false, "ocean", "A far sea that follows the breath." },
    { "rain", true, false, "rain", "A far, steady rain." },
    { "low noise", true, false, "brown", "A low, even noise." },
};

enum {
    MINUTES_COUNT = sizeof minutes_offered / sizeof minutes_offered[0],
    SOUNDS_COUNT = sizeof sounds_offered / sizeof sounds_offered[0],
};

static BreathPattern option_pattern(const PatternOption *option)
{
    return option->is_bare ? breath_without_holds(&option->named->pattern)
                           : option->named->pattern;
}

/* Whether the same breath is on offer already; a ramp makes it another one. */
static bool is_offered(const PatternOption *options, int32_t count,
                       const BreathPattern *pattern)
{
    for (int32_t i = 0; i < count; i++) {
        const BreathPattern offered = option_pattern(&options[i]);
        if (breath_is_equal(&offered, pattern) &&
            (options[i].is_bare || breath_cycle_ms(&options[i].named->from) == 0))
            return true;
    }
    return false;
}

/* Every pattern on offer; those with holds also without them, and that first. */
static int32_t pattern_options(const Visit *visit, PatternOption options[OPTIONS_MAX])
{
    const Patterns *patterns = visit->house.patterns;
    const bool never = visit->settings.holds == SETTINGS_HOLDS_NEVER;
    int32_t count = 0;
    for (int32_t i = 0; i < patterns->count; i++) {
        const NamedPattern *named = &patterns->items[i];
        const BreathPattern bare = breath_without_holds(&named->pattern);
        const bool has_holds = breath_has_holds(&named->pattern);
        if (has_holds && breath_problem(&bare) == NULL &&
            !(never && is_offered(options, count, &bare)))
            options[count++] = (PatternOption){ named, true };
        if (!has_holds || !never)
            options[count++] = (PatternOption){ named, false };
    }
    return count;
}

static int32_t pattern_count(const Visit *visit)
{
    PatternOption options[OPTIONS_MAX];
    return pattern_options(visit, options);
}

static int32_t length_count(const Visit *visit)
{
    (void)visit;
    return MINUTES_COUNT;
}

int32_t home_sound_count(const Visit *visit)
{
    (void)visit;
    return SOUNDS_COUNT;
}

/* --- what holds now --- */

static bool is_present_pattern(const Visit *visit, const PatternOption *option)
{
    const BreathPattern pattern = option_pattern(option);
    return breath_is_equal(&pattern, &visit->request.pattern) &&
           breath_is_equal(&option->named->from, &visit->request.from);
}

static bool is_present_sound(const Visit *visit, const SoundOption *option)
{
    const Settings *settings = &visit->settings;
    if (!settings->is_sound_on || !option->is_on)
        return settings->is_sound_on == option->is_on;
    return settings->has_marks == option->has_marks &&
           strcmp(settings->sound, option->bed) == 0;
}

static int32_t present_pattern(const Visit *visit)
{
    PatternOption options[OPTIONS_MAX];
    const int32_t count = pattern_options(visit, options);
    for (int32_t i = 0; i < count; i++)
        if (is_present_pattern(visit, &options[i]))
            return i;
    return -1;
}

static int32_t present_length(const Visit *visit)
{
    for (int32_t i = 0; i < MINUTES_COUNT; i++)
        if (visit->request.breaths == 0 &&
            (int64_t)minutes_offered[i] * MINUTE_MS == visit->request.length_ms)
            return i;
    return -1;
}

int32_t home_sound_present(const Visit *visit)
{
    for (int32_t i = 0; i < SOUNDS_COUNT; i++)
        if (is_present_sound(visit, &sounds_offered[i]))
            return i;
    return -1;
}

static void pattern_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    char words[PATTERN_WORDS_MAX];
    const BreatheRequest *request = &visit->request;
    BreathPattern pattern, from;
    if (practice_breathe_pattern(request, &pattern, &from) != NULL)
        pattern = request->pattern;
    snprintf(out, VISIT_LABEL_MAX, "%s", pattern_words(&pattern, words));
}

static void length_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    const BreatheRequest *request = &visit->request;
    if (request->breaths > 0)
        snprintf(out, VISIT_LABEL_MAX, "%d breath%s", (int)request->breaths,
                 request->breaths == 1 ? "" : "s");
    else if (request->length_ms == 0)
        home_minutes_label(0, out);
    else
        visit_length_words(request->length_ms, out, VISIT_LABEL_MAX);
}

void home_sound_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    const int32_t sound = home_sound_present(visit);
    snprintf(out, VISIT_LABEL_MAX, "%s",
             sound >= 0 ? sounds_offered[sound].label : "sound on");
}

/* --- the request --- */

/* What is unusual about a pattern is told once, when it is chosen. */
void visit_note(Visit *visit)
{
    BreathPattern pattern, from;
    const bool is_sound =
        practice_breathe_pattern(&visit->request, &pattern, &from) == NULL;
    visit->note = is_sound ? pattern_note(&pattern) : NULL;
}

/* For this time: what is remembered stays as it was chosen. */
void visit_home_no_holds(Visit *visit)
{
    BreatheRequest *request = &visit->request;
    if (!breath_has_holds(&request->pattern) || request->no_holds)
        return;
    const BreathPattern bare = breath_without_holds(&request->pattern);
    request->pattern = breath_long_enough(&bare);
    request->from = (BreathPattern){ { 0 } };
    visit_note(visit);
    visit_home_values(visit);
}

void visit_refuse_holds(BreatheRequest *request)
{
    BreatheRequest with = *request;
    BreathPattern pattern, from;
    request->no_holds = true;
    with.no_holds = false;
    if (practice_breathe_pattern(request, &pattern, &from) == NULL ||
        practice_breathe_pattern(&with, &pattern, &from) != NULL)
        return;
    const BreathPattern bare = breath_without_holds(&pattern);
    request->pattern = breath_long_enough(&bare);
    request->from = (BreathPattern){ { 0 } };
    request->pace_permille = 0;
}

/* What was remembered, as a request; what cannot be breathed becomes the default. */
BreatheRequest visit_home_request(const Visit *visit)
{
    const Settings *settings = &visit->settings;
    const Patterns *patterns = visit->house.patterns;
    BreatheRequest request = practice_breathe_default();
    const NamedPattern *named = patterns_find(patterns, settings->pattern);
    BreathPattern typed;
    const bool is_typed = pattern_parse(settings->pattern, &typed) == NULL;
    /* Numbers are what they say, even where a name is made of others. */
    if (is_typed && (named == NULL || !breath_is_equal(&named->pattern, &typed))) {
        request.pattern = typed;
        request.from = (BreathPattern){ { 0 } };
    } else {
        named = named != NULL ? named : &patterns->items[0];
        request.pattern = named->pattern;
        request.from = named->from;
    }
    request.length_ms = (int64_t)settings->minutes * MINUTE_MS;
    if (settings->holds == SETTINGS_HOLDS_NEVER)
        visit_refuse_holds(&request);
    return request;
}

/* --- a choice is taken --- */

static void take_pattern(Visit *visit, int32_t index, int64_t now_us)
{
    PatternOption options[OPTIONS_MAX];
    (void)now_us;
    pattern_options(visit, options);
    const PatternOption *option = &options[index];
    visit->request.pattern = option_pattern(option);
    visit->request.from =
        option->is_bare ? (BreathPattern){ { 0 } } : option->named->from;
    visit->request.pace_permille = 0;
    visit->is_typed = false;
    visit->request.no_holds = visit->settings.holds == SETTINGS_HOLDS_NEVER;
    if (option->is_bare)
        pattern_text(&visit->request.pattern, visit->settings.pattern);
    else
        snprintf(visit->settings.pattern, sizeof visit->settings.pattern, "%s",
                 option->named->id);
    visit_note(visit);
}

static void take_length(Visit *visit, int32_t index, int64_t now_us)
{
    (void)now_us;
    visit->settings.minutes = minutes_offered[index];
    visit->request.length_ms = (int64_t)minutes_offered[index] * MINUTE_MS;
    visit->request.breaths = 0;
}

void home_sound_take(Visit *visit, int32_t index, int64_t now_us)
{
    const SoundOption *option = &sounds_offered[index];
    if (option->is_on) {
        visit->settings.has_marks = option->has_marks;
        snprintf(visit->settings.sound, sizeof visit->settings.sound, "%s", option->bed);
    }
    visit_set_sound(visit, option->is_on, now_us);
    visit->answer = NULL;
}

/* --- options in words --- */

static void pattern_label(const Visit *visit, int32_t index, char out[VISIT_LABEL_MAX])
{
    PatternOption options[OPTIONS_MAX];
    pattern_options(visit, options);
    const PatternOption *option = &options[index];
    size_t size = VISIT_LABEL_MAX;
    char words[PATTERN_WORDS_MAX];
    const BreathPattern pattern = option_pattern(option);
    const char *name = option->named->name;
    pattern_words(&pattern, words);
    if (own_patterns_is_own(option->named) && strcmp(name, words) != 0) {
        const char *mark = text_may_turn(name, (int32_t)strlen(name)) ? FROM_LEFT : "";
        const int length = snprintf(out, size, "%s%s%s: ", mark, name, mark);
        out += length, size -= (size_t)length;
    }
    if (option->is_bare && visit->settings.holds != SETTINGS_HOLDS_NEVER)
        snprintf(out, size, "%s, without the holds", words);
    else if (!option->is_bare && breath_cycle_ms(&option->named->from) > 0)
        snprintf(out, size, "%s, easing in", words);
    else
        snprintf(out, size, "%s", words);
}

static void length_label(const Visit *visit, int32_t index, char out[VISIT_LABEL_MAX])
{
    (void)visit;
    home_minutes_label(minutes_offered[index], out);
}

void home_sound_label(const Visit *visit, int32_t index, char out[VISIT_LABEL_MAX])
{
    (void)visit;
    snprintf(out, VISIT_LABEL_MAX, "%s", sounds_offered[index].label);
}

/* Where holds are never wanted nothing mentions them. */
static void pattern_says(const Visit *visit, int32_t index, char *out, size_t size)
{
    PatternOption options[OPTIONS_MAX];
    const bool never = visit->settings.holds == SETTINGS_HOLDS_NEVER;
    pattern_options(visit, options);
    snprintf(out, size, "%s",
             !options[index].is_bare ? options[index].named->says
             : never                 ? ""
                                     : "In and out alone.");
}

/* The true length, in whole breaths. */
static void length_says(const Visit *visit, int32_t index, char *out, size_t size)
{
    char words[VISIT_LABEL_MAX];
    static Plan plan; /* big, and read at once */
    BreatheRequest request = visit->request;
    if (minutes_offered[index] == 0) {
        snprintf(out, size, "Goes on until Esc.");
        return;
    }
    request.length_ms = (int64_t)minutes_offered[index] * MINUTE_MS;
    request.breaths = 0;
    request.lead_in_ms = 0;
    request = visit_begun_request(visit, &request);
    if (practice_breathe(&request, &plan) == NULL)
        snprintf(out, size, "Whole breaths: %s.",
                 visit_length_words(plan_end_ms(&plan), words, sizeof words));
}

void home_sound_says(const Visit *visit, int32_t index, char *out, size_t size)
{
    (void)visit;
    snprintf(out, size, "%s", sounds_offered[index].says);
}

const HomeValue home_breathe_values[SCENE_VALUES] = {
    { pattern_count, present_pattern, pattern_row, pattern_label, pattern_says,
      take_pattern },
    { length_count, present_length, length_row, length_label, length_says, take_length },
    { home_sound_count, home_sound_present, home_sound_row, home_sound_label,
      home_sound_says, home_sound_take },
};
