/* SPDX-License-Identifier: MIT */
#include "store/lines.h"
#include "store/files.h"
#include "store/lines_raw.h"
#include "store/nearest.h"
#include "store/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As much of somebody's text as a sentence quotes, in bytes. */
enum { QUOTE_MAX = 40 };

/* A stretch of the text. */
typedef struct Span {
    const char *at;
    size_t size;
} Span;

/* One reading, and what is known at the line it has come to. */
typedef struct Reader {
    Lines *lines;
    const LinesFormat *format;
    char *strings;      /* where the next string goes */
    uint64_t seen_keys; /* of this section, one bit for each of format->keys */
    int32_t number;     /* of the line, from 1 */
    const char *start;  /* of the line */
} Reader;

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static Span trimmed(Span span)
{
    while (span.size > 0 && is_space(span.at[0])) {
        span.at++;
        span.size--;
    }
    while (span.size > 0 && is_space(span.at[span.size - 1]))
        span.size--;
    return span;
}

static int32_t column_of(const Reader *reader, const char *at)
{
    return utf8_count(reader->start, (size_t)(at - reader->start)) + 1;
}

static const char *keep_string(Reader *reader, Span span)
{
    char *string = reader->strings;
    memcpy(string, span.at, span.size);
    string[span.size] = '\0';
    reader->strings += span.size + 1;
    return string;
}

/* The next word of a span, which is shortened by it; empty at the end. */
static Span next_word(Span *rest)
{
    *rest = trimmed(*rest);
    Span word = { rest->at, 0 };
    while (word.size < rest->size && !is_space(rest->at[word.size]))
        word.size++;
    rest->at += word.size;
    rest->size -= word.size;
    return word;
}

static bool is_text(Span span, const char *text)
{
    return span.size == strlen(text) && memcmp(span.at, text, span.size) == 0;
}

/* Reads "leeway KIND VERSION". Returns whether what follows can be of the right kind. */
static bool read_header(Reader *reader, Span line)
{
    const LinesFormat *format = reader->format;
    char version[16];
    snprintf(version, sizeof version, "%d", format->version);

    Span rest = line;
    const Span word = next_word(&rest), kind = next_word(&rest);
    const Span number = next_word(&rest);
    const bool is_leeway = is_text(word, "leeway") && number.size > 0;
    if (is_leeway && is_text(kind, format->kind) && is_text(number, version) &&
        trimmed(rest).size == 0)
        return true;

    reader->lines->is_damaged = true;
    lines_blame(reader->lines, 1, 1, "the first line of such a file is \"leeway %s %s\"",
                format->kind, version);
    return !is_leeway;
}

static int32_t key_index(const LinesFormat *format, const char *key)
{
    int32_t i = 0;
    while (format->keys[i] != NULL && strcmp(format->keys[i], key) != 0)
        i++;
    return i;
}

static void blame_unknown_key(Reader *reader, const LinesEntry *entry)
{
    const char *nearest = nearest_word(entry->key, reader->format->keys);
    const int shown = utf8_cut(entry->key, QUOTE_MAX);
    if (nearest != NULL)
        lines_blame(reader->lines, entry->line, entry->key_column,
                    "there is no \"%.*s\"; perhaps \"%s\" was meant", shown, entry->key,
                    nearest);
    else
        lines_blame(reader->lines, entry->line, entry->key_column,
                    "there is no \"%.*s\" in this kind of file", shown, entry->key);
}

static void check_key(Reader *reader, const LinesSection *section,
                      const LinesEntry *entry)
{
    const char *free_section = reader->format->free_section;
    if (free_section != NULL && strcmp(section->name, free_section) == 0)
        return;
    const int32_t index = key_index(reader->format, entry->key);
    assert(index < 64);
    const uint64_t bit = UINT64_C(1) << index;
    if (reader->format->keys[index] == NULL)
        blame_unknown_key(reader, entry);
    else if ((reader->seen_keys & bit) != 0)
        lines_blame(reader->lines, entry->line, entry->key_column,
                    "\"%s\" is in line %d already, and that one counts", entry->key,
                    lines_find(reader->lines, section, entry->key)->line);
    else
        reader->seen_keys |= bit;
}

