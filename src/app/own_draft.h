/* SPDX-License-Identifier: MIT */
/* own_draft.h -- a pattern of one's own while it is typed and stepped.
 *
 * Whatever is typed is kept as it was typed; the pattern beside it is always one that can
 * be breathed: the last sound numbers. What cannot be taken is answered by a sentence.
 * Plain data. */
#ifndef LEEWAY_APP_OWN_DRAFT_H
#define LEEWAY_APP_OWN_DRAFT_H

#include "core/pattern.h"
#include "store/patterns.h"

#include <stdbool.h>

typedef struct OwnDraft {
    bool is_used;
    char section[PATTERNS_ID_MAX];  /* empty: not kept yet */
    BreathPattern pattern;          /* the last sound numbers */
    char numbers[PATTERN_TEXT_MAX]; /* as typed, sound or not */
    char name[PATTERNS_NAME_MAX];   /* empty: the pattern in words */
} OwnDraft;

/* A draft of a pattern that is kept, or for NULL of a new one. */
OwnDraft own_draft_make(const NamedPattern *named);

/* What is wrong with the numbers as they are typed, or NULL. */
const char *own_draft_problem(const OwnDraft *draft);

/* The name as it would be kept. Returns `out`. */
const char *own_draft_name(const OwnDraft *draft, char out[PATTERNS_NAME_MAX]);

/* A phase goes to the next tenth of a second, up (1) or down (-1); where a limit is, it
 * stays and that is the answer. NULL when it went. */
const char *own_draft_step(OwnDraft *draft, BreathPhase phase, int direction);

/* What was typed behind the name, behind the numbers. NULL, or why not all of it. */
const char *own_draft_type_name(OwnDraft *draft, const char *utf8);
const char *own_draft_type_numbers(OwnDraft *draft, const char *utf8);

/* The last letter goes. */
void own_draft_rub_name(OwnDraft *draft);
void own_draft_rub_numbers(OwnDraft *draft);

/* A pattern as it was handed on, or bare numbers, stand in for what was there. False when
 * the text is neither. */
bool own_draft_paste(OwnDraft *draft, const char *text);

#endif
