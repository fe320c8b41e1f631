/* SPDX-License-Identifier: MIT */
#include "store/lines.h"
#include "store/lines_raw.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The changes, and the text that grows. */
typedef struct Writer {
    const Lines *lines;
    const LinesSection *section; /* that is changed; NULL: one that is not there yet */
    const LinesChange *changes;
    int32_t count;
    char *out;
    size_t size;
} Writer;

const LinesSection *lines_section(const Lines *lines, const char *name)
{
    for (int32_t i = 1; i < lines->section_count; i++)
        if (strcmp(lines->sections[i].name, name) == 0)
            return &lines->sections[i];
    return NULL;
}

static void put(Writer *writer, const char *bytes, size_t size)
{
    memcpy(writer->out + writer->size, bytes, size);
    writer->size += size;
}

static void put_text(Writer *writer, const char *text)
{
    put(writer, text, strlen(text));
}

/* The entry a change is for, or NULL when its key is not there yet. */
static const LinesEntry *changed_entry(const Writer *writer, const LinesChange *change)
{
    return writer->section != NULL
               ? lines_find(writer->lines, writer->section, change->key)
               : NULL;
}

/* Whether the line says something for a key that is to go. All of them go, since the
 * second would count where the first has gone. */
static bool is_taken_out(const Writer *writer, int32_t line)
{
    if (writer->section == NULL)
        return false;
    const LinesEntry *entry = writer->lines->entries + writer->section->first;
    for (int32_t i = 0; i < writer->section->count; i++, entry++)
        for (int32_t c = 0; entry->line == line && c < writer->count; c++)
            if (writer->changes[c].value == NULL &&
                strcmp(writer->changes[c].key, entry->key) == 0)
                return true;
    return false;
}

static const LinesChange *change_of_line(const Writer *writer, int32_t line)
{
    for (int32_t i = 0; i < writer->count; i++) {
        const LinesEntry *entry = changed_entry(writer, &writer->changes[i]);
        if (entry != NULL && entry->line == line)
            return &writer->changes[i];
    }
    return NULL;
}

/* A line with its value changed; what stands before and behind the value stays. */
static void put_line(Writer *writer, int32_t line)
{
    const LinesRaw *raw = &writer->lines->raw[line - 1];
    if (is_taken_out(writer, line))
        return;
    const LinesChange *change = change_of_line(writer, line);
    if (change == NULL) {
        put(writer, raw->bytes, raw->size);
        return;
    }
    const size_t after = raw->value_at + raw->value_size;
    put(writer, raw->bytes, raw->value_at);
    if (raw->value_size == 0)
        put_text(writer, " ");
    put_text(writer, change->value);
    put(writer, raw->bytes + after, raw->size - after);
}

/* The line behind which new entries of a section stand: its last entry; else its heading,
 * or whatever there is before the first one. */
static int32_t last_line(const Lines *lines, const LinesSection *section)
{
    if (section->count > 0)
        return lines->entries[section->first + section->count - 1].line;
    if (section > lines->sections)
        return section->line;
    return lines->section_count > 1 ? lines->sections[1].line - 1 : lines->raw_count;
}

static const char *line_end(const Lines *lines)
{
    const LinesRaw *first = &lines->raw[0];
    const char *end = first->bytes + first->size;
    return first->size > 1 && end[-1] == '\n' && end[-2] == '\r' ? "\r\n" : "\n";
}

static void end_line(Writer *writer)
{
    if (writer->size > 0 && writer->out[writer->size - 1] != '\n')
        put_text(writer, line_end(writer->lines));
}

static void put_new_entries(Writer *writer)
{
    for (int32_t i = 0; i < writer->count; i++) {
        const LinesChange *change = &writer->changes[i];
        if (change->value == NULL || changed_entry(writer, change) != NULL)
            continue;
        end_line(writer);
        put_text(writer, change->key);
        put_text(writer, " = ");
        put_text(writer, change->value);
        put_text(writer, line_end(writer->lines));
    }
}

static void put_new_section(Writer *writer, const char *name)
{
    end_line(writer);
    put_text(writer, line_end(writer->lines));
    put_text(writer, "[");
    put_text(writer, name);
    put_text(writer, "]");
    put_new_entries(writer);
}

/* As large as the text can become. */
static size_t room_for(const Lines *lines, const char *name, const LinesChange *changes,
                       int32_t count)
{
    size_t room = 1 + strlen(name) + strlen("\r\n\r\n[]\r\n");
    for (int32_t i = 0; i < lines->raw_count; i++)
        room += lines->raw[i].size;
    for (int32_t i = 0; i < count; i++) {
        if (changes[i].value == NULL)
            continue;
        assert(strpbrk(changes[i].value, "\r\n") == NULL);
        room += strlen(changes[i].key) + strlen(changes[i].value) + strlen(" = \r\n\r\n");
    }
    return room;
}

static char *rewrite(Writer writer, const char *name, size_t *size)
{
    const Lines *lines = writer.lines;
    assert(!lines->is_damaged);
    writer.out = malloc(room_for(lines, name, writer.changes, writer.count));
    if (writer.out == NULL)
        return NULL;

    const int32_t last = writer.section != NULL ? last_line(lines, writer.section) : 0;
    for (int32_t line = 1; line <= lines->raw_count; line++) {
        put_line(&writer, line);
        if (line == last)
            put_new_entries(&writer);
    }
    if (writer.section == NULL)
        put_new_section(&writer, name);
    *size = writer.size;
    return writer.out;
}

char *lines_rewrite(const Lines *lines, const LinesChange *changes, int32_t count,
                    size_t *size)
{
    const Writer writer = { lines, &lines->sections[0], changes, count, NULL, 0 };
    return rewrite(writer, "", size);
}

char *lines_rewrite_section(const Lines *lines, const char *name,
                            const LinesChange *changes, int32_t count, size_t *size)
{
    assert(name[0] != '\0' && strpbrk(name, "\r\n") == NULL);
    const Writer writer = { lines, lines_section(lines, name), changes, count, NULL, 0 };
    return rewrite(writer, name, size);
}

static bool is_empty(const LinesRaw *raw)
{
    for (size_t i = 0; i < raw->size; i++)
        if (memchr(" \t\r\n", raw->bytes[i], 4) == NULL)
            return false;
    return true;
}

char *lines_without_section(const Lines *lines, const char *name, size_t *size)
{
    assert(!lines->is_damaged);
    const LinesSection *section = lines_section(lines, name);
    int32_t first = lines->raw_count + 1, last = first;
    if (section != NULL) {
        first = section->line - is_empty(&lines->raw[section->line - 2]);
        last = last_line(lines, section);
    }
    Writer writer = { .lines = lines, .out = malloc(room_for(lines, "", NULL, 0)) };
    if (writer.out == NULL)
        return NULL;
    for (int32_t line = 1; line <= lines->raw_count; line++)
        if (line < first || line > last)
            put_line(&writer, line);
    *size = writer.size;
    return writer.out;
}
