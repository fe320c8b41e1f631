/* SPDX-License-Identifier: MIT */
/* sit.h -- a silent timer with bells, laid out as a plan.
 *
 * Settle (the preparation), the opening bell, silence with interval bells strictly inside
 * it, the closing bell, the close. Without an end there is no closing bell. Times are
 * milliseconds. */
#ifndef LEEWAY_CORE_SIT_H
#define LEEWAY_CORE_SIT_H

#include "core/plan.h"

enum {
    SIT_LENGTH_DEFAULT_MS = 600000,
    SIT_BELLS_MAX = 64,   /* that can be named one by one */
    SIT_OPEN_MS = 3600000 /* of a sit without end the bells of the first hour ring */
};

typedef struct SitRequest {
    int64_t length_ms; /* 0 is open-ended */
    int32_t every_ms;  /* an interval bell so often; 0 for none */
    int32_t at_count;  /* or interval bells at these moments, rising */
    int32_t at_ms[SIT_BELLS_MAX];
    bool goes_on; /* behind the closing bell the silence lasts until the person leaves */
    int32_t lead_in_ms;
} SitRequest;

/* Ten minutes, opening and closing bell, 3 s of lead-in. */
SitRequest sit_default(void);

/* Lays the request out. Returns NULL and fills *plan, or a sentence that says what is
 * wrong and leaves *plan alone. The string is static. */
const char *sit_lay_out(const SitRequest *request, Plan *plan);

#endif
