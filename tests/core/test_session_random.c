/* SPDX-License-Identifier: MIT */
#include "core/practice.h"
#include "core/session.h"
#include "support/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Sessions that are lived by somebody who presses anything at any time. After every
 * input the promises of a session are looked at, and at the end all of it is replayed. */
enum { INPUTS_MAX = 128 };

typedef struct Trial {
    Random *random;
    Session start, session;
    int32_t count;
    SessionInput inputs[INPUTS_MAX];
    SessionEvents events[INPUTS_MAX];
    PlanStep last;        /* the step that was told last */
    BreathPattern breath; /* of the inhale that was told last */
    int64_t longest_ms;   /* of all cycles so far */
} Trial;

static BreathPattern pattern_at(const Plan *plan, int32_t part)
{
    BreathPattern pattern;
    memcpy(pattern.phase_ms, plan->parts[part].phase_ms, sizeof pattern.phase_ms);
    return pattern;
}

static Session random_session(Random *random)
{
    BreatheRequest asked;
    BreathPattern pattern, from;
    do {
        asked = (BreatheRequest){ .pattern = random_breath(random) };
        asked.length_ms =
            random_one_in(random, 4) ? 0 : random_between(random, 5, 240) * 1000;
        asked.lead_in_ms = (int32_t)random_between(random, 0, 2) * 1500;
        if (random_one_in(random, 2))
            asked.from =
                breath_scaled(&asked.pattern, random_between(random, 200, 1000), 1000);
    } while (practice_breathe_pattern(&asked, &pattern, &from) != NULL);
    Plan plan;
    Session session;
    assert_null(practice_breathe(&asked, &plan));
    session_init(&session, &plan, &pattern);
    return session;
}

/* Parts follow each other, each breath can be breathed, and the close is there. */
static const char *plan_problem(const Plan *plan)
{
    Plan again = { 0 };
    for (int32_t i = 0; i < plan->count; i++) {
        plan_append(&again, plan->parts[i]);
        if (again.parts[i].start_ms != plan->parts[i].start_ms)
            return "a gap or an overlap";
    }
    if (plan->count == 0 || plan->parts[plan->count - 1].kind != PLAN_CLOSE)
        return "the close is lost";
    return NULL;
}

static bool is_hold(const PlanStep *step)
{
    return step->kind == PLAN_BREATH &&
           (step->phase == BREATH_HOLD_FULL || step->phase == BREATH_HOLD_EMPTY);
}

/* What of the plan from from_ms on cannot be breathed, or has a hold though none may be.
 */
static const char *tail_problem(const Session *session, int64_t from_ms)
{
    PlanCursor cursor = plan_cursor_from(&session->plan, from_ms);
    PlanStep step;
    int inhales = 0;
    while (inhales < 100 && plan_next_step(&session->plan, &cursor, &step)) {
        if (session->no_holds && is_hold(&step))
            return "a hold that was refused comes back";
        if (step.kind != PLAN_BREATH || step.phase != BREATH_IN)
            continue;
        const BreathPattern pattern = pattern_at(&session->plan, step.part);
        if (breath_problem(&pattern) != NULL)
            return breath_problem(&pattern);
        inhales++;
        if (step.round == 0) /* the other rounds are the same */
            cursor = (PlanCursor){ step.part + 1, 0, 0 };
    }
    return NULL;
}

static int64_t longest_cycle_ms(const Plan *plan)
{
    int64_t longest = 0;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_BREATH &&
            plan_round_ms(&plan->parts[i]) > longest)
            longest = plan_round_ms(&plan->parts[i]);
    return longest;
}

/* The end is kept within half of the longest breath there was, 5 % for a ramp added. */
static const char *end_problem(Trial *trial)
{
    const Session *session = &trial->session;
    const int64_t end = plan_end_ms(&session->plan);
    const int64_t longest = longest_cycle_ms(&session->plan);
    if (longest > trial->longest_ms)
        trial->longest_ms = longest;
    if ((end == INT64_MAX) != (session->end_ms == INT64_MAX))
        return "open, or not open";
    if (end != INT64_MAX &&
        llabs(end - session->end_ms) * 20 > trial->longest_ms * 11 + 20)
        return "the end that was asked for is lost";
    return NULL;
}

/* A step that is told follows the one before it, and no breath is more than 5 % longer.
 */
