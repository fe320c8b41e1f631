/* SPDX-License-Identifier: MIT */
#include "core/deck.h"

#include <assert.h>

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

int32_t deck_pick(int64_t day, int32_t presses, int32_t count)
{
    assert(count > 0);
    assert(presses >= 0);

    const int64_t day_of_round = (day % count + count) % count;
    return (int32_t)((day_of_round * day_stride(count) + presses) % count);
}
