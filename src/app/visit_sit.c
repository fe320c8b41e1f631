/* SPDX-License-Identifier: MIT */
/* Sitting while it lasts. */
#include "app/visit_parts.h"

void visit_begin_sit(Visit *visit, const SitRequest *request, int64_t now_us)
{
    visit->sit.begun = *request;
    visit->running = PRACTICE_SIT;
    (void)now_us;
}
