/* SPDX-License-Identifier: MIT */
/* What is kept: shown, erased and put back by hand, on a real disk. */
#include "app/keeper.h"
#include "store/kept.h"
#include "store/scratch.h"
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/random.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "leeway settings 1\n"

enum { ERASE_ALL = CONTROL_TOOL, PUT_BACK, REMEMBER, AWAKE_MS = 700 };

static VisitRig *rig;
static Keeper *keeper;

/* What the window does before it draws. */
static void turn(void)
{
    if (visit_kept_has_wish(&rig->visit))
        keeper_answer(keeper, &rig->visit.kept);
    visit_rig_turn(rig);
}

static void forget(void)
{
    rig->visit.kept.wish.forgets = true;
    keeper_answer(keeper, &rig->visit.kept);
}

static void press(int32_t control)
{
    visit_press(&rig->visit, control, rig->now_us);
    turn();
}

static void act(ActionId action)
{
    visit_act(&rig->visit, action, rig->now_us);
    turn();
}

static void wait_awake(void)
{
    visit_rig_wait(rig, AWAKE_MS);
}

/* At the page, in a home of its own; `settings` is what is in the file, NULL for none. */
static void open_page(void **state, const char *settings)
{
    setenv("HOME", *state, 1);
    setenv("XDG_CONFIG_HOME", *state, 1);
    mkdir(scratch_path(state, "leeway").text, 0700);
    if (settings != NULL)
        scratch_write(scratch_path(state, "leeway/settings").text, settings);
    visit_rig_home(rig, "easing-in", 3);
    press(CONTROL_FOOT + FOOT_KEPT);
    assert_int_equal(rig->visit.screen, SCREEN_KEPT);
    wait_awake();
}

static bool is_there(void **state)
{
    struct stat status;
    return lstat(scratch_path(state, "leeway/settings").text, &status) == 0;
}

static bool sees(int32_t control)
{
    return layout_item_of(&rig->visit.layout, control) != NULL;
}

/* Whether these words begin something on the screen. */
static bool says(const char *words)
{
    return strstr(visit_rig_picture(rig), words) != NULL;
}

static void test_the_first_picture_tells_what_there_is(void **state)
{
    open_page(state, HEAD "volume = 40\n");
    assert_true(says("\"Leeway has no network code."));
    assert_true(says("\"30 bytes in ~/leeway/settings\""));
    assert_true(sees(CONTROL_LESS) && sees(CONTROL_MORE) && sees(ERASE_ALL));
    assert_false(sees(PUT_BACK));
    assert_true(says("\"Remember my settings: yes\""));
}

static void test_nothing_kept_is_said_and_can_do_nothing(void **state)
{
    open_page(state, NULL);
    assert_true(says("\"Nothing kept yet.\""));
    assert_false(sees(CONTROL_LESS) || sees(CONTROL_MORE));
    assert_false(sees(ERASE_ALL) || sees(PUT_BACK));
    press(CONTROL_MORE);
    press(CONTROL_LESS);
    press(PUT_BACK);
    assert_int_equal(rig->visit.screen, SCREEN_KEPT);
}

static void test_one_press_erases_and_one_puts_back(void **state)
{
    open_page(state, HEAD "volume = 40\n");
    press(CONTROL_MORE);
    assert_false(is_there(state));
    assert_true(says("\"Nothing kept yet.\""));
    assert_true(sees(PUT_BACK));
    press(PUT_BACK);
    scratch_expect(scratch_path(state, "leeway/settings").text, HEAD "volume = 40\n");
    assert_false(sees(PUT_BACK));
    assert_true(says("\"30 bytes in"));
}

static void test_everything_goes_and_comes_back(void **state)
{
    open_page(state, HEAD);
    scratch_write(scratch_path(state, "leeway/settings.bad").text, "???");
    press(ERASE_ALL);
    assert_int_equal(scratch_count(*state), 0);
    press(PUT_BACK);
    scratch_expect(scratch_path(state, "leeway/settings.bad").text, "???");
    assert_true(says("\"21 bytes in 2 files,"));
}

