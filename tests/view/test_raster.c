/* SPDX-License-Identifier: MIT */
#include "support/png.h"
#include "view/raster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 0x00C0FFEE, SIDE = 240 };

/* A picture with its own pixels and tables. */
typedef struct Canvas {
    Raster raster;
    RasterTables *tables;
} Canvas;

static Canvas canvas_open(int32_t width, int32_t height)
{
    Canvas canvas = { .raster = { .width = width,
                                  .height = height,
                                  .pitch_px = width,
                                  .clip = { 0, 0, width, height } } };
    canvas.raster.pixels = calloc((size_t)width * (size_t)height, sizeof(uint32_t));
    canvas.tables = raster_tables_open(width, height, NULL);
    assert_non_null(canvas.raster.pixels);
    assert_non_null(canvas.tables);
    return canvas;
}

static void canvas_close(Canvas *canvas)
{
    free(canvas->raster.pixels);
    raster_tables_close(canvas->tables);
}

static void fill(Canvas *canvas, uint32_t pixel)
{
    for (int32_t i = 0; i < canvas->raster.width * canvas->raster.height; i++)
        canvas->raster.pixels[i] = pixel;
}

static uint32_t pixel_at(const Canvas *canvas, int32_t x, int32_t y)
{
    return canvas->raster.pixels[y * canvas->raster.pitch_px + x];
}

static double green_at(const Canvas *canvas, int32_t x, int32_t y)
{
    return pixel_at(canvas, x, y) >> 8 & 0xFF;
}

static Figure breathing(int32_t width, int32_t height, double fullness)
{
    const double side = width < height ? width : height;
    const double empty = FIGURE_RING / FIGURE_RATIO_MAX;
    return (Figure){
        .x_px = width / 2.0,
        .y_px = height * 0.36,
        .orb_px = side * (empty + (FIGURE_RING - empty) * fullness),
        .ring_px = side * FIGURE_RING,
        .ring_stroke_px = fmax(1.5, 0.0013 * side),
        .light = 1,
        .fullness = fullness,
    };
}

static Figure holding(int32_t width, int32_t height, double fullness)
{
    Figure figure = breathing(width, height, fullness);
    figure.ring_light = 1;
    figure.bead_light = 1;
    figure.bead_turn = 0.3;
    return figure;
}

/* Every verb there is, some of them across the clip and the border. */
static void draw_all(Canvas *canvas)
{
    static const uint8_t mask[] = { 0, 60, 120, 180, 255, 200, 100, 50, 25 };
    Raster *raster = &canvas->raster;
    const Figure figure = holding(raster->width, raster->height, 0.7);
    const RasterBox box = { .x_px = 20.3,
                            .y_px = 150.6,
                            .w_px = 190.1,
                            .h_px = 44.4,
                            .radius_px = 12,
                            .stroke_px = 1.5,
                            .fill = 0x1B242B,
                            .fill_alpha = 0.9,
                            .outline = 0x76858D,
                            .outline_alpha = 1 };
    raster_background(raster, &theme_night);
    raster_figure(raster, canvas->tables, &figure, &theme_night);
    raster_box(raster, &box);
    for (int32_t i = 0; i < 80; i++)
        raster_mask(raster, mask, 3, 3, 3, i * 3 - 1, 40 + i * 2, 0xE8E6E1, 0.8);
}

static void rectangles_meet_and_join(void **state)
{
    (void)state;
    const Rect a = { 0, 0, 10, 10 }, b = { 5, 6, 10, 10 }, far = { 30, 0, 2, 2 };
    const Rect none = { 0 };
    const Rect both = rect_cross(a, b), all = rect_union(a, b);
    assert_true(both.x == 5 && both.y == 6 && both.w == 5 && both.h == 4);
    assert_true(all.x == 0 && all.y == 0 && all.w == 15 && all.h == 16);
    assert_true(rect_is_empty(rect_cross(a, far)));
    assert_true(rect_is_empty(rect_cross(a, (Rect){ 10, 0, 5, 5 })));
    assert_true(rect_union(none, b).x == 5 && rect_union(b, none).w == 10);
}

