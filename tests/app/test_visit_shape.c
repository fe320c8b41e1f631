/* SPDX-License-Identifier: MIT */
/* Which figure is seen on home and in a practice, and that the still ones stay still. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int rig_open(void **state)
{
    *state = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int rig_close(void **state)
{
    visit_rig_close(*state);
    return 0;
}

static VisitRig *home_with(void **state, const char *figure, bool is_movement_less,
                           const char *pattern)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, pattern, 3);
    snprintf(rig->visit.settings.figure, sizeof rig->visit.settings.figure, "%s", figure);
    rig->visit.settings.movement =
        is_movement_less ? SETTINGS_MOVEMENT_LESS : SETTINGS_MOVEMENT_USUAL;
    visit_rig_turn(rig);
    return rig;
}

typedef struct Row {
    const char *figure;
    bool is_movement_less;
    FigureKind kind;
} Row;

static const Row rows[] = {
    { "usual", false, FIGURE_ORB },      { "usual", true, FIGURE_FILLING },
    { "orb", true, FIGURE_ORB },         { "ring", false, FIGURE_FILLING },
    { "words", true, FIGURE_WORDS },     { "words", false, FIGURE_WORDS },
    { "from-later", false, FIGURE_ORB }, { "from-later", true, FIGURE_FILLING },
};

static void the_chosen_figure_is_seen(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        VisitRig *rig = home_with(state, rows[i].figure, rows[i].is_movement_less, "box");
        visit_rig_wait(rig, 1000);
        assert_int_equal(rig->visit.view.figure.kind, rows[i].kind);
        assert_int_equal(rig->visit.is_moving, !rows[i].is_movement_less);
        visit_rig_play(rig, "press 5000");
        assert_int_equal(rig->visit.view.figure.kind, rows[i].kind);
        assert_true(rig->visit.is_moving);
    }
}

/* Where the ring is and how large it is, since it came. */
static void watch_ring(VisitRig *rig)
{
    const Figure *first = rig->watcher, *now = &rig->visit.view.figure;
    assert_int_equal(now->kind, FIGURE_FILLING);
    assert_true(now->orb_px == 0);
    assert_true(now->ring_px == first->ring_px && now->x_px == first->x_px);
    assert_true(now->y_px == first->y_px && now->ring_stroke_px == first->ring_stroke_px);
    assert_true(now->fullness >= 0 && now->fullness <= 1);
}

static void nothing_scales_with_the_ring(void **state)
{
    VisitRig *rig = home_with(state, "ring", false, "sigh");
    visit_rig_play(rig, "press 1000");
    Figure first = rig->visit.view.figure;
    assert_float_equal(first.ring_px + first.ring_stroke_px, FIGURE_RING * 720, 0.51);
    assert_float_equal(first.ring_stroke_px, FIGURE_FILLING_STROKE * 720, 0.1);
    assert_float_equal(first.notch, 2.0 / 2.8, 0.001);
    rig->watcher = &first;
    rig->on_frame = watch_ring;
    visit_rig_play(rig, "14000 press 3000 press 9000");
    rig->on_frame = NULL;
}

/* No frame differs from the one before by more than this. */
#define LIGHT_STEP 0.15

static void watch_light(VisitRig *rig)
{
    double *before = rig->watcher;
    const Figure *now = &rig->visit.view.figure;
    assert_true(fabs(now->light - *before) <= LIGHT_STEP);
    *before = now->light;
}

static void home_gives_way_without_a_jump(void **state)
{
    VisitRig *rig = home_with(state, "ring", false, "box");
    double light = 1;
    visit_rig_wait(rig, 2000);
    const double home_px = rig->visit.view.figure.ring_px;
    rig->frame_us = VISIT_RIG_FRAME_US;
    rig->watcher = &light;
    rig->on_frame = watch_light;
    visit_rig_play(rig, "press 300");
    assert_true(rig->visit.view.figure.ring_px == home_px);
    assert_true(rig->visit.view.figure.light < 0.3);
    visit_rig_play(rig, "2000");
    assert_true(rig->visit.view.figure.ring_px > home_px);
    assert_float_equal(rig->visit.view.figure.light, 1, 1e-9);
    rig->on_frame = NULL;
}

static void words_stand_alone_and_fade_in_half_a_second(void **state)
{
    VisitRig *rig = home_with(state, "words", false, "box");
    assert_non_null(strstr(visit_rig_picture(rig), "words 80px \"In\"\n"));
    visit_rig_play(rig, "press 2500");
    assert_non_null(strstr(visit_rig_picture(rig), "\"In a moment\"\n"));
    visit_rig_play(rig, "750");
    assert_non_null(
        strstr(visit_rig_picture(rig), "words 80px \"In a moment\" 0.5 \"In\" 0.5\n"));
    visit_rig_play(rig, "300");
    assert_non_null(strstr(visit_rig_picture(rig), "words 80px \"In\"\n"));
    assert_null(strstr(visit_rig_picture(rig), "ring"));
    visit_rig_play(rig, "press 1000");
    assert_non_null(strstr(visit_rig_picture(rig), "words 80px \"Paused\"\n"));
}

