/* SPDX-License-Identifier: MIT */
/* desk_give.h -- what a person hands from Leeway to other programs: a text to paste, a
 * mail.
 *
 * Takes what a visit wants, sets it on its way (clipboard.h, mail.h) and tells the page
 * that wanted it what became of it. Nothing goes anywhere else. Main thread; never waits,
 * but for the end. */
#ifndef LEEWAY_APP_DESK_GIVE_H
#define LEEWAY_APP_DESK_GIVE_H

#include "app/clipboard.h"
#include "app/mail.h"
#include "app/visit.h"

/* A zeroed one has nothing to give. */
typedef struct DeskGive {
    Clipboard clipboard;
    Mail mail;
    ScreenId copied_on, mailed_on; /* where it was wanted: nobody is told elsewhere */
} DeskGive;

/* Once for each turn of the loop, and soon again while it is busy. */
void desk_give_mind(DeskGive *give, Visit *visit, int64_t now_us);
bool desk_give_is_busy(const DeskGive *give);

void desk_give_close(DeskGive *give);

#endif
