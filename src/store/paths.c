/* SPDX-License-Identifier: MIT */
#include "store/paths.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file that every folder of assets has. */
#define KNOWN_ASSET "patterns"

typedef struct FolderRow {
    const char *variable;
    const char *below_home;
} FolderRow;

static const FolderRow folders[] = {
    [PATHS_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
    [PATHS_DATA] = { "XDG_DATA_HOME", ".local/share" },
    [PATHS_STATE] = { "XDG_STATE_HOME", ".local/state" },
};
_Static_assert(sizeof folders / sizeof *folders == PATHS_FOLDER_COUNT, "one row each");

/* Empty and relative values count as unset (XDG Base Directory Specification 0.8). */
static const char *absolute_variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] == '/' ? value : NULL;
}

/* Joins up to three parts with slashes; empty parts are left out. */
static bool join(FilePath *path, const char *a, const char *b, const char *c,
                 Error *error)
{
    const int length = snprintf(path->text, sizeof path->text, "%s%s%s%s%s", a,
                                b[0] != '\0' ? "/" : "", b, c[0] != '\0' ? "/" : "", c);
    if (length >= 0 && (size_t)length < sizeof path->text)
        return true;
    error_set(error, "the path %.60s... is too long for Leeway", a);
    return false;
}

bool paths_kept(PathsFolder folder, const char *name, FilePath *path, Error *error)
{
    assert(folder >= 0 && folder < PATHS_FOLDER_COUNT);
    const FolderRow *row = &folders[folder];

    const char *base = absolute_variable(row->variable);
    if (base != NULL)
        return join(path, base, "leeway", name, error);

    const char *home = absolute_variable("HOME");
    if (home == NULL) {
        error_set(error, "there is no home folder (HOME is not set), so nothing is kept");
        return false;
    }
    FilePath below;
    return join(&below, row->below_home, "leeway", name, error) &&
           join(path, home, below.text, "", error);
}

static bool has_assets(const char *folder)
{
    FilePath known;
    return join(&known, folder, KNOWN_ASSET, "", NULL) && access(known.text, R_OK) == 0;
}

#ifndef LEEWAY_INSTALLED_ASSETS
#define LEEWAY_INSTALLED_ASSETS ""
#endif
#ifndef LEEWAY_INSTALLED_PROGRAM
#define LEEWAY_INSTALLED_PROGRAM ""
#endif
#ifndef LEEWAY_SHARE
#define LEEWAY_SHARE "share"
#endif
#ifndef LEEWAY_SOURCE_ASSETS
#define LEEWAY_SOURCE_ASSETS ""
#endif

/* The program's own file; false where the system does not say. */
static bool find_self(FilePath *self)
{
    const ssize_t length = readlink("/proc/self/exe", self->text, sizeof self->text - 1);
    self->text[length > 0 ? length : 0] = '\0';
    return length > 0;
}

/* PREFIX/share/leeway of PREFIX/bin/leeway: the prefix may be another than was meant when
 * it was built, or have been moved since. */
static bool find_beside(const FilePath *self, FilePath *folder)
{
    FilePath prefix = *self;
    for (int i = 0; i < 2; i++) {
        char *slash = strrchr(prefix.text, '/');
        if (slash == NULL)
            return false;
        *slash = '\0';
    }
    return join(folder, prefix.text, LEEWAY_SHARE, "leeway", NULL) &&
           has_assets(folder->text);
}

/* An installed program takes the assets that were installed with it, a fresh one those it
 * was built from; each falls back to the other. */
static bool find_assets(FilePath *folder)
{
    FilePath self;
    const bool is_known = find_self(&self);
    const bool is_installed =
        !is_known || strcmp(self.text, LEEWAY_INSTALLED_PROGRAM) == 0;
    const char *first = is_installed ? LEEWAY_INSTALLED_ASSETS : LEEWAY_SOURCE_ASSETS;
    const char *second = is_installed ? LEEWAY_SOURCE_ASSETS : LEEWAY_INSTALLED_ASSETS;
    if (is_known && find_beside(&self, folder))
        return true;
    if (first[0] == '\0' || !has_assets(first))
        first = second;
    return first[0] != '\0' && has_assets(first) && join(folder, first, "", "", NULL);
}

bool paths_asset(const char *name, FilePath *path, Error *error)
{
    const char *asked = getenv("LEEWAY_ASSETS");
    if (asked != NULL && asked[0] != '\0') {
        if (has_assets(asked))
            return join(path, asked, name, "", error);
        error_set(error, "LEEWAY_ASSETS is %.200s, and there is no \"%s\" in it", asked,
                  KNOWN_ASSET);
        return false;
    }
    FilePath folder;
    if (find_assets(&folder))
        return join(path, folder.text, name, "", error);
    error_set(error, "Leeway's assets are not where they were installed; "
                     "LEEWAY_ASSETS can name their folder");
    return false;
}
