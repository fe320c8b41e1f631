/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "store/erased.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void wipe(ErasedFile *file)
{
    if (file->bytes != NULL)
        explicit_bzero(file->bytes, file->size);
    if (file->path != NULL)
        explicit_bzero(file->path, strlen(file->path));
    free(file->bytes);
    free(file->path);
    *file = (ErasedFile){ 0 };
}

static bool is_held(const Erased *erased, const char *path)
{
    for (int32_t i = 0; i < erased->count; i++)
        if (strcmp(erased->files[i].path, path) == 0)
            return true;
    return false;
}

static bool left(const KeptFile *file, const char *why, Error *error)
{
    error_set(error, "%.300s was left: %s", file->path.text, why);
    return false;
}

static bool read_link(const KeptFile *file, ErasedFile *held, Error *error)
{
    char target[FILES_PATH_MAX];
    const ssize_t length = readlink(file->path.text, target, sizeof target);
    if (length < 0 || (size_t)length == sizeof target)
        return left(file, strerror(length < 0 ? errno : ENAMETOOLONG), error);
    held->bytes = strndup(target, (size_t)length);
    held->size = (size_t)length;
    held->is_link = true;
    return held->bytes != NULL || left(file, strerror(ENOMEM), error);
}

/* One byte more than there should be, so that a file that grows is noticed. */
static bool read_bytes(const KeptFile *file, ErasedFile *held, Error *error)
{
    if (file->size > ERASED_FILE_MAX)
        return left(file, "it is too large to be put back", error);
    FileText text;
    if (!files_open(file->path.text, (size_t)file->size + 1, &text, error))
        return false;
    held->bytes = text.bytes;
    held->size = text.size;
    if (text.bytes != NULL && text.size == (size_t)file->size)
        return true;
    return left(file, "it changes while it is read", error);
}

static bool hold(Erased *erased, const KeptFile *file, Error *error)
{
    if (is_held(erased, file->path.text))
        return true;
    if (erased->count == ERASED_MAX)
        return left(file, "there are too many to be put back", error);
    ErasedFile held = { .path = strdup(file->path.text) };
    const bool is_read =
        held.path != NULL &&
        (file->is_link ? read_link(file, &held, error) : read_bytes(file, &held, error));
    if (!is_read) {
        wipe(&held);
        return false;
    }
    erased->files[erased->count++] = held;
    return true;
}

bool erased_hold(Erased *erased, const KeptFiles *found, Error *error)
{
    for (int32_t i = 0; i < found->count; i++)
        if (!hold(erased, &found->files[i], error))
            return false;
    return true;
}

static bool is_gone(const KeptFiles *found, int32_t gone, const char *path)
{
    for (int32_t i = 0; i < gone; i++)
        if (strcmp(found->files[i].path.text, path) == 0)
            return true;
    return false;
}

int32_t erased_take(Erased *erased, KeptFiles *found, Error *error)
{
    const int32_t before = erased->count;
    int32_t held = 0;
    for (int32_t i = 0; i < found->count; i++)
        if (hold(erased, &found->files[i], error) && held++ != i)
            found->files[held - 1] = found->files[i];
    found->count = held;
    const int32_t gone = kept_erase(found, error);
    int32_t stays = before;
    for (int32_t i = before; i < erased->count; i++) {
        ErasedFile *file = &erased->files[i];
        if (is_gone(found, gone, file->path))
            erased->files[stays++] = *file;
        else
            wipe(file);
    }
    erased->count = stays;
    return gone;
}

/* The folder may have gone with the link. */
static bool link_again(const ErasedFile *file, Error *error)
{
    char *folder = strdup(file->path);
    char *slash = folder != NULL ? strrchr(folder, '/') : NULL;
    if (slash != NULL && slash != folder) {
        *slash = '\0';
        mkdir(folder, 0700);
    }
    free(folder);
    unlink(file->path);
    if (symlink(file->bytes, file->path) == 0)
        return true;
    error_set(error, "%.300s could not be put back: %s", file->path, strerror(errno));
    return false;
}

static bool put_back(const ErasedFile *file, Error *error)
{
    return file->is_link ? link_again(file, error)
                         : files_write(file->path, file->bytes, file->size, error);
}

bool erased_put_back(Erased *erased, Error *error)
{
    int32_t stays = 0;
    for (int32_t i = 0; i < erased->count; i++) {
        ErasedFile *file = &erased->files[i];
        if (put_back(file, error))
            wipe(file);
        else
            erased->files[stays++] = *file;
    }
    erased->count = stays;
    return stays == 0;
}

void erased_forget(Erased *erased)
{
    for (int32_t i = 0; i < erased->count; i++)
        wipe(&erased->files[i]);
    erased->count = 0;
}
