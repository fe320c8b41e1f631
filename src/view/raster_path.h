/* SPDX-License-Identifier: MIT */
/* raster_path.h -- the path of a body scan, into pixels.
 *
 * What raster_figure does for the orb, for a line of marks. Not for use outside
 * raster*.c. Lengths are pixels. */
#ifndef LEEWAY_VIEW_RASTER_PATH_H
#define LEEWAY_VIEW_RASTER_PATH_H

#include "view/raster.h"

/* Over the theme's gradient, inside the clip. */
void raster_path(Raster *raster, const Figure *figure, const Theme *theme);

/* The pixels it may touch. */
Rect raster_path_rect(const Figure *figure);

#endif
