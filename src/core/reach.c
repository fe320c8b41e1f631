/* SPDX-License-Identifier: MIT */
#include "core/reach.h"

#include "core/practice.h"

#include <assert.h>

enum { PACE_ONE_PERMILLE = 1000 };

const int32_t reach_seconds[REACH_CHOICES] = { 60, 90, 120 };
static const int32_t breaths_of[REACH_CHOICES] = { 4, 6, 9 };

/* In 4, out 6: an exhale longer than the inhale, and nothing is held. */
static const BreathPattern easy = { { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } };

ReachRequest reach_default(void)
{
    return (ReachRequest){ .seconds = REACH_SECONDS_DEFAULT,
                           .lead_in_ms = PLAN_SETTLE_MS };
}

int32_t reach_breaths(int32_t seconds)
{
    int32_t i = 0;
    while (i < REACH_CHOICES && reach_seconds[i] != seconds)
        i++;
    assert(i < REACH_CHOICES);
    return breaths_of[i];
}

const char *reach_pattern(const ReachRequest *request, BreathPattern *pattern)
{
    const int32_t pace =
        request->pace_permille ? request->pace_permille : PACE_ONE_PERMILLE;
    const BreathPattern scaled = breath_scaled(&easy, pace, PACE_ONE_PERMILLE);
    const char *problem = breath_problem(&scaled);
    if (problem == NULL)
        *pattern = scaled;
    return problem;
}

static void append(Plan *plan, PlanKind kind, int32_t length_ms)
{
    plan_append(plan, (PlanPart){ .kind = (int32_t)kind,
                                  .phase_ms = { length_ms },
                                  .rounds = 1,
                                  .cue = PLAN_NO_CUE });
}

static void append_breaths(Plan *plan, const BreathPattern *pattern, int32_t rounds)
{
    PlanPart part = { .kind = PLAN_BREATH, .rounds = rounds, .cue = PLAN_NO_CUE };
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        part.phase_ms[p] = pattern->phase_ms[p];
    plan_append(plan, part);
}

const char *reach_lay_out(const ReachRequest *request, Plan *plan)
{
    assert(request->lead_in_ms >= 0 && request->lead_in_ms <= PRACTICE_LEAD_IN_MAX_MS);
    BreathPattern pattern;
    const char *problem = reach_pattern(request, &pattern);
    if (problem != NULL)
        return problem;
    plan->count = 0;
    if (request->lead_in_ms > 0)
        append(plan, PLAN_SETTLE, request->lead_in_ms);
    append_breaths(plan, &pattern, reach_breaths(request->seconds));
    append(plan, PLAN_MESSAGE, 0);
    append(plan, PLAN_CLOSE, 0);
    return NULL;
}
