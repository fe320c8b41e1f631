/* SPDX-License-Identifier: MIT */
/* text_render.h -- a line of words as coverage, 8 bits a pixel.
 *
 * The inside of text.h, which keeps what is made here. The mask belongs to the caller.
 * Main thread. */
#ifndef LEEWAY_VIEW_TEXT_RENDER_H
#define LEEWAY_VIEW_TEXT_RENDER_H

#include "view/text.h"
#include "view/text_face.h"

#include <SDL.h>

typedef struct TextMask {
    SDL_Surface *mask; /* NULL when nothing of it can be seen */
    int32_t width_px;
    int32_t rise_px; /* rows of the mask above the baseline */
} TextMask;

/* A line of at most TEXT_LINE_BYTES, and its width alone. */
TextMask text_render(Faces *faces, const TextSpan *line);
int32_t text_measure(Faces *faces, const TextSpan *line);

/* Wipes a mask and frees it. NULL is fine. */
void text_drop(SDL_Surface *mask);

#endif
