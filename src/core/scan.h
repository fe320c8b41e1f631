/* SPDX-License-Identifier: MIT */
/* scan.h -- a body scan, laid out as a plan.
 *
 * The route's layout nearest below the wished length is scaled until its sum is exact to
 * the millisecond: words keep their length, silences stretch. A place left out gives its
 * time to the other places in equal shares. Up to ten minutes no silence is longer than
 * 25 s: another word or a soft mark divides it. Where a route stays at its places, each
 * silence is open, unless a length was wished. Times are milliseconds. */
#ifndef LEEWAY_CORE_SCAN_H
#define LEEWAY_CORE_SCAN_H

#include "core/plan.h"
#include "core/region.h"

enum {
    SCAN_LENGTH_DEFAULT_MS = 180000,
    SCAN_LENGTH_MIN_MS = 60000,
    SCAN_LENGTH_MAX_MS = 7200000,
    SCAN_DIVIDED_MAX_MS = 600000, /* up to this length long silences are divided … */
    SCAN_QUIET_MAX_MS = 25000,    /* … so that none is longer than this */
    SCAN_CLIP_ROOM_MS = 2000      /* of its slot that words leave to silence */
};

typedef struct ScanRequest {
    int32_t route;      /* index into Regions.routes */
    int64_t length_ms;  /* 0: none, on a route that stays at its places */
    RegionSet out;      /* places left out, the sensitive ones included */
    int32_t lead_in_ms; /* 0 removes the settle step */
} ScanRequest;

/* What will be, for whoever wants to know before. */
typedef struct ScanPreview {
    int32_t count; /* places, in their order */
    int32_t regions[ROUTE_STOPS_MAX];
    int32_t left_out; /* how many places of the layout are left out by the request */
    int32_t dropped;  /* how many more, because the length has no room for them */
    int32_t longest_quiet_ms; /* 0 where each stays until the person goes on */
} ScanPreview;

/* The first route, 3 minutes, sensitive places left out, 3 s of lead-in. */
ScanRequest scan_default(const Regions *regions);

/* Lays the request out: settle, words and quiet of arrive, of each place, of the whole
 * and of leaving, close. Returns NULL and fills *plan, or a sentence that says what is
 * wrong and leaves *plan alone. The string is static. Every silence carries the cue its
 * place began with, also behind a word or a mark that divides it. Asserts that every cue
 * of the regions is in the table and has a length. */
const char *scan_lay_out(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request, Plan *plan);

/* What such a plan goes through. Zeroed for a request that cannot be laid out. */
ScanPreview scan_preview(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request);

#endif
