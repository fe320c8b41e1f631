/* SPDX-License-Identifier: MIT */
/* plan_text.h -- a plan in words, for people and programs: what `leeway plan` prints.
 *
 * A contract: UTF-8, tab-separated, five columns always, the same bytes for the same plan
 * on every machine and in every language. Times are milliseconds from the start of the
 * practice. Not a format to be read back. */
#ifndef LEEWAY_APP_PLAN_TEXT_H
#define LEEWAY_APP_PLAN_TEXT_H

#include "core/plan.h"

#include <stdio.h>

/* Of a plan without end the first hour is shown, and the breath that began in it. */
enum { PLAN_TEXT_OPEN_MS = 3600000, PLAN_TEXT_RATE_MAX = 24 };

/* Prints the plan. `target` is the breath it leads to, or NULL for a practice that is not
 * breathing; `cues` are those the plan names, or NULL where it names none. Errors of
 * writing stay in `out` (ferror). */
void plan_text_print(FILE *out, const Plan *plan, const BreathPattern *target,
                     const CueTable *cues);

/* Writes the breaths per minute with two decimals, "6.00", halves up. Returns `text`. */
const char *plan_text_rate(const BreathPattern *pattern, char text[PLAN_TEXT_RATE_MAX]);

#endif
