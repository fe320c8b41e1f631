/* SPDX-License-Identifier: MIT */
/* actions.h -- everything a key can do, in one table.
 *
 * The legend, the page of keys, `leeway list actions` and the tests read this table, the
 * input map leads to its ids: one key, one meaning, on every screen. Strings are static
 * English. */
#ifndef LEEWAY_VIEW_ACTIONS_H
#define LEEWAY_VIEW_ACTIONS_H

typedef enum ActionId {
    ACTION_NONE,
    ACTION_PRESS, /* begin, pause, go on, or press what is framed */
    ACTION_OUT,   /* one step out */
    ACTION_QUICKER,
    ACTION_SLOWER,
    ACTION_BACK,
    ACTION_ON,
    ACTION_ANOTHER_WAY,
    ACTION_SOUND,
    ACTION_NO_HOLDS,
    ACTION_LEAVE_OUT, /* never this again */
    ACTION_HIDE,
    ACTION_FRAME_NEXT,
    ACTION_FRAME_BEFORE,
    ACTION_ENTER,
    ACTION_KEYS,
    ACTION_PEOPLE, /* people to call */
    ACTION_FULL_SCREEN,
    ACTION_TEXT_LARGER,
    ACTION_TEXT_SMALLER,
    ACTION_TEXT_USUAL,
    ACTION_PAGE_UP,
    ACTION_PAGE_DOWN,
    ACTION_COUNT
} ActionId;

typedef struct Action {
    const char *id;     /* for programs */
    const char *key;    /* as it is shown */
    const char *legend; /* one or two words beside the key; NULL where none is shown */
    const char *says;   /* what it does, everywhere */
} Action;

/* The action's row. Asserts a known action. */
const Action *action_row(ActionId id);

#endif
