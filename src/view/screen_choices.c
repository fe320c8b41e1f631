/* SPDX-License-Identifier: MIT */
/* One sentence and a few equal ways. Still: nothing here moves or happens by itself. */
#include "view/screens.h"

static void sentence(const Scene *scene, Text *text, Layout *layout)
{
    layout_band(layout, 0.12, 0.25);
    screen_line(scene, text, layout, style_small(layout),
                (int32_t)(34 * layout->metrics.bz_px));
}

static void ways(const Scene *scene, Text *text, Layout *layout)
{
    Entry rows[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        rows[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.505, 0.5);
    layout_rows(layout, text, rows, scene->choice_count,
                (int32_t)(26 * layout->metrics.bz_px));
}

static void foot(const Scene *scene, Text *text, Layout *layout)
{
    const Entry back = entry_of_action(ACTION_PRESS, scene->press_says);
    screen_foot(scene, text, layout, &back, scene->press_says != NULL ? 1 : 0);
}

/* Where it is so tight that the page scrolls, the ways come first: the way out is there
 * without a search. */
void screen_choices(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    sentence(scene, text, layout);
    ways(scene, text, layout);
    foot(scene, text, layout);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    layout_begin(layout, scene);
    layout_tighten(layout);
    ways(scene, text, layout);
    sentence(scene, text, layout);
    foot(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
