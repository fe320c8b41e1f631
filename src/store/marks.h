/* SPDX-License-Identifier: MIT */
/* marks.h -- which messages were kept, and which are not for the person.
 *
 * One small file beside the settings (format "leeway marks 1"):
 *
 *     [messages]
 *     late-bus = kept
 *     own.a-door-of-my-own = muted       one of the person's own
 *
 * By id, so that a message that went and comes back is still muted: ids that are not
 * known stay in the file, byte for byte. What was marked is no record: it says nothing of
 * when. Blocks while the disk works. */
#ifndef LEEWAY_STORE_MARKS_H
#define LEEWAY_STORE_MARKS_H

#include "core/error.h"
#include "store/messages.h"

#include <stdbool.h>

extern const LinesFormat marks_format;

/* Marks the messages as the file says; those that it says nothing of are plain. No file
 * is no failure. False with a sentence when it could not be read or something in it was
 * not understood; what is sound counts all the same. Changes nothing on the disk. */
bool marks_load(const char *path, Messages *messages, Error *error);

/* The same for what was opened with marks_format, telling problems to `lines`. */
void marks_read(Lines *lines, Messages *messages);

/* Writes the mark of a message, or takes it out where it is plain. A file that is damaged
 * is set aside first, never overwritten. */
bool marks_keep(const char *path, const Message *message, Error *error);

/* Takes out the marks of all own messages, whose ids are their first words. */
bool marks_erase_own(const char *path, Error *error);

#endif
