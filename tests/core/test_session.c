/* SPDX-License-Identifier: MIT */
#include "core/session.h"

#include "core/pattern.h"
#include "core/practice.h"
#include "support/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Inputs are written as "0 begin, 5000 quicker, 30000": a bare number is the time.
 * What comes of them is written as "3000 in" for a step, "5000 =paused" for a state,
 * "13000 ~quicker" for a change and "5000 !quicker" for an input that changed nothing. */
enum { LOG_MAX_BYTES = 4096 };

static const char *const input_names[SESSION_INPUT_COUNT] = {
    [SESSION_TIME] = "",
    [SESSION_BEGIN] = "begin",
    [SESSION_PAUSE] = "pause",
    [SESSION_GO_ON] = "go-on",
    [SESSION_QUICKER] = "quicker",
    [SESSION_SLOWER] = "slower",
    [SESSION_NO_HOLDS] = "no-holds",
    [SESSION_STAY] = "stay",
    [SESSION_NEXT] = "next",
    [SESSION_BACK] = "back",
    [SESSION_LEAVE_OUT] = "leave-out",
    [SESSION_LEAVE] = "leave",
    [SESSION_INTERRUPT] = "interrupt",
};

/* How the logs begin. */
#define BREATHING "0 =running, 0 settle, 3000 in, "
#define SCANNING "0 =running, 0 settle, 3000 words, "

static const char *const state_names[] = { "ready", "running", "paused", "left", "over" };

static void log_event(const Session *session, const SessionEvent *event, char *log)
{
    const size_t used = strlen(log);
    char *at = log + used;
    const size_t room = LOG_MAX_BYTES - used;
    const char *step = event->step.kind == PLAN_BREATH
                           ? plan_phase_name(event->step.phase)
                           : plan_kind_name(event->step.kind);
    const char *comma = used > 0 ? ", " : "";
    const long long ms = (long long)event->at_ms;
    switch (event->kind) {
    case SESSION_STEP: snprintf(at, room, "%s%lld %s", comma, ms, step); break;
    case SESSION_STATE:
        snprintf(at, room, "%s%lld =%s", comma, ms, state_names[session->state]);
        break;
    default:
        snprintf(at, room, "%s%lld %c%s", comma, ms,
                 event->kind == SESSION_CHANGED ? '~' : '!', input_names[event->cause]);
    }
}

static SessionInput read_input(const char *text)
{
    char name[24] = "";
    long long at_ms = 0;
    SessionInput input = { 0 };
    assert_true(sscanf(text, "%lld %23[a-z-]", &at_ms, name) >= 1);
    while (strcmp(input_names[input.kind], name) != 0) {
        input.kind++;
        assert_true(input.kind < SESSION_INPUT_COUNT);
    }
    input.at_ms = at_ms;
    return input;
}

static void play(Session *session, const char *script, char log[LOG_MAX_BYTES])
{
    log[0] = '\0';
    while (script != NULL) {
        SessionEvents events = { 0 };
        session_apply(session, read_input(script), &events);
        for (int32_t i = 0; i < events.count; i++)
            log_event(session, &events.items[i], log);
        script = strstr(script, ", ");
        script = script ? script + 2 : NULL;
    }
}

static BreathPattern breath(const char *text)
{
    BreathPattern pattern = { { 0 } };
    if (text != NULL)
        assert_null(pattern_parse(text, &pattern));
    return pattern;
}

static Session breathing(const char *pattern, const char *from, int64_t length_ms)
{
    const BreatheRequest asked = { .pattern = breath(pattern),
                                   .from = breath(from),
                                   .length_ms = length_ms,
                                   .lead_in_ms = PLAN_SETTLE_MS };
    Plan plan;
    Session session;
    assert_null(practice_breathe(&asked, &plan));
    session_init(&session, &plan, &asked.pattern);
    return session;
}

