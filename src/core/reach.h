/* SPDX-License-Identifier: MIT */
/* reach.h -- the pause before reaching out, laid out as a plan.
 *
 * Settle, a few whole breaths without holds, the place where a message comes, the close.
 * What follows it, a page to write on, has no time and stands in no plan. Times are
 * milliseconds. */
#ifndef LEEWAY_CORE_REACH_H
#define LEEWAY_CORE_REACH_H

#include "core/plan.h"

enum { REACH_SECONDS_DEFAULT = 90, REACH_CHOICES = 3 };

/* How long it may be named: 60, 90, 120. About a third of each is for what comes after
 * the breaths. */
extern const int32_t reach_seconds[REACH_CHOICES];

typedef struct ReachRequest {
    int32_t seconds;       /* one of reach_seconds */
    int32_t pace_permille; /* all times x this / 1000; 0 means 1000 */
    int32_t lead_in_ms;    /* 0 removes the settle step */
} ReachRequest;

/* 90 seconds, 3 s of lead-in. */
ReachRequest reach_default(void);

/* How many breaths that many seconds are: 4, 6, 9. Asserts one of reach_seconds. */
int32_t reach_breaths(int32_t seconds);

/* The breath of it, pace applied. Returns what is wrong as a sentence, or NULL. */
const char *reach_pattern(const ReachRequest *request, BreathPattern *pattern);

/* Lays the request out. Returns NULL and fills *plan, or a sentence that says what is
 * wrong and leaves *plan alone. The string is static. */
const char *reach_lay_out(const ReachRequest *request, Plan *plan);

#endif
