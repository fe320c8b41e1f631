/* SPDX-License-Identifier: MIT */
/* visit_mine.h -- the messages of one's own: a field to write one in, and their list.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. What is to be
 * written is only wished: message_shelf.h carries it out. What was erased stays in its
 * row, and can be put back, until the page is left. `now` is microseconds of a steady
 * clock. */
#ifndef LEEWAY_APP_VISIT_MINE_H
#define LEEWAY_APP_VISIT_MINE_H

#include "app/edit.h"
#include "store/messages.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { MINE_ROWS = 3, MINE_LINE_MAX = 96 };

typedef enum MineWish { MINE_WISH_NONE, MINE_WISH_KEEP, MINE_WISH_ERASE } MineWish;

typedef struct MineRow {
    Message message; /* as it was when it was last there */
    bool is_erased;
} MineRow;

typedef struct VisitMine {
    ScreenId back; /* where Esc leads */
    Edit edit;     /* what is being written; it stays as long as the program is open */
    const char *answer;
    int32_t count, page;
    MineRow rows[2 * MESSAGES_OWN_MAX]; /* the newest first */
    char line[MINE_LINE_MAX];

    MineWish wish;
    Message wished;
} VisitMine;

void visit_mine_open(struct Visit *visit, int64_t now_us);
void visit_mine_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_mine_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_mine_show(struct Visit *visit, Scene *scene, int64_t now_us);
Edit *visit_mine_edit(const struct Visit *visit);

/* What was wished is done, or the disk did not take it and it holds until the end. */
void visit_mine_done(struct Visit *visit, bool is_done);

#endif
