/* SPDX-License-Identifier: MIT */
#include "core/region.h"

#include <assert.h>
#include <string.h>

enum { WORD_BITS = 64, SET_WORDS = sizeof(RegionSet) / sizeof(uint64_t) };

void region_set_add(RegionSet *set, int32_t region)
{
    assert(region >= 0 && region < REGIONS_MAX);
    set->bits[region / WORD_BITS] |= UINT64_C(1) << region % WORD_BITS;
}

void region_set_remove(RegionSet *set, int32_t region)
{
    assert(region >= 0 && region < REGIONS_MAX);
    set->bits[region / WORD_BITS] &= ~(UINT64_C(1) << region % WORD_BITS);
}

bool region_set_has(const RegionSet *set, int32_t region)
{
    assert(region >= 0 && region < REGIONS_MAX);
    return (set->bits[region / WORD_BITS] >> region % WORD_BITS & 1) != 0;
}

void region_set_join(RegionSet *set, const RegionSet *more)
{
    for (int i = 0; i < SET_WORDS; i++)
        set->bits[i] |= more->bits[i];
}

int32_t region_find(const Regions *regions, const char *id)
{
    for (int32_t i = 0; i < regions->count; i++)
        if (strcmp(regions->items[i].id, id) == 0)
            return i;
    return -1;
}

int32_t route_find(const Regions *regions, const char *id)
{
    for (int32_t i = 0; i < regions->route_count; i++)
        if (strcmp(regions->routes[i].id, id) == 0)
            return i;
    return -1;
}

/* The places of that name or of the group of that name. */
static bool named(const Regions *regions, const char *name, RegionSet *found)
{
    uint32_t groups = 0;
    bool is_found = false;
    for (int32_t g = 0; g < regions->group_count; g++)
        if (strcmp(regions->groups[g], name) == 0)
            groups |= UINT32_C(1) << g;
    for (int32_t i = 0; i < regions->count; i++) {
        const Region *region = &regions->items[i];
        if ((region->groups & groups) == 0 && strcmp(region->id, name) != 0)
            continue;
        region_set_add(found, i);
        is_found = true;
    }
    return is_found;
}

static RegionSet whole_of(const Regions *regions, int32_t region)
{
    RegionSet set = regions->items[region].parts;
    region_set_add(&set, region);
    return set;
}

static bool have_common(const RegionSet *a, const RegionSet *b)
{
    for (int i = 0; i < SET_WORDS; i++)
        if ((a->bits[i] & b->bits[i]) != 0)
            return true;
    return false;
}

RegionSet region_shared(const Regions *regions, int32_t region)
{
    const RegionSet whole = whole_of(regions, region);
    RegionSet shared = { { 0 } };
    for (int32_t i = 0; i < regions->count; i++) {
        const RegionSet other = whole_of(regions, i);
        if (have_common(&whole, &other))
            region_set_add(&shared, i);
    }
    return shared;
}

bool region_is_wholly(const Regions *regions, int32_t region, const RegionSet *set)
{
    const RegionSet whole = whole_of(regions, region);
    for (int i = 0; i < SET_WORDS; i++)
        if ((whole.bits[i] & ~set->bits[i]) != 0)
            return false;
    return true;
}

bool region_leave_out_named(const Regions *regions, const char *name, RegionSet *set)
{
    const int32_t region = region_find(regions, name);
    if (region >= 0) {
        const RegionSet shared = region_shared(regions, region);
        region_set_join(set, &shared);
    }
    return named(regions, name, set);
}

bool region_remove_named(const Regions *regions, const char *name, RegionSet *set)
{
    RegionSet found = { { 0 } };
    const bool is_found = named(regions, name, &found);
    for (int i = 0; i < SET_WORDS; i++)
        set->bits[i] &= ~found.bits[i];
    return is_found;
}

RegionSet region_sensitive(const Regions *regions)
{
    RegionSet set = { { 0 } };
    for (int32_t i = 0; i < regions->count; i++)
        if (regions->items[i].is_sensitive)
            region_set_add(&set, i);
    return set;
}

int64_t route_layout_ms(const RouteLayout *layout)
{
    int64_t sum = (int64_t)layout->arrive_ms + layout->whole_ms + layout->leave_ms;
    for (int32_t i = 0; i < layout->count; i++)
        sum += layout->stops[i].slot_ms;
    return sum;
}

const RouteLayout *route_layout_for(const Route *route, int64_t length_ms)
{
    assert(route->layout_count > 0);
    int32_t best = 0;
    for (int32_t i = 1; i < route->layout_count; i++)
        if (route_layout_ms(&route->layouts[i]) <= length_ms)
            best = i;
    return &route->layouts[best];
}
