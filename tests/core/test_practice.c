/* SPDX-License-Identifier: MIT */
#include "core/practice.h"

#include "core/pattern.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { MINUTE_MS = 60000 };

static BreathPattern breath(const char *text)
{
    BreathPattern pattern = { { 0 } };
    if (text != NULL)
        assert_null(pattern_parse(text, &pattern));
    return pattern;
}

static BreatheRequest request(const char *pattern, const char *from, int64_t length_ms)
{
    return (BreatheRequest){ .pattern = breath(pattern),
                             .from = breath(from),
                             .length_ms = length_ms,
                             .lead_in_ms = PLAN_SETTLE_MS };
}

static int64_t cycles_of(const Plan *plan)
{
    int64_t cycles = 0;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_BREATH)
            cycles += plan->parts[i].rounds;
    return cycles;
}

static void test_length(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *pattern;
        int64_t length_ms;
        int32_t breaths;
        int64_t cycles, end_ms;
    } rows[] = {
        { "4-6 for 5 minutes", "4-6", 300000, 0, 30, 303000 },
        { "nearest below", "4-6", 304999, 0, 30, 303000 },
        { "a tie goes to the fewer", "4-6", 305000, 0, 30, 303000 },
        { "nearest above", "4-6", 305001, 0, 31, 313000 },
        { "odd cycle, below half", "4-7.001", 16501, 0, 1, 14001 },
        { "odd cycle, above half", "4-7.001", 16502, 0, 2, 25002 },
        { "at least one", "4-6", 1, 0, 1, 13000 },
        { "half a breath is still one", "4-6", 5000, 0, 1, 13000 },
        { "holds count", "4-7-8", 60000, 0, 3, 60000 },
        { "breaths are exact", "4-6", 0, 7, 7, 73000 },
        { "breaths go before length", "4-6", 300000, 1, 1, 13000 },
        { "most breaths", "60-60-60-60", 0, 100000, 100000, INT64_C(24000003000) },
        { "a day", "1.5-1.5", 86400000, 0, 28800, 86403000 },
        { "5.5-5.5 for 3 minutes", "5.5-5.5", 180000, 0, 16, 179000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreatheRequest asked = request(rows[i].pattern, NULL, rows[i].length_ms);
        asked.breaths = rows[i].breaths;
        Plan plan;
        assert_null(practice_breathe(&asked, &plan));
        if (cycles_of(&plan) != rows[i].cycles || plan_end_ms(&plan) != rows[i].end_ms)
            fail_msg("%s: %lld cycles, ends at %lld", rows[i].name,
                     (long long)cycles_of(&plan), (long long)plan_end_ms(&plan));
        const PlanPart *last = &plan.parts[plan.count - 1];
        assert_int_equal(last->kind, PLAN_CLOSE);
        assert_int_equal(last->start_ms, rows[i].end_ms);
    }
}

static void test_layout(void **state)
{
    (void)state;
    BreatheRequest asked = request("4-6", NULL, 300000);
    Plan plan;
    assert_null(practice_breathe(&asked, &plan));
    assert_int_equal(plan.count, 3);
    assert_int_equal(plan.parts[0].kind, PLAN_SETTLE);
    assert_int_equal(plan.parts[0].start_ms, 0);
    assert_int_equal(plan_part_ms(&plan.parts[0]), 3000);
    assert_int_equal(plan.parts[1].kind, PLAN_BREATH);
    assert_int_equal(plan.parts[1].start_ms, 3000);
    assert_int_equal(plan.parts[2].kind, PLAN_CLOSE);

    asked.lead_in_ms = 0;
    assert_null(practice_breathe(&asked, &plan));
    assert_int_equal(plan.count, 2);
    assert_int_equal(plan.parts[0].kind, PLAN_BREATH);
    assert_int_equal(plan.parts[0].start_ms, 0);
    assert_int_equal(plan_end_ms(&plan), 300000);

    asked.lead_in_ms = PRACTICE_LEAD_IN_MAX_MS;
    assert_null(practice_breathe(&asked, &plan));
    assert_int_equal(plan_end_ms(&plan), 900000);
}

