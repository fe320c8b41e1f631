/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_pace_open(Visit *visit, int64_t now_us)
{
    visit->pace.back = visit->screen;
    visit_go(visit, SCREEN_PACE, now_us);
}

void visit_pace_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->pace.back, now_us);
}

void visit_pace_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_pace_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}

void visit_pace_let_go(Visit *visit, int64_t now_us)
{
    (void)visit, (void)now_us;
}
