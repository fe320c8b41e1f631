/* SPDX-License-Identifier: MIT */
/* letters.h -- which typeface a choice of letters stands for, and whether it is there.
 *
 * The usual one has to be, or nothing can be written; without the easy one the usual one
 * stands in. Faces are files among the assets. Main thread. */
#ifndef LEEWAY_APP_LETTERS_H
#define LEEWAY_APP_LETTERS_H

#include "core/error.h"
#include "store/settings.h"
#include "view/text.h"

#include <stdbool.h>

/* The usual letters, and others for what they lack. NULL and a sentence when they cannot
 * be read. */
Text *letters_open(Error *error);

/* Writes with these letters from now on; where they cannot be read all stays as it is. */
void letters_use(Text *text, SettingsLetters letters);

/* Whether these letters are installed. */
bool letters_are_there(SettingsLetters letters);

#endif
