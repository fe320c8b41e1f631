/* SPDX-License-Identifier: MIT */
#include "store/kept_line.h"

#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#define HEAD "leeway line 1\n"

static char text[KEPT_LINE_MAX + 1], room[KEPT_LINE_ROOM];

static const struct {
    const char *says, *bytes, *text, *told;
} rows[] = {
    { "a line", HEAD "Thought of you.\n", "Thought of you.", NULL },
    { "without its last newline", HEAD "Thought of you.", "Thought of you.", NULL },
    { "lines, an empty one too", HEAD "one\n\ntwo\n\n", "one\n\ntwo\n", NULL },
    { "spaces stay", HEAD "  a  \n", "  a  ", NULL },
    { "it looks like another kind", HEAD "[a]\n# b\nc = d\n", "[a]\n# b\nc = d", NULL },
    { "letters of other scripts", HEAD "Αθήνα, شكرا, привет\n", "Αθήνα, شكرا, привет",
      NULL },
    { "written elsewhere", HEAD "a\r\nb\r\n", "a\r\nb\r", NULL },
    { "nothing in it", HEAD, "", NULL },
    { "no head", "Thought of you.\n", "", "begin" },
    { "another version", "leeway line 2\na\n", "", "begin" },
    { "another file", "leeway settings 1\n", "", "begin" },
    { "cut in its head", "leeway li", "", "begin" },
    { "no UTF-8",
      HEAD "a\xFF\xFE"
           "b\n",
      "", "no text" },
    { "a torn letter", HEAD "caf\xC3", "", "no text" },
    { "control letters", HEAD "a\x1B[0mb\n", "", "no text" },
};

static void what_a_file_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *problem = kept_line_read(rows[i].bytes, strlen(rows[i].bytes), text);
        if ((problem == NULL) != (rows[i].told == NULL) ||
            strcmp(text, rows[i].text) != 0 ||
            (problem != NULL && strstr(problem, rows[i].told) == NULL))
            fail_msg("%s: \"%s\"", rows[i].says, problem != NULL ? problem : text);
    }
    assert_non_null(kept_line_read(HEAD "a\0b\n", strlen(HEAD) + 4, text));
}

static bool is_wiped(void)
{
    for (size_t i = 0; i < sizeof room; i++)
        if (room[i] != '\0')
            return false;
    return true;
}

static void what_is_kept_comes_back(void **state)
{
    static const char *const kept[] = { "Thought of you.", "one\n\ntwo\n", "\n", " ",
                                        "[a]\n# b" };
    const FilePath path = scratch_path(state, "leeway/line");
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        struct stat status;
        assert_true(kept_line_save(path.text, kept[i], room, NULL));
        assert_true(is_wiped());
        assert_true(kept_line_load(path.text, text, room, NULL));
        assert_true(is_wiped());
        assert_string_equal(text, kept[i]);
        assert_int_equal(stat(path.text, &status), 0);
        assert_int_equal(status.st_mode & 0777, 0600);
        assert_int_equal(scratch_count(*state), 1);
    }
}

static void no_file_is_no_line(void **state)
{
    const FilePath path = scratch_path(state, "line");
    Error error = { "" };
    strcpy(text, "before");
    assert_true(kept_line_load(path.text, text, room, &error));
    assert_string_equal(text, "");
    assert_string_equal(error.text, "");
    assert_int_equal(scratch_count(*state), 0);
}

static void as_long_as_the_field(void **state)
{
    const FilePath path = scratch_path(state, "line");
    static char long_text[KEPT_LINE_MAX + 2];
    memset(long_text, 'a', KEPT_LINE_MAX);
    assert_true(kept_line_save(path.text, long_text, room, NULL));
    assert_true(kept_line_load(path.text, text, room, NULL));
    assert_string_equal(text, long_text);

    Error error = { "" };
    long_text[KEPT_LINE_MAX] = 'a';
    assert_false(kept_line_save(path.text, long_text, room, &error));
    assert_true(kept_line_load(path.text, text, room, NULL));
    assert_int_equal(strlen(text), KEPT_LINE_MAX);
}

static void a_longer_file_is_offered_to_nobody_and_stays(void **state)
{
    static char bytes[3 * KEPT_LINE_MAX];
    const FilePath path = scratch_path(state, "line");
    Error error = { "" };
    memset(bytes, 'a', sizeof bytes - 1);
    memcpy(bytes, HEAD, strlen(HEAD));
    scratch_write(path.text, bytes);
    assert_false(kept_line_load(path.text, text, room, &error));
    assert_string_equal(text, "");
    assert_non_null(strstr(error.text, "longer"));
    assert_true(kept_line_save(path.text, "new", room, NULL));
    assert_int_equal(scratch_count(*state), 2);
}

