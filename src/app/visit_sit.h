/* SPDX-License-Identifier: MIT */
/* visit_sit.h -- sitting with bells: what its keys do, what there is to see.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SIT_H
#define LEEWAY_APP_VISIT_SIT_H

#include "core/sit.h"
#include "view/scene.h"

typedef struct Visit Visit;

typedef struct VisitSit {
    SitRequest request; /* what Space begins on this face of home … */
    bool is_typed;      /* … as it was typed for this start */
    SitRequest begun;   /* what was begun last */
} VisitSit;

/* Begins it; asserts a request that can be laid out. */
void visit_begin_sit(Visit *visit, const SitRequest *request, int64_t now_us);

#endif
