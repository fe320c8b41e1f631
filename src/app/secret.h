/* SPDX-License-Identifier: MIT */
/* secret.h -- memory for what a person writes and nobody else is to read.
 *
 * Pages of their own, never part of a core dump, never on a swap disk where the system
 * allows that, zeros before and after. While something is held in them the whole process
 * leaves no core and cannot be looked into by other programs of the person. It keeps no
 * secret from whoever rules the machine. Main thread. */
#ifndef LEEWAY_APP_SECRET_H
#define LEEWAY_APP_SECRET_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/* So many bytes, all zero; NULL and a sentence where there is no memory. */
void *secret_open(size_t size, Error *error);

/* Wipes them and gives them back. NULL is fine. */
void secret_close(void *memory, size_t size);

/* Whether something is held now: no core, nothing to look at; or all as it was before. */
void secret_hold(bool holds);
bool secret_is_held(void);

/* Puts zeros where functions that have returned may have left pieces on the stack. */
void secret_sweep(void);

#endif
