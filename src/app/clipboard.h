/* SPDX-License-Identifier: MIT */
/* clipboard.h -- what becomes of a text that is copied.
 *
 * On X11 a text is gone with the program that copied it, so it goes to a process of its
 * own (clipboard_holder.h) through a pipe, never by arguments, environment or a file.
 * Clipboard managers are not asked to save it (SAVE_TARGETS): what they save has no end,
 * and ten minutes are promised. SDL is asked only where there is no holder, for on X11 it
 * leaves the text on the root window for every program to read; then it is there while
 * Leeway is open, and what lay on the root window is taken away at the end (in builds
 * with X11). Main thread; only closing waits, 1 s at most. */
#ifndef LEEWAY_APP_CLIPBOARD_H
#define LEEWAY_APP_CLIPBOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef enum ClipboardNews {
    CLIPBOARD_NO_NEWS,
    CLIPBOARD_NOTHING, /* the text was empty */
    CLIPBOARD_OUTLIVES,
    CLIPBOARD_WHILE_OPEN,
    CLIPBOARD_NOT_COPIED,
    CLIPBOARD_NEWS_COUNT
} ClipboardNews;

/* A zeroed one has nothing. Its texts are its own, and wiped. */
typedef struct Clipboard {
    char *next; /* waits until the one before has arrived, so that the last one counts */
    bool is_busy;
    char *message; /* what the holder is given: a size and the text … */
    size_t size, sent;
    int to, to_kept, from; /* … through a pipe, and its answer; to_kept is the end that
                            * keeps a write from failing when the holder is gone */
    pid_t child;           /* that the holder goes apart from; 0 when it is over */
    bool is_answered;
    int64_t since_us;
    bool is_told, is_with_sdl;
    ClipboardNews news;
} Clipboard;

/* Copies the text, soon: clipboard_mind does it, and is called in each turn of the loop
 * while clipboard_is_busy. */
void clipboard_copy(Clipboard *clipboard, const char *text);
void clipboard_mind(Clipboard *clipboard, int64_t now_us);
bool clipboard_is_busy(const Clipboard *clipboard);

/* What became of it, once. */
ClipboardNews clipboard_take_news(Clipboard *clipboard);

/* That, as a sentence; NULL for no news. */
const char *clipboard_says(ClipboardNews news);

/* Whether what is copied now can be pasted after Leeway closes. SDL's video is open. */
bool clipboard_outlives(void);

/* What is under way still arrives. Before SDL_Quit. */
void clipboard_close(Clipboard *clipboard);

#endif
