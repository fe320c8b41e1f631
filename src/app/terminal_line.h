/* SPDX-License-Identifier: MIT */
/* terminal_line.h -- the person's end of a terminal: keys at once, and everything put
 * back.
 *
 * Takes the keyboard so that keys come without Enter and are not shown, gives it back on
 * every way out, and turns signals into something to wait for. Where standard input is no
 * terminal, or belongs to another program just now, there is no keyboard and the rest
 * works. One at a time, main thread; signals are what makes it a matter of the process.
 */
#ifndef LEEWAY_APP_TERMINAL_LINE_H
#define LEEWAY_APP_TERMINAL_LINE_H

#include "app/terminal_keys.h"

#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

enum { TERMINAL_BYTES_MAX = 64 };

typedef struct TerminalLine {
    bool has_keyboard;
    struct termios before; /* how the terminal was */
    char bytes[TERMINAL_BYTES_MAX];
    int32_t count; /* bytes that were read and not told yet */
    bool is_whole; /* what is there is all that comes of a key */
} TerminalLine;

/* What a waiting came to. */
typedef enum TerminalNews {
    TERMINAL_TIME, /* nothing but the time */
    TERMINAL_KEY,
    TERMINAL_END,     /* asked to end: Ctrl+C, SIGTERM, SIGHUP, or the keyboard is gone */
    TERMINAL_STOP,    /* asked to stop for a while: Ctrl+Z; see terminal_line_stop */
    TERMINAL_CONTINUE /* goes on after it was stopped from outside */
} TerminalNews;

void terminal_line_open(TerminalLine *line);

/* Puts the terminal back as it was, and the signals as they usually are. */
void terminal_line_close(TerminalLine *line);

/* Waits for news, at most until `until_us` of the steady clock, INT64_MAX for ever. For a
 * key *key is what it means. */
TerminalNews terminal_line_wait(TerminalLine *line, int64_t until_us, TerminalKey *key);

/* Nothing that was shown can be read any more, also further up. Where standard output is
 * no terminal, nothing; where codes are not wanted (NO_COLOR), by empty lines. */
void terminal_line_clear(void);

/* Puts the terminal back, stops as the person asked, and comes back when it goes on. */
void terminal_line_stop(TerminalLine *line);

/* The terminal as the practice wants it, again: whoever stopped it may have changed it.
 */
void terminal_line_retake(TerminalLine *line);

#endif
