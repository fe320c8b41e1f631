/* SPDX-License-Identifier: MIT */
#include "app/letters.h"

#include "app/secret.h"
#include "store/paths.h"

#include <stddef.h>
#include <unistd.h>

static const char *const files[SETTINGS_LETTERS_COUNT] = {
    [SETTINGS_LETTERS_USUAL] = "fonts/Inter-Regular.otf",
    [SETTINGS_LETTERS_EASY] = "fonts/Andika-Regular.ttf",
};

/* What the chosen ones lack is looked for in these, in this order: Andika has little
 * Greek. */
static const char *const stand_ins[] = {
    "fonts/Inter-Regular.otf",
    "fonts/NotoSansArabic-Regular.ttf",
    "fonts/NotoSansHebrew-Regular.ttf",
};

Text *letters_open(Error *error)
{
    FilePath path;
    if (!paths_asset(files[SETTINGS_LETTERS_USUAL], &path, error))
        return NULL;
    Text *text = text_open(path.text, error);
    if (text == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof stand_ins / sizeof *stand_ins; i++)
        if (paths_asset(stand_ins[i], &path, NULL) && access(path.text, R_OK) == 0)
            text_add(text, path.text);
    text_ask_system(text);
    size_t size; /* pieces of what is written are remembered there */
    void *memory = text_memory(text, &size);
    secret_cover(memory, size);
    return text;
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
