/* SPDX-License-Identifier: MIT */
#include "core/session.h"
#include "support/scan_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* hands-and-feet at three minutes, every cue 5 s:
 *
 *      3000 arrive, 8000 quiet
 *     23000 hands, 28000 quiet, 45500 linger, 50500 quiet
 *     68000 feet, 73000 quiet, 93000 mark, quiet
 *    113000 contact, 118000 quiet
 *    143000 room, 148000 quiet
 *    168000 leave, 173000 quiet
 *    183000 close */
enum { LINE_MAX_BYTES = 4096, PARTS_SHOWN = 4 };

static ScanRig rig;

static const char *const input_names[SESSION_INPUT_COUNT] = {
    [SESSION_TIME] = "",
    [SESSION_BEGIN] = "begin",
    [SESSION_PAUSE] = "pause",
    [SESSION_GO_ON] = "go-on",
    [SESSION_QUICKER] = "less",
    [SESSION_SLOWER] = "more",
    [SESSION_NO_HOLDS] = "none",
    [SESSION_STAY] = "stay",
    [SESSION_NEXT] = "next",
    [SESSION_BACK] = "back",
    [SESSION_LEAVE] = "leave",
    [SESSION_LEAVE_OUT] = "out",
    [SESSION_INTERRUPT] = "interrupt",
};

static const char *place_name(int32_t cue)
{
    return cue == PLAN_NO_CUE ? "nowhere" : rig.cues[cue].place;
}

/* The parts that run and come: "4250 quiet hands 1750, 6000 words hands 5000". */
static void write_parts(const Session *session, char *out)
{
    const Plan *plan = &session->plan;
    const int32_t first = plan_step_at(plan, session->now_ms).part;
    for (int32_t i = first; i < plan->count && i < first + PARTS_SHOWN; i++) {
        const PlanPart *part = &plan->parts[i];
        const bool has_place = part->kind == PLAN_WORDS || part->kind == PLAN_QUIET;
        out += sprintf(out, "%s", i > first ? ", " : "");
        if (part->start_ms < INT64_MAX)
            out += sprintf(out, "%lld ", (long long)part->start_ms);
        out += sprintf(out, "%s%s%s", plan_kind_name((PlanKind)part->kind),
                       has_place ? " " : "", has_place ? place_name(part->cue) : "");
        if (part->rounds == PLAN_OPEN)
            out += sprintf(out, " open");
        else if (plan_part_ms(part) > 0)
            out += sprintf(out, " %lld", (long long)plan_part_ms(part));
    }
}

static SessionInput read_input(const char *text)
{
    char name[24] = "";
    SessionInput input = { .at_ms = atoll(text) };
    sscanf(text, "%*d %23[a-z-]", name);
    while (strcmp(input_names[input.kind], name) != 0) {
        input.kind++;
        assert_true(input.kind < SESSION_INPUT_COUNT);
    }
    return input;
}

/* Lives the script and writes what came of its last input, and what comes then. */
static void live(const char *script, int32_t lag_ms, char out[LINE_MAX_BYTES])
{
    Plan plan;
    Session session;
    SessionEvents events = { .count = 0 };
    const ScanRequest request = scan_default(&rig.regions);
    assert_null(scan_lay_out(&rig.regions, &rig.table, &request, &plan));
    session_init(&session, &plan, NULL);
    session_set_lag(&session, lag_ms);
    session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
    for (; script != NULL;
         script = strstr(script, ", ") ? strstr(script, ", ") + 2 : NULL)
        events.count = 0, session_apply(&session, read_input(script), &events);
    out[0] = '\0';
    for (int32_t i = 0; i < events.count; i++) {
        if (events.items[i].kind == SESSION_CHANGED)
            out += sprintf(out, "~%lld ", (long long)events.items[i].at_ms);
        if (events.items[i].kind == SESSION_UNCHANGED)
            out += sprintf(out, "! ");
    }
    const int32_t place = session_moment(&session, (double)session.now_ms).place;
    out += sprintf(out, "%s: ", place_name(place));
    write_parts(&session, out);
}

