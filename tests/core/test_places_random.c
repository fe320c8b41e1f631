/* SPDX-License-Identifier: MIT */
#include "core/session.h"
#include "support/random.h"
#include "support/scan_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Body scans that are lived by somebody who presses anything at any time, with speakers
 * that are late or not. After every input the promises are looked at, and at the end all
 * of it is replayed. */
enum { INPUTS_MAX = 160 };

typedef struct Trial {
    Random *random;
    ScanRig rig;
    Session start, session;
    int32_t count;
    SessionInput inputs[INPUTS_MAX];
    SessionEvents events[INPUTS_MAX];
    PlanStep last;                  /* that was told */
    bool is_out[SCAN_RIG_CUES_MAX]; /* cues of places that were left out */
} Trial;

static Trial trial; /* too big for the stack */

static bool make_session(Random *random, int32_t size)
{
    static const int32_t lags[] = { 0, 0, 170, 500 };
    Plan plan;
    memset(&trial, 0, sizeof trial);
    trial.random = random;
    scan_rig_init(&trial.rig);
    scan_rig_random_lengths(&trial.rig, random);
    scan_rig_random_route(&trial.rig, random, size);
    const ScanRequest request = scan_rig_random_request(&trial.rig, random);
    if (scan_lay_out(&trial.rig.regions, &trial.rig.table, &request, &plan) != NULL)
        return false;
    session_init(&trial.start, &plan, NULL);
    session_set_lag(&trial.start, lags[random_between(random, 0, 3)]);
    trial.session = trial.start;
    return true;
}

static bool is_same_plan(const Plan *a, const Plan *b)
{
    return a->count == b->count &&
           memcmp(a->parts, b->parts, (size_t)a->count * sizeof a->parts[0]) == 0;
}

static bool is_same_wish(const Session *a, const Session *b)
{
    return is_same_plan(&a->plan, &b->plan) &&
           is_same_plan(&a->places.laid, &b->places.laid) &&
           a->places.ease == b->places.ease && a->places.shown_ms == b->places.shown_ms &&
           a->end_ms == b->end_ms;
}

/* Where in the plan as it was laid out the place of a cue begins, counted in places; -1
 * for none. */
static int32_t rank_of(int32_t cue)
{
    const Plan *laid = &trial.start.plan;
    int32_t rank = 0, last = PLAN_NO_CUE;
    for (int32_t i = 0; i < laid->count; i++) {
        if (laid->parts[i].kind != PLAN_QUIET || laid->parts[i].cue == last)
            continue;
        last = laid->parts[i].cue;
        if (last == cue)
            return rank;
        rank++;
    }
    return -1;
}

/* The cue of the n-th place of the plan as it was laid out, PLAN_NO_CUE behind the last.
 */
static int32_t cue_of(int32_t rank)
{
    for (int32_t i = 0; rank >= 0 && i < trial.rig.table.count; i++)
        if (rank_of(i) == rank)
            return i;
    return PLAN_NO_CUE;
}

/* The place after or before that one which was not left out. */
static int32_t place_beside(int32_t cue, int32_t step)
{
    int32_t rank = rank_of(cue), beside;
    do {
        rank += step;
        beside = cue_of(rank);
    } while (beside != PLAN_NO_CUE && trial.is_out[beside]);
    return beside;
}

static bool is_ahead(const Plan *plan, int32_t i)
{
    return plan->parts[i].kind == PLAN_QUIET && plan->parts[i + 1].kind == PLAN_WORDS &&
           plan->parts[i].cue == plan->parts[i + 1].cue;
}

/* What no silence may become shorter than: 2 s, unless one was laid out so. */
static int32_t least_silence_ms(void)
{
    const Plan *laid = &trial.start.plan;
    int32_t least = 2000;
    for (int32_t i = 0; i < laid->count; i++)
        if (laid->parts[i].kind == PLAN_QUIET && laid->parts[i].phase_ms[0] < least)
            least = laid->parts[i].phase_ms[0];
    return least;
}

/* What comes is in order, with nothing that was left out and no silence cut to nothing.
 */
static const char *tail_problem(const Session *session)
{
    const Plan *plan = &session->plan;
    const int64_t from = session->now_ms > session->places.shown_ms
                             ? session->now_ms
                             : session->places.shown_ms;
    const int32_t least = least_silence_ms();
    const int32_t here = places_cue_at(&session->places, plan, from);
    int32_t rank = -1;
    for (int32_t i = plan_step_at(plan, from).part; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        if (part->kind == PLAN_WORDS && trial.is_out[part->cue])
            return "words of a place that was left out";
        if (part->kind != PLAN_QUIET)
            continue;
        if (trial.is_out[part->cue] && i + 1 < plan->count)
            return "a place that was left out";
        if (rank_of(part->cue) < rank)
            return "a place out of its order";
        rank = rank_of(part->cue);
        if (part->cue != here && !is_ahead(plan, i) && part->phase_ms[0] < least)
            return "next to no silence";
    }
    return NULL;
}

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

