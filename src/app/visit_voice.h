/* SPDX-License-Identifier: MIT */
/* visit_voice.h -- the page of one recording: its cuts, its lines, kept as a voice.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_VOICE_H
#define LEEWAY_APP_VISIT_VOICE_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

typedef struct VisitVoice {
    bool is_open;
} VisitVoice;

void visit_voice_open(Visit *visit, int64_t now_us);
void visit_voice_act(Visit *visit, ActionId action, int64_t now_us);
void visit_voice_press(Visit *visit, int32_t control, int64_t now_us);
void visit_voice_show(Visit *visit, Scene *scene, int64_t now_us);

#endif
