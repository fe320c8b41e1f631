/* SPDX-License-Identifier: MIT */
#include "store/kept.h"
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

/* A home in the scratch folder, with Leeway's own folder in it. */
static void live_in(void **state)
{
    setenv("XDG_CONFIG_HOME", *state, 1);
    assert_int_equal(mkdir(scratch_path(state, "leeway").text, 0700), 0);
}

static void put(void **state, const char *name, const char *text)
{
    scratch_write(scratch_path(state, name).text, text);
}

typedef struct Row {
    const char *says;
    const char *name; /* in Leeway's folder */
    bool is_kept;
} Row;

static const Row rows[] = {
    { "the file itself", "settings", true },
    { "set aside as damaged", "settings.bad", true },
    { "set aside again", "settings.bad27", true },
    { "left of a writing", "settings.new-a1B2c3", true },
    { "somebody's copy", "settings.bak", false },
    { "somebody's note", "settings.bad.txt", false },
    { "another new one", "settings.new-message", false },
    { "a longer name", "settings2", false },
    { "a shorter name", "setting", false },
    { "another name", "my-settings", false },
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static bool has(const char *path)
{
    for (int32_t i = 0; i < found.count; i++)
        if (strcmp(found.files[i].path.text, path) == 0)
            return true;
    return false;
}

static void test_what_is_kept_is_found_and_nothing_else(void **state)
{
    live_in(state);
    for (int i = 0; i < ROWS; i++) {
        char below[64];
        snprintf(below, sizeof below, "leeway/%s", rows[i].name);
        const FilePath path = scratch_path(state, below);
        scratch_write(path.text, "12345");
        assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
        if (has(path.text) != rows[i].is_kept)
            fail_msg("%s: %s", rows[i].says, rows[i].name);
        assert_true(found.count == 0 || found.files[0].size == 5);
    }
    assert_true(found.is_there);
    assert_int_equal(found.count, 4);
    assert_string_equal(found.files[0].path.text,
                        scratch_path(state, "leeway/settings").text);
}

static void test_nothing_there_is_nothing_found(void **state)
{
    setenv("XDG_CONFIG_HOME", *state, 1);
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_false(found.is_there);
    assert_int_equal(found.count, 0);
    assert_int_equal(kept_erase(&found, NULL), 0);
    assert_string_equal(found.path.text, scratch_path(state, "leeway/settings").text);
}

static void test_no_home_is_a_sentence(void **state)
{
    (void)state;
    Error error = { "" };
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    assert_false(kept_find(KEPT_SETTINGS, &found, &error));
    assert_non_null(strstr(error.text, "no home folder"));
}

static void test_erasing_leaves_nothing_but_what_is_not_ours(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    put(state, "leeway/settings.bad", "x");
    put(state, "leeway/mine", "x");
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_int_equal(kept_erase(&found, NULL), 2);
    assert_int_equal(scratch_count(scratch_path(state, "leeway").text), 1);
    scratch_expect(scratch_path(state, "leeway/mine").text, "x");
}

static void test_an_empty_folder_goes_too(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_int_equal(kept_erase(&found, NULL), 1);
    assert_int_equal(scratch_count(scratch_path(state, "leeway").text), -1);
    assert_int_equal(scratch_count(*state), 0);
}

static void test_a_link_and_what_it_leads_to(void **state)
{
    live_in(state);
    assert_int_equal(mkdir(scratch_path(state, "dots").text, 0700), 0);
    put(state, "dots/leeway", "x");
    put(state, "dots/leeway.new-abcdef", "x");
    put(state, "dots/others", "x");
    assert_int_equal(symlink(scratch_path(state, "dots/leeway").text,
                             scratch_path(state, "leeway/settings").text),
                     0);
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_int_equal(kept_erase(&found, NULL), 3);
    assert_int_equal(scratch_count(scratch_path(state, "dots").text), 1);
}

static void test_what_cannot_be_erased_is_told(void **state)
{
    live_in(state);
    put(state, "leeway/settings", "x");
    put(state, "leeway/settings.bad", "x");
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    unlink(scratch_path(state, "leeway/settings").text);
    Error error = { "" };
    assert_int_equal(kept_erase(&found, &error), 1);
    assert_non_null(strstr(error.text, "could not be erased"));
    assert_non_null(strstr(found.files[0].path.text, "settings.bad"));
}

/* Folders below the scratch folder; the list ends with NULL. */
static void make_folders(void **state, const char *const names[])
{
    setenv("XDG_DATA_HOME", *state, 1);
    for (; *names != NULL; names++)
        assert_int_equal(mkdir(scratch_path(state, *names).text, 0700), 0);
}

static void test_voices_go_whole_and_nothing_else_does(void **state)
{
    static const char *const folders[] = { "leeway",
                                           "leeway/voices",
                                           "leeway/voices/Ana",
                                           "leeway/voices/.new-a1B2c3",
                                           "leeway/voices/Zoe",
                                           NULL };
    make_folders(state, folders);
    put(state, "leeway/voices/Ana/voice", "x");
    put(state, "leeway/voices/Ana/scan.hands.1.flac", "x");
    put(state, "leeway/voices/.new-a1B2c3/scan.hands.1.flac", "x");
    put(state, "leeway/voices/Zoe/breath.in.opus", "x");
    put(state, "leeway/voices/Zoe/diary.txt", "x");
    assert_true(kept_find(KEPT_VOICES, &found, NULL));
    assert_int_equal(found.count, 4);
    assert_int_equal(kept_erase(&found, NULL), 4);
    assert_int_equal(scratch_count(scratch_path(state, "leeway/voices").text), 1);
    scratch_expect(scratch_path(state, "leeway/voices/Zoe/diary.txt").text, "x");
}

static void test_a_link_out_of_the_voices_is_not_followed(void **state)
{
    static const char *const folders[] = { "leeway", "leeway/voices", "music", NULL };
    make_folders(state, folders);
    put(state, "music/song.flac", "x");
    assert_int_equal(symlink(scratch_path(state, "music").text,
                             scratch_path(state, "leeway/voices/music").text),
                     0);
    assert_true(kept_find(KEPT_VOICES, &found, NULL));
    assert_int_equal(found.count, 0);
}

static void test_a_folder_of_that_name_is_left_alone(void **state)
{
    live_in(state);
    assert_int_equal(mkdir(scratch_path(state, "leeway/settings").text, 0700), 0);
    assert_true(kept_find(KEPT_SETTINGS, &found, NULL));
    assert_false(found.is_there);
    assert_int_equal(found.count, 0);
    assert_false(kept_is_writable(found.path.text));
}

static void test_writable_is_told_without_writing(void **state)
{
    assert_true(kept_is_writable(scratch_path(state, "a/b/c").text));
    put(state, "file", "x");
    assert_true(kept_is_writable(scratch_path(state, "file").text));
    assert_false(kept_is_writable(scratch_path(state, "file/below").text));
    assert_int_equal(scratch_count(*state), 1);
}

/* Root may write anywhere, so only others can tell. */
static void test_a_file_in_a_folder_that_is_read_only_cannot_be_written(void **state)
{
    if (geteuid() == 0)
        skip();
    live_in(state);
    put(state, "leeway/settings", "x");
    assert_int_equal(chmod(scratch_path(state, "leeway").text, 0500), 0);
    const bool is_writable =
        kept_is_writable(scratch_path(state, "leeway/settings").text);
    assert_int_equal(chmod(scratch_path(state, "leeway").text, 0700), 0);
    assert_false(is_writable);
}

#define WITH_SCRATCH(test)                                                               \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SCRATCH(test_what_is_kept_is_found_and_nothing_else),
        WITH_SCRATCH(test_nothing_there_is_nothing_found),
        WITH_SCRATCH(test_erasing_leaves_nothing_but_what_is_not_ours),
        WITH_SCRATCH(test_an_empty_folder_goes_too),
        WITH_SCRATCH(test_a_link_and_what_it_leads_to),
        WITH_SCRATCH(test_what_cannot_be_erased_is_told),
        WITH_SCRATCH(test_voices_go_whole_and_nothing_else_does),
        WITH_SCRATCH(test_a_link_out_of_the_voices_is_not_followed),
        WITH_SCRATCH(test_a_folder_of_that_name_is_left_alone),
        WITH_SCRATCH(test_writable_is_told_without_writing),
        WITH_SCRATCH(test_a_file_in_a_folder_that_is_read_only_cannot_be_written),
        cmocka_unit_test(test_no_home_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
