/* SPDX-License-Identifier: MIT */
/* visit_sounds.h -- each part of the sound by itself, and every sound to be heard.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. What is asked for on
 * the last row sounds even where sound is off. `now` is microseconds of a steady clock.
 */
#ifndef LEEWAY_APP_VISIT_SOUNDS_H
#define LEEWAY_APP_VISIT_SOUNDS_H

#include "app/setting_rows.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitSounds {
    ScreenId back;  /* where Esc leads */
    int32_t listen; /* which sound the last row stands for */
} VisitSounds;

/* The rows before the last one, and the sounds of that. */
enum { VISIT_SOUNDS_ROWS = 5, VISIT_SOUNDS_COUNT = 12 };
extern const SettingRow visit_sounds_rows[VISIT_SOUNDS_ROWS];

/* Opens the page. */
void visit_sounds_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_SOUNDS, a press on one of its controls, what there is to see. */
void visit_sounds_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_sounds_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_sounds_show(struct Visit *visit, Scene *scene, int64_t now_us);

#endif
