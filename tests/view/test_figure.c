/* SPDX-License-Identifier: MIT */
#include "view/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

#define EMPTY (FIGURE_RING / FIGURE_RATIO_MAX)

typedef struct RatioRow {
    const char *says;
    BreathPattern pattern;
    double ratio;
} RatioRow;

static const RatioRow ratio_rows[] = {
    { "4-6 grows by half", { { 4000, 0, 0, 6000, 0 } }, 1.5 },
    { "a hold does not count", { { 4000, 0, 7000, 8000, 0 } }, 1.5 },
    { "2 s inhale", { { 2000, 0, 0, 6000, 0 } }, 1.378 },
    { "2 s exhale rules as well", { { 6000, 0, 0, 2000, 0 } }, 1.378 },
    { "1 s", { { 1000, 0, 0, 2000, 0 } }, 1.173 },
    { "half a second", { { 500, 0, 0, 2500, 0 } }, 1.083 },
    { "inhale and top-up are one way", { { 1500, 700, 0, 5000, 0 } }, 1.424 },
    { "no breath at all stays still", { { 0 } }, 1.0 },
};

static void ratio_shrinks_with_short_phases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ratio_rows / sizeof *ratio_rows; i++) {
        const double ratio = figure_ratio(&ratio_rows[i].pattern);
        if (fabs(ratio - ratio_rows[i].ratio) > 0.0005)
            fail_msg("%s: %.4f", ratio_rows[i].says, ratio);
    }
}

static void orb_stays_between_empty_and_ring(void **state)
{
    (void)state;
    const BreathPattern calm = { { 4000, 0, 0, 6000, 0 } };
    assert_float_equal(figure_orb(&calm, 0), EMPTY, 1e-12);
    assert_float_equal(figure_orb(&calm, 1), FIGURE_RING, 1e-12);
    assert_float_equal(figure_orb(&calm, -3), EMPTY, 1e-12);
    assert_float_equal(figure_orb(&calm, 7), FIGURE_RING, 1e-12);
    assert_true(figure_orb(&calm, 1) <= FIGURE_RING);
}

/* Numbers that look like chance and are the same every time. */
static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int32_t between(uint32_t *seed, int32_t low, int32_t high)
{
    return low + (int32_t)(next(seed) % (uint32_t)(high - low + 1));
}

/* Mostly short breaths: that is where the limits bind. */
static BreathPattern any_pattern(uint32_t *seed)
{
    BreathPattern pattern;
    do {
        const int32_t most = between(seed, 0, 9) == 0 ? 20000 : 4000;
        pattern = (BreathPattern){ { between(seed, 500, most), 0, 0,
                                     between(seed, 500, most), 0 } };
        if (between(seed, 0, 2) == 0)
            pattern.phase_ms[BREATH_TOP_UP] = between(seed, 500, 2000);
        if (between(seed, 0, 2) == 0)
            pattern.phase_ms[BREATH_HOLD_FULL] = between(seed, 500, 3000);
    } while (breath_problem(&pattern) != NULL);
    return pattern;
}

static double orb_at_ms(const BreathPattern *pattern, int64_t at_ms)
{
    return figure_orb(pattern, breath_at(pattern, at_ms).fullness);
}

static double fastest_in_a_second(const BreathPattern *pattern)
{
    double fastest = 0;
    double before = orb_at_ms(pattern, 0);
    for (int64_t ms = 1; ms <= breath_cycle_ms(pattern); ms++) {
        const double now = orb_at_ms(pattern, ms);
        fastest = fmax(fastest, fabs(now - before) * 1000);
        before = now;
    }
    return fastest;
}

static void no_pattern_grows_too_fast_or_too_far(void **state)
{
    (void)state;
    uint32_t seed = 20260101;
    for (int i = 0; i < 2000; i++) {
        const BreathPattern pattern = any_pattern(&seed);
        const double full = figure_orb(&pattern, 1);
        const double mean = (full + EMPTY) / 2;
        assert_true(full <= FIGURE_RING);
        assert_true(full / EMPTY <= 1.8);
        assert_true(fastest_in_a_second(&pattern) <= FIGURE_GROWTH_MAX * mean);
    }
}

static void boundaries_are_exactly_full_and_empty(void **state)
{
    (void)state;
    uint32_t seed = 4711;
    for (int i = 0; i < 2000; i++) {
        const BreathPattern pattern = any_pattern(&seed);
        const int64_t inhale =
            (int64_t)pattern.phase_ms[BREATH_IN] + pattern.phase_ms[BREATH_TOP_UP];
        assert_true(orb_at_ms(&pattern, 0) == EMPTY);
        assert_true(orb_at_ms(&pattern, inhale) == figure_orb(&pattern, 1));
        assert_true(orb_at_ms(&pattern, breath_cycle_ms(&pattern)) == EMPTY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratio_shrinks_with_short_phases),
        cmocka_unit_test(orb_stays_between_empty_and_ring),
        cmocka_unit_test(no_pattern_grows_too_fast_or_too_far),
        cmocka_unit_test(boundaries_are_exactly_full_and_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
