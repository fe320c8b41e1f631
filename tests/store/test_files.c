/* SPDX-License-Identifier: MIT */
#include "store/files.h"
#include "store/scratch.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

static mode_t mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

static void what_was_written_is_read(void **state)
{
    static const char bytes[] = "a\0b\r\n\xFF";
    const FilePath path = scratch_path(state, "file");
    FileText text;
    assert_true(files_write(path.text, bytes, sizeof bytes, NULL));
    assert_true(files_open(path.text, 100, &text, NULL));
    assert_int_equal(text.size, sizeof bytes);
    assert_memory_equal(text.bytes, bytes, sizeof bytes);
    assert_int_equal(text.bytes[text.size], '\0');
    files_close(&text);
    assert_null(text.bytes);
}

static void an_empty_file_is_there(void **state)
{
    const FilePath path = scratch_path(state, "empty");
    FileText text;
    assert_true(files_write(path.text, "", 0, NULL));
    assert_true(files_open(path.text, 100, &text, NULL));
    assert_non_null(text.bytes);
    assert_int_equal(text.size, 0);
    files_close(&text);
}

static void a_missing_file_is_no_failure(void **state)
{
    const FilePath path = scratch_path(state, "none/of/this");
    FileText text;
    assert_true(files_open(path.text, 100, &text, NULL));
    assert_null(text.bytes);
    assert_true(files_open("/dev/null/none/of/this", 100, &text, NULL));
    assert_null(text.bytes);
}

static void reading_stops_at_the_cap(void **state)
{
    const FilePath path = scratch_path(state, "long");
    FileText text;
    scratch_write(path.text, "0123456789");
    assert_true(files_open(path.text, 4, &text, NULL));
    assert_int_equal(text.size, 4);
    assert_string_equal(text.bytes, "0123");
    files_close(&text);
    assert_true(files_open("/dev/zero", 4, &text, NULL));
    assert_int_equal(text.size, 4);
    files_close(&text);
}

static void a_pipe_does_not_keep_anyone_waiting(void **state)
{
    const FilePath path = scratch_path(state, "pipe");
    FileText text;
    assert_int_equal(mkfifo(path.text, 0600), 0);
    assert_true(files_open(path.text, 100, &text, NULL));
    assert_int_equal(text.size, 0);
    files_close(&text);
}

static void folders_and_files_are_private(void **state)
{
    const FilePath path = scratch_path(state, "a/b/file");
    const FilePath a = scratch_path(state, "a"), b = scratch_path(state, "a/b");
    const mode_t mask = umask(0);
    assert_true(files_write(path.text, "x", 1, NULL));
    umask(mask);
    assert_int_equal(mode_of(a.text), 0700);
    assert_int_equal(mode_of(b.text), 0700);
    assert_int_equal(mode_of(path.text), 0600);
    assert_int_equal(scratch_count(b.text), 1);
}

static void a_link_still_leads_to_its_file(void **state)
{
    const FilePath link = scratch_path(state, "link"), file = scratch_path(state, "file");
    struct stat status;
    scratch_write(file.text, "old");
    assert_int_equal(symlink("file", link.text), 0);
    assert_true(files_write(link.text, "new", 3, NULL));
    scratch_expect(file.text, "new");
    assert_int_equal(lstat(link.text, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

typedef struct Refusal {
    const char *says;
    const char *path; /* in the folder, or from the root */
    const char *sentence;
} Refusal;

static const Refusal refusals[] = {
    { "a folder below a file", "file/x/settings", "could not be made" },
    { "a file below a file", "file/settings", "could not be written" },
    { "a folder", "folder", "is not a plain file" },
    { "a pipe, and so a device", "pipe", "is not a plain file" },
    { "a place where nobody may write", "/proc/leeway/settings", "could not be made" },
};

static void what_cannot_be_written_is_told(void **state)
{
    const FilePath file = scratch_path(state, "file");
    const FilePath folder = scratch_path(state, "folder");
    const FilePath pipe = scratch_path(state, "pipe");
    scratch_write(file.text, "old");
    assert_int_equal(mkdir(folder.text, 0700), 0);
    assert_int_equal(mkfifo(pipe.text, 0600), 0);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const Refusal *row = &refusals[i];
        const FilePath below = scratch_path(state, row->path);
        const char *path = row->path[0] == '/' ? row->path : below.text;
        Error error = { "" };
        if (files_write(path, "new", 3, &error))
            fail_msg("%s: was written", row->says);
        if (strstr(error.text, row->sentence) == NULL)
            fail_msg("%s: %s", row->says, error.text);
    }
    scratch_expect(file.text, "old");
    assert_int_equal(scratch_count(*state), 3);
}

/* A file may not grow beyond 8 bytes: the disk is full in the middle of writing. */
static void a_full_disk_leaves_the_old_file(void **state)
{
    const FilePath path = scratch_path(state, "file");
    struct rlimit before, full;
    scratch_write(path.text, "old");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    full = (struct rlimit){ 8, before.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
    Error error = { "" };
    const bool is_written = files_write(path.text, "0123456789", 10, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);

    assert_false(is_written);
    assert_non_null(strstr(error.text, "could not be written"));
    scratch_expect(path.text, "old");
    assert_int_equal(scratch_count(*state), 1);
}

static void a_path_that_is_too_long_is_told(void **state)
{
    (void)state;
    char path[2 * FILES_PATH_MAX];
    Error error = { "" };
    memset(path, 'x', sizeof path);
    path[0] = '/';
    path[sizeof path - 1] = '\0';
    assert_false(files_write(path, "x", 1, &error));
    assert_true(strlen(error.text) > 0);
    FileText text;
    assert_false(files_open(path, 10, &text, &error));
    FilePath bad;
    assert_false(files_set_aside(path, &bad, &error));
}

static void damaged_files_are_set_aside_one_by_one(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    static const char *const names[] = { "settings.bad", "settings.bad2",
                                         "settings.bad3" };
    for (size_t i = 0; i < 3; i++) {
        FilePath bad;
        scratch_write(path.text, names[i]);
        assert_true(files_set_aside(path.text, &bad, NULL));
        const FilePath expected = scratch_path(state, names[i]);
        assert_string_equal(bad.text, expected.text);
    }
    for (size_t i = 0; i < 3; i++) {
        const FilePath kept = scratch_path(state, names[i]);
        scratch_expect(kept.text, names[i]);
    }
    FilePath bad;
    Error error = { "" };
    assert_false(files_set_aside(path.text, &bad, &error));
    assert_non_null(strstr(error.text, "could not be set aside"));
    assert_int_equal(mkfifo(path.text, 0600), 0);
    assert_false(files_set_aside(path.text, &bad, &error));
    assert_non_null(strstr(error.text, "is not a plain file"));
}

#define IN_SCRATCH(test)                                                                 \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(what_was_written_is_read),
        IN_SCRATCH(an_empty_file_is_there),
        IN_SCRATCH(a_missing_file_is_no_failure),
        IN_SCRATCH(reading_stops_at_the_cap),
        IN_SCRATCH(a_pipe_does_not_keep_anyone_waiting),
        IN_SCRATCH(folders_and_files_are_private),
        IN_SCRATCH(a_link_still_leads_to_its_file),
        IN_SCRATCH(what_cannot_be_written_is_told),
        IN_SCRATCH(a_full_disk_leaves_the_old_file),
        IN_SCRATCH(a_path_that_is_too_long_is_told),
        IN_SCRATCH(damaged_files_are_set_aside_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
