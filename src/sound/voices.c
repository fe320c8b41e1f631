/* SPDX-License-Identifier: MIT */
#include "sound/voices.h"

#include <stddef.h>

static const Ramp FULL_GAIN = { .from = 1, .to = 1 };

static bool mark_is_free(const MarkVoice *voice)
{
    return voice->tone.shape == NULL || ramp_rests_at(&voice->gain, 0);
}

static bool bowl_is_free(const BowlVoice *voice)
{
    return !voice->bowl.is_on || ramp_rests_at(&voice->gain, 0);
}

static bool clip_is_free(const ClipVoice *voice)
{
    return voice->at_frames >= voice->clip.frames || ramp_rests_at(&voice->gain, 0);
}

void voices_mark(Voices *voices, const ToneShape *shape)
{
    int v = 0;
    while (v < VOICES_MARKS && !mark_is_free(&voices->marks[v]))
        v++;
    if (v == VOICES_MARKS)
        return;
    voices->marks[v].gain = FULL_GAIN;
    tone_start(&voices->marks[v].tone, shape);
}

static BowlVoice *free_bowl(Voices *voices)
{
    int v = 0;
    while (v < VOICES_BOWLS && !bowl_is_free(&voices->bowls[v]))
        v++;
    return v < VOICES_BOWLS ? &voices->bowls[v] : NULL;
}

void voices_bowl(Voices *voices)
{
    BowlVoice *voice = free_bowl(voices);
    if (voice == NULL)
        return;
    *voice = (BowlVoice){ .gain = FULL_GAIN };
    bowl_strike(&voice->bowl);
}

void voices_bell(Voices *voices, MixBell sound, int32_t which)
{
    BowlVoice *voice = free_bowl(voices);
    if (voice == NULL)
        return;
    *voice = (BowlVoice){ .gain = FULL_GAIN,
                          .gives_way = which == PLAN_BELL_MARK,
                          .lasts = which == PLAN_BELL_CLOSE };
    bell_strike(&voice->bowl, sound, which);
}

static int32_t free_place(const ClipVoice *places, int32_t count)
{
    for (int32_t v = 0; v < count; v++)
        if (clip_is_free(&places[v]))
            return v;
    return -1;
}

int32_t voices_free_clip(const Voices *voices)
{
    return free_place(voices->clips, VOICES_CLIPS);
}

int32_t voices_free_own_bell(const Voices *voices)
{
    return free_place(voices->own_bells, VOICES_OWN_BELLS);
}

bool voices_clip_is_free(const Voices *voices, int32_t place)
{
    return clip_is_free(&voices->clips[place]);
}

bool voices_own_bell_is_free(const Voices *voices, int32_t place)
{
    return clip_is_free(&voices->own_bells[place]);
}

void voices_clip(Voices *voices, int32_t place, const MixClip *clip)
{
    voices->clips[place] = (ClipVoice){ .clip = *clip, .gain = FULL_GAIN };
}

/* The attack that every bell has is in the clip already. */
void voices_own_bell(Voices *voices, int32_t place, const MixClip *clip, PlanBell which)
{
    const bool closes = which == PLAN_BELL_CLOSE;
    const int32_t rise_frames = bell_manner(which)->attack_ms * (SYNTH_RATE_HZ / 1000);
    voices->own_bells[place] = (ClipVoice){ .clip = *clip,
                                            .rise_frames = closes ? rise_frames : 0,
                                            .gain = FULL_GAIN,
                                            .lasts = closes };
}

void voices_end_marks(Voices *voices, int32_t frames)
{
    for (int v = 0; v < VOICES_MARKS; v++)
        ramp_end(&voices->marks[v].gain, frames);
}

void voices_end_clips(Voices *voices, int32_t frames)
{
    for (int v = 0; v < VOICES_CLIPS; v++)
        ramp_end(&voices->clips[v].gain, frames);
}

void voices_end_soft_bells(Voices *voices, int32_t frames)
{
    for (int v = 0; v < VOICES_BOWLS; v++)
        if (voices->bowls[v].gives_way)
            ramp_end(&voices->bowls[v].gain, frames);
}

