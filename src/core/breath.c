/* SPDX-License-Identifier: MIT */
#include "core/breath.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

#define PI 3.14159265358979323846

/* The soft column for gentle breathing: inhale, exhale, exhale over inhale, the two holds
 * and the whole cycle. It binds defaults, ramps and easing; nobody is refused by it. */
enum {
    GENTLE_IN_MS = 6000,
    GENTLE_OUT_MS = 8000,
    GENTLE_HOLD_FULL_MS = 4000,
    GENTLE_HOLD_EMPTY_MS = 2000,
    GENTLE_CYCLE_MS = 13000,
    GENTLE_OUT_PER_IN = 2,
    LENGTHEN_DIVISOR = 20 /* 5 % of the breath before */
};

/* Far above every limit and far below overflow, for numbers that will be refused. */
enum { SCALED_MAX_MS = 1000000 };

static int32_t inhale_ms(const BreathPattern *pattern)
{
    return pattern->phase_ms[BREATH_IN] + pattern->phase_ms[BREATH_TOP_UP];
}

static bool moves_well(int32_t ms)
{
    return ms >= BREATH_MOVE_MIN_MS && ms <= BREATH_PHASE_MAX_MS;
}

static bool holds_well(int32_t ms)
{
    return ms >= 0 && ms <= BREATH_PHASE_MAX_MS;
}

const char *breath_problem(const BreathPattern *pattern)
{
    const int32_t *ms = pattern->phase_ms;
    if (!moves_well(ms[BREATH_IN]))
        return "the inhale is outside 0.5 to 60 s";
    if (ms[BREATH_TOP_UP] != 0 && !moves_well(ms[BREATH_TOP_UP]))
        return "the second inhale is outside 0.5 to 60 s";
    if (!moves_well(ms[BREATH_OUT]))
        return "the exhale is outside 0.5 to 60 s";
    if (!holds_well(ms[BREATH_HOLD_FULL]) || !holds_well(ms[BREATH_HOLD_EMPTY]))
        return "a hold is outside 0 to 60 s";
    if (breath_cycle_ms(pattern) < BREATH_CYCLE_MIN_MS)
        return "the whole breath is under 3 s; 3 s or more can be breathed here";
    return NULL;
}

int32_t breath_cycle_ms(const BreathPattern *pattern)
{
    int32_t sum = 0;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        sum += pattern->phase_ms[p];
    return sum;
}

double breath_rate(const BreathPattern *pattern)
{
    assert(breath_problem(pattern) == NULL);
    return 60000.0 / breath_cycle_ms(pattern);
}

bool breath_has_holds(const BreathPattern *pattern)
{
    return pattern->phase_ms[BREATH_HOLD_FULL] > 0 ||
           pattern->phase_ms[BREATH_HOLD_EMPTY] > 0;
}

BreathPattern breath_without_holds(const BreathPattern *pattern)
{
    BreathPattern plain = *pattern;
    plain.phase_ms[BREATH_HOLD_FULL] = 0;
    plain.phase_ms[BREATH_HOLD_EMPTY] = 0;
    return plain;
}

BreathPattern breath_scaled(const BreathPattern *pattern, int64_t numerator,
                            int64_t denominator)
{
    assert(numerator >= 0 && denominator > 0);
    BreathPattern scaled;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++) {
        const int64_t ms =
            (pattern->phase_ms[p] * numerator + denominator / 2) / denominator;
        scaled.phase_ms[p] = (int32_t)(ms < SCALED_MAX_MS ? ms : SCALED_MAX_MS);
    }
    return scaled;
}

bool breath_is_equal(const BreathPattern *a, const BreathPattern *b)
{
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        if (a->phase_ms[p] != b->phase_ms[p])
            return false;
    return true;
}

bool breath_is_gentle(const BreathPattern *pattern)
{
    const int32_t *ms = pattern->phase_ms;
    return inhale_ms(pattern) <= GENTLE_IN_MS && ms[BREATH_OUT] <= GENTLE_OUT_MS &&
           ms[BREATH_OUT] <= GENTLE_OUT_PER_IN * inhale_ms(pattern) &&
           ms[BREATH_HOLD_FULL] <= GENTLE_HOLD_FULL_MS &&
           ms[BREATH_HOLD_EMPTY] <= GENTLE_HOLD_EMPTY_MS &&
           breath_cycle_ms(pattern) <= GENTLE_CYCLE_MS;
}

BreathPattern breath_lengthened(const BreathPattern *now, const BreathPattern *target)
{
    static const BreathPhase order[BREATH_PHASE_COUNT] = {
        BREATH_OUT, BREATH_IN, BREATH_TOP_UP, BREATH_HOLD_FULL, BREATH_HOLD_EMPTY
    };
    BreathPattern next = *now;
    int32_t left = breath_cycle_ms(now) / LENGTHEN_DIVISOR;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++) {
        const int32_t over = now->phase_ms[p] - target->phase_ms[p];
        if (over > 0) {
            next.phase_ms[p] -= over;
            left += over;
        }
    }
    for (int i = 0; i < BREATH_PHASE_COUNT; i++) {
        const int32_t missing = target->phase_ms[order[i]] - next.phase_ms[order[i]];
        const int32_t given = missing < left ? missing : left;
        next.phase_ms[order[i]] += given;
        left -= given;
    }
    return next;
}

BreathPattern breath_long_enough(const BreathPattern *pattern)
{
    BreathPattern enough = *pattern;
    const int32_t missing = BREATH_CYCLE_MIN_MS - breath_cycle_ms(pattern);
    if (missing > 0)
        enough.phase_ms[BREATH_OUT] += missing;
    return enough;
}

double breath_eased(double part)
{
    return 0.5 - 0.5 * cos(PI * part);
}

double breath_fullness(const BreathPattern *pattern, BreathPhase phase, double into_ms)
{
    const double length = pattern->phase_ms[phase];
    assert(into_ms >= 0 && into_ms <= length);
    const double turn = length > 0 ? breath_eased(into_ms / length) : 1.0;
    const double first = (double)pattern->phase_ms[BREATH_IN] /
                         (inhale_ms(pattern) ? inhale_ms(pattern) : 1);

    switch (phase) {
    case BREATH_IN: return first * turn;
    case BREATH_TOP_UP: return first + (1.0 - first) * turn;
    case BREATH_HOLD_FULL: return 1.0;
    case BREATH_OUT: return 1.0 - turn;
    default: return 0.0;
    }
}

BreathMoment breath_at(const BreathPattern *pattern, int64_t elapsed_ms)
{
    const int32_t cycle = breath_cycle_ms(pattern);
    assert(elapsed_ms >= 0 && cycle > 0);

    BreathMoment at = { .round = elapsed_ms / cycle };
    int32_t rest = (int32_t)(elapsed_ms % cycle);

    /* A boundary belongs to the phase that begins there, and empty phases own nothing. */
    int p = 0;
    while (rest >= pattern->phase_ms[p])
        rest -= pattern->phase_ms[p++];

    at.phase = (BreathPhase)p;
    at.into_ms = rest;
    at.fullness = breath_fullness(pattern, at.phase, rest);
    return at;
}
