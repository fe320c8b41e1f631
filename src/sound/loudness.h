/* SPDX-License-Identifier: MIT */
/* loudness.h -- how loud a recording is heard, in numbers.
 *
 * ITU-R BS.1770-4 for one channel at 48 kHz that is played on both sides: loudness over
 * all of it, gated; of the loudest 400 ms; and the true peak, between the samples as well
 * as on them. Says how loud it is, changes nothing. No allocation. */
#ifndef LEEWAY_SOUND_LOUDNESS_H
#define LEEWAY_SOUND_LOUDNESS_H

#include <stdint.h>

enum {
    LOUDNESS_HOP_FRAMES = 4800, /* a tenth of a second */
    LOUDNESS_HOPS_MAX = 600,    /* a minute */
    LOUDNESS_BLOCK_HOPS = 4     /* 400 ms */
};

/* What there is to hear; both are -120 LUFS when there is nothing. */
typedef struct Loudness {
    double lufs, loudest_lufs;
} Loudness;

/* What is shorter than 400 ms is heard with silence behind it. Asserts a minute at most.
 */
Loudness loudness_of(const float *samples, int32_t frames);

/* The highest value between or on the samples, 1 is full scale. */
double loudness_true_peak(const float *samples, int32_t frames);

#endif
