/* SPDX-License-Identifier: MIT */
/* The bells of a sit: on their frame in the 45th minute too, and what they sound like. */
#include "core/session.h"
#include "core/sit.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS, MINUTE_MS = 60000 };

static Plan sit_plan(int32_t minutes, int32_t every_minutes)
{
    SitRequest request = sit_default();
    Plan plan;
    request.length_ms = (int64_t)minutes * MINUTE_MS;
    request.every_ms = every_minutes * MINUTE_MS;
    assert_null(sit_lay_out(&request, &plan));
    return plan;
}

/* Goes to shortly before a moment of the plan, and records from there. */
static void go_near(Rig *rig, int64_t at_ms)
{
    rig->order.seek_frames = (at_ms - 100) * MS;
    rig_post(rig);
    rig->frames = 0;
}

/* The frame of the first sound of a bell that is planned at at_ms, from where it should
 * be. */
static int64_t away_frames(Rig *rig, int64_t at_ms)
{
    go_near(rig, at_ms);
    rig_render(rig, 600 * MS);
    return sound_first_frame(rig_sound(rig)) - 100 * MS;
}

static void test_every_bell_of_45_minutes_is_on_its_frame(void **state)
{
    (void)state;
    const Plan plan = sit_plan(45, 5);
    PlanCursor cursor = { 0 };
    PlanStep step;
    int32_t bells = 0;
    while (plan_next_step(&plan, &cursor, &step)) {
        if (step.kind != PLAN_BELL)
            continue;
        Rig *rig = rig_open(&plan, RIG_MARKS);
        const int64_t away = away_frames(rig, step.start_ms);
        if (away != 0)
            fail_msg("the bell at %lld ms is %lld frames away", (long long)step.start_ms,
                     (long long)away);
        rig_close(rig);
        bells++;
    }
    assert_int_equal(bells, 10);
}

/* All of it, without a seek: the last bell rings where it was planned. */
static void test_last_bell_is_exact_when_all_of_it_was_rendered(void **state)
{
    (void)state;
    const Plan plan = sit_plan(45, 0);
    const int64_t end = plan_end_ms(&plan);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    static float block[2 * 4096];
    for (int64_t left = (end - 100) * MS; left > 0; left -= 4096)
        mix_render(&rig->mix, block, left < 4096 ? (int32_t)left : 4096);
    rig_render(rig, 600 * MS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 100 * MS);
    rig_close(rig);
}

/* Pauses of odd lengths at odd moments; the sound runs a little ahead when they come. */
static void test_bells_are_exact_after_pauses(void **state)
{
    static const int64_t pauses_ms[] = { 7123, 65001, 121999, 240500 };
    (void)state;
    Session session;
    SessionEvents events = { .count = 0 };
    const Plan plan = sit_plan(5, 2);
    session_init(&session, &plan, NULL);
    session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    static float block[2 * MS];
    for (size_t p = 0; p < sizeof pauses_ms / sizeof pauses_ms[0]; p++) {
        while (rig->mix.position_frames < (pauses_ms[p] + 21) * MS)
            mix_render(&rig->mix, block, MS);
        session_apply(&session, (SessionInput){ pauses_ms[p], SESSION_PAUSE }, &events);
        rig_set_state(rig, MIX_PAUSED);
        mix_render(&rig->mix, block, MS);
        session_apply(&session, (SessionInput){ pauses_ms[p], SESSION_GO_ON }, &events);
        rig->order.plan = session.plan;
        rig->order.seek_frames = pauses_ms[p] * MS;
        rig_set_state(rig, MIX_RUNNING);
    }
    const int64_t end = plan_end_ms(&session.plan);
    assert_true(end > plan_end_ms(&plan));
    while (rig->mix.position_frames < (end - 100) * MS)
        mix_render(&rig->mix, block, MS);
    rig->frames = 0;
    rig_render(rig, 600 * MS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 100 * MS);
    rig_close(rig);
}

