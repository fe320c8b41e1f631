/* SPDX-License-Identifier: MIT */
/* helplines.h -- people who can be reached by phone, text or chat, country by country.
 *
 * Read from a table (tabs between the columns, "#" for comments) that anyone may edit.
 * One reading finds everything that is wrong, with line and column, counted in letters
 * from 1. Whether a row is old is told from a day that is handed in: there is no clock
 * here, and nothing is dialled or looked up. Survives any bytes. Plain data. */
#ifndef LEEWAY_STORE_HELPLINES_H
#define LEEWAY_STORE_HELPLINES_H

#include "core/error.h"
#include "store/countries.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    HELPLINES_MAX = 256,
    HELPLINES_LANGUAGES_MAX = 6,
    /* Bytes, with the NUL: as much as there is room for in a narrow window. */
    HELPLINES_NAME_MAX = 64,
    HELPLINES_NUMBER_MAX = 40,
    HELPLINES_WHEN_MAX = 64,
    HELPLINES_SCOPE_MAX = 160,
    HELPLINES_SOURCE_MAX = 160,
    HELPLINES_PROBLEMS_MAX = 64, /* more are counted, not kept */
    HELPLINES_SENTENCE_MAX = 192,
    HELPLINES_REPORT_MAX = 1024,
    HELPLINES_OLD_DAYS = 180 /* more than these, and a row says so more clearly */
};

typedef enum HelplineChannel {
    HELPLINE_CALL,
    HELPLINE_TEXT,
    HELPLINE_CHAT,
    HELPLINE_WHATSAPP,
    HELPLINE_EMERGENCY, /* the number of a country for immediate danger */
    HELPLINE_CHANNEL_COUNT
} HelplineChannel;

extern const char *const helpline_channels[HELPLINE_CHANNEL_COUNT + 1]; /* NULL ends it */

/* As far as it is known: 0 for what is not. Without a year nothing is. */
typedef struct HelplineDate {
    int32_t year, month, day;
} HelplineDate;

/* One way to reach one service. What is not known is "". */
typedef struct Helpline {
    char country[COUNTRIES_CODE_MAX];
    char languages[HELPLINES_LANGUAGES_MAX][COUNTRIES_CODE_MAX];
    int32_t language_count;
    HelplineChannel channel;
    HelplineDate date; /* of the day on which it was checked, or of its source */
    char name[HELPLINES_NAME_MAX];
    char number[HELPLINES_NUMBER_MAX];
    char hours[HELPLINES_WHEN_MAX];
    char cost[HELPLINES_WHEN_MAX];
    char scope[HELPLINES_SCOPE_MAX]; /* for whom, where, and what is known of a call */
    char source[HELPLINES_SOURCE_MAX];
    char checked_by[HELPLINES_SOURCE_MAX];
} Helpline;

typedef struct HelplinesProblem {
    int32_t line;
    int32_t column;
    char sentence[HELPLINES_SENTENCE_MAX];
} HelplinesProblem;

/* The rows that are sound, in the order of the file, and what is wrong with the others.
 * Big: not for the stack. */
typedef struct Helplines {
    int32_t count;
    Helpline items[HELPLINES_MAX];
    int32_t problem_count; /* may be more than are kept */
    HelplinesProblem problems[HELPLINES_PROBLEMS_MAX];
} Helplines;

/* Reads `size` bytes. */
void helplines_read(const char *bytes, size_t size, Helplines *out);

/* The same for a file. False with a sentence when it could not be read or something in it
 * was not understood; the rows that are sound are in *out even then. */
bool helplines_load(const char *path, Helplines *out, Error *error);

/* Writes a problem as people read it, "file:line:column: sentence". Returns `out`. */
const char *helplines_report(const Helplines *lines, const char *file, int32_t problem,
                             char out[HELPLINES_REPORT_MAX]);

/* The first day that a date may mean, in days of the calendar since the beginning of the
 * year 1; -1 where it is not known. */
int64_t helpline_date_day(const HelplineDate *date);

/* Whether a row was checked more than HELPLINES_OLD_DAYS before `today`, or nobody knows
 * when. */
bool helpline_is_old(const Helpline *line, int64_t today);

/* How many rows are. */
int32_t helplines_old_count(const Helplines *lines, int64_t today);

#endif
