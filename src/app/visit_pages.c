/* SPDX-License-Identifier: MIT */
/* What keys and presses do on the pages around a practice. */
#include "app/visit_parts.h"

enum { LINE_PX = 40 /* that an arrow scrolls a long page */ };

void visit_press_after(Visit *visit, int32_t control, int64_t now_us)
{
    if (control >= CONTROL_TOOL) {
        visit->focus = control; /* so that the next press may be the same */
        visit_message_press(visit, control - CONTROL_TOOL, now_us);
        return;
    }
    const int32_t choice = control - CONTROL_CHOICE;
    if (choice == 0 && visit->reach.from == REACH_FROM_PAGE) {
        visit_write_open(visit, now_us);
    } else if (choice == 0 && visit->reach.from == REACH_FROM_FACE) {
        visit_go(visit, SCREEN_HOME, now_us);
    } else if (choice == 0 && visit->house.player->session.state == SESSION_LEFT) {
        visit_take_up(visit, now_us);
    } else if (choice == 0) {
        visit_begin_again(visit, now_us);
    } else if (choice == 1) {
        visit->ways = VISIT_SMALLER_WAYS;
        visit_go(visit, SCREEN_CHOICES, now_us);
    } else {
        visit_go(visit, SCREEN_HOME, now_us);
    }
}

static void leave_ways(Visit *visit, int64_t now_us)
{
    if (visit->ways == VISIT_OTHER_WAYS)
        visit_leave_ways(visit, now_us);
    else
        visit_go(visit, SCREEN_AFTER, now_us);
}

void visit_list_act(Visit *visit, ActionId action, int64_t now_us)
{
    const VisitList *list = &visit->list;
    const int32_t at = visit->focus >= CONTROL_CHOICE ? visit->focus - CONTROL_CHOICE : 0;
    switch (action) {
    case ACTION_QUICKER:
    case ACTION_BACK:
    case ACTION_FRAME_BEFORE:
        visit_list_frame(visit, (at + list->count - 1) % list->count);
        break;
    case ACTION_SLOWER:
    case ACTION_ON:
    case ACTION_FRAME_NEXT: visit_list_frame(visit, (at + 1) % list->count); break;
    case ACTION_PRESS:
    case ACTION_ENTER: visit_list_choose(visit, at, now_us); break;
    case ACTION_OUT:
        visit_go(visit, SCREEN_HOME, now_us);
        visit->focus = CONTROL_VALUE + (int32_t)list->value % SCENE_VALUES;
        break;
    default: break;
    }
}

/* The second press of a double click is not meant for the list that opened. */
void visit_press_list(Visit *visit, int32_t control, int64_t now_us)
{
    if (now_us - visit->sleep_us >= VISIT_SLEEP_US)
        visit_list_choose(visit, control - CONTROL_CHOICE, now_us);
}

void visit_choices_act(Visit *visit, ActionId action, int64_t now_us)
{
    const bool is_press = action == ACTION_PRESS || action == ACTION_ENTER;
    if (visit->screen == SCREEN_AFTER && visit_message_act(visit, action, now_us))
        return;
    if (is_press && visit->screen == SCREEN_AFTER) {
        visit_press_after(visit, CONTROL_CHOICE, now_us);
    } else if (action == ACTION_OUT && visit->screen == SCREEN_AFTER) {
        visit->wants_close = true;
    } else if (is_press && visit->ways == VISIT_OTHER_WAYS && visit->pace.is_followed) {
        visit_pace_open(visit, now_us);
    } else if (is_press && visit->ways == VISIT_OTHER_WAYS) {
        visit_go(visit, SCREEN_PRACTICE, now_us);
        visit_go_on(visit, now_us);
    } else if (action == ACTION_OUT) {
        leave_ways(visit, now_us);
    }
}

void visit_keys_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        visit_go_back(visit, now_us);
    else if (action == ACTION_QUICKER)
        visit_scroll(visit, -LINE_PX, now_us);
    else if (action == ACTION_SLOWER)
        visit_scroll(visit, LINE_PX, now_us);
}

void visit_keys_press(Visit *visit, int32_t control, int64_t now_us)
{
    if (control == CONTROL_TOOL)
        visit_about_open(visit, now_us);
}
