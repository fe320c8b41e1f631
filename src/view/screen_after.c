/* SPDX-License-Identifier: MIT */
/* After a practice, however it ended: one message and three equal buttons. */
#include "view/screens.h"

static void lay_out(const Scene *scene, Text *text, Layout *layout, TextStyle message)
{
    layout_begin(layout, scene);
    const Metrics *metrics = &layout->metrics;
    message.light = scene->line_light;
    layout_band(layout, SCREEN_FIGURE_CENTRE, 0.5);
    layout_words(layout, text, scene->line, message, (int32_t)(30 * metrics->bz_px));

    Entry buttons[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        buttons[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.80, 0.5);
    layout_tiles(layout, text, buttons, scene->choice_count,
                 (int32_t)(14.4 * metrics->bz_px));
    screen_foot(scene, text, layout, NULL, 0);
}

/* A message yields its size before anything scrolls. */
void screen_after(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    lay_out(scene, text, layout, style_message(layout));
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out(scene, text, layout, style_body(layout));
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
