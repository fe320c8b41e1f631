/* SPDX-License-Identifier: MIT */
#include "core/change.h"

#include "core/pattern.h"
#include "core/places.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A plan is written as a line here: "@3000 settle 3000 | 4-6 x30 | quiet 5000 open |
 * close". The start is said once and only when it is not 0; x1 is left out. */
enum { LINE_MAX_BYTES = 4096 };

static PlanPart part_read(const char *text, int64_t start_ms)
{
    char what[48] = "", how[48] = "", rounds[48] = "";
    PlanPart part = { .start_ms = start_ms, .rounds = 1, .cue = PLAN_NO_CUE };
    BreathPattern pattern;
    sscanf(text, "%47[^ |] %47[^ |] %47[^ |]", what, how, rounds);
    if (pattern_parse(what, &pattern) == NULL) {
        part.kind = PLAN_BREATH;
        memcpy(part.phase_ms, pattern.phase_ms, sizeof part.phase_ms);
        memcpy(rounds, how, sizeof rounds);
    } else {
        while (part.kind < PLAN_KIND_COUNT &&
               strcmp(what, plan_kind_name((PlanKind)part.kind)) != 0)
            part.kind++;
        assert_true(part.kind < PLAN_KIND_COUNT);
        part.phase_ms[0] = atoi(how);
    }
    if (rounds[0] != '\0')
        part.rounds = rounds[0] == 'x' ? atoi(rounds + 1) : PLAN_OPEN;
    return part;
}

static Plan plan_read(const char *line)
{
    Plan plan = { 0 };
    int64_t start_ms = 0;
    if (*line == '@') {
        start_ms = atoll(line + 1);
        line = strchr(line, ' ') + 1;
    }
    while (line != NULL) {
        assert_true(plan_append(&plan, part_read(line, start_ms)));
        line = strstr(line, " | ");
        line = line ? line + 3 : NULL;
    }
    return plan;
}

static void part_write(const PlanPart *part, char *out, size_t size)
{
    char text[PATTERN_TEXT_MAX], rounds[16] = "";
    BreathPattern pattern;
    memcpy(pattern.phase_ms, part->phase_ms, sizeof pattern.phase_ms);
    if (part->rounds != 1)
        snprintf(rounds, sizeof rounds, part->rounds == PLAN_OPEN ? " open" : " x%d",
                 part->rounds);
    if (part->kind == PLAN_BREATH)
        snprintf(out, size, "%s%s", pattern_text(&pattern, text), rounds);
    else if (plan_round_ms(part) > 0)
        snprintf(out, size, "%s %d%s", plan_kind_name((PlanKind)part->kind),
                 part->phase_ms[0], rounds);
    else
        snprintf(out, size, "%s", plan_kind_name((PlanKind)part->kind));
}

static const char *plan_write(const Plan *plan, char out[LINE_MAX_BYTES])
{
    size_t at = 0;
    out[0] = '\0';
    if (plan->count > 0 && plan->parts[0].start_ms != 0)
        at = (size_t)sprintf(out, "@%lld ", (long long)plan->parts[0].start_ms);
    for (int32_t i = 0; i < plan->count; i++) {
        assert_true(at + 64 < LINE_MAX_BYTES);
        if (i > 0)
            at += (size_t)sprintf(out + at, " | ");
        part_write(&plan->parts[i], out + at, LINE_MAX_BYTES - at);
        at += strlen(out + at);
    }
    return out;
}

/* Parts follow each other, as plan_append would lay them out. */
static bool is_in_order(const Plan *plan)
{
    Plan again = { 0 };
    for (int32_t i = 0; i < plan->count; i++) {
        plan_append(&again, plan->parts[i]);
        if (again.parts[i].start_ms != plan->parts[i].start_ms)
            return false;
    }
    return true;
}

static bool is_same(const Plan *a, const Plan *b)
{
    return a->count == b->count &&
           memcmp(a->parts, b->parts, (size_t)a->count * sizeof a->parts[0]) == 0;
}

/* What came of a change, against the line it should have become; NULL: left alone. */
static void check(const char *name, const char *before, const Plan *after,
                  bool is_changed, const char *expected)
{
    char line[LINE_MAX_BYTES];
    const Plan unchanged = plan_read(before);
    plan_write(after, line);
    if (is_changed != (expected != NULL))
        fail_msg("%s: %s", name, is_changed ? line : "nothing changed");
    if (expected == NULL && !is_same(after, &unchanged))
        fail_msg("%s: not left alone: %s", name, line);
    if (expected != NULL && strcmp(line, expected) != 0)
        fail_msg("%s:\n  is     %s\n  is not %s", name, line, expected);
    if (!is_in_order(after))
        fail_msg("%s: a gap or an overlap in %s", name, line);
}

