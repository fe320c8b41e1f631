/* SPDX-License-Identifier: MIT */
/* Any bytes as a table of helplines: told with line and column, or rows that are whole.
 */
#include "store/helplines.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_row(const Helpline *line)
{
    assert(countries_name(line->country) != NULL);
    assert(line->language_count <= HELPLINES_LANGUAGES_MAX);
    for (int32_t i = 0; i < line->language_count; i++)
        assert(languages_name(line->languages[i]) != NULL);
    assert(line->channel < HELPLINE_CHANNEL_COUNT);
    assert(line->name[0] != '\0' && line->number[0] != '\0');
    assert(line->source[0] != '\0' && line->checked_by[0] != '\0');
    assert(strlen(line->scope) < sizeof line->scope);
    assert(helpline_date_day(&line->date) >= -1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Helplines lines;
    char report[HELPLINES_REPORT_MAX];
    helplines_read((const char *)data, size, &lines);
    assert(lines.count >= 0 && lines.count <= HELPLINES_MAX);
    for (int32_t i = 0; i < lines.count; i++)
        check_row(&lines.items[i]);
    for (int32_t i = 0; i < lines.problem_count && i < HELPLINES_PROBLEMS_MAX; i++) {
        assert(lines.problems[i].line >= 1 && lines.problems[i].column >= 1);
        assert(strlen(helplines_report(&lines, "fuzz", i, report)) < sizeof report);
    }
    assert(helplines_old_count(&lines, 740000) <= lines.count);
    return 0;
}
