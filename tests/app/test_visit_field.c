/* SPDX-License-Identifier: MIT */
/* Keys, pointer and input methods in a field: on the page to write on. */
#include "app/clipboard.h"
#include "support/edit_set.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static Edit *edit_of(VisitRig *rig)
{
    return &rig->written.edit;
}

/* On the page, with this text in the field and the caret at its end. */
static VisitRig *with_text(void **state, const char *text)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_REACH);
    visit_rig_wait(rig, 1000);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    visit_rig_wait(rig, 1000);
    edit_set(edit_of(rig), text);
    visit_rig_turn(rig);
    assert_non_null(visit_field_edit(&rig->visit));
    return rig;
}

static void key(VisitRig *rig, FieldKey field_key, bool selects)
{
    visit_field_key(&rig->visit, field_key, selects, rig->now_us);
    visit_rig_turn(rig);
}

static Rect caret_at(VisitRig *rig, int32_t at)
{
    return layout_field_caret(&rig->visit.layout, rig->text, (FieldSpot){ at, false });
}

static void press(VisitRig *rig, int32_t at, int32_t times, bool selects)
{
    const Rect caret = caret_at(rig, at);
    visit_field_press(&rig->visit, caret.x, caret.y + caret.h / 2, times, selects);
    visit_rig_turn(rig);
}

static void assert_selected(VisitRig *rig, int32_t anchor, int32_t caret)
{
    if (edit_of(rig)->anchor != anchor || edit_of(rig)->caret != caret)
        fail_msg("from %d to %d, not %d to %d", (int)edit_of(rig)->anchor,
                 (int)edit_of(rig)->caret, (int)anchor, (int)caret);
}

static void goes_up_and_down_where_it_began(void **state)
{
    VisitRig *rig = with_text(state, "a long line here\nii\nanother long line");
    press(rig, 12, 1, false);
    const int32_t x = caret_at(rig, 12).x;
    key(rig, FIELD_DOWN, false);
    assert_selected(rig, 19, 19);
    key(rig, FIELD_DOWN, false);
    assert_in_range(caret_at(rig, edit_of(rig)->caret).x, x - 8, x + 8);
    key(rig, FIELD_DOWN, false);
    assert_selected(rig, edit_of(rig)->length, edit_of(rig)->length);
    key(rig, FIELD_UP, true);
    assert_true(edit_has_selection(edit_of(rig)));
}

static void goes_to_the_ends_of_a_line(void **state)
{
    VisitRig *rig = with_text(state, "first\nsecond");
    key(rig, FIELD_LINE_START, false);
    assert_selected(rig, 6, 6);
    key(rig, FIELD_LINE_END, true);
    assert_selected(rig, 6, 12);
    key(rig, FIELD_START, false);
    assert_selected(rig, 0, 0);
}

/* Where a line begins on the right, what comes next is to the left. */
static void arrows_follow_the_paragraph(void **state)
{
    VisitRig *rig = with_text(state, "ab\nאב");
    key(rig, FIELD_LINE_START, false);
    assert_selected(rig, 3, 3);
    key(rig, FIELD_LEFT, false);
    assert_selected(rig, 5, 5);
    key(rig, FIELD_RIGHT, false);
    assert_selected(rig, 3, 3);
    key(rig, FIELD_START, false);
    key(rig, FIELD_RIGHT, false);
    assert_selected(rig, 1, 1);
}

static void the_pointer_selects(void **state)
{
    VisitRig *rig = with_text(state, "one two three\nfour");
    press(rig, 2, 1, false);
    assert_selected(rig, 2, 2);
    press(rig, 9, 1, true);
    assert_selected(rig, 2, 9);
    press(rig, 5, 2, false);
    assert_selected(rig, 4, 7);
    press(rig, 5, 3, false);
    assert_selected(rig, 0, 13);
}

static void drawing_takes_letters_or_words(void **state)
{
    VisitRig *rig = with_text(state, "one two three");
    const Rect there = caret_at(rig, 9);
    press(rig, 2, 1, false);
    visit_field_draw(&rig->visit, there.x, there.y + 2);
    assert_selected(rig, 2, 9);
    visit_field_let_go(&rig->visit);
    visit_field_draw(&rig->visit, 0, 0);
    assert_selected(rig, 2, 9);
    press(rig, 5, 2, false);
    visit_field_draw(&rig->visit, there.x, there.y + 2);
    assert_selected(rig, 4, 13);
}

