/* SPDX-License-Identifier: MIT */
#include "core/plan.h"
#include "support/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static PlanPart lasting(PlanKind kind, int32_t ms, int32_t rounds)
{
    return (PlanPart){
        .kind = (int32_t)kind, .phase_ms = { ms }, .rounds = rounds, .cue = PLAN_NO_CUE
    };
}

static PlanPart breathing(BreathPattern pattern, int32_t rounds)
{
    PlanPart part = lasting(PLAN_BREATH, 0, rounds);
    memcpy(part.phase_ms, pattern.phase_ms, sizeof part.phase_ms);
    return part;
}

/* A bit of everything: bell, settle, words, quiet, bell, breathing, message, close. */
static Plan everything(void)
{
    Plan plan = { 0 };
    const PlanPart parts[] = {
        lasting(PLAN_BELL, 0, 1),
        lasting(PLAN_SETTLE, 3000, 1),
        lasting(PLAN_WORDS, 5000, 1),
        lasting(PLAN_QUIET, 1000, 4),
        lasting(PLAN_BELL, 0, 1),
        breathing((BreathPattern){ { 4000, 0, 2000, 6000, 0 } }, 2),
        lasting(PLAN_MESSAGE, 0, 1),
        lasting(PLAN_CLOSE, 0, 1),
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_true(plan_append(&plan, parts[i]));
    return plan;
}

typedef struct Row {
    int64_t start_ms, length_ms;
    PlanKind kind;
    BreathPhase phase;
    int32_t part;
    int64_t round;
} Row;

static const Row everything_rows[] = {
    { 0, 0, PLAN_BELL, 0, 0, 0 },
    { 0, 3000, PLAN_SETTLE, 0, 1, 0 },
    { 3000, 5000, PLAN_WORDS, 0, 2, 0 },
    { 8000, 4000, PLAN_QUIET, 0, 3, 0 },
    { 12000, 0, PLAN_BELL, 0, 4, 0 },
    { 12000, 4000, PLAN_BREATH, BREATH_IN, 5, 0 },
    { 16000, 2000, PLAN_BREATH, BREATH_HOLD_FULL, 5, 0 },
    { 18000, 6000, PLAN_BREATH, BREATH_OUT, 5, 0 },
    { 24000, 4000, PLAN_BREATH, BREATH_IN, 5, 1 },
    { 28000, 2000, PLAN_BREATH, BREATH_HOLD_FULL, 5, 1 },
    { 30000, 6000, PLAN_BREATH, BREATH_OUT, 5, 1 },
    { 36000, 0, PLAN_MESSAGE, 0, 6, 0 },
    { 36000, 0, PLAN_CLOSE, 0, 7, 0 },
};
enum { EVERYTHING_COUNT = sizeof everything_rows / sizeof everything_rows[0] };

static bool is_row(const PlanStep *step, const Row *row)
{
    return step->start_ms == row->start_ms && step->length_ms == row->length_ms &&
           step->kind == row->kind && step->phase == row->phase &&
           step->part == row->part && step->round == row->round;
}

static void test_walk(void **state)
{
    (void)state;
    const Plan plan = everything();
    PlanCursor cursor = { 0 };
    PlanStep step;
    for (int i = 0; i < EVERYTHING_COUNT; i++) {
        assert_true(plan_next_step(&plan, &cursor, &step));
        if (!is_row(&step, &everything_rows[i]))
            fail_msg("row %d starts at %lld", i, (long long)step.start_ms);
    }
    assert_false(plan_next_step(&plan, &cursor, &step));
    assert_false(plan_next_step(&plan, &cursor, &step));
    assert_int_equal(plan_end_ms(&plan), 36000);
}

static void test_step_at(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t at_ms;
        int row;
    } rows[] = {
        { "before the start, the first", -1, 0 },
        { "long before the start", -1000000, 0 },
        { "a bell is passed over", 0, 1 },
        { "last of settle", 2999, 1 },
        { "edge goes to the words", 3000, 2 },
        { "edge goes to the quiet", 8000, 3 },
        { "a quiet of rounds is one step", 11999, 3 },
        { "a bell in between is passed over", 12000, 5 },
        { "last of in", 15999, 5 },
        { "edge goes to the hold", 16000, 6 },
        { "edge goes to out", 18000, 7 },
        { "edge goes to the next round", 24000, 8 },
        { "last of all", 35999, 10 },
        { "a message is passed over, the close is not", 36000, 12 },
        { "after the end", 36001, 12 },
        { "a year after", INT64_C(31536000000), 12 },
    };
    const Plan plan = everything();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const PlanStep step = plan_step_at(&plan, rows[i].at_ms);
        if (!is_row(&step, &everything_rows[rows[i].row]))
            fail_msg("%s: part %d at %lld", rows[i].name, step.part,
                     (long long)step.start_ms);
    }
}