static void a_damaged_file_is_set_aside(void **state)
{
    const FilePath path = scratch_path(state, "line");
    Error error = { "" };
    scratch_write(path.text, "somebody's own words\n");
    assert_false(kept_line_load(path.text, text, room, &error));
    assert_string_equal(text, "");
    assert_true(kept_line_save(path.text, "new", room, NULL));
    assert_int_equal(scratch_count(*state), 2);
    assert_true(kept_line_load(path.text, text, room, NULL));
    assert_string_equal(text, "new");
}

static void what_was_kept_before_is_not_lost(void **state)
{
    static const struct {
        const char *says, *before, *text, *after;
        KeptLineEnd end;
    } kept[] = {
        { "nothing before", "", "new", "new", KEPT_LINE_KEPT },
        { "another line", "old", "new", "old\n\nnew", KEPT_LINE_BELOW },
        { "the same again", "old", "old", "old", KEPT_LINE_KEPT },
        { "it was written on", "old", "old and new", "old and new", KEPT_LINE_KEPT },
        { "and something above it", "old", "new\nold", "new\nold", KEPT_LINE_KEPT },
        { "a part of a word is none", "a", "what", "a\n\nwhat", KEPT_LINE_BELOW },
        { "both again", "old\n\nnew", "new", "old\n\nnew", KEPT_LINE_BELOW },
        { "the second was written on", "old\n\nnew\n\nmore", "new\n\nmore.",
          "old\n\nnew\n\nmore.", KEPT_LINE_BELOW },
        { "an end of empty lines", "old\n\n", "new", "old\n\nnew", KEPT_LINE_BELOW },
    };
    static char both[KEPT_LINE_MAX + 1];
    const FilePath path = scratch_path(state, "line");
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        unlink(path.text);
        if (kept[i].before[0] != '\0')
            assert_true(kept_line_save(path.text, kept[i].before, room, NULL));
        const KeptLineEnd end = kept_line_add(path.text, kept[i].text, both, room, NULL);
        assert_true(kept_line_load(path.text, text, room, NULL));
        if (end != kept[i].end || strcmp(text, kept[i].after) != 0)
            fail_msg("%s: %d, \"%s\"", kept[i].says, (int)end, text);
        assert_true(is_wiped());
        for (size_t at = 0; at < sizeof both; at++)
            assert_int_equal(both[at], 0);
    }
}

static void what_does_not_fit_beside_it_is_refused(void **state)
{
    static char both[KEPT_LINE_MAX + 1], much[KEPT_LINE_MAX + 1];
    const FilePath path = scratch_path(state, "line");
    assert_true(kept_line_save(path.text, "old", room, NULL));
    memset(much, 'a', KEPT_LINE_MAX - 4); /* with "old" and two newlines one too many */
    assert_int_equal(kept_line_add(path.text, much, both, room, NULL), KEPT_LINE_FULL);
    assert_true(kept_line_load(path.text, text, room, NULL));
    assert_string_equal(text, "old");
    much[KEPT_LINE_MAX - 5] = '\0';
    assert_int_equal(kept_line_add(path.text, much, both, room, NULL), KEPT_LINE_BELOW);
    assert_true(kept_line_load(path.text, text, room, NULL));
    assert_int_equal(strlen(text), KEPT_LINE_MAX);
}

static void a_damaged_one_is_set_aside_before_another_is_kept(void **state)
{
    static char both[KEPT_LINE_MAX + 1];
    const FilePath path = scratch_path(state, "line");
    assert_true(kept_line_is_sound(path.text));
    scratch_write(path.text, "somebody's own words\n");
    assert_false(kept_line_is_sound(path.text));
    assert_int_equal(kept_line_add(path.text, "new", both, room, NULL), KEPT_LINE_KEPT);
    assert_true(kept_line_is_sound(path.text));
    assert_int_equal(scratch_count(*state), 2);
}

static void what_is_no_file_is_left_alone(void **state)
{
    const FilePath path = scratch_path(state, "line");
    Error error = { "" };
    assert_int_equal(mkdir(path.text, 0700), 0);
    assert_false(kept_line_load(path.text, text, room, &error));
    assert_non_null(strstr(error.text, "kept line"));
    assert_false(kept_line_save(path.text, "new", room, &error));
    assert_true(is_wiped());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_file_says),
        cmocka_unit_test_setup_teardown(what_is_kept_comes_back, scratch_open,
                                        scratch_close),
        cmocka_unit_test_setup_teardown(no_file_is_no_line, scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(as_long_as_the_field, scratch_open,
                                        scratch_close),
        cmocka_unit_test_setup_teardown(a_longer_file_is_offered_to_nobody_and_stays,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_set_aside, scratch_open,
                                        scratch_close),
        cmocka_unit_test_setup_teardown(what_was_kept_before_is_not_lost, scratch_open,
                                        scratch_close),
        cmocka_unit_test_setup_teardown(what_does_not_fit_beside_it_is_refused,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(a_damaged_one_is_set_aside_before_another_is_kept,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_left_alone, scratch_open,
                                        scratch_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
