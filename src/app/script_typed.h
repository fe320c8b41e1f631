/* SPDX-License-Identifier: MIT */
/* script_typed.h -- the script of the practice that --for names, as it was typed.
 *
 * "--for scan outside-in --minutes 20" with the practice's own options: the same reading
 * as everywhere, so that what is read aloud is what will be said. Main thread. */
#ifndef LEEWAY_APP_SCRIPT_TYPED_H
#define LEEWAY_APP_SCRIPT_TYPED_H

#include "app/places_shelf.h"
#include "app/script.h"
#include "app/verbs.h"

/* Reads it; words[2], if there is one, belongs to the practice. *shelf, which is NULL
 * before, owns the strings of the script: whoever asked closes it. Asserts --for. */
Status script_typed(const Options *options, PlacesShelf **shelf, Script *script,
                    Error *error);

#endif
