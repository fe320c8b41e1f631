/* SPDX-License-Identifier: MIT */
#include "sound/loudness.h"

#include <assert.h>
#include <math.h>

#define SILENCE_LUFS (-120.0)

/* A second-order section, in the form that needs two numbers of memory. */
typedef struct Section {
    double b0, b1, b2, a1, a2;
    double first, second;
} Section;

static double section_next(Section *section, double in)
{
    const double out = section->b0 * in + section->first;
    section->first = section->b1 * in - section->a1 * out + section->second;
    section->second = section->b2 * in - section->a2 * out;
    return out;
}

/* The two filters that BS.1770-4 gives for 48 kHz: the head, and what is heard less. */
static const Section HEAD = { .b0 = 1.53512485958697,
                              .b1 = -2.69169618940638,
                              .b2 = 1.19839281085285,
                              .a1 = -1.69065929318241,
                              .a2 = 0.73248077421585 };
static const Section HIGH_PASS = {
    .b0 = 1, .b1 = -2, .b2 = 1, .a1 = -1.99004745483398, .a2 = 0.99007225036621
};

/* The power of each tenth of a second, of both sides together; returns how many. */
static int32_t weigh(const float *samples, int32_t frames, double hops[LOUDNESS_HOPS_MAX])
{
    const int32_t least = LOUDNESS_BLOCK_HOPS * LOUDNESS_HOP_FRAMES;
    const int32_t whole = frames > least ? frames : least;
    const int32_t count = whole / LOUDNESS_HOP_FRAMES;
    Section head = HEAD, high = HIGH_PASS;
    for (int32_t h = 0; h < count; h++) {
        hops[h] = 0;
        for (int32_t i = 0; i < LOUDNESS_HOP_FRAMES; i++) {
            const int32_t f = h * LOUDNESS_HOP_FRAMES + i;
            const double in = f < frames ? samples[f] : 0;
            const double out = section_next(&high, section_next(&head, in));
            hops[h] += 2 * out * out / LOUDNESS_HOP_FRAMES;
        }
    }
    return count;
}

static double lufs_of(double power)
{
    return power > 1e-12 ? -0.691 + 10 * log10(power) : SILENCE_LUFS;
}

static double block_power(const double *hops, int32_t at)
{
    double sum = 0;
    for (int32_t h = at; h < at + LOUDNESS_BLOCK_HOPS; h++)
        sum += hops[h];
    return sum / LOUDNESS_BLOCK_HOPS;
}

/* The mean of the blocks that are louder than the gate. */
static double gated_power(const double *hops, int32_t count, double gate_lufs)
{
    double sum = 0;
    int32_t kept = 0;
    for (int32_t h = 0; h + LOUDNESS_BLOCK_HOPS <= count; h++)
        if (lufs_of(block_power(hops, h)) > gate_lufs) {
            sum += block_power(hops, h);
            kept++;
        }
    return kept > 0 ? sum / kept : 0;
}

Loudness loudness_of(const float *samples, int32_t frames)
{
    const double absolute_gate_lufs = -70, relative_gate_lu = 10;
    double hops[LOUDNESS_HOPS_MAX];
    assert(frames >= 0 && frames <= LOUDNESS_HOPS_MAX * LOUDNESS_HOP_FRAMES);
    const int32_t count = weigh(samples, frames, hops);
    const double coarse = lufs_of(gated_power(hops, count, absolute_gate_lufs));
    double most = 0;
    for (int32_t h = 0; h + LOUDNESS_BLOCK_HOPS <= count; h++)
        most = fmax(most, block_power(hops, h));
    const double gate = fmax(absolute_gate_lufs, coarse - relative_gate_lu);
    return (Loudness){ .lufs = lufs_of(gated_power(hops, count, gate)),
                       .loudest_lufs = lufs_of(most) };
}

/* ---- true peak ---- */

enum { TAPS = 12, STEPS = 4 };

/* Four times as many samples, by the filter of BS.1770-4, annex 2. The second half of it
 * is the first one backwards. */
static const float quarters[STEPS / 2][TAPS] = {
    { 0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f,
      -0.0594482421875f, 0.1373291015625f, 0.9721679687500f, -0.1022949218750f,
      0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f },
    { -0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f,
      -0.1665039062500f, 0.4650878906250f, 0.7797851562500f, -0.2003173828125f,
      0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f },
};

static float highest(const float *samples, int32_t frames)
{
    float most = 0;
    for (int32_t f = 0; f < frames; f++)
        most = fmaxf(most, fabsf(samples[f]));
    return most;
}

static float highest_between(const float near[TAPS])
{
    float most = 0;
    for (int q = 0; q < STEPS / 2; q++) {
        float sum = 0, backwards = 0;
        for (int t = 0; t < TAPS; t++) {
            sum += quarters[q][t] * near[t];
            backwards += quarters[q][TAPS - 1 - t] * near[t];
        }
        most = fmaxf(most, fmaxf(fabsf(sum), fabsf(backwards)));
    }
    return most;
}

double loudness_true_peak(const float *samples, int32_t frames)
{
    /* The filter adds up to 2.2 at the most, so softer stretches cannot reach the peak.
     */
    const float peak = highest(samples, frames), worth = peak / 2.2f;
    float most = peak;
    for (int32_t f = 0; f + TAPS <= frames; f++)
        if (fabsf(samples[f + TAPS / 2]) >= worth ||
            fabsf(samples[f + TAPS / 2 - 1]) >= worth)
            most = fmaxf(most, highest_between(&samples[f]));
    return most;
}
