/* SPDX-License-Identifier: MIT */
#include "store/pages.h"

#include "store/utf8.h"
#include "store/values.h"

#include <stdlib.h>
#include <string.h>

static const char *const key_names[] = { "page", "title", "text", NULL };
static const char *const required[] = { "page", "text", NULL };
const char *const pages_names[PAGE_COUNT + 1] = {
    [PAGE_PEOPLE_FIRST] = "people-first",
    [PAGE_PEOPLE] = "people",
    [PAGE_ABOUT] = "about",
};

const LinesFormat pages_format = {
    .kind = "pages",
    .version = 1,
    .keys = key_names,
};

static bool read_text(Lines *lines, const LinesEntry *entry, char out[PAGES_TEXT_MAX])
{
    const int32_t letters = utf8_count(entry->value, strlen(entry->value));
    if (letters > PAGES_LETTERS_MAX) {
        lines_blame(lines, entry->line, entry->value_column,
                    "this text has %d letters; there is room for %d, and for the rest in "
                    "a section of its own",
                    letters, PAGES_LETTERS_MAX);
        return false;
    }
    return values_text(lines, entry, out, PAGES_TEXT_MAX);
}

static bool read_section(Lines *lines, const LinesSection *section, PageText *out)
{
    char unused[LINES_SENTENCE_MAX];
    int32_t page = 0;
    if (!values_has_all(lines, section, required))
        return false;
    const LinesEntry *title = lines_find(lines, section, "title");
    bool is_good = values_section_name(lines, section, unused, sizeof unused);
    is_good &=
        values_choice(lines, lines_find(lines, section, "page"), pages_names, &page);
    is_good &= read_text(lines, lines_find(lines, section, "text"), out->text);
    if (title != NULL)
        is_good &= read_text(lines, title, out->title);
    out->page = (PageId)page;
    return is_good;
}

static int32_t count_of(const Pages *pages, PageId page)
{
    int32_t count = 0;
    for (int32_t i = 0; i < pages->count; i++)
        count += pages->items[i].page == page;
    return count;
}

void pages_read(Lines *lines, Pages *out)
{
    *out = (Pages){ 0 };
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++) {
        PageText read = { .title = "" };
        if (!read_section(lines, &lines->sections[i], &read))
            continue;
        if (out->count < PAGES_MAX && count_of(out, read.page) < PAGES_ON_ONE_MAX)
            out->items[out->count++] = read;
        else
            lines_blame(lines, lines->sections[i].line, 1,
                        "there is no room for one more text on this page");
    }
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no text in this file");
}

bool pages_load(const char *path, Pages *out, Error *error)
{
    Lines *lines = lines_open_file(path, &pages_format, error);
    Pages *read = lines != NULL ? malloc(sizeof *read) : NULL;
    bool is_good = false;
    if (read != NULL) {
        pages_read(lines, read);
        is_good = lines_is_good(lines, error);
    } else if (lines != NULL) {
        error_set(error, "there is not enough memory to read %.300s", path);
    }
    if (is_good)
        *out = *read;
    free(read);
    lines_close(lines);
    return is_good;
}
