/* SPDX-License-Identifier: MIT */
#include "core/sit.h"

#include "core/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { LINE_MAX_BYTES = 8192 };

/* A plan as a line: "settle 3000, open, 300000, interval, 300000, close, end". */
static const char *plan_line(const Plan *plan, char out[LINE_MAX_BYTES])
{
    size_t at = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        char *to = out + at;
        assert_true(at + 48 < LINE_MAX_BYTES);
        if (part->kind == PLAN_SETTLE)
            at += (size_t)sprintf(to, "settle %d", (int)part->phase_ms[0]);
        else if (part->kind == PLAN_BELL)
            at += (size_t)sprintf(to, "%s", plan_bell_name((PlanBell)part->cue));
        else if (part->kind == PLAN_CLOSE)
            at += (size_t)sprintf(to, "end");
        else if (part->rounds == PLAN_OPEN)
            at += (size_t)sprintf(to, "for ever");
        else
            at += (size_t)sprintf(to, "%d", (int)part->phase_ms[0]);
        at += (size_t)sprintf(out + at, "%s", i + 1 < plan->count ? ", " : "");
    }
    return out;
}

#define LISTED(...)                                                                      \
    .at_count = sizeof((int32_t[]){ __VA_ARGS__ }) / sizeof(int32_t),                    \
    .at_ms = { __VA_ARGS__ }

static const struct {
    const char *name;
    SitRequest request;
    const char *line; /* or what is wrong begins with this */
} rows[] = {
    { "two bells",
      { .length_ms = 600000, .lead_in_ms = 3000 },
      "settle 3000, open, 600000, close, end" },
    { "no preparation", { .length_ms = 600000 }, "open, 600000, close, end" },
    { "every five of twenty, strictly inside",
      { .length_ms = 1200000, .every_ms = 300000, .lead_in_ms = 3000 },
      "settle 3000, open, 300000, interval, 300000, interval, 300000, interval, 300000, "
      "close, end" },
    { "every seven of twenty",
      { .length_ms = 1200000, .every_ms = 420000 },
      "open, 420000, interval, 420000, interval, 360000, close, end" },
    { "every so long that none rings",
      { .length_ms = 600000, .every_ms = 600000 },
      "open, 600000, close, end" },
    { "at three moments",
      { .length_ms = 1200000, LISTED(180000, 600000, 900000) },
      "open, 180000, interval, 420000, interval, 300000, interval, 300000, close, end" },
    { "a ms inside, at both ends",
      { .length_ms = 1000, LISTED(1, 999) },
      "open, 1, interval, 998, interval, 1, close, end" },
    { "it goes on",
      { .length_ms = 600000, .goes_on = true },
      "open, 600000, close, for ever, end" },
    { "without end", { .lead_in_ms = 3000 }, "settle 3000, open, for ever, end" },
    { "without end, the bells of the first hour",
      { .every_ms = 1500000 },
      "open, 1500000, interval, 1500000, interval, for ever, end" },
    { "on the hour too",
      { .every_ms = 3600000 },
      "open, 3600000, interval, for ever, end" },
    { "without end, the bells that were named",
      { LISTED(60000, 5400000) },
      "open, 60000, interval, 5340000, interval, for ever, end" },
    { "a day", { .length_ms = 86400000 }, "open, 86400000, close, end" },

    { "at the start", { .length_ms = 600000, LISTED(0) }, "an interval bell lies" },
    { "at the end", { .length_ms = 600000, LISTED(600000) }, "an interval bell lies" },
    { "behind it", { .length_ms = 600000, LISTED(700000) }, "an interval bell lies" },
    { "out of order",
      { .length_ms = 600000, LISTED(200000, 100000) },
      "interval bells are named in their order" },
    { "twice",
      { .length_ms = 600000, LISTED(100000, 100000) },
      "interval bells are named in their order" },
    { "both kinds",
      { .length_ms = 600000, .every_ms = 60000, LISTED(90000) },
      "interval bells come every so often or" },
    { "every second of a day",
      { .length_ms = 86400000, .every_ms = 1000 },
      "that is more bells than" },
    { "over a day", { .length_ms = 86400001 }, "a sit takes up to" },
    { "less than nothing", { .length_ms = -1 }, "a sit takes up to" },
};

