/* SPDX-License-Identifier: MIT */
/* quote.h -- what somebody typed, shown back to them.
 *
 * Any bytes may come in, of any length: what goes out is short, on one line and valid
 * UTF-8, fit to stand in a sentence about what was wrong. Any thread. */
#ifndef LEEWAY_APP_QUOTE_H
#define LEEWAY_APP_QUOTE_H

enum { QUOTE_COLUMNS_MAX = 40, QUOTE_TEXT_MAX = 192 };

/* Writes the text between quotation marks, cut to QUOTE_COLUMNS_MAX characters, with
 * everything that would not show, or would break the line, made visible. Returns `out`.
 */
const char *quote_text(const char *text, char out[QUOTE_TEXT_MAX]);

/* Tells a sentence on stderr, as one line of Leeway's; names of files stand in it as
 * somebody called them, so what would move a terminal is made visible here as well. */
void quote_tell(const char *sentence);

#endif
