/* SPDX-License-Identifier: MIT */
/* Home: the figure, one line, the row that is also the preview, the foot. */
#include "view/screens.h"

/* As long as any sentence about a choice: the list does not move under the frame. */
#define LONGEST_DETAIL                                                                   \
    "A soft tone at each turn: one for in, a longer one for out, two for a hold."

static FigureWish home_figure(const Scene *scene)
{
    const Metrics metrics = metrics_make(scene->width_px, scene->height_px,
                                         scene->text_scale, scene->density);
    return (FigureWish){ .centre = SCREEN_FIGURE_CENTRE,
                         .usual_px = SCREEN_HOME_ORB * metrics.short_side_px,
                         .least_px = 0.22 * metrics.short_side_px };
}

void screen_home(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    layout_band(layout, 0.575, 0.5)->is_pinned = true;
    layout_words(layout, text, scene->line, style_body(layout), layout->width_px);

    Entry values[SCENE_VALUES];
    for (int32_t i = 0; i < SCENE_VALUES; i++)
        values[i] = (Entry){ .control = CONTROL_VALUE + i, .words = scene->values[i] };
    layout_band(layout, 0.665, 0.1);
    layout_flow(layout, text, values, SCENE_VALUES, LOOK_VALUE, 1.0);

    if (scene->detail != NULL) {
        layout_band(layout, 0.732, 0.25);
        layout_words(layout, text, scene->detail, style_small(layout),
                     (int32_t)(60 * layout->metrics.bz_px));
    }
    Entry doors[SCENE_DOORS_MAX];
    for (int32_t i = 0; i < scene->door_count; i++)
        doors[i] = (Entry){ .control = CONTROL_DOOR + i,
                            .words = scene->doors[i],
                            .is_chosen = i == scene->door };
    layout_band(layout, 0.80, 0.5);
    layout_tiles(layout, text, doors, scene->door_count,
                 (int32_t)(11.4 * layout->metrics.bz_px));

    const Entry foot[] = {
        { .control = CONTROL_FOOT + FOOT_KEPT, .words = "What is kept" },
        { .control = CONTROL_FOOT + FOOT_SETTINGS, .words = "Settings" },
        { .control = CONTROL_ACTION + ACTION_KEYS, .words = "Keys" },
        entry_of_action(ACTION_OUT, "closes"),
    };
    layout_band(layout, SCREEN_FOOT_CENTRE, 0.5);
    layout_flow(layout, text, foot, sizeof foot / sizeof foot[0], LOOK_LINK, 1.0);
    layout_place(layout, home_figure(scene), scene->scroll_px);
}

static void lay_out_list(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    Entry rows[SCENE_CHOICES_MAX];
    for (int32_t i = 0; i < scene->choice_count; i++)
        rows[i] = (Entry){ .control = CONTROL_CHOICE + i,
                           .words = scene->choices[i],
                           .is_chosen = i == scene->chosen };
    const double b = layout->metrics.b_px, height = layout->height_px;
    const double rows_px = scene->choice_count * (double)layout->metrics.control_px;
    const double top = SCREEN_FIGURE_CENTRE * height +
                       SCREEN_HOME_ORB / 2 * layout->metrics.short_side_px + 1.2 * b;
    layout_band(layout, (top + rows_px / 2) / height, 0.5);
    layout_list(layout, text, rows, scene->choice_count,
                (int32_t)(26 * layout->metrics.bz_px));
    Band *detail = layout_band(layout, 0.87, 0.25);
    layout_words(layout, text, scene->detail, style_small(layout),
                 (int32_t)(60 * layout->metrics.bz_px));
    layout_centre_band(
        layout, detail,
        layout_needed_px(layout, text, LONGEST_DETAIL, style_small(layout)));
    screen_foot(scene, text, layout, NULL, 0);
}

/* Where the list is no page the figure yields to it, rather than move aside. */
void screen_list(const Scene *scene, Text *text, Layout *layout)
{
    lay_out_list(scene, text, layout);
    if (layout_fit(layout, home_figure(scene)) && layout->fit == FIT_PAGE)
        return;
    lay_out_list(scene, text, layout);
    layout_place(layout, (FigureWish){ 0 }, scene->scroll_px);
}
