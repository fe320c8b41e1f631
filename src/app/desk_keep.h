/* SPDX-License-Identifier: MIT */
/* desk_keep.h -- what the desk keeps on the disk, and how it follows the disk.
 *
 * Settings are kept when they were chosen; what another hand or window kept counts as
 * well, and what was erased stays erased. The page of what is kept goes by here. Only the
 * desk uses this. Blocks while the disk works. Main thread. */
#ifndef LEEWAY_APP_DESK_KEEP_H
#define LEEWAY_APP_DESK_KEEP_H

#include "app/desk.h"

/* What was remembered. */
void desk_keep_load(Desk *desk);

/* Hears of changes by other hands from now on. */
void desk_keep_watch(Desk *desk);

/* Does what is wished, and keeps what was chosen when there is time for it. */
void desk_keep_mind(Desk *desk, bool is_running);

/* Notes where the window is; keeps what was chosen, at once. */
void desk_keep_place(Desk *desk, int64_t now_us);
void desk_keep_choices(Desk *desk);

#endif
