/* SPDX-License-Identifier: MIT */
#include "support/scan_rig.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const places[] = {
    "hands",
    "feet",
    "contact",
    "room",
    "lower-legs",
    "knees-and-thighs",
    "seat",
    "lower-back",
    "belly",
    "chest",
    "upper-back",
    "arms",
    "shoulders-and-neck",
    "face-and-head",
    "jaw",
    "neck",
};
enum { PLACES = sizeof places / sizeof places[0], LINGERS = 6 };

static int32_t add_cue(ScanRig *rig, const char *place, int32_t wording)
{
    const int32_t index = rig->table.count++;
    assert(index < SCAN_RIG_CUES_MAX);
    snprintf(rig->ids[index], sizeof rig->ids[index], "scan.%s.%d", place, (int)wording);
    rig->cues[index] = (Cue){ .id = rig->ids[index],
                              .text = "words",
                              .length_ms = SCAN_RIG_CUE_MS,
                              .place = place };
    return index;
}

static void add_wordings(ScanRig *rig, const char *place, int32_t *cues)
{
    for (int32_t w = 0; w < REGION_WORDINGS; w++)
        cues[w] = add_cue(rig, place, w + 1);
}

static void add_stop(ScanRig *rig, RouteLayout *layout, const char *place, int32_t slot)
{
    const int32_t region = region_find(&rig->regions, place);
    assert(region >= 0);
    layout->stops[layout->count++] = (RouteStop){ region, slot };
}

static void make_hands_and_feet(ScanRig *rig)
{
    Route *route = &rig->regions.routes[SCAN_RIG_HANDS];
    snprintf(route->id, sizeof route->id, "hands-and-feet");
    route->layout_count = 1;
    RouteLayout *layout = &route->layouts[0];
    *layout = (RouteLayout){ .arrive_ms = 20000, .leave_ms = 15000 };
    add_stop(rig, layout, "hands", 45000);
    add_stop(rig, layout, "feet", 45000);
    add_stop(rig, layout, "contact", 30000);
    add_stop(rig, layout, "room", 25000);
}

static void make_feet_to_head(ScanRig *rig)
{
    static const char *const eight[] = {
        "feet",       "lower-legs", "knees-and-thighs",   "seat",
        "lower-back", "hands",      "shoulders-and-neck", "face-and-head"
    };
    static const char *const ten[] = {
        "feet",          "lower-legs", "knees-and-thighs",
        "seat",          "lower-back", "upper-back",
        "hands",         "arms",       "shoulders-and-neck",
        "face-and-head",
    };
    static const char *const fourteen[] = {
        "feet",       "lower-legs",    "knees-and-thighs",   "seat",
        "lower-back", "belly",         "upper-back",         "chest",
        "hands",      "arms",          "shoulders-and-neck", "neck",
        "jaw",        "face-and-head",
    };
    Route *route = &rig->regions.routes[SCAN_RIG_FEET_TO_HEAD];
    snprintf(route->id, sizeof route->id, "feet-to-head");
    route->layout_count = 3;
    route->layouts[0] = (RouteLayout){ 20000, 16000, 16000, 0, { { 0, 0 } } };
    route->layouts[1] = (RouteLayout){ 30000, 30000, 20000, 0, { { 0, 0 } } };
    route->layouts[2] = (RouteLayout){ 60000, 60000, 32000, 0, { { 0, 0 } } };
    for (int i = 0; i < 8; i++)
        add_stop(rig, &route->layouts[0], eight[i], 16000);
    for (int i = 0; i < 10; i++)
        add_stop(rig, &route->layouts[1], ten[i], 22000);
    for (int i = 0; i < 14; i++)
        add_stop(rig, &route->layouts[2], fourteen[i], 32000);
}

