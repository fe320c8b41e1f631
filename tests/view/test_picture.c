/* SPDX-License-Identifier: MIT */
/* Only what changed is painted, and it is the same picture as painting all of it. */
#include "support/random.h"
#include "view/body.h"
#include "view/path.h"
#include "view/picture.h"
#include "view/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 640, HEIGHT = 480, PIXELS = WIDTH * HEIGHT };

/* Two canvases: one only ever gets what changed, one all of it. */
typedef struct Easel {
    Text *text;
    RasterTables *tables;
    Picture picture;
    Scene scene;
    Layout layout, leaving;
    View view;
    uint32_t kept[PIXELS], fresh[PIXELS];
    Rect rects[PICTURE_RECTS_MAX];
} Easel;

static Easel *easel;

static int open_easel(void **state)
{
    (void)state;
    easel = calloc(1, sizeof *easel);
    easel->text = text_open(LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf", NULL);
    easel->tables = raster_tables_open(WIDTH, HEIGHT, NULL);
    return easel->text == NULL || easel->tables == NULL;
}

static int close_easel(void **state)
{
    (void)state;
    raster_tables_close(easel->tables);
    text_close(easel->text);
    free(easel);
    return 0;
}

static Raster raster_over(uint32_t *pixels)
{
    return (Raster){ pixels, WIDTH, HEIGHT, WIDTH, { 0, 0, WIDTH, HEIGHT } };
}

static void set_practice(void)
{
    easel->scene = (Scene){ .screen = SCREEN_PRACTICE,
                            .width_px = WIDTH,
                            .height_px = HEIGHT,
                            .text_scale = 1,
                            .word = "In",
                            .word_light = 1,
                            .hint = "Follow it, or watch.",
                            .hint_light = 1,
                            .line = "" };
    easel->view = (View){ .layout = &easel->layout,
                          .figure = { .orb_px = 170, .light = 1, .ring_stroke_px = 1.5 },
                          .is_still = false };
}

/* Lays the scene out and paints what changed. */
static int32_t paint(void)
{
    screen_lay_out(&easel->scene, easel->text, &easel->layout);
    easel->view.figure.x_px = easel->layout.figure_x_px;
    easel->view.figure.y_px = easel->layout.figure_y_px;
    easel->view.figure.ring_px = easel->layout.figure_px;
    Raster raster = raster_over(easel->kept);
    Paint brush = paint_pixels(&raster, easel->tables, easel->text, &theme_night);
    return picture_paint(&easel->picture, &brush, &easel->view, easel->rects);
}

static bool is_the_whole_picture(void)
{
    Raster raster = raster_over(easel->fresh);
    Paint brush = paint_pixels(&raster, easel->tables, easel->text, &theme_night);
    picture_paint_all(&brush, &easel->view);
    return memcmp(easel->kept, easel->fresh, sizeof easel->kept) == 0;
}

static int32_t area_of(int32_t count)
{
    int32_t area = 0;
    for (int32_t i = 0; i < count; i++)
        area += easel->rects[i].w * easel->rects[i].h;
    return area;
}

static void begin(void)
{
    picture_forget(&easel->picture);
    set_practice();
    assert_int_equal(paint(), 1);
    assert_int_equal(area_of(1), PIXELS);
    assert_true(is_the_whole_picture());
}

/* What comes behind the second of such words. */
static double after_second(const char *log, const char *words)
{
    const char *found = strstr(log, words);
    assert_non_null(found);
    found = strstr(found + 1, words);
    assert_non_null(found);
    return atof(found + strlen(words));
}

/* In a value that is typed: behind its last letter, which is on the left in Hebrew. */
static void test_the_caret_stands_where_the_next_letter_will(void **state)
{
    (void)state;
    static const char *const VALUES[] = { "ab", "אב", "א b", "b א" };
    static const bool IS_LEFT[] = { false, true, true, false };
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
        static char log[8192];
        Paint brush = paint_log(log, sizeof log, &theme_night);
        easel->scene = (Scene){
            .screen = SCREEN_PERSON,
            .width_px = WIDTH,
            .height_px = HEIGHT,
            .text_scale = 1,
            .line = "",
            .rows = { { .label = "Name", .value = VALUES[i], .is_field = true } },
            .row_count = 1
        };
        easel->view = (View){ .layout = &easel->layout, .focus = CONTROL_ROW };
        screen_lay_out(&easel->scene, easel->text, &easel->layout);
        picture_paint_all(&brush, &easel->view);
        const double caret = after_second(log, "\nbox ");  /* the first is the frame */
        const double value = after_second(log, "\ntext "); /* the first is the label */
        assert_int_equal(caret < value, IS_LEFT[i]);
    }
}

static void test_nothing_is_painted_when_nothing_changed(void **state)
{
    (void)state;
    begin();
    assert_int_equal(paint(), 0);
    easel->view.is_still = true;
    assert_int_equal(paint(), 0);
}

