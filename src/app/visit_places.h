/* SPDX-License-Identifier: MIT */
/* visit_places.h -- the page of places: each there or left out, by keyboard and pointer.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PLACES_H
#define LEEWAY_APP_VISIT_PLACES_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

typedef struct VisitPlaces {
    bool is_open;
} VisitPlaces;

void visit_places_open(Visit *visit, int64_t now_us);
void visit_places_act(Visit *visit, ActionId action, int64_t now_us);
void visit_places_press(Visit *visit, int32_t control, int64_t now_us);
void visit_places_show(Visit *visit, Scene *scene, int64_t now_us);

#endif
