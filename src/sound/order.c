/* SPDX-License-Identifier: MIT */
#include "sound/order.h"

#include <string.h>

enum { ORDER_NEW = 4, ORDER_SLOT = 3 };

void order_init(OrderBox *box)
{
    memset(box, 0, sizeof *box);
    atomic_init(&box->middle, 0);
    box->posting = 1;
    box->reading = 2;
}

void order_post(OrderBox *box, const MixOrder *order)
{
    if (order->seek_frames != MIX_KEEP) {
        box->seek_frames = order->seek_frames;
        box->seek_number++;
    }
    OrderSlot *slot = &box->slots[box->posting];
    slot->order = *order;
    slot->order.seek_frames = box->seek_frames;
    slot->seek_number = box->seek_number;
    box->posting = atomic_exchange(&box->middle, box->posting | ORDER_NEW) & ORDER_SLOT;
}

bool order_is_waiting(const OrderBox *box)
{
    return (atomic_load(&box->middle) & ORDER_NEW) != 0;
}

bool order_take(OrderBox *box, const MixOrder **order, int64_t *seek_frames)
{
    if (!order_is_waiting(box))
        return false;
    box->reading = atomic_exchange(&box->middle, box->reading) & ORDER_SLOT;
    const OrderSlot *slot = &box->slots[box->reading];
    *order = &slot->order;
    *seek_frames = slot->seek_number != box->sought ? slot->order.seek_frames : MIX_KEEP;
    box->sought = slot->seek_number;
    return true;
}
