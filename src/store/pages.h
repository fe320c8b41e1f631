/* SPDX-License-Identifier: MIT */
/* pages.h -- the longer texts of the program, paragraph by paragraph.
 *
 * Read from a file (format "leeway pages 1") that anyone may edit: what stands on a page
 * of words alone, in its order. Short answers to keys are not here. Plain data. */
#ifndef LEEWAY_STORE_PAGES_H
#define LEEWAY_STORE_PAGES_H

#include "core/error.h"
#include "store/lines.h"

#include <stdbool.h>
#include <stdint.h>

/* A text has as many letters as have room in a narrow window with large text. */
enum {
    PAGES_MAX = 48,
    PAGES_ON_ONE_MAX = 24,
    PAGES_LETTERS_MAX = 200,
    PAGES_TEXT_MAX = 256
};

typedef enum PageId {
    PAGE_PEOPLE_FIRST, /* people to call: above the numbers … */
    PAGE_PEOPLE,       /* … and below them */
    PAGE_ABOUT,        /* what this is and is not */
    PAGE_COUNT
} PageId;

typedef struct PageText {
    PageId page;
    char title[PAGES_TEXT_MAX]; /* above it; may be "" */
    char text[PAGES_TEXT_MAX];
} PageText;

typedef struct Pages {
    int32_t count;
    PageText items[PAGES_MAX];
} Pages;

extern const LinesFormat pages_format;
extern const char *const pages_names[PAGE_COUNT + 1]; /* NULL ends it */

/* Loads a file. All or nothing: on any problem *out stays as it was. */
bool pages_load(const char *path, Pages *out, Error *error);

/* Reads what was opened with pages_format, telling problems to `lines`. What is sound is
 * in *out even then. */
void pages_read(Lines *lines, Pages *out);

#endif
