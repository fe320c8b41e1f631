/* SPDX-License-Identifier: MIT */
/* visit_pace.h -- the person's own pace: listening to it, following it, starting from it.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here, and none of it
 * outlives the visit. While the figure goes along, an open session without breaths runs
 * behind it, so that sound, hiding and leaving are what they are everywhere. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PACE_H
#define LEEWAY_APP_VISIT_PACE_H

#include "core/pace.h"
#include "core/practice.h"
#include "view/figure.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

typedef struct VisitPace {
    Pace heard;           /* since the page was opened */
    bool is_followed;     /* the session is the one behind the page */
    bool is_beginning;    /* the page stands before a practice, not beside one */
    BreatheRequest ahead; /* what goes on from here, but for its pace */
    BreathPattern own;    /* the pace that was heard last, once is_known */
    bool is_known;
    int64_t opened_us, heard_us; /* heard: when four breaths were; 0 before */
} VisitPace;

/* Space on home: begins what home stands on, or opens the page before it. */
void visit_pace_begin(struct Visit *visit, int64_t now_us);

/* Opens the page from the other ways of a practice, which is over then. */
void visit_pace_open(struct Visit *visit, int64_t now_us);

/* Opens the page as the pause before reaching out. */
void visit_pace_pause(struct Visit *visit, int64_t now_us);

/* The practice goes back to the pace that is known, for the time that is left. */
void visit_pace_again(struct Visit *visit, int64_t now_us);

/* Another practice begins: nobody is followed any more. */
void visit_pace_end(struct Visit *visit);

/* A key on SCREEN_PACE, a press on one of its controls; Space, Enter or the pointer's
 * button came up. */
void visit_pace_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_pace_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_pace_let_go(struct Visit *visit, int64_t now_us);

/* The sound goes along: once for each turn of the loop. */
void visit_pace_tick(struct Visit *visit, int64_t now_us);

/* What there is to see. */
void visit_pace_show(struct Visit *visit, Scene *scene, int64_t now_us);
void visit_pace_figure(struct Visit *visit, int64_t now_us, Figure *figure);

/* The request as it begins: where the settings say so, with shorter breaths. */
BreatheRequest visit_pace_eased(const struct Visit *visit, const BreatheRequest *request);

#endif
