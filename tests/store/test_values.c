/* SPDX-License-Identifier: MIT */
#include "core/pattern.h"
#include "store/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const keys[] = { "key", NULL };
static const LinesFormat format = { .kind = "test", .version = 1, .keys = keys };
static const char *const words[] = { "offered", "never", "sometimes", NULL };

typedef enum Reader {
    READ_INT, /* 0 .. 100 */
    READ_CHOICE,
    READ_SWITCH,
    READ_PATTERN,
    READ_TEXT, /* at most 7 bytes */
    READ_NAME  /* the same */
} Reader;

typedef struct Row {
    const char *says;
    Reader reader;
    const char *value;
    const char *read; /* what was read, as text, or NULL … */
    const char *told; /* … and what was told instead */
} Row;

static const Row rows[] = {
    { "a whole number", READ_INT, "40", "40", NULL },
    { "the smallest", READ_INT, "0", "0", NULL },
    { "the largest", READ_INT, "100", "100", NULL },
    { "zeros in front", READ_INT, "007", "7", NULL },
    { "too large", READ_INT, "101", NULL, "\"key\" is a whole number from 0 to 100" },
    { "so large that it comes round to 4", READ_INT, "18446744073709551620", NULL,
      "whole" },
    { "below nothing", READ_INT, "-1", NULL, "whole number" },
    { "a fraction", READ_INT, "4.5", NULL, "whole number" },
    { "a sign", READ_INT, "+4", NULL, "whole number" },
    { "no number", READ_INT, "much", NULL, "whole number" },
    { "a number and more", READ_INT, "4 or 5", NULL, "whole number" },
    { "nothing for a number", READ_INT, "", NULL, "whole number" },
    { "digits of another script", READ_INT, "\xD9\xA4", NULL, "whole number" },
    { "a word that is known", READ_CHOICE, "never", "1", NULL },
    { "a slip", READ_CHOICE, "nevr", NULL,
      "\"key\" is offered, never or sometimes; perhaps \"never\" was meant" },
    { "an unknown word", READ_CHOICE, "yellow", NULL,
      "\"key\" is offered, never or sometimes" },
    { "nothing for a word", READ_CHOICE, "", NULL, "is offered, never or" },
    { "on", READ_SWITCH, "on", "1", NULL },
    { "off", READ_SWITCH, "off", "0", NULL },
    { "neither on nor off", READ_SWITCH, "yes", NULL, "\"key\" is off or on" },
    { "a pattern", READ_PATTERN, "4-6", "4-6", NULL },
    { "no pattern", READ_PATTERN, "4", NULL, "" },
    { "a text", READ_TEXT, "a line!", "a line!", NULL },
    { "a text that is too long", READ_TEXT, "a line!!", NULL,
      "\"key\" is longer than 7 bytes" },
    { "no text", READ_TEXT, "", NULL, "\"key\" has no text yet" },
    { "a name", READ_NAME, "4-7-8", "4-7-8", NULL },
    { "capitals in a name", READ_NAME, "Box", NULL, "a name of small letters" },
    { "a name that is too long", READ_NAME, "boxes-of", NULL, "a name of small" },
    { "no name", READ_NAME, "", NULL, "a name of small" },
};

static bool read_row(const Row *row, Lines *lines, char out[64])
{
    const LinesEntry *entry = &lines->entries[0];
    int32_t number = -77;
    bool is_on = false, is_read = false;
    BreathPattern pattern;
    switch (row->reader) {
    case READ_INT: is_read = values_int(lines, entry, 0, 100, &number); break;
    case READ_CHOICE: is_read = values_choice(lines, entry, words, &number); break;
    case READ_SWITCH:
        is_read = values_switch(lines, entry, &is_on);
        number = is_on;
        break;
    case READ_PATTERN:
        is_read = values_pattern(lines, entry, &pattern);
        return is_read && pattern_text(&pattern, out) != NULL;
    case READ_TEXT: return values_text(lines, entry, out, 8);
    case READ_NAME: return values_name(lines, entry, out, 8);
    }
    snprintf(out, 64, "%d", number);
    return is_read;
}

static void values_are_read_or_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Row *row = &rows[i];
        char text[128], out[64] = "";
        snprintf(text, sizeof text, "leeway test 1\nkey = %s\n", row->value);
        Lines *lines = lines_open("file", text, strlen(text), &format, NULL);
        assert_int_equal(lines->problem_count, 0);
        if (read_row(row, lines, out) != (row->read != NULL))
            fail_msg("%s: read as \"%s\"", row->says, out);
        assert_int_equal(lines->problem_count, row->read == NULL);
        if (row->read != NULL && strcmp(out, row->read) != 0)
            fail_msg("%s: read as \"%s\"", row->says, out);
        if (row->read == NULL && strstr(lines->problems[0].sentence, row->told) == NULL)
            fail_msg("%s: %s", row->says, lines->problems[0].sentence);
        if (row->read == NULL)
            assert_int_equal(lines->problems[0].line, 2);
        lines_close(lines);
    }
}

static void what_is_missing_is_told_at_the_heading(void **state)
{
    (void)state;
    static const char text[] = "leeway test 1\nkey = x\n[a]\nkey = x\n[b]\n[No Name]\n";
    Lines *lines = lines_open("file", text, strlen(text), &format, NULL);
    char name[8] = "";
    assert_true(values_has_all(lines, &lines->sections[1], keys));
    assert_true(values_section_name(lines, &lines->sections[1], name, sizeof name));
    assert_string_equal(name, "a");
    assert_int_equal(lines->problem_count, 0);

    assert_false(values_has_all(lines, &lines->sections[2], keys));
    assert_false(values_section_name(lines, &lines->sections[3], name, sizeof name));
    values_no_top(lines);
    assert_int_equal(lines->problem_count, 3);
    assert_int_equal(lines->problems[0].line, 2);
    assert_int_equal(lines->problems[1].line, 5);
    assert_string_equal(lines->problems[1].sentence, "this section has no \"key\" yet");
    assert_int_equal(lines->problems[2].line, 6);
    lines_close(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read_or_told),
        cmocka_unit_test(what_is_missing_is_told_at_the_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
