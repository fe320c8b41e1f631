/* SPDX-License-Identifier: MIT */
/* The pages of messages: those that were kept or muted, and the person's own. */
#include "view/layout_field.h"
#include "view/screens.h"

/* As long as any line about those that are marked, and about one's own. */
static const char longest_answer[] =
    "It could not be written; it counts until Leeway closes.";
static const char longest_line[] =
    "Each is a few lines in a plain file, which anybody can write by hand.";

enum { COLUMN_BZ = 46, FIELD_LINES = 3 };

/* Bands of a page stand under each other from the title down. */
static double below(Layout *layout, Band *band, double top, double gap_b)
{
    const double from = top + gap_b * layout->metrics.b_px;
    band->centre = (from + band->height / 2.0) / layout->height_px;
    return from + band->height;
}

static double title(const Scene *scene, Text *text, Layout *layout, bool is_long)
{
    const TextStyle style = is_long ? style_body(layout) : style_message(layout);
    Band *band = layout_band(layout, SCREEN_TITLE_CENTRE, 0.25);
    layout_words(layout, text, scene->line, style, layout->width_px);
    return SCREEN_TITLE_CENTRE * layout->height_px + band->height / 2.0;
}

static double field(const Scene *scene, Text *text, Layout *layout, double top)
{
    Band *band = layout_band(layout, 0, 0.25);
    layout_field(layout, text, &scene->field,
                 (int32_t)(COLUMN_BZ * layout->metrics.bz_px),
                 layout_field_height(layout, FIELD_LINES));
    return below(layout, band, top, 1.2);
}

static double keep(const Scene *scene, Text *text, Layout *layout, double top)
{
    const Entry entry = { .control = CONTROL_TOOL, .words = scene->tools[0] };
    Band *band = layout_band(layout, 0, 0.25);
    layout_flow(layout, text, &entry, 1, LOOK_VALUE, 1.0);
    return below(layout, band, top, 0.5);
}

/* Its place is kept where there is none. */
static double line(const Scene *scene, Text *text, Layout *layout, const char *longest,
                   double top)
{
    const TextStyle style = style_small(layout);
    Band *band = layout_band(layout, 0, 0.25);
    layout_words(layout, text, scene->detail, style,
                 (int32_t)(COLUMN_BZ * layout->metrics.bz_px));
    layout_centre_band(layout, band, layout_needed_px(layout, text, longest, style));
    return below(layout, band, top, 0.7);
}

static void rows(const Scene *scene, Text *text, Layout *layout, double top)
{
    if (scene->row_count == 0)
        return;
    Band *band = layout_band(layout, 0, 0.25);
    screen_worded_rows(scene, text, layout);
    below(layout, band, top, 1.4);
}

/* The way on to more of them stands beside the way out. */
static void foot(const Scene *scene, Text *text, Layout *layout, int32_t more,
                 bool is_long)
{
    const Entry entry = { .control = CONTROL_TOOL + more, .words = scene->tools[more] };
    if (is_long)
        layout_tighten(layout);
    screen_foot_between(scene, text, layout, NULL,
                        scene->tool_count > more ? &entry : NULL);
}

/* --- kept, and not for me --- */

static void lay_out_marked(const Scene *scene, Text *text, Layout *layout, bool is_long)
{
    layout_begin(layout, scene);
    double top = title(scene, text, layout, is_long);
    top = line(scene, text, layout, longest_answer, top);
    rows(scene, text, layout, top);
    foot(scene, text, layout, 0, is_long);
}

void screen_marked(const Scene *scene, Text *text, Layout *layout)
{
    lay_out_marked(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out_marked(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}

/* --- one's own --- */

static void lay_out_mine(const Scene *scene, Text *text, Layout *layout, bool is_long)
{
    layout_begin(layout, scene);
    double top = title(scene, text, layout, is_long);
    top = field(scene, text, layout, top);
    top = line(scene, text, layout, longest_line, top);
    top = keep(scene, text, layout, top);
    rows(scene, text, layout, top);
    foot(scene, text, layout, 1, is_long);
}

void screen_mine(const Scene *scene, Text *text, Layout *layout)
{
    lay_out_mine(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out_mine(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
