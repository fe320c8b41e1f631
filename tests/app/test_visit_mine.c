/* SPDX-License-Identifier: MIT */
/* The page of one's own messages: what is written, kept, erased and put back, and what
 * stands in the file then. */
#include "app/message_shelf.h"
#include "store/own_messages.h"
#include "store/scratch.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway messages 1\n"

enum { KEEP = CONTROL_TOOL, MORE };

static VisitRig *rig;

static void mind(VisitRig *with)
{
    message_shelf_mind(&with->visit, &with->messages);
}

/* The page, with `count` own messages of a file that holds them. */
static void open_page(void **state, int count)
{
    char text[4096] = HEAD;
    setenv("XDG_DATA_HOME", *state, 1);
    setenv("XDG_CONFIG_HOME", *state, 1);
    setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 1);
    for (int i = 0; i < count; i++)
        sprintf(text + strlen(text), "[m%d]\ntext = Own %d.\n", i, i);
    mkdir(scratch_path(state, "leeway").text, 0700);
    if (count > 0)
        scratch_write(scratch_path(state, "leeway/messages").text, text);
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    assert_true(message_shelf_load(&rig->messages, NULL));
    visit_rig_home(rig, "easing-in", 3);
    visit_mine_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
    assert_int_equal(rig->visit.screen, SCREEN_MINE);
}

static int close_page(void **state)
{
    visit_rig_close(rig);
    return scratch_close(state);
}

static void press(int32_t control)
{
    visit_press(&rig->visit, control, rig->now_us);
    mind(rig);
    visit_rig_turn(rig);
}

static void type(const char *words)
{
    rig->visit.focus = CONTROL_FIELD;
    visit_type(&rig->visit, words, rig->now_us);
    visit_rig_turn(rig);
}

static const char *line(void)
{
    return rig->visit.scene.detail;
}

static const SceneRow *row(int at)
{
    assert_true(at < rig->visit.scene.row_count);
    return &rig->visit.scene.rows[at];
}

static bool has(const char *path, const char *words)
{
    FileText text;
    assert_true(files_open(path, 4096, &text, NULL));
    const bool is_there = text.bytes != NULL && strstr(text.bytes, words) != NULL;
    files_close(&text);
    return is_there;
}

static void test_what_is_written_is_kept(void **state)
{
    open_page(state, 0);
    assert_int_equal(rig->visit.scene.row_count, 0);
    visit_rig_play(rig, "frame-next");
    assert_int_equal(rig->visit.focus, CONTROL_FIELD);
    assert_true(visit_is_typing(&rig->visit));
    type("  The blue\n cup ");
    press(KEEP);
    assert_string_equal(line(), "Kept. It takes turns with the others.");
    assert_string_equal(row(0)->label, "The blue cup");
    assert_string_equal(rig->visit.scene.field.text, "");
    scratch_expect(scratch_path(state, "leeway/messages").text,
                   HEAD "\n[the-blue-cup]\ntext = The blue cup\n");
    assert_true(own_messages_find(&rig->messages, "the-blue-cup") >= 0);
    type("A lamp");
    assert_string_not_equal(line(), "Kept. It takes turns with the others.");
    press(KEEP);
    assert_string_equal(row(0)->label, "A lamp");
    assert_string_equal(row(1)->label, "The blue cup");
}

static void test_what_cannot_be_kept_is_told_and_stays(void **state)
{
    char longer[200] = "";
    open_page(state, 0);
    press(KEEP);
    assert_string_equal(line(), "Nothing is written yet.");
    memset(longer, 'a', 152);
    type(longer);
    press(KEEP);
    assert_string_equal(line(), "152 letters; 140 are what a glance takes in.");
    assert_string_equal(rig->visit.scene.field.text, longer);
    assert_int_equal(own_messages_count(&rig->messages), 0);
    rig->visit.focus = CONTROL_FIELD;
    for (int i = 0; i < 12; i++)
        visit_rub_out(&rig->visit, rig->now_us);
    press(KEEP);
    assert_int_equal(own_messages_count(&rig->messages), 1);
}

