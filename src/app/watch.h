/* SPDX-License-Identifier: MIT */
/* watch.h -- tells when a file was changed by another hand.
 *
 * One thread waits in the kernel, without a single wake-up while nothing happens, and
 * pushes an event of SDL when the file was written, replaced, or came to be. Its folder
 * may not be there yet. What changed is for whoever hears the event to find out. */
#ifndef LEEWAY_APP_WATCH_H
#define LEEWAY_APP_WATCH_H

#include <stdint.h>

typedef struct Watch Watch;

/* Watches the file `name` in `folder` from now on; `event` is a type of
 * SDL_RegisterEvents. NULL where the system cannot do that. */
Watch *watch_open(const char *folder, const char *name, uint32_t event);

/* Ends the thread. NULL is legal. */
void watch_close(Watch *watch);

#endif
