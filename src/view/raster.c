/* SPDX-License-Identifier: MIT */
#include "view/raster.h"

#include "view/raster_pixel.h"

#include <string.h>

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

bool rect_is_empty(Rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

Rect rect_cross(Rect a, Rect b)
{
    const int32_t left = most(a.x, b.x);
    const int32_t top = most(a.y, b.y);
    const int32_t right = least(a.x + a.w, b.x + b.w);
    const int32_t bottom = least(a.y + a.h, b.y + b.h);
    if (right <= left || bottom <= top || rect_is_empty(a) || rect_is_empty(b))
        return (Rect){ 0 };
    return (Rect){ left, top, right - left, bottom - top };
}

Rect rect_union(Rect a, Rect b)
{
    if (rect_is_empty(a))
        return b;
    if (rect_is_empty(b))
        return a;
    const int32_t left = least(a.x, b.x);
    const int32_t top = least(a.y, b.y);
    const int32_t right = most(a.x + a.w, b.x + b.w);
    const int32_t bottom = most(a.y + a.h, b.y + b.h);
    return (Rect){ left, top, right - left, bottom - top };
}

Rect pixel_clip(const Raster *raster)
{
    return rect_cross(raster->clip, (Rect){ 0, 0, raster->width, raster->height });
}

/* Bayer's 8x8 matrix: the bits of x ^ y and y, interleaved, the lowest first. */
static uint32_t threshold(uint32_t x, uint32_t y)
{
    uint32_t order = 0;
    for (int bit = 0; bit < 3; bit++)
        order = order << 2 | ((x ^ y) >> bit & 1) << 1 | (y >> bit & 1);
    return order * (PIXEL_ONE / 64) + PIXEL_ONE / 128;
}

PixelDither pixel_dither(void)
{
    PixelDither dither;
    /* The channels step at different places: half the grain in brightness. */
    for (uint32_t y = 0; y < PIXEL_DITHER; y++)
        for (uint32_t x = 0; x < PIXEL_DITHER; x++)
            dither.rows[y][x] =
                pixel_lanes(threshold(x + 1, y), threshold(x, y), threshold(x, y + 1));
    return dither;
}

static uint32_t ground_channel(uint32_t top, uint32_t bottom, int32_t y, int32_t height)
{
    const int64_t way = height > 1 ? height - 1 : 1;
    const int64_t sum = ((int64_t)top * (way - y) + (int64_t)bottom * y) * PIXEL_ONE;
    return (uint32_t)((sum + way / 2) / way);
}

PixelGround pixel_ground(const Theme *theme, const PixelDither *dither, int32_t y,
                         int32_t height)
{
    const uint32_t top = theme->colours[THEME_TOP];
    const uint32_t bottom = theme->colours[THEME_BOTTOM];
    return (PixelGround){
        .red = ground_channel(top >> 16 & 0xFF, bottom >> 16 & 0xFF, y, height),
        .green = ground_channel(top >> 8 & 0xFF, bottom >> 8 & 0xFF, y, height),
        .blue = ground_channel(top & 0xFF, bottom & 0xFF, y, height),
        .dither = dither->rows[y % PIXEL_DITHER],
    };
}

static uint32_t channel(double light, uint32_t ground, double behind)
{
    return (uint32_t)(light * PIXEL_ONE + ground * behind + 0.5);
}

uint32_t pixel_seen(OrbSample sample, PixelGround ground, int32_t x)
{
    return pixel_of(pixel_lanes(channel(sample.light.red, ground.red, sample.behind),
                                channel(sample.light.green, ground.green, sample.behind),
                                channel(sample.light.blue, ground.blue, sample.behind)) +
                    ground.dither[x % PIXEL_DITHER]);
}

void pixel_ground_span(Raster *raster, Rect span, PixelGround ground)
{
    uint32_t *line = raster->pixels + (int64_t)span.y * raster->pitch_px + span.x;
    uint32_t pattern[PIXEL_DITHER];
    const PixelLanes lanes = pixel_lanes(ground.red, ground.green, ground.blue);
    for (int i = 0; i < PIXEL_DITHER; i++)
        pattern[i] = pixel_of(lanes + ground.dither[(span.x + i) % PIXEL_DITHER]);
    int32_t x = 0;
    for (; x + PIXEL_DITHER <= span.w; x += PIXEL_DITHER)
        memcpy(line + x, pattern, sizeof pattern);
    for (; x < span.w; x++)
        line[x] = pattern[x % PIXEL_DITHER];
}

void raster_background(Raster *raster, const Theme *theme)
{
    const Rect clip = pixel_clip(raster);
    const PixelDither dither = pixel_dither();
    for (int32_t y = clip.y; y < clip.y + clip.h; y++)
        pixel_ground_span(raster, (Rect){ clip.x, y, clip.w, 1 },
                          pixel_ground(theme, &dither, y, raster->height));
}

void raster_mask(Raster *raster, const uint8_t *mask, int32_t mask_w, int32_t mask_h,
                 int32_t mask_pitch, int32_t x, int32_t y, uint32_t colour, double alpha)
{
    const Rect part = rect_cross(pixel_clip(raster), (Rect){ x, y, mask_w, mask_h });
    const uint32_t strength = pixel_part(alpha);
    const PixelDither dither = pixel_dither();
    for (int32_t row = part.y; row < part.y + part.h; row++) {
        uint32_t *line = raster->pixels + (int64_t)row * raster->pitch_px;
        const uint8_t *cover = mask + (int64_t)(row - y) * mask_pitch;
        const PixelLanes *thresholds = dither.rows[row % PIXEL_DITHER];
        for (int32_t column = part.x; column < part.x + part.w; column++) {
            const uint32_t through = (cover[column - x] * strength + 127) / 255;
            line[column] = pixel_over(line[column], colour, through,
                                      thresholds[column % PIXEL_DITHER]);
        }
    }
}
