/* SPDX-License-Identifier: MIT */
/* lines_file.h -- a file of lines that is changed and written again.
 *
 * Between lines.h, which rewrites text, and files.h, which writes it: for the files that
 * the person and Leeway both write. One that is damaged is set aside, never overwritten.
 * Blocks while the disk works. */
#ifndef LEEWAY_STORE_LINES_FILE_H
#define LEEWAY_STORE_LINES_FILE_H

#include "core/error.h"
#include "store/lines.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads the file as it is. *lines is NULL where there is none, which is no failure. False
 * and a sentence when the disk or the memory fails. */
bool lines_file_read(const char *path, const LinesFormat *format, Lines **lines,
                     Error *error);

/* The same, or its first line alone where there is none that could be read.
 * *is_damaged: there is one, and it is not of this kind. NULL and a sentence when the
 * disk or the memory fails. */
Lines *lines_file_open(const char *path, const LinesFormat *format, bool *is_damaged,
                       Error *error);

/* Writes `text`, which is freed; NULL is no memory. What is_damaged said goes aside
 * first. */
bool lines_file_write(const char *path, char *text, size_t size, bool is_damaged,
                      Error *error);

#endif
