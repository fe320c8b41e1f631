/* SPDX-License-Identifier: MIT */
#include "store/patterns.h"
#include "core/practice.h"
#include "store/values.h"

#include <stddef.h>
#include <strings.h>

enum { KEY_NAME, KEY_NUMBERS, KEY_FROM, KEY_SOURCE, KEY_SAYS, KEY_COUNT };

static const char *const key_names[] = {
    [KEY_NAME] = "name",     [KEY_NUMBERS] = "numbers", [KEY_FROM] = "from",
    [KEY_SOURCE] = "source", [KEY_SAYS] = "says",       [KEY_COUNT] = NULL,
};

static const char *const required[] = { "name", "numbers", "source", "says", NULL };

const LinesFormat patterns_format = {
    .kind = "patterns",
    .version = 1,
    .keys = key_names,
};

static bool read_from(Lines *lines, const LinesEntry *entry, NamedPattern *out)
{
    if (!values_pattern(lines, entry, &out->from))
        return false;
    const BreatheRequest request = { .pattern = out->pattern, .from = out->from };
    BreathPattern pattern, from;
    const char *problem = practice_breathe_pattern(&request, &pattern, &from);
    if (problem != NULL)
        lines_blame(lines, entry->line, entry->value_column, "%s", problem);
    return problem == NULL;
}

/* A text that may be left out. */
static bool read_text(Lines *lines, const LinesEntry *entry, char out[PATTERNS_TEXT_MAX])
{
    return entry == NULL || values_text(lines, entry, out, PATTERNS_TEXT_MAX);
}

bool patterns_read_section(Lines *lines, const LinesSection *section,
                           const char *const keys[], NamedPattern *out)
{
    if (!values_has_all(lines, section, keys))
        return false;
    const LinesEntry *entries[KEY_COUNT];
    for (int i = 0; i < KEY_COUNT; i++)
        entries[i] = lines_find(lines, section, key_names[i]);

    bool is_good = values_pattern(lines, entries[KEY_NUMBERS], &out->pattern);
    if (is_good && entries[KEY_FROM] != NULL)
        is_good = read_from(lines, entries[KEY_FROM], out);
    /* Each is read whatever became of the others: all problems are told at once. */
    is_good &= values_text(lines, entries[KEY_NAME], out->name, sizeof out->name);
    is_good &= read_text(lines, entries[KEY_SOURCE], out->source);
    is_good &= read_text(lines, entries[KEY_SAYS], out->says);
    return is_good;
}

void patterns_read(Lines *lines, Patterns *out)
{
    *out = (Patterns){ 0 };
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++) {
        const LinesSection *section = &lines->sections[i];
        NamedPattern read = { 0 };
        bool is_good = values_section_name(lines, section, read.id, sizeof read.id);
        is_good &= patterns_read_section(lines, section, required, &read);
        if (is_good && out->count < PATTERNS_MAX)
            out->items[out->count++] = read;
        else if (is_good)
            lines_blame(lines, section->line, 1, "there are more than %d patterns",
                        PATTERNS_MAX);
    }
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no pattern in this file");
}

bool patterns_load(const char *path, Patterns *out, Error *error)
{
    Lines *lines = lines_open_file(path, &patterns_format, error);
    if (lines == NULL)
        return false;
    Patterns read;
    patterns_read(lines, &read);
    const bool is_good = lines_is_good(lines, error);
    if (is_good)
        *out = read;
    lines_close(lines);
    return is_good;
}

const NamedPattern *patterns_find(const Patterns *patterns, const char *id_or_name)
{
    for (int32_t i = 0; i < patterns->count; i++) {
        const NamedPattern *pattern = &patterns->items[i];
        if (strcasecmp(pattern->id, id_or_name) == 0 ||
            strcasecmp(pattern->name, id_or_name) == 0)
            return pattern;
    }
    return NULL;
}
