/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_own_open(Visit *visit, int64_t now_us)
{
    visit->own.back = visit->screen;
    visit_go(visit, SCREEN_OWN, now_us);
}

void visit_own_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->own.back, now_us);
}

void visit_own_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_own_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}

void visit_maker_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, visit->own.back, now_us);
}

void visit_maker_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_maker_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->line = "";
    scene->out_says = "back";
}

bool visit_own_is_typing(const Visit *visit)
{
    (void)visit;
    return false;
}

void visit_own_type(Visit *visit, const char *utf8, int64_t now_us)
{
    (void)visit, (void)utf8, (void)now_us;
}

void visit_own_rub_out(Visit *visit, int64_t now_us)
{
    (void)visit, (void)now_us;
}
