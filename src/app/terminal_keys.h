/* SPDX-License-Identifier: MIT */
/* terminal_keys.h -- bytes from a terminal to what they mean.
 *
 * Letters, digits, Esc and the sequences of the arrow keys, as terminals since the VT100
 * send them. Any bytes may come in: what means nothing is passed over as a whole, so that
 * the rest of a sequence is never taken for letters. Pure; no terminal here. */
#ifndef LEEWAY_APP_TERMINAL_KEYS_H
#define LEEWAY_APP_TERMINAL_KEYS_H

#include "view/actions.h"

#include <stdbool.h>
#include <stdint.h>

/* What a key means: an action, or the number of a way, or, zeroed, nothing. */
typedef struct TerminalKey {
    ActionId action;
    int32_t way; /* 1 .. 9 */
} TerminalKey;

/* Reads the first key of `count` bytes. Returns how many bytes it is, or 0 when it may be
 * the beginning of a longer one and more bytes may come; with `is_all` it is taken for
 * what it is. Asserts count > 0. */
int32_t terminal_key(const char *bytes, int32_t count, bool is_all, TerminalKey *key);

#endif
