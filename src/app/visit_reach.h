/* SPDX-License-Identifier: MIT */
/* visit_reach.h -- before reaching out: a pause, then a page to write on, each if wanted.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. It knows nobody and
 * asks for nobody; nothing is sent from here. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_REACH_H
#define LEEWAY_APP_VISIT_REACH_H

#include "core/reach.h"
#include "store/settings.h"
#include "view/scene.h"

#include <stdbool.h>

typedef struct Visit Visit;

/* What the page after it was come to from, where Go on leads back to. */
typedef enum ReachFrom {
    REACH_FROM_PRACTICE, /* any: that goes on, or begins again */
    REACH_FROM_FACE,
    REACH_FROM_PAGE
} ReachFrom;

enum { REACH_SAYS_MAX = 160 };

typedef struct VisitReach {
    ReachRequest request; /* what Space begins on this face of home … */
    bool is_typed;        /* … as it was typed for this start */
    ReachRequest begun;   /* what was begun last */
    bool is_pause;        /* what runs, or ran last, is the pause: it leads to the page */
    ReachFrom from;
    char says[REACH_SAYS_MAX]; /* the sentence of the face */
} VisitReach;

/* What was typed for this start: home stands on it. */
void visit_take_reach(Visit *visit, const ReachRequest *request);

/* What is remembered, as a request; and what follows from a change of what is. */
ReachRequest visit_reach_request(const Visit *visit);
void visit_reach_follow(Visit *visit, const Settings *before);

/* Begins the pause as it was chosen; its breaths, whatever was chosen. */
void visit_reach_pause(Visit *visit, int64_t now_us);
void visit_begin_reach(Visit *visit, const ReachRequest *request, int64_t now_us);

/* Something else begins: nothing leads to the page any more. */
void visit_reach_forget(Visit *visit);

/* From the pause on to the page, at any time. */
void visit_reach_on(Visit *visit, int64_t now_us);

/* Ends here, on the page after, as everything does. */
void visit_reach_leave(Visit *visit, ReachFrom from, int64_t now_us);

/* A minute of easy breaths, from the page. */
void visit_reach_breathe(Visit *visit, int64_t now_us);

/* A tile of the face; what there is to see of it. */
void visit_reach_press(Visit *visit, int32_t tile, int64_t now_us);
void visit_reach_show_face(Visit *visit, Scene *scene);

#endif
