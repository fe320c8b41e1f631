/* SPDX-License-Identifier: MIT */
/* The page of messages that were kept, and of those that never come. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static VisitRig *rig;

/* The page; a letter for each message of the list, from the first one on. */
static void open_page(void **state, const char *marks)
{
    rig = *state;
    for (int32_t i = 0; i < rig->messages.count; i++)
        rig->messages.items[i].mark = MESSAGE_PLAIN;
    for (int32_t i = 0; marks[i] != '\0'; i++)
        rig->messages.items[i].mark = marks[i] == 'k'   ? MESSAGE_KEPT
                                      : marks[i] == 'm' ? MESSAGE_MUTED
                                                        : MESSAGE_PLAIN;
    visit_rig_home(rig, "easing-in", 3);
    visit_marked_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
}

static const SceneRow *row(int at)
{
    assert_true(at < rig->visit.scene.row_count);
    return &rig->visit.scene.rows[at];
}

static void test_kept_ones_stand_before_muted_ones(void **state)
{
    open_page(state, "m.k");
    assert_int_equal(rig->visit.scene.row_count, 2);
    assert_string_equal(row(0)->label, rig->messages.items[2].text);
    assert_string_equal(row(0)->says, "Kept.");
    assert_string_equal(row(1)->label, rig->messages.items[0].text);
    assert_string_equal(row(1)->says, "Not for me: it never comes.");
    assert_int_equal(rig->visit.scene.tool_count, 0);
}

static void test_where_none_is_marked_a_line_says_so(void **state)
{
    open_page(state, "");
    assert_int_equal(rig->visit.scene.row_count, 0);
    assert_string_equal(rig->visit.scene.detail, "None was kept, and each may come.");
    visit_rig_play(rig, "slower quicker on back leave-out");
    assert_int_equal(rig->visit.screen, SCREEN_MARKED);
}

/* A press takes it back, the next one puts it there again, and no row goes. */
static void test_a_press_takes_it_back(void **state)
{
    static const struct {
        const char *says, *marks, *again;
        MessageMark mark;
    } rows[] = {
        { "a kept one", "k", "Keep", MESSAGE_KEPT },
        { "a muted one", "m", "Not for me", MESSAGE_MUTED },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        open_page(state, rows[i].marks);
        const Message *message = &rig->messages.items[0];
        visit_rig_play(rig, "frame-next press");
        assert_int_equal(message->mark, MESSAGE_PLAIN);
        assert_true(message->is_mark_new);
        assert_string_equal(row(0)->says, "As any other.");
        assert_string_equal(row(0)->less, rows[i].again);
        assert_int_equal(rig->visit.focus, CONTROL_LESS);
        visit_rig_play(rig, "press");
        assert_int_equal(message->mark, rows[i].mark);
        visit_rig_press(rig, CONTROL_LESS);
        assert_int_equal(message->mark, MESSAGE_PLAIN);
        visit_rig_play(rig, "out");
        assert_int_equal(rig->visit.screen, SCREEN_HOME);
    }
}

static bool says(const char *words)
{
    return strstr(visit_rig_picture(rig), words) != NULL;
}

/* What a key or the disk answers stands above the rows, in a place kept for it. */
static void test_answers_are_told_and_move_nothing(void **state)
{
    static const char refused[] =
        "It could not be written; it counts until Leeway closes.";
    for (int rows = 0; rows <= MARKED_ROWS; rows++) {
        open_page(state, &"mkmk"[MARKED_ROWS - rows]);
        const Layout before = rig->visit.layout;
        visit_rig_play(rig, "sound");
        assert_true(says("\"Sound on, softly.\""));
        visit_message_failed(&rig->visit);
        visit_rig_turn(rig);
        assert_true(says(refused));
        for (int i = 0; i < rows; i++) {
            const Item *now = layout_item_of(&rig->visit.layout, CONTROL_LESS + i);
            const Item *then = layout_item_of(&before, CONTROL_LESS + i);
            assert_memory_equal(&now->rect, &then->rect, sizeof now->rect);
        }
        visit_rig_wait(rig, 5000);
        assert_false(says(refused));
    }
}
_Static_assert(MARKED_ROWS == 4, "as many marks as rows");

static void test_delete_is_never_again(void **state)
{
    open_page(state, "kk");
    visit_rig_play(rig, "leave-out");
    assert_int_equal(rig->messages.items[0].mark, MESSAGE_KEPT);
    visit_rig_play(rig, "frame-next leave-out leave-out");
    assert_int_equal(rig->messages.items[0].mark, MESSAGE_MUTED);
    assert_int_equal(rig->messages.items[1].mark, MESSAGE_KEPT);
    assert_string_equal(row(0)->says, "Not for me: it never comes.");
}

static void test_many_have_pages(void **state)
{
    open_page(state, "kmkmkmkmk");
    assert_int_equal(rig->visit.scene.row_count, MARKED_ROWS);
    assert_string_equal(rig->visit.scene.tools[0], "More");
    visit_rig_press(rig, CONTROL_TOOL);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.scene.row_count, 1);
    assert_string_equal(rig->visit.scene.tools[0], "The first ones");
    visit_rig_press(rig, CONTROL_LESS);
    assert_int_equal(rig->messages.items[7].mark, MESSAGE_PLAIN);
    visit_rig_play(rig, "on");
    assert_string_equal(row(0)->label, rig->messages.items[0].text);
}

static void test_one_that_went_is_told(void **state)
{
    open_page(state, "km");
    rig->messages.items[0].id[0] = '?';
    visit_rig_turn(rig);
    assert_string_equal(row(0)->says, "It is not there any more.");
    assert_false(row(0)->has_steps);
    visit_rig_press(rig, CONTROL_LESS);
    assert_int_equal(rig->messages.items[0].mark, MESSAGE_KEPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kept_ones_stand_before_muted_ones),
        cmocka_unit_test(test_where_none_is_marked_a_line_says_so),
        cmocka_unit_test(test_a_press_takes_it_back),
        cmocka_unit_test(test_answers_are_told_and_move_nothing),
        cmocka_unit_test(test_delete_is_never_again),
        cmocka_unit_test(test_many_have_pages),
        cmocka_unit_test(test_one_that_went_is_told),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
