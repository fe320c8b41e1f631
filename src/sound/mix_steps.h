/* SPDX-License-Identifier: MIT */
/* mix_steps.h -- what a step of the plan sounds like when it begins: marks, words, bells.
 *
 * A part of the mix, for mix.c alone: it knows when a step begins, this knows what is
 * heard then, and whether what is spoken still belongs to the plan. */
#ifndef LEEWAY_SOUND_MIX_STEPS_H
#define LEEWAY_SOUND_MIX_STEPS_H

#include "sound/mix.h"

static inline int64_t mix_frames_of(int64_t ms)
{
    return ms >= INT64_MAX / MIX_FRAMES_PER_MS ? INT64_MAX : ms * MIX_FRAMES_PER_MS;
}

/* Begins mix->next. */
void mix_begin_step(Mix *mix);

/* Behind a change of the plan or of what is wanted: words that are not there any more,
 * as they were, end within 80 ms. */
void mix_end_lost_words(Mix *mix, const MixLevels *levels);

/* Words for the breath begin again with the next one, often first. */
void mix_forget_breaths(Mix *mix);

/* Lets go of the clips that are over. */
void mix_let_go_of_clips(Mix *mix);

/* How long all but a closing bell may go on behind the close. */
int32_t mix_close_frames(const Mix *mix);

#endif
