/* SPDX-License-Identifier: MIT */
/* keeper.h -- what the page of what is kept wishes, done on the disk.
 *
 * Reads, erases and puts back the rows of store/kept.h and tells the page in words what
 * there is. What was erased is held in memory until the page is left, and then wiped. It
 * keeps no choices: that is the desk's. Blocks while the disk works. Main thread. */
#ifndef LEEWAY_APP_KEEPER_H
#define LEEWAY_APP_KEEPER_H

#include "app/visit_kept.h"
#include "core/error.h"

#include <stdbool.h>

typedef struct Keeper Keeper;

/* NULL and a sentence when there is no memory. */
Keeper *keeper_open(Error *error);

/* Wipes what was held. */
void keeper_close(Keeper *keeper);

/* Does what is wished and tells what there is then. Returns whether files may have come
 * or gone. The lines that are shown are the keeper's until the next call. */
bool keeper_answer(Keeper *keeper, VisitKept *kept);

#endif
