/* SPDX-License-Identifier: MIT */
/* Every key and what it does, read from the one table of actions. */
#include "view/screens.h"

static int32_t longest_key_px(Text *text, int32_t size_px)
{
    int32_t longest = 0;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const int32_t width = text_width_px(text, action_row((ActionId)id)->key, size_px);
        longest = width > longest ? width : longest;
    }
    return longest;
}

void screen_keys(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    const Metrics *metrics = &layout->metrics;
    const int32_t most = layout->width_px - 2 * metrics->margin_px;
    const int32_t wish = (int32_t)(42 * metrics->bz_px);
    const int32_t key_px = longest_key_px(text, metrics->small_px);
    layout_band(layout, 0.46, 0.25);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const Action *action = action_row((ActionId)id);
        const Entry entry = { .key = action->key, .words = action->says };
        layout_key_row(layout, text, &entry, key_px, wish < most ? wish : most);
    }
    screen_foot(scene, text, layout, NULL, 0);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
