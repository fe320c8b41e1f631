/* SPDX-License-Identifier: MIT */
/* A pattern being made. */
#include "view/screens.h"

void screen_maker(const Scene *scene, Text *text, Layout *layout)
{
    Entry rows[SCENE_ROWS_MAX], tools[SCENE_TOOLS_MAX];
    int32_t tool_count = 0;
    layout_begin(layout, scene);
    layout_band(layout, 0.12, 0.25);
    layout_words(layout, text, scene->line, style_body(layout), layout->width_px);
    for (int32_t i = 0; i < scene->row_count; i++)
        rows[i] =
            (Entry){ .control = CONTROL_ROW + i,
                     .key = scene->rows[i].label,
                     .words = scene->rows[i].value != NULL ? scene->rows[i].value : "" };
    layout_band(layout, 0.45, 0.25);
    for (int32_t i = 0; i < scene->row_count; i++)
        layout_flow(layout, text, &rows[i], 1, LOOK_VALUE, 1.0);
    if (scene->detail != NULL) {
        layout_band(layout, 0.76, 0.25);
        layout_words(layout, text, scene->detail, style_small(layout),
                     (int32_t)(60 * layout->metrics.bz_px));
    }
    for (int32_t i = 0; i < scene->tool_count; i++)
        if (scene->tools[i] != NULL)
            tools[tool_count++] =
                (Entry){ .control = CONTROL_TOOL + i, .words = scene->tools[i] };
    layout_band(layout, 0.85, 0.25);
    layout_flow(layout, text, tools, tool_count, LOOK_LINK, 1.0);
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
