/* SPDX-License-Identifier: MIT */
#include "store/own_patterns.h"

#include "core/pattern.h"
#include "core/practice.h"
#include "store/lines_file.h"
#include "store/names.h"
#include "store/values.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SUFFIX_MAX = 4, CHANGES_MAX = 5 };

static const char *const required[] = { "name", "numbers", NULL };
static const char own_source[] = "your own";
static const char first_line[] = "leeway patterns 1\n";

/* --- the list --- */

bool own_patterns_is_own(const NamedPattern *named)
{
    return named->section[0] != '\0';
}

int32_t own_patterns_count(const Patterns *patterns)
{
    int32_t count = 0;
    for (int32_t i = 0; i < patterns->count; i++)
        count += own_patterns_is_own(&patterns->items[i]);
    return count;
}

const NamedPattern *own_patterns_find(const Patterns *patterns, const char *section)
{
    assert(section[0] != '\0');
    for (int32_t i = 0; i < patterns->count; i++)
        if (strcmp(patterns->items[i].section, section) == 0)
            return &patterns->items[i];
    return NULL;
}

bool own_patterns_has_room(const Patterns *patterns)
{
    return own_patterns_count(patterns) < OWN_PATTERNS_MAX &&
           patterns->count < PATTERNS_MAX;
}

void own_patterns_put(Patterns *patterns, const NamedPattern *named)
{
    assert(own_patterns_is_own(named));
    const NamedPattern *there = own_patterns_find(patterns, named->section);
    const int64_t at = there != NULL ? there - patterns->items : patterns->count;
    assert(there != NULL || own_patterns_has_room(patterns));
    patterns->items[at] = *named;
    patterns->count += there == NULL;
}

void own_patterns_remove(Patterns *patterns, const char *section)
{
    const NamedPattern *there = own_patterns_find(patterns, section);
    if (there == NULL)
        return;
    const int64_t at = there - patterns->items;
    patterns->count--;
    memmove(&patterns->items[at], &patterns->items[at + 1],
            (size_t)(patterns->count - at) * sizeof patterns->items[0]);
}

/* --- names --- */

/* Without a letter it would be taken for numbers. */
static void base_of(const char *name, char out[PATTERNS_ID_MAX])
{
    names_from_words(name, "pattern", out, PATTERNS_ID_MAX);
}

static bool is_taken(const Patterns *patterns, const Lines *lines, const char *id)
{
    for (int32_t i = 0; i < patterns->count; i++)
        if (strcmp(patterns->items[i].id, id) == 0 ||
            strcmp(patterns->items[i].section, id) == 0)
            return true;
    return lines != NULL && lines_section(lines, id) != NULL;
}

/* The base, or as much of it as there is room for with -2, -3 … behind. There are fewer
 * patterns and sections than numbers. */
static void free_id(const Patterns *patterns, const Lines *lines, const char *base,
                    char out[PATTERNS_ID_MAX])
{
    snprintf(out, PATTERNS_ID_MAX, "%s", base);
    for (unsigned n = 2; is_taken(patterns, lines, out); n++)
        snprintf(out, PATTERNS_ID_MAX, "%.*s-%u", PATTERNS_ID_MAX - 1 - SUFFIX_MAX, base,
                 n % 1000);
}
_Static_assert(LINES_SECTIONS_MAX + 2 * PATTERNS_MAX < 999, "one of them is free");

/* --- reading --- */

static void read_one(Lines *lines, const LinesSection *section, Patterns *patterns)
{
    NamedPattern read = { 0 };
    char base[PATTERNS_ID_MAX];
    bool is_good = values_section_name(lines, section, read.section, sizeof read.section);
    is_good &= patterns_read_section(lines, section, required, &read);
    if (!is_good || own_patterns_find(patterns, read.section) != NULL)
        return;
    if (!own_patterns_has_room(patterns)) {
        lines_blame(lines, section->line, 1, "there are more than %d patterns",
                    OWN_PATTERNS_MAX);
        return;
    }
    base_of(read.section, base);
    free_id(patterns, NULL, base, read.id);
    if (read.source[0] == '\0')
        strcpy(read.source, own_source);
    patterns->items[patterns->count++] = read;
}

void own_patterns_read(Lines *lines, Patterns *patterns)
{
    if (lines->is_damaged)
        return;
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++)
        read_one(lines, &lines->sections[i], patterns);
}

