/* SPDX-License-Identifier: MIT */
/* The bare SDL program that Leeway is compared with: a window that is cleared.
 *
 *   bare              1280x720, cleared 60 times a second to a slowly changing grey
 *   bare still        the same window, cleared once
 *
 * The leanest way there is on X11: the window's own surface, no renderer. It says
 * "shown" when the first picture is there, and ends with any key. */
#include <SDL.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { WIDTH = 1280, HEIGHT = 720, FRAME_NS = 16666667, SECOND_NS = 1000000000 };

static void clear(SDL_Window *window, int frame)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    const Uint8 grey = (Uint8)(16 + frame / 8 % 16);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, grey, grey, grey));
    SDL_UpdateWindowSurface(window);
}

static void next_frame(struct timespec *at)
{
    at->tv_nsec += FRAME_NS;
    at->tv_sec += at->tv_nsec / SECOND_NS;
    at->tv_nsec %= SECOND_NS;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, at, NULL);
}

static int is_end(const SDL_Event *event)
{
    return event->type == SDL_QUIT || event->type == SDL_KEYDOWN;
}

static void run(SDL_Window *window, int is_still)
{
    SDL_Event event;
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    for (int frame = 1;; frame++) {
        if (is_still && SDL_WaitEvent(&event) && is_end(&event))
            return;
        while (SDL_PollEvent(&event))
            if (is_end(&event))
                return;
        if (is_still)
            continue;
        clear(window, frame);
        next_frame(&at);
    }
}

int main(int count, char **words)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return 1;
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, WIDTH, HEIGHT, 0);
    if (window == NULL)
        return 1;
    clear(window, 0);
    puts("shown");
    fflush(stdout);
    run(window, count > 1 && strcmp(words[1], "still") == 0);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
