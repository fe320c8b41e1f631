/* SPDX-License-Identifier: MIT */
/* What orders do to a mix that runs already. */
#include "sound/mix.h"

#include "core/change.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS };

static void test_stop_pause_and_off_are_silent_within_a_fifth_of_a_second(void **state)
{
    static const struct {
        const char *says;
        MixState state;
        bool is_on;
        int64_t at_ms;
    } rows[] = {
        { "stopped in a mark", MIX_STOPPED, true, 7600 },
        { "paused in a mark", MIX_PAUSED, true, 7600 },
        { "off in a mark", MIX_RUNNING, false, 7600 },
        { "stopped where marks change", MIX_STOPPED, true, 13010 },
        { "stopped in the bowl", MIX_STOPPED, true, 18000 },
        { "stopped in the tail", MIX_STOPPED, true, 24000 },
        { "off in the tail", MIX_RUNNING, false, 24000 },
    };
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        print_message("%s\n", rows[r].says);
        Rig *rig = rig_open(&plan, RIG_ALL);
        rig_render(rig, rows[r].at_ms * MS);
        assert_false(mix_is_silent(&rig->mix));
        rig->order.levels.is_on = rows[r].is_on;
        rig_set_state(rig, rows[r].state);
        rig_render(rig, 100 * MS);
        rig_set_state(rig, rows[r].state); /* told twice does not take longer */
        rig_render(rig, 1000 * MS);
        const int64_t end = sound_end_frame(rig_sound(rig)) - rows[r].at_ms * MS;
        assert_in_range(end, 150 * MS, 200 * MS);
        assert_true(mix_is_silent(&rig->mix));
        rig_close(rig);
    }
}

static void test_what_was_too_much_is_silent_within_80_ms(void **state)
{
    static const int64_t at_ms[] = { 5000, 7600, 13010, 18000, 24000 };
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    for (size_t i = 0; i < sizeof at_ms / sizeof at_ms[0]; i++)
        for (int was_paused = 0; was_paused <= 1; was_paused++) {
            Rig *rig = rig_open(&plan, RIG_ALL);
            rig_render(rig, at_ms[i] * MS);
            if (was_paused)
                rig_set_state(rig, MIX_PAUSED); /* both in one block, or one by one */
            rig_set_state(rig, MIX_HELD);
            rig_render(rig, 1000 * MS);
            const int64_t end = sound_end_frame(rig_sound(rig)) - at_ms[i] * MS;
            assert_in_range(end, 50 * MS, 80 * MS);
            assert_true(mix_is_silent(&rig->mix));
            assert_int_equal(mix_position_frames(&rig->mix), at_ms[i] * MS);
            rig_close(rig);
        }
}

static void test_pause_keeps_the_position_and_forgets_what_rang(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 3500 * MS);
    rig_set_state(rig, MIX_PAUSED);
    rig_render(rig, 5000 * MS);
    assert_int_equal(mix_position_frames(&rig->mix), 3500 * MS);
    rig_set_state(rig, MIX_RUNNING);
    rig_render(rig, 3600 * MS);
    assert_int_equal(mix_position_frames(&rig->mix), 7100 * MS);
    /* The out mark of 7000 is next; the in mark of 3000 is not taken up again. */
    const Sound after = sound_part(rig_sound(rig), 8500 * MS, 12100 * MS);
    assert_int_equal(sound_first_frame(after), 3500 * MS);
    rig_close(rig);
}

static void test_bed_is_back_soon_after_a_pause(void **state)
{
    (void)state;
    const Plan plan = rig_plan("10-10", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 13000 * MS);
    rig_set_state(rig, MIX_PAUSED);
    rig_render(rig, 2000 * MS);
    rig_set_state(rig, MIX_RUNNING);
    rig_render(rig, 1000 * MS);
    const double before = sound_loudest(rig_part_ms(rig, 12000, 13000));
    const double after = sound_loudest(rig_part_ms(rig, 15400, 16000));
    assert_true(sound_is_silence(rig_part_ms(rig, 13200, 15000)));
    assert_true(sound_peak_db(rig_part_ms(rig, 15000, 15010)) < before - 20);
    assert_true(fabs(after - before) < 3);
    rig_close(rig);
}