/* A message of one's own is marked under its first words. */
static void test_marks_of_own_messages_go_and_come_back_with_them(void **state)
{
    static const char marks[] =
        "leeway marks 1\n[messages]\nbus = kept\nown.cup = muted\n";
    setenv("XDG_DATA_HOME", *state, 1);
    open_page(state, HEAD);
    scratch_write(scratch_path(state, "leeway/messages").text, "leeway messages 1\n");
    scratch_write(scratch_path(state, "leeway/marks").text, marks);
    act(ACTION_OUT);
    wait_awake();
    press(CONTROL_FOOT + FOOT_KEPT);
    wait_awake();
    press(CONTROL_MORE + KEPT_MESSAGES);
    assert_int_equal(access(scratch_path(state, "leeway/messages").text, F_OK), -1);
    scratch_expect(scratch_path(state, "leeway/marks").text,
                   "leeway marks 1\n[messages]\nbus = kept\n");
    press(CONTROL_MORE + KEPT_MARKS);
    press(PUT_BACK);
    scratch_expect(scratch_path(state, "leeway/messages").text, "leeway messages 1\n");
    scratch_expect(scratch_path(state, "leeway/marks").text, marks);
    unsetenv("XDG_DATA_HOME");
}

static void test_the_keyboard_alone_is_enough(void **state)
{
    open_page(state, HEAD);
    act(ACTION_FRAME_NEXT);
    act(ACTION_FRAME_NEXT);
    assert_int_equal(rig->visit.focus, CONTROL_MORE);
    act(ACTION_PRESS);
    assert_false(is_there(state));
    assert_int_equal(rig->visit.focus, CONTROL_NONE); /* what was framed is not there */
    act(ACTION_PRESS);
    act(ACTION_FRAME_NEXT);
    assert_int_equal(rig->visit.focus, PUT_BACK);
    act(ACTION_ENTER);
    assert_true(is_there(state));
}

static void test_putting_back_is_offered_as_long_as_the_page_is_open(void **state)
{
    open_page(state, HEAD);
    scratch_write(scratch_path(state, "leeway/settings.bad").text, "???");
    press(CONTROL_MORE);
    act(ACTION_KEYS);
    act(ACTION_OUT);
    assert_true(sees(PUT_BACK));
    act(ACTION_HIDE);
    wait_awake();
    act(ACTION_HIDE);
    assert_true(sees(PUT_BACK));
    wait_awake();
    mkdir(scratch_path(state, "leeway").text, 0700);
    scratch_write(scratch_path(state, "leeway/settings").text, HEAD "volume = 1\n");
    act(ACTION_KEYS);
    act(ACTION_OUT);
    wait_awake();
    press(PUT_BACK);
    scratch_expect(scratch_path(state, "leeway/settings").text, HEAD);
}

static void test_leaving_the_page_forgets(void **state)
{
    open_page(state, HEAD);
    press(CONTROL_MORE);
    act(ACTION_OUT);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    wait_awake();
    press(CONTROL_FOOT + FOOT_KEPT);
    assert_false(sees(PUT_BACK));
    wait_awake();
    press(PUT_BACK);
    assert_false(is_there(state));
}

static void test_erasing_and_leaving_at_once_does_both(void **state)
{
    open_page(state, HEAD);
    visit_press(&rig->visit, CONTROL_MORE, rig->now_us);
    visit_act(&rig->visit, ACTION_OUT, rig->now_us);
    turn();
    assert_false(is_there(state));
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_false(visit_kept_has_wish(&rig->visit));
}

static void test_what_cannot_be_erased_is_told_in_place_of_the_sentence(void **state)
{
    open_page(state, HEAD);
    assert_int_equal(truncate(scratch_path(state, "leeway/settings").text, 5000000), 0);
    press(CONTROL_MORE);
    assert_true(is_there(state));
    assert_true(says("too large to be put back"));
    assert_false(says("\"Leeway has no network code."));
    assert_false(sees(PUT_BACK));
    unlink(scratch_path(state, "leeway/settings").text);
    press(CONTROL_MORE);
    assert_true(says("\"Leeway has no network code."));
}

static void test_a_folder_in_its_place_is_left_and_told(void **state)
{
    open_page(state, NULL);
    mkdir(scratch_path(state, "leeway/settings").text, 0700);
    act(ACTION_OUT);
    wait_awake();
    press(CONTROL_FOOT + FOOT_KEPT);
    assert_true(says("\"Nothing kept yet. Nothing can be written at"));
}

