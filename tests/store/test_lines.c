/* SPDX-License-Identifier: MIT */
#include "store/lines.h"
#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const keys[] = { "volume", "minutes", "name", NULL };
static const LinesFormat format = { .kind = "settings", .version = 1, .keys = keys };

static Lines *open_text(const char *text)
{
    Lines *lines = lines_open("file", text, strlen(text), &format, NULL);
    assert_non_null(lines);
    return lines;
}

#define HEAD "leeway settings 1\n"

static void what_is_written_is_read(void **state)
{
    (void)state;
    Lines *lines = open_text(HEAD "# a comment\n"
                                  "volume = 40\n"
                                  "\n"
                                  "  name=caf\xC3\xA9 = # all of it \t\n"
                                  "[box]\n"
                                  "minutes =\n"
                                  "[ other one ]");
    assert_int_equal(lines->problem_count, 0);
    assert_false(lines->is_damaged);
    assert_int_equal(lines->section_count, 3);
    assert_string_equal(lines->sections[0].name, "");
    assert_int_equal(lines->sections[0].count, 2);
    assert_string_equal(lines->sections[1].name, "box");
    assert_int_equal(lines->sections[1].line, 6);
    assert_string_equal(lines->sections[2].name, "other one");
    assert_int_equal(lines->sections[2].count, 0);

    const LinesEntry *name = lines_find(lines, &lines->sections[0], "name");
    assert_string_equal(name->value, "caf\xC3\xA9 = # all of it");
    assert_int_equal(name->line, 5);
    assert_int_equal(name->key_column, 3);
    assert_int_equal(name->value_column, 8);
    assert_string_equal(lines_find(lines, &lines->sections[1], "minutes")->value, "");
    assert_null(lines_find(lines, &lines->sections[1], "volume"));
    lines_close(lines);
}

typedef struct Problem {
    const char *says;
    const char *text;
    const char *told; /* "line:column: sentence" of the first problem, or of its start */
    int count;
    bool is_damaged;
} Problem;

static const Problem problems[] = {
    { "nothing at all", "", "1:1: the first line of such a file is \"leeway settings 1\"",
      1, true },
    { "no first line", "volume = 4\n", "1:1: the first line", 1, true },
    { "no first line, and more", "\nvolum = 4\n", "1:1: the first line", 2, true },
    { "another kind", "leeway patterns 1\nfoo\n", "1:1: the first line", 1, true },
    { "a later version", "leeway settings 2\nfoo\n", "1:1: the first line", 1, true },
    { "a version with a tail", "leeway settings 10\n", "1:1: the first line", 1, true },
    { "words behind the version", "leeway settings 1 or so\n", "1:1: the first", 1,
      true },
    { "a slip in a key", HEAD " volum = 4\n",
      "2:2: there is no \"volum\"; perhaps \"volume\" was meant", 1, false },
    { "a key nobody knows", HEAD "colour = 4\n",
      "2:1: there is no \"colour\" in this kind of file", 1, false },
    { "a key twice", HEAD "volume = 4\nvolume = 5\n",
      "3:1: \"volume\" is in line 2 already, and that one counts", 1, false },
    { "no sign", HEAD "volume 40\n", "2:1: a line is \"key = value\"", 1, false },
    { "no key", HEAD "  = 40\n", "2:3: a line is \"key = value\"", 1, false },
    { "an open heading", HEAD "[box\n", "2:1: a section is written \"[name]\"", 1,
      false },
    { "an empty heading", HEAD "[ ]\n", "2:1: a section is written", 1, false },
    { "half a heading", HEAD "[", "2:1: a section is written", 1, false },
    { "a section twice", HEAD "[a]\n[b]\n[a]\n",
      "4:1: this section begins in line 2 already", 1, false },
    { "a torn letter", HEAD "name = caf\xC3\n",
      "2:11: the byte 0xC3 is no letter of UTF-8 text", 1, false },
    { "a control byte", HEAD "na\x07me = x\n", "2:3: the byte 0x07 is no letter", 1,
      false },
    { "a control letter",
      HEAD "name = a\xC2\x9B"
           "31mb\n",
      "2:9: the byte 0xC2 is no letter", 1, false },
    { "columns count letters", HEAD "name = \xC3\xA9\xE2\x80\xA6\xFF\n", "2:10: the byte",
      1, false },
    { "all problems at once", HEAD "volum = 1\nvolume\n[\n[a]\n[a]\n", "2:1: there is no",
      4, false },
};

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        const Problem *row = &problems[i];
        Lines *lines = open_text(row->text);
        char told[LINES_REPORT_MAX] = "nothing";
        if (lines->problem_count > 0)
            snprintf(told, sizeof told, "%d:%d: %s", lines->problems[0].line,
                     lines->problems[0].column, lines->problems[0].sentence);
        if (strncmp(told, row->told, strlen(row->told)) != 0)
            fail_msg("%s: %s", row->says, told);
        if (lines->problem_count != row->count || lines->is_damaged != row->is_damaged)
            fail_msg("%s: %d problems", row->says, lines->problem_count);
        lines_close(lines);
    }
}

