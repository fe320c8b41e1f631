/* SPDX-License-Identifier: MIT */
/* visit_pace.h -- the person's own pace: listening to it, following it, starting from it.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PACE_H
#define LEEWAY_APP_VISIT_PACE_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitPace {
    ScreenId back; /* where Esc leads */
} VisitPace;

/* Space, Enter or the pointer's button came up. */
void visit_pace_let_go(struct Visit *visit, int64_t now_us);

/* Opens the page. */
void visit_pace_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_PACE, a press on one of its controls, what there is to see. */
void visit_pace_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_pace_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_pace_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
