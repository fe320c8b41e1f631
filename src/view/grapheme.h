/* SPDX-License-Identifier: MIT */
/* grapheme.h -- where in a text a caret may stand.
 *
 * What a person takes for one letter may be several characters: marks on a letter, a
 * picture and its variants. Borders are those of UAX 29, by utf8proc. Places are bytes of
 * sound UTF-8. Pure: no memory of its own, any thread. */
#ifndef LEEWAY_VIEW_GRAPHEME_H
#define LEEWAY_VIEW_GRAPHEME_H

#include <stdbool.h>
#include <stdint.h>

/* The next border behind `at`, `length` at the end; the last one before it, 0 at the
 * beginning. */
int32_t grapheme_next(const char *utf8, int32_t length, int32_t at);
int32_t grapheme_before(const char *utf8, int32_t length, int32_t at);

/* `at` where it is a border, else the next one. */
int32_t grapheme_border(const char *utf8, int32_t length, int32_t at);

/* The end of the word that is next behind `at`; the beginning of the last one before. */
int32_t grapheme_word_next(const char *utf8, int32_t length, int32_t at);
int32_t grapheme_word_before(const char *utf8, int32_t length, int32_t at);

/* What lies around a place: a word, or the spaces or signs between two of them, never
 * more than a line. */
typedef struct GraphemeSpan {
    int32_t start, end;
} GraphemeSpan;
GraphemeSpan grapheme_word_at(const char *utf8, int32_t length, int32_t at);

#endif
