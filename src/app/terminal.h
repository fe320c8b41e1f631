/* SPDX-License-Identifier: MIT */
/* terminal.h -- a practice in the terminal, line by line, without a window.
 *
 * For screen readers, for machines without a display, and for whoever likes it so. The
 * same visit as in the window, with its clock, session and sound, told in lines of plain
 * words: no colours, no moving cursor, nothing that a file would not hold as well, until
 * hiding clears the screen. Main thread. */
#ifndef LEEWAY_APP_TERMINAL_H
#define LEEWAY_APP_TERMINAL_H

#include "app/window.h"

/* Lives the practice to its end, or until the person leaves: both are fine. Standard
 * output may be anything; without a keyboard it runs through. */
Status terminal_run(const WindowWish *wish, Error *error);

#endif
