/* SPDX-License-Identifier: MIT */
#include "sound/loudness.h"

#include "support/sound_meter.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { RATE_HZ = 48000, FRAMES_MAX = 20 * RATE_HZ };

static float mono[FRAMES_MAX], stereo[2 * FRAMES_MAX];

/* A sine that sounds in every second of so many parts of a second. */
static void fill(double hz, double gain, int32_t sounds_ms, int32_t every_ms)
{
    for (int32_t f = 0; f < FRAMES_MAX; f++) {
        const bool is_on = f / (RATE_HZ / 1000) % every_ms < sounds_ms;
        mono[f] = is_on ? (float)(gain * sin(6.283185307179586 * hz * f / RATE_HZ)) : 0;
        stereo[2 * f] = stereo[2 * f + 1] = mono[f];
    }
}

/* BS.1770-4: a full sine of 997 Hz on one side is -3.01 LUFS, on both 0. */
static void test_sine_on_both_sides_is_as_the_standard_says(void **state)
{
    (void)state;
    fill(997, 0.1, 1, 1);
    const Loudness loudness = loudness_of(mono, FRAMES_MAX);
    assert_true(fabs(loudness.lufs + 20) < 0.05);
    assert_true(fabs(loudness.loudest_lufs + 20) < 0.05);
}

static const struct {
    const char *says;
    double hz, gain;
    int32_t sounds_ms, every_ms, frames;
} rows[] = {
    { "low", 100, 0.2, 1, 1, 5 * RATE_HZ },
    { "high", 6000, 0.05, 1, 1, 5 * RATE_HZ },
    { "with silence that the gate leaves out", 440, 0.1, 1000, 4000, 20 * RATE_HZ },
    { "in short bursts", 300, 0.3, 150, 700, 8 * RATE_HZ },
    { "half a second", 300, 0.3, 1, 1, RATE_HZ / 2 },
};

static void test_agrees_with_the_meter_of_the_tests(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        fill(rows[r].hz, rows[r].gain, rows[r].sounds_ms, rows[r].every_ms);
        const Sound sound = { stereo, rows[r].frames };
        const Loudness loudness = loudness_of(mono, rows[r].frames);
        if (fabs(loudness.lufs - sound_loudness(sound)) > 0.01 ||
            fabs(loudness.loudest_lufs - sound_loudest(sound)) > 0.01)
            fail_msg("%s: %f %f", rows[r].says, loudness.lufs, loudness.loudest_lufs);
    }
}

static void test_what_is_short_is_heard_with_silence_behind_it(void **state)
{
    (void)state;
    fill(997, 0.1, 1, 1);
    const Loudness loudness = loudness_of(mono, RATE_HZ / 5);
    assert_true(fabs(loudness.loudest_lufs + 23) < 0.2);
    assert_true(loudness_of(mono, 0).loudest_lufs == -120);
}

/* Samples 45 degrees beside the tops of a sine at a quarter of the rate. */
static void test_true_peak_lies_between_samples(void **state)
{
    (void)state;
    for (int32_t f = 0; f < RATE_HZ; f++)
        mono[f] = (float)(0.5 * sin(1.5707963267948966 * f + 0.7853981633974483));
    const double peak = loudness_true_peak(mono, RATE_HZ);
    assert_true(fabs(mono[0]) < 0.36 && fabs(peak - 0.5) < 0.02);
    mono[500] = -0.9f;
    assert_true(loudness_true_peak(mono, RATE_HZ) >= 0.9);
    assert_true(loudness_true_peak(mono, 0) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sine_on_both_sides_is_as_the_standard_says),
        cmocka_unit_test(test_agrees_with_the_meter_of_the_tests),
        cmocka_unit_test(test_what_is_short_is_heard_with_silence_behind_it),
        cmocka_unit_test(test_true_peak_lies_between_samples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