typedef struct Harmless {
    const char *says;
    const char *text;
    const char *volume;
} Harmless;

static const Harmless harmless[] = {
    { "a byte order mark", "\xEF\xBB\xBF" HEAD "volume = 4\n", "4" },
    { "line ends of another system", "leeway settings 1\r\nvolume = 4\r\n", "4" },
    { "spaces in the first line", " leeway   settings\t1  \nvolume = 4\n", "4" },
    { "tabs", HEAD "\tvolume\t=\t4\t\n", "4" },
    { "no end of the last line", HEAD "volume = 4", "4" },
    { "no value at the end", HEAD "volume =", "" },
    { "anything in a comment", HEAD "# \xFF\x01\nvolume = 4\n", "4" },
};

static void oddities_do_no_harm(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        Lines *lines = open_text(harmless[i].text);
        if (lines->problem_count != 0)
            fail_msg("%s: %s", harmless[i].says, lines->problems[0].sentence);
        const LinesEntry *entry = lines_find(lines, &lines->sections[0], "volume");
        assert_non_null(entry);
        assert_string_equal(entry->value, harmless[i].volume);
        lines_close(lines);
    }
}

static void a_nul_is_told_and_the_rest_is_read(void **state)
{
    (void)state;
    static const char text[] = HEAD "name = a\0b\nvolume = 4\n";
    Lines *lines = lines_open("file", text, sizeof text - 1, &format, NULL);
    assert_int_equal(lines->problem_count, 1);
    assert_int_equal(lines->problems[0].column, 9);
    assert_null(lines_find(lines, &lines->sections[0], "name"));
    assert_non_null(lines_find(lines, &lines->sections[0], "volume"));
    lines_close(lines);
}

/* A text of `count` times the same piece below the first line. */
static char *repeated(const char *piece, size_t count)
{
    char *text = malloc(strlen(HEAD) + count * strlen(piece) + 1);
    char *at = text + sprintf(text, "%s", HEAD);
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, "%s", piece);
    return text;
}

typedef struct Cap {
    const char *says;
    const char *piece;
    size_t count;
    bool is_damaged;
    int problems;
} Cap;

static const Cap caps[] = {
    { "as many lines as fit", "\n", LINES_COUNT_MAX - 1, false, 0 },
    { "one line more", "\n", LINES_COUNT_MAX, true, 1 },
    { "a file that is too large", "# 0123456789 0123456789 0123456789\n", 8000, true, 1 },
    { "problems beyond what is kept", "?\n", 1000, false, 1000 },
    { "a long comment", "#######", 1000, false, 0 },
    { "a line that is too long", "volume = ", 1000, false, 1 },
};

static void caps_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof caps / sizeof *caps; i++) {
        char *text = repeated(caps[i].piece, caps[i].count);
        Lines *lines = open_text(text);
        if (lines->is_damaged != caps[i].is_damaged ||
            lines->problem_count != caps[i].problems)
            fail_msg("%s: %d problems", caps[i].says, lines->problem_count);
        lines_close(lines);
        free(text);
    }
}

static void too_many_sections_are_told(void **state)
{
    (void)state;
    char text[16 * LINES_SECTIONS_MAX] = HEAD;
    for (int i = 1; i < LINES_SECTIONS_MAX; i++)
        sprintf(text + strlen(text), "[s%d]\n", i);
    Lines *lines = open_text(text);
    assert_int_equal(lines->problem_count, 0);
    lines_close(lines);

    lines = open_text(strcat(text, "[more]\n"));
    assert_true(lines->is_damaged);
    assert_int_equal(lines->problem_count, 1);
    lines_close(lines);
}

