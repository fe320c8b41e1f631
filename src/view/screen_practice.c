/* SPDX-License-Identifier: MIT */
/* A practice: the figure, one word under it, one line, and the two exits that never go
 * and never move. What yields first when there is little room: the legend, the line (a
 * key's answer then takes the word's place), the size of the word, the ring; then the
 * time that is left, and the ring has its room back. */
#include "view/screens.h"

#include <assert.h>

typedef enum Yielded {
    YIELDED_NOTHING,
    YIELDED_LEGEND,
    YIELDED_HINT,
    YIELDED_WORD,
    YIELDED_RING
} Yielded;

#define RING_LEAST 0.30 /* of S */
#define WORD_LEAST 1.8  /* of b z */

/* The longest word and the longest line that stand here: bands are as high as these need,
 * so that nothing moves when the words change. */
#define LONGEST_WORD "In a moment"
#define LONGEST_LINE "The sound is gone; the picture goes on."
#define LONGEST_LEFT "less than a minute left"
#define HEAD_CENTRE 0.065

static void word_band(const Scene *scene, Text *text, Layout *layout, Yielded yielded)
{
    const bool is_small = yielded >= YIELDED_WORD, is_shared = yielded >= YIELDED_HINT;
    const double word_px =
        is_small ? WORD_LEAST * layout->metrics.bz_px : layout->metrics.word_px;
    const TextStyle style = { (int32_t)word_px, 1.2, THEME_TEXT, 1.0 };
    const bool is_answered = is_shared && scene->hint != NULL && scene->hint_is_answer;
    Band *band = layout_band(layout, 0.69, 0.5);
    TextStyle shown = is_answered ? style_small(layout) : style;
    shown.light = is_answered ? scene->hint_light : scene->word_light;
    layout_words(layout, text, is_answered ? scene->hint : scene->word, shown,
                 layout->width_px);
    if (scene->word_before != NULL && !is_answered) {
        /* The fading word stands in the same place. */
        const int32_t height = band->height;
        band->height = 0;
        shown.light = 1.0 - scene->word_light;
        layout_words(layout, text, scene->word_before, shown, layout->width_px);
        band->height = height > band->height ? height : band->height;
    }
    const int32_t word = layout_needed_px(layout, text, LONGEST_WORD, style);
    const int32_t line =
        layout_needed_px(layout, text, LONGEST_LINE, style_small(layout));
    layout_centre_band(layout, band, is_shared && line > word ? line : word);
}

static void hint_band(const Scene *scene, Text *text, Layout *layout)
{
    TextStyle style = style_small(layout);
    Band *band = layout_band(layout, 0.775, 0.25);
    style.light = scene->hint_light;
    layout_words(layout, text, scene->hint != NULL ? scene->hint : "", style,
                 (int32_t)(46 * layout->metrics.bz_px));
    layout_centre_band(layout, band, layout_needed_px(layout, text, LONGEST_LINE, style));
}

static int32_t side_width(Text *text, const Layout *layout, const Entry *side,
                          int32_t count)
{
    int32_t width = 0;
    for (int32_t i = 0; i < count; i++)
        width += layout_entry_width(text, &side[i], layout->metrics.small_px) +
                 layout_entry_gap(layout, &side[i]);
    return width;
}

bool screen_legend(Text *text, Layout *layout, const Legend *legend, double light)
{
    const Rect first = layout->items[layout->item_count - 2].rect;
    const Rect last = layout->items[layout->item_count - 1].rect;
    const int32_t gap = layout_gap_px(layout);
    const Entry *room = legend->left_room != NULL ? legend->left_room : legend->left;
    const int32_t left_x = first.x - side_width(text, layout, room, legend->left_count);
    const int32_t right_x = last.x + last.w + gap;
    const int32_t right_px = side_width(text, layout, legend->right, legend->right_count);
    if (first.y != last.y || left_x < gap || right_x + right_px > layout->width_px)
        return false;
    layout_side(layout, text, legend->left, legend->left_count, left_x, light);
    layout_side(layout, text, legend->right, legend->right_count, right_x, light);
    return true;
}

