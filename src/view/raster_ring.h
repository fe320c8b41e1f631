/* SPDX-License-Identifier: MIT */
/* raster_ring.h -- the ring that fills, into pixels.
 *
 * What raster_figure does for the orb, for the figure that is not the same all round. Not
 * for use outside raster*.c. Lengths are pixels. */
#ifndef LEEWAY_VIEW_RASTER_RING_H
#define LEEWAY_VIEW_RASTER_RING_H

#include "view/raster.h"

/* Over the theme's gradient, inside the clip. */
void raster_ring(Raster *raster, const Figure *figure, const Theme *theme);

/* The pixels it may touch. */
Rect raster_ring_rect(const Figure *figure);

#endif