static void test_cursor_from(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t at_ms;
        int row; /* EVERYTHING_COUNT: none */
    } rows[] = {
        { "before the start", -5, 0 },
        { "at the start, the bell too", 0, 0 },
        { "behind the start", 1, 2 },
        { "at an edge", 8000, 3 },
        { "behind an edge", 8001, 4 },
        { "the bell at an edge comes first", 12000, 4 },
        { "inside a breath", 16001, 7 },
        { "the last phase", 30000, 10 },
        { "message and close", 36000, 11 },
        { "the last ms before them", 35999, 11 },
        { "nothing behind the close", 36001, EVERYTHING_COUNT },
    };
    const Plan plan = everything();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        PlanCursor cursor = plan_cursor_from(&plan, rows[i].at_ms);
        PlanStep step = { 0 };
        const bool has_step = plan_next_step(&plan, &cursor, &step);
        if (has_step != (rows[i].row < EVERYTHING_COUNT) ||
            (has_step && !is_row(&step, &everything_rows[rows[i].row])))
            fail_msg("%s: part %d at %lld", rows[i].name, step.part,
                     (long long)step.start_ms);
    }
}

static void test_nothing(void **state)
{
    (void)state;
    const Plan plan = { 0 };
    PlanCursor cursor = plan_cursor_from(&plan, 0);
    PlanStep step;
    assert_false(plan_next_step(&plan, &cursor, &step));
    assert_int_equal(plan_end_ms(&plan), 0);
}

static void test_open_quiet(void **state)
{
    (void)state;
    Plan plan = { 0 };
    plan_append(&plan, lasting(PLAN_SETTLE, 3000, 1));
    plan_append(&plan, lasting(PLAN_QUIET, 60000, PLAN_OPEN));
    plan_append(&plan, lasting(PLAN_BELL, 0, 1));
    plan_append(&plan, lasting(PLAN_WORDS, 5000, 1));
    plan_append(&plan, lasting(PLAN_CLOSE, 0, 1));
    for (int i = 2; i < 5; i++)
        assert_true(plan.parts[i].start_ms == INT64_MAX);
    assert_true(plan_end_ms(&plan) == INT64_MAX);

    const PlanStep step = plan_step_at(&plan, INT64_C(86400000));
    assert_int_equal(step.part, 1);
    assert_true(step.length_ms == INT64_MAX);

    PlanCursor cursor = { 0 };
    PlanStep next;
    assert_true(plan_next_step(&plan, &cursor, &next));
    assert_true(plan_next_step(&plan, &cursor, &next));
    assert_int_equal(next.kind, PLAN_QUIET);
    assert_false(plan_next_step(&plan, &cursor, &next));
}

static void test_open_breathing(void **state)
{
    (void)state;
    Plan plan = { 0 };
    plan_append(&plan, lasting(PLAN_SETTLE, 3000, 1));
    plan_append(&plan, breathing((BreathPattern){ { 4000, 0, 0, 6000, 0 } }, PLAN_OPEN));
    plan_append(&plan, lasting(PLAN_CLOSE, 0, 1));

    const PlanStep step = plan_step_at(&plan, INT64_C(86400000) + 3000);
    assert_int_equal(step.round, 8640);
    assert_int_equal(step.phase, BREATH_IN);
    assert_int_equal(step.length_ms, 4000);

    PlanCursor cursor = plan_cursor_from(&plan, INT64_C(86400000) + 3001);
    PlanStep next;
    for (int i = 0; i < 100; i++) {
        assert_true(plan_next_step(&plan, &cursor, &next));
        assert_int_equal(next.phase, i % 2 ? BREATH_IN : BREATH_OUT);
    }
    assert_int_equal(next.start_ms, 86403000 + 500000);
}

static void test_full(void **state)
{
    (void)state;
    Plan plan = { 0 };
    for (int i = 0; i < PLAN_PARTS_MAX; i++)
        assert_true(plan_append(&plan, lasting(PLAN_QUIET, 1000, 1)));
    assert_false(plan_append(&plan, lasting(PLAN_CLOSE, 0, 1)));
    assert_int_equal(plan.count, PLAN_PARTS_MAX);
    assert_int_equal(plan_end_ms(&plan), 1000 * PLAN_PARTS_MAX);
    assert_int_equal(plan_step_at(&plan, 511999).part, 511);
    assert_int_equal(plan_step_at(&plan, 700000).part, 511);
}