/* Whatever is done to the text while the button is down, the pointer does not go on. */
static void keys_end_drawing(void **state)
{
    VisitRig *rig = with_text(state, "one two three");
    press(rig, 13, 1, false);
    key(rig, FIELD_ALL, false);
    key(rig, FIELD_DELETE, false);
    visit_field_draw(&rig->visit, 0, 0);
    assert_selected(rig, 0, 0);
    visit_field_type(&rig->visit, "one two", rig->now_us);
    visit_rig_turn(rig);
    press(rig, 7, 1, false);
    visit_field_paste(&rig->visit, " three", rig->now_us);
    visit_field_draw(&rig->visit, 0, 0);
    assert_selected(rig, 13, 13);
}

/* Above and below the field lines come by themselves, as far as there are any; nothing
 * wakes up for it otherwise. */
static void lines_come_while_the_pointer_is_held_outside(void **state)
{
    VisitRig *rig = with_text(state, "");
    for (int i = 0; i < 40; i++)
        key(rig, FIELD_NEWLINE, false);
    const LayoutField *field = &rig->visit.layout.field;
    const Rect rect = layout_field_rect(&rig->visit.layout);
    const int32_t most = field->lines - field->rooms;
    press(rig, edit_of(rig)->length, 1, false);
    for (int i = 0; i < 20; i++) /* it trembles */
        visit_field_draw(&rig->visit, rect.x + i, rect.y - 50);
    visit_rig_turn(rig);
    assert_int_equal(field->first, most);
    assert_int_equal(rig->visit.wake_us, rig->now_us + 80000);
    visit_rig_wait(rig, 80);
    assert_int_equal(field->first, most - 1);
    visit_rig_wait(rig, 5000);
    assert_selected(rig, edit_of(rig)->length, 0);
    assert_int_equal(field->first, 0);
    assert_int_equal(rig->visit.field.drawn_us, 0);
    visit_field_draw(&rig->visit, rect.x, rect.y + rect.h);
    visit_rig_wait(rig, 200);
    assert_in_range(field->first, 1, 3);
    visit_field_let_go(&rig->visit);
    const int32_t first = field->first;
    visit_rig_wait(rig, 1000);
    assert_int_equal(field->first, first);
}

static void hiding_ends_drawing(void **state)
{
    VisitRig *rig = with_text(state, "one two");
    press(rig, 4, 1, false);
    visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
    visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
    visit_rig_wait(rig, 1000);
    assert_non_null(visit_field_edit(&rig->visit));
    visit_field_draw(&rig->visit, 0, 0);
    assert_selected(rig, 4, 4);
}

/* As by another hand than a key's: where drawing began may be there no more. */
static void a_text_that_became_shorter_is_not_drawn_over(void **state)
{
    VisitRig *rig = with_text(state, "one two");
    press(rig, 7, 1, false);
    edit_wipe(edit_of(rig));
    visit_field_draw(&rig->visit, 0, 0);
    assert_selected(rig, 0, 0);
}

/* While something is composed the input method has the keys; the pointer settles it. */
static void input_methods_compose(void **state)
{
    VisitRig *rig = with_text(state, "ab");
    visit_field_compose(&rig->visit, "にほ", 2);
    visit_rig_turn(rig);
    assert_string_equal(rig->visit.scene.field.text, "abにほ");
    assert_int_equal(rig->visit.scene.field.composed, 2);
    const Rect caret = visit_field_caret(&rig->visit);
    assert_true(caret.x > caret_at(rig, 2).x && caret.h > 0);
    key(rig, FIELD_RUB_OUT, false);
    assert_string_equal(edit_of(rig)->text, "ab");
    visit_type(&rig->visit, "日本", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "ab日本");
    visit_field_compose(&rig->visit, "x", 1);
    visit_rig_turn(rig);
    press(rig, 0, 1, false);
    assert_true(rig->visit.field.has_dropped);
    assert_int_equal(edit_of(rig)->composing_length, 0);
    assert_string_equal(edit_of(rig)->text, "ab日本x");
}