static double exact_green(int32_t y, int32_t height)
{
    const double top = theme_night.colours[THEME_TOP] >> 8 & 0xFF;
    const double bottom = theme_night.colours[THEME_BOTTOM] >> 8 & 0xFF;
    return top + (bottom - top) * y / (height - 1);
}

/* The gradient crosses eight grey levels in 240 lines: without dithering it would be
 * wrong by up to half a level over many lines. */
static void gradient_is_right_on_average(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(SIDE, SIDE);
    raster_background(&canvas.raster, &theme_night);
    for (int32_t y = 0; y < SIDE; y += 8) {
        double error = 0;
        for (int32_t i = 0; i < 64; i++)
            error += green_at(&canvas, i % 8, y + i / 8) - exact_green(y + i / 8, SIDE);
        assert_true(fabs(error / 64) < 0.1);
    }
    canvas_close(&canvas);
}

static void gradient_has_no_bands(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(SIDE, SIDE);
    raster_background(&canvas.raster, &theme_night);
    int32_t flat = 0, longest = 0;
    for (int32_t y = 1; y < SIDE; y++) {
        const uint32_t *line = canvas.raster.pixels + y * SIDE;
        flat = memcmp(line, line - SIDE, SIDE * sizeof *line) == 0 ? flat + 1 : 0;
        longest = flat > longest ? flat : longest;
    }
    assert_true(longest <= 2);
    canvas_close(&canvas);
}

static void clip_is_respected(void **state)
{
    (void)state;
    static const Rect clips[] = {
        { 60, 30, 70, 90 }, { -20, -20, 60, 60 }, { 200, 200, 99, 99 }, { 50, 50, 0, 10 }
    };
    Canvas canvas = canvas_open(SIDE, SIDE);
    for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
        fill(&canvas, GUARD);
        canvas.raster.clip = clips[i];
        draw_all(&canvas);
        for (int32_t y = 0; y < SIDE; y++)
            for (int32_t x = 0; x < SIDE; x++) {
                const Rect here = { x, y, 1, 1 };
                const bool outside = rect_is_empty(rect_cross(here, clips[i]));
                assert_true((pixel_at(&canvas, x, y) == GUARD) == outside);
            }
    }
    canvas_close(&canvas);
}

static void parts_make_the_same_picture(void **state)
{
    (void)state;
    Canvas whole = canvas_open(SIDE, SIDE);
    Canvas parts = canvas_open(SIDE, SIDE);
    draw_all(&whole);
    fill(&parts, GUARD);
    for (int32_t y = 0; y < SIDE; y += 37)
        for (int32_t x = 0; x < SIDE; x += 53) {
            parts.raster.clip = (Rect){ x, y, 53, 37 };
            draw_all(&parts);
        }
    assert_memory_equal(whole.raster.pixels, parts.raster.pixels,
                        SIDE * SIDE * sizeof(uint32_t));
    canvas_close(&whole);
    canvas_close(&parts);
}

static void drawing_twice_changes_nothing(void **state)
{
    (void)state;
    Canvas once = canvas_open(SIDE, SIDE);
    Canvas twice = canvas_open(SIDE, SIDE);
    const Figure figure = holding(SIDE, SIDE, 0);
    raster_background(&once.raster, &theme_night);
    raster_background(&twice.raster, &theme_night);
    raster_figure(&once.raster, once.tables, &figure, &theme_night);
    raster_figure(&twice.raster, twice.tables, &figure, &theme_night);
    raster_figure(&twice.raster, twice.tables, &figure, &theme_night);
    assert_memory_equal(once.raster.pixels, twice.raster.pixels,
                        SIDE * SIDE * sizeof(uint32_t));
    canvas_close(&once);
    canvas_close(&twice);
}

/* Pixels that neither writes keep this colour, which is none of the theme's. */
#define UNTOUCHED 0xFF00FF

