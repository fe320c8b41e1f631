/* SPDX-License-Identifier: MIT */
/* cues.h -- every sentence that can be spoken, by its id.
 *
 * Read from a file (format "leeway cues 1") that anyone may edit: a section for each cue,
 * named by its id ("scan.hands.1"), with its text. A cue that leads to a place says so by
 * its id: scan.PLACE.N. How long it takes is its reading time until a voice is known.
 * Plain data. */
#ifndef LEEWAY_STORE_CUES_H
#define LEEWAY_STORE_CUES_H

#include "core/error.h"
#include "core/plan.h"
#include "store/lines.h"

enum {
    CUES_MAX = 256,
    CUES_ID_MAX = 48,
    CUES_TEXT_MAX = 256,
    CUES_READING_MIN_MS = 4000, /* at least so long a caption stands … */
    CUES_READING_WORD_MS = 400, /* … and so long for each of its words … */
    CUES_READING_MORE_MS = 2000 /* … with this beside */
};

/* Big; its table points into it, so it is not copied once it is loaded. */
typedef struct CueBook {
    int32_t count;
    Cue cues[CUES_MAX];
    char ids[CUES_MAX][CUES_ID_MAX];
    char texts[CUES_MAX][CUES_TEXT_MAX];
    char places[CUES_MAX][CUES_ID_MAX]; /* empty for none */
} CueBook;

extern const LinesFormat cues_format;

/* Loads a file. All or nothing: on any problem *book stays as it was. */
bool cues_load(const char *path, CueBook *book, Error *error);

/* Reads what was opened with cues_format, telling problems to `lines`. What is sound is
 * in *out even then. */
void cues_read(Lines *lines, CueBook *out);

/* The index of a cue, PLAN_NO_CUE for none. */
int32_t cues_find(const CueBook *book, const char *id);

/* The cues as the core reads them, with the lengths that hold now. */
CueTable cues_table(const CueBook *book);

/* How long a text is shown where nobody speaks it. */
int32_t cues_reading_ms(const char *text);

/* Cue `index` takes so long now; 0 is its reading time again. */
void cues_set_length(CueBook *book, int32_t index, int32_t length_ms);

#endif
