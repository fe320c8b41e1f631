/* SPDX-License-Identifier: MIT */
#include "view/text_system.h"

#ifdef LEEWAY_FONTCONFIG

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <string.h>

/* The usual folders and choices, but no cache in the home: what is not in that of the
 * system is read each time. */
static const char CONFIG[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir><dir>~/.fonts</dir>"
    "<include ignore_missing=\"yes\">/etc/fonts/conf.d</include>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir>/usr/lib/fontconfig/cache</cachedir></fontconfig>";

/* A TextSystem is a configuration of fontconfig. */
static FcConfig *config_of(TextSystem *system)
{
    return (FcConfig *)(void *)system;
}

TextSystem *text_system_open(void)
{
    FcConfig *config = FcConfigCreate();
    if (config != NULL &&
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)CONFIG, FcTrue) &&
        FcConfigBuildFonts(config))
        return (TextSystem *)(void *)config;
    if (config != NULL)
        FcConfigDestroy(config);
    return NULL;
}

void text_system_close(TextSystem *system)
{
    if (system != NULL)
        FcConfigDestroy(config_of(system));
}

/* A plain upright face with this character. */
static FcPattern *wish(uint32_t character)
{
    FcPattern *pattern = FcPatternCreate();
    FcCharSet *characters = FcCharSetCreate();
    if (pattern != NULL && characters != NULL) {
        FcCharSetAddChar(characters, character);
        FcPatternAddCharSet(pattern, FC_CHARSET, characters);
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
        FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
        FcPatternAddBool(pattern, FC_COLOR, FcFalse);
        FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
    }
    if (characters != NULL)
        FcCharSetDestroy(characters);
    return pattern;
}

/* What fontconfig takes for the best may lack what was asked for. */
static bool is_right(FcPattern *found, uint32_t character)
{
    FcCharSet *characters;
    FcBool is_color = FcFalse, is_scalable = FcFalse;
    FcPatternGetBool(found, FC_COLOR, 0, &is_color);
    FcPatternGetBool(found, FC_SCALABLE, 0, &is_scalable);
    return FcPatternGetCharSet(found, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, character) && is_scalable && !is_color;
}

static bool take(FcPattern *found, char *path, size_t size, int64_t *index)
{
    FcChar8 *file;
    int number = 0;
    FcPatternGetInteger(found, FC_INDEX, 0, &number);
    *index = number;
    if (FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch ||
        strlen((const char *)file) >= size)
        return false;
    snprintf(path, size, "%s", (const char *)file);
    return true;
}

static bool find(FcConfig *config, FcPattern *pattern, uint32_t character, char *path,
                 size_t size, int64_t *index)
{
    FcResult result;
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcFontSet *set = FcFontSort(config, pattern, FcTrue, NULL, &result);
    bool is_found = false;
    for (int i = 0; set != NULL && i < set->nfont && !is_found; i++)
        is_found =
            is_right(set->fonts[i], character) && take(set->fonts[i], path, size, index);
    if (set != NULL)
        FcFontSetDestroy(set);
    return is_found;
}

bool text_system_face(TextSystem *system, uint32_t character, char *path, size_t size,
                      int64_t *index)
{
    FcPattern *pattern = system != NULL ? wish(character) : NULL;
    const bool is_found =
        pattern != NULL && find(config_of(system), pattern, character, path, size, index);
    if (pattern != NULL)
        FcPatternDestroy(pattern);
    return is_found;
}

#else

TextSystem *text_system_open(void)
{
    return NULL;
}

void text_system_close(TextSystem *system)
{
    (void)system;
}

bool text_system_face(TextSystem *system, uint32_t character, char *path, size_t size,
                      int64_t *index)
{
    (void)system, (void)character, (void)path, (void)size, (void)index;
    return false;
}

#endif
