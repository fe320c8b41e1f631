/* SPDX-License-Identifier: MIT */
/* raster_body.h -- the body of a scan, into pixels.
 *
 * What raster_figure does for the orb, for an outline with a light within. Not for use
 * outside raster*.c. Lengths are pixels. */
#ifndef LEEWAY_VIEW_RASTER_BODY_H
#define LEEWAY_VIEW_RASTER_BODY_H

#include "view/raster.h"

/* Over the theme's gradient, inside the clip. */
void raster_body(Raster *raster, const Figure *figure, const Theme *theme);

/* The pixels it may touch. */
Rect raster_body_rect(const Figure *figure);

#endif
