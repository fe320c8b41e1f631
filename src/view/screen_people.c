/* SPDX-License-Identifier: MIT */
/* People who can be called: a country, each of them with a large number, and what is
 * known of a call. Still, and like any other page. */
#include "view/screens.h"

#define SMALLER 0.75    /* of the small letters */
#define NUMBER_LINE 1.2 /* of the size of its letters */
#define GROUP_GAP 0.9   /* of b z, above a heading */
#define ENTRY_GAP 1.6   /* of b, between two people */
#define AIR 0.35        /* of b z, between the number and what stands around it */
#define TEXTS_TOP 0.9
#define TIGHT 0.06 /* of the height: letters as small as they get here */

enum { STEP = 44 /* points */ };

static int32_t rounded(double value)
{
    return (int32_t)(value + 0.5);
}

static Band *last_band(Layout *layout)
{
    return &layout->bands[layout->band_count - 1];
}

/* The words begin where those of the row do. */
static Rect words_column(const Layout *layout)
{
    const int32_t pad = rounded(0.6 * layout->metrics.b_px);
    const Rect column = screen_column(layout);
    return (Rect){ column.x + pad, 0, column.w - 2 * pad, 0 };
}

static void leave(Layout *layout, double px)
{
    last_band(layout)->height += rounded(px);
}

static TextStyle text_style(int32_t size_px, ThemeColour colour)
{
    return (TextStyle){ size_px, 1.4, colour, 1.0 };
}

/* The largest size in which a number is one line, or a little less than the smallest of
 * them; what is longer still is broken. */
static int32_t number_size(const Layout *layout, Text *text, const char *number,
                           int32_t room_px)
{
    const Metrics *metrics = &layout->metrics;
    const int32_t sizes[] = { metrics->word_px, metrics->message_px, metrics->body_px };
    for (int i = 0; i < 3; i++)
        if (text_width_px(text, number, sizes[i]) <= room_px)
            return sizes[i];
    const int32_t small = metrics->small_px;
    const int32_t fitting = small * room_px / text_width_px(text, number, small);
    return fitting >= small || fitting < SMALLER * small ? small : fitting;
}

/* How high the tile of a number is, by itself. */
static int32_t number_height(const Layout *layout, Text *text, const char *number)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t pad = rounded(0.6 * layout->metrics.bz_px);
    const int32_t room = screen_column(layout).w - 2 * pad;
    const int32_t size = number_size(layout, text, number, room);
    const int32_t count = text_wrap(text, number, size, room, lines);
    return count * rounded(size * NUMBER_LINE) + pad;
}

/* All of them are as high as the highest: none of them is more than another. */
static int32_t tile_height(const Scene *scene, Text *text, const Layout *layout)
{
    int32_t height = layout->metrics.control_px;
    for (int32_t i = 0; i < scene->people_count; i++) {
        const int32_t own = number_height(layout, text, scene->people[i].number);
        height = own > height ? own : height;
    }
    return height;
}

static void add_number(Layout *layout, Text *text, const char *number, int32_t control,
                       int32_t height_px)
{
    const Rect column = screen_column(layout);
    const int32_t pad = rounded(0.6 * layout->metrics.bz_px);
    const Rect rect = { column.x, last_band(layout)->height, column.w, height_px };
    const Rect inside = { rect.x + pad, rect.y, rect.w - 2 * pad, rect.h };
    const int32_t size = number_size(layout, text, number, inside.w);
    const TextStyle style = { size, NUMBER_LINE, THEME_TEXT, 1.0 };
    Item *item = layout_item(
        layout,
        (Item){ .control = control, .look = LOOK_TILE, .rect = rect, .light = 1.0 });
    layout_item_words(layout, text, item, number, style, inside);
}

static void add_change(Layout *layout, Text *text, const char *words, int32_t control)
{
    const Entry entry = { .control = control, .words = words };
    const int32_t top = last_band(layout)->height, first = layout->item_count;
    layout_side(layout, text, &entry, 1, words_column(layout).x, 1.0);
    Item *item = &layout->items[first];
    item->rect.y += top;
    for (int32_t r = item->run; r < item->run + item->run_count; r++)
        layout->runs[r].baseline += top;
    last_band(layout)->height = top + item->rect.h;
}

