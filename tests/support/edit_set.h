/* SPDX-License-Identifier: MIT */
/* edit_set.h -- an Edit that begins with a text, as if nothing was written before.
 *
 * The program has no such thing: there a text is typed, pasted or added, and can be taken
 * back. For tests only. */
#ifndef LEEWAY_TESTS_SUPPORT_EDIT_SET_H
#define LEEWAY_TESTS_SUPPORT_EDIT_SET_H

#include "app/edit.h"

/* The text is this one, without a past, the caret at its end. Asserts that it fits. */
void edit_set(Edit *edit, const char *utf8);

#endif
