/* SPDX-License-Identifier: MIT */
/* A person's own pace: what is heard in presses and releases, and what comes of it. */
#include "core/pace.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SECOND = 1000 };

/* Plays a script: "+300" waits so many milliseconds, "d" presses, "u" lets go. Returns
 * the time. */
static int64_t play(Pace *pace, const char *script, int64_t at_ms)
{
    int wait = 0, used = 0;
    for (const char *at = script; *at != '\0'; at += used) {
        used = 1;
        if (*at == 'd')
            pace_press(pace, at_ms);
        else if (*at == 'u')
            pace_let_go(pace, at_ms);
        else if (sscanf(at, "+%d%n", &wait, &used) == 1)
            at_ms += wait;
    }
    return at_ms;
}

/* --- what is heard --- */

/* Every turn that was heard, as "I1000 O3000": what begins, and when. */
static const char *turns_of(const Pace *pace)
{
    static char out[512];
    size_t length = 0;
    out[0] = '\0';
    for (int64_t i = 0; i < pace->count; i++) {
        const PaceTurn *turn = &pace->turns[i % PACE_TURNS_MAX];
        length += (size_t)snprintf(out + length, sizeof out - length, "%s%c%lld",
                                   i > 0 ? " " : "", turn->phase == BREATH_IN ? 'I' : 'O',
                                   (long long)turn->at_ms);
    }
    return out;
}

