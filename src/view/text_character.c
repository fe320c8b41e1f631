/* SPDX-License-Identifier: MIT */
#include "view/text.h"

#include <assert.h>

int32_t text_character(const char *utf8, int32_t length, uint32_t *character)
{
    static const uint32_t LEAST[] = { 0, 0, 0x80, 0x800, 0x10000 };
    assert(length > 0);
    const unsigned char *bytes = (const unsigned char *)utf8;
    const uint32_t first = bytes[0];
    const int32_t count = first < 0x80             ? 1
                          : (first & 0xE0) == 0xC0 ? 2
                          : (first & 0xF0) == 0xE0 ? 3
                          : (first & 0xF8) == 0xF0 ? 4
                                                   : 0;
    *character = TEXT_BAD;
    if (count == 0 || count > length)
        return 1;
    uint32_t code = count == 1 ? first : first & (0x7Fu >> count);
    for (int32_t i = 1; i < count; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 1;
        code = code << 6 | (bytes[i] & 0x3F);
    }
    if (code < LEAST[count] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return 1;
    *character = code;
    return count;
}
