/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_kept_open(Visit *visit, int64_t now_us)
{
    visit->kept.back = visit->screen;
    visit_go(visit, SCREEN_KEPT, now_us);
}

void visit_kept_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->kept.back, now_us);
}

void visit_kept_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_kept_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}

void visit_shown_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->kept.back, now_us);
}

void visit_shown_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_shown_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}