static const char *told_problem(Trial *trial, const PlanStep *step)
{
    const PlanStep *last = &trial->last;
    const int64_t edge = last->start_ms + last->length_ms;
    const bool is_resumed = step->kind == PLAN_SETTLE;
    const char *problem = NULL;
    if (!is_resumed && (is_hold(last) ? step->start_ms > edge : step->start_ms != edge))
        problem = "a step does not follow the one before it";
    if (step->kind == PLAN_BREATH && step->phase == BREATH_IN) {
        const BreathPattern pattern = pattern_at(&trial->session.plan, step->part);
        const int32_t before = breath_cycle_ms(&trial->breath);
        if (before > 0 && breath_cycle_ms(&pattern) > before + before / 20)
            problem = "a breath is more than 5 % longer than the last";
        /* One that comes again after a pause counts as it was first, with its holds. */
        if (last->kind != PLAN_SETTLE || breath_cycle_ms(&pattern) > before)
            trial->breath = pattern;
    }
    trial->last = *step;
    return problem;
}

static const char *apply(Trial *trial, SessionInput input)
{
    SessionEvents *events = &trial->events[trial->count];
    *events = (SessionEvents){ 0 };
    trial->inputs[trial->count++] = input;
    session_apply(&trial->session, input, events);
    for (int32_t i = 0; i < events->count; i++) {
        if (events->items[i].kind != SESSION_STEP)
            continue;
        const char *problem = told_problem(trial, &events->items[i].step);
        if (problem != NULL)
            return problem;
    }
    return NULL;
}

/* The lungs at the edges of the steps that come until until_ms. */
static const char *edge_problem(const Session *session, int64_t until_ms)
{
    PlanCursor cursor = plan_cursor_from(&session->plan, session->now_ms + 1);
    PlanStep step;
    while (plan_next_step(&session->plan, &cursor, &step) && step.start_ms <= until_ms) {
        const SessionMoment before =
            session_moment(session, (double)step.start_ms - 0.25);
        const SessionMoment after = session_moment(session, (double)step.start_ms + 0.25);
        if (fabs(before.fullness - after.fullness) > 1e-4)
            return "the lungs jump at an edge";
    }
    return NULL;
}

/* What begins before until_ms begins in both plans. */
static bool is_same_until(const Plan *a, const Plan *b, int64_t now_ms, int64_t until_ms)
{
    PlanCursor at_a = plan_cursor_from(a, now_ms + 1),
               at_b = plan_cursor_from(b, now_ms + 1);
    PlanStep step_a = plan_step_at(a, now_ms), step_b = plan_step_at(b, now_ms);
    for (;;) {
        if (step_a.start_ms != step_b.start_ms || step_a.kind != step_b.kind ||
            step_a.phase != step_b.phase)
            return false;
        const bool has_a =
            plan_next_step(a, &at_a, &step_a) && step_a.start_ms < until_ms;
        const bool has_b =
            plan_next_step(b, &at_b, &step_b) && step_b.start_ms < until_ms;
        if (has_a != has_b)
            return false;
        if (!has_a)
            return true;
    }
}

static bool is_same_plan(const Plan *a, const Plan *b)
{
    return a->count == b->count &&
           memcmp(a->parts, b->parts, (size_t)a->count * sizeof a->parts[0]) == 0;
}

static bool is_same_wish(const Session *a, const Session *b)
{
    return is_same_plan(&a->plan, &b->plan) && breath_is_equal(&a->base, &b->base) &&
           a->ease == b->ease && a->no_holds == b->no_holds && a->end_ms == b->end_ms &&
           a->refused_ms == b->refused_ms;
}

/* Quicker is never slower than the breath before; it may just call off a slower one. */
static bool is_quicker(const Plan *plan, int64_t from_ms)
{
    const PlanPart *before = &plan->parts[plan_step_at(plan, from_ms - 1).part];
    const PlanPart *after = &plan->parts[plan_step_at(plan, from_ms).part];
    return before->kind != PLAN_BREATH || plan_round_ms(after) <= plan_round_ms(before);
}

/* What an input did to a session that stood at the same moment just before. */
static const char *input_problem(const Session *before, const Session *after,
                                 SessionInput input, const SessionEvents *events)
{
    const int64_t now = input.at_ms;
    const bool is_resumed =
        before->state != SESSION_RUNNING && after->state == SESSION_RUNNING;
    const SessionMoment was = session_moment(before, (double)now);
    const SessionMoment is = session_moment(after, (double)now);
    if (fabs(was.fullness - is.fullness) > 1e-9)
        return "the lungs jump at an input";
    if (fabs(was.into - is.into) > 1e-9 && !is_resumed)
        return "the place in the step jumps";
    for (int32_t i = 0; i < events->count; i++) {
        if (events->items[i].kind == SESSION_UNCHANGED && !is_same_wish(before, after))
            return "unchanged, and yet changed";
        if (events->items[i].kind == SESSION_CHANGED && input.kind == SESSION_QUICKER &&
            !is_quicker(&after->plan, events->items[i].at_ms))
            return "quicker, and yet not quicker";
    }
    if (!is_resumed &&
        !is_same_until(&before->plan, &after->plan, now, now + PLAN_AHEAD_MS))
        return "a change is too near";
    return NULL;
}

