/* SPDX-License-Identifier: MIT */
/* own_messages.h -- the messages that the person wrote, beside those that came along.
 *
 * A file of the same format (messages.h) in which a text is enough. In the list they
 * stand behind the others. The file is written only by what is called here, one section
 * at a time: everything else in it stays byte for byte. Blocks while the disk works. */
#ifndef LEEWAY_STORE_OWN_MESSAGES_H
#define LEEWAY_STORE_OWN_MESSAGES_H

#include "core/error.h"
#include "store/messages.h"

#include <stdbool.h>
#include <stdint.h>

/* Adds what the file holds to the list. No file is no failure. False with a sentence when
 * it could not be read or something in it was not understood; what is sound counts all
 * the same. Changes nothing on the disk. */
bool own_messages_load(const char *path, Messages *messages, Error *error);

/* The same for what was opened with messages_format, telling problems to `lines`. */
void own_messages_read(Lines *lines, Messages *messages);

int32_t own_messages_count(const Messages *messages);
bool own_messages_has_room(const Messages *messages);

/* Where the own one of this id is in the list, or -1. */
int32_t own_messages_find(const Messages *messages, const char *id);

/* Puts a message into the list: in its place when its id is there, else at the end.
 * Asserts that it is an own one, and room. */
void own_messages_put(Messages *messages, const Message *message);

/* Takes it out of the list. */
void own_messages_remove(Messages *messages, const char *id);

/* The same where the file still has it: reading passes it by until it is put into the
 * list again. */
void own_messages_pass_by(Messages *messages, const char *id);

/* Writes the message into the file. One without an id is given one, of its first words,
 * that neither the list nor the file has yet; it has that even when the writing fails. */
bool own_messages_keep(const char *path, const Messages *messages, Message *message,
                       Error *error);

/* Takes it out of the file. One that is not there is no failure. */
bool own_messages_erase(const char *path, const char *id, Error *error);

#endif
