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

enum {
    VOICES_MAX = 32,
    VOICES_NAME_MAX = 64,
    VOICES_TEXT_MAX = 160,
    VOICES_LENGTH_MAX_MS = 60000 /* of one cue */
};

/* The name that stands for no voice, and the voice that came along. */
#define VOICES_NONE "none"
#define VOICES_USUAL "en-slt"

typedef struct Voice {
    char name[VOICES_NAME_MAX]; /* of its folder; empty: nobody speaks */
    char title[VOICES_TEXT_MAX], language[VOICES_NAME_MAX], licence[VOICES_TEXT_MAX];
    char note[VOICES_TEXT_MAX]; /* "a synthetic voice" */
    FilePath folder;
    bool is_own; /* the person's, or a friend's */
} Voice;

extern const LinesFormat voices_format;

/* Reads what a voice says of itself; its name and folder stay. A file that is damaged
 * says nothing, and one that is wrong somewhere says the rest. */
void voices_read(Lines *lines, Voice *voice);

/* Whether a folder may be called so: no path, no sign that is not printed, not hidden. */
bool voices_is_name(const char *name);

/* The folder in which the person's own voices lie, each in one of its own. */
bool voices_folder(FilePath *folder, Error *error);

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

/* The same for all cues at once, into lengths_ms[0 .. cues.count - 1]. */
void voices_lengths(const Voice *voice, CueTable cues, int32_t lengths_ms[]);

/* How many of the cues it has a file for. */
int32_t voices_cue_count(const Voice *voice, CueTable cues);

#endif
