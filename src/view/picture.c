/* SPDX-License-Identifier: MIT */
#include "view/picture.h"

#include "view/picture_field.h"

#include <math.h>
#include <string.h>

/* A move of a quarter of a pixel or one grey level is worth a new picture. */
#define MOVE_PX 0.25
#define MOVE_LIGHT (1.0 / 255.0)
#define PI 3.14159265358979323846

/* In points. */
enum { FOCUS_AWAY = 3, FOCUS_STROKE = 3, ITEM_MARGIN = 8 };
#define OUTLINE 1.5
#define UNDERLINE 1.0
#define TAB_LINE 2.0
#define CHOSEN 4.0 /* in a theme of lines, which fills nothing */

static Rect grown(Rect rect, int32_t by)
{
    return (Rect){ rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by };
}

static void paint_outline(Paint *paint, const Layout *layout, const Item *item,
                          bool is_hovered, double light)
{
    const bool is_field = item->look == LOOK_FIELD;
    const bool is_filled =
        (item->is_chosen && item->look != LOOK_TAB) || (is_hovered && !is_field);
    const bool is_thick = is_filled && paint->theme->is_lines;
    const double density = layout->metrics.density;
    const bool is_outlined =
        item->look == LOOK_TILE || item->look == LOOK_CHIP || is_field;
    const double stroke = is_outlined ? OUTLINE * density : 0;
    const PaintBox box = { .x_px = item->rect.x,
                           .y_px = item->rect.y,
                           .w_px = item->rect.w,
                           .h_px = item->rect.h,
                           .radius_px = layout->metrics.radius_px,
                           .stroke_px = is_thick ? CHOSEN * density : stroke,
                           .fill = THEME_PANEL,
                           .fill_alpha = is_filled || is_field ? light : 0,
                           .outline = item->is_chosen ? THEME_TEXT : THEME_OUTLINE,
                           .outline_alpha = is_thick || stroke > 0 ? light : 0 };
    if (box.fill_alpha > 0 || box.outline_alpha > 0)
        paint->verbs->box(paint, &box);
}

static void paint_underline(Paint *paint, const Layout *layout, const Item *item,
                            double light)
{
    const bool is_tab = item->look == LOOK_TAB;
    const int32_t high = layout_px(layout, is_tab ? TAB_LINE : UNDERLINE);
    const PaintBox line = { .x_px = item->rect.x,
                            .y_px = item->rect.y + item->rect.h - high,
                            .w_px = item->rect.w,
                            .h_px = high,
                            .fill = is_tab ? THEME_FOCUS : THEME_OUTLINE,
                            .fill_alpha = light };
    paint->verbs->box(paint, &line);
}

static void paint_frame(Paint *paint, const Layout *layout, Rect rect, double radius_px)
{
    const int32_t reach = layout_px(layout, FOCUS_AWAY + FOCUS_STROKE);
    const Rect out = grown(rect, reach);
    const PaintBox frame = { .x_px = out.x,
                             .y_px = out.y,
                             .w_px = out.w,
                             .h_px = out.h,
                             .radius_px = radius_px + reach,
                             .stroke_px = layout_px(layout, FOCUS_STROKE),
                             .outline = THEME_FOCUS,
                             .outline_alpha = 1.0 };
    paint->verbs->box(paint, &frame);
}

static void paint_runs(Paint *paint, const Layout *layout, const Item *item, double light)
{
    for (int32_t i = item->run; i < item->run + item->run_count; i++) {
        const Run *run = &layout->runs[i];
        const PaintText text = { .utf8 = run->utf8,
                                 .length = run->length,
                                 .base = run->base,
                                 .levels = run->levels,
                                 .size_px = run->size_px,
                                 .x = run->x,
                                 .baseline = run->baseline,
                                 .colour = run->colour,
                                 .alpha = run->light * light };
        if (text.alpha > 0 && text.length > 0)
            paint->verbs->text(paint, &text);
    }
}

#define CARET 2           /* points */
#define CARET_HEIGHT 1.25 /* of the letters' size */

