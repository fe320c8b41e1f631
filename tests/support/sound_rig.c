/* SPDX-License-Identifier: MIT */
#include "support/sound_rig.h"

#include "core/pattern.h"
#include "core/practice.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

MixLevels rig_levels(RigLevels levels)
{
    return (MixLevels){
        .is_on = levels != RIG_NOTHING,
        .marks = levels == RIG_MARKS || levels == RIG_ALL,
        .bed = levels == RIG_SEA || levels == RIG_ALL ? MIX_BED_OCEAN : MIX_BED_NONE,
        .voice = true,
        .bells = true,
        .volume = 100,
    };
}

Plan rig_plan(const char *pattern, int32_t breaths, int32_t lead_in_ms)
{
    BreatheRequest request = { .breaths = breaths, .lead_in_ms = lead_in_ms };
    Plan plan = { .count = 0 };
    const char *problem = pattern_parse(pattern, &request.pattern);
    assert(problem == NULL);
    problem = practice_breathe(&request, &plan);
    assert(problem == NULL);
    return plan;
}

Rig *rig_open(const Plan *plan, RigLevels levels)
{
    Rig *rig = calloc(1, sizeof *rig);
    assert(rig != NULL);
    mix_init(&rig->mix);
    clip_table_init(&rig->clips);
    mix_set_clips(&rig->mix, &rig->clips);
    rig->order =
        (MixOrder){ .plan = *plan, .state = MIX_RUNNING, .levels = rig_levels(levels) };
    rig_post(rig);
    return rig;
}

void rig_set_clips(Rig *rig, const MixClip *clips, int32_t count)
{
    for (int32_t c = 0; c < count; c++)
        clip_table_put(&rig->clips, c, clips[c].frames > 0 ? &clips[c] : NULL);
}

Rig *rig_played(const Plan *plan, RigLevels levels)
{
    Rig *rig = rig_open(plan, levels);
    rig_render(rig, plan_end_ms(plan) * MIX_FRAMES_PER_MS + MIX_TAIL_FRAMES);
    return rig;
}

void rig_close(Rig *rig)
{
    if (rig == NULL)
        return;
    free(rig->tape);
    free(rig);
}

void rig_post(Rig *rig)
{
    mix_post(&rig->mix, &rig->order);
    rig->order.seek_frames = MIX_KEEP;
}

void rig_set_state(Rig *rig, MixState state)
{
    rig->order.state = state;
    rig_post(rig);
}

void rig_render_in_blocks(Rig *rig, int64_t frames, int32_t block)
{
    if (rig->frames + frames > rig->capacity) {
        rig->capacity = 2 * (rig->frames + frames);
        rig->tape = realloc(rig->tape, (size_t)rig->capacity * 2 * sizeof *rig->tape);
        assert(rig->tape != NULL);
    }
    while (frames > 0) {
        const int32_t count = frames < block ? (int32_t)frames : block;
        mix_render(&rig->mix, &rig->tape[2 * rig->frames], count);
        rig->frames += count;
        frames -= count;
    }
}

void rig_render(Rig *rig, int64_t frames)
{
    rig_render_in_blocks(rig, frames, 1024);
}

Sound rig_sound(const Rig *rig)
{
    return (Sound){ rig->tape, rig->frames };
}

Sound rig_part_ms(const Rig *rig, int64_t from_ms, int64_t to_ms)
{
    return sound_part(rig_sound(rig), from_ms * MIX_FRAMES_PER_MS,
                      to_ms * MIX_FRAMES_PER_MS);
}

double rig_difference(const Rig *a, const Rig *b)
{
    assert(a->frames == b->frames);
    double most = 0;
    for (int64_t i = 0; i < 2 * a->frames; i++)
        most = fmax(most, fabs((double)a->tape[i] - (double)b->tape[i]));
    return most;
}
