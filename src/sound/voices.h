/* SPDX-License-Identifier: MIT */
/* voices.h -- all that rings by itself once it was begun: marks, bowls, spoken clips.
 *
 * A voice has its own fade, so one can be ended while the next begins. None is ever cut:
 * where there is no room the newcomer is left out. Belongs to the mix and its thread.
 * Times are frames at 48 kHz. */
#ifndef LEEWAY_SOUND_VOICES_H
#define LEEWAY_SOUND_VOICES_H

#include "sound/bells.h"
#include "sound/clip.h"
#include "sound/ramp.h"
#include "sound/synth.h"

/* A key that is held plays a sound with each block; those before it fade in 200 ms. */
enum { VOICES_MARKS = 12, VOICES_BOWLS = 12, VOICES_CLIPS = 2, VOICES_OWN_BELLS = 4 };

typedef struct MarkVoice {
    Tone tone;
    Ramp gain;
} MarkVoice;

typedef struct BowlVoice {
    Bowl bowl;
    Ramp gain;
    bool gives_way; /* to words */
    bool lasts;     /* behind the close */
} BowlVoice;

typedef struct ClipVoice {
    MixClip
        clip; /* without frames: free. Its samples are held for as long as it is not */
    int32_t at_frames, rise_frames;
    Ramp gain;
    bool lasts;
} ClipVoice;

/* Zeroed: nothing rings. */
typedef struct Voices {
    MarkVoice marks[VOICES_MARKS];
    BowlVoice bowls[VOICES_BOWLS];
    ClipVoice clips[VOICES_CLIPS];
    ClipVoice own_bells[VOICES_OWN_BELLS];
} Voices;

/* Each begins on the next frame that is added. */
void voices_mark(Voices *voices, const ToneShape *shape);
void voices_bowl(Voices *voices);
void voices_bell(Voices *voices, MixBell sound, int32_t which); /* as in bells.h */

/* The number of a free place for words or for a bell of one's own, -1 for none; and what
 * begins there. */
int32_t voices_free_clip(const Voices *voices);
int32_t voices_free_own_bell(const Voices *voices);
void voices_clip(Voices *voices, int32_t place, const MixClip *clip);
void voices_own_bell(Voices *voices, int32_t place, const MixClip *clip, PlanBell which);

/* Fades what rings to nothing within so many frames, or sooner if it is fading already.
 * At the close the bell that closes has its own time. */
void voices_end_marks(Voices *voices, int32_t frames);
void voices_end_soft_bells(Voices *voices, int32_t frames);
void voices_end_clips(Voices *voices, int32_t frames);
void voices_end_all(Voices *voices, int32_t frames);
void voices_end_at_close(Voices *voices, int32_t frames, int32_t bell_frames);

/* How many frames are left of the clip that is spoken, 0 when none is (or it is ending).
 */
int32_t voices_clip_left(const Voices *voices);

bool voices_are_silent(const Voices *voices);

/* Whether a place is free: of words, of bells of one's own. */
bool voices_clip_is_free(const Voices *voices, int32_t place);
bool voices_own_bell_is_free(const Voices *voices, int32_t place);

/* Adds so many stereo frames: of marks and bells, of spoken clips. */
void voices_add_tones(Voices *voices, float *stereo, int32_t frames);
void voices_add_clips(Voices *voices, float *stereo, int32_t frames);

#endif