static void test_what_is_not_understood_is_told(void **state)
{
    open_page(state, HEAD "volume = loud\n");
    assert_true(says("not all of it could be read"));
}

static void test_a_kept_line_that_cannot_be_read_is_told(void **state)
{
    open_page(state, NULL);
    setenv("XDG_DATA_HOME", scratch_path(state, "data").text, 1);
    mkdir(scratch_path(state, "data").text, 0700);
    mkdir(scratch_path(state, "data/leeway").text, 0700);
    scratch_write(scratch_path(state, "data/leeway/line").text, "no head\n");
    rig->visit.kept.wish.looks = true;
    turn();
    assert_true(says("not all of it could be read"));
    unsetenv("XDG_DATA_HOME");
}

static void test_a_file_is_shown_as_it_is(void **state)
{
    open_page(state, HEAD "volume = 40\n\x01\n");
    act(ACTION_FRAME_NEXT);
    act(ACTION_PRESS);
    assert_int_equal(rig->visit.screen, SCREEN_SHOWN);
    assert_true(says("\"~/leeway/settings\"") && says("\"leeway settings 1\""));
    assert_true(says("\"volume = 40\"") && says("x01\""));
    wait_awake();
    act(ACTION_OUT);
    assert_int_equal(rig->visit.screen, SCREEN_KEPT);
    assert_int_equal(rig->visit.focus, CONTROL_LESS);
}

static const struct {
    const char *says;
    int32_t by_px, lines;
} turns[] = {
    { "an arrow", 20, 1 },
    { "the wheel", 60, 3 },
    { "the wheel, back", -60, -3 },
    { "back past the beginning", -60, -1 },
};

/* Ends at the last line, and no way to scroll leaves a line out. */
static void test_a_long_file_is_read_to_its_end(void **state)
{
    char text[4096] = HEAD;
    for (int i = 0; i < 200; i++)
        sprintf(text + strlen(text), "# %d\n", i);
    open_page(state, text);
    press(CONTROL_LESS);
    wait_awake();
    int32_t at = 0;
    for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
        visit_scroll(&rig->visit, turns[i].by_px, rig->now_us);
        if (rig->visit.scroll_px != at + turns[i].lines)
            fail_msg("%s: line %d", turns[i].says, (int)rig->visit.scroll_px);
        at = rig->visit.scroll_px;
    }
    visit_size(&rig->visit, 480, 360);
    rig->visit.settings.text_percent = 200;
    turn();
    for (int i = 0; i < 250; i++) {
        const int32_t seen = rig->visit.layout.item_count - 3; /* without the keys */
        const int32_t before = rig->visit.scroll_px;
        act(ACTION_PAGE_DOWN);
        assert_true(rig->visit.scroll_px < before + seen);
    }
    assert_true(says("\"# 199\""));
    act(ACTION_QUICKER);
    assert_false(says("\"# 199\""));
}

static void test_a_file_over_the_cap_says_so(void **state)
{
    open_page(state, HEAD);
    assert_int_equal(truncate(scratch_path(state, "leeway/settings").text, 300000), 0);
    press(CONTROL_LESS);
    for (int i = 0; i < 10000 && !says("goes on: it has 300 kB"); i++)
        visit_scroll(&rig->visit, 240, rig->now_us), turn();
    assert_true(says("goes on: it has 300 kB"));
}

static void test_remembering_is_one_press(void **state)
{
    open_page(state, HEAD);
    press(REMEMBER);
    assert_false(rig->visit.settings.is_remembered);
    assert_true(rig->visit.is_choice_new);
    assert_true(says("\"Remember my settings: no. Nothing but this answer is kept.\""));
    press(REMEMBER);
    assert_true(rig->visit.settings.is_remembered);
    assert_true(says("\"Remember my settings: yes\""));
}

static void test_every_word_is_a_plain_one(void **state)
{
    open_page(state, HEAD "volume = loud\n");
    press(REMEMBER);
    const Layout *layout = &rig->visit.layout;
    for (int32_t i = 0; i < layout->run_count; i++) {
        const char *words = layout->runs[i].utf8, *wrong = lint_words(words);
        if (wrong != NULL)
            fail_msg("\"%s\": %s", words, wrong);
    }
}

/* --- whatever is pressed --- */

