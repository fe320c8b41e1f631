/* SPDX-License-Identifier: MIT */
/* plan.h -- a practice laid out as steps on one timeline, before it starts.
 *
 * Every practice is a plan: a short array of parts without pointers, copied by value.
 * Which step a moment falls into is found by searching the parts and dividing, so nothing
 * is summed up while it runs and nothing can drift. Picture, sound, captions, exporter
 * and tests read the same plan. A plan knows no files: cues are indices into a table that
 * the caller brings. Times are milliseconds from the start of the practice. */
#ifndef LEEWAY_CORE_PLAN_H
#define LEEWAY_CORE_PLAN_H

#include "core/breath.h"

#include <stddef.h>

enum {
    PLAN_PARTS_MAX = 512,
    PLAN_OPEN = -1, /* rounds of a part that lasts until the person goes on */
    PLAN_NO_CUE = -1,
    PLAN_SETTLE_MS = 3000, /* quiet before the first breath, and after every pause */
    PLAN_AHEAD_MS = 250    /* a change takes hold at the first boundary this far ahead */
};

typedef enum PlanKind {
    PLAN_SETTLE,
    PLAN_BREATH,
    PLAN_WORDS, /* a cue is spoken and shown */
    PLAN_QUIET, /* silence with a place, or of a sit */
    PLAN_BELL,
    PLAN_MESSAGE,
    PLAN_CLOSE, /* last: nothing follows */
    PLAN_KIND_COUNT
} PlanKind;

/* Which bell: what stands in `cue` of a bell. */
typedef enum PlanBell {
    PLAN_BELL_OPEN,
    PLAN_BELL_INTERVAL,
    PLAN_BELL_CLOSE,
    PLAN_BELL_MARK, /* soft: a long silence goes on */
    PLAN_BELL_COUNT
} PlanBell;

/* A stretch of the plan. Breathing repeats its five phases `rounds` times; every other
 * kind lasts phase_ms[0] * rounds. Bell, message and close have no length. */
typedef struct PlanPart {
    int64_t start_ms;
    int32_t kind; /* PlanKind */
    int32_t phase_ms[BREATH_PHASE_COUNT];
    int32_t rounds; /* > 0, or PLAN_OPEN */
    int32_t cue;    /* index into the CueTable, or PLAN_NO_CUE. A quiet has the cue of the
                       words that led to it; a bell its PlanBell */
} PlanPart;

/* Parts follow each other without gap or overlap. A zeroed plan is a valid "nothing". */
typedef struct Plan {
    int32_t count;
    PlanPart parts[PLAN_PARTS_MAX];
} Plan;

/* One row of the plan: a phase of one breath, or a part of another kind. */
typedef struct PlanStep {
    int64_t start_ms;
    int64_t length_ms; /* 0 for bell, message, close; INT64_MAX while it is open */
    PlanKind kind;
    BreathPhase phase; /* for breathing */
    int32_t cue;
    int32_t part;
    int64_t round;
} PlanStep;

/* What a cue is called, what it says, how long it takes to say, and the place it leads to
 * ("hands", "arrive", …; NULL for none). Owned by the caller; every string outlives the
 * plans that name it. */
typedef struct Cue {
    const char *id;
    const char *text;
    int32_t length_ms;
    const char *place;
} Cue;

typedef struct CueTable {
    const Cue *cues;
    int32_t count;
} CueTable;

/* Adds a part behind the last one and sets its start; the first part keeps the start it
 * brings. What follows an open part waits at INT64_MAX until that part is closed. Returns
 * false, and adds nothing, when the plan is full. Asserts a length, except for bell,
 * message and close. */
bool plan_append(Plan *plan, PlanPart part);

/* Appends the parts from `index` on, each where the one before it ends. False, with a
 * plan that is not to be used, when it is full. */
bool plan_append_from(Plan *plan, const Plan *from, int32_t index);

/* What of the plan lies between from_ms and to_ms, without parts that are over. to_ms is
 * a boundary of a part or of a round, or lies inside a part that is not breathing, which
 * then ends there. A bell on it still rings: it belongs to what was before. */
Plan plan_between(const Plan *plan, int64_t from_ms, int64_t to_ms);

/* The length of one round of a part, and of all of it (INT64_MAX while it is open). */
int64_t plan_round_ms(const PlanPart *part);
int64_t plan_part_ms(const PlanPart *part);

/* The step at a moment, half-open: a boundary belongs to what begins there. Steps without
 * length are passed over, except the close. Before the first part it is the first step,
 * after the end the close. Asserts a plan that is not empty. */
PlanStep plan_step_at(const Plan *plan, int64_t at_ms);

/* Every step in turn, those without length included: start with a zeroed cursor. Returns
 * false when there are no more. Open breathing goes on without end; any other open part
 * is one step. */
typedef struct PlanCursor {
    int32_t part;
    int64_t round;
    int32_t phase;
} PlanCursor;
bool plan_next_step(const Plan *plan, PlanCursor *cursor, PlanStep *step);

/* A cursor at the first step that starts at or after at_ms. */
PlanCursor plan_cursor_from(const Plan *plan, int64_t at_ms);

/* Where the plan ends: the close, or INT64_MAX when a part is open. */
int64_t plan_end_ms(const Plan *plan);

/* The breath that is going on at a moment: the part's whole cycle and where in it.
 * Returns false outside breathing. Fractions of a millisecond count, for the picture. */
typedef struct PlanBreath {
    BreathPattern pattern;
    BreathPhase phase;
    double into_ms; /* since the phase began */
    double fullness;
} PlanBreath;
bool plan_breath_at(const Plan *plan, double at_ms, PlanBreath *breath);

/* The cue of the place that a part belongs to: that of the first silence at or behind it,
 * since a silence carries the cue its place began with and words may belong to any.
 * PLAN_NO_CUE for none. */
int32_t plan_place_cue(const Plan *plan, int32_t part);

/* Names of the contract: "settle", "in", "hold-full" …; texts in English. */
const char *plan_kind_name(PlanKind kind);
const char *plan_bell_name(PlanBell bell);
const char *plan_phase_name(BreathPhase phase);
const char *plan_phase_text(BreathPhase phase);

#endif
