/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include "app/secret.h"
#include "store/kept.h"

#include <stdio.h>
#include <stdlib.h>

/* The tools under the rows. */
typedef enum Tool { TOOL_ERASE_ALL, TOOL_PUT_BACK, TOOL_REMEMBER, TOOL_COUNT } Tool;

enum {
    LINE_PX = 40,       /* that an arrow scrolls the page */
    SHOWN_LINE_PX = 20, /* one line of a file for so much of a wheel's turn */
    SHOWN_PAGE_PX = 240 /* all that can be seen */
};

void visit_kept_open(Visit *visit, int64_t now_us)
{
    visit->kept.back = visit->screen;
    visit->kept.problem[0] = '\0';
    visit->kept.wish.looks = true;
    visit_go(visit, SCREEN_KEPT, now_us);
}

bool visit_kept_has_wish(const Visit *visit)
{
    const VisitKeptWish *wish = &visit->kept.wish;
    return wish->erases != 0 || wish->puts_back || wish->forgets || wish->looks ||
           wish->shows;
}

/* --- the page --- */

void visit_kept_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT:
        visit->kept.wish.forgets = true;
        /* What was shown may have been the kept line. */
        text_wipe(visit->house.text);
        secret_sweep();
        visit_go(visit, visit->kept.back, now_us);
        break;
    case ACTION_QUICKER: visit_scroll(visit, -LINE_PX, now_us); break;
    case ACTION_SLOWER: visit_scroll(visit, LINE_PX, now_us); break;
    default: break;
    }
}

static void show_file(Visit *visit, int32_t row, int64_t now_us)
{
    VisitKept *kept = &visit->kept;
    kept->left_focus = visit->focus;
    kept->left_scroll_px = visit->scroll_px;
    kept->wish.shows = true;
    kept->wish.shown_row = row;
    visit_go(visit, SCREEN_SHOWN, now_us);
}

static uint32_t all_rows(const VisitKept *kept)
{
    return (UINT32_C(1) << kept->row_count) - 1;
}

static void press_tool(Visit *visit, Tool tool)
{
    VisitKept *kept = &visit->kept;
    if (tool == TOOL_ERASE_ALL) {
        kept->wish.erases |= all_rows(kept);
    } else if (tool == TOOL_PUT_BACK && kept->can_put_back) {
        kept->wish.puts_back = true;
    } else if (tool == TOOL_REMEMBER) {
        visit->settings.is_remembered = !visit->settings.is_remembered;
        visit->is_choice_new = true;
    }
}

void visit_kept_press(Visit *visit, int32_t control, int64_t now_us)
{
    VisitKept *kept = &visit->kept;
    const int32_t less = control - CONTROL_LESS, more = control - CONTROL_MORE;
    if (less >= 0 && less < kept->row_count && kept->rows[less].is_there)
        show_file(visit, less, now_us);
    else if (more >= 0 && more < kept->row_count && kept->rows[more].is_there)
        kept->wish.erases |= UINT32_C(1) << more;
    else if (control >= CONTROL_TOOL && control < CONTROL_TOOL + TOOL_COUNT)
        press_tool(visit, (Tool)(control - CONTROL_TOOL));
}

static bool has_something(const VisitKept *kept)
{
    for (int32_t i = 0; i < kept->row_count; i++)
        if (kept->rows[i].is_there)
            return true;
    return false;
}

static const char *remembers(Visit *visit)
{
    VisitKept *kept = &visit->kept;
    const bool is_on = visit->settings.is_remembered;
    const bool is_kept =
        kept->row_count > KEPT_SETTINGS && kept->rows[KEPT_SETTINGS].is_there;
    snprintf(kept->remembers, sizeof kept->remembers, "Remember my settings: %s%s",
             is_on ? "yes" : "no",
             !is_on && is_kept ? ". Nothing but this answer is kept." : "");
    return kept->remembers;
}

void visit_kept_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitKept *kept = &visit->kept;
    if (kept->problem[0] == '\0')
        visit_show_answer(visit, now_us);
    scene->line = kept->problem[0] != '\0'
                      ? kept->problem
                      : "Leeway has no network code. What you choose is written down "
                        "here. What you do is not.";
    for (int32_t i = 0; i < kept->row_count; i++) {
        const VisitKeptRow *row = &kept->rows[i];
        scene->rows[scene->row_count++] = (SceneRow){ .label = row->what,
                                                      .says = row->says,
                                                      .less = "Show",
                                                      .more = "Erase",
                                                      .has_steps = row->is_there };
    }
    scene->tools[TOOL_ERASE_ALL] = has_something(kept) ? "Erase everything" : NULL;
    scene->tools[TOOL_PUT_BACK] = kept->can_put_back ? "Put back" : NULL;
    scene->tools[TOOL_REMEMBER] = remembers(visit);
    scene->tool_count = TOOL_COUNT;
    scene->out_says = "back";
}

/* --- a file --- */

static void leave_file(Visit *visit, int64_t now_us)
{
    VisitKept *kept = &visit->kept;
    kept->wish.looks = true;
    visit_go(visit, SCREEN_KEPT, now_us);
    visit->focus = kept->left_focus;
    visit->scroll_px = kept->left_scroll_px;
}

void visit_shown_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT: leave_file(visit, now_us); break;
    case ACTION_QUICKER: visit_scroll(visit, -SHOWN_LINE_PX, now_us); break;
    case ACTION_SLOWER: visit_scroll(visit, SHOWN_LINE_PX, now_us); break;
    default: break;
    }
}

void visit_shown_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)visit, (void)control, (void)now_us;
}

void visit_shown_show(Visit *visit, Scene *scene, int64_t now_us)
{
    (void)now_us;
    scene->lines = visit->kept.lines;
    scene->line_count = visit->kept.line_count;
    scene->out_says = "back";
}

/* The lines that can be seen: what is on the screen but the words of its keys. */
static int32_t seen_lines(const Layout *layout)
{
    int32_t count = 0;
    for (int32_t i = 0; i < layout->item_count; i++)
        count += layout->items[i].look == LOOK_TEXT;
    return count;
}

int32_t visit_shown_lines(const Visit *visit, int32_t by_px)
{
    const int32_t seen = seen_lines(&visit->layout);
    const int32_t most = seen > 1 ? seen - 1 : 1;
    int32_t lines = abs(by_px) / SHOWN_LINE_PX;
    if (lines > most || abs(by_px) >= SHOWN_PAGE_PX)
        lines = most;
    return by_px < 0 ? -lines : lines;
}