/* After a pause the sea comes to rest from where it stood. */
static void test_settling_starts_where_the_lungs_stood(void **state)
{
    (void)state;
    Plan plan = rig_plan("4-6", 3, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 7000 * MS);
    assert_true(rig->mix.fullness > 0.99);
    rig_set_state(rig, MIX_PAUSED);
    rig_render(rig, 1000 * MS);
    assert_true(change_resume(&rig->order.plan, 7000, false));
    rig_set_state(rig, MIX_RUNNING);
    rig_render(rig, 1500 * MS);
    assert_float_equal(rig->mix.fullness, 0.5, 0.02);
    rig_post(rig);
    rig_render(rig, 1400 * MS);
    assert_true(rig->mix.fullness > 0 && rig->mix.fullness < 0.01);
    rig_close(rig);
}

/* Neither on the very frame of a step nor within the millisecond behind it. */
static void test_same_plan_again_changes_nothing(void **state)
{
    static const int64_t offsets[] = { 0, 10 };
    (void)state;
    const Plan plan = rig_plan("2-2-2", 2, 3000);
    for (size_t o = 0; o < 2; o++) {
        Rig *once = rig_open(&plan, RIG_ALL), *often = rig_open(&plan, RIG_ALL);
        rig_render(once, 15000 * MS + offsets[o]);
        rig_render(often, offsets[o]);
        for (int i = 0; i < 60; i++) {
            rig_post(often);
            rig_render(often, 250 * MS);
        }
        assert_true(rig_difference(once, often) == 0);
        rig_close(once);
        rig_close(often);
    }
}

static void test_changed_plan_is_walked_from_here(void **state)
{
    (void)state;
    const BreathPattern from = { .phase_ms = {
                                     [BREATH_IN] = 3000, [BREATH_OUT] = 4000 } };
    Plan plan = rig_plan("4-6", 3, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 8000 * MS);
    int64_t from_ms = 0;
    assert_true(change_breathing(&rig->order.plan, 8000, &from, &from, 33000, &from_ms));
    assert_int_equal(from_ms, 13000);
    rig_post(rig);
    rig_render(rig, 12000 * MS);
    /* The out mark that was ringing rings on; then in at 13000 and out at 16000. */
    Rig *plain = rig_open(&plan, RIG_MARKS);
    rig_render(plain, 20000 * MS);
    assert_memory_equal(rig->tape, plain->tape, 16000 * MS * 2 * sizeof *rig->tape);
    assert_int_equal(sound_first_frame(rig_part_ms(rig, 15500, 20000)), 500 * MS);
    assert_true(sound_is_silence(rig_part_ms(plain, 15500, 17000)));
    rig_close(rig);
    rig_close(plain);
}

/* A hold that is refused stops being told: its second tone does not come. */
static void test_refused_hold_is_silent(void **state)
{
    (void)state;
    const BreathPattern target = { .phase_ms = {
                                       [BREATH_IN] = 4000, [BREATH_OUT] = 8000 } };
    Plan plan = rig_plan("4-7-8", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 7100 * MS);
    assert_true(change_no_holds(&rig->order.plan, 7100, &target, 41000));
    rig_post(rig);
    rig_render(rig, 2000 * MS);
    const Sound out = rig_part_ms(rig, 7700, 9100);
    assert_true(sound_strength_at(out, 329.63) < 0.1 * sound_strength_at(out, 220));
    rig_close(rig);
}

static void test_everything_ends_six_seconds_behind_the_close(void **state)
{
    (void)state;
    const Plan plan = rig_plan("2-3", 2, 3000);
    Rig *rig = rig_played(&plan, RIG_ALL);
    assert_false(sound_is_silence(rig_part_ms(rig, 18000, 18900)));
    assert_true(mix_is_silent(&rig->mix));
    rig_render(rig, 3000 * MS);
    assert_true(sound_is_silence(rig_part_ms(rig, 19000, 22000)));
    assert_int_equal(mix_position_frames(&rig->mix), 22000 * MS);
    rig_close(rig);
}

