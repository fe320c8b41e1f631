/* SPDX-License-Identifier: MIT */
/* The three ways in which a column of bands fits a window. */
#include "view/layout.h"

#include <math.h>

#define STACK_GAP_LEAST 0.35 /* of b */
#define STACK_GAP_MOST 1.25
#define FIGURE_GAP 0.5
#define SCROLL_FIGURE 0.24 /* of S */

/* In points. */
enum {
    SCROLL_FIGURE_LEAST = 84,
    SCROLL_AIR = 6 /* above and below what scrolls: room for the frame */
};

static int32_t rounded(double value)
{
    return (int32_t)lround(value);
}

/* Moves a band, which stands at its own zero, to top. */
static void move_band(Layout *layout, const Band *band, int32_t top, bool scrolls)
{
    if (band->is_figure) {
        layout->figure_y_px = top + band->height / 2.0;
        layout->figure_px = band->height;
        layout->is_figure_aside = true;
    }
    for (int32_t i = band->item; i < band->item + band->item_count; i++) {
        Item *item = &layout->items[i];
        item->rect.y += top;
        item->scrolls = scrolls;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].baseline += top;
    }
}

static int32_t page_top(const Layout *layout, const Band *band)
{
    return rounded(band->centre * layout->height_px - band->height / 2.0);
}

static bool fits_page(const Layout *layout, FigureWish figure)
{
    const double b = layout->metrics.b_px;
    double above = figure.usual_px > 0
                       ? figure.centre * layout->height_px + figure.usual_px / 2
                       : -FIGURE_GAP * b;
    for (int32_t i = 0; i < layout->band_count; i++) {
        const Band *band = &layout->bands[i];
        const int32_t top = page_top(layout, band);
        if (top < above + band->gap_b * b)
            return false;
        above = top + band->height;
    }
    const double below = layout->head_px > 0 ? layout->head_px + FIGURE_GAP * b : 0;
    return above <= layout->height_px &&
           figure.centre * layout->height_px - figure.usual_px / 2 >= below;
}

static void place_page(Layout *layout, FigureWish figure)
{
    layout->fit = FIT_PAGE;
    layout->figure_x_px = layout->width_px / 2.0;
    layout->figure_y_px = figure.centre * layout->height_px;
    layout->figure_px = figure.usual_px;
    for (int32_t i = 0; i < layout->band_count; i++)
        move_band(layout, &layout->bands[i], page_top(layout, &layout->bands[i]), false);
}

static int32_t bands_height(const Layout *layout)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < layout->band_count; i++)
        sum += layout->bands[i].height;
    return sum;
}

/* The gap of a stack: as wide as there is room, between the least and the most. */
static double stack_gap(const Layout *layout, double figure_px)
{
    const double b = layout->metrics.b_px;
    const double room = layout->height_px - layout->head_px -
                        2.0 * layout->metrics.margin_px - bands_height(layout) -
                        figure_px;
    const double gap = room / (layout->band_count + (figure_px > 0 ? 1 : 0));
    if (gap < STACK_GAP_LEAST * b)
        return STACK_GAP_LEAST * b;
    return gap > STACK_GAP_MOST * b ? STACK_GAP_MOST * b : gap;
}

/* What a stack leaves for the figure; without one, for air above the first band. */
static double stack_room(const Layout *layout, double gap)
{
    return layout->height_px - layout->head_px - layout->metrics.margin_px -
           bands_height(layout) - gap * layout->band_count;
}

static bool fits_stack(const Layout *layout, FigureWish figure)
{
    const double gap = stack_gap(layout, figure.usual_px);
    const double room = stack_room(layout, gap);
    return figure.usual_px > 0 ? room - gap >= figure.least_px : room >= 0;
}

static void place_stack(Layout *layout, FigureWish figure)
{
    const double gap = stack_gap(layout, figure.usual_px);
    const double room = stack_room(layout, gap);
    layout->fit = FIT_STACK;
    layout->figure_x_px = layout->width_px / 2.0;
    layout->figure_y_px = layout->head_px + room / 2;
    layout->figure_px = fmin(figure.usual_px, room - gap);
    double y = layout->height_px - layout->metrics.margin_px;
    for (int32_t i = layout->band_count - 1; i >= 0; i--) {
        const Band *band = &layout->bands[i];
        y -= band->height;
        const bool floats = i == 0 && figure.usual_px <= 0;
        move_band(layout, band, rounded(floats ? y / 2 : y), false);
        y -= gap;
    }
}

bool layout_fit(Layout *layout, FigureWish figure)
{
    if (fits_page(layout, figure))
        place_page(layout, figure);
    else if (fits_stack(layout, figure))
        place_stack(layout, figure);
    else
        return false;
    return true;
}

/* Pinned bands stand above what scrolls when they come before it, else below. Returns the
 * room between them. */
static Rect place_pinned(Layout *layout, int32_t top)
{
    const int32_t gap = rounded(STACK_GAP_LEAST * layout->metrics.b_px);
    int32_t first = 0, last = layout->band_count - 1;
    for (; first < layout->band_count && layout->bands[first].is_pinned; first++) {
        move_band(layout, &layout->bands[first], top, false);
        top += layout->bands[first].height + gap;
    }
    int32_t bottom = layout->height_px - gap;
    for (; last >= first && layout->bands[last].is_pinned; last--) {
        bottom -= layout->bands[last].height;
        move_band(layout, &layout->bands[last], bottom, false);
        bottom -= gap;
    }
    return (Rect){ 0, top, layout->width_px, bottom - top };
}

