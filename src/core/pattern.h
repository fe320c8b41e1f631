/* SPDX-License-Identifier: MIT */
/* pattern.h -- breath patterns as people write them: "4-6", "4-7-8", "1.5+0.7-5".
 *
 * Text to pattern and back, what is wrong with a text, and what is unusual about a
 * pattern. Seconds with at most three decimals, ASCII digits, separated by '-': two are
 * in-out, three in-hold-out, four in-hold-out-hold; '+' in the first part is a topping-up
 * inhale. Strings returned are static or the caller's. */
#ifndef LEEWAY_CORE_PATTERN_H
#define LEEWAY_CORE_PATTERN_H

#include "core/breath.h"

#include <stddef.h>

/* Long enough for any pattern that pattern_parse accepts, with its NUL. */
enum { PATTERN_TEXT_MAX = 48, PATTERN_WORDS_MAX = 96 };

/* Reads a pattern. Returns NULL and fills *pattern when the text is one that can be
 * breathed, otherwise a sentence that says what is wrong and what would be right, and
 * leaves *pattern alone. Safe for any bytes up to the NUL. */
const char *pattern_parse(const char *text, BreathPattern *pattern);

/* The same without the limits of breathing, for numbers that holds and pace will change
 * before they are breathed: ask breath_problem afterwards. */
const char *pattern_read(const char *text, BreathPattern *pattern);

/* Reads one number of seconds ("5.5") into milliseconds; false when it is none, is over
 * `max_ms`, or anything follows it. */
bool pattern_parse_seconds(const char *text, int64_t max_ms, int32_t *out_ms);

/* Writes the pattern as it would be typed, "5.5-5.5". Returns `out`. */
const char *pattern_text(const BreathPattern *pattern, char out[PATTERN_TEXT_MAX]);

/* Writes the pattern in words, "4 in, 6 out" or "4 in, 7 hold, 8 out", computed from the
 * numbers. Returns `out`. */
const char *pattern_words(const BreathPattern *pattern, char out[PATTERN_WORDS_MAX]);

/* One neutral sentence about what is unusual, and which key of a practice changes that,
 * or NULL when nothing is; and the same without keys, for where these do other things. */
const char *pattern_note(const BreathPattern *pattern);
const char *pattern_unusual(const BreathPattern *pattern);

#endif
