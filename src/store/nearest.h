/* SPDX-License-Identifier: MIT */
/* nearest.h -- what was probably meant.
 *
 * One answer for keys in files and words on the command line: the known word that takes
 * the fewest slips of a finger (a letter left out, added, changed, or two swapped). Not a
 * search: a word that is too far from everything has no answer. Pure, any thread. */
#ifndef LEEWAY_STORE_NEAREST_H
#define LEEWAY_STORE_NEAREST_H

/* The known word nearest to `word`, the first of equals, or NULL when none is near: about
 * a third of its letters may differ. Capitals do not count. `known` ends with NULL; the
 * result is one of it. */
const char *nearest_word(const char *word, const char *const known[]);

#endif
