/* SPDX-License-Identifier: MIT */
/* sound_meter.h -- what there is to hear in rendered frames, in numbers.
 *
 * Meters over interleaved stereo at 48 kHz: loudness after ITU-R BS.1770-4, peak, offset,
 * what lies above 6 kHz, pitch, and where sound begins and ends. For tests only; asserts
 * that there is memory. */
#ifndef LEEWAY_TESTS_SUPPORT_SOUND_METER_H
#define LEEWAY_TESTS_SUPPORT_SOUND_METER_H

#include <stdbool.h>
#include <stdint.h>

/* A stretch of sound; the caller owns the samples. */
typedef struct Sound {
    const float *stereo;
    int64_t frames;
} Sound;

/* The part of it from one frame to before another. */
Sound sound_part(Sound sound, int64_t from_frame, int64_t to_frame);

/* LUFS over everything, gated; and of the loudest 400 ms. -120 when there is nothing. */
double sound_loudness(Sound sound);
double sound_loudest(Sound sound);

/* The highest sample in dBFS, -200 for digital silence. */
double sound_peak_db(Sound sound);

/* The mean of the side that is further from 0. */
double sound_offset(Sound sound);

/* The highest sample of what is left above 6 kHz, in dBFS: a click shows here. */
double sound_residue_db(Sound sound);

/* How strong a sine of hz is in the middle of the two sides, 0 .. 1. */
double sound_strength_at(Sound sound, double hz);

/* The strongest frequency between two, within half a hertz. */
double sound_pitch_hz(Sound sound, double from_hz, double to_hz);

/* The first frame that is not 0, and the one behind the last; -1 and 0 for silence. */
int64_t sound_first_frame(Sound sound);
int64_t sound_end_frame(Sound sound);

/* Whether it is digital silence. */
bool sound_is_silence(Sound sound);

/* How many times the sound rises above half of its peak and falls below a tenth of it. */
int32_t sound_pulses(Sound sound);

/* Frames from 10 to 90 % of the peak of the envelope. */
int64_t sound_rise_frames(Sound sound);

#endif
