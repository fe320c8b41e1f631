/* SPDX-License-Identifier: MIT */
/* A choice takes hold at once, and there is a way back from it. */
#include "app/visit_parts.h"

#include <string.h>

/* Home stands on what was chosen; what was typed for this start stays until then. */
static void follow_request(Visit *visit, const Settings *before)
{
    const Settings *now = &visit->settings;
    const BreatheRequest wished = visit_home_request(visit);
    if (now->minutes != before->minutes) {
        visit->request.length_ms = wished.length_ms;
        visit->request.breaths = 0;
    }
    if (strcmp(now->pattern, before->pattern) != 0 || now->holds != before->holds ||
        now->begins != before->begins) {
        const BreatheRequest old = visit->request;
        visit->request = wished;
        visit->is_typed = false;
        visit->request.length_ms = old.length_ms;
        visit->request.breaths = old.breaths;
        visit_note(visit);
    }
}

/* The levels, the delay, home's row and what it begins. Colours, letters and figure are
 * read anew for every picture. */
static void apply(Visit *visit, const Settings *next, int64_t now_us)
{
    const Settings before = visit->settings;
    visit->settings = *next;
    follow_request(visit, &before);
    visit_scan_follow(visit, &before);
    visit_sit_follow(visit, &before);
    visit_reach_follow(visit, &before);
    if (before.movement != SETTINGS_MOVEMENT_USUAL &&
        next->movement == SETTINGS_MOVEMENT_USUAL)
        visit->home_us = now_us; /* what stood still begins at its smallest */
    player_set_delay(visit->house.player, next->delay_ms, now_us);
    visit_follow_levels(visit, now_us);
    visit_home_values(visit);
    visit_list_refresh(visit);
}

static void push(VisitSettings *pages, const Settings *before)
{
    if (pages->undo_count == VISIT_UNDO_MAX) {
        pages->undo_count--;
        memmove(pages->undo, pages->undo + 1,
                (size_t)pages->undo_count * sizeof pages->undo[0]);
    }
    pages->undo[pages->undo_count++] = *before;
}

/* What was chosen elsewhere in between (by M, in a file) is a step of its own: undoing a
 * row never brings back sound that was turned off since. */
void visit_undo_note(Visit *visit)
{
    VisitSettings *pages = &visit->pages;
    if (!settings_are_equal(&pages->seen, &visit->settings))
        push(pages, &pages->seen);
    pages->seen = visit->settings;
}

bool visit_change(Visit *visit, const Settings *next, int64_t now_us)
{
    visit_undo_note(visit);
    if (settings_are_equal(next, &visit->settings))
        return false;
    apply(visit, next, now_us);
    visit_undo_note(visit);
    visit->is_choice_new = true;
    return true;
}

bool visit_can_undo(const Visit *visit)
{
    return visit->pages.undo_count > 0 ||
           !settings_are_equal(&visit->pages.seen, &visit->settings);
}

void visit_undo(Visit *visit, int64_t now_us)
{
    VisitSettings *pages = &visit->pages;
    visit_undo_note(visit);
    if (pages->undo_count == 0)
        return;
    const Settings back = pages->undo[--pages->undo_count];
    apply(visit, &back, now_us);
    pages->seen = visit->settings;
    visit->is_choice_new = true;
}

void visit_take_settings(Visit *visit, const Settings *settings, int64_t now_us)
{
    apply(visit, settings, now_us);
}
