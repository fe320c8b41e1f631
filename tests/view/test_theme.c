/* SPDX-License-Identifier: MIT */
#include "view/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
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
    { "the orb's middle is visible", THEME_ORB_MIDDLE, 3 },
    { "the focus is plain to see", THEME_FOCUS, 7 },
};

static void night_keeps_its_contrasts(void **state)
{
    (void)state;
    static const ThemeColour grounds[] = { THEME_TOP, THEME_BOTTOM, THEME_PANEL };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++) {
            const double contrast = theme_contrast(theme_night.colours[rows[i].colour],
                                                   theme_night.colours[grounds[g]]);
            if (contrast < rows[i].least)
                fail_msg("%s: %.2f on ground %d", rows[i].says, contrast, grounds[g]);
        }
}

static void night_is_no_lamp(void **state)
{
    (void)state;
    assert_true(theme_luminance(theme_night.colours[THEME_ORB_CORE]) < 0.56);
    assert_true(theme_luminance(theme_night.colours[THEME_TOP]) < 0.02);
}

/* Red here means what alarms: much more red than green and blue. */
static void nothing_is_red(void **state)
{
    (void)state;
    for (int i = 0; i < THEME_COLOUR_COUNT; i++) {
        const uint32_t colour = theme_night.colours[i];
        const double red = colour >> 16 & 0xFF;
        const double green = colour >> 8 & 0xFF;
        const double blue = colour & 0xFF;
        assert_true(red / (red + green + blue) < 0.45);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(luminance_is_that_of_wcag),
        cmocka_unit_test(contrast_has_no_direction),
        cmocka_unit_test(night_keeps_its_contrasts),
        cmocka_unit_test(night_is_no_lamp),
        cmocka_unit_test(nothing_is_red),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
