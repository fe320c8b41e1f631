/* SPDX-License-Identifier: MIT */
/* The sea that goes along with somebody. */
#include "sound/mix.h"

#include "support/sound_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

enum { MS = MIX_FRAMES_PER_MS, PICTURE_MS = 17 };

/* Nothing but time, without end. */
static Plan open_quiet(void)
{
    Plan plan = { .count = 0 };
    const PlanPart quiet = {
        .kind = PLAN_QUIET, .phase_ms = { 1 }, .rounds = PLAN_OPEN, .cue = PLAN_NO_CUE
    };
    const PlanPart close = { .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE };
    plan_append(&plan, quiet);
    plan_append(&plan, close);
    return plan;
}

static Rig *followed_rig(double fullness, int64_t ms)
{
    const Plan plan = open_quiet();
    Rig *rig = rig_open(&plan, RIG_ALL);
    mix_follow(&rig->mix, fullness);
    rig_render(rig, ms * MS);
    return rig;
}

static void test_the_sea_is_where_the_figure_is(void **state)
{
    static const double rows[] = { 0.0, 0.25, 0.5, 1.0 };
    (void)state;
    double before = -100;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Rig *rig = followed_rig(rows[i], 12000);
        assert_true(fabs(rig->mix.fullness - rows[i]) < 0.00001);
        const double now = sound_loudness(rig_part_ms(rig, 8000, 12000));
        assert_true(now > before + 1.0);
        before = now;
        rig_close(rig);
    }
}

static void test_it_sounds_no_mark(void **state)
{
    (void)state;
    const Plan plan = open_quiet();
    Rig *rig = rig_open(&plan, RIG_MARKS);
    for (int turn = 0; turn < 8; turn++) {
        mix_follow(&rig->mix, turn % 2);
        rig_render(rig, 1500 * MS);
    }
    assert_true(sound_is_silence(rig_sound(rig)));
    rig_close(rig);
}

/* However far apart two pictures are, the sea goes evenly from one to the other. */
static void test_it_never_jumps(void **state)
{
    (void)state;
    Rig *rig = followed_rig(0, 6000);
    double before = rig->mix.fullness;
    for (int block = 0; block < 400; block++) {
        mix_follow(&rig->mix, block % 250 < 125 ? 1.0 : 0.0);
        rig_render(rig, SYNTH_GRID_FRAMES);
        const double step = fabs(rig->mix.fullness - before);
        assert_true(step * MIX_FOLLOW_FRAMES <= SYNTH_GRID_FRAMES * 1.0001);
        before = rig->mix.fullness;
    }
    assert_true(sound_residue_db(rig_part_ms(rig, 6000, 6500)) < -40);
    rig_close(rig);
}

static void test_it_keeps_up_with_the_quickest_figure(void **state)
{
    (void)state;
    Rig *rig = followed_rig(0, 6000);
    double fullness = 0;
    while ((fullness += 0.625 * PICTURE_MS / 1000) < 1) {
        mix_follow(&rig->mix, fullness);
        rig_render(rig, PICTURE_MS * MS);
        assert_true(fullness - rig->mix.fullness < 0.003);
    }
    rig_close(rig);
}

static void test_nobody_is_followed_unless_told(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    Rig *never = rig_played(&plan, RIG_ALL);
    Rig *once = rig_open(&plan, RIG_ALL);
    mix_follow(&once->mix, 1.0);
    mix_follow_nothing(&once->mix);
    rig_render(once, never->frames);
    assert_true(rig_difference(never, once) == 0);
    rig_close(once);
    rig_close(never);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_sea_is_where_the_figure_is),
        cmocka_unit_test(test_it_sounds_no_mark),
        cmocka_unit_test(test_it_never_jumps),
        cmocka_unit_test(test_it_keeps_up_with_the_quickest_figure),
        cmocka_unit_test(test_nobody_is_followed_unless_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
