/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */
#include "store/kept.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const KeptRow kept_rows[KEPT_COUNT] = {
    [KEPT_SETTINGS] = {
        .name = "settings",
        .says = "what was chosen: pattern, length, sound, text size, places left out; "
                "window size and place; written when something is chosen, not before",
        .folder = PATHS_CONFIG,
        .file = "settings",
        .is_own_work = false,
    },
    [KEPT_MARKS] = {
        .name = "marks",
        .says = "messages kept, and those not to come; written when one is marked",
        .folder = PATHS_CONFIG,
        .file = "marks",
        .is_own_work = false,
    },
    [KEPT_PATTERNS] = {
        .name = "patterns",
        .says = "patterns of your own: their names and numbers; written when one is "
                "kept",
        .folder = PATHS_DATA,
        .file = "patterns",
        .is_own_work = true,
    },
    [KEPT_MESSAGES] = {
        .name = "messages",
        .says = "messages of your own; written when one is kept",
        .folder = PATHS_DATA,
        .file = "messages",
        .is_own_work = true,
    },
    [KEPT_VOICES] = {
        .name = "voices",
        .says = "voices of your own: the lines of a recording; written when one is kept",
        .folder = PATHS_DATA,
        .file = "voices",
        .is_own_work = true,
        .are_voices = true,
    },
    [KEPT_PEOPLE] = {
        .name = "people",
        .says = "people to call of your own: names, numbers, and when; written when one "
                "is kept",
        .folder = PATHS_DATA,
        .file = "people",
        .is_own_work = true,
    },
    [KEPT_LINE] = {
        .name = "line",
        .says = "a line you kept for later; written when Keep for later is pressed",
        .folder = PATHS_DATA,
        .file = "line",
        .is_own_work = false,
    },
};
_Static_assert(sizeof kept_rows / sizeof kept_rows[0] == KEPT_COUNT, "a row for each");

static void folder_of(const char *path, FilePath *folder)
{
    snprintf(folder->text, sizeof folder->text, "%s", path);
    char *slash = strrchr(folder->text, '/');
    if (slash == NULL)
        strcpy(folder->text, ".");
    else
        slash[slash == folder->text] = '\0';
}

/* Notes a path at which there is a plain file, or a link of that name. */
static bool note(KeptFiles *found, const char *path)
{
    struct stat status;
    if (found->count == KEPT_FILES_MAX || lstat(path, &status) != 0 ||
        !(S_ISREG(status.st_mode) || S_ISLNK(status.st_mode)))
        return false;
    KeptFile *file = &found->files[found->count++];
    snprintf(file->path.text, sizeof file->path.text, "%s", path);
    file->is_link = S_ISLNK(status.st_mode);
    file->size = file->is_link ? 0 : (int64_t)status.st_size;
    return true;
}

/* What files.c puts beside a file: NAME.bad, NAME.bad2 ..., NAME.new-XXXXXX. */
static bool is_beside(const char *entry, const char *name)
{
    const size_t length = strlen(name);
    if (strncmp(entry, name, length) != 0)
        return false;
    const char *end = entry + length;
    if (strncmp(end, ".bad", 4) == 0)
        return strspn(end + 4, "0123456789") == strlen(end + 4);
    return strncmp(end, ".new-", 5) == 0 && strlen(end) == strlen(".new-XXXXXX");
}

static int by_path(const void *a, const void *b)
{
    const KeptFile *one = a, *other = b;
    return strcmp(one->path.text, other->path.text);
}

static void note_beside(KeptFiles *found, const char *path)
{
    FilePath folder;
    folder_of(path, &folder);
    DIR *open = opendir(folder.text);
    if (open == NULL)
        return;
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    const int32_t first = found->count;
    for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
        FilePath beside;
        const int length = snprintf(beside.text, sizeof beside.text, "%s/%s", folder.text,
                                    entry->d_name);
        if (is_beside(entry->d_name, name) && length > 0 &&
            (size_t)length < sizeof beside.text)
            note(found, beside.text);
    }
    closedir(open);
    qsort(found->files + first, (size_t)(found->count - first), sizeof found->files[0],
          by_path);
}

