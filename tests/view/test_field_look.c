/* SPDX-License-Identifier: MIT */
/* A field with letters of many scripts, a selection and something composed: as it was
 * looked at and approved, in every theme. */
#include "support/png.h"
#include "view/layout_field.h"
#include "view/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONTS LEEWAY_ASSETS_DIR "/fonts/"

enum { WIDTH = 560, HEIGHT = 400, PIXELS = WIDTH * HEIGHT };

static const char MIXED[] = "One line is enough. Ça va, Żółć?\n"
                            "Μία γραμμή αρκεί, ή καμία.\n"
                            "Одной строки достаточно.\n"
                            "שורה אחת מספיקה (או 10), ok?\n"
                            "يكفي سطر واحد، أو 10 دقائق.\n"
                            "Hebrew שלום עולם and العربية here.";

static Text *open_text(const char *chosen)
{
    char path[1024];
    snprintf(path, sizeof path, FONTS "%s", chosen);
    Text *text = text_open(path, NULL);
    assert_non_null(text);
    text_add(text, FONTS "Inter-Regular.otf");
    text_add(text, FONTS "NotoSansArabic-Regular.ttf");
    text_add(text, FONTS "NotoSansHebrew-Regular.ttf");
    return text;
}

static int32_t place_of(const char *words)
{
    const char *found = strstr(MIXED, words);
    assert_non_null(found);
    return (int32_t)(found - MIXED);
}

static void lay_out(Text *text, const SceneField *field, Layout *layout)
{
    const Scene scene = { .width_px = WIDTH, .height_px = HEIGHT, .text_scale = 1.25 };
    layout_begin(layout, &scene);
    layout_band(layout, 0.5, 0.25);
    layout_field(layout, text, field, WIDTH, HEIGHT - 40);
    layout_place(layout, (FigureWish){ 0 }, 0);
}

static void paint(Text *text, const Layout *layout, const Theme *theme, uint32_t *pixels)
{
    Raster raster = { pixels, WIDTH, HEIGHT, WIDTH, { 0, 0, WIDTH, HEIGHT } };
    RasterTables *tables = raster_tables_open(WIDTH, HEIGHT, NULL);
    Paint by_pixels = paint_pixels(&raster, tables, text, theme);
    const View view = { .layout = layout, .focus = CONTROL_FIELD };
    picture_paint_all(&by_pixels, &view);
    raster_tables_close(tables);
}

typedef struct Look {
    const char *name, *font;
    const Theme *theme;
    SceneField field;
} Look;

static bool is_as_approved(const Look *look)
{
    char golden[512], actual[128];
    static Layout layout;
    Text *text = open_text(look->font);
    uint32_t *pixels = calloc(PIXELS, sizeof *pixels);
    lay_out(text, &look->field, &layout);
    paint(text, &layout, look->theme, pixels);
    snprintf(golden, sizeof golden, LEEWAY_TESTS_DIR "/view/golden/field-%s.png",
             look->name);
    snprintf(actual, sizeof actual, "field-%s-actual.png", look->name);
    const bool is_right = png_is_golden(golden, actual, pixels, WIDTH, HEIGHT);
    free(pixels);
    text_close(text);
    return is_right;
}

static void looks_as_approved(void **state)
{
    (void)state;
    static const char usual[] = "Inter-Regular.otf", easy[] = "Andika-Regular.ttf";
    SceneField field = { .text = MIXED, .length = (int32_t)strlen(MIXED) };
    field.selected = place_of("γραμμή");
    field.selected_end = place_of("достаточно");
    field.composed = place_of("and ");
    field.composed_end = place_of(" here");
    field.caret = place_of("سطر");
    SceneField turned = field;
    turned.selected = place_of("אחת");
    turned.selected_end = place_of("واحد");
    turned.caret = turned.selected_end;
    const SceneField empty = { .text = "", .placeholder = "Whatever comes, or nothing" };
    const Look looks[] = {
        { "night", usual, &theme_night, field },
        { "paper", usual, &theme_paper, field },
        { "contrast", usual, &theme_high_contrast, field },
        { "easy-night", easy, &theme_night, field },
        { "turned-night", usual, &theme_night, turned },
        { "turned-contrast", usual, &theme_high_contrast, turned },
        { "empty-paper", usual, &theme_paper, empty },
    };
    bool are_right = true;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        are_right &= is_as_approved(&looks[i]);
    assert_true(are_right);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(looks_as_approved) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
