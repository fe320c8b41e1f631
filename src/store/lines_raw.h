/* SPDX-License-Identifier: MIT */
/* lines_raw.h -- a line as it was, for lines*.c alone.
 *
 * What has to be known to write a file again with one value changed and every other byte
 * as it was, and to show a line with what is wrong in it. */
#ifndef LEEWAY_STORE_LINES_RAW_H
#define LEEWAY_STORE_LINES_RAW_H

#include <stddef.h>

typedef struct LinesRaw {
    const char *bytes;
    size_t size;       /* with its line end, if it has one */
    size_t value_at;   /* of an entry: where its value begins … */
    size_t value_size; /* … and how long it is */
} LinesRaw;

#endif
