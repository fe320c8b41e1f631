/* SPDX-License-Identifier: MIT */
#include "store/messages.h"
#include "store/utf8.h"
#include "store/values.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char *const key_names[] = { "theme", "seed", "text", NULL };
static const char *const required[] = { "theme", "text", NULL };

const LinesFormat messages_format = {
    .kind = "messages",
    .version = 1,
    .keys = key_names,
};

const char *const messages_themes[MESSAGES_THEME_COUNT + 1] = {
    "",
    "it was protection",
    "then and now",
    "choice",
    "independence stays",
    "safe can mean predictable",
    "the body learned it",
    "needs are allowed",
    "very small steps",
    "worth without output",
    "both are true",
    "trust in portions",
    "the one who carries",
    "kindness to oneself",
    "being told",
    "noticing is enough",
};

static bool read_text(Lines *lines, const LinesEntry *entry, Message *out)
{
    const int32_t letters = utf8_count(entry->value, strlen(entry->value));
    if (letters > MESSAGES_LETTERS_MAX) {
        lines_blame(lines, entry->line, entry->value_column,
                    "this message has %d letters; %d are what a glance takes in", letters,
                    MESSAGES_LETTERS_MAX);
        return false;
    }
    return values_text(lines, entry, out->text, sizeof out->text);
}

bool messages_read_section(Lines *lines, const LinesSection *section,
                           const char *const keys[], Message *out)
{
    bool is_good = values_section_name(lines, section, out->id, sizeof out->id);
    if (!values_has_all(lines, section, keys))
        return false;
    const LinesEntry *seed = lines_find(lines, section, "seed");
    const LinesEntry *theme = lines_find(lines, section, "theme");
    if (theme != NULL)
        is_good &= values_int(lines, theme, 1, MESSAGES_THEME_COUNT, &out->theme);
    is_good &= read_text(lines, lines_find(lines, section, "text"), out);
    if (seed != NULL)
        is_good &= values_text(lines, seed, out->seed, sizeof out->seed);
    return is_good;
}

void messages_read(Lines *lines, Messages *out)
{
    out->count = out->gone_count = 0;
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++) {
        const LinesSection *section = &lines->sections[i];
        Message read = { .theme = 0 };
        const bool is_good = messages_read_section(lines, section, required, &read);
        if (is_good && out->count < MESSAGES_MAX)
            out->items[out->count++] = read;
        else if (is_good)
            lines_blame(lines, section->line, 1, "there are more than %d messages",
                        MESSAGES_MAX);
    }
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no message in this file");
}

/* Messages are many, so they wait on the heap and not on the stack. */
static bool install(Lines *lines, Messages *out, Error *error)
{
    Messages *read = malloc(sizeof *read);
    if (read == NULL) {
        error_set(error, "there is not enough memory to read %s", lines->name);
        return false;
    }
    messages_read(lines, read);
    const bool is_good = lines_is_good(lines, error);
    if (is_good)
        *out = *read;
    free(read);
    return is_good;
}

bool messages_load(const char *path, Messages *out, Error *error)
{
    Lines *lines = lines_open_file(path, &messages_format, error);
    const bool is_loaded = lines != NULL && install(lines, out, error);
    lines_close(lines);
    return is_loaded;
}
