/* SPDX-License-Identifier: MIT */
/* edit_past.h -- what a text was like before, one change behind the other.
 *
 * The inside of edit.h; nobody else includes this. Each change keeps the letters that
 * went and those that came; the oldest changes go where there is no room. */
#ifndef LEEWAY_APP_EDIT_PAST_H
#define LEEWAY_APP_EDIT_PAST_H

#include "app/edit.h"

/* Remembers that the bytes from..to give way to so many others: before they do. Joins it
 * to the last change where both are of one kind and side by side. Returns the place for
 * the letters that come, which the caller fills. */
char *edit_past_note(Edit *edit, EditKind kind, int32_t from, int32_t to,
                     int32_t inserted);

/* What came by the last two changes, the one behind the other, came by one. */
void edit_past_join(Edit *edit);

#endif
