/* SPDX-License-Identifier: MIT */
/* pace.h -- how a person breathes by themselves, from presses and releases.
 *
 * Held means in and let go means out; or a tap at each turn. Which of the two is found
 * out press by press, and both may be mixed. Two answers come of it: how full a figure is
 * that goes along with them at any moment, and a pattern to start from. Nobody is told a
 * number of it. No clock: every call says when it happens, in milliseconds that never go
 * back. A zeroed pace has heard nothing. */
#ifndef LEEWAY_CORE_PACE_H
#define LEEWAY_CORE_PACE_H

#include "core/breath.h"

enum {
    PACE_TURNS_MAX = 32, /* the latest turns; older ones are forgotten */
    PACE_BREATHS = 4,    /* heard before a pace is known */
    PACE_TAP_MS = 400,   /* a press shorter than this was a tap */
    /* A phase outside of these was no breath of the person's: a slip, or a thought. */
    PACE_PHASE_MIN_MS = 600,
    PACE_PHASE_MAX_MS = 12000,
    /* 20 to 6 breaths a minute: where a practice may start. */
    PACE_CYCLE_MIN_MS = 3000,
    PACE_CYCLE_MAX_MS = 10000
};

/* The fastest that the figure fills, a second: 25 % of the mean diameter of a shape that
 * grows by half. */
#define PACE_SPEED_MAX 0.625

/* A turn of the breath, and the figure as it was there. */
typedef struct PaceTurn {
    int64_t at_ms;
    BreathPhase phase;      /* BREATH_IN or BREATH_OUT: what begins here */
    double fullness, speed; /* speed: of fullness, a second */
} PaceTurn;

typedef struct Pace {
    PaceTurn turns[PACE_TURNS_MAX]; /* a ring: turn n lies at n % PACE_TURNS_MAX */
    int64_t count;                  /* turns ever heard */
    int64_t pressed_ms;
    bool is_pressed;
} Pace;

/* A key or a finger goes down; comes up. A second press before the first was let go is
 * not heard, nor is a release without a press. */
void pace_press(Pace *pace, int64_t at_ms);
void pace_let_go(Pace *pace, int64_t at_ms);

/* What the person does now: BREATH_IN or BREATH_OUT; BREATH_PHASE_COUNT before the first
 * press. */
BreathPhase pace_phase(const Pace *pace);

/* How many whole breaths are among the latest turns, each of its phases from
 * PACE_PHASE_MIN_MS to PACE_PHASE_MAX_MS long. */
int32_t pace_count(const Pace *pace);

/* Whether PACE_BREATHS were heard. */
bool pace_is_known(const Pace *pace);

/* The median inhale and exhale, brought to where a practice may start: PACE_CYCLE_MIN_MS
 * to PACE_CYCLE_MAX_MS as a whole and inside the gentle range, one to the other as nearly
 * as that goes. Asserts a known pace. */
BreathPattern pace_pattern(const Pace *pace);

/* Where a practice that starts from `own` leads: the chosen pattern without its holds and
 * with its second inhale as part of the first, no phase shorter than in `own`. */
BreathPattern pace_target(const BreathPattern *own, const BreathPattern *chosen);

/* How full the figure is, 0 .. 1: towards full while in, towards empty while out, without
 * a kink and never faster than PACE_SPEED_MAX. Empty before the first press, and before
 * the turns that are forgotten. */
double pace_fullness(const Pace *pace, double at_ms);

/* Whether the figure stands still until the next turn: then it is exactly empty or full.
 */
bool pace_is_at_rest(const Pace *pace, double at_ms);

#endif
