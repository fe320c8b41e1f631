/* SPDX-License-Identifier: MIT */
/* messages.h -- the short messages between practices.
 *
 * Read from a file (format "leeway messages 1") that anyone may edit. Which one is shown
 * is decided by core/deck.h; what may be said is held by tests. Plain data. */
#ifndef LEEWAY_STORE_MESSAGES_H
#define LEEWAY_STORE_MESSAGES_H

#include "core/error.h"
#include "store/lines.h"

enum {
    MESSAGES_MAX = 256,
    MESSAGES_ID_MAX = 32,
    MESSAGES_SEED_MAX = 16,
    MESSAGES_LETTERS_MAX = 140,
    MESSAGES_TEXT_MAX = 4 * MESSAGES_LETTERS_MAX + 1,
    MESSAGES_THEME_COUNT = 15
};

typedef struct Message {
    char id[MESSAGES_ID_MAX];
    int32_t theme; /* 1 .. MESSAGES_THEME_COUNT, listed at the head of the file */
    char seed[MESSAGES_SEED_MAX]; /* which reading lent the idea; may be empty */
    char text[MESSAGES_TEXT_MAX];
} Message;

/* In the order of the file. */
typedef struct Messages {
    int32_t count;
    Message items[MESSAGES_MAX];
} Messages;

extern const LinesFormat messages_format;

/* Loads a file. All or nothing: on any problem *out stays as it was. */
bool messages_load(const char *path, Messages *out, Error *error);

/* Reads what was opened with messages_format, telling problems to `lines`. What is sound
 * is in *out even then. */
void messages_read(Lines *lines, Messages *out);

#endif