static void read_entry(Reader *reader, Span line, const char *equals)
{
    Lines *lines = reader->lines;
    const Span key = trimmed((Span){ line.at, (size_t)(equals - line.at) });
    const size_t after = (size_t)(line.at + line.size - (equals + 1));
    const Span value = trimmed((Span){ equals + 1, after });

    LinesRaw *raw = &lines->raw[reader->number - 1];
    raw->value_at = (size_t)(value.at - raw->bytes);
    raw->value_size = value.size;

    LinesSection *section = &lines->sections[lines->section_count - 1];
    LinesEntry *entry = &lines->entries[lines->entry_count++];
    section->count++;
    *entry = (LinesEntry){
        .key = keep_string(reader, key),
        .value = keep_string(reader, value),
        .line = reader->number,
        .key_column = column_of(reader, key.at),
        .value_column = column_of(reader, value.at),
    };
    check_key(reader, section, entry);
}

static void begin_section(Reader *reader, Span name)
{
    Lines *lines = reader->lines;
    lines->sections[lines->section_count++] = (LinesSection){
        .name = keep_string(reader, name),
        .line = reader->number,
        .first = lines->entry_count,
    };
    reader->seen_keys = 0;
}

static void blame_second_section(Reader *reader, int32_t column)
{
    const Lines *lines = reader->lines;
    const LinesSection *last = &lines->sections[lines->section_count - 1];
    for (const LinesSection *other = lines->sections + 1; other < last; other++)
        if (strcmp(other->name, last->name) == 0) {
            lines_blame(reader->lines, reader->number, column,
                        "this section begins in line %d already", other->line);
            return;
        }
}

/* A heading that is not well written begins a section all the same, so that what stands
 * below it is not taken for a part of the one before. */
static void read_section(Reader *reader, Span line)
{
    Lines *lines = reader->lines;
    const int32_t column = column_of(reader, line.at);
    if (lines->section_count == LINES_SECTIONS_MAX) {
        lines->is_damaged = true;
        lines_blame(lines, reader->number, column, "there are more than %d sections",
                    LINES_SECTIONS_MAX - 1);
        return;
    }
    const bool is_closed = line.at[line.size - 1] == ']';
    const Span inside = { line.at + 1, line.size - 1 - is_closed };
    begin_section(reader, trimmed(inside));
    if (!is_closed || trimmed(inside).size == 0)
        lines_blame(lines, reader->number, column, "a section is written \"[name]\"");
    else
        blame_second_section(reader, column);
}

/* What terminals take for an order: U+0000 to U+001F but tabs, U+007F to U+009F. */
static bool is_control(const char *letter, size_t length)
{
    const unsigned char c = (unsigned char)letter[0];
    return (c < 0x20 && c != '\t') || c == 0x7F ||
           (length == 2 && c == 0xC2 && (unsigned char)letter[1] < 0xA0);
}

/* Tells the first byte of a line that is no letter. Tabs are letters here. */
static bool is_clean(Reader *reader, Span line)
{
    for (size_t i = 0; i < line.size;) {
        const unsigned char c = (unsigned char)line.at[i];
        const size_t length = utf8_letter(line.at + i, line.size - i);
        if (length == 0 || is_control(line.at + i, length)) {
            lines_blame(reader->lines, reader->number, column_of(reader, line.at + i),
                        "the byte 0x%02X is no letter of UTF-8 text", c);
            return false;
        }
        i += length;
    }
    return true;
}

static void read_line(Reader *reader, Span line)
{
    line = trimmed(line);
    if (line.size == 0 || line.at[0] == '#')
        return;
    if (line.size > LINES_LINE_MAX) {
        lines_blame(reader->lines, reader->number, 1, "this line is longer than %d bytes",
                    LINES_LINE_MAX);
        return;
    }
    if (!is_clean(reader, line))
        return;

    const char *equals = memchr(line.at, '=', line.size);
    if (line.at[0] == '[')
        read_section(reader, line);
    else if (equals != NULL && equals > line.at)
        read_entry(reader, line, equals);
    else
        lines_blame(reader->lines, reader->number, column_of(reader, line.at),
                    "a line is \"key = value\", \"[section]\" or \"# comment\"");
}

/* Finds where the lines are. */
static void split(Lines *lines, const char *text, size_t size)
{
    const char *end = text + size;
    for (int32_t i = 0; i < lines->raw_count; i++) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *next = newline != NULL ? newline + 1 : end;
        lines->raw[i] = (LinesRaw){ .bytes = text, .size = (size_t)(next - text) };
        text = next;
    }
}

/* A line without its end, and the first one without a byte order mark. */
static Span line_at(const Lines *lines, int32_t index)
{
    static const char mark[] = "\xEF\xBB\xBF";
    Span line = { lines->raw[index].bytes, lines->raw[index].size };
    if (line.size > 0 && line.at[line.size - 1] == '\n')
        line.size--;
    if (index == 0 && line.size >= 3 && memcmp(line.at, mark, 3) == 0)
        line = (Span){ line.at + 3, line.size - 3 };
    return line;
}

