/* SPDX-License-Identifier: MIT */
/* Every figure in every theme: visible, never dazzling, and as it was approved. */
#include "support/png.h"
#include "view/raster.h"
#include "view/ring.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { WIDTH = 480, HEIGHT = 360, PIXELS = WIDTH * HEIGHT };

#define RING_PX (FIGURE_RING * HEIGHT)

static Figure orb(double fullness)
{
    return (Figure){ .x_px = WIDTH / 2.0,
                     .y_px = 130,
                     .orb_px = RING_PX / FIGURE_RATIO_MAX *
                               (1 + (FIGURE_RATIO_MAX - 1) * fullness),
                     .ring_px = RING_PX,
                     .ring_stroke_px = 1.5,
                     .light = 1,
                     .fullness = fullness };
}

static Figure ring(double fullness)
{
    Figure figure = orb(fullness);
    figure.kind = FIGURE_FILLING;
    figure.orb_px = 0;
    figure.ring_stroke_px = FIGURE_FILLING_STROKE * HEIGHT;
    figure.ready = 1;
    return figure;
}

static Figure held(Figure figure)
{
    figure.ring_light = figure.bead_light = 1;
    figure.bead_turn = 0.35;
    return figure;
}

static Figure sighing(Figure figure)
{
    figure.notch = 0.74;
    return figure;
}

typedef struct Canvas {
    Raster raster;
    RasterTables *tables;
} Canvas;

static Canvas canvas_open(void)
{
    Canvas canvas = { .raster = { calloc(PIXELS, sizeof(uint32_t)),
                                  WIDTH,
                                  HEIGHT,
                                  WIDTH,
                                  { 0, 0, WIDTH, HEIGHT } } };
    canvas.tables = raster_tables_open(WIDTH, HEIGHT, NULL);
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

static uint32_t seen(OrbSample at, uint32_t ground)
{
    const OrbColour page = orb_colour(ground);
    const long red = lround(at.light.red + page.red * at.behind);
    const long green = lround(at.light.green + page.green * at.behind);
    const long blue = lround(at.light.blue + page.blue * at.behind);
    return (uint32_t)(red << 16 | green << 8 | blue);
}

/* The most contrast with the page that there is close to the orb's edge. */
static double edge_contrast(const Figure *figure, const Theme *theme, uint32_t ground)
{
    const Orb made = orb_make(figure, theme);
    double most = 0;
    for (double r = 0.9 * made.radius_px; r < made.radius_px; r += 0.25)
        most = fmax(most, theme_contrast(seen(orb_at(&made, r), ground), ground));
    return most;
}

static void the_orbs_edge_is_visible_in_every_theme(void **state)
{
    (void)state;
    static const ThemeColour grounds[] = { THEME_TOP, THEME_BOTTOM };
    for (int t = 0; t < THEME_COUNT; t++)
        for (int i = 0; i <= 10; i++)
            for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++) {
                Figure figure = orb(i / 10.0);
                figure.ring_px = 0; /* the edge by itself */
                const double contrast =
                    edge_contrast(&figure, themes[t], themes[t]->colours[grounds[g]]);
                if (contrast < 3)
                    fail_msg("%s: %.2f at %d tenths", themes[t]->name, contrast, i);
            }
}

/* At an angle from the lowest point, on the middle line. */
static uint32_t on_ring(const Figure *figure, const Theme *theme, double angle)
{
    const Ring made = ring_make(figure, theme);
    return seen(ring_at(&made, made.radius_px * sin(angle), made.radius_px * cos(angle)),
                theme->colours[THEME_TOP]);
}

static void the_ring_fills_from_below_on_both_sides(void **state)
{
    (void)state;
    const double pi = acos(-1);
    const Figure half = ring(0.5);
    for (int t = 0; t < THEME_COUNT; t++)
        for (int i = -9; i <= 9; i++) {
            const Theme *theme = themes[t];
            const bool is_filled = abs(i) <= 4;
            if (abs(i) == 5)
                continue; /* its end */
            const Ring made = ring_make(&half, theme);
            const double angle = pi * i / 10, far = made.radius_px + made.half_px / 2;
            const OrbSample at = ring_at(&made, far * sin(angle), far * cos(angle));
            assert_true(is_filled ? at.behind < 0.01 : at.behind > 0.7);
            const uint32_t page = theme->colours[THEME_BOTTOM];
            assert_true(theme_contrast(on_ring(&half, theme, angle), page) >= 3);
        }
}