static void test_there_is_room_for_64(void **state)
{
    open_page(state, MESSAGES_OWN_MAX);
    type("One more");
    press(KEEP);
    assert_string_equal(line(), "There is room for 64, and all of it is taken.");
    assert_int_equal(own_messages_count(&rig->messages), MESSAGES_OWN_MAX);
    press(CONTROL_LESS);
    type(" than that");
    press(KEEP);
    assert_string_equal(row(0)->label, "One more than that");
    press(CONTROL_LESS + 1); /* there is none for what was erased now */
    assert_string_equal(line(), "There is room for 64, and all of it is taken.");
    assert_string_equal(row(1)->says, "Erased.");
}

static void test_erased_and_put_back(void **state)
{
    static const char *const ways[] = { "leave-out", "press", "enter" };
    for (int way = 0; way < 3; way++) {
        open_page(state, 2);
        visit_rig_play(rig, "frame-next frame-next frame-next");
        assert_int_equal(rig->visit.focus, CONTROL_LESS);
        assert_string_equal(row(0)->label, "Own 1.");
        visit_rig_play(rig, ways[way]);
        mind(rig);
        visit_rig_turn(rig);
        assert_string_equal(row(0)->says, "Erased.");
        assert_string_equal(row(0)->less, "Put back");
        assert_string_equal(line(),
                            "Erased. It can be put back while this page is open.");
        scratch_expect(scratch_path(state, "leeway/messages").text,
                       HEAD "[m0]\ntext = Own 0.\n");
        visit_rig_play(rig, "leave-out");
        mind(rig);
        assert_int_equal(own_messages_count(&rig->messages), 1);
        press(CONTROL_LESS);
        assert_string_equal(row(0)->less, "Erase");
        assert_int_equal(own_messages_count(&rig->messages), 2);
        scratch_expect(scratch_path(state, "leeway/messages").text,
                       HEAD "[m0]\ntext = Own 0.\n\n[m1]\ntext = Own 1.\n");
        visit_rig_close(rig);
    }
    rig = NULL;
}

/* Its id is its first words, and stands among the marks. */
static void test_no_words_of_what_was_erased_stay_among_the_marks(void **state)
{
    const FilePath marks = scratch_path(state, "leeway/marks");
    open_page(state, 0);
    type("The blue cup");
    press(KEEP);
    const int32_t cup = own_messages_find(&rig->messages, "the-blue-cup");
    visit_message_mark(&rig->visit, 0, MESSAGE_KEPT);
    visit_message_mark(&rig->visit, cup, MESSAGE_MUTED);
    mind(rig);
    assert_true(has(marks.text, "own.the-blue-cup = muted"));
    press(CONTROL_LESS);
    assert_string_equal(row(0)->says, "Erased.");
    assert_false(has(marks.text, "cup"));
    assert_true(has(marks.text, " = kept"));
    press(CONTROL_LESS);
    assert_string_equal(row(0)->says, "Not for me: it never comes.");
    assert_true(has(marks.text, "own.the-blue-cup = muted"));
    press(CONTROL_LESS);
    type("The blue cup");
    press(KEEP); /* written again, it is a new one */
    message_shelf_follow(&rig->visit, &rig->messages);
    visit_rig_turn(rig);
    assert_string_equal(row(0)->label, "The blue cup");
    assert_string_equal(row(0)->says, "");
}

/* A message that the marks could not be rid of is not told to be erased, and is not. */
static void test_a_mark_that_the_disk_keeps_is_told(void **state)
{
    open_page(state, 1);
    mkdir(scratch_path(state, "leeway/marks").text, 0700);
    press(CONTROL_LESS);
    assert_string_equal(line(), "It could not be erased from the disk. It is gone until "
                                "Leeway closes.");
    assert_true(has(scratch_path(state, "leeway/messages").text, "Own 0."));
}

