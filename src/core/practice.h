/* SPDX-License-Identifier: MIT */
/* practice.h -- what a person asks for, made into a plan.
 *
 * The rules of length, ramp, pace and holds in one place, for the window, the command
 * line and the exporter alike. Holds go first, then the pace, then the limits, then the
 * length. Times are milliseconds. */
#ifndef LEEWAY_CORE_PRACTICE_H
#define LEEWAY_CORE_PRACTICE_H

#include "core/plan.h"

enum {
    PRACTICE_LENGTH_DEFAULT_MS = 180000,
    PRACTICE_LENGTH_MAX_MS = 86400000, /* a day: far above anything that is asked for */
    PRACTICE_BREATHS_MAX = 100000,
    PRACTICE_LEAD_IN_MAX_MS = 600000
};

/* What can be practised. */
typedef enum PracticeKind {
    PRACTICE_BREATHE,
    PRACTICE_SCAN,
    PRACTICE_SIT,
    PRACTICE_REACH, /* the pause before reaching out */
    PRACTICE_KIND_COUNT
} PracticeKind;

/* Whether a breath is followed in it. */
bool practice_is_breathed(PracticeKind kind);

/* A request to breathe. Zeroed fields mean "nothing asked for". */
typedef struct BreatheRequest {
    BreathPattern pattern;
    BreathPattern from;    /* where the ramp starts; a zeroed pattern means no ramp */
    int32_t from_breaths;  /* cycles that stay at `from`; 0 and 1 lengthen the second */
    int64_t length_ms;     /* 0 is open-ended; unused when breaths > 0 */
    int32_t breaths;       /* exact number of cycles, or 0 */
    int32_t pace_permille; /* all times x this / 1000; 0 means 1000 */
    bool no_holds;
    int32_t lead_in_ms; /* 0 removes the settle step */
} BreatheRequest;

/* The request of a first start: 4-6 from 3.5-4.5, 3 minutes, 3 s of lead-in. */
BreatheRequest practice_breathe_default(void);

/* The pattern and start of the ramp that will be breathed, holds and pace applied.
 * Returns what is wrong as a sentence, or NULL. */
const char *practice_breathe_pattern(const BreatheRequest *request,
                                     BreathPattern *pattern, BreathPattern *from);

/* Lays the request out: settle, cycles, close. Returns NULL and fills *plan, or a
 * sentence that says what is wrong and leaves *plan alone. The string is static. */
const char *practice_breathe(const BreatheRequest *request, Plan *plan);

/* Appends whole cycles that lead from `from` to `target` and fill `want_ms` as nearly as
 * whole cycles can, ties to the fewer, at least one; want_ms INT64_MAX is open-ended.
 * Returns false, with a plan that is not to be used, when it does not fit. */
bool practice_fill(Plan *plan, const BreathPattern *from, const BreathPattern *target,
                   int64_t want_ms);

#endif
