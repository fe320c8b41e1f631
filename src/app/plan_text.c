/* SPDX-License-Identifier: MIT */
#include "app/plan_text.h"

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>

enum { MINUTE_MS = 60000 };

/* Whole numbers all the way, so that no machine rounds differently and no language puts a
 * comma there. */
const char *plan_text_rate(const BreathPattern *pattern, char text[PLAN_TEXT_RATE_MAX])
{
    const int64_t cycle_ms = breath_cycle_ms(pattern);
    assert(cycle_ms > 0);
    const int64_t hundredths = (200 * MINUTE_MS + cycle_ms) / (2 * cycle_ms);
    snprintf(text, PLAN_TEXT_RATE_MAX, "%" PRId64 ".%02" PRId64, hundredths / 100,
             hundredths % 100);
    return text;
}

static int64_t settle_ms(const Plan *plan)
{
    const bool has_settle = plan->count > 0 && plan->parts[0].kind == PLAN_SETTLE;
    return has_settle ? plan_part_ms(&plan->parts[0]) : 0;
}

static bool is_open(const Plan *plan)
{
    return plan_end_ms(plan) == INT64_MAX;
}

static void print_header(FILE *out, const Plan *plan, const BreathPattern *target)
{
    fputs("# leeway plan 1\n", out);
    if (is_open(plan))
        fputs("# total_ms\topen\n", out);
    else
        fprintf(out, "# total_ms\t%" PRId64 "\n", plan_end_ms(plan) - settle_ms(plan));
    if (target != NULL) {
        char rate[PLAN_TEXT_RATE_MAX];
        fprintf(out, "# breaths_per_minute\t%s\n", plan_text_rate(target, rate));
    }
    fputs("start_ms\tlength_ms\tkind\tname\ttext\n", out);
}

/* The name of a row, which is the kind where there is no better one. */
static const char *step_name(const PlanStep *step, const CueTable *cues)
{
    const bool has_cue = cues != NULL && step->cue >= 0;
    switch (step->kind) {
    case PLAN_BREATH: return plan_phase_name(step->phase);
    case PLAN_WORDS: return cues->cues[step->cue].id;
    case PLAN_QUIET: return has_cue ? cues->cues[step->cue].place : "sit";
    case PLAN_BELL: return plan_bell_name((PlanBell)step->cue);
    default: return plan_kind_name(step->kind);
    }
}

static const char *step_text(const PlanStep *step, const CueTable *cues)
{
    switch (step->kind) {
    case PLAN_SETTLE: return "In a moment";
    case PLAN_BREATH: return plan_phase_text(step->phase);
    case PLAN_WORDS: return cues->cues[step->cue].text;
    default: return "";
    }
}

/* What a file holds cannot break the row. */
static void print_text(FILE *out, const char *text)
{
    for (; *text != '\0'; text++)
        putc((unsigned char)*text < ' ' ? ' ' : *text, out);
    putc('\n', out);
}

static void print_time(FILE *out, int64_t ms)
{
    if (ms == INT64_MAX)
        fputs("open\t", out);
    else
        fprintf(out, "%" PRId64 "\t", ms);
}

static void print_step(FILE *out, const PlanStep *step, int64_t length_ms,
                       const CueTable *cues)
{
    print_time(out, step->start_ms);
    print_time(out, length_ms);
    fprintf(out, "%s\t%s\t", plan_kind_name(step->kind), step_name(step, cues));
    print_text(out, step_text(step, cues));
}

/* Whether the plan waits at a place for the person to go on to another. */
static bool stays(const Plan *plan)
{
    for (int32_t i = 1; i < plan->count; i++)
        if (plan->parts[i].rounds == PLAN_OPEN && plan->parts[i - 1].kind == PLAN_WORDS)
            return true;
    return false;
}

/* Nobody knows when what is behind the first open silence begins. */
static void print_places(FILE *out, const Plan *plan, const CueTable *cues)
{
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        const PlanStep step = { .start_ms = part->start_ms,
                                .kind = (PlanKind)part->kind,
                                .cue = part->cue };
        print_step(out, &step, plan_part_ms(part), cues);
    }
}

/* A breath that began is shown whole, a silence without end up to the hour. */
void plan_text_print(FILE *out, const Plan *plan, const BreathPattern *target,
                     const CueTable *cues)
{
    print_header(out, plan, target);
    if (stays(plan)) {
        print_places(out, plan, cues);
        return;
    }
    const int64_t last_ms =
        is_open(plan) ? settle_ms(plan) + PLAN_TEXT_OPEN_MS : INT64_MAX;
    int32_t part = -1;
    int64_t round = -1;
    PlanCursor cursor = { 0 };
    PlanStep step;
    while (!ferror(out) && plan_next_step(plan, &cursor, &step)) {
        const bool is_new_round = step.part != part || step.round != round;
        const bool is_past =
            step.length_ms > 0 ? step.start_ms >= last_ms : step.start_ms > last_ms;
        if (is_new_round && is_past)
            break;
        part = step.part;
        round = step.round;
        print_step(out, &step,
                   step.length_ms < INT64_MAX ? step.length_ms : last_ms - step.start_ms,
                   cues);
    }
}
