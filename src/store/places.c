/* SPDX-License-Identifier: MIT */
/* The places of the body: the first of the two files of routes.h. */
#include "store/names.h"
#include "store/nearest.h"
#include "store/routes.h"
#include "store/utf8.h"
#include "store/values.h"

#include <stdio.h>
#include <string.h>

enum { KEY_NAME, KEY_GROUPS, KEY_PARTS, KEY_SENSITIVE, KEY_COUNT };

static const char *const key_names[] = { [KEY_NAME] = "name",
                                         [KEY_GROUPS] = "groups",
                                         [KEY_PARTS] = "parts",
                                         [KEY_SENSITIVE] = "sensitive",
                                         [KEY_COUNT] = NULL };
static const char *const required[] = { "name", NULL };
static const char *const no_yes[] = { "no", "yes", NULL };

const LinesFormat places_format = {
    .kind = "places",
    .version = 1,
    .keys = key_names,
};

static int32_t column_of(const LinesEntry *entry, size_t at)
{
    return entry->value_column + utf8_count(entry->value, at);
}

static int32_t group_find(const Regions *regions, const char *name)
{
    for (int32_t g = 0; g < regions->group_count; g++)
        if (strcmp(regions->groups[g], name) == 0)
            return g;
    return -1;
}

static void add_group(Lines *lines, const LinesEntry *entry, const Name *name,
                      Regions *out)
{
    const int32_t column = column_of(entry, name->at);
    if (!values_is_name(name->text, REGION_ID_MAX) || name->more[0] != '\0')
        lines_blame(lines, entry->line, column,
                    "a group is named with at most %d small letters, digits and \"-\"",
                    REGION_ID_MAX - 1);
    else if (group_find(out, name->text) >= 0)
        lines_blame(lines, entry->line, column, "\"%s\" is in this line already",
                    name->text);
    else if (out->group_count == REGION_GROUPS_MAX)
        lines_blame(lines, entry->line, column, "there are more than %d groups",
                    REGION_GROUPS_MAX);
    else
        strcpy(out->groups[out->group_count++], name->text);
}

/* All groups are named once, before the first place. */
static void read_group_names(Lines *lines, Regions *out)
{
    const LinesSection *top = &lines->sections[0];
    for (int32_t i = 0; i < top->count; i++) {
        const LinesEntry *entry = &lines->entries[top->first + i];
        NamesCursor cursor = { .list = entry->value };
        Name name;
        if (strcmp(entry->key, key_names[KEY_GROUPS]) != 0)
            lines_blame(lines, entry->line, entry->key_column,
                        "this stands before the first \"[section]\" and belongs to none");
        else if (entry == lines_find(lines, top, entry->key))
            while (names_next(&cursor, &name))
                add_group(lines, entry, &name, out);
    }
}

static void blame_group(Lines *lines, const LinesEntry *entry, const Name *name,
                        const Regions *regions)
{
    const char *known[REGION_GROUPS_MAX + 1] = { NULL };
    for (int32_t g = 0; g < regions->group_count; g++)
        known[g] = regions->groups[g];
    const char *nearest = nearest_word(name->text, known);
    const int32_t column = column_of(entry, name->at);
    if (nearest != NULL)
        lines_blame(lines, entry->line, column,
                    "there is no group \"%s\"; perhaps \"%s\" was meant", name->text,
                    nearest);
    else
        lines_blame(lines, entry->line, column,
                    "there is no group \"%s\" in the \"groups\" at the top", name->text);
}

static bool read_groups(Lines *lines, const LinesEntry *entry, const Regions *regions,
                        Region *out)
{
    NamesCursor cursor = { .list = entry->value };
    bool is_good = true;
    for (Name name; names_next(&cursor, &name);) {
        const int32_t group = name.more[0] == '\0' ? group_find(regions, name.text) : -1;
        if (group >= 0)
            out->groups |= UINT32_C(1) << group;
        else
            blame_group(lines, entry, &name, regions);
        is_good &= group >= 0;
    }
    return is_good;
}

