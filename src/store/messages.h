/* SPDX-License-Identifier: MIT */
/* messages.h -- the short messages between practices.
 *
 * Read from a file (format "leeway messages 1") that anyone may edit; the person's own
 * (own_messages.h) stand behind those that came along. Which one is shown is decided by
 * core/deck.h, what was kept or is not wanted any more by marks.h; what may be said is
 * held by tests. Plain data. */
#ifndef LEEWAY_STORE_MESSAGES_H
#define LEEWAY_STORE_MESSAGES_H

#include "core/error.h"
#include "store/lines.h"

enum {
    MESSAGES_MAX = 256, /* in one file */
    MESSAGES_OWN_MAX = 64,
    MESSAGES_ALL_MAX = MESSAGES_MAX + MESSAGES_OWN_MAX,
    MESSAGES_ID_MAX = 32,
    MESSAGES_SEED_MAX = 16,
    MESSAGES_LETTERS_MAX = 140,
    MESSAGES_TEXT_MAX = 4 * MESSAGES_LETTERS_MAX + 1,
    MESSAGES_THEME_COUNT = 15
};

/* What the person said of a message. */
typedef enum MessageMark {
    MESSAGE_PLAIN,
    MESSAGE_KEPT,  /* to be found again; it comes no more often for that */
    MESSAGE_MUTED, /* not for them: it never comes */
    MESSAGE_MARK_COUNT
} MessageMark;

typedef struct Message {
    char id[MESSAGES_ID_MAX];
    int32_t
        theme; /* 1 .. MESSAGES_THEME_COUNT, listed at the head of the file; 0: none */
    char seed[MESSAGES_SEED_MAX]; /* which reading lent the idea; may be empty */
    char text[MESSAGES_TEXT_MAX];
    MessageMark mark;
    bool was_muted;         /* when the day began, or the program */
    bool is_mark_new;       /* it wants to be written */
    bool is_mark_only_here; /* the disk did not take that: it lasts until the end */
    bool is_own;            /* from the person's own file */
    bool is_only_here;      /* the same of an own one */
} Message;

/* In the order of the files, those that came along first. */
typedef struct Messages {
    int32_t count;
    Message items[MESSAGES_ALL_MAX];
    int32_t gone_count; /* own ones that were erased, but not from the disk … */
    char gone[MESSAGES_OWN_MAX][MESSAGES_ID_MAX]; /* … which are gone until the end */
} Messages;

/* What each theme says, in a few words; themes count from 1. */
extern const char *const messages_themes[MESSAGES_THEME_COUNT + 1];

extern const LinesFormat messages_format;

/* Loads a file. All or nothing: on any problem *out stays as it was. */
bool messages_load(const char *path, Messages *out, Error *error);

/* Reads what was opened with messages_format, telling problems to `lines`. What is sound
 * is in *out even then. */
void messages_read(Lines *lines, Messages *out);

/* Reads one section that has to have these keys, which end with NULL. False when a
 * problem was told; *out has what was sound. */
bool messages_read_section(Lines *lines, const LinesSection *section,
                           const char *const keys[], Message *out);

#endif
