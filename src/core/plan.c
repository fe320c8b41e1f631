/* SPDX-License-Identifier: MIT */
#include "core/plan.h"

#include <assert.h>

static bool has_length(PlanKind kind)
{
    return kind != PLAN_BELL && kind != PLAN_MESSAGE && kind != PLAN_CLOSE;
}

int64_t plan_round_ms(const PlanPart *part)
{
    if (part->kind != PLAN_BREATH)
        return has_length((PlanKind)part->kind) ? part->phase_ms[0] : 0;
    int64_t sum = 0;
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        sum += part->phase_ms[p];
    return sum;
}

int64_t plan_part_ms(const PlanPart *part)
{
    return part->rounds == PLAN_OPEN ? INT64_MAX : plan_round_ms(part) * part->rounds;
}

/* Where the part ends; what follows an open part waits beyond all time. */
static int64_t part_end_ms(const PlanPart *part)
{
    if (part->rounds == PLAN_OPEN || part->start_ms == INT64_MAX)
        return INT64_MAX;
    return part->start_ms + plan_part_ms(part);
}

bool plan_append(Plan *plan, PlanPart part)
{
    assert(part.rounds > 0 || part.rounds == PLAN_OPEN);
    assert(!has_length((PlanKind)part.kind) || plan_round_ms(&part) > 0);
    if (plan->count == PLAN_PARTS_MAX)
        return false;
    if (plan->count > 0)
        part.start_ms = part_end_ms(&plan->parts[plan->count - 1]);
    plan->parts[plan->count++] = part;
    return true;
}

