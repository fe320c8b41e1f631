/* SPDX-License-Identifier: MIT */
/* left_out.h -- which places a person has left out, and which they asked for.
 *
 * The settings keep two lists of names: `leave_out`, and `with` for sensitive places,
 * which are left out unless they stand there. A name may be a place, with which goes what
 * has a part in common with it, or a group ("face"); a place that is named itself counts
 * more than either. Names that nobody knows stay where they are. Functions from settings
 * to settings: no screen, no files. */
#ifndef LEEWAY_APP_LEFT_OUT_H
#define LEEWAY_APP_LEFT_OUT_H

#include "core/region.h"
#include "store/settings.h"

/* What a list says where there is nothing in it. */
#define LEFT_OUT_NONE "none"

/* The places that are left out: the sensitive ones but those of `with`, and those of
 * `leave_out`. Both are lists with commas between the names. */
RegionSet left_out_set(const Regions *regions, const char *leave_out, const char *with);

/* The same of what is remembered. */
RegionSet left_out_of(const Regions *regions, const Settings *settings);

/* From now on the place is left out, or there again. False, and nothing changed, when the
 * list has no room for another name. */
bool left_out_put(const Regions *regions, int32_t region, bool is_out,
                  Settings *settings);

#endif
