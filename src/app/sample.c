/* SPDX-License-Identifier: MIT */
#include "app/sample.h"

#include "sound/mix.h"

enum {
    /* A millisecond behind the stillness: sound comes as after a pause. */
    FROM_MS = MIX_STILL_FRAMES / MIX_FRAMES_PER_MS + 1,
    LENGTH_MS = 3000,
    MARK_MS = 3200 /* the longest of them rings out */
};

static void add(Plan *plan, PlanKind kind, int32_t phase, int32_t length_ms)
{
    PlanPart part = {
        .start_ms = FROM_MS, .kind = (int32_t)kind, .rounds = 1, .cue = PLAN_NO_CUE
    };
    if (kind == PLAN_BELL)
        part.cue = PLAN_BELL_OPEN;
    part.phase_ms[phase] = length_ms;
    plan_append(plan, part);
}

Plan sample_plan(const Sample *sample)
{
    Plan plan = { .count = 0 };
    switch (sample->kind) {
    case SAMPLE_MARK: add(&plan, PLAN_BREATH, (int32_t)sample->phase, MARK_MS); break;
    case SAMPLE_BELL: add(&plan, PLAN_BELL, 0, 0); break;
    case SAMPLE_BED: break;
    }
    /* The quiet also keeps the mark for out from being a last exhale, with its bowl. */
    add(&plan, PLAN_QUIET, 0, sample->kind == SAMPLE_MARK ? 1 : LENGTH_MS);
    add(&plan, PLAN_CLOSE, 0, 0);
    return plan;
}

MixLevels sample_levels(const Sample *sample, const MixLevels *levels)
{
    MixLevels own = *levels;
    own.is_on = true;
    own.bells = true;
    own.bell = sample->bell;
    own.marks = sample->kind == SAMPLE_MARK;
    own.bed = sample->kind == SAMPLE_BED ? sample->bed : MIX_BED_NONE;
    return own;
}
