/* SPDX-License-Identifier: MIT */
#include "view/present.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <SDL.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 64, HEIGHT = 48 };

/* A window without a screen, and what it shows. */
typedef struct Stage {
    SDL_Window *window;
    Present *present;
    Raster raster;
    bool is_new;
} Stage;

static void open_stage(Stage *stage, const char *presenter)
{
    Error error = { "" };
    SDL_setenv("LEEWAY_PRESENTER", presenter, 1);
    stage->window = SDL_CreateWindow("", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_HIDDEN);
    assert_non_null(stage->window);
    stage->present = present_open(stage->window, &error);
    if (stage->present == NULL)
        fail_msg("%s", error.text);
}

static void close_stage(Stage *stage)
{
    present_close(stage->present);
    SDL_DestroyWindow(stage->window);
}

static void ask(Stage *stage)
{
    Error error = { "" };
    if (!present_buffer(stage->present, &stage->raster, &stage->is_new, &error))
        fail_msg("%s", error.text);
}

static void show(Stage *stage, Rect rect)
{
    Error error = { "" };
    if (!present_show(stage->present, &rect, 1, &error))
        fail_msg("%s", error.text);
}

static void fill(Stage *stage, Rect rect, uint32_t colour)
{
    const Raster *raster = &stage->raster;
    for (int32_t y = rect.y; y < rect.y + rect.h; y++) {
        for (int32_t x = rect.x; x < rect.x + rect.w; x++)
            raster->pixels[y * raster->pitch_px + x] = colour;
    }
}

/* The colour the window shows: its surface's, or what its renderer drew last. */
static uint32_t shown(Stage *stage, int x, int y)
{
    uint32_t pixel = 0;
    SDL_Renderer *renderer = SDL_GetRenderer(stage->window);
    if (renderer != NULL) {
        const SDL_Rect rect = { x, y, 1, 1 };
        assert_int_equal(
            SDL_RenderReadPixels(renderer, &rect, SDL_PIXELFORMAT_RGB888, &pixel, 4), 0);
    } else {
        const SDL_Surface *surface = SDL_GetWindowSurface(stage->window);
        const char *row = (const char *)surface->pixels + y * surface->pitch;
        memcpy(&pixel, row + (size_t)x * 4, 4);
    }
    return pixel & 0xFFFFFF;
}

static const char *const PRESENTERS[] = { "surface", "texture" };
enum { PRESENTERS_COUNT = sizeof PRESENTERS / sizeof *PRESENTERS };

static void lends_the_whole_window(void **state)
{
    (void)state;
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        assert_string_equal(present_name(stage.present), PRESENTERS[i]);
        ask(&stage);
        assert_true(stage.is_new);
        assert_int_equal(stage.raster.width, WIDTH);
        assert_int_equal(stage.raster.height, HEIGHT);
        assert_true(stage.raster.pitch_px >= WIDTH);
        const Rect all = { 0, 0, WIDTH, HEIGHT };
        assert_memory_equal(&stage.raster.clip, &all, sizeof all);
        close_stage(&stage);
    }
}

static void shows_what_was_drawn(void **state)
{
    (void)state;
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        ask(&stage);
        fill(&stage, stage.raster.clip, 0x123456);
        fill(&stage, (Rect){ 3, 5, 1, 1 }, 0xFE8001);
        show(&stage, stage.raster.clip);
        assert_int_equal(shown(&stage, 3, 5), 0xFE8001);
        assert_int_equal(shown(&stage, 4, 5), 0x123456);
        assert_int_equal(shown(&stage, WIDTH - 1, HEIGHT - 1), 0x123456);
        close_stage(&stage);
    }
}

static void keeps_what_was_drawn(void **state)
{
    (void)state;
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        ask(&stage);
        fill(&stage, stage.raster.clip, 0x123456);
        show(&stage, stage.raster.clip);
        for (int32_t x = 0; x < 10; x++) {
            const Rect part = { x * 5, 10, 5, 5 };
            ask(&stage);
            assert_false(stage.is_new);
            fill(&stage, part, 0x00A0B0);
            show(&stage, part);
        }
        assert_int_equal(shown(&stage, 0, 0), 0x123456);
        assert_int_equal(shown(&stage, 0, 10), 0x00A0B0);
        assert_int_equal(shown(&stage, 49, 14), 0x00A0B0);
        assert_int_equal(shown(&stage, 50, 14), 0x123456);
        close_stage(&stage);
    }
}