static void add_says(Layout *layout, Text *text, const char *says, TextStyle style)
{
    if (says != NULL && says[0] != '\0')
        layout_words_left(layout, text, says, style, words_column(layout));
}

static void add_person(const Scene *scene, int32_t at, Text *text, Layout *layout,
                       int32_t tile_px)
{
    const ScenePerson *person = &scene->people[at];
    const Metrics *metrics = &layout->metrics;
    const Rect column = words_column(layout);
    layout_band(layout, 0, 0.5);
    if (person->heading != NULL) {
        layout_words_left(layout, text, person->heading,
                          text_style(metrics->body_px, THEME_SECONDARY), column);
        leave(layout, GROUP_GAP * metrics->bz_px);
    }
    layout_words_left(layout, text, person->name,
                      text_style(metrics->body_px, THEME_TEXT), column);
    leave(layout, AIR * metrics->bz_px);
    add_number(layout, text, person->number, CONTROL_NUMBER + at, tile_px);
    leave(layout, AIR * metrics->bz_px);
    for (int i = 0; i < 4; i++)
        add_says(layout, text, person->says[i], style_small(layout));
    if (person->change != NULL)
        add_change(layout, text, person->change, CONTROL_PERSON + at);
}

/* How much room there is: on a page, where it scrolls, and where a few lines are all that
 * can be seen, so that a number comes before anything that can wait. */
typedef enum Room { ROOM_PAGE, ROOM_LONG, ROOM_TIGHT } Room;

static void add_first(const Scene *scene, Text *text, Layout *layout)
{
    for (int32_t i = 0; i < scene->texts_first; i++)
        layout_words(layout, text, scene->texts[i].text, style_small(layout),
                     layout->width_px);
}

static void add_title(const Scene *scene, Text *text, Layout *layout, Room room)
{
    TextStyle style = style_small(layout);
    if (room != ROOM_TIGHT)
        style = room == ROOM_PAGE ? style_message(layout) : style_body(layout);
    style.colour = THEME_TEXT;
    layout_band(layout, SCREEN_TITLE_CENTRE, 0.5);
    layout_words(layout, text, scene->line, style, layout->width_px);
    if (room == ROOM_TIGHT || scene->texts_first == 0)
        return;
    leave(layout, AIR * layout->metrics.bz_px);
    add_first(scene, text, layout);
}

static void add_step(Layout *layout, Text *text, int32_t control, const char *words,
                     Rect rect)
{
    Item *item = layout_item(layout, (Item){ .control = control,
                                             .look = LOOK_STEP,
                                             .rect = rect,
                                             .is_passed = true,
                                             .light = 1.0 });
    TextStyle style = style_body(layout);
    style.colour = THEME_SECONDARY;
    layout_item_words(layout, text, item, words, style, rect);
}

/* Where it is tight the name of the country says well enough what it is: smaller, in the
 * middle, between its steps. */
static void add_tight_country(const SceneRow *row, Text *text, Layout *layout)
{
    const Rect column = screen_column(layout);
    const int32_t control = layout->metrics.control_px;
    TextStyle style = style_small(layout);
    style.colour = THEME_TEXT;
    TextLine lines[TEXT_LINES_MAX];
    const int32_t step = layout_px(layout, STEP);
    const int32_t inside = column.w - 2 * step;
    const int32_t needed = text_wrap(text, row->value, style.size_px, inside, lines) *
                           rounded(style.size_px * style.line_height);
    const Rect rect = { column.x, last_band(layout)->height, column.w,
                        needed > control ? needed : control };
    Item *item = layout_item(layout, (Item){ .control = CONTROL_ROW,
                                             .look = LOOK_SETTING,
                                             .rect = rect,
                                             .light = 1.0 });
    layout_item_words(layout, text, item, row->value, style,
                      (Rect){ rect.x + step, rect.y, inside, rect.h });
    const Rect less = { rect.x, rect.y, step, rect.h };
    const Rect more = { rect.x + rect.w - step, rect.y, step, rect.h };
    add_step(layout, text, CONTROL_LESS, "‹", less);
    add_step(layout, text, CONTROL_MORE, "›", more);
}

