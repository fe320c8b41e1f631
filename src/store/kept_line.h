/* SPDX-License-Identifier: MIT */
/* kept_line.h -- the one text that is kept for later, when the person asks for it.
 *
 * A file "leeway line 1" with the text below, as it was written. It holds what is nobody
 * else's business: no copy of it stays behind in memory, and it is written whole or not
 * at all. A file that cannot be understood is offered to nobody and set aside before
 * another is written. Blocks while the disk works. */
#ifndef LEEWAY_STORE_KEPT_LINE_H
#define LEEWAY_STORE_KEPT_LINE_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

enum { KEPT_LINE_MAX = 8192, KEPT_LINE_ROOM = KEPT_LINE_MAX + 64 };

/* What a file of these bytes says, into `text`, which has room for KEPT_LINE_MAX + 1.
 * NULL, or what is wrong with it; then text is "". Pure; survives any bytes. */
const char *kept_line_read(const char *bytes, size_t size, char *text);

/* The kept text into `text`, as large as that; "" where there is none. False, with a
 * sentence and "", where it could not be read or understood. `room` holds the file
 * meanwhile, KEPT_LINE_ROOM bytes, and is wiped. */
bool kept_line_load(const char *path, char *text, char *room, Error *error);

/* Whether there is nothing, or something that can be read and understood. */
bool kept_line_is_sound(const char *path);

/* Keeps a text of at most KEPT_LINE_MAX bytes in the place of the one before. `room` as
 * above. */
bool kept_line_save(const char *path, const char *text, char *room, Error *error);

/* Keeps a text, and with it what was kept before and is no part of it: that stands above
 * it, with an empty line between. `both` has room for KEPT_LINE_MAX + 1 and is wiped, as
 * `room` is. Nothing is written where they do not fit in one file, nor where it failed,
 * with a sentence. */
typedef enum KeptLineEnd {
    KEPT_LINE_FAILED,
    KEPT_LINE_KEPT,
    KEPT_LINE_BELOW, /* something was kept before and stays */
    KEPT_LINE_FULL,
    KEPT_LINE_END_COUNT
} KeptLineEnd;
KeptLineEnd kept_line_add(const char *path, const char *text, char *both, char *room,
                          Error *error);

#endif