static void begins_anew_with_a_new_size(void **state)
{
    (void)state;
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        ask(&stage);
        fill(&stage, stage.raster.clip, 0x445566);
        for (int32_t size = 40; size < 140; size += 50) {
            SDL_SetWindowSize(stage.window, size, size - 7);
            SDL_PumpEvents();
            /* What was lent before has another size: nothing of it is shown. */
            show(&stage, (Rect){ 0, 0, 500, 500 });
            assert_int_not_equal(shown(&stage, 20, 20), 0x445566);
            ask(&stage);
            assert_true(stage.is_new);
            assert_int_equal(stage.raster.width, size);
            assert_int_equal(stage.raster.height, size - 7);
            fill(&stage, stage.raster.clip, 0x445566);
            show(&stage, stage.raster.clip);
            assert_int_equal(shown(&stage, size - 1, size - 8), 0x445566);
            ask(&stage);
            assert_false(stage.is_new);
        }
        close_stage(&stage);
    }
}

/* There and back between two frames: the pixels are other ones, the size is not. */
static void notices_a_size_that_came_back(void **state)
{
    (void)state;
    Stage stage;
    open_stage(&stage, "surface");
    ask(&stage);
    SDL_SetWindowSize(stage.window, WIDTH + 9, HEIGHT);
    SDL_PumpEvents();
    SDL_SetWindowSize(stage.window, WIDTH, HEIGHT);
    SDL_PumpEvents();
    ask(&stage);
    assert_true(stage.is_new);
    close_stage(&stage);
}

static void begins_anew_when_opened_again(void **state)
{
    (void)state;
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        ask(&stage);
        present_close(stage.present);
        stage.present = present_open(stage.window, NULL);
        ask(&stage);
        assert_true(stage.is_new);
        close_stage(&stage);
    }
}

static void clips_what_it_is_told_to_show(void **state)
{
    (void)state;
    Rect rects[40] = { { -10, -10, 12, 12 },     { WIDTH - 2, HEIGHT - 2, 50, 50 },
                       { 0, 0, 0, 0 },           { 5, 5, -3, 4 },
                       { WIDTH + 5, 2, 10, 10 }, { -1000, -1000, 5, 5 } };
    for (int32_t i = 6; i < 40; i++)
        rects[i] = (Rect){ i, i, 1, 1 };
    for (int i = 0; i < PRESENTERS_COUNT; i++) {
        Stage stage;
        open_stage(&stage, PRESENTERS[i]);
        assert_true(present_show(stage.present, rects, 40, NULL));
        ask(&stage);
        fill(&stage, stage.raster.clip, 0x778899);
        assert_true(present_show(stage.present, rects, 0, NULL));
        assert_true(present_show(stage.present, rects, 40, NULL));
        assert_int_equal(shown(&stage, 1, 1), 0x778899);
        assert_int_equal(shown(&stage, WIDTH - 1, HEIGHT - 1), 0x778899);
        assert_int_equal(shown(&stage, 39, 39), 0x778899);
        close_stage(&stage);
    }
}

static void chooses_by_the_driver(void **state)
{
    (void)state;
    Stage stage;
    open_stage(&stage, "");
    assert_string_equal(present_name(stage.present), "surface");
    close_stage(&stage);
}

static void refuses_what_it_does_not_know(void **state)
{
    (void)state;
    Error error = { "" };
    SDL_setenv("LEEWAY_PRESENTER", "slide", 1);
    SDL_Window *window = SDL_CreateWindow("", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_HIDDEN);
    assert_null(present_open(window, &error));
    assert_string_equal(error.text,
                        "LEEWAY_PRESENTER is \"slide\"; surface and texture are known");
    present_close(NULL);
    SDL_DestroyWindow(window);
}

static void lets_the_screen_sleep(void **state)
{
    (void)state;
    assert_true(SDL_IsScreenSaverEnabled());
}

static int start_video(void **state)
{
    (void)state;
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    SDL_setenv("SDL_RENDER_DRIVER", "software", 1);
    present_prepare();
    return SDL_Init(SDL_INIT_VIDEO);
}

static int stop_video(void **state)
{
    (void)state;
    SDL_Quit();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lends_the_whole_window),
        cmocka_unit_test(shows_what_was_drawn),
        cmocka_unit_test(keeps_what_was_drawn),
        cmocka_unit_test(begins_anew_with_a_new_size),
        cmocka_unit_test(notices_a_size_that_came_back),
        cmocka_unit_test(begins_anew_when_opened_again),
        cmocka_unit_test(clips_what_it_is_told_to_show),
        cmocka_unit_test(chooses_by_the_driver),
        cmocka_unit_test(refuses_what_it_does_not_know),
        cmocka_unit_test(lets_the_screen_sleep),
    };
    return cmocka_run_group_tests(tests, start_video, stop_video);
}
