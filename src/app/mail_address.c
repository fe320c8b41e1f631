/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* explicit_bzero */
#include "app/mail_address.h"

#include <stdio.h>
#include <string.h>

#define BEGINNING "mailto:?body="

_Static_assert((int)sizeof BEGINNING <= (int)MAIL_ADDRESS_MAX - 6 * (int)MAIL_TEXT_MAX,
               "the longest text has room");

/* What is written, and what was too much for it. */
typedef struct Written {
    char *out;
    size_t used, size;
    bool is_full;
} Written;

static void put(Written *written, const char *bytes)
{
    const size_t count = strlen(bytes);
    if (written->is_full || written->used + count >= written->size) {
        written->is_full = true;
        return;
    }
    memcpy(written->out + written->used, bytes, count + 1);
    written->used += count;
}

/* "unreserved" of RFC 3986, section 2.3: all else means something somewhere. */
static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-._~", byte) != NULL);
}

static void put_byte(Written *written, char byte)
{
    char encoded[4] = { byte, '\0' };
    if (!is_plain(byte))
        snprintf(encoded, sizeof encoded, "%%%02X", (unsigned)(unsigned char)byte);
    put(written, encoded);
}

bool mail_address(const char *text, char *out, size_t size)
{
    Written written = { .out = out, .size = size };
    if (size > 0)
        out[0] = '\0';
    put(&written, BEGINNING);
    for (const char *at = text; *at != '\0' && !written.is_full; at++) {
        const bool is_pair = at[0] == '\r' && at[1] == '\n';
        if (is_pair)
            at++;
        if (*at == '\n' || *at == '\r')
            put(&written, "%0D%0A");
        else
            put_byte(&written, *at);
    }
    if (written.is_full && size > 0)
        explicit_bzero(out, size);
    return !written.is_full;
}
