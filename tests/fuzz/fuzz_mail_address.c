/* SPDX-License-Identifier: MIT */
/* Any text as a mail: an address of plain signs alone, whose body is the text again when
 * it is read as RFC 3986 has it, its ends of lines aside. */
#include "app/mail_address.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int digit(char sign)
{
    return sign <= '9' ? sign - '0' : sign - 'A' + 10;
}

/* The next byte of an encoded text. */
static char decode(const char **at)
{
    char byte = **at;
    if (byte != '%') {
        assert(isalnum((unsigned char)byte) || strchr("-._~", byte) != NULL);
        (*at)++;
        return byte;
    }
    assert(isxdigit((unsigned char)(*at)[1]) && isxdigit((unsigned char)(*at)[2]));
    byte = (char)(digit((*at)[1]) << 4 | digit((*at)[2]));
    *at += 3;
    return byte;
}

static void compare(const char *text, const char *body)
{
    for (; *text != '\0'; text++) {
        const char byte = decode(&body);
        if (*text != '\n' && *text != '\r') {
            assert(byte == *text);
            continue;
        }
        assert(byte == '\r' && decode(&body) == '\n');
        if (text[0] == '\r' && text[1] == '\n')
            text++;
    }
    assert(*body == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char address[MAIL_ADDRESS_MAX];
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = '\0';
    if (mail_address(text, address, sizeof address)) {
        assert(strncmp(address, "mailto:?body=", 13) == 0);
        compare(text, address + 13);
    } else {
        assert(address[0] == '\0' && strlen(text) > 5000);
    }
    free(text);
    return 0;
}
