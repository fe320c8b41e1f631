/* SPDX-License-Identifier: MIT */
#include "sound/rain.h"

#include "sound/ramp.h"

#include <math.h>
#include <string.h>

#define TAU 6.28318530717958647692

enum {
    FRAMES_PER_MS = SYNTH_RATE_HZ / 1000,
    DROP_ATTACK_FRAMES = 4 * FRAMES_PER_MS,
    DROP_APART_FRAMES = 70 * FRAMES_PER_MS /* from one to the next, on average */
};

/* ---- rain ---- */

void rain_init(Rain *rain)
{
    memset(rain, 0, sizeof *rain);
    rain->seed = UINT64_C(0x0d20b5);
    rain->sides[0].noise.seed = UINT64_C(0x2a1dfa11);
    rain->sides[1].noise.seed = UINT64_C(0x6b0f91e3);
    rain->until_frames = DROP_APART_FRAMES;
}

/* 0 .. 1 */
static float chance(Rain *rain)
{
    return 0.5f + 0.5f * noise_even(&rain->seed);
}

/* Most drops are far: few reach the level of the hiss, and none its peaks. */
static void drop_fall(Rain *rain, Drop *drop)
{
    const float loudest = 0.060f;
    const double hz = 500.0 * pow(5.0, chance(rain)); /* to 2500 */
    const double fall_s = 0.030 + 0.050 * (double)chance(rain);
    const float near = chance(rain), side = chance(rain);
    const double keep = pow(10.0, -3.0 / (fall_s * SYNTH_RATE_HZ));
    const float level = loudest * (0.15f + 0.85f * near * near * near);
    *drop = (Drop){ .left_frames = (int32_t)(fall_s * SYNTH_RATE_HZ),
                    .left = level * (1 - side),
                    .right = level * side };
    drop->ring.re = 1;
    drop->ring.turn_re = keep * cos(TAU * hz / SYNTH_RATE_HZ);
    drop->ring.turn_im = keep * sin(TAU * hz / SYNTH_RATE_HZ);
}

/* At any moment as likely as at any other; where there is no room it falls elsewhere. */
static void begin_drop(Rain *rain)
{
    const float wait = -logf(1 - 0.999f * chance(rain));
    rain->until_frames = 1 + (int32_t)((float)DROP_APART_FRAMES * wait);
    int d = 0;
    while (d < RAIN_DROPS && rain->drops[d].left_frames > 0)
        d++;
    if (d < RAIN_DROPS)
        drop_fall(rain, &rain->drops[d]);
}

static void drop_add(Drop *drop, float *left, float *right)
{
    Phasor *ring = &drop->ring;
    const double re = ring->re * ring->turn_re - ring->im * ring->turn_im;
    ring->im = ring->re * ring->turn_im + ring->im * ring->turn_re;
    ring->re = re;
    float sample = (float)ring->im;
    if (drop->age_frames < DROP_ATTACK_FRAMES)
        sample *= raised_cosine((float)drop->age_frames / DROP_ATTACK_FRAMES);
    if (drop->left_frames < DROP_ATTACK_FRAMES)
        sample *= raised_cosine((float)drop->left_frames / DROP_ATTACK_FRAMES);
    drop->age_frames++;
    drop->left_frames--;
    *left += drop->left * sample;
    *right += drop->right * sample;
}

/* One pole at 500 Hz from below and two at 3.2 kHz from above: what comes from far has
 * lost its edges. */
static float rain_side_next(RainSide *side)
{
    const float keep = 0.936659f, take = 0.342215f;
    const float in = noise_next(&side->noise);
    side->above = keep * (side->above + in - side->still);
    side->still = in;
    side->first += take * (side->above - side->first);
    side->second += take * (side->first - side->second);
    return side->second;
}

void rain_next(Rain *rain, float *left, float *right)
{
    const float level = 0.135f;
    *left = level * rain_side_next(&rain->sides[0]);
    *right = level * rain_side_next(&rain->sides[1]);
    if (--rain->until_frames <= 0)
        begin_drop(rain);
    for (int d = 0; d < RAIN_DROPS; d++)
        if (rain->drops[d].left_frames > 0)
            drop_add(&rain->drops[d], left, right);
}

/* ---- low noise ---- */

void low_noise_init(LowNoise *noise)
{
    memset(noise, 0, sizeof *noise);
    noise->sides[0].seed = UINT64_C(0xb2039e);
    noise->sides[1].seed = UINT64_C(0x10f7c5d1);
}

/* One pole at 110 Hz makes it brown, one at 1200 Hz takes what is left of its hiss, and
 * one at 60 Hz what only shakes a speaker. */
static float low_noise_side_next(LowNoiseSide *side)
{
    const float brown = 0.0142957f, soft = 0.145352f, keep = 0.992177f;
    side->low += brown * (noise_round(&side->seed) - side->low);
    side->soft += soft * (side->low - side->soft);
    side->above = keep * (side->above + side->soft - side->still);
    side->still = side->soft;
    return side->above;
}

void low_noise_next(LowNoise *noise, float *left, float *right)
{
    const float level = 0.36f;
    *left = level * low_noise_side_next(&noise->sides[0]);
    *right = level * low_noise_side_next(&noise->sides[1]);
}
