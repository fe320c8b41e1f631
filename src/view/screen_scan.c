/* SPDX-License-Identifier: MIT */
/* A body scan while it runs: the path of its places with their names, the caption, one
 * line, and the two exits that never go and never move. What yields first when there is
 * little room: the legend, the figure (and with it the names of places far away), the
 * size of the caption, the line (a key's answer then takes the caption's place, until
 * there is a new one); then the figure itself. Where it is shown in words the caption
 * stands in the figure's place. */
#include "view/path.h"
#include "view/screens.h"

#include <math.h>

#define FIGURE_LEAST 0.30 /* of S */
#define CAPTION_CENTRE 0.70
#define HINT_CENTRE 0.805
#define CAPTION_WIDTH 34 /* b z: two lines hold what is said, mostly */
#define CAPTION_LINES 2
#define CAPTION_TWO_LINES 1.45 /* b z: not smaller than this only to have two */
#define HINT_WIDTH 46
#define HEAD_CENTRE 0.065
#define NAME_LINE 1.4 /* of its size */

#define LONGEST_LINE "Left out from now on: shoulders and neck. Settings can undo that."
#define LONGEST_LEFT "less than a minute left"

/* What is there at each step of yielding. */
typedef struct Yielding {
    bool has_line;
    double caption; /* b z */
    double figure;  /* the least of it, of S; 0: none */
} Yielding;

static const Yielding with_figure[] = {
    { true, 1.8, SCREEN_RING },   { true, 1.8, FIGURE_LEAST },
    { true, 1.5, FIGURE_LEAST },  { true, 1.3, FIGURE_LEAST },
    { false, 1.5, FIGURE_LEAST }, { false, 1.2, FIGURE_LEAST },
};
static const Yielding words_only[] = {
    { true, 1.8, 0 },  { true, 1.5, 0 },  { false, 1.5, 0 },
    { false, 1.2, 0 }, { false, 1.0, 0 }, { false, 0.8, 0 },
};

#define COUNT(steps) (int32_t)(sizeof(steps) / sizeof(steps)[0])

/* --- the caption --- */

static int32_t line_count(Text *text, const char *utf8, int32_t size_px, int32_t width_px)
{
    TextLine lines[TEXT_LINES_MAX];
    return text_wrap(text, utf8, size_px, width_px, lines);
}

/* As narrow as its lines allow, so that none of them is a single word. */
static int32_t caption_width(Text *text, const Layout *layout, const char *utf8,
                             int32_t size_px)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    const int32_t step = (int32_t)(layout->metrics.bz_px / 2) + 1;
    int32_t width = (int32_t)(CAPTION_WIDTH * layout->metrics.bz_px);
    if (width > most || line_count(text, utf8, size_px, width) > CAPTION_LINES)
        width = most;
    const int32_t count = line_count(text, utf8, size_px, width);
    while (width - step > size_px &&
           line_count(text, utf8, size_px, width - step) == count)
        width -= step;
    return width;
}

static const char *longest_of(const Scene *scene)
{
    return scene->longest_caption != NULL ? scene->longest_caption : scene->caption;
}

/* Of the size it would have, or a little smaller, where all that comes has two lines
 * then; where that is not enough, larger words are what was wished. */
static int32_t caption_size(const Scene *scene, Text *text, const Layout *layout,
                            double wished)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    for (double size = wished; size >= CAPTION_TWO_LINES; size -= 0.1) {
        const int32_t size_px = (int32_t)(size * layout->metrics.bz_px + 0.5);
        if (line_count(text, longest_of(scene), size_px, most) <= CAPTION_LINES)
            return size_px;
    }
    return (int32_t)(wished * layout->metrics.bz_px + 0.5);
}

static void add_caption(Text *text, Layout *layout, const char *utf8, TextStyle style)
{
    layout_words(layout, text, utf8, style,
                 caption_width(text, layout, utf8, style.size_px));
}

