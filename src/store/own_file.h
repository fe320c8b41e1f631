/* SPDX-License-Identifier: MIT */
/* own_file.h -- a file of what the person made, changed one section at a time.
 *
 * Such a file has the small format (lines.h). It is opened as it stands, or begun where
 * there is none; one that is damaged is set aside before the new one is written, never
 * overwritten. Blocks while the disk works. */
#ifndef LEEWAY_STORE_OWN_FILE_H
#define LEEWAY_STORE_OWN_FILE_H

#include "core/error.h"
#include "store/lines.h"

#include <stdbool.h>
#include <stddef.h>

/* The file as it is, or its first line where there is none that could be read. NULL, with
 * a sentence, when it cannot be opened. Close what was opened. */
Lines *own_file_open(const char *path, const LinesFormat *format, bool *is_damaged,
                     Error *error);

/* Writes `text`, which is freed; NULL is no memory. */
bool own_file_write(const char *path, char *text, size_t size, bool is_damaged,
                    Error *error);

/* Takes a section out of the file. One that is not there is no failure. */
bool own_file_erase(const char *path, const LinesFormat *format, const char *section,
                    Error *error);

#endif
