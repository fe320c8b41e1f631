/* SPDX-License-Identifier: MIT */
#include "app/letters.h"

#include "store/paths.h"

#include <unistd.h>

static const char *const files[SETTINGS_LETTERS_COUNT] = {
    [SETTINGS_LETTERS_USUAL] = "fonts/Inter-Regular.otf",
    [SETTINGS_LETTERS_EASY] = "fonts/Andika-Regular.ttf",
};

Text *letters_open(Error *error)
{
    FilePath path;
    return paths_asset(files[SETTINGS_LETTERS_USUAL], &path, error)
               ? text_open(path.text, error)
               : NULL;
}

void letters_use(Text *text, SettingsLetters letters)
{
    FilePath path;
    if (paths_asset(files[letters], &path, NULL))
        text_use(text, path.text, NULL);
}

bool letters_are_there(SettingsLetters letters)
{
    FilePath path;
    return paths_asset(files[letters], &path, NULL) && access(path.text, R_OK) == 0;
}
