/* SPDX-License-Identifier: MIT */
/* The figures of a body scan in every theme: as they were approved, visible, never
 * dazzling, and the same whole or in parts. */
#include "support/png.h"
#include "view/body.h"
#include "view/path.h"
#include "view/raster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 0x123456 };

typedef struct Canvas {
    Raster raster;
    RasterTables *tables;
} Canvas;

typedef struct Size {
    int32_t width, height;
} Size;

static const Size small = { 480, 360 };
static const Size sizes[] = { { 480, 360 }, { 1280, 720 }, { 1920, 1080 } };
enum { SIZES = sizeof sizes / sizeof *sizes };

static int32_t pixels_of(const Canvas *canvas)
{
    return canvas->raster.width * canvas->raster.height;
}

static Canvas canvas_open(Size size)
{
    Canvas canvas = { .raster = { .width = size.width,
                                  .height = size.height,
                                  .pitch_px = size.width,
                                  .clip = { 0, 0, size.width, size.height } } };
    canvas.raster.pixels = calloc((size_t)pixels_of(&canvas), sizeof(uint32_t));
    canvas.tables = raster_tables_open(size.width, size.height, NULL);
    assert_non_null(canvas.raster.pixels);
    assert_non_null(canvas.tables);
    return canvas;
}

static void canvas_close(Canvas *canvas)
{
    free(canvas->raster.pixels);
    raster_tables_close(canvas->tables);
}

static void draw(Canvas *canvas, const Figure *figure, const Theme *theme)
{
    raster_background(&canvas->raster, theme);
    raster_figure(&canvas->raster, canvas->tables, figure, theme);
}

static double room_px(Size size)
{
    return FIGURE_RING * size.height;
}

static Figure centred(Size size)
{
    return (Figure){ .x_px = size.width / 2.0, .y_px = 0.36 * size.height, .light = 1 };
}

/* A long route, some way in. */
static Figure path(Size size, double place_light)
{
    Figure figure = centred(size);
    const Path path = path_make(room_px(size), 0, 34, 12);
    path_show(&path, &figure);
    figure.place = 12;
    figure.place_before = 11;
    figure.place_light = place_light;
    return figure;
}

static Figure short_path(Size size)
{
    Figure figure = centred(size);
    const Path path = path_make(room_px(size), 0, 4, 0);
    path_show(&path, &figure);
    figure.place = 0;
    figure.place_light = 1;
    return figure;
}

static Figure body(Size size, const char *lit, const char *before, double place_light)
{
    Figure figure = centred(size);
    body_show(room_px(size), &figure);
    figure.body_lit = body_parts_of(lit);
    figure.body_before = body_parts_of(before);
    figure.place_light = place_light;
    return figure;
}

static Figure without(Figure figure, const char *const *places)
{
    for (; *places != NULL; places++)
        figure.body &= ~body_parts_of(*places);
    return figure;
}

static Figure some_body(Size size, double place_light)
{
    static const char *const out[] = { "left-foot", "neck", "hands", NULL };
    return without(body(size, "back", "knees-and-thighs", place_light), out);
}

static int is_wrong(const char *name, const Figure *figure, Size size, const Theme *theme)
{
    char file[512], actual[96];
    Canvas canvas = canvas_open(size);
    draw(&canvas, figure, theme);
    snprintf(file, sizeof file, LEEWAY_TESTS_DIR "/view/golden/%s-%dx%d-%s.png", name,
             (int)size.width, (int)size.height, theme->name);
    snprintf(actual, sizeof actual, "actual-%s-%dx%d-%s.png", name, (int)size.width,
             (int)size.height, theme->name);
    const bool is_golden =
        png_is_golden(file, actual, canvas.raster.pixels, size.width, size.height);
    canvas_close(&canvas);
    return !is_golden;
}

