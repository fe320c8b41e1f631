/* SPDX-License-Identifier: MIT */
/* Every key and what it does, read from the one table of actions. */
#include "view/screens.h"

/* The widest key, or the widest sentence. */
static int32_t widest_px(Text *text, int32_t size_px, bool of_keys)
{
    int32_t widest = 0;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const Action *action = action_row((ActionId)id);
        const int32_t width =
            text_width_px(text, of_keys ? action->key : action->says, size_px);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void lay_out(const Scene *scene, Text *text, Layout *layout, bool is_tight)
{
    const Entry about = { .control = CONTROL_TOOL, .words = "What this is and is not" };
    layout_begin(layout, scene);
    const Metrics *metrics = &layout->metrics;
    const int32_t most = layout->width_px - 2 * metrics->margin_px;
    const int32_t key_px = widest_px(text, metrics->small_px, true);
    const int32_t wish = key_px + (int32_t)(metrics->b_px + 0.5) +
                         widest_px(text, metrics->small_px, false) + 1;
    layout_band(layout, 0.46, 0.25);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        if (id == ACTION_NO_HOLDS && scene->never_holds)
            continue;
        const Action *action = action_row((ActionId)id);
        const Entry entry = { .key = action->key, .words = action->says };
        layout_key_row(layout, text, &entry, key_px, wish < most ? wish : most);
    }
    if (is_tight)
        layout_tighten(layout);
    screen_foot(scene, text, layout, &about, 1);
}

/* Where the keys are more than a page, the foot takes no more room than it has to. */
void screen_keys(const Scene *scene, Text *text, Layout *layout)
{
    lay_out(scene, text, layout, false);
    if (layout_fit(layout, (FigureWish){ 0 }))
        return;
    lay_out(scene, text, layout, true);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
