/* SPDX-License-Identifier: MIT */
/* starts.h -- lines to start from, for whoever writes to somebody.
 *
 * Read from a file (format "leeway starts 1") that anyone may edit. A start without a
 * text is one without a line. What is done with a line is not decided here. Plain data.
 */
#ifndef LEEWAY_STORE_STARTS_H
#define LEEWAY_STORE_STARTS_H

#include "core/error.h"
#include "store/lines.h"

enum { STARTS_MAX = 7, STARTS_ID_MAX = 32, STARTS_NAME_MAX = 48, STARTS_TEXT_MAX = 512 };

typedef struct Start {
    char id[STARTS_ID_MAX];
    char name[STARTS_NAME_MAX];
    char text[STARTS_TEXT_MAX]; /* may be empty */
} Start;

/* In the order of the file. */
typedef struct Starts {
    int32_t count;
    Start items[STARTS_MAX];
} Starts;

extern const LinesFormat starts_format;

/* Loads a file. All or nothing: on any problem *out stays as it was. */
bool starts_load(const char *path, Starts *out, Error *error);

/* Reads what was opened with starts_format, telling problems to `lines`. What is sound is
 * in *out even then. */
void starts_read(Lines *lines, Starts *out);

#endif
