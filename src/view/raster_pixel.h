/* SPDX-License-Identifier: MIT */
/* raster_pixel.h -- the arithmetic of one pixel, shared by the raster's own files.
 *
 * A colour in the making is a word of three lanes, 20 bits apart: blue, green, red, each
 * 8.12 fixed point. Dithering adds a threshold to each lane before the fraction is cut
 * off, so a value between two grey levels becomes the right mixture of both. Not for use
 * outside raster*.c. */
#ifndef LEEWAY_VIEW_RASTER_PIXEL_H
#define LEEWAY_VIEW_RASTER_PIXEL_H

#include "view/orb.h"
#include "view/raster.h"

enum { PIXEL_ONE = 4096, PIXEL_DITHER = 8 };

typedef uint64_t PixelLanes;

static inline PixelLanes pixel_lanes(uint32_t red, uint32_t green, uint32_t blue)
{
    return (PixelLanes)red << 40 | (PixelLanes)green << 20 | blue;
}

/* The finished pixel, fractions cut off. */
static inline uint32_t pixel_of(PixelLanes lanes)
{
    return (uint32_t)(lanes >> 36 & 0xFF0000) | (uint32_t)(lanes >> 24 & 0x00FF00) |
           (uint32_t)(lanes >> 12 & 0x0000FF);
}

/* `colour` over `below`; alpha 0 .. PIXEL_ONE. */
static inline uint32_t pixel_over(uint32_t below, uint32_t colour, uint32_t alpha,
                                  PixelLanes dither)
{
    const PixelLanes under =
        pixel_lanes(below >> 16 & 0xFF, below >> 8 & 0xFF, below & 0xFF);
    const PixelLanes over =
        pixel_lanes(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    return pixel_of(under * (PIXEL_ONE - alpha) + over * alpha + dither);
}

/* A part of 0 .. 1, clamped, as 0 .. PIXEL_ONE. */
static inline uint32_t pixel_part(double part)
{
    const double clamped = part < 0 ? 0 : part > 1 ? 1 : part;
    return (uint32_t)(clamped * PIXEL_ONE + 0.5);
}

/* The thresholds of all places: that of column x in line y stands at [y % PIXEL_DITHER]
 * [x % PIXEL_DITHER]. */
typedef struct PixelDither {
    PixelLanes rows[PIXEL_DITHER][PIXEL_DITHER];
} PixelDither;
PixelDither pixel_dither(void);

/* The background in line y of `height`: three channels, 8.12 each, and its thresholds. */
typedef struct PixelGround {
    uint32_t red, green, blue;
    const PixelLanes *dither;
} PixelGround;
PixelGround pixel_ground(const Theme *theme, const PixelDither *dither, int32_t y,
                         int32_t height);

/* What a sample of light shows over the background in column x. */
uint32_t pixel_seen(OrbSample sample, PixelGround ground, int32_t x);

/* The background in a span that is one line high. */
void pixel_ground_span(Raster *raster, Rect span, PixelGround ground);

/* The clip of a raster, never beyond its pixels. */
Rect pixel_clip(const Raster *raster);

#endif