/* Where the next letter of the paragraph would stand. It does not blink. */
static void paint_caret(Paint *paint, const Layout *layout, const Item *item)
{
    if (item->run_count == 0)
        return;
    const Run *last = &layout->runs[item->run + item->run_count - 1];
    const double wide = layout_px(layout, CARET);
    const bool is_rtl = last->base == TEXT_BASE_RTL;
    const PaintBox caret = { .x_px = is_rtl ? last->x - 2 * wide
                                            : last->x + last->width_px + wide,
                             .y_px = last->baseline - last->size_px,
                             .w_px = wide,
                             .h_px = CARET_HEIGHT * last->size_px,
                             .fill = THEME_TEXT,
                             .fill_alpha = 1.0 };
    paint->verbs->box(paint, &caret);
}

static void paint_item(Paint *paint, const Layout *layout, const Item *item,
                       const View *view, double light)
{
    const bool is_control = item->control != CONTROL_NONE;
    const bool is_hovered = is_control && item->control == view->hover;
    const double own = light * (item->look == LOOK_TEXT ? 1.0 : item->light);
    if (item->look != LOOK_TEXT)
        paint_outline(paint, layout, item, is_hovered, own);
    if (item->look == LOOK_VALUE || (item->look == LOOK_TAB && item->is_chosen))
        paint_underline(paint, layout, item, own);
    if (is_control && item->control == view->focus)
        paint_frame(paint, layout, item->rect, layout->metrics.radius_px);
    if (item->look == LOOK_FIELD)
        picture_paint_behind(paint, layout, item);
    paint_runs(paint, layout, item, light);
    if (item->look == LOOK_FIELD)
        picture_paint_over(paint, layout, item, item->control == view->focus);
    if (item->is_field && item->control == view->focus)
        paint_caret(paint, layout, item);
}

/* Paints the items that reach into the clip; what scrolls only inside its view. */
static void paint_items(Paint *paint, const Layout *layout, const View *view,
                        double light)
{
    Raster *raster = paint->raster;
    const Rect all = { 0, 0, layout->width_px, layout->height_px };
    const Rect clip = raster != NULL ? raster->clip : all;
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        const Rect seen = item->scrolls ? rect_cross(clip, layout->scroll_view) : clip;
        if (rect_is_empty(
                rect_cross(grown(item->rect, layout_px(layout, ITEM_MARGIN)), seen)))
            continue;
        if (raster != NULL)
            raster->clip = seen;
        paint_item(paint, layout, item, view, light);
        if (raster != NULL)
            raster->clip = clip;
    }
}

/* The frame round the shape itself, when it was reached by Tab. */
static Rect figure_frame(const Layout *layout)
{
    const int32_t side = (int32_t)layout->figure_px;
    return (Rect){ (int32_t)(layout->figure_x_px - side / 2.0),
                   (int32_t)(layout->figure_y_px - side / 2.0), side, side };
}

void picture_paint_all(Paint *paint, const View *view)
{
    paint->verbs->background(paint, &view->figure);
    if (view->figure.light > 0)
        paint->verbs->figure(paint, &view->figure);
    if (view->focus == CONTROL_FIGURE && view->layout->figure_px > 0) {
        const Rect frame = figure_frame(view->layout);
        paint_frame(paint, view->layout, frame, frame.w / 2.0);
    }
    if (view->leaving != NULL && view->leaving_light > 0)
        paint_items(paint, view->leaving, &(View){ 0 }, view->leaving_light);
    paint_items(paint, view->layout, view, 1.0);
}

static uint64_t mixed(uint64_t print, const void *bytes, size_t size)
{
    const unsigned char *at = bytes; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        print = (print ^ at[i]) * UINT64_C(1099511628211);
    return print;
}

static uint64_t mixed_number(uint64_t print, double value)
{
    return mixed(print, &value, sizeof value);
}

