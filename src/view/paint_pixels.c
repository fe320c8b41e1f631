/* SPDX-License-Identifier: MIT */
#include "view/paint.h"

static void background(Paint *paint)
{
    raster_background(paint->raster, paint->theme);
}

static void figure(Paint *paint, const Figure *shape)
{
    raster_figure(paint->raster, paint->tables, shape, paint->theme);
}

static void box(Paint *paint, const PaintBox *shape)
{
    const RasterBox plain = {
        .x_px = shape->x_px,
        .y_px = shape->y_px,
        .w_px = shape->w_px,
        .h_px = shape->h_px,
        .radius_px = shape->radius_px,
        .stroke_px = shape->stroke_px,
        .fill = paint->theme->colours[shape->fill],
        .fill_alpha = shape->fill_alpha,
        .outline = paint->theme->colours[shape->outline],
        .outline_alpha = shape->outline_alpha,
    };
    raster_box(paint->raster, &plain);
}

static void text(Paint *paint, const PaintText *line)
{
    text_draw(paint->text, paint->raster, line->utf8, line->length, line->size_px,
              line->x, line->baseline, paint->theme->colours[line->colour], line->alpha);
}

Paint paint_pixels(Raster *raster, RasterTables *tables, Text *letters,
                   const Theme *theme)
{
    static const PaintVerbs VERBS = {
        .background = background,
        .figure = figure,
        .box = box,
        .text = text,
    };
    return (Paint){ .verbs = &VERBS,
                    .theme = theme,
                    .raster = raster,
                    .tables = tables,
                    .text = letters };
}
