/* SPDX-License-Identifier: MIT */
/* figure.h -- what a moment of practice looks like, in numbers, inside the limits.
 *
 * View turns a session's moment into pixels. It knows core and nothing else of Leeway.
 *
 * This module decides size, ring, bead and light of the breathing shape and holds the
 * limits of growth, size and brightness, whatever the pattern. It draws nothing. Lengths
 * are pixels; S is the short side of the window. */
#ifndef LEEWAY_VIEW_FIGURE_H
#define LEEWAY_VIEW_FIGURE_H

#include "core/breath.h"

#include <stdbool.h>
#include <stdint.h>

/* Diameters as parts of S. The ring marks where a full breath turns. */
#define FIGURE_RING 0.44
#define FIGURE_FILLING_STROKE 0.02 /* of the ring that fills, of S */
#define FIGURE_RATIO_MAX 1.5       /* full to empty; the hard limit is 1.8 */
#define FIGURE_GROWTH_MAX 0.25     /* of the mean diameter, a second */
#define FIGURE_GLOW 1.24           /* reach of the glow, of the orb's diameter */

typedef enum FigureKind {
    FIGURE_ORB,     /* grows and shrinks inside a still ring */
    FIGURE_FILLING, /* a still ring that fills and empties; nothing scales */
    FIGURE_WORDS,   /* one word, cross-faded */
    FIGURE_PATH,    /* a mark for each place of a body scan */
    FIGURE_BODY,    /* an outline, the present place softly lit */
    FIGURE_KIND_COUNT
} FigureKind;

/* What a person calls them, and what they are. */
extern const char *const figure_names[FIGURE_KIND_COUNT];
extern const char *const figure_says[FIGURE_KIND_COUNT];

/* Those that a breath can be shown by, and those of a body scan, the usual one first. */
enum { FIGURE_BREATH_COUNT = 3, FIGURE_SCAN_COUNT = 3 };
extern const FigureKind figure_breath_kinds[FIGURE_BREATH_COUNT];
extern const FigureKind figure_scan_kinds[FIGURE_SCAN_COUNT];

/* Their names, with NULL at the end; and the kind of that name among those of a scan, the
 * usual one when there is none. */
extern const char *const figure_breath_names[FIGURE_BREATH_COUNT + 1];
extern const char *const figure_scan_names[FIGURE_SCAN_COUNT + 1];
FigureKind figure_of_scan(const char *name);

/* A shape to draw. A zeroed figure is nothing. */
typedef struct Figure {
    FigureKind kind;
    double density;    /* pixels of a point; 0 counts as 1 */
    int32_t word_px;   /* size of the words */
    double x_px, y_px; /* centre */
    double orb_px;     /* diameter of the orb; 0 for none */
    double ring_px;    /* diameter of the ring's middle line; 0 for none */
    double ring_stroke_px;
    double ring_fade;  /* 0 the whole ring .. 1 none of it */
    double ring_light; /* 0 the ring's colour .. 1 the colour of a hold */
    double bead_turn;  /* 0 .. 1 once round from the top, clockwise */
    double bead_light; /* 0 no bead .. 1 */
    double light;      /* 0 gone .. 1; dims orb, glow and ring together */
    double fullness;   /* 0 .. 1, how open the orb's light, how full the ring is */
    double notch;      /* where the ring shows a second inhale; 0 nowhere */
    double ready;      /* its channel: 0 a line yet .. 1 open */
    const char *word, *word_before; /* NULL for none; the second one is fading */
    double word_light, word_room_px;

    /* A body scan: where in it the person is, by places counted from 0, -1 for none. A
     * path shows `place_count` marks (path.h fills them in), a body the parts that are
     * there (body.h). */
    int32_t place_total, place_count;
    double place_first; /* the place of the first mark; between two while it glides */
    int32_t place, place_before; /* the present one, and the one that fades */
    double place_light;          /* of a path and of a body: 0 it just came .. 1 lit */
    double place_step_px, place_orb_px, place_mark_px, place_stroke_px;
    double body_px;                 /* from the crown to the soles */
    uint64_t body;                  /* BodyPart bits that are there; 0: no body */
    uint64_t body_lit, body_before; /* the present place's parts, and those that fade */
} Figure;

/* So many points in pixels. */
double figure_px(const Figure *figure, double points);

/* Full diameter over empty diameter for a breath: 1.5, less where a short phase would
 * grow faster than 25 % of the mean diameter a second under cosine easing. The shorter of
 * inhale (with its top-up) and exhale rules the cycle. */
double figure_ratio(const BreathPattern *pattern);

/* The orb's diameter as a part of S: the empty size is fixed (ring / 1.5), the full size
 * is empty x figure_ratio. `fullness` is clamped to 0 .. 1. */
double figure_orb(const BreathPattern *pattern, double fullness);

/* How full the ring that fills is, 0 .. 1: all of it where the orb would touch its ring,
 * less for short phases, so that it never hurries either. */
double figure_filled(const BreathPattern *pattern, double fullness);

#endif
