/* SPDX-License-Identifier: MIT */
#include "support/sound_meter.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define PI 3.14159265358979323846

enum { RATE_HZ = 48000, HOP_FRAMES = RATE_HZ / 10, ENVELOPE_FRAMES = RATE_HZ / 200 };

Sound sound_part(Sound sound, int64_t from_frame, int64_t to_frame)
{
    assert(0 <= from_frame && from_frame <= to_frame && to_frame <= sound.frames);
    return (Sound){ sound.stereo + 2 * from_frame, to_frame - from_frame };
}

typedef struct Biquad {
    double b0, b1, b2, a1, a2;
    double s1, s2;
} Biquad;

static double biquad_next(Biquad *q, double in)
{
    const double out = q->b0 * in + q->s1;
    q->s1 = q->b1 * in - q->a1 * out + q->s2;
    q->s2 = q->b2 * in - q->a2 * out;
    return out;
}

/* ---- loudness ---- */

/* Mean power of each whole tenth of a second, K-weighted with the two filters that
 * BS.1770-4 gives for 48 kHz, both sides added. The caller frees it. */
static double *hop_powers(Sound sound, int64_t *count)
{
    const Biquad head = { .b0 = 1.53512485958697,
                          .b1 = -2.69169618940638,
                          .b2 = 1.19839281085285,
                          .a1 = -1.69065929318241,
                          .a2 = 0.73248077421585 };
    const Biquad high = {
        .b0 = 1, .b1 = -2, .b2 = 1, .a1 = -1.99004745483398, .a2 = 0.99007225036621
    };
    Biquad heads[2] = { head, head }, highs[2] = { high, high };
    *count = sound.frames / HOP_FRAMES;
    double *powers = calloc((size_t)*count + 1, sizeof *powers);
    assert(powers != NULL);
    for (int64_t f = 0; f < *count * HOP_FRAMES; f++)
        for (int side = 0; side < 2; side++) {
            const double y = biquad_next(
                &highs[side], biquad_next(&heads[side], sound.stereo[2 * f + side]));
            powers[f / HOP_FRAMES] += y * y / HOP_FRAMES;
        }
    return powers;
}

static double lufs(double power)
{
    return power > 1e-12 ? -0.691 + 10 * log10(power) : -120;
}

static double block_power(const double *hops, int64_t at)
{
    return (hops[at] + hops[at + 1] + hops[at + 2] + hops[at + 3]) / 4;
}

/* The mean of the blocks louder than the gate. */
static double gated_power(const double *hops, int64_t count, double gate_lufs)
{
    double sum = 0;
    int64_t kept = 0;
    for (int64_t h = 0; h + 4 <= count; h++)
        if (lufs(block_power(hops, h)) > gate_lufs) {
            sum += block_power(hops, h);
            kept++;
        }
    return kept > 0 ? sum / (double)kept : 0;
}

double sound_loudness(Sound sound)
{
    int64_t count;
    double *hops = hop_powers(sound, &count);
    const double absolute = gated_power(hops, count, -70);
    const double relative = gated_power(hops, count, lufs(absolute) - 10);
    free(hops);
    return lufs(relative);
}

double sound_loudest(Sound sound)
{
    int64_t count;
    double *hops = hop_powers(sound, &count);
    double most = 0;
    for (int64_t h = 0; h + 4 <= count; h++)
        most = fmax(most, block_power(hops, h));
    free(hops);
    return lufs(most);
}

/* ---- samples ---- */

static double db(double size)
{
    return size > 1e-10 ? 20 * log10(size) : -200;
}

static double peak(Sound sound)
{
    double most = 0;
    for (int64_t i = 0; i < 2 * sound.frames; i++)
        most = fmax(most, fabs((double)sound.stereo[i]));
    return most;
}

double sound_peak_db(Sound sound)
{
    return db(peak(sound));
}

double sound_offset(Sound sound)
{
    double sums[2] = { 0, 0 };
    for (int64_t i = 0; i < 2 * sound.frames; i++)
        sums[i % 2] += sound.stereo[i];
    const double left = sums[0] / (double)sound.frames;
    const double right = sums[1] / (double)sound.frames;
    return fabs(left) > fabs(right) ? left : right;
}

