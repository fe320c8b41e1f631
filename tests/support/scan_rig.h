/* SPDX-License-Identifier: MIT */
/* scan_rig.h -- a few places and routes with cues, for tests that need a body scan.
 *
 * Made in the test, not read from a file: two routes with the layouts of the contract
 * (hands-and-feet at 3 minutes, feet-to-head at 3, 5 and 10) and one that is all random,
 * and may stay at its places.
 * Cue ids are those of the program ("scan.hands.2"). */
#ifndef LEEWAY_SUPPORT_SCAN_RIG_H
#define LEEWAY_SUPPORT_SCAN_RIG_H

#include "core/scan.h"
#include "support/random.h"

enum {
    SCAN_RIG_CUES_MAX = 160,
    SCAN_RIG_HANDS = 0, /* routes */
    SCAN_RIG_FEET_TO_HEAD = 1,
    SCAN_RIG_ANY = 2,
    SCAN_RIG_CUE_MS = 5000 /* every cue, until random_lengths */
};

typedef struct ScanRig {
    Regions regions;
    CueTable table;
    Cue cues[SCAN_RIG_CUES_MAX];
    char ids[SCAN_RIG_CUES_MAX][48];
} ScanRig;

/* Fills *rig, which is not copied: its table points into it. */
void scan_rig_init(ScanRig *rig);

/* Every cue gets a length of its own, from a second to half a minute. */
void scan_rig_random_lengths(ScanRig *rig, Random *random);

/* Fills the route SCAN_RIG_ANY with up to `size` places in some layouts. */
void scan_rig_random_route(ScanRig *rig, Random *random, int32_t size);

/* A request that was never made before: any route, any length to the ms or none, any
 * places left out. */
ScanRequest scan_rig_random_request(const ScanRig *rig, Random *random);

/* Whether a cue offers a way past, by the rules that the words keep: arrive, whole and
 * leave, lingers, and every third wording of a place. */
bool scan_rig_is_way_past(const ScanRig *rig, int32_t cue);

#endif