static const struct {
    const char *name;
    int64_t length_ms;
    const char *script, *log;
} breathing_events_rows[] = {
    { "begins and ends", 20000, "0 begin, 13000, 30000",
      BREATHING "7000 out, 13000 in, 17000 out, 23000 close, 30000 =over" },
    { "nothing before it begins", 20000, "0, 0 pause, 0 quicker, 0 leave, 0 go-on", "" },
    { "a late begin tells what was", 20000, "4000 begin",
      "4000 =running, 0 settle, 3000 in" },
    { "a ms before a step", 20000, "0 begin, 2999", "0 =running, 0 settle" },
    { "on a step, once", 20000, "0 begin, 3000, 3000, 3001",
      "0 =running, 0 settle, 3000 in" },
    { "pause and go on", 20000, "0 begin, 8000 pause, 8000, 8000 go-on, 21000",
      BREATHING "7000 out, 8000 =paused, 8000 ~go-on, 8000 =running, 8000 settle, "
                "11000 in, 15000 out, 21000 in" },
    { "pause while it settles", 20000, "0 begin, 1000 pause, 1000 go-on, 4000",
      "0 =running, 0 settle, 1000 =paused, 1000 ~go-on, 1000 =running, 1000 settle, "
      "4000 in" },
    { "pause in the settle of a pause", 20000,
      "0 begin, 8000 pause, 8000 go-on, 9000 pause, 9000 go-on, 12000",
      BREATHING "7000 out, 8000 =paused, 8000 ~go-on, 8000 =running, 8000 settle, "
                "9000 =paused, 9000 ~go-on, 9000 =running, 9000 settle, 12000 in" },
    { "pause on a boundary", 20000, "0 begin, 7000 pause, 7000 go-on, 10000",
      BREATHING
      "7000 out, 7000 =paused, 7000 ~go-on, 7000 =running, 7000 settle, 10000 in" },
    { "pause as it begins", 20000, "0 begin, 0 pause, 0 go-on, 3000",
      "0 =running, 0 settle, 0 =paused, 0 ~go-on, 0 =running, 0 settle, 3000 in" },
    { "one pause is enough", 20000, "0 begin, 4000 pause, 4000 pause, 4000 interrupt",
      BREATHING "4000 =paused" },
    { "leave and go on", 20000, "0 begin, 4000 leave, 4000 go-on, 7000",
      BREATHING "4000 =left, 4000 ~go-on, 4000 =running, 4000 settle, 7000 in" },
    { "leave a pause", 20000, "0 begin, 4000 pause, 4000 leave, 4000 go-on",
      BREATHING "4000 =paused, 4000 =left, 4000 ~go-on, 4000 =running, 4000 settle" },
    { "what is left hears nothing else", 20000,
      "0 begin, 4000 leave, 4000 leave, 4000 pause, 4000 quicker, 4000 no-holds",
      BREATHING "4000 =left" },
    { "an interruption pauses", 20000, "0 begin, 4000 interrupt, 4000 go-on, 7000",
      BREATHING "4000 =paused, 4000 ~go-on, 4000 =running, 4000 settle, 7000 in" },
    { "over is over", 5000, "0 begin, 13000, 13000 go-on, 13000 pause, 13000 leave",
      BREATHING "7000 out, 13000 close, 13000 =over" },
    { "an input at the close is too late", 5000, "0 begin, 13000 pause",
      BREATHING "7000 out, 13000 close, 13000 =over" },
    { "open breathing ends with its cycle", 0, "0 begin, 14000, 14000 go-on, 23000",
      BREATHING "7000 out, 13000 in, 14000 ~go-on, 17000 out, 23000 close, 23000 =over" },
    { "quicker from the next inhale", 20000, "0 begin, 4000 quicker, 16500",
      BREATHING "13000 ~quicker, 7000 out, 13000 in, 16500 out" },
    { "nothing to skip or to go on from", 20000,
      "0 begin, 4000 stay, 4000 next, 4000 no-holds, 4000 go-on",
      BREATHING "4000 !stay, 4000 !next, 4000 !no-holds, 4000 !go-on" },
};

