/* SPDX-License-Identifier: MIT */
/* own_patterns.h -- the patterns that the person made, beside those that came along.
 *
 * A file of the same format (patterns.h) in which a name and numbers are enough. In the
 * list they stand behind the shipped ones, each with the name of its section; an id that
 * is taken gets -2, -3 … behind it. The file is written only by what is called here, one
 * section at a time: everything else in it stays byte for byte. Blocks. */
#ifndef LEEWAY_STORE_OWN_PATTERNS_H
#define LEEWAY_STORE_OWN_PATTERNS_H

#include "core/error.h"
#include "store/patterns.h"

#include <stdbool.h>
#include <stdint.h>

enum { OWN_PATTERNS_MAX = 32, OWN_PATTERNS_SHARED_MAX = 256 };

/* Adds what the file holds to the list. No file is no failure. False with a sentence when
 * it could not be read or something in it was not understood; what is sound counts all
 * the same. Changes nothing on the disk. */
bool own_patterns_load(const char *path, Patterns *patterns, Error *error);

/* The same for what was opened with patterns_format, telling problems to `lines`. */
void own_patterns_read(Lines *lines, Patterns *patterns);

bool own_patterns_is_own(const NamedPattern *named);
int32_t own_patterns_count(const Patterns *patterns);

/* The own one of this section, or NULL. */
const NamedPattern *own_patterns_find(const Patterns *patterns, const char *section);

/* Whether there is room for one more. */
bool own_patterns_has_room(const Patterns *patterns);

/* Puts a pattern into the list: in its place when its section is there, else at the end.
 * Asserts a section, and room. */
void own_patterns_put(Patterns *patterns, const NamedPattern *named);

/* Takes it out of the list. */
void own_patterns_remove(Patterns *patterns, const char *section);

/* Writes the pattern into the file. One without a section is given one, and an id, that
 * neither the list nor the file has yet; it has them even when the writing fails. A file
 * that is damaged is set aside first, never overwritten. */
bool own_patterns_keep(const char *path, const Patterns *patterns, NamedPattern *named,
                       Error *error);

/* Takes the section out of the file. One that is not there is no failure. */
bool own_patterns_erase(const char *path, const char *section, Error *error);

/* The pattern as text that can be handed on, and that own_patterns_shared and the file
 * itself take. Returns `out`. */
const char *own_patterns_text(const NamedPattern *named,
                              char out[OWN_PATTERNS_SHARED_MAX]);

/* Reads such a text: the first sound pattern in it, without section and id. False when
 * there is none. Safe for any bytes up to the NUL. */
bool own_patterns_shared(const char *text, NamedPattern *named);

#endif
