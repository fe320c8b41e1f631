/* SPDX-License-Identifier: MIT */
/* sample.h -- one sound by itself, as a plan of a few seconds.
 *
 * For whoever wants to hear what a choice sounds like: the player plays it through the
 * real mix. Nothing is owned; no clock, no device. */
#ifndef LEEWAY_APP_SAMPLE_H
#define LEEWAY_APP_SAMPLE_H

#include "core/plan.h"
#include "sound/order.h"

typedef enum SampleKind { SAMPLE_MARK, SAMPLE_BELL, SAMPLE_VOICE, SAMPLE_BED } SampleKind;

typedef struct Sample {
    SampleKind kind;
    BreathPhase phase; /* of the mark */
    MixBed bed;
    MixBell bell;
    int32_t cue; /* what the voice says */
} Sample;

/* The plan begins behind the stillness of a session, where sound may be. */
Plan sample_plan(const Sample *sample);

/* The person's levels, with nothing in them but the sample. */
MixLevels sample_levels(const Sample *sample, const MixLevels *levels);

#endif