static void pictures_are_the_golden_ones(void **state)
{
    (void)state;
    int wrong = 0;
    for (int s = 0; s < SIZES; s++)
        for (int t = 0; t < THEME_COUNT; t++) {
            const Figure figures[] = { path(sizes[s], 1),
                                       body(sizes[s], "hands", "none", 1) };
            wrong += is_wrong("path", &figures[0], sizes[s], themes[t]);
            wrong += is_wrong("body", &figures[1], sizes[s], themes[t]);
        }
    for (int t = 0; t < THEME_COUNT; t++) {
        const Figure figures[] = { path(small, 0.5), some_body(small, 0.5) };
        wrong += is_wrong("path-passing", &figures[0], small, themes[t]);
        wrong += is_wrong("body-without", &figures[1], small, themes[t]);
    }
    const Figure few = short_path(small), whole = body(small, "whole", "none", 1);
    wrong += is_wrong("path-short", &few, small, &theme_night);
    wrong += is_wrong("body-whole", &whole, small, &theme_paper);
    assert_int_equal(wrong, 0);
}

enum { KINDS = 6 };

static Figure figure_of(int kind)
{
    Figure gliding = path(small, 0.3);
    gliding.place_first -= 0.4;
    Figure paused = some_body(small, 0.7);
    paused.light = 0.6;
    const Figure figures[KINDS] = {
        path(small, 1),      gliding, short_path(small),
        some_body(small, 0), paused,  body(small, "whole", "none", 1)
    };
    return figures[kind];
}

static void parts_make_the_same_picture(void **state)
{
    (void)state;
    Canvas whole = canvas_open(small), parts = canvas_open(small);
    const size_t bytes = (size_t)pixels_of(&whole) * sizeof(uint32_t);
    for (int kind = 0; kind < KINDS; kind++) {
        const Figure figure = figure_of(kind);
        const Theme *theme = themes[kind % THEME_COUNT];
        draw(&whole, &figure, theme);
        for (int32_t y = 0; y < small.height; y += 37)
            for (int32_t x = 0; x < small.width; x += 23) {
                parts.raster.clip = (Rect){ x, y, 23, 37 };
                draw(&parts, &figure, theme);
            }
        assert_memory_equal(whole.raster.pixels, parts.raster.pixels, bytes);
        raster_figure(&whole.raster, whole.tables, &figure, theme);
        assert_memory_equal(whole.raster.pixels, parts.raster.pixels, bytes);
    }
    canvas_close(&whole);
    canvas_close(&parts);
}

static void figures_stay_in_their_rectangles(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(small);
    for (int kind = 0; kind < KINDS; kind++) {
        const Figure figure = figure_of(kind);
        const Rect rect = raster_figure_rect(&figure);
        for (int32_t p = 0; p < pixels_of(&canvas); p++)
            canvas.raster.pixels[p] = GUARD;
        raster_figure(&canvas.raster, canvas.tables, &figure, themes[kind % THEME_COUNT]);
        int32_t touched = 0, first = rect.y + rect.h, last = 0;
        for (int32_t p = 0; p < pixels_of(&canvas); p++) {
            const Rect at = { p % small.width, p / small.width, 1, 1 };
            const bool is_touched = canvas.raster.pixels[p] != GUARD;
            assert_false(is_touched && rect_is_empty(rect_cross(rect, at)));
            touched += is_touched;
            first = is_touched && at.y < first ? at.y : first;
            last = is_touched ? at.y : last;
        }
        assert_true(touched > 300);
        /* not cut at its border */
        assert_true(first > rect.y && last < rect.y + rect.h - 1);
    }
    canvas_close(&canvas);
}

static void a_dark_figure_draws_nothing(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(small);
    for (int kind = 0; kind < KINDS; kind++) {
        Figure figure = figure_of(kind);
        figure.light = 0;
        assert_true(rect_is_empty(raster_figure_rect(&figure)));
        raster_figure(&canvas.raster, canvas.tables, &figure, &theme_paper);
    }
    for (int32_t p = 0; p < pixels_of(&canvas); p++)
        assert_int_equal(canvas.raster.pixels[p], 0);
    canvas_close(&canvas);
}

