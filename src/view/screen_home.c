/* SPDX-License-Identifier: MIT */
/* Home: the figure, one line, the row that is also the preview, the foot. */
#include "view/path.h"
#include "view/screens.h"

/* As long as any sentence about a choice: the list does not move under the frame. */
#define LONGEST_DETAIL                                                                   \
    "A soft tone at each turn: one for in, a longer one for out, two for a hold."

enum { PATH_MOST = 6, WORDS_LINES_MOST = 8, WORDS_WIDTH = 46 /* b z */ };

/* What stands above the line: a figure, or the places of a scan, as far as there is room
 * for them. */
typedef enum Face {
    FACE_FIGURE,
    FACE_PATH,
    FACE_SMALL_PATH,
    FACE_WORDS,
    FACE_COUNT
} Face;

#define PATH_SMALL 0.22                /* of S */
#define PATH_ROOM (FIGURE_RING / 0.34) /* from first mark to last, in a path's room */
#define NAME_LINE 1.4                  /* of its size */

static FigureWish home_figure(const Scene *scene, Face face)
{
    const Metrics metrics = metrics_make(scene->width_px, scene->height_px,
                                         scene->text_scale, scene->density);
    if (face != FACE_FIGURE || scene->practice == SCENE_REACH)
        return (FigureWish){ 0 };
    return (FigureWish){ .centre = SCREEN_FIGURE_CENTRE,
                         .usual_px = SCREEN_HOME_ORB * metrics.short_side_px,
                         .least_px = 0.22 * metrics.short_side_px };
}

static int32_t name_line_px(const Layout *layout)
{
    return (int32_t)(NAME_LINE * layout->metrics.body_px + 0.5);
}

Path screen_home_path(const Layout *layout, double height_px, int32_t count)
{
    const int32_t line = name_line_px(layout);
    return path_make((height_px - line) * PATH_ROOM, line, count, -1);
}

static int32_t widest_name(const Scene *scene, Text *text, const Layout *layout)
{
    int32_t widest = 0;
    for (int32_t i = 0; i < scene->place_count; i++) {
        const int32_t width =
            text_width_px(text, scene->places[i], layout->metrics.body_px);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The names beside their marks, which the figure draws. False where there is no room. */
static bool add_path(const Scene *scene, Text *text, Layout *layout, double part)
{
    if (!scene->has_path || scene->place_count == 0 || scene->place_count > PATH_MOST)
        return false;
    const int32_t height = (int32_t)(part * layout->metrics.short_side_px);
    const Path path = screen_home_path(layout, height, scene->place_count);
    const int32_t line = name_line_px(layout), name = (int32_t)(path.name_px + 0.5);
    const int32_t widest = widest_name(scene, text, layout);
    const int32_t middle = layout->width_px / 2, pad = layout->metrics.gap_px;
    if (height <= line || path.count < scene->place_count ||
        middle + name + widest + pad > layout->width_px - layout->metrics.side_px)
        return false;
    layout_figure_band(layout, SCREEN_FIGURE_CENTRE, 0.5, height);
    const Rect rect = { middle - name, 0, 2 * name + widest + pad, height };
    Item *item = layout_item(layout, (Item){ .control = CONTROL_PLACES,
                                             .look = LOOK_TEXT,
                                             .rect = rect,
                                             .light = 1.0 });
    for (int32_t i = 0; i < scene->place_count; i++) {
        const int32_t y = (int32_t)(height / 2.0 + path_place_px(&path, path.first, i));
        const int32_t width =
            text_width_px(text, scene->places[i], layout->metrics.body_px);
        layout_item_words(layout, text, item, scene->places[i], style_body(layout),
                          (Rect){ middle + name, y - line / 2, width, line });
    }
    return true;
}

/* All names in a few lines, or how many they are. */
static void add_words(Text *text, Layout *layout, const char *words)
{
    const TextStyle style = style_body(layout);
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t wish = (int32_t)(WORDS_WIDTH * layout->metrics.bz_px);
    Rect rect = { 0, 0, wish < most ? wish : most, layout->metrics.control_px };
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, words, style.size_px, rect.w, lines);
    const int32_t needed = count * name_line_px(layout);
    rect.x = (layout->width_px - rect.w) / 2;
    rect.h = needed > rect.h ? needed : rect.h;
    layout_band(layout, SCREEN_FIGURE_CENTRE, 0.5);
    Item *item = layout_item(layout, (Item){ .control = CONTROL_PLACES,
                                             .look = LOOK_LINK,
                                             .rect = rect,
                                             .light = 1.0 });
    layout_item_words(layout, text, item, words, style, rect);
}

static bool are_names_whole(const char *words, const TextLine *lines, int32_t count)
{
    for (int32_t i = 0; i + 1 < count; i++)
        if (words[lines[i].start + lines[i].length] != ' ')
            return false;
    return true;
}

static bool add_all_words(const Scene *scene, Text *text, Layout *layout)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t wish = (int32_t)(WORDS_WIDTH * layout->metrics.bz_px);
    const int32_t count = text_wrap(text, scene->all_places, layout->metrics.body_px,
                                    wish < most ? wish : most, lines);
    if (count == 0 || count > WORDS_LINES_MOST ||
        !are_names_whole(scene->all_places, lines, count))
        return false;
    add_words(text, layout, scene->all_places);
    return true;
}

