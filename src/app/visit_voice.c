/* SPDX-License-Identifier: MIT */
/* The page of one recording: its cuts, its lines, kept as a voice. */
#include "app/visit_parts.h"

void visit_voice_open(Visit *visit, int64_t now_us)
{
    visit_go(visit, SCREEN_VOICE, now_us);
}

void visit_voice_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go(visit, SCREEN_HOME, now_us);
    else
        visit_other_key(visit, now_us);
}

void visit_voice_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)control;
    visit_other_key(visit, now_us);
}

void visit_voice_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)visit, (void)now_us;
    scene->out_says = "back";
}
