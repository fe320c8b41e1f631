/* SPDX-License-Identifier: MIT */
/* values.h -- what the value of an entry means, and what is wrong with it.
 *
 * Each function reads one entry of a Lines. It returns true and fills *out, or tells a
 * problem at the value's line and column and leaves *out alone. Numbers are written with
 * ASCII digits, whatever the system's language. */
#ifndef LEEWAY_STORE_VALUES_H
#define LEEWAY_STORE_VALUES_H

#include "core/breath.h"
#include "store/lines.h"

/* A whole number from min to max. */
bool values_int(Lines *lines, const LinesEntry *entry, int32_t min, int32_t max,
                int32_t *out);

/* One of `words`, which end with NULL; *out becomes its index. */
bool values_choice(Lines *lines, const LinesEntry *entry, const char *const words[],
                   int32_t *out);

/* "on" or "off". */
bool values_switch(Lines *lines, const LinesEntry *entry, bool *out);

/* A breath pattern in numbers, "4-6". */
bool values_pattern(Lines *lines, const LinesEntry *entry, BreathPattern *out);

/* A text of at most size - 1 bytes, not empty. */
bool values_text(Lines *lines, const LinesEntry *entry, char *out, size_t size);

/* A name: small letters, digits and '-'. */
bool values_name(Lines *lines, const LinesEntry *entry, char *out, size_t size);

/* Whether a text is such a name of at most size - 1 bytes. */
bool values_is_name(const char *text, size_t size);

/* The functions below are about sections and tell problems at the heading. */

/* Whether a section has an entry for each of `keys`, which end with NULL. */
bool values_has_all(Lines *lines, const LinesSection *section, const char *const keys[]);

/* A section's own name, which is a name as above. */
bool values_section_name(Lines *lines, const LinesSection *section, char *out,
                         size_t size);

/* Tells that entries before any section belong nowhere, if there are some. */
void values_no_top(Lines *lines);

#endif