/* One of these stands there; the fading one in the same place. */
static void caption_band(const Scene *scene, Text *text, Layout *layout,
                         const Yielding *yielding, double centre)
{
    const bool is_answered = !yielding->has_line && scene->hint != NULL &&
                             scene->hint_is_answer && !scene->is_caption_newer;
    TextStyle style = style_message(layout);
    style.size_px = caption_size(scene, text, layout, yielding->caption);
    Band *band = layout_band(layout, centre, 0.5);
    int32_t height = 0;
    if (is_answered) {
        TextStyle small = style_small(layout);
        small.light = scene->hint_light;
        layout_words(layout, text, scene->hint, small, layout->width_px);
    } else {
        style.light = scene->caption_light;
        add_caption(text, layout, scene->caption, style);
        if (scene->caption_before != NULL) {
            height = band->height;
            band->height = 0;
            style.light = 1.0 - scene->caption_light;
            add_caption(text, layout, scene->caption_before, style);
        }
    }
    const int32_t width = caption_width(text, layout, longest_of(scene), style.size_px);
    const int32_t lines = line_count(text, longest_of(scene), style.size_px, width);
    const int32_t usual = lines * (int32_t)(style.size_px * style.line_height + 0.5);
    height = height > band->height ? height : band->height;
    if (!yielding->has_line) {
        const TextStyle small = style_small(layout);
        const int32_t room = layout->width_px - 2 * layout->metrics.side_px;
        const int32_t line = line_count(text, LONGEST_LINE, small.size_px, room) *
                             (int32_t)(small.size_px * small.line_height + 0.5);
        height = height > line ? height : line;
    }
    layout_centre_band(layout, band, usual > height ? usual : height);
}

static void hint_band(const Scene *scene, Text *text, Layout *layout, double centre)
{
    TextStyle style = style_small(layout);
    Band *band = layout_band(layout, centre, 0.25);
    style.light = scene->hint_light;
    layout_words(layout, text, scene->hint != NULL ? scene->hint : "", style,
                 (int32_t)(HINT_WIDTH * layout->metrics.bz_px));
    layout_centre_band(layout, band, layout_needed_px(layout, text, LONGEST_LINE, style));
}

/* --- the foot --- */

/* How many keys there are on either side: the later ones go first. */
enum { LEGEND_RIGHT_MAX = 5 };
static const int32_t legend_steps[][2] = { { 3, 5 }, { 3, 4 }, { 3, 3 },
                                           { 3, 1 }, { 2, 1 }, { 1, 1 } };

/* What changes the places; their silences too, where these have a length. */
static int32_t changes(const Scene *scene, Entry right[])
{
    int32_t count = 0;
    right[count++] = entry_of_action(ACTION_LEAVE_OUT, NULL);
    if (scene->has_silences) {
        right[count++] = entry_of_action(ACTION_QUICKER, "");
        right[count] = entry_of_action(ACTION_SLOWER, "silences");
        right[count++].is_joined = true;
    }
    right[count++] = entry_of_action(ACTION_SOUND, "voice");
    right[count++] = entry_of_action(ACTION_HIDE, NULL);
    return count;
}

/* To the left what leads through the places, to the right what changes them. The others
 * do not move when Space does something else. */
static void legend(const Scene *scene, Text *text, Layout *layout)
{
    const char *stay = "stay here";
    const char *press = scene->press_says != NULL ? scene->press_says : stay;
    const Entry on = entry_of_action(ACTION_ON,
                                     scene->on_says != NULL ? scene->on_says : "next"),
                back = entry_of_action(ACTION_BACK, "back");
    const Entry left[] = { on, back, entry_of_action(ACTION_PRESS, press) };
    const Entry room[] = { on, back, entry_of_action(ACTION_PRESS, stay) };
    Entry right[LEGEND_RIGHT_MAX];
    const int32_t count = changes(scene, right);
    for (int32_t i = 0; i < COUNT(legend_steps); i++) {
        const int32_t most = legend_steps[i][1] < count ? legend_steps[i][1] : count;
        const Legend some = { left, right, legend_steps[i][0], most, room };
        if (screen_legend(text, layout, &some, scene->legend_light))
            return;
    }
}

static void exits_band(const Scene *scene, Text *text, Layout *layout)
{
    screen_exits(scene, text, layout, false);
    if (scene->legend_light > 0)
        legend(scene, text, layout);
}

/* --- the path --- */

static int32_t name_line_px(const Layout *layout)
{
    return (int32_t)(NAME_LINE * layout->metrics.body_px + 0.5);
}

/* The present name is larger than those beside it. */
Path screen_scan_path(const Scene *scene, const Layout *layout)
{
    const int32_t present = scene->place;
    return path_make(layout->figure_px, name_line_px(layout), scene->place_count,
                     present);
}

double screen_scan_first(const Path *path, double place_at)
{
    return fmin(fmax(place_at - path->count / 2, 0.0), path->total - path->count);
}

/* The present one is larger, where it has room for that. One that has none is not there:
 * the caption says it too. */
