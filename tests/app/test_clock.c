/* SPDX-License-Identifier: MIT */
#include "app/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

enum { START_US = 5000000, BLOCK_US = 21333, FRAME_US = 16667 };

static void test_a_zeroed_clock_stands_at_0(void **state)
{
    (void)state;
    const Clock clock = { 0 };
    assert_true(clock_ms(&clock, START_US) == 0.0);
}

static void test_it_runs_with_the_steady_clock(void **state)
{
    (void)state;
    Clock clock;
    clock_start(&clock, 250.0, START_US);
    assert_true(clock_ms(&clock, START_US) == 250.0);
    assert_true(clock_ms(&clock, START_US + 1500) == 251.5);
    assert_true(clock_ms(&clock, START_US + INT64_C(86400000000)) == 250.0 + 86400000.0);
}

static void test_it_never_answers_with_less_than_it_started_with(void **state)
{
    (void)state;
    Clock clock;
    clock_start(&clock, 250.0, START_US);
    assert_true(clock_ms(&clock, START_US - 1000000) == 250.0);
}

static void test_stopped_it_stands_still(void **state)
{
    (void)state;
    Clock clock;
    clock_start(&clock, 0.0, START_US);
    clock_stop(&clock, START_US + 2000000);
    assert_true(clock_ms(&clock, START_US + 9000000) == 2000.0);
    clock_stop(&clock, START_US + 9000000);
    assert_true(clock_ms(&clock, START_US + 9000000) == 2000.0);
}

static void test_a_pull_is_a_twentieth_of_the_way_and_at_most_a_millisecond(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double heard_ms, apart_ms, after_ms;
    } rows[] = {
        { "together", 1000, 0, 1000 },
        { "a little late", 1010, 10, 1000.5 },
        { "a little early", 990, -10, 999.5 },
        { "far behind what is heard", 1200, 200, 1001 },
        { "far ahead of what is heard", 800, -200, 999 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Clock clock;
        clock_start(&clock, 1000.0, START_US);
        const double apart = clock_pull(&clock, rows[i].heard_ms, START_US);
        assert_true(fabs(apart - rows[i].apart_ms) < 1e-9);
        assert_true(fabs(clock_ms(&clock, START_US) - rows[i].after_ms) < 1e-9);
    }
}

/* Sound that is 80 ms off is caught up with in a few seconds, and no frame on the way
 * steps back or by more than a frame and a bit. */
static void test_many_pulls_come_together_without_a_step(void **state)
{
    (void)state;
    static const double offsets_ms[] = { 80, -80 };
    for (size_t i = 0; i < sizeof offsets_ms / sizeof offsets_ms[0]; i++) {
        Clock clock;
        clock_start(&clock, 0.0, 0);
        double before_ms = 0.0;
        int64_t next_block_us = BLOCK_US;
        for (int64_t now = FRAME_US; now < 12000000; now += FRAME_US) {
            if (now >= next_block_us) {
                clock_pull(&clock, (double)now / 1000.0 + offsets_ms[i], now);
                next_block_us += BLOCK_US;
            }
            const double ms = clock_ms(&clock, now);
            assert_true(ms > before_ms);
            assert_true(ms - before_ms < FRAME_US / 1000.0 + 1.001);
            before_ms = ms;
        }
        assert_true(fabs(before_ms - 11999.0 - offsets_ms[i]) < 25.0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_zeroed_clock_stands_at_0),
        cmocka_unit_test(test_it_runs_with_the_steady_clock),
        cmocka_unit_test(test_it_never_answers_with_less_than_it_started_with),
        cmocka_unit_test(test_stopped_it_stands_still),
        cmocka_unit_test(test_a_pull_is_a_twentieth_of_the_way_and_at_most_a_millisecond),
        cmocka_unit_test(test_many_pulls_come_together_without_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