static void is_page_and_figure(const Figure *figure, Rect clip)
{
    Canvas whole = canvas_open(SIDE, SIDE), around = canvas_open(SIDE, SIDE);
    fill(&whole, UNTOUCHED);
    fill(&around, UNTOUCHED);
    whole.raster.clip = around.raster.clip = clip;
    raster_background(&whole.raster, &theme_night);
    raster_background_around(&around.raster, around.tables, figure, &theme_night);
    raster_figure(&whole.raster, whole.tables, figure, &theme_night);
    raster_figure(&around.raster, around.tables, figure, &theme_night);
    assert_memory_equal(whole.raster.pixels, around.raster.pixels,
                        SIDE * SIDE * sizeof(uint32_t));
    canvas_close(&whole);
    canvas_close(&around);
}

static void page_around_a_figure_leaves_no_hole(void **state)
{
    (void)state;
    static const Rect clips[] = {
        { 0, 0, SIDE, SIDE },   { 0, 0, SIDE / 2, SIDE / 3 },
        { 100, 80, 3, 40 },     { SIDE / 2 - 5, 1, 11, SIDE - 2 },
        { SIDE - 9, 60, 9, 9 }, { 7, SIDE / 3, SIDE - 14, 1 },
    };
    for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
        Figure figure = breathing(SIDE, SIDE, 0.6);
        is_page_and_figure(&figure, clips[i]);
        figure.x_px = 3.5; /* cut by the border */
        is_page_and_figure(&figure, clips[i]);
        figure.orb_px = 3 * SIDE; /* and by its tables */
        is_page_and_figure(&figure, clips[i]);
        figure = holding(SIDE, SIDE, 0);
        is_page_and_figure(&figure, clips[i]);
        figure.kind = FIGURE_FILLING;
        is_page_and_figure(&figure, clips[i]);
        is_page_and_figure(&(Figure){ 0 }, clips[i]);
    }
}

static void figure_stays_in_its_rectangle(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(SIDE, SIDE);
    for (int i = 0; i < 20; i++) {
        Figure figure = holding(SIDE, SIDE, i / 19.0);
        figure.x_px += 0.37 * i;
        figure.bead_turn = i / 20.0;
        const Rect rect = raster_figure_rect(&figure);
        fill(&canvas, GUARD);
        raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
        for (int32_t p = 0; p < SIDE * SIDE; p++)
            if (rect_is_empty(rect_cross(rect, (Rect){ p % SIDE, p / SIDE, 1, 1 })))
                assert_true(canvas.raster.pixels[p] == GUARD);
    }
    canvas_close(&canvas);
}

static void a_dark_figure_draws_nothing(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(SIDE, SIDE);
    Figure figure = holding(SIDE, SIDE, 1);
    figure.light = 0;
    fill(&canvas, GUARD);
    raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
    assert_true(rect_is_empty(raster_figure_rect(&figure)));
    for (int32_t i = 0; i < SIDE * SIDE; i++)
        assert_true(canvas.raster.pixels[i] == GUARD);
    canvas_close(&canvas);
}

/* Where the orb's edge stands, from the centre along a direction: the place at which
 * green falls through a value half way between orb and mist. */
static double edge_px(const Canvas *canvas, int32_t x, int32_t y, int32_t dx, int32_t dy)
{
    const double half = 98;
    double before = green_at(canvas, x, y);
    for (int32_t i = 1; i < SIDE; i++) {
        const double now = green_at(canvas, x + i * dx, y + i * dy);
        if (now < half)
            return i - 0.5 + (before - half) / (before - now);
        before = now;
    }
    return -1;
}

static void edges_px(const Canvas *canvas, int32_t middle, double edges[4])
{
    edges[0] = edge_px(canvas, middle, middle, 1, 0);
    edges[1] = edge_px(canvas, middle - 1, middle, -1, 0);
    edges[2] = edge_px(canvas, middle, middle, 0, 1);
    edges[3] = edge_px(canvas, middle, middle - 1, 0, -1);
}