static BreathPattern breath(const char *text)
{
    BreathPattern pattern;
    assert_null(pattern_parse(text, &pattern));
    return pattern;
}

#define LONG "settle 3000 | 4-6 x30 | close"
#define OPEN "settle 3000 | 4-6 open | close"
#define BOX "settle 3000 | 4-4-4-4 x3 | close"
#define SCAN "settle 3000 | words 5000 | quiet 40000 | words 6000 | quiet 30000 | close"
#define SIT "bell | quiet 60000 | bell | quiet 60000 | bell | close"

static void test_breathing(void **state)
{
    (void)state;
    static const struct {
        const char *name, *before;
        int64_t now_ms;
        const char *from, *target;
        int64_t end_ms, from_ms;
        const char *after;
    } rows[] = {
        { "from the next inhale", LONG, 5000, "3.5-5.25", "3.5-5.25", 303000, 13000,
          "@3000 4-6 | 3.5-5.25 x33 | close" },
        { "250 ms before it is in time", LONG, 12750, "3.5-5.25", "3.5-5.25", 303000,
          13000, "@3000 4-6 | 3.5-5.25 x33 | close" },
        { "249 ms before it is for the one after", LONG, 12751, "3.5-5.25", "3.5-5.25",
          303000, 23000, "@3000 4-6 x2 | 3.5-5.25 x32 | close" },
        { "on an inhale is for the one after", LONG, 13000, "3.5-5.25", "3.5-5.25",
          303000, 23000, "@3000 4-6 x2 | 3.5-5.25 x32 | close" },
        { "while it settles", LONG, 0, "3.5-5.25", "3.5-5.25", 303000, 3000,
          "settle 3000 | 3.5-5.25 x34 | close" },
        { "as it has settled", LONG, 2751, "3.5-5.25", "3.5-5.25", 303000, 13000,
          "settle 3000 | 4-6 | 3.5-5.25 x33 | close" },
        { "slower by a ramp", LONG, 5000, "4-6.5", "4.571-6.857", 303000, 13000,
          "@3000 4-6 | 4-6.5 | 4.168-6.857 | 4.571-6.857 x23 | close" },
        { "the last breath that can change", LONG, 292750, "3.5-5.25", "3.5-5.25", 303000,
          293000, "@3000 4-6 x29 | 3.5-5.25 | close" },
        { "too late in the last breath but one", LONG, 292751, "3.5-5.25", "3.5-5.25",
          303000, 0, NULL },
        { "the last breath", LONG, 293000, "3.5-5.25", "3.5-5.25", 303000, 0, NULL },
        { "after the end", LONG, 303000, "3.5-5.25", "3.5-5.25", 303000, 0, NULL },
        { "at least one, whatever was asked", LONG, 5000, "3.5-5.25", "3.5-5.25", 9000,
          13000, "@3000 4-6 | 3.5-5.25 | close" },
        { "a tie goes to the fewer", LONG, 5000, "4-4", "4-4", 33000, 13000,
          "@3000 4-6 | 4-4 x2 | close" },
        { "open stays open", OPEN, 5000, "3.5-5.25", "3.5-5.25", INT64_MAX, 13000,
          "@3000 4-6 | 3.5-5.25 open | close" },
        { "open after 24 hours", OPEN, 86400000, "3.5-5.25", "3.5-5.25", INT64_MAX,
          86403000, "@3000 4-6 x8640 | 3.5-5.25 open | close" },
        { "a message is kept", "settle 3000 | 4-6 x9 | message | close", 80000,
          "3.5-5.25", "3.5-5.25", 93000, 83000,
          "@3000 4-6 x8 | 3.5-5.25 | message | close" },
        { "parts that are over go", "settle 3000 | 3-4 | 3-4.35 | 4-6 x10 | close", 12000,
          "3.5-5", "3.5-5", 117350, 17350, "@10000 3-4.35 | 3.5-5 x12 | close" },
        { "nothing to breathe", SCAN, 5000, "3.5-5.25", "3.5-5.25", 84000, 0, NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Plan plan = plan_read(rows[i].before);
        const BreathPattern from = breath(rows[i].from), target = breath(rows[i].target);
        int64_t from_ms = 0;
        const bool is_changed = change_breathing(&plan, rows[i].now_ms, &from, &target,
                                                 rows[i].end_ms, &from_ms);
        check(rows[i].name, rows[i].before, &plan, is_changed, rows[i].after);
        if (from_ms != rows[i].from_ms)
            fail_msg("%s: from %lld", rows[i].name, (long long)from_ms);
    }
}

static void test_no_holds(void **state)
{
    (void)state;
    static const struct {
        const char *name, *before;
        int64_t now_ms;
        const char *target;
        int64_t end_ms;
        const char *after;
    } rows[] = {
        { "while it settles", BOX, 0, "4-4", 51000, "settle 3000 | 4-4 x6 | close" },
        { "just before the first inhale", BOX, 2900, "4-4", 51000,
          "settle 3000 | 4-4 | 4-4 x5 | close" },
        { "in the inhale", BOX, 4000, "4-4", 51000, "@3000 4-4 | 4-4 x5 | close" },
        { "a hold that begins at once", BOX, 6900, "4-4", 51000,
          "@3000 4-0.15-4 | 4-4 x5 | close" },
        { "a hold that begins 250 ms ahead", BOX, 6750, "4-4", 51000,
          "@3000 4-4 | 4-4 x5 | close" },
        { "a hold that just began", BOX, 7000, "4-4", 51000,
          "@3000 4-0.25-4 | 4-4 x5 | close" },
        { "inside a hold", BOX, 8000, "4-4", 51000, "@3000 4-1.25-4 | 4-4 x5 | close" },
        { "251 ms before its end", BOX, 10749, "4-4", 51000,
          "@3000 4-3.999-4 | 4-4 x5 | close" },
        { "250 ms before its end it ends as planned", BOX, 10750, "4-4", 51000,
          "@3000 4-4-4 | 4-4 x4 | close" },
        { "in the exhale, after the hold", BOX, 12000, "4-4", 51000,
          "@3000 4-4-4 | 4-4 x4 | close" },
        { "inside the rest", BOX, 16000, "4-4", 51000,
          "@3000 4-4-4-1.25 | 4-4 x4 | close" },
        { "at the end of the rest", BOX, 18900, "4-4", 51000,
          "@3000 4-4-4-4 | 4-4 | 4-4 x3 | close" },
        { "in the last rest", BOX, 48000, "4-4", 51000,
          "@3000 4-4-4-4 x2 | 4-4-4-1.25 | close" },
        { "at the very end", BOX, 50750, "4-4", 51000, NULL },
        { "after the end", BOX, 51000, "4-4", 51000, NULL },
        { "open", "settle 3000 | 4-7-8 open | close", 8000, "4-8", INT64_MAX,
          "@3000 4-1.25-8 | 4-8 open | close" },
        { "in the ramp", "settle 3000 | 3-2-4 | 3-2-4.45 | 4-4-5 x10 | close", 4000,
          "4-5", 200000,
          "@3000 3-4 | 3-4.35 | 3-4.717 | 3.102-5 | 3.507-5 | 3.932-5 | 4-5 x17 | "
          "close" },
        { "while it settles, in the ramp", "settle 3000 | 3-2-4 | 4-4-5 x9 | close", 0,
          "4-5", 50000,
          "settle 3000 | 3-4 | 3-4.35 | 3-4.717 | 3.102-5 | 3.507-5 | 3.932-5 | close" },
        { "after a press of quicker", "@3000 4-4-4-4 | 3.5-3.5-3.5-3.5 open | close",
          4000, "3.5-3.5", INT64_MAX, "@3000 4-4 | 3.5-3.5 open | close" },
        { "the rest would be too quick a breath", "settle 3000 | 1-4-1-4 x6 | close",
          5000, "1.5-1.5", 63000, "@3000 1-1.25-1 | 1.5-1.5 x19 | close" },
        { "too quick, and still inhaling", "settle 3000 | 1-4-1-4 x6 | close", 3500,
          "1.5-1.5", 63000, "@3000 1-2 | 1.5-1.5 x19 | close" },
        { "no breathing", SCAN, 5000, "4-6", 84000, NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Plan plan = plan_read(rows[i].before);
        const BreathPattern target = breath(rows[i].target);
        const bool is_changed =
            change_no_holds(&plan, rows[i].now_ms, &target, rows[i].end_ms);
        check(rows[i].name, rows[i].before, &plan, is_changed, rows[i].after);
    }
}

static void test_resume(void **state)
{
    (void)state;
    static const struct {
        const char *name, *before;
        int64_t now_ms;
        bool no_holds;
        const char *after;
    } rows[] = {
        { "the interrupted cycle again", LONG, 18000, false,
          "@18000 settle 3000 | 4-6 x29 | close" },
        { "on a boundary, the cycle that begins there", LONG, 13000, false,
          "@13000 settle 3000 | 4-6 x29 | close" },
        { "a ms before it, the one that ends there", LONG, 12999, false,
          "@12999 settle 3000 | 4-6 x30 | close" },
        { "the last breath", LONG, 302999, false, "@302999 settle 3000 | 4-6 | close" },
        { "while it settles", LONG, 1000, false, "@1000 settle 3000 | 4-6 x30 | close" },
        { "as it has settled", LONG, 3000, false, "@3000 settle 3000 | 4-6 x30 | close" },
        { "a long lead-in", "settle 600000 | 4-6 x30 | close", 5000, false,
          "@5000 settle 3000 | 4-6 x30 | close" },
        { "open breathing", OPEN, 18000, false, "@18000 settle 3000 | 4-6 open | close" },
        { "a ramp goes on from where it was",
          "settle 3000 | 3-4 | 3-4.35 | 4-6 x9 | close", 12000, false,
          "@12000 settle 3000 | 3-4.35 | 4-6 x9 | close" },
        { "words from their start", SCAN, 5000, false,
          "@5000 settle 3000 | words 5000 | quiet 40000 | words 6000 | quiet 30000 | "
          "close" },
        { "a quiet with what was left", SCAN, 18000, false,
          "@18000 settle 3000 | quiet 30000 | words 6000 | quiet 30000 | close" },
        { "a quiet of rounds", "quiet 10000 x4 | close", 15000, false,
          "@15000 settle 3000 | quiet 25000 | close" },
        { "an open quiet stays open", "quiet 10000 open | words 5000 | close", 70000,
          false, "@70000 settle 3000 | quiet 10000 open | words 5000 | close" },
        { "a bell that rang does not ring again", SIT, 60000, false,
          "@60000 settle 3000 | quiet 60000 | bell | close" },
        { "a bell to come is kept", SIT, 59999, false,
          "@59999 settle 3000 | quiet 1 | bell | quiet 60000 | bell | close" },
        { "without holds", "@3000 4-1.25-4 | 4-4 x5 | close", 7500, true,
          "@7500 settle 3000 | 4-4 | 4-4 x5 | close" },
        { "at the close", LONG, 303000, false, NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Plan plan = plan_read(rows[i].before);
        const bool is_changed = change_resume(&plan, rows[i].now_ms, rows[i].no_holds);
        check(rows[i].name, rows[i].before, &plan, is_changed, rows[i].after);
    }
}

/* As after a press that was seen at once. */
static bool go_on(Plan *plan, int64_t now_ms)
{
    return change_go_on(plan, now_ms, now_ms + PLACES_SPEECH_MS);
}

/* Words that were due already come as soon as anything may. */
static bool go_on_late(Plan *plan, int64_t now_ms)
{
    return change_go_on(plan, now_ms, now_ms - 1000);
}

static const struct {
    const char *name;
    bool (*change)(Plan *plan, int64_t now_ms);
    const char *before;
    int64_t now_ms;
    const char *after;
} stay_go_on_rows[] = {
    { "stay in the words: their quiet opens", change_stay, SCAN, 4000,
      "@3000 words 5000 | quiet 40000 open | words 6000 | quiet 30000 | close" },
    { "stay in the quiet", change_stay, SCAN, 20000,
      "@8000 quiet 40000 open | words 6000 | quiet 30000 | close" },
    { "stay 250 ms before its end", change_stay, SCAN, 47750,
      "@8000 quiet 40000 open | words 6000 | quiet 30000 | close" },
    { "stay too late: the next one opens", change_stay, SCAN, 47751,
      "@8000 quiet 40000 | words 6000 | quiet 30000 open | close" },
    { "stay at the very end", change_stay, SCAN, 83900, NULL },
    { "stay in a sit", change_stay, SIT, 30000,
      "quiet 60000 open | bell | quiet 60000 | bell | close" },
    { "stay too late in a sit: the bell rings", change_stay, SIT, 59900,
      "quiet 60000 | bell | quiet 60000 open | bell | close" },
    { "stay while it settles", change_stay, SCAN, 1000, NULL },
    { "stay when it stays", change_stay, "quiet 9000 open | words 5000 | close", 10000,
      NULL },
    { "stay in a breath", change_stay, LONG, 10000, NULL },
    { "stay after the end", change_stay, SCAN, 90000, NULL },

    { "go on from an open quiet", go_on, "@8000 quiet 40000 open | words 6000 | close",
      100000, "@8000 quiet 94000 | words 6000 | close" },
    { "go on, with words that were due", go_on_late,
      "@8000 quiet 40000 open | words 6000 | close", 100000,
      "@8000 quiet 92250 | words 6000 | close" },
    { "go on as it opens", go_on, "@8000 quiet 40000 open | words 6000 | close", 8000,
      "@8000 quiet 2000 | words 6000 | close" },
    { "go on from open breathing with its cycle", go_on, OPEN, 18000,
      "@3000 4-6 x2 | close" },
    { "go on 250 ms before its end", go_on, OPEN, 12750, "@3000 4-6 | close" },
    { "go on 249 ms before its end", go_on, OPEN, 12751, "@3000 4-6 x2 | close" },
    { "go on after 24 hours", go_on, OPEN, 86400000, "@3000 4-6 x8640 | close" },
    { "go on before it opens, and it is as it was", go_on,
      "@3000 words 5000 | quiet 40000 open | words 6000 | close", 4000,
      "@3000 words 5000 | quiet 40000 | words 6000 | close" },
    { "go on in a sit that will be open", go_on,
      "quiet 60000 | bell | quiet 60000 open | close", 4000, NULL },
    { "go on where nothing is open", go_on, LONG, 18000, NULL },
    { "go on in a quiet that ends", go_on, SCAN, 20000, NULL },
};

static void test_stay_go_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof stay_go_on_rows / sizeof stay_go_on_rows[0]; i++) {
        Plan plan = plan_read(stay_go_on_rows[i].before);
        const bool is_changed =
            stay_go_on_rows[i].change(&plan, stay_go_on_rows[i].now_ms);
        check(stay_go_on_rows[i].name, stay_go_on_rows[i].before, &plan, is_changed,
              stay_go_on_rows[i].after);
    }
}

static Plan random_scan(Random *random, int32_t size)
{
    static const PlanKind kinds[] = { PLAN_WORDS, PLAN_QUIET, PLAN_QUIET, PLAN_BELL };
    Plan plan = { 0 };
    for (int64_t i = random_between(random, 1, size); i > 0; i--) {
        const PlanPart part = { .kind = (int32_t)kinds[random_between(random, 0, 3)],
                                .phase_ms = { (int32_t)random_between(random, 1, 3000) },
                                .rounds = (int32_t)random_between(random, 1, 3),
                                .cue = (int32_t)i };
        plan_append(&plan, part);
    }
    plan_append(&plan, (PlanPart){ .kind = PLAN_CLOSE, .rounds = 1 });
    return plan;
}

/* Whether the two plans begin the same steps from now_ms to just before until_ms. */
static bool is_same_until(const Plan *a, const Plan *b, int64_t now_ms, int64_t until_ms)
{
    PlanCursor at_a = plan_cursor_from(a, now_ms), at_b = plan_cursor_from(b, now_ms);
    for (;;) {
        PlanStep step_a, step_b;
        const bool has_a =
            plan_next_step(a, &at_a, &step_a) && step_a.start_ms < until_ms;
        const bool has_b =
            plan_next_step(b, &at_b, &step_b) && step_b.start_ms < until_ms;
        if (has_a != has_b)
            return false;
        if (!has_a)
            return true;
        if (step_a.start_ms != step_b.start_ms || step_a.kind != step_b.kind ||
            step_a.cue != step_b.cue)
            return false;
    }
}

/* Staying and going on in any order: what has begun, or begins within 250 ms,
 * is as it was, and the close is never lost. */
static const char *staying_keeps_the_past(Random *random, int32_t size)
{
    static bool (*const changes[])(Plan *, int64_t) = { change_stay, go_on };
    Plan plan = random_scan(random, size);
    int64_t now = 0;
    for (int32_t i = 0; i < size; i++) {
        now += random_between(random, 0, 1500);
        const Plan before = plan;
        const int64_t which = random_between(random, 0, 1);
        const bool is_changed = changes[which](&plan, now);
        if (!is_changed && !is_same(&plan, &before))
            return random_say(random, "change %d at %lld: not left alone", (int)which,
                              (long long)now);
        if (!is_in_order(&plan) || plan.parts[plan.count - 1].kind != PLAN_CLOSE)
            return random_say(random, "change %d at %lld: out of order", (int)which,
                              (long long)now);
        if (!is_same_until(&plan, &before, now, now + PLAN_AHEAD_MS))
            return random_say(random, "change %d at %lld: too near", (int)which,
                              (long long)now);
    }
    return NULL;
}

static void test_staying_keeps_the_past(void **state)
{
    (void)state;
    random_check(staying_keeps_the_past, 10000, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breathing),
        cmocka_unit_test(test_no_holds),
        cmocka_unit_test(test_resume),
        cmocka_unit_test(test_stay_go_on),
        cmocka_unit_test(test_staying_keeps_the_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
