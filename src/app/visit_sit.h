/* SPDX-License-Identifier: MIT */
/* visit_sit.h -- sitting: its face of home, what its keys do.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SIT_H
#define LEEWAY_APP_VISIT_SIT_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

typedef struct VisitSit {
    bool is_open;
} VisitSit;

#endif
