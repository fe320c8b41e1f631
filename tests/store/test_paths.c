/* SPDX-License-Identifier: MIT */
#include "store/paths.h"
#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Sets a variable, or takes it away for NULL. */
static void set(const char *name, const char *value)
{
    if (value != NULL)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

typedef struct Row {
    const char *says;
    const char *home;
    const char *xdg;
    PathsFolder folder;
    const char *name;
    const char *path; /* NULL: there is none */
} Row;

static const Row rows[] = {
    { "below home", "/h", NULL, PATHS_CONFIG, "settings", "/h/.config/leeway/settings" },
    { "data below home", "/h", NULL, PATHS_DATA, "x", "/h/.local/share/leeway/x" },
    { "state below home", "/h", NULL, PATHS_STATE, "x", "/h/.local/state/leeway/x" },
    { "where XDG says", "/h", "/c", PATHS_CONFIG, "settings", "/c/leeway/settings" },
    { "data where XDG says", "/h", "/c", PATHS_DATA, "x", "/c/leeway/x" },
    { "state where XDG says", "/h", "/c", PATHS_STATE, "x", "/c/leeway/x" },
    { "XDG without a home", NULL, "/c", PATHS_CONFIG, "x", "/c/leeway/x" },
    { "an empty XDG is unset", "/h", "", PATHS_CONFIG, "x", "/h/.config/leeway/x" },
    { "a relative XDG is unset", "/h", "c", PATHS_CONFIG, "x", "/h/.config/leeway/x" },
    { "the folder itself", "/h", NULL, PATHS_CONFIG, "", "/h/.config/leeway" },
    { "no home", NULL, NULL, PATHS_CONFIG, "x", NULL },
    { "an empty home", "", NULL, PATHS_CONFIG, "x", NULL },
    { "a relative home", "home", NULL, PATHS_CONFIG, "x", NULL },
};

static void kept_files_are_where_xdg_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Row *row = &rows[i];
        set("HOME", row->home);
        set("XDG_CONFIG_HOME", row->folder == PATHS_CONFIG ? row->xdg : NULL);
        set("XDG_DATA_HOME", row->folder == PATHS_DATA ? row->xdg : NULL);
        set("XDG_STATE_HOME", row->folder == PATHS_STATE ? row->xdg : NULL);
        FilePath path;
        Error error = { "" };
        const bool is_found = paths_kept(row->folder, row->name, &path, &error);
        if (is_found != (row->path != NULL))
            fail_msg("%s: %s", row->says, is_found ? path.text : error.text);
        if (is_found)
            assert_string_equal(path.text, row->path);
        else
            assert_non_null(strstr(error.text, "nothing is kept"));
    }
}

static void a_path_that_is_too_long_is_told(void **state)
{
    (void)state;
    char *home = malloc(FILES_PATH_MAX);
    memset(home, 'x', FILES_PATH_MAX);
    home[0] = '/';
    home[FILES_PATH_MAX - 1] = '\0';
    set("XDG_CONFIG_HOME", NULL);
    set("HOME", home);
    free(home);
    FilePath path;
    Error error = { "" };
    assert_false(paths_kept(PATHS_CONFIG, "settings", &path, &error));
    assert_non_null(strstr(error.text, "too long"));
}

static void assets_are_where_they_are_said_to_be(void **state)
{
    const FilePath known = scratch_path(state, "patterns");
    const FilePath expected = scratch_path(state, "messages/en");
    FilePath path;
    scratch_write(known.text, "");
    set("LEEWAY_ASSETS", *state);
    assert_true(paths_asset("messages/en", &path, NULL));
    assert_string_equal(path.text, expected.text);
    assert_true(paths_asset("", &path, NULL));
    assert_string_equal(path.text, *state);
}

static void a_wrong_folder_of_assets_is_told(void **state)
{
    FilePath path;
    Error error = { "" };
    set("LEEWAY_ASSETS", *state);
    assert_false(paths_asset("messages/en", &path, &error));
    assert_non_null(strstr(error.text, *state));
}

static void an_empty_variable_counts_as_unset(void **state)
{
    (void)state;
    FilePath unset, empty;
    set("LEEWAY_ASSETS", NULL);
    const bool is_found = paths_asset("patterns", &unset, NULL);
    set("LEEWAY_ASSETS", "");
    assert_int_equal(paths_asset("patterns", &empty, NULL), is_found);
    if (is_found)
        assert_string_equal(empty.text, unset.text);
}

#define IN_SCRATCH(test)                                                                 \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_files_are_where_xdg_says),
        cmocka_unit_test(a_path_that_is_too_long_is_told),
        IN_SCRATCH(assets_are_where_they_are_said_to_be),
        IN_SCRATCH(a_wrong_folder_of_assets_is_told),
        cmocka_unit_test(an_empty_variable_counts_as_unset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
