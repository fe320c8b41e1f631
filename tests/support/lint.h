/* SPDX-License-Identifier: MIT */
/* lint.h -- words that Leeway does not say.
 *
 * For every text that a person can meet: messages, patterns, screens. It knows words, not
 * meanings: what passes here is not yet kind. Each word stands with the reason why it is
 * left out, and a small list of phrases in which it is harmless. */
#ifndef LEEWAY_SUPPORT_LINT_H
#define LEEWAY_SUPPORT_LINT_H

#include <stdbool.h>

enum {
    LINT_LETTERS_MAX = 140,
    LINT_SENTENCES_MAX = 3,
    LINT_SENTENCE_WORDS_MAX = 20,
    LINT_THREE_WORDS_MAX = 25 /* in three together, so that these are very short */
};

/* What a text has in it that is not said anywhere, "must: an order", or NULL. The string
 * is static. */
const char *lint_words(const char *text);

/* The same, and whether the text is short enough to be a message: letters, sentences, and
 * words in each of them. */
const char *lint_message(const char *text);

/* Whether a text has a word in it, or words with single spaces between them, in small
 * letters; a '*' at the end stands for any ending. */
bool lint_says(const char *text, const char *word);

#endif
