/* SPDX-License-Identifier: MIT */
#include "core/pattern.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { DECIMALS_MAX = 3, WHOLE_DIGITS_MAX = 5, FIELDS_MAX = 4, SECOND_MS = 1000 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads "5", "5.5" or ".5" at *text and moves *text behind it. */
static bool read_seconds(const char **text, int32_t *out_ms)
{
    const char *at = *text;
    int32_t whole = 0, part = 0;
    int digits = 0, decimals = 0;
    for (; is_digit(*at); at++, digits++) {
        if (digits >= WHOLE_DIGITS_MAX)
            return false;
        whole = whole * 10 + (*at - '0');
    }
    if (*at == '.') {
        for (at++; is_digit(*at); at++, decimals++) {
            if (decimals >= DECIMALS_MAX)
                return false;
            part = part * 10 + (*at - '0');
        }
        if (decimals == 0)
            return false;
    }
    if (digits + decimals == 0)
        return false;
    for (int d = decimals; d < DECIMALS_MAX; d++)
        part *= 10;
    *text = at;
    *out_ms = whole * SECOND_MS + part;
    return true;
}

bool pattern_parse_seconds(const char *text, int64_t max_ms, int32_t *out_ms)
{
    int32_t ms;
    if (!read_seconds(&text, &ms) || *text != '\0' || ms > max_ms)
        return false;
    *out_ms = ms;
    return true;
}

/* The parts of a text in the order they are written. */
typedef struct Fields {
    int32_t ms[FIELDS_MAX];
    int32_t top_up_ms;
    bool has_top_up;
    int count;
} Fields;

static const char *const not_a_pattern =
    "numbers of seconds with '-' between them make a pattern, as in 4-6 or 4-7-8";

static const char *read_fields(const char *text, Fields *fields)
{
    for (;;) {
        if (fields->count == FIELDS_MAX)
            return "a pattern has at most four parts: in-hold-out-hold";
        if (!read_seconds(&text, &fields->ms[fields->count++]))
            return not_a_pattern;
        if (*text == '+') {
            if (fields->count != 1 || fields->has_top_up)
                return "a second inhale stands once, behind the first: 1.5+0.7-5";
            text++;
            fields->has_top_up = true;
            if (!read_seconds(&text, &fields->top_up_ms))
                return not_a_pattern;
        }
        if (*text == '\0')
            return NULL;
        if (*text++ != '-')
            return not_a_pattern;
    }
}

static const char *take_fields(const Fields *fields, BreathPattern *pattern)
{
    const int32_t *ms = fields->ms;
    BreathPattern read = { { [BREATH_IN] = ms[0], [BREATH_TOP_UP] = fields->top_up_ms } };
    if (fields->count == 2) {
        read.phase_ms[BREATH_OUT] = ms[1];
    } else {
        read.phase_ms[BREATH_HOLD_FULL] = ms[1];
        read.phase_ms[BREATH_OUT] = ms[2];
        read.phase_ms[BREATH_HOLD_EMPTY] = fields->count == FIELDS_MAX ? ms[3] : 0;
    }
    if (fields->has_top_up && fields->top_up_ms == 0)
        return "the second inhale is outside 0.5 to 60 s";
    *pattern = read;
    return NULL;
}

const char *pattern_read(const char *text, BreathPattern *pattern)
{
    Fields fields = { .count = 0 };
    const char *problem = read_fields(text, &fields);
    if (problem != NULL)
        return problem;
    if (fields.count < 2)
        return "a pattern has an inhale and an exhale, as in 4-6";
    return take_fields(&fields, pattern);
}

const char *pattern_parse(const char *text, BreathPattern *pattern)
{
    BreathPattern read;
    const char *problem = pattern_read(text, &read);
    if (problem == NULL)
        problem = breath_problem(&read);
    if (problem == NULL)
        *pattern = read;
    return problem;
}

