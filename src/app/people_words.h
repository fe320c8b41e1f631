/* SPDX-License-Identifier: MIT */
/* people_words.h -- what is said of a way to reach somebody.
 *
 * Words alone: page, terminal and command line say the same. What nobody knows is left
 * out rather than guessed, but for the date: that it is not known is said. Pure. */
#ifndef LEEWAY_APP_PEOPLE_WORDS_H
#define LEEWAY_APP_PEOPLE_WORDS_H

#include "store/helplines.h"

#include <stddef.h>

enum { PEOPLE_DATE_MAX = 32, PEOPLE_TEXT_MAX = 192 };

/* "2026-01-18", "2026-01", "2026" or "unknown". Returns `out`. */
const char *people_date_code(const HelplineDate *date, char out[PEOPLE_DATE_MAX]);

/* "18 January 2026", "January 2026" or "2026". Asserts a year. */
const char *people_date_words(const HelplineDate *date, char out[PEOPLE_DATE_MAX]);

/* "By phone, in English or Spanish." Returns `out`, as all of these do. */
const char *people_how(const Helpline *line, char out[PEOPLE_TEXT_MAX]);

/* "Day and night, every day. Free.", or "" where neither is known. */
const char *people_when(const Helpline *line, char out[PEOPLE_TEXT_MAX]);

/* "The province of Entre Ríos.", or "". */
const char *people_scope(const Helpline *line, char out[PEOPLE_TEXT_MAX]);

/* When it was checked, that it may have changed, and plainly when that is long ago. */
const char *people_checked(const Helpline *line, int64_t today,
                           char out[PEOPLE_TEXT_MAX]);

#endif
