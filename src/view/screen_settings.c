/* SPDX-License-Identifier: MIT */
/* A page of settings: its tabs, its rows, and what the framed row means. */
#include "view/screens.h"

/* As long as any sentence about a row: the page stands still under the frame. */
#define LONGEST_LINE                                                                     \
    "For speakers or hearing aids without a wire, which play late: the picture waits "   \
    "for them."
#define LINE_AWAY 0.9    /* of b: the frame of the last row stands between */
#define PINNED_PART 0.16 /* of the height */
#define FIGURE_PART 0.15 /* of the short side */

enum { ROWS_USUAL = 6, COLUMN_BZ = 38, LINE_BZ = 46, TOOLS = 2 };

static const char *const tools[TOOLS] = { "As it was at first", "Undo" };

static void head(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, SCREEN_TITLE_CENTRE, 0.25);
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

/* The rows of every page begin at the same height, and where there is room they take as
 * much of it as six, so that nothing moves from page to page. Returns whether label and
 * value stand side by side, as on every page then. */
static bool rows(const Scene *scene, Text *text, Layout *layout, bool is_roomy)
{
    const Metrics *metrics = &layout->metrics;
    const double top = SCREEN_TITLE_CENTRE * layout->height_px +
                       metrics->control_px / 2.0 + metrics->b_px;
    Band *band = layout_band(layout, 0, 0.25);
    const bool is_beside = layout_settings(layout, text, scene->rows, scene->row_count,
                                           (int32_t)(COLUMN_BZ * metrics->bz_px));
    if (is_roomy && is_beside && scene->row_count > 0 && scene->row_count < ROWS_USUAL)
        band->height = band->height * ROWS_USUAL / scene->row_count;
    band->centre = (top + band->height / 2.0) / layout->height_px;
    return is_beside;
}

/* Below the rows, which are the last band. */
static Band *line(const Scene *scene, Text *text, Layout *layout)
{
    const Band *above = &layout->bands[layout->band_count - 1];
    const double top = above->centre * layout->height_px + above->height / 2.0;
    const int32_t width = (int32_t)(LINE_BZ * layout->metrics.bz_px);
    Band *band = layout_band(layout, 0, 0.25);
    layout_words(layout, text, scene->detail != NULL ? scene->detail : "",
                 style_small(layout), width);
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
    const Entry first = { .control = CONTROL_TOOL, .words = tools[0] };
    const Entry undo = { .control = CONTROL_TOOL + 1, .words = tools[1] };
    screen_foot_between(scene, text, layout, &first, &undo);
    put_out_tools(scene, layout);
}

/* Between the line and the foot. */
static void figure(Layout *layout)
{
    const Band *above = &layout->bands[layout->band_count - 1];
    const double from = above->centre * layout->height_px + above->height / 2.0;
    const double to =
        SCREEN_FOOT_CENTRE * layout->height_px - layout->metrics.control_px / 2.0;
    layout_figure_band(layout, (from + to) / 2 / layout->height_px, 0.5,
                       (int32_t)(FIGURE_PART * layout->metrics.short_side_px));
}

/* What a page yields where it is tight, in this order. */
typedef enum Room { ROOM_FOR_FIGURE, ROOM_FOR_SIX, ROOM_FOR_ROWS, ROOM_COUNT } Room;

/* Returns whether it is worth a try: the figure's place is kept on every page, also where
 * there is none, unless long words need it. */
static bool lay_out(const Scene *scene, Text *text, Layout *layout, Room room)
{
    layout_begin(layout, scene);
    head(scene, text, layout);
    const bool is_beside = rows(scene, text, layout, room <= ROOM_FOR_SIX);
    line(scene, text, layout);
    if (room == ROOM_FOR_FIGURE)
        figure(layout);
    foot(scene, text, layout);
    return room != ROOM_FOR_FIGURE || scene->has_figure || is_beside;
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
    rows(scene, text, layout, false);
    layout_band(layout, 0.8, 0.25);
    layout_flow(layout, text, entries, TOOLS, LOOK_LINK, 1.0);
    put_out_tools(scene, layout);
    Band *band = line(scene, text, layout);
    band->is_pinned = band->height <= PINNED_PART * layout->height_px;
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}

void screen_of_rows(const Scene *scene, Text *text, Layout *layout)
{
    for (int room = 0; room < ROOM_COUNT; room++) {
        if (!lay_out(scene, text, layout, (Room)room) ||
            !layout_fit(layout, (FigureWish){ 0 }))
            continue;
        layout->figure_px = scene->has_figure ? layout->figure_px : 0;
        return;
    }
    lay_out_long(scene, text, layout);
}

void screen_settings(const Scene *scene, Text *text, Layout *layout)
{
    screen_of_rows(scene, text, layout);
}
