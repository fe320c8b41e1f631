/* SPDX-License-Identifier: MIT */
#include "view/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>

static void luminance_is_that_of_wcag(void **state)
{
    (void)state;
    assert_float_equal(theme_luminance(0x000000), 0.0, 1e-9);
    assert_float_equal(theme_luminance(0xFFFFFF), 1.0, 1e-9);
    assert_float_equal(theme_luminance(0x808080), 0.2159, 1e-4);
    assert_float_equal(theme_contrast(0x000000, 0xFFFFFF), 21.0, 1e-9);
    assert_float_equal(theme_contrast(0x777777, 0xFFFFFF), 4.478, 1e-3);
}

static void contrast_has_no_direction(void **state)
{
    (void)state;
    assert_float_equal(theme_contrast(0x3F8088, 0x141B21),
                       theme_contrast(0x141B21, 0x3F8088), 1e-12);
}

typedef struct Row {
    const char *says;
    ThemeColour colour;
    double least;
} Row;

static const Row rows[] = {
    { "text can be read", THEME_TEXT, 7 },
    { "small words can be read", THEME_SECONDARY, 7 },
    { "controls have a visible outline", THEME_OUTLINE, 3 },
    { "the ring is visible", THEME_RING, 3 },
    { "a hold is plain to see", THEME_RING_HOLD, 7 },
    { "the orb's edge is visible", THEME_ORB_EDGE, 3 },
    { "the focus is plain to see", THEME_FOCUS, 6.5 },
    { "a filled ring is visible", THEME_FILL, 3 },
    { "a second inhale is visible", THEME_FILL_MORE, 3 },
    { "a filled ring in a hold is visible", THEME_FILL_HOLD, 3 },
};

static void every_theme_keeps_its_contrasts(void **state)
{
    (void)state;
    static const ThemeColour grounds[] = { THEME_TOP, THEME_BOTTOM, THEME_PANEL };
    for (int t = 0; t < THEME_COUNT; t++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++) {
                const double contrast = theme_contrast(themes[t]->colours[rows[i].colour],
                                                       themes[t]->colours[grounds[g]]);
                if (contrast < rows[i].least)
                    fail_msg("%s: %s: %.2f on ground %d", themes[t]->name, rows[i].says,
                             contrast, grounds[g]);
            }
}

static void night_is_no_lamp(void **state)
{
    (void)state;
    static const ThemeColour lit[] = { THEME_ORB_MIDDLE, THEME_ORB_CORE, THEME_FILL,
                                       THEME_FILL_MORE, THEME_FILL_HOLD };
    for (size_t i = 0; i < sizeof lit / sizeof *lit; i++)
        assert_true(theme_luminance(theme_night.colours[lit[i]]) < 0.56);
    assert_true(theme_luminance(theme_night.colours[THEME_TOP]) < 0.02);
}

static double hue(double red, double green, double blue)
{
    const double low = fmin(red, fmin(green, blue));
    const double high = fmax(red, fmax(green, blue));
    if (high != red)
        return 180; /* green or blue leads */
    return high > low ? 60 * fabs(green - blue) / (high - low) : 180;
}

/* What alarms: a strong colour within 25 degrees of red. */
static void nothing_is_red(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++)
        for (int i = 0; i < THEME_COLOUR_COUNT; i++) {
            const uint32_t colour = themes[t]->colours[i];
            const double red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF;
            const double blue = colour & 0xFF;
            const bool is_strong = red > 1.2 * fmin(green, blue);
            if (is_strong && hue(red, green, blue) < 25)
                fail_msg("%s: colour %d", themes[t]->name, i);
            assert_true(red <= 0.8 * (red + green + blue)); /* WCAG's red flash */
        }
}

static void high_contrast_is_black_and_white_and_one_yellow(void **state)
{
    (void)state;
    for (int i = 0; i < THEME_COLOUR_COUNT; i++) {
        const uint32_t colour = theme_high_contrast.colours[i];
        const bool is_yellow =
            i == THEME_FOCUS || i == THEME_RING_HOLD || i == THEME_FILL_HOLD;
        assert_true(is_yellow ? colour == 0xFFD400 : colour == 0 || colour == 0xFFFFFF);
    }
}

static void themes_are_found_by_name(void **state)
{
    (void)state;
    for (int t = 0; t < THEME_COUNT; t++) {
        assert_ptr_equal(theme_find(themes[t]->name), themes[t]);
        assert_non_null(themes[t]->says);
    }
    assert_ptr_equal(theme_find("paper"), &theme_paper);
    assert_null(theme_find("ember"));
    assert_null(theme_find(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(luminance_is_that_of_wcag),
        cmocka_unit_test(contrast_has_no_direction),
        cmocka_unit_test(every_theme_keeps_its_contrasts),
        cmocka_unit_test(night_is_no_lamp),
        cmocka_unit_test(nothing_is_red),
        cmocka_unit_test(high_contrast_is_black_and_white_and_one_yellow),
        cmocka_unit_test(themes_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