static void test_breathing_events(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof breathing_events_rows / sizeof breathing_events_rows[0];
         i++) {
        char log[LOG_MAX_BYTES];
        Session session = breathing("4-6", NULL, breathing_events_rows[i].length_ms);
        play(&session, breathing_events_rows[i].script, log);
        if (strcmp(log, breathing_events_rows[i].log) != 0)
            fail_msg("%s:\n  is     %s\n  is not %s", breathing_events_rows[i].name, log,
                     breathing_events_rows[i].log);
    }
}

static const Cue cues[] = { { "arrive-1", "Here.", 5000, "hands" },
                            { "hands-1", "The hands, if you like.", 6000, "hands" } };
static const CueTable table = { cues, 2 };

/* settle; arrive, 40 s of quiet; hands, 30 s of quiet; close */
static Session scan(void)
{
    Plan plan = { 0 };
    const PlanPart settle = { .kind = PLAN_SETTLE, .phase_ms = { 3000 }, .rounds = 1 };
    plan_append(&plan, settle);
    for (int32_t cue = 0; cue < table.count; cue++) {
        const PlanPart words = { .kind = PLAN_WORDS,
                                 .phase_ms = { table.cues[cue].length_ms },
                                 .rounds = 1,
                                 .cue = cue };
        const PlanPart quiet = { .kind = PLAN_QUIET,
                                 .phase_ms = { cue == 0 ? 40000 : 30000 },
                                 .rounds = 1,
                                 .cue = cue };
        plan_append(&plan, words);
        plan_append(&plan, quiet);
    }
    plan_append(&plan, (PlanPart){ .kind = PLAN_CLOSE, .rounds = 1 });
    Session session;
    session_init(&session, &plan, NULL);
    return session;
}