static void test_a_message_that_the_disk_keeps_has_its_mark(void **state)
{
    open_page(state, 1);
    const FilePath file = scratch_path(state, "leeway/messages");
    const FilePath marks = scratch_path(state, "leeway/marks");
    visit_message_mark(&rig->visit, own_messages_find(&rig->messages, "m0"),
                       MESSAGE_MUTED);
    mind(rig);
    assert_true(has(marks.text, "own.m0 = muted"));
    remove(file.text);
    mkdir(file.text, 0700);
    press(CONTROL_LESS);
    assert_string_equal(line(), "It could not be erased from the disk. It is gone until "
                                "Leeway closes.");
    assert_true(has(marks.text, "own.m0 = muted"));
}

static void test_many_have_pages(void **state)
{
    open_page(state, 7);
    assert_int_equal(rig->visit.scene.row_count, 3);
    assert_string_equal(row(0)->label, "Own 6.");
    press(MORE);
    assert_string_equal(row(0)->label, "Own 3.");
    visit_rig_play(rig, "on");
    assert_string_equal(row(0)->label, "Own 0.");
    assert_string_equal(rig->visit.scene.tools[1], "The first ones");
    press(MORE);
    assert_string_equal(row(0)->label, "Own 6.");
    visit_rig_play(rig, "back");
    assert_string_equal(row(0)->label, "Own 0.");
}

static void test_what_is_half_written_stays_and_esc_leads_back(void **state)
{
    open_page(state, 1);
    type("Half");
    visit_rig_play(rig, "out");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    visit_mine_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
    assert_string_equal(rig->visit.scene.field.text, "Half");
}

static void test_what_the_disk_refuses_holds_until_the_end(void **state)
{
    open_page(state, 0);
    setenv("XDG_DATA_HOME", "/dev/null/nowhere", 1);
    type("A lamp");
    press(KEEP);
    assert_string_equal(line(),
                        "It could not be written. It is here until Leeway closes.");
    message_shelf_follow(&rig->visit, &rig->messages);
    assert_int_equal(own_messages_count(&rig->messages), 1);
    press(CONTROL_LESS);
    assert_int_equal(own_messages_count(&rig->messages), 0);
}

/* The disk refuses once, and is well again: what was told to last until the end does. */
static void test_what_the_disk_refused_is_not_brought_back_by_it(void **state)
{
    open_page(state, 3);
    const int32_t m0 = own_messages_find(&rig->messages, "m0");
    const FilePath file = scratch_path(state, "leeway/messages");
    const FilePath aside = scratch_path(state, "leeway/aside");
    rename(file.text, aside.text);
    mkdir(file.text, 0700);
    mkdir(scratch_path(state, "leeway/marks").text, 0700);
    visit_message_mark(&rig->visit, 0, MESSAGE_MUTED);
    visit_message_mark(&rig->visit, m0, MESSAGE_MUTED);
    mind(rig);
    visit_rig_wait(rig, 5000);
    press(CONTROL_LESS);
    assert_string_equal(line(), "It could not be erased from the disk. It is gone until "
                                "Leeway closes.");
    rmdir(scratch_path(state, "leeway/marks").text);
    rmdir(file.text);
    rename(aside.text, file.text);
    for (int times = 0; times < 2; times++) {
        message_shelf_follow(&rig->visit, &rig->messages);
        assert_int_equal(own_messages_find(&rig->messages, "m2"), -1);
        assert_int_equal(own_messages_count(&rig->messages), 2);
        assert_int_equal(rig->messages.items[0].mark, MESSAGE_MUTED);
        assert_int_equal(rig->messages.items[m0].mark, MESSAGE_MUTED);
    }
    press(CONTROL_LESS);
    assert_string_equal(line(), "It is back.");
    message_shelf_follow(&rig->visit, &rig->messages);
    assert_int_equal(own_messages_count(&rig->messages), 3);
}