static void empty_and_full_are_exact(void **state)
{
    (void)state;
    const Figure none = ring(0), all = ring(1);
    const Ring empty = ring_make(&none, &theme_night);
    const Ring full = ring_make(&all, &theme_night);
    const double far = empty.radius_px + empty.half_px / 2;
    for (double angle = 0.2; angle < 6.08; angle += 0.1)
        assert_true(ring_at(&empty, far * sin(angle), far * cos(angle)).behind > 0.7);
    for (double angle = 0; angle < 6.3; angle += 0.1)
        assert_true(ring_at(&full, far * sin(angle), far * cos(angle)).behind < 0.01);
}

static void nothing_shows_through_what_is_filled(void **state)
{
    (void)state;
    Figure paused = ring(1);
    paused.light = 0.6;
    const Ring made = ring_make(&paused, &theme_high_contrast);
    const OrbSample line = ring_at(&made, 0, made.radius_px);
    const OrbSample beside = ring_at(&made, 0, made.radius_px + made.half_px / 2);
    assert_float_equal(line.light.green, beside.light.green, 1);
}

/* Settle, hold and second inhale can be told from a plain breath, and from each other. */
static void every_phase_has_its_own_look(void **state)
{
    (void)state;
    Figure settle = ring(0);
    settle.ready = 0;
    const Figure looks[] = { settle, ring(0), held(ring(0)), sighing(ring(0)) };
    enum { LOOKS = sizeof looks / sizeof *looks };
    uint32_t *before[LOOKS];
    Canvas canvas = canvas_open();
    for (int i = 0; i < LOOKS; i++) {
        draw(&canvas, &looks[i], &theme_night);
        before[i] = calloc(PIXELS, sizeof(uint32_t));
        int32_t least = PIXELS;
        for (int p = 0; p < PIXELS; p++)
            before[i][p] = canvas.raster.pixels[p];
        for (int j = 0; j < i; j++) {
            int32_t differ = 0;
            for (int p = 0; p < PIXELS; p++)
                differ += before[i][p] != before[j][p];
            least = differ < least ? differ : least;
        }
        assert_true(least > 60);
    }
    for (int i = 0; i < LOOKS; i++)
        free(before[i]);
    canvas_close(&canvas);
}

static void parts_make_the_same_picture(void **state)
{
    (void)state;
    const Figure figure = held(sighing(ring(0.6)));
    Canvas whole = canvas_open(), parts = canvas_open();
    draw(&whole, &figure, &theme_paper);
    for (int32_t y = 0; y < HEIGHT; y += 47)
        for (int32_t x = 0; x < WIDTH; x += 61) {
            parts.raster.clip = (Rect){ x, y, 61, 47 };
            draw(&parts, &figure, &theme_paper);
        }
    assert_memory_equal(whole.raster.pixels, parts.raster.pixels,
                        PIXELS * sizeof(uint32_t));
    raster_figure(&whole.raster, whole.tables, &figure, &theme_paper);
    assert_memory_equal(whole.raster.pixels, parts.raster.pixels,
                        PIXELS * sizeof(uint32_t));
    canvas_close(&whole);
    canvas_close(&parts);
}

static void the_ring_stays_in_its_rectangle(void **state)
{
    (void)state;
    const Figure figure = held(ring(1));
    const Rect rect = raster_figure_rect(&figure);
    Canvas canvas = canvas_open(), bare = canvas_open();
    draw(&canvas, &figure, &theme_night);
    raster_background(&bare.raster, &theme_night);
    for (int32_t y = 0; y < HEIGHT; y++)
        for (int32_t x = 0; x < WIDTH; x++) {
            const bool is_in =
                x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
            const int32_t at = y * WIDTH + x;
            if (!is_in)
                assert_int_equal(canvas.raster.pixels[at], bare.raster.pixels[at]);
        }
    canvas_close(&canvas);
    canvas_close(&bare);
}

