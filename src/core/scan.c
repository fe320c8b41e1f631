/* SPDX-License-Identifier: MIT */
#include "core/scan.h"

#include <assert.h>

ScanRequest scan_default(const Regions *regions)
{
    return (ScanRequest){ .length_ms = SCAN_LENGTH_DEFAULT_MS,
                          .out = region_sensitive(regions),
                          .lead_in_ms = PLAN_SETTLE_MS };
}

const char *scan_lay_out(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request, Plan *plan)
{
    (void)regions, (void)cues, (void)request, (void)plan;
    return "there is no body scan yet";
}

ScanPreview scan_preview(const Regions *regions, const CueTable *cues,
                         const ScanRequest *request)
{
    (void)regions, (void)cues, (void)request;
    return (ScanPreview){ .count = 0 };
}
