/* SPDX-License-Identifier: MIT */
/* clipboard_holder.h -- the small process that keeps a copied text on X11.
 *
 * It is the program itself, started with a hidden word. It reads the text from its
 * standard input, owns the clipboard, says so by one byte on its standard output, and
 * gives the text to whoever pastes, until somebody copies something else, the X server
 * goes or its seconds are over, those of a suspended machine counted; ten minutes at
 * most. It has a session of its own, no descriptor but the connection to X and no core
 * dump, writes nothing, and wipes the text at its end. Whatever fails, it ends without
 * its byte. */
#ifndef LEEWAY_APP_CLIPBOARD_HOLDER_H
#define LEEWAY_APP_CLIPBOARD_HOLDER_H

#include <stdbool.h>

#define CLIPBOARD_HOLDER_WORD "hold-copied"
#define CLIPBOARD_HOLDER_OWNS 'o'

/* Below the smallest request that every X server takes whole. */
enum { CLIPBOARD_HOLDER_TEXT_MAX = 131072, CLIPBOARD_HOLDER_SECONDS = 600 };

/* Whether the arguments are the hidden word and seconds, with a pipe to read from; what
 * is in the pipe is the text's size, a uint32_t, and the text. */
bool clipboard_holder_is_asked(int argc, char **argv);

/* How long words allow it to hold, ten minutes at most; 0 for what is no number. */
int clipboard_holder_seconds(const char *words);

/* Whether this program was built with what a holder needs. */
bool clipboard_holder_is_built(void);

/* Lives the holder's life. Returns the exit status only where it did not begin. */
int clipboard_holder_run(int argc, char **argv);

#endif