static uint64_t run_print(uint64_t print, const Run *run, double light)
{
    print = mixed(print, run->utf8, (size_t)run->length);
    print = mixed_number(print, run->size_px);
    print = mixed_number(print, run->x);
    print = mixed_number(print, run->baseline);
    print = mixed_number(print, run->colour);
    return mixed_number(print, rint(run->light * light / MOVE_LIGHT));
}

static PictureMark mark_of(const Layout *layout, const Item *item, const View *view,
                           double light)
{
    uint64_t print = UINT64_C(14695981039346656037);
    const bool is_control = item->control != CONTROL_NONE;
    print = mixed(print, &item->rect, sizeof item->rect);
    print = mixed_number(print, item->look);
    print = mixed_number(print, item->is_chosen);
    print = mixed_number(print, is_control && item->control == view->focus);
    print = mixed_number(print, is_control && item->control == view->hover);
    print = mixed_number(print, rint(item->light * light / MOVE_LIGHT));
    for (int32_t i = item->run; i < item->run + item->run_count; i++)
        print = run_print(print, &layout->runs[i], light);
    if (item->look == LOOK_FIELD)
        print = mixed(print, layout->field.marks,
                      (size_t)layout->field.mark_count * sizeof layout->field.marks[0]);
    return (PictureMark){ print, grown(item->rect, layout_px(layout, ITEM_MARGIN)) };
}

static int32_t add_marks(PictureMark *marks, int32_t count, const Layout *layout,
                         const View *view, double light)
{
    for (int32_t i = 0; i < layout->item_count; i++)
        marks[count++] = mark_of(layout, &layout->items[i], view, light);
    return count;
}

/* The frame round the shape, where there is one. */
static PictureMark figure_frame_mark(const View *view)
{
    if (view->focus != CONTROL_FIGURE || view->layout->figure_px <= 0)
        return (PictureMark){ 0 };
    const Rect frame = figure_frame(view->layout);
    return (PictureMark){ mixed(1, &frame, sizeof frame),
                          grown(frame, layout_px(view->layout, ITEM_MARGIN)) };
}

static int32_t marks_of(const View *view, PictureMark *marks)
{
    int32_t count = 0;
    marks[count++] = figure_frame_mark(view);
    if (view->leaving != NULL && view->leaving_light > 0)
        count = add_marks(marks, count, view->leaving, &(View){ 0 }, view->leaving_light);
    count = add_marks(marks, count, view->layout, view, 1.0);
    return count;
}

static bool differs(double a, double b, double by)
{
    return fabs(a - b) >= by;
}

/* What only the figures of a body scan show: a gliding path, and what lights and fades.
 */
static bool scan_figure_moved(const Figure *a, const Figure *b)
{
    const bool is_same_light = !differs(a->place_light, b->place_light, MOVE_LIGHT);
    if (a->kind == FIGURE_BODY)
        return a->body != b->body || a->body_lit != b->body_lit ||
               a->body_before != b->body_before || a->body_px != b->body_px ||
               !is_same_light;
    if (a->kind != FIGURE_PATH)
        return false;
    return a->place != b->place || a->place_before != b->place_before ||
           a->place_count != b->place_count || a->place_total != b->place_total ||
           a->place_step_px != b->place_step_px || !is_same_light ||
           differs(a->place_first * a->place_step_px, b->place_first * b->place_step_px,
                   MOVE_PX);
}

/* What only the other figures show. */
static bool other_figure_moved(const Figure *a, const Figure *b)
{
    const double way_px = PI / 2 * fmax(a->ring_px, b->ring_px);
    if (a->kind != b->kind || a->word != b->word || a->word_before != b->word_before ||
        a->word_px != b->word_px || differs(a->word_light, b->word_light, MOVE_LIGHT))
        return true;
    return a->kind == FIGURE_FILLING &&
           (differs(a->fullness * way_px, b->fullness * way_px, MOVE_PX) ||
            differs(a->ready, b->ready, MOVE_LIGHT) || a->notch != b->notch);
}

