/* SPDX-License-Identifier: MIT */
#include "app/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { LEAST = 240, DISPLAYS_MAX = 3 };

static void check_place(const char *name, Place found, Place wished)
{
    if (place_is_same(&found, &wished))
        return;
    char is[PLACE_TEXT_MAX], should[PLACE_TEXT_MAX];
    place_write(&found, is);
    place_write(&wished, should);
    fail_msg("%s: %s, and not %s", name, is, should);
}

/* --- words --- */

static void test_places_are_written_and_read(void **state)
{
    static const struct {
        const char *words;
        Place place;
    } rows[] = {
        { "1152x648+60+40", { 1152, 648, true, 60, 40 } },
        { "1152x648+0+0", { 1152, 648, true, 0, 0 } },
        { "640x480-1800+40", { 640, 480, true, -1800, 40 } },
        { "640x480+40-900", { 640, 480, true, 40, -900 } },
        { "800x600", { 800, 600, false, 0, 0 } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char words[PLACE_TEXT_MAX];
        Place place;
        assert_true(place_read(rows[i].words, &place));
        check_place(rows[i].words, place, rows[i].place);
        place_write(&place, words);
        assert_string_equal(words, rows[i].words);
    }
}

static void test_what_is_no_place_is_not_read(void **state)
{
    static const char *const rows[] = {
        "",
        "usual",
        "1152",
        "1152x",
        "x648",
        "0x648",
        "1152x0",
        "-1152x648",
        "1152x648+60",
        "1152x648+60+",
        "1152x 648",
        "1152x648+6 ",
        "1152x648+60+4y",
        "1152x648 +6+4",
        "99999x648",
        "1152X648",
        "1152x648++6",
        "1152x648+9999999999+0",
        "1152x648-99999999999999999999+0",
        "1152x648+0-99999999999999999999",
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Place place = { 1, 2, true, 3, 4 };
        if (place_read(rows[i], &place))
            fail_msg("\"%s\" is read", rows[i]);
        check_place(rows[i], place, (Place){ 1, 2, true, 3, 4 });
    }
}

/* --- the first window --- */

static void test_the_first_window_is_three_fifths_of_the_display(void **state)
{
    static const struct {
        const char *name;
        Rect display;
        double units;
        Place place;
    } rows[] = {
        { "usual", { 0, 0, 1920, 1080 }, 1.0, { 1152, 648, true, 384, 216 } },
        { "beside a panel", { 0, 40, 1920, 1040 }, 1.0, { 1152, 624, true, 384, 248 } },
        { "dense", { 0, 0, 3840, 2160 }, 2.0, { 2304, 1296, true, 768, 432 } },
        { "small", { 0, 0, 1024, 600 }, 1.0, { 640, 480, true, 192, 60 } },
        { "small and dense", { 0, 0, 1920, 1080 }, 2.0, { 1280, 960, true, 320, 60 } },
        { "tiny", { 0, 0, 480, 360 }, 1.0, { 480, 360, true, 0, 0 } },
        { "the right one", { 1920, 0, 1280, 1024 }, 1.0, { 768, 614, true, 2176, 205 } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check_place(rows[i].name, place_first(rows[i].display, rows[i].units),
                    rows[i].place);
}

/* --- displays come and go --- */

#define ONE                                                                              \
    1,                                                                                   \
    {                                                                                    \
        {                                                                                \
            0, 0, 1920, 1080                                                             \
        }                                                                                \
    }
#define BESIDE                                                                           \
    2,                                                                                   \
    {                                                                                    \
        { 0, 0, 1920, 1080 },                                                            \
        {                                                                                \
            1920, 200, 1280, 1024                                                        \
        }                                                                                \
    }
#define LEFT                                                                             \
    2,                                                                                   \
    {                                                                                    \
        { 0, 0, 1920, 1080 },                                                            \
        {                                                                                \
            -2560, 0, 2560, 1440                                                         \
        }                                                                                \
    }
#define BELOW                                                                            \
    2,                                                                                   \
    {                                                                                    \
        { 0, 0, 1280, 1024 },                                                            \
        {                                                                                \
            0, 1024, 1920, 1080                                                          \
        }                                                                                \
    }

static const struct {
    const char *name;
    int32_t count;
    Rect displays[DISPLAYS_MAX];
    Place wish, place;
} fits[] = {
    { "stays where it was",
      ONE,
      { 1152, 648, true, 60, 40 },
      { 1152, 648, true, 60, 40 } },
    { "fills it", ONE, { 1920, 1080, true, 0, 0 }, { 1920, 1080, true, 0, 0 } },
    { "an edge outside stays",
      ONE,
      { 1000, 600, true, -100, 500 },
      { 1000, 600, true, -100, 500 } },
    { "just seen enough",
      ONE,
      { 1000, 600, true, -200, 0 },
      { 1000, 600, true, -200, 0 } },
    { "just too little", ONE, { 1000, 600, true, -201, 0 }, { 1000, 600, true, 0, 0 } },
    { "too low", ONE, { 1000, 600, true, 300, 800 }, { 1000, 600, true, 300, 480 } },
    { "its display is gone, right",
      ONE,
      { 1000, 600, true, 2100, 300 },
      { 1000, 600, true, 920, 300 } },
    { "its display is gone, left",
      ONE,
      { 1000, 600, true, -2000, 1200 },
      { 1000, 600, true, 0, 480 } },
    { "far away", ONE, { 1000, 600, true, 60000, -60000 }, { 1000, 600, true, 920, 0 } },
    { "too large", ONE, { 3000, 2000, true, 0, 0 }, { 1920, 1080, true, 0, 0 } },
    { "too wide", ONE, { 3000, 600, true, 100, 300 }, { 1920, 600, true, 0, 300 } },
    { "too small", ONE, { 20, 30, true, 100, 300 }, { 240, 240, true, 100, 300 } },
    { "on the second",
      BESIDE,
      { 1000, 600, true, 2000, 300 },
      { 1000, 600, true, 2000, 300 } },
    { "across both",
      BESIDE,
      { 1000, 600, true, 1400, 300 },
      { 1000, 600, true, 1400, 300 } },
    { "wider than each, across both",
      BESIDE,
      { 3000, 700, true, 100, 250 },
      { 3000, 700, true, 100, 250 } },
    { "between the heights, mostly right",
      BESIDE,
      { 1000, 600, true, 1700, -300 },
      { 1000, 600, true, 1920, 200 } },
    { "beyond the second",
      BESIDE,
      { 1000, 600, true, 4000, 900 },
      { 1000, 600, true, 2200, 624 } },
    { "too large for the second",
      BESIDE,
      { 1600, 1200, true, 3000, 900 },
      { 1280, 1024, true, 1920, 200 } },
    { "on the left",
      LEFT,
      { 1600, 1200, true, -2000, 100 },
      { 1600, 1200, true, -2000, 100 } },
    { "beyond the left",
      LEFT,
      { 1600, 1200, true, -5000, 100 },
      { 1600, 1200, true, -2560, 100 } },
    { "on the lower",
      BELOW,
      { 800, 600, true, 100, 1400 },
      { 800, 600, true, 100, 1400 } },
    { "in the empty corner",
      BELOW,
      { 600, 500, true, 1290, 100 },
      { 600, 500, true, 680, 100 } },
    { "a size alone", ONE, { 1152, 648, false, 0, 0 }, { 1152, 648, false, 0, 0 } },
    { "a size that is too large",
      ONE,
      { 2000, 900, false, 0, 0 },
      { 1920, 900, false, 0, 0 } },
    { "a size that another has room for",
      LEFT,
      { 2000, 1200, false, 0, 0 },
      { 2000, 1200, false, 0, 0 } },
};

static void test_a_window_is_seen_on_the_displays_there_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fits / sizeof fits[0]; i++)
        check_place(fits[i].name,
                    place_fit(fits[i].wish, fits[i].displays, fits[i].count, LEAST),
                    fits[i].place);
}

/* Remembered again and again it stays. */
static void test_a_place_that_was_found_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fits / sizeof fits[0]; i++)
        check_place(fits[i].name,
                    place_fit(fits[i].place, fits[i].displays, fits[i].count, LEAST),
                    fits[i].place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_are_written_and_read),
        cmocka_unit_test(test_what_is_no_place_is_not_read),
        cmocka_unit_test(test_the_first_window_is_three_fifths_of_the_display),
        cmocka_unit_test(test_a_window_is_seen_on_the_displays_there_are),
        cmocka_unit_test(test_a_place_that_was_found_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