static int32_t cue_of(const Plan *plan, const char *place)
{
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_WORDS &&
            strcmp(place_name(plan->parts[i].cue), place) == 0)
            return plan->parts[i].cue;
    return PLAN_NO_CUE;
}

/* Hands come at 23 s, feet at 68 s, what is contact at 113 s. */
static void test_a_place_ahead_or_behind_is_dropped(void **state)
{
    (void)state;
    static const struct {
        const char *name, *place;
        int64_t at_ms;
        bool is_dropped;
        int64_t shorter_ms;
    } rows[] = {
        { "ahead", "feet", 30000, true, 45000 },
        { "just far enough", "feet", 67750, true, 45000 },
        { "about to begin", "feet", 67751, false, 0 },
        { "behind", "hands", 90000, true, 0 },
        { "none of this practice", "jaw", 30000, false, 0 },
    };
    const ScanRequest request = scan_default(&rig.regions);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Plan plan;
        Session session;
        SessionEvents events = { .count = 0 };
        assert_null(scan_lay_out(&rig.regions, &rig.table, &request, &plan));
        const int32_t cue = cue_of(&plan, rows[i].place);
        session_init(&session, &plan, NULL);
        session_apply(&session, (SessionInput){ 0, SESSION_BEGIN }, &events);
        session_apply(&session, (SessionInput){ rows[i].at_ms, SESSION_TIME }, &events);
        const bool is_dropped = session_drop_place(&session, cue);
        if (is_dropped != rows[i].is_dropped ||
            plan_end_ms(&plan) - plan_end_ms(&session.plan) != rows[i].shorter_ms)
            fail_msg("%s", rows[i].name);
        assert_int_equal(session.end_ms, plan_end_ms(&session.plan));
        assert_false(is_dropped && session_drop_place(&session, cue));
        for (int32_t p = 1; p < session.plan.count; p++)
            assert_int_equal(session.plan.parts[p].start_ms,
                             session.plan.parts[p - 1].start_ms +
                                 plan_part_ms(&session.plan.parts[p - 1]));
    }
}

typedef struct Row {
    const char *name, *script;
    const char *becomes; /* what was told, the place that is shown, what runs and comes */
} Row;

static void check(const Row *rows, size_t count, int32_t lag_ms)
{
    scan_rig_init(&rig);
    for (size_t i = 0; i < count; i++) {
        char is[LINE_MAX_BYTES];
        live(rows[i].script, lag_ms, is);
        if (strcmp(is, rows[i].becomes) != 0)
            fail_msg("%s:\n  is     %s\n  is not %s", rows[i].name, is, rows[i].becomes);
    }
}

#define CHECK(rows, lag_ms) check(rows, sizeof rows / sizeof rows[0], lag_ms)