static void test_scan_events(void **state)
{
    (void)state;
    static const struct {
        const char *name, *script, *log;
    } rows[] = {
        { "runs by itself", "0 begin, 90000",
          SCANNING "8000 quiet, 48000 words, 54000 quiet, 84000 close, 90000 =over" },
        { "next, and its words 2 s after the press", "0 begin, 4000 next, 6000",
          SCANNING "4250 ~next, 4250 quiet, 6000 words" },
        { "next and next", "0 begin, 4000 next, 4500 next, 4750",
          SCANNING "4250 ~next, 4250 quiet, 4750 ~next, 4750 close, 4750 =over" },
        { "two presses at once go two places on", "0 begin, 4000 next, 4000 next, 4250",
          SCANNING "4250 ~next, 4250 ~next, 4250 close, 4250 =over" },
        { "stay and go on", "0 begin, 4000 stay, 600000, 600000 go-on, 602000",
          SCANNING "4000 ~stay, 8000 quiet, 600000 ~go-on, 602000 words" },
        { "stay and next", "0 begin, 20000 stay, 600000 next, 602000",
          SCANNING "8000 quiet, 20000 ~stay, 600250 ~next, 600250 quiet, 602000 words" },
        { "stays already", "0 begin, 20000 stay, 20000 stay",
          SCANNING "8000 quiet, 20000 ~stay, 20000 !stay" },
        { "pause in the words says them again", "0 begin, 4000 pause, 4000 go-on, 12000",
          SCANNING "4000 =paused, 4000 ~go-on, 4000 =running, 4000 settle, 7000 words, "
                   "12000 quiet" },
        { "pause in the quiet goes on with what was left",
          "0 begin, 18000 pause, 18000 go-on, 51000",
          SCANNING "8000 quiet, 18000 =paused, 18000 ~go-on, 18000 =running, 18000 "
                   "settle, 21000 quiet, 51000 words" },
        { "pause while it stays", "0 begin, 4000 stay, 9000 pause, 9000 go-on, 700000",
          SCANNING "4000 ~stay, 8000 quiet, 9000 =paused, 9000 ~go-on, 9000 =running, "
                   "9000 settle, 12000 quiet" },
        { "shorter silences, and as long as they were",
          "0 begin, 4000 quicker, 43000, 43000 slower, 49000",
          SCANNING "8000 ~quicker, 8000 quiet, 43000 words, 49000 ~slower, 49000 quiet" },
        { "nothing to go on from or to hold", "0 begin, 4000 no-holds, 4000 go-on",
          SCANNING "4000 !no-holds, 4000 !go-on" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char log[LOG_MAX_BYTES];
        Session session = scan();
        play(&session, rows[i].script, log);
        if (strcmp(log, rows[i].log) != 0)
            fail_msg("%s:\n  is     %s\n  is not %s", rows[i].name, log, rows[i].log);
    }
}

/* Writes the breaths of the plan from the one that is going on, "4-6 3.5-5.25 …". */
static void write_breaths(const Session *session, int count, char *out, size_t size)
{
    PlanCursor cursor = plan_cursor_from(&session->plan, session->now_ms + 1);
    cursor.phase = 0;
    PlanStep step;
    out[0] = '\0';
    while (count > 0 && plan_next_step(&session->plan, &cursor, &step)) {
        if (step.kind != PLAN_BREATH || step.phase != BREATH_IN)
            continue;
        char text[PATTERN_TEXT_MAX];
        BreathPattern pattern;
        memcpy(pattern.phase_ms, session->plan.parts[step.part].phase_ms,
               sizeof pattern.phase_ms);
        const size_t used = strlen(out);
        snprintf(out + used, size - used, "%s%s", used ? " " : "",
                 pattern_text(&pattern, text));
        count--;
    }
}

static const struct {
    const char *name, *pattern, *from;
    int64_t length_ms;
    const char *script;
    const char *breaths; /* the one that is going on and those after it */
    const char *last;    /* what the last input said */
} easing_rows[] = {
    { "an eighth off", "4-6", NULL, 300000, "0 begin, 4000 quicker",
      "4-6 3.5-5.25 3.5-5.25", "13000 ~quicker" },
    { "presses add up", "4-6", NULL, 300000, "0 begin, 4000 quicker, 9000 quicker",
      "4-6 3.063-4.594 3.063-4.594", "13000 ~quicker" },
    { "in the last 250 ms, the one after", "4-6", NULL, 300000, "0 begin, 12751 quicker",
      "4-6 4-6 3.5-5.25", "23000 ~quicker" },
    { "across a breath", "4-6", NULL, 300000, "0 begin, 4000 quicker, 14000 quicker",
      "3.5-5.25 3.063-4.594 3.063-4.594", "21750 ~quicker" },
    { "while it settles", "4-6", NULL, 300000, "0 begin, 1000 quicker, 3000",
      "3.5-5.25 3.5-5.25", "3000 in" },
    { "slower while it settles", "4-6", "3.5-4.5", 300000,
      "0 begin, 1000 slower, 1000 slower, 3000", "3.5-4.5 3.5-4.9", "3000 in" },
    { "quicker than the ramp's breath", "4-6", "3.5-4.5", 300000, "0 begin, 4000 quicker",
      "3.5-4.5 3.063-3.938 3.063-3.938", "11000 ~quicker" },
    { "slower by 5 %", "4-6", NULL, 300000, "0 begin, 4000 slower",
      "4-6 4-6.5 4.168-6.857 4.571-6.857 4.571-6.857", "13000 ~slower" },
    { "never past what is gentle", "4-6", NULL, 300000,
      "0 begin, 4000 slower, 14000 slower", "4-6.5 4.168-6.857 4.571-6.857 4.571-6.857",
      "14000 !slower" },
    { "slower in the ramp goes on from it", "4-6", "3.5-4.5", 300000,
      "0 begin, 4000 slower", "3.5-4.5 3.5-4.9 3.5-5.32", "11000 ~slower" },
    { "quicker and slower cancel", "4-6", NULL, 300000,
      "0 begin, 4000 quicker, 5000 slower", "4-6 4-6 4-6", "13000 ~slower" },
    { "slower and quicker cancel", "4-6", NULL, 300000,
      "0 begin, 4000 slower, 5000 quicker", "4-6 4-6 4-6", "13000 ~quicker" },
    { "not slower than was asked for, when that is not gentle", "4-7-8", NULL, 300000,
      "0 begin, 4000 slower", "4-7-8 4-7-8", "4000 !slower" },
    { "back to what was asked for", "4-7-8", NULL, 300000,
      "0 begin, 4000 quicker, 22000, 23000 slower",
      "3.5-6.125-7 3.5-6.125-7.831 4-6.328-8 4-7-8", "38625 ~slower" },
    { "down to 3 s", "4-6", NULL, 300000,
      "0 begin, 4000 quicker, 4000 quicker, 4000 quicker, 4000 quicker, 4000 "
      "quicker, 4000 quicker, 4000 quicker, 4000 quicker, 4000 quicker",
      "4-6 1.203-1.804 1.203-1.804", "13000 ~quicker" },
    { "and no further", "4-6", NULL, 300000,
      "0 begin, 4000 quicker, 4000 quicker, 4000 quicker, 4000 quicker, 4000 "
      "quicker, 4000 quicker, 4000 quicker, 4000 quicker, 4000 quicker, 4000 quicker",
      "4-6 1.203-1.804 1.203-1.804", "4000 !quicker" },
    { "a top-up not under half a second", "1.5+0.7-5", NULL, 300000,
      "0 begin, 4000 quicker, 4000 quicker, 4000 quicker", "1.5+0.7-5 1.148+0.536-3.828",
      "4000 !quicker" },
    { "in the last breath", "4-6", NULL, 20000, "0 begin, 14000 quicker", "4-6",
      "14000 !quicker" },
    { "open", "4-6", NULL, 0, "0 begin, 4000 quicker", "4-6 3.5-5.25 3.5-5.25",
      "13000 ~quicker" },

    { "no holds while it settles", "4-4-4-4", NULL, 300000,
      "0 begin, 1000 no-holds, 3000", "4-4 4-4", "3000 in" },
    { "no holds in a hold", "4-4-4-4", NULL, 300000, "0 begin, 8000 no-holds",
      "4-1.25-4 4-4 4-4", "8000 ~no-holds" },
    { "once is enough", "4-4-4-4", NULL, 300000, "0 begin, 8000 no-holds, 8000 no-holds",
      "4-1.25-4 4-4 4-4", "8000 !no-holds" },
    { "no holds in the ramp", "4-4-6", "3-2-4", 300000, "0 begin, 4000 no-holds",
      "3-4 3-4.35 3-4.717", "4000 ~no-holds" },
    { "no holds and go on", "4-4-4-4", NULL, 300000,
      "0 begin, 8000 pause, 8000 no-holds, 8000 go-on, 11000", "4-4 4-4", "11000 in" },
    { "quicker, then no holds, open", "4-4-4-4", NULL, 0,
      "0 begin, 4000 quicker, 8000 no-holds", "4-1.25-4 3.5-3.5 3.5-3.5",
      "8000 ~no-holds" },
    { "no holds, then quicker", "4-4-4-4", NULL, 300000,
      "0 begin, 8000 no-holds, 8000 quicker", "4-1.25-4 3.5-3.5 3.5-3.5",
      "12250 ~quicker" },
    { "no holds, then slower, open", "4-1-6", NULL, 0,
      "0 begin, 7100 no-holds, 7100 slower",
      "4-0.35-6 4-6.5 4.168-6.857 4.571-6.857 4.571-6.857", "13350 ~slower" },
    { "no breath under 3 s without its holds", "1-4-1-4", NULL, 300000,
      "0 begin, 3500 no-holds", "1-2 1.444-1.706 1.601-1.706", "3500 ~no-holds" },
};

static void test_easing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof easing_rows / sizeof easing_rows[0]; i++) {
        char log[LOG_MAX_BYTES], breaths[400];
        Session session = breathing(easing_rows[i].pattern, easing_rows[i].from,
                                    easing_rows[i].length_ms);
        play(&session, easing_rows[i].script, log);
        int count = 1;
        for (const char *c = easing_rows[i].breaths; *c != '\0'; c++)
            count += *c == ' ';
        write_breaths(&session, count, breaths, sizeof breaths);
        const char *last = strrchr(log, ',');
        if (strcmp(breaths, easing_rows[i].breaths) != 0 ||
            strcmp(last + 2, easing_rows[i].last) != 0)
            fail_msg("%s:\n  is     %s (%s)\n  is not %s (%s)", easing_rows[i].name,
                     breaths, last + 2, easing_rows[i].breaths, easing_rows[i].last);
    }
}

