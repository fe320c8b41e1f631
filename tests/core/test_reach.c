/* SPDX-License-Identifier: MIT */
#include "core/reach.h"

#include "core/practice.h"
#include "core/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *name;
    ReachRequest request;
    int32_t breaths, in_ms, out_ms;
    int64_t close_ms;
} Row;

static const Row rows[] = {
    { "60 seconds", { .seconds = 60, .lead_in_ms = 3000 }, 4, 4000, 6000, 43000 },
    { "90 seconds", { .seconds = 90, .lead_in_ms = 3000 }, 6, 4000, 6000, 63000 },
    { "120 seconds", { .seconds = 120, .lead_in_ms = 3000 }, 9, 4000, 6000, 93000 },
    { "no lead-in", { .seconds = 90 }, 6, 4000, 6000, 60000 },
    { "a long one", { .seconds = 60, .lead_in_ms = 20000 }, 4, 4000, 6000, 60000 },
    { "quicker, as many breaths", { 90, 750, 3000 }, 6, 3000, 4500, 48000 },
    { "as quick as can be", { 60, 300, 0 }, 4, 1200, 1800, 12000 },
};

static const PlanPart *part_of(const Plan *plan, PlanKind kind)
{
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == (int32_t)kind)
            return &plan->parts[i];
    return NULL;
}

static bool is_as_told(const Row *row, const Plan *plan)
{
    const PlanPart *breath = part_of(plan, PLAN_BREATH);
    const PlanPart *message = part_of(plan, PLAN_MESSAGE);
    const PlanPart *close = part_of(plan, PLAN_CLOSE);
    const PlanPart *settle = part_of(plan, PLAN_SETTLE);
    return (settle != NULL) == (row->request.lead_in_ms > 0) &&
           breath->rounds == row->breaths && breath->phase_ms[BREATH_IN] == row->in_ms &&
           breath->phase_ms[BREATH_OUT] == row->out_ms &&
           message->start_ms == row->close_ms && close->start_ms == row->close_ms &&
           plan->parts[plan->count - 1].kind == PLAN_CLOSE &&
           plan->count == (settle != NULL ? 4 : 3);
}

static void it_is_breaths_and_then_a_message(void **state)
{
    (void)state;
    static Plan plan;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *problem = reach_lay_out(&rows[i].request, &plan);
        if (problem != NULL || !is_as_told(&rows[i], &plan))
            fail_msg("%s: %s", rows[i].name, problem != NULL ? problem : "another plan");
    }
}

static void nothing_is_held(void **state)
{
    (void)state;
    const ReachRequest request = reach_default();
    BreathPattern pattern;
    assert_null(reach_pattern(&request, &pattern));
    assert_false(breath_has_holds(&pattern));
    assert_true(breath_is_gentle(&pattern));
    assert_int_equal(request.seconds, 90);
    assert_int_equal(request.lead_in_ms, PLAN_SETTLE_MS);
}

static void a_pace_beyond_the_limits_is_refused(void **state)
{
    (void)state;
    static const int32_t paces[] = { 10, 100, 299, 10001, 100000 };
    static Plan plan;
    for (size_t i = 0; i < sizeof paces / sizeof paces[0]; i++) {
        const ReachRequest request = { 90, paces[i], 3000 };
        BreathPattern pattern = { { 7 } };
        plan = (Plan){ .count = 7 };
        assert_non_null(reach_pattern(&request, &pattern));
        assert_non_null(reach_lay_out(&request, &plan));
        assert_int_equal(pattern.phase_ms[0], 7);
        assert_int_equal(plan.count, 7);
    }
}

/* Easing rewrites what comes; the message stays in front of the close. */
static void the_message_survives_a_change(void **state)
{
    (void)state;
    static const SessionInputKind changes[] = { SESSION_QUICKER, SESSION_SLOWER,
                                                SESSION_PAUSE };
    static Plan plan;
    const ReachRequest request = reach_default();
    BreathPattern pattern;
    assert_null(reach_pattern(&request, &pattern));
    assert_null(reach_lay_out(&request, &plan));
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        Session session;
        SessionEvents events = { .count = 0 };
        session_init(&session, &plan, &pattern);
        session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
        session_apply(&session, (SessionInput){ 8000, changes[i] }, &events);
        session_apply(&session, (SessionInput){ 9000, SESSION_GO_ON }, &events);
        const int32_t last = session.plan.count - 1;
        assert_int_equal(session.plan.parts[last].kind, PLAN_CLOSE);
        assert_int_equal(session.plan.parts[last - 1].kind, PLAN_MESSAGE);
        session_apply(&session, (SessionInput){ 200000, SESSION_TIME }, &events);
        assert_int_equal(session.state, SESSION_OVER);
    }
}

static void it_is_breathed(void **state)
{
    (void)state;
    assert_true(practice_is_breathed(PRACTICE_BREATHE));
    assert_true(practice_is_breathed(PRACTICE_REACH));
    assert_false(practice_is_breathed(PRACTICE_SCAN));
    assert_false(practice_is_breathed(PRACTICE_SIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_breaths_and_then_a_message),
        cmocka_unit_test(nothing_is_held),
        cmocka_unit_test(a_pace_beyond_the_limits_is_refused),
        cmocka_unit_test(the_message_survives_a_change),
        cmocka_unit_test(it_is_breathed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
