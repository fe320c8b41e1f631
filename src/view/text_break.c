/* SPDX-License-Identifier: MIT */
#include "view/text_break.h"

#include "view/text.h"

#include <assert.h>
#include <stddef.h>

bool text_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

typedef struct Stretch {
    uint32_t first, last;
} Stretch;

static bool is_among(const Stretch *rows, size_t count, uint32_t character)
{
    for (size_t i = 0; i < count; i++)
        if (character >= rows[i].first && character <= rows[i].last)
            return true;
    return false;
}

/* Letters that are words by themselves: Chinese and Japanese ones. */
static bool stands_alone(uint32_t character)
{
    static const Stretch ROWS[] = {
        { 0x2E80, 0x2FFF },   /* radicals */
        { 0x3001, 0x30FF },   /* their signs, Hiragana, Katakana */
        { 0x3105, 0x312F },   /* Bopomofo */
        { 0x31A0, 0x4DBF },   /* strokes, enclosed ones, Han */
        { 0x4E00, 0x9FFF },   /* Han */
        { 0xA000, 0xA4CF },   /* Yi */
        { 0xF900, 0xFAFF },   /* Han */
        { 0xFE30, 0xFE4F },   /* signs for columns */
        { 0xFF01, 0xFF65 },   /* wide letters and signs */
        { 0x20000, 0x3FFFD }, /* Han */
    };
    return is_among(ROWS, sizeof ROWS / sizeof *ROWS, character);
}

/* What closes belongs to what is before it, as small letters and long ones do. */
static bool clings_to_before(uint32_t character)
{
    static const Stretch ROWS[] = {
        { 0x3001, 0x3002 }, { 0x3005, 0x3005 }, { 0x3009, 0x3009 }, { 0x300B, 0x300B },
        { 0x300D, 0x300D }, { 0x300F, 0x300F }, { 0x3011, 0x3011 }, { 0x3015, 0x3015 },
        { 0x3017, 0x3017 }, { 0x3019, 0x3019 }, { 0x301B, 0x301B }, { 0x3041, 0x3041 },
        { 0x3043, 0x3043 }, { 0x3045, 0x3045 }, { 0x3047, 0x3047 }, { 0x3049, 0x3049 },
        { 0x3063, 0x3063 }, { 0x3083, 0x3083 }, { 0x3085, 0x3085 }, { 0x3087, 0x3087 },
        { 0x3099, 0x309E }, { 0x30A1, 0x30A1 }, { 0x30A3, 0x30A3 }, { 0x30A5, 0x30A5 },
        { 0x30A7, 0x30A7 }, { 0x30A9, 0x30A9 }, { 0x30C3, 0x30C3 }, { 0x30E3, 0x30E3 },
        { 0x30E5, 0x30E5 }, { 0x30E7, 0x30E7 }, { 0x30FB, 0x30FE }, { 0xFF01, 0xFF01 },
        { 0xFF09, 0xFF09 }, { 0xFF0C, 0xFF0C }, { 0xFF0E, 0xFF0E }, { 0xFF1A, 0xFF1B },
        { 0xFF1F, 0xFF1F }, { 0xFF3D, 0xFF3D }, { 0xFF5D, 0xFF5D }, { 0xFF60, 0xFF61 },
        { 0xFF63, 0xFF64 }, { 0xFE00, 0xFE0F }, { 0x0300, 0x036F }, { 0xE0100, 0xE01EF },
        { 0x200B, 0x200D }, { 0x2019, 0x2019 }, { 0x201D, 0x201D }, { 0x2026, 0x2026 },
    };
    return is_among(ROWS, sizeof ROWS / sizeof *ROWS, character) ||
           (character < 0x80 && character != '(' && character != '[' &&
            character != '{' && character != '<' && character < '0');
}

/* And what opens to what is behind it. */
static bool clings_to_behind(uint32_t character)
{
    static const Stretch ROWS[] = {
        { 0x3008, 0x3008 }, { 0x300A, 0x300A }, { 0x300C, 0x300C }, { 0x300E, 0x300E },
        { 0x3010, 0x3010 }, { 0x3014, 0x3014 }, { 0x3016, 0x3016 }, { 0x3018, 0x3018 },
        { 0x301A, 0x301A }, { 0xFF08, 0xFF08 }, { 0xFF3B, 0xFF3B }, { 0xFF5B, 0xFF5B },
        { 0xFF5F, 0xFF5F }, { 0xFF62, 0xFF62 }, { 0x2018, 0x2018 }, { 0x201C, 0x201C },
        { '(', '(' },       { '[', '[' },       { '{', '{' },
    };
    return is_among(ROWS, sizeof ROWS / sizeof *ROWS, character);
}

static bool may_part(uint32_t before, uint32_t behind)
{
    return (stands_alone(before) || stands_alone(behind)) && !clings_to_behind(before) &&
           !clings_to_before(behind);
}

int32_t text_unbroken(const char *utf8, int32_t length, int32_t at)
{
    assert(at < length && !text_is_space(utf8[at]));
    uint32_t before, behind;
    at += text_character(utf8 + at, length - at, &before);
    while (at < length && !text_is_space(utf8[at])) {
        const int32_t bytes = text_character(utf8 + at, length - at, &behind);
        if (may_part(before, behind))
            return at;
        before = behind;
        at += bytes;
    }
    return at;
}
