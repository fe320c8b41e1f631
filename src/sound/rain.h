/* SPDX-License-Identifier: MIT */
/* rain.h -- two beds that stand still: a far, steady rain, and a low noise.
 *
 * Like the sea of synth.h they are generators of stereo frames at 48 kHz, seeded and
 * never looping, and their sides are independent. Neither follows the breath. They begin
 * at their full level: who plays them opens them slowly. Zeroed: not ready, call init. */
#ifndef LEEWAY_SOUND_RAIN_H
#define LEEWAY_SOUND_RAIN_H

#include "sound/synth.h"

enum { RAIN_DROPS = 12 };

/* One drop on still water, long before it is heard by itself: it lies within the hiss. */
typedef struct Drop {
    Phasor ring;
    int32_t age_frames;
    int32_t left_frames; /* 0: free */
    float left, right;   /* how much of it each side has */
} Drop;

typedef struct RainSide {
    Noise noise;
    float still, above;  /* state of the high-pass */
    float first, second; /* state of the low-pass */
} RainSide;

typedef struct Rain {
    RainSide sides[2];
    Drop drops[RAIN_DROPS];
    uint64_t seed;
    int32_t until_frames; /* the next drop */
} Rain;

void rain_init(Rain *rain);

/* Writes one frame; its loudness is the default of a bed. */
void rain_next(Rain *rain, float *left, float *right);

typedef struct LowNoiseSide {
    uint64_t seed;
    float low, soft;    /* state of the two low-passes */
    float still, above; /* state of the high-pass */
} LowNoiseSide;

/* Brown noise, 6 dB less in each octave: low, warm and even. */
typedef struct LowNoise {
    LowNoiseSide sides[2];
} LowNoise;

void low_noise_init(LowNoise *noise);

/* Writes one frame; its loudness is the default of a bed. */
void low_noise_next(LowNoise *noise, float *left, float *right);

#endif
