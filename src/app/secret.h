/* SPDX-License-Identifier: MIT */
/* secret.h -- memory for what a person writes and nobody else is to read.
 *
 * Pages of their own, never part of a core dump, never on a swap disk where the system
 * allows that, zeros before and after. Once something was held, the whole process leaves
 * no core and cannot be looked into by other programs of the person, until it ends: what
 * is wiped here may have left pieces where nobody can wipe them, as in SDL and Xlib. It
 * keeps no secret from whoever rules the machine. Main thread. */
#ifndef LEEWAY_APP_SECRET_H
#define LEEWAY_APP_SECRET_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/* So many bytes, all zero; NULL and a sentence where there is no memory. */
void *secret_open(size_t size, Error *error);

/* Wipes them and gives them back. NULL is fine. */
void secret_close(void *memory, size_t size);

/* The same, but for the zeros, for memory that somebody else has, and what shares its
 * pages. */
void secret_cover(void *memory, size_t size);

/* Something is held from now on: no core, nothing to look at. */
void secret_hold(void);
bool secret_is_held(void);

/* Puts zeros where functions that have returned may have left pieces on the stack. */
void secret_sweep(void);

#endif