/* A clip by the name of its cue, or what a voice says of itself. */
static bool is_of_voice(const char *entry)
{
    static const char *const kinds[] = { ".opus", ".ogg", ".flac", ".wav", ".mp3" };
    const char *kind = strrchr(entry, '.');
    if (strcmp(entry, "voice") == 0)
        return true;
    for (size_t i = 0; kind != NULL && i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kind, kinds[i]) == 0)
            return entry[0] != '.';
    return false;
}

/* The entries of a folder that are no links out of it, below `path`. */
static void note_voice(KeptFiles *found, const char *path)
{
    struct stat status;
    DIR *open =
        lstat(path, &status) == 0 && S_ISDIR(status.st_mode) ? opendir(path) : NULL;
    if (open == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
        FilePath below;
        const int length =
            snprintf(below.text, sizeof below.text, "%s/%s", path, entry->d_name);
        if (is_of_voice(entry->d_name) && length > 0 &&
            (size_t)length < sizeof below.text)
            note(found, below.text);
    }
    closedir(open);
}

/* Each folder in the folder of voices, those that were only begun too. */
static void note_voices(KeptFiles *found)
{
    DIR *open = opendir(found->path.text);
    for (struct dirent *entry; open != NULL && (entry = readdir(open)) != NULL;) {
        FilePath voice;
        const int length = snprintf(voice.text, sizeof voice.text, "%s/%s",
                                    found->path.text, entry->d_name);
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            length > 0 && (size_t)length < sizeof voice.text)
            note_voice(found, voice.text);
    }
    if (open != NULL)
        closedir(open);
    found->is_there = found->count > 0;
    qsort(found->files, (size_t)found->count, sizeof found->files[0], by_path);
}

bool kept_path(KeptId id, FilePath *path, Error *error)
{
    path->text[0] = '\0';
    return paths_kept(kept_rows[id].folder, kept_rows[id].file, path, error);
}

bool kept_find(KeptId id, KeptFiles *found, Error *error)
{
    const KeptRow *row = &kept_rows[id];
    found->count = 0;
    found->is_there = false;
    if (!paths_kept(row->folder, row->file, &found->path, error))
        return false;
    if (row->are_voices) {
        note_voices(found);
        return true;
    }
    found->is_there = note(found, found->path.text);
    note_beside(found, found->path.text);
    /* Where the name is a link, what is written lies where it leads. */
    char *real = found->is_there ? realpath(found->path.text, NULL) : NULL;
    if (real != NULL && strcmp(real, found->path.text) != 0) {
        struct stat link;
        if (lstat(found->path.text, &link) == 0 && S_ISLNK(link.st_mode)) {
            note(found, real);
            note_beside(found, real);
        }
    }
    free(real);
    return true;
}

static bool is_below(const char *path, const char *folder)
{
    const size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

int32_t kept_erase(KeptFiles *found, Error *error)
{
    int32_t gone = 0;
    for (int32_t i = 0; i < found->count; i++) {
        const char *path = found->files[i].path.text;
        if (unlink(path) != 0) {
            error_set(error, "%.300s could not be erased: %s", path, strerror(errno));
            continue;
        }
        if (is_below(path, found->path.text)) {
            FilePath voice;
            folder_of(path, &voice);
            rmdir(voice.text);
        }
        const KeptFile moved = found->files[i];
        found->files[i] = found->files[gone];
        found->files[gone++] = moved;
    }
    FilePath folder;
    folder_of(found->path.text, &folder);
    if (gone > 0) {
        rmdir(found->path.text); /* where it is one; what is not empty stays */
        rmdir(folder.text);
    }
    return gone;
}

/* Where a link leads, if the path is one that leads somewhere. */
static void follow(const char *path, FilePath *target)
{
    char *real = realpath(path, NULL);
    snprintf(target->text, sizeof target->text, "%s", real != NULL ? real : path);
    free(real);
}

bool kept_is_writable(const char *path)
{
    FilePath at, target;
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return false;
    /* A file that is written anew takes the old one's place: the folder has to allow it,
     * and the nearest that is there is where the others would be made. */
    follow(path, &target);
    for (folder_of(target.text, &at);
         strcmp(at.text, "/") != 0 && stat(at.text, &status) != 0;) {
        const FilePath below = at;
        folder_of(below.text, &at);
    }
    return stat(at.text, &status) == 0 && S_ISDIR(status.st_mode) &&
           access(at.text, W_OK | X_OK) == 0;
}
