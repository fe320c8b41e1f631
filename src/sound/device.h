/* SPDX-License-Identifier: MIT */
/* device.h -- the sound card: plays a mix through SDL2_mixer, or is its silent twin.
 *
 * Where no device can be opened, device_open still returns a working, silent Device that
 * says why. SDL_mixer only carries the frames: what they are, the mix alone decides.
 * There is one Device at a time. Every function is for the thread that opened it. */
#ifndef LEEWAY_SOUND_DEVICE_H
#define LEEWAY_SOUND_DEVICE_H

#include "sound/mix.h"

typedef struct Device Device;

/* How far the sound has come, as of the last block that was rendered. What is heard now
 * is about the position, less two buffers, plus what the counter has moved on since. */
typedef struct DeviceClock {
    int64_t position_frames; /* practice time behind that block */
    uint64_t counter;        /* SDL_GetPerformanceCounter when it was asked for */
    uint32_t blocks;         /* how many were rendered since the device was opened */
    int32_t buffer_frames;
} DeviceClock;

/* Opens the system's usual device; the mix starts from silence and outlives the Device.
 * Never NULL. */
Device *device_open(Mix *mix);

/* Stops at once, whatever sounds: let the mix fall silent first. Takes up to 70 ms, since
 * SDL waits until its buffers have been played. NULL is legal. */
void device_close(Device *device);

/* Closes and opens it again after it was lost. Returns whether it is live. */
bool device_restart(Device *device);

/* Whether there is a device that plays. */
bool device_is_live(const Device *device);

/* Why it is silent, as a sentence, or "" while it is live. Lives as long as the Device.
 */
const char *device_reason(const Device *device);

/* Whether a live device has not asked for frames for 250 ms; `counter` is
 * SDL_GetPerformanceCounter now. */
bool device_has_stalled(const Device *device, uint64_t counter);

/* Returns false before the first block of a live device and for the silent twin. */
bool device_clock(const Device *device, DeviceClock *clock);

#endif