static void test_presses_become_turns(void **state)
{
    (void)state;
    static const struct {
        const char *name, *script, *turns;
    } rows[] = {
        { "nothing", "", "" },
        { "a press is in", "+500 d", "I500" },
        { "held, then let go", "d +2000 u +3000 d", "I0 O2000 I5000" },
        { "held just long enough", "d +400 u", "I0 O400" },
        { "a tap stays in", "d +399 u +3000", "I0" },
        { "the next tap is out", "d +100 u +2000 d +100 u", "I0 O2100" },
        { "and the next one in", "d +100 u +1900 d +100 u +2900 d", "I0 O2000 I5000" },
        { "a slow tap that was out already", "d +100 u +1900 d +700 u", "I0 O2000" },
        { "tapped, then held", "d +100 u +1900 d +100 u +1900 d +1500 u",
          "I0 O2000 I4000 O5500" },
        { "held, then tapped", "d +2000 u +1000 d +100 u +1400 d +100 u",
          "I0 O2000 I3000 O4500" },
        { "a release alone", "u +500 u", "" },
        { "a release twice", "d +900 u +500 u", "I0 O900" },
        { "a second press while it is held", "d +900 d +900 u", "I0 O1800" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Pace pace = { .count = 0 };
        play(&pace, rows[i].script, 0);
        if (strcmp(turns_of(&pace), rows[i].turns) != 0)
            fail_msg("%s: %s", rows[i].name, turns_of(&pace));
    }
}

static void test_the_phase_is_what_the_person_does(void **state)
{
    (void)state;
    Pace pace = { .count = 0 };
    assert_int_equal(pace_phase(&pace), BREATH_PHASE_COUNT);
    play(&pace, "d", 0);
    assert_int_equal(pace_phase(&pace), BREATH_IN);
    play(&pace, "u", 2000);
    assert_int_equal(pace_phase(&pace), BREATH_OUT);
}

/* A breath by holding, and the press that ends it. */
#define HELD(in, out) "d +" #in " u +" #out " "

static void test_only_whole_breaths_count(void **state)
{
    (void)state;
    static const struct {
        const char *name, *script;
        int32_t count;
    } rows[] = {
        { "nothing", "", 0 },
        { "an inhale", "d +2000 u", 0 },
        { "an exhale that goes on", "d +2000 u +3000", 0 },
        { "a breath", HELD(2000, 3000) "d", 1 },
        { "four", HELD(2000, 3000) HELD(2000, 3000) HELD(2000, 3000) HELD(2000, 3000) "d",
          4 },
        { "an inhale that was a slip", HELD(599, 3000) HELD(2000, 3000) "d", 1 },
        { "the shortest inhale", HELD(600, 3000) "d", 1 },
        { "an exhale that was a slip", HELD(2000, 599) HELD(2000, 3000) "d", 1 },
        { "the longest exhale", HELD(2000, 12000) "d", 1 },
        { "a thought in between", HELD(2000, 12001) HELD(2000, 3000) "d", 1 },
        { "a key that was held down", HELD(12001, 3000) HELD(2000, 3000) "d", 1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Pace pace = { .count = 0 };
        play(&pace, rows[i].script, 7 * SECOND);
        if (pace_count(&pace) != rows[i].count)
            fail_msg("%s: %d", rows[i].name, pace_count(&pace));
        assert_true(pace_is_known(&pace) == (rows[i].count >= 4));
    }
}

static void test_hours_of_breaths_are_heard_by_their_latest(void **state)
{
    (void)state;
    Pace pace = { .count = 0 };
    int64_t at = 0;
    for (int i = 0; i < 3000; i++)
        at = play(&pace, HELD(1500, 1500), at);
    for (int i = 0; i < PACE_TURNS_MAX / 2; i++)
        at = play(&pace, HELD(2500, 3500), at);
    const BreathPattern pattern = pace_pattern(&pace);
    assert_int_equal(pattern.phase_ms[BREATH_IN], 2500);
    assert_int_equal(pattern.phase_ms[BREATH_OUT], 3500);
}

/* --- the pattern --- */

static Pace even_pace(int32_t in_ms, int32_t out_ms)
{
    Pace pace = { .count = 0 };
    int64_t at = 0;
    for (int i = 0; i <= PACE_BREATHS; i++) {
        pace_press(&pace, at);
        pace_let_go(&pace, at + in_ms);
        at += in_ms + out_ms;
    }
    return pace;
}

static void test_a_pace_becomes_a_pattern(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t in_ms, out_ms, want_in_ms, want_out_ms;
    } rows[] = {
        { "as it is", 2000, 3000, 2000, 3000 },
        { "the quickest that may be", 1400, 1600, 1400, 1600 },
        { "quicker: slower, in the same parts", 1000, 1000, 1500, 1500 },
        { "the slowest that may be", 4000, 6000, 4000, 6000 },
        { "slower: quicker, in the same parts", 8000, 12000, 4000, 6000 },
        { "out at most twice in", 1500, 6000, 2500, 5000 },
        { "in at most 6 s, in the same parts", 8000, 4000, 6000, 3000 },
        { "in at most 6 s, hardly an exhale", 12000, 600, 6000, 500 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const Pace pace = even_pace(rows[i].in_ms, rows[i].out_ms);
        const BreathPattern pattern = pace_pattern(&pace);
        if (pattern.phase_ms[BREATH_IN] != rows[i].want_in_ms ||
            pattern.phase_ms[BREATH_OUT] != rows[i].want_out_ms)
            fail_msg("%s: %d and %d", rows[i].name, pattern.phase_ms[BREATH_IN],
                     pattern.phase_ms[BREATH_OUT]);
    }
}

static void test_one_odd_breath_changes_nothing_much(void **state)
{
    (void)state;
    Pace pace = { .count = 0 };
    play(&pace,
         HELD(2000, 3000) HELD(11000, 11000) HELD(2100, 3100) HELD(700, 700)
             HELD(2200, 3200) "d",
         0);
    const BreathPattern pattern = pace_pattern(&pace);
    assert_int_equal(pattern.phase_ms[BREATH_IN], 2100);
    assert_int_equal(pattern.phase_ms[BREATH_OUT], 3100);
}

static const char *pattern_is_gentle(Random *random, int32_t size)
{
    Pace pace = { .count = 0 };
    int64_t at = 0;
    for (int32_t i = 0; i <= PACE_BREATHS + size; i++) {
        pace_press(&pace, at);
        at += random_between(random, PACE_PHASE_MIN_MS, PACE_PHASE_MAX_MS);
        pace_let_go(&pace, at);
        at += random_between(random, PACE_PHASE_MIN_MS, PACE_PHASE_MAX_MS);
    }
    const BreathPattern pattern = pace_pattern(&pace);
    const int32_t cycle = breath_cycle_ms(&pattern);
    if (breath_problem(&pattern) != NULL || !breath_is_gentle(&pattern) ||
        cycle < PACE_CYCLE_MIN_MS || cycle > PACE_CYCLE_MAX_MS)
        return random_say(random, "%d and %d", (int)pattern.phase_ms[BREATH_IN],
                          (int)pattern.phase_ms[BREATH_OUT]);
    return NULL;
}

static void test_any_pace_may_be_started_from(void **state)
{
    (void)state;
    random_check(pattern_is_gentle, 3000, 6);
}

static void test_nothing_is_ever_shortened(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        BreathPattern own, chosen, want;
    } rows[] = {
        { "towards the chosen one",
          { { 2000, 0, 0, 3000 } },
          { { 4000, 0, 0, 6000 } },
          { { 4000, 0, 0, 6000 } } },
        { "slower than it stays",
          { { 4000, 0, 0, 6000 } },
          { { 3000, 0, 0, 3000 } },
          { { 4000, 0, 0, 6000 } } },
        { "phase by phase",
          { { 5000, 0, 0, 3000 } },
          { { 4000, 0, 0, 6000 } },
          { { 5000, 0, 0, 6000 } } },
        { "without holds",
          { { 2000, 0, 0, 3000 } },
          { { 4000, 0, 4000, 4000, 4000 } },
          { { 4000, 0, 0, 4000 } } },
        { "a sigh in one",
          { { 1000, 0, 0, 3000 } },
          { { 1500, 700, 0, 5000 } },
          { { 2200, 0, 0, 5000 } } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const BreathPattern target = pace_target(&rows[i].own, &rows[i].chosen);
        if (!breath_is_equal(&target, &rows[i].want))
            fail_msg("%s: %d and %d", rows[i].name, target.phase_ms[BREATH_IN],
                     target.phase_ms[BREATH_OUT]);
    }
}

/* --- the figure --- */

static void test_the_figure_goes_along(void **state)
{
    (void)state;
    Pace pace = { .count = 0 };
    assert_true(pace_fullness(&pace, 5 * SECOND) == 0.0);
    assert_true(pace_is_at_rest(&pace, 5 * SECOND));
    pace_press(&pace, 5 * SECOND);
    assert_true(pace_fullness(&pace, 5 * SECOND) == 0.0);
    assert_false(pace_is_at_rest(&pace, 5 * SECOND + 50));
    assert_in_range(1000 * pace_fullness(&pace, 7 * SECOND), 820, 880);
    assert_in_range(1000 * pace_fullness(&pace, 9 * SECOND), 985, 1000);
    assert_true(pace_is_at_rest(&pace, 15 * SECOND));
    assert_true(pace_fullness(&pace, 15 * SECOND) == 1.0);
    pace_let_go(&pace, 15 * SECOND);
    assert_false(pace_is_at_rest(&pace, 15 * SECOND + 50));
    assert_in_range(1000 * pace_fullness(&pace, 19 * SECOND), 0, 15);
    assert_true(pace_is_at_rest(&pace, 25 * SECOND));
    /* Any moment again, in any order. */
    assert_in_range(1000 * pace_fullness(&pace, 7 * SECOND), 820, 880);
}

/* Walks random presses and releases, as quick as fingers go, in steps of 5 ms: the speed
 * keeps its limit and changes by little, so there is neither a jump nor a kink. */
static const char *figure_is_calm(Random *random, int32_t size)
{
    enum { STEP_MS = 5 };
    const double step_s = STEP_MS / 1000.0, bend_max = 5 * step_s; /* a spring's force */
    Pace pace = { .count = 0 };
    int64_t at = 0, next = random_between(random, 0, 900);
    double before = 0, speed_before = 0;
    for (int32_t left = size; left > 0; at += STEP_MS) {
        for (; at >= next && left > 0; left--) {
            if (pace.is_pressed)
                pace_let_go(&pace, at);
            else
                pace_press(&pace, at);
            next += random_between(random, 1, random_one_in(random, 3) ? 90 : 4000);
        }
        const double now = pace_fullness(&pace, (double)at);
        const double speed = (now - before) / step_s;
        if (now < 0 || now > 1 || fabs(speed) > PACE_SPEED_MAX)
            return random_say(random, "%.3f at %.3f a second", now, speed);
        if (fabs(speed - speed_before) > bend_max)
            return random_say(random, "from %.3f to %.3f a second", speed_before, speed);
        before = now;
        speed_before = speed;
    }
    return NULL;
}

static void test_the_figure_is_never_hurried(void **state)
{
    (void)state;
    random_check(figure_is_calm, 400, 80);
}

/* How fast the figure goes at most from one turn to the next. */
static double fastest_until(const Pace *pace, int64_t from_ms, int64_t to_ms)
{
    double fastest = 0;
    for (int64_t at = from_ms; at < to_ms; at += 10)
        fastest = fmax(fastest, fabs(pace_fullness(pace, (double)at + 10) -
                                     pace_fullness(pace, (double)at)) /
                                    0.010);
    return fastest;
}

static void test_the_limit_holds_in_time_with_the_figure(void **state)
{
    (void)state;
    double fastest = 0;
    for (int32_t half_ms = 400; half_ms < 9000; half_ms += 100) {
        Pace pace = { .count = 0 };
        for (int64_t at = 0; at < 60 * SECOND; at += 2 * half_ms) {
            pace_press(&pace, at);
            fastest = fmax(fastest, fastest_until(&pace, at, at + half_ms));
            pace_let_go(&pace, at + half_ms);
            fastest = fmax(fastest, fastest_until(&pace, at + half_ms, at + 2 * half_ms));
        }
    }
    assert_true(fastest <= PACE_SPEED_MAX && fastest > 0.95 * PACE_SPEED_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_presses_become_turns),
        cmocka_unit_test(test_the_phase_is_what_the_person_does),
        cmocka_unit_test(test_only_whole_breaths_count),
        cmocka_unit_test(test_hours_of_breaths_are_heard_by_their_latest),
        cmocka_unit_test(test_a_pace_becomes_a_pattern),
        cmocka_unit_test(test_one_odd_breath_changes_nothing_much),
        cmocka_unit_test(test_any_pace_may_be_started_from),
        cmocka_unit_test(test_nothing_is_ever_shortened),
        cmocka_unit_test(test_the_figure_goes_along),
        cmocka_unit_test(test_the_figure_is_never_hurried),
        cmocka_unit_test(test_the_limit_holds_in_time_with_the_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