static void words_fit_any_window(void **state)
{
    static const int32_t sizes[][2] = {
        { 480, 360 }, { 360, 480 }, { 1280, 720 }, { 240, 240 }, { 2560, 1440 }
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int32_t percent = 100; percent <= 250; percent += 50) {
            VisitRig *rig = home_with(state, "words", false, "box");
            rig->visit.settings.text_percent = percent;
            visit_size(&rig->visit, sizes[i][0], sizes[i][1]);
            visit_rig_play(rig, "press 2000");
            const Figure *figure = &rig->visit.view.figure;
            assert_true(figure->word_room_px <= sizes[i][0]);
            assert_true(figure->word_px <= rig->visit.layout.figure_px / 2);
            const char *picture = visit_rig_picture(rig);
            assert_true(figure->word_px >= 12 || rig->visit.layout.figure_px <= 0);
            assert_non_null(strstr(picture, "\"In a"));
        }
}

static void a_home_that_does_not_move_rests(void **state)
{
    VisitRig *rig = home_with(state, "usual", true, "box");
    const Figure before = rig->visit.view.figure;
    visit_rig_wait(rig, 5000);
    assert_memory_equal(&before, &rig->visit.view.figure, sizeof before);
    home_with(state, "words", true, "box");
    assert_non_null(strstr(visit_rig_picture(rig), "\"Leeway\"\n"));
}

enum { PARTS_WIDTH = 640, PARTS_HEIGHT = 360 };

/* A window that is painted in parts, and one that is painted as a whole. */
typedef struct Windows {
    Raster parts, whole;
    RasterTables *tables;
    Picture picture;
    const Theme *theme;
} Windows;

static Raster raster_open(void)
{
    const Rect all = { 0, 0, PARTS_WIDTH, PARTS_HEIGHT };
    Raster raster = { NULL, PARTS_WIDTH, PARTS_HEIGHT, PARTS_WIDTH, all };
    raster.pixels = calloc((size_t)PARTS_WIDTH * PARTS_HEIGHT, sizeof *raster.pixels);
    assert_non_null(raster.pixels);
    return raster;
}

static void watch_parts(VisitRig *rig)
{
    Windows *windows = rig->watcher;
    Rect rects[PICTURE_RECTS_MAX];
    Paint parts =
        paint_pixels(&windows->parts, windows->tables, rig->text, windows->theme);
    Paint whole =
        paint_pixels(&windows->whole, windows->tables, rig->text, windows->theme);
    if (picture_paint(&windows->picture, &parts, &rig->visit.view, rects) == 0)
        return;
    picture_paint_all(&whole, &rig->visit.view);
    assert_memory_equal(windows->parts.pixels, windows->whole.pixels,
                        sizeof(uint32_t) * PARTS_WIDTH * PARTS_HEIGHT);
}

static void painting_parts_is_painting_all(void **state)
{
    static const char *const figures[] = { "orb", "ring", "words" };
    for (int i = 0; i < FIGURE_BREATH_COUNT; i++) {
        VisitRig *rig = home_with(state, figures[i], false, i == 1 ? "sigh" : "box");
        Windows windows = { .parts = raster_open(),
                            .whole = raster_open(),
                            .tables = raster_tables_open(PARTS_WIDTH, PARTS_HEIGHT, NULL),
                            .theme = themes[i] };
        visit_size(&rig->visit, PARTS_WIDTH, PARTS_HEIGHT);
        visit_rig_turn(rig);
        rig->watcher = &windows;
        rig->on_frame = watch_parts;
        visit_rig_play(rig,
                       "500 frame-next 4000 press 9000 press 400 press 4000 out 700");
        rig->on_frame = NULL;
        free(windows.parts.pixels);
        free(windows.whole.pixels);
        raster_tables_close(windows.tables);
    }
}

#define WITH_RIG(test) cmocka_unit_test_setup_teardown(test, rig_open, rig_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_RIG(the_chosen_figure_is_seen),
        WITH_RIG(nothing_scales_with_the_ring),
        WITH_RIG(home_gives_way_without_a_jump),
        WITH_RIG(words_stand_alone_and_fade_in_half_a_second),
        WITH_RIG(words_fit_any_window),
        WITH_RIG(a_home_that_does_not_move_rests),
        WITH_RIG(painting_parts_is_painting_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
