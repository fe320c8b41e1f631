/* SPDX-License-Identifier: MIT */
/* typed.h -- a short text of one line that is typed: letters come, the last one goes.
 *
 * Takes whatever can be printed on a line, in every script. No selection and no place
 * inside the text: for names and numbers. Pure. */
#ifndef LEEWAY_APP_TYPED_H
#define LEEWAY_APP_TYPED_H

#include <stddef.h>

/* Adds to `text`, which has room for `size` bytes with its NUL. Returns NULL, or a
 * sentence without its full stop about what could not be added. */
const char *typed_add(char *text, size_t size, const char *utf8);

/* Takes the last letter away, if there is one. */
void typed_rub_out(char *text);

/* Copies a text without the spaces around it; `out` has as much room as `text`. */
void typed_trimmed(const char *text, char *out);

#endif
