/* SPDX-License-Identifier: MIT */
#include "sound/order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static OrderBox box;

static int empty_box(void **state)
{
    (void)state;
    order_init(&box);
    return 0;
}

/* An order that can be told by its volume. */
static void post(int32_t volume, int64_t seek_frames)
{
    MixOrder order = { .seek_frames = seek_frames, .levels.volume = volume };
    order_post(&box, &order);
}

static void assert_takes(int32_t volume, int64_t seek_frames)
{
    const MixOrder *order = NULL;
    int64_t seek = 0;
    assert_true(order_is_waiting(&box));
    assert_true(order_take(&box, &order, &seek));
    assert_int_equal(order->levels.volume, volume);
    assert_int_equal(seek, seek_frames);
    assert_false(order_is_waiting(&box));
}

static void test_nothing_to_take(void **state)
{
    (void)state;
    const MixOrder *order = NULL;
    int64_t seek = 0;
    assert_false(order_take(&box, &order, &seek));
    assert_null(order);
}

static void test_takes_once(void **state)
{
    (void)state;
    post(1, 0);
    assert_takes(1, 0);
    test_nothing_to_take(state);
}

static void test_newest_order_wins(void **state)
{
    (void)state;
    for (int32_t v = 1; v <= 5; v++)
        post(v, MIX_KEEP);
    assert_takes(5, MIX_KEEP);
    test_nothing_to_take(state);
}

static void test_replaced_order_keeps_its_seek(void **state)
{
    (void)state;
    post(1, 4800);
    post(2, MIX_KEEP);
    assert_takes(2, 4800);
    post(3, MIX_KEEP);
    assert_takes(3, MIX_KEEP);
    post(4, 100);
    post(5, 200);
    assert_takes(5, 200);
}

static void test_same_seek_twice_is_two_seeks(void **state)
{
    (void)state;
    post(1, 0);
    assert_takes(1, 0);
    post(2, 0);
    assert_takes(2, 0);
}

static void test_taken_order_stays_while_others_are_posted(void **state)
{
    (void)state;
    const MixOrder *order = NULL;
    int64_t seek = 0;
    post(1, MIX_KEEP);
    assert_true(order_take(&box, &order, &seek));
    post(2, MIX_KEEP);
    post(3, MIX_KEEP);
    assert_int_equal(order->levels.volume, 1);
    assert_takes(3, MIX_KEEP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_nothing_to_take, empty_box),
        cmocka_unit_test_setup(test_takes_once, empty_box),
        cmocka_unit_test_setup(test_newest_order_wins, empty_box),
        cmocka_unit_test_setup(test_replaced_order_keeps_its_seek, empty_box),
        cmocka_unit_test_setup(test_same_seek_twice_is_two_seeks, empty_box),
        cmocka_unit_test_setup(test_taken_order_stays_while_others_are_posted, empty_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
