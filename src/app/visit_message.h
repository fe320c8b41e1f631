/* SPDX-License-Identifier: MIT */
/* visit_message.h -- the message on the page after a practice: which, and its tools.
 *
 * A part of a visit; visit.h owns what is remembered here, and nothing of it outlives the
 * program but what was kept or muted. Marks count at once and are only wished to the
 * disk: message_shelf.h writes them. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_MESSAGE_H
#define LEEWAY_APP_VISIT_MESSAGE_H

#include "core/deck.h"
#include "store/messages.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

_Static_assert((int)MESSAGES_ALL_MAX <= (int)DECK_CARDS_MAX &&
                   (int)MESSAGES_THEME_COUNT < (int)DECK_THEMES_MAX,
               "each message is a card");

/* What the messages of the page after a practice are taken from. */
typedef enum VisitMessageSet {
    VISIT_MESSAGES_ANY,
    VISIT_MESSAGES_REACHED,  /* after writing to somebody, or not */
    VISIT_MESSAGES_TOO_MUCH, /* after another way */
    VISIT_MESSAGES_SETS
} VisitMessageSet;

typedef struct VisitMessage {
    VisitMessageSet set; /* of the present page; any, from when a practice begins */
    int32_t presses;     /* of "another", since the program began */
    bool is_asked;       /* where one comes when asked alone */
    int64_t shown_us;    /* when what is shown began to come; 0: with the page */

    DeckCard cards[MESSAGES_ALL_MAX];
    Deck deck; /* laid from these … */
    bool has_day;
    int64_t day; /* on which what was muted before has its day filled */
    bool is_laid;
    VisitMessageSet laid_set; /* … for this set … */
    bool laid_own;            /* … of the person's own alone … */
    int32_t laid_count;       /* … of so many messages */
} VisitMessage;

/* The message after a practice; "" where none is wanted or there is none. */
const char *visit_message(struct Visit *visit);

/* A practice begins, or what stands for one: any may come behind it, and none was asked
 * for yet. */
void visit_message_begin(struct Visit *visit);

/* The messages or their marks are others now. */
void visit_message_follow(struct Visit *visit);

/* Marks the message at this place of the list, and wishes it written. */
void visit_message_mark(struct Visit *visit, int32_t at, MessageMark mark);

/* The disk did not take a mark that was just set. */
void visit_message_failed(struct Visit *visit);

/* A key on the page after a practice, false where it means nothing to a message; a press
 * on one of its tools; what there is to see. */
bool visit_message_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_message_press(struct Visit *visit, int32_t tool, int64_t now_us);
void visit_message_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
