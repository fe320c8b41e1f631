/* SPDX-License-Identifier: MIT */
/* patterns.h -- the breath patterns that have a name.
 *
 * Read from a file (format "leeway patterns 1") that anyone may edit. It holds numbers,
 * where they come from and one plain sentence; rates, lengths and notes are computed from
 * the numbers (core/breath.h, core/pattern.h) and never stored. Plain data. */
#ifndef LEEWAY_STORE_PATTERNS_H
#define LEEWAY_STORE_PATTERNS_H

#include "core/breath.h"
#include "core/error.h"
#include "store/lines.h"

#include <stdbool.h>

enum {
    PATTERNS_MAX = 64,
    PATTERNS_SHOWN = 4, /* the first ones are shown at once, the rest behind "more" */
    PATTERNS_ID_MAX = 32,
    PATTERNS_NAME_MAX = 48,
    PATTERNS_TEXT_MAX = 256
};

typedef struct NamedPattern {
    char id[PATTERNS_ID_MAX];
    char name[PATTERNS_NAME_MAX];
    BreathPattern pattern;
    BreathPattern from; /* where its ramp starts; zeroed means no ramp */
    char source[PATTERNS_TEXT_MAX];
    char says[PATTERNS_TEXT_MAX];
    char section[PATTERNS_ID_MAX]; /* of the person's own file; empty: it came along */
    bool is_only_here;             /* the disk did not take it: it lasts until the end */
} NamedPattern;

/* In the order of the file; the first is the default. */
typedef struct Patterns {
    int32_t count;
    NamedPattern items[PATTERNS_MAX];
} Patterns;

extern const LinesFormat patterns_format;

/* Loads a file. All or nothing: on any problem *out stays as it was. */
bool patterns_load(const char *path, Patterns *out, Error *error);

/* Reads what was opened with patterns_format, telling problems to `lines`. What is sound
 * is in *out even then. */
void patterns_read(Lines *lines, Patterns *out);

/* Reads one section that has to have these keys, which end with NULL; its name is not
 * looked at. False when a problem was told; *out has what was sound. */
bool patterns_read_section(Lines *lines, const LinesSection *section,
                           const char *const keys[], NamedPattern *out);

/* The pattern with this id or name, capitals or not, or NULL. */
const NamedPattern *patterns_find(const Patterns *patterns, const char *id_or_name);

#endif
