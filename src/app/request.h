/* SPDX-License-Identifier: MIT */
/* request.h -- a practice as it was typed, made into what the core asks for.
 *
 * The same reading for the window, the plan and the exporter, so that one line of options
 * means one thing. Knows named patterns and the person's "holds: never"; ignores every
 * other remembered choice. Every failure is a sentence and an exit status. */
#ifndef LEEWAY_APP_REQUEST_H
#define LEEWAY_APP_REQUEST_H

#include "app/verbs.h"
#include "core/practice.h"
#include "sound/order.h"

enum { REQUEST_NOT_GIVEN = -1 };

/* Sound options; REQUEST_NOT_GIVEN where nothing was said. */
typedef struct RequestSound {
    int32_t bed;    /* MixBed */
    int32_t marks;  /* 0 off, 1 on */
    int32_t volume; /* 0 .. 100 */
} RequestSound;

/* What --sound calls the beds, in the order of MixBed, with NULL at the end. */
extern const char *const request_bed_names[MIX_BED_COUNT + 1];

/* The bed of that name; a name that nobody knows is the sea. */
MixBed request_bed(const char *name);

/* Reads a practice: `pattern` is a name or numbers, or NULL for the default. What comes
 * out can be laid out by practice_breathe. */
Status request_breathe(const Options *options, const char *pattern,
                       BreatheRequest *request, Error *error);

/* Reads --sound, --marks and --volume. */
Status request_sound(const Options *options, RequestSound *sound, Error *error);

#endif
