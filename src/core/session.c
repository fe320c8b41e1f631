/* SPDX-License-Identifier: MIT */
#include "core/session.h"

#include "core/change.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum {
    EASE_NUMERATOR = 7, /* a press of quicker leaves seven eighths of the breath */
    EASE_DENOMINATOR = 8,
    EASE_STEPS_MAX = 14,
    NOT_TOLD = -1
};

void session_init(Session *session, const Plan *plan, const BreathPattern *base)
{
    memset(session, 0, sizeof *session);
    session->plan = *plan;
    session->told_ms = NOT_TOLD;
    session->refused_ms = NOT_TOLD;
    session->end_ms = plan_end_ms(plan);
    if (base != NULL)
        session->base = *base;
    else
        places_init(&session->places, plan);
}

void session_set_lag(Session *session, int32_t lag_ms)
{
    assert(lag_ms >= 0);
    session->lag_ms = lag_ms;
}

static void tell(SessionEvents *events, SessionEvent event)
{
    if (events->count == SESSION_EVENTS_MAX) {
        memmove(&events->items[0], &events->items[1],
                (SESSION_EVENTS_MAX - 1) * sizeof events->items[0]);
        events->count--;
    }
    events->items[events->count++] = event;
}

static void tell_kind(const Session *session, SessionEvents *events,
                      SessionEventKind kind, SessionInputKind cause)
{
    tell(events,
         (SessionEvent){ .at_ms = session->now_ms, .kind = kind, .cause = cause });
}

static void tell_step(Session *session, const PlanStep *step, SessionEvents *events)
{
    session->told_ms = step->start_ms;
    if (step->kind == PLAN_BREATH && step->phase == BREATH_IN)
        session->breaths++;
    tell(events,
         (SessionEvent){ .at_ms = step->start_ms, .kind = SESSION_STEP, .step = *step });
    if (step->kind == PLAN_CLOSE)
        session->state = SESSION_OVER;
}

/* Tells every step that began after the last one told and up to at_ms. */
static void advance(Session *session, int64_t at_ms, SessionEvents *events)
{
    assert(at_ms >= session->now_ms);
    session->now_ms = at_ms;
    if (session->state != SESSION_RUNNING)
        return;
    PlanCursor cursor = plan_cursor_from(&session->plan, session->told_ms + 1);
    PlanStep step;
    while (plan_next_step(&session->plan, &cursor, &step) && step.start_ms <= at_ms)
        tell_step(session, &step, events);
    if (session->state == SESSION_OVER)
        tell_kind(session, events, SESSION_STATE, SESSION_TIME);
}

/* The breath of the first part from `index` on that has one, or the base. */
static BreathPattern breath_from(const Session *session, int32_t index)
{
    BreathPattern pattern = session->base;
    while (index < session->plan.count && session->plan.parts[index].kind != PLAN_BREATH)
        index++;
    if (index < session->plan.count)
        memcpy(pattern.phase_ms, session->plan.parts[index].phase_ms,
               sizeof pattern.phase_ms);
    return pattern;
}

SessionMoment session_moment(const Session *session, double at_ms)
{
    const PlanStep step = plan_step_at(&session->plan, (int64_t)(at_ms > 0 ? at_ms : 0));
    SessionMoment moment = { .kind = step.kind, .phase = step.phase, .cue = step.cue };
    moment.place = places_cue_at(&session->places, &session->plan, (int64_t)at_ms);
    const double into = at_ms - (double)step.start_ms;
    double length = (double)step.length_ms;
    if (step.start_ms == session->refused_ms && session->refused_length_ms > length)
        length = session->refused_length_ms;
    moment.into = length > 0 && into > 0 ? fmin(into / length, 1.0) : 0.0;

    PlanBreath breath;
    if (plan_breath_at(&session->plan, at_ms, &breath)) {
        moment.pattern = breath.pattern;
        moment.fullness = breath.fullness;
    } else {
        moment.pattern = breath_from(session, step.part);
        if (step.kind == PLAN_SETTLE)
            moment.fullness = session->settle_from * (1.0 - breath_eased(moment.into));
    }
    return moment;
}

