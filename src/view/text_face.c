/* SPDX-License-Identifier: MIT */
#include "view/text_face.h"

#include <SDL.h>
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { ANY_SIZE_PX = 20 }; /* to ask what a face has */

static TTF_Font *open_file(const void *file, size_t file_size, int32_t size_px)
{
    SDL_RWops *bytes = SDL_RWFromConstMem(file, (int)file_size);
    return bytes == NULL ? NULL : TTF_OpenFontRW(bytes, 1, size_px);
}

static TTF_Font *open_font(const Face *face, int32_t size_px)
{
    TTF_Font *font = face->file != NULL
                         ? open_file(face->file, face->file_size, size_px)
                         : TTF_OpenFontIndex(face->path, size_px, (long)face->index);
    if (font != NULL)
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    return font;
}

static void forget_fonts(Faces *faces)
{
    for (int32_t i = 0; i < FONTS_MAX; i++) {
        if (faces->fonts[i].font != NULL)
            TTF_CloseFont(faces->fonts[i].font);
        faces->fonts[i] = (FaceFont){ .font = NULL };
    }
}

bool faces_choose(Faces *faces, const char *path, Error *error)
{
    Face chosen = { .file_size = 0 };
    chosen.file = SDL_LoadFile(path, &chosen.file_size);
    TTF_Font *font = chosen.file == NULL ? NULL : open_font(&chosen, ANY_SIZE_PX);
    if (font == NULL) {
        error_set(error, "the font %s cannot be read: %s", path, SDL_GetError());
        SDL_free(chosen.file);
        return false;
    }
    TTF_CloseFont(font);
    forget_fonts(faces);
    SDL_free(faces->faces[0].file);
    faces->faces[0] = chosen;
    if (faces->count == 0)
        faces->count = 1;
    return true;
}

void faces_add(Faces *faces, const char *path, int64_t index)
{
    if (faces->count == 0 || faces->count == FACES_MAX || strlen(path) >= FACE_PATH_MAX)
        return;
    Face *face = &faces->faces[faces->count++];
    *face = (Face){ .index = index };
    snprintf(face->path, sizeof face->path, "%s", path);
}

void faces_close(Faces *faces)
{
    forget_fonts(faces);
    SDL_free(faces->faces[0].file);
    faces->faces[0].file = NULL;
    text_system_close(faces->system);
    faces->system = NULL;
}

static FaceFont *font_slot(Faces *faces, int32_t face, int32_t size_px)
{
    FaceFont *oldest = &faces->fonts[0];
    for (int32_t i = 0; i < FONTS_MAX; i++) {
        FaceFont *slot = &faces->fonts[i];
        if (slot->size_px == size_px && slot->face == face)
            return slot;
        if (slot->used < oldest->used)
            oldest = slot;
    }
    return oldest;
}

TTF_Font *faces_font(Faces *faces, int32_t face, int32_t size_px)
{
    assert(size_px > 0 && face >= 0 && face < faces->count);
    FaceFont *slot = font_slot(faces, face, size_px);
    if (slot->size_px != size_px || slot->face != face) {
        if (slot->font != NULL)
            TTF_CloseFont(slot->font);
        Face *of = &faces->faces[face];
        *slot = (FaceFont){ .face = face, .size_px = size_px };
        slot->font = of->is_bad ? NULL : open_font(of, size_px);
        of->is_bad = slot->font == NULL;
    }
    slot->used = ++faces->turn;
    return slot->font;
}

bool faces_have(Faces *faces, int32_t face, uint32_t character)
{
    TTF_Font *font = faces_font(faces, face, ANY_SIZE_PX);
    return font != NULL && TTF_GlyphIsProvided32(font, character) != 0;
}

static bool has_all(Faces *faces, int32_t face, const uint32_t *characters, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        if (!faces_have(faces, face, characters[i]))
            return false;
    return true;
}

static bool is_lacked(const Faces *faces, uint32_t character)
{
    const int32_t count =
        faces->lacked_count < LACKED_MAX ? faces->lacked_count : LACKED_MAX;
    for (int32_t i = 0; i < count; i++)
        if (faces->lacked[i] == character)
            return true;
    return false;
}

/* Asks the system for a face with the character, once. */
static void look_for(Faces *faces, uint32_t character)
{
    char path[FACE_PATH_MAX];
    int64_t index;
    if (!faces->asks_system || faces->count == FACES_MAX || is_lacked(faces, character))
        return;
    if (faces->system == NULL)
        faces->system = text_system_open();
    const int32_t added = faces->count;
    if (text_system_face(faces->system, character, path, sizeof path, &index))
        faces_add(faces, path, index);
    if (faces->count == added || !faces_have(faces, added, character))
        faces->lacked[faces->lacked_count++ % LACKED_MAX] = character;
}

static int32_t first_with(Faces *faces, const uint32_t *characters, int32_t count)
{
    for (int32_t face = 0; face < faces->count; face++)
        if (has_all(faces, face, characters, count))
            return face;
    return -1;
}

int32_t faces_with(Faces *faces, const uint32_t *characters, int32_t count)
{
    const int32_t found = first_with(faces, characters, count);
    if (found >= 0)
        return found;
    for (int32_t i = 0; i < count; i++)
        if (first_with(faces, &characters[i], 1) < 0)
            look_for(faces, characters[i]);
    return first_with(faces, characters, count);
}