static bool read_place(Lines *lines, const LinesSection *section, const Regions *regions,
                       Region *out)
{
    if (!values_has_all(lines, section, required))
        return false;
    const LinesEntry *groups = lines_find(lines, section, key_names[KEY_GROUPS]);
    const LinesEntry *sensitive = lines_find(lines, section, key_names[KEY_SENSITIVE]);
    int32_t is_sensitive = 0;
    bool is_good = values_text(lines, lines_find(lines, section, key_names[KEY_NAME]),
                               out->name, sizeof out->name);
    if (groups != NULL)
        is_good &= read_groups(lines, groups, regions, out);
    if (sensitive != NULL)
        is_good &= values_choice(lines, sensitive, no_yes, &is_sensitive);
    out->is_sensitive = is_sensitive == 1;
    return is_good;
}

static void read_part(Lines *lines, const LinesEntry *entry, const Name *name,
                      const Regions *regions, Region *out)
{
    const int32_t part = name->more[0] == '\0' ? region_find(regions, name->text) : -1;
    if (part < 0)
        lines_blame(lines, entry->line, column_of(entry, name->at),
                    "there is no place \"%s\" in this file", name->text);
    else if (&regions->items[part] == out)
        lines_blame(lines, entry->line, column_of(entry, name->at),
                    "a place is no part of itself");
    else
        region_set_add(&out->parts, part);
}

/* Parts of parts are parts, however deep. */
static void deepen_parts(Regions *regions)
{
    for (int32_t between = 0; between < regions->count; between++)
        for (int32_t i = 0; i < regions->count; i++) {
            Region *region = &regions->items[i];
            if (region_set_has(&region->parts, between))
                region_set_join(&region->parts, &regions->items[between].parts);
        }
}

/* Once all places are there: a part may stand before or behind what it is of. */
static void read_parts(Lines *lines, Regions *regions)
{
    for (int32_t i = 1; i < lines->section_count; i++) {
        const LinesSection *section = &lines->sections[i];
        const LinesEntry *entry = lines_find(lines, section, key_names[KEY_PARTS]);
        const int32_t region = region_find(regions, section->name);
        NamesCursor cursor = { .list = entry != NULL ? entry->value : "" };
        for (Name name; region >= 0 && names_next(&cursor, &name);)
            read_part(lines, entry, &name, regions, &regions->items[region]);
    }
    deepen_parts(regions);
}

/* The cues "scan.NAME.1" and so on. Where a later wording is missing, the first stands
 * for it; without the first, what is missing is told at `line`. */
static bool find_wordings(Lines *lines, int32_t line, const CueBook *book,
                          const char *name, int32_t cues[REGION_WORDINGS])
{
    for (int i = 0; i < REGION_WORDINGS; i++) {
        char id[CUES_ID_MAX + 16];
        snprintf(id, sizeof id, "scan.%s.%d", name, i + 1);
        const int32_t found = cues_find(book, id);
        cues[i] = found == PLAN_NO_CUE && i > 0 ? cues[0] : found;
    }
    if (cues[0] == PLAN_NO_CUE)
        lines_blame(lines, line, 1, "the cues have no \"scan.%s.1\" yet", name);
    return cues[0] != PLAN_NO_CUE;
}

static void find_lingers(const CueBook *book, Regions *out)
{
    for (int i = 0; i < REGION_LINGERS_MAX; i++) {
        char id[CUES_ID_MAX];
        snprintf(id, sizeof id, "scan.linger.%d", i + 1);
        const int32_t found = cues_find(book, id);
        if (found != PLAN_NO_CUE)
            out->lingers[out->linger_count++] = found;
    }
}

void places_read(Lines *lines, const CueBook *book, Regions *regions)
{
    *regions = (Regions){ 0 };
    read_group_names(lines, regions);
    for (int32_t i = 1; i < lines->section_count; i++) {
        const LinesSection *section = &lines->sections[i];
        Region read = { .groups = 0 };
        bool is_good = values_section_name(lines, section, read.id, sizeof read.id);
        is_good &= read_place(lines, section, regions, &read);
        if (is_good && regions->count == REGIONS_MAX)
            lines_blame(lines, section->line, 1, "there are more than %d places",
                        REGIONS_MAX);
        else if (is_good && find_wordings(lines, section->line, book, read.id, read.cues))
            regions->items[regions->count++] = read;
    }
    read_parts(lines, regions);
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no place in this file");
    find_wordings(lines, 1, book, "arrive", regions->arrive);
    find_wordings(lines, 1, book, "whole", regions->whole);
    find_wordings(lines, 1, book, "leave", regions->leave);
    find_lingers(book, regions);
}
