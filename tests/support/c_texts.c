/* SPDX-License-Identifier: MIT */
#include "support/c_texts.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

typedef struct Scan {
    const char *at;
    int32_t line;
    char text[C_TEXT_MAX];
    size_t used;
    bool is_wrong;
} Scan;

static char take(Scan *scan)
{
    if (*scan->at == '\n')
        scan->line++;
    return *scan->at != '\0' ? *scan->at++ : '\0';
}

static bool is_at(const Scan *scan, const char *word)
{
    return strncmp(scan->at, word, strlen(word)) == 0;
}

static void pass_to(Scan *scan, const char *end)
{
    while (*scan->at != '\0' && !is_at(scan, end))
        take(scan);
    for (size_t i = 0; i < strlen(end) && *scan->at != '\0'; i++)
        take(scan);
}

/* A comment, or white space, or the end of a line of a macro. */
static bool pass_gap(Scan *scan)
{
    if (is_at(scan, "/*"))
        pass_to(scan, "*/");
    else if (is_at(scan, "//"))
        pass_to(scan, "\n");
    else if (isspace((unsigned char)*scan->at) || is_at(scan, "\\\n"))
        take(scan);
    else
        return false;
    return true;
}

static void pass_character(Scan *scan)
{
    take(scan);
    while (*scan->at != '\0' && *scan->at != '\'') {
        if (*scan->at == '\\')
            take(scan);
        take(scan);
    }
    take(scan);
}

static void add(Scan *scan, char c)
{
    if (scan->used + 1 < sizeof scan->text)
        scan->text[scan->used++] = c;
    else
        scan->is_wrong = true;
}

/* A UTF-8 letter of a \u escape. */
static void add_letter(Scan *scan, long letter)
{
    if (letter >= 0x800) {
        add(scan, (char)(0xE0 | letter >> 12));
        add(scan, (char)(0x80 | (letter >> 6 & 0x3F)));
        add(scan, (char)(0x80 | (letter & 0x3F)));
    } else if (letter >= 0x80) {
        add(scan, (char)(0xC0 | letter >> 6));
        add(scan, (char)(0x80 | (letter & 0x3F)));
    } else {
        add(scan, (char)letter);
    }
}

static long number(Scan *scan, const char *digits, int most, int base)
{
    char copy[9] = "";
    const size_t length = strspn(scan->at, digits);
    const size_t used = length < (size_t)most ? length : (size_t)most;
    memcpy(copy, scan->at, used);
    scan->at += used;
    return strtol(copy, NULL, base);
}

#define HEX "0123456789abcdefABCDEF"

static void add_escape(Scan *scan)
{
    static const char from[] = "abfnrtv", to[] = "\a\b\f\n\r\t\v";
    if (strchr("01234567", *scan->at) != NULL) {
        add(scan, (char)number(scan, "01234567", 3, 8));
        return;
    }
    const char kind = take(scan);
    const char *plain = strchr(from, kind);
    if (kind == 'x')
        add(scan, (char)number(scan, HEX, 8, 16));
    else if (kind == 'u')
        add_letter(scan, number(scan, HEX, 4, 16));
    else if (plain != NULL && kind != '\0')
        add(scan, to[plain - from]);
    else if (kind != '\n')
        add(scan, kind);
}

static void add_literal(Scan *scan)
{
    take(scan);
    while (*scan->at != '\0' && *scan->at != '"') {
        const char c = take(scan);
        if (c == '\\')
            add_escape(scan);
        else
            add(scan, c);
    }
    scan->is_wrong = scan->is_wrong || *scan->at == '\0';
    take(scan);
}

/* One literal and all that follow it with nothing between. */
static void read_literal(Scan *scan)
{
    scan->used = 0;
    while (*scan->at == '"') {
        add_literal(scan);
        while (pass_gap(scan))
            ;
    }
    scan->text[scan->used] = '\0';
}

int32_t c_texts_read(const char *source, CTextReader *reader, void *context)
{
    static Scan scan;
    scan = (Scan){ .at = source, .line = 1 };
    int32_t count = 0;
    while (*scan.at != '\0' && !scan.is_wrong) {
        const int32_t line = scan.line;
        if (pass_gap(&scan))
            continue;
        if (*scan.at == '"') {
            read_literal(&scan);
            reader(context, scan.text, line);
            count++;
        } else if (*scan.at == '\'') {
            pass_character(&scan);
        } else if (is_at(&scan, "#include")) {
            pass_to(&scan, "\n");
        } else {
            take(&scan);
        }
    }
    return scan.is_wrong ? -1 : count;
}