static void test_open_end(void **state)
{
    (void)state;
    const BreatheRequest plain = request("4-6", NULL, 0);
    Plan plan;
    assert_null(practice_breathe(&plain, &plan));
    assert_int_equal(plan.count, 3);
    assert_int_equal(plan.parts[1].rounds, PLAN_OPEN);
    assert_int_equal(plan.parts[2].kind, PLAN_CLOSE);
    assert_true(plan_end_ms(&plan) == INT64_MAX);

    const BreatheRequest ramp = request("4-6", "3.5-4.5", 0);
    assert_null(practice_breathe(&ramp, &plan));
    assert_int_equal(plan.count, 8);
    assert_int_equal(plan.parts[6].rounds, PLAN_OPEN);
    assert_int_equal(plan.parts[6].start_ms, 3000 + 44205);
}

static void test_ramp_row_by_row(void **state)
{
    (void)state;
    static const struct {
        int64_t start_ms;
        int32_t in_ms, out_ms, rounds;
    } rows[] = {
        { 3000, 3500, 4500, 1 },  { 11000, 3500, 4900, 1 }, { 19400, 3500, 5320, 1 },
        { 28220, 3500, 5761, 1 }, { 37481, 3724, 6000, 1 }, { 47205, 4000, 6000, 14 },
    };
    const size_t count = sizeof rows / sizeof rows[0];
    const BreatheRequest asked = practice_breathe_default();
    Plan plan;
    assert_null(practice_breathe(&asked, &plan));
    assert_int_equal(plan.count, count + 2);
    for (size_t i = 0; i < count; i++) {
        const PlanPart *part = &plan.parts[i + 1];
        assert_int_equal(part->start_ms, rows[i].start_ms);
        assert_int_equal(part->phase_ms[BREATH_IN], rows[i].in_ms);
        assert_int_equal(part->phase_ms[BREATH_OUT], rows[i].out_ms);
        assert_int_equal(part->rounds, rows[i].rounds);
        assert_int_equal(part->cue, PLAN_NO_CUE);
    }
    assert_int_equal(plan_end_ms(&plan), 187205);
}

static void test_ramp_inside_the_length(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t length_ms;
        int32_t breaths;
        int64_t cycles, end_ms;
    } rows[] = {
        { "one breath of the ramp", 0, 1, 1, 11000 },
        { "the ramp and no more", 0, 5, 5, 47205 },
        { "one more than the ramp", 0, 6, 6, 57205 },
        { "ends within the ramp", 16000, 0, 2, 19400 },
        { "a tie within the ramp", 12200, 0, 1, 11000 },
        { "past a tie within it", 12201, 0, 2, 19400 },
        { "a tie behind the ramp", 49205, 0, 5, 47205 },
        { "past a tie behind it", 49206, 0, 6, 57205 },
        { "at least one", 1, 0, 1, 11000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreatheRequest asked = request("4-6", "3.5-4.5", rows[i].length_ms);
        asked.breaths = rows[i].breaths;
        Plan plan;
        assert_null(practice_breathe(&asked, &plan));
        if (cycles_of(&plan) != rows[i].cycles || plan_end_ms(&plan) != rows[i].end_ms)
            fail_msg("%s: %lld cycles, ends at %lld", rows[i].name,
                     (long long)cycles_of(&plan), (long long)plan_end_ms(&plan));
    }
}

/* What is asked for here may be beyond the limits, so it is no text. */
#define PLAIN(in, out)                                                                   \
    {                                                                                    \
        {                                                                                \
            in, 0, 0, out, 0                                                             \
        }                                                                                \
    }
#define HELD(in, full, out, empty)                                                       \
    {                                                                                    \
        {                                                                                \
            in, 0, full, out, empty                                                      \
        }                                                                                \
    }