static void add_name(const Scene *scene, Text *text, Layout *layout, int32_t place,
                     Rect rect)
{
    const bool is_present = place == scene->place;
    const char *name = scene->places[place];
    TextStyle style = is_present ? style_body(layout) : style_small(layout);
    if (text_width_px(text, name, style.size_px) > rect.w)
        style = style_small(layout);
    const int32_t width = text_width_px(text, name, style.size_px);
    const Path path = screen_scan_path(scene, layout);
    const double first = screen_scan_first(&path, scene->place_at);
    style.colour = is_present ? THEME_TEXT : THEME_SECONDARY;
    style.light = scene->places_light * path_place_light(&path, first, place);
    const int32_t line = (int32_t)(NAME_LINE * style.size_px + 0.5);
    rect.y += (rect.h - line) / 2;
    if (width > rect.w || style.light <= 0 || rect.y < -line / 8)
        return; /* no room, or at the edge of the window while the path goes on */
    rect = (Rect){ rect.x, rect.y > 0 ? rect.y : 0, width, line };
    Item *item = layout_item(
        layout, (Item){ .look = LOOK_TEXT, .rect = rect, .light = style.light });
    layout_item_words(layout, text, item, name, style, rect);
}

/* Beside their marks, once the figure has its place; where marks stand too close for
 * that, the present one alone. */
static void add_names(const Scene *scene, Text *text, Layout *layout)
{
    if (layout->figure_px <= 0 || scene->place_count == 0 || scene->places_light <= 0)
        return;
    const Path path = screen_scan_path(scene, layout);
    const double first = screen_scan_first(&path, scene->place_at);
    const int32_t line = name_line_px(layout);
    const int32_t x = (int32_t)(layout->figure_x_px + path.name_px + 0.5);
    const int32_t room = layout->width_px - layout->metrics.side_px - x;
    for (int32_t i = 0; i < scene->place_count; i++) {
        if (path.step_px < line + 1 && i != scene->place)
            continue;
        const double y = layout->figure_y_px + path_place_px(&path, first, i);
        add_name(scene, text, layout, i,
                 (Rect){ x, (int32_t)(y - line / 2.0 + 0.5), room, line });
    }
}

/* --- all of it --- */

static void head(const Scene *scene, Text *text, Layout *layout)
{
    TextStyle style = style_small(layout);
    style.light = scene->time_left_light;
    layout_head(layout, text, scene->time_left, LONGEST_LEFT, style, HEAD_CENTRE);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout,
                    const Yielding *yielding, bool has_head)
{
    const bool is_words = scene->has_words_only;
    layout_begin(layout, scene);
    if (has_head)
        head(scene, text, layout);
    if (yielding->caption < 1.8)
        layout_tighten(layout);
    caption_band(scene, text, layout, yielding,
                 is_words ? SCREEN_FIGURE_CENTRE : CAPTION_CENTRE);
    if (yielding->has_line)
        hint_band(scene, text, layout, is_words ? 0.69 : HINT_CENTRE);
    exits_band(scene, text, layout);
}

static bool fits(const Scene *scene, Text *text, Layout *layout, const Yielding *steps,
                 int32_t count, bool has_head)
{
    const Metrics metrics = metrics_make(scene->width_px, scene->height_px,
                                         scene->text_scale, scene->density);
    for (int32_t i = 0; i < count; i++) {
        FigureWish figure = { 0 };
        if (steps[i].figure > 0)
            figure = (FigureWish){ .centre = SCREEN_FIGURE_CENTRE,
                                   .usual_px = SCREEN_RING * metrics.short_side_px,
                                   .least_px = steps[i].figure * metrics.short_side_px };
        lay_out(scene, text, layout, &steps[i], has_head);
        if (layout_fit(layout, figure))
            return true;
    }
    return false;
}

static bool fits_somehow(const Scene *scene, Text *text, Layout *layout, bool has_head)
{
    return (!scene->has_words_only &&
            fits(scene, text, layout, with_figure, COUNT(with_figure), has_head)) ||
           fits(scene, text, layout, words_only, COUNT(words_only), has_head);
}

void screen_scan(const Scene *scene, Text *text, Layout *layout)
{
    const bool has_head = scene->time_left != NULL;
    if (!(has_head && fits_somehow(scene, text, layout, true)) &&
        !fits_somehow(scene, text, layout, false))
        layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
    add_names(scene, text, layout);
}
