/* SPDX-License-Identifier: MIT */
#include "store/values.h"
#include "core/pattern.h"
#include "store/nearest.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_TOLD_MAX = 120 };

static bool parse_whole(const char *text, int64_t *out)
{
    int64_t value = 0;
    const size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 9 || text[digits] != '\0')
        return false;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (text[i] - '0');
    *out = value;
    return true;
}

bool values_int(Lines *lines, const LinesEntry *entry, int32_t min, int32_t max,
                int32_t *out)
{
    int64_t value = 0;
    if (!parse_whole(entry->value, &value) || value < min || value > max) {
        lines_blame(lines, entry->line, entry->value_column,
                    "\"%s\" is a whole number from %d to %d", entry->key, min, max);
        return false;
    }
    *out = (int32_t)value;
    return true;
}

/* Writes "a, b or c", as many words as fit. */
static void tell_words(const char *const words[], char out[WORDS_TOLD_MAX])
{
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; words[i] != NULL && used < WORDS_TOLD_MAX; i++) {
        const char *link = i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ";
        const int wrote =
            snprintf(out + used, WORDS_TOLD_MAX - used, "%s%s", link, words[i]);
        used += wrote > 0 ? (size_t)wrote : 0;
    }
}

bool values_choice(Lines *lines, const LinesEntry *entry, const char *const words[],
                   int32_t *out)
{
    for (int32_t i = 0; words[i] != NULL; i++)
        if (strcmp(entry->value, words[i]) == 0) {
            *out = i;
            return true;
        }
    const char *nearest = nearest_word(entry->value, words);
    char all[WORDS_TOLD_MAX];
    tell_words(words, all);
    if (nearest != NULL)
        lines_blame(lines, entry->line, entry->value_column,
                    "\"%s\" is %s; perhaps \"%s\" was meant", entry->key, all, nearest);
    else
        lines_blame(lines, entry->line, entry->value_column, "\"%s\" is %s", entry->key,
                    all);
    return false;
}

bool values_switch(Lines *lines, const LinesEntry *entry, bool *out)
{
    static const char *const words[] = { "off", "on", NULL };
    int32_t index = 0;
    const bool is_read = values_choice(lines, entry, words, &index);
    if (is_read)
        *out = index == 1;
    return is_read;
}

bool values_pattern(Lines *lines, const LinesEntry *entry, BreathPattern *out)
{
    const char *problem = pattern_parse(entry->value, out);
    if (problem != NULL)
        lines_blame(lines, entry->line, entry->value_column, "%s", problem);
    return problem == NULL;
}

bool values_text(Lines *lines, const LinesEntry *entry, char *out, size_t size)
{
    const size_t length = strlen(entry->value);
    if (length == 0)
        lines_blame(lines, entry->line, entry->value_column, "\"%s\" has no text yet",
                    entry->key);
    else if (length >= size)
        lines_blame(lines, entry->line, entry->value_column,
                    "\"%s\" is longer than %zu bytes", entry->key, size - 1);
    else
        memcpy(out, entry->value, length + 1);
    return length > 0 && length < size;
}

bool values_is_name(const char *text, size_t size)
{
    const size_t length = strlen(text);
    return length > 0 && length < size &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

bool values_name(Lines *lines, const LinesEntry *entry, char *out, size_t size)
{
    if (!values_is_name(entry->value, size)) {
        lines_blame(lines, entry->line, entry->value_column,
                    "\"%s\" is a name of small letters, digits and \"-\"", entry->key);
        return false;
    }
    memcpy(out, entry->value, strlen(entry->value) + 1);
    return true;
}

bool values_has_all(Lines *lines, const LinesSection *section, const char *const keys[])
{
    bool has_all = true;
    for (int32_t i = 0; keys[i] != NULL; i++)
        if (lines_find(lines, section, keys[i]) == NULL) {
            lines_blame(lines, section->line, 1, "this section has no \"%s\" yet",
                        keys[i]);
            has_all = false;
        }
    return has_all;
}

bool values_section_name(Lines *lines, const LinesSection *section, char *out,
                         size_t size)
{
    if (!values_is_name(section->name, size)) {
        lines_blame(lines, section->line, 1,
                    "a section is named with at most %zu small letters, digits and \"-\"",
                    size - 1);
        return false;
    }
    memcpy(out, section->name, strlen(section->name) + 1);
    return true;
}

void values_no_top(Lines *lines)
{
    if (lines->sections[0].count == 0)
        return;
    const LinesEntry *entry = &lines->entries[lines->sections[0].first];
    lines_blame(lines, entry->line, entry->key_column,
                "this stands before the first \"[section]\" and belongs to none");
}
