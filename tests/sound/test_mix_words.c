/* SPDX-License-Identifier: MIT */
/* Spoken cues, and the net below all of it. */
#include "sound/mix.h"

#include "core/places.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS, SECOND = MIX_RATE_HZ };

static void append(Plan *plan, PlanKind kind, int32_t length_ms, int32_t cue)
{
    const PlanPart part = {
        .kind = (int32_t)kind, .phase_ms = { length_ms }, .rounds = 1, .cue = cue
    };
    assert_true(plan_append(plan, part));
}

static const int16_t impulse[2 * SECOND] = { 32767 };
static int16_t loud[10 * SECOND];

/* settle 2 s , words 0 (4 s) , quiet 6 s , words 1 (4 s) , quiet 6 s , bell , close */
static Plan scan_plan(void)
{
    Plan plan = { .count = 0 };
    append(&plan, PLAN_SETTLE, 2000, PLAN_NO_CUE);
    for (int32_t cue = 0; cue < 2; cue++) {
        append(&plan, PLAN_WORDS, 4000, cue);
        append(&plan, PLAN_QUIET, 6000, cue);
    }
    append(&plan, PLAN_BELL, 0, PLAN_NO_CUE);
    append(&plan, PLAN_CLOSE, 0, PLAN_NO_CUE);
    return plan;
}

static void test_clips_start_on_their_frame_at_their_level(void **state)
{
    (void)state;
    const MixClip clips[] = { { impulse, 2 * SECOND }, { impulse, 1 } };
    const Plan plan = scan_plan();
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_set_clips(rig, clips, 2);
    rig_render(rig, 22000 * MS);
    const double half = 0.70794578 * 32767 / 32768;
    for (int64_t f = 0; f < rig->frames; f++) {
        const bool is_due = f == 2000 * MS || f == 12000 * MS;
        const float sample = rig->tape[2 * f];
        assert_true(is_due ? fabs(sample - half) < 0.2 : sample == 0);
    }
    rig_close(rig);
}

static void test_bell_starts_on_its_frame(void **state)
{
    (void)state;
    Plan plan = { .count = 0 };
    append(&plan, PLAN_SETTLE, 2000, PLAN_NO_CUE);
    append(&plan, PLAN_BELL, 0, PLAN_NO_CUE);
    append(&plan, PLAN_QUIET, 60000, PLAN_NO_CUE);
    append(&plan, PLAN_CLOSE, 0, PLAN_NO_CUE);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_render(rig, 5000 * MS);
    assert_int_equal(sound_first_frame(rig_sound(rig)), 2000 * MS);
    assert_true(sound_strength_at(rig_part_ms(rig, 2000, 4000), 195.24) > 0.01);
    rig_close(rig);
}

static void test_clip_without_room_counts_as_missing(void **state)
{
    (void)state;
    const MixClip clips[] = { { loud, 8000 * MS }, { loud, 8000 * MS + 1 } };
    for (int i = 0; i < 10 * SECOND; i++)
        loud[i] = (int16_t)(8000 * sin(0.0654498 * i)); /* 500 Hz */
    const Plan plan = scan_plan();
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig_set_clips(rig, clips, 2);
    rig_render(rig, 20000 * MS);
    assert_true(sound_strength_at(rig_part_ms(rig, 2000, 10000), 500) > 0.1);
    /* The second one does not fit: it is belled instead. */
    assert_true(sound_strength_at(rig_part_ms(rig, 12000, 20000), 500) < 0.001);
    assert_true(sound_strength_at(rig_part_ms(rig, 12000, 14000), 195.24) > 0.004);
    rig_close(rig);
}

/* The voice begins where the sea is fullest. */
static void test_bed_lies_twenty_db_below_the_voice(void **state)
{
    (void)state;
    const MixClip clips[] = { { impulse, 2 * SECOND } };
    Plan plan = { .count = 0 };
    append(&plan, PLAN_SETTLE, 2000, PLAN_NO_CUE);
    append(&plan, PLAN_BREATH, 8000, PLAN_NO_CUE);
    append(&plan, PLAN_WORDS, 4000, 0);
    append(&plan, PLAN_QUIET, 6000, 0);
    append(&plan, PLAN_CLOSE, 0, PLAN_NO_CUE);
    Rig *rig = rig_open(&plan, RIG_SEA);
    rig_set_clips(rig, clips, 1);
    rig_render(rig, 15000 * MS);
    /* What is left beside the one sample of the voice is the bed. */
    assert_true(sound_loudest(rig_part_ms(rig, 9500, 10000)) > -32);
    assert_true(sound_loudest(rig_part_ms(rig, 10150, 12000)) < -43);
    assert_true(sound_loudest(rig_part_ms(rig, 10150, 10650)) > -50);
    const double under = sound_loudness(rig_part_ms(rig, 11400, 12000));
    const double after = sound_loudness(rig_part_ms(rig, 12800, 13400));
    assert_true(after > under + 10);
    rig_close(rig);
}

/* A skip, or the voice turned off. */
static void test_voice_ends_within_80_ms(void **state)
{
    (void)state;
    const MixClip clips[] = { { loud, 8000 * MS }, { impulse, 1 } };
    const Plan plan = scan_plan();
    for (int is_skip = 0; is_skip < 2; is_skip++) {
        Rig *rig = rig_open(&plan, RIG_MARKS);
        rig_set_clips(rig, clips, 2);
        rig_render(rig, 4000 * MS);
        Places places;
        places_init(&places, &plan);
        if (is_skip)
            assert_true(places_go(&places, &rig->order.plan, PLACES_NEXT,
                                  (PlacesWhen){ 4000, 4250, 4250 }));
        rig->order.levels.voice = is_skip;
        rig_post(rig);
        rig_render(rig, 2000 * MS);
        const int64_t end = sound_end_frame(rig_part_ms(rig, 0, 4200));
        assert_int_equal(end, 4080 * MS - 1);
        const int64_t next = sound_first_frame(rig_part_ms(rig, 4200, 6000));
        assert_int_equal(next, is_skip ? 50 * MS : -1);
        rig_close(rig);
    }
}

static void test_limiter_holds_what_is_too_loud(void **state)
{
    (void)state;
    static int16_t full[SECOND];
    for (int i = 0; i < SECOND; i++)
        full[i] = (int16_t)(32767 * sin(0.0654498 * i));
    const MixClip clips[] = { { full, SECOND } };
    const Plan plan = scan_plan();
    Rig *rig = rig_open(&plan, RIG_ALL);
    rig_set_clips(rig, clips, 1);
    rig_render(rig, 3500 * MS);
    assert_true(sound_peak_db(rig_sound(rig)) > -6);
    assert_true(sound_peak_db(rig_sound(rig)) < -3);
    rig_close(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clips_start_on_their_frame_at_their_level),
        cmocka_unit_test(test_bell_starts_on_its_frame),
        cmocka_unit_test(test_clip_without_room_counts_as_missing),
        cmocka_unit_test(test_bed_lies_twenty_db_below_the_voice),
        cmocka_unit_test(test_voice_ends_within_80_ms),
        cmocka_unit_test(test_limiter_holds_what_is_too_loud),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