static void problems_stand_in_the_order_of_the_file(void **state)
{
    (void)state;
    Lines *lines = open_text(HEAD "?\nvolume = 1\n?\n");
    lines_blame(lines, 3, 10, "second");
    lines_blame(lines, 3, 5, "first");
    static const int expected[][2] = { { 2, 1 }, { 3, 5 }, { 3, 10 }, { 4, 1 } };
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(lines->problems[i].line, expected[i][0]);
        assert_int_equal(lines->problems[i].column, expected[i][1]);
    }
    for (int i = 0; i < 2 * LINES_PROBLEMS_MAX; i++)
        lines_blame(lines, 1, 1, "earlier");
    assert_int_equal(lines->problem_count, 4 + 2 * LINES_PROBLEMS_MAX);
    assert_string_equal(lines->problems[LINES_PROBLEMS_MAX - 1].sentence, "earlier");
    lines_close(lines);
}

static void a_report_shows_the_place(void **state)
{
    (void)state;
    char report[LINES_REPORT_MAX];
    Lines *lines = open_text(HEAD "\tname = caf\xC3\xA9 \x1B[31m \xC3\r\n");
    lines_report(lines, 0, report);
    assert_string_equal(report, "file:2:14: the byte 0x1B is no letter of UTF-8 text\n"
                                "     name = caf\xC3\xA9 \xEF\xBF\xBD[31m \xEF\xBF\xBD\n"
                                "                 ^");
    Error error;
    assert_false(lines_is_good(lines, &error));
    assert_string_equal(error.text,
                        "file:2:14: the byte 0x1B is no letter of UTF-8 text");
    lines_close(lines);

    lines = open_text("");
    assert_non_null(strstr(lines_report(lines, 0, report), "file:1:1: the first line"));
    lines_blame(lines, 1, 1, "another");
    assert_false(lines_is_good(lines, &error));
    assert_non_null(strstr(error.text, "(and 1 more)"));
    lines_close(lines);
}

static void a_report_of_a_long_line_shows_its_part(void **state)
{
    (void)state;
    char text[4096] = HEAD "name = ", report[LINES_REPORT_MAX], name[2000];
    for (int i = 0; i < 700; i++)
        strcat(text, "\xF0\x9F\x8C\xBF");
    strcat(text, "here");
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    Lines *lines = lines_open(name, text, strlen(text), &format, NULL);
    lines_blame(lines, 2, 708, "a place far to the right");
    lines_report(lines, 0, report);
    assert_non_null(strstr(report, "here\n"));
    assert_int_equal(report[strlen(report) - 1], '^');
    lines_close(lines);
}

typedef struct Rewrite {
    const char *says;
    const char *before;
    const char *after; /* with volume = 7 and minutes = 3 chosen */
} Rewrite;

static const Rewrite rewrites[] = {
    { "new entries follow the first line", HEAD, HEAD "volume = 7\nminutes = 3\n" },
    { "a value changes in its place", HEAD "volume = 4\nminutes = 9\n",
      HEAD "volume = 7\nminutes = 3\n" },
    { "spaces stay", HEAD "  volume=4  \n\tminutes  =  9",
      HEAD "  volume=7  \n\tminutes  =  3" },
    { "comments and unknown keys stay", HEAD "# mine\nvolum = 1\nminutes = 9\n\n# end\n",
      HEAD "# mine\nvolum = 1\nminutes = 3\nvolume = 7\n\n# end\n" },
    { "broken lines stay", HEAD "???\n\xFF\nminutes = 9\n",
      HEAD "???\n\xFF\nminutes = 3\nvolume = 7\n" },
    { "line ends stay", "leeway settings 1\r\nminutes = 9\r\n",
      "leeway settings 1\r\nminutes = 3\r\nvolume = 7\r\n" },
    { "a mark stays", "\xEF\xBB\xBF" HEAD "minutes = 9",
      "\xEF\xBB\xBF" HEAD "minutes = 3\nvolume = 7\n" },
    { "sections stay apart", HEAD "[a]\nvolume = 1\n",
      HEAD "volume = 7\nminutes = 3\n[a]\nvolume = 1\n" },
    { "an empty value is filled", HEAD "volume =\nminutes = \n",
      HEAD "volume = 7\nminutes = 3 \n" },
    { "the first of two counts", HEAD "volume = 1\nvolume = 2\nminutes = 3\n",
      HEAD "volume = 7\nvolume = 2\nminutes = 3\n" },
    { "a first line without an end", "leeway settings 1",
      HEAD "volume = 7\nminutes = 3\n" },
};

