/* SPDX-License-Identifier: MIT */
#include "core/deck.h"

#include <assert.h>

enum { MEND_ROUNDS = 16, SIDES = 4 };

static int32_t greatest_common_divisor(int32_t a, int32_t b)
{
    while (b != 0) {
        const int32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* How far one day moves on: near the golden section of the deck, so that what yesterday
 * showed beyond its first card is far away, and without a common divisor, so that every
 * card has its day. */
static int32_t day_stride(int32_t count)
{
    int32_t stride = (int32_t)((int64_t)count * 618 / 1000);
    while (greatest_common_divisor(stride, count) != 1)
        stride++;
    return stride;
}

static bool is_in(const DeckCard *card, uint32_t themes)
{
    return !card->is_out && (themes == 0 || (themes & DECK_THEME(card->theme)) != 0);
}

/* --- the circle --- */

/* What there is of one theme, and how far through it the circle is. */
typedef struct Turns {
    int32_t count, used;
    int32_t next; /* where to look for its next card */
} Turns;

/* Each theme's cards lie as evenly in the circle as there are of them: its next one is
 * due at (2 used + 1) / (2 count) of the way round. */
static int32_t theme_that_is_due(const Turns turns[DECK_THEMES_MAX])
{
    int32_t due = -1;
    for (int32_t t = 0; t < DECK_THEMES_MAX; t++) {
        if (turns[t].used == turns[t].count)
            continue;
        if (due < 0 || (2 * turns[t].used + 1) * turns[due].count <
                           (2 * turns[due].used + 1) * turns[t].count)
            due = t;
    }
    return due;
}

static int16_t next_card(const DeckCard *cards, uint32_t themes, int32_t theme,
                         Turns *turns)
{
    int32_t card = turns->next;
    while (cards[card].theme != theme || !is_in(&cards[card], themes))
        card++;
    turns->next = card + 1;
    turns->used++;
    return (int16_t)card;
}

static void lay_evenly(const DeckCard *cards, int32_t count, uint32_t themes, Deck *deck)
{
    Turns turns[DECK_THEMES_MAX] = { { 0 } };
    for (int32_t i = 0; i < count; i++) {
        assert(cards[i].theme >= 0 && cards[i].theme < DECK_THEMES_MAX);
        if (is_in(&cards[i], themes)) {
            turns[cards[i].theme].count++;
            deck->count++;
        }
    }
    for (int32_t at = 0; at < deck->count; at++) {
        const int32_t theme = theme_that_is_due(turns);
        deck->order[at] = next_card(cards, themes, theme, &turns[theme]);
    }
}

/* --- neighbours --- */

static int32_t theme_at(const Deck *deck, const DeckCard *cards, int64_t at)
{
    return cards[deck->order[at % deck->count]].theme;
}

/* How many of the four that come before and after a place, by a press or by a day, are of
 * its theme. */
static int32_t same_beside(const Deck *deck, const DeckCard *cards, int32_t at)
{
    const int64_t n = deck->count;
    const int64_t sides[SIDES] = { at + 1, at + n - 1, at + deck->stride,
                                   at + n - deck->stride };
    int32_t same = 0;
    for (int32_t i = 0; i < SIDES; i++)
        same += sides[i] % n != at &&
                theme_at(deck, cards, sides[i]) == theme_at(deck, cards, at);
    return same;
}

static void swap(Deck *deck, int32_t a, int32_t b)
{
    const int16_t card = deck->order[a];
    deck->order[a] = deck->order[b];
    deck->order[b] = card;
}

/* Changes the card at a place with the first one by which fewer have their like beside
 * them. */
static bool mend_at(Deck *deck, const DeckCard *cards, int32_t at)
{
    for (int32_t other = 0; other < deck->count; other++) {
        if (theme_at(deck, cards, other) == theme_at(deck, cards, at))
            continue;
        const int32_t before =
            same_beside(deck, cards, at) + same_beside(deck, cards, other);
        swap(deck, at, other);
        if (same_beside(deck, cards, at) + same_beside(deck, cards, other) < before)
            return true;
        swap(deck, at, other);
    }
    return false;
}

static void mend(Deck *deck, const DeckCard *cards)
{
    bool is_better = true;
    for (int32_t round = 0; round < MEND_ROUNDS && is_better; round++) {
        is_better = false;
        for (int32_t at = 0; at < deck->count; at++)
            if (same_beside(deck, cards, at) > 0)
                is_better |= mend_at(deck, cards, at);
    }
}

Deck deck_lay(const DeckCard *cards, int32_t count, uint32_t themes)
{
    Deck deck = { .count = 0 };
    assert(count >= 0 && count <= DECK_CARDS_MAX);
    lay_evenly(cards, count, themes, &deck);
    if (deck.count == 0)
        return deck;
    deck.stride = day_stride(deck.count);
    mend(&deck, cards);
    for (int32_t day = 0; day < deck.count; day++)
        deck.begins[day] = (int16_t)(day * deck.stride % deck.count);
    return deck;
}

/* --- days of what is out --- */

static int32_t days_between(const Deck *deck, int32_t a, int32_t b)
{
    const int32_t days = a < b ? b - a : a - b;
    return days < deck->count - days ? days : deck->count - days;
}

/* The place whose card comes on no day near this one, whether for itself or for another;
 * the day's own where none is left. */
static int16_t farthest(const Deck *deck, const DeckCard *cards, int32_t day)
{
    int32_t away[DECK_CARDS_MAX];
    int32_t best = -1;
    for (int32_t at = 0; at < deck->count; at++)
        away[at] = deck->count;
    for (int32_t other = 0; other < deck->count; other++) {
        const int32_t at = deck->begins[other], days = days_between(deck, other, day);
        away[at] = days < away[at] ? days : away[at];
    }
    for (int32_t at = 0; at < deck->count; at++)
        if (!cards[deck->order[at]].is_out && (best < 0 || away[at] > away[best]))
            best = at;
    return best < 0 ? deck->begins[day] : (int16_t)best;
}

void deck_fill(Deck *deck, const DeckCard *cards)
{
    for (int32_t day = 0; day < deck->count; day++)
        if (cards[deck->order[deck->begins[day]]].is_out)
            deck->begins[day] = farthest(deck, cards, day);
}

/* --- one of them --- */

static int64_t wrapped(int64_t value, int64_t count)
{
    const int64_t rest = value % count;
    return rest < 0 ? rest + count : rest;
}

int32_t deck_left(const Deck *deck, const DeckCard *cards)
{
    int32_t left = 0;
    for (int32_t at = 0; at < deck->count; at++)
        left += !cards[deck->order[at]].is_out;
    return left;
}

int32_t deck_pick(const Deck *deck, const DeckCard *cards, int64_t day, int32_t presses)
{
    const int32_t left = deck_left(deck, cards);
    if (left == 0)
        return -1;
    int64_t turn = wrapped(presses, left);
    int32_t at = deck->begins[wrapped(day, deck->count)];
    for (;; at = (at + 1) % deck->count) {
        const int32_t card = deck->order[at];
        if (!cards[card].is_out && turn-- == 0)
            return card;
    }
}
