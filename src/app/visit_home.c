/* SPDX-License-Identifier: MIT */
/* Home's row: what it says, and the choices behind each of its values. */
#include "app/visit_parts.h"

#include "core/pattern.h"

#include <stdio.h>
#include <string.h>

enum { OPTIONS_MAX = 2 * PATTERNS_MAX, MINUTE_MS = 60000, SECOND_MS = 1000 };

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

const char *visit_length_words(int64_t length_ms, char *out, size_t size)
{
    const int64_t seconds = (length_ms + SECOND_MS / 2) / SECOND_MS;
    const int64_t minutes = seconds / 60, rest = seconds % 60;
    if (rest == 0)
        snprintf(out, size, "%lld minute%s", (long long)minutes, minutes == 1 ? "" : "s");
    else if (minutes == 0)
        snprintf(out, size, "%lld seconds", (long long)rest);
    else
        snprintf(out, size, "%lld min %lld s", (long long)minutes, (long long)rest);
    return out;
}

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

static int32_t option_count(const Visit *visit, VisitValue value)
{
    PatternOption options[OPTIONS_MAX];
    switch (value) {
    case VISIT_PATTERN: return pattern_options(visit, options);
    case VISIT_LENGTH: return MINUTES_COUNT;
    default: return SOUNDS_COUNT;
    }
}

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

/* The option that holds now, or -1 when what holds was typed. */
static int32_t present_option(const Visit *visit, VisitValue value)
{
    PatternOption options[OPTIONS_MAX];
    const int32_t count = value == VISIT_PATTERN ? pattern_options(visit, options)
                                                 : option_count(visit, value);
    for (int32_t i = 0; i < count; i++) {
        if (value == VISIT_PATTERN && is_present_pattern(visit, &options[i]))
            return i;
        if (value == VISIT_LENGTH && visit->request.breaths == 0 &&
            (int64_t)minutes_offered[i] * MINUTE_MS == visit->request.length_ms)
            return i;
        if (value == VISIT_SOUND && is_present_sound(visit, &sounds_offered[i]))
            return i;
    }
    return -1;
}

static void length_label(int32_t minutes, char *out, size_t size)
{
    if (minutes == 0)
        snprintf(out, size, "no set end");
    else
        visit_length_words((int64_t)minutes * MINUTE_MS, out, size);
}

void visit_home_values(Visit *visit)
{
    char words[PATTERN_WORDS_MAX];
    const BreatheRequest *request = &visit->request;
    BreathPattern pattern, from;
    if (practice_breathe_pattern(request, &pattern, &from) != NULL)
        pattern = request->pattern;
    snprintf(visit->values[VISIT_PATTERN], VISIT_LABEL_MAX, "%s",
             pattern_words(&pattern, words));
    if (request->breaths > 0)
        snprintf(visit->values[VISIT_LENGTH], VISIT_LABEL_MAX, "%d breath%s",
                 (int)request->breaths, request->breaths == 1 ? "" : "s");
    else if (request->length_ms == 0)
        length_label(0, visit->values[VISIT_LENGTH], VISIT_LABEL_MAX);
    else
        visit_length_words(request->length_ms, visit->values[VISIT_LENGTH],
                           VISIT_LABEL_MAX);
    const int32_t sound = present_option(visit, VISIT_SOUND);
    snprintf(visit->values[VISIT_SOUND], VISIT_LABEL_MAX, "%s",
             sound >= 0 ? sounds_offered[sound].label : "sound on");
}

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