/* A step that is told follows the one before it, which may have been cut; a silence may
 * have been opened. */
static const char *told_problem(const PlanStep *step)
{
    const PlanStep last = trial.last;
    trial.last = *step;
    if (step->kind != PLAN_SETTLE && last.kind != PLAN_QUIET &&
        step->start_ms > last.start_ms + last.length_ms)
        return "a step does not follow the one before it";
    return step->start_ms >= last.start_ms ? NULL : "a step before the last";
}

static const char *apply(SessionInput input)
{
    SessionEvents *events = &trial.events[trial.count];
    trial.inputs[trial.count++] = input;
    session_apply(&trial.session, input, events);
    const char *problem = NULL;
    for (int32_t i = 0; i < events->count; i++)
        if (events->items[i].kind == SESSION_STEP && problem == NULL)
            problem = told_problem(&events->items[i].step);
    return problem;
}

/* What begins before until_ms begins in both plans. */
static bool is_same_until(const Plan *a, const Plan *b, int64_t now_ms, int64_t until_ms)
{
    PlanCursor at_a = plan_cursor_from(a, now_ms + 1),
               at_b = plan_cursor_from(b, now_ms + 1);
    PlanStep step_a = plan_step_at(a, now_ms), step_b = plan_step_at(b, now_ms);
    for (;;) {
        if (step_a.start_ms != step_b.start_ms || step_a.kind != step_b.kind ||
            step_a.cue != step_b.cue)
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

/* When the words of the place that is shown begin; INT64_MAX when they have begun. */
static int64_t words_ms(const Session *session, int32_t cue)
{
    const Plan *plan = &session->plan;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_WORDS && plan->parts[i].cue == cue &&
            plan->parts[i].start_ms >= session->places.shown_ms)
            return plan->parts[i].start_ms;
    return INT64_MAX;
}

/* A place that was gone to shows at once and speaks 2 s after the press, or at once when
 * nobody listens; the one that comes by itself just then is left to come. */
static const char *skip_problem(const Session *before, const Session *after,
                                SessionInput input)
{
    const int32_t was = session_moment(before, (double)input.at_ms).place;
    const int32_t is = session_moment(after, (double)input.at_ms).place;
    const bool is_back = input.kind == SESSION_BACK;
    int32_t expected = place_beside(was, is_back ? -1 : +1);
    if (expected == PLAN_NO_CUE && is_back)
        expected = was;
    if (is != expected)
        return "not the place that was gone to";
    if (expected == PLAN_NO_CUE)
        return NULL;
    int64_t at = input.at_ms;
    const int64_t cut = at + before->lag_ms + PLAN_AHEAD_MS;
    if (before->state == SESSION_RUNNING)
        at = at + 2000 > cut ? at + 2000 : cut;
    if (words_ms(after, is) == at)
        return NULL;
    if (!is_back && words_ms(before, is) == words_ms(after, is) &&
        words_ms(after, is) < cut)
        return NULL;
    return "the words of the new place come at another time";
}

static int64_t silence_ms(const Plan *plan, int64_t from_ms)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].start_ms >= from_ms && plan->parts[i].kind == PLAN_QUIET)
            sum += plan->parts[i].phase_ms[0];
    return sum;
}

static const char *changed_problem(const Session *before, const Session *after,
                                   SessionInput input, const SessionEvent *event)
{
    const int64_t more =
        silence_ms(&after->plan, event->at_ms) - silence_ms(&before->plan, event->at_ms);
    switch (input.kind) {
    case SESSION_NEXT:
    case SESSION_BACK:
    case SESSION_LEAVE_OUT: return skip_problem(before, after, input);
    case SESSION_QUICKER: return more < 0 ? NULL : "quicker, and yet not shorter";
    case SESSION_SLOWER: return more > 0 ? NULL : "slower, and yet not longer";
    default: return NULL;
    }
}

static const char *input_problem(const Session *before, const Session *after,
                                 SessionInput input, const SessionEvents *events)
{
    const int64_t ahead = input.at_ms + before->lag_ms + PLAN_AHEAD_MS;
    const bool is_go_on = input.kind == SESSION_GO_ON;
    for (int32_t i = 0; i < events->count; i++) {
        const SessionEvent *event = &events->items[i];
        if (event->kind == SESSION_UNCHANGED && !is_same_wish(before, after))
            return "unchanged, and yet changed";
        if (event->kind != SESSION_CHANGED)
            continue;
        const char *problem = changed_problem(before, after, input, event);
        if (problem != NULL)
            return problem;
        if (input.kind == SESSION_LEAVE_OUT)
            trial.is_out[session_moment(before, (double)input.at_ms).place] = true;
    }
    if (before->state == SESSION_RUNNING && !is_go_on &&
        !is_same_until(&before->plan, &after->plan, input.at_ms, ahead))
        return "a change is too near";
    return NULL;
}

