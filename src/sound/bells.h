/* SPDX-License-Identifier: MIT */
/* bells.h -- which bell sounds how: a bowl, a bell, a piece of wood; to open, to close.
 *
 * Shapes for synth's Bowl, which rings by itself. No attack is under 50 ms; a closing
 * bell is no strike, it comes over nearly two seconds and fades; a mark in a long silence
 * and the bell of a caption are far softer and shorter. Levels: HACKING.md, "Sound". */
#ifndef LEEWAY_SOUND_BELLS_H
#define LEEWAY_SOUND_BELLS_H

#include "core/plan.h"
#include "sound/order.h"
#include "sound/synth.h"

/* Beside the bells of a plan: words that nobody speaks come with a bell as well. */
enum { BELL_CAPTION = PLAN_BELL_COUNT, BELL_MANNERS };

/* How it is struck; a recording of one's own is played in the same manner. */
typedef struct BellManner {
    double fall;    /* of how long it rings else … */
    double least_s; /* … but at least so long, to fall by 60 dB */
    int32_t attack_ms;
} BellManner;

/* `which` is a PlanBell or BELL_CAPTION. */
const BellManner *bell_manner(int32_t which);

/* Strikes it. A bell of one's own that is not there is a bowl. */
void bell_strike(Bowl *bowl, MixBell sound, int32_t which);

#endif
