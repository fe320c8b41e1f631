/* SPDX-License-Identifier: MIT */
#include "store/marks.h"

#include "store/lines_file.h"
#include "store/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECTION "messages"
#define OWN "own."

enum { KEY_MAX = MESSAGES_ID_MAX + sizeof OWN };

static const char *const key_names[] = { NULL };
static const char *const mark_names[] = { "kept", "muted", NULL };

const LinesFormat marks_format = {
    .kind = "marks",
    .version = 1,
    .keys = key_names,
    .free_section = SECTION, /* a key for each message */
};

static const char *key_of(const Message *message, char out[KEY_MAX])
{
    snprintf(out, KEY_MAX, "%s%s", message->is_own ? OWN : "", message->id);
    return out;
}

static bool is_of_own(const char *key)
{
    return strncmp(key, OWN, strlen(OWN)) == 0;
}

/* No id has a '.' in it, so no message is taken for another. */
static void mark(Messages *messages, const char *key, MessageMark mark)
{
    const bool is_own = is_of_own(key);
    const char *id = key + (is_own ? strlen(OWN) : 0);
    for (int32_t i = 0; i < messages->count; i++)
        if (messages->items[i].is_own == is_own && strcmp(messages->items[i].id, id) == 0)
            messages->items[i].mark = mark;
}

static void read_entry(Lines *lines, const LinesSection *section, const LinesEntry *entry,
                       Messages *messages)
{
    const LinesEntry *first = lines_find(lines, section, entry->key);
    int32_t name = 0;
    if (first != entry)
        lines_blame(lines, entry->line, entry->key_column,
                    "\"%s\" is in line %d already, and that one counts", entry->key,
                    first->line);
    else if (values_choice(lines, entry, mark_names, &name))
        mark(messages, entry->key, (MessageMark)(name + MESSAGE_KEPT));
}
_Static_assert(MESSAGE_MARK_COUNT == MESSAGE_KEPT + 2, "mark_names has them all");

static void clear(Messages *messages)
{
    for (int32_t i = 0; i < messages->count; i++)
        messages->items[i].mark = MESSAGE_PLAIN;
}

void marks_read(Lines *lines, Messages *messages)
{
    clear(messages);
    const LinesSection *section = lines_section(lines, SECTION);
    if (lines->is_damaged || section == NULL)
        return;
    for (int32_t i = section->first; i < section->first + section->count; i++)
        read_entry(lines, section, &lines->entries[i], messages);
}

bool marks_load(const char *path, Messages *messages, Error *error)
{
    Lines *lines;
    if (!lines_file_read(path, &marks_format, &lines, error))
        return false;
    if (lines == NULL) {
        clear(messages);
        return true;
    }
    marks_read(lines, messages);
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

static bool has_entry(const Lines *lines, bool is_damaged, const char *key)
{
    const LinesSection *section = is_damaged ? NULL : lines_section(lines, SECTION);
    return section != NULL && lines_find(lines, section, key) != NULL;
}

bool marks_keep(const char *path, const Message *message, Error *error)
{
    bool is_damaged = false;
    char key[KEY_MAX];
    Lines *lines = lines_file_open(path, &marks_format, &is_damaged, error);
    if (lines == NULL)
        return false;
    const bool is_plain = message->mark == MESSAGE_PLAIN;
    const LinesChange change = { key_of(message, key),
                                 is_plain ? NULL
                                          : mark_names[message->mark - MESSAGE_KEPT] };
    bool is_kept = true;
    if (!is_plain || has_entry(lines, is_damaged, key)) {
        size_t size = 0;
        char *text = lines_rewrite_section(lines, SECTION, &change, 1, &size);
        is_kept = lines_file_write(path, text, size, is_damaged, error);
    }
    lines_close(lines);
    return is_kept;
}

static bool erase_own(const char *path, const Lines *lines, const LinesSection *section,
                      Error *error)
{
    LinesChange *changes = calloc((size_t)section->count + 1, sizeof *changes);
    int32_t count = 0;
    for (int32_t i = 0; changes != NULL && i < section->count; i++)
        if (is_of_own(lines->entries[section->first + i].key))
            changes[count++].key = lines->entries[section->first + i].key;
    size_t size = 0;
    char *text = changes == NULL
                     ? NULL
                     : lines_rewrite_section(lines, SECTION, changes, count, &size);
    free(changes);
    if (text != NULL && count == 0) {
        free(text);
        return true;
    }
    return lines_file_write(path, text, size, false, error);
}

bool marks_erase_own(const char *path, Error *error)
{
    Lines *lines;
    if (!lines_file_read(path, &marks_format, &lines, error))
        return false;
    if (lines == NULL)
        return true;
    const LinesSection *section =
        lines->is_damaged ? NULL : lines_section(lines, SECTION);
    const bool is_gone = section == NULL || erase_own(path, lines, section, error);
    lines_close(lines);
    return is_gone;
}
