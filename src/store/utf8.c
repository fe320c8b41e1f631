/* SPDX-License-Identifier: MIT */
#include "store/utf8.h"

#include <assert.h>
#include <string.h>

static unsigned byte_at(const char *bytes, size_t i)
{
    return (unsigned char)bytes[i];
}

/* The length a first byte announces, 0 for one that cannot be first. */
static size_t announced(unsigned first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* Overlong forms, surrogates and what lies beyond U+10FFFF (RFC 3629, section 4). */
static int is_second_byte_refused(unsigned first, unsigned second)
{
    return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
           (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
}

size_t utf8_letter(const char *bytes, size_t size)
{
    assert(size > 0);
    const unsigned first = byte_at(bytes, 0);
    const size_t length = announced(first);
    if (length == 0 || length > size)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((byte_at(bytes, i) & 0xC0) != 0x80)
            return 0;
    if (length > 2 && is_second_byte_refused(first, byte_at(bytes, 1)))
        return 0;
    return length;
}

int32_t utf8_count(const char *bytes, size_t size)
{
    int32_t count = 0;
    for (size_t i = 0; i < size; count++) {
        const size_t length = utf8_letter(bytes + i, size - i);
        i += length > 0 ? length : 1;
    }
    return count;
}

int utf8_cut(const char *text, int max)
{
    const size_t size = strlen(text);
    size_t shown = 0;
    while (shown < size) {
        const size_t length = utf8_letter(text + shown, size - shown);
        const size_t next = shown + (length > 0 ? length : 1);
        if (next > (size_t)max)
            break;
        shown = next;
    }
    return (int)shown;
}

/* Two bytes from C2 80 to C3 BF are the upper half of Latin-1. */
static char latin1_of(const char *letter, size_t length)
{
    if (length == 1)
        return letter[0];
    if (length == 2 && byte_at(letter, 0) <= 0xC3)
        return (char)((byte_at(letter, 0) & 0x03) << 6 | (byte_at(letter, 1) & 0x3F));
    return '?';
}

size_t utf8_to_latin1(const char *text, size_t size, char *out)
{
    size_t count = 0;
    for (size_t i = 0; i < size; count++) {
        const size_t length = utf8_letter(text + i, size - i);
        out[count] = latin1_of(text + i, length);
        i += length > 0 ? length : 1;
    }
    return count;
}