static void rewriting_changes_nothing_else(void **state)
{
    (void)state;
    static const LinesChange changes[] = { { "volume", "7" }, { "minutes", "3" } };
    for (size_t i = 0; i < sizeof rewrites / sizeof *rewrites; i++) {
        Lines *lines = open_text(rewrites[i].before);
        size_t size = 0;
        char *same = lines_rewrite(lines, NULL, 0, &size);
        assert_int_equal(size, strlen(rewrites[i].before));
        assert_memory_equal(same, rewrites[i].before, size);
        free(same);

        char *text = lines_rewrite(lines, changes, 2, &size);
        if (size != strlen(rewrites[i].after) ||
            memcmp(text, rewrites[i].after, size) != 0)
            fail_msg("%s:\n%.*s", rewrites[i].says, (int)size, text);
        free(text);
        lines_close(lines);
    }
}

static const Rewrite removals[] = {
    { "what is not there is no change", HEAD "# mine\n", HEAD "# mine\n" },
    { "the line goes with its end", HEAD "volume = 7\nminutes = 3\n",
      HEAD "minutes = 3\n" },
    { "all lines of a key go", HEAD "volume = 7\nminutes = 3\nvolume = 8\n",
      HEAD "minutes = 3\n" },
    { "comments and unknown keys stay", HEAD "# loud\nvolume = 7\nvolum = 1\n\n",
      HEAD "# loud\nvolum = 1\nminutes = 3\n\n" },
    { "sections stay as they are", HEAD "volume = 7\n[a]\nvolume = 1\n",
      HEAD "minutes = 3\n[a]\nvolume = 1\n" },
    { "a new entry follows what is gone", HEAD "volume = 7", HEAD "minutes = 3\n" },
    { "an empty value goes too", HEAD "volume =\n", HEAD "minutes = 3\n" },
};

/* The first one takes a key out and nothing else, the others write one as well. */
static void a_key_can_be_taken_out(void **state)
{
    (void)state;
    static const LinesChange changes[] = { { "volume", NULL }, { "minutes", "3" } };
    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++) {
        Lines *lines = open_text(removals[i].before);
        size_t size = 0;
        char *text = lines_rewrite(lines, changes, i == 0 ? 1 : 2, &size);
        if (size != strlen(removals[i].after) ||
            memcmp(text, removals[i].after, size) != 0)
            fail_msg("%s:\n%.*s", removals[i].says, (int)size, text);
        free(text);
        lines_close(lines);
    }
}

static void files_are_opened_by_name(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    const FilePath none = scratch_path(state, "none");
    Error error = { "" };
    scratch_write(path.text, HEAD "volum = 1\n");
    Lines *lines = lines_open_file(path.text, &format, &error);
    assert_non_null(lines);
    assert_false(lines_is_good(lines, &error));
    assert_non_null(strstr(error.text, "settings:2:1: there is no \"volum\""));
    lines_close(lines);
    assert_null(lines_open_file(none.text, &format, &error));
    assert_non_null(strstr(error.text, "none does not exist"));
    assert_null(lines_open_file(*state, &format, &error));
    assert_non_null(strstr(error.text, "could not be read"));
    lines_close(NULL);
}

#define IN_SCRATCH(test)                                                                 \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(oddities_do_no_harm),
        cmocka_unit_test(a_nul_is_told_and_the_rest_is_read),
        cmocka_unit_test(caps_hold),
        cmocka_unit_test(too_many_sections_are_told),
        cmocka_unit_test(problems_stand_in_the_order_of_the_file),
        cmocka_unit_test(a_report_shows_the_place),
        cmocka_unit_test(a_report_of_a_long_line_shows_its_part),
        cmocka_unit_test(rewriting_changes_nothing_else),
        cmocka_unit_test(a_key_can_be_taken_out),
        IN_SCRATCH(files_are_opened_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
