/* SPDX-License-Identifier: MIT */
/* order.h -- what the mix is told, and how it gets from the thread that draws to the one
 * that plays.
 *
 * A mailbox of two slots, and a third which the reader keeps while it reads: each thread
 * owns one slot and they swap through the middle, so neither ever waits. One thread
 * posts, one takes. A newer order replaces one that was not taken yet, but never loses
 * its seek. Positions are practice time in frames at 48 kHz. */
#ifndef LEEWAY_SOUND_ORDER_H
#define LEEWAY_SOUND_ORDER_H

#include "core/plan.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum MixBed {
    MIX_BED_NONE,
    MIX_BED_OCEAN,
    MIX_BED_RAIN,
    MIX_BED_BROWN,
    MIX_BED_COUNT
} MixBed;

/* What a bell sounds like. */
typedef enum MixBell {
    MIX_BELL_BOWL,
    MIX_BELL_BELL,
    MIX_BELL_WOOD,
    MIX_BELL_OWN, /* the clip that was given as the person's own */
    MIX_BELL_COUNT
} MixBell;

typedef enum MixState {
    MIX_STOPPED, /* fades out in 200 ms, forgets what rang */
    MIX_PAUSED,  /* the same to the ear; the position stands still in both */
    MIX_HELD,    /* the same, and silent in 80 ms: it was too much */
    MIX_RUNNING
} MixState;

/* What is to be heard. Zeroed: nothing at all. */
typedef struct MixLevels {
    bool is_on;     /* the person asked for sound; turning it on takes 4 s, off 200 ms */
    bool marks;     /* tones at the turns */
    MixBed bed;     /* changes cross-fade in 3 s */
    bool voice;     /* words of cues: a clip, or a soft bell where there is none */
    int32_t volume; /* 0 .. 100, in dB behind a 50 ms smoothing; 0 is silence */
    /* How much less there is of a part, 0 as it was made .. 100 none; in dB as well. */
    int32_t marks_less, bed_less, voice_less;
    MixBell bell;
    bool bells;         /* bells of a sit, and marks of a scan */
    bool speaks_breath; /* the turns of the breath are spoken, fewer with time */
    bool is_mono;       /* both sides hear the middle of the two */
} MixLevels;

/* Everything the mix is told, as one message. */
typedef struct MixOrder {
    Plan plan;
    MixState state;
    int64_t seek_frames; /* where practice time stands, or MIX_KEEP */
    MixLevels levels;
    bool is_sample; /* one sound by itself: it comes and goes sooner than a practice */
} MixOrder;

#define MIX_KEEP INT64_C(-1)

enum { ORDER_SLOTS = 3 };

typedef struct OrderSlot {
    MixOrder order;
    uint32_t seek_number; /* counts the seeks that were ever posted */
} OrderSlot;

typedef struct OrderBox {
    OrderSlot slots[ORDER_SLOTS];
    atomic_uint middle;   /* slot that nobody owns; ORDER_NEW when it was not taken yet */
    uint32_t posting;     /* slot of the thread that posts */
    uint32_t reading;     /* slot of the thread that takes */
    int64_t seek_frames;  /* the last seek that was posted … */
    uint32_t seek_number; /* … and its number */
    uint32_t sought;      /* number of the last seek that was taken */
} OrderBox;

void order_init(OrderBox *box);

/* Posts a copy of the order. Never waits. */
void order_post(OrderBox *box, const MixOrder *order);

/* Whether an order lies there that was not taken. Either thread. */
bool order_is_waiting(const OrderBox *box);

/* Takes the newest order if there is one and returns true. Never waits. *seek_frames
 * becomes where to go, or MIX_KEEP. The order stays readable until the next one is taken.
 */
bool order_take(OrderBox *box, const MixOrder **order, int64_t *seek_frames);

#endif