static void end_bells(Voices *voices, bool are_lasting, int32_t frames)
{
    for (int v = 0; v < VOICES_BOWLS; v++)
        if (voices->bowls[v].lasts == are_lasting)
            ramp_end(&voices->bowls[v].gain, frames);
    for (int v = 0; v < VOICES_OWN_BELLS; v++)
        if (voices->own_bells[v].lasts == are_lasting)
            ramp_end(&voices->own_bells[v].gain, frames);
}

void voices_end_at_close(Voices *voices, int32_t frames, int32_t bell_frames)
{
    voices_end_marks(voices, frames);
    voices_end_clips(voices, frames);
    end_bells(voices, false, frames);
    end_bells(voices, true, bell_frames);
}

void voices_end_all(Voices *voices, int32_t frames)
{
    voices_end_at_close(voices, frames, frames);
}

int32_t voices_clip_left(const Voices *voices)
{
    for (int v = 0; v < VOICES_CLIPS; v++) {
        const ClipVoice *voice = &voices->clips[v];
        if (!clip_is_free(voice) && voice->gain.to > 0)
            return voice->clip.frames - voice->at_frames;
    }
    return 0;
}

bool voices_are_silent(const Voices *voices)
{
    bool are_free = true;
    for (int v = 0; v < VOICES_MARKS; v++)
        are_free = are_free && mark_is_free(&voices->marks[v]);
    for (int v = 0; v < VOICES_BOWLS; v++)
        are_free = are_free && bowl_is_free(&voices->bowls[v]);
    for (int v = 0; v < VOICES_CLIPS; v++)
        are_free = are_free && clip_is_free(&voices->clips[v]);
    for (int v = 0; v < VOICES_OWN_BELLS; v++)
        are_free = are_free && clip_is_free(&voices->own_bells[v]);
    return are_free;
}

static void add_mark(MarkVoice *voice, float *stereo, int32_t frames)
{
    for (int32_t f = 0; f < frames && !mark_is_free(voice); f++) {
        float left, right;
        tone_next(&voice->tone, &left, &right);
        const float gain = ramp_next(&voice->gain);
        stereo[2 * f] += gain * left;
        stereo[2 * f + 1] += gain * right;
    }
}

static void add_bowl(BowlVoice *voice, float *stereo, int32_t frames)
{
    for (int32_t f = 0; f < frames && !bowl_is_free(voice); f++) {
        float left, right;
        bowl_next(&voice->bowl, &left, &right);
        const float gain = ramp_next(&voice->gain);
        stereo[2 * f] += gain * left;
        stereo[2 * f + 1] += gain * right;
    }
}

static void add_clip(ClipVoice *voice, float *stereo, int32_t frames)
{
    /* Recordings stand at -20 LUFS; 3 dB less is how loud a voice is here. */
    const float level = 0.70794578f / 32768;
    for (int32_t f = 0; f < frames && !clip_is_free(voice); f++) {
        const float rise =
            (float)(voice->at_frames + 1) / (float)(voice->rise_frames + 1);
        const float sample =
            level * raised_cosine(rise) * voice->clip.samples[voice->at_frames++];
        const float gain = ramp_next(&voice->gain);
        stereo[2 * f] += gain * sample;
        stereo[2 * f + 1] += gain * sample;
    }
}

void voices_add_tones(Voices *voices, float *stereo, int32_t frames)
{
    for (int v = 0; v < VOICES_MARKS; v++)
        add_mark(&voices->marks[v], stereo, frames);
    for (int v = 0; v < VOICES_BOWLS; v++)
        add_bowl(&voices->bowls[v], stereo, frames);
    for (int v = 0; v < VOICES_OWN_BELLS; v++)
        add_clip(&voices->own_bells[v], stereo, frames);
}

void voices_add_clips(Voices *voices, float *stereo, int32_t frames)
{
    for (int v = 0; v < VOICES_CLIPS; v++)
        add_clip(&voices->clips[v], stereo, frames);
}