/* A breath that jitters starts here. The orb is full and without its ring. */
static void edge_moves_below_the_pixel(void **state)
{
    (void)state;
    const int32_t side = 1080, middle = side / 2;
    Canvas canvas = canvas_open(side, side);
    double before[4] = { 0 };
    for (int i = 0; i <= 40; i++) {
        const double radius = 100 + i * 0.1;
        const Figure figure = { .x_px = middle,
                                .y_px = middle,
                                .orb_px = 2 * radius,
                                .light = 1,
                                .fullness = 1 };
        raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
        double edges[4];
        edges_px(&canvas, middle, edges);
        for (int e = 0; e < 4; e++) {
            assert_true(fabs(edges[e] - radius) < 0.12);
            assert_true(fabs(edges[e] - edges[0]) < 0.12);
            if (i > 0)
                assert_true(edges[e] >= before[e] && edges[e] - before[e] < 0.2);
            before[e] = edges[e];
        }
    }
    canvas_close(&canvas);
}

static void figure_wider_than_its_tables_is_cut(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(SIDE, SIDE);
    const Figure figure = { .x_px = 120, .y_px = 120, .orb_px = 5000, .light = 1 };
    raster_background(&canvas.raster, &theme_night);
    const uint32_t corner = pixel_at(&canvas, 0, 0);
    raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
    assert_true(pixel_at(&canvas, 0, 0) == corner);
    assert_true(green_at(&canvas, 120, 120) > 150);
    canvas_close(&canvas);
}

static void boxes_cover_parts_of_pixels(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(32, 32);
    const RasterBox box = {
        .x_px = 4.25, .y_px = 8, .w_px = 10, .h_px = 10, .fill = 0xFFFFFF, .fill_alpha = 1
    };
    raster_box(&canvas.raster, &box);
    assert_true(pixel_at(&canvas, 3, 12) == 0);
    assert_float_equal(green_at(&canvas, 4, 12), 191, 1.01);
    assert_true(pixel_at(&canvas, 5, 12) == 0xFFFFFF);
    assert_true(pixel_at(&canvas, 13, 17) == 0xFFFFFF);
    assert_float_equal(green_at(&canvas, 14, 12), 64, 1.01);
    assert_true(pixel_at(&canvas, 8, 7) == 0 && pixel_at(&canvas, 8, 18) == 0);
    canvas_close(&canvas);
}

static void outlines_lie_inside_the_edge(void **state)
{
    (void)state;
    Canvas canvas = canvas_open(32, 32);
    const RasterBox box = { .x_px = 4,
                            .y_px = 4,
                            .w_px = 24,
                            .h_px = 24,
                            .radius_px = 8,
                            .stroke_px = 2,
                            .outline = 0xFFFFFF,
                            .outline_alpha = 1 };
    raster_box(&canvas.raster, &box);
    assert_true(pixel_at(&canvas, 3, 16) == 0);
    assert_true(pixel_at(&canvas, 4, 16) == 0xFFFFFF);
    assert_true(pixel_at(&canvas, 5, 16) == 0xFFFFFF);
    assert_true(pixel_at(&canvas, 6, 16) == 0);
    assert_true(pixel_at(&canvas, 4, 4) == 0);
    canvas_close(&canvas);
}

static void masks_lay_colour_by_coverage(void **state)
{
    (void)state;
    static const uint8_t mask[] = { 0, 255, 51, 0 };
    Canvas canvas = canvas_open(16, 16);
    fill(&canvas, 0x102030);
    raster_mask(&canvas.raster, mask, 2, 2, 2, 3, 3, 0xFFFFFF, 1);
    assert_true(pixel_at(&canvas, 3, 3) == 0x102030);
    assert_true(pixel_at(&canvas, 4, 3) == 0xFFFFFF);
    assert_float_equal(green_at(&canvas, 3, 4), 32 + 0.2 * (255 - 32), 1.01);
    canvas_close(&canvas);
}

static double mean_luminance(const Canvas *canvas, const double luminance[3][256])
{
    const int32_t count = canvas->raster.width * canvas->raster.height;
    double sum = 0;
    for (int32_t i = 0; i < count; i++) {
        const uint32_t pixel = canvas->raster.pixels[i];
        sum += luminance[0][pixel >> 16 & 0xFF] + luminance[1][pixel >> 8 & 0xFF] +
               luminance[2][pixel & 0xFF];
    }
    return sum / count;
}

