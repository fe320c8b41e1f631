/* SPDX-License-Identifier: MIT */
/* device.h -- the sound card: plays a mix through SDL2_mixer, or is its silent twin.
 *
 * Nothing here waits but device_close: a thread of the Device's own opens and closes what
 * plays. Until that is done the Device is coming; then it is live, or silent and says
 * why. SDL_mixer only carries the frames: what they are, the mix alone decides. There is
 * one Device at a time. Every function is for the thread that opened it. */
#ifndef LEEWAY_SOUND_DEVICE_H
#define LEEWAY_SOUND_DEVICE_H

#include "sound/mix.h"

typedef struct Device Device;

/* How far the sound has come, as of the last block that was rendered. What is heard now
 * is about the position, less two buffers, plus what the counter has moved on since. */
typedef struct DeviceClock {
    int64_t position_frames; /* practice time behind that block */
    uint64_t counter;        /* SDL_GetPerformanceCounter when it was asked for */
    uint32_t blocks;         /* how many were rendered since the device came */
    int32_t buffer_frames;
} DeviceClock;

/* Asks for the system's usual device and returns at once; the mix starts from silence and
 * outlives the Device. Never NULL. */
Device *device_open(Mix *mix);

/* Asks for it again: after a rest, or after it was lost. The mix starts from silence. */
void device_restart(Device *device);

/* Lets go of the system's device, whatever sounds: let the mix fall silent first. Returns
 * at once; NULL is legal. */
void device_rest(Device *device);

/* Rests, and waits until that is done: about 70 ms, since SDL waits until its buffers
 * have been played, and 1 s at the most. NULL is legal. */
void device_close(Device *device);

/* Whether it was asked to play; a Device at rest and NULL were not. */
bool device_is_wanted(const Device *device);

/* Whether it is wanted and nobody knows yet if there is one. */
bool device_is_coming(const Device *device);

/* Whether there is a device that plays. */
bool device_is_live(const Device *device);

/* Why it is silent, as a sentence, or "" while it is live, coming or at rest. Stands
 * until it is asked for again. */
const char *device_reason(const Device *device);

/* Whether a live device has not asked for frames for 250 ms; `counter` is
 * SDL_GetPerformanceCounter now. */
bool device_has_stalled(const Device *device, uint64_t counter);

/* Returns false before the first block of a live device and for the silent twin. */
bool device_clock(const Device *device, DeviceClock *clock);

#endif