/* What stands on the page counts, whatever leads away from the field. */
static void what_is_composed_is_not_lost(void **state)
{
    static const char *const ways[] = { "frame-next", "hide", "keys", "people", "out" };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        VisitRig *rig = with_text(state, "");
        visit_field_compose(&rig->visit, "việ", 3);
        visit_rig_play(rig, ways[i]);
        if (strcmp(edit_of(rig)->text, "việ") != 0)
            fail_msg("%s: \"%s\"", ways[i], edit_of(rig)->text);
        assert_int_equal(edit_of(rig)->composing_length, 0);
    }
}

/* An input method that is told to let go may hand over what it had, once. */
static void what_comes_late_is_there_already(void **state)
{
    VisitRig *rig = with_text(state, "a");
    visit_field_compose(&rig->visit, "한", 1);
    assert_true(visit_field_settle(&rig->visit));
    visit_field_compose(&rig->visit, "", 0);
    visit_type(&rig->visit, "한", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "a한");
    visit_type(&rig->visit, "한", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "a한한");
    visit_field_compose(&rig->visit, "한", 1);
    assert_true(visit_field_settle(&rig->visit));
    visit_field_compose(&rig->visit, "ㅎ", 1); /* the next one is written */
    visit_type(&rig->visit, "한", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "a한한한한");
}

/* SDL hands over at most 31 bytes at a time. */
static void what_comes_late_may_come_in_pieces(void **state)
{
    VisitRig *rig = with_text(state, "");
    visit_field_compose(&rig->visit, "わたしはきのうえきへいきました", 15);
    assert_true(visit_field_settle(&rig->visit));
    visit_type(&rig->visit, "わたしはきのうえきへ", rig->now_us);
    visit_field_compose(&rig->visit, "", 0);
    visit_type(&rig->visit, "いきました", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "わたしはきのうえきへいきました");
    visit_type(&rig->visit, "わ", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "わたしはきのうえきへいきましたわ");
}

/* Once something else came, nothing comes late any more. */
static void what_comes_late_ends_with_what_is_another(void **state)
{
    VisitRig *rig = with_text(state, "");
    visit_field_compose(&rig->visit, "abab", 4);
    assert_true(visit_field_settle(&rig->visit));
    visit_type(&rig->visit, "ab", rig->now_us);
    visit_type(&rig->visit, "x", rig->now_us);
    visit_type(&rig->visit, "ab", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "ababxab");
}

static void what_a_key_writes_does_not_come_late(void **state)
{
    VisitRig *rig = with_text(state, "");
    visit_field_compose(&rig->visit, "a", 1);
    assert_true(visit_field_settle(&rig->visit));
    visit_field_keyed(&rig->visit);
    visit_type(&rig->visit, "a", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "aa");
}

static void pasting_nothing_changes_nothing_and_says_so(void **state)
{
    VisitRig *rig = with_text(state, "one two");
    key(rig, FIELD_ALL, false);
    visit_field_paste(&rig->visit, "", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "one two");
    assert_string_equal(rig->visit.answer, "There is nothing to paste.");
    visit_field_paste(&rig->visit, "three", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "three");
}

/* "It is still here" is true of what was cut as well. */
static void what_was_cut_and_not_copied_comes_back(void **state)
{
    const char *told = clipboard_says(CLIPBOARD_NOT_COPIED);
    VisitRig *rig = with_text(state, "one two");
    key(rig, FIELD_ALL, false);
    key(rig, FIELD_CUT, false);
    visit_copied(&rig->visit, told, rig->now_us);
    assert_string_equal(edit_of(rig)->text, "one two");
    assert_ptr_equal(rig->visit.write.answer, told);
    key(rig, FIELD_CUT, false);
    visit_type(&rig->visit, "x", rig->now_us);
    visit_copied(&rig->visit, told, rig->now_us);
    assert_string_equal(edit_of(rig)->text, "x");
    assert_non_null(strstr(rig->visit.write.answer, "Ctrl+Z brings it back"));
    key(rig, FIELD_ALL, false);
    key(rig, FIELD_CUT, false);
    visit_copied(&rig->visit, clipboard_says(CLIPBOARD_OUTLIVES), rig->now_us);
    assert_string_equal(edit_of(rig)->text, "");
    rig->visit.wants_copied = NULL;
}

