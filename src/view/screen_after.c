/* SPDX-License-Identifier: MIT */
/* After a practice, however it ended: one message and three equal buttons. */
#include "view/screens.h"

static void lay_out(const Scene *scene, Text *text, Layout *layout, bool is_tight)
{
    layout_begin(layout, scene);
    if (is_tight)
        layout_tighten(layout);
    const Metrics *metrics = &layout->metrics;
    TextStyle message = is_tight ? style_body(layout) : style_message(layout);
    message.light = scene->line_light;
    layout_band(layout, SCREEN_FIGURE_CENTRE, 0.5);
    screen_line(scene, text, layout, message, (int32_t)(30 * metrics->bz_px));

    Entry buttons[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        buttons[i] = (Entry){ .control = CONTROL_CHOICE + i, .words = scene->choices[i] };
    layout_band(layout, 0.80, 0.5);
    layout_tiles(layout, text, buttons, scene->choice_count,
                 (int32_t)(14.4 * metrics->bz_px));
    const Entry people = { .control = CONTROL_ACTION + ACTION_PEOPLE,
                           .words = "People to call" };
    screen_foot(scene, text, layout, &people, 1);
}

/* Where it is tight the message takes the size of the buttons. */
void screen_after(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