int64_t session_next_ms(const Session *session)
{
    if (session->state != SESSION_RUNNING)
        return INT64_MAX;
    PlanCursor cursor = plan_cursor_from(&session->plan, session->now_ms + 1);
    PlanStep step;
    return plan_next_step(&session->plan, &cursor, &step) ? step.start_ms : INT64_MAX;
}

static bool is_breathing(const Session *session)
{
    return breath_cycle_ms(&session->base) > 0;
}

/* The breath before the next one that can change, or the first one that comes; without
 * what is left of a hold that was refused, so that easing never brings it back. */
static BreathPattern breath_now(const Session *session)
{
    const int64_t at = session->now_ms + PLAN_AHEAD_MS - 1;
    const BreathPattern now = breath_from(session, plan_step_at(&session->plan, at).part);
    const BreathPattern bare = breath_without_holds(&now);
    return session->no_holds ? breath_long_enough(&bare) : now;
}

static BreathPattern eased(const BreathPattern *base, int32_t ease)
{
    int64_t numerator = 1, denominator = 1;
    for (int32_t i = 0; i < (ease < 0 ? -ease : ease); i++) {
        numerator *= EASE_NUMERATOR;
        denominator *= EASE_DENOMINATOR;
    }
    return ease < 0 ? breath_scaled(base, numerator, denominator)
                    : breath_scaled(base, denominator, numerator);
}

/* Whether a step of easing may be taken: quicker down to what can be breathed at all,
 * slower within what is gentle, and always back to where the practice began. */
static bool is_reachable(const BreathPattern *base, int32_t ease)
{
    if (ease < -EASE_STEPS_MAX || ease > EASE_STEPS_MAX)
        return false;
    const BreathPattern target = eased(base, ease);
    if (breath_problem(&target) != NULL)
        return false;
    return ease <= 0 || breath_is_gentle(&target);
}

/* Quicker means quicker than the breath that is going on. On the way to a longer breath
 * a step from the table may not reach that far: then this breath becomes the base. */
static void rebase_for_quicker(Session *session, const BreathPattern *now)
{
    const BreathPattern wished = eased(&session->base, session->ease - 1);
    const BreathPattern eighth = eased(now, -1);
    const int32_t wished_ms = breath_cycle_ms(&wished);
    if (wished_ms == breath_cycle_ms(now) ||
        wished_ms <= breath_cycle_ms(&eighth) + BREATH_PHASE_COUNT)
        return;
    session->base = *now;
    session->ease = 0;
}

/* Whether nobody breathes before the next breath that can change: then a slower one
 * starts with the breath that was to come. */
static bool is_settling(const Session *session)
{
    const int64_t at = session->now_ms + PLAN_AHEAD_MS - 1;
    return plan_step_at(&session->plan, at).kind == PLAN_SETTLE;
}

/* Where a skip cuts, and when words may follow it. The person goes by what is seen, which
 * is behind what was made; nobody listens to what is paused. */
static PlacesWhen skip_when(const Session *session)
{
    const int64_t made = session->now_ms;
    if (session->state != SESSION_RUNNING)
        return (PlacesWhen){ made, made, made };
    const int64_t seen = made - session->lag_ms;
    return (PlacesWhen){ seen, made + PLAN_AHEAD_MS, seen + PLACES_SPEECH_MS };
}

static bool go(Session *session, PlacesWay way, int64_t *from_ms)
{
    if (is_breathing(session) ||
        !places_go(&session->places, &session->plan, way, skip_when(session)))
        return false;
    session->end_ms = plan_end_ms(&session->plan);
    *from_ms = session->places.shown_ms;
    return true;
}

/* Shorter or longer silences, where nobody breathes by the plan. */
static bool ease_silence(Session *session, int32_t direction, int64_t *from_ms)
{
    int64_t from;
    if (!places_ease(&session->places, &session->plan, direction, skip_when(session),
                     &from))
        return false;
    session->end_ms = plan_end_ms(&session->plan);
    if (from != INT64_MAX)
        *from_ms = from;
    return true;
}