static SessionInput random_input(void)
{
    static const SessionInputKind kinds[] = {
        SESSION_TIME,      SESSION_TIME,      SESSION_TIME,   SESSION_PAUSE,
        SESSION_GO_ON,     SESSION_GO_ON,     SESSION_GO_ON,  SESSION_QUICKER,
        SESSION_SLOWER,    SESSION_QUICKER,   SESSION_SLOWER, SESSION_STAY,
        SESSION_NEXT,      SESSION_NEXT,      SESSION_BACK,   SESSION_BACK,
        SESSION_LEAVE_OUT, SESSION_INTERRUPT, SESSION_LEAVE,  SESSION_BEGIN,
        SESSION_NO_HOLDS,
    };
    const int64_t last = (int64_t)(sizeof kinds / sizeof kinds[0]) - 1;
    Random *random = trial.random;
    int64_t at = trial.session.now_ms;
    const int64_t next = session_next_ms(&trial.session);
    if (trial.session.state == SESSION_RUNNING && !random_one_in(random, 3)) {
        at += random_between(random, 0, random_one_in(random, 3) ? 20000 : 2000);
        if (random_one_in(random, 3) && next != INT64_MAX)
            at = next + random_between(random, -760, 10);
        if (at < trial.session.now_ms)
            at = trial.session.now_ms;
    }
    return (SessionInput){ at, kinds[random_between(random, 0, last)] };
}

static const char *take_one_input(void)
{
    const SessionInput input = random_input();
    const char *problem = apply((SessionInput){ input.at_ms, SESSION_TIME });
    if (problem != NULL)
        return problem;
    const Session before = trial.session;
    problem = apply(input);
    if (problem == NULL)
        problem =
            input_problem(&before, &trial.session, input, &trial.events[trial.count - 1]);
    if (problem == NULL)
        problem = plan_problem(&trial.session.plan);
    return problem ? problem : tail_problem(&trial.session);
}

static bool is_same_event(const SessionEvent *a, const SessionEvent *b)
{
    return a->at_ms == b->at_ms && a->kind == b->kind && a->cause == b->cause &&
           a->step.start_ms == b->step.start_ms && a->step.kind == b->step.kind &&
           a->step.length_ms == b->step.length_ms && a->step.cue == b->step.cue &&
           a->step.part == b->step.part;
}

static const char *replay_problem(void)
{
    Session again = trial.start;
    for (int32_t i = 0; i < trial.count; i++) {
        SessionEvents events = { 0 };
        session_apply(&again, trial.inputs[i], &events);
        if (events.count != trial.events[i].count)
            return "replayed to other events";
        for (int32_t e = 0; e < events.count; e++)
            if (!is_same_event(&events.items[e], &trial.events[i].items[e]))
                return "replayed to another event";
    }
    if (!is_same_wish(&again, &trial.session) || again.state != trial.session.state ||
        again.now_ms != trial.session.now_ms)
        return "replayed to another session";
    return NULL;
}

/* Whatever was pressed, what stays goes on and the practice comes to its close. */
static const char *close_problem(void)
{
    Session *session = &trial.session;
    const int32_t most = 4 + 2 * session->plan.count; /* each part may stay */
    for (int32_t i = 0; i < most && session->state != SESSION_OVER; i++) {
        const int64_t end = plan_end_ms(&session->plan);
        SessionEvents events = { 0 };
        if (session->state != SESSION_RUNNING || end == INT64_MAX)
            session_apply(session, (SessionInput){ session->now_ms, SESSION_GO_ON },
                          &events);
        else
            session_apply(session, (SessionInput){ end, SESSION_TIME }, &events);
        if (session->state == SESSION_RUNNING && plan_end_ms(&session->plan) == INT64_MAX)
            session_apply(session,
                          (SessionInput){ session->now_ms + 60000, SESSION_TIME },
                          &events);
    }
    return session->state == SESSION_OVER ? NULL : "it does not come to its close";
}

static const char *scans_keep_their_promises(Random *random, int32_t size)
{
    if (!make_session(random, size))
        return NULL;
    const char *problem = apply((SessionInput){ 0, SESSION_BEGIN });
    for (int32_t i = 0; i < size && problem == NULL; i++)
        problem = take_one_input();
    if (problem == NULL)
        problem = replay_problem();
    if (problem == NULL)
        problem = close_problem();
    if (problem == NULL)
        return NULL;
    const SessionInput input = trial.inputs[trial.count - 1];
    return random_say(random, "%s; input %d at %lld", problem, input.kind,
                      (long long)input.at_ms);
}

static void test_scans_keep_their_promises(void **state)
{
    (void)state;
    random_check(scans_keep_their_promises, 6000, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scans_keep_their_promises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
