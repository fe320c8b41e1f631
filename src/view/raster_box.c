/* SPDX-License-Identifier: MIT */
#include "view/raster.h"

#include "view/raster_pixel.h"

#include <math.h>

/* A box by its middle, its half sides and its corners. */
typedef struct BoxShape {
    double x, y, half_w, half_h, radius;
} BoxShape;

static BoxShape box_shape(const RasterBox *box)
{
    const double half_w = box->w_px / 2;
    const double half_h = box->h_px / 2;
    return (BoxShape){
        .x = box->x_px + half_w,
        .y = box->y_px + half_h,
        .half_w = half_w,
        .half_h = half_h,
        .radius = fmax(fmin(box->radius_px, fmin(half_w, half_h)), 0),
    };
}

/* How far a point lies outside the edge; negative inside. */
static double distance(const BoxShape *shape, double x, double y)
{
    const double out_x = fabs(x - shape->x) - (shape->half_w - shape->radius);
    const double out_y = fabs(y - shape->y) - (shape->half_h - shape->radius);
    if (out_x > 0 && out_y > 0)
        return sqrt(out_x * out_x + out_y * out_y) - shape->radius;
    return (out_x > out_y ? out_x : out_y) - shape->radius;
}

/* The part of a pixel inside an edge that passes `outside` from its middle. */
static double cover(double outside)
{
    const double part = 0.5 - outside;
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

static void box_pixel(uint32_t *pixel, const RasterBox *box, double outside,
                      PixelLanes dither)
{
    const double all = cover(outside);
    if (all <= 0)
        return;
    const double within = box->stroke_px > 0 ? cover(outside + box->stroke_px) : all;
    const uint32_t fill = pixel_part(all * box->fill_alpha);
    const uint32_t line = pixel_part((all - within) * box->outline_alpha);
    if (fill > 0)
        *pixel = pixel_over(*pixel, box->fill, fill, dither);
    if (line > 0)
        *pixel = pixel_over(*pixel, box->outline, line, dither);
}

static Rect box_rect(const RasterBox *box)
{
    const int32_t left = (int32_t)floor(box->x_px - 1);
    const int32_t top = (int32_t)floor(box->y_px - 1);
    const int32_t right = (int32_t)ceil(box->x_px + box->w_px + 1);
    const int32_t bottom = (int32_t)ceil(box->y_px + box->h_px + 1);
    return (Rect){ left, top, right - left, bottom - top };
}

void raster_box(Raster *raster, const RasterBox *box)
{
    if (box->w_px <= 0 || box->h_px <= 0)
        return;
    const BoxShape shape = box_shape(box);
    const Rect part = rect_cross(pixel_clip(raster), box_rect(box));
    const PixelDither dither = pixel_dither();
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        uint32_t *line = raster->pixels + (int64_t)y * raster->pitch_px;
        const PixelLanes *thresholds = dither.rows[y % PIXEL_DITHER];
        for (int32_t x = part.x; x < part.x + part.w; x++)
            box_pixel(line + x, box, distance(&shape, x + 0.5, y + 0.5),
                      thresholds[x % PIXEL_DITHER]);
    }
}
