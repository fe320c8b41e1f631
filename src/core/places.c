/* SPDX-License-Identifier: MIT */
#include "core/places.h"

#include <assert.h>

enum { EASE_LESS = 7, EASE_MORE = 8 }; /* a step takes an eighth off, or gives it back */

void places_init(Places *places, const Plan *plan)
{
    *places = (Places){ .laid = *plan };
}

/* Whether these two, in this order, have one cue. */
static bool is_pair(const Plan *plan, int32_t part, PlanKind first, PlanKind second)
{
    return part >= 0 && part + 1 < plan->count && plan->parts[part].cue != PLAN_NO_CUE &&
           plan->parts[part].kind == (int32_t)first &&
           plan->parts[part + 1].kind == (int32_t)second &&
           plan->parts[part].cue == plan->parts[part + 1].cue;
}

static bool is_start(const Plan *plan, int32_t part)
{
    return is_pair(plan, part, PLAN_WORDS, PLAN_QUIET);
}

bool places_is_ahead(const Plan *plan, int32_t part)
{
    return is_pair(plan, part, PLAN_QUIET, PLAN_WORDS);
}

/* Where the place of a cue begins, -1 when it is none of the plan's. */
static int32_t start_of(const Plan *plan, int32_t cue)
{
    for (int32_t i = 0; i < plan->count; i++)
        if (is_start(plan, i) && plan->parts[i].cue == cue)
            return i;
    return -1;
}

/* Where the place after this one begins, or else what ends the plan. */
static int32_t start_after(const Plan *plan, int32_t part)
{
    do
        part++;
    while (part + 1 < plan->count && !is_start(plan, part));
    return part;
}

/* Where the place before this one begins; the first has itself before it. */
static int32_t start_before(const Plan *plan, int32_t part)
{
    int32_t before = part - 1;
    while (before >= 0 && !is_start(plan, before))
        before--;
    return before < 0 ? part : before;
}

static int64_t shown_at(const Places *places, int64_t at_ms)
{
    return at_ms > places->shown_ms ? at_ms : places->shown_ms;
}

int32_t places_cue_at(const Places *places, const Plan *plan, int64_t at_ms)
{
    return plan_place_cue(plan, plan_step_at(plan, shown_at(places, at_ms)).part);
}

/* A silence that was laid out so long, as long as is wished now. */
static int32_t eased(int32_t laid_ms, int32_t ease)
{
    int64_t more = 1, less = 1;
    for (int32_t i = 0; i < (ease < 0 ? -ease : ease); i++) {
        more *= EASE_MORE;
        less *= EASE_LESS;
    }
    const int64_t wished = ease < 0 ? laid_ms * less / more : laid_ms * more / less;
    const int32_t least = laid_ms < PLACES_QUIET_MIN_MS ? laid_ms : PLACES_QUIET_MIN_MS;
    return (int32_t)(wished < least ? least : wished);
}

static PlanPart eased_part(const Places *places, int32_t index)
{
    PlanPart part = places->laid.parts[index];
    if (part.kind == PLAN_QUIET)
        part.phase_ms[0] = eased(part.phase_ms[0], places->ease);
    return part;
}

/* Takes a place out of what may come. */
static void leave_out(Plan *laid, int32_t start)
{
    const int32_t end = start_after(laid, start);
    Plan less = { .count = 0 };
    for (int32_t i = 0; i < laid->count; i++)
        if (i < start || i >= end)
            plan_append(&less, laid->parts[i]);
    *laid = less;
}

/* Whether the plan comes to `cue`, or with PLAN_NO_CUE to its end, by itself between two
 * moments. */
static bool comes_anyway(const Plan *plan, int32_t cue, int64_t from_ms, int64_t to_ms,
                         int64_t *at_ms)
{
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const bool is_it = cue == PLAN_NO_CUE ? i == plan->count - 1
                                              : is_start(plan, i) && part->cue == cue;
        if (!is_it || part->start_ms < from_ms || part->start_ms >= to_ms)
            continue;
        *at_ms = part->start_ms;
        return true;
    }
    return false;
}

/* What is heard until the cut. A mark on the cut would belong to what is skipped. */
static Plan kept(const Plan *plan, const PlacesWhen *when)
{
    Plan kept = plan_between(plan, when->now_ms, when->cut_ms);
    while (kept.count > 0 && kept.parts[kept.count - 1].kind == PLAN_BELL &&
           kept.parts[kept.count - 1].start_ms == when->cut_ms)
        kept.count--;
    return kept;
}

/* The plan that is cut and goes on with what was laid out from `to` on, unless its end
 * comes sooner. */