static void **scratch; /* of the test that runs */

static void resize(Random *random)
{
    static const struct {
        int32_t width, height;
    } windows[] = { { 480, 360 }, { 360, 640 }, { 1280, 720 }, { 1920, 1080 } };
    const int64_t window = random_between(random, 0, 3);
    visit_size(&rig->visit, windows[window].width, windows[window].height);
    rig->visit.settings.text_percent = (int32_t)random_between(random, 100, 250);
}

static void press_something(Random *random)
{
    static const ActionId actions[] = { ACTION_FRAME_NEXT, ACTION_FRAME_BEFORE,
                                        ACTION_PRESS,      ACTION_PAGE_DOWN,
                                        ACTION_PAGE_UP,    ACTION_SLOWER,
                                        ACTION_QUICKER,    ACTION_KEYS };
    const Layout *layout = &rig->visit.layout;
    const int64_t item = random_between(random, 0, layout->item_count - 1);
    if (random_one_in(random, 8))
        resize(random);
    else if (random_one_in(random, 6))
        visit_act(&rig->visit, ACTION_OUT, rig->now_us);
    else if (random_one_in(random, 2))
        visit_act(&rig->visit, actions[random_between(random, 0, 7)], rig->now_us);
    else
        visit_press(&rig->visit, layout->items[item].control, rig->now_us);
}

/* It can be read at every step, and in the end nothing was lost: what is not on the disk
 * can be put back. */
static const char *anything_goes(Random *random, int32_t size)
{
    forget();
    open_page(scratch, HEAD "# mine\n");
    for (int32_t i = 0; i < size && rig->visit.screen != SCREEN_HOME; i++) {
        press_something(random);
        turn();
        const Visit *visit = &rig->visit;
        const char *wrong = layout_proof(&visit->layout, &visit->scene, rig->text);
        if (wrong != NULL)
            return random_say(random, "%dx%d, %d %%: %s", (int)visit->width_px,
                              (int)visit->height_px, (int)visit->settings.text_percent,
                              wrong);
        if (visit->screen == SCREEN_KEPT && !is_there(scratch) && !sees(PUT_BACK))
            return random_say(random, "it is lost");
        rig->now_us += AWAKE_MS * INT64_C(1000);
    }
    return NULL;
}

static void test_whatever_is_pressed_nothing_is_lost_or_cut(void **state)
{
    scratch = state;
    random_check(anything_goes, 60, 40);
}

static int open_all(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    keeper = keeper_open(NULL);
    return keeper == NULL;
}

static int close_all(void **state)
{
    (void)state;
    visit_rig_close(rig);
    keeper_close(keeper);
    return 0;
}

/* A page begins with nothing held. */
static int close_page(void **state)
{
    forget();
    return scratch_close(state);
}

#define AT_PAGE(test) cmocka_unit_test_setup_teardown(test, scratch_open, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_PAGE(test_the_first_picture_tells_what_there_is),
        AT_PAGE(test_nothing_kept_is_said_and_can_do_nothing),
        AT_PAGE(test_one_press_erases_and_one_puts_back),
        AT_PAGE(test_everything_goes_and_comes_back),
        AT_PAGE(test_marks_of_own_messages_go_and_come_back_with_them),
        AT_PAGE(test_the_keyboard_alone_is_enough),
        AT_PAGE(test_putting_back_is_offered_as_long_as_the_page_is_open),
        AT_PAGE(test_leaving_the_page_forgets),
        AT_PAGE(test_erasing_and_leaving_at_once_does_both),
        AT_PAGE(test_what_cannot_be_erased_is_told_in_place_of_the_sentence),
        AT_PAGE(test_a_folder_in_its_place_is_left_and_told),
        AT_PAGE(test_what_is_not_understood_is_told),
        AT_PAGE(test_a_kept_line_that_cannot_be_read_is_told),
        AT_PAGE(test_a_file_is_shown_as_it_is),
        AT_PAGE(test_a_long_file_is_read_to_its_end),
        AT_PAGE(test_a_file_over_the_cap_says_so),
        AT_PAGE(test_remembering_is_one_press),
        AT_PAGE(test_every_word_is_a_plain_one),
        AT_PAGE(test_whatever_is_pressed_nothing_is_lost_or_cut),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
