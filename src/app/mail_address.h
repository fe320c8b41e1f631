/* SPDX-License-Identifier: MIT */
/* mail_address.h -- a text as the address of a mail that has it.
 *
 * By RFC 6068, with a body and nothing else: no name, no subject. The text is UTF-8; what
 * is no letter, digit or one of - . _ ~ is encoded, and the end of a line, LF, CR LF or
 * CR, is %0D%0A. Pure, any thread. */
#ifndef LEEWAY_APP_MAIL_ADDRESS_H
#define LEEWAY_APP_MAIL_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Of the whole address. One argument may have 128 KiB on Linux; mail programs take less,
 * and nobody says how much. A text of so many bytes always fits: the end of a line, which
 * is one byte, becomes six, and nothing becomes more; the rest is the beginning. */
enum { MAIL_TEXT_MAX = 8192, MAIL_ADDRESS_MAX = 6 * MAIL_TEXT_MAX + 16 };

/* Writes the address. False, with "" in `out`, where `size` bytes are too few for it. */
bool mail_address(const char *text, char *out, size_t size);

#endif
