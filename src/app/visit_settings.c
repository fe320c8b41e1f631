/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_settings_open(Visit *visit, int64_t now_us)
{
    visit->pages.back = visit->screen;
    visit_go(visit, SCREEN_SETTINGS, now_us);
}

void visit_settings_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->pages.back, now_us);
}

void visit_settings_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_settings_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}
