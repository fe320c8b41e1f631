/* SPDX-License-Identifier: MIT */
#include "app/terminal_words.h"

#include <stdio.h>

/* A mark between silences says nothing by itself. */
static const char *bell_words(PlanBell bell)
{
    switch (bell) {
    case PLAN_BELL_OPEN: return "A bell: it begins.";
    case PLAN_BELL_INTERVAL: return "A bell.";
    case PLAN_BELL_CLOSE: return "A bell: that was the time.";
    default: return NULL;
    }
}

const char *terminal_words(const PlanStep *step, const CueTable *cues)
{
    switch (step->kind) {
    case PLAN_SETTLE: return "In a moment";
    case PLAN_BREATH: return plan_phase_text(step->phase);
    case PLAN_WORDS: return cues != NULL ? cues->cues[step->cue].text : NULL;
    case PLAN_BELL: return bell_words((PlanBell)step->cue);
    default: return NULL;
    }
}

const char *terminal_words_places(bool stays, char line[TERMINAL_WORDS_MAX])
{
    snprintf(line, TERMINAL_WORDS_MAX,
             "Space %s, < back, d leaves this out, %sEsc leaves, m voice, o another way, "
             "p people to call, h hides.",
             stays ? "or > next" : "stays here, > next",
             stays ? "" : "up shorter, down longer, ");
    return line;
}

const char *terminal_words_keys(PracticeKind kind, bool is_quiet, bool has_holds,
                                char line[TERMINAL_WORDS_MAX])
{
    const char *first = "Space pauses, Esc leaves, ", *more = "", *holds = "";
    const char *sound = "m sound";
    if (kind == PRACTICE_SCAN)
        return terminal_words_places(false, line);
    if (kind == PRACTICE_SIT) {
        sound = "m bells";
    } else {
        more = is_quiet ? "" : "up quicker, down slower, ";
        holds = has_holds ? "n leaves holds out, " : "";
    }
    snprintf(line, TERMINAL_WORDS_MAX,
             "%s%s%s%s, o another way, p people to call, h hides.", first, more, holds,
             sound);
    return line;
}

bool terminal_words_is_staying(const Plan *plan, PracticeKind kind)
{
    for (int32_t i = 0; i < plan->count; i++)
        if (kind == PRACTICE_SCAN && plan->parts[i].rounds == PLAN_OPEN)
            return true;
    return false;
}