static void test_nothing_rings_where_bells_are_off_or_in_the_first_moment(void **state)
{
    (void)state;
    const Plan plan = sit_plan(1, 0);
    Rig *off = rig_open(&plan, RIG_MARKS);
    off->order.levels.bells = false;
    rig_post(off);
    rig_render(off, 70000 * MS);
    assert_true(sound_is_silence(rig_sound(off)));
    rig_close(off);

    SitRequest request = sit_default();
    Plan hasty;
    request.lead_in_ms = 0;
    assert_null(sit_lay_out(&request, &hasty));
    Rig *rig = rig_open(&hasty, RIG_MARKS);
    rig_render(rig, 5000 * MS);
    assert_true(sound_is_silence(rig_sound(rig)));
    rig_close(rig);
}

static void test_closing_bell_comes_slowly_and_rings_behind_the_close(void **state)
{
    (void)state;
    const Plan plan = sit_plan(1, 0);
    Rig *rig = rig_played(&plan, RIG_MARKS);
    rig_render(rig, mix_tail_frames(&plan) - MIX_TAIL_FRAMES + 100 * MS);
    const int64_t end = plan_end_ms(&plan);
    const Sound bell = rig_part_ms(rig, end, end + 4000);
    assert_true(sound_rise_frames(bell) > 700 * MS);
    assert_true(sound_loudest(bell) < -25 && sound_loudest(bell) > -28);
    /* It is heard longer than other sounds are behind a close, and then not at all. */
    assert_true(sound_loudest(rig_part_ms(rig, end + 4000, end + 5000)) > -46);
    assert_true(sound_loudest(rig_part_ms(rig, end + 8500, end + 9500)) > -100);
    assert_true(sound_is_silence(rig_part_ms(rig, end + 10000, end + 10100)));
    assert_true(mix_is_silent(&rig->mix));
    rig_close(rig);
}

static void test_without_a_close_the_bell_rings_out(void **state)
{
    (void)state;
    SitRequest request = sit_default();
    Plan plan;
    request.length_ms = MINUTE_MS;
    request.goes_on = true;
    assert_null(sit_lay_out(&request, &plan));
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, (3000 + MINUTE_MS + 14000) * MS);
    const Sound late = rig_part_ms(rig, MINUTE_MS + 14000, MINUTE_MS + 15000);
    assert_true(sound_loudest(late) > -75);
    rig_close(rig);
}

/* ---- a bell of one's own ---- */

static void test_own_bell_is_its_clip_and_a_bowl_where_there_is_none(void **state)
{
    (void)state;
    static int16_t samples[3000 * MS];
    const MixClip clip = { samples, 3000 * MS };
    for (int f = 0; f < 3000 * MS; f++)
        samples[f] =
            (int16_t)(5000 * sin(0.0261799 * f) * exp(-f / 48000.0)); /* 200 Hz */
    const Plan plan = sit_plan(1, 0);
    for (int is_there = 0; is_there < 2; is_there++) {
        Rig *rig = rig_open(&plan, RIG_MARKS);
        rig->order.levels.bell = MIX_BELL_OWN;
        rig_post(rig);
        clip_table_put(&rig->clips, CLIP_TABLE_BELL, is_there ? &clip : NULL);
        rig_render(rig, 70000 * MS);
        const Sound opening = rig_part_ms(rig, 3000, 5000);
        const Sound closing = rig_part_ms(rig, 63000, 65000);
        const double own = sound_strength_at(opening, 200);
        const double bowl = sound_strength_at(opening, 583.9);
        assert_true(is_there ? own > 0.02 && bowl < 0.001 : bowl > 0.002);
        /* As the one that closes it comes slowly. */
        assert_true(sound_rise_frames(closing) > 20 * MS * (is_there ? 10 : 30));
        assert_true(sound_residue_db(closing) < -75);
        rig_close(rig);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_bell_of_45_minutes_is_on_its_frame),
        cmocka_unit_test(test_last_bell_is_exact_when_all_of_it_was_rendered),
        cmocka_unit_test(test_bells_are_exact_after_pauses),
        cmocka_unit_test(test_nothing_rings_where_bells_are_off_or_in_the_first_moment),
        cmocka_unit_test(test_closing_bell_comes_slowly_and_rings_behind_the_close),
        cmocka_unit_test(test_without_a_close_the_bell_rings_out),
        cmocka_unit_test(test_own_bell_is_its_clip_and_a_bowl_where_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
