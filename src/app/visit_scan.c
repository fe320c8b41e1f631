/* SPDX-License-Identifier: MIT */
/* The body scan while it runs. */
#include "app/visit_parts.h"

void visit_begin_scan(Visit *visit, const ScanRequest *request, int64_t now_us)
{
    visit->scan.begun = *request;
    visit->running = PRACTICE_SCAN;
    (void)now_us;
}
