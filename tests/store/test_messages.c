/* SPDX-License-Identifier: MIT */
#include "store/messages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char path[] = LEEWAY_ASSETS_DIR "/messages/en";

#define HEAD "leeway messages 1\n"

static void the_ones_that_come_along_are_whole(void **state)
{
    (void)state;
    static Messages messages;
    Error error = { "" };
    if (!messages_load(path, &messages, &error))
        fail_msg("%s", error.text);
    assert_true(messages.count >= 5);
    for (int i = 0; i < messages.count; i++) {
        assert_in_range(messages.items[i].theme, 1, MESSAGES_THEME_COUNT);
        assert_true(strlen(messages.items[i].seed) > 0);
        assert_true(strlen(messages.items[i].text) > 0);
    }
}

/* The letters of a message: E-acute, two bytes each. */
static void put_letters(char *text, int count)
{
    for (int i = 0; i < count; i++)
        strcat(text, "\xC3\xA9");
}

static void letters_are_counted_and_not_bytes(void **state)
{
    (void)state;
    static Messages messages;
    for (int extra = 0; extra < 2; extra++) {
        char text[1024] = HEAD "[a]\ntheme = 1\ntext = ";
        put_letters(text, MESSAGES_LETTERS_MAX + extra);
        Lines *lines = lines_open("file", text, strlen(text), &messages_format, NULL);
        messages_read(lines, &messages);
        assert_int_equal(lines->problem_count, extra);
        assert_int_equal(messages.count, 1 - extra);
        lines_close(lines);
    }
}

typedef struct Problem {
    const char *says;
    const char *text;
    int line;
    const char *told;
} Problem;

static const Problem problems[] = {
    { "no message", HEAD, 1, "there is no message in this file" },
    { "no text", HEAD "[a]\ntheme = 1\n", 2, "this section has no \"text\" yet" },
    { "no theme", HEAD "[a]\ntext = x\n", 2, "this section has no \"theme\" yet" },
    { "a theme that does not exist", HEAD "[a]\ntheme = 16\ntext = x\n", 3,
      "from 1 to 15" },
    { "a seed without a name", HEAD "[a]\ntheme = 1\nseed =\ntext = x\n", 4,
      "no text yet" },
    { "the same name twice", HEAD "[a]\ntheme = 1\ntext = x\n[a]\ntheme = 1\ntext = x\n",
      5, "begins in line 2 already" },
};

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        const Problem *row = &problems[i];
        static Messages messages;
        Lines *lines =
            lines_open("file", row->text, strlen(row->text), &messages_format, NULL);
        messages_read(lines, &messages);
        if (lines->problem_count != 1)
            fail_msg("%s: %d problems", row->says, lines->problem_count);
        if (lines->problems[0].line != row->line ||
            strstr(lines->problems[0].sentence, row->told) == NULL)
            fail_msg("%s: %d: %s", row->says, lines->problems[0].line,
                     lines->problems[0].sentence);
        lines_close(lines);
    }
}

static void more_than_fit_are_told(void **state)
{
    (void)state;
    static char text[16384] = HEAD;
    static Messages messages;
    for (int i = 0; i <= MESSAGES_MAX; i++)
        sprintf(text + strlen(text), "[m%d]\ntheme = 1\ntext = x\n", i);
    Lines *lines = lines_open("file", text, strlen(text), &messages_format, NULL);
    messages_read(lines, &messages);
    assert_int_equal(messages.count, MESSAGES_MAX);
    assert_int_equal(lines->problem_count, 1);
    lines_close(lines);
}

static void a_file_that_is_not_good_changes_nothing(void **state)
{
    (void)state;
    static Messages messages = { .count = 1 };
    Error error = { "" };
    assert_false(messages_load(LEEWAY_ASSETS_DIR "/patterns", &messages, &error));
    assert_false(messages_load("/nowhere", &messages, &error));
    assert_non_null(strstr(error.text, "/nowhere does not exist"));
    assert_int_equal(messages.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ones_that_come_along_are_whole),
        cmocka_unit_test(letters_are_counted_and_not_bytes),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(more_than_fit_are_told),
        cmocka_unit_test(a_file_that_is_not_good_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
