/* SPDX-License-Identifier: MIT */
/* look.h -- how a window or a picture is to look, as the command line says.
 *
 * Figure, colours and how much moves; what was not typed is left as it is. Changes
 * nothing by itself. */
#ifndef LEEWAY_APP_LOOK_H
#define LEEWAY_APP_LOOK_H

#include "app/options.h"
#include "app/window.h"

/* Reads what was typed into the wish. Returns false with a sentence for a name that is
 * not known. */
bool look_wish(const Options *options, WindowWish *wish, Error *error);

#endif
