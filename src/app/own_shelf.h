/* SPDX-License-Identifier: MIT */
/* own_shelf.h -- the patterns with a name, as long as the program is open.
 *
 * Loads those that came along and the person's own behind them, and carries out what is
 * wished on the pages of the own ones: the file, and the list that everyone reads. What
 * is wrong with the person's file costs one line on stderr. Blocks. Main thread. */
#ifndef LEEWAY_APP_OWN_SHELF_H
#define LEEWAY_APP_OWN_SHELF_H

#include "core/error.h"
#include "store/patterns.h"

struct Visit;

/* All of them. False when those that came along could not be read. */
bool own_shelf_load(Patterns *patterns, Error *error);

/* The list follows the file, which was erased, put back, or changed by another hand. What
 * the disk did not take stays, and so does all where the file is not understood. */
void own_shelf_follow(struct Visit *visit, Patterns *patterns);

/* Carries out what is wished, if anything is, and tells the visit how that went. */
void own_shelf_mind(struct Visit *visit, Patterns *patterns);

#endif
