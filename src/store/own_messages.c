/* SPDX-License-Identifier: MIT */
#include "store/own_messages.h"

#include "store/lines_file.h"
#include "store/names.h"
#include "store/values.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SUFFIX_MAX = 4, CHANGES_MAX = 3, THEME_TEXT_MAX = 16 };

static const char *const required[] = { "text", NULL };

/* --- what is passed by --- */

static int32_t gone_at(const Messages *messages, const char *id)
{
    for (int32_t i = 0; i < messages->gone_count; i++)
        if (strcmp(messages->gone[i], id) == 0)
            return i;
    return -1;
}

static void forget_gone(Messages *messages, int32_t at)
{
    if (at < 0)
        return;
    messages->gone_count--;
    memmove(messages->gone[at], messages->gone[at + 1],
            (size_t)(messages->gone_count - at) * sizeof messages->gone[0]);
}

/* --- the list --- */

int32_t own_messages_count(const Messages *messages)
{
    int32_t count = 0;
    for (int32_t i = 0; i < messages->count; i++)
        count += messages->items[i].is_own;
    return count;
}

bool own_messages_has_room(const Messages *messages)
{
    return own_messages_count(messages) < MESSAGES_OWN_MAX;
}

int32_t own_messages_find(const Messages *messages, const char *id)
{
    for (int32_t i = 0; i < messages->count; i++)
        if (messages->items[i].is_own && strcmp(messages->items[i].id, id) == 0)
            return i;
    return -1;
}

void own_messages_put(Messages *messages, const Message *message)
{
    const int32_t there = own_messages_find(messages, message->id);
    assert(message->is_own && message->id[0] != '\0');
    assert(there >= 0 || own_messages_has_room(messages));
    messages->items[there >= 0 ? there : messages->count++] = *message;
    forget_gone(messages, gone_at(messages, message->id));
}

void own_messages_remove(Messages *messages, const char *id)
{
    const int32_t there = own_messages_find(messages, id);
    if (there < 0)
        return;
    messages->count--;
    memmove(&messages->items[there], &messages->items[there + 1],
            (size_t)(messages->count - there) * sizeof messages->items[0]);
}

/* Where there is no room, the one that went first may come back. */
void own_messages_pass_by(Messages *messages, const char *id)
{
    own_messages_remove(messages, id);
    if (gone_at(messages, id) >= 0)
        return;
    if (messages->gone_count == MESSAGES_OWN_MAX)
        forget_gone(messages, 0);
    snprintf(messages->gone[messages->gone_count++], MESSAGES_ID_MAX, "%s", id);
}

/* --- reading --- */

static void read_one(Lines *lines, const LinesSection *section, Messages *messages)
{
    Message read = { .is_own = true };
    if (!messages_read_section(lines, section, required, &read) ||
        own_messages_find(messages, read.id) >= 0 || gone_at(messages, read.id) >= 0)
        return;
    if (own_messages_has_room(messages))
        own_messages_put(messages, &read);
    else
        lines_blame(lines, section->line, 1, "there are more than %d messages",
                    MESSAGES_OWN_MAX);
}

void own_messages_read(Lines *lines, Messages *messages)
{
    if (lines->is_damaged)
        return;
    values_no_top(lines);
    for (int32_t i = 1; i < lines->section_count; i++)
        read_one(lines, &lines->sections[i], messages);
}

bool own_messages_load(const char *path, Messages *messages, Error *error)
{
    Lines *lines;
    if (!lines_file_read(path, &messages_format, &lines, error))
        return false;
    if (lines == NULL)
        return true;
    own_messages_read(lines, messages);
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

/* --- writing --- */

static bool is_taken(const Messages *messages, const Lines *lines, const char *id)
{
    for (int32_t i = 0; i < messages->count; i++)
        if (strcmp(messages->items[i].id, id) == 0)
            return true;
    return lines != NULL && lines_section(lines, id) != NULL;
}

/* The first words, or as much of them as there is room for with -2, -3 … behind. */
static void give_id(const Messages *messages, const Lines *lines, Message *message)
{
    char base[MESSAGES_ID_MAX];
    names_from_words(message->text, "message", base, sizeof base);
    snprintf(message->id, sizeof message->id, "%s", base);
    for (unsigned n = 2; is_taken(messages, lines, message->id); n++)
        snprintf(message->id, sizeof message->id, "%.*s-%u",
                 MESSAGES_ID_MAX - 1 - SUFFIX_MAX, base, n % 1000);
}
_Static_assert(LINES_SECTIONS_MAX + MESSAGES_ALL_MAX < 999, "one of them is free");

static int32_t list_changes(const Message *message, LinesChange changes[CHANGES_MAX],
                            char theme[THEME_TEXT_MAX])
{
    int32_t count = 0;
    if (message->theme > 0) {
        snprintf(theme, THEME_TEXT_MAX, "%" PRId32, message->theme);
        changes[count++] = (LinesChange){ "theme", theme };
    }
    if (message->seed[0] != '\0')
        changes[count++] = (LinesChange){ "seed", message->seed };
    changes[count++] = (LinesChange){ "text", message->text };
    return count;
}

bool own_messages_keep(const char *path, const Messages *messages, Message *message,
                       Error *error)
{
    bool is_damaged = false;
    char theme[THEME_TEXT_MAX];
    LinesChange changes[CHANGES_MAX];
    Lines *lines = lines_file_open(path, &messages_format, &is_damaged, error);
    if (message->id[0] == '\0')
        give_id(messages, lines, message);
    if (lines == NULL)
        return false;
    const int32_t count = list_changes(message, changes, theme);
    size_t size = 0;
    char *text = lines_rewrite_section(lines, message->id, changes, count, &size);
    const bool is_kept = lines_file_write(path, text, size, is_damaged, error);
    lines_close(lines);
    return is_kept;
}

bool own_messages_erase(const char *path, const char *id, Error *error)
{
    bool is_damaged = false;
    Lines *lines = lines_file_open(path, &messages_format, &is_damaged, error);
    if (lines == NULL)
        return false;
    bool is_gone = true;
    if (!is_damaged && lines_section(lines, id) != NULL) {
        size_t size = 0;
        char *text = lines_without_section(lines, id, &size);
        is_gone = lines_file_write(path, text, size, false, error);
    }
    lines_close(lines);
    return is_gone;
}
