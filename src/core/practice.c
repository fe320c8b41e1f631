/* SPDX-License-Identifier: MIT */
#include "core/practice.h"

#include <assert.h>

enum { PACE_ONE_PERMILLE = 1000 };

static const char *const too_long = "that is longer than a plan can hold; a shorter "
                                    "length or a gentler ramp would fit";

bool practice_is_breathed(PracticeKind kind)
{
    return kind == PRACTICE_BREATHE || kind == PRACTICE_REACH;
}

BreatheRequest practice_breathe_default(void)
{
    return (BreatheRequest){
        .pattern = { { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } },
        .from = { { [BREATH_IN] = 3500, [BREATH_OUT] = 4500 } },
        .length_ms = PRACTICE_LENGTH_DEFAULT_MS,
        .lead_in_ms = PLAN_SETTLE_MS,
    };
}

static BreathPattern shaped(const BreatheRequest *request, const BreathPattern *pattern)
{
    const int32_t pace =
        request->pace_permille ? request->pace_permille : PACE_ONE_PERMILLE;
    const BreathPattern bare =
        request->no_holds ? breath_without_holds(pattern) : *pattern;
    return breath_scaled(&bare, pace, PACE_ONE_PERMILLE);
}

static const char *ramp_problem(const BreathPattern *from, const BreathPattern *pattern)
{
    const char *problem = breath_problem(from);
    if (problem != NULL)
        return problem;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++) {
        if ((from->phase_ms[p] == 0) != (pattern->phase_ms[p] == 0))
            return "a ramp starts with the same phases as the pattern it leads to";
        if (from->phase_ms[p] > pattern->phase_ms[p])
            return "a ramp starts with no phase longer than in the pattern it leads to";
    }
    return NULL;
}

const char *practice_breathe_pattern(const BreatheRequest *request,
                                     BreathPattern *pattern, BreathPattern *from)
{
    const BreathPattern target = shaped(request, &request->pattern);
    BreathPattern start = target;
    const char *problem = breath_problem(&target);
    if (problem == NULL && breath_cycle_ms(&request->from) > 0) {
        start = shaped(request, &request->from);
        problem = ramp_problem(&start, &target);
    }
    if (problem == NULL) {
        *pattern = target;
        *from = start;
    }
    return problem;
}

/* How much breathing is wanted: by time, by number, or without end. */
typedef struct Wish {
    int64_t want_ms; /* INT64_MAX: open */
    int64_t breaths; /* 0: by time */
    int64_t steady;  /* breaths before they lengthen */
} Wish;

static bool append_breaths(Plan *plan, const BreathPattern *pattern, int32_t rounds)
{
    PlanPart part = { .kind = PLAN_BREATH, .rounds = rounds, .cue = PLAN_NO_CUE };
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        part.phase_ms[p] = pattern->phase_ms[p];
    return plan_append(plan, part);
}

/* Whether one more breath of cycle_ms comes nearer to the wish than stopping here. */
static bool wants_more(Wish wish, int64_t count, int64_t sum_ms, int32_t cycle_ms)
{
    if (wish.breaths > 0)
        return count < wish.breaths;
    return count == 0 || wish.want_ms - sum_ms > sum_ms + cycle_ms - wish.want_ms;
}

/* How many whole cycles come nearest to the rest of the wish, ties to the fewer. */
static int64_t nearest_rounds(Wish wish, int64_t count, int64_t sum_ms, int32_t cycle_ms)
{
    if (wish.breaths > 0)
        return wish.breaths - count;
    const int64_t rest = wish.want_ms - sum_ms;
    const int64_t rounds = rest > 0 ? (2 * rest + cycle_ms - 1) / (2 * cycle_ms) : 0;
    return rounds == 0 && count == 0 ? 1 : rounds;
}

static bool fill(Plan *plan, BreathPattern now, const BreathPattern *target, Wish wish)
{
    const int32_t last_ms = breath_cycle_ms(target);
    int64_t sum = 0, count = 0;
    while (!breath_is_equal(&now, target)) {
        const int32_t cycle = breath_cycle_ms(&now);
        if (!wants_more(wish, count, sum, cycle))
            return true;
        if (!append_breaths(plan, &now, 1))
            return false;
        sum += cycle;
        count++;
        if (count >= wish.steady)
            now = breath_lengthened(&now, target);
    }
    if (wish.breaths == 0 && wish.want_ms == INT64_MAX)
        return append_breaths(plan, target, PLAN_OPEN);
    const int64_t rounds = nearest_rounds(wish, count, sum, last_ms);
    return rounds == 0 || append_breaths(plan, target, (int32_t)rounds);
}

bool practice_fill(Plan *plan, const BreathPattern *from, const BreathPattern *target,
                   int64_t want_ms)
{
    return fill(plan, *from, target, (Wish){ .want_ms = want_ms });
}

static bool lay_out(const BreatheRequest *request, const BreathPattern *from,
                    const BreathPattern *target, Plan *plan)
{
    const Wish wish = { .want_ms = request->length_ms ? request->length_ms : INT64_MAX,
                        .breaths = request->breaths,
                        .steady = request->from_breaths };
    const PlanPart settle = { .kind = PLAN_SETTLE,
                              .phase_ms = { request->lead_in_ms },
                              .rounds = 1,
                              .cue = PLAN_NO_CUE };
    const PlanPart close = { .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE };
    plan->count = 0;
    if (request->lead_in_ms > 0 && !plan_append(plan, settle))
        return false;
    return fill(plan, *from, target, wish) && plan_append(plan, close);
}

const char *practice_breathe(const BreatheRequest *request, Plan *plan)
{
    assert(request->length_ms >= 0 && request->length_ms <= PRACTICE_LENGTH_MAX_MS);
    assert(request->breaths >= 0 && request->breaths <= PRACTICE_BREATHS_MAX);
    assert(request->from_breaths >= 0 && request->from_breaths <= PRACTICE_BREATHS_MAX);
    assert(request->lead_in_ms >= 0 && request->lead_in_ms <= PRACTICE_LEAD_IN_MAX_MS);
    BreathPattern target, from;
    const char *problem = practice_breathe_pattern(request, &target, &from);
    if (problem != NULL)
        return problem;
    Plan laid;
    if (!lay_out(request, &from, &target, &laid))
        return too_long;
    *plan = laid;
    return NULL;
}