/* A mark that is not on the disk yet is not lost to a file of messages that changed. */
static void test_a_mark_stays_with_its_own_message(void **state)
{
    open_page(state, 2);
    visit_message_mark(&rig->visit, own_messages_find(&rig->messages, "m1"),
                       MESSAGE_MUTED);
    rig->messages.items[own_messages_find(&rig->messages, "m1")].was_muted = true;
    scratch_write(scratch_path(state, "leeway/messages").text,
                  HEAD "[m1]\ntext = Own 1.\n[m2]\ntext = Own 2.\n");
    message_shelf_follow(&rig->visit, &rig->messages);
    const int32_t m1 = own_messages_find(&rig->messages, "m1");
    assert_int_equal(rig->messages.items[m1].mark, MESSAGE_MUTED);
    assert_true(rig->messages.items[m1].was_muted);
    assert_int_equal(rig->messages.items[m1 + 1].mark, MESSAGE_PLAIN);
    mind(rig);
    scratch_expect(scratch_path(state, "leeway/marks").text,
                   "leeway marks 1\n\n[messages]\nown.m1 = muted\n");
}

/* A file that was changed by hand counts; what is not understood changes nothing. */
static void test_the_list_follows_the_file(void **state)
{
    static const struct {
        const char *says, *text;
        int32_t count;
    } files[] = {
        { "another", HEAD "[a]\ntext = A.\n[b]\ntext = B.\n", 2 },
        { "one that is not understood", HEAD "[a]\ntext = A.\n[b]\ntheme = 2\n", 2 },
        { "a damaged one", "x\n", 2 },
        { "none in it", HEAD, 0 },
    };
    open_page(state, 1);
    const int32_t shipped = rig->messages.count - 1;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        scratch_write(scratch_path(state, "leeway/messages").text, files[i].text);
        message_shelf_follow(&rig->visit, &rig->messages);
        visit_rig_turn(rig);
        if (own_messages_count(&rig->messages) != files[i].count)
            fail_msg("%s: %d", files[i].says, own_messages_count(&rig->messages));
        assert_int_equal(rig->messages.count, shipped + files[i].count);
        assert_string_equal(row(0)->says, "Erased.");
    }
}

static void test_marks_follow_their_file(void **state)
{
    const FilePath marks = scratch_path(state, "leeway/marks");
    open_page(state, 1);
    Message *first = &rig->messages.items[0];
    char text[256];
    visit_message_mark(&rig->visit, 0, MESSAGE_MUTED);
    mind(rig);
    snprintf(text, sizeof text, "leeway marks 1\n\n[messages]\n%s = muted\n", first->id);
    scratch_expect(marks.text, text);
    scratch_write(marks.text, "leeway marks 1\n[messages]\nx = y\n");
    message_shelf_follow(&rig->visit, &rig->messages);
    assert_int_equal(first->mark, MESSAGE_MUTED); /* it is not understood */
    scratch_write(marks.text, "leeway marks 1\n[messages]\nown.m0 = kept\n");
    message_shelf_follow(&rig->visit, &rig->messages);
    assert_int_equal(first->mark, MESSAGE_PLAIN);
    assert_int_equal(rig->messages.items[rig->messages.count - 1].mark, MESSAGE_KEPT);
    unlink(marks.text);
    message_shelf_follow(&rig->visit, &rig->messages);
    assert_int_equal(rig->messages.items[rig->messages.count - 1].mark, MESSAGE_PLAIN);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scratch_open, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_what_is_written_is_kept),
        TEST(test_what_cannot_be_kept_is_told_and_stays),
        TEST(test_there_is_room_for_64),
        TEST(test_erased_and_put_back),
        TEST(test_no_words_of_what_was_erased_stay_among_the_marks),
        TEST(test_a_mark_that_the_disk_keeps_is_told),
        TEST(test_a_message_that_the_disk_keeps_has_its_mark),
        TEST(test_many_have_pages),
        TEST(test_what_is_half_written_stays_and_esc_leads_back),
        TEST(test_what_the_disk_refuses_holds_until_the_end),
        TEST(test_what_the_disk_refused_is_not_brought_back_by_it),
        TEST(test_a_mark_stays_with_its_own_message),
        TEST(test_the_list_follows_the_file),
        TEST(test_marks_follow_their_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