static void test_next(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "in the words", "25000 next",
          "~25250 feet: 23000 words hands 2250, 25250 quiet feet 1750, 27000 words feet "
          "5000, 32000 quiet feet 20000" },
        { "in a silence that is divided", "30000 next",
          "~30250 feet: 28000 quiet hands 2250, 30250 quiet feet 1750, 32000 words feet "
          "5000, 37000 quiet feet 20000" },
        { "in a linger", "46000 next",
          "~46250 feet: 45500 words linger 750, 46250 quiet feet 1750, 48000 words feet "
          "5000, 53000 quiet feet 20000" },
        { "each press goes one place further, and the 2 s begin anew",
          "25000 next, 25100 next, 26000 next",
          "~26250 room: 25350 quiet contact 900, 26250 quiet room 1750, 28000 words room "
          "5000, 33000 quiet room 20000" },
        { "two at the same ms", "25000 next, 25000 next",
          "~25250 contact: 23000 words hands 2250, 25250 quiet contact 1750, 27000 words "
          "contact 5000, 32000 quiet contact 25000" },
        { "a mark where it cuts does not sound", "92750 next",
          "~93000 contact: 73000 quiet feet 20000, 93000 quiet contact 1750, 94750 words "
          "contact 5000, 99750 quiet contact 25000" },
        { "what comes by itself just then comes", "67900 next",
          "~68000 feet: 50500 quiet hands 17500, 68000 words feet 5000, 73000 quiet feet "
          "20000, 93000 bell" },
        { "at the last place to leaving", "150000 next",
          "~150250 leave: 148000 quiet room 2250, 150250 quiet leave 1750, 152000 words "
          "leave 5000, 157000 quiet leave 10000" },
        { "and from there to the close", "170000 next",
          "~170250 nowhere: 168000 words leave 2250, 170250 close" },
        { "while it settles", "1000 next",
          "~1250 hands: 0 settle 1250, 1250 quiet hands 1750, 3000 words hands 5000, "
          "8000 "
          "quiet hands 17500" },
        { "from a silence that stays", "30000 stay, 600000 next",
          "~600250 feet: 28000 quiet hands 572250, 600250 quiet feet 1750, 602000 words "
          "feet 5000, 607000 quiet feet 20000" },
    };
    CHECK(rows, 0);
}

static void test_back(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "to the place before", "75000 back",
          "~75250 hands: 73000 quiet feet 2250, 75250 quiet hands 1750, 77000 words "
          "hands "
          "5000, 82000 quiet hands 17500" },
        { "in its first second too", "68500 back",
          "~68750 hands: 68000 words feet 750, 68750 quiet hands 1750, 70500 words hands "
          "5000, 75500 quiet hands 17500" },
        { "and then on through this one again", "75000 back, 125000",
          "feet: 122000 words feet 5000, 127000 quiet feet 20000, 147000 bell, 147000 "
          "quiet feet 20000" },
        { "twice", "75000 back, 75500 back",
          "~75750 arrive: 75250 quiet hands 500, 75750 quiet arrive 1750, 77500 words "
          "arrive 5000, 82500 quiet arrive 15000" },
        { "the first begins again", "10000 back",
          "~10250 arrive: 8000 quiet arrive 2250, 10250 quiet arrive 1750, 12000 words "
          "arrive 5000, 17000 quiet arrive 15000" },
        { "nothing is before the first while it settles", "1000 back",
          "! arrive: 0 settle 3000, 3000 words arrive 5000, 8000 quiet arrive 15000, "
          "23000 words hands 5000" },
        { "next, and back to where one was", "75000 next, 75500 back",
          "~75750 feet: 75250 quiet contact 500, 75750 quiet feet 1750, 77500 words feet "
          "5000, 82500 quiet feet 20000" },
        { "too late to come back from the close", "182900 back",
          "! leave: 173000 quiet leave 10000, 183000 close" },
    };
    CHECK(rows, 0);
}

static void test_leave_out(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "goes on to the next", "25000 out",
          "~25250 feet: 23000 words hands 2250, 25250 quiet feet 1750, 27000 words feet "
          "5000, 32000 quiet feet 20000" },
        { "back does not return to it", "25000 out, 30000 back",
          "~30250 arrive: 27000 words feet 3250, 30250 quiet arrive 1750, 32000 words "
          "arrive 5000, 37000 quiet arrive 15000" },
        { "nor does next, from before it", "25000 out, 30000 back, 40000 next",
          "~40250 feet: 37000 quiet arrive 3250, 40250 quiet feet 1750, 42000 words feet "
          "5000, 47000 quiet feet 20000" },
        { "each press another place", "25000 out, 25000 out, 25100 out",
          "~25350 room: 23000 words hands 2250, 25250 quiet contact 100, 25350 quiet "
          "room "
          "1750, 27100 words room 5000" },
        { "a pause does not bring it back", "25000 out, 25100 pause, 25100 go-on",
          "~25100 feet: 25100 settle 3000, 28100 quiet feet 1750, 29850 words feet 5000, "
          "34850 quiet feet 20000" },
        { "nor two pauses",
          "25000 out, 25100 pause, 25100 go-on, 25110 pause, 25110 go-on",
          "~25110 feet: 25110 settle 3000, 28110 quiet feet 1750, 29860 words feet 5000, "
          "34860 quiet feet 20000" },
        { "as it ends by itself", "67900 out, 70000 back",
          "~70250 arrive: 68000 words feet 2250, 70250 quiet arrive 1750, 72000 words "
          "arrive 5000, 77000 quiet arrive 15000" },
        { "the last one, and there is leaving", "150000 out, 151000 back",
          "~151250 contact: 150250 quiet leave 1000, 151250 quiet contact 1750, 153000 "
          "words contact 5000, 158000 quiet contact 25000" },
    };
    CHECK(rows, 0);
}

