/* SPDX-License-Identifier: MIT */
/* sound_rig.h -- a mix with a tape: what was rendered is kept, from the first frame on.
 *
 * For tests only; asserts that there is memory. Change rig->order and call rig_post. */
#ifndef LEEWAY_TESTS_SUPPORT_SOUND_RIG_H
#define LEEWAY_TESTS_SUPPORT_SOUND_RIG_H

#include "core/plan.h"
#include "sound/mix.h"
#include "support/sound_meter.h"

typedef struct Rig {
    Mix mix;
    ClipTable clips;
    MixOrder order;
    float *tape;
    int64_t frames, capacity;
} Rig;

/* What is switched on at full volume; voice and bells always are. */
typedef enum RigLevels { RIG_NOTHING, RIG_MARKS, RIG_SEA, RIG_ALL } RigLevels;

MixLevels rig_levels(RigLevels levels);

/* A plan of so many breaths (0: open) behind a settle step of so many ms. */
Plan rig_plan(const char *pattern, int32_t breaths, int32_t lead_in_ms);

/* A mix that was told to run the plan from its start. rig_close(NULL) is legal. */
Rig *rig_open(const Plan *plan, RigLevels levels);
void rig_close(Rig *rig);

/* Gives it the clips of the cues, by index; one without frames is missing. */
void rig_set_clips(Rig *rig, const MixClip *clips, int32_t count);

/* The same, rendered to the end of the plan's tail. */
Rig *rig_played(const Plan *plan, RigLevels levels);

/* Posts rig->order as it is, then keeps the position. */
void rig_post(Rig *rig);

void rig_set_state(Rig *rig, MixState state);

void rig_render(Rig *rig, int64_t frames);
void rig_render_in_blocks(Rig *rig, int64_t frames, int32_t block);

/* All of the tape, and a part of it. */
Sound rig_sound(const Rig *rig);
Sound rig_part_ms(const Rig *rig, int64_t from_ms, int64_t to_ms);

/* How far two tapes of the same length are apart, at most; 0 when they are the same. */
double rig_difference(const Rig *a, const Rig *b);

#endif