/* Four second-order sections of a Butterworth high-pass of the eighth order. */
static void high_pass(Biquad sections[4], double hz)
{
    for (int s = 0; s < 4; s++) {
        const double q = 1 / (2 * cos(PI * (2 * s + 1) / 16));
        const double w = 2 * PI * hz / RATE_HZ, alpha = sin(w) / (2 * q);
        const double half = (1 + cos(w)) / 2, a0 = 1 + alpha;
        sections[s] = (Biquad){ .b0 = half / a0,
                                .b1 = -2 * half / a0,
                                .b2 = half / a0,
                                .a1 = -2 * cos(w) / a0,
                                .a2 = (1 - alpha) / a0 };
    }
}

double sound_residue_db(Sound sound)
{
    double most = 0;
    for (int side = 0; side < 2; side++) {
        Biquad sections[4];
        high_pass(sections, 6000);
        for (int64_t f = 0; f < sound.frames; f++) {
            double y = sound.stereo[2 * f + side];
            for (int s = 0; s < 4; s++)
                y = biquad_next(&sections[s], y);
            most = fmax(most, fabs(y));
        }
    }
    return db(most);
}

/* ---- pitch ---- */

double sound_strength_at(Sound sound, double hz)
{
    /* The angle turns by a rotation each frame, which is faster than a cosine. */
    const double turn_re = cos(2 * PI * hz / RATE_HZ),
                 turn_im = sin(2 * PI * hz / RATE_HZ);
    double re = 0, im = 0, angle_re = 1, angle_im = 0;
    for (int64_t f = 0; f < sound.frames; f++) {
        const double middle = (sound.stereo[2 * f] + sound.stereo[2 * f + 1]) / 2;
        const double u = (double)f / (double)sound.frames;
        const double window = 6 * u * (1 - u);
        re += window * middle * angle_re;
        im += window * middle * angle_im;
        const double next_re = angle_re * turn_re - angle_im * turn_im;
        angle_im = angle_re * turn_im + angle_im * turn_re;
        angle_re = next_re;
    }
    return 2 * hypot(re, im) / (double)sound.frames;
}

double sound_pitch_hz(Sound sound, double from_hz, double to_hz)
{
    double best_hz = from_hz, best = 0;
    for (double hz = from_hz; hz <= to_hz; hz += 1) {
        const double strength = sound_strength_at(sound, hz);
        if (strength > best) {
            best = strength;
            best_hz = hz;
        }
    }
    return best_hz;
}

/* ---- shape ---- */

static bool is_zero(Sound sound, int64_t frame)
{
    return sound.stereo[2 * frame] == 0 && sound.stereo[2 * frame + 1] == 0;
}

int64_t sound_first_frame(Sound sound)
{
    for (int64_t f = 0; f < sound.frames; f++)
        if (!is_zero(sound, f))
            return f;
    return -1;
}

int64_t sound_end_frame(Sound sound)
{
    int64_t f = sound.frames;
    while (f > 0 && is_zero(sound, f - 1))
        f--;
    return f;
}

bool sound_is_silence(Sound sound)
{
    return sound_first_frame(sound) < 0;
}

/* The highest sample of the 5 ms behind a frame. */
static double envelope_at(Sound sound, int64_t frame)
{
    const int64_t end = frame + ENVELOPE_FRAMES;
    return peak(sound_part(sound, frame, end < sound.frames ? end : sound.frames));
}

int32_t sound_pulses(Sound sound)
{
    const double most = peak(sound);
    int32_t pulses = 0;
    bool is_up = false;
    for (int64_t f = 0; f < sound.frames; f += ENVELOPE_FRAMES) {
        const double level = envelope_at(sound, f);
        if (!is_up && level > most / 2)
            pulses++;
        is_up = level > most / 2 || (is_up && level > most / 10);
    }
    return pulses;
}

int64_t sound_rise_frames(Sound sound)
{
    const double most = peak(sound);
    int64_t low = 0, high = 0;
    while (envelope_at(sound, low) < 0.1 * most)
        low++;
    high = low;
    while (envelope_at(sound, high) < 0.9 * most)
        high++;
    return high - low;
}