static bool ease(Session *session, int32_t direction, int64_t *from_ms)
{
    if (!is_breathing(session))
        return ease_silence(session, direction, from_ms);
    Session wish = *session;
    const BreathPattern now = breath_now(session);
    if (direction < 0)
        rebase_for_quicker(&wish, &now);
    wish.ease += direction;
    if (!is_reachable(&wish.base, wish.ease))
        return false;
    const BreathPattern target = eased(&wish.base, wish.ease);
    const bool is_longer = breath_cycle_ms(&target) > breath_cycle_ms(&now);
    const BreathPattern from =
        is_settling(session) && is_longer ? now : breath_lengthened(&now, &target);
    if (!change_breathing(&wish.plan, wish.now_ms, &from, &target, wish.end_ms, from_ms))
        return false;
    *session = wish;
    return true;
}

/* Remembers the hold that will be cut, so that what was seen of it does not jump. */
static void remember_refused(Session *session)
{
    const PlanStep step =
        plan_step_at(&session->plan, session->now_ms + PLAN_AHEAD_MS - 1);
    if (step.kind != PLAN_BREATH ||
        (step.phase != BREATH_HOLD_FULL && step.phase != BREATH_HOLD_EMPTY))
        return;
    session->refused_ms = step.start_ms;
    session->refused_length_ms = (int32_t)step.length_ms;
}

/* What is left of a quick breath without its holds may be too quick: then it is taken as
 * much slower as it needs. */
static bool leave_holds_out(Session *session)
{
    if (!is_breathing(session) || session->no_holds || !breath_has_holds(&session->base))
        return false;
    Session wish = *session;
    wish.base = breath_without_holds(&session->base);
    wish.no_holds = true;
    BreathPattern target = eased(&wish.base, wish.ease);
    while (breath_problem(&target) != NULL && wish.ease < EASE_STEPS_MAX)
        target = eased(&wish.base, ++wish.ease);
    remember_refused(&wish);
    if (!change_no_holds(&wish.plan, wish.now_ms, &target, wish.end_ms))
        return false;
    *session = wish;
    return true;
}

/* Stays with the place that is shown, also while the one before is still heard. */
static bool stay(Session *session)
{
    const int64_t at = session->now_ms + PLAN_AHEAD_MS - 1;
    const int64_t shown = session->places.shown_ms;
    return change_stay_at(&session->plan, session->now_ms, at > shown ? at : shown);
}

/* A close that was gone to while the practice was paused comes at once. */
static bool is_closed(const Session *session)
{
    return plan_step_at(&session->plan, session->now_ms).kind == PLAN_CLOSE;
}

static bool take_up(Session *session)
{
    places_arrive(&session->places, &session->plan, session->now_ms);
    return is_closed(session) ||
           change_resume(&session->plan, session->now_ms, session->no_holds);
}

static bool go_on(Session *session)
{
    if (session->state == SESSION_RUNNING) {
        if (!change_go_on(&session->plan, session->now_ms, skip_when(session).words_ms))
            return false;
        session->end_ms = plan_end_ms(&session->plan);
        return true;
    }
    const int64_t end = plan_end_ms(&session->plan);
    const double fullness = session_moment(session, (double)session->now_ms).fullness;
    if (!take_up(session))
        return false;
    if (end != INT64_MAX)
        session->end_ms += plan_end_ms(&session->plan) - end;
    session->settle_from = fullness;
    session->told_ms = session->now_ms - 1;
    session->refused_ms = NOT_TOLD;
    return true;
}

/* Does what the input says; *from_ms is from when on it holds. */
static bool change(Session *session, SessionInputKind kind, int64_t *from_ms)
{
    switch (kind) {
    case SESSION_QUICKER: return ease(session, -1, from_ms);
    case SESSION_SLOWER: return ease(session, +1, from_ms);
    case SESSION_NO_HOLDS: return leave_holds_out(session);
    case SESSION_STAY: return stay(session);
    case SESSION_NEXT: return go(session, PLACES_NEXT, from_ms);
    case SESSION_BACK: return go(session, PLACES_BACK, from_ms);
    case SESSION_LEAVE_OUT: return go(session, PLACES_LEAVE_OUT, from_ms);
    case SESSION_GO_ON: return go_on(session);
    default: return false;
    }
}

