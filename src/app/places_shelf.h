/* SPDX-License-Identifier: MIT */
/* places_shelf.h -- places, routes and cues, as long as somebody needs them.
 *
 * Loads the three files of a body scan once, and knows how long each cue takes in the
 * voice that speaks. Core and visit borrow what lies here, so it stays where it is until
 * it is closed. Blocks. Main thread. */
#ifndef LEEWAY_APP_PLACES_SHELF_H
#define LEEWAY_APP_PLACES_SHELF_H

#include "core/error.h"
#include "core/region.h"
#include "store/cues.h"
#include "store/settings.h"

typedef struct PlacesShelf {
    Regions regions;
    CueBook book;
    CueTable cues; /* the book, as the core reads it */
    char voice[SETTINGS_LIST_MAX];
} PlacesShelf;

/* Opens it, with reading times. NULL with a sentence when a file is missing or wrong. */
PlacesShelf *places_shelf_open(Error *error);
void places_shelf_close(PlacesShelf *shelf);

/* What lies there, or NULL when there is no shelf. */
const Regions *places_regions(const PlacesShelf *shelf);
const CueTable *places_cues(const PlacesShelf *shelf);

/* Cues take as long as this voice takes, and their reading time where it says nothing or
 * is not there. "none" are reading times. The files are asked when the name is another
 * one than before. */
void places_shelf_use_voice(PlacesShelf *shelf, const char *voice);

#endif
