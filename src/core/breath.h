/* SPDX-License-Identifier: MIT */
/* breath.h -- where in a breath a given moment falls.
 *
 * Core holds what is being practised, as functions of their inputs: the C library only,
 * no clock, no files, no SDL, no allocation. What would differ on another monitor, or is
 * owned by the operating system, does not live in this folder.
 *
 * This module is pure arithmetic over one round of breathing. Any moment can be asked
 * for, in any order, and is exact after any number of rounds. Times are milliseconds. */
#ifndef LEEWAY_CORE_BREATH_H
#define LEEWAY_CORE_BREATH_H

#include <stdbool.h>
#include <stdint.h>

/* The phases in the order in which they are breathed. */
typedef enum BreathPhase {
    BREATH_IN,
    BREATH_TOP_UP, /* a second, smaller inhale on top of the first: the sigh */
    BREATH_HOLD_FULL,
    BREATH_OUT,
    BREATH_HOLD_EMPTY,
    BREATH_PHASE_COUNT
} BreathPhase;

/* One round of breathing. A phase of 0 ms is skipped entirely. */
typedef struct BreathPattern {
    int32_t phase_ms[BREATH_PHASE_COUNT];
} BreathPattern;

/* A moment of breathing. A phase owns its first millisecond and not its last. */
typedef struct BreathMoment {
    int64_t round;     /* 0 for the first breath */
    BreathPhase phase; /* never a phase of 0 ms */
    int32_t into_ms;   /* since the phase began */
    double fullness;   /* 0 empty .. 1 full; eased, at rest on every boundary */
} BreathMoment;

/* Limits that every pattern keeps, whoever wrote it. Faster breathing is not what
 * Leeway is for. */
enum {
    BREATH_MOVE_MIN_MS = 500,
    BREATH_PHASE_MAX_MS = 60000,
    BREATH_CYCLE_MIN_MS = 3000
};

/* What is wrong with the pattern, as a sentence for the person who wrote it, or NULL when
 * it can be breathed. The string is static. */
const char *breath_problem(const BreathPattern *pattern);

/* The length of one round, holds included. */
int32_t breath_cycle_ms(const BreathPattern *pattern);

/* Breaths per minute of the whole cycle, holds included. Asserts a sound pattern. */
double breath_rate(const BreathPattern *pattern);

bool breath_has_holds(const BreathPattern *pattern);

/* The same pattern with every hold left out. */
BreathPattern breath_without_holds(const BreathPattern *pattern);

/* The pattern with each phase multiplied by numerator / denominator, rounded to the
 * millisecond. The result may break the limits: ask breath_problem. */
BreathPattern breath_scaled(const BreathPattern *pattern, int64_t numerator,
                            int64_t denominator);

bool breath_is_equal(const BreathPattern *a, const BreathPattern *b);

/* Whether the pattern lies inside the soft column that binds defaults, ramps and easing:
 * inhale up to 6 s, exhale up to 8 s, exhale up to twice the inhale, holds up to 4 s and
 * 2 s, cycle up to 13 s (evidence for gentle paced breathing, see HACKING.md). */
bool breath_is_gentle(const BreathPattern *pattern);

/* The breath that follows `now` on the way to `target`: longer by at most floor(5 %) of
 * the cycle, given to the exhale until it is there, what remains to the inhale, then to
 * the top-up and the holds. A phase that is too long is shortened at once, and others may
 * have what it loses. Repeated, it comes to the target from anywhere. */
BreathPattern breath_lengthened(const BreathPattern *now, const BreathPattern *target);

/* The pattern with an exhale as long as a cycle of BREATH_CYCLE_MIN_MS needs: what a
 * breath loses with its holds must not make it too quick. */
BreathPattern breath_long_enough(const BreathPattern *pattern);

/* The ease of everything that breathes: 0 .. 1 for 0 .. 1, at rest at both ends. */
double breath_eased(double part);

/* How full the lungs are `into_ms` into `phase`: cosine, zero speed at both ends, exactly
 * 0 and 1 at the turns. After the first inhale of a topped-up breath they stand at
 * in / (in + top-up). Asserts 0 <= into_ms <= the phase's length. */
double breath_fullness(const BreathPattern *pattern, BreathPhase phase, double into_ms);

/* The moment at elapsed_ms. Asserts elapsed_ms >= 0 and a cycle longer than 0. */
BreathMoment breath_at(const BreathPattern *pattern, int64_t elapsed_ms);

#endif
