/* SPDX-License-Identifier: MIT */
/* people_shelf.h -- people to call, ready for whoever shows them.
 *
 * The table that came along, the person's own, the words of their pages, and the country
 * that the desktop's language is set to, taken from the environment alone. What a visit
 * wishes to keep is written here. Blocks while the disk works. Main thread. */
#ifndef LEEWAY_APP_PEOPLE_SHELF_H
#define LEEWAY_APP_PEOPLE_SHELF_H

#include "store/helplines.h"
#include "store/own_people.h"
#include "store/pages.h"

struct Visit;

typedef struct PeopleShelf {
    Helplines helplines;
    Pages pages;
    OwnPeople own;
    char country[COUNTRIES_CODE_MAX]; /* "" where nothing tells */
} PeopleShelf;

/* Reads all of it. What could not be read is told on stderr, and the rest is there. NULL
 * when there is no memory. */
PeopleShelf *people_shelf_open(void);
void people_shelf_close(PeopleShelf *shelf);

/* Does what the visit wishes. */
void people_shelf_mind(PeopleShelf *shelf, struct Visit *visit);

/* What the file holds now; what the disk did not take stays beside that, or in its place.
 */
void people_shelf_follow(PeopleShelf *shelf);

/* The country of a locale's name, "de_AT.UTF-8" or "es_MX@euro", or "". */
void people_shelf_guess(const char *locale, char country[COUNTRIES_CODE_MAX]);

#endif
