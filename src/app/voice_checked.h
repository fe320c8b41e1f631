/* SPDX-License-Identifier: MIT */
/* voice_checked.h -- which files of a voice cannot be spoken, each by its name.
 *
 * Decodes every file of a voice as a practice would (sound/clip.h) and keeps nothing. A
 * cue without a file is no slip: it is shown, with a soft bell. Blocks. Any thread. */
#ifndef LEEWAY_APP_VOICE_CHECKED_H
#define LEEWAY_APP_VOICE_CHECKED_H

#include "core/plan.h"
#include "store/voices.h"

/* Hears of one file: "scan.feet.2.ogg cannot be used: it is silent". */
typedef void (*VoiceCheckedTell)(void *who, const char *sentence);

/* Tells of each file that cannot be used, in the order of the cues; returns how many. */
int32_t voice_checked(const Voice *voice, CueTable cues, VoiceCheckedTell tell,
                      void *who);

#endif
