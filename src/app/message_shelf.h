/* SPDX-License-Identifier: MIT */
/* message_shelf.h -- the messages, as long as the program is open.
 *
 * Loads those that came along, the person's own behind them, and which of both were kept
 * or muted; carries out what is wished of them, in the files and in the list that
 * everyone reads. What is wrong with the person's files costs one line on stderr each.
 * Blocks. Main thread. */
#ifndef LEEWAY_APP_MESSAGE_SHELF_H
#define LEEWAY_APP_MESSAGE_SHELF_H

#include "core/error.h"
#include "store/messages.h"

struct Visit;

/* All of them. False when those that came along could not be read; the others are there
 * even then. */
bool message_shelf_load(Messages *messages, Error *error);

/* The list follows the files, which were erased, put back, or changed by another hand.
 * What the disk did not take stays, and so does all where a file is not understood. */
void message_shelf_follow(struct Visit *visit, Messages *messages);

/* Carries out what is wished, if anything is, and tells the visit how that went. */
void message_shelf_mind(struct Visit *visit, Messages *messages);

#endif
