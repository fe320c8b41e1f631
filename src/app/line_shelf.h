/* SPDX-License-Identifier: MIT */
/* line_shelf.h -- the kept line, on the disk: what the page to write on wishes is done.
 *
 * Nothing else in Leeway writes what a person wrote, and this only when Keep for later
 * was pressed. Blocks while the disk works. Main thread. */
#ifndef LEEWAY_APP_LINE_SHELF_H
#define LEEWAY_APP_LINE_SHELF_H

typedef struct Visit Visit;

/* Once for each turn of the loop, before the next picture. */
void line_shelf_mind(Visit *visit);

#endif
