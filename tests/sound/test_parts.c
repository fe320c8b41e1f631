/* SPDX-License-Identifier: MIT */
/* How loud the parts are beside each other, and both sides as one. */
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS };

/* What is heard of a part in the second breath with so much less of both. */
static double loudness_with(RigLevels part, int32_t marks_less, int32_t bed_less)
{
    const Plan plan = rig_plan("4-6", 3, 3000);
    Rig *rig = rig_open(&plan, part);
    rig->order.levels.marks_less = marks_less;
    rig->order.levels.bed_less = bed_less;
    rig_post(rig);
    rig_render(rig, 18000 * MS);
    const double loudness = sound_loudness(rig_part_ms(rig, 13000, 18000));
    rig_close(rig);
    return loudness;
}

static void test_parts_are_as_loud_as_was_chosen(void **state)
{
    static const struct {
        const char *says;
        RigLevels part;
        int32_t marks_less, bed_less;
        double down_db;
    } rows[] = {
        { "less bed leaves marks alone", RIG_MARKS, 0, 60, 0 },
        { "less marks leave the bed alone", RIG_SEA, 60, 0, 0 },
        { "half of the marks", RIG_MARKS, 50, 0, 20.2 },
        { "hardly any marks", RIG_MARKS, 99, 0, 40 },
        { "a little less bed", RIG_SEA, 0, 20, 8.1 },
        { "hardly any bed", RIG_SEA, 0, 90, 36.4 },
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        print_message("%s\n", rows[r].says);
        const double full = loudness_with(rows[r].part, 0, 0);
        const double less =
            loudness_with(rows[r].part, rows[r].marks_less, rows[r].bed_less);
        /* What falls below -70 LUFS is not measured any more. */
        if (full - rows[r].down_db > -69)
            assert_float_equal(full - less, rows[r].down_db, 0.3);
        else
            assert_true(less < -69);
    }
}

static void test_all_less_is_silence(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    rig->order.levels.marks_less = rig->order.levels.bed_less = 100;
    rig_post(rig);
    rig_render(rig, 19000 * MS);
    assert_true(sound_is_silence(rig_sound(rig)));
    rig_close(rig);
}

static void test_a_part_moves_in_50_ms_without_a_click(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 3500 * MS);
    rig->order.levels.marks_less = 100;
    rig_post(rig);
    rig_render(rig, 1000 * MS);
    assert_in_range(sound_end_frame(rig_sound(rig)), 3545 * MS, 3550 * MS);
    assert_true(sound_residue_db(rig_sound(rig)) < -90);
    rig_close(rig);
}

/* How far the sides are apart, at most. */
static double apart(Sound sound)
{
    double most = 0;
    for (int64_t f = 0; f < sound.frames; f++)
        most = fmax(most, fabs((double)sound.stereo[2 * f] - sound.stereo[2 * f + 1]));
    return most;
}

static void test_mono_is_the_middle_on_both_sides(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *two = rig_played(&plan, RIG_ALL);
    Rig *one = rig_open(&plan, RIG_ALL);
    one->order.levels.is_mono = true;
    rig_post(one);
    rig_render(one, two->frames);
    assert_true(apart(rig_sound(two)) > 0.01);
    assert_true(apart(rig_sound(one)) < 1e-7);
    for (int64_t f = 0; f < one->frames; f++) {
        const float middle = (two->tape[2 * f] + two->tape[2 * f + 1]) / 2;
        assert_true(fabsf(one->tape[2 * f] - middle) < 1e-6f);
    }
    rig_close(one);
    rig_close(two);
}

static void test_mono_comes_and_goes_without_a_click(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 3500 * MS);
    rig->order.levels.is_mono = true;
    rig_post(rig);
    rig_render(rig, 200 * MS);
    assert_true(apart(rig_part_ms(rig, 3560, 3700)) < 1e-7);
    rig->order.levels.is_mono = false;
    rig_post(rig);
    rig_render(rig, 200 * MS);
    assert_true(apart(rig_part_ms(rig, 3760, 3900)) > 0.001);
    assert_true(sound_residue_db(rig_sound(rig)) < -100);
    rig_close(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_are_as_loud_as_was_chosen),
        cmocka_unit_test(test_all_less_is_silence),
        cmocka_unit_test(test_a_part_moves_in_50_ms_without_a_click),
        cmocka_unit_test(test_mono_is_the_middle_on_both_sides),
        cmocka_unit_test(test_mono_comes_and_goes_without_a_click),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
