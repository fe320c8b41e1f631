/* SPDX-License-Identifier: MIT */
/* visit_places.h -- the page of places: each there or left out, by keyboard and pointer.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. From home it lists
 * the places of the scan that stands there, from settings those that are left out or
 * were asked for; which ones is decided as it opens, so that no row goes while it is
 * looked at. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PLACES_H
#define LEEWAY_APP_VISIT_PLACES_H

#include "core/region.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

enum { PLACES_ROWS = 6 };

typedef struct VisitPlaces {
    ScreenId back; /* where Esc leads */
    int32_t count, page;
    int32_t regions[REGIONS_MAX];
} VisitPlaces;

void visit_places_open(Visit *visit, int64_t now_us);
void visit_places_act(Visit *visit, ActionId action, int64_t now_us);
void visit_places_press(Visit *visit, int32_t control, int64_t now_us);
void visit_places_show(Visit *visit, Scene *scene, int64_t now_us);

#endif
