/* SPDX-License-Identifier: MIT */
/* visit_settings.h -- the pages of settings: rows, steps, undo.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SETTINGS_H
#define LEEWAY_APP_VISIT_SETTINGS_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitSettings {
    ScreenId back; /* where Esc leads */
} VisitSettings;

/* Opens the page. */
void visit_settings_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_SETTINGS, a press on one of its controls, what there is to see. */
void visit_settings_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_settings_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_settings_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
