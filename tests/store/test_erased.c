/* SPDX-License-Identifier: MIT */
#include "store/erased.h"
#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static KeptFiles found; /* big */
static Erased erased;

static void live_in(void **state)
{
    setenv("XDG_CONFIG_HOME", *state, 1);
    mkdir(scratch_path(state, "leeway").text, 0700);
    erased_forget(&erased);
}

static void put(void **state, const char *name, const char *text)
{
    scratch_write(scratch_path(state, name).text, text);
}

static int32_t erase(Error *error)
{
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    return erased_take(&erased, &found, error);
}

static bool is_there(void **state, const char *name)
{
    struct stat status;
    return lstat(scratch_path(state, name).text, &status) == 0;
}

static void test_what_was_erased_is_gone_and_comes_back(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "one");
    put(state, "leeway/settings.bad", "two");
    put(state, "leeway/settings.new-a1B2c3", "");
    assert_int_equal(erase(NULL), 3);
    assert_false(is_there(state, "leeway"));
    assert_int_equal(erased.count, 3);

    assert_true(erased_put_back(&erased, NULL));
    assert_int_equal(erased.count, 0);
    scratch_expect(scratch_path(state, "leeway/settings").text, "one");
    scratch_expect(scratch_path(state, "leeway/settings.bad").text, "two");
    scratch_expect(scratch_path(state, "leeway/settings.new-a1B2c3").text, "");
}

static void test_what_was_held_comes_back_as_it_was(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "one");
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_true(erased_hold(&erased, &found, NULL));
    scratch_expect(scratch_path(state, "leeway/settings").text, "one");
    put(state, "leeway/settings", "a part");
    erase(NULL);
    assert_true(erased_put_back(&erased, NULL));
    scratch_expect(scratch_path(state, "leeway/settings").text, "one");
}

static void test_what_comes_back_is_the_persons_alone(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "one");
    assert_int_equal(chmod(scratch_path(state, "leeway/settings").text, 0644), 0);
    erase(NULL);
    assert_true(erased_put_back(&erased, NULL));
    struct stat status;
    assert_int_equal(stat(scratch_path(state, "leeway/settings").text, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void test_any_bytes_come_back(void **state)
{
    static const char bytes[] = "\0\0a\xFF\n\0";
    live_in(state);
    const FilePath path = scratch_path(state, "leeway/settings");
    assert_true(files_write(path.text, bytes, sizeof bytes, NULL));
    erase(NULL);
    assert_true(erased_put_back(&erased, NULL));
    FileText text;
    assert_true(files_open(path.text, 100, &text, NULL));
    assert_int_equal(text.size, sizeof bytes);
    assert_memory_equal(text.bytes, bytes, sizeof bytes);
    files_close(&text);
}

static void test_a_link_comes_back_as_a_link(void **state)
{
    live_in(state);
    assert_int_equal(mkdir(scratch_path(state, "dots").text, 0700), 0);
    put(state, "dots/leeway", "x");
    const FilePath link = scratch_path(state, "leeway/settings");
    assert_int_equal(symlink("../dots/leeway", link.text), 0);
    assert_int_equal(erase(NULL), 2);
    assert_false(is_there(state, "leeway"));
    assert_false(is_there(state, "dots/leeway"));

    char target[64] = "";
    assert_true(erased_put_back(&erased, NULL));
    assert_int_equal(readlink(link.text, target, sizeof target - 1), 14);
    assert_string_equal(target, "../dots/leeway");
    scratch_expect(link.text, "x");
}

static void test_what_was_there_first_comes_back(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "first");
    erase(NULL);
    mkdir(scratch_path(state, "leeway").text, 0700);
    put(state, "leeway/settings", "second");
    assert_int_equal(erase(NULL), 1);
    assert_int_equal(erased.count, 1);
    assert_true(erased_put_back(&erased, NULL));
    scratch_expect(scratch_path(state, "leeway/settings").text, "first");
}

static void test_what_cannot_be_held_is_left(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    put(state, "leeway/settings.bad", "y");
    const FilePath large = scratch_path(state, "leeway/settings");
    assert_int_equal(truncate(large.text, (off_t)ERASED_FILE_MAX + 1), 0);
    Error error = { "" };
    assert_int_equal(erase(&error), 1);
    assert_non_null(strstr(error.text, "too large to be put back"));
    assert_true(is_there(state, "leeway/settings"));
    assert_false(is_there(state, "leeway/settings.bad"));
    assert_int_equal(erased.count, 1);
}

static void test_what_could_not_be_erased_is_not_held(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    /* Gone meanwhile, by another hand. */
    unlink(scratch_path(state, "leeway/settings").text);
    Error error = { "" };
    assert_int_equal(erased_take(&erased, &found, &error), 0);
    assert_true(error.text[0] != '\0');
    assert_int_equal(erased.count, 0);
}

static void test_what_could_not_be_put_back_stays_held(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    erase(NULL);
    put(state, "leeway", "a file where the folder was");
    Error error = { "" };
    assert_false(erased_put_back(&erased, &error));
    assert_true(error.text[0] != '\0');
    assert_int_equal(erased.count, 1);

    unlink(scratch_path(state, "leeway").text);
    assert_true(erased_put_back(&erased, &error));
    scratch_expect(scratch_path(state, "leeway/settings").text, "x");
}

static void test_forgetting_leaves_nothing_to_put_back(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    erase(NULL);
    erased_forget(&erased);
    assert_true(erased_put_back(&erased, NULL));
    assert_false(is_there(state, "leeway"));
}

#define WITH_SCRATCH(test)                                                               \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SCRATCH(test_what_was_erased_is_gone_and_comes_back),
        WITH_SCRATCH(test_what_was_held_comes_back_as_it_was),
        WITH_SCRATCH(test_what_comes_back_is_the_persons_alone),
        WITH_SCRATCH(test_any_bytes_come_back),
        WITH_SCRATCH(test_a_link_comes_back_as_a_link),
        WITH_SCRATCH(test_what_was_there_first_comes_back),
        WITH_SCRATCH(test_what_cannot_be_held_is_left),
        WITH_SCRATCH(test_what_could_not_be_erased_is_not_held),
        WITH_SCRATCH(test_what_could_not_be_put_back_stays_held),
        WITH_SCRATCH(test_forgetting_leaves_nothing_to_put_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
