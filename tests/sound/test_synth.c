/* SPDX-License-Identifier: MIT */
#include "sound/synth.h"
#include "support/sound_meter.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { FRAMES = 8 * SYNTH_RATE_HZ, MS = SYNTH_RATE_HZ / 1000 };

static float frames[2 * FRAMES];

static Sound tone_of(BreathPhase phase)
{
    Tone tone;
    tone_start(&tone, tone_shape_of(phase));
    for (int32_t f = 0; f < FRAMES; f++)
        tone_next(&tone, &frames[2 * f], &frames[2 * f + 1]);
    return (Sound){ frames, FRAMES };
}

static Sound bowl_struck(void)
{
    Bowl bowl;
    bowl_strike(&bowl);
    for (int32_t f = 0; f < FRAMES; f++)
        bowl_next(&bowl, &frames[2 * f], &frames[2 * f + 1]);
    return (Sound){ frames, FRAMES };
}

/* Lungs that breathe once in `cycle_ms`, or stand at `rest` when it is 0. */
static Sound sea_over(int32_t cycle_ms, float rest)
{
    Sea sea;
    sea_init(&sea);
    for (int32_t f = 0; f < FRAMES; f++) {
        const double turn = cycle_ms > 0 ? (double)f / (cycle_ms * MS) : 0;
        const double lungs = 0.5 - 0.5 * cos(6.283185307 * turn);
        if (f % SYNTH_GRID_FRAMES == 0)
            sea_control(&sea, cycle_ms > 0 ? (float)lungs : rest);
        sea_next(&sea, &frames[2 * f], &frames[2 * f + 1]);
    }
    return (Sound){ frames, FRAMES };
}

/* Pitch, number and length together tell the marks apart with closed eyes. */
static void test_marks_are_told_apart(void **state)
{
    static const struct {
        const char *says;
        BreathPhase phase;
        double pitch_hz; /* where it comes to stand */
        int32_t pulses;
        int32_t from_ms, to_ms; /* how long it sounds */
    } rows[] = {
        { "in rises to G", BREATH_IN, 392, 1, 1700, 2000 },
        { "top-up is short and highest", BREATH_TOP_UP, 494, 1, 700, 900 },
        { "hold is two, between", BREATH_HOLD_FULL, 330, 2, 1100, 1250 },
        { "out is long and lowest", BREATH_OUT, 196, 1, 3000, 3300 },
        { "rest is two, low", BREATH_HOLD_EMPTY, 220, 2, 1100, 1250 },
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        print_message("%s\n", rows[r].says);
        const Sound all = tone_of(rows[r].phase);
        const int64_t end = sound_end_frame(all);
        const Sound late = sound_part(all, end * 6 / 10, end * 9 / 10);
        assert_float_equal(sound_pitch_hz(late, 180, 520), rows[r].pitch_hz, 2.0);
        assert_int_equal(sound_pulses(all), rows[r].pulses);
        assert_in_range(end, rows[r].from_ms * MS, rows[r].to_ms * MS);
    }
}

static void test_in_rises_and_out_falls(void **state)
{
    (void)state;
    Sound all = tone_of(BREATH_IN);
    const double in_hz = sound_pitch_hz(sound_part(all, 0, 350 * MS), 150, 600);
    assert_in_range((int)in_hz, 285, 320);
    all = tone_of(BREATH_OUT);
    const double out_hz = sound_pitch_hz(sound_part(all, 0, 350 * MS), 150, 600);
    assert_in_range((int)out_hz, 235, 250);
}

static void assert_is_gentle(Sound sound)
{
    assert_int_equal(sound_first_frame(sound), 0);
    assert_in_range(sound_rise_frames(sound), 50 * MS, 110 * MS);
    assert_true(sound_peak_db(sound) <= -20);
    assert_true(sound_loudest(sound) <= -26);
    assert_true(sound_loudest(sound) >= -32);
    assert_true(sound_residue_db(sound) <= -100);
    assert_true(fabs(sound_offset(sound)) < 1e-5);
}

static void test_marks_and_bowl_are_gentle(void **state)
{
    (void)state;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        assert_is_gentle(tone_of((BreathPhase)p));
    assert_is_gentle(bowl_struck());
}

static void test_bowl_is_low_and_dies_down(void **state)
{
    (void)state;
    const Sound all = bowl_struck();
    assert_float_equal(sound_pitch_hz(sound_part(all, 0, FRAMES / 4), 150, 300), 195.5,
                       1.6);
    const double early = sound_peak_db(sound_part(all, 0, SYNTH_RATE_HZ));
    const double late = sound_peak_db(sound_part(all, 7 * SYNTH_RATE_HZ, FRAMES));
    assert_true(late < early - 20);
    Bowl bowl;
    bowl_strike(&bowl);
    float left = 0, right = 0;
    int32_t f = 0;
    for (; bowl.is_on && f < 60 * SYNTH_RATE_HZ; f++)
        bowl_next(&bowl, &left, &right);
    assert_true(f < 30 * SYNTH_RATE_HZ);
    assert_true(fabsf(left) < 1e-5f);
}

static void test_sea_rises_with_the_lungs(void **state)
{
    (void)state;
    static const float fullness[] = { 0.0f, 0.25f, 0.5f, 0.75f, 1.0f };
    double before = -60;
    for (size_t i = 0; i < 5; i++) {
        const double now =
            sound_loudness(sound_part(sea_over(0, fullness[i]), 9600, FRAMES));
        assert_true(now > before + 1.5);
        before = now;
    }
    const double empty = sound_loudness(sound_part(sea_over(0, 0), 9600, FRAMES));
    assert_true(before - empty > 10 && before - empty < 15);
}

static void test_sea_is_far_and_wide(void **state)
{
    (void)state;
    const Sound sea = sea_over(0, 1);
    assert_true(sound_residue_db(sea) < -35);
    assert_true(fabs(sound_offset(sea)) < 1e-4);
    double both = 0, left = 0, right = 0;
    for (int64_t f = 0; f < sea.frames; f++) {
        both += (double)sea.stereo[2 * f] * sea.stereo[2 * f + 1];
        left += (double)sea.stereo[2 * f] * sea.stereo[2 * f];
        right += (double)sea.stereo[2 * f + 1] * sea.stereo[2 * f + 1];
    }
    assert_true(fabs(both / sqrt(left * right)) < 0.1);
}

static void test_sea_is_as_loud_as_a_bed(void **state)
{
    (void)state;
    const double loudness = sound_loudness(sea_over(8000, 0));
    assert_true(loudness > -37.5 && loudness < -34.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_are_told_apart),
        cmocka_unit_test(test_in_rises_and_out_falls),
        cmocka_unit_test(test_marks_and_bowl_are_gentle),
        cmocka_unit_test(test_bowl_is_low_and_dies_down),
        cmocka_unit_test(test_sea_rises_with_the_lungs),
        cmocka_unit_test(test_sea_is_far_and_wide),
        cmocka_unit_test(test_sea_is_as_loud_as_a_bed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
