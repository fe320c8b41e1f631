/* SPDX-License-Identifier: MIT */
#include "core/pattern.h"
#include "store/patterns.h"
#include "store/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char path[] = LEEWAY_ASSETS_DIR "/patterns";

/* The built-in ones, in their order. */
typedef struct Row {
    const char *id;
    const char *numbers;
    const char *from;
} Row;

static const Row rows[] = {
    { "easing-in", "4-6", "3.5-4.5" }, { "longer-out", "4-6", NULL },
    { "even", "5-5", NULL },           { "sigh", "2+0.8-6", NULL },
    { "coherent", "5.5-5.5", NULL },   { "even-4", "4-4", NULL },
    { "shorter", "3.5-4.5", NULL },    { "skewed", "5-2-7", NULL },
    { "box", "4-4-4-4", NULL },        { "4-7-8", "4-7-8", NULL },
    { "4-4-8", "4-4-8", NULL },        { "triangle", "4-4-4", NULL },
    { "pursed-lips", "2-4", NULL },
};

static void the_ones_that_come_along_are_these(void **state)
{
    (void)state;
    static Patterns patterns;
    Error error = { "" };
    if (!patterns_load(path, &patterns, &error))
        fail_msg("%s", error.text);
    assert_int_equal(patterns.count, sizeof rows / sizeof *rows);
    for (int i = 0; i < patterns.count; i++) {
        const NamedPattern *pattern = &patterns.items[i];
        char numbers[PATTERN_TEXT_MAX], from[PATTERN_TEXT_MAX];
        assert_string_equal(pattern->id, rows[i].id);
        assert_string_equal(pattern_text(&pattern->pattern, numbers), rows[i].numbers);
        assert_int_equal(breath_cycle_ms(&pattern->from) > 0, rows[i].from != NULL);
        if (rows[i].from != NULL)
            assert_string_equal(pattern_text(&pattern->from, from), rows[i].from);
    }
}

static void what_is_shown_at_once_is_gentle(void **state)
{
    (void)state;
    static Patterns patterns;
    assert_true(patterns_load(path, &patterns, NULL));
    for (int i = 0; i < PATTERNS_SHOWN; i++) {
        if (breath_has_holds(&patterns.items[i].pattern))
            fail_msg("%s has holds", patterns.items[i].id);
        if (i == 0)
            assert_true(breath_is_gentle(&patterns.items[i].pattern));
    }
}

static void the_first_is_what_stands_before_any_choice(void **state)
{
    (void)state;
    static Patterns patterns;
    assert_true(patterns_load(path, &patterns, NULL));
    assert_string_equal(patterns.items[0].id, settings_default().pattern);
}

static void ids_and_names_are_found(void **state)
{
    (void)state;
    static Patterns patterns;
    assert_true(patterns_load(path, &patterns, NULL));
    assert_string_equal(patterns_find(&patterns, "box")->id, "box");
    assert_string_equal(patterns_find(&patterns, "BOX")->id, "box");
    assert_string_equal(patterns_find(&patterns, "pursed LIPS")->id, "pursed-lips");
    assert_string_equal(patterns_find(&patterns, "4-7-8")->id, "4-7-8");
    assert_null(patterns_find(&patterns, "boxes"));
    assert_null(patterns_find(&patterns, ""));
    assert_null(patterns_find(&(Patterns){ 0 }, "box"));
}

typedef struct Problem {
    const char *says;
    const char *text;
    int line;
    const char *told;
} Problem;

#define HEAD "leeway patterns 1\n"
#define REST "name = A\nsource = s\nsays = s\n"

static const Problem problems[] = {
    { "no pattern", HEAD, 1, "there is no pattern in this file" },
    { "numbers that are none", HEAD "[a]\n" REST "numbers = four\n", 6, "" },
    { "no numbers", HEAD "[a]\n" REST, 2, "this section has no \"numbers\" yet" },
    { "too quick", HEAD "[a]\n" REST "numbers = 1-1\n", 6, "" },
    { "a start that is longer", HEAD "[a]\n" REST "numbers = 4-6\nfrom = 5-6\n", 7, "" },
    { "a start of another shape", HEAD "[a]\n" REST "numbers = 4-6\nfrom = 3-1-4\n", 7,
      "" },
    { "a slip in a key", HEAD "[a]\n" REST "numbers = 4-6\nfrmo = 3-4\n", 7,
      "perhaps \"from\" was meant" },
    { "a name no one can type", HEAD "[A b]\n" REST "numbers = 4-6\n", 2,
      "a section is named with" },
    { "an entry that belongs to none", HEAD "name = A\n[a]\n" REST "numbers = 4-6\n", 2,
      "belongs to none" },
    { "an empty name", HEAD "[a]\nname =\nnumbers = 4-6\nsource = s\nsays = s\n", 3,
      "\"name\" has no text yet" },
};

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        const Problem *row = &problems[i];
        static Patterns patterns;
        Lines *lines =
            lines_open("file", row->text, strlen(row->text), &patterns_format, NULL);
        patterns_read(lines, &patterns);
        if (lines->problem_count != 1)
            fail_msg("%s: %d problems", row->says, lines->problem_count);
        if (lines->problems[0].line != row->line ||
            strstr(lines->problems[0].sentence, row->told) == NULL)
            fail_msg("%s: %d: %s", row->says, lines->problems[0].line,
                     lines->problems[0].sentence);
        lines_close(lines);
    }
}

static void what_is_sound_is_read_beside_what_is_not(void **state)
{
    (void)state;
    static const char text[] =
        HEAD "[a]\n" REST "numbers = 4\n[b]\n" REST "numbers = 4-6\n[c]\n";
    static Patterns patterns;
    Lines *lines = lines_open("file", text, strlen(text), &patterns_format, NULL);
    patterns_read(lines, &patterns);
    assert_int_equal(patterns.count, 1);
    assert_string_equal(patterns.items[0].id, "b");
    assert_int_equal(lines->problem_count, 1 + 4);
    lines_close(lines);
}

static void more_than_fit_are_told(void **state)
{
    (void)state;
    static char text[16384] = HEAD;
    static Patterns patterns;
    for (int i = 0; i <= PATTERNS_MAX; i++)
        sprintf(text + strlen(text), "[p%d]\n" REST "numbers = 4-6\n", i);
    Lines *lines = lines_open("file", text, strlen(text), &patterns_format, NULL);
    patterns_read(lines, &patterns);
    assert_int_equal(patterns.count, PATTERNS_MAX);
    assert_int_equal(lines->problem_count, 1);
    lines_close(lines);
}

static void a_file_that_is_not_good_changes_nothing(void **state)
{
    (void)state;
    static Patterns patterns = { .count = 1 };
    Error error = { "" };
    assert_false(patterns_load(LEEWAY_ASSETS_DIR "/messages/en", &patterns, &error));
    assert_non_null(strstr(error.text, "leeway patterns 1"));
    assert_false(patterns_load("/nowhere", &patterns, &error));
    assert_int_equal(patterns.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ones_that_come_along_are_these),
        cmocka_unit_test(what_is_shown_at_once_is_gentle),
        cmocka_unit_test(the_first_is_what_stands_before_any_choice),
        cmocka_unit_test(ids_and_names_are_found),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(what_is_sound_is_read_beside_what_is_not),
        cmocka_unit_test(more_than_fit_are_told),
        cmocka_unit_test(a_file_that_is_not_good_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