static void add_country(const Scene *scene, Text *text, Layout *layout, Room room)
{
    if (scene->row_count == 0)
        return;
    layout_band(layout, 0, 0.25);
    if (room == ROOM_TIGHT)
        add_tight_country(&scene->rows[0], text, layout);
    else
        layout_settings(layout, text, scene->rows, 1, screen_column(layout).w);
}

static void add_tools(const Scene *scene, Text *text, Layout *layout, int32_t first,
                      int32_t end)
{
    Entry entries[SCENE_TOOLS_MAX];
    int32_t count = 0;
    for (int32_t i = first; i < end; i++)
        if (scene->tools[i] != NULL)
            entries[count++] =
                (Entry){ .control = CONTROL_TOOL + i, .words = scene->tools[i] };
    if (count == 0)
        return;
    layout_band(layout, 0, 0.5);
    layout_flow(layout, text, entries, count, LOOK_LINK, 1.0);
}

/* On a page each band stands below the one before it. */
static void follow(Layout *layout)
{
    const double height = layout->height_px, b = layout->metrics.b_px;
    double top = layout->bands[0].centre * height - layout->bands[0].height / 2.0;
    for (int32_t i = 0; i < layout->band_count; i++) {
        Band *band = &layout->bands[i];
        if (band->is_pinned)
            continue;
        band->centre = (top + band->height / 2.0) / height;
        top += band->height + ENTRY_GAP * b;
    }
}

/* The answer to a key stays in view; so does what keys do here, unless it is tight. */
static void add_line(const Scene *scene, Text *text, Layout *layout, Room room)
{
    if (room == ROOM_TIGHT && !scene->hint_is_answer)
        return;
    Band *band = layout_band(layout, 0.86, 0.25);
    layout_words(layout, text, scene->detail != NULL ? scene->detail : "",
                 style_small(layout), (int32_t)(46 * layout->metrics.bz_px));
    const int32_t air = room == ROOM_TIGHT ? 0 : rounded(layout->metrics.b_px);
    layout_centre_band(layout, band, band->height + air);
    band->is_pinned = true;
}

static void add_texts(const Scene *scene, Text *text, Layout *layout, Room room)
{
    const int32_t first = room == ROOM_TIGHT ? 0 : scene->texts_first;
    layout_band(layout, 0, 0.5);
    leave(layout, TEXTS_TOP * layout->metrics.bz_px);
    screen_texts(scene->texts + first, scene->text_count - first, text, layout,
                 words_column(layout));
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, Room room)
{
    layout_begin(layout, scene);
    add_title(scene, text, layout, room);
    add_country(scene, text, layout, room);
    const int32_t tile_px = tile_height(scene, text, layout);
    for (int32_t i = 0; i < scene->people_count; i++)
        add_person(scene, i, text, layout, tile_px);
    add_tools(scene, text, layout, 0, 3);
    add_texts(scene, text, layout, room);
    add_tools(scene, text, layout, 3, scene->tool_count);
    follow(layout);
    add_line(scene, text, layout, room);
    if (room != ROOM_PAGE)
        layout_tighten(layout);
    screen_foot(scene, text, layout, NULL, 0);
}

/* Where all of it is no page its title is small, and it scrolls. */
void screen_people(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout, ROOM_PAGE);
    if (layout_fit(layout, (FigureWish){ 0 }) && layout->fit == FIT_PAGE)
        return;
    const bool is_tight = layout->metrics.small_px > TIGHT * layout->height_px;
    lay_out(scene, text, layout, is_tight ? ROOM_TIGHT : ROOM_LONG);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
