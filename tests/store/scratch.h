/* SPDX-License-Identifier: MIT */
/* scratch.h -- a folder of a test's own, gone when the test is over.
 *
 * For tests of what touches the disk. Whatever fails here fails the test. Header only, as
 * the tests of this folder are the only ones that need it. */
#ifndef LEEWAY_STORE_SCRATCH_H
#define LEEWAY_STORE_SCRATCH_H

#include "store/files.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Makes the folder; a set-up of cmocka. *state becomes its path. */
static inline int scratch_open(void **state)
{
    char *path = strdup("/tmp/leeway-test-XXXXXX");
    *state = path;
    return path != NULL && mkdtemp(path) != NULL ? 0 : -1;
}

static inline void scratch_remove(const char *path)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        struct stat status;
        char below[FILES_PATH_MAX];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(below, sizeof below, "%.2000s/%s", path, entry->d_name);
        if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode))
            scratch_remove(below);
        else
            unlink(below);
    }
    closedir(folder);
    rmdir(path);
}

/* Removes the folder and what is in it; a tear-down of cmocka. */
static inline int scratch_close(void **state)
{
    scratch_remove(*state);
    free(*state);
    return 0;
}

/* The path of something in the folder. */
static inline FilePath scratch_path(void **state, const char *name)
{
    FilePath path;
    snprintf(path.text, sizeof path.text, "%s/%s", (const char *)*state, name);
    return path;
}

/* Writes a file in the plainest way. */
static inline void scratch_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static inline void scratch_expect(const char *path, const char *text)
{
    char found[FILES_PATH_MAX] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(found, text);
}

/* How many entries a folder has, "." and ".." left out; -1 when there is no folder. */
static inline int scratch_count(const char *path)
{
    DIR *folder = opendir(path);
    int count = folder != NULL ? -2 : -1;
    while (folder != NULL && readdir(folder) != NULL)
        count++;
    if (folder != NULL)
        closedir(folder);
    return count;
}

#endif
