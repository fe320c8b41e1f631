/* SPDX-License-Identifier: MIT */
/* ring.h -- how much light the ring that fills gives at a point.
 *
 * The still figure: a channel that fills from below on both sides and empties again. A
 * gap tells where a second inhale begins; in a hold the ring is bright and a bead goes
 * once round inside it. Nothing scales, whatever the breath. Lengths are pixels from the
 * centre, y downwards. Arithmetic alone: raster_ring.c draws it. */
#ifndef LEEWAY_VIEW_RING_H
#define LEEWAY_VIEW_RING_H

#include "view/orb.h"

typedef enum RingPart {
    RING_CHANNEL,
    RING_LINE,
    RING_FILL,
    RING_MORE,
    RING_BEAD
} RingPart;

enum { RING_PARTS = RING_BEAD + 1 };

/* A figure made ready for sampling. Angles are told by their sine and cosine from the
 * lowest point, the same to both sides. */
typedef struct Ring {
    double radius_px, half_px; /* of the middle line; half the channel's width */
    double line_px;            /* half the width of the line that marks the way */
    double end_x, end_y;       /* where the filled part ends */
    double level_cos;
    bool has_gap;
    double gap_sin, gap_cos, gap_px; /* half the gap's width */
    double bead_x, bead_y, bead_px;  /* radius 0: no bead */
    double inner_px, outer_px;       /* nothing is seen nearer or further */
    double alpha[RING_PARTS];
    OrbColour colours[RING_PARTS];
} Ring;

Ring ring_make(const Figure *figure, const Theme *theme);
OrbSample ring_at(const Ring *ring, double x_px, double y_px);

/* Where the ring has ended; 0 when there is nothing to see. */
double ring_reach_px(const Figure *figure);

#endif
