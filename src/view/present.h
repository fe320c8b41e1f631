/* SPDX-License-Identifier: MIT */
/* present.h -- a pixel buffer to the window.
 *
 * Two ways behind one face: the window's own surface (X11: shared memory, true partial
 * update), or a streaming texture (Wayland, where the surface would be a hidden OpenGL
 * renderer or none at all). It keeps no pace and waits for no screen. Main thread only.
 */
#ifndef LEEWAY_VIEW_PRESENT_H
#define LEEWAY_VIEW_PRESENT_H

#include "core/error.h"
#include "view/raster.h"

typedef struct SDL_Window SDL_Window;

typedef struct Present Present;

/* Sets the hints that must stand before SDL_Init(VIDEO). */
void present_prepare(void);

/* Picks the presenter for the running video driver; LEEWAY_PRESENTER=surface|texture
 * chooses by hand. NULL and a sentence on failure. */
Present *present_open(SDL_Window *window, Error *error);
void present_close(Present *present);

/* "surface" or "texture". */
const char *present_name(const Present *present);

/* The buffer to draw into, the window's size in pixels, its clip all of it. It keeps what
 * was drawn until the size changes: *is_new tells that all of it has to be drawn. Ask
 * before every frame; the pixels are lent until the next call. */
bool present_buffer(Present *present, Raster *raster, bool *is_new, Error *error);

/* Shows what was drawn inside the rectangles. If the window changed its size since the
 * buffer was lent nothing is shown: the next buffer is new. */
bool present_show(Present *present, const Rect *rects, int32_t count, Error *error);

/* Whether the window may not show what it was given last: its size is new. Then all of it
 * has to be shown again, a frame later. */
bool present_is_stale(const Present *present);

#endif
