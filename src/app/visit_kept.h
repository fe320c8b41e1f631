/* SPDX-License-Identifier: MIT */
/* visit_kept.h -- what is kept: told, shown, erased, put back.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_KEPT_H
#define LEEWAY_APP_VISIT_KEPT_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitKept {
    ScreenId back; /* where Esc leads */
} VisitKept;

/* Opens the page. */
void visit_kept_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_KEPT, a press on one of its controls, what there is to see. */
void visit_kept_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_kept_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_kept_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* A key on SCREEN_SHOWN, a press on one of its controls, what there is to see. */
void visit_shown_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_shown_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_shown_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
