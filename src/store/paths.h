/* SPDX-License-Identifier: MIT */
/* paths.h -- where Leeway keeps what is kept, and where its assets are.
 *
 * Follows the XDG base directories: variables that are empty or relative count as unset.
 * Paths are only worked out here; nothing is made, and the environment is never written.
 * When there is no place to keep anything, that is a sentence, and Leeway goes on. */
#ifndef LEEWAY_STORE_PATHS_H
#define LEEWAY_STORE_PATHS_H

#include "core/error.h"
#include "store/files.h"

#include <stdbool.h>

typedef enum PathsFolder {
    PATHS_CONFIG, /* what the person chose: settings */
    PATHS_DATA,   /* what the person made */
    PATHS_STATE,  /* what may be lost without harm */
    PATHS_FOLDER_COUNT
} PathsFolder;

/* The path of a file in one of Leeway's own folders; the folder itself for "". */
bool paths_kept(PathsFolder folder, const char *name, FilePath *path, Error *error);

/* The path of a file among the assets, "messages/en"; the folder itself for "". They are
 * where LEEWAY_ASSETS says, else beside this program: where it was installed, or where it
 * was built. */
bool paths_asset(const char *name, FilePath *path, Error *error);

#endif