static void test_settle_empties_gently(void **state)
{
    (void)state;
    static const struct {
        const char *name, *pattern, *script;
        double at_ms, fullness;
    } rows[] = {
        { "empty before it begins", "4-6", "0", 0, 0 },
        { "stands where it was paused", "4-6", "0 begin, 5000 pause", 5000, 0.5 },
        { "settles from there", "4-6", "0 begin, 5000 pause, 5000 go-on", 5000, 0.5 },
        { "half way", "4-6", "0 begin, 5000 pause, 5000 go-on", 6500, 0.25 },
        { "to empty", "4-6", "0 begin, 5000 pause, 5000 go-on", 8000, 0 },
        { "from a hold", "4-7-8", "0 begin, 9000 pause, 9000 go-on", 10500, 0.5 },
        { "stands where it was paused in a settle", "4-6",
          "0 begin, 7000 pause, 7000 go-on, 8500 pause", 8500, 0.5 },
        { "settles from there", "4-6",
          "0 begin, 7000 pause, 7000 go-on, 8500 pause, 8500 go-on", 8500, 0.5 },
        { "a hold refused as it began, paused", "4-7-8",
          "0 begin, 7000 pause, 7000 no-holds, 7000 go-on", 8500, 0.5 },
        { "is empty when the breath comes", "4-7-8",
          "0 begin, 7000 pause, 7000 no-holds, 7000 go-on", 9999.999, 0 },
        { "empty at the close", "4-6", "0 begin, 900000", 900000, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char log[LOG_MAX_BYTES];
        Session session = breathing(rows[i].pattern, NULL, 300000);
        play(&session, rows[i].script, log);
        const SessionMoment at = session_moment(&session, rows[i].at_ms);
        if (fabs(at.fullness - rows[i].fullness) > 1e-6)
            fail_msg("%s: %f", rows[i].name, at.fullness);
    }
}

/* The bead of a hold that is cut stops where it is; it neither jumps nor runs. */
static void test_refused_hold(void **state)
{
    (void)state;
    static const struct {
        const char *name, *script;
        double at_ms, into;
        PlanKind kind;
        BreathPhase phase;
    } rows[] = {
        { "as planned", "0 begin", 8400, 0.2, PLAN_BREATH, BREATH_HOLD_FULL },
        { "when it is refused", "0 begin, 8400 no-holds", 8400, 0.2, PLAN_BREATH,
          BREATH_HOLD_FULL },
        { "until it ends", "0 begin, 8400 no-holds", 8645, 0.235, PLAN_BREATH,
          BREATH_HOLD_FULL },
        { "then out", "0 begin, 8400 no-holds", 8650, 0, PLAN_BREATH, BREATH_OUT },
        { "refused just before it begins", "0 begin, 6900 no-holds", 7140, 0.02,
          PLAN_BREATH, BREATH_HOLD_FULL },
        { "out after that", "0 begin, 6900 no-holds", 11150, 0.5, PLAN_BREATH,
          BREATH_OUT },
        { "refused 250 ms before it begins", "0 begin, 6750 no-holds", 11000, 0.5,
          PLAN_BREATH, BREATH_OUT },
        { "refused at its end", "0 begin, 13900 no-holds", 13930, 0.99, PLAN_BREATH,
          BREATH_HOLD_FULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char log[LOG_MAX_BYTES];
        Session session = breathing("4-7-8", NULL, 300000);
        play(&session, rows[i].script, log);
        const SessionMoment at = session_moment(&session, rows[i].at_ms);
        if (fabs(at.into - rows[i].into) > 1e-6 || at.kind != rows[i].kind ||
            at.phase != rows[i].phase)
            fail_msg("%s: %s, %f", rows[i].name, plan_phase_name(at.phase), at.into);
    }
}

/* The end that was asked for outlives every change; a pause alone moves it. */
static void test_asked_end(void **state)
{
    (void)state;
    static const struct {
        const char *name, *pattern, *script;
        int64_t length_ms, asked_ms, end_ms;
    } rows[] = {
        { "as planned", "4-6", "0 begin", 300000, 303000, 303000 },
        { "quicker", "4-6", "0 begin, 4000 quicker", 300000, 303000, 301750 },
        { "an empty press of go on", "4-6", "0 begin, 4000 quicker, 5000 go-on", 300000,
          303000, 301750 },
        { "no holds", "4-4-4-4", "0 begin, 8000 no-holds", 48000, 51000, 52250 },
        { "a pause adds what it took", "4-6", "0 begin, 18000 pause, 18000 go-on", 300000,
          311000, 311000 },
        { "quicker, then a pause", "4-6",
          "0 begin, 4000 quicker, 18000 pause, 18000 go-on", 300000, 311000, 309750 },
        { "quicker, then a pause, then slower", "4-6",
          "0 begin, 4000 quicker, 18000 pause, 18000 go-on, 22000 slower", 300000, 311000,
          308583 },
        { "open", "4-6", "0 begin, 4000 quicker", 0, INT64_MAX, INT64_MAX },
        { "open and closed", "4-6", "0 begin, 4000 go-on", 0, 13000, 13000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char log[LOG_MAX_BYTES];
        Session session = breathing(rows[i].pattern, NULL, rows[i].length_ms);
        play(&session, rows[i].script, log);
        if (session.end_ms != rows[i].asked_ms ||
            plan_end_ms(&session.plan) != rows[i].end_ms)
            fail_msg("%s: %lld, ends at %lld", rows[i].name, (long long)session.end_ms,
                     (long long)plan_end_ms(&session.plan));
    }
}

static void test_next_and_late(void **state)
{
    (void)state;
    Session session = breathing("4-6", NULL, 300000);
    char log[LOG_MAX_BYTES];
    assert_true(session_next_ms(&session) == INT64_MAX);
    play(&session, "0 begin", log);
    assert_int_equal(session_next_ms(&session), 3000);
    play(&session, "3000", log);
    assert_int_equal(session_next_ms(&session), 7000);
    assert_int_equal(session.breaths, 1);

    /* Very late: the newest steps are told, every breath is counted. */
    SessionEvents events = { 0 };
    session_apply(&session, (SessionInput){ .at_ms = 302999 }, &events);
    assert_int_equal(events.count, SESSION_EVENTS_MAX);
    assert_int_equal(events.items[SESSION_EVENTS_MAX - 1].at_ms, 297000);
    assert_int_equal(events.items[0].at_ms, 223000);
    assert_int_equal(session.breaths, 30);
    assert_int_equal(session_next_ms(&session), 303000);
    play(&session, "302999 pause", log);
    assert_true(session_next_ms(&session) == INT64_MAX);
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breathing_events),
        cmocka_unit_test(test_scan_events),
        cmocka_unit_test(test_easing),
        cmocka_unit_test(test_settle_empties_gently),
        cmocka_unit_test(test_refused_hold),
        cmocka_unit_test(test_asked_end),
        cmocka_unit_test(test_next_and_late),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
