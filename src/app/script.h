/* SPDX-License-Identifier: MIT */
/* script.h -- what a practice says, to be read aloud.
 *
 * One line for each cue that is spoken in it, in the order of its first time; a line that
 * comes again is read once. Strings belong to the cue table. Pure. */
#ifndef LEEWAY_APP_SCRIPT_H
#define LEEWAY_APP_SCRIPT_H

#include "core/plan.h"
#include "sound/cut.h"

#include <stdbool.h>
#include <stddef.h>

enum { SCRIPT_LINES_MAX = CUT_LINES_MAX, SCRIPT_TEXT_MAX = 32768 };

typedef struct ScriptLine {
    const char *id, *text;
    int32_t expected_ms; /* that it takes to say */
} ScriptLine;

typedef struct Script {
    int32_t count;
    ScriptLine lines[SCRIPT_LINES_MAX];
} Script;

/* How it is read, in a few plain lines without their ends; NULL behind the last. */
extern const char *const script_how[];

/* What this plan says. The breath's own words count where there is breathing. Lines past
 * the most there can be are left out. */
Script script_of_plan(const Plan *plan, CueTable cues);

/* All of it as one text: how it is read, and the lines. Returns `out`. */
const char *script_text(const Script *script, char out[SCRIPT_TEXT_MAX]);

#endif