static void read_lines(Reader *reader)
{
    Lines *lines = reader->lines;
    const Span first = lines->raw_count > 0 ? line_at(lines, 0) : (Span){ "", 0 };
    if (!read_header(reader, first))
        return;
    for (int32_t i = 1; i < lines->raw_count; i++) {
        const Span line = line_at(lines, i);
        reader->number = i + 1;
        reader->start = line.at;
        read_line(reader, line);
    }
}

static int32_t count_lines(const char *bytes, size_t size)
{
    int32_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += bytes[i] == '\n';
    return count + (size > 0 && bytes[size - 1] != '\n');
}

/* The one block of memory that belongs to a Lines. */
typedef struct Arena {
    char *at;
    char *end;
} Arena;

static void *take(Arena *arena, size_t count, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    const size_t bytes = (count * size + align - 1) / align * align;
    assert(bytes <= (size_t)(arena->end - arena->at));
    void *taken = arena->at;
    arena->at += bytes;
    return taken;
}

/* An empty Lines with room for a text of `size` bytes in `count` lines, kept twice: as it
 * was, and cut into strings, which need a byte more than the text when its last line has
 * no end. */
static Lines *make_room(const char *name, size_t size, int32_t count, Arena *strings)
{
    const size_t parts = 8, texts = 2 * size + 2 + strlen(name) + 1;
    const size_t room = sizeof(Lines) + texts + parts * _Alignof(max_align_t) +
                        (size_t)count * (sizeof(LinesEntry) + sizeof(LinesRaw)) +
                        LINES_SECTIONS_MAX * sizeof(LinesSection) +
                        LINES_PROBLEMS_MAX * sizeof(LinesProblem);
    char *block = calloc(1, room);
    if (block == NULL)
        return NULL;

    Arena arena = { block, block + room };
    Lines *lines = take(&arena, 1, sizeof *lines);
    lines->entries = take(&arena, (size_t)count, sizeof *lines->entries);
    lines->raw = take(&arena, (size_t)count, sizeof *lines->raw);
    lines->sections = take(&arena, LINES_SECTIONS_MAX, sizeof *lines->sections);
    lines->problems = take(&arena, LINES_PROBLEMS_MAX, sizeof *lines->problems);
    lines->name = strcpy(take(&arena, strlen(name) + 1, 1), name);
    *strings = arena;
    return lines;
}

/* Refuses what is too large to be written by hand, without looking into it. */
static const char *size_problem(const char *bytes, size_t size)
{
    if (size > LINES_FILE_MAX)
        return "this file is larger than 256 KiB";
    if (count_lines(bytes, size) > LINES_COUNT_MAX)
        return "this file has more than 8192 lines";
    return NULL;
}
_Static_assert(LINES_FILE_MAX == 256 * 1024 && LINES_COUNT_MAX == 8192, "as told above");

Lines *lines_open(const char *name, const char *bytes, size_t size,
                  const LinesFormat *format, Error *error)
{
    const char *problem = size_problem(bytes, size);
    if (problem != NULL)
        size = 0;
    const int32_t count = count_lines(bytes, size);

    Arena rest;
    Lines *lines = make_room(name, size, count, &rest);
    if (lines == NULL) {
        error_set(error, "there is not enough memory to read %s", name);
        return NULL;
    }
    lines->section_count = 1;
    lines->sections[0] = (LinesSection){ .name = "", .line = 1 };
    lines->raw_count = count;
    if (problem != NULL) {
        lines->is_damaged = true;
        lines_blame(lines, 1, 1, "%s", problem);
        return lines;
    }
    char *text = take(&rest, size, 1);
    if (size > 0)
        memcpy(text, bytes, size);
    split(lines, text, size);
    read_lines(&(Reader){ .lines = lines, .format = format, .strings = rest.at });
    return lines;
}

Lines *lines_open_file(const char *path, const LinesFormat *format, Error *error)
{
    FileText text;
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return NULL;
    if (text.bytes == NULL) {
        error_set(error, "%s does not exist", path);
        return NULL;
    }
    Lines *lines = lines_open(path, text.bytes, text.size, format, error);
    files_close(&text);
    return lines;
}

void lines_close(Lines *lines)
{
    free(lines);
}

const LinesEntry *lines_find(const Lines *lines, const LinesSection *section,
                             const char *key)
{
    const LinesEntry *entry = lines->entries + section->first;
    for (int32_t i = 0; i < section->count; i++, entry++)
        if (strcmp(entry->key, key) == 0)
            return entry;
    return NULL;
}
