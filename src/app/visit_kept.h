/* SPDX-License-Identifier: MIT */
/* visit_kept.h -- what is kept: told, shown, erased, put back.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. It knows no files:
 * what is to be done on the disk is only wished, and the keeper does it and tells what
 * there is, before the next picture. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_KEPT_H
#define LEEWAY_APP_VISIT_KEPT_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { VISIT_KEPT_WORDS_MAX = 512 };

/* What is wished of the disk, in the order in which it is done. */
typedef struct VisitKeptWish {
    uint32_t erases; /* a bit for each row */
    bool puts_back, shows, forgets, looks;
    int32_t shown_row;
} VisitKeptWish;

typedef struct VisitKeptRow {
    char what[VISIT_KEPT_WORDS_MAX];
    char says[VISIT_KEPT_WORDS_MAX]; /* how much, and where */
    bool is_there;
} VisitKeptRow;

typedef struct VisitKept {
    ScreenId back; /* where Esc leads */
    VisitKeptWish wish;
    char remembers[VISIT_KEPT_WORDS_MAX];
    int32_t left_focus, left_scroll_px; /* of the page, while a file is shown */

    /* What the keeper tells. */
    int32_t row_count;
    VisitKeptRow rows[SCENE_ROWS_MAX];
    bool can_put_back;
    char problem[VISIT_KEPT_WORDS_MAX]; /* what could not be done, or "" */
    const char *const *lines;           /* of what is shown; the keeper's */
    int32_t line_count;
} VisitKept;

/* Opens the page. */
void visit_kept_open(struct Visit *visit, int64_t now_us);

/* Whether something is wished. */
bool visit_kept_has_wish(const struct Visit *visit);

/* A key on SCREEN_KEPT, a press on one of its controls, what there is to see. */
void visit_kept_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_kept_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_kept_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* A key on SCREEN_SHOWN, a press on one of its controls, what there is to see. */
void visit_shown_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_shown_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_shown_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* So many lines for a way to scroll: SCREEN_SHOWN scrolls by lines, never past one. */
int32_t visit_shown_lines(const struct Visit *visit, int32_t by_px);

#endif
