/* SPDX-License-Identifier: MIT */
#include "store/lines_file.h"

#include "store/files.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_LINE_MAX = 64 };

bool lines_file_read(const char *path, const LinesFormat *format, Lines **lines,
                     Error *error)
{
    FileText text;
    *lines = NULL;
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return false;
    if (text.bytes == NULL)
        return true;
    *lines = lines_open(path, text.bytes, text.size, format, error);
    files_close(&text);
    return *lines != NULL;
}

Lines *lines_file_open(const char *path, const LinesFormat *format, bool *is_damaged,
                       Error *error)
{
    Lines *lines;
    char first[FIRST_LINE_MAX];
    *is_damaged = false;
    if (!lines_file_read(path, format, &lines, error))
        return NULL;
    *is_damaged = lines != NULL && lines->is_damaged;
    if (lines != NULL && !*is_damaged)
        return lines;
    lines_close(lines);
    snprintf(first, sizeof first, "leeway %s %" PRId32 "\n", format->kind,
             format->version);
    return lines_open(path, first, strlen(first), format, error);
}

bool lines_file_write(const char *path, char *text, size_t size, bool is_damaged,
                      Error *error)
{
    FilePath bad;
    if (text == NULL)
        error_set(error, "there is not enough memory to write %.300s", path);
    else if (size > LINES_FILE_MAX)
        error_set(error, "%.300s has no room for one more", path);
    const bool is_written = text != NULL && size <= LINES_FILE_MAX &&
                            (!is_damaged || files_set_aside(path, &bad, error)) &&
                            files_write(path, text, size, error);
    free(text);
    return is_written;
}
