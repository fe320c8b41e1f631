/* SPDX-License-Identifier: MIT */
#include "app/sample.h"

#include "sound/mix.h"

enum {
    /* A millisecond behind the stillness: sound comes as after a pause. */
    FROM_MS = MIX_STILL_FRAMES / MIX_FRAMES_PER_MS + 1,
    LENGTH_MS = 3000,
    MARK_MS = 3200,  /* the longest of them rings out */
    LOAD_MS = 400,   /* a clip is decoded in that time */
    WORDS_MS = 6000, /* with the quiet behind it, longer than one cue takes */
};

static void add_words(Plan *plan, int32_t cue)
{
    const PlanPart load = { .start_ms = FROM_MS,
                            .kind = PLAN_QUIET,
                            .phase_ms = { LOAD_MS },
                            .rounds = 1,
                            .cue = PLAN_NO_CUE };
    plan_append(plan, load);
    plan_append(plan, (PlanPart){ .kind = PLAN_WORDS,
                                  .phase_ms = { WORDS_MS },
                                  .rounds = 1,
                                  .cue = cue });
}

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
    case SAMPLE_VOICE: add_words(&plan, sample->cue); break;
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
    own.voice = sample->kind == SAMPLE_VOICE;
    own.speaks_breath = false; /* a mark is heard as itself */
    own.marks = sample->kind == SAMPLE_MARK;
    own.bed = sample->kind == SAMPLE_BED ? sample->bed : MIX_BED_NONE;
    return own;
}
