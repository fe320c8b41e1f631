/* SPDX-License-Identifier: MIT */
/* request.h -- a practice as it was typed, made into what the core asks for.
 *
 * The same reading for the window, the plan and the exporter, so that one line of options
 * means one thing. Knows named patterns, routes and places, and the person's choices of
 * safety: "holds: never" and places left out; ignores every other remembered choice.
 * Every failure is a sentence and an exit status. */
#ifndef LEEWAY_APP_REQUEST_H
#define LEEWAY_APP_REQUEST_H

#include "app/places_shelf.h"
#include "app/verbs.h"
#include "core/practice.h"
#include "core/reach.h"
#include "core/scan.h"
#include "core/sit.h"
#include "sound/order.h"
#include "store/settings.h"

enum { REQUEST_NOT_GIVEN = -1 };

/* Whatever can be practised; the one of its kind counts. */
typedef struct PracticeRequest {
    PracticeKind kind;
    BreatheRequest breathe;
    ScanRequest scan;
    SitRequest sit;
    ReachRequest reach;
} PracticeRequest;

/* Sound options; REQUEST_NOT_GIVEN or NULL where nothing was said. */
typedef struct RequestSound {
    int32_t bed;       /* MixBed */
    int32_t marks;     /* 0 off, 1 on */
    int32_t volume;    /* 0 .. 100 */
    const char *voice; /* a name, a folder, or "none" */
    const char *bell;  /* a name, or a file */
} RequestSound;

/* What --sound calls the beds, in the order of MixBed, with NULL at the end. */
extern const char *const request_bed_names[MIX_BED_COUNT + 1];

/* The bed of that name; a name that nobody knows is the sea. */
MixBed request_bed(const char *name);

/* What --bell-sound calls the bells, in the order of MixBell up to the person's own. */
extern const char *const request_bell_names[MIX_BELL_OWN + 1];

/* The bell of that name; any other name is a file of the person's own. */
MixBell request_bell(const char *name);

/* Reads the practice that is named by words[word], breathing where there is no word, with
 * all its options. For a body scan *shelf is opened, which is NULL before; whoever asked
 * closes it. What comes out can be laid out. */
Status request_practice(const Options *options, int32_t word, PlacesShelf **shelf,
                        PracticeRequest *request, Error *error);

/* Lays it out; the shelf is asked for a body scan alone. Asserts what request_practice
 * found sound. */
void request_lay_out(const PracticeRequest *request, const PlacesShelf *shelf,
                     Plan *plan);

/* The breath that a practice leads to, into *pattern; false for one without. Asserts what
 * request_practice found sound. */
bool request_breath(const PracticeRequest *request, BreathPattern *pattern);

/* "breathe", "scan", "sit", "reach". */
const char *request_practice_name(PracticeKind kind);

/* What is remembered; the usual where there is no file, or none that can be read. */
Settings request_kept_settings(void);

/* Reads a practice of breathing: `pattern` is a name or numbers, or NULL for the default.
 * What comes out can be laid out by practice_breathe. */
Status request_breathe(const Options *options, const char *pattern,
                       BreatheRequest *request, Error *error);

/* Reads --pace, where it was typed. */
bool request_pace(const Options *options, int32_t *pace_permille, Error *error);

/* Reads --sound, --marks, --volume, --voice and --bell-sound. */
Status request_sound(const Options *options, RequestSound *sound, Error *error);

#endif