typedef struct Seen {
    double most_contrast, most_luminance, mean_luminance;
} Seen;

static Seen look(Canvas *canvas, const Figure *figure, const Theme *theme)
{
    Seen seen = { 0 };
    draw(canvas, figure, theme);
    for (int32_t p = 0; p < pixels_of(canvas); p++) {
        const uint32_t colour = canvas->raster.pixels[p] & 0xFFFFFF;
        const double luminance = theme_luminance(colour);
        const double contrast = theme_contrast(colour, theme->colours[THEME_TOP]);
        seen.most_contrast = fmax(seen.most_contrast, contrast);
        seen.most_luminance = fmax(seen.most_luminance, luminance);
        seen.mean_luminance += luminance / pixels_of(canvas);
    }
    return seen;
}

/* With nothing lit the lines alone; and what is lit is told from the page as well. */
static void lines_and_lights_are_visible_in_every_theme(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(sizes[1]);
    for (int t = 0; t < THEME_COUNT; t++) {
        Figure unlit = path(sizes[1], 1);
        unlit.place = unlit.place_before = -1;
        const Figure outline = body(sizes[1], "none", "none", 1);
        Figure light = body(sizes[1], "belly", "none", 1);
        light.place_stroke_px = 0.01; /* the light by itself */
        assert_true(look(&canvas, &unlit, themes[t]).most_contrast >= 3);
        assert_true(look(&canvas, &outline, themes[t]).most_contrast >= 3);
        assert_true(look(&canvas, &light, themes[t]).most_contrast >= 3);
    }
    canvas_close(&canvas);
}

/* As for breathing figures: no light above 0.55 on a dark page, and the window brightens
 * by less than a tenth while a place lights, in whatever it takes. */
static void nothing_dazzles(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(small);
    for (int t = 0; t < THEME_COUNT; t++)
        for (int kind = 0; kind < 2; kind++) {
            double light[2];
            for (int lit = 0; lit < 2; lit++) {
                const Figure figure =
                    kind == 0 ? path(small, lit) : body(small, "whole", "none", lit);
                const Seen seen = look(&canvas, &figure, themes[t]);
                light[lit] = seen.mean_luminance;
                if (themes[t] == &theme_night)
                    assert_true(seen.most_luminance <= 0.55);
            }
            assert_true(fabs(light[1] - light[0]) < 0.1);
        }
    canvas_close(&canvas);
}

/* A light of a place comes while that of the one before goes: never both, never none. */
static void a_place_lights_as_the_one_before_fades(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(small);
    double before = -1;
    for (int tenth = 0; tenth <= 10; tenth++) {
        const Figure figure = body(small, "thighs", "thighs", tenth / 10.0);
        const double same = look(&canvas, &figure, &theme_night).mean_luminance;
        assert_true(before < 0 || same == before); /* from a place to itself: nothing */
        before = same;
    }
    const Figure here = body(small, "left-thigh", "right-thigh", 0.5);
    draw(&canvas, &here, &theme_night);
    const int32_t y = (int32_t)(here.y_px + 0.1 * here.body_px);
    const int32_t off = (int32_t)(0.05 * here.body_px);
    const uint32_t *line = canvas.raster.pixels + y * small.width + small.width / 2;
    const double left = theme_luminance(line[-off - 1]),
                 right = theme_luminance(line[off]);
    const double page = theme_luminance(theme_night.colours[THEME_TOP]);
    assert_true(left > 1.5 * page && fabs(left - right) < 0.02);
    canvas_close(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_are_the_golden_ones),
        cmocka_unit_test(parts_make_the_same_picture),
        cmocka_unit_test(figures_stay_in_their_rectangles),
        cmocka_unit_test(a_dark_figure_draws_nothing),
        cmocka_unit_test(lines_and_lights_are_visible_in_every_theme),
        cmocka_unit_test(nothing_dazzles),
        cmocka_unit_test(a_place_lights_as_the_one_before_fades),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
