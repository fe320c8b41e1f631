/* SPDX-License-Identifier: MIT */
#include "store/starts.h"

#include "store/values.h"

#include <stddef.h>

static const char *const key_names[] = { "name", "text", NULL };
static const char *const required[] = { "name", NULL };

const LinesFormat starts_format = {
    .kind = "starts",
    .version = 1,
    .keys = key_names,
};

static bool read_start(Lines *lines, const LinesSection *section, Start *out)
{
    const LinesEntry *text = lines_find(lines, section, "text");
    bool is_good = values_section_name(lines, section, out->id, sizeof out->id);
    if (!values_has_all(lines, section, required))
        return false;
    is_good &= values_text(lines, lines_find(lines, section, "name"), out->name,
                           sizeof out->name);
    if (text != NULL)
        is_good &= values_text(lines, text, out->text, sizeof out->text);
    return is_good;
}

void starts_read(Lines *lines, Starts *out)
{
    *out = (Starts){ 0 };
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++) {
        Start read = { .text = "" };
        const bool is_good = read_start(lines, &lines->sections[i], &read);
        if (is_good && out->count < STARTS_MAX)
            out->items[out->count++] = read;
        else if (is_good)
            lines_blame(lines, lines->sections[i].line, 1,
                        "there are more than %d lines to start from", STARTS_MAX);
    }
}

bool starts_load(const char *path, Starts *out, Error *error)
{
    Lines *lines = lines_open_file(path, &starts_format, error);
    Starts read = { 0 };
    if (lines != NULL)
        starts_read(lines, &read);
    const bool is_good = lines != NULL && lines_is_good(lines, error);
    if (is_good)
        *out = read;
    lines_close(lines);
    return is_good;
}