static void test_a_fading_word_paints_its_own_place(void **state)
{
    (void)state;
    begin();
    easel->scene.word_light = 0.5;
    const int32_t count = paint();
    assert_in_range(count, 1, 1);
    assert_in_range(area_of(count), 1, WIDTH * 80);
    assert_true(is_the_whole_picture());
}

static void test_a_moved_figure_paints_its_own_place(void **state)
{
    (void)state;
    begin();
    easel->view.figure.orb_px += 0.6;
    const int32_t count = paint();
    assert_int_equal(count, 1);
    assert_in_range(area_of(count), 1, 240 * 240);
    assert_true(is_the_whole_picture());
}

static void test_less_than_a_quarter_of_a_pixel_waits_until_all_is_still(void **state)
{
    (void)state;
    begin();
    easel->view.figure.orb_px += 0.2;
    assert_int_equal(paint(), 0);
    easel->view.is_still = true;
    assert_int_equal(paint(), 1);
    assert_true(is_the_whole_picture());
}

static void test_many_small_moves_are_not_lost(void **state)
{
    (void)state;
    begin();
    int painted = 0;
    for (int i = 0; i < 10; i++) {
        easel->view.figure.orb_px += 0.2;
        painted += paint() > 0;
    }
    assert_in_range(painted, 3, 5);
}

static void test_a_frame_that_goes_on_paints_both_places(void **state)
{
    (void)state;
    begin();
    easel->view.focus = CONTROL_ACTION + ACTION_OUT;
    assert_in_range(paint(), 1, 2);
    assert_true(is_the_whole_picture());
    easel->view.focus = CONTROL_ACTION + ACTION_ANOTHER_WAY;
    assert_in_range(paint(), 1, 2);
    assert_true(is_the_whole_picture());
    easel->view.focus = CONTROL_FIGURE;
    paint();
    assert_true(is_the_whole_picture());
}

/* A figure of a scan, painted once. */
static void begin_scan(FigureKind kind)
{
    Figure *figure = &easel->view.figure;
    const Path path = path_make(FIGURE_RING * HEIGHT, 0, 34, 12);
    begin();
    path_show(&path, figure);
    if (kind == FIGURE_BODY)
        body_show(FIGURE_RING * HEIGHT, figure);
    figure->place = 12;
    figure->body_lit = body_parts_of("feet");
    figure->body_before = body_parts_of("hands");
    paint();
    assert_true(is_the_whole_picture());
}

typedef struct ScanRow {
    const char *says;
    FigureKind kind;
    double light, first; /* what changes */
    bool is_painted;
} ScanRow;

static const ScanRow scan_rows[] = {
    { "a path that rests", FIGURE_PATH, 0, 0, false },
    { "a body that rests", FIGURE_BODY, 0, 0, false },
    { "a place that lights", FIGURE_PATH, 0.02, 0, true },
    { "a part that lights", FIGURE_BODY, 0.02, 0, true },
    { "less than a grey level", FIGURE_PATH, 0.001, 0, false },
    { "less than a grey level within", FIGURE_BODY, 0.001, 0, false },
    { "marks that glide", FIGURE_PATH, 0, 0.05, true },
    { "marks that hardly glide", FIGURE_PATH, 0, 0.005, false },
    { "a body has no marks", FIGURE_BODY, 0, 0.05, false },
};

static void test_a_scan_is_painted_when_it_changes_to_the_eye(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scan_rows / sizeof *scan_rows; i++) {
        const ScanRow *row = &scan_rows[i];
        begin_scan(row->kind);
        easel->view.figure.place_light += row->light;
        easel->view.figure.place_first += row->first;
        const int32_t count = paint();
        if ((count > 0) != row->is_painted)
            fail_msg("%s", row->says);
        assert_true(!row->is_painted || area_of(count) < PIXELS / 6);
        assert_true(!row->is_painted || is_the_whole_picture());
    }
}

/* --- a walk through everything that can change --- */

static const char *const words[] = { "In", "Out", "Hold", "Paused", "In a moment", "" };
static const char *const hints[] = { "", "Follow it, or watch.",
                                     "A little slower, over the next breaths." };
static const char *const rows[] = { "1 minute", "3 minutes", "4 in, 7 hold, 8 out",
                                    "more" };

static double any_part(Random *random)
{
    return (double)random_between(random, 0, 20) / 20.0;
}

