/* SPDX-License-Identifier: MIT */
/* One sentence and a few equal ways. Still: nothing here moves or happens by itself. */
#include "view/screens.h"

static void lay_out(const Scene *scene, Text *text, Layout *layout, bool is_tight)
{
    layout_begin(layout, scene);
    if (is_tight)
        layout_tighten(layout);
    const Metrics *metrics = &layout->metrics;
    layout_band(layout, 0.12, 0.25);
    layout_words(layout, text, scene->line, style_small(layout),
                 (int32_t)(34 * metrics->bz_px));

    Entry rows[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        rows[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.505, 0.5);
    layout_rows(layout, text, rows, scene->choice_count, (int32_t)(26 * metrics->bz_px));

    const Entry back = entry_of_action(ACTION_PRESS, scene->press_says);
    screen_foot(scene, text, layout, &back, scene->press_says != NULL ? 1 : 0);
}

void screen_choices(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
