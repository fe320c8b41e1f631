/* SPDX-License-Identifier: MIT */
/* After a practice, however it ended: one message with its tools, and three equal
 * buttons. */
#include "view/screens.h"

#include <string.h>

/* As long as any answer to a tool. */
#define LONGEST_ANSWER "It could not be written; it counts until Leeway closes."
#define MESSAGE_BZ 30
#define ANSWER_BZ 46

/* What stands where "keep" stands once it was pressed. */
static const char keep[] = "keep", kept[] = "kept";

static void message(const Scene *scene, Text *text, Layout *layout, bool is_tight)
{
    TextStyle style = is_tight ? style_body(layout) : style_message(layout);
    style.light = scene->line_light;
    layout_band(layout, SCREEN_FIGURE_CENTRE, 0.5);
    const int32_t width = (int32_t)(MESSAGE_BZ * layout->metrics.bz_px);
    if (scene->tool_count == 0)
        screen_line(scene, text, layout, style, width);
    else
        layout_words(layout, text, scene->line, style, width);
}

/* A word takes another one's place, and its neighbours stay where they are. */
static void put_word(Layout *layout, Text *text, Item *item, const char *word)
{
    Run *run = &layout->runs[item->run];
    const int32_t width = text_width_px(text, word, run->size_px);
    run->x += (run->width_px - width) / 2;
    run->width_px = width;
    run->utf8 = word;
    run->length = (int32_t)strlen(word);
}

static bool is_kept(const Scene *scene, int32_t tool)
{
    return strcmp(scene->tools[tool], kept) == 0;
}

static void tools(const Scene *scene, Text *text, Layout *layout)
{
    Entry entries[SCENE_TOOLS_MAX];
    const int32_t first = layout->item_count;
    for (int32_t i = 0; i < scene->tool_count; i++)
        entries[i] = (Entry){ .control = CONTROL_TOOL + i,
                              .words = is_kept(scene, i) ? keep : scene->tools[i] };
    layout_band(layout, 0.58, 0.25);
    layout_flow(layout, text, entries, scene->tool_count, LOOK_LINK, scene->tools_light);
    screen_spread(layout, first);
    for (int32_t i = 0; i < scene->tool_count; i++)
        if (is_kept(scene, i))
            put_word(layout, text, &layout->items[first + i], kept);
}

/* Its place stays, so that nothing moves when a tool is answered. */
static void answer(const Scene *scene, Text *text, Layout *layout)
{
    TextStyle style = style_small(layout);
    style.light = scene->hint_light;
    Band *band = layout_band(layout, 0.66, 0.1);
    layout_words(layout, text, scene->hint_is_answer ? scene->hint : "", style,
                 (int32_t)(ANSWER_BZ * layout->metrics.bz_px));
    layout_centre_band(layout, band,
                       layout_needed_px(layout, text, LONGEST_ANSWER, style));
}

static void buttons(const Scene *scene, Text *text, Layout *layout)
{
    Entry entries[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        entries[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.80, 0.5);
    layout_tiles(layout, text, entries, scene->choice_count,
                 (int32_t)(14.4 * layout->metrics.bz_px));
}

static void foot(const Scene *scene, Text *text, Layout *layout)
{
    const Entry entries[] = {
        entry_of_people(),
        entry_of_action(ACTION_OUT, scene->out_says),
    };
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5)->is_pinned = true;
    layout_flow(layout, text, entries, 2, LOOK_LINK, 1.0);
}

/* What it yields where it is tight: the message takes the size of the buttons; where the
 * page scrolls, what is answered stands above the tools, so that whoever sees the one
 * sees the other. */
typedef enum Room { ROOM_USUAL, ROOM_TIGHT, ROOM_SCROLLS } Room;

static void lay_out(const Scene *scene, Text *text, Layout *layout, Room room)
{
    const bool has_tools = scene->tool_count > 0;
    layout_begin(layout, scene);
    if (room != ROOM_USUAL)
        layout_tighten(layout);
    message(scene, text, layout, room != ROOM_USUAL);
    if (has_tools && room == ROOM_SCROLLS)
        answer(scene, text, layout);
    if (has_tools)
        tools(scene, text, layout);
    if (has_tools && room != ROOM_SCROLLS)
        answer(scene, text, layout);
    buttons(scene, text, layout);
    foot(scene, text, layout);
}

void screen_after(const Scene *scene, Text *text, Layout *layout)
{
    for (int room = ROOM_USUAL; room < ROOM_SCROLLS; room++) {
        lay_out(scene, text, layout, (Room)room);
        if (layout_fit(layout, (FigureWish){ 0 }))
            return;
    }
    lay_out(scene, text, layout, ROOM_SCROLLS);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
