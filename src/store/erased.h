/* SPDX-License-Identifier: MIT */
/* erased.h -- files that were erased, held in memory until they are put back.
 *
 * Only what can be held is erased: a promise to put back is never made in vain. Putting
 * back writes the bytes that were there; forgetting wipes them from memory. Nothing else
 * is ever written. Blocks while the disk works. */
#ifndef LEEWAY_STORE_ERASED_H
#define LEEWAY_STORE_ERASED_H

#include "core/error.h"
#include "store/kept.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ERASED_MAX = 2 * KEPT_FILES_MAX, ERASED_FILE_MAX = 4 * 1024 * 1024 };

typedef struct ErasedFile {
    char *path;
    char *bytes; /* of a link: where it leads */
    size_t size;
    bool is_link;
} ErasedFile;

/* A zeroed one holds nothing. */
typedef struct Erased {
    int32_t count;
    ErasedFile files[ERASED_MAX];
} Erased;

/* Erases what was found and holds it; of a path that is held already the first stays.
 * Returns how many files are gone. *error tells of one that was left because it could not
 * be held or erased. Changes the order in *found. */
int32_t erased_take(Erased *erased, KeptFiles *found, Error *error);

/* Holds what was found as it is now, before something in it is erased: putting back
 * writes all of it again. False and a sentence where that cannot be. */
bool erased_hold(Erased *erased, const KeptFiles *found, Error *error);

/* Writes everything back. What could not be written stays held, and *error tells. */
bool erased_put_back(Erased *erased, Error *error);

/* Wipes all of it from memory. */
void erased_forget(Erased *erased);

#endif