static void change_screen(Random *random)
{
    static const ScreenId screens[] = { SCREEN_HOME,  SCREEN_LIST,    SCREEN_PRACTICE,
                                        SCREEN_AFTER, SCREEN_CHOICES, SCREEN_KEYS,
                                        SCREEN_HIDDEN };
    Scene *scene = &easel->scene;
    *scene = (Scene){ .screen = screens[random_between(random, 0, 6)],
                      .width_px = WIDTH,
                      .height_px = HEIGHT,
                      .text_scale = (double)random_between(random, 4, 10) / 4.0,
                      .line = "Space begins. Esc closes.",
                      .line_light = any_part(random),
                      .values = { "4 in, 6 out", "3 minutes", "sound off" },
                      .doors = { "Breathe" },
                      .door_count = 1,
                      .choices = { rows[0], rows[1], rows[2], rows[3] },
                      .choice_count = 4,
                      .chosen = (int32_t)random_between(random, -1, 3),
                      .detail = "Whole breaths: 5 min 4 s.",
                      .out_says = "back",
                      .word = "In",
                      .word_light = 1,
                      .hint = "" };
    easel->view.leaving = NULL;
    if (random_one_in(random, 2)) {
        easel->leaving = easel->layout;
        easel->view.leaving = &easel->leaving;
        easel->view.leaving_light = any_part(random);
    }
}

static void change_words(Random *random)
{
    Scene *scene = &easel->scene;
    scene->word = words[random_between(random, 0, 5)];
    scene->word_before = random_one_in(random, 2) ? words[0] : NULL;
    scene->word_light = any_part(random);
    scene->hint = hints[random_between(random, 0, 2)];
    scene->hint_light = any_part(random);
    scene->legend_light = any_part(random);
    scene->line_light = any_part(random);
}

static void change_figure(Random *random)
{
    Figure *figure = &easel->view.figure;
    figure->kind = FIGURE_ORB;
    const double most = easel->layout.figure_px;
    figure->orb_px = most * (double)random_between(random, 60, 100) / 100.0;
    figure->fullness = any_part(random);
    figure->ring_stroke_px = 1.5;
    figure->ring_fade = random_one_in(random, 3) ? any_part(random) : 0;
    figure->ring_light = any_part(random);
    figure->bead_light = any_part(random);
    figure->bead_turn = any_part(random);
    figure->light = any_part(random);
}

static void change_scan(Random *random)
{
    Figure *figure = &easel->view.figure;
    const int32_t total = (int32_t)random_between(random, 1, 34);
    const Path path = path_make(FIGURE_RING * HEIGHT, 0, total, total / 2);
    body_show(FIGURE_RING * HEIGHT, figure);
    figure->body &= ~BODY_BIT(random_between(random, 0, BODY_TOES));
    figure->body_lit = body_parts_of(random_one_in(random, 3) ? "whole" : "feet");
    figure->body_before = BODY_BIT(random_between(random, 0, BODY_TOES));
    if (random_one_in(random, 2))
        path_show(&path, figure);
    figure->place = (int32_t)random_between(random, -1, total - 1);
    figure->place_before = (int32_t)random_between(random, -1, total - 1);
    figure->place_first += any_part(random) - 0.5;
    figure->place_light = any_part(random);
    figure->light = any_part(random);
}

static void change_something(Random *random)
{
    switch (random_between(random, 0, 7)) {
    case 0: change_screen(random); break;
    case 1: easel->view.focus = (int32_t)random_between(random, 0, 14); break;
    case 2: easel->view.hover = (int32_t)random_between(random, 0, 14); break;
    case 3: easel->scene.scroll_px = (int32_t)random_between(random, 0, 300); break;
    case 4: change_words(random); break;
    case 5: easel->view.leaving_light = any_part(random); break;
    case 6: change_scan(random); break;
    default: change_figure(random); break;
    }
}

static const char *painting_parts_is_painting_all(Random *random, int32_t size)
{
    picture_forget(&easel->picture);
    set_practice();
    for (int32_t i = 0; i < size; i++) {
        change_something(random);
        if (random_one_in(random, 3))
            change_something(random);
        easel->view.is_still = true;
        const int32_t count = paint();
        if (count > PICTURE_RECTS_MAX)
            return random_say(random, "%d rectangles", (int)count);
        if (!is_the_whole_picture())
            return random_say(random, "screen %d differs after %d changes",
                              (int)easel->scene.screen, (int)i + 1);
    }
    return NULL;
}

static void test_painting_parts_is_painting_all(void **state)
{
    (void)state;
    random_check(painting_parts_is_painting_all, 12, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_caret_stands_where_the_next_letter_will),
        cmocka_unit_test(test_nothing_is_painted_when_nothing_changed),
        cmocka_unit_test(test_a_fading_word_paints_its_own_place),
        cmocka_unit_test(test_a_moved_figure_paints_its_own_place),
        cmocka_unit_test(test_less_than_a_quarter_of_a_pixel_waits_until_all_is_still),
        cmocka_unit_test(test_many_small_moves_are_not_lost),
        cmocka_unit_test(test_a_frame_that_goes_on_paints_both_places),
        cmocka_unit_test(test_a_scan_is_painted_when_it_changes_to_the_eye),
        cmocka_unit_test(test_painting_parts_is_painting_all),
    };
    return cmocka_run_group_tests(tests, open_easel, close_easel);
}
