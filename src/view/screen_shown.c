/* SPDX-License-Identifier: MIT */
/* A file that is kept, as it stands on the disk. */
#include "view/screens.h"

void screen_shown(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    layout_band(layout, 0.46, 0.25);
    layout_words(layout, text, scene->line, style_body(layout), layout->width_px);
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
