/* SPDX-License-Identifier: MIT */
/* deck.h -- which message today.
 *
 * Chosen by the day and by how often another one was asked for, so no history has to be
 * kept. Not random: the same cards, day and presses always give the same card. Knows
 * themes and whether a card is out, and nothing of words. Pure, no memory of its own. */
#ifndef LEEWAY_CORE_DECK_H
#define LEEWAY_CORE_DECK_H

#include <stdbool.h>
#include <stdint.h>

enum { DECK_CARDS_MAX = 512, DECK_THEMES_MAX = 32 };

typedef struct DeckCard {
    int32_t theme; /* 0 .. DECK_THEMES_MAX - 1, 0 for none */
    bool is_out;   /* it never comes */
} DeckCard;

/* The cards in a circle in which their themes take turns. */
typedef struct Deck {
    int32_t count;
    int32_t stride; /* from where one day begins to where the next one does */
    int16_t order[DECK_CARDS_MAX];
    int16_t begins[DECK_CARDS_MAX]; /* where each day does, as many as there are cards */
} Deck;

/* A set of themes for deck_lay; 0 is all of them, cards without a theme too. */
#define DECK_THEME(theme) (UINT32_C(1) << (theme))

/* Lays the cards that are not out and of one of these themes. Neighbours in the circle
 * and on two days in a row are of different themes wherever there are enough themes. */
Deck deck_lay(const DeckCard *cards, int32_t count, uint32_t themes);

/* The days of cards that have gone out since go to those whose own days are farthest from
 * them, of whichever theme; all others keep theirs. */
void deck_fill(Deck *deck, const DeckCard *cards);

/* How many of what was laid have not gone out since. */
int32_t deck_left(const Deck *deck, const DeckCard *cards);

/* The card of a day (any whole number that grows by one each day) after so many presses
 * of "another"; fewer than none go the other way round. -1 where none is left. Nothing
 * comes twice in as many presses as there are cards, nor in as many days, but to fill the
 * day of one that is out. What has gone out since that was filled is passed by, and the
 * others keep their turns. */
int32_t deck_pick(const Deck *deck, const DeckCard *cards, int64_t day, int32_t presses);

#endif
