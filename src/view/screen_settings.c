/* SPDX-License-Identifier: MIT */
/* A page of settings: its tabs, its rows, and what the framed row means. */
#include "view/screens.h"

/* As long as any sentence about a row: the page stands still under the frame. */
#define LONGEST_LINE                                                                     \
    "For speakers or hearing aids without a wire, which play late: the picture waits "   \
    "for them."
#define TABS_CENTRE 0.12
#define LINE_AWAY 0.9    /* of b: the frame of the last row stands between */
#define PINNED_PART 0.16 /* of the height */
#define FIGURE_PART 0.15 /* of the short side */

enum { ROWS_USUAL = 6, COLUMN_BZ = 38, LINE_BZ = 46, TOOLS = 2 };

static const char *const tools[TOOLS] = { "As it was at first", "Undo" };

static void head(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, TABS_CENTRE, 0.25);
    if (scene->tab_count == 0) {
        layout_words(layout, text, scene->line, style_message(layout), layout->width_px);
        return;
    }
    Entry tabs[SCENE_TABS_MAX];
    for (int32_t i = 0; i < scene->tab_count; i++)
        tabs[i] = (Entry){ .control = CONTROL_TAB + i,
                           .words = scene->tabs[i],
                           .is_chosen = i == scene->tab };
    layout_tabs(layout, text, tabs, scene->tab_count);
}

/* The rows of every page begin at the same height. Returns where six of them end. */
static double rows(const Scene *scene, Text *text, Layout *layout)
{
    const Metrics *metrics = &layout->metrics;
    const double top =
        TABS_CENTRE * layout->height_px + metrics->control_px / 2.0 + metrics->b_px;
    Band *band = layout_band(layout, 0, 0.25);
    layout_settings(layout, text, scene->rows, scene->row_count,
                    (int32_t)(COLUMN_BZ * metrics->bz_px));
    band->centre = (top + band->height / 2.0) / layout->height_px;
    return top + (double)band->height * ROWS_USUAL / scene->row_count;
}

static Band *line(const Scene *scene, Text *text, Layout *layout, double top)
{
    const int32_t width = (int32_t)(LINE_BZ * layout->metrics.bz_px);
    Band *band = layout_band(layout, 0, 0.25);
    layout_words(layout, text, scene->detail, style_small(layout), width);
    layout_centre_band(layout, band,
                       layout_needed_px(layout, text, LONGEST_LINE, style_small(layout)));
    band->centre =
        (top + LINE_AWAY * layout->metrics.b_px + band->height / 2.0) / layout->height_px;
    return band;
}

/* The tools keep their place whether they are there now or not. */
static void put_out_tools(const Scene *scene, Layout *layout)
{
    for (int32_t i = 0; i < TOOLS; i++)
        if (i >= scene->tool_count || scene->tools[i] == NULL)
            layout_put_out(layout, CONTROL_TOOL + i);
}

static void foot(const Scene *scene, Text *text, Layout *layout)
{
    const Entry entries[TOOLS + 1] = { { .control = CONTROL_TOOL, .words = tools[0] },
                                       { .control = CONTROL_TOOL + 1, .words = tools[1] },
                                       entry_of_action(ACTION_OUT, scene->out_says) };
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5)->is_pinned = true;
    layout_flow(layout, text, entries, TOOLS + 1, LOOK_LINK, 1.0);
    put_out_tools(scene, layout);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, bool has_figure)
{
    layout_begin(layout, scene);
    head(scene, text, layout);
    const double bottom = rows(scene, text, layout);
    line(scene, text, layout, bottom);
    if (has_figure) {
        const double height = layout->height_px;
        const double above = layout->bands[layout->band_count - 1].centre * height +
                             layout->bands[layout->band_count - 1].height / 2.0;
        const double below =
            SCREEN_FOOT_CENTRE * height - layout->metrics.control_px / 2.0;
        layout_figure_band(layout, (above + below) / 2 / height, 0.5,
                           (int32_t)(FIGURE_PART * layout->metrics.short_side_px));
    }
    foot(scene, text, layout);
}

/* All but the way out scrolls, and the line where it is short enough to stay in view
 * beside the row that it is about. */
static void lay_out_long(const Scene *scene, Text *text, Layout *layout)
{
    const Entry entries[TOOLS] = { { .control = CONTROL_TOOL, .words = tools[0] },
                                   { .control = CONTROL_TOOL + 1, .words = tools[1] } };
    layout_begin(layout, scene);
    layout_tighten(layout);
    head(scene, text, layout);
    rows(scene, text, layout);
    layout_band(layout, 0.8, 0.25);
    layout_flow(layout, text, entries, TOOLS, LOOK_LINK, 1.0);
    put_out_tools(scene, layout);
    Band *band = line(scene, text, layout, 0);
    band->is_pinned = band->height <= PINNED_PART * layout->height_px;
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}

/* Where there is little room the figure goes first. */
void screen_of_rows(const Scene *scene, Text *text, Layout *layout)
{
    for (int32_t figure = scene->has_figure ? 1 : 0; figure >= 0; figure--) {
        lay_out(scene, text, layout, figure == 1);
        if (layout_fit(layout, (FigureWish){ 0 }))
            return;
    }
    lay_out_long(scene, text, layout);
}

void screen_settings(const Scene *scene, Text *text, Layout *layout)
{
    screen_of_rows(scene, text, layout);
}
