/* SPDX-License-Identifier: MIT */
/* Sound that is made ahead of the picture: a change touches neither what is seen nor what
 * was made. */
#include "core/pattern.h"
#include "core/practice.h"
#include "core/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static Session begun(const char *pattern, int32_t lag_ms)
{
    BreatheRequest request = practice_breathe_default();
    request.from = (BreathPattern){ { 0 } };
    request.breaths = 6;
    assert_null(pattern_parse(pattern, &request.pattern));
    Plan plan;
    assert_null(practice_breathe(&request, &plan));
    Session session;
    SessionEvents events = { .count = 0 };
    session_init(&session, &plan, &request.pattern);
    session_set_lag(&session, lag_ms);
    session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
    return session;
}

/* Whether both plans are in the same step at the same time from one moment to another. */
static bool is_same(const Plan *a, const Plan *b, int64_t from_ms, int64_t to_ms)
{
    for (int64_t at = from_ms; at < to_ms; at++) {
        const PlanStep one = plan_step_at(a, at), other = plan_step_at(b, at);
        if (one.start_ms != other.start_ms || one.kind != other.kind ||
            one.phase != other.phase)
            return false;
    }
    return true;
}

static void test_changes_stay_ahead_of_what_was_made(void **state)
{
    static const SessionInputKind kinds[] = { SESSION_QUICKER, SESSION_SLOWER,
                                              SESSION_NO_HOLDS };
    static const char *const patterns[] = { "4-6", "4-7-8", "4-4-4-4", "1.5+0.7-5" };
    static const int32_t lags[] = { 0, 1, 170, 500 };
    (void)state;
    int changes = 0;
    for (size_t i = 0; i < 3 * 4 * 4; i++) {
        const SessionInputKind kind = kinds[i % 3];
        const int32_t lag = lags[i / 12];
        for (int64_t at = 100; at < 30000; at += 263) {
            Session session = begun(patterns[i / 3 % 4], lag);
            const Plan before = session.plan;
            SessionEvents events = { .count = 0 };
            session_apply(&session, (SessionInput){ at, kind }, &events);
            changes += memcmp(&before, &session.plan, sizeof before) != 0;
            if (!is_same(&before, &session.plan, at, at + lag + PLAN_AHEAD_MS))
                fail_msg("%s, %d ms of lag, input %d at %d", patterns[i / 3 % 4],
                         (int)lag, (int)kind, (int)at);
            assert_int_equal(session.now_ms, at);
        }
    }
    assert_true(changes > 2000);
}

/* Each step is told once and in its turn, although the plan is changed before it. */
static void test_no_step_is_lost_to_a_change(void **state)
{
    (void)state;
    for (int64_t press = 12000; press < 14000; press += 37) {
        Session session = begun("4-6", 500);
        int64_t told = -1;
        int32_t inhales = 0;
        bool is_pressed = false;
        for (int64_t at = 0; session.state == SESSION_RUNNING; at += 16) {
            SessionEvents events = { .count = 0 };
            const bool presses = !is_pressed && at >= press;
            session_apply(&session,
                          (SessionInput){ at, presses ? SESSION_QUICKER : SESSION_TIME },
                          &events);
            is_pressed = is_pressed || presses;
            for (int32_t e = 0; e < events.count; e++) {
                if (events.items[e].kind != SESSION_STEP)
                    continue;
                assert_true(events.items[e].at_ms > told);
                assert_true(at - events.items[e].at_ms < 16);
                told = events.items[e].at_ms;
                inhales += events.items[e].step.kind == PLAN_BREATH &&
                           events.items[e].step.phase == BREATH_IN;
            }
        }
        assert_int_equal(inhales, session.breaths);
        assert_in_range(inhales, 6, 7);
    }
}

/* A refused hold ends as soon as it can be heard to end. */
static void test_a_refused_hold_ends_behind_the_lag(void **state)
{
    static const int32_t lags[] = { 0, 300, 500 };
    (void)state;
    for (size_t i = 0; i < sizeof lags / sizeof lags[0]; i++) {
        Session session = begun("4-7-8", lags[i]);
        SessionEvents events = { .count = 0 };
        session_apply(&session, (SessionInput){ 9000, SESSION_NO_HOLDS }, &events);
        const int64_t end = 9000 + lags[i] + PLAN_AHEAD_MS;
        assert_int_equal(plan_step_at(&session.plan, end - 1).phase, BREATH_HOLD_FULL);
        assert_int_equal(plan_step_at(&session.plan, end).phase, BREATH_OUT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes_stay_ahead_of_what_was_made),
        cmocka_unit_test(test_no_step_is_lost_to_a_change),
        cmocka_unit_test(test_a_refused_hold_ends_behind_the_lag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
