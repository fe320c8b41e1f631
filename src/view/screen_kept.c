/* SPDX-License-Identifier: MIT */
/* What is kept, row by row: what it is, how much and where, and what can be done. The
 * rows of messages are of the same kind. */
#include "view/screens.h"

#define WIDTH 46       /* b z, of a row */
#define WORDS_LEAST 16 /* b z that the words need beside the controls */
#define SENTENCE 50    /* b z */

enum {
    FRAME = 8 /* points: room for the frame between words and controls */
};

/* As long as each tool may be: what is not there now keeps its place. */
static const char *const tool_words[SCENE_TOOLS_MAX] = { "Erase everything", "Put back" };

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static Band *last_band(Layout *layout)
{
    return &layout->bands[layout->band_count - 1];
}

static int32_t row_width(const Layout *layout)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t wish = (int32_t)(WIDTH * layout->metrics.bz_px);
    return wish < most ? wish : most;
}

static void move_items(Layout *layout, int32_t first, int32_t end, int32_t by_px)
{
    for (int32_t i = first; i < end; i++) {
        Item *item = &layout->items[i];
        item->rect.y += by_px;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].baseline += by_px;
    }
}

static void row_words(const SceneRow *row, Text *text, Layout *layout, Rect box)
{
    TextStyle what = style_small(layout);
    what.colour = THEME_TEXT;
    layout_words_left(layout, text, row->label, what, box);
    if (row->says[0] != '\0')
        layout_words_left(layout, text, row->says, style_small(layout), box);
}

static int32_t control_gap(const Layout *layout)
{
    return (int32_t)(layout->metrics.bz_px + 0.5);
}

/* One control, or two. */
static int32_t controls_width(const SceneRow *row, Text *text, const Layout *layout)
{
    const int32_t size = layout->metrics.small_px;
    const int32_t less = text_width_px(text, row->less, size);
    if (row->more == NULL)
        return less;
    return less + control_gap(layout) + text_width_px(text, row->more, size);
}

/* The room that is kept for them: of the longest word that may stand there. */
static int32_t controls_room(const SceneRow *row, Text *text, const Layout *layout)
{
    const int32_t now = controls_width(row, text, layout);
    if (row->longest == NULL)
        return now;
    return larger(now, text_width_px(text, row->longest, layout->metrics.small_px));
}

/* The controls from `place` on, in the middle of its height; where there are none
 * their room stays. */
static void row_controls(const SceneRow *row, int32_t at, Text *text, Layout *layout,
                         Rect place)
{
    const Entry show = { .control = CONTROL_LESS + at, .words = row->less };
    const Entry erase = { .control = CONTROL_MORE + at, .words = row->more };
    const int32_t first = layout->item_count;
    const int32_t control_px = layout->metrics.control_px;
    const int32_t top = place.y + (place.h - control_px) / 2;
    if (row->has_steps) {
        layout_side(layout, text, &show, 1, place.x, 1.0);
        const int32_t width = layout->items[first].rect.w;
        if (row->more != NULL)
            layout_side(layout, text, &erase, 1, place.x + width + control_gap(layout),
                        1.0);
        move_items(layout, first, layout->item_count, top);
    }
    last_band(layout)->height = larger(last_band(layout)->height, top + control_px);
}

static void add_row(const Scene *scene, int32_t at, Text *text, Layout *layout)
{
    const SceneRow *row = &scene->rows[at];
    const int32_t width = row_width(layout), left = (layout->width_px - width) / 2;
    const int32_t beside = controls_width(row, text, layout);
    const int32_t words =
        width - controls_room(row, text, layout) - (int32_t)(2 * layout->metrics.b_px);
    const bool is_beside = words >= WORDS_LEAST * layout->metrics.bz_px;
    if (at > 0)
        last_band(layout)->height += (int32_t)layout->metrics.b_px;
    const int32_t top = last_band(layout)->height, first = layout->item_count;
    row_words(row, text, layout, (Rect){ left, 0, is_beside ? words : width, 0 });
    const int32_t bottom = last_band(layout)->height;
    const int32_t control = layout->metrics.control_px;
    const Rect place =
        is_beside ? (Rect){ left + width - beside, top, 0, larger(bottom - top, control) }
                  : (Rect){ left, bottom + layout_px(layout, FRAME), 0, control };
    if (is_beside && bottom - top < control) /* one line stands beside its control */
        move_items(layout, first, layout->item_count, (control - (bottom - top)) / 2);
    row_controls(row, at, text, layout, place);
}

void screen_worded_rows(const Scene *scene, Text *text, Layout *layout)
{
    for (int32_t i = 0; i < scene->row_count; i++)
        add_row(scene, i, text, layout);
}

static void tools(const Scene *scene, Text *text, Layout *layout)
{
    Entry entries[SCENE_TOOLS_MAX];
    const int32_t first = layout->item_count;
    for (int32_t i = 0; i < scene->tool_count; i++) {
        const bool is_there = scene->tools[i] != NULL;
        entries[i] = (Entry){ .control = is_there ? CONTROL_TOOL + i : CONTROL_NONE,
                              .words = is_there ? scene->tools[i] : tool_words[i] };
    }
    layout_flow(layout, text, entries, scene->tool_count, LOOK_LINK, 1.0);
    screen_spread(layout, first);
    for (int32_t i = first; i < layout->item_count; i++) {
        Item *item = &layout->items[i];
        item->light = item->control != CONTROL_NONE ? 1.0 : 0.0;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].light = item->light;
    }
}

void screen_kept(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    layout_band(layout, 0.12, 0.25);
    screen_line(scene, text, layout, style_body(layout),
                (int32_t)(SENTENCE * layout->metrics.bz_px));
    layout_band(layout, 0.48, 0.5);
    screen_worded_rows(scene, text, layout);
    layout_band(layout, 0.82, 0.5);
    tools(scene, text, layout);
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
