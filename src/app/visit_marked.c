/* SPDX-License-Identifier: MIT */
#include "app/visit_marked.h"

#include "app/visit_parts.h"

#include <string.h>

_Static_assert((int)MARKED_ROWS <= (int)SCENE_ROWS_MAX, "the scene has room for them");

/* --- which --- */

static void list_marked(Visit *visit, MessageMark mark)
{
    VisitMarked *marked = &visit->marked;
    const Messages *messages = visit->house.messages;
    for (int32_t i = 0; i < messages->count; i++) {
        const Message *message = &messages->items[i];
        if (message->mark != mark)
            continue;
        MarkedMessage *item = &marked->items[marked->count++];
        strcpy(item->id, message->id);
        item->is_own = message->is_own;
        item->mark = mark;
    }
}

void visit_marked_open(Visit *visit, int64_t now_us)
{
    visit->marked.back = visit->screen;
    visit->marked.count = visit->marked.page = 0;
    list_marked(visit, MESSAGE_KEPT);
    list_marked(visit, MESSAGE_MUTED);
    visit_go(visit, SCREEN_MARKED, now_us);
}

/* Where the message of a row is in the list of all; -1 where there is none any more. */
static int32_t place_of(const Visit *visit, const MarkedMessage *item)
{
    const Messages *messages = visit->house.messages;
    for (int32_t i = 0; i < messages->count; i++)
        if (messages->items[i].is_own == item->is_own &&
            strcmp(messages->items[i].id, item->id) == 0)
            return i;
    return -1;
}

/* --- pages --- */

static int32_t page_count(const VisitMarked *marked)
{
    return marked->count > 0 ? (marked->count + MARKED_ROWS - 1) / MARKED_ROWS : 1;
}

static void turn_page(Visit *visit, int32_t step)
{
    VisitMarked *marked = &visit->marked;
    const int32_t pages = page_count(marked);
    marked->page = (marked->page + step + pages) % pages;
    visit->scroll_px = 0;
}

/* The row under a control of one, or NULL. */
static const MarkedMessage *row_at(const Visit *visit, int32_t control)
{
    const VisitMarked *marked = &visit->marked;
    const int32_t row = control - CONTROL_LESS;
    const int32_t at = marked->page * MARKED_ROWS + row;
    return row >= 0 && row < MARKED_ROWS && at < marked->count ? &marked->items[at]
                                                               : NULL;
}

/* --- keys and presses --- */

static void mark(Visit *visit, const MarkedMessage *item, MessageMark mark)
{
    const int32_t at = item != NULL ? place_of(visit, item) : -1;
    if (at >= 0)
        visit_message_mark(visit, at, mark);
}

static void press_row(Visit *visit, const MarkedMessage *item)
{
    const int32_t at = place_of(visit, item);
    if (at < 0)
        return;
    const bool is_plain = visit->house.messages->items[at].mark == MESSAGE_PLAIN;
    visit_message_mark(visit, at, is_plain ? item->mark : MESSAGE_PLAIN);
}

void visit_marked_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT: visit_go(visit, visit->marked.back, now_us); break;
    case ACTION_QUICKER: visit_move_frame(visit, -1); break;
    case ACTION_SLOWER: visit_move_frame(visit, 1); break;
    case ACTION_BACK: turn_page(visit, -1); break;
    case ACTION_ON: turn_page(visit, 1); break;
    case ACTION_LEAVE_OUT: mark(visit, row_at(visit, visit->focus), MESSAGE_MUTED); break;
    default: break;
    }
}

void visit_marked_press(Visit *visit, int32_t control, int64_t now_us)
{
    const MarkedMessage *item = row_at(visit, control);
    (void)now_us;
    visit->focus = control;
    if (control == CONTROL_TOOL)
        turn_page(visit, 1);
    else if (item != NULL)
        press_row(visit, item);
}

/* --- what there is to see --- */

static void show_row(const Visit *visit, const MarkedMessage *item, Scene *scene)
{
    static const char *const says[MESSAGE_MARK_COUNT] = {
        [MESSAGE_PLAIN] = "As any other.",
        [MESSAGE_KEPT] = "Kept.",
        [MESSAGE_MUTED] = "Not for me: it never comes.",
    };
    const int32_t at = place_of(visit, item);
    SceneRow *row = &scene->rows[scene->row_count++];
    *row = (SceneRow){ .label = "", .says = "It is not there any more.", .less = "" };
    if (at < 0)
        return;
    const Message *message = &visit->house.messages->items[at];
    const char *again = item->mark == MESSAGE_KEPT ? "Keep" : "Not for me";
    *row = (SceneRow){ .label = message->text,
                       .says = says[message->mark],
                       .less = message->mark == MESSAGE_PLAIN ? again : "Take back",
                       .longest = "Not for me",
                       .has_steps = true };
}

void visit_marked_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitMarked *marked = &visit->marked;
    const int32_t first = marked->page * MARKED_ROWS;
    scene->line = "Kept, and not for me";
    scene->detail = marked->count == 0 ? "None was kept, and each may come." : "";
    for (int32_t i = first; i < marked->count && i < first + MARKED_ROWS; i++)
        show_row(visit, &marked->items[i], scene);
    if (page_count(marked) > 1) {
        const bool is_last = marked->page == page_count(marked) - 1;
        scene->tools[0] = is_last ? "The first ones" : "More";
        scene->tool_count = 1;
    }
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}
