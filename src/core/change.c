/* SPDX-License-Identifier: MIT */
#include "core/change.h"

#include "core/places.h"
#include "core/practice.h"

#include <assert.h>
#include <string.h>

static int32_t after_breathing(const Plan *plan)
{
    int32_t i = plan->count;
    while (i > 0 && plan->parts[i - 1].kind != PLAN_BREATH)
        i--;
    return i;
}

static BreathPattern pattern_of(const PlanPart *part)
{
    BreathPattern pattern;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        pattern.phase_ms[p] = part->phase_ms[p];
    return pattern;
}

static PlanPart one_breath(const BreathPattern *pattern, int64_t start_ms)
{
    PlanPart part = {
        .start_ms = start_ms, .kind = PLAN_BREATH, .rounds = 1, .cue = PLAN_NO_CUE
    };
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        part.phase_ms[p] = pattern->phase_ms[p];
    return part;
}

static bool next_inhale(const Plan *plan, int64_t from_ms, PlanStep *step)
{
    PlanCursor cursor = plan_cursor_from(plan, from_ms);
    while (plan_next_step(plan, &cursor, step))
        if (step->kind == PLAN_BREATH && step->phase == BREATH_IN)
            return true;
    return false;
}

static int64_t left_until(int64_t end_ms, int64_t from_ms)
{
    if (end_ms == INT64_MAX)
        return INT64_MAX;
    return end_ms > from_ms ? end_ms - from_ms : 0;
}

bool change_breathing(Plan *plan, int64_t now_ms, const BreathPattern *from,
                      const BreathPattern *target, int64_t end_ms, int64_t *from_ms)
{
    PlanStep inhale;
    if (!next_inhale(plan, now_ms + PLAN_AHEAD_MS, &inhale))
        return false;
    Plan next = plan_between(plan, now_ms, inhale.start_ms);
    if (!practice_fill(&next, from, target, left_until(end_ms, inhale.start_ms)) ||
        !plan_append_from(&next, plan, after_breathing(plan)))
        return false;
    *plan = next;
    *from_ms = inhale.start_ms;
    return true;
}

/* The cycle without the holds that can still be left out at cut_ms: those that begin
 * there or later go, one that is running ends there. */
static BreathPattern cut_holds(const BreathPattern *cycle, int64_t start_ms,
                               int64_t cut_ms)
{
    BreathPattern cut = *cycle;
    int64_t at = start_ms;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++) {
        const int64_t end = at + cycle->phase_ms[p];
        if ((p == BREATH_HOLD_FULL || p == BREATH_HOLD_EMPTY) && end > cut_ms)
            cut.phase_ms[p] = (int32_t)(at < cut_ms ? cut_ms - at : 0);
        at = end;
    }
    return cut;
}

/* Fills up with `target`, unless less than half a breath is left. */
static bool fill_or_close(Plan *plan, const BreathPattern *from,
                          const BreathPattern *target, int64_t end_ms)
{
    const PlanPart *last = &plan->parts[plan->count - 1];
    const int64_t left = left_until(end_ms, last->start_ms + plan_part_ms(last));
    if (left != INT64_MAX && 2 * left <= breath_cycle_ms(from))
        return true;
    return practice_fill(plan, from, target, left);
}

/* The cycle without its holds, slow enough to be breathed. */
static BreathPattern bare_cycle(const PlanPart *part)
{
    const BreathPattern cycle = pattern_of(part);
    const BreathPattern bare = breath_without_holds(&cycle);
    return breath_long_enough(&bare);
}

bool change_no_holds(Plan *plan, int64_t now_ms, const BreathPattern *target,
                     int64_t end_ms)
{
    const int64_t cut = now_ms + PLAN_AHEAD_MS;
    const PlanStep step = plan_step_at(plan, cut);
    PlanStep inhale;
    if (step.kind != PLAN_BREATH) {
        if (!next_inhale(plan, cut, &inhale))
            return false;
        const BreathPattern from = bare_cycle(&plan->parts[inhale.part]);
        int64_t ignored;
        return change_breathing(plan, now_ms, &from, target, end_ms, &ignored);
    }
    const PlanPart *part = &plan->parts[step.part];
    const int64_t start = part->start_ms + step.round * plan_round_ms(part);
    const BreathPattern cycle = pattern_of(part);
    BreathPattern now = cut_holds(&cycle, start, cut);
    if (step.phase < BREATH_OUT)
        now = breath_long_enough(&now);
    const BreathPattern bare = bare_cycle(part);
    const BreathPattern from = breath_lengthened(&bare, target);
    Plan next = plan_between(plan, now_ms, start);
    if (!plan_append(&next, one_breath(&now, start)) ||
        !fill_or_close(&next, &from, target, end_ms) ||
        !plan_append_from(&next, plan, after_breathing(plan)))
        return false;
    *plan = next;
    return true;
}

