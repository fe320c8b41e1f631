/* SPDX-License-Identifier: MIT */
/* beds.h -- what lies under the breath: one bed, or two while one gives way to another.
 *
 * Each bed has its own fade; one that is not heard costs nothing and goes on later from
 * where it stood. Belongs to the mix and its thread. Times are frames at 48 kHz. */
#ifndef LEEWAY_SOUND_BEDS_H
#define LEEWAY_SOUND_BEDS_H

#include "sound/order.h"
#include "sound/rain.h"
#include "sound/ramp.h"
#include "sound/synth.h"

typedef struct Beds {
    MixBed chosen;
    Ramp gains[MIX_BED_COUNT];
    bool is_heard[MIX_BED_COUNT]; /* within this stretch of the grid */
    Sea sea;
    Rain rain;
    LowNoise low_noise;
} Beds;

/* Silent: no bed is chosen. */
void beds_init(Beds *beds);

/* From the bed that is heard to this one within so many frames, at once when it is 0. */
void beds_choose(Beds *beds, MixBed bed, int32_t frames);

/* Call it every SYNTH_GRID_FRAMES frames. `fullness` is that of the lungs; what is made
 * while not is_open is heard by nobody. */
void beds_control(Beds *beds, float fullness, bool is_open);

/* Writes one frame. */
void beds_next(Beds *beds, float *left, float *right);

#endif