static void test_paused(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "nobody listens: the new words come first", "25000 pause, 25000 next",
          "~25000 feet: 25000 words feet 5000, 30000 quiet feet 20000, 50000 bell, 50000 "
          "quiet feet 20000" },
        { "and are said behind the settling", "25000 pause, 25000 next, 25000 go-on",
          "~25000 feet: 25000 settle 3000, 28000 words feet 5000, 33000 quiet feet "
          "20000, "
          "53000 bell" },
        { "back and forth", "25000 pause, 25000 next, 25000 back, 25000 back",
          "~25000 arrive: 25000 words arrive 5000, 30000 quiet arrive 15000, 45000 words "
          "hands 5000, 50000 quiet hands 17500" },
        { "next in the settling of a pause", "30000 pause, 30000 go-on, 31000 next",
          "~31250 feet: 30000 settle 1250, 31250 quiet feet 1750, 33000 words feet 5000, "
          "38000 quiet feet 20000" },
        { "to the close, which comes as one goes on",
          "170000 pause, 170000 next, 170000 go-on", "~170000 nowhere: 170000 close" },
    };
    CHECK(rows, 0);
}

/* What was made 500 ms ahead is not touched; the person goes by what is seen. */
static void test_late_speakers(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "the words still come 2 s after the press", "25000 next",
          "~25750 feet: 23000 words hands 2750, 25750 quiet feet 1250, 27000 words feet "
          "5000, 32000 quiet feet 20000" },
        { "from the place that is seen", "67500 next",
          "~68000 feet: 50500 quiet hands 17500, 68000 words feet 5000, 73000 quiet feet "
          "20000, 93000 bell" },
        { "out of a stay as well", "30000 stay, 90000 go-on",
          "~90000 hands: 28000 quiet hands 64000, 92000 words linger 5000, 97000 quiet "
          "hands 17500, 114500 words feet 5000" },
        { "while it is paused nobody listens", "25000 pause, 25000 next",
          "~25000 feet: 25000 words feet 5000, 30000 quiet feet 20000, 50000 bell, 50000 "
          "quiet feet 20000" },
        { "a mark that was made already is kept", "92900 stay",
          "~92900 feet: 73000 quiet feet 20000, 93000 bell, 93000 quiet feet open, words "
          "contact 5000" },
    };
    CHECK(rows, 500);
    static const Row later[] = {
        { "later than the 2 s", "25000 next",
          "~28250 feet: 23000 words hands 5000, 28000 quiet hands 250, 28250 words feet "
          "5000, 33250 quiet feet 20000" },
    };
    CHECK(later, 3000);
}

