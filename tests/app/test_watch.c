/* SPDX-License-Identifier: MIT */
/* A file that another hand writes, in every way in which that is done. The wait for an
 * event is only as long as it takes; where none may come, another one that must come
 * behind it ends the wait. */
#include "app/watch.h"
#include "store/scratch.h"

#include <SDL.h>

static uint32_t changed;

static int open_events(void **state)
{
    (void)state;
    if (SDL_Init(SDL_INIT_EVENTS) != 0)
        return -1;
    changed = SDL_RegisterEvents(1);
    return 0;
}

static int close_events(void **state)
{
    (void)state;
    SDL_Quit();
    return 0;
}

enum { LONGEST_WAIT_MS = 5000 };

static void expect_news(void)
{
    SDL_Event event;
    do
        assert_int_equal(SDL_WaitEventTimeout(&event, LONGEST_WAIT_MS), 1);
    while (event.type != changed);
}

/* How many there are already. */
static int news(void)
{
    SDL_Event event;
    int count = 0;
    while (SDL_PollEvent(&event) != 0)
        count += event.type == changed;
    return count;
}

static FilePath made_folder(void **state, const char *name)
{
    const FilePath folder = scratch_path(state, name);
    assert_int_equal(mkdir(folder.text, 0700), 0);
    return folder;
}

static void test_a_file_that_is_written_is_news(void **state)
{
    const FilePath folder = made_folder(state, "leeway");
    const FilePath file = scratch_path(state, "leeway/settings");
    Watch *watch = watch_open(folder.text, "settings", changed);
    assert_non_null(watch);
    scratch_write(file.text, "one\n");
    expect_news();
    scratch_write(file.text, "two\n");
    expect_news();
    watch_close(watch);
}

static void test_a_file_that_takes_its_place_is_news(void **state)
{
    const FilePath folder = made_folder(state, "leeway");
    const FilePath other = scratch_path(state, "leeway/other");
    const FilePath file = scratch_path(state, "leeway/settings");
    Watch *watch = watch_open(folder.text, "settings", changed);
    scratch_write(other.text, "one\n");
    assert_int_equal(rename(other.text, file.text), 0);
    expect_news();
    assert_int_equal(news(), 0); /* the other file was none */
    watch_close(watch);
}

static void test_a_folder_that_comes_later_is_found(void **state)
{
    const FilePath folder = scratch_path(state, "config/leeway");
    const FilePath file = scratch_path(state, "config/leeway/settings");
    Watch *watch = watch_open(folder.text, "settings", changed);
    made_folder(state, "config");
    made_folder(state, "config/leeway");
    expect_news(); /* it might have come with its file */
    scratch_write(file.text, "one\n");
    expect_news();
    watch_close(watch);
}

static void test_a_folder_that_was_taken_away_may_come_back(void **state)
{
    const FilePath folder = made_folder(state, "leeway");
    const FilePath file = scratch_path(state, "leeway/settings");
    Watch *watch = watch_open(folder.text, "settings", changed);
    scratch_write(file.text, "one\n");
    expect_news();
    assert_int_equal(unlink(file.text), 0);
    assert_int_equal(rmdir(folder.text), 0);
    made_folder(state, "leeway");
    scratch_write(file.text, "two\n");
    expect_news();
    watch_close(watch);
}

static void test_closing_ends_the_wait(void **state)
{
    (void)news();
    watch_close(watch_open(*state, "settings", changed));
    watch_close(NULL);
    assert_int_equal(news(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_file_that_is_written_is_news, scratch_open,
                                        scratch_close),
        cmocka_unit_test_setup_teardown(test_a_file_that_takes_its_place_is_news,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(test_a_folder_that_comes_later_is_found,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(test_a_folder_that_was_taken_away_may_come_back,
                                        scratch_open, scratch_close),
        cmocka_unit_test_setup_teardown(test_closing_ends_the_wait, scratch_open,
                                        scratch_close),
    };
    return cmocka_run_group_tests(tests, open_events, close_events);
}