static int32_t pinned_height(const Layout *layout)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < layout->band_count; i++)
        if (layout->bands[i].is_pinned)
            sum +=
                layout->bands[i].height + rounded(STACK_GAP_LEAST * layout->metrics.b_px);
    return sum;
}

static void place_scrolled(Layout *layout, int32_t scroll_px)
{
    const int32_t gap = rounded(STACK_GAP_MOST * layout->metrics.b_px);
    int32_t content = 0;
    for (int32_t i = 0; i < layout->band_count; i++)
        if (!layout->bands[i].is_pinned)
            content += layout->bands[i].height + gap;
    const Rect view = layout->scroll_view;
    const int32_t air = layout_px(layout, SCROLL_AIR);
    const int32_t most = content - gap + 2 * air - view.h;
    layout->scroll_max_px = most > 0 ? most : 0;
    const int32_t offset =
        scroll_px > layout->scroll_max_px ? layout->scroll_max_px : scroll_px;
    int32_t y = view.y + air - offset + (most < 0 ? -most / 2 : 0);
    for (int32_t i = 0; i < layout->band_count; i++) {
        const Band *band = &layout->bands[i];
        if (band->is_pinned)
            continue;
        move_band(layout, band, y, true);
        y += band->height + gap;
    }
}

static void place_scroll(Layout *layout, FigureWish figure, int32_t scroll_px)
{
    const Metrics *metrics = &layout->metrics;
    const double least = fmax(SCROLL_FIGURE * metrics->short_side_px,
                              SCROLL_FIGURE_LEAST * metrics->density);
    const int32_t air = rounded(STACK_GAP_LEAST * metrics->b_px);
    const double left = layout->height_px - pinned_height(layout) - least - 3.0 * air;
    const bool has_figure = figure.usual_px > 0 && left >= metrics->control_px;
    layout->fit = FIT_SCROLL;
    layout->figure_x_px = layout->width_px / 2.0;
    layout->figure_y_px = air + least / 2;
    layout->figure_px = has_figure ? least : 0;
    layout->scroll_view =
        place_pinned(layout, has_figure ? rounded(least) + 2 * air : air);
    place_scrolled(layout, scroll_px);
}

void layout_place(Layout *layout, FigureWish figure, int32_t scroll_px)
{
    if (!layout_fit(layout, figure))
        place_scroll(layout, figure, scroll_px);
}

static bool is_cut(const Run *run, Rect view)
{
    const int32_t top = run->baseline - run->size_px;
    const int32_t bottom = run->baseline + run->size_px / 3;
    return (top < view.y && bottom > view.y) ||
           (top < view.y + view.h && bottom > view.y + view.h);
}

void layout_hide_cut_words(Layout *layout)
{
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        for (int32_t r = item->run; item->scrolls && r < item->run + item->run_count; r++)
            if (is_cut(&layout->runs[r], layout->scroll_view))
                layout->runs[r].light = 0;
    }
}

static bool is_inside(Rect rect, int32_t x, int32_t y)
{
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

int32_t layout_control_at(const Layout *layout, int32_t x, int32_t y)
{
    /* What was laid out later lies on top. */
    for (int32_t i = layout->item_count - 1; i >= 0; i--) {
        const Item *item = &layout->items[i];
        if (item->control == CONTROL_NONE || item->light <= 0 ||
            !is_inside(item->rect, x, y))
            continue;
        if (!item->scrolls || is_inside(layout->scroll_view, x, y))
            return item->control;
    }
    const double dx = x - layout->figure_x_px, dy = y - layout->figure_y_px;
    const double radius = layout->is_figure_aside ? 0 : layout->figure_px / 2;
    return radius > 0 && dx * dx + dy * dy <= radius * radius ? CONTROL_FIGURE
                                                              : CONTROL_NONE;
}

int32_t layout_next_control(const Layout *layout, int32_t from, int32_t step)
{
    int32_t controls[LAYOUT_ITEMS_MAX + 1];
    int32_t count = 0, at = -1;
    if (layout->figure_px > 0 && !layout->is_figure_aside)
        controls[count++] = CONTROL_FIGURE;
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].control != CONTROL_NONE && layout->items[i].light > 0 &&
            !layout->items[i].is_passed)
            controls[count++] = layout->items[i].control;
    for (int32_t i = 0; i < count; i++)
        if (controls[i] == from)
            at = i;
    if (count == 0)
        return CONTROL_NONE;
    if (at < 0)
        return controls[step > 0 ? 0 : count - 1];
    return controls[(at + step + count) % count];
}

int32_t layout_scroll_to(const Layout *layout, int32_t control, int32_t scroll_px)
{
    const Rect view = layout->scroll_view;
    const int32_t air = layout_px(layout, SCROLL_AIR);
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        if (item->control != control || !item->scrolls)
            continue;
        const int32_t top = item->rect.y - air;
        const int32_t bottom = item->rect.y + item->rect.h + air;
        if (bottom > view.y + view.h)
            scroll_px += bottom - view.y - view.h;
        if (top < view.y)
            scroll_px -= view.y - top;
    }
    if (scroll_px > layout->scroll_max_px)
        scroll_px = layout->scroll_max_px;
    return scroll_px < 0 ? 0 : scroll_px;
}
