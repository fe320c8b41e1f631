/* SPDX-License-Identifier: MIT */
/* Any bytes as lines to start from: told with line and column, or whole strings. */
#include "store/starts.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Starts starts;
    char report[LINES_REPORT_MAX];
    Lines *lines = lines_open("fuzz", (const char *)data, size, &starts_format, NULL);
    assert(lines != NULL);
    starts_read(lines, &starts);
    assert(starts.count >= 0 && starts.count <= STARTS_MAX);
    for (int32_t i = 0; i < starts.count; i++) {
        assert(strlen(starts.items[i].name) > 0);
        assert(strlen(starts.items[i].text) < STARTS_TEXT_MAX);
    }
    for (int32_t i = 0; i < lines->problem_count && i < LINES_PROBLEMS_MAX; i++)
        assert(strlen(lines_report(lines, i, report)) < sizeof report);
    lines_close(lines);
    return 0;
}
