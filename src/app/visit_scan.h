/* SPDX-License-Identifier: MIT */
/* visit_scan.h -- a body scan that runs: what its keys do, what there is to see.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SCAN_H
#define LEEWAY_APP_VISIT_SCAN_H

#include "core/scan.h"
#include "view/scene.h"

typedef struct Visit Visit;

enum { VISIT_SCAN_SAYS_MAX = 160 };

typedef struct VisitScan {
    ScanRequest request; /* what Space begins on this face of home … */
    bool is_typed;       /* … as it was typed for this start */
    ScanRequest begun;   /* what was begun last */
    bool is_hushed;      /* nobody asked for its voice: it came as another way */

    /* While it runs. */
    int32_t said;    /* the cue that was said last … */
    int64_t said_ms; /* … and when, in practice time */
    const char *caption, *caption_before, *longest_caption;
    int64_t caption_us;
    int32_t region, region_before; /* the place that is shown, and the one that fades */
    uint64_t lit, lit_before;      /* the same as parts of a body */
    int64_t region_us;
    int32_t count;                  /* places on the path … */
    int64_t count_us;               /* … and since when they are these */
    double at_from, at;             /* the path on its way from place to place */
    int64_t at_us, at_length_us;    /* since when, and how long */
    char says[VISIT_SCAN_SAYS_MAX]; /* an answer with a name in it */
} VisitScan;

/* Begins it; asserts a request that can be laid out. */
void visit_begin_scan(Visit *visit, const ScanRequest *request, int64_t now_us);

/* The route of that name as a request, as long as it was made for; false where there is
 * none, or nothing of it is left. */
bool visit_scan_aside(const Visit *visit, const char *route, ScanRequest *request);

/* The same begun as another way: it speaks only where a scan spoke before it. */
void visit_begin_aside(Visit *visit, const ScanRequest *request, int64_t now_us);

/* Whether what was begun stays at each place until the person goes on. */
bool visit_scan_is_open(const Visit *visit);

/* Whether it speaks, or rings where there is no voice. */
bool visit_scan_speaks(const Visit *visit);

/* For this practice alone, whatever is remembered. */
void visit_scan_hush(Visit *visit, bool is_hushed);

#endif
