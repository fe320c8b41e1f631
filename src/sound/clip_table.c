/* SPDX-License-Identifier: MIT */
#include "sound/clip_table.h"

#include <assert.h>
#include <stddef.h>

enum { NO_CUE = -1 };

void clip_table_init(ClipTable *table)
{
    for (int s = 0; s < CLIP_TABLE_SLOTS; s++)
        atomic_init(&table->slots[s], NULL);
    for (int h = 0; h < CLIP_TABLE_HOLDS; h++)
        atomic_init(&table->held[h], NULL);
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        table->breath_cues[p] = NO_CUE;
}

const MixClip *clip_table_put(ClipTable *table, int32_t slot, const MixClip *clip)
{
    assert(slot >= 0 && slot < CLIP_TABLE_SLOTS);
    return atomic_exchange(&table->slots[slot], clip);
}

bool clip_table_is_held(const ClipTable *table, const MixClip *clip)
{
    for (int h = 0; h < CLIP_TABLE_HOLDS; h++)
        if (atomic_load(&table->held[h]) == clip)
            return true;
    return false;
}

const MixClip *clip_table_hold(ClipTable *table, int32_t slot, int32_t hold)
{
    assert(hold >= 0 && hold < CLIP_TABLE_HOLDS);
    if (slot < 0 || slot >= CLIP_TABLE_SLOTS)
        return NULL;
    const MixClip *clip = atomic_load(&table->slots[slot]);
    atomic_store(&table->held[hold], clip);
    if (clip == NULL || atomic_load(&table->slots[slot]) == clip)
        return clip;
    /* It was taken out just now: words that have no clip. */
    clip_table_let_go(table, hold);
    return NULL;
}

void clip_table_let_go(ClipTable *table, int32_t hold)
{
    assert(hold >= 0 && hold < CLIP_TABLE_HOLDS);
    atomic_store(&table->held[hold], NULL);
}
