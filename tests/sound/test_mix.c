/* SPDX-License-Identifier: MIT */
/* When and how the steps of a plan sound. */
#include "sound/mix.h"

#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS };

/* ---- when ---- */

/* Sought a little before each step, so that nothing else rings. */
static void test_every_mark_starts_on_its_frame(void **state)
{
    enum { BEFORE_FRAMES = 479 };
    static const char *const patterns[] = { "4-6", "4-7-8", "3-2-4-2", "1.5+0.7-5",
                                            "3.501-4.333" };
    (void)state;
    for (size_t p = 0; p < sizeof patterns / sizeof patterns[0]; p++) {
        const Plan plan = rig_plan(patterns[p], 2, 3000);
        PlanCursor cursor = { 0 };
        PlanStep step;
        while (plan_next_step(&plan, &cursor, &step)) {
            if (step.kind != PLAN_BREATH)
                continue;
            Rig *rig = rig_open(&plan, RIG_MARKS);
            rig->order.seek_frames = step.start_ms * MS - BEFORE_FRAMES;
            rig_post(rig);
            rig_render(rig, BEFORE_FRAMES + 100);
            assert_int_equal(sound_first_frame(rig_sound(rig)), BEFORE_FRAMES);
            rig_close(rig);
        }
    }
}

static void test_first_mark_is_the_first_sound(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_played(&plan, RIG_MARKS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 3000 * MS);
    rig_close(rig);
}

static void test_nothing_sounds_in_the_first_second_and_a_half(void **state)
{
    static const int32_t lead_ins_ms[] = { 0, 700, 1499, 1500, 1501, 3000 };
    (void)state;
    for (size_t l = 0; l < sizeof lead_ins_ms / sizeof lead_ins_ms[0]; l++) {
        const Plan plan = rig_plan("4-6", 1, lead_ins_ms[l]);
        Rig *rig = rig_open(&plan, RIG_ALL);
        rig_render(rig, 1500 * MS);
        assert_true(sound_is_silence(rig_sound(rig)));
        rig_render(rig, 4000 * MS);
        assert_false(sound_is_silence(rig_sound(rig)));
        rig_close(rig);
    }
}

/* What a short lead-in would put into the stillness is left out, not played late. */
static void test_early_mark_is_left_out(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 0);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 5000 * MS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 4000 * MS);
    rig_close(rig);
}

static void test_position_is_exact_after_a_day(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 0, 3000);
    const int64_t day_ms = INT64_C(86400000), inhale_ms = day_ms + 3000;
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig->order.seek_frames = (inhale_ms - 10) * MS;
    rig_post(rig);
    rig_render(rig, 20 * MS);
    assert_int_equal(mix_position_frames(&rig->mix), (inhale_ms + 10) * MS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 10 * MS);
    rig_close(rig);
}

static void test_blocks_of_any_size_give_the_same_samples(void **state)
{
    static const int32_t blocks[] = { 1, 64, 333, 48000 };
    (void)state;
    const Plan plan = rig_plan("1.5-1-2", 1, 2000);
    for (size_t b = 0; b < sizeof blocks / sizeof blocks[0]; b++) {
        Rig *usual = rig_open(&plan, RIG_ALL), *other = rig_open(&plan, RIG_ALL);
        for (int pause = 0; pause < 2; pause++) {
            rig_render(usual, 3300 * MS + 17);
            rig_render_in_blocks(other, 3300 * MS + 17, blocks[b]);
            rig_set_state(usual, pause ? MIX_RUNNING : MIX_PAUSED);
            rig_set_state(other, pause ? MIX_RUNNING : MIX_PAUSED);
        }
        rig_render(usual, 9000 * MS);
        rig_render_in_blocks(other, 9000 * MS, blocks[b]);
        assert_true(rig_difference(usual, other) == 0);
        rig_close(usual);
        rig_close(other);
    }
}

/* ---- how ---- */

static void test_default_mix_is_soft(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 3, 3000);
    Rig *rig = rig_played(&plan, RIG_ALL);
    const Sound all = rig_sound(rig), middle = rig_part_ms(rig, 6000, 26000);
    assert_true(sound_loudness(middle) > -36 && sound_loudness(middle) < -28);
    assert_true(sound_loudest(middle) < -25);
    assert_true(sound_peak_db(all) < -13); /* far below the limiter's -6 */
    assert_true(fabs(sound_offset(all)) < 1e-4);
    rig_close(rig);
}

