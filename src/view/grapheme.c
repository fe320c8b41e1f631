/* SPDX-License-Identifier: MIT */
#include "view/grapheme.h"

#include <assert.h>
#include <utf8proc.h>

/* The character at `at`, and its bytes; what is no UTF-8 is one byte, and a space. */
static int32_t character_at(const char *utf8, int32_t length, int32_t at,
                            utf8proc_int32_t *character)
{
    const utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)utf8 + at, length - at, character);
    if (bytes > 0)
        return (int32_t)bytes;
    *character = ' ';
    return 1;
}

static bool is_ascii(char byte)
{
    return ((unsigned char)byte & 0x80) == 0;
}

/* A place at or before `at` that is a border whatever lies further on: two plain letters
 * never join, and nothing joins a newline. */
static int32_t sure_border(const char *utf8, int32_t at)
{
    for (; at > 0; at--) {
        if (utf8[at - 1] == '\n')
            return at;
        if (is_ascii(utf8[at - 1]) && is_ascii(utf8[at]) && utf8[at - 1] != '\r')
            return at;
    }
    return 0;
}

static int32_t end_of_grapheme(const char *utf8, int32_t length, int32_t at)
{
    utf8proc_int32_t last, next, state = 0;
    at += character_at(utf8, length, at, &last);
    while (at < length) {
        const int32_t bytes = character_at(utf8, length, at, &next);
        if (utf8proc_grapheme_break_stateful(last, next, &state))
            break;
        last = next;
        at += bytes;
    }
    return at;
}

int32_t grapheme_next(const char *utf8, int32_t length, int32_t at)
{
    assert(at >= 0 && at <= length);
    if (at == length)
        return length;
    int32_t border = sure_border(utf8, at);
    while (border <= at)
        border = end_of_grapheme(utf8, length, border);
    return border;
}

int32_t grapheme_border(const char *utf8, int32_t length, int32_t at)
{
    assert(at >= 0 && at <= length);
    if (at == length)
        return length;
    int32_t border = sure_border(utf8, at);
    while (border < at)
        border = end_of_grapheme(utf8, length, border);
    return border;
}

int32_t grapheme_before(const char *utf8, int32_t length, int32_t at)
{
    assert(at >= 0 && at <= length);
    if (at == 0)
        return 0;
    int32_t before = sure_border(utf8, at - 1);
    for (int32_t border = before; border < at;
         border = end_of_grapheme(utf8, length, border))
        before = border;
    return before;
}

typedef enum Kind { KIND_SPACE, KIND_SIGN, KIND_WORD, KIND_LINE } Kind;

/* The kind of the grapheme that begins at `at`. */
static Kind kind_at(const char *utf8, int32_t length, int32_t at)
{
    utf8proc_int32_t character;
    character_at(utf8, length, at, &character);
    if (character == '\n')
        return KIND_LINE;
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return KIND_SPACE;
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return KIND_SIGN;
    default: return KIND_WORD;
    }
}

/* An apostrophe or the like within a word belongs to it. */
static bool is_inner(const char *utf8, int32_t length, int32_t at, int32_t next)
{
    utf8proc_int32_t character;
    character_at(utf8, length, at, &character);
    const bool joins = character == '\'' || character == 0x2019 || character == 0xB7 ||
                       character == 0x5F3 || character == 0x5F4;
    const int32_t before = grapheme_before(utf8, length, at);
    return joins && before < at && next < length &&
           kind_at(utf8, length, before) == KIND_WORD &&
           kind_at(utf8, length, next) == KIND_WORD;
}

static Kind kind_of(const char *utf8, int32_t length, int32_t at)
{
    const Kind kind = kind_at(utf8, length, at);
    const bool is_word =
        kind == KIND_SIGN && is_inner(utf8, length, at, grapheme_next(utf8, length, at));
    return is_word ? KIND_WORD : kind;
}

int32_t grapheme_word_next(const char *utf8, int32_t length, int32_t at)
{
    while (at < length && kind_of(utf8, length, at) != KIND_WORD)
        at = grapheme_next(utf8, length, at);
    while (at < length && kind_of(utf8, length, at) == KIND_WORD)
        at = grapheme_next(utf8, length, at);
    return at;
}

/* The beginning of the stretch of graphemes before `at` that are, or are not, of words.
 */
static int32_t before_all(const char *utf8, int32_t length, int32_t at, bool are_words)
{
    while (at > 0) {
        const int32_t before = grapheme_before(utf8, length, at);
        if ((kind_of(utf8, length, before) == KIND_WORD) != are_words)
            break;
        at = before;
    }
    return at;
}

int32_t grapheme_word_before(const char *utf8, int32_t length, int32_t at)
{
    return before_all(utf8, length, before_all(utf8, length, at, false), true);
}

GraphemeSpan grapheme_word_at(const char *utf8, int32_t length, int32_t at)
{
    GraphemeSpan span = { at, at };
    if (length == 0)
        return span;
    const bool is_behind = at == length || kind_of(utf8, length, at) == KIND_LINE;
    const int32_t inside = is_behind ? grapheme_before(utf8, length, at) : at;
    const Kind kind = kind_of(utf8, length, inside);
    if (kind == KIND_LINE)
        return span;
    while (span.end < length && kind_of(utf8, length, span.end) == kind)
        span.end = grapheme_next(utf8, length, span.end);
    while (span.start > 0) {
        const int32_t before = grapheme_before(utf8, length, span.start);
        if (kind_of(utf8, length, before) != kind)
            break;
        span.start = before;
    }
    return span;
}
