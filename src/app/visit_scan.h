/* SPDX-License-Identifier: MIT */
/* visit_scan.h -- the body scan: its face of home, what its keys do, what there is to
 * see.
 *
 * Part of a visit; nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SCAN_H
#define LEEWAY_APP_VISIT_SCAN_H

#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

typedef struct VisitScan {
    bool is_open;
} VisitScan;

#endif
