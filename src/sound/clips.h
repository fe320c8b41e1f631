/* SPDX-License-Identifier: MIT */
/* clips.h -- decodes the clips a practice needs, on a thread of its own, and lets go of
 * those it does not need any more.
 *
 * The loader is told which clips are wanted, in the order in which they will be heard; it
 * finds their files, decodes one after the other and puts each into the table that the
 * mix reads. Nobody waits for it: words whose clip is not there in time are missing. A
 * clip that is out of the table is freed once the mix does not hold it, which the loader
 * asks whenever it is told something (clip_table.h). One thread owns all of this. */
#ifndef LEEWAY_SOUND_CLIPS_H
#define LEEWAY_SOUND_CLIPS_H

#include "core/error.h"
#include "sound/clip_table.h"

#include <stdbool.h>
#include <stddef.h>

enum { CLIPS_PATH_MAX = 4096 };

/* Where the file of a slot is; false: it has none. The loader's thread asks. */
typedef bool (*ClipFind)(void *house, int32_t slot, char path[CLIPS_PATH_MAX]);

/* Slots of the table, in the order in which they are wanted. */
typedef struct ClipWishes {
    int32_t count;
    int32_t slots[CLIP_TABLE_SLOTS];
} ClipWishes;

typedef struct Clips Clips;

/* NULL when there is no memory. The thread begins with the first wish. */
Clips *clips_open(ClipFind find, void *house);

/* Waits for the clip that is being decoded, and frees all; nothing renders any more. */
void clips_close(Clips *clips);

/* What the mix is given, once; lives as long as the loader. */
ClipTable *clips_table(Clips *clips);

/* These are wanted now, and no others. Where the files are others than before, as with
 * another voice, nothing of before is heard any more. Never waits. */
void clips_want(Clips *clips, const ClipWishes *wishes, bool are_files_new);

/* Waits until all that is wanted was looked for, but not longer than so many ms; returns
 * whether it was. For whoever has time. */
bool clips_wait(Clips *clips, int32_t most_ms);

/* A file that could not be used, as a sentence, each once, in the order in which they
 * were wanted; false when there is none. */
bool clips_problem(Clips *clips, Error *problem);

#endif