static void take_pattern(Visit *visit, const PatternOption *option)
{
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

static void take_sound(Visit *visit, const SoundOption *option, int64_t now_us)
{
    if (option->is_on) {
        visit->settings.has_marks = option->has_marks;
        snprintf(visit->settings.sound, sizeof visit->settings.sound, "%s", option->bed);
    }
    visit_set_sound(visit, option->is_on, now_us);
    visit->answer = NULL;
}

static void take_option(Visit *visit, VisitValue value, int32_t option, int64_t now_us)
{
    PatternOption options[OPTIONS_MAX];
    visit->is_choice_new = true;
    switch (value) {
    case VISIT_PATTERN:
        pattern_options(visit, options);
        take_pattern(visit, &options[option]);
        break;
    case VISIT_LENGTH:
        visit->settings.minutes = minutes_offered[option];
        visit->request.length_ms = (int64_t)minutes_offered[option] * MINUTE_MS;
        visit->request.breaths = 0;
        break;
    default: take_sound(visit, &sounds_offered[option], now_us); break;
    }
    visit_home_values(visit);
}

void visit_value_step(Visit *visit, VisitValue value, int32_t step, int64_t now_us)
{
    const int32_t count = option_count(visit, value);
    const int32_t present = present_option(visit, value);
    const int32_t next = present < 0 ? 0 : (present + step + count) % count;
    take_option(visit, value, next, now_us);
}

static void pattern_label(const Visit *visit, const PatternOption *option, char *out,
                          size_t size)
{
    char words[PATTERN_WORDS_MAX];
    const BreathPattern pattern = option_pattern(option);
    const char *name = option->named->name;
    pattern_words(&pattern, words);
    if (own_patterns_is_own(option->named) && strcmp(name, words) != 0) {
        const int length = snprintf(out, size, "%s: ", name);
        out += length, size -= (size_t)length;
    }
    if (option->is_bare && visit->settings.holds != SETTINGS_HOLDS_NEVER)
        snprintf(out, size, "%s, without the holds", words);
    else if (!option->is_bare && breath_cycle_ms(&option->named->from) > 0)
        snprintf(out, size, "%s, easing in", words);
    else
        snprintf(out, size, "%s", words);
}

static void option_label(const Visit *visit, VisitValue value, int32_t option, char *out)
{
    PatternOption options[OPTIONS_MAX];
    switch (value) {
    case VISIT_PATTERN:
        pattern_options(visit, options);
        pattern_label(visit, &options[option], out, VISIT_LABEL_MAX);
        break;
    case VISIT_LENGTH: length_label(minutes_offered[option], out, VISIT_LABEL_MAX); break;
    default: snprintf(out, VISIT_LABEL_MAX, "%s", sounds_offered[option].label); break;
    }
}

void visit_value_words(const Visit *visit, VisitValue value, char *out, size_t size)
{
    char label[VISIT_LABEL_MAX];
    const int32_t present = present_option(visit, value);
    snprintf(label, sizeof label, "%s", visit->values[value]);
    if (present >= 0)
        option_label(visit, value, present, label);
    snprintf(out, size, "%s", label);
}

/* Where holds are never wanted nothing mentions them. */
static const char *option_says(const Visit *visit, const PatternOption *option)
{
    if (!option->is_bare)
        return option->named->says;
    return visit->settings.holds == SETTINGS_HOLDS_NEVER ? "" : "In and out alone.";
}

/* The sentence about a row: what it is. */
static void option_detail(const Visit *visit, VisitValue value, int32_t option, char *out,
                          size_t size)
{
    PatternOption options[OPTIONS_MAX];
    char words[VISIT_LABEL_MAX];
    static Plan plan; /* big, and read at once */
    BreatheRequest request = visit->request;
    out[0] = '\0';
    if (value == VISIT_PATTERN) {
        pattern_options(visit, options);
        snprintf(out, size, "%s", option_says(visit, &options[option]));
    } else if (value == VISIT_LENGTH && minutes_offered[option] == 0) {
        snprintf(out, size, "Goes on until Esc.");
    } else if (value == VISIT_LENGTH) {
        request.length_ms = (int64_t)minutes_offered[option] * MINUTE_MS;
        request.breaths = 0;
        request.lead_in_ms = 0;
        request = visit_begun_request(visit, &request);
        if (practice_breathe(&request, &plan) == NULL)
            snprintf(out, size, "Whole breaths: %s.",
                     visit_length_words(plan_end_ms(&plan), words, sizeof words));
    } else {
        snprintf(out, size, "%s", sounds_offered[option].says);
    }
}

/* The rows of a page: all options where they fit, else some and a last row for more. */
static void fill_page(Visit *visit, int32_t page)
{
    VisitList *list = &visit->list;
    const int32_t total = option_count(visit, list->value);
    const int32_t rows = VISIT_ROWS - 1;
    list->page = page;
    list->has_more = total > VISIT_ROWS;
    const int32_t first = list->has_more ? page * rows : 0;
    const int32_t last = list->has_more && first + rows < total ? first + rows : total;
    list->count = 0;
    list->chosen = -1;
    const int32_t present = present_option(visit, list->value);
    for (int32_t option = first; option < last; option++) {
        if (option == present)
            list->chosen = list->count;
        list->options[list->count] = option;
        option_label(visit, list->value, option, list->labels[list->count++]);
    }
    if (list->has_more)
        snprintf(list->labels[list->count++], VISIT_LABEL_MAX, "%s",
                 last == total ? "the first ones" : "more");
}

/* The rows again, after what they show was changed by a key. */
void visit_list_refresh(Visit *visit)
{
    if (visit->screen == SCREEN_LIST)
        fill_page(visit, visit->list.page);
}

void visit_list_follow(Visit *visit)
{
    VisitList *list = &visit->list;
    if (visit->screen != SCREEN_LIST || list->value != VISIT_PATTERN)
        return;
    const int32_t pages = (option_count(visit, VISIT_PATTERN) - 1) / (VISIT_ROWS - 1);
    fill_page(visit, list->page < pages ? list->page : pages);
    visit_list_frame(visit, list->chosen >= 0 ? list->chosen : 0);
}

void visit_list_frame(Visit *visit, int32_t row)
{
    VisitList *list = &visit->list;
    visit->focus = CONTROL_CHOICE + row;
    visit->answer = NULL; /* its place is the row's now */
    list->detail[0] = '\0';
    if (!(list->has_more && row == list->count - 1))
        option_detail(visit, list->value, list->options[row], list->detail,
                      sizeof list->detail);
    visit->scroll_px = layout_scroll_to(&visit->layout, visit->focus, visit->scroll_px);
}

void visit_list_open(Visit *visit, VisitValue value, int64_t now_us)
{
    visit->list.value = value;
    const int32_t present = present_option(visit, value);
    const bool has_pages = option_count(visit, value) > VISIT_ROWS;
    fill_page(visit, has_pages && present >= 0 ? present / (VISIT_ROWS - 1) : 0);
    visit_go(visit, SCREEN_LIST, now_us);
    visit_list_frame(visit, visit->list.chosen >= 0 ? visit->list.chosen : 0);
}

void visit_list_choose(Visit *visit, int32_t row, int64_t now_us)
{
    VisitList *list = &visit->list;
    if (row < 0 || row >= list->count)
        return;
    if (list->has_more && row == list->count - 1) {
        const int32_t rows = VISIT_ROWS - 1;
        const int32_t pages = (option_count(visit, list->value) + rows - 1) / rows;
        fill_page(visit, (list->page + 1) % pages);
        visit_list_frame(visit, 0);
        return;
    }
    const VisitValue value = list->value;
    take_option(visit, value, list->options[row], now_us);
    visit_go(visit, SCREEN_HOME, now_us);
    visit->focus = CONTROL_VALUE + (int32_t)value;
}