static const struct {
    const char *name;
    BreathPattern pattern, from;
    int32_t pace_permille;
    bool no_holds;
    const char *expected, *expected_from; /* NULL: refused */
} order_of_options_rows[] = {
    { "4-7-8 without holds",
      HELD(4000, 7000, 8000, 0),
      { { 0 } },
      0,
      true,
      "4-8",
      "4-8" },
    { "box without holds",
      HELD(4000, 4000, 4000, 4000),
      { { 0 } },
      0,
      true,
      "4-4",
      "4-4" },
    { "the sigh keeps its top-up",
      { { 1500, 700, 1000, 5000, 0 } },
      { { 0 } },
      0,
      true,
      "1.5+0.7-5",
      "1.5+0.7-5" },
    { "half the time",
      HELD(4000, 7000, 8000, 0),
      { { 0 } },
      500,
      false,
      "2-3.5-4",
      "2-3.5-4" },
    { "pace of 1", PLAIN(4000, 6000), { { 0 } }, 1000, false, "4-6", "4-6" },
    { "each phase rounded up",
      PLAIN(4001, 6003),
      { { 0 } },
      1500,
      false,
      "6.002-9.005",
      "6.002-9.005" },
    { "each phase rounded down",
      PLAIN(4001, 6002),
      { { 0 } },
      1100,
      false,
      "4.401-6.602",
      "4.401-6.602" },
    { "holds before pace",
      HELD(4000, 7000, 8000, 0),
      { { 0 } },
      500,
      true,
      "2-4",
      "2-4" },
    { "pace before limits",
      PLAIN(1000, 1000),
      { { 0 } },
      1500,
      false,
      "1.5-1.5",
      "1.5-1.5" },
    { "pace before limits, long",
      PLAIN(61000, 6000),
      { { 0 } },
      500,
      false,
      "30.5-3",
      "30.5-3" },
    { "holds before limits",
      HELD(1000, 4000, 1000, 4000),
      { { 0 } },
      0,
      true,
      NULL,
      NULL },
    { "too long a hold goes first",
      HELD(4000, 61000, 6000, 0),
      { { 0 } },
      0,
      true,
      "4-6",
      "4-6" },
    { "too slow a pace", PLAIN(4000, 6000), { { 0 } }, 11000, false, NULL, NULL },
    { "slowest number", PLAIN(4000, 6000), { { 0 } }, INT32_MAX, false, NULL, NULL },
    { "quickest pace", PLAIN(4000, 6000), { { 0 } }, 300, false, "1.2-1.8", "1.2-1.8" },
    { "too quick a pace", PLAIN(4000, 6000), { { 0 } }, 299, false, NULL, NULL },
    { "the ramp at the same pace", PLAIN(4000, 6000), PLAIN(3500, 4500), 2000, false,
      "8-12", "7-9" },
    { "the ramp without holds too", HELD(4000, 4000, 6000, 0), HELD(3000, 2000, 5000, 0),
      0, true, "4-6", "3-5" },
    { "holds before the ramp", HELD(4000, 2000, 6000, 0), PLAIN(3000, 5000), 0, true,
      "4-6", "3-5" },
};

static void test_order_of_options(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof order_of_options_rows / sizeof order_of_options_rows[0];
         i++) {
        const BreatheRequest asked = { .pattern = order_of_options_rows[i].pattern,
                                       .from = order_of_options_rows[i].from,
                                       .pace_permille =
                                           order_of_options_rows[i].pace_permille,
                                       .no_holds = order_of_options_rows[i].no_holds };
        BreathPattern pattern, from;
        const char *problem = practice_breathe_pattern(&asked, &pattern, &from);
        if ((problem == NULL) != (order_of_options_rows[i].expected != NULL))
            fail_msg("%s: %s", order_of_options_rows[i].name,
                     problem ? problem : "accepted");
        if (problem != NULL)
            continue;
        char text[PATTERN_TEXT_MAX], text_from[PATTERN_TEXT_MAX];
        if (strcmp(pattern_text(&pattern, text), order_of_options_rows[i].expected) !=
                0 ||
            strcmp(pattern_text(&from, text_from),
                   order_of_options_rows[i].expected_from) != 0)
            fail_msg("%s: %s from %s", order_of_options_rows[i].name, text, text_from);
    }
}

