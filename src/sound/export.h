/* SPDX-License-Identifier: MIT */
/* export.h -- the sound of a whole practice as a file: the very samples that are played.
 *
 * What is written lies under another name in the same folder until all of it is there, so
 * a file with the right name is always whole. The same plan and levels give the same
 * bytes: floats in .wav, 16 bits in .flac, Vorbis in .ogg. Runs on the caller's thread,
 * some hundred times faster than the practice. */
#ifndef LEEWAY_SOUND_EXPORT_H
#define LEEWAY_SOUND_EXPORT_H

#include "core/error.h"
#include "sound/mix.h"

/* What is wrong with asking for this plan under this name, as a sentence, or NULL: a plan
 * without an end, a kind of file that Leeway does not write, or one too long for its
 * kind. The string is static. */
const char *export_problem(const Plan *plan, const char *path);

/* What an export may be given beside; zeroed, nobody speaks and nobody watches. */
typedef struct ExportAside {
    ClipTable *clips; /* words and a bell of one's own, all of them there already */
    bool (*goes_on)(void *who,
                    int32_t percent); /* false: stop, and leave nothing behind */
    void *who;
} ExportAside;

/* Writes the plan from its start to its close and the tail behind it, with the levels as
 * if sound was on from the start. Asserts that there is no export_problem. Returns false
 * with a sentence, and leaves no file behind, when the machine fails or it was stopped.
 * `aside` may be NULL. */
bool export_sound(const Plan *plan, const MixLevels *levels, const char *path,
                  const ExportAside *aside, Error *error);

#endif
