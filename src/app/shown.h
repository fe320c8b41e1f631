/* SPDX-License-Identifier: MIT */
/* shown.h -- the bytes of files, as lines that can be read on a screen.
 *
 * Every byte is there: what has no shape of its own, or is no UTF-8, is written as \x1B.
 * A line that is very long goes on in the next. There is a most that is shown, and then
 * it says so. Holds what it shows by itself; big, not for the stack. No files, no SDL. */
#ifndef LEEWAY_APP_SHOWN_H
#define LEEWAY_APP_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SHOWN_LINES_MAX = 10000,
    SHOWN_TEXT_MAX = 512 * 1024,
    SHOWN_LETTERS_MAX = 80 /* of a line */
};

typedef struct Shown {
    int32_t count;
    const char *lines[SHOWN_LINES_MAX];
    bool is_full; /* there was more than has room */

    char text[SHOWN_TEXT_MAX];
    size_t used, line, space;     /* where the line that grows begins, its last space */
    int32_t letters, after_space; /* in that line, and behind that space */
} Shown;

/* Adds bytes as lines of their own. */
void shown_add(Shown *shown, const char *bytes, size_t size);

/* Adds one sentence, even where there is no room for more bytes. */
void shown_say(Shown *shown, const char *sentence);

/* Wipes all of it. */
void shown_forget(Shown *shown);

#endif
