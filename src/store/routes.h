/* SPDX-License-Identifier: MIT */
/* routes.h -- the places of the body and the routes through them, from files.
 *
 * Two files that anyone may edit (formats "leeway places 1" and "leeway routes 1") become
 * the core's Regions, with the cues of each place found by their ids. Every problem has
 * its line and column, and one reading finds them all. Plain data; loading blocks. */
#ifndef LEEWAY_STORE_ROUTES_H
#define LEEWAY_STORE_ROUTES_H

#include "core/region.h"
#include "store/cues.h"

extern const LinesFormat places_format, routes_format;

/* Reads what was opened with places_format and routes_format, in this order, telling
 * problems to the file they are in. What is sound is in *regions even then. */
void places_read(Lines *lines, const CueBook *book, Regions *regions);
void routes_read(Lines *lines, Regions *regions);

/* Loads both. All or nothing: on any problem *regions stays as it was. */
bool routes_load(const char *places_path, const char *routes_path, const CueBook *book,
                 Regions *regions, Error *error);

#endif
