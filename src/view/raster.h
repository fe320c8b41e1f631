/* SPDX-License-Identifier: MIT */
/* raster.h -- shapes into a plain pixel buffer.
 *
 * Discs, rings, rounded boxes, gradients and masks, anti-aliased below the pixel and
 * dithered; no SDL, no allocation while drawing. Pixels are XRGB8888. Everything is
 * clipped to the raster's clip rectangle, and drawing a part of the picture again gives
 * the very same bytes as drawing all of it. */
#ifndef LEEWAY_VIEW_RASTER_H
#define LEEWAY_VIEW_RASTER_H

#include "core/error.h"
#include "view/figure.h"
#include "view/theme.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Rect {
    int32_t x, y, w, h;
} Rect;

bool rect_is_empty(Rect rect);
Rect rect_cross(Rect a, Rect b); /* empty when they do not meet */
Rect rect_union(Rect a, Rect b); /* an empty one does not count */

/* A box with round corners; colours 0xRRGGBB. Sides may lie between pixels. */
typedef struct RasterBox {
    double x_px, y_px, w_px, h_px;
    double radius_px;
    double stroke_px; /* inside the edge; 0 for no outline */
    uint32_t fill;
    double fill_alpha; /* 0 for no fill */
    uint32_t outline;
    double outline_alpha;
} RasterBox;

/* Pixels are the caller's: `pitch_px` per line, `height` lines. */
typedef struct Raster {
    uint32_t *pixels;
    int32_t width, height, pitch_px;
    Rect clip;
} Raster;

/* The scratch tables that drawing needs, made once for a size of window. */
typedef struct RasterTables RasterTables;
RasterTables *raster_tables_open(int32_t width, int32_t height, Error *error);
void raster_tables_close(RasterTables *tables);

/* The theme's vertical gradient over the clip. */
void raster_background(Raster *raster, const Theme *theme);

/* The same, but for the pixels that raster_figure is about to replace. */
void raster_background_around(Raster *raster, const RasterTables *tables,
                              const Figure *figure, const Theme *theme);

/* Orb, glow, ring and bead in one pass over the clip, laid over the theme's gradient, not
 * over what the pixels hold: figures do not overlap. The centre is rounded to a corner of
 * pixels. What reaches further than half the tables' window is left out. Words are not
 * drawn here. */
void raster_figure(Raster *raster, RasterTables *tables, const Figure *figure,
                   const Theme *theme);

/* The pixels that drawing the figure may touch. */
Rect raster_figure_rect(const Figure *figure);

void raster_box(Raster *raster, const RasterBox *box);

/* Lays `colour` through an 8-bit coverage mask whose top left is at x, y. */
void raster_mask(Raster *raster, const uint8_t *mask, int32_t mask_w, int32_t mask_h,
                 int32_t mask_pitch, int32_t x, int32_t y, uint32_t colour, double alpha);

#endif
