/* SPDX-License-Identifier: MIT */
/* visit_scan.h -- a body scan that runs: what its keys do, what there is to see.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SCAN_H
#define LEEWAY_APP_VISIT_SCAN_H

#include "core/scan.h"
#include "view/scene.h"

typedef struct Visit Visit;

typedef struct VisitScan {
    ScanRequest request; /* what Space begins on this face of home … */
    bool is_typed;       /* … as it was typed for this start */
    ScanRequest begun;   /* what was begun last */
} VisitScan;

/* Begins it; asserts a request that can be laid out. */
void visit_begin_scan(Visit *visit, const ScanRequest *request, int64_t now_us);

#endif
