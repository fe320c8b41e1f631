/* SPDX-License-Identifier: MIT */
/* export_watch.h -- an export while it is written: how far it is, and a way to stop it.
 *
 * On a terminal one line on stderr tells the percent and is gone at the end; anywhere
 * else nothing is told. What asks the program to end waits until the half file is taken
 * away, and then ends it. */
#ifndef LEEWAY_APP_EXPORT_WATCH_H
#define LEEWAY_APP_EXPORT_WATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct ExportWatch {
    sigset_t before, held; /* what was blocked; what waits now */
    bool is_told;          /* stderr is a terminal */
    int32_t percent;       /* told last, -1 for none */
} ExportWatch;

void export_watch_begin(ExportWatch *watch);

/* For ExportAside: false once the program was asked to end. */
bool export_watch_goes_on(void *watch, int32_t percent);

/* Takes the line away. Does not return when the program was asked to end. */
void export_watch_end(ExportWatch *watch);

#endif
