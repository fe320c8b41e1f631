/* SPDX-License-Identifier: MIT */
#include "view/raster_ring.h"

#include "view/raster_pixel.h"
#include "view/ring.h"

#include <math.h>

/* The centre is rounded to a corner of pixels, as that of the orb is. */
static double corner(double at_px)
{
    return floor(at_px + 0.5);
}

Rect raster_ring_rect(const Figure *figure)
{
    const int32_t reach = (int32_t)ceil(ring_reach_px(figure));
    return (Rect){ (int32_t)corner(figure->x_px) - reach,
                   (int32_t)corner(figure->y_px) - reach, 2 * reach, 2 * reach };
}

/* Half the chord of a circle, y away from its centre. */
static double half_chord(double radius, double y)
{
    return fabs(y) < radius ? sqrt(radius * radius - y * y) : 0;
}

/* The pixels of one line that the ring reaches, without the hole in its middle. */
static void put_span(Raster *raster, const Ring *ring, double centre_x, double y,
                     Rect span, PixelGround ground)
{
    uint32_t *line = raster->pixels + (int64_t)span.y * raster->pitch_px;
    const double out = half_chord(ring->outer_px, y);
    const double hole = half_chord(ring->inner_px, y);
    for (int32_t x = span.x; x < span.x + span.w; x++) {
        const double away = x + 0.5 - centre_x;
        if (fabs(away) >= hole && fabs(away) <= out) {
            const OrbSample sample = ring_at(ring, away, y);
            if (sample.behind < 1)
                line[x] = pixel_seen(sample, ground, x);
        }
    }
}

void raster_ring(Raster *raster, const Figure *figure, const Theme *theme)
{
    const Rect part = rect_cross(pixel_clip(raster), raster_ring_rect(figure));
    const double centre_x = corner(figure->x_px), centre_y = corner(figure->y_px);
    const Ring ring = ring_make(figure, theme);
    const PixelDither dither = pixel_dither();
    for (int32_t y = part.y; y < part.y + part.h; y++)
        put_span(raster, &ring, centre_x, y + 0.5 - centre_y,
                 (Rect){ part.x, y, part.w, 1 },
                 pixel_ground(theme, &dither, y, raster->height));
}
