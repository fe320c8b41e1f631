/* SPDX-License-Identifier: MIT */
/* utf8.h -- letters in bytes.
 *
 * A letter is one code point: enough to count columns and to cut a text without tearing
 * one, not to break lines or to draw. Pure, any thread. */
#ifndef LEEWAY_STORE_UTF8_H
#define LEEWAY_STORE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The bytes of the letter that begins at `bytes`, at most `size` of them; 0 when that is
 * no whole letter of UTF-8. Asserts size > 0. */
size_t utf8_letter(const char *bytes, size_t size);

/* How many letters there are; a byte that belongs to none counts as one. */
int32_t utf8_count(const char *bytes, size_t size);

/* How many bytes of a text to show so that there are at most `max` and no torn letter. */
int utf8_cut(const char *text, int max);

/* Writes the text as Latin-1, with '?' for what that does not have, and tells how many
 * bytes that are: never more than `size`. */
size_t utf8_to_latin1(const char *text, size_t size, char *out);

#endif
