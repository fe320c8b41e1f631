/* SPDX-License-Identifier: MIT */
/* voices.h -- folders of spoken cues: the voice that came along and the person's own.
 *
 * A voice is a folder with one sound file for each cue, named by the cue's id, and a file
 * "voice" (format "leeway voice 1") that may say title, language, licence and how long
 * each cue takes. File names are made from Leeway's own list of ids, never read from the
 * folder. Nothing is decoded here. */
#ifndef LEEWAY_STORE_VOICES_H
#define LEEWAY_STORE_VOICES_H

#include "core/error.h"
#include "store/cues.h"
#include "store/files.h"

enum { VOICES_MAX = 32, VOICES_NAME_MAX = 64, VOICES_TEXT_MAX = 160 };

/* The name that stands for no voice, and the voice that came along. */
#define VOICES_NONE "none"
#define VOICES_USUAL "en-slt"

typedef struct Voice {
    char name[VOICES_NAME_MAX]; /* of its folder; empty: nobody speaks */
    char title[VOICES_TEXT_MAX], language[VOICES_NAME_MAX], licence[VOICES_TEXT_MAX];
    FilePath folder;
    bool is_own; /* the person's, or a friend's */
} Voice;

/* The voice of that name, or in that folder where there is a '/' in it. "none" is the
 * zeroed voice. False with a sentence when there is none such. */
bool voices_find(const char *name_or_path, Voice *voice, Error *error);

/* All there are: the one that came along, then the person's own by name. */
int32_t voices_list(Voice voices[VOICES_MAX]);

/* The file of a cue: .opus, .ogg, .flac, .wav or .mp3, in this order. False: it has none.
 */
bool voices_clip_path(const Voice *voice, const char *cue_id, FilePath *path);

/* How long a cue takes, as the voice's own file says; 0 where it does not. */
int32_t voices_length_ms(const Voice *voice, const char *cue_id);

#endif
