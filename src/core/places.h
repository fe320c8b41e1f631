/* SPDX-License-Identifier: MIT */
/* places.h -- going from place to place of a plan while it is being lived.
 *
 * A place begins with words and goes on with a silence of the same cue; all that follows
 * up to the next one belongs to it. What comes is taken from the plan as it was laid out,
 * less what was left out since, with its silences as long as was last wished. Like the
 * functions of change.h these rewrite the tail only, and return false and change nothing
 * when there is nowhere to go. Times are milliseconds of practice time. */
#ifndef LEEWAY_CORE_PLACES_H
#define LEEWAY_CORE_PLACES_H

#include "core/plan.h"

enum {
    PLACES_SPEECH_MS = 2000,    /* from the last press to the words of the new place */
    PLACES_QUIET_MIN_MS = 2000, /* no silence becomes shorter than this */
    PLACES_EASE_MAX = 12        /* steps of an eighth, either way */
};

/* Zeroed: no places. */
typedef struct Places {
    Plan laid;        /* what may still come, or come again */
    int32_t ease;     /* steps away from it: < 0 shorter silences, > 0 longer ones */
    int64_t shown_ms; /* where the place that was gone to last begins */
} Places;

typedef enum PlacesWay {
    PLACES_NEXT,
    PLACES_BACK,
    PLACES_LEAVE_OUT, /* as next, and this place does not come again */
} PlacesWay;

/* Now; where the present place ends; and when the next words begin, with a silence of
 * their place before them, or at the cut if that is later. All three are the same while
 * nobody listens. */
typedef struct PlacesWhen {
    int64_t now_ms, cut_ms, words_ms;
} PlacesWhen;

/* The places of a plan, none left out. */
void places_init(Places *places, const Plan *plan);

/* The cue of the place that is shown at a moment: where a person goes shows at once, not
 * when the old place has ended. PLAN_NO_CUE for none. */
int32_t places_cue_at(const Places *places, const Plan *plan, int64_t at_ms);

/* Goes to the place after the one that is shown, or to the close; or to the one before
 * (the first begins again). places->shown_ms becomes when that begins. A place that comes
 * by itself before the cut is left to come. */
bool places_go(Places *places, Plan *plan, PlacesWay way, PlacesWhen when);

/* The place of a cue does not come, or come again. One that begins before the cut stays:
 * false then, and when there is none. */
bool places_drop(Places *places, Plan *plan, int32_t cue, PlacesWhen when);

/* Makes the silences that begin at or behind the cut a step shorter or longer than they
 * were laid out. *from_ms becomes the first of them. */
bool places_ease(Places *places, Plan *plan, int32_t direction, PlacesWhen when,
                 int64_t *from_ms);

/* Drops what was still to be heard of the place before, since nobody listens any more:
 * the one that is shown begins at now_ms. */
void places_arrive(Places *places, Plan *plan, int64_t now_ms);

/* Whether a part is the silence that leads to the words of its own place. */
bool places_is_ahead(const Plan *plan, int32_t part);

#endif
