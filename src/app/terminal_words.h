/* SPDX-License-Identifier: MIT */
/* terminal_words.h -- the lines a practice is told by in the terminal.
 *
 * What stands for a step of the plan, and which keys there are: nothing that is heard is
 * without words. Strings are static, or belong to the cues. Pure; no terminal here. */
#ifndef LEEWAY_APP_TERMINAL_WORDS_H
#define LEEWAY_APP_TERMINAL_WORDS_H

#include "core/practice.h"

enum { TERMINAL_WORDS_MAX = 192 };

/* The line of a step, or NULL where none is told. `cues` may be NULL for a plan that has
 * none. */
const char *terminal_words(const PlanStep *step, const CueTable *cues);

/* The keys of a practice. `is_quiet`: it is sound, without breathing. Returns `line`. */
const char *terminal_words_keys(PracticeKind kind, bool is_quiet, bool has_holds,
                                char line[TERMINAL_WORDS_MAX]);

/* Those of a body scan; `stays`: at each place, until the person goes on. */
const char *terminal_words_places(bool stays, char line[TERMINAL_WORDS_MAX]);

/* Whether a body scan stays where it is until the person goes on. */
bool terminal_words_is_staying(const Plan *plan, PracticeKind kind);

#endif
