/* SPDX-License-Identifier: MIT */
/* Home before reaching out: a title and a sentence, three equal tiles, one quiet line,
 * and below them what every face has where it always is. Where there is little room the
 * tiles become rows, the title goes (the door has it), and then it scrolls. */
#include "view/screens.h"

#include <math.h>

#define TITLE_CENTRE 0.125
#define SAYS_CENTRE 0.235
#define TILES_CENTRE 0.395
#define ASIDE_CENTRE 0.515
#define TILE_WIDTH 16 /* b z */
#define TILE_HIGH 6   /* b z, and at least TILE_LEAST points */
#define SAYS_WIDTH 46

enum { TILE_LEAST = 96 };

typedef enum Room { ROOM_USUAL, ROOM_LOW_TILES, ROOM_TIGHT, ROOM_COUNT } Room;

static void add_says(const Scene *scene, Text *text, Layout *layout, Room room)
{
    TextStyle style = room == ROOM_TIGHT ? style_small(layout) : style_body(layout);
    style.colour = THEME_SECONDARY;
    layout_band(layout, SAYS_CENTRE, 0.25);
    layout_words(layout, text, scene->says, style,
                 room == ROOM_TIGHT ? layout->width_px
                                    : (int32_t)(SAYS_WIDTH * layout->metrics.bz_px));
}

void screen_reach_title(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, TITLE_CENTRE, 0.25);
    layout_words(layout, text, scene->title, style_message(layout), layout->width_px);
    add_says(scene, text, layout, ROOM_USUAL);
}

/* High ones where there is room for them. */
static void add_tiles(const Scene *scene, Text *text, Layout *layout, Room room)
{
    Entry tiles[SCENE_TOOLS_MAX];
    const Metrics *metrics = &layout->metrics;
    const int32_t door = metrics->door_px;
    const int32_t least = layout_px(layout, TILE_LEAST);
    const int32_t high = (int32_t)lround(TILE_HIGH * metrics->bz_px);
    int32_t count = 0;
    for (int32_t i = 0; i < scene->tool_count; i++)
        if (scene->tools[i] != NULL)
            tiles[count++] =
                (Entry){ .control = CONTROL_TOOL + i, .words = scene->tools[i] };
    layout_band(layout, TILES_CENTRE, 0.5);
    if (room == ROOM_USUAL)
        layout->metrics.door_px = high > least ? high : least;
    layout_tiles(layout, text, tiles, count, (int32_t)(TILE_WIDTH * metrics->bz_px));
    layout->metrics.door_px = door;
}

static void add_aside(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, ASIDE_CENTRE, 0.35);
    layout_words(layout, text, scene->aside, style_small(layout), layout->width_px);
}

static void add_line(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, 0.575, 0.25)->is_pinned = true;
    screen_line(scene, text, layout, style_body(layout), layout->width_px);
}

static void add_below(const Scene *scene, Text *text, Layout *layout)
{
    screen_home_row(scene, text, layout);
    screen_home_doors(scene, text, layout);
    screen_home_foot(text, layout);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, Room room)
{
    layout_begin(layout, scene);
    if (room == ROOM_TIGHT)
        layout->metrics.door_px = layout->metrics.control_px;
    if (room != ROOM_TIGHT)
        screen_reach_title(scene, text, layout);
    else
        add_says(scene, text, layout, room);
    add_tiles(scene, text, layout, room);
    add_aside(scene, text, layout);
    add_line(scene, text, layout);
    add_below(scene, text, layout);
}

/* What Space and Esc do stays in sight, and the tiles are there without a search. */
static void lay_out_scrolled(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    add_line(scene, text, layout);
    add_tiles(scene, text, layout, ROOM_LOW_TILES);
    add_says(scene, text, layout, ROOM_TIGHT);
    add_aside(scene, text, layout);
    add_below(scene, text, layout);
}

void screen_reach(const Scene *scene, Text *text, Layout *layout)
{
    for (Room room = ROOM_USUAL; room < ROOM_COUNT; room++) {
        lay_out(scene, text, layout, room);
        if (layout_fit(layout, (FigureWish){ 0 }))
            return;
    }
    lay_out_scrolled(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
