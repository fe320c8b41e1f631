/* SPDX-License-Identifier: MIT */
/* lines.h -- the one small format of everything people may write by hand.
 *
 * Store is what outlives the program: files, where they are and what they hold. It knows
 * core and nothing else of Leeway, and it draws and plays nothing.
 *
 *     leeway settings 1          the first line: what the file is, and its version
 *     # a comment                a line of its own; '#' inside a value is only a letter
 *     volume = 40
 *     [section]                  groups the entries below it
 *
 * UTF-8. One reading finds everything that is wrong, with file, line and column (counted
 * in letters from 1). What the values mean is not decided here: see values.h. Survives
 * any bytes. One block of memory belongs to a Lines, and every string in it to that. */
#ifndef LEEWAY_STORE_LINES_H
#define LEEWAY_STORE_LINES_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LINES_FILE_MAX = 256 * 1024,         /* bytes */
    LINES_OPEN_MAX = LINES_FILE_MAX + 1, /* to read, so that a longer file is noticed */
    LINES_LINE_MAX = 4096,               /* bytes */
    LINES_COUNT_MAX = 8192,
    LINES_SECTIONS_MAX = 512,
    LINES_PROBLEMS_MAX = 64, /* more are counted, not kept */
    LINES_SENTENCE_MAX = 192,
    LINES_REPORT_MAX = 1024
};

/* What a reader expects. `keys` are all the keys it knows, with a NULL at the end; others
 * are told as problems and kept on rewriting. */
typedef struct LinesFormat {
    const char *kind;
    int32_t version;
    const char *const *keys;
    const char *free_section; /* in the section of this name keys are not looked at */
} LinesFormat;

typedef struct LinesEntry {
    const char *key;
    const char *value; /* without the spaces around it; may be empty */
    int32_t line;
    int32_t key_column;
    int32_t value_column;
} LinesEntry;

/* Entries first .. first + count - 1. Section 0 is what stands before any heading. */
typedef struct LinesSection {
    const char *name;
    int32_t line;
    int32_t first;
    int32_t count;
} LinesSection;

typedef struct LinesProblem {
    int32_t line;
    int32_t column;
    char sentence[LINES_SENTENCE_MAX];
} LinesProblem;

/* A file that was read. Look, but do not change; what begins with raw is not for callers.
 */
typedef struct Lines {
    const char *name;
    bool is_damaged; /* not this kind of file at all, or cut: nothing in it counts */
    int32_t entry_count;
    int32_t section_count;
    int32_t problem_count; /* may be more than are kept */
    LinesEntry *entries;
    LinesSection *sections;
    LinesProblem *problems; /* in the order of the file */
    struct LinesRaw *raw;   /* every line as it was */
    int32_t raw_count;
} Lines;

/* Reads `size` bytes. `name` is told in problems. Returns NULL only when there is no
 * memory; what is wrong with the text is in its problems. */
Lines *lines_open(const char *name, const char *bytes, size_t size,
                  const LinesFormat *format, Error *error);

/* The same for a file. NULL when it cannot be read or does not exist. */
Lines *lines_open_file(const char *path, const LinesFormat *format, Error *error);

void lines_close(Lines *lines);

/* The entry of a section that counts for a key (the first), or NULL. */
const LinesEntry *lines_find(const Lines *lines, const LinesSection *section,
                             const char *key);

/* Adds a problem at a line and column, told with the others. */
void lines_blame(Lines *lines, int32_t line, int32_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Writes a problem as people read it: "file:line:column: sentence", the line itself, and
 * a mark under the place. Control bytes are made visible. Returns `out`. */
const char *lines_report(const Lines *lines, int32_t problem, char out[LINES_REPORT_MAX]);

/* Whether nothing is wrong; else the first problem goes to *error, on one line, with how
 * many more there are. */
bool lines_is_good(const Lines *lines, Error *error);

/* A value to be written for a key of one section; NULL takes the key out. */
typedef struct LinesChange {
    const char *key;
    const char *value;
} LinesChange;

/* The text again with the changes in it, before the first section: everything else,
 * unknown keys and comments and broken lines too, stays byte for byte. Without changes it
 * is the text that was read. Asserts a Lines that is not damaged, and values of one line.
 * The caller frees it; NULL when there is no memory. */
char *lines_rewrite(const Lines *lines, const LinesChange *changes, int32_t count,
                    size_t *size);

/* The same for the first section of this name. One that is not there yet is put at the
 * end, behind an empty line. Asserts a name of one line that is not empty. */
char *lines_rewrite_section(const Lines *lines, const char *name,
                            const LinesChange *changes, int32_t count, size_t *size);

/* The text again without the first section of this name: its heading, all down to its
 * last entry, and the empty line above it. Comments below its entries stay, since they
 * may be about what follows. */
char *lines_without_section(const Lines *lines, const char *name, size_t *size);

/* The first section of this name, or NULL. */
const LinesSection *lines_section(const Lines *lines, const char *name);

#endif