static void test_first_part_keeps_its_start(void **state)
{
    (void)state;
    Plan plan = { 0 };
    PlanPart first = lasting(PLAN_QUIET, 1000, 1);
    first.start_ms = 7000;
    PlanPart second = first;
    second.start_ms = 99;
    plan_append(&plan, first);
    plan_append(&plan, second);
    assert_int_equal(plan.parts[0].start_ms, 7000);
    assert_int_equal(plan.parts[1].start_ms, 8000);
    assert_int_equal(plan_step_at(&plan, 0).part, 0);
}

static void test_breath_at(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double at_ms;
        bool is_breath;
        BreathPhase phase;
        double into_ms, fullness;
    } rows[] = {
        { "none in settle", 1000, false, 0, 0, 0 },
        { "none in quiet", 11999.999, false, 0, 0, 0 },
        { "begins empty", 12000, true, BREATH_IN, 0, 0 },
        { "half of a ms", 12000.5, true, BREATH_IN, 0.5, 3.8553e-8 },
        { "half in", 14000, true, BREATH_IN, 2000, 0.5 },
        { "just before full", 15999.5, true, BREATH_IN, 3999.5, 1 - 3.8553e-8 },
        { "held", 17999.9, true, BREATH_HOLD_FULL, 1999.9, 1 },
        { "begins full", 18000, true, BREATH_OUT, 0, 1 },
        { "second round", 26000, true, BREATH_IN, 2000, 0.5 },
        { "none at the close", 36000, false, 0, 0, 0 },
    };
    const Plan plan = everything();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        PlanBreath breath;
        const bool is_breath = plan_breath_at(&plan, rows[i].at_ms, &breath);
        if (is_breath != rows[i].is_breath)
            fail_msg("%s", rows[i].name);
        if (!is_breath)
            continue;
        assert_int_equal(breath.pattern.phase_ms[BREATH_HOLD_FULL], 2000);
        if (breath.phase != rows[i].phase ||
            fabs(breath.into_ms - rows[i].into_ms) > 1e-9 ||
            fabs(breath.fullness - rows[i].fullness) > 1e-9)
            fail_msg("%s: phase %d, %.3f ms, %.12f", rows[i].name, breath.phase,
                     breath.into_ms, breath.fullness);
    }
}

static void test_names(void **state)
{
    (void)state;
    static const char *const kinds[PLAN_KIND_COUNT] = { "settle", "breath", "words",
                                                        "quiet",  "bell",   "message",
                                                        "close" };
    static const char *const phases[BREATH_PHASE_COUNT][2] = {
        { "in", "In" },   { "top-up", "More" },     { "hold-full", "Hold" },
        { "out", "Out" }, { "hold-empty", "Rest" },
    };
    for (int i = 0; i < PLAN_KIND_COUNT; i++)
        assert_string_equal(plan_kind_name((PlanKind)i), kinds[i]);
    for (int i = 0; i < BREATH_PHASE_COUNT; i++) {
        assert_string_equal(plan_phase_name((BreathPhase)i), phases[i][0]);
        assert_string_equal(plan_phase_text((BreathPhase)i), phases[i][1]);
    }
}

static PlanPart random_part(Random *random)
{
    static const PlanKind kinds[] = { PLAN_SETTLE, PLAN_BREATH, PLAN_BREATH, PLAN_WORDS,
                                      PLAN_QUIET,  PLAN_BELL,   PLAN_MESSAGE };
    const PlanKind kind = kinds[random_between(random, 0, 6)];
    const int32_t rounds = (int32_t)random_between(random, 1, 5);
    if (kind == PLAN_BREATH)
        return breathing(random_breath(random), rounds);
    return lasting(kind, (int32_t)random_between(random, 1, 40000), rounds);
}

static Plan random_plan(Random *random, int32_t size)
{
    Plan plan = { 0 };
    for (int64_t i = random_between(random, 1, size); i > 0; i--) {
        PlanPart part = random_part(random);
        part.start_ms = random_between(random, 0, 5000);
        plan_append(&plan, part);
    }
    plan_append(&plan, lasting(PLAN_CLOSE, 0, 1));
    return plan;
}

