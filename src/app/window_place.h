/* SPDX-License-Identifier: MIT */
/* window_place.h -- the window opened where it was left, and where the person puts it.
 *
 * What the desktop does with a window that it is shown for the first time is no wish of
 * the person's, nor is full screen or a maximised window: only what is moved or resized
 * later is told. `now` is microseconds of a steady clock. Main thread. */
#ifndef LEEWAY_APP_WINDOW_PLACE_H
#define LEEWAY_APP_WINDOW_PLACE_H

#include "app/place.h"
#include "app/window.h"

#include <SDL.h>

typedef struct WindowPlace {
    SDL_Window *window;
    bool is_asked;      /* this start has a size of its own: nothing is remembered */
    Place place;        /* as it was remembered, or as the desktop had it at first */
    int64_t settled_us; /* until then it is the desktop that places it */
    int64_t due_us;     /* when to look for a new place, or INT64_MAX */
} WindowPlace;

/* Opens a hidden window: as asked for, else where it was remembered and can be seen, else
 * at its usual place. NULL when there can be none. The caller destroys it. */
SDL_Window *window_place_open(WindowPlace *at, const WindowWish *wish,
                              const char *remembered);

/* The window was shown. */
void window_place_shown(WindowPlace *at, int64_t now_us);

/* It was moved, resized or both. */
void window_place_moved(WindowPlace *at, int64_t now_us);

/* Whether there is a new place to remember: it has rested for a moment, or the window is
 * about to close. Then it is written to `out`. */
bool window_place_told(WindowPlace *at, int64_t now_us, char out[PLACE_TEXT_MAX]);

#endif
