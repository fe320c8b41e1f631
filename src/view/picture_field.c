/* SPDX-License-Identifier: MIT */
#include "view/picture_field.h"

static Rect rect_of(const Item *item, const LayoutMark *mark)
{
    return (Rect){ item->rect.x + mark->rect.x, item->rect.y + mark->rect.y, mark->rect.w,
                   mark->rect.h };
}

static void paint_marks(Paint *paint, const Layout *layout, const Item *item,
                        LayoutMarkKind kind, ThemeColour colour)
{
    for (int32_t i = 0; i < layout->field.mark_count; i++) {
        const LayoutMark *mark = &layout->field.marks[i];
        const Rect rect = rect_of(item, mark);
        const PaintBox box = { .x_px = rect.x,
                               .y_px = rect.y,
                               .w_px = rect.w,
                               .h_px = rect.h,
                               .fill = colour,
                               .fill_alpha = 1.0 };
        if (mark->kind == kind)
            paint->verbs->box(paint, &box);
    }
}

void picture_paint_behind(Paint *paint, const Layout *layout, const Item *item)
{
    paint_marks(paint, layout, item, MARK_SELECTED, THEME_SELECTION);
}

/* Where white is selected on black, its letters are black on white. */
static void invert(Paint *paint, const Layout *layout, const Item *item, Rect within)
{
    const Rect clip = paint->raster->clip;
    paint->raster->clip = rect_cross(clip, within);
    for (int32_t i = item->run; i < item->run + item->run_count; i++) {
        const Run *run = &layout->runs[i];
        const PaintText text = { .utf8 = run->utf8,
                                 .length = run->length,
                                 .base = run->base,
                                 .levels = run->levels,
                                 .size_px = run->size_px,
                                 .x = run->x,
                                 .baseline = run->baseline,
                                 .colour = THEME_PANEL,
                                 .alpha = 1.0 };
        paint->verbs->text(paint, &text);
    }
    paint->raster->clip = clip;
}

void picture_paint_over(Paint *paint, const Layout *layout, const Item *item,
                        bool is_framed)
{
    for (int32_t i = 0; i < layout->field.mark_count; i++) {
        const LayoutMark *mark = &layout->field.marks[i];
        const bool is_inverse = paint->theme->is_lines && paint->raster != NULL;
        if (is_inverse && mark->kind == MARK_SELECTED)
            invert(paint, layout, item, rect_of(item, mark));
    }
    paint_marks(paint, layout, item, MARK_COMPOSED, THEME_TEXT);
    if (is_framed)
        paint_marks(paint, layout, item, MARK_CARET, THEME_TEXT);
}