/* The part that was interrupted, as it is taken up again. */
static PlanPart taken_up(const Plan *plan, const PlanStep *step, int64_t now_ms,
                         bool no_holds)
{
    PlanPart part = plan->parts[step->part];
    if (part.kind == PLAN_BREATH && part.rounds != PLAN_OPEN)
        part.rounds -= (int32_t)step->round;
    if (part.kind == PLAN_BREATH && no_holds) {
        const BreathPattern bare = bare_cycle(&part);
        memcpy(part.phase_ms, bare.phase_ms, sizeof part.phase_ms);
    }
    if (part.kind == PLAN_QUIET && part.rounds != PLAN_OPEN) {
        part.phase_ms[0] = (int32_t)(part.start_ms + plan_part_ms(&part) - now_ms);
        part.rounds = 1;
    }
    return part;
}

bool change_resume(Plan *plan, int64_t now_ms, bool no_holds)
{
    const PlanStep step = plan_step_at(plan, now_ms);
    if (step.kind == PLAN_CLOSE)
        return false;
    const PlanPart settle = { .start_ms = now_ms,
                              .kind = PLAN_SETTLE,
                              .phase_ms = { PLAN_SETTLE_MS },
                              .rounds = 1,
                              .cue = PLAN_NO_CUE };
    Plan next = { .count = 0 };
    plan_append(&next, settle);
    if (step.kind != PLAN_SETTLE)
        plan_append(&next, taken_up(plan, &step, now_ms, no_holds));
    if (!plan_append_from(&next, plan, step.part + 1))
        return false;
    *plan = next;
    return true;
}

bool change_stay(Plan *plan, int64_t now_ms)
{
    return change_stay_at(plan, now_ms, now_ms + PLAN_AHEAD_MS - 1);
}

/* The quiet that belongs to a part: itself, or the one behind the words that run or are
 * next. */
static int32_t quiet_of(const Plan *plan, int32_t index)
{
    if (plan->parts[index].kind == PLAN_WORDS && index + 1 < plan->count)
        index++;
    return places_is_ahead(plan, index) ? index + 2 : index;
}

bool change_stay_at(Plan *plan, int64_t now_ms, int64_t at_ms)
{
    const int32_t index = quiet_of(plan, plan_step_at(plan, at_ms).part);
    if (plan->parts[index].kind != PLAN_QUIET || plan->parts[index].rounds == PLAN_OPEN)
        return false;
    PlanPart open = plan->parts[index];
    open.rounds = PLAN_OPEN;
    Plan next = plan_between(plan, now_ms, open.start_ms);
    plan_append(&next, open);
    plan_append_from(&next, plan, index + 1);
    *plan = next;
    return true;
}

bool change_go_on(Plan *plan, int64_t now_ms, int64_t words_ms)
{
    const int32_t index = quiet_of(plan, plan_step_at(plan, now_ms).part);
    PlanPart open = plan->parts[index];
    if (open.rounds != PLAN_OPEN)
        return false;
    const int64_t ahead_ms = now_ms + PLAN_AHEAD_MS;
    if (open.kind == PLAN_BREATH) {
        const int64_t into = ahead_ms - open.start_ms;
        open.rounds = (int32_t)((into + plan_round_ms(&open) - 1) / plan_round_ms(&open));
    } else {
        const int64_t into = (words_ms > ahead_ms ? words_ms : ahead_ms) - open.start_ms;
        open.rounds = 1;
        if (open.start_ms <= now_ms || open.phase_ms[0] < into)
            open.phase_ms[0] = (int32_t)into;
    }
    Plan next = plan_between(plan, now_ms, open.start_ms);
    plan_append(&next, open);
    plan_append_from(&next, plan, index + 1);
    *plan = next;
    return true;
}