static void test_refuses_ramps(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *pattern;
        BreathPattern from;
        const char *expected; /* in the sentence, or NULL */
    } rows[] = {
        { "shorter phases", "4-6", PLAIN(3500, 4500), NULL },
        { "the pattern itself", "4-6", PLAIN(4000, 6000), NULL },
        { "only one phase shorter", "4-6", PLAIN(4000, 5000), NULL },
        { "longer inhale", "4-6", PLAIN(4001, 4500), "longer" },
        { "longer exhale", "4-6", PLAIN(3500, 6001), "longer" },
        { "longer hold", "4-4-6", HELD(3000, 4001, 5000, 0), "longer" },
        { "a hold that is not there", "4-6", HELD(3000, 1, 5000, 0), "same phases" },
        { "a rest that is not there", "4-4-6", HELD(3000, 1000, 5000, 1), "same phases" },
        { "a hold that is missing", "4-4-6", PLAIN(3000, 5000), "same phases" },
        { "a top-up that is missing", "1.5+0.7-5", PLAIN(1500, 5000), "same phases" },
        { "too quick", "4-6", PLAIN(1000, 1500), "3 s" },
        { "too short an inhale", "4-6", PLAIN(400, 4500), "inhale" },
        { "only a hold", "4-6", HELD(0, 4000, 0, 0), "inhale" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreatheRequest asked = request(rows[i].pattern, NULL, MINUTE_MS);
        asked.from = rows[i].from;
        Plan plan;
        memset(&plan, 0x5a, sizeof plan);
        const Plan before = plan;
        const char *problem = practice_breathe(&asked, &plan);
        const char *want = rows[i].expected;
        const bool holds = want ? problem && strstr(problem, want) : problem == NULL;
        if (!holds)
            fail_msg("%s: %s", rows[i].name, problem ? problem : "accepted");
        if (problem != NULL)
            assert_memory_equal(&plan, &before, sizeof plan);
    }
}

static BreatheRequest random_request(Random *random)
{
    BreatheRequest asked = { .pattern = random_breath(random) };
    if (random_one_in(random, 2))
        asked.from =
            breath_scaled(&asked.pattern, random_between(random, 20, 1000), 1000);
    if (random_one_in(random, 3))
        asked.pace_permille = (int32_t)random_between(random, 100, 3000);
    if (random_one_in(random, 4))
        asked.breaths = (int32_t)random_between(random, 1, 400);
    else
        asked.length_ms = random_between(random, 0, 90) * 20 * 1000;
    asked.no_holds = random_one_in(random, 3);
    asked.lead_in_ms = (int32_t)random_between(random, 0, 2) * 1500;
    return asked;
}

/* Each breath of a plan is at most 5 % longer than the one before and none is quicker. */
static const char *climbs_gently(Random *random, const Plan *plan)
{
    int64_t before = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        if (part->kind != PLAN_BREATH)
            continue;
        const int64_t cycle = plan_round_ms(part);
        if (before > 0 && (cycle <= before || cycle > before + before / 20))
            return random_say(random, "part %d: %lld ms after %lld ms", i,
                              (long long)cycle, (long long)before);
        before = cycle;
    }
    return NULL;
}

