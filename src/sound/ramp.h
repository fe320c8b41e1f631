/* SPDX-License-Identifier: MIT */
/* ramp.h -- a gain on its way from one value to another without a corner.
 *
 * Every fade in Leeway is a raised cosine counted in frames: it sounds the same whatever
 * the block size, and leaves nothing above 6 kHz. A ramp can be turned round at any
 * frame; it then starts from where it stands. Plain data, no thread of its own. A zeroed
 * ramp rests at 0. */
#ifndef LEEWAY_SOUND_RAMP_H
#define LEEWAY_SOUND_RAMP_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Ramp {
    float from, to;
    int32_t at_frames, length_frames;
} Ramp;

/* 0 for u <= 0, 1 for u >= 1, half a cosine between; as a square, which is exact near 0.
 */
static inline float raised_cosine(float u)
{
    if (u <= 0)
        return 0;
    if (u >= 1)
        return 1;
    const float half_pi = 1.57079633f, sine = sinf(half_pi * u);
    return sine * sine;
}

static inline float ramp_value(const Ramp *ramp)
{
    if (ramp->at_frames >= ramp->length_frames)
        return ramp->to;
    const float u = (float)ramp->at_frames / (float)ramp->length_frames;
    return ramp->from + (ramp->to - ramp->from) * raised_cosine(u);
}

/* The gain of the next frame: the first after ramp_to has moved already, and the last of
 * `length_frames` is the target itself. */
static inline float ramp_next(Ramp *ramp)
{
    if (ramp->at_frames < ramp->length_frames)
        ramp->at_frames++;
    return ramp_value(ramp);
}

/* Moves to `to` within so many frames, at once when it is 0. */
static inline void ramp_to(Ramp *ramp, float to, int32_t frames)
{
    *ramp = (Ramp){ .from = ramp_value(ramp), .to = to, .length_frames = frames };
}

/* Moves to 0 within so many frames, or sooner if it is on its way there already. */
static inline void ramp_end(Ramp *ramp, int32_t frames)
{
    if (ramp->to != 0 || ramp->length_frames - ramp->at_frames > frames)
        ramp_to(ramp, 0, frames);
}

/* Whether it has arrived at `value` and stays. */
static inline bool ramp_rests_at(const Ramp *ramp, float value)
{
    return ramp->at_frames >= ramp->length_frames && ramp->to == value;
}

#endif
