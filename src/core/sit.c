/* SPDX-License-Identifier: MIT */
#include "core/sit.h"

SitRequest sit_default(void)
{
    return (SitRequest){ .length_ms = SIT_LENGTH_DEFAULT_MS,
                         .lead_in_ms = PLAN_SETTLE_MS };
}

const char *sit_lay_out(const SitRequest *request, Plan *plan)
{
    (void)request, (void)plan;
    return "there is no sit yet";
}
