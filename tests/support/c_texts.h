/* SPDX-License-Identifier: MIT */
/* c_texts.h -- the string literals of a C source, as the program has them.
 *
 * Comments and characters are passed over, neighbours are joined, escapes are resolved;
 * the names of included files are no literals. It is no compiler: macros are not
 * expanded, so a text that is pasted together from macros comes in pieces. For tests. */
#ifndef LEEWAY_SUPPORT_C_TEXTS_H
#define LEEWAY_SUPPORT_C_TEXTS_H

#include <stdint.h>

enum { C_TEXT_MAX = 4096 };

/* A literal and the line it begins in, 1 for the first. The text is gone afterwards. */
typedef void CTextReader(void *context, const char *text, int32_t line);

/* Hands each literal of the source to the reader, in order. How many there were, or -1
 * where one is longer than C_TEXT_MAX or does not end. */
int32_t c_texts_read(const char *source, CTextReader *reader, void *context);

#endif
