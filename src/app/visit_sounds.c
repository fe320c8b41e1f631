/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_sounds_open(Visit *visit, int64_t now_us)
{
    visit->sounds.back = visit->screen;
    visit_go(visit, SCREEN_SOUNDS, now_us);
}

void visit_sounds_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->sounds.back, now_us);
}

void visit_sounds_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_sounds_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}
