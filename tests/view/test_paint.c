/* SPDX-License-Identifier: MIT */
#include "view/body.h"
#include "view/paint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define FONT LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf"

enum { WIDTH = 240, HEIGHT = 120, GUARD = 0x5A5A5A5A };

static const Figure ORB = { .x_px = 120,
                            .y_px = 60.25,
                            .orb_px = 40,
                            .ring_px = 60,
                            .ring_stroke_px = 1.5,
                            .light = 1,
                            .fullness = 0.5 };
static const PaintBox DOOR = { .x_px = 10.04,
                               .y_px = 20.5,
                               .w_px = 150,
                               .h_px = 56,
                               .radius_px = 11.7,
                               .stroke_px = 1.5,
                               .fill = THEME_PANEL,
                               .outline = THEME_OUTLINE,
                               .fill_alpha = 1,
                               .outline_alpha = 0.25 };
static const PaintText LINE = { .utf8 = "Space begins.",
                                .length = 13,
                                .size_px = 20,
                                .x = 40,
                                .baseline = 66,
                                .colour = THEME_TEXT,
                                .alpha = 1 };

static void paint_all(Paint *paint)
{
    paint->verbs->background(paint, &(Figure){ 0 });
    paint->verbs->figure(paint, &ORB);
    paint->verbs->box(paint, &DOOR);
    paint->verbs->text(paint, &LINE);
}

static void writes_a_line_for_each_verb(void **state)
{
    (void)state;
    char log[512];
    Paint paint = paint_log(log, sizeof log, &theme_night);
    assert_string_equal(log, "");
    paint_all(&paint);
    assert_string_equal(log,
                        "background\n"
                        "figure 120,60.3 orb 40 full 0.5 ring 60 stroke 1.5\n"
                        "box 10,20.5 150x56 radius 11.7 fill panel stroke 1.5 outline "
                        "0.25\n"
                        "text 40,66 20px text \"Space begins.\"\n");
    assert_int_equal(paint.log_length, strlen(log));
}

typedef struct FigureRow {
    Figure figure;
    const char *line;
} FigureRow;

static void are_written(const FigureRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char log[128];
        Paint paint = paint_log(log, sizeof log, &theme_night);
        paint.verbs->figure(&paint, &rows[i].figure);
        assert_string_equal(log, rows[i].line);
    }
}

