/* SPDX-License-Identifier: MIT */
/* files.h -- whole files, read and written so that nothing is ever half there.
 *
 * Writing goes to a temporary file beside the old one, which takes its place only when
 * all of it is on the disk: whoever looks finds the old file or the new one. Files are
 * 0600, folders that have to be made 0700. Failures are sentences; whatever was there
 * before stays. Blocks while the disk works, so it is not for the audio thread. */
#ifndef LEEWAY_STORE_FILES_H
#define LEEWAY_STORE_FILES_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILES_PATH_MAX = 4096 };

/* A path, with its NUL. */
typedef struct FilePath {
    char text[FILES_PATH_MAX];
} FilePath;

/* What a file holds. A zeroed one is a file that is not there. */
typedef struct FileText {
    char *
        bytes; /* NULL when there is no such file, else with a NUL behind the last byte */
    size_t size;
} FileText;

/* Reads a file, at most max_bytes of it. A file that does not exist, or whose folder is
 * really a file, is no failure: bytes stays NULL. Close what was opened, which wipes it.
 */
bool files_open(const char *path, size_t max_bytes, FileText *text, Error *error);
void files_close(FileText *text);

/* Writes all of a file at once, making the folders above it. Follows a link to the file
 * it names, and refuses to replace anything but a plain file. */
bool files_write(const char *path, const void *bytes, size_t size, Error *error);

/* Renames a damaged file to PATH.bad, or PATH.bad2 … when that is taken, and tells the
 * new name. Nothing is overwritten, and nothing but a plain file is renamed. */
bool files_set_aside(const char *path, FilePath *bad, Error *error);

#endif
