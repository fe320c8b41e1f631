/* SPDX-License-Identifier: MIT */
#include "app/typed.h"

#include "view/grapheme.h"
#include "view/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* No controls, no ends of lines, and none of the signs that turn what stands beside them.
 */
static bool is_printed(uint32_t character)
{
    const bool is_control =
        character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0xAD;
    const bool is_line = character == 0x2028 || character == 0x2029;
    const bool turns = (character >= 0x202A && character <= 0x202E) ||
                       (character >= 0x2066 && character <= 0x2069);
    return !is_control && !is_line && !turns && character != 0xFEFF;
}

const char *typed_add(char *text, size_t size, const char *utf8)
{
    const char *answer = NULL;
    for (int32_t left = (int32_t)strlen(utf8), bytes; left > 0; left -= bytes) {
        uint32_t character;
        bytes = text_character(utf8, left, &character);
        const bool is_torn = character == TEXT_BAD && bytes == 1;
        if (is_torn || !is_printed(character))
            answer = "an end of a line, or a sign that is not seen, was left out";
        else if (strlen(text) + (size_t)bytes >= size)
            return "there is no more room here";
        else
            strncat(text, utf8, (size_t)bytes);
        utf8 += bytes;
    }
    return answer;
}

void typed_rub_out(char *text)
{
    const int32_t length = (int32_t)strlen(text);
    text[grapheme_before(text, length, length)] = '\0';
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
