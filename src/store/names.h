/* SPDX-License-Identifier: MIT */
/* names.h -- a list of names with commas between them, one at a time.
 *
 * "feet, left-knee 45" is two items, the second with something behind its name. Blanks
 * around commas mean nothing; an empty item is one as well, so that it can be told.
 * Nothing is copied but the name. Pure, any thread. */
#ifndef LEEWAY_STORE_NAMES_H
#define LEEWAY_STORE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

enum { NAMES_NAME_MAX = 64 };

typedef struct Name {
    char text[NAMES_NAME_MAX]; /* up to the first blank, cut to what fits */
    char more[NAMES_NAME_MAX]; /* what stands behind it, "" for nothing */
    size_t at;                 /* where it begins, in bytes of the list */
} Name;

/* A place in a list. Zeroed but for the list, it stands before the first item. */
typedef struct NamesCursor {
    const char *list;
    size_t at;
    bool is_over;
} NamesCursor;

/* The next item; false when there is none left. An empty list has none. */
bool names_next(NamesCursor *cursor, Name *name);

/* A name of small ASCII letters, digits and '-' from words, at most size - 1 bytes: what
 * is left of them, with `lead` before what has no letter in it. */
void names_from_words(const char *words, const char *lead, char *out, size_t size);

#endif
