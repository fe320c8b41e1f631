/* SPDX-License-Identifier: MIT */
#include "view/present.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

/* More rectangles than this are shown as one around the rest. */
enum { RECTS_MAX = 16 };

/* After a new size OpenGL on Wayland brings a picture or two of the old size, or placed
 * as if it still were (Mesa 22.3, SDL 2.26); what is drawn before the compositor has
 * answered does not even count. A still page would keep that. */
enum { STALE_PICTURES = 8 };

/* One of the two ways to the window. `buffer` lends a surface of the window's size that
 * can be drawn into, or NULL; `show` brings clipped rectangles of it to the window. */
typedef struct Way {
    const char *name;
    bool (*open)(Present *present);
    SDL_Surface *(*buffer)(Present *present, bool *is_new);
    bool (*show)(Present *present, const SDL_Rect *rects, int count);
} Way;

struct Present {
    const Way *way;
    SDL_Window *window;
    Rect all;               /* the size of the buffer that was lent last */
    SDL_Surface *own;       /* the buffer, unless it is the window's own surface */
    SDL_Renderer *renderer; /* these two only for the texture */
    SDL_Texture *texture;
    int stale; /* how many pictures may go wrong */
};

void present_prepare(void)
{
    static const char *const HINTS[][2] = {
        /* The window's surface is no OpenGL renderer in disguise. */
        { SDL_HINT_FRAMEBUFFER_ACCELERATION, "0" },
        { SDL_HINT_RENDER_VSYNC, "0" },
        /* The screen may sleep unless a practice says otherwise. */
        { SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1" },
        /* No flicker of the whole desktop when the window comes, fills it, or goes. */
        { SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0" },
        /* People look elsewhere while they breathe. */
        { SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0" },
    };
    for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
        SDL_SetHint(HINTS[i][0], HINTS[i][1]);
}

/* A buffer of our own, in the pixels that raster draws. */
static bool make_own(Present *present, int width, int height)
{
    SDL_FreeSurface(present->own);
    present->own =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    return present->own != NULL;
}

static bool surface_open(Present *present)
{
    SDL_Surface *surface = SDL_GetWindowSurface(present->window);
    if (surface != NULL)
        surface->userdata = NULL;
    return surface != NULL;
}

static bool is_drawable(const SDL_Surface *surface)
{
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xFF0000 &&
           format->Gmask == 0xFF00 && format->Bmask == 0xFF && surface->pitch % 4 == 0 &&
           !SDL_MUSTLOCK(surface);
}

/* SDL gives the window a new surface when its size has changed, maybe at the address of
 * the old one: a mark tells them apart. */
static bool is_marked(const Present *present, const SDL_Surface *surface)
{
    return surface->userdata == present;
}

static SDL_Surface *surface_buffer(Present *present, bool *is_new)
{
    SDL_Surface *surface = SDL_GetWindowSurface(present->window);
    if (surface == NULL)
        return NULL;
    *is_new = !is_marked(present, surface);
    if (*is_new && !is_drawable(surface) && !make_own(present, surface->w, surface->h))
        return NULL;
    surface->userdata = present;
    return is_drawable(surface) ? surface : present->own;
}

static bool surface_show(Present *present, const SDL_Rect *rects, int count)
{
    SDL_Surface *surface = SDL_GetWindowSurface(present->window);
    if (surface == NULL)
        return false;
    if (!is_marked(present, surface))
        return true;
    for (int i = 0; i < count && !is_drawable(surface); i++) {
        SDL_Rect to = rects[i];
        if (SDL_BlitSurface(present->own, &rects[i], surface, &to) != 0)
            return false;
    }
    return SDL_UpdateWindowSurfaceRects(present->window, rects, count) == 0;
}

static bool texture_open(Present *present)
{
    present->renderer = SDL_CreateRenderer(present->window, -1, 0);
    return present->renderer != NULL;
}

/* Whether texture and buffer are there and have the size of the window. */
static bool is_fitting(const Present *present)
{
    int width, height;
    return present->texture != NULL && present->own != NULL &&
           SDL_GetRendererOutputSize(present->renderer, &width, &height) == 0 &&
           present->own->w == width && present->own->h == height;
}

static bool make_texture(Present *present)
{
    int width, height;
    if (present->texture != NULL)
        SDL_DestroyTexture(present->texture);
    present->texture = NULL;
    present->stale = STALE_PICTURES;
    if (SDL_GetRendererOutputSize(present->renderer, &width, &height) != 0)
        return false;
    present->texture = SDL_CreateTexture(present->renderer, SDL_PIXELFORMAT_RGB888,
                                         SDL_TEXTUREACCESS_STREAMING, width, height);
    return present->texture != NULL && make_own(present, width, height);
}

static SDL_Surface *texture_buffer(Present *present, bool *is_new)
{
    *is_new = !is_fitting(present);
    return !*is_new || make_texture(present) ? present->own : NULL;
}

static bool texture_show(Present *present, const SDL_Rect *rects, int count)
{
    const SDL_Surface *own = present->own;
    if (!is_fitting(present))
        return true;
    for (int i = 0; i < count; i++) {
        const char *pixels = (const char *)own->pixels +
                             (size_t)rects[i].y * (size_t)own->pitch +
                             (size_t)rects[i].x * 4;
        if (SDL_UpdateTexture(present->texture, &rects[i], pixels, own->pitch) != 0)
            return false;
    }
    /* What the window showed last is undefined by now: all of it is copied. */
    if (SDL_RenderCopy(present->renderer, present->texture, NULL, NULL) != 0)
        return false;
    SDL_RenderPresent(present->renderer);
    present->stale -= present->stale > 0;
    return true;
}

static const Way WAYS[] = {
    { .name = "surface",
      .open = surface_open,
      .buffer = surface_buffer,
      .show = surface_show },
    { .name = "texture",
      .open = texture_open,
      .buffer = texture_buffer,
      .show = texture_show },
};
enum { SURFACE, TEXTURE, WAYS_COUNT };
_Static_assert(sizeof WAYS / sizeof *WAYS == WAYS_COUNT, "a row for each way");

static bool open_way(Present *present, const Way *way)
{
    present->way = way;
    return way->open(present);
}

/* The way someone asked for by hand, and no other. */
static bool open_asked(Present *present, const char *asked, Error *error)
{
    for (int i = 0; i < WAYS_COUNT; i++) {
        if (strcmp(asked, WAYS[i].name) != 0)
            continue;
        if (open_way(present, &WAYS[i]))
            return true;
        error_set(error, "the window has no %s: %s", asked, SDL_GetError());
        return false;
    }
    error_set(error, "LEEWAY_PRESENTER is \"%s\"; surface and texture are known", asked);
    return false;
}

static bool open_best(Present *present, Error *error)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    const bool has_surface =
        driver != NULL && (strcmp(driver, "x11") == 0 || strcmp(driver, "dummy") == 0 ||
                           strcmp(driver, "offscreen") == 0);
    if (has_surface && open_way(present, &WAYS[SURFACE]))
        return true;
    if (open_way(present, &WAYS[TEXTURE]))
        return true;
    error_set(error, "nothing can be shown in the window: %s", SDL_GetError());
    return false;
}

Present *present_open(SDL_Window *window, Error *error)
{
    Present *present = calloc(1, sizeof *present);
    if (present == NULL) {
        error_set(error, "nothing can be shown in the window: no memory");
        return NULL;
    }
    present->window = window;
    const char *asked = SDL_getenv("LEEWAY_PRESENTER");
    const bool is_asked = asked != NULL && asked[0] != '\0';
    if (is_asked ? open_asked(present, asked, error) : open_best(present, error))
        return present;
    present_close(present);
    return NULL;
}

void present_close(Present *present)
{
    if (present == NULL)
        return;
    if (present->renderer != NULL)
        SDL_DestroyRenderer(present->renderer); /* and its texture */
    SDL_FreeSurface(present->own);
    free(present);
}

const char *present_name(const Present *present)
{
    return present->way->name;
}

bool present_is_stale(const Present *present)
{
    return present->stale > 0;
}

bool present_buffer(Present *present, Raster *raster, bool *is_new, Error *error)
{
    const SDL_Surface *surface = present->way->buffer(present, is_new);
    if (surface == NULL) {
        error_set(error, "the window cannot be drawn into: %s", SDL_GetError());
        return false;
    }
    present->all = (Rect){ 0, 0, surface->w, surface->h };
    *raster = (Raster){ .pixels = surface->pixels,
                        .width = surface->w,
                        .height = surface->h,
                        .pitch_px = surface->pitch / 4,
                        .clip = present->all };
    return true;
}

/* The rectangles inside the buffer, and how many are left. */
static int clip(Rect all, const Rect *rects, int32_t count, SDL_Rect clipped[RECTS_MAX])
{
    Rect inside[RECTS_MAX];
    int kept = 0;
    for (int32_t i = 0; i < count; i++) {
        const Rect rect = rect_cross(rects[i], all);
        if (rect_is_empty(rect))
            continue;
        if (kept == RECTS_MAX)
            inside[kept - 1] = rect_union(inside[kept - 1], rect);
        else
            inside[kept++] = rect;
    }
    for (int i = 0; i < kept; i++)
        clipped[i] = (SDL_Rect){ inside[i].x, inside[i].y, inside[i].w, inside[i].h };
    return kept;
}

bool present_show(Present *present, const Rect *rects, int32_t count, Error *error)
{
    SDL_Rect clipped[RECTS_MAX];
    const int kept = clip(present->all, rects, count, clipped);
    if (kept == 0 || present->way->show(present, clipped, kept))
        return true;
    error_set(error, "the window does not show the picture: %s", SDL_GetError());
    return false;
}
