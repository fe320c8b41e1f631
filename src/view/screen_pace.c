/* SPDX-License-Identifier: MIT */
/* The figure goes with the person: it stands where it does in a practice, with the word
 * and the line nearer to it, for the ways on take the place of the doors. What yields
 * first when there is little room: the legend, the size of the word, the line's own place
 * (a word then takes it), the ring. */
#include "view/screens.h"

#include <stddef.h>

typedef enum Yielded {
    YIELDED_NOTHING,
    YIELDED_LEGEND,
    YIELDED_WORD,
    YIELDED_LINE,
    YIELDED_RING
} Yielded;

#define RING_LEAST 0.30 /* of S */
#define WORD_LEAST 1.8  /* of b z */
#define LINE_WIDTH 46   /* b z */
#define WAY_WIDTH 14.4  /* b z */

const char *const screen_pace_lines[3] = {
    ("Ordinary breaths, as they are. Space held is in, let go is out; or a tap at each "
     "turn."),
    "Enter goes on from here, a little longer breath by breath. Or it stays like this.",
    "Enter goes on to the page to write on. Or it stays like this.",
};

static int32_t longest_line_px(Layout *layout, Text *text)
{
    const TextStyle style = style_small(layout);
    const int32_t first = layout_needed_px(layout, text, screen_pace_lines[0], style);
    const int32_t second = layout_needed_px(layout, text, screen_pace_lines[1], style);
    return first > second ? first : second;
}

static void add_line(const Scene *scene, Text *text, Layout *layout)
{
    TextStyle style = style_small(layout);
    style.light = scene->hint_light;
    layout_words(layout, text, scene->hint != NULL ? scene->hint : "", style,
                 (int32_t)(LINE_WIDTH * layout->metrics.bz_px));
}

static void add_word(const Scene *scene, Text *text, Layout *layout, Band *band,
                     TextStyle style)
{
    const int32_t width = (int32_t)(LINE_WIDTH * layout->metrics.bz_px);
    style.light = scene->word_light;
    layout_words(layout, text, scene->word, style, width);
    if (scene->word_before == NULL)
        return;
    /* The fading word stands in the same place. */
    const int32_t height = band->height;
    band->height = 0;
    style.light = 1.0 - scene->word_light;
    layout_words(layout, text, scene->word_before, style, width);
    band->height = height > band->height ? height : band->height;
}

/* Until the first breath the line may stand where the word will. */
static void word_band(const Scene *scene, Text *text, Layout *layout, Yielded yielded)
{
    const bool is_small = yielded >= YIELDED_WORD, is_shared = yielded >= YIELDED_LINE;
    const double word_px =
        is_small ? WORD_LEAST * layout->metrics.bz_px : layout->metrics.word_px;
    const TextStyle style = { (int32_t)word_px, 1.2, THEME_TEXT, 1.0 };
    const bool is_line =
        is_shared && scene->hint != NULL &&
        (scene->hint_is_answer || scene->word == NULL || scene->word[0] == '\0');
    Band *band = layout_band(layout, 0.632, 0.5);
    if (is_line)
        add_line(scene, text, layout);
    else
        add_word(scene, text, layout, band, style);
    const int32_t word = (int32_t)(style.size_px * style.line_height + 0.5);
    const int32_t line = is_shared ? longest_line_px(layout, text) : 0;
    layout_centre_band(layout, band, line > word ? line : word);
}

static void line_band(const Scene *scene, Text *text, Layout *layout)
{
    Band *band = layout_band(layout, 0.71, 0.25);
    add_line(scene, text, layout);
    layout_centre_band(layout, band, longest_line_px(layout, text));
}

/* The way on keeps its place before it is there; where there are two and room for both
 * under each other, what is there already stands in the middle all the same. */
static void ways_band(const Scene *scene, Text *text, Layout *layout, bool is_column)
{
    Entry ways[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        ways[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, is_column ? 0.815 : 0.80, 0.25);
    const int32_t first = layout->item_count;
    const int32_t width = (int32_t)(WAY_WIDTH * layout->metrics.bz_px);
    if (is_column)
        layout_rows(layout, text, ways, scene->choice_count, width);
    else
        layout_tiles(layout, text, ways, scene->choice_count, width);
    Item *on = &layout->items[first];
    on->light = scene->line_light;
    for (int32_t i = on->run; i < on->run + on->run_count; i++)
        layout->runs[i].light = scene->line_light;
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, Yielded yielded,
                    bool is_column)
{
    layout_begin(layout, scene);
    if (yielded >= YIELDED_WORD)
        layout_tighten(layout);
    word_band(scene, text, layout, yielded);
    if (yielded < YIELDED_LINE)
        line_band(scene, text, layout);
    ways_band(scene, text, layout, is_column);
    screen_exits(scene, text, layout, yielded < YIELDED_LEGEND);
}

void screen_pace(const Scene *scene, Text *text, Layout *layout)
{
    const Metrics metrics = metrics_make(scene->width_px, scene->height_px,
                                         scene->text_scale, scene->density);
    const double ring = SCREEN_RING * metrics.short_side_px;
    FigureWish figure = { .centre = SCREEN_FIGURE_CENTRE,
                          .usual_px = ring,
                          .least_px = ring };
    if (scene->choice_count > 1) {
        lay_out(scene, text, layout, YIELDED_NOTHING, true);
        if (layout_fit(layout, figure) && layout->fit == FIT_PAGE)
            return;
    }
    for (Yielded yielded = YIELDED_NOTHING; yielded < YIELDED_RING; yielded++) {
        lay_out(scene, text, layout, yielded, false);
        if (layout_fit(layout, figure))
            return;
    }
    figure.least_px = RING_LEAST * metrics.short_side_px;
    lay_out(scene, text, layout, YIELDED_RING, false);
    layout_place(layout, figure, scene->scroll_px);
}
