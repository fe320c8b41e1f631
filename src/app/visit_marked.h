/* SPDX-License-Identifier: MIT */
/* visit_marked.h -- the page of messages that were kept, and of those that never come.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. Which messages it
 * lists is decided as it opens, so that no row goes while it is looked at: a press takes
 * a mark back, the next one puts it there again. `now` is microseconds of a steady clock.
 */
#ifndef LEEWAY_APP_VISIT_MARKED_H
#define LEEWAY_APP_VISIT_MARKED_H

#include "store/messages.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { MARKED_ROWS = 4 };

typedef struct MarkedMessage {
    char id[MESSAGES_ID_MAX];
    bool is_own;
    MessageMark mark; /* as it was when the page opened */
} MarkedMessage;

typedef struct VisitMarked {
    ScreenId back; /* where Esc leads */
    int32_t count, page;
    MarkedMessage items[MESSAGES_ALL_MAX]; /* those that were kept come first */
} VisitMarked;

void visit_marked_open(struct Visit *visit, int64_t now_us);
void visit_marked_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_marked_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_marked_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