/* The length is kept to half a breath, a tie going to the fewer, or there is only one. */
static const char *length_is_kept(Random *random, const BreatheRequest *asked,
                                  const Plan *plan)
{
    const int64_t cycles = cycles_of(plan);
    if (asked->breaths > 0)
        return cycles == asked->breaths ? NULL
                                        : random_say(random, "not as many breaths");
    const PlanPart *last = &plan->parts[plan->count - 2];
    if (asked->length_ms == 0)
        return last->rounds == PLAN_OPEN ? NULL : random_say(random, "not open");
    const int64_t over = plan_end_ms(plan) - asked->lead_in_ms - asked->length_ms;
    if (cycles > 1 && 2 * over >= plan_round_ms(last))
        return random_say(random, "%lld ms over", (long long)over);
    /* One more would have been at most 5 % longer than the last. */
    if (-2 * over > plan_round_ms(last) + plan_round_ms(last) / 20)
        return random_say(random, "%lld ms under", (long long)-over);
    return NULL;
}

static const char *plans_keep_the_rules(Random *random, int32_t size)
{
    (void)size;
    const BreatheRequest asked = random_request(random);
    Plan plan;
    BreathPattern pattern, from;
    const char *problem = practice_breathe(&asked, &plan);
    if (problem != practice_breathe_pattern(&asked, &pattern, &from))
        return random_say(random, "two answers: %s", problem ? problem : "none");
    if (problem != NULL)
        return NULL;
    if (plan.parts[plan.count - 1].kind != PLAN_CLOSE)
        return random_say(random, "no close");
    const PlanPart *first = &plan.parts[asked.lead_in_ms > 0 ? 1 : 0];
    if (first->start_ms != asked.lead_in_ms ||
        plan_round_ms(first) != breath_cycle_ms(&from))
        return random_say(random, "does not start with the first breath asked for");
    if (asked.no_holds && breath_has_holds(&pattern))
        return random_say(random, "has holds");
    problem = climbs_gently(random, &plan);
    return problem ? problem : length_is_kept(random, &asked, &plan);
}

/* So many breaths as they are, then each a little longer. */
static void test_a_ramp_may_wait(void **state)
{
    (void)state;
    static const struct {
        const char *name, *pattern, *from;
        int64_t length_ms;
        int32_t breaths, from_breaths;
        int64_t steady, cycles;
    } rows[] = {
        { "as ever", "4-6", "3-4", 180000, 0, 0, 1, 19 },
        { "one is as ever", "4-6", "3-4", 180000, 0, 1, 1, 19 },
        { "four", "4-6", "3-4", 180000, 0, 4, 4, 20 },
        { "four of three", "4-6", "3-4", 0, 3, 4, 3, 3 },
        { "more than fit", "4-6", "3-4", 60000, 0, 40, 9, 9 },
        { "no ramp, no waiting", "4-6", "4-6", 60000, 0, 4, 6, 6 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreatheRequest asked = request(rows[i].pattern, rows[i].from, rows[i].length_ms);
        asked.breaths = rows[i].breaths;
        asked.from_breaths = rows[i].from_breaths;
        Plan plan;
        assert_null(practice_breathe(&asked, &plan));
        const int32_t first = breath_cycle_ms(&asked.from);
        int64_t steady = 0;
        for (int32_t p = 0; p < plan.count; p++)
            if (plan.parts[p].kind == PLAN_BREATH &&
                plan_round_ms(&plan.parts[p]) == first)
                steady += plan.parts[p].rounds;
        if (steady != rows[i].steady || cycles_of(&plan) != rows[i].cycles)
            fail_msg("%s: %lld of %lld", rows[i].name, (long long)steady,
                     (long long)cycles_of(&plan));
    }
}

static void test_plans_keep_the_rules(void **state)
{
    (void)state;
    random_check(plans_keep_the_rules, 20000, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_length),
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_open_end),
        cmocka_unit_test(test_ramp_row_by_row),
        cmocka_unit_test(test_ramp_inside_the_length),
        cmocka_unit_test(test_order_of_options),
        cmocka_unit_test(test_refuses_ramps),
        cmocka_unit_test(test_a_ramp_may_wait),
        cmocka_unit_test(test_plans_keep_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
