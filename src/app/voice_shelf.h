/* SPDX-License-Identifier: MIT */
/* voice_shelf.h -- the voice that speaks, and the clips of it that a practice needs.
 *
 * Finds the chosen voice and a bell of one's own, and has the clips that the plan names
 * decoded in the order in which they will be heard (sound/clips.h). Who speaks is a
 * choice; that a file is missing or broken is told once and costs nothing else. Main
 * thread; it never waits for a file, unless it is asked to. */
#ifndef LEEWAY_APP_VOICE_SHELF_H
#define LEEWAY_APP_VOICE_SHELF_H

#include "app/player.h"
#include "core/error.h"
#include "sound/clips.h"
#include "store/settings.h"

#include <stdbool.h>

/* What is to be spoken and rung. Strings are copied. */
typedef struct VoiceWish {
    const char *voice; /* the name of a voice or its folder, or "none" */
    bool speaks;       /* the words of a plan */
    bool speaks_breath;
    const char *bell; /* a sound file, or NULL for a bell of Leeway's own */
} VoiceWish;

typedef struct VoiceShelf VoiceShelf;

/* `cues` outlives the shelf; NULL where there are no words at all. NULL with a sentence
 * when there is no memory. */
VoiceShelf *voice_shelf_open(const CueTable *cues, Error *error);

/* When nothing renders any more. */
void voice_shelf_close(VoiceShelf *shelf);

/* What the mix reads (mix_set_clips). */
ClipTable *voice_shelf_clips(VoiceShelf *shelf);

/* Wants the clips of a plan, those that come after at_ms first. For each turn of the
 * loop: does nothing while the wish and the plan's number are as before. */
void voice_shelf_mind(VoiceShelf *shelf, const VoiceWish *wish, const Plan *plan,
                      uint32_t plan_number, int64_t at_ms);

/* The same by the person's settings, for what a player plays: its sample or session; what
 * is wrong with the voice is told on stderr. */
void voice_shelf_follow(VoiceShelf *shelf, const Settings *settings,
                        const Player *player);

/* Waits until every clip that is wanted was looked for, but not longer than so many ms;
 * returns whether it was. */
bool voice_shelf_wait(VoiceShelf *shelf, int32_t most_ms);

/* What is wrong with the voice or with a file of it, each once; false for nothing. */
bool voice_shelf_problem(VoiceShelf *shelf, Error *problem);

#endif