static void test_laid_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Plan plan = { .count = 0 };
        char line[LINE_MAX_BYTES];
        const char *problem = sit_lay_out(&rows[i].request, &plan);
        if (problem != NULL && plan.count != 0)
            fail_msg("%s: half of a plan", rows[i].name);
        if (problem != NULL ? strncmp(problem, rows[i].line, strlen(rows[i].line)) != 0
                            : strcmp(plan_line(&plan, line), rows[i].line) != 0)
            fail_msg("%s: %s", rows[i].name, problem ? problem : line);
    }
}

static Session begun(const SitRequest *request)
{
    Plan plan;
    Session session;
    SessionEvents events = { .count = 0 };
    assert_null(sit_lay_out(request, &plan));
    session_init(&session, &plan, NULL);
    session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
    return session;
}

static int32_t bells_in(const SessionEvents *events, int64_t *last_ms)
{
    int32_t bells = 0;
    for (int32_t i = 0; i < events->count; i++) {
        if (events->items[i].kind != SESSION_STEP ||
            events->items[i].step.kind != PLAN_BELL)
            continue;
        bells++;
        *last_ms = events->items[i].at_ms;
    }
    return bells;
}

/* Every bell rings once, and as much silence lies before it as without the pause. */
static void test_a_pause_at_any_moment(void **state)
{
    (void)state;
    const SitRequest request = { .length_ms = 12000, .every_ms = 4000 };
    for (int64_t pause = 0; pause < 12000; pause += pause % 4000 < 5 ? 1 : 171) {
        Session session = begun(&request);
        SessionEvents first = { .count = 0 }, second = { .count = 0 };
        int64_t last = 0;
        session_apply(&session, (SessionInput){ pause, SESSION_PAUSE }, &first);
        session_apply(&session, (SessionInput){ pause, SESSION_GO_ON }, &second);
        session_apply(&session, (SessionInput){ 60000, SESSION_TIME }, &second);
        /* The opening bell was told as it began. */
        if (1 + bells_in(&first, &last) + bells_in(&second, &last) != 4)
            fail_msg("a pause at %d: %d and %d bells", (int)pause,
                     (int)bells_in(&first, &last), (int)bells_in(&second, &last));
        assert_int_equal(last, 12000 + PLAN_SETTLE_MS);
        assert_int_equal(session.state, SESSION_OVER);
    }
}

/* The sit that goes on ends when the person ends it, and not before. */
static void test_it_goes_on(void **state)
{
    (void)state;
    const SitRequest request = { .length_ms = 60000, .goes_on = true };
    Session session = begun(&request);
    SessionEvents events = { .count = 0 };
    session_apply(&session, (SessionInput){ 7200000, SESSION_TIME }, &events);
    assert_int_equal(session.state, SESSION_RUNNING);
    session_apply(&session, (SessionInput){ 7200000, SESSION_GO_ON }, &events);
    session_apply(&session, (SessionInput){ 7202000, SESSION_TIME }, &events);
    assert_int_equal(session.state, SESSION_OVER);
}

/* There is no place to go to and no silence to bend: a timer is what was asked for. */
static void test_nothing_bends_a_sit(void **state)
{
    static const SessionInputKind kinds[] = { SESSION_QUICKER,  SESSION_SLOWER,
                                              SESSION_NO_HOLDS, SESSION_NEXT,
                                              SESSION_BACK,     SESSION_LEAVE_OUT };
    (void)state;
    const SitRequest request = { .length_ms = 600000, .every_ms = 60000 };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        Session session = begun(&request);
        const Plan before = session.plan;
        SessionEvents events = { .count = 0 };
        session_apply(&session, (SessionInput){ 0, kinds[i] }, &events);
        assert_int_equal(events.count, 1);
        assert_int_equal(events.items[0].kind, SESSION_UNCHANGED);
        assert_memory_equal(&before, &session.plan, sizeof before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_laid_out),
        cmocka_unit_test(test_a_pause_at_any_moment),
        cmocka_unit_test(test_it_goes_on),
        cmocka_unit_test(test_nothing_bends_a_sit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
