/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */
#define _DEFAULT_SOURCE   /* explicit_bzero */
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_MODE = 0700, BAD_NAMES_MAX = 100 };

/* The end of a path, which is where long ones differ. */
static const char *path_end(const char *path)
{
    const size_t length = strlen(path), shown = 300;
    return length > shown ? path + length - shown : path;
}

static bool failed(Error *error, const char *path, const char *what)
{
    error_set(error, "%s %s: %s", path_end(path), what, strerror(errno));
    return false;
}

/* Reads until the end or until the room is full. */
static bool read_all(int file, char *bytes, size_t room, size_t *size)
{
    *size = 0;
    while (*size < room) {
        const ssize_t got = read(file, bytes + *size, room - *size);
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return false;
        *size += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool read_file(int file, const char *path, size_t max_bytes, FileText *text,
                      Error *error)
{
    text->bytes = malloc(max_bytes + 1);
    if (text->bytes == NULL || !read_all(file, text->bytes, max_bytes, &text->size))
        return failed(error, path, "could not be read");
    text->bytes[text->size] = '\0';
    return true;
}

bool files_open(const char *path, size_t max_bytes, FileText *text, Error *error)
{
    *text = (FileText){ 0 };
    /* Without O_NONBLOCK a pipe that lies there would wait for a writer for ever. */
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT || errno == ENOTDIR ||
               failed(error, path, "could not be opened");
    const bool is_read = read_file(file, path, max_bytes, text, error);
    close(file);
    if (!is_read)
        files_close(text);
    return is_read;
}

void files_close(FileText *text)
{
    if (text->bytes != NULL) /* it may be what a person wrote */
        explicit_bzero(text->bytes, text->size);
    free(text->bytes);
    *text = (FileText){ 0 };
}

/* The folder a path is in, "." when it names none. */
static void folder_of(const char *path, FilePath *folder)
{
    snprintf(folder->text, sizeof folder->text, "%s", path);
    char *slash = strrchr(folder->text, '/');
    if (slash == NULL)
        strcpy(folder->text, ".");
    else
        slash[slash == folder->text] = '\0';
}

static bool make_folder(const char *path)
{
    return mkdir(path, FOLDER_MODE) == 0 || errno == EEXIST;
}

/* Makes a folder and those above it. One that is really a file is noticed by whoever
 * opens something in it. */
static bool make_folders(const FilePath *folder, Error *error)
{
    FilePath above = *folder;
    for (char *c = above.text + 1; *c != '\0'; c++) {
        if (*c != '/')
            continue;
        *c = '\0';
        if (!make_folder(above.text))
            return failed(error, above.text, "could not be made");
        *c = '/';
    }
    return make_folder(above.text) || failed(error, above.text, "could not be made");
}

static bool write_all(int file, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t put = write(file, bytes, size);
        if (put < 0 && errno != EINTR)
            return false;
        bytes += put > 0 ? put : 0;
        size -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

/* Some file systems cannot sync a folder (EINVAL); then the rename has to be enough. */
static bool sync_folder(const char *path)
{
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool is_synced = fsync(folder) == 0 || errno == EINVAL;
    close(folder);
    return is_synced;
}

/* Fills the temporary file; afterwards it is closed, whatever happened. */
static bool fill(int file, const void *bytes, size_t size)
{
    const bool is_written = write_all(file, bytes, size) && fsync(file) == 0;
    const int reason = errno;
    const bool is_closed = close(file) == 0;
    if (!is_written)
        errno = reason;
    return is_written && is_closed;
}

static bool replace(const char *path, const char *temporary, int file, const void *bytes,
                    size_t size)
{
    if (fill(file, bytes, size) && rename(temporary, path) == 0)
        return true;
    const int reason = errno;
    unlink(temporary);
    errno = reason;
    return false;
}

/* A device or a folder that stands where a file is meant to be is nobody's to move. */
static bool is_replaceable(const char *path, Error *error)
{
    struct stat status;
    if (stat(path, &status) != 0 || S_ISREG(status.st_mode))
        return true;
    error_set(error, "%s is not a plain file, so it is left alone", path_end(path));
    return false;
}

/* Where the bytes go: the file that a link names, and never a device or a folder. */
static bool find_target(const char *path, FilePath *target, Error *error)
{
    char *real = realpath(path, NULL);
    const int length =
        snprintf(target->text, sizeof target->text, "%s", real != NULL ? real : path);
    free(real);
    /* The temporary name is a little longer. */
    if (length < 0 || (size_t)length + 16 > sizeof target->text) {
        errno = ENAMETOOLONG;
        return failed(error, path, "could not be written");
    }
    return is_replaceable(target->text, error);
}

bool files_write(const char *path, const void *bytes, size_t size, Error *error)
{
    FilePath target, folder;
    if (!find_target(path, &target, error))
        return false;
    folder_of(target.text, &folder);
    if (!make_folders(&folder, error))
        return false;

    char temporary[FILES_PATH_MAX + 16];
    snprintf(temporary, sizeof temporary, "%s.new-XXXXXX", target.text);
    const int file = mkstemp(temporary); /* 0600 */
    if (file < 0 || !replace(target.text, temporary, file, bytes, size) ||
        !sync_folder(folder.text))
        return failed(error, path, "could not be written");
    return true;
}

static bool is_there(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

/* PATH.bad, then PATH.bad2, PATH.bad3 … */
static bool free_bad_name(const char *path, FilePath *bad)
{
    for (int i = 1; i < BAD_NAMES_MAX; i++) {
        char number[16] = "";
        if (i > 1)
            snprintf(number, sizeof number, "%d", i);
        const int length =
            snprintf(bad->text, sizeof bad->text, "%s.bad%s", path, number);
        if (length < 0 || (size_t)length >= sizeof bad->text)
            break;
        if (!is_there(bad->text))
            return true;
    }
    errno = EEXIST;
    return false;
}

bool files_set_aside(const char *path, FilePath *bad, Error *error)
{
    if (!is_replaceable(path, error))
        return false;
    if (free_bad_name(path, bad) && rename(path, bad->text) == 0)
        return true;
    return failed(error, path, "could not be set aside");
}
