/* SPDX-License-Identifier: MIT */
/* mix.h -- a plan to stereo frames, the same samples live, exported and in tests.
 *
 * Sound turns a session's plan into samples. It knows core and nothing else of Leeway;
 * only device.c of this folder knows SDL, only export.c knows libsndfile.
 *
 * mix_render is deterministic: no clock, no allocation, no lock; block size does not
 * matter. The mix walks whole plans by itself; orders reach it through a mailbox, so the
 * thread that draws never waits for the one that plays. Positions are practice time in
 * frames at 48 kHz. Levels and fades: see HACKING.md, "Sound". */
#ifndef LEEWAY_SOUND_MIX_H
#define LEEWAY_SOUND_MIX_H

#include "core/plan.h"
#include "sound/beds.h"
#include "sound/clip_table.h"
#include "sound/order.h"
#include "sound/ramp.h"
#include "sound/synth.h"
#include "sound/voices.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    MIX_RATE_HZ = SYNTH_RATE_HZ,
    MIX_FRAMES_PER_MS = MIX_RATE_HZ / 1000,
    /* How long it takes, in frames. */
    MIX_STILL_FRAMES = 1500 * MIX_FRAMES_PER_MS, /* nothing sounds before */
    MIX_ON_FRAMES = 4000 * MIX_FRAMES_PER_MS, /* sound comes, also the bed at the begin */
    MIX_OFF_FRAMES = 200 * MIX_FRAMES_PER_MS, /* sound goes: off, pause, stop, seek */
    MIX_HELD_FRAMES = 80 * MIX_FRAMES_PER_MS, /* … and where it was too much */
    MIX_RESUME_FRAMES = 400 * MIX_FRAMES_PER_MS,       /* the bed is back after a pause */
    MIX_BED_FRAMES = 3000 * MIX_FRAMES_PER_MS,         /* from one bed to another */
    MIX_TAIL_FRAMES = 6000 * MIX_FRAMES_PER_MS,        /* all fades behind the close */
    MIX_BELL_TAIL_FRAMES = 10000 * MIX_FRAMES_PER_MS,  /* but for a bell that closes */
    MIX_SAMPLE_FRAMES = 400 * MIX_FRAMES_PER_MS,       /* a sound by itself comes … */
    MIX_SAMPLE_TAIL_FRAMES = 1000 * MIX_FRAMES_PER_MS, /* … and goes */
    MIX_TURN_FRAMES = 300 * MIX_FRAMES_PER_MS, /* a mark gives way to the next step */
    MIX_VOICE_OFF_FRAMES = 80 * MIX_FRAMES_PER_MS,
    MIX_VOLUME_FRAMES = 50 * MIX_FRAMES_PER_MS,
    MIX_DUCK_FRAMES = 150 * MIX_FRAMES_PER_MS,
    MIX_UNDUCK_FRAMES = 800 * MIX_FRAMES_PER_MS,
    MIX_FOLLOW_FRAMES = 1400 * MIX_FRAMES_PER_MS /* from empty to full at the quickest */
};

/* The breaths since words for them began anew. */
typedef struct MixBreaths {
    int64_t count, round_ms;
    uint32_t phases; /* 1 << BreathPhase for each that has a length */
} MixBreaths;

/* The mix as it stands; the caller only gives it a place. Big: not for the stack. */
typedef struct Mix {
    OrderBox box;
    atomic_llong shown_frames; /* position, for other threads */
    atomic_bool shown_silent;
    atomic_int followed; /* of the lungs, in millionths; below 0: nobody is */

    /* From here on the thread that renders is alone. */
    const Plan *plan; /* of the order that holds; NULL before the first */
    MixState state;
    MixLevels levels;
    bool is_sample;
    ClipTable *clips;   /* NULL: nobody speaks */
    PlanStep spoken;    /* whose words the clip says that began last */
    MixBreaths breaths; /* for their words */

    int64_t frame;           /* ever rendered; the grid hangs on it */
    int64_t position_frames; /* practice time of the next frame */
    int64_t end_frames;      /* the close, INT64_MAX when there is none */
    PlanCursor cursor;       /* behind `next` */
    PlanStep next;           /* begins at next_frames */
    int64_t next_frames;     /* INT64_MAX when nothing follows */

    double fullness; /* of the lungs, as last heard */
    double settle_from;
    int64_t settle_ms; /* start of the settle step that settle_from belongs to, or -1 */

    Ramp on, volume;                       /* of everything */
    Ramp bed_open, duck;                   /* of the bed: by the session, by the voice */
    Ramp marks_part, bed_part, voice_part; /* of marks and bells, bed, words: by choice */
    Ramp mono;                             /* 0 two sides .. 1 their middle on both */
    Beds beds;
    Voices voices;
} Mix;

/* A stopped, silent mix. Owns nothing; there is nothing to close. */
void mix_init(Mix *mix);

/* Where words and a bell of one's own are found; the table outlives the mix. Only while
 * nothing renders. */
void mix_set_clips(Mix *mix, ClipTable *clips);

/* Drops what sounds, at once: the stream was cut, and whatever plays next starts from
 * silence. Only by the thread that renders, or while nothing does. */
void mix_forget(Mix *mix);

/* Tells the mix what is to be heard, from the next rendered block on. Copies the order
 * and never waits. One thread posts. */
void mix_post(Mix *mix, const MixOrder *order);

/* From now on the sea goes with somebody who is followed, 0 empty .. 1 full, instead of
 * with the plan; it comes there in MIX_FOLLOW_FRAMES at the quickest. Then with the plan
 * again. Never waits. Any thread. */
void mix_follow(Mix *mix, double fullness);
void mix_follow_nothing(Mix *mix);

/* Writes the next frames, interleaved left and right. One thread renders. */
void mix_render(Mix *mix, float *stereo, int32_t frames);

/* Practice time of the first frame not rendered yet, as of the last whole block; an order
 * that waits is not in it. Any thread. */
int64_t mix_position_frames(const Mix *mix);

/* How long a plan is heard behind its close, at most. */
int64_t mix_tail_frames(const Plan *plan);

/* Whether nothing sounds, nor will before another order. Any thread. */
bool mix_is_silent(const Mix *mix);

#endif
