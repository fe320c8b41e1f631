/* SPDX-License-Identifier: MIT */
#include "view/paint.h"

#include <string.h>

static void background(Paint *paint, const Figure *over)
{
    raster_background_around(paint->raster, paint->tables, over, paint->theme);
}

/* A word with its middle at the figure's. */
static void figure_word(Paint *paint, const Figure *shape, const char *word, double light)
{
    if (word == NULL || light * shape->light <= 0)
        return;
    const int32_t size = shape->word_px;
    const int32_t top = (int32_t)shape->y_px - text_height_px(paint->text, size) / 2;
    const TextSpan line = { .utf8 = word,
                            .length = (int32_t)strlen(word),
                            .size_px = size };
    const TextInk ink = { paint->theme->colours[THEME_TEXT], light * shape->light };
    text_draw(paint->text, paint->raster, &line,
              (int32_t)shape->x_px - text_line_px(paint->text, &line) / 2,
              top + text_ascent_px(paint->text, size), ink);
}

static void figure(Paint *paint, const Figure *shape)
{
    raster_figure(paint->raster, paint->tables, shape, paint->theme);
    if (shape->kind != FIGURE_WORDS)
        return;
    figure_word(paint, shape, shape->word_before, 1 - shape->word_light);
    figure_word(paint, shape, shape->word, shape->word_light);
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
    const TextSpan span = { .utf8 = line->utf8,
                            .length = line->length,
                            .size_px = line->size_px,
                            .base = line->base,
                            .levels = line->levels };
    const TextInk ink = { paint->theme->colours[line->colour], line->alpha };
    text_draw(paint->text, paint->raster, &span, line->x, line->baseline, ink);
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