static double mean_luminance(const Canvas *canvas)
{
    double sum = 0;
    for (int32_t i = 0; i < PIXELS; i++)
        sum += theme_luminance(canvas->raster.pixels[i] & 0xFFFFFF);
    return sum / PIXELS;
}

/* Between empty and full of the quickest breath that moves all the way, at the steepest
 * a cosine has, in a second: WCAG counts 10 % of the maximum as a flash. */
static void no_figure_dazzles_in_any_theme(void **state)
{
    (void)state;
    Canvas canvas = canvas_open();
    for (int t = 0; t < THEME_COUNT; t++)
        for (int kind = 0; kind < 2; kind++) {
            double light[2];
            for (int full = 0; full < 2; full++) {
                const Figure figure = kind == 0 ? orb(full) : ring(full);
                draw(&canvas, &figure, themes[t]);
                light[full] = mean_luminance(&canvas);
            }
            const double steepest = fabs(light[1] - light[0]) * 1.5708 / 2.52;
            if (steepest > 0.025)
                fail_msg("%s: %.3f", themes[t]->name, steepest);
        }
    canvas_close(&canvas);
}

static void no_ring_hurries(void **state)
{
    (void)state;
    const BreathPattern calm = { { 4000, 0, 0, 6000, 0 } };
    const BreathPattern quick = { { 1000, 0, 0, 2000, 0 } };
    assert_float_equal(figure_filled(&calm, 1), 1, 1e-9);
    assert_float_equal(figure_filled(&calm, 0), 0, 1e-9);
    assert_float_equal(figure_filled(&quick, 1), 0.345, 0.001);
    assert_float_equal(figure_filled(&calm, 3), 1, 1e-9);
}

typedef struct GoldenRow {
    const char *name;
    const Theme *theme;
    Figure figure;
} GoldenRow;

static void pictures_are_the_golden_ones(void **state)
{
    (void)state;
    const GoldenRow rows[] = {
        { "orb-full-paper", &theme_paper, orb(1) },
        { "orb-hold-paper", &theme_paper, held(orb(1)) },
        { "orb-half-contrast", &theme_high_contrast, orb(0.5) },
        { "orb-hold-contrast", &theme_high_contrast, held(orb(1)) },
        { "ring-half", &theme_night, ring(0.5) },
        { "ring-more", &theme_night, sighing(ring(0.88)) },
        { "ring-hold", &theme_night, held(ring(1)) },
        { "ring-half-paper", &theme_paper, ring(0.5) },
        { "ring-hold-empty-contrast", &theme_high_contrast, held(ring(0)) },
    };
    int wrong = 0;
    Canvas canvas = canvas_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char path[512], actual[64];
        draw(&canvas, &rows[i].figure, rows[i].theme);
        snprintf(path, sizeof path, LEEWAY_TESTS_DIR "/view/golden/%s.png", rows[i].name);
        snprintf(actual, sizeof actual, "actual-%s.png", rows[i].name);
        wrong += !png_is_golden(path, actual, canvas.raster.pixels, WIDTH, HEIGHT);
    }
    canvas_close(&canvas);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_orbs_edge_is_visible_in_every_theme),
        cmocka_unit_test(the_ring_fills_from_below_on_both_sides),
        cmocka_unit_test(empty_and_full_are_exact),
        cmocka_unit_test(nothing_shows_through_what_is_filled),
        cmocka_unit_test(every_phase_has_its_own_look),
        cmocka_unit_test(parts_make_the_same_picture),
        cmocka_unit_test(the_ring_stays_in_its_rectangle),
        cmocka_unit_test(no_figure_dazzles_in_any_theme),
        cmocka_unit_test(no_ring_hurries),
        cmocka_unit_test(pictures_are_the_golden_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
