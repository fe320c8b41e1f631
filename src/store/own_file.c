/* SPDX-License-Identifier: MIT */
#include "store/own_file.h"

#include "store/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_LINE_MAX = 64 };

Lines *own_file_open(const char *path, const LinesFormat *format, bool *is_damaged,
                     Error *error)
{
    FileText text;
    char first_line[FIRST_LINE_MAX];
    *is_damaged = false;
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return NULL;
    if (text.bytes != NULL) {
        Lines *lines = lines_open(path, text.bytes, text.size, format, error);
        files_close(&text);
        *is_damaged = lines != NULL && lines->is_damaged;
        if (!*is_damaged)
            return lines;
        lines_close(lines);
    }
    snprintf(first_line, sizeof first_line, "leeway %s %d\n", format->kind,
             (int)format->version);
    return lines_open(path, first_line, strlen(first_line), format, error);
}

bool own_file_write(const char *path, char *text, size_t size, bool is_damaged,
                    Error *error)
{
    FilePath bad;
    if (text == NULL)
        error_set(error, "there is not enough memory to keep it");
    else if (size > LINES_FILE_MAX)
        error_set(error, "%.300s has no room for one more", path);
    const bool is_kept = text != NULL && size <= LINES_FILE_MAX &&
                         (!is_damaged || files_set_aside(path, &bad, error)) &&
                         files_write(path, text, size, error);
    free(text);
    return is_kept;
}

bool own_file_erase(const char *path, const LinesFormat *format, const char *section,
                    Error *error)
{
    bool is_damaged = false;
    Lines *lines = own_file_open(path, format, &is_damaged, error);
    if (lines == NULL)
        return false;
    bool is_gone = true;
    if (!is_damaged && lines_section(lines, section) != NULL) {
        size_t size = 0;
        char *text = lines_without_section(lines, section, &size);
        is_gone = own_file_write(path, text, size, false, error);
    }
    lines_close(lines);
    return is_gone;
}
