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
    const LinesChange *changes;
    int32_t count;
    char *out;
    size_t size;
} Writer;

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
    return lines_find(writer->lines, &writer->lines->sections[0], change->key);
}

/* Whether the line says something for a key that is to go. All of them go, since the
 * second would count where the first has gone. */
static bool is_taken_out(const Writer *writer, int32_t line)
{
    const LinesSection *top = &writer->lines->sections[0];
    const LinesEntry *entry = writer->lines->entries + top->first;
    for (int32_t i = 0; i < top->count; i++, entry++)
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

/* The line behind which new entries stand: the last entry before any section, else
 * whatever there is before the first section. */
static int32_t last_line(const Lines *lines)
{
    const LinesSection *top = &lines->sections[0];
    if (top->count > 0)
        return lines->entries[top->count - 1].line;
    return lines->section_count > 1 ? lines->sections[1].line - 1 : lines->raw_count;
}

static const char *line_end(const Lines *lines)
{
    const LinesRaw *first = &lines->raw[0];
    const char *end = first->bytes + first->size;
    return first->size > 1 && end[-1] == '\n' && end[-2] == '\r' ? "\r\n" : "\n";
}

static void put_new_entries(Writer *writer)
{
    const char *end = line_end(writer->lines);
    for (int32_t i = 0; i < writer->count; i++) {
        const LinesChange *change = &writer->changes[i];
        if (change->value == NULL || changed_entry(writer, change) != NULL)
            continue;
        if (writer->out[writer->size - 1] != '\n')
            put_text(writer, end);
        put_text(writer, change->key);
        put_text(writer, " = ");
        put_text(writer, change->value);
        put_text(writer, end);
    }
}

/* As large as the text can become. */
static size_t room_for(const Lines *lines, const LinesChange *changes, int32_t count)
{
    size_t room = 1;
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

char *lines_rewrite(const Lines *lines, const LinesChange *changes, int32_t count,
                    size_t *size)
{
    assert(!lines->is_damaged);
    Writer writer = { .lines = lines, .changes = changes, .count = count };
    writer.out = malloc(room_for(lines, changes, count));
    if (writer.out == NULL)
        return NULL;

    const int32_t last = last_line(lines);
    for (int32_t line = 1; line <= lines->raw_count; line++) {
        put_line(&writer, line);
        if (line == last)
            put_new_entries(&writer);
    }
    *size = writer.size;
    return writer.out;
}
