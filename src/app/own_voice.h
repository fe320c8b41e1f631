/* SPDX-License-Identifier: MIT */
/* own_voice.h -- one recording of a script, made into a voice.
 *
 * Reads whatever libsndfile reads, and what a phone records by way of ffmpeg where that
 * is installed; cuts it into the script's lines; writes a folder that store/voices.h
 * finds. Knows no window and says nothing by itself. Blocks, for seconds: the window asks
 * on a thread of its own. The recording is only read. */
#ifndef LEEWAY_APP_OWN_VOICE_H
#define LEEWAY_APP_OWN_VOICE_H

#include "app/script.h"
#include "core/error.h"
#include "sound/clip.h"
#include "store/voices.h"

enum { OWN_VOICE_BYTES_MAX = 200 * 1000 * 1000, OWN_VOICE_MINUTES_MAX = 30 };

/* Close what was opened; zeroed it is nothing. */
typedef struct OwnVoice {
    Script script;
    CutSound sound; /* its samples are owned */
    CutClip clips[SCRIPT_LINES_MAX];
} OwnVoice;

/* Reads the recording and cuts it. Asserts a script with lines. False with a sentence
 * when it cannot be read, or when no line was found in it. Big: not for the stack. */
bool own_voice_open(OwnVoice *voice, const char *path, const Script *script,
                    Error *error);
void own_voice_close(OwnVoice *voice);

/* A line as it would be kept: levelled, its edges rounded. For clip_close. */
bool own_voice_clip(const OwnVoice *voice, int32_t line, MixClip *clip, Error *error);

/* A name for a voice from the file's, or "a voice" where that is none. */
void own_voice_name(const char *path, char name[VOICES_NAME_MAX]);

/* Writes all lines that are to be kept, as one folder that is there whole or not at all.
 * One that is there already stays: "Ana" becomes "Ana 2", and `name` says so. */
bool own_voice_keep(const OwnVoice *voice, char name[VOICES_NAME_MAX], Error *error);

#endif
