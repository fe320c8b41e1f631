/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "view/text_bidi.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

/* The letters from right to left, and the signs that turn others. */
static bool turns(uint32_t character)
{
    static const struct {
        uint32_t first, last;
    } ROWS[] = {
        { 0x0590, 0x08FF },   { 0x200F, 0x200F },   { 0x202A, 0x202E },
        { 0x2066, 0x2069 },   { 0xFB1D, 0xFDFF },   { 0xFE70, 0xFEFC },
        { 0x10800, 0x10FFF }, { 0x1E800, 0x1EFFF },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (character >= ROWS[i].first && character <= ROWS[i].last)
            return true;
    return false;
}

bool text_may_turn(const char *utf8, int32_t length)
{
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character = 0;
        bytes = 1;
        if (((unsigned char)utf8[at] & 0x80) != 0)
            bytes = text_character(utf8 + at, length - at, &character);
        if (turns(character))
            return true;
    }
    return false;
}

TextBase text_base(const char *utf8, int32_t length)
{
    if (!text_may_turn(utf8, length))
        return TEXT_BASE_AUTO;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character;
        bytes = text_character(utf8 + at, length - at, &character);
        const FriBidiCharType type = fribidi_get_bidi_type(character);
        if (FRIBIDI_IS_LETTER(type))
            return FRIBIDI_IS_RTL(type) ? TEXT_BASE_RTL : TEXT_BASE_LTR;
    }
    return TEXT_BASE_LTR;
}

/* What fribidi works on, in one block. */
typedef struct Work {
    FriBidiChar *characters;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    int32_t count;
    size_t size;
} Work;

static bool make_work(Work *work, int32_t length)
{
    const size_t room = (size_t)length + 1;
    work->size = room * (sizeof *work->characters + sizeof *work->types +
                         sizeof *work->brackets + sizeof *work->levels);
    work->characters = malloc(work->size);
    if (work->characters == NULL)
        return false;
    work->types = (FriBidiCharType *)(work->characters + room);
    work->brackets = (FriBidiBracketType *)(work->types + room);
    work->levels = (FriBidiLevel *)(work->brackets + room);
    return true;
}

/* None of the letters stay behind. */
static void drop_work(Work *work)
{
    explicit_bzero(work->characters, work->size);
    free(work->characters);
}

static void read_characters(Work *work, const char *utf8, int32_t length)
{
    work->count = 0;
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character;
        bytes = text_character(utf8 + at, length - at, &character);
        work->characters[work->count++] = character;
    }
}

static void spread_levels(const Work *work, const char *utf8, int32_t length,
                          int8_t *levels)
{
    int32_t at = 0;
    for (int32_t i = 0; i < work->count; i++) {
        uint32_t ignored;
        const int32_t bytes = text_character(utf8 + at, length - at, &ignored);
        memset(levels + at, work->levels[i], (size_t)bytes);
        at += bytes;
    }
}

static bool find_levels(Work *work, TextBase base)
{
    FriBidiParType found = base == TEXT_BASE_RTL   ? FRIBIDI_PAR_RTL
                           : base == TEXT_BASE_LTR ? FRIBIDI_PAR_LTR
                                                   : FRIBIDI_PAR_ON;
    fribidi_get_bidi_types(work->characters, work->count, work->types);
    fribidi_get_bracket_types(work->characters, work->count, work->types, work->brackets);
    const FriBidiLevel most = fribidi_get_par_embedding_levels_ex(
        work->types, work->brackets, work->count, &found, work->levels);
    if (most == 0) /* there was no memory */
        memset(work->levels, 0, (size_t)work->count * sizeof *work->levels);
    return FRIBIDI_IS_RTL(found);
}

bool text_levels(const char *utf8, int32_t length, TextBase base, int8_t *levels)
{
    Work work = { .count = 0 };
    const bool turns_all = base == TEXT_BASE_RTL;
    memset(levels, turns_all ? 1 : 0, (size_t)length);
    if (length == 0 || !make_work(&work, length))
        return turns_all;
    read_characters(&work, utf8, length);
    const bool is_rtl = find_levels(&work, base);
    spread_levels(&work, utf8, length, levels);
    drop_work(&work);
    return is_rtl;
}

bool text_joins_before(uint32_t character)
{
    const FriBidiJoiningType type = fribidi_get_joining_type(character);
    return FRIBIDI_IS_JOINING_TYPE_RC(type);
}
