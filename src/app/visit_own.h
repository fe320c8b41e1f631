/* SPDX-License-Identifier: MIT */
/* visit_own.h -- the person's own patterns: their list, and one being made.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_OWN_H
#define LEEWAY_APP_VISIT_OWN_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitOwn {
    ScreenId back; /* where Esc leads */
} VisitOwn;

/* What is typed while a field is framed; its last letter goes. */
bool visit_own_is_typing(const struct Visit *visit);
void visit_own_type(struct Visit *visit, const char *utf8, int64_t now_us);
void visit_own_rub_out(struct Visit *visit, int64_t now_us);

/* Opens the page. */
void visit_own_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_OWN, a press on one of its controls, what there is to see. */
void visit_own_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_own_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_own_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* A key on SCREEN_MAKER, a press on one of its controls, what there is to see. */
void visit_maker_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_maker_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_maker_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
