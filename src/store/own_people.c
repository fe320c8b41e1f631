/* SPDX-License-Identifier: MIT */
#include "store/own_people.h"

#include "store/lines_file.h"
#include "store/values.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char *const key_names[] = { "name", "number", "when", NULL };
static const char *const required[] = { "name", "number", NULL };

const LinesFormat own_people_format = {
    .kind = "people",
    .version = 1,
    .keys = key_names,
};

/* --- the list --- */

const char *own_people_problem(const OwnPerson *person)
{
    if (person->number[strspn(person->number, " ")] == '\0')
        return "there is no number yet";
    if (person->name[strspn(person->name, " ")] == '\0')
        return "there is no name yet";
    return NULL;
}

const OwnPerson *own_people_find(const OwnPeople *people, const char *section)
{
    for (int32_t i = 0; i < people->count; i++)
        if (strcmp(people->items[i].section, section) == 0)
            return &people->items[i];
    return NULL;
}

void own_people_put(OwnPeople *people, const OwnPerson *person)
{
    const OwnPerson *there = own_people_find(people, person->section);
    const int64_t at = there != NULL ? there - people->items : people->count;
    assert(person->section[0] != '\0' && at < OWN_PEOPLE_MAX);
    people->items[at] = *person;
    people->count += there == NULL;
}

void own_people_remove(OwnPeople *people, const char *section)
{
    const OwnPerson *there = own_people_find(people, section);
    if (there == NULL)
        return;
    const int64_t at = there - people->items;
    people->count--;
    memmove(&people->items[at], &people->items[at + 1],
            (size_t)(people->count - at) * sizeof people->items[0]);
}

/* --- reading --- */

static void read_one(Lines *lines, const LinesSection *section, OwnPeople *out)
{
    OwnPerson read = { .section = "" };
    const LinesEntry *when = lines_find(lines, section, "when");
    bool is_good = values_section_name(lines, section, read.section, sizeof read.section);
    if (!values_has_all(lines, section, required))
        return;
    is_good &= values_text(lines, lines_find(lines, section, "name"), read.name,
                           sizeof read.name);
    is_good &= values_text(lines, lines_find(lines, section, "number"), read.number,
                           sizeof read.number);
    if (when != NULL)
        is_good &= values_text(lines, when, read.when, sizeof read.when);
    if (!is_good || own_people_find(out, read.section) != NULL)
        return;
    if (out->count == OWN_PEOPLE_MAX)
        lines_blame(lines, section->line, 1, "there is room for %d people",
                    OWN_PEOPLE_MAX);
    else
        out->items[out->count++] = read;
}

void own_people_read(Lines *lines, OwnPeople *out)
{
    *out = (OwnPeople){ 0 };
    if (lines->is_damaged)
        return;
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++)
        read_one(lines, &lines->sections[i], out);
}

bool own_people_load(const char *path, OwnPeople *out, Error *error)
{
    Lines *lines;
    *out = (OwnPeople){ 0 };
    if (!lines_file_read(path, &own_people_format, &lines, error))
        return false;
    if (lines == NULL)
        return true;
    own_people_read(lines, out);
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

/* --- writing --- */

/* "person", "person-2" …: what somebody is called is no name of a section. There are
 * fewer people and sections than numbers. */
static void free_section(const OwnPeople *people, const Lines *lines,
                         char out[OWN_PEOPLE_SECTION_MAX])
{
    strcpy(out, "person");
    for (unsigned n = 2; own_people_find(people, out) != NULL ||
                         (lines != NULL && lines_section(lines, out) != NULL);
         n++)
        snprintf(out, OWN_PEOPLE_SECTION_MAX, "person-%u", n % 1000);
}
_Static_assert(LINES_SECTIONS_MAX + OWN_PEOPLE_MAX < 999, "one of them is free");

bool own_people_keep(const char *path, const OwnPeople *people, OwnPerson *person,
                     Error *error)
{
    bool is_damaged = false;
    assert(own_people_problem(person) == NULL);
    Lines *lines = lines_file_open(path, &own_people_format, &is_damaged, error);
    if (person->section[0] == '\0')
        free_section(people, lines, person->section);
    if (lines == NULL)
        return false;
    const LinesChange changes[] = {
        { "name", person->name },
        { "number", person->number },
        { "when", person->when[0] != '\0' ? person->when : NULL },
    };
    size_t size = 0;
    char *text = lines_rewrite_section(lines, person->section, changes,
                                       sizeof changes / sizeof changes[0], &size);
    const bool is_kept = lines_file_write(path, text, size, is_damaged, error);
    lines_close(lines);
    return is_kept;
}

bool own_people_erase(const char *path, const char *section, Error *error)
{
    bool is_damaged = false;
    Lines *lines = lines_file_open(path, &own_people_format, &is_damaged, error);
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
