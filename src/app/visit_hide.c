/* SPDX-License-Identifier: MIT */
/* Hiding: an empty page, and back to what there was. */
#include "app/visit_parts.h"

/* Nothing has moved in between, but that a practice is paused. */
static void come_back(Visit *visit, int64_t now_us)
{
    const VisitHidden hidden = visit->hidden;
    visit_go(visit, hidden.screen, now_us);
    visit->is_awake = false;
    visit->screen_us = now_us - hidden.stood_us;
    visit->focus = hidden.focus;
    visit->scroll_px = hidden.scroll_px;
    visit->field = hidden.field;
    visit->shown_screen = hidden.screen; /* its frame is where it was */
}

void visit_hide(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_HIDDEN) {
        come_back(visit, now_us);
        return;
    }
    visit_pause(visit, now_us);
    visit_field_let_go(visit); /* where the button comes up is not told to this page */
    player_hush(visit->house.player);
    visit->hidden = (VisitHidden){ .screen = visit->screen,
                                   .focus = visit->focus,
                                   .scroll_px = visit->scroll_px,
                                   .field = visit->field,
                                   .stood_us = now_us - visit->screen_us };
    visit_go(visit, SCREEN_HIDDEN, now_us);
}