static void test_sound_is_turned_on_over_four_seconds(void **state)
{
    (void)state;
    const Plan plan = rig_plan("8-8", 3, 3000);
    Rig *late = rig_open(&plan, RIG_ALL), *always = rig_open(&plan, RIG_ALL);
    late->order.levels.is_on = false;
    rig_post(late);
    rig_render(late, 10900 * MS);
    late->order.levels.is_on = true;
    rig_post(late);
    rig_render(late, 6000 * MS);
    rig_render(always, 16900 * MS);
    assert_true(sound_is_silence(rig_part_ms(late, 0, 10900)));
    const double whole = sound_peak_db(rig_part_ms(always, 11000, 12000));
    assert_true(sound_peak_db(rig_part_ms(late, 10900, 11900)) < whole - 12);
    assert_memory_equal(&late->tape[14900 * MS * 2], &always->tape[14900 * MS * 2],
                        2000 * MS * 2 * sizeof(float));
    rig_close(late);
    rig_close(always);
}

static void test_marks_off_ends_the_one_that_rings(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 3500 * MS);
    rig->order.levels.marks = false;
    rig_post(rig);
    rig_render(rig, 4500 * MS);
    assert_in_range(sound_end_frame(rig_sound(rig)), 3650 * MS, 3700 * MS);
    rig_close(rig);
}

static void test_bed_is_changed_over_three_seconds(void **state)
{
    (void)state;
    const Plan plan = rig_plan("20-20", 2, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 20000 * MS);
    rig->order.levels.bed = MIX_BED_NONE;
    rig_post(rig);
    rig_render(rig, 5000 * MS);
    assert_in_range(sound_end_frame(rig_sound(rig)), 22900 * MS, 23000 * MS);
    rig->order.levels.bed = MIX_BED_OCEAN;
    rig_post(rig);
    rig_render(rig, 3000 * MS);
    assert_true(sound_peak_db(rig_part_ms(rig, 25000, 25100)) < -60);
    assert_true(sound_peak_db(rig_part_ms(rig, 27000, 28000)) > -35);
    rig_close(rig);
}