/* Seconds without trailing zeros: "4", "5.5", "0.125". */
static size_t put_seconds(char *out, size_t size, int32_t ms)
{
    int length = snprintf(out, size, "%d.%03d", ms / SECOND_MS, ms % SECOND_MS);
    assert(length > 0 && (size_t)length < size);
    while (out[length - 1] == '0')
        out[--length] = '\0';
    if (out[length - 1] == '.')
        out[--length] = '\0';
    return (size_t)length;
}

const char *pattern_text(const BreathPattern *pattern, char out[PATTERN_TEXT_MAX])
{
    const int32_t *ms = pattern->phase_ms;
    const bool has_last = ms[BREATH_HOLD_EMPTY] > 0;
    size_t at = put_seconds(out, PATTERN_TEXT_MAX, ms[BREATH_IN]);
    if (ms[BREATH_TOP_UP] > 0) {
        out[at++] = '+';
        at += put_seconds(out + at, PATTERN_TEXT_MAX - at, ms[BREATH_TOP_UP]);
    }
    if (ms[BREATH_HOLD_FULL] > 0 || has_last) {
        out[at++] = '-';
        at += put_seconds(out + at, PATTERN_TEXT_MAX - at, ms[BREATH_HOLD_FULL]);
    }
    out[at++] = '-';
    at += put_seconds(out + at, PATTERN_TEXT_MAX - at, ms[BREATH_OUT]);
    if (has_last) {
        out[at++] = '-';
        put_seconds(out + at, PATTERN_TEXT_MAX - at, ms[BREATH_HOLD_EMPTY]);
    }
    return out;
}

const char *pattern_words(const BreathPattern *pattern, char out[PATTERN_WORDS_MAX])
{
    static const char *const names[BREATH_PHASE_COUNT] = {
        [BREATH_IN] = "in",   [BREATH_TOP_UP] = "more",     [BREATH_HOLD_FULL] = "hold",
        [BREATH_OUT] = "out", [BREATH_HOLD_EMPTY] = "rest",
    };
    size_t at = 0;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++) {
        if (pattern->phase_ms[p] == 0)
            continue;
        if (at > 0)
            at += (size_t)snprintf(out + at, PATTERN_WORDS_MAX - at, ", ");
        at += put_seconds(out + at, PATTERN_WORDS_MAX - at, pattern->phase_ms[p]);
        at += (size_t)snprintf(out + at, PATTERN_WORDS_MAX - at, " %s", names[p]);
        assert(at < PATTERN_WORDS_MAX);
    }
    return out;
}

/* What may be unusual, and where keys are at hand what they do about it. */
typedef struct Unusual {
    const char *says, *says_with_keys;
} Unusual;

#define HOLDS "This one has longer holds than most"
#define SLOW "This is slower than most people breathe at rest"
#define QUICK "This is quicker than most people breathe at rest"
#define INHALE "The inhale is longer than in most patterns; a small one is enough."
#define EXHALE "The exhale is long beside the inhale; it can be a quiet one."

/* The soft limits; each sentence stands for one of them. */
static Unusual unusual(const BreathPattern *pattern)
{
    const int32_t *ms = pattern->phase_ms;
    const int32_t inhale = ms[BREATH_IN] + ms[BREATH_TOP_UP];
    const int32_t cycle = breath_cycle_ms(pattern);
    if (ms[BREATH_HOLD_FULL] > 4000 || ms[BREATH_HOLD_EMPTY] > 2000)
        return (Unusual){ HOLDS ".", HOLDS "; N leaves them out." };
    if (cycle > 13000)
        return (Unusual){ SLOW ".", SLOW "; the up arrow makes it quicker." };
    if (cycle < 5000)
        return (Unusual){ QUICK ".", QUICK "; the down arrow makes it slower." };
    if (inhale > 6000)
        return (Unusual){ INHALE, INHALE };
    if (ms[BREATH_OUT] > 8000 || ms[BREATH_OUT] > 2 * inhale)
        return (Unusual){ EXHALE, EXHALE };
    return (Unusual){ NULL, NULL };
}

const char *pattern_note(const BreathPattern *pattern)
{
    return unusual(pattern).says_with_keys;
}

const char *pattern_unusual(const BreathPattern *pattern)
{
    return unusual(pattern).says;
}
