/* SPDX-License-Identifier: MIT */
#include "app/own_shelf.h"

#include "app/quote.h"
#include "app/visit.h"
#include "store/kept.h"
#include "store/own_patterns.h"
#include "store/paths.h"

#include <stdio.h>

bool own_shelf_load(Patterns *patterns, Error *error)
{
    FilePath path;
    Error wrong = { "" };
    if (!paths_asset("patterns", &path, error) ||
        !patterns_load(path.text, patterns, error))
        return false;
    /* No place for a file of one's own is no matter as long as nothing is to be kept. */
    if (kept_path(KEPT_PATTERNS, &path, NULL) &&
        !own_patterns_load(path.text, patterns, &wrong))
        quote_tell(wrong.text);
    return true;
}

/* What the disk refuses is done all the same until the program ends: one that cannot be
 * written stays in the list, one that cannot be erased leaves it. */
static bool keep(NamedPattern *named, Patterns *patterns, Error *error)
{
    FilePath path;
    const bool has_place = kept_path(KEPT_PATTERNS, &path, error);
    const bool is_kept =
        own_patterns_keep(path.text, patterns, named, has_place ? error : NULL) &&
        has_place;
    named->is_only_here = !is_kept;
    own_patterns_put(patterns, named);
    return is_kept;
}

static bool erase(const NamedPattern *named, Patterns *patterns, Error *error)
{
    FilePath path;
    const bool is_gone = !kept_path(KEPT_PATTERNS, &path, NULL) ||
                         own_patterns_erase(path.text, named->section, error);
    own_patterns_remove(patterns, named->section);
    return is_gone;
}

void own_shelf_mind(Visit *visit, Patterns *patterns)
{
    VisitOwn *own = &visit->own;
    Error error = { "" };
    if (own->wish == OWN_WISH_NONE)
        return;
    const bool is_done = own->wish == OWN_WISH_ERASE
                             ? erase(&own->wished, patterns, &error)
                             : keep(&own->wished, patterns, &error);
    if (!is_done)
        quote_tell(error.text);
    visit_own_done(visit, is_done);
}

/* What the file does not have, but what has no other place or was not understood. */
static void put_missing(Patterns *patterns, const Patterns *before, bool is_understood)
{
    for (int32_t i = 0; i < before->count; i++) {
        const NamedPattern *named = &before->items[i];
        if (!own_patterns_is_own(named) || (is_understood && !named->is_only_here))
            continue;
        const bool is_there = own_patterns_find(patterns, named->section) != NULL;
        if ((named->is_only_here && is_there) ||
            (!is_there && own_patterns_has_room(patterns)))
            own_patterns_put(patterns, named);
    }
}

void own_shelf_follow(Visit *visit, Patterns *patterns)
{
    FilePath path;
    const Patterns before = *patterns;
    if (!kept_path(KEPT_PATTERNS, &path, NULL))
        return;
    for (int32_t i = patterns->count - 1; i >= 0; i--)
        if (own_patterns_is_own(&patterns->items[i]))
            own_patterns_remove(patterns, before.items[i].section);
    put_missing(patterns, &before, own_patterns_load(path.text, patterns, NULL));
    visit_list_follow(visit);
}