static void copies_and_pastes(void **state)
{
    VisitRig *rig = with_text(state, "one two");
    visit_field_key(&rig->visit, FIELD_COPY, false, rig->now_us);
    assert_null(rig->visit.wants_copied);
    visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
    visit_field_key(&rig->visit, FIELD_CUT, false, rig->now_us);
    assert_string_equal(rig->visit.wants_copied, "one two");
    assert_string_equal(edit_of(rig)->text, "");
    visit_field_paste(&rig->visit, "a\r\nb", rig->now_us);
    assert_string_equal(edit_of(rig)->text, "a\nb");
    rig->visit.wants_copied = NULL;
}

static void says_when_it_is_full(void **state)
{
    static char much[EDIT_BYTES_MAX + 2];
    VisitRig *rig = with_text(state, "");
    memset(much, 'a', EDIT_BYTES_MAX + 1);
    visit_field_paste(&rig->visit, much, rig->now_us);
    assert_string_equal(edit_of(rig)->text, "");
    assert_non_null(strstr(rig->visit.answer, "no room"));
}

/* The caret stays among the lines that are seen; the wheel goes where it wants. */
static void scrolls(void **state)
{
    VisitRig *rig = with_text(state, "");
    for (int i = 0; i < 40; i++)
        key(rig, FIELD_NEWLINE, false);
    const LayoutField *field = &rig->visit.layout.field;
    assert_int_equal(field->first, field->lines - field->rooms);
    rig->visit.hover = CONTROL_FIELD;
    visit_scroll(&rig->visit, -60, rig->now_us);
    visit_rig_turn(rig);
    assert_int_equal(field->first, field->lines - field->rooms - 3);
    visit_scroll(&rig->visit, 0, rig->now_us);
    visit_rig_turn(rig);
    assert_int_equal(field->first, field->lines - field->rooms - 3);
    key(rig, FIELD_START, false);
    assert_int_equal(field->first, 0);
}

static void tab_leaves_it_and_hiding_answers(void **state)
{
    VisitRig *rig = with_text(state, "ab");
    visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
    assert_int_equal(rig->visit.screen, SCREEN_HIDDEN);
    assert_null(visit_field_edit(&rig->visit));
    visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
    visit_rig_wait(rig, 1000);
    assert_string_equal(edit_of(rig)->text, "ab");
    rig->visit.focus = CONTROL_FIELD;
    visit_act(&rig->visit, ACTION_FRAME_NEXT, rig->now_us);
    assert_null(visit_field_edit(&rig->visit));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_up_and_down_where_it_began),
        cmocka_unit_test(goes_to_the_ends_of_a_line),
        cmocka_unit_test(arrows_follow_the_paragraph),
        cmocka_unit_test(the_pointer_selects),
        cmocka_unit_test(drawing_takes_letters_or_words),
        cmocka_unit_test(keys_end_drawing),
        cmocka_unit_test(lines_come_while_the_pointer_is_held_outside),
        cmocka_unit_test(hiding_ends_drawing),
        cmocka_unit_test(a_text_that_became_shorter_is_not_drawn_over),
        cmocka_unit_test(input_methods_compose),
        cmocka_unit_test(what_is_composed_is_not_lost),
        cmocka_unit_test(what_comes_late_is_there_already),
        cmocka_unit_test(what_comes_late_may_come_in_pieces),
        cmocka_unit_test(what_comes_late_ends_with_what_is_another),
        cmocka_unit_test(what_a_key_writes_does_not_come_late),
        cmocka_unit_test(pasting_nothing_changes_nothing_and_says_so),
        cmocka_unit_test(what_was_cut_and_not_copied_comes_back),
        cmocka_unit_test(copies_and_pastes),
        cmocka_unit_test(says_when_it_is_full),
        cmocka_unit_test(scrolls),
        cmocka_unit_test(tab_leaves_it_and_hiding_answers),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
