/* SPDX-License-Identifier: MIT */
/* text_break.h -- where a line may end.
 *
 * Behind spaces, and between the letters of scripts that have none between words. Places
 * are bytes; any bytes are survived. Pure, any thread. */
#ifndef LEEWAY_VIEW_TEXT_BREAK_H
#define LEEWAY_VIEW_TEXT_BREAK_H

#include <stdbool.h>
#include <stdint.h>

/* Whether the byte is a space at which a line may end. */
bool text_is_space(char byte);

/* The end of what stays together from `at` on, up to a space or to `length`. Asserts that
 * `at` is before that. */
int32_t text_unbroken(const char *utf8, int32_t length, int32_t at);

#endif
