/* SPDX-License-Identifier: MIT */
/* One page to write on: lines to start from, the field, what becomes of it, four equal
 * ways. The field gives its lines where there is little room, down to FIELD_LINES; then
 * the page scrolls, and what is framed is in view. */
#include "view/layout_field.h"
#include "view/screens.h"

#include <math.h>

#define COLUMN 42 /* b z */
#define TITLE_CENTRE 0.075
#define CHIPS_CENTRE 0.16
#define FIELD_CENTRE 0.42
#define FIELD_HIGH 0.33 /* of H */
#define FIELD_LINE 1.68 /* b z */
#define HELD_CENTRE 0.615
#define WAYS_CENTRE 0.70
#define DRAFT_CENTRE 0.77
#define OFFER_CENTRE 0.845

enum { FIELD_LINES = 3, FRAME_AIR = 6 /* points, as layout_fit.c has it */ };

/* As long as what a button may come to. */
#define LONGEST_ANSWER                                                                   \
    "Copied. It can be pasted for ten minutes, also when Leeway has closed."

static int32_t column_px(const Layout *layout)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t wish = (int32_t)lround(COLUMN * layout->metrics.bz_px);
    return wish < most ? wish : most;
}

static void add_chips(const Scene *scene, Text *text, Layout *layout)
{
    Entry chips[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        chips[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, TITLE_CENTRE, 0.25);
    layout_words(layout, text, scene->title, style_small(layout), layout->width_px);
    layout_band(layout, CHIPS_CENTRE, 0.25);
    layout_flow(layout, text, chips, scene->choice_count, LOOK_CHIP, 1.0);
}

static void add_field(const Scene *scene, Text *text, Layout *layout, int32_t lines)
{
    layout_band(layout, FIELD_CENTRE, 0.25);
    layout_field(layout, text, &scene->field, column_px(layout),
                 layout_field_height(layout, lines));
}

/* What becomes of the line; what a button came to takes its place for a while, and
 * nothing moves because of that. */
static void add_held(const Scene *scene, Text *text, Layout *layout)
{
    const TextStyle style = style_small(layout);
    Band *band = layout_band(layout, HELD_CENTRE, 0.25);
    layout_words(layout, text, scene->line, style, column_px(layout));
    layout_centre_band(layout, band,
                       layout_needed_px(layout, text, LONGEST_ANSWER, style));
}

static void add_ways(const Scene *scene, Text *text, Layout *layout)
{
    Entry ways[SCENE_TOOLS_MAX];
    for (int32_t i = 0; i < scene->tool_count; i++)
        ways[i] = (Entry){ .control = CONTROL_TOOL + i, .words = scene->tools[i] };
    const int32_t gaps = (scene->tool_count - 1) * layout->metrics.gap_px;
    layout_band(layout, WAYS_CENTRE, 0.25);
    layout_tiles(layout, text, ways, scene->tool_count,
                 (column_px(layout) - gaps) / scene->tool_count);
    layout_band(layout, DRAFT_CENTRE, 0.25);
    layout_words(layout, text, scene->says, style_small(layout), column_px(layout));
}

/* Its place is kept, so that no button moves under a hand when it comes. */
static void add_offer(const Scene *scene, Text *text, Layout *layout)
{
    const bool is_there = scene->detail != NULL;
    const Entry breaths = { .control = CONTROL_ROW,
                            .words = is_there ? scene->detail : "a few breaths" };
    TextStyle style = style_small(layout);
    style.light = is_there ? style.light : 0.0;
    layout_band(layout, OFFER_CENTRE, 0.25);
    layout_words(layout, text, scene->aside, style, column_px(layout));
    layout_flow(layout, text, &breaths, 1, LOOK_LINK, 1.0);
    if (!is_there)
        layout_put_out(layout, CONTROL_ROW);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, int32_t lines)
{
    const Entry people = entry_of_people();
    layout_begin(layout, scene);
    add_chips(scene, text, layout);
    add_field(scene, text, layout, lines);
    add_held(scene, text, layout);
    add_ways(scene, text, layout);
    add_offer(scene, text, layout);
    screen_foot(scene, text, layout, &people, 1);
}

static bool is_field_seen(const Layout *layout)
{
    const Rect field = layout->items[layout->field.item].rect;
    return field.h + 2 * layout_px(layout, FRAME_AIR) <= layout->scroll_view.h;
}

/* Where it scrolls the foot says no more than it has to, and all of the field can be
 * seen at once: the caret would be lost otherwise. */
static void scroll(const Scene *scene, Text *text, Layout *layout)
{
    Scene shorter = *scene;
    shorter.out_says = "leave";
    for (int32_t lines = FIELD_LINES; lines > 0; lines--) {
        lay_out(&shorter, text, layout, lines);
        layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
        if (layout->fit != FIT_SCROLL || is_field_seen(layout))
            return;
    }
}

void screen_write(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    const Metrics *metrics = &layout->metrics;
    const double room = FIELD_HIGH * scene->height_px - metrics->b_px;
    for (int32_t lines = (int32_t)(room / (FIELD_LINE * metrics->bz_px));
         lines >= FIELD_LINES; lines--) {
        lay_out(scene, text, layout, lines);
        if (layout_fit(layout, (FigureWish){ 0 }))
            return;
    }
    scroll(scene, text, layout);
}
