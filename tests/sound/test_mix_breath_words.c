/* SPDX-License-Identifier: MIT */
/* Words at the turns of the breath: often first, then fewer, then none. */
#include "core/session.h"
#include "support/sound_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum {
    MS = MIX_FRAMES_PER_MS,
    WORD_MS = 600,
    IN_CUE = 7,
    OUT_CUE = 3,
    BREATH_MS = 10000
};

static int16_t word[WORD_MS * MS];

static int make_word(void **state)
{
    (void)state;
    word[0] = 32767;
    return 0;
}

static const MixClip clip = { word, WORD_MS *MS };

static Rig *open_rig(const Plan *plan, bool has_marks)
{
    Rig *rig = rig_open(plan, RIG_MARKS);
    rig->order.levels.marks = has_marks;
    rig->order.levels.speaks_breath = true;
    rig_post(rig);
    rig->clips.breath_cues[BREATH_IN] = IN_CUE;
    rig->clips.breath_cues[BREATH_OUT] = OUT_CUE;
    clip_table_put(&rig->clips, IN_CUE, &clip);
    clip_table_put(&rig->clips, OUT_CUE, &clip);
    return rig;
}

/* Whether a word begins on that very frame: one sample, then silence. */
static bool is_spoken(const Rig *rig, int64_t at_ms)
{
    const Sound sound = rig_part_ms(rig, at_ms, at_ms + WORD_MS);
    return sound.stereo[0] > 0.4f && sound_end_frame(sound) == 1;
}

static void test_words_grow_fewer(void **state)
{
    static const int32_t spoken[] = { 1, 2, 3, 5, 7, 11, 15, 19 };
    (void)state;
    const Plan plan = rig_plan("4-6", 30, 3000);
    Rig *rig = open_rig(&plan, false);
    rig_render(rig, 300 * 1000 * MS);
    size_t s = 0;
    for (int32_t breath = 1; breath <= 29; breath++) {
        const int64_t at_ms = 3000 + (breath - 1) * (int64_t)BREATH_MS;
        const bool is_due = s < sizeof spoken / sizeof spoken[0] && spoken[s] == breath;
        s += is_due;
        if (is_spoken(rig, at_ms) != is_due || is_spoken(rig, at_ms + 4000) != is_due)
            fail_msg("breath %d", breath);
    }
    rig_close(rig);
}

static void test_no_tone_lies_under_a_word(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 6, 3000);
    Rig *rig = open_rig(&plan, true);
    rig_render(rig, 60 * 1000 * MS);
    assert_true(is_spoken(rig, 3000) && is_spoken(rig, 7000));
    /* The fourth breath is not spoken, and has its mark. */
    assert_true(sound_loudest(rig_part_ms(rig, 33000, 35000)) > -32);
    rig_close(rig);
}

static const struct {
    const char *says;
    const char *pattern;
    bool in, out;
} fits[] = {
    { "each just fits", "0.9-2.1", true, true },
    { "one millisecond short", "0.899-2.101", false, true },
};

static void test_word_that_does_not_fit_into_its_phase_is_not_said(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof fits / sizeof fits[0]; r++) {
        const Plan plan = rig_plan(fits[r].pattern, 3, 3000);
        Rig *rig = open_rig(&plan, false);
        rig_render(rig, 8000 * MS);
        const int64_t out_ms = 3000 + plan.parts[1].phase_ms[BREATH_IN];
        if (is_spoken(rig, 3000) != fits[r].in || is_spoken(rig, out_ms) != fits[r].out)
            fail_msg("%s", fits[r].says);
        rig_close(rig);
    }
}

static void test_ramp_is_no_change_of_pace(void **state)
{
    (void)state;
    Plan plan = { .count = 0 };
    plan_append(&plan,
                (PlanPart){ .kind = PLAN_SETTLE, .phase_ms = { 3000 }, .rounds = 1 });
    for (int32_t i = 0; i < 10; i++) {
        PlanPart part = { .kind = PLAN_BREATH, .rounds = 1, .cue = PLAN_NO_CUE };
        part.phase_ms[BREATH_IN] = 3500;
        part.phase_ms[BREATH_OUT] = 4500 + 300 * i;
        plan_append(&plan, part);
    }
    plan_append(&plan, (PlanPart){ .kind = PLAN_CLOSE, .rounds = 1 });
    Rig *rig = open_rig(&plan, false);
    rig_render(rig, plan_end_ms(&plan) * MS);
    for (int32_t i = 0; i < 10; i++)
        assert_int_equal(is_spoken(rig, plan.parts[i + 1].start_ms),
                         i < 3 || i == 4 || i == 6);
    rig_close(rig);
}

/* What a person presses in the sixth minute, when words have long fallen silent. */
static void test_words_come_back_behind_a_pause_and_with_another_pace(void **state)
{
    static const struct {
        SessionInputKind first, second;
        bool is_back;
    } rows[] = {
        { SESSION_PAUSE, SESSION_GO_ON, true },
        { SESSION_QUICKER, SESSION_TIME, true },
        { SESSION_TIME, SESSION_TIME, false },
    };
    (void)state;
    const BreathPattern base = { .phase_ms = {
                                     [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } };
    const Plan plan = rig_plan("4-6", 60, 3000);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        Session session;
        SessionEvents events = { .count = 0 };
        session_init(&session, &plan, &base);
        session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
        Rig *rig = open_rig(&plan, false);
        rig_render(rig, 305000 * MS);
        session_apply(&session, (SessionInput){ 305000, rows[r].first }, &events);
        session_apply(&session, (SessionInput){ 305000, rows[r].second }, &events);
        rig->order.plan = session.plan;
        rig_post(rig);
        rig_render(rig, 30000 * MS);
        int32_t spoken = 0;
        for (int64_t f = 305000 * MS; f < 335000 * MS; f++)
            spoken += rig->tape[2 * f] > 0.4f;
        assert_int_equal(spoken > 3, rows[r].is_back);
        rig_close(rig);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_grow_fewer),
        cmocka_unit_test(test_no_tone_lies_under_a_word),
        cmocka_unit_test(test_word_that_does_not_fit_into_its_phase_is_not_said),
        cmocka_unit_test(test_ramp_is_no_change_of_pace),
        cmocka_unit_test(test_words_come_back_behind_a_pause_and_with_another_pace),
    };
    return cmocka_run_group_tests(tests, make_word, NULL);
}