/* Returns whether such a face can be. */
static bool add_face(const Scene *scene, Text *text, Layout *layout, Face face)
{
    if (scene->practice == SCENE_REACH) {
        screen_reach_title(scene, text, layout);
        return true;
    }
    if ((scene->practice == SCENE_SCAN) == (face == FACE_FIGURE))
        return false;
    switch (face) {
    case FACE_FIGURE: return true;
    case FACE_PATH: return add_path(scene, text, layout, SCREEN_HOME_ORB);
    case FACE_SMALL_PATH: return add_path(scene, text, layout, PATH_SMALL);
    case FACE_WORDS: return add_all_words(scene, text, layout);
    default: add_words(text, layout, scene->places_count); return true;
    }
}

void screen_home_row(const Scene *scene, Text *text, Layout *layout)
{
    Entry values[SCENE_VALUES];
    for (int32_t i = 0; i < SCENE_VALUES; i++)
        values[i] = (Entry){ .control = CONTROL_VALUE + i, .words = scene->values[i] };
    layout_band(layout, 0.665, 0.1);
    layout_flow(layout, text, values, SCENE_VALUES, LOOK_VALUE, 1.0);
    if (scene->detail == NULL)
        return;
    layout_band(layout, 0.732, 0.25);
    layout_words(layout, text, scene->detail, style_small(layout),
                 (int32_t)(60 * layout->metrics.bz_px));
}

void screen_home_doors(const Scene *scene, Text *text, Layout *layout)
{
    Entry doors[SCENE_DOORS_MAX];
    int32_t count = 0;
    for (int32_t i = 0; i < scene->door_count; i++)
        if (scene->doors[i] != NULL)
            doors[count++] = (Entry){ .control = CONTROL_DOOR + i,
                                      .words = scene->doors[i],
                                      .is_chosen = i == scene->door };
    layout_band(layout, 0.80, 0.5);
    layout_tiles(layout, text, doors, count, (int32_t)(11.4 * layout->metrics.bz_px));
}

void screen_home_foot(Text *text, Layout *layout)
{
    const Entry foot[] = {
        entry_of_people(),
        { .control = CONTROL_FOOT + FOOT_KEPT, .words = "What is kept" },
        { .control = CONTROL_FOOT + FOOT_SETTINGS, .words = "Settings" },
        { .control = CONTROL_ACTION + ACTION_KEYS, .words = "Keys" },
        entry_of_action(ACTION_OUT, "closes"),
    };
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5);
    layout_flow(layout, text, foot, sizeof foot / sizeof foot[0], LOOK_LINK, 1.0);
}

static bool lay_out_home(const Scene *scene, Text *text, Layout *layout, Face face)
{
    layout_begin(layout, scene);
    if (!add_face(scene, text, layout, face))
        return false;
    layout_band(layout, 0.575, 0.5)->is_pinned = true;
    screen_line(scene, text, layout, style_body(layout), layout->width_px);
    screen_home_row(scene, text, layout);
    screen_home_doors(scene, text, layout);
    screen_home_foot(text, layout);
    return true;
}

/* Breathing and sitting have their figure as page, stack or scroll; the places of a scan
 * become words, and then a number, before anything scrolls. */
void screen_home(const Scene *scene, Text *text, Layout *layout)
{
    if (scene->practice == SCENE_REACH) {
        screen_reach(scene, text, layout);
        return;
    }
    if (lay_out_home(scene, text, layout, FACE_FIGURE)) {
        layout_place(layout, home_figure(scene, FACE_FIGURE), scene->scroll_px);
        return;
    }
    for (int face = FACE_PATH; face < FACE_COUNT; face++)
        if (lay_out_home(scene, text, layout, (Face)face) &&
            layout_fit(layout, (FigureWish){ 0 }))
            return;
    lay_out_home(scene, text, layout, FACE_COUNT);
    layout->bands[0].is_pinned = true; /* as the figure of the other faces stays */
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}

static bool lay_out_list(const Scene *scene, Text *text, Layout *layout, Face face)
{
    layout_begin(layout, scene);
    if (face != FACE_COUNT && !add_face(scene, text, layout, face))
        return false;
    Entry rows[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        rows[i] = (Entry){ .control = CONTROL_CHOICE + i,
                           .words = scene->choices[i],
                           .is_chosen = i == scene->chosen };
    const double b = layout->metrics.b_px, height = layout->height_px;
    const double rows_px = scene->choice_count * (double)layout->metrics.control_px;
    const double top = SCREEN_FIGURE_CENTRE * height +
                       SCREEN_HOME_ORB / 2 * layout->metrics.short_side_px + 1.2 * b;
    layout_band(layout, (top + rows_px / 2) / height, 0.5);
    layout_list(layout, text, rows, scene->choice_count,
                (int32_t)(26 * layout->metrics.bz_px));
    Band *detail = layout_band(layout, 0.87, 0.25);
    layout_words(layout, text, scene->detail, style_small(layout),
                 (int32_t)(60 * layout->metrics.bz_px));
    layout_centre_band(
        layout, detail,
        layout_needed_px(layout, text, LONGEST_DETAIL, style_small(layout)));
    screen_foot(scene, text, layout, NULL, 0);
    return true;
}

/* The places cannot be pressed while a list is open: Esc comes before. */
static void pass_places(Layout *layout)
{
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].control == CONTROL_PLACES)
            layout->items[i].control = CONTROL_NONE;
}

/* Where the list is no page the figure yields to it, rather than move aside. */
void screen_list(const Scene *scene, Text *text, Layout *layout)
{
    for (int face = FACE_FIGURE; face < FACE_COUNT; face++)
        if (lay_out_list(scene, text, layout, (Face)face) &&
            layout_fit(layout, home_figure(scene, (Face)face)) &&
            layout->fit == FIT_PAGE) {
            pass_places(layout);
            return;
        }
    lay_out_list(scene, text, layout, FACE_COUNT);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