/* From end to end, each step beginning where the one before it ended. */
static const char *steps_tile(Random *random, int32_t size)
{
    const Plan plan = random_plan(random, size);
    int64_t edge = plan.parts[0].start_ms;
    PlanCursor cursor = { 0 };
    PlanStep step = { 0 };
    while (plan_next_step(&plan, &cursor, &step)) {
        if (step.start_ms != edge)
            return random_say(random, "part %d: %lld is not %lld", step.part,
                              (long long)step.start_ms, (long long)edge);
        edge += step.length_ms;
        const PlanKind kind = plan.parts[step.part].kind;
        const bool is_point =
            kind == PLAN_BELL || kind == PLAN_MESSAGE || kind == PLAN_CLOSE;
        if ((step.length_ms == 0) != is_point)
            return random_say(random, "part %d lasts %lld ms", step.part,
                              (long long)step.length_ms);
    }
    if (edge != plan_end_ms(&plan) || step.kind != PLAN_CLOSE)
        return random_say(random, "ends at %lld", (long long)edge);
    return NULL;
}

static void test_steps_tile(void **state)
{
    (void)state;
    random_check(steps_tile, 2000, 40);
}

/* The step at a moment, found by walking all of them. */
static PlanStep walked_to(const Plan *plan, int64_t at_ms)
{
    PlanCursor cursor = { 0 };
    PlanStep step, found = { .part = -1 };
    while (plan_next_step(plan, &cursor, &step))
        if (found.part < 0 || step.start_ms <= at_ms)
            found = step;
    return found;
}

static bool is_same_step(const PlanStep *a, const PlanStep *b)
{
    return a->start_ms == b->start_ms && a->part == b->part && a->round == b->round &&
           a->phase == b->phase && a->length_ms == b->length_ms;
}

static const char *searching_is_walking(Random *random, int32_t size)
{
    const Plan plan = random_plan(random, size);
    for (int i = 0; i < 8; i++) {
        int64_t at = random_between(random, 0, plan_end_ms(&plan) + 1000);
        if (random_one_in(random, 2))
            at = plan_step_at(&plan, at).start_ms + random_between(random, -1, 1);
        const PlanStep found = plan_step_at(&plan, at);
        const PlanStep walked = walked_to(&plan, at);
        if (at >= plan.parts[0].start_ms && !is_same_step(&found, &walked))
            return random_say(random, "at %lld: part %d, walked to %d", (long long)at,
                              found.part, walked.part);
        PlanCursor cursor = plan_cursor_from(&plan, at), walk = { 0 };
        PlanStep next = { 0 }, walked_next = { 0 };
        const bool has_next = plan_next_step(&plan, &cursor, &next);
        bool has_walked;
        while ((has_walked = plan_next_step(&plan, &walk, &walked_next)) &&
               walked_next.start_ms < at)
            ;
        if (has_next != has_walked || (has_next && !is_same_step(&next, &walked_next)))
            return random_say(random, "from %lld: part %d, walked to %d", (long long)at,
                              next.part, walked_next.part);
    }
    return NULL;
}

static void test_searching_is_walking(void **state)
{
    (void)state;
    random_check(searching_is_walking, 2000, 24);
}

/* Where breathing follows breathing, the lungs do not jump at the edge. */
static const char *lungs_are_continuous(Random *random, int32_t size)
{
    Plan plan = { 0 };
    for (int32_t i = 0; i < size; i++)
        plan_append(&plan, breathing(random_breath(random),
                                     (int32_t)random_between(random, 1, 3)));
    PlanCursor cursor = { 0 };
    PlanStep step;
    plan_next_step(&plan, &cursor, &step);
    while (plan_next_step(&plan, &cursor, &step)) {
        PlanBreath before, at;
        plan_breath_at(&plan, (double)step.start_ms - 0.5, &before);
        plan_breath_at(&plan, (double)step.start_ms, &at);
        if (fabs(before.fullness - at.fullness) > 1e-5)
            return random_say(random, "at %lld from %f to %f", (long long)step.start_ms,
                              before.fullness, at.fullness);
    }
    return NULL;
}

static void test_lungs_are_continuous(void **state)
{
    (void)state;
    random_check(lungs_are_continuous, 1000, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_walk),
        cmocka_unit_test(test_step_at),
        cmocka_unit_test(test_cursor_from),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_open_quiet),
        cmocka_unit_test(test_open_breathing),
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_first_part_keeps_its_start),
        cmocka_unit_test(test_breath_at),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_steps_tile),
        cmocka_unit_test(test_searching_is_walking),
        cmocka_unit_test(test_lungs_are_continuous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
