/* SPDX-License-Identifier: MIT */
/* clock.h -- practice time, derived from the machine's steady clock.
 *
 * Runs on CLOCK_MONOTONIC, so it moves evenly for the picture; while sound plays it is
 * drawn gently towards what is heard, so picture and sound cannot drift apart. Stopping
 * freezes it; it never goes back. Practice time is milliseconds, `now` microseconds. */
#ifndef LEEWAY_APP_CLOCK_H
#define LEEWAY_APP_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Plain data; a zeroed clock stands at 0. */
typedef struct Clock {
    bool is_running;
    double at_ms;     /* practice time … */
    int64_t since_us; /* … at this moment of the steady clock */
} Clock;

void clock_start(Clock *clock, double at_ms, int64_t now_us);
void clock_stop(Clock *clock, int64_t now_us);
double clock_ms(const Clock *clock, int64_t now_us);

/* Moves the clock a little towards heard_ms; call it once for each block of sound.
 * Returns how far apart they were. */
double clock_pull(Clock *clock, double heard_ms, int64_t now_us);

/* Microseconds of CLOCK_MONOTONIC, and how long the machine has been suspended so far. */
int64_t clock_now_us(void);
int64_t clock_suspended_us(void);

#endif
