/* SPDX-License-Identifier: MIT */
#include "app/window_place.h"

#include "app/density.h"

#include <math.h>
#include <string.h>

enum {
    SIDE_LEAST = 240, /* points */
    DISPLAYS_MAX = 16,
    SETTLE_US = 1000000,
    REST_US = 1000000
};

static int32_t displays_now(Rect displays[DISPLAYS_MAX])
{
    int32_t count = 0;
    for (int i = 0; i < SDL_GetNumVideoDisplays() && count < DISPLAYS_MAX; i++) {
        SDL_Rect bounds;
        if (SDL_GetDisplayUsableBounds(i, &bounds) == 0)
            displays[count++] = (Rect){ bounds.x, bounds.y, bounds.w, bounds.h };
    }
    return count;
}

static Place asked_place(const WindowWish *wish, double units)
{
    return (Place){ .width = (int32_t)fmin(wish->width * units, PLACE_SIDE_MAX),
                    .height = (int32_t)fmin(wish->height * units, PLACE_SIDE_MAX) };
}

static Place wished_place(const WindowWish *wish, const char *remembered, double units)
{
    Rect displays[DISPLAYS_MAX] = { { 0, 0, 640, 480 } };
    const int32_t found = displays_now(displays);
    const int32_t count = found > 0 ? found : 1;
    Place place;
    if (wish->width > 0)
        return asked_place(wish, units);
    if (place_read(remembered, &place))
        return place_fit(place, displays, count, (int32_t)(SIDE_LEAST * units));
    return place_first(displays[0], units);
}

SDL_Window *window_place_open(WindowPlace *at, const WindowWish *wish,
                              const char *remembered)
{
    const double units = density_of_units();
    const Place place = wished_place(wish, remembered, units);
    const int x = place.is_somewhere ? place.x : (int)SDL_WINDOWPOS_CENTERED;
    const int y = place.is_somewhere ? place.y : (int)SDL_WINDOWPOS_CENTERED;
    const int least = (int)(SIDE_LEAST * units);
    SDL_Window *window = SDL_CreateWindow("Leeway", x, y, place.width, place.height,
                                          SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE |
                                              SDL_WINDOW_ALLOW_HIGHDPI);
    if (window != NULL)
        SDL_SetWindowMinimumSize(window, least, least);
    *at = (WindowPlace){ .window = window,
                         .is_asked = wish->width > 0 || wish->is_fullscreen,
                         .settled_us = INT64_MAX,
                         .due_us = INT64_MAX };
    return window;
}

/* Where the window stands, by the corner of its frame: that is what it is placed by. */
static Place place_now(SDL_Window *window)
{
    Place place = { .width = 0 };
    int top = 0, left = 0;
    const char *driver = SDL_GetCurrentVideoDriver();
    SDL_GetWindowSize(window, &place.width, &place.height);
    SDL_GetWindowPosition(window, &place.x, &place.y);
    if (SDL_GetWindowBordersSize(window, &top, &left, NULL, NULL) == 0) {
        place.x -= left;
        place.y -= top;
    }
    place.is_somewhere = driver == NULL || strcmp(driver, "wayland") != 0;
    return place;
}

/* Full screen and the like are no places of their own. */
static bool is_elsewhere(const WindowPlace *at)
{
    static const Uint32 elsewhere =
        SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED;
    return (SDL_GetWindowFlags(at->window) & elsewhere) != 0;
}

void window_place_shown(WindowPlace *at, int64_t now_us)
{
    at->settled_us = now_us + SETTLE_US;
    at->place = place_now(at->window);
}

void window_place_moved(WindowPlace *at, int64_t now_us)
{
    if (at->is_asked || is_elsewhere(at))
        return;
    if (now_us < at->settled_us)
        at->place = place_now(at->window);
    else
        at->due_us = now_us + REST_US;
}

bool window_place_told(WindowPlace *at, int64_t now_us, char out[PLACE_TEXT_MAX])
{
    if (at->due_us > now_us)
        return false;
    at->due_us = INT64_MAX;
    const Place place = place_now(at->window);
    if (is_elsewhere(at) || place_is_same(&place, &at->place))
        return false;
    at->place = place;
    place_write(&place, out);
    return true;
}
