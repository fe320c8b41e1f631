/* SPDX-License-Identifier: MIT */
/* One sentence and a few equal ways. Still: nothing here moves or happens by itself. */
#include "view/screens.h"

#define SENTENCE_WIDTH 34 /* b z */

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
    more[count++] =
        (Entry){ .control = CONTROL_ACTION + ACTION_PEOPLE, .words = "People to call" };
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

/* Where it is so tight that the page scrolls, the ways come first: the way out is there
 * without a search. */
void screen_choices(const Scene *scene, Text *text, Layout *layout)
{
    if (fits(scene, text, layout, false, false) ||
        fits(scene, text, layout, true, false) || fits(scene, text, layout, true, true))
        return;
    layout_begin(layout, scene);
    layout_tighten(layout);
    ways(scene, text, layout, false);
    sentence(scene, text, layout);
    foot(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
