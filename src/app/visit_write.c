/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

void visit_write_open(Visit *visit, int64_t now_us)
{
    visit_reach_leave(visit, REACH_FROM_PRACTICE, now_us);
}