void scan_rig_init(ScanRig *rig)
{
    memset(rig, 0, sizeof *rig);
    rig->table.cues = rig->cues;
    Regions *regions = &rig->regions;
    add_wordings(rig, "arrive", regions->arrive);
    for (int32_t i = 0; i < PLACES; i++) {
        Region *region = &regions->items[regions->count++];
        snprintf(region->id, sizeof region->id, "%s", places[i]);
        region->is_sensitive = strcmp(places[i], "belly") == 0 ||
                               strcmp(places[i], "chest") == 0 ||
                               strcmp(places[i], "jaw") == 0;
        add_wordings(rig, places[i], region->cues);
    }
    add_wordings(rig, "whole", regions->whole);
    add_wordings(rig, "leave", regions->leave);
    for (int32_t i = 0; i < LINGERS; i++)
        regions->lingers[regions->linger_count++] = add_cue(rig, "linger", i + 1);
    regions->route_count = SCAN_RIG_ANY;
    make_hands_and_feet(rig);
    make_feet_to_head(rig);
}

void scan_rig_random_lengths(ScanRig *rig, Random *random)
{
    for (int32_t i = 0; i < rig->table.count; i++) {
        const int32_t longest = random_one_in(random, 20) ? 30000 : 9000;
        rig->cues[i].length_ms = (int32_t)random_between(random, 1000, longest);
    }
}

static void make_random_layout(const ScanRig *rig, Random *random, RouteLayout *layout,
                               int32_t count)
{
    layout->arrive_ms = (int32_t)random_between(random, 0, 60) * 1000;
    layout->whole_ms =
        random_one_in(random, 3) ? 0 : (int32_t)random_between(random, 5, 60) * 1000;
    layout->leave_ms = (int32_t)random_between(random, 1, 60000);
    layout->count = count;
    const int64_t first = random_between(random, 0, rig->regions.count - 1);
    for (int32_t i = 0; i < count; i++)
        layout->stops[i] = (RouteStop){ (int32_t)((first + i) % rig->regions.count),
                                        (int32_t)random_between(random, 10000, 70000) };
}

void scan_rig_random_route(ScanRig *rig, Random *random, int32_t size)
{
    Route *route = &rig->regions.routes[SCAN_RIG_ANY];
    if (size > rig->regions.count)
        size = rig->regions.count;
    memset(route, 0, sizeof *route);
    rig->regions.route_count = SCAN_RIG_ANY + 1;
    route->stays = random_one_in(random, 3);
    route->layout_count = (int32_t)random_between(random, 1, 3);
    make_random_layout(rig, random, &route->layouts[0],
                       (int32_t)random_between(random, 1, size));
    for (int32_t i = 1; i < route->layout_count; i++) {
        route->layouts[i] = route->layouts[i - 1];
        route->layouts[i].leave_ms += (int32_t)random_between(random, 1, 600000);
    }
}

ScanRequest scan_rig_random_request(const ScanRig *rig, Random *random)
{
    ScanRequest request = scan_default(&rig->regions);
    request.route = (int32_t)random_between(random, 0, rig->regions.route_count - 1);
    request.length_ms = random_one_in(random, 3) ? random_between(random, 60000, 7200000)
                                                 : random_between(random, 60000, 700000);
    if (random_one_in(random, 4))
        request.length_ms = random_between(random, 1, 120) * 60000;
    if (random_one_in(random, 2))
        request.out = (RegionSet){ { 0 } };
    for (int64_t n = random_between(random, 0, 4); n > 0; n--)
        region_set_add(&request.out,
                       (int32_t)random_between(random, 0, rig->regions.count - 1));
    if (rig->regions.routes[request.route].stays && !random_one_in(random, 3))
        request.length_ms = 0;
    request.lead_in_ms = (int32_t)random_between(random, 0, 2) * 3000;
    return request;
}

bool scan_rig_is_way_past(const ScanRig *rig, int32_t cue)
{
    const Cue *is = &rig->cues[cue];
    const char *const always[] = { "arrive", "whole", "leave", "linger" };
    for (int i = 0; i < 4; i++)
        if (strcmp(is->place, always[i]) == 0)
            return true;
    return is->id[strlen(is->id) - 1] == '3';
}
