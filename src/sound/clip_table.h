/* SPDX-License-Identifier: MIT */
/* clip_table.h -- the clips that can be heard now, shared by whoever loads them and the
 * thread that plays, without a lock.
 *
 * One thread owns a slot: it puts clips in and takes them out, and may free one that is
 * out and not held. One thread plays: it holds a clip before it reads it, and looks once
 * more whether the clip is still in its slot. Either the owner sees the hold, or the
 * player sees that the slot has changed; both read and write in one order (seq_cst).
 */
#ifndef LEEWAY_SOUND_CLIP_TABLE_H
#define LEEWAY_SOUND_CLIP_TABLE_H

#include "core/breath.h"
#include "sound/clip.h"

#include <stdatomic.h>

enum {
    CLIP_TABLE_CUES = 256,               /* a slot for each cue, by its index … */
    CLIP_TABLE_BELL = CLIP_TABLE_CUES,   /* … and one for a bell of one's own */
    CLIP_TABLE_LOADED,                   /* all that clips.h loads */
    CLIP_TABLE_LINE = CLIP_TABLE_LOADED, /* a line of a recording, to be heard alone */
    CLIP_TABLE_SLOTS,
    CLIP_TABLE_HOLDS = 8
};

typedef struct ClipTable {
    _Atomic(const MixClip *) slots[CLIP_TABLE_SLOTS]; /* NULL: there is none (yet) */
    _Atomic(const MixClip *) held[CLIP_TABLE_HOLDS];
    int32_t breath_cues[BREATH_PHASE_COUNT]; /* what a turn says, -1 for nothing; set
                                                before anything plays */
} ClipTable;

/* No clips, no words for the breath. */
void clip_table_init(ClipTable *table);

/* The owner: puts a clip (or NULL) there; returns what was there before. */
const MixClip *clip_table_put(ClipTable *table, int32_t slot, const MixClip *clip);

/* The owner: whether a clip that was taken out is still being played. */
bool clip_table_is_held(const ClipTable *table, const MixClip *clip);

/* The player: the clip of a slot, held under a number until it is let go of or another
 * one is held under the same; NULL when there is none. Never waits. */
const MixClip *clip_table_hold(ClipTable *table, int32_t slot, int32_t hold);
void clip_table_let_go(ClipTable *table, int32_t hold);

#endif
