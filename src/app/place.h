/* SPDX-License-Identifier: MIT */
/* place.h -- where the window stands, and where it may.
 *
 * Arithmetic with rectangles: no window, no display. Lengths are the desktop's own units,
 * as SDL has them: pixels on X11, points on Wayland, where no window knows where it
 * stands and a place is only a size. */
#ifndef LEEWAY_APP_PLACE_H
#define LEEWAY_APP_PLACE_H

#include "view/raster.h"

enum { PLACE_TEXT_MAX = 48, PLACE_SIDE_MAX = 16384 };

typedef struct Place {
    int32_t width, height; /* 0: none */
    bool is_somewhere;     /* whether x and y count */
    int32_t x, y;
} Place;

/* Reads "1152x648+60+40", "1152x648-1800+40" or "1152x648". False for anything else. */
bool place_read(const char *words, Place *place);
void place_write(const Place *place, char out[PLACE_TEXT_MAX]);

bool place_is_same(const Place *a, const Place *b);

/* The first place of all: three fifths of the display, at least 640 x 480 points, in its
 * middle. A point has so many units. */
Place place_first(Rect display, double units);

/* The wished place where enough of it is seen on these displays; else whole within the
 * one that it covers most, or is nearest to, and no larger than that. `least` is the
 * shortest side there may be. */
Place place_fit(Place wish, const Rect *displays, int32_t count, int32_t least);

#endif