bool own_patterns_load(const char *path, Patterns *patterns, Error *error)
{
    Lines *lines;
    if (!lines_file_read(path, &patterns_format, &lines, error))
        return false;
    if (lines == NULL)
        return true;
    own_patterns_read(lines, patterns);
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

/* --- writing --- */

/* A ramp that leads to other numbers than before, and cannot, is none: it starts where it
 * ends. */
static void mend_ramp(NamedPattern *named)
{
    const BreatheRequest request = { .pattern = named->pattern, .from = named->from };
    BreathPattern pattern, from;
    if (practice_breathe_pattern(&request, &pattern, &from) != NULL)
        named->from = named->pattern;
}

/* What the section is to say; the numbers are written into the rooms given. */
static int32_t list_changes(const NamedPattern *named, LinesChange changes[CHANGES_MAX],
                            char numbers[PATTERN_TEXT_MAX], char from[PATTERN_TEXT_MAX])
{
    int32_t count = 0;
    changes[count++] = (LinesChange){ "name", named->name };
    changes[count++] = (LinesChange){ "numbers", pattern_text(&named->pattern, numbers) };
    if (breath_cycle_ms(&named->from) > 0)
        changes[count++] = (LinesChange){ "from", pattern_text(&named->from, from) };
    if (named->says[0] != '\0')
        changes[count++] = (LinesChange){ "says", named->says };
    if (named->source[0] != '\0' && strcmp(named->source, own_source) != 0)
        changes[count++] = (LinesChange){ "source", named->source };
    return count;
}

bool own_patterns_keep(const char *path, const Patterns *patterns, NamedPattern *named,
                       Error *error)
{
    bool is_damaged = false;
    char base[PATTERNS_ID_MAX], numbers[PATTERN_TEXT_MAX], from[PATTERN_TEXT_MAX];
    Lines *lines = lines_file_open(path, &patterns_format, &is_damaged, error);
    if (!own_patterns_is_own(named)) {
        base_of(named->name, base);
        free_id(patterns, lines, base, named->section);
        strcpy(named->id, named->section);
    }
    if (named->source[0] == '\0')
        strcpy(named->source, own_source);
    mend_ramp(named);
    if (lines == NULL)
        return false;
    LinesChange changes[CHANGES_MAX];
    const int32_t count = list_changes(named, changes, numbers, from);
    size_t size = 0;
    char *text = lines_rewrite_section(lines, named->section, changes, count, &size);
    const bool is_kept = lines_file_write(path, text, size, is_damaged, error);
    lines_close(lines);
    return is_kept;
}

bool own_patterns_erase(const char *path, const char *section, Error *error)
{
    bool is_damaged = false;
    Lines *lines = lines_file_open(path, &patterns_format, &is_damaged, error);
    if (lines == NULL)
        return false;
    bool is_gone = true;
    if (!is_damaged && lines_section(lines, section) != NULL) {
        size_t size = 0;
        char *text = lines_without_section(lines, section, &size);
        is_gone = lines_file_write(path, text, size, false, error);
    }
    lines_close(lines);
    return is_gone;
}

/* --- handed on --- */

const char *own_patterns_text(const NamedPattern *named,
                              char out[OWN_PATTERNS_SHARED_MAX])
{
    char base[PATTERNS_ID_MAX], numbers[PATTERN_TEXT_MAX];
    base_of(named->name, base);
    snprintf(out, OWN_PATTERNS_SHARED_MAX, "%s\n[%s]\nname = %s\nnumbers = %s\n",
             first_line, own_patterns_is_own(named) ? named->section : base, named->name,
             pattern_text(&named->pattern, numbers));
    return out;
}
_Static_assert(sizeof first_line + PATTERNS_ID_MAX + PATTERNS_NAME_MAX +
                       PATTERN_TEXT_MAX + 32 <
                   OWN_PATTERNS_SHARED_MAX,
               "it always fits");

bool own_patterns_shared(const char *text, NamedPattern *named)
{
    Lines *lines =
        lines_open("what was pasted", text, strlen(text), &patterns_format, NULL);
    if (lines == NULL)
        return false;
    bool is_found = false;
    for (int32_t i = 1; i < lines->section_count && !is_found && !lines->is_damaged;
         i++) {
        NamedPattern read = { 0 };
        is_found = patterns_read_section(lines, &lines->sections[i], required, &read);
        if (is_found)
            *named = read;
    }
    lines_close(lines);
    return is_found;
}
