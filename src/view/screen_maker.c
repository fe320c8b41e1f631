/* SPDX-License-Identifier: MIT */
/* A pattern being made: in words, in rows, what it comes to, and what can be done. */
#include "view/screens.h"

#include <string.h>

/* As long as what stands there can usually become, so that the rows stay where they are
 * while the numbers change. */
#define LONGEST_TITLE "59.9 in, 59.9 hold, 59.9 out, 59.9 rest"
#define LONGEST_LINE                                                                     \
    "3.75 breaths a minute, holds included. The inhale is longer than in most "          \
    "patterns; a small one is enough."
#define PINNED_PART 0.2 /* of the height */
#define LINE_AWAY 0.9   /* of b: the frame of the last row stands between */

enum { COLUMN_BZ = 38, LINES_BZ = 56, LINE_BZ = 46, TOOLS = 3 };

static void title(const Scene *scene, Text *text, Layout *layout, bool is_long)
{
    const TextStyle style = is_long ? style_body(layout) : style_message(layout);
    Band *band = layout_band(layout, SCREEN_TITLE_CENTRE, 0.25);
    layout_words(layout, text, scene->line, style, layout->width_px);
    if (scene->screen == SCREEN_MAKER && !is_long)
        layout_centre_band(
            layout, band,
            layout_needed_px(layout, text, LONGEST_TITLE, style_message(layout)));
}

/* Whole sentences stand in the rows of a recording. */
static int32_t column_px(const Scene *scene, const Layout *layout)
{
    const bool is_wide = scene->screen == SCREEN_VOICE;
    return (int32_t)((is_wide ? LINES_BZ : COLUMN_BZ) * layout->metrics.bz_px);
}

/* Returns where the rows end, of a page. */
static double rows(const Scene *scene, Text *text, Layout *layout)
{
    const double top = SCREEN_TITLE_CENTRE * layout->height_px +
                       layout->bands[0].height / 2.0 + layout->metrics.b_px;
    if (scene->row_count == 0)
        return top;
    Band *band = layout_band(layout, 0, 0.25);
    layout_settings(layout, text, scene->rows, scene->row_count,
                    column_px(scene, layout));
    for (int32_t i = band->item; i < band->item + band->item_count; i++) {
        const int32_t row = layout->items[i].control - CONTROL_ROW;
        if (row >= 0 && row < scene->row_count)
            layout->items[i].is_field = scene->rows[row].is_field;
    }
    band->centre = (top + band->height / 2.0) / layout->height_px;
    return top + band->height;
}

static Band *line(const Scene *scene, Text *text, Layout *layout, double top)
{
    const TextStyle style = style_small(layout);
    Band *band = layout_band(layout, 0, 0.25);
    layout_words(layout, text, scene->detail != NULL ? scene->detail : "", style,
                 (int32_t)(LINE_BZ * layout->metrics.bz_px));
    layout_centre_band(layout, band, layout_needed_px(layout, text, LONGEST_LINE, style));
    band->centre =
        (top + LINE_AWAY * layout->metrics.b_px + band->height / 2.0) / layout->height_px;
    return band;
}

/* A person has nothing but to be kept. */
static int32_t tools_of(const Scene *scene)
{
    return scene->screen == SCREEN_PERSON ? 1 : TOOLS;
}

/* What the page is for stands together. The tool behind these, Erase or its Undo, which
 * is not always there, stands beside the way out, where Undo stands on other pages. */
static void tools(const Scene *scene, Text *text, Layout *layout)
{
    Entry entries[SCENE_TOOLS_MAX];
    const int32_t most = tools_of(scene);
    const int32_t count = scene->tool_count < most ? scene->tool_count : most;
    for (int32_t i = 0; i < count; i++)
        entries[i] = (Entry){ .control = CONTROL_TOOL + i, .words = scene->tools[i] };
    layout_band(layout, 0.845, 0.5);
    layout_flow(layout, text, entries, count, LOOK_VALUE, 1.0);
}

static void foot(const Scene *scene, Text *text, Layout *layout)
{
    const int32_t most = tools_of(scene);
    if (scene->tool_count <= most) {
        screen_foot(scene, text, layout, NULL, 0);
        return;
    }
    const char *words = scene->tools[most];
    const Entry last = { .control = CONTROL_TOOL + most,
                         .words = words != NULL ? words : "Erase" };
    screen_foot_between(scene, text, layout, NULL, &last);
    if (words == NULL)
        layout_put_out(layout, last.control);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    title(scene, text, layout, false);
    line(scene, text, layout, rows(scene, text, layout));
    tools(scene, text, layout);
    foot(scene, text, layout);
}

/* All but the way out scrolls, and the line where it is short enough to stay in view:
 * what a key came to is told there. */
static void lay_out_long(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    title(scene, text, layout, true);
    const double top = rows(scene, text, layout);
    tools(scene, text, layout);
    Band *band = line(scene, text, layout, top);
    band->is_pinned = band->height <= PINNED_PART * layout->height_px;
    layout_tighten(layout);
    foot(scene, text, layout);
}

/* Where the page scrolls its title is small, so that the rows can be seen. */
void screen_maker(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out_long(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