/* The last part that starts at or before at_ms; the first one when none does. */
static int32_t part_at(const Plan *plan, int64_t at_ms)
{
    int32_t low = 0, high = plan->count - 1;
    while (low < high) {
        const int32_t middle = low + (high - low + 1) / 2;
        if (plan->parts[middle].start_ms <= at_ms)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* The given phase of the given round of a part, as a step. */
static PlanStep step_of(const Plan *plan, int32_t index, int64_t round, int32_t phase)
{
    const PlanPart *part = &plan->parts[index];
    PlanStep step = { .start_ms = part->start_ms,
                      .length_ms = plan_part_ms(part),
                      .kind = (PlanKind)part->kind,
                      .cue = part->cue,
                      .part = index,
                      .round = round };
    if (part->kind == PLAN_BREATH) {
        step.start_ms += round * plan_round_ms(part);
        for (int p = 0; p < phase; p++)
            step.start_ms += part->phase_ms[p];
        step.length_ms = part->phase_ms[phase];
        step.phase = (BreathPhase)phase;
    }
    return step;
}

static int32_t last_phase(const PlanPart *part)
{
    int32_t p = BREATH_PHASE_COUNT - 1;
    while (p > 0 && part->phase_ms[p] == 0)
        p--;
    return p;
}

static PlanStep breath_step_at(const Plan *plan, int32_t index, int64_t into_ms)
{
    const PlanPart *part = &plan->parts[index];
    const int64_t length = plan_round_ms(part);
    int64_t round = into_ms > 0 ? into_ms / length : 0;
    int64_t rest = into_ms > 0 ? into_ms % length : 0;
    if (part->rounds != PLAN_OPEN && round >= part->rounds)
        return step_of(plan, index, part->rounds - 1, last_phase(part));
    int32_t phase = 0;
    while (rest >= part->phase_ms[phase])
        rest -= part->phase_ms[phase++];
    return step_of(plan, index, round, phase);
}

PlanStep plan_step_at(const Plan *plan, int64_t at_ms)
{
    assert(plan->count > 0);
    const int32_t index = part_at(plan, at_ms);
    const PlanPart *part = &plan->parts[index];
    if (part->kind == PLAN_BREATH)
        return breath_step_at(plan, index, at_ms - part->start_ms);
    return step_of(plan, index, 0, 0);
}

/* Moves a cursor that stands on a phase of 0 ms, or behind its round or its part, to the
 * step that comes next. */
static void settle_cursor(const Plan *plan, PlanCursor *cursor)
{
    while (cursor->part < plan->count) {
        const PlanPart *part = &plan->parts[cursor->part];
        const bool is_breath = part->kind == PLAN_BREATH;
        while (is_breath && cursor->phase < BREATH_PHASE_COUNT &&
               part->phase_ms[cursor->phase] == 0)
            cursor->phase++;
        if (cursor->phase >= (is_breath ? BREATH_PHASE_COUNT : 1)) {
            cursor->phase = 0;
            cursor->round++;
            continue;
        }
        const int64_t rounds = is_breath ? part->rounds : 1;
        if (rounds == PLAN_OPEN || cursor->round < rounds)
            return;
        *cursor = (PlanCursor){ .part = cursor->part + 1 };
    }
}

bool plan_next_step(const Plan *plan, PlanCursor *cursor, PlanStep *step)
{
    settle_cursor(plan, cursor);
    if (cursor->part >= plan->count || plan->parts[cursor->part].start_ms == INT64_MAX)
        return false;
    *step = step_of(plan, cursor->part, cursor->round, cursor->phase);
    cursor->phase++;
    return true;
}

PlanCursor plan_cursor_from(const Plan *plan, int64_t at_ms)
{
    /* The part that runs just before at_ms may still have steps to come; every part
     * after it starts at at_ms or later, those without length included. */
    PlanCursor cursor = { 0 };
    if (plan->count == 0 || plan->parts[0].start_ms >= at_ms)
        return cursor;
    const PlanStep before = plan_step_at(plan, at_ms - 1);
    cursor = (PlanCursor){ before.part, before.round, before.phase + 1 };
    return cursor;
}

int64_t plan_end_ms(const Plan *plan)
{
    return plan->count > 0 ? part_end_ms(&plan->parts[plan->count - 1]) : 0;
}

bool plan_breath_at(const Plan *plan, double at_ms, PlanBreath *breath)
{
    const PlanStep step = plan_step_at(plan, (int64_t)(at_ms > 0 ? at_ms : 0));
    if (step.kind != PLAN_BREATH)
        return false;
    const PlanPart *part = &plan->parts[step.part];
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        breath->pattern.phase_ms[p] = part->phase_ms[p];
    const double into = at_ms - (double)step.start_ms;
    const double length = (double)step.length_ms;
    breath->phase = step.phase;
    breath->into_ms = into < 0 ? 0 : into > length ? length : into;
    breath->fullness = breath_fullness(&breath->pattern, step.phase, breath->into_ms);
    return true;
}

static bool is_over(const PlanPart *part, int64_t now_ms)
{
    const int64_t length = plan_part_ms(part);
    if (length == 0)
        return part->start_ms < now_ms;
    return length != INT64_MAX && part->start_ms + length <= now_ms;
}

/* A bell on the cut still rings: it belongs to what was before. */
static bool is_before(const PlanPart *part, int64_t cut_ms)
{
    return part->start_ms < cut_ms ||
           (part->kind == PLAN_BELL && part->start_ms == cut_ms);
}

Plan plan_between(const Plan *plan, int64_t from_ms, int64_t to_ms)
{
    Plan kept = { .count = 0 };
    for (int32_t i = 0; i < plan->count && is_before(&plan->parts[i], to_ms); i++) {
        PlanPart part = plan->parts[i];
        if (is_over(&part, from_ms))
            continue;
        const int64_t room = to_ms - part.start_ms;
        if (plan_part_ms(&part) > room && part.kind == PLAN_BREATH) {
            part.rounds = (int32_t)(room / plan_round_ms(&part));
        } else if (plan_part_ms(&part) > room) {
            part.rounds = 1;
            part.phase_ms[0] = (int32_t)room;
        }
        plan_append(&kept, part);
    }
    return kept;
}

bool plan_append_from(Plan *plan, const Plan *from, int32_t index)
{
    for (; index < from->count; index++)
        if (!plan_append(plan, from->parts[index]))
            return false;
    return true;
}

int32_t plan_place_cue(const Plan *plan, int32_t part)
{
    while (part < plan->count && plan->parts[part].kind != PLAN_QUIET)
        part++;
    return part < plan->count ? plan->parts[part].cue : PLAN_NO_CUE;
}

const char *plan_kind_name(PlanKind kind)
{
    static const char *const names[PLAN_KIND_COUNT] = {
        [PLAN_SETTLE] = "settle", [PLAN_BREATH] = "breath", [PLAN_WORDS] = "words",
        [PLAN_QUIET] = "quiet",   [PLAN_BELL] = "bell",     [PLAN_MESSAGE] = "message",
        [PLAN_CLOSE] = "close",
    };
    return names[kind];
}

const char *plan_bell_name(PlanBell bell)
{
    static const char *const names[PLAN_BELL_COUNT] = {
        [PLAN_BELL_OPEN] = "open",
        [PLAN_BELL_INTERVAL] = "interval",
        [PLAN_BELL_CLOSE] = "close",
        [PLAN_BELL_MARK] = "mark",
    };
    return names[bell];
}

const char *plan_phase_name(BreathPhase phase)
{
    static const char *const names[BREATH_PHASE_COUNT] = {
        [BREATH_IN] = "in",
        [BREATH_TOP_UP] = "top-up",
        [BREATH_HOLD_FULL] = "hold-full",
        [BREATH_OUT] = "out",
        [BREATH_HOLD_EMPTY] = "hold-empty",
    };
    return names[phase];
}

const char *plan_phase_text(BreathPhase phase)
{
    static const char *const texts[BREATH_PHASE_COUNT] = {
        [BREATH_IN] = "In",   [BREATH_TOP_UP] = "More",     [BREATH_HOLD_FULL] = "Hold",
        [BREATH_OUT] = "Out", [BREATH_HOLD_EMPTY] = "Rest",
    };
    return texts[phase];
}