static SessionInput random_input(Trial *trial)
{
    static const SessionInputKind kinds[] = {
        SESSION_TIME,   SESSION_TIME,      SESSION_PAUSE,     SESSION_GO_ON,
        SESSION_GO_ON,  SESSION_QUICKER,   SESSION_QUICKER,   SESSION_SLOWER,
        SESSION_SLOWER, SESSION_SLOWER,    SESSION_NO_HOLDS,  SESSION_STAY,
        SESSION_NEXT,   SESSION_LEAVE,     SESSION_INTERRUPT, SESSION_BEGIN,
        SESSION_BACK,   SESSION_LEAVE_OUT,
    };
    const int64_t last = (int64_t)(sizeof kinds / sizeof kinds[0]) - 1;
    Random *random = trial->random;
    int64_t at = trial->session.now_ms;
    const int64_t next = session_next_ms(&trial->session);
    if (trial->session.state == SESSION_RUNNING && !random_one_in(random, 3)) {
        at += random_between(random, 0, random_one_in(random, 3) ? 6000 : 2000);
        if (random_one_in(random, 3) && next != INT64_MAX)
            at = next + random_between(random, -260, 10);
        if (at < trial->session.now_ms)
            at = trial->session.now_ms;
    }
    return (SessionInput){ at, kinds[random_between(random, 0, last)] };
}

static const char *take_one_input(Trial *trial)
{
    const SessionInput input = random_input(trial);
    const char *problem = edge_problem(&trial->session, input.at_ms);
    if (problem == NULL)
        problem = apply(trial, (SessionInput){ input.at_ms, SESSION_TIME });
    if (problem != NULL)
        return problem;
    const Session before = trial->session;
    problem = apply(trial, input);
    if (problem == NULL)
        problem = input_problem(&before, &trial->session, input,
                                &trial->events[trial->count - 1]);
    if (problem == NULL)
        problem = plan_problem(&trial->session.plan);
    if (problem == NULL)
        problem = tail_problem(&trial->session, input.at_ms + PLAN_AHEAD_MS);
    return problem ? problem : end_problem(trial);
}

static bool is_same_event(const SessionEvent *a, const SessionEvent *b)
{
    return a->at_ms == b->at_ms && a->kind == b->kind && a->cause == b->cause &&
           a->step.start_ms == b->step.start_ms && a->step.kind == b->step.kind &&
           a->step.length_ms == b->step.length_ms && a->step.phase == b->step.phase &&
           a->step.part == b->step.part && a->step.round == b->step.round;
}

static const char *replay_problem(const Trial *trial)
{
    Session again = trial->start;
    for (int32_t i = 0; i < trial->count; i++) {
        SessionEvents events = { 0 };
        session_apply(&again, trial->inputs[i], &events);
        if (events.count != trial->events[i].count)
            return "replayed to other events";
        for (int32_t e = 0; e < events.count; e++)
            if (!is_same_event(&events.items[e], &trial->events[i].items[e]))
                return "replayed to another event";
    }
    if (!is_same_wish(&again, &trial->session) || again.state != trial->session.state ||
        again.now_ms != trial->session.now_ms || again.breaths != trial->session.breaths)
        return "replayed to another session";
    return NULL;
}

/* Whatever was pressed, a practice that ends comes to its close. */
static const char *close_problem(Trial *trial)
{
    Session *session = &trial->session;
    SessionEvents events = { 0 };
    if (session->state != SESSION_RUNNING && session->state != SESSION_OVER)
        session_apply(session, (SessionInput){ session->now_ms, SESSION_GO_ON }, &events);
    const int64_t end = plan_end_ms(&session->plan);
    if (end == INT64_MAX)
        return NULL;
    if (end > session->now_ms)
        session_apply(session, (SessionInput){ end, SESSION_TIME }, &events);
    return session->state == SESSION_OVER ? NULL : "it does not come to its close";
}

static const char *sessions_keep_their_promises(Random *random, int32_t size)
{
    Trial trial = { .random = random, .start = random_session(random) };
    trial.session = trial.start;
    const char *problem = apply(&trial, (SessionInput){ 0, SESSION_BEGIN });
    for (int32_t i = 0; i < size && problem == NULL; i++)
        problem = take_one_input(&trial);
    if (problem == NULL)
        problem = replay_problem(&trial);
    if (problem == NULL)
        problem = close_problem(&trial);
    if (problem == NULL)
        return NULL;
    const SessionInput input = trial.inputs[trial.count - 1];
    return random_say(random, "%s; input %d at %lld", problem, input.kind,
                      (long long)input.at_ms);
}

static void test_sessions_keep_their_promises(void **state)
{
    (void)state;
    random_check(sessions_keep_their_promises, 5000, 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sessions_keep_their_promises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
