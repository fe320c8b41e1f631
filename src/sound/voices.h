/* SPDX-License-Identifier: MIT */
/* voices.h -- all that rings by itself once it was begun: marks, bowls, spoken clips.
 *
 * A voice has its own fade, so one can be ended while the next begins. None is ever cut:
 * where there is no room the newcomer is left out. Belongs to the mix and its thread.
 * Times are frames at 48 kHz. */
#ifndef LEEWAY_SOUND_VOICES_H
#define LEEWAY_SOUND_VOICES_H

#include "sound/clip.h"
#include "sound/ramp.h"
#include "sound/synth.h"

/* A key that is held plays a sound with each block; those before it fade in 200 ms. */
enum { VOICES_MARKS = 12, VOICES_BOWLS = 12, VOICES_CLIPS = 2 };

typedef struct MarkVoice {
    Tone tone;
    Ramp gain;
} MarkVoice;

typedef struct BowlVoice {
    Bowl bowl;
    Ramp gain;
} BowlVoice;

typedef struct ClipVoice {
    const MixClip *clip; /* NULL: free */
    int32_t at_frames;
    Ramp gain;
} ClipVoice;

/* Zeroed: nothing rings. */
typedef struct Voices {
    MarkVoice marks[VOICES_MARKS];
    BowlVoice bowls[VOICES_BOWLS];
    ClipVoice clips[VOICES_CLIPS];
} Voices;

/* Each begins on the next frame that is added. */
void voices_mark(Voices *voices, const ToneShape *shape);
void voices_bowl(Voices *voices);
void voices_clip(Voices *voices, const MixClip *clip);

/* Fades what rings to nothing within so many frames, or sooner if it is fading already.
 */
void voices_end_marks(Voices *voices, int32_t frames);
void voices_end_clips(Voices *voices, int32_t frames);
void voices_end_all(Voices *voices, int32_t frames);

/* How many frames are left of the clip that is spoken, 0 when none is (or it is ending).
 */
int32_t voices_clip_left(const Voices *voices);

bool voices_are_silent(const Voices *voices);

/* Adds so many stereo frames: of marks and bowls, of spoken clips. */
void voices_add_tones(Voices *voices, float *stereo, int32_t frames);
void voices_add_clips(Voices *voices, float *stereo, int32_t frames);

#endif