/* A click would stand out above 6 kHz, where marks have nothing. */
static void test_nothing_clicks(void **state)
{
    (void)state;
    const Plan plan = rig_plan("1-0.1-1-1", 4, 2000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    for (int i = 0; i < 5; i++) {
        rig_render(rig, 2230 * MS + 11);
        rig_set_state(rig, i % 2 == 0 ? MIX_PAUSED : MIX_RUNNING);
        rig_render(rig, 130 * MS);
        rig->order.levels.is_on = i % 2 == 0;
        rig->order.levels.volume = 30 * i;
        rig->order.levels.volume = rig->order.levels.volume > 100 ? 100 : 30 * i;
        rig_post(rig);
    }
    assert_false(sound_is_silence(rig_sound(rig)));
    assert_true(sound_residue_db(rig_sound(rig)) < -95);
    rig_close(rig);
}

static void test_bed_comes_in_over_four_seconds(void **state)
{
    (void)state;
    const Plan plan = rig_plan("10-10", 2, 6000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 6000 * MS);
    double before = -200;
    for (int64_t at = 1500; at < 5500; at += 1000) {
        const double now = sound_loudest(rig_part_ms(rig, at, at + 1000));
        assert_true(now > before + (at < 4000 ? 3 : -2));
        before = now;
    }
    assert_true(sound_peak_db(rig_part_ms(rig, 1500, 1600)) < -75);
    rig_close(rig);
}

static void test_sea_follows_the_lungs(void **state)
{
    (void)state;
    const Plan plan = rig_plan("8-8", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 27500 * MS);
    const double full = sound_loudness(rig_part_ms(rig, 10500, 11500));
    const double empty = sound_loudness(rig_part_ms(rig, 18500, 19500));
    const double half = sound_loudness(rig_part_ms(rig, 14500, 15500));
    assert_true(full > half + 3 && half > empty + 3);
    rig_close(rig);
}

static void test_one_low_bowl_under_the_last_exhale(void **state)
{
    (void)state;
    const Plan plan = rig_plan("2-3-1-2", 2, 3000);
    Plan open = rig_plan("2-3-1-2", 0, 3000);
    Rig *rig = rig_played(&plan, RIG_SEA), *endless = rig_open(&open, RIG_SEA);
    rig_render(endless, rig->frames);
    const int64_t last_exhale = (3000 + 8000 + 5000) * MS;
    int64_t f = 0;
    while (rig->tape[2 * f] == endless->tape[2 * f])
        f++;
    assert_int_equal(f, last_exhale);
    rig_close(rig);
    rig_close(endless);
}

static void test_nothing_asked_for_is_digital_silence(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *off = rig_played(&plan, RIG_NOTHING), *mute = rig_open(&plan, RIG_ALL);
    Rig *bare = rig_open(&plan, RIG_ALL); /* on, with neither bed nor marks */
    bare->order.levels.marks = false;
    bare->order.levels.bed = MIX_BED_NONE;
    rig_post(bare);
    rig_render(bare, 15000 * MS);
    assert_true(sound_is_silence(rig_sound(bare)));
    rig_close(bare);
    mute->order.levels.volume = 0;
    rig_post(mute);
    rig_render(mute, 15000 * MS);
    assert_true(sound_is_silence(rig_sound(off)));
    assert_true(sound_is_silence(rig_sound(mute)));
    assert_int_equal(mix_position_frames(&off->mix), off->frames);
    rig_close(off);
    rig_close(mute);
}

static void test_order_without_a_plan_is_silence(void **state)
{
    (void)state;
    const Plan nothing = { .count = 0 };
    Rig *rig = rig_open(&nothing, RIG_ALL);
    assert_false(mix_is_silent(&rig->mix)); /* who knows what the order will bring */
    rig_render(rig, 3000 * MS);
    assert_true(sound_is_silence(rig_sound(rig)));
    assert_true(mix_is_silent(&rig->mix));
    rig_close(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_mark_starts_on_its_frame),
        cmocka_unit_test(test_first_mark_is_the_first_sound),
        cmocka_unit_test(test_nothing_sounds_in_the_first_second_and_a_half),
        cmocka_unit_test(test_early_mark_is_left_out),
        cmocka_unit_test(test_position_is_exact_after_a_day),
        cmocka_unit_test(test_blocks_of_any_size_give_the_same_samples),
        cmocka_unit_test(test_default_mix_is_soft),
        cmocka_unit_test(test_nothing_clicks),
        cmocka_unit_test(test_bed_comes_in_over_four_seconds),
        cmocka_unit_test(test_sea_follows_the_lungs),
        cmocka_unit_test(test_one_low_bowl_under_the_last_exhale),
        cmocka_unit_test(test_nothing_asked_for_is_digital_silence),
        cmocka_unit_test(test_order_without_a_plan_is_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