static void writes_figures(void **state)
{
    (void)state;
    static const FigureRow ROWS[] = {
        { { .light = 1 }, "figure 0,0\n" },
        { { .light = 0 }, "figure 0,0 light 0\n" },
        { { .x_px = -0.04, .y_px = -12.36, .light = 0.6 }, "figure 0,-12.4 light 0.6\n" },
        { { .orb_px = 99.96, .light = 1, .fullness = 0.999 },
          "figure 0,0 orb 100 full 1\n" },
        { { .ring_px = 300, .ring_stroke_px = 2, .ring_light = 0.056, .light = 1 },
          "figure 0,0 ring 300 stroke 2 lit 0.06\n" },
        { { .ring_px = 300,
            .ring_stroke_px = 2,
            .bead_turn = 0.25,
            .bead_light = 1,
            .light = 1 },
          "figure 0,0 ring 300 stroke 2 bead 0.25 lit 1\n" },
        { { .kind = FIGURE_FILLING,
            .ring_px = 300,
            .ring_stroke_px = 14,
            .fullness = 0.5,
            .notch = 0.7,
            .ready = 0.25,
            .light = 1 },
          "figure 0,0 filled 0.5 notch 0.7 ready 0.25 ring 300 stroke 14\n" },
        { { .kind = FIGURE_WORDS,
            .word_px = 80,
            .word = "Out",
            .word_before = "In",
            .word_light = 0.8,
            .light = 1 },
          "figure 0,0 words 80px \"In\" 0.2 \"Out\" 0.8\n" },
    };
    are_written(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void writes_figures_of_a_scan(void **state)
{
    (void)state;
    static const FigureRow ROWS[] = {
        { { .kind = FIGURE_PATH,
            .place_total = 34,
            .place_count = 7,
            .place_first = 3.5,
            .place = 6,
            .place_before = 5,
            .place_light = 0.7,
            .place_step_px = 40.8,
            .light = 1 },
          "figure 0,0 path from 4.5, 7 of 34 step 40.8 fades 6 0.3 at 7 0.7\n" },
        { { .kind = FIGURE_PATH,
            .place_total = 1,
            .place_count = 1,
            .place = -1,
            .place_before = -1,
            .place_light = 0.5,
            .light = 1 },
          "figure 0,0 path from 1, 1 of 1 step 0\n" },
        { { .kind = FIGURE_BODY,
            .body_px = 316.8,
            .body = BODY_ALL & ~BODY_BIT(BODY_HAND),
            .body_lit = BODY_WHOLE,
            .body_before = BODY_BIT(BODY_CHEST),
            .place_light = 0.7,
            .light = 0.6 },
          "figure 0,0 body 316.8 without 200000 fades 800 0.3 lit whole 0.7 light "
          "0.6\n" },
    };
    are_written(ROWS, sizeof ROWS / sizeof *ROWS);
}

static void writes_only_what_a_box_shows(void **state)
{
    (void)state;
    static const struct {
        PaintBox box;
        const char *line;
    } ROWS[] = {
        { { .w_px = 9, .h_px = 8, .stroke_px = 2 }, "box 0,0 9x8\n" },
        { { .w_px = 9, .h_px = 8, .fill = THEME_FOCUS, .fill_alpha = 0.5 },
          "box 0,0 9x8 fill focus 0.5\n" },
        { { .w_px = 9, .h_px = 8, .outline = THEME_FOCUS, .outline_alpha = 1 },
          "box 0,0 9x8\n" },
        { { .w_px = 9,
            .h_px = 8,
            .stroke_px = 3,
            .outline = THEME_FOCUS,
            .outline_alpha = 1 },
          "box 0,0 9x8 stroke 3 focus\n" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char log[128];
        Paint paint = paint_log(log, sizeof log, &theme_night);
        paint.verbs->box(&paint, &ROWS[i].box);
        assert_string_equal(log, ROWS[i].line);
    }
}

static void writes_words_that_can_be_read_back(void **state)
{
    (void)state;
    static const struct {
        const char *words, *line;
        int32_t length;
    } ROWS[] = {
        { "Esc closes.", "text 0,0 16px secondary 0.5 \"Esc\"\n", 3 },
        { "", "text 0,0 16px secondary 0.5 \"\"\n", 0 },
        { "“a → b”", "text 0,0 16px secondary 0.5 \"“a → b”\"\n", 13 },
        { "\"\\", "text 0,0 16px secondary 0.5 \"\\\"\\\\\"\n", 2 },
        { "a\n\xFF%s", "text 0,0 16px secondary 0.5 \"a\\x0A\\xFF%s\"\n", 5 },
        { "→", "text 0,0 16px secondary 0.5 \"\\xE2\\x86\"\n", 2 },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char log[128];
        Paint paint = paint_log(log, sizeof log, &theme_night);
        const PaintText line = { .utf8 = ROWS[i].words,
                                 .length = ROWS[i].length,
                                 .size_px = 16,
                                 .colour = THEME_SECONDARY,
                                 .alpha = 0.5 };
        paint.verbs->text(&paint, &line);
        assert_string_equal(log, ROWS[i].line);
    }
}

/* At every size of buffer: whole lines of the full log, from its start, and nothing of
 * the next line although a shorter one would fit. */
static void is_cut_between_lines(void **state)
{
    (void)state;
    char full[512];
    Paint whole = paint_log(full, sizeof full, &theme_night);
    paint_all(&whole);
    paint_all(&whole);
    for (size_t size = 1; size <= strlen(full) + 1; size++) {
        char log[512];
        memset(log, '#', sizeof log);
        Paint paint = paint_log(log, size, &theme_night);
        paint_all(&paint);
        paint_all(&paint);
        const size_t length = strlen(log);
        assert_true(length < size);
        assert_int_equal(paint.log_length, length);
        assert_memory_equal(log, full, length);
        assert_true(length == 0 || log[length - 1] == '\n');
        assert_true(length + strcspn(full + length, "\n") + 1 >= size);
        for (size_t i = size; i < sizeof log; i++)
            assert_int_equal(log[i], '#');
    }
}

typedef struct Studio {
    uint32_t pixels[HEIGHT][WIDTH + 8];
    Raster raster;
    RasterTables *tables;
    Text *text;
} Studio;

static Paint open_studio(Studio *studio)
{
    Error error = { "" };
    for (int32_t y = 0; y < HEIGHT; y++) {
        for (int32_t x = 0; x < WIDTH + 8; x++)
            studio->pixels[y][x] = GUARD;
    }
    studio->raster = (Raster){ .pixels = studio->pixels[0],
                               .width = WIDTH,
                               .height = HEIGHT,
                               .pitch_px = WIDTH + 8,
                               .clip = { 0, 0, WIDTH, HEIGHT } };
    studio->tables = raster_tables_open(WIDTH, HEIGHT, &error);
    studio->text = text_open(FONT, &error);
    assert_string_equal(error.text, "");
    return paint_pixels(&studio->raster, studio->tables, studio->text, &theme_night);
}

static void close_studio(Studio *studio)
{
    text_close(studio->text);
    raster_tables_close(studio->tables);
}

static void paints_inside_the_clip_only(void **state)
{
    (void)state;
    static const Rect CLIPS[] = {
        { 30, 40, 90, 30 }, { 0, 0, 1, HEIGHT }, { 200, 100, 40, 20 }, { 60, 60, 0, 0 }
    };
    for (size_t i = 0; i < sizeof CLIPS / sizeof *CLIPS; i++) {
        Studio studio;
        Paint paint = open_studio(&studio);
        studio.raster.clip = CLIPS[i];
        paint_all(&paint);
        for (int32_t y = 0; y < HEIGHT; y++) {
            for (int32_t x = 0; x < WIDTH + 8; x++) {
                const Rect pixel = rect_cross(CLIPS[i], (Rect){ x, y, 1, 1 });
                assert_int_equal(rect_is_empty(pixel), studio.pixels[y][x] == GUARD);
            }
        }
        close_studio(&studio);
    }
}

static void paints_parts_as_it_paints_all(void **state)
{
    (void)state;
    Studio all, parts;
    Paint paint_of_all = open_studio(&all), paint_of_parts = open_studio(&parts);
    paint_all(&paint_of_all);
    for (int32_t x = 0; x < WIDTH; x += 37) {
        parts.raster.clip = (Rect){ x, 0, 37, HEIGHT };
        paint_all(&paint_of_parts);
    }
    assert_memory_equal(all.pixels, parts.pixels, sizeof all.pixels);
    close_studio(&all);
    close_studio(&parts);
}

/* Of a verb's colours by name and place: in the middle of a box, in a stroke, in a
 * letter. */
static void paints_the_colours_of_the_theme(void **state)
{
    (void)state;
    Studio studio;
    Paint paint = open_studio(&studio);
    paint.verbs->background(&paint, &(Figure){ 0 });
    PaintBox box = { 20, 20, 100, 60, 8, 4, THEME_PANEL, THEME_FOCUS, 1, 1 };
    paint.verbs->box(&paint, &box);
    const PaintText bar = { .utf8 = "—",
                            .length = 3,
                            .size_px = 70,
                            .x = 130,
                            .baseline = 80,
                            .colour = THEME_TEXT,
                            .alpha = 1 };
    paint.verbs->text(&paint, &bar);
    uint32_t brightest = 0;
    for (int32_t y = 0; y < HEIGHT; y++) {
        const uint32_t pixel = studio.pixels[y][160] & 0xFFFFFF;
        brightest = pixel > brightest ? pixel : brightest;
    }
    assert_int_equal(studio.pixels[50][70] & 0xFFFFFF, theme_night.colours[THEME_PANEL]);
    assert_int_equal(studio.pixels[50][21] & 0xFFFFFF, theme_night.colours[THEME_FOCUS]);
    assert_int_equal(brightest, theme_night.colours[THEME_TEXT]);
    close_studio(&studio);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_line_for_each_verb),
        cmocka_unit_test(writes_figures),
        cmocka_unit_test(writes_figures_of_a_scan),
        cmocka_unit_test(writes_only_what_a_box_shows),
        cmocka_unit_test(writes_words_that_can_be_read_back),
        cmocka_unit_test(is_cut_between_lines),
        cmocka_unit_test(paints_inside_the_clip_only),
        cmocka_unit_test(paints_parts_as_it_paints_all),
        cmocka_unit_test(paints_the_colours_of_the_theme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
