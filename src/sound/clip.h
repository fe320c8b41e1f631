/* SPDX-License-Identifier: MIT */
/* clip.h -- one sound file as a cue that can be played: checked, levelled, one channel of
 * 16 bits at 48 kHz.
 *
 * A voice is brought to -20 LUFS, so that one pack is as loud as another; a bell of one's
 * own to the loudness of the bells. Never by more than 12 dB, and never above the true
 * peak that a clip may have. What cannot be used is told in one sentence, and then there
 * is no clip. Runs on any thread; blocks while the disk works. */
#ifndef LEEWAY_SOUND_CLIP_H
#define LEEWAY_SOUND_CLIP_H

#include "core/error.h"
#include "sound/recording.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    CLIP_BYTES_MAX = 16 << 20,
    CLIP_SECONDS_MAX = 60,
    CLIP_RATE_HZ = 48000,
    CLIP_EDGE_FRAMES = 5 * CLIP_RATE_HZ / 1000,  /* comes and goes without a click */
    CLIP_LEAD_FRAMES = 30 * CLIP_RATE_HZ / 1000, /* before what is heard first */
    CLIP_VOICE_RISE_FRAMES = CLIP_LEAD_FRAMES + 50 * CLIP_RATE_HZ / 1000,
    CLIP_BELL_RISE_FRAMES = 50 * CLIP_RATE_HZ / 1000
};

/* What a file is to be heard as. */
typedef enum ClipUse { CLIP_VOICE, CLIP_BELL, CLIP_USE_COUNT } ClipUse;

/* A cue's samples. */
typedef struct MixClip {
    const int16_t *samples;
    int32_t frames;
} MixClip;

/* Reads a file; the samples are the caller's, for clip_close. False with a sentence, and
 * *clip is nothing. */
bool clip_open(const char *path, ClipUse use, MixClip *clip, Error *error);
void clip_close(MixClip *clip);

/* Makes a clip of a recording, whose samples change: "it is silent" and the like, or NULL
 * and *clip. Asserts a minute at most. */
const char *clip_make(Recording *recording, ClipUse use, MixClip *clip);

/* How long a file plays, without decoding it; 0 with a sentence when it cannot be used.
 */
int32_t clip_length_ms(const char *path, Error *error);

#endif
