/* SPDX-License-Identifier: MIT */
/* Which letters are there, and what stands in for those that are not. */
#include "app/letters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define BARE LEEWAY_ASSETS_DIR "/messages" /* a folder of no assets */

static void use_assets(const char *folder)
{
    setenv("LEEWAY_ASSETS", folder, 1);
}

static int32_t width(Text *text)
{
    return text_width_px(text, "Illness, 1 in 10", 30);
}

static void test_both_letters_are_there(void **state)
{
    (void)state;
    use_assets(LEEWAY_ASSETS_DIR);
    for (SettingsLetters letters = 0; letters < SETTINGS_LETTERS_COUNT; letters++)
        assert_true(letters_are_there(letters));
    use_assets(BARE);
    for (SettingsLetters letters = 0; letters < SETTINGS_LETTERS_COUNT; letters++)
        assert_false(letters_are_there(letters));
}

static void test_letters_go_there_and_back(void **state)
{
    (void)state;
    use_assets(LEEWAY_ASSETS_DIR);
    Text *text = letters_open(NULL);
    assert_non_null(text);
    const int32_t usual = width(text);
    letters_use(text, SETTINGS_LETTERS_EASY);
    const int32_t easy = width(text);
    assert_int_not_equal(easy, usual);
    letters_use(text, SETTINGS_LETTERS_USUAL);
    assert_int_equal(width(text), usual);
    text_close(text);
}

static void test_the_usual_ones_stand_in(void **state)
{
    (void)state;
    use_assets(LEEWAY_ASSETS_DIR);
    Text *text = letters_open(NULL);
    const int32_t usual = width(text);
    use_assets(BARE);
    letters_use(text, SETTINGS_LETTERS_EASY);
    assert_int_equal(width(text), usual);
    text_close(text);
}

static void test_without_the_usual_ones_a_sentence_says_so(void **state)
{
    (void)state;
    Error error = { "" };
    use_assets(BARE);
    assert_null(letters_open(&error));
    assert_non_null(strstr(error.text, BARE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both_letters_are_there),
        cmocka_unit_test(test_letters_go_there_and_back),
        cmocka_unit_test(test_the_usual_ones_stand_in),
        cmocka_unit_test(test_without_the_usual_ones_a_sentence_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
