/* SPDX-License-Identifier: MIT */
#include "core/deck.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <string.h>

enum { DAY = 20000, THEMES = 15 };

/* How many cards each theme has, from theme 0 on; the rows stand in the order of the
 * themes, as in a file, or mixed. */
typedef struct Kind {
    const char *says;
    int32_t counts[DECK_THEMES_MAX];
    bool is_mixed;
} Kind;

static const Kind kinds[] = {
    { "one card", { 0, 1 }, false },
    { "two of a kind", { 0, 2 }, false },
    { "two of two kinds", { 0, 1, 1 }, false },
    { "as many as themes", { 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, false },
    { "ninety", { 0, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 }, false },
    { "not the same of each", { 0, 4, 9, 5, 8, 6, 7, 5, 4, 8, 6, 9, 4, 5, 7, 10 }, true },
    { "five themes", { 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 7, 6, 0, 0, 6, 7 }, true },
    { "some without a theme", { 20, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6 }, true },
    { "none with a theme", { 12 }, false },
    { "one theme is most of it", { 0, 40, 3, 3 }, false },
    { "half and half", { 0, 8, 8 }, false },
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

typedef struct Cards {
    int32_t count;
    DeckCard items[DECK_CARDS_MAX];
} Cards;

static Cards cards_of(const Kind *kind)
{
    Cards cards = { 0 };
    int32_t left[DECK_THEMES_MAX], at_once = kind->is_mixed ? 2 : DECK_CARDS_MAX;
    memcpy(left, kind->counts, sizeof left);
    for (int32_t before = -1; before != cards.count;) {
        before = cards.count;
        for (int32_t t = 0; t < DECK_THEMES_MAX; t++)
            for (int32_t i = 0; i < at_once && left[t] > 0; i++, left[t]--)
                cards.items[cards.count++].theme = t;
    }
    return cards;
}

/* Every so many-th card is out, from the first one on; 0: none. */
static int32_t put_out(Cards *cards, int32_t every)
{
    int32_t out = 0;
    for (int32_t i = 0; every > 0 && i < cards->count; i += every, out++)
        cards->items[i].is_out = true;
    return out;
}

static void expect_each_once(const Kind *kind, const Cards *cards, const int32_t *picked,
                             int32_t count)
{
    char seen[DECK_CARDS_MAX] = { 0 };
    for (int32_t i = 0; i < count; i++) {
        if (picked[i] < 0 || picked[i] >= cards->count)
            fail_msg("%s: %d is no card", kind->says, picked[i]);
        if (cards->items[picked[i]].is_out)
            fail_msg("%s: %d is out and came", kind->says, picked[i]);
        if (seen[picked[i]]++ != 0)
            fail_msg("%s: %d came twice", kind->says, picked[i]);
    }
}

static const int32_t mutings[] = { 0, 7, 3, 2 };
enum { MUTINGS = sizeof mutings / sizeof mutings[0] };

/* From every day of a round, and going on behind it. */
static void every_card_comes_once_in_as_many_presses(void **state)
{
    (void)state;
    for (int32_t k = 0; k < KINDS * MUTINGS; k++) {
        Cards cards = cards_of(&kinds[k / MUTINGS]);
        const int32_t left = cards.count - put_out(&cards, mutings[k % MUTINGS]);
        const Deck deck = deck_lay(cards.items, cards.count, 0);
        assert_int_equal(deck.count, left);
        assert_int_equal(deck_left(&deck, cards.items), left);
        for (int64_t day = DAY; day < DAY + left; day++)
            for (int32_t first = -left; first <= left; first += left) {
                int32_t picked[DECK_CARDS_MAX];
                for (int32_t i = 0; i < left; i++)
                    picked[i] = deck_pick(&deck, cards.items, day, first + i);
                expect_each_once(&kinds[k / MUTINGS], &cards, picked, left);
            }
    }
}

static void every_card_comes_once_in_as_many_days(void **state)
{
    (void)state;
    for (int32_t k = 0; k < KINDS * MUTINGS; k++) {
        Cards cards = cards_of(&kinds[k / MUTINGS]);
        const int32_t left = cards.count - put_out(&cards, mutings[k % MUTINGS]);
        const Deck deck = deck_lay(cards.items, cards.count, 0);
        for (int32_t presses = 0; presses < left; presses++) {
            int32_t picked[DECK_CARDS_MAX];
            for (int32_t i = 0; i < left; i++)
                picked[i] = deck_pick(&deck, cards.items, DAY + i, presses);
            expect_each_once(&kinds[k / MUTINGS], &cards, picked, left);
        }
    }
}

/* What is muted in the middle of it goes, and of the others none comes again before all
 * have come: the next one takes its place. */
static void muting_on_the_way_repeats_nothing(void **state)
{
    (void)state;
    for (int32_t k = 0; k < KINDS; k++)
        for (int32_t every = 1; every <= 4; every++) {
            Cards cards = cards_of(&kinds[k]);
            const Deck deck = deck_lay(cards.items, cards.count, 0);
            int32_t picked[DECK_CARDS_MAX], count = 0, presses = 0;
            char seen[DECK_CARDS_MAX] = { 0 };
            for (; count < cards.count; count++) {
                picked[count] = deck_pick(&deck, cards.items, DAY, presses);
                if (seen[picked[count]]++ != 0)
                    fail_msg("%s: %d came twice", kinds[k].says, picked[count]);
                if (count % every == 0)
                    cards.items[picked[count]].is_out = true;
                else
                    presses++;
            }
            assert_int_equal(deck_left(&deck, cards.items),
                             cards.count - (cards.count + every - 1) / every);
        }
}

/* How many of the steps of one round, by presses or by days, lead to the same theme. */
static int32_t same_in_a_row(const Deck *deck, const Cards *cards, bool is_by_day)
{
    int32_t same = 0;
    for (int32_t i = 0; i < deck->count; i++) {
        const int32_t day = is_by_day ? i : 0, press = is_by_day ? 0 : i;
        const int32_t one = deck_pick(deck, cards->items, day, press);
        const int32_t next =
            deck_pick(deck, cards->items, day + is_by_day, press + !is_by_day);
        same += one != next && cards->items[one].theme == cards->items[next].theme;
    }
    return same;
}

static int32_t largest_theme(const Deck *deck, const Cards *cards)
{
    int32_t counts[DECK_THEMES_MAX] = { 0 }, largest = 0;
    for (int32_t i = 0; i < deck->count; i++)
        if (++counts[cards->items[deck->order[i]].theme] > largest)
            largest = counts[cards->items[deck->order[i]].theme];
    return largest;
}

/* Any decks at all: where no theme is more than a quarter of it, it never follows upon
 * itself. */
static void themes_take_turns(void **state)
{
    (void)state;
    static Cards cards;
    unsigned seed = 1;
    for (int32_t round = 0; round < 1500; round++) {
        seed = seed * 1103515245u + 12345u;
        cards.count = 4 + (int32_t)(seed >> 16) % 150;
        const int32_t themes = 4 + (int32_t)(seed >> 8) % (THEMES - 3);
        for (int32_t i = 0; i < cards.count; i++) {
            seed = seed * 1103515245u + 12345u;
            cards.items[i] = (DeckCard){ .theme = (int32_t)(seed >> 16) % themes,
                                         .is_out = (seed >> 9) % 9 == 0 };
        }
        const Deck deck = deck_lay(cards.items, cards.count, 0);
        if (4 * largest_theme(&deck, &cards) > deck.count)
            continue;
        if (same_in_a_row(&deck, &cards, false) != 0 ||
            same_in_a_row(&deck, &cards, true) != 0)
            fail_msg("deck %d of %d cards", round, deck.count);
    }
}

/* Where one theme is much of it, it follows upon itself no more often than it has to, or
 * nearly. */
static void a_large_theme_is_spread(void **state)
{
    (void)state;
    static const struct {
        const char *says;
        int32_t kind, by_press, by_day;
    } rows[] = {
        { "two of two kinds", 2, 0, 0 },
        { "as many as themes", 3, 0, 0 },
        { "ninety", 4, 0, 0 },
        { "not the same of each", 5, 0, 0 },
        { "five themes", 6, 0, 0 },
        { "some without a theme", 7, 0, 0 },
        { "one theme is most of it", 9, 34, 34 },
        { "half and half", 10, 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const Cards cards = cards_of(&kinds[rows[i].kind]);
        const Deck deck = deck_lay(cards.items, cards.count, 0);
        assert_string_equal(rows[i].says, kinds[rows[i].kind].says);
        const int32_t by_press = same_in_a_row(&deck, &cards, false);
        const int32_t by_day = same_in_a_row(&deck, &cards, true);
        if (by_press > rows[i].by_press || by_day > rows[i].by_day)
            fail_msg("%s: %d and %d", rows[i].says, by_press, by_day);
    }
}

/* With ninety cards, two presses a day show nothing again within thirty. */
static void neighbours_do_not_come_back_soon(void **state)
{
    (void)state;
    const Cards cards = cards_of(&kinds[4]);
    const Deck deck = deck_lay(cards.items, cards.count, 0);
    int32_t last_shown[90];
    for (int32_t i = 0; i < 90; i++)
        last_shown[i] = -1000;
    for (int32_t shown = 0; shown < 900; shown++) {
        const int32_t card = deck_pick(&deck, cards.items, shown / 2, shown % 2);
        if (shown - last_shown[card] < 30)
            fail_msg("card %d came again after %d", card, shown - last_shown[card]);
        last_shown[card] = shown;
    }
}

/* The others keep their days, and nothing comes again before a third of all have come. */
static void days_of_what_is_out_are_filled_from_far_away(void **state)
{
    (void)state;
    Cards cards = cards_of(&kinds[4]);
    int32_t last[90];
    Deck deck = deck_lay(cards.items, cards.count, 0);
    const Deck whole = deck;
    put_out(&cards, 7);
    deck_fill(&deck, cards.items);
    for (int32_t i = 0; i < 90; i++)
        last[i] = -1000;
    for (int32_t day = 0; day < 400; day++) {
        const int32_t own = whole.order[whole.begins[day % 90]];
        const int32_t card = deck_pick(&deck, cards.items, day, 0);
        assert_false(cards.items[card].is_out);
        assert_true(card == own || cards.items[own].is_out);
        if (day - last[card] < 30)
            fail_msg("card %d came again after %d", card, day - last[card]);
        last[card] = day;
    }
    put_out(&cards, 1);
    deck_fill(&deck, cards.items);
    assert_int_equal(deck_pick(&deck, cards.items, DAY, 0), -1);
}

static void a_set_of_themes_has_no_others(void **state)
{
    (void)state;
    const Cards cards = cards_of(&kinds[7]);
    const uint32_t set = DECK_THEME(3) | DECK_THEME(10) | DECK_THEME(15);
    const Deck deck = deck_lay(cards.items, cards.count, set);
    assert_int_equal(deck.count, 18);
    for (int32_t press = 0; press < 18; press++) {
        const int32_t card = deck_pick(&deck, cards.items, DAY, press);
        assert_true((set & DECK_THEME(cards.items[card].theme)) != 0);
    }
    const Deck none = deck_lay(cards.items, cards.count, DECK_THEME(20));
    assert_int_equal(deck_pick(&none, cards.items, DAY, 0), -1);
}

static void where_all_are_out_there_is_none(void **state)
{
    (void)state;
    Cards cards = cards_of(&kinds[4]);
    const Deck before = deck_lay(cards.items, cards.count, 0);
    assert_int_equal(put_out(&cards, 1), 90);
    const Deck after = deck_lay(cards.items, cards.count, 0);
    assert_int_equal(deck_pick(&before, cards.items, DAY, 5), -1);
    assert_int_equal(deck_pick(&after, cards.items, DAY, 5), -1);
    const Deck none = deck_lay(cards.items, 0, 0);
    assert_int_equal(deck_pick(&none, cards.items, DAY, 0), -1);
}

static void any_day_and_press_has_a_card(void **state)
{
    (void)state;
    static const int64_t days[] = { 0, -1, -20000, INT64_MIN, INT64_MAX };
    static const int32_t presses[] = { 0, -1, INT32_MIN, INT32_MAX };
    const Cards cards = cards_of(&kinds[5]);
    const Deck deck = deck_lay(cards.items, cards.count, 0);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        for (size_t j = 0; j < sizeof presses / sizeof *presses; j++)
            assert_in_range(deck_pick(&deck, cards.items, days[i], presses[j]), 0,
                            cards.count - 1);
}

static void the_same_day_shows_the_same_card(void **state)
{
    (void)state;
    const Cards cards = cards_of(&kinds[5]);
    const Deck deck = deck_lay(cards.items, cards.count, 0);
    const Deck again = deck_lay(cards.items, cards.count, 0);
    for (int32_t press = 0; press < 200; press++) {
        const int32_t card = deck_pick(&deck, cards.items, DAY, press);
        assert_int_equal(card, deck_pick(&again, cards.items, DAY, press));
        assert_int_not_equal(card, deck_pick(&deck, cards.items, DAY, press + 1));
        assert_int_not_equal(card, deck_pick(&deck, cards.items, DAY + 1, press));
    }
}

static void the_largest_deck_is_laid(void **state)
{
    (void)state;
    static Cards cards = { .count = DECK_CARDS_MAX };
    for (int32_t i = 0; i < DECK_CARDS_MAX; i++)
        cards.items[i].theme = i % DECK_THEMES_MAX;
    const Deck deck = deck_lay(cards.items, cards.count, 0);
    assert_int_equal(deck.count, DECK_CARDS_MAX);
    assert_int_equal(same_in_a_row(&deck, &cards, false), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_comes_once_in_as_many_presses),
        cmocka_unit_test(every_card_comes_once_in_as_many_days),
        cmocka_unit_test(muting_on_the_way_repeats_nothing),
        cmocka_unit_test(themes_take_turns),
        cmocka_unit_test(a_large_theme_is_spread),
        cmocka_unit_test(neighbours_do_not_come_back_soon),
        cmocka_unit_test(days_of_what_is_out_are_filled_from_far_away),
        cmocka_unit_test(a_set_of_themes_has_no_others),
        cmocka_unit_test(where_all_are_out_there_is_none),
        cmocka_unit_test(any_day_and_press_has_a_card),
        cmocka_unit_test(the_same_day_shows_the_same_card),
        cmocka_unit_test(the_largest_deck_is_laid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