/* The lungs are elsewhere at once, the sea takes a fifth of a second to get there. */
static void test_seek_does_not_tear_the_sea(void **state)
{
    (void)state;
    const Plan plan = rig_plan("8-8", 3, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_render(rig, 11000 * MS);
    assert_true(rig->mix.fullness > 0.99);
    rig->order.seek_frames = 19000 * MS;
    rig_post(rig);
    rig_render(rig, 50 * MS);
    assert_true(rig->mix.fullness > 0.7);
    rig_render(rig, 170 * MS);
    assert_true(rig->mix.fullness < 0.01);
    rig_close(rig);
}

/* Where a device comes back in the middle, what rang is gone and the bed fades in. */
static void test_cut_stream_starts_again_from_silence(void **state)
{
    (void)state;
    const Plan plan = rig_plan("8-8", 3, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    rig_render(rig, 11500 * MS);
    mix_forget(&rig->mix);
    rig->order.seek_frames = 11700 * MS;
    rig_post(rig);
    rig_render(rig, 1000 * MS);
    assert_int_equal(mix_position_frames(&rig->mix), 12700 * MS);
    assert_true(sound_peak_db(rig_part_ms(rig, 11500, 11510)) < -70);
    assert_true(sound_peak_db(rig_part_ms(rig, 12000, 12500)) > -35);
    rig_close(rig);
}

/* Its first block is of the beginning; then the practice is found to be further on. */
static void test_sound_that_comes_late_takes_its_four_seconds(void **state)
{
    (void)state;
    const Plan plan = rig_plan("8-8", 3, 3000);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig->order.levels.bed = MIX_BED_RAIN; /* as loud at any time */
    rig_post(rig);
    rig_render(rig, 20 * MS);
    rig->order.seek_frames = 6000 * MS;
    rig_post(rig);
    rig_render(rig, 6000 * MS);
    const double whole = sound_loudest(rig_part_ms(rig, 4500, 6000));
    assert_true(sound_loudest(rig_part_ms(rig, 0, 1000)) < whole - 15);
    assert_true(sound_loudest(rig_part_ms(rig, 1000, 2000)) < whole - 5);
    assert_true(fabs(sound_loudest(rig_part_ms(rig, 3800, 4300)) - whole) < 1.5);
    rig_close(rig);
}

/* One sound by itself, behind the stillness. */
static MixOrder sample_of(PlanKind kind)
{
    MixOrder order = { .state = MIX_RUNNING,
                       .seek_frames = 1501 * MS,
                       .levels = rig_levels(RIG_MARKS),
                       .is_sample = true };
    PlanPart sound = { .start_ms = 1501, .kind = (int32_t)kind, .rounds = 1 };
    PlanPart quiet = { .kind = PLAN_QUIET, .rounds = 1, .phase_ms = { 1000 } };
    sound.phase_ms[BREATH_IN] = kind == PLAN_BREATH ? 3200 : 0;
    plan_append(&order.plan, sound);
    plan_append(&order.plan, quiet);
    plan_append(&order.plan, (PlanPart){ .kind = PLAN_CLOSE, .rounds = 1 });
    return order;
}

/* A key that is held plays one sound after the other: each gives way, the last is heard.
 */
static void test_sounds_in_haste_end_with_the_last(void **state)
{
    static const PlanKind rows[] = { PLAN_BREATH, PLAN_BELL };
    enum { PRESSES = 20, APART_MS = 22 };
    (void)state;
    for (size_t row = 0; row < 2; row++) {
        const Plan none = { .count = 0 };
        Rig *rig = rig_open(&none, RIG_NOTHING), *alone = rig_open(&none, RIG_NOTHING);
        for (int press = 0; press < PRESSES; press++) {
            rig->order = sample_of(rows[row]);
            rig_post(rig);
            rig_render(rig, press < PRESSES - 1 ? APART_MS * MS : 1500 * MS);
        }
        alone->order = sample_of(rows[row]);
        rig_post(alone);
        rig_render(alone, 1500 * MS);
        const int64_t last_ms = (PRESSES - 1) * APART_MS;
        const double heard =
            sound_loudest(rig_part_ms(rig, last_ms + 500, last_ms + 1400));
        assert_true(fabs(heard - sound_loudest(rig_part_ms(alone, 500, 1400))) < 1);
        assert_true(sound_residue_db(rig_sound(rig)) < -60);
        assert_true(sound_loudest(rig_sound(rig)) < sound_loudest(rig_sound(alone)) + 1);
        rig_close(rig);
        rig_close(alone);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stop_pause_and_off_are_silent_within_a_fifth_of_a_second),
        cmocka_unit_test(test_what_was_too_much_is_silent_within_80_ms),
        cmocka_unit_test(test_pause_keeps_the_position_and_forgets_what_rang),
        cmocka_unit_test(test_bed_is_back_soon_after_a_pause),
        cmocka_unit_test(test_settling_starts_where_the_lungs_stood),
        cmocka_unit_test(test_same_plan_again_changes_nothing),
        cmocka_unit_test(test_changed_plan_is_walked_from_here),
        cmocka_unit_test(test_refused_hold_is_silent),
        cmocka_unit_test(test_everything_ends_six_seconds_behind_the_close),
        cmocka_unit_test(test_sound_is_turned_on_over_four_seconds),
        cmocka_unit_test(test_marks_off_ends_the_one_that_rings),
        cmocka_unit_test(test_bed_is_changed_over_three_seconds),
        cmocka_unit_test(test_seek_does_not_tear_the_sea),
        cmocka_unit_test(test_cut_stream_starts_again_from_silence),
        cmocka_unit_test(test_sound_that_comes_late_takes_its_four_seconds),
        cmocka_unit_test(test_sounds_in_haste_end_with_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