static bool go_to(const Places *places, Plan *plan, int32_t to, const PlacesWhen *when)
{
    if (plan_end_ms(plan) < when->cut_ms)
        return false;
    Plan next = kept(plan, when);
    const PlanPart *first = &places->laid.parts[to];
    const PlanPart ahead = { .start_ms = when->cut_ms,
                             .kind = PLAN_QUIET,
                             .phase_ms = { (int32_t)(when->words_ms - when->cut_ms) },
                             .rounds = 1,
                             .cue = first->cue };
    if (first->kind == PLAN_WORDS && when->words_ms > when->cut_ms &&
        !plan_append(&next, ahead))
        return false;
    for (; to < places->laid.count; to++) {
        PlanPart part = eased_part(places, to);
        part.start_ms = when->cut_ms;
        if (!plan_append(&next, part))
            return false;
    }
    *plan = next;
    return true;
}

bool places_go(Places *places, Plan *plan, PlacesWay way, PlacesWhen when)
{
    const int64_t shown = shown_at(places, when.now_ms);
    const PlanStep step = plan_step_at(plan, shown);
    const int32_t here = start_of(&places->laid, plan_place_cue(plan, step.part));
    if (here < 0)
        return false;
    Places next = *places;
    int32_t to = way == PLACES_BACK ? start_before(&next.laid, here)
                                    : start_after(&next.laid, here);
    if (to == here && step.kind == PLAN_SETTLE)
        return false;
    const int32_t cue = is_start(&next.laid, to) ? next.laid.parts[to].cue : PLAN_NO_CUE;
    if (way == PLACES_LEAVE_OUT) {
        leave_out(&next.laid, here);
        to = here;
    }
    next.shown_ms = when.cut_ms;
    const bool is_coming =
        way != PLACES_BACK && comes_anyway(plan, cue, shown, when.cut_ms, &next.shown_ms);
    if (!is_coming && !go_to(&next, plan, to, &when))
        return false;
    *places = next;
    return true;
}

bool places_drop(Places *places, Plan *plan, int32_t cue, PlacesWhen when)
{
    const int32_t laid = start_of(&places->laid, cue);
    int32_t ahead = 0;
    while (ahead < plan->count &&
           (!is_start(plan, ahead) || plan->parts[ahead].cue != cue ||
            plan->parts[ahead].start_ms < when.now_ms))
        ahead++;
    const bool comes = ahead < plan->count;
    if (laid < 0 || (comes && plan->parts[ahead].start_ms < when.cut_ms))
        return false;
    leave_out(&places->laid, laid);
    if (comes)
        leave_out(plan, ahead);
    return true;
}

/* The first silence of a place that begins at or behind a moment. */
static int32_t first_silence(const Plan *plan, int64_t from_ms)
{
    int32_t i = 0;
    while (i < plan->count &&
           (plan->parts[i].kind != PLAN_QUIET || plan->parts[i].start_ms < from_ms ||
            places_is_ahead(plan, i)))
        i++;
    return i;
}

/* Makes a silence as long as is wished now, unless it is not as it was laid out: open, or
 * what a pause or going on left of it. */
static bool ease_part(PlanPart *part, const PlanPart *was, const PlanPart *wished)
{
    assert(part->kind == was->kind && part->cue == was->cue);
    if (part->kind != PLAN_QUIET || part->rounds == PLAN_OPEN ||
        part->phase_ms[0] != was->phase_ms[0] || part->phase_ms[0] == wished->phase_ms[0])
        return false;
    part->phase_ms[0] = wished->phase_ms[0];
    return true;
}

bool places_ease(Places *places, Plan *plan, int32_t direction, PlacesWhen when,
                 int64_t *from_ms)
{
    Places wish = *places;
    wish.ease += direction;
    const int32_t first = first_silence(plan, shown_at(places, when.cut_ms));
    if (wish.ease < -PLACES_EASE_MAX || wish.ease > PLACES_EASE_MAX ||
        start_of(&wish.laid, plan_place_cue(plan, first)) < 0)
        return false;
    /* From there on the plan is as laid out, so both are counted from their ends. */
    const int32_t ahead = wish.laid.count - plan->count;
    Plan next = *plan;
    next.count = first;
    bool is_changed = false;
    for (int32_t i = first; i < plan->count; i++) {
        PlanPart part = plan->parts[i];
        const PlanPart was = eased_part(places, i + ahead);
        const PlanPart wished = eased_part(&wish, i + ahead);
        if (ease_part(&part, &was, &wished) && !is_changed) {
            is_changed = true;
            *from_ms = part.start_ms;
        }
        plan_append(&next, part);
    }
    if (!is_changed)
        return false;
    *plan = next;
    *places = wish;
    return true;
}

void places_arrive(Places *places, Plan *plan, int64_t now_ms)
{
    if (places->shown_ms <= now_ms)
        return;
    Plan next = { .count = 0 };
    for (int32_t i = 0; i < plan->count; i++) {
        PlanPart part = plan->parts[i];
        if (part.start_ms < places->shown_ms)
            continue;
        part.start_ms = now_ms;
        plan_append(&next, part);
    }
    *plan = next;
    places->shown_ms = now_ms;
}
