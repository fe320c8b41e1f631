/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "app/shown.h"

#include "store/utf8.h"

#include <stdio.h>
#include <string.h>

/* Kept free for the sentences at the end. */
enum { LINES_FREE = 64, TEXT_FREE = 16384, PIECE_MAX = 24 };

static void end_line(Shown *shown, size_t end)
{
    shown->text[end] = '\0';
    shown->lines[shown->count++] = shown->text + shown->line;
}

static void begin_line(Shown *shown, size_t at, int32_t letters)
{
    shown->line = at;
    shown->letters = letters;
    shown->space = 0;
    shown->after_space = 0;
}

static void finish_line(Shown *shown)
{
    end_line(shown, shown->used++);
    begin_line(shown, shown->used, 0);
}

/* A line that is too long ends at its last space, unless that would leave half of it. */
static void break_line(Shown *shown)
{
    if (shown->space == 0 || shown->after_space > SHOWN_LETTERS_MAX / 2) {
        finish_line(shown);
        return;
    }
    end_line(shown, shown->space);
    begin_line(shown, shown->space + 1, shown->after_space);
}

static void put(Shown *shown, const char *piece, size_t size, int32_t letters)
{
    if (shown->letters + letters > SHOWN_LETTERS_MAX)
        break_line(shown);
    memcpy(shown->text + shown->used, piece, size);
    shown->used += size;
    shown->letters += letters;
    shown->after_space += letters;
    if (size == 1 && piece[0] == ' ') {
        shown->space = shown->used - 1;
        shown->after_space = 0;
    }
}

/* What would not be seen, or would turn round what is: controls, marks of direction and
 * of no width, and what is no letter at all, of no bytes. */
static bool is_unseen(const char *letter, size_t length)
{
    static const struct {
        uint32_t first, last;
    } unseen[] = {
        { 0x00, 0x1F },         { 0x7F, 0x7F },         { 0xC280, 0xC29F },
        { 0xE2808B, 0xE2808F }, { 0xE280A8, 0xE280AE }, { 0xE281A0, 0xE281AF },
        { 0xEFBBBF, 0xEFBBBF },
    };
    uint32_t bytes = 0;
    for (size_t i = 0; i < length; i++)
        bytes = bytes << 8 | (unsigned char)letter[i];
    for (size_t i = 0; i < sizeof unseen / sizeof unseen[0]; i++)
        if (bytes >= unseen[i].first && bytes <= unseen[i].last)
            return true;
    return false;
}

/* Returns how many bytes the letter took. */
static size_t put_letter(Shown *shown, const char *bytes, size_t size)
{
    const size_t length = utf8_letter(bytes, size);
    const size_t taken = length > 0 ? length : 1;
    if (bytes[0] == '\t') {
        put(shown, " ", 1, 1);
    } else if (!is_unseen(bytes, length)) {
        put(shown, bytes, length, 1);
    } else {
        char piece[PIECE_MAX] = "";
        for (size_t i = 0; i < taken; i++)
            sprintf(piece + strlen(piece), "\\x%02X", (unsigned char)bytes[i]);
        put(shown, piece, strlen(piece), (int32_t)strlen(piece));
    }
    return taken;
}

static size_t line_end(const char *bytes, size_t size)
{
    if (bytes[0] == '\n')
        return 1;
    return size > 1 && bytes[0] == '\r' && bytes[1] == '\n' ? 2 : 0;
}

static bool has_room(const Shown *shown)
{
    return shown->count < SHOWN_LINES_MAX - LINES_FREE &&
           shown->used < SHOWN_TEXT_MAX - TEXT_FREE;
}

void shown_add(Shown *shown, const char *bytes, size_t size)
{
    size_t at = 0;
    begin_line(shown, shown->used, 0);
    while (at < size && has_room(shown)) {
        const size_t end = line_end(bytes + at, size - at);
        if (end > 0)
            finish_line(shown);
        at += end > 0 ? end : put_letter(shown, bytes + at, size - at);
    }
    if (shown->used > shown->line)
        finish_line(shown);
    shown->is_full |= at < size;
}

void shown_say(Shown *shown, const char *sentence)
{
    begin_line(shown, shown->used, 0);
    for (size_t at = 0, size = strlen(sentence); at < size;) {
        if (shown->count == SHOWN_LINES_MAX - 1 ||
            shown->used > SHOWN_TEXT_MAX - 2 * PIECE_MAX)
            break;
        at += put_letter(shown, sentence + at, size - at);
    }
    if (shown->count < SHOWN_LINES_MAX)
        finish_line(shown);
}

void shown_forget(Shown *shown)
{
    explicit_bzero(shown->text, shown->used);
    shown->count = 0;
    shown->used = shown->line = 0;
    shown->is_full = false;
}
