/* SPDX-License-Identifier: MIT */
/* One sentence and a few equal ways. Still: nothing here moves or happens by itself. */
#include "view/screens.h"

#define SENTENCE_WIDTH 34 /* b z */

enum { FIRST_WAYS = 2 }; /* that are seen with the sentence, or else before it */

static void sentence(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, 0.12, 0.25);
    screen_line(scene, text, layout, style_small(layout),
                (int32_t)(SENTENCE_WIDTH * layout->metrics.bz_px));
}

/* Under each other, or the first one across and the others in pairs. Returns whether
 * there is room for that. */
static bool ways(const Scene *scene, Text *text, Layout *layout, bool is_paired)
{
    Entry rows[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        rows[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.505, 0.5);
    if (is_paired)
        return layout_pairs(layout, text, rows, scene->choice_count,
                            (int32_t)(SENTENCE_WIDTH * layout->metrics.bz_px));
    layout_rows(layout, text, rows, scene->choice_count,
                (int32_t)(26 * layout->metrics.bz_px));
    return true;
}

static void foot(const Scene *scene, Text *text, Layout *layout)
{
    Entry more[2];
    int32_t count = 0;
    if (scene->press_says != NULL)
        more[count++] = entry_of_action(ACTION_PRESS, scene->press_says);
    more[count++] = entry_of_people();
    screen_foot(scene, text, layout, more, count);
}

static bool fits(const Scene *scene, Text *text, Layout *layout, bool is_paired,
                 bool is_tight)
{
    layout_begin(layout, scene);
    if (is_tight)
        layout_tighten(layout);
    sentence(scene, text, layout);
    if (!ways(scene, text, layout, is_paired))
        return false;
    foot(scene, text, layout);
    return layout_fit(layout, (FigureWish){ 0 });
}

/* Whether the first ways can be seen before anything is scrolled. */
static bool shows_first_ways(const Layout *layout, int32_t count)
{
    const Rect view = layout->scroll_view;
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        const bool is_first = item->control >= CONTROL_CHOICE &&
                              item->control < CONTROL_CHOICE + FIRST_WAYS &&
                              item->control < CONTROL_CHOICE + count;
        if (is_first && item->rect.y + item->rect.h > view.y + view.h)
            return false;
    }
    return true;
}

static void scrolled(const Scene *scene, Text *text, Layout *layout,
                     bool is_sentence_first, int32_t scroll_px)
{
    layout_begin(layout, scene);
    layout_tighten(layout);
    if (is_sentence_first)
        sentence(scene, text, layout);
    ways(scene, text, layout, false);
    if (!is_sentence_first)
        sentence(scene, text, layout);
    foot(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scroll_px);
}

/* Where it is so tight that the page scrolls, the sentence comes first as long as it
 * leaves room for the first ways, else behind them: the way out is there without a
 * search. */
void screen_choices(const Scene *scene, Text *text, Layout *layout)
{
    if (fits(scene, text, layout, false, false) ||
        fits(scene, text, layout, true, false) ||
        fits(scene, text, layout, false, true) || fits(scene, text, layout, true, true))
        return;
    scrolled(scene, text, layout, true, 0);
    const bool is_sentence_first = shows_first_ways(layout, scene->choice_count);
    scrolled(scene, text, layout, is_sentence_first, scene->scroll_px);
    layout_hide_cut_words(layout);
}
