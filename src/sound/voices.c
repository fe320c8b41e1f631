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
    return voice->clip == NULL || voice->at_frames >= voice->clip->frames ||
           ramp_rests_at(&voice->gain, 0);
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

void voices_bowl(Voices *voices)
{
    int v = 0;
    while (v < VOICES_BOWLS && !bowl_is_free(&voices->bowls[v]))
        v++;
    if (v == VOICES_BOWLS)
        return;
    voices->bowls[v].gain = FULL_GAIN;
    bowl_strike(&voices->bowls[v].bowl);
}

void voices_clip(Voices *voices, const MixClip *clip)
{
    int v = 0;
    while (v < VOICES_CLIPS && !clip_is_free(&voices->clips[v]))
        v++;
    if (v < VOICES_CLIPS)
        voices->clips[v] = (ClipVoice){ .clip = clip, .gain = FULL_GAIN };
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

void voices_end_all(Voices *voices, int32_t frames)
{
    voices_end_marks(voices, frames);
    voices_end_clips(voices, frames);
    for (int v = 0; v < VOICES_BOWLS; v++)
        ramp_end(&voices->bowls[v].gain, frames);
}

int32_t voices_clip_left(const Voices *voices)
{
    for (int v = 0; v < VOICES_CLIPS; v++) {
        const ClipVoice *voice = &voices->clips[v];
        if (!clip_is_free(voice) && voice->gain.to > 0)
            return voice->clip->frames - voice->at_frames;
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
        const float sample = level * voice->clip->samples[voice->at_frames++];
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
}

void voices_add_clips(Voices *voices, float *stereo, int32_t frames)
{
    for (int v = 0; v < VOICES_CLIPS; v++)
        add_clip(&voices->clips[v], stereo, frames);
}
