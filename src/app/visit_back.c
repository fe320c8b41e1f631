/* SPDX-License-Identifier: MIT */
/* The pages that are there from everywhere, and where Esc leads from them. */
#include "app/visit_parts.h"

bool visit_is_from_everywhere(ScreenId screen)
{
    return screen == SCREEN_KEYS || screen == SCREEN_PEOPLE || screen == SCREEN_PERSON ||
           screen == SCREEN_ABOUT || screen == SCREEN_HIDDEN;
}

/* NULL from pages that lead elsewhere. */
static VisitBack *back_of(Visit *visit, ScreenId page)
{
    switch (page) {
    case SCREEN_KEYS: return &visit->people.keys_back;
    case SCREEN_PEOPLE: return &visit->people.people_back;
    case SCREEN_ABOUT: return &visit->people.about_back;
    default: return NULL;
    }
}

/* Whether Esc comes to the page, pressed often enough. */
static bool leads_to(Visit *visit, ScreenId page)
{
    ScreenId at = visit->screen;
    while (at != page && (at == SCREEN_PERSON || back_of(visit, at) != NULL))
        at = at == SCREEN_PERSON ? SCREEN_PEOPLE : back_of(visit, at)->screen;
    return at == page;
}

/* A page that is on the way back already stays where it is on it, so that no way is a
 * circle. A list closes when something else is shown. Who was typing goes on typing. */
void visit_go_over(Visit *visit, ScreenId page, int64_t now_us)
{
    const ScreenId below = visit->screen == SCREEN_LIST ? SCREEN_HOME : visit->screen;
    if (!leads_to(visit, page))
        *back_of(visit, page) =
            (VisitBack){ below, visit_is_typing(visit) ? visit->focus : CONTROL_NONE };
    visit_go(visit, page, now_us);
}

void visit_go_back(Visit *visit, int64_t now_us)
{
    const VisitBack back = *back_of(visit, visit->screen);
    visit_go(visit, back.screen, now_us);
    if (back.focus != CONTROL_NONE)
        visit->focus = back.focus;
}

void visit_keys_open(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_KEYS)
        return;
    visit_pause(visit, now_us);
    visit_go_over(visit, SCREEN_KEYS, now_us);
}
