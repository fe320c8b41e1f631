/* SPDX-License-Identifier: MIT */
#include "core/deck.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

enum { MOST = 300 };

static void every_card_comes_once_in_as_many_days(void **state)
{
    (void)state;
    for (int32_t count = 1; count <= MOST; count++) {
        char seen[MOST] = { 0 };
        for (int64_t day = 20000; day < 20000 + count; day++) {
            const int32_t card = deck_pick(day, 0, count);
            assert_in_range(card, 0, count - 1);
            if (seen[card]++ != 0)
                fail_msg("%d cards: %d came twice", count, card);
        }
    }
}

static void every_card_comes_once_in_as_many_presses(void **state)
{
    (void)state;
    for (int32_t count = 1; count <= MOST; count++) {
        char seen[MOST] = { 0 };
        for (int32_t presses = 0; presses < count; presses++) {
            const int32_t card = deck_pick(20000, presses, count);
            if (seen[card]++ != 0)
                fail_msg("%d cards: %d came twice", count, card);
        }
    }
}

/* With sixty cards, two presses a day show nothing again within twenty. */
static void neighbours_do_not_come_back_soon(void **state)
{
    (void)state;
    int32_t last_shown[60];
    for (int32_t i = 0; i < 60; i++)
        last_shown[i] = -1000;
    for (int32_t shown = 0; shown < 600; shown++) {
        const int32_t card = deck_pick(shown / 2, shown % 2, 60);
        if (shown - last_shown[card] < 20)
            fail_msg("card %d came again after %d", card, shown - last_shown[card]);
        last_shown[card] = shown;
    }
}

static void any_day_has_a_card(void **state)
{
    (void)state;
    static const int64_t days[] = { 0, -1, -20000, INT64_MIN, INT64_MAX };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_in_range(deck_pick(days[i], 0, 7), 0, 6);
        assert_in_range(deck_pick(days[i], INT32_MAX, INT32_MAX), 0, INT32_MAX - 1);
    }
}

static void the_same_day_shows_the_same_card(void **state)
{
    (void)state;
    assert_int_equal(deck_pick(20000, 0, 5), deck_pick(20000, 0, 5));
    assert_int_equal(deck_pick(-5, 0, 5), deck_pick(0, 0, 5));
    assert_int_not_equal(deck_pick(20000, 0, 5), deck_pick(20001, 0, 5));
    assert_int_not_equal(deck_pick(20000, 0, 5), deck_pick(20000, 1, 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_comes_once_in_as_many_days),
        cmocka_unit_test(every_card_comes_once_in_as_many_presses),
        cmocka_unit_test(neighbours_do_not_come_back_soon),
        cmocka_unit_test(any_day_has_a_card),
        cmocka_unit_test(the_same_day_shows_the_same_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
