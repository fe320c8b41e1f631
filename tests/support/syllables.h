/* SPDX-License-Identifier: MIT */
/* syllables.h -- how hard an English text is to read, as far as counting tells.
 *
 * Syllables are guessed from the letters: groups of vowels, less the silent e's. Good to
 * about one word in twenty, which is enough for a mean over a sentence or two and not for
 * a dictionary. The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975): the
 * school year in which it can be read. Pure. */
#ifndef LEEWAY_SUPPORT_SYLLABLES_H
#define LEEWAY_SUPPORT_SYLLABLES_H

#include <stddef.h>

/* Of one word of `length` letters; at least 1. */
int syllables_of(const char *word, size_t length);

/* 0.39 words a sentence + 11.8 syllables a word - 15.59; 0 for a text without words. A
 * sentence ends with '.', '?' or ';' that stands behind a word, and with the text. */
double syllables_grade(const char *text);

#endif
