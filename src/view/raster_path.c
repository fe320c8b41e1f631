/* SPDX-License-Identifier: MIT */
#include "view/raster_path.h"

#include "view/path_light.h"
#include "view/raster_pixel.h"

#include <math.h>

/* The centre is rounded to a corner of pixels, as that of the orb is. */
static double corner(double at_px)
{
    return floor(at_px + 0.5);
}

Rect raster_path_rect(const Figure *figure)
{
    const int32_t wide = (int32_t)ceil(path_light_wide_px(figure));
    const int32_t high = (int32_t)ceil(path_light_high_px(figure));
    return (Rect){ (int32_t)corner(figure->x_px) - wide,
                   (int32_t)corner(figure->y_px) - high, 2 * wide, 2 * high };
}

void raster_path(Raster *raster, const Figure *figure, const Theme *theme)
{
    const Rect part = rect_cross(pixel_clip(raster), raster_path_rect(figure));
    const double centre_x = corner(figure->x_px), centre_y = corner(figure->y_px);
    const PixelDither dither = pixel_dither();
    if (rect_is_empty(part))
        return;
    const PathLight path = path_light_make(figure, theme);
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        const PixelGround ground = pixel_ground(theme, &dither, y, raster->height);
        uint32_t *line = raster->pixels + (int64_t)y * raster->pitch_px;
        for (int32_t x = part.x; x < part.x + part.w; x++) {
            const OrbSample sample =
                path_light_at(&path, x + 0.5 - centre_x, y + 0.5 - centre_y);
            if (sample.behind < 1)
                line[x] = pixel_seen(sample, ground, x);
        }
    }
}