static void test_stay(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "in the words", "25000 stay",
          "~25000 hands: 23000 words hands 5000, 28000 quiet hands open, words linger "
          "5000, quiet hands 17500" },
        { "ahead of the words, which are still said", "25000 next, 26000 stay",
          "~26000 feet: 25250 quiet feet 1750, 27000 words feet 5000, 32000 quiet feet "
          "open, bell" },
        { "as the old place still ends", "30000 next, 30000 stay",
          "~30000 feet: 28000 quiet hands 2250, 30250 quiet feet 1750, 32000 words feet "
          "5000, 37000 quiet feet open" },
        { "as the old words still end", "25000 next, 25000 stay",
          "~25000 feet: 23000 words hands 2250, 25250 quiet feet 1750, 27000 words feet "
          "5000, 32000 quiet feet open" },
        { "and not, after all", "25000 stay, 26000 go-on",
          "~26000 hands: 23000 words hands 5000, 28000 quiet hands 17500, 45500 words "
          "linger 5000, 50500 quiet hands 17500" },
        { "nor ahead of the words", "25000 next, 26000 stay, 26500 go-on",
          "~26500 feet: 25250 quiet feet 1750, 27000 words feet 5000, 32000 quiet feet "
          "20000, 52000 bell" },
        { "and on", "30000 stay, 90000 go-on",
          "~90000 hands: 28000 quiet hands 64000, 92000 words linger 5000, 97000 quiet "
          "hands 17500, 114500 words feet 5000" },
    };
    CHECK(rows, 0);
}

#define LESS_12                                                                          \
    "24000 less, 24000 less, 24000 less, 24000 less, 24000 less, 24000 less, "           \
    "24000 less, 24000 less, 24000 less, 24000 less, 24000 less, 24000 less"

static void test_silences(void **state)
{
    (void)state;
    static const Row rows[] = {
        { "shorter, from the next one on", "30000 less",
          "~50500 hands: 28000 quiet hands 17500, 45500 words linger 5000, 50500 quiet "
          "hands 15312, 65812 words feet 5000" },
        { "the one that is near, if it can change", "27000 less",
          "~28000 hands: 23000 words hands 5000, 28000 quiet hands 15312, 43312 words "
          "linger 5000, 48312 quiet hands 15312" },
        { "longer, past 25 s when that is wished", "115000 more",
          "~118000 contact: 113000 words contact 5000, 118000 quiet contact 28571, "
          "146571 "
          "words room 5000, 151571 quiet room 22857" },
        { "shorter and longer is as it was", "27000 less, 27000 more",
          "~28000 hands: 23000 words hands 5000, 28000 quiet hands 17500, 45500 words "
          "linger 5000, 50500 quiet hands 17500" },
        { "a place that is gone to has them too", "27000 less, 27100 next",
          "~27350 feet: 23000 words hands 4350, 27350 quiet feet 1750, 29100 words feet "
          "5000, 34100 quiet feet 17500" },
        { "never the one ahead of words", "25000 next, 25100 less",
          "~32000 feet: 23000 words hands 2250, 25250 quiet feet 1750, 27000 words feet "
          "5000, 32000 quiet feet 17500" },
        { "nor what a pause left", "30000 pause, 30000 go-on, 30100 less",
          "~53500 hands: 30000 settle 3000, 33000 quiet hands 15500, 48500 words linger "
          "5000, 53500 quiet hands 15312" },
        { "behind a silence that stays", "30000 stay, 31000 less",
          "~31000 hands: 28000 quiet hands open, words linger 5000, quiet hands 15312, "
          "words feet 5000" },
        { "twelve times, and not under 2 s", LESS_12,
          "~28000 hands: 23000 words hands 5000, 28000 quiet hands 3524, 31524 words "
          "linger 5000, 36524 quiet hands 3524" },
        { "and no further", LESS_12 ", 24000 less",
          "! hands: 23000 words hands 5000, 28000 quiet hands 3524, 31524 words linger "
          "5000, 36524 quiet hands 3524" },
        { "no silence begins any more", "173000 less",
          "! leave: 173000 quiet leave 10000, 183000 close" },
    };
    CHECK(rows, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_back),
        cmocka_unit_test(test_leave_out),
        cmocka_unit_test(test_paused),
        cmocka_unit_test(test_late_speakers),
        cmocka_unit_test(test_stay),
        cmocka_unit_test(test_a_place_ahead_or_behind_is_dropped),
        cmocka_unit_test(test_silences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
