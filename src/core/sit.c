/* SPDX-License-Identifier: MIT */
#include "core/sit.h"

#include "core/practice.h"

#include <assert.h>
#include <string.h>

static const char *const wrong_length = "a sit takes up to 24 hours, or 0 for no end";
static const char *const both_kinds = "interval bells come every so often or at the "
                                      "moments that are named, not both";
static const char *const outside = "an interval bell lies between the start and the end";
static const char *const unordered = "interval bells are named in their order, each once";
static const char *const too_many = "that is more bells than a plan can hold; fewer, or "
                                    "a shorter sit, would fit";

SitRequest sit_default(void)
{
    return (SitRequest){ .length_ms = SIT_LENGTH_DEFAULT_MS,
                         .lead_in_ms = PLAN_SETTLE_MS };
}

static const char *bells_problem(const SitRequest *request)
{
    const int64_t end = request->length_ms > 0 ? request->length_ms : INT64_MAX;
    if (request->every_ms > 0 && request->at_count > 0)
        return both_kinds;
    for (int32_t i = 0; i < request->at_count; i++) {
        if (request->at_ms[i] <= 0 || request->at_ms[i] >= end)
            return outside;
        if (i > 0 && request->at_ms[i] <= request->at_ms[i - 1])
            return unordered;
    }
    return NULL;
}

/* When the n-th interval bell rings, or -1 when there are no more. */
static int64_t bell_ms(const SitRequest *request, int32_t n)
{
    if (request->every_ms == 0)
        return n < request->at_count ? request->at_ms[n] : -1;
    const int64_t at = (int64_t)request->every_ms * (n + 1);
    const bool is_inside =
        request->length_ms > 0 ? at < request->length_ms : at <= SIT_OPEN_MS;
    return is_inside ? at : -1;
}

static bool append(Plan *plan, PlanKind kind, int64_t length_ms, int32_t cue)
{
    return plan_append(plan, (PlanPart){ .kind = (int32_t)kind,
                                         .phase_ms = { (int32_t)length_ms },
                                         .rounds = 1,
                                         .cue = cue });
}

static bool append_bell(Plan *plan, PlanBell bell)
{
    return append(plan, PLAN_BELL, 0, (int32_t)bell);
}

/* Silence until the person leaves; the close waits behind it. */
static bool append_open(Plan *plan)
{
    return plan_append(plan, (PlanPart){ .kind = PLAN_QUIET,
                                         .phase_ms = { SIT_OPEN_MS },
                                         .rounds = PLAN_OPEN,
                                         .cue = PLAN_NO_CUE });
}

/* Silence and interval bells in turn, up to the end or, where there is none, for ever. */
static bool lay_silence(const SitRequest *request, Plan *plan)
{
    int64_t from = 0, at;
    for (int32_t n = 0; (at = bell_ms(request, n)) >= 0; n++) {
        if (!append(plan, PLAN_QUIET, at - from, PLAN_NO_CUE) ||
            !append_bell(plan, PLAN_BELL_INTERVAL))
            return false;
        from = at;
    }
    if (request->length_ms == 0)
        return append_open(plan);
    return append(plan, PLAN_QUIET, request->length_ms - from, PLAN_NO_CUE) &&
           append_bell(plan, PLAN_BELL_CLOSE) && (!request->goes_on || append_open(plan));
}

static bool lay_out(const SitRequest *request, Plan *plan)
{
    plan->count = 0;
    if (request->lead_in_ms > 0)
        append(plan, PLAN_SETTLE, request->lead_in_ms, PLAN_NO_CUE);
    return append_bell(plan, PLAN_BELL_OPEN) && lay_silence(request, plan) &&
           append(plan, PLAN_CLOSE, 0, PLAN_NO_CUE);
}

const char *sit_lay_out(const SitRequest *request, Plan *plan)
{
    assert(request->lead_in_ms >= 0 && request->lead_in_ms <= PRACTICE_LEAD_IN_MAX_MS);
    assert(request->every_ms >= 0);
    assert(request->at_count >= 0 && request->at_count <= SIT_BELLS_MAX);
    if (request->length_ms < 0 || request->length_ms > PRACTICE_LENGTH_MAX_MS)
        return wrong_length;
    const char *problem = bells_problem(request);
    if (problem != NULL)
        return problem;
    Plan laid;
    if (!lay_out(request, &laid))
        return too_many;
    *plan = laid;
    return NULL;
}
