/* SPDX-License-Identifier: MIT */
#include "store/marks.h"

#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway marks 1\n"
#define LIST HEAD "[messages]\n"

static Messages messages; /* big */

/* Three that came along and one of the person's own with the id of the first. */
static void fill(void)
{
    static const char *const ids[] = { "bus", "door", "tea", "bus" };
    messages = (Messages){ .count = 4 };
    for (int i = 0; i < messages.count; i++) {
        strcpy(messages.items[i].id, ids[i]);
        messages.items[i].is_own = i == 3;
    }
}

/* The marks as letters, in the order of the list. */
static const char *letters(void)
{
    static char out[8];
    for (int i = 0; i < messages.count; i++)
        out[i] = ".km"[messages.items[i].mark];
    out[messages.count] = '\0';
    return out;
}

static FilePath file(void **state)
{
    return scratch_path(state, "marks");
}

typedef struct Row {
    const char *says;
    const char *text;
    const char *marks;
    const char *told; /* NULL: nothing is wrong */
} Row;

static const Row rows[] = {
    { "nothing yet", HEAD, "....", NULL },
    { "one of each", LIST "bus = muted\ntea = kept\n", "m.k.", NULL },
    { "one of the person's own", LIST "own.bus = muted\n", "...m", NULL },
    { "an id that is not known", LIST "lamp = muted\ndoor = kept\n", ".k..", NULL },
    { "a mark that is none", LIST "bus = never\ntea = kept\n", "..k.",
      "3:7: \"bus\" is kept or muted" },
    { "twice", LIST "bus = kept\nbus = muted\n", "k...", "in line 3 already" },
    { "outside", HEAD "bus = kept\n", "....", "there is no \"bus\"" },
    { "a damaged one", "marks\nbus = kept\n", "....", "leeway marks 1" },
};

static void what_the_file_says_is_marked(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Error error = { "" };
        fill();
        messages.items[1].mark = MESSAGE_MUTED; /* and of this it says nothing */
        scratch_write(file(state).text, rows[i].text);
        const bool is_good = marks_load(file(state).text, &messages, &error);
        if (strcmp(letters(), rows[i].marks) != 0)
            fail_msg("%s: %s", rows[i].says, letters());
        if (is_good != (rows[i].told == NULL) ||
            (!is_good && strstr(error.text, rows[i].told) == NULL))
            fail_msg("%s: %s", rows[i].says, error.text);
    }
}

static void no_file_marks_nothing(void **state)
{
    fill();
    assert_true(marks_load(file(state).text, &messages, NULL));
    assert_string_equal(letters(), "....");
}

static bool keep(void **state, int32_t at, MessageMark mark)
{
    messages.items[at].mark = mark;
    return marks_keep(file(state).text, &messages.items[at], NULL);
}

static void marks_are_written_one_at_a_time(void **state)
{
    fill();
    assert_true(keep(state, 1, MESSAGE_PLAIN));
    assert_int_equal(scratch_count(*state), 0);
    assert_true(keep(state, 0, MESSAGE_KEPT));
    scratch_expect(file(state).text, HEAD "\n[messages]\nbus = kept\n");
    assert_true(keep(state, 3, MESSAGE_MUTED));
    assert_true(keep(state, 0, MESSAGE_MUTED));
    scratch_expect(file(state).text, HEAD "\n[messages]\nbus = muted\nown.bus = muted\n");
    fill();
    assert_true(marks_load(file(state).text, &messages, NULL));
    assert_string_equal(letters(), "m..m");
    assert_true(keep(state, 0, MESSAGE_PLAIN));
    scratch_expect(file(state).text, HEAD "\n[messages]\nown.bus = muted\n");
}

/* A message that went and comes back is muted still. */
static void ids_that_are_not_known_stay(void **state)
{
    fill();
    scratch_write(file(state).text, LIST "# mine\nlamp = muted\nbus = kept\n");
    assert_true(keep(state, 0, MESSAGE_PLAIN));
    assert_true(keep(state, 2, MESSAGE_KEPT));
    scratch_expect(file(state).text, LIST "# mine\nlamp = muted\ntea = kept\n");
    strcpy(messages.items[1].id, "lamp");
    assert_true(marks_load(file(state).text, &messages, NULL));
    assert_string_equal(letters(), ".mk.");
}

/* The ids of own ones are their words: with these, they all go. */
static void marks_of_own_messages_go_with_them(void **state)
{
    static const struct {
        const char *says, *text, *left;
    } files[] = {
        { "among others", LIST "# mine\nbus = kept\nown.bus = muted\nown.gone = kept\n",
          LIST "# mine\nbus = kept\n" },
        { "twice", LIST "own.bus = muted\nown.bus = kept\n", LIST },
        { "none of them", LIST "bus = kept", LIST "bus = kept" },
        { "no section", HEAD, HEAD },
        { "a damaged one", "something else\n", "something else\n" },
    };
    assert_true(marks_erase_own(file(state).text, NULL));
    assert_int_equal(scratch_count(*state), 0);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        scratch_write(file(state).text, files[i].text);
        if (!marks_erase_own(file(state).text, NULL))
            fail_msg("%s", files[i].says);
        scratch_expect(file(state).text, files[i].left);
    }
}

static void a_damaged_file_is_set_aside(void **state)
{
    fill();
    scratch_write(file(state).text, "something else\n");
    assert_true(keep(state, 0, MESSAGE_PLAIN));
    scratch_expect(file(state).text, "something else\n");
    assert_true(keep(state, 0, MESSAGE_MUTED));
    scratch_expect(file(state).text, HEAD "\n[messages]\nbus = muted\n");
    scratch_expect(scratch_path(state, "marks.bad").text, "something else\n");
}

static void a_place_that_cannot_be_written_is_told(void **state)
{
    Error error = { "" };
    fill();
    messages.items[0].mark = MESSAGE_MUTED;
    scratch_write(file(state).text, "a file where a folder would be");
    const FilePath below = scratch_path(state, "marks/marks");
    assert_false(marks_keep(below.text, &messages.items[0], &error));
    assert_true(error.text[0] != '\0');
}

#define TEST(function)                                                                   \
    cmocka_unit_test_setup_teardown(function, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_the_file_says_is_marked),           TEST(no_file_marks_nothing),
        TEST(marks_are_written_one_at_a_time),        TEST(ids_that_are_not_known_stay),
        TEST(marks_of_own_messages_go_with_them),     TEST(a_damaged_file_is_set_aside),
        TEST(a_place_that_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
