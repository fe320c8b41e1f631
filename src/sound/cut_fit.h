/* SPDX-License-Identifier: MIT */
/* cut_fit.h -- the pieces of a recording laid on its lines.
 *
 * Part of cut.c; nobody else includes this. Every way to lay pieces on lines in their
 * order has a cost: a line that takes longer than it would, a pause inside one, a line
 * left out or said once more, words that belong to none. The cheapest way is found
 * exactly, and the costs of the others tell where it is in doubt. */
#ifndef LEEWAY_SOUND_CUT_FIT_H
#define LEEWAY_SOUND_CUT_FIT_H

#include "sound/cut_pieces.h"

/* Fills clips[0 .. line_count - 1], without any room around them. Asserts that there are
 * words among the pieces. False when there is no memory left. */
bool cut_fit(const CutHeard *heard, const int32_t expected_ms[], int32_t line_count,
             CutClip clips[]);

#endif