/* The most that the window's mean luminance changes in a second of the quickest breath
 * that still grows by half. */
static double steepest(int32_t width, int32_t height)
{
    double luminance[3][256];
    for (uint32_t i = 0; i < 256; i++)
        for (uint32_t c = 0; c < 3; c++)
            luminance[c][i] = theme_luminance(i << (16 - 8 * c));
    Canvas canvas = canvas_open(width, height);
    raster_background(&canvas.raster, &theme_night);
    const BreathPattern quick = { { 2520, 0, 0, 2520, 0 } };
    double most = 0, before = -1;
    for (int32_t ms = 0; ms <= 2520; ms += 60) {
        const Figure figure =
            breathing(width, height, breath_fullness(&quick, BREATH_IN, ms));
        raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
        const double now = mean_luminance(&canvas, luminance);
        if (before >= 0)
            most = fmax(most, fabs(now - before) / 0.060);
        before = now;
    }
    canvas_close(&canvas);
    return most;
}

static void the_room_stays_as_bright_as_it_is(void **state)
{
    (void)state;
    assert_true(steepest(480, 360) < 0.015);
    assert_true(steepest(640, 360) < 0.015);
}

typedef struct GoldenRow {
    const char *name;
    int32_t width, height;
    double fullness;
    bool is_hold;
    double light;
} GoldenRow;

static const GoldenRow golden_rows[] = {
    { "orb-empty", 480, 360, 0, false, 1 },
    { "orb-half", 480, 360, 0.5, false, 1 },
    { "orb-full", 480, 360, 1, false, 1 },
    { "orb-hold", 480, 360, 1, true, 1 },
    { "orb-hold-empty", 480, 360, 0, true, 1 },
    { "orb-paused", 480, 360, 0.5, false, 0.6 },
    { "orb-full-1280x720", 1280, 720, 1, false, 1 },
};

static bool is_golden(const GoldenRow *row)
{
    Canvas canvas = canvas_open(row->width, row->height);
    Figure figure = row->is_hold ? holding(row->width, row->height, row->fullness)
                                 : breathing(row->width, row->height, row->fullness);
    figure.light = row->light;
    raster_background(&canvas.raster, &theme_night);
    raster_figure(&canvas.raster, canvas.tables, &figure, &theme_night);
    char path[512], actual[64];
    snprintf(path, sizeof path, LEEWAY_TESTS_DIR "/view/golden/%s.png", row->name);
    snprintf(actual, sizeof actual, "actual-%s.png", row->name);
    const bool same =
        png_is_golden(path, actual, canvas.raster.pixels, row->width, row->height);
    canvas_close(&canvas);
    return same;
}

static void pictures_are_the_golden_ones(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof golden_rows / sizeof *golden_rows; i++)
        wrong += !is_golden(&golden_rows[i]);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rectangles_meet_and_join),
        cmocka_unit_test(gradient_is_right_on_average),
        cmocka_unit_test(gradient_has_no_bands),
        cmocka_unit_test(clip_is_respected),
        cmocka_unit_test(parts_make_the_same_picture),
        cmocka_unit_test(drawing_twice_changes_nothing),
        cmocka_unit_test(page_around_a_figure_leaves_no_hole),
        cmocka_unit_test(figure_stays_in_its_rectangle),
        cmocka_unit_test(a_dark_figure_draws_nothing),
        cmocka_unit_test(edge_moves_below_the_pixel),
        cmocka_unit_test(figure_wider_than_its_tables_is_cut),
        cmocka_unit_test(boxes_cover_parts_of_pixels),
        cmocka_unit_test(outlines_lie_inside_the_edge),
        cmocka_unit_test(masks_lay_colour_by_coverage),
        cmocka_unit_test(the_room_stays_as_bright_as_it_is),
        cmocka_unit_test(pictures_are_the_golden_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
