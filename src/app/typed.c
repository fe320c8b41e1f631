/* SPDX-License-Identifier: MIT */
#include "app/typed.h"

#include "store/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Latin, Greek and Cyrillic letters with their signs: what the typeface has. */
static bool is_letter_known(const char *utf8, size_t length)
{
    const unsigned char *c = (const unsigned char *)utf8;
    if (length == 1)
        return c[0] >= ' ' && c[0] != 0x7F;
    if (length == 3) /* dashes, quotation marks, dots */
        return c[0] == 0xE2 && c[1] == 0x80 && c[2] >= 0x90 && c[2] <= 0xA6;
    const uint32_t letter = (uint32_t)(c[0] & 0x1F) << 6 | (c[1] & 0x3F);
    return length == 2 && ((letter >= 0xA0 && letter < 0x250 && letter != 0xAD) ||
                           (letter >= 0x384 && letter < 0x530));
}

const char *typed_add(char *text, size_t size, const char *utf8)
{
    const char *answer = NULL;
    for (size_t length; *utf8 != '\0'; utf8 += length) {
        length = utf8_letter(utf8, strlen(utf8));
        const bool is_known = length > 0 && is_letter_known(utf8, length);
        length = length > 0 ? length : 1;
        if (!is_known)
            answer = "the letters here are Latin, Greek or Cyrillic";
        else if (strlen(text) + length >= size)
            return "there is no more room here";
        else
            strncat(text, utf8, length);
    }
    return answer;
}

void typed_rub_out(char *text)
{
    const size_t length = strlen(text);
    if (length > 0)
        text[utf8_cut(text, (int)length - 1)] = '\0';
}

void typed_trimmed(const char *text, char *out)
{
    const char *from = text + strspn(text, " ");
    size_t length = strlen(from);
    while (length > 0 && from[length - 1] == ' ')
        length--;
    memmove(out, from, length);
    out[length] = '\0';
}
