/* SPDX-License-Identifier: MIT */
/* terminal_people.h -- people to call, in lines.
 *
 * The same words as on the page of the window, all of them at once: the person's own,
 * those of the country, and what is known of a call. Whoever calls it prints. */
#ifndef LEEWAY_APP_TERMINAL_PEOPLE_H
#define LEEWAY_APP_TERMINAL_PEOPLE_H

#include "app/visit.h"

/* What keys do there. */
extern const char terminal_people_keys[];

/* Says line by line who can be called. */
void terminal_people(const Visit *visit, void (*say)(const void *who, const char *line),
                     const void *who);

#endif