static void stop(Session *session, SessionState state, SessionInputKind cause,
                 SessionEvents *events)
{
    session->state = state;
    tell_kind(session, events, SESSION_STATE, cause);
}

static void start(Session *session, SessionInputKind cause, SessionEvents *events)
{
    session->state = SESSION_RUNNING;
    tell_kind(session, events, SESSION_STATE, cause);
    advance(session, session->now_ms, events);
}

/* Gives back to a plan that was changed ahead of time what is still to be seen of it, a
 * bell just before it included. */
static void keep_seen(Plan *plan, const Plan *before, int64_t now_ms)
{
    const PlanPart first = plan->parts[0];
    Plan whole = plan_between(before, now_ms, first.start_ms);
    if (first.kind == PLAN_BELL && whole.count > 0 &&
        whole.parts[whole.count - 1].kind == PLAN_BELL)
        whole.count--;
    if (plan_append_from(&whole, plan, 0))
        *plan = whole;
}

/* The same, counted from what was made already; while it is paused nothing is made. */
static bool change_ahead(Session *session, SessionInputKind kind, int64_t *from_ms)
{
    if (session->lag_ms == 0 || session->state != SESSION_RUNNING)
        return change(session, kind, from_ms);
    Session ahead = *session;
    ahead.now_ms += session->lag_ms;
    if (!change(&ahead, kind, from_ms))
        return false;
    keep_seen(&ahead.plan, &session->plan, session->now_ms);
    ahead.now_ms = session->now_ms;
    *session = ahead;
    return true;
}

/* A change of the plan, told with the time from which it holds. */
static void apply_change(Session *session, SessionInputKind kind, SessionEvents *events)
{
    int64_t from = session->now_ms;
    const bool was_stopped = session->state != SESSION_RUNNING;
    const bool is_changed = change_ahead(session, kind, &from);
    tell(events, (SessionEvent){ .at_ms = from,
                                 .kind = is_changed ? SESSION_CHANGED : SESSION_UNCHANGED,
                                 .cause = kind });
    if (is_changed && kind == SESSION_GO_ON && was_stopped)
        start(session, kind, events);
}

static bool is_under_way(const Session *session)
{
    return session->state == SESSION_RUNNING || session->state == SESSION_PAUSED;
}

void session_apply(Session *session, SessionInput input, SessionEvents *events)
{
    advance(session, input.at_ms, events);
    switch (input.kind) {
    case SESSION_BEGIN:
        if (session->state == SESSION_READY)
            start(session, input.kind, events);
        break;
    case SESSION_PAUSE:
    case SESSION_INTERRUPT:
        if (session->state == SESSION_RUNNING)
            stop(session, SESSION_PAUSED, input.kind, events);
        break;
    case SESSION_LEAVE:
        if (is_under_way(session))
            stop(session, SESSION_LEFT, input.kind, events);
        break;
    case SESSION_GO_ON:
        if (is_under_way(session) || session->state == SESSION_LEFT)
            apply_change(session, input.kind, events);
        break;
    case SESSION_QUICKER:
    case SESSION_SLOWER:
    case SESSION_NO_HOLDS:
    case SESSION_STAY:
    case SESSION_NEXT:
    case SESSION_BACK:
    case SESSION_LEAVE_OUT:
        if (is_under_way(session))
            apply_change(session, input.kind, events);
        break;
    default: break;
    }
}

bool session_drop_place(Session *session, int32_t cue)
{
    /* Nothing that was made already names a place behind the cut. */
    Session ahead = *session;
    if (session->state == SESSION_RUNNING)
        ahead.now_ms += session->lag_ms;
    if (!is_under_way(session) || is_breathing(session) ||
        !places_drop(&session->places, &session->plan, cue, skip_when(&ahead)))
        return false;
    session->end_ms = plan_end_ms(&session->plan);
    return true;
}
