/* SPDX-License-Identifier: MIT */
/* region.h -- places of the body, and routes through them.
 *
 * Plain tables, filled by whoever has the files, read by scan.h. A place belongs to
 * groups ("feet", "legs", "face") and may have parts ("hands" of "hands and arms"), and
 * a sensitive one is left out unless it was asked for. A route has several layouts, one
 * for each length it was made for: which places, in which order, and how long each takes.
 * Pure functions; lengths are milliseconds. */
#ifndef LEEWAY_CORE_REGION_H
#define LEEWAY_CORE_REGION_H

#include <stdbool.h>
#include <stdint.h>

enum {
    REGIONS_MAX = 96,
    REGION_GROUPS_MAX = 32,
    REGION_ID_MAX = 32,
    REGION_NAME_MAX = 48,
    REGION_SAYS_MAX = 160,
    REGION_WORDINGS = 3,
    ROUTES_MAX = 12,
    ROUTE_LAYOUTS_MAX = 8,
    ROUTE_STOPS_MAX = 40,
    REGION_LINGERS_MAX = 12
};

/* A set of places, by their index. Zeroed: none. */
typedef struct RegionSet {
    uint64_t bits[(REGIONS_MAX + 63) / 64];
} RegionSet;

typedef struct Region {
    char id[REGION_ID_MAX];     /* "left-foot" */
    char name[REGION_NAME_MAX]; /* "left foot" */
    uint32_t groups;            /* 1 << index into Regions.groups */
    RegionSet parts;            /* what it is made of, to the smallest; not itself */
    bool is_sensitive;
    int32_t cues[REGION_WORDINGS]; /* into the cue table */
} Region;

typedef struct RouteStop {
    int32_t region;
    int32_t slot_ms;
} RouteStop;

/* Everything adds up to the length it was made for; 0 where it has no such part. A place
 * comes once. */
typedef struct RouteLayout {
    int32_t arrive_ms, whole_ms, leave_ms;
    int32_t count;
    RouteStop stops[ROUTE_STOPS_MAX];
} RouteLayout;

typedef struct Route {
    char id[REGION_ID_MAX];     /* "hands-and-feet" */
    char name[REGION_NAME_MAX]; /* "hands and feet" */
    char says[REGION_SAYS_MAX]; /* one plain sentence */
    bool is_aside;        /* not offered as a route: a way out of another practice */
    bool stays;           /* at each place, until the person goes on */
    int32_t layout_count; /* shortest first */
    RouteLayout layouts[ROUTE_LAYOUTS_MAX];
} Route;

/* The first route is the default. */
typedef struct Regions {
    int32_t count;
    Region items[REGIONS_MAX];
    int32_t group_count;
    char groups[REGION_GROUPS_MAX][REGION_ID_MAX];
    int32_t route_count;
    Route routes[ROUTES_MAX];
    /* Cues that belong to no place: for coming, the whole, going; and for a silence that
     * goes on, each with a way past. */
    int32_t arrive[REGION_WORDINGS], whole[REGION_WORDINGS], leave[REGION_WORDINGS];
    int32_t linger_count;
    int32_t lingers[REGION_LINGERS_MAX];
} Regions;

void region_set_add(RegionSet *set, int32_t region);
void region_set_remove(RegionSet *set, int32_t region);
void region_set_join(RegionSet *set, const RegionSet *more);
bool region_set_has(const RegionSet *set, int32_t region);

/* The index of a place or a route by its id, -1 for none. */
int32_t region_find(const Regions *regions, const char *id);
int32_t route_find(const Regions *regions, const char *id);

/* What goes with a place that is left out: itself, and whatever has a part in common with
 * it, larger or smaller, so that it is not come to under another name. */
RegionSet region_shared(const Regions *regions, int32_t region);

/* Whether nothing of a place is outside of a set. */
bool region_is_wholly(const Regions *regions, int32_t region, const RegionSet *set);

/* Adds to *set the places of the group of that name, and the place of that name with
 * whatever shares a part with it. False when nothing is called so. */
bool region_leave_out_named(const Regions *regions, const char *name, RegionSet *set);

/* Takes the place of that name, and those of the group of that name, out of *set. What
 * shares a part with it was not asked for. False when nothing is called so. */
bool region_remove_named(const Regions *regions, const char *name, RegionSet *set);

/* What is left out unless it is asked for. */
RegionSet region_sensitive(const Regions *regions);

int64_t route_layout_ms(const RouteLayout *layout);

/* The longest layout that is not over length_ms, else the shortest. */
const RouteLayout *route_layout_for(const Route *route, int64_t length_ms);

#endif
