/* SPDX-License-Identifier: MIT */
/* clipboard_owner.h -- the clipboard of X11, as the one who owns it.
 *
 * Answers whoever pastes by the rules of ICCCM, section 2: as UTF-8, as Latin-1 for old
 * programs, one at a time or several at once; never in pieces (INCR), so a text has to
 * fit into one request. Programs that keep a history of what was copied are asked to
 * leave this out (x-kde-passwordManagerHint); not all of them do. A process of its own,
 * one thread. Without X11 in the build nothing can be owned. */
#ifndef LEEWAY_APP_CLIPBOARD_OWNER_H
#define LEEWAY_APP_CLIPBOARD_OWNER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ClipboardOwner ClipboardOwner;

bool clipboard_owner_is_built(void);

/* Owns the clipboard with this text, which is borrowed; NULL where that is not possible.
 * When the X server goes, `gone` is called, and may not return. */
ClipboardOwner *clipboard_owner_open(const char *text, size_t size, void (*gone)(void));

/* Answers until somebody else owns the clipboard. */
void clipboard_owner_serve(ClipboardOwner *owner);

/* Whether a clipboard manager runs on the X server of DISPLAY. For the program itself. */
bool clipboard_owner_has_manager(void);

/* Takes from the root window what SDL laid there to be pasted. For the program itself. */
void clipboard_owner_forget_sdl(void);

#endif
