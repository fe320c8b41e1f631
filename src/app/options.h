/* SPDX-License-Identifier: MIT */
/* options.h -- what was typed, told apart into words and options.
 *
 * One table of options over getopt_long, and readers for their values. It knows how an
 * option is written, not what it is for. Every failure is one sentence that says what is
 * wrong and what would be right. Strings are borrowed from argv. Main thread: getopt_long
 * keeps its place in globals of its own. */
#ifndef LEEWAY_APP_OPTIONS_H
#define LEEWAY_APP_OPTIONS_H

#include "core/error.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum OptionId {
    OPTION_MINUTES,
    OPTION_BREATHS,
    OPTION_FROM,
    OPTION_PACE,
    OPTION_NO_HOLDS,
    OPTION_LEAD_IN,
    OPTION_LEAVE_OUT,
    OPTION_WITH,
    OPTION_SECONDS,
    OPTION_BELL,
    OPTION_BELL_SOUND,
    OPTION_VOICE,
    OPTION_SOUND,
    OPTION_MARKS,
    OPTION_VOLUME,
    OPTION_FIGURE,
    OPTION_THEME,
    OPTION_REDUCED_MOTION,
    OPTION_SIZE,
    OPTION_FULLSCREEN,
    OPTION_TEXT,
    OPTION_AT,
    OPTION_FOR,
    OPTION_SCRIPT,
    OPTION_NAME,
    OPTION_CHECK,
    OPTION_COUNTRY,
    OPTION_ALL,
    OPTION_OUTPUT,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
} OptionId;

typedef struct OptionRow {
    const char *name;     /* "minutes"; a name of one letter is typed as -o */
    const char *argument; /* "M", or NULL for a switch */
    const char *right;    /* what its value may be; NULL for a switch */
    const char *help;
    uint32_t verbs; /* 1 << VerbId for each verb that takes it */
} OptionRow;

extern const OptionRow option_rows[OPTION_COUNT];

enum { OPTIONS_WORDS_MAX = 8, OPTIONS_FLAG_MAX = 32 };

/* A zeroed one is `leeway` with nothing behind it. */
typedef struct Options {
    const char *values[OPTION_COUNT]; /* NULL: not there; "" for a switch that is */
    const char *words[OPTIONS_WORDS_MAX];
    int32_t word_count; /* how many were typed: may be more than were kept */
} Options;

/* Tells argv apart, options in any order; of a repeated option the last counts. Returns
 * false with a sentence for an option that does not exist or is not complete. */
bool options_parse(int argc, char **argv, Options *options, Error *error);

/* Readers: each leaves *out alone when the option was not given, and returns false with a
 * sentence when the value is none that it takes. Thousandths read "2.5" as 2500; a choice
 * is the index of the name in `names`, which ends with NULL; a size is width, height. */
bool options_whole(const Options *options, OptionId id, int32_t min, int32_t max,
                   int32_t *out, Error *error);
bool options_thousandths(const Options *options, OptionId id, int32_t min, int32_t max,
                         int32_t *out, Error *error);
bool options_choice(const Options *options, OptionId id, const char *const *names,
                    int32_t *out, Error *error);
bool options_size(const Options *options, int32_t min, int32_t max, int32_t out[2],
                  Error *error);

/* Says that the value of an option is none that it takes, and what would be right.
 * Returns false. */
bool options_refuse(const Options *options, OptionId id, Error *error);

/* Writes how the option is typed, "--minutes" or "-o". Returns `out`. */
const char *options_flag(OptionId id, char out[OPTIONS_FLAG_MAX]);

#endif
