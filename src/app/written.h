/* SPDX-License-Identifier: MIT */
/* written.h -- everything of what a person writes before reaching out, in one place.
 *
 * It lies in memory of its own (secret.h). The view has another copy, to break it into
 * lines and to draw them, which is wiped with it; nobody else has one. Whoever opens it
 * closes it. Main thread. */
#ifndef LEEWAY_APP_WRITTEN_H
#define LEEWAY_APP_WRITTEN_H

#include "app/edit.h"
#include "core/error.h"
#include "store/kept_line.h"
#include "view/text.h"

typedef struct Written {
    Edit edit;                    /* what is written now */
    char kept[KEPT_LINE_MAX + 1]; /* the kept line, while it is offered; or "" */
    char both[KEPT_LINE_MAX + 1]; /* for what is kept beside it … */
    char room[KEPT_LINE_ROOM];    /* … and for its file */
} Written;

/* NULL and a sentence where there is no memory. */
Written *written_open(Error *error);

/* Wipes it. NULL is fine; `text` too. */
void written_close(Written *written, Text *text);

/* Whether there is anything in it, also something that could be undone. */
bool written_is_held(const Written *written);

/* Wipes it, and what the view kept of it: an empty field that is left. */
void written_wipe(Written *written, Text *text);

#endif
