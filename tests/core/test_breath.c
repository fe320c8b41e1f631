/* SPDX-License-Identifier: MIT */
#include "core/breath.h"
#include "support/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { DAY_MS = 86400000 };

static const BreathPattern plain = { { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } };
static const BreathPattern box = { { 4000, 0, 4000, 4000, 4000 } };
static const BreathPattern counted = { { 4000, 0, 7000, 8000, 0 } };
static const BreathPattern sigh = { { 1500, 700, 0, 5000, 0 } };

/* Where the first inhale of the sigh ends. */
#define SIGH_FIRST (1500.0 / 2200.0)

static void test_at(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const BreathPattern *pattern;
        int64_t elapsed_ms;
        BreathMoment expected;
    } rows[] = {
        { "starts empty", &box, 0, { 0, BREATH_IN, 0, 0.0 } },
        { "half way in is half full", &box, 2000, { 0, BREATH_IN, 2000, 0.5 } },
        { "edge goes to next", &box, 4000, { 0, BREATH_HOLD_FULL, 0, 1.0 } },
        { "last of a hold", &box, 7999, { 0, BREATH_HOLD_FULL, 3999, 1.0 } },
        { "out begins full", &box, 8000, { 0, BREATH_OUT, 0, 1.0 } },
        { "half way out is half full", &box, 10000, { 0, BREATH_OUT, 2000, 0.5 } },
        { "rest is empty", &box, 12000, { 0, BREATH_HOLD_EMPTY, 0, 0.0 } },
        { "next round begins", &box, 16000, { 1, BREATH_IN, 0, 0.0 } },
        { "skips a hold of 0", &plain, 4000, { 0, BREATH_OUT, 0, 1.0 } },
        { "skips a rest of 0", &plain, 10000, { 1, BREATH_IN, 0, 0.0 } },
        { "no rest after 4-7-8", &counted, 19000, { 1, BREATH_IN, 0, 0.0 } },
        { "sigh tops up", &sigh, 1500, { 0, BREATH_TOP_UP, 0, SIGH_FIRST } },
        { "topped up half",
          &sigh,
          1850,
          { 0, BREATH_TOP_UP, 350, (1 + SIGH_FIRST) / 2 } },
        { "topped up goes out full", &sigh, 2200, { 0, BREATH_OUT, 0, 1.0 } },
        { "exact after 24 hours", &box, DAY_MS, { 5400, BREATH_IN, 0, 0.0 } },
        { "a ms before that", &box, DAY_MS - 1, { 5399, BREATH_HOLD_EMPTY, 3999, 0.0 } },
        { "half in after 24 hours",
          &plain,
          DAY_MS + 2000,
          { 8640, BREATH_IN, 2000, 0.5 } },
        { "exact after 300 years",
          &plain,
          INT64_C(9467280004000),
          { 946728000, BREATH_OUT, 0, 1.0 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const BreathMoment at = breath_at(rows[i].pattern, rows[i].elapsed_ms);
        const BreathMoment *want = &rows[i].expected;
        if (at.round != want->round || at.phase != want->phase ||
            at.into_ms != want->into_ms || fabs(at.fullness - want->fullness) > 1e-12)
            fail_msg("%s: round %lld, phase %d, %d ms, %.15f", rows[i].name,
                     (long long)at.round, at.phase, at.into_ms, at.fullness);
    }
}

static void test_turns_are_exact(void **state)
{
    (void)state;
    assert_true(breath_fullness(&plain, BREATH_IN, 0) == 0.0);
    assert_true(breath_fullness(&plain, BREATH_IN, 4000) == 1.0);
    assert_true(breath_fullness(&plain, BREATH_OUT, 0) == 1.0);
    assert_true(breath_fullness(&plain, BREATH_OUT, 6000) == 0.0);
    assert_true(breath_fullness(&sigh, BREATH_IN, 1500) == SIGH_FIRST);
    assert_true(breath_fullness(&sigh, BREATH_TOP_UP, 0) == SIGH_FIRST);
    assert_true(breath_fullness(&sigh, BREATH_TOP_UP, 700) == 1.0);
}

static void test_turns_are_at_rest(void **state)
{
    (void)state;
    assert_true(breath_fullness(&plain, BREATH_IN, 1) < 1e-6);
    assert_true(breath_fullness(&plain, BREATH_IN, 3999) > 1 - 1e-6);
    assert_true(breath_fullness(&plain, BREATH_OUT, 1) > 1 - 1e-6);
    assert_true(breath_fullness(&plain, BREATH_OUT, 5999) < 1e-6);
    assert_true(breath_fullness(&sigh, BREATH_TOP_UP, 1) < SIGH_FIRST + 1e-5);
}

static void test_problem(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        BreathPattern pattern;
        const char *expected; /* in the sentence, or NULL */
    } rows[] = {
        { "4-6", { { 4000, 0, 0, 6000, 0 } }, NULL },
        { "shortest inhale", { { 500, 0, 0, 2500, 0 } }, NULL },
        { "too short an inhale", { { 499, 0, 0, 6000, 0 } }, "inhale" },
        { "no inhale", { { 0, 0, 0, 6000, 0 } }, "inhale" },
        { "negative inhale", { { -4000, 0, 0, 6000, 0 } }, "inhale" },
        { "longest inhale", { { 60000, 0, 0, 6000, 0 } }, NULL },
        { "too long an inhale", { { 60001, 0, 0, 6000, 0 } }, "inhale" },
        { "inhale beyond a sum", { { INT32_MAX, 0, 0, INT32_MAX, 0 } }, "inhale" },
        { "shortest exhale", { { 2500, 0, 0, 500, 0 } }, NULL },
        { "too short an exhale", { { 4000, 0, 0, 499, 0 } }, "exhale" },
        { "longest exhale", { { 4000, 0, 0, 60000, 0 } }, NULL },
        { "too long an exhale", { { 4000, 0, 0, 60001, 0 } }, "exhale" },
        { "smallest top-up", { { 1500, 500, 0, 5000, 0 } }, NULL },
        { "too short a top-up", { { 1500, 499, 0, 5000, 0 } }, "second inhale" },
        { "negative top-up", { { 1500, -500, 0, 5000, 0 } }, "second inhale" },
        { "longest hold", { { 4000, 0, 60000, 6000, 60000 } }, NULL },
        { "too long a hold", { { 4000, 0, 60001, 6000, 0 } }, "hold" },
        { "too long a rest", { { 4000, 0, 0, 6000, 60001 } }, "hold" },
        { "negative hold", { { 4000, 0, -1, 6000, 0 } }, "hold" },
        { "a hold of 1 ms", { { 4000, 0, 1, 6000, 0 } }, NULL },
        { "cycle of 3 s", { { 1500, 0, 0, 1500, 0 } }, NULL },
        { "cycle under 3 s", { { 1500, 0, 0, 1499, 0 } }, "3 s" },
        { "holds count for the cycle", { { 500, 0, 1000, 500, 1000 } }, NULL },
        { "nothing", { { 0 } }, "inhale" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *problem = breath_problem(&rows[i].pattern);
        const char *want = rows[i].expected;
        const bool holds = want ? problem && strstr(problem, want) : problem == NULL;
        if (!holds)
            fail_msg("%s: %s", rows[i].name, problem ? problem : "accepted");
    }
}

static void test_gentle(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        BreathPattern pattern;
        bool expected;
    } rows[] = {
        { "4-6", { { 4000, 0, 0, 6000, 0 } }, true },
        { "inhale of 6 s", { { 6000, 0, 0, 6000, 0 } }, true },
        { "inhale over 6 s", { { 6001, 0, 0, 6000, 0 } }, false },
        { "top-up counts as inhale", { { 5500, 501, 0, 6000, 0 } }, false },
        { "exhale of 8 s", { { 4000, 0, 0, 8000, 0 } }, true },
        { "exhale over 8 s", { { 4500, 0, 0, 8001, 0 } }, false },
        { "exhale over twice the inhale", { { 3000, 0, 0, 6001, 0 } }, false },
        { "top-up counts in the ratio", { { 2500, 500, 0, 6000, 0 } }, true },
        { "holds of 4 and 2 s", { { 3000, 0, 4000, 4000, 2000 } }, true },
        { "hold over 4 s", { { 3000, 0, 4001, 4000, 0 } }, false },
        { "rest over 2 s", { { 3000, 0, 0, 4000, 2001 } }, false },
        { "cycle over 13 s", { { 5000, 0, 1, 8000, 0 } }, false },
        { "4-7-8", { { 4000, 0, 7000, 8000, 0 } }, false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (breath_is_gentle(&rows[i].pattern) != rows[i].expected)
            fail_msg("%s", rows[i].name);
}

static void test_lengthened(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        BreathPattern now, target, expected;
    } rows[] = {
        { "exhale first",
          { { 3500, 0, 0, 4500 } },
          { { 4000, 0, 0, 6000 } },
          { { 3500, 0, 0, 4900 } } },
        { "what remains to the inhale",
          { { 3500, 0, 0, 5761 } },
          { { 4000, 0, 0, 6000 } },
          { { 3724, 0, 0, 6000 } } },
        { "never past the target",
          { { 3900, 0, 0, 5950 } },
          { { 4000, 0, 0, 6000 } },
          { { 4000, 0, 0, 6000 } } },
        { "5 % is rounded down",
          { { 3019, 0, 0, 3000 } },
          { { 4000, 0, 0, 6000 } },
          { { 3019, 0, 0, 3300 } } },
        { "stays when it is there",
          { { 4000, 0, 0, 6000 } },
          { { 4000, 0, 0, 6000 } },
          { { 4000, 0, 0, 6000 } } },
        { "a longer phase is shortened at once",
          { { 5000, 0, 0, 5000 } },
          { { 4000, 0, 0, 6000 } },
          { { 4000, 0, 0, 6000 } } },
        { "others may have what it loses",
          { { 5000, 0, 0, 5000 } },
          { { 4000, 0, 0, 8000 } },
          { { 4000, 0, 0, 6500 } } },
        { "quicker at once",
          { { 4000, 0, 350, 6000 } },
          { { 3500, 0, 0, 5250 } },
          { { 3500, 0, 0, 5250 } } },
        { "then top-up, then holds",
          { { 1400, 600, 900, 5000, 900 } },
          { { 1500, 700, 1000, 5100, 1500 } },
          { { 1500, 700, 1000, 5100, 940 } } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const BreathPattern next = breath_lengthened(&rows[i].now, &rows[i].target);
        if (!breath_is_equal(&next, &rows[i].expected))
            fail_msg("%s: in %d, out %d", rows[i].name, next.phase_ms[BREATH_IN],
                     next.phase_ms[BREATH_OUT]);
    }
}

static void test_scaled(void **state)
{
    (void)state;
    const BreathPattern eighth_off = breath_scaled(&plain, 7, 8);
    assert_int_equal(eighth_off.phase_ms[BREATH_IN], 3500);
    assert_int_equal(eighth_off.phase_ms[BREATH_OUT], 5250);
    assert_int_equal(eighth_off.phase_ms[BREATH_HOLD_FULL], 0);

    const BreathPattern odd = { { 1001, 0, 1, 1003, 3 } };
    const BreathPattern half = breath_scaled(&odd, 1, 2);
    const BreathPattern expected = { { 501, 0, 1, 502, 2 } };
    assert_memory_equal(&half, &expected, sizeof half);

    /* Far too much is told as a problem, and is no overflow on the way there. */
    const BreathPattern huge = breath_scaled(&counted, INT32_MAX, 1);
    assert_non_null(breath_problem(&huge));
}

static void test_whole_cycle(void **state)
{
    (void)state;
    assert_int_equal(breath_cycle_ms(&counted), 19000);
    assert_int_equal(breath_cycle_ms(&sigh), 7200);
    assert_true(breath_rate(&plain) == 6.0);
    assert_true(breath_rate(&box) == 3.75);
    assert_true(breath_has_holds(&box) && breath_has_holds(&counted));
    assert_false(breath_has_holds(&plain) || breath_has_holds(&sigh));
    const BreathPattern rest = { { 4000, 0, 0, 6000, 1 } };
    assert_true(breath_has_holds(&rest));

    const BreathPattern bare = breath_without_holds(&box);
    const BreathPattern even = { { 4000, 0, 0, 4000, 0 } };
    assert_true(breath_is_equal(&bare, &even));
    assert_false(breath_is_equal(&box, &even));
}

/* Every ms of a breath belongs to one phase, and the lungs never jump. */
static const char *moments_follow(Random *random, int32_t size)
{
    const BreathPattern pattern = random_breath(random);
    int32_t shortest = BREATH_PHASE_MAX_MS;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        if (pattern.phase_ms[p] > 0 && p != BREATH_HOLD_FULL && p != BREATH_HOLD_EMPTY &&
            pattern.phase_ms[p] < shortest)
            shortest = pattern.phase_ms[p];
    int64_t at = random_between(random, 0, DAY_MS);
    BreathMoment before = breath_at(&pattern, at);
    for (int32_t i = 0; i < size; i++) {
        const BreathMoment now = breath_at(&pattern, ++at);
        if (now.into_ms >= pattern.phase_ms[now.phase])
            return random_say(random, "at %lld: past its phase", (long long)at);
        if (now.into_ms != (now.phase == before.phase ? before.into_ms + 1 : 0))
            return random_say(random, "at %lld: into jumps", (long long)at);
        if (fabs(now.fullness - before.fullness) > 1.58 / shortest)
            return random_say(random, "at %lld: fullness jumps", (long long)at);
        before = now;
    }
    return NULL;
}

static void test_moments_follow(void **state)
{
    (void)state;
    random_check(moments_follow, 1000, 1000);
}

/* A ramp that climbs to its target arrives, within its 5 % and never past it. */
static const char *ramp_arrives(Random *random, int32_t size)
{
    (void)size;
    const BreathPattern target = random_breath(random);
    BreathPattern now = breath_scaled(&target, random_between(random, 100, 1000), 1000);
    if (breath_problem(&now) != NULL)
        return NULL;
    for (int32_t steps = 0; !breath_is_equal(&now, &target); steps++) {
        const BreathPattern next = breath_lengthened(&now, &target);
        const int32_t more = breath_cycle_ms(&next) - breath_cycle_ms(&now);
        if (more <= 0 || more > breath_cycle_ms(&now) / 20)
            return random_say(random, "step %d adds %d ms", steps, more);
        if (breath_problem(&next) != NULL || steps > 100)
            return random_say(random, "step %d: no way on", steps);
        for (int p = 0; p < BREATH_PHASE_COUNT; p++)
            if (next.phase_ms[p] > target.phase_ms[p])
                return random_say(random, "step %d: phase %d too long", steps, p);
        now = next;
    }
    return NULL;
}

static void test_ramp_arrives(void **state)
{
    (void)state;
    random_check(ramp_arrives, 5000, 1);
}

/* From any pattern to any other: never more than 5 % longer, and there in the end. */
static const char *any_way_arrives(Random *random, int32_t size)
{
    (void)size;
    BreathPattern now = random_breath(random);
    const BreathPattern target = random_breath(random);
    for (int32_t steps = 0; !breath_is_equal(&now, &target); steps++) {
        const BreathPattern next = breath_lengthened(&now, &target);
        if (breath_cycle_ms(&next) - breath_cycle_ms(&now) > breath_cycle_ms(&now) / 20)
            return random_say(random, "step %d is too long", steps);
        if (breath_cycle_ms(&next) < BREATH_CYCLE_MIN_MS || steps > 100)
            return random_say(random, "step %d: no way on", steps);
        now = next;
    }
    return NULL;
}

static void test_any_way_arrives(void **state)
{
    (void)state;
    random_check(any_way_arrives, 5000, 1);
}

static void test_long_enough(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        BreathPattern pattern, expected;
    } rows[] = {
        { "long enough", { { 4000, 0, 0, 6000 } }, { { 4000, 0, 0, 6000 } } },
        { "just long enough", { { 1500, 0, 0, 1500 } }, { { 1500, 0, 0, 1500 } } },
        { "the exhale takes what is missing",
          { { 1000, 0, 0, 1000 } },
          { { 1000, 0, 0, 2000 } } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const BreathPattern enough = breath_long_enough(&rows[i].pattern);
        if (!breath_is_equal(&enough, &rows[i].expected))
            fail_msg("%s: out %d", rows[i].name, enough.phase_ms[BREATH_OUT]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at),
        cmocka_unit_test(test_turns_are_exact),
        cmocka_unit_test(test_turns_are_at_rest),
        cmocka_unit_test(test_problem),
        cmocka_unit_test(test_gentle),
        cmocka_unit_test(test_lengthened),
        cmocka_unit_test(test_scaled),
        cmocka_unit_test(test_whole_cycle),
        cmocka_unit_test(test_moments_follow),
        cmocka_unit_test(test_ramp_arrives),
        cmocka_unit_test(test_any_way_arrives),
        cmocka_unit_test(test_long_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
