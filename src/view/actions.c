/* SPDX-License-Identifier: MIT */
#include "view/actions.h"

#include <assert.h>
#include <stddef.h>

static const Action table[ACTION_COUNT] = {
    [ACTION_NONE] = { "none", "", NULL, "" },
    [ACTION_PRESS] = { "press", "Space", "pause",
                       "begins, pauses, goes on; or presses what is framed" },
    [ACTION_OUT] = { "out", "Esc", "leave",
                     "one step out, at once; from home it closes Leeway" },
    [ACTION_QUICKER] = { "quicker", "↑", "quicker",
                         "a quicker breath, or shorter silences" },
    [ACTION_SLOWER] = { "slower", "↓", "slower", "a slower breath, or longer silences" },
    [ACTION_BACK] = { "back", "←", NULL, "the choice, place or message before" },
    [ACTION_ON] = { "on", "→", NULL, "the next choice, place or message" },
    [ACTION_ANOTHER_WAY] = { "another-way", "O", "another way",
                             "everything stands still, and there are other ways" },
    [ACTION_SOUND] = { "sound", "M", "sound", "sound on, or off" },
    [ACTION_NO_HOLDS] = { "no-holds", "N", "no holds",
                          "leaves holds out, also one that is running" },
    [ACTION_LEAVE_OUT] = { "leave-out", "Delete", "leave this out",
                           "never this place or message again; undone in Settings" },
    [ACTION_HIDE] = { "hide", "H", "hide", "an empty page; the same key comes back" },
    [ACTION_FRAME_NEXT] = { "frame-next", "Tab", NULL, "moves the frame on" },
    [ACTION_FRAME_BEFORE] = { "frame-before", "Shift Tab", NULL, "moves the frame back" },
    [ACTION_ENTER] = { "enter", "Enter", NULL, "presses what is framed" },
    [ACTION_KEYS] = { "keys", "F1", "keys", "this page" },
    [ACTION_PEOPLE] = { "people", "F2", NULL,
                        "people to call; Esc comes back to where it was" },
    [ACTION_FULL_SCREEN] = { "full-screen", "F11", NULL, "full screen, and back" },
    [ACTION_TEXT_LARGER] = { "text-larger", "Ctrl +", NULL, "larger text" },
    [ACTION_TEXT_SMALLER] = { "text-smaller", "Ctrl −", NULL, "smaller text" },
    [ACTION_TEXT_USUAL] = { "text-usual", "Ctrl 0", NULL, "text as it was at first" },
    [ACTION_PAGE_UP] = { "page-up", "Page Up", NULL, "up a page, where a page is long" },
    [ACTION_PAGE_DOWN] = { "page-down", "Page Down", NULL,
                           "down a page, where a page is long" },
};

const Action *action_row(ActionId id)
{
    assert(id >= 0 && id < ACTION_COUNT && table[id].id != NULL);
    return &table[id];
}
