/* SPDX-License-Identifier: MIT */
/* change.h -- the same plan with its tail changed, while it is being lived.
 *
 * Functions from plan to plan. They rewrite what lies at or beyond the first boundary at
 * least PLAN_AHEAD_MS after `now_ms`, never what has begun before; the one exception is a
 * hold that is refused, which ends PLAN_AHEAD_MS from now. Parts that are over are
 * dropped. Each returns false and leaves *plan alone when there is nothing left to
 * change. Times are milliseconds. */
#ifndef LEEWAY_CORE_CHANGE_H
#define LEEWAY_CORE_CHANGE_H

#include "core/plan.h"

/* From the next inhale on, breathe from `from` towards `target`, and refill what remains
 * until end_ms (INT64_MAX: open) with whole cycles. *from_ms becomes that inhale. */
bool change_breathing(Plan *plan, int64_t now_ms, const BreathPattern *from,
                      const BreathPattern *target, int64_t end_ms, int64_t *from_ms);

/* Leave every hold out, also one that is running, then breathe on towards `target` (which
 * has none) and refill what remains until end_ms. */
bool change_no_holds(Plan *plan, int64_t now_ms, const BreathPattern *target,
                     int64_t end_ms);

/* After an interruption at now_ms: settle, then the interrupted cycle or words again from
 * their start (a quiet goes on with what was left of it), then the rest. With no_holds
 * the interrupted cycle comes back without them. */
bool change_resume(Plan *plan, int64_t now_ms, bool no_holds);

/* The quiet that is running, or follows the words that are, stays until the person goes
 * on; what comes after waits. In the last 250 ms of a quiet it is the next one, and of a
 * place whose words are to come it is the one behind them. */
bool change_stay(Plan *plan, int64_t now_ms);

/* The same for what runs at at_ms, which is not before now_ms. */
bool change_stay_at(Plan *plan, int64_t now_ms, int64_t at_ms);

/* Ends the open part: breathing with its cycle; a quiet at words_ms, but no sooner than
 * PLAN_AHEAD_MS from now; one that was to come behind the words that run as it was to end
 * before. What waited follows. */
bool change_go_on(Plan *plan, int64_t now_ms, int64_t words_ms);

#endif
