/* SPDX-License-Identifier: MIT */
/* text_face.h -- the typefaces that words are drawn with, each in its sizes.
 *
 * The chosen one comes first, then those that are among the assets for what it lacks,
 * then what the system has, looked for when a character needs it. The inside of text.h. A
 * font belongs to the faces until others were asked for. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_FACE_H
#define LEEWAY_VIEW_TEXT_FACE_H

#include "core/error.h"
#include "view/text_system.h"

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    FACES_MAX = 24,
    FONTS_MAX = 24, /* faces in a size that are open at a time */
    LACKED_MAX = 1024,
    FACE_PATH_MAX = 1024
};

typedef struct Face {
    char path[FACE_PATH_MAX]; /* "" for the chosen one */
    int64_t index;            /* which one of the file */
    void *file;               /* the whole of it; NULL where it is read when needed */
    size_t file_size;
    bool is_bad; /* it cannot be read */
} Face;

typedef struct FaceFont {
    TTF_Font *font;
    int32_t face, size_px; /* a size of 0: none */
    uint64_t used;
} FaceFont;

typedef struct Faces {
    Face faces[FACES_MAX];
    int32_t count;
    bool asks_system;
    TextSystem *system; /* opened when it is asked first, until the end */
    FaceFont fonts[FONTS_MAX];
    uint64_t turn;
    uint32_t lacked[LACKED_MAX]; /* characters that the system has not either */
    int32_t lacked_count;
} Faces;

/* The chosen face is that of this file from now on. False and a sentence where it cannot
 * be read; then all stays as it is. */
bool faces_choose(Faces *faces, const char *path, Error *error);

/* Behind those that are there. It is opened when it is needed. */
void faces_add(Faces *faces, const char *path, int64_t index);

void faces_close(Faces *faces);

/* A face in a size; NULL where there is no memory for it, or no file. */
TTF_Font *faces_font(Faces *faces, int32_t face, int32_t size_px);

/* Whether a face has a character; the first one that has all of some, or -1. */
bool faces_have(Faces *faces, int32_t face, uint32_t character);
int32_t faces_with(Faces *faces, const uint32_t *characters, int32_t count);

#endif
