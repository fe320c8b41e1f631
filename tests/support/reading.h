/* SPDX-License-Identifier: MIT */
/* reading.h -- somebody reads lines aloud: a recording made for a test, with the truth.
 *
 * A script of words says what happens: "0 1 b 2 2 c 3" are lines 0, 1, 2 (twice) and 3,
 * with a breath and a cough between them. A line is said by the voice that comes along,
 * or by tones that only sound like words to a program. The same script and the same
 * reader give the same samples. */
#ifndef LEEWAY_TESTS_SUPPORT_READING_H
#define LEEWAY_TESTS_SUPPORT_READING_H

#include <stdbool.h>
#include <stdint.h>

enum { READING_RATE = 48000, READING_LINES_MAX = 32, READING_TIMES_MAX = 4 };

/* Who reads, and where. */
typedef struct Reader {
    bool is_tones;         /* else the voice that comes along */
    int32_t speed_percent; /* 100 is usual */
    int32_t pause_ms;      /* between two lines */
    int32_t noise_db;      /* below full scale; 0: none */
} Reader;

typedef struct ReadingSpan {
    int32_t from_ms, to_ms;
} ReadingSpan;

/* Close what was opened. */
typedef struct Reading {
    int16_t *samples;
    int64_t count;
    int32_t expected_ms[READING_LINES_MAX]; /* as a reader of usual speed takes */
    int32_t times[READING_LINES_MAX];
    ReadingSpan spans[READING_LINES_MAX][READING_TIMES_MAX]; /* what can be heard */
} Reading;

/* Whether the voice that comes along is there to read. */
bool reading_has_voice(void);

/* The ids of the cues that the lines are, with how many there are. */
extern const char *const reading_cues[];
extern const int32_t reading_cue_count;

/* Words of a script: a number is a line, pN that line with a long pause in it, hN its
 * first half, qN that line a little quicker and higher, b a breath, c a cough, k a knock,
 * x words that are no line. */
void reading_open(Reading *reading, const Reader *reader, const char *script);

/* A pause, and as many tones as a text has syllables; the first begins the reading. */
void reading_add_text(Reading *reading, const char *text);
void reading_close(Reading *reading);

#endif