static bool figure_moved(const Figure *a, const Figure *b)
{
    if (other_figure_moved(a, b) || scan_figure_moved(a, b))
        return true;
    const double bead_px = PI * fmax(a->ring_px, b->ring_px);
    return differs(a->x_px, b->x_px, MOVE_PX) || differs(a->y_px, b->y_px, MOVE_PX) ||
           differs(a->orb_px, b->orb_px, 2 * MOVE_PX) ||
           differs(a->ring_px, b->ring_px, 2 * MOVE_PX) ||
           differs(a->ring_light, b->ring_light, MOVE_LIGHT) ||
           differs(a->ring_fade, b->ring_fade, MOVE_LIGHT) ||
           differs(a->bead_turn * bead_px, b->bead_turn * bead_px, MOVE_PX) ||
           differs(a->bead_light, b->bead_light, MOVE_LIGHT) ||
           differs(a->light, b->light, MOVE_LIGHT);
}

static bool figure_is_same(const Figure *a, const Figure *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

/* A rectangle to paint joins one that it meets, or the first when there are many. */
static int32_t add_rect(Rect *rects, int32_t count, Rect rect, Rect bounds)
{
    rect = rect_cross(rect, bounds);
    if (rect_is_empty(rect))
        return count;
    for (int32_t i = 0; i < count; i++) {
        if (rect_is_empty(rect_cross(rects[i], rect)) && count < PICTURE_RECTS_MAX)
            continue;
        rects[i] = rect_union(rects[i], rect);
        return count;
    }
    rects[count] = rect;
    return count + 1;
}

static int32_t changed_items(const Picture *picture, const PictureMark *marks,
                             int32_t count, Rect bounds, Rect *rects)
{
    int32_t rect_count = 0;
    const int32_t most = count > picture->mark_count ? count : picture->mark_count;
    for (int32_t i = 0; i < most; i++) {
        const PictureMark *old = i < picture->mark_count ? &picture->marks[i] : NULL;
        const PictureMark *new = i < count ? &marks[i] : NULL;
        if (old != NULL && new != NULL && old->print == new->print)
            continue;
        if (old != NULL)
            rect_count = add_rect(rects, rect_count, old->rect, bounds);
        if (new != NULL)
            rect_count = add_rect(rects, rect_count, new->rect, bounds);
    }
    return rect_count;
}

static int32_t changed(const Picture *picture, const View *view, const PictureMark *marks,
                       int32_t mark_count, Rect *rects)
{
    const Rect bounds = { 0, 0, view->layout->width_px, view->layout->height_px };
    if (!picture->is_painted) {
        rects[0] = bounds;
        return 1;
    }
    int32_t count = changed_items(picture, marks, mark_count, bounds, rects);
    const bool moved = view->is_still ? !figure_is_same(&picture->figure, &view->figure)
                                      : figure_moved(&picture->figure, &view->figure);
    if (moved || (count > 0 && !figure_is_same(&picture->figure, &view->figure))) {
        count = add_rect(rects, count, raster_figure_rect(&picture->figure), bounds);
        count = add_rect(rects, count, raster_figure_rect(&view->figure), bounds);
    }
    return count;
}

void picture_forget(Picture *picture)
{
    picture->is_painted = false;
    picture->mark_count = 0;
}

int32_t picture_paint(Picture *picture, Paint *paint, const View *view,
                      Rect rects[PICTURE_RECTS_MAX])
{
    PictureMark marks[PICTURE_MARKS_MAX];
    const int32_t mark_count = marks_of(view, marks);
    const int32_t count = changed(picture, view, marks, mark_count, rects);
    if (count == 0)
        return 0;
    const Rect clip = paint->raster->clip;
    for (int32_t i = 0; i < count; i++) {
        paint->raster->clip = rect_cross(clip, rects[i]);
        picture_paint_all(paint, view);
    }
    paint->raster->clip = clip;
    memcpy(picture->marks, marks, (size_t)mark_count * sizeof marks[0]);
    picture->mark_count = mark_count;
    picture->figure = view->figure;
    picture->is_painted = true;
    return count;
}
