/* SPDX-License-Identifier: MIT */
#include "store/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *says;
    const char *bytes;
    size_t length; /* of the first letter; 0: none */
} Row;

static const Row rows[] = {
    { "a letter of ASCII", "a", 1 },
    { "two bytes", "\xC3\xA9", 2 },
    { "three bytes", "\xE2\x80\xA6", 3 },
    { "four bytes", "\xF0\x9F\x8C\xBF", 4 },
    { "the last one there is", "\xF4\x8F\xBF\xBF", 4 },
    { "beyond the last one", "\xF4\x90\x80\x80", 0 },
    { "a byte that goes on from nothing", "\x80", 0 },
    { "torn after one byte", "\xC3", 0 },
    { "torn after two bytes", "\xE2\x80", 0 },
    { "torn by a letter", "\xE2\x80z", 0 },
    { "an overlong slash in two bytes", "\xC0\xAF", 0 },
    { "an overlong slash in three bytes", "\xE0\x80\xAF", 0 },
    { "an overlong slash in four bytes", "\xF0\x80\x80\xAF", 0 },
    { "half of a surrogate pair", "\xED\xA0\x80", 0 },
    { "the letter before surrogates", "\xED\x9F\xBF", 3 },
    { "a byte that is never used", "\xFF", 0 },
};

static void letters_are_told_from_noise(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const size_t length = utf8_letter(rows[i].bytes, strlen(rows[i].bytes));
        if (length != rows[i].length)
            fail_msg("%s: %zu, not %zu", rows[i].says, length, rows[i].length);
    }
}

static void letters_are_counted(void **state)
{
    (void)state;
    assert_int_equal(utf8_count("", 0), 0);
    assert_int_equal(utf8_count("abc", 3), 3);
    assert_int_equal(utf8_count("a\xC3\xA9\xE2\x80\xA6", 6), 3);
    assert_int_equal(utf8_count("\xFF\xFE", 2), 2);
    assert_int_equal(utf8_count("a\xE2\x80", 3), 3);
}

static void a_cut_never_tears(void **state)
{
    (void)state;
    assert_int_equal(utf8_cut("abc", 10), 3);
    assert_int_equal(utf8_cut("abc", 2), 2);
    assert_int_equal(utf8_cut("a\xC3\xA9", 2), 1);
    assert_int_equal(utf8_cut("\xE2\x80\xA6", 2), 0);
    assert_int_equal(utf8_cut("", 2), 0);
}

typedef struct Latin1Row {
    const char *says, *text, *latin1;
} Latin1Row;

static const Latin1Row latin1_rows[] = {
    { "nothing", "", "" },
    { "letters of ASCII and a new line", "Dear Zoe,\n", "Dear Zoe,\n" },
    { "accents", "Zo\xC3\xAB", "Zo\xEB" },
    { "the first of the upper half", "\xC2\x80", "\x80" },
    { "the last one", "\xC3\xBF", "\xFF" },
    { "the letter behind the last one", "\xC4\x80", "?" },
    { "a dash and a leaf", "a\xE2\x80\x94\xF0\x9F\x8C\xBFz", "a??z" },
    { "noise", "a\xFFz", "a?z" },
    { "a torn letter", "a\xC3", "a?" },
};

static void old_programs_get_what_latin1_has(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof latin1_rows / sizeof *latin1_rows; i++) {
        const Latin1Row *row = &latin1_rows[i];
        char out[32] = "";
        const size_t size = utf8_to_latin1(row->text, strlen(row->text), out);
        if (size != strlen(row->latin1) || memcmp(out, row->latin1, size) != 0)
            fail_msg("%s: is \"%.*s\"", row->says, (int)size, out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_told_from_noise),
        cmocka_unit_test(letters_are_counted),
        cmocka_unit_test(a_cut_never_tears),
        cmocka_unit_test(old_programs_get_what_latin1_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
