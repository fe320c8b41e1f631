/* SPDX-License-Identifier: MIT */
/* kept.h -- everything Leeway ever writes by itself, in one table.
 *
 * What is kept is told, shown and erased from here, so that the three cannot differ: a
 * file that is no row is not written. Files that a person names, such as an export, are
 * not kept by Leeway and stand in no row. Looking changes nothing on the disk; erasing
 * does. Blocks while the disk works. */
#ifndef LEEWAY_STORE_KEPT_H
#define LEEWAY_STORE_KEPT_H

#include "core/error.h"
#include "store/files.h"
#include "store/paths.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum KeptId {
    KEPT_SETTINGS,
    KEPT_MARKS,
    KEPT_PATTERNS,
    KEPT_MESSAGES,
    KEPT_VOICES,
    KEPT_PEOPLE,
    KEPT_LINE,
    KEPT_COUNT
} KeptId;

typedef struct KeptRow {
    const char *name; /* "settings" */
    const char *says; /* what it holds, and when it is written */
    PathsFolder folder;
    const char *file;
    bool is_own_work; /* made by the person: erased only when that is asked for too */
    bool are_voices;  /* not a file but a folder of voices */
} KeptRow;

extern const KeptRow kept_rows[KEPT_COUNT];

/* Where the file of a row is, or would be. False, "" and a sentence when it has no place.
 */
bool kept_path(KeptId id, FilePath *path, Error *error);

/* A file that is there. */
typedef struct KeptFile {
    FilePath path;
    int64_t size; /* bytes */
    bool is_link;
} KeptFile;

/* The file itself first, then what a link of its name leads to, what was set aside as
 * damaged (.bad), and what an interrupted writing left (.new-...). Of voices it is every
 * clip, and what each says of itself; other files in their folders are not Leeway's. */
enum { KEPT_FILES_MAX = 1024 };
typedef struct KeptFiles {
    FilePath path; /* where the file itself is, or would be */
    bool is_there; /* the file itself: then it is files[0] */
    int32_t count;
    KeptFile files[KEPT_FILES_MAX];
} KeptFiles;

/* Looks for what there is of a row. False and a sentence when there is no place for it at
 * all. Big: not for the stack. */
bool kept_find(KeptId id, KeptFiles *found, Error *error);

/* Erases what was found, and its folder if that is empty then. Returns how many files are
 * gone; of one that could not be erased *error tells, and the others go all the same.
 * Those that are gone come first in *found afterwards. */
int32_t kept_erase(KeptFiles *found, Error *error);

/* Whether a file could be written there, as far as can be told without writing. */
bool kept_is_writable(const char *path);

#endif