/* The legend on both sides of the exits, where there is room for all of it. */
static void legend(const Scene *scene, Text *text, Layout *layout)
{
    const char *sound = scene->practice == SCENE_SIT ? "bells" : NULL;
    const bool leads_on = scene->on_says != NULL;
    const Entry left[] = { entry_of_action(ACTION_ON, scene->on_says),
                           entry_of_action(ACTION_PRESS, scene->press_says),
                           entry_of_action(ACTION_SOUND, sound),
                           entry_of_action(ACTION_NO_HOLDS, NULL) };
    const Entry right[] = { entry_of_action(ACTION_HIDE, NULL),
                            entry_of_action(ACTION_QUICKER, NULL),
                            entry_of_action(ACTION_SLOWER, NULL) };
    const Legend both = { leads_on ? left : left + 1, right,
                          (scene->has_holds ? 3 : 2) + leads_on,
                          scene->has_breaths ? 3 : 1, NULL };
    screen_legend(text, layout, &both, scene->legend_light);
}

/* The exits in the middle: they stay where they are when the legend goes. */
static void exits_band(const Scene *scene, Text *text, Layout *layout, Yielded yielded)
{
    const Entry exits[] = { entry_of_action(ACTION_OUT, scene->out_says),
                            entry_of_action(ACTION_ANOTHER_WAY, NULL) };
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5)->is_pinned = true;
    layout_flow(layout, text, exits, 2, LOOK_LINK, 1.0);
    if (yielded < YIELDED_LEGEND && scene->legend_light > 0)
        legend(scene, text, layout);
}

void screen_exits(const Scene *scene, Text *text, Layout *layout, bool has_legend)
{
    exits_band(scene, text, layout, has_legend ? YIELDED_NOTHING : YIELDED_LEGEND);
}

/* How much is left, where it was asked for. */
static void head(const Scene *scene, Text *text, Layout *layout)
{
    TextStyle style = style_small(layout);
    style.light = scene->time_left_light;
    layout_head(layout, text, scene->time_left, LONGEST_LEFT, style, HEAD_CENTRE);
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, Yielded yielded,
                    bool has_head)
{
    layout_begin(layout, scene);
    if (has_head)
        head(scene, text, layout);
    if (yielded >= YIELDED_WORD)
        layout_tighten(layout);
    word_band(scene, text, layout, yielded);
    if (yielded < YIELDED_HINT)
        hint_band(scene, text, layout);
    exits_band(scene, text, layout, yielded);
}

static bool fits(const Scene *scene, Text *text, Layout *layout, FigureWish *figure,
                 bool has_head)
{
    const double usual_px = figure->usual_px;
    for (Yielded yielded = YIELDED_NOTHING; yielded <= YIELDED_RING; yielded++) {
        const bool is_last = yielded == YIELDED_RING;
        figure->least_px = is_last ? usual_px * RING_LEAST / SCREEN_RING : usual_px;
        lay_out(scene, text, layout, yielded, has_head);
        if (layout_fit(layout, *figure))
            return true;
    }
    return false;
}

void screen_practice(const Scene *scene, Text *text, Layout *layout)
{
    if (scene->practice == SCENE_SCAN) {
        screen_scan(scene, text, layout);
        return;
    }
    const Metrics metrics = metrics_make(scene->width_px, scene->height_px,
                                         scene->text_scale, scene->density);
    FigureWish figure = { .centre = SCREEN_FIGURE_CENTRE,
                          .usual_px = SCREEN_RING * metrics.short_side_px };
    const bool has_head = scene->time_left != NULL;
    if (!(has_head && fits(scene, text, layout, &figure, true)) &&
        !fits(scene, text, layout, &figure, false))
        layout_place(layout, figure, 0);
}
