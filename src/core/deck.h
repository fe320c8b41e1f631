/* SPDX-License-Identifier: MIT */
/* deck.h -- which message today.
 *
 * Chosen by the day and by how often another one was asked for that day, so no history
 * has to be kept. Not random: the same day and presses always give the same card. */
#ifndef LEEWAY_CORE_DECK_H
#define LEEWAY_CORE_DECK_H

#include <stdint.h>

/* The card, 0 .. count - 1, of a day (any whole number that grows by one each day) after
 * `presses` presses of "another". Neither `count` days in a row nor `count` presses in a
 * row show one twice. Asserts count > 0 and presses >= 0. */
int32_t deck_pick(int64_t day, int32_t presses, int32_t count);

#endif
