/* SPDX-License-Identifier: MIT */
/* The page to write on: what is written stays in one place, and goes where it is told. */
#define _GNU_SOURCE /* memmem */
#include "app/clipboard.h"
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { COPY = CONTROL_TOOL, MAIL, KEEP, NOT_NOW, CHIP = CONTROL_CHOICE };

#define MARKER "Anemone 7341 by the door"

static Edit *edit_of(VisitRig *rig)
{
    return &rig->written.edit;
}

static VisitRig *at_page(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_REACH);
    visit_rig_wait(rig, 1000);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    visit_rig_wait(rig, 1000);
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    return rig;
}

static VisitRig *with_line(void **state)
{
    VisitRig *rig = at_page(state);
    visit_type(&rig->visit, MARKER, rig->now_us);
    visit_rig_turn(rig);
    return rig;
}

static const char *line_of(VisitRig *rig)
{
    visit_rig_turn(rig);
    return rig->visit.scene.line;
}

/* --- writing --- */

static void letters_are_letters_at_once(void **state)
{
    VisitRig *rig = with_line(state);
    assert_int_equal(rig->visit.focus, CONTROL_FIELD);
    assert_true(visit_is_typing(&rig->visit));
    assert_string_equal(edit_of(rig)->text, MARKER);
    assert_string_equal(line_of(rig),
                        "Held in memory. Gone when Leeway closes, unless kept.");
}

/* A key that was meant for the pause is no letter. */
static void letters_sleep_at_first(void **state)
{
    VisitRig *rig = at_page(state);
    visit_rig_play(rig, "out 700");
    visit_rig_play(rig, "press 100");
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    visit_type(&rig->visit, " ", rig->now_us);
    visit_field_key(&rig->visit, FIELD_NEWLINE, false, rig->now_us);
    assert_int_equal(edit_of(rig)->length, 0);
    visit_rig_wait(rig, 600);
    visit_type(&rig->visit, " ", rig->now_us);
    assert_int_equal(edit_of(rig)->length, 1);
}

static void a_chip_fills_and_then_adds(void **state)
{
    VisitRig *rig = at_page(state);
    const char *first = rig->starts.items[0].text, *second = rig->starts.items[1].text;
    char both[2 * STARTS_TEXT_MAX];
    visit_rig_press(rig, CHIP);
    assert_string_equal(edit_of(rig)->text, first);
    assert_int_equal(rig->visit.focus, CONTROL_FIELD);
    visit_rig_press(rig, CHIP + 1);
    snprintf(both, sizeof both, "%s\n%s", first, second);
    assert_string_equal(edit_of(rig)->text, both);
    visit_field_key(&rig->visit, FIELD_UNDO, false, rig->now_us);
    assert_string_equal(edit_of(rig)->text, first);
    visit_field_key(&rig->visit, FIELD_UNDO, false, rig->now_us);
    assert_string_equal(edit_of(rig)->text, "");
}

static void no_line_weighs_the_same_and_changes_nothing(void **state)
{
    VisitRig *rig = with_line(state);
    const int32_t last = rig->starts.count - 1;
    const Item *item = layout_item_of(&rig->visit.layout, CHIP + last);
    const Item *first = layout_item_of(&rig->visit.layout, CHIP);
    assert_string_equal(rig->starts.items[last].name, "no line");
    assert_int_equal(item->rect.h, first->rect.h);
    assert_int_equal(item->look, first->look);
    visit_rig_press(rig, CHIP + last);
    assert_string_equal(edit_of(rig)->text, MARKER);
}

static void the_kept_line_comes_first_where_there_is_one(void **state)
{
    VisitRig *rig = at_page(state);
    const int32_t count = rig->visit.scene.choice_count;
    strcpy(rig->written.kept, "Kept,\nin two lines.");
    visit_rig_turn(rig);
    assert_int_equal(rig->visit.scene.choice_count, count + 1);
    assert_string_equal(rig->visit.scene.choices[0], "the kept line");
    visit_rig_press(rig, CHIP);
    assert_string_equal(edit_of(rig)->text, "Kept,\nin two lines.");
}

static void it_works_without_lines_to_start_from(void **state)
{
    VisitRig *rig = at_page(state);
    const Starts starts = rig->starts;
    rig->starts.count = 0;
    visit_rig_turn(rig);
    assert_int_equal(rig->visit.scene.choice_count, 0);
    assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_FIELD));
    rig->starts = starts;
}

/* However small the window: what is written is seen, and who scrolls away is left. */
static void the_field_is_in_view_while_it_is_written_in(void **state)
{
    VisitRig *rig = at_page(state);
    visit_size(&rig->visit, 480, 360);
    for (int32_t percent = 100; percent <= 250; percent += 50) {
        rig->visit.settings.text_percent = percent;
        visit_rig_turn(rig);
        visit_scroll(&rig->visit, 5000, rig->now_us);
        visit_rig_turn(rig);
        const int32_t away_px = rig->visit.scroll_px;
        visit_rig_turn(rig);
        assert_int_equal(rig->visit.scroll_px, away_px);
        visit_type(&rig->visit, "a ", rig->now_us);
        visit_rig_turn(rig);
        const Layout *layout = &rig->visit.layout;
        const Item *item = layout_item_of(layout, CONTROL_FIELD);
        const Rect view = layout->scroll_view;
        assert_int_equal(layout->fit, FIT_SCROLL);
        assert_true(item->rect.y >= view.y);
        assert_true(item->rect.y + item->rect.h <= view.y + view.h);
    }
    visit_size(&rig->visit, 1280, 720);
    rig->visit.settings.text_percent = 100;
}

/* --- what becomes of it --- */

static void the_four_ways_are_equal(void **state)
{
    static const char *const words[] = { "Copy", "Open in mail", "Keep for later",
                                         "Not now" };
    static const int32_t sizes[][3] = { { 480, 360, 100 },
                                        { 480, 360, 200 },
                                        { 1280, 720, 100 },
                                        { 1280, 720, 200 },
                                        { 1920, 1080, 100 } };
    VisitRig *rig = with_line(state);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        visit_size(&rig->visit, sizes[i][0], sizes[i][1]);
        rig->visit.settings.text_percent = sizes[i][2];
        visit_rig_turn(rig);
        const Layout *layout = &rig->visit.layout;
        const Item *first = layout_item_of(layout, COPY);
        for (int32_t way = 0; way < 4; way++) {
            const Item *item = layout_item_of(layout, COPY + way);
            const Run *run = &layout->runs[item->run];
            assert_string_equal(rig->visit.scene.tools[way], words[way]);
            assert_int_equal(item->rect.w, first->rect.w);
            assert_int_equal(item->rect.h, first->rect.h);
            assert_true(item->rect.y == first->rect.y || item->rect.x == first->rect.x);
            assert_true(item->light == first->light && run->light == 1.0);
            assert_int_equal(run->colour, layout->runs[first->run].colour);
            assert_int_equal(run->size_px, layout->runs[first->run].size_px);
            assert_int_equal(item->look, first->look);
            assert_false(item->is_chosen || item->is_passed);
        }
    }
}

static void what_is_still_composed_is_given_and_kept(void **state)
{
    for (int32_t way = COPY; way <= KEEP; way++) {
        VisitRig *rig = at_page(state);
        visit_field_compose(&rig->visit, "한", 1);
        visit_rig_press(rig, way);
        assert_string_equal(edit_of(rig)->text, "한");
        assert_true(rig->visit.wants_copied != NULL || rig->visit.wants_mailed != NULL ||
                    rig->visit.write.keeps);
        assert_true(rig->visit.field.has_dropped);
    }
}

#define LOST "The field has no room for what was being composed; the rest is as it was."

/* A field without room for another letter, and one being composed. */
static VisitRig *with_too_much(void **state)
{
    static char much[EDIT_BYTES_MAX + 1];
    VisitRig *rig = at_page(state);
    memset(much, 'a', EDIT_BYTES_MAX);
    visit_type(&rig->visit, much, rig->now_us);
    visit_field_compose(&rig->visit, "한", 1);
    visit_rig_turn(rig);
    return rig;
}

/* A press is no less a press, and what it lost is told. */
static void what_is_composed_and_has_no_room_is_told(void **state)
{
    for (int32_t way = COPY; way <= KEEP; way++) {
        VisitRig *rig = with_too_much(state);
        visit_rig_press(rig, way);
        assert_true(rig->visit.wants_copied != NULL || rig->visit.wants_mailed != NULL ||
                    rig->visit.write.keeps);
        assert_int_equal(edit_of(rig)->length, EDIT_BYTES_MAX);
        assert_string_equal(line_of(rig), LOST);
        visit_write_tell(&rig->visit, "Done.");
        assert_string_equal(line_of(rig), LOST);
        visit_rig_wait(rig, 5000);
        assert_string_equal(line_of(rig), "Done.");
    }
    VisitRig *rig = with_too_much(state);
    visit_rig_press(rig, KEEP + 1);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void leaving_the_field_tells_of_it_as_well(void **state)
{
    VisitRig *rig = with_too_much(state);
    visit_rig_wait(rig, 60000);
    visit_rig_play(rig, "frame-next");
    assert_string_equal(line_of(rig), LOST);
    rig = with_too_much(state);
    visit_rig_play(rig, "keys");
    assert_string_equal(rig->visit.answer, LOST);
}

static void copying_and_mailing_are_wished(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_press(rig, COPY);
    assert_string_equal(rig->visit.wants_copied, MARKER);
    assert_null(rig->visit.wants_mailed);
    rig->visit.wants_copied = NULL;
    visit_rig_press(rig, MAIL);
    assert_string_equal(rig->visit.wants_mailed, MARKER);
    assert_null(rig->visit.wants_copied);
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
}

static void keeping_is_wished_and_answered(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_press(rig, KEEP);
    assert_true(rig->visit.write.keeps);
    visit_write_kept(&rig->visit, KEPT_LINE_KEPT);
    assert_string_equal(line_of(rig),
                        "Kept in one file. It is listed under What is kept.");
    visit_write_kept(&rig->visit, KEPT_LINE_FAILED);
    assert_string_equal(line_of(rig), "It could not be kept. It is still here.");
    assert_null(rig->visit.scene.detail); /* nothing was given to anybody */
}

static void an_empty_field_is_told(void **state)
{
    for (int32_t way = COPY; way <= KEEP; way++) {
        VisitRig *rig = at_page(state);
        visit_rig_press(rig, way);
        assert_string_equal(line_of(rig), "Nothing is written yet.");
        assert_false(rig->visit.write.keeps);
        assert_null(rig->visit.wants_copied);
        assert_null(rig->visit.wants_mailed);
    }
}

static void an_answer_stays_until_the_next_key(void **state)
{
    static const char told[] = "Copied.";
    static const char *const keys[] = { "frame-next", "sound", "letter", "arrow" };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        VisitRig *rig = with_line(state);
        visit_rig_press(rig, COPY);
        visit_copied(&rig->visit, told, rig->now_us);
        visit_rig_wait(rig, 60000);
        visit_hover(&rig->visit, CONTROL_NONE, rig->now_us);
        assert_string_equal(line_of(rig), told);
        rig->visit.focus = CONTROL_FIELD;
        if (strcmp(keys[i], "letter") == 0)
            visit_type(&rig->visit, "a", rig->now_us);
        else if (strcmp(keys[i], "arrow") == 0)
            visit_field_key(&rig->visit, FIELD_LEFT, false, rig->now_us);
        else
            visit_rig_play(rig, keys[i]);
        if (strcmp(line_of(rig), told) == 0)
            fail_msg("%s", keys[i]);
    }
}

/* Copy is pressed, and the window copies. */
static void copy(VisitRig *rig)
{
    visit_rig_press(rig, CONTROL_TOOL);
    assert_non_null(rig->visit.wants_copied);
    rig->visit.wants_copied = NULL;
    visit_copied(&rig->visit, clipboard_says(CLIPBOARD_OUTLIVES), rig->now_us);
}

static void what_is_cut_in_the_field_offers_nothing(void **state)
{
    VisitRig *rig = with_line(state);
    visit_copied(&rig->visit, clipboard_says(CLIPBOARD_OUTLIVES), rig->now_us);
    visit_rig_turn(rig);
    assert_null(rig->visit.scene.detail);
    copy(rig);
    visit_rig_turn(rig);
    assert_non_null(rig->visit.scene.detail);
}

static void a_few_breaths_are_offered_once(void **state)
{
    VisitRig *rig = with_line(state);
    assert_null(rig->visit.scene.detail);
    copy(rig);
    visit_rig_turn(rig);
    assert_string_equal(rig->visit.scene.detail, "a few breaths");
    assert_string_equal(
        rig->visit.scene.aside,
        "An answer may take days, or not come. The line can stay what it was.");
    visit_rig_play(rig, "out 700 press 700"); /* and back to the page */
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    assert_null(rig->visit.scene.detail);
    copy(rig);
    visit_rig_turn(rig);
    assert_null(rig->visit.scene.detail);
}

/* Where nothing was given to anybody, no answer can come. */
static void what_was_not_copied_offers_nothing(void **state)
{
    VisitRig *rig = with_line(state);
    const char *told = clipboard_says(CLIPBOARD_NOT_COPIED);
    visit_copied(&rig->visit, told, rig->now_us);
    assert_string_equal(line_of(rig), told);
    assert_null(rig->visit.scene.detail);
}

static void people_to_call_are_a_step_away(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_play(rig, "people 700");
    assert_int_equal(rig->visit.screen, SCREEN_PEOPLE);
    visit_rig_play(rig, "out 700");
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    assert_string_equal(edit_of(rig)->text, MARKER);
    assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_PEOPLE));
}

static void a_few_breaths_are_a_minute(void **state)
{
    VisitRig *rig = with_line(state);
    copy(rig);
    visit_rig_turn(rig);
    visit_rig_press(rig, CONTROL_ROW);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_int_equal(rig->visit.running, PRACTICE_BREATHE);
    assert_in_range(plan_end_ms(&rig->player.session.plan), 55000, 65000);
    visit_rig_play(rig, "700 out 700");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    assert_int_equal(rig->visit.message.set, VISIT_MESSAGES_REACHED);
    assert_string_equal(edit_of(rig)->text, MARKER);
}

/* Nothing on any page asks whether it was sent. */
static void nothing_is_asked(void **state)
{
    VisitRig *rig = with_line(state);
    copy(rig);
    visit_rig_turn(rig);
    assert_null(strchr(visit_rig_picture(rig), '?'));
    visit_rig_play(rig, "out 3000");
    assert_null(strchr(rig->visit.scene.line, '?'));
}

/* --- out and back --- */

static void both_ends_are_the_same_page(void **state)
{
    static const char *const ends[] = { "esc", "not now" };
    for (int end = 0; end < 2; end++) {
        VisitRig *rig = with_line(state);
        if (end == 0)
            visit_rig_play(rig, "out");
        else
            visit_rig_press(rig, NOT_NOW);
        visit_rig_wait(rig, 3000);
        if (rig->visit.screen != SCREEN_AFTER || rig->visit.scene.line[0] == '\0')
            fail_msg("%s", ends[end]);
        assert_int_equal(rig->visit.message.set, VISIT_MESSAGES_REACHED);
        assert_string_equal(edit_of(rig)->text, MARKER);
        visit_rig_play(rig, "press 700"); /* Go on */
        assert_int_equal(rig->visit.screen, SCREEN_WRITE);
        assert_string_equal(edit_of(rig)->text, MARKER);
    }
}

static void it_stays_across_other_practices(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_play(rig, "out 700");
    visit_rig_press(rig, CONTROL_CHOICE + 2); /* Home */
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_BREATHE);
    visit_rig_play(rig, "700 press 5000 out 700");
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_REACH);
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    assert_string_equal(edit_of(rig)->text, MARKER);
}

static void somebody_walks_in(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_play(rig, "hide");
    assert_int_equal(rig->visit.screen, SCREEN_HIDDEN);
    assert_null(strstr(visit_rig_picture(rig), "Anemone"));
    assert_int_equal(rig->visit.layout.item_count, 0);
    visit_rig_play(rig, "700 press frame-next 700 hide 700");
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    assert_int_equal(rig->visit.focus, CONTROL_FIELD);
    assert_string_equal(edit_of(rig)->text, MARKER);
    visit_rig_play(rig, "hide 700 out");
    assert_true(rig->visit.wants_close);
}

/* --- what is left of it --- */

static bool holds(const void *bytes, size_t size, const char *word)
{
    return memmem(bytes, size, word, strlen(word)) != NULL;
}

static void what_is_emptied_and_left_is_wiped(void **state)
{
    VisitRig *rig = with_line(state);
    assert_true(written_is_held(&rig->written));
    assert_true(holds(&rig->written, sizeof rig->written, MARKER));
    visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
    visit_field_key(&rig->visit, FIELD_DELETE, false, rig->now_us);
    assert_true(written_is_held(&rig->written)); /* it could still be undone */
    visit_rig_play(rig, "out");
    assert_false(written_is_held(&rig->written));
    assert_false(holds(&rig->written, sizeof rig->written, "Anemone"));
    assert_false(holds(&rig->visit, sizeof rig->visit, "Anemone"));
}

/* What was cut waits for the clipboard in what is to be wiped. */
static void what_was_cut_is_copied_before_it_is_wiped(void **state)
{
    VisitRig *rig = with_line(state);
    visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
    visit_field_key(&rig->visit, FIELD_CUT, false, rig->now_us);
    visit_act(&rig->visit, ACTION_OUT, rig->now_us);
    assert_string_equal(rig->visit.wants_copied, MARKER);
    rig->visit.wants_copied = NULL;
    visit_write_given(&rig->visit);
    assert_false(holds(&rig->written, sizeof rig->written, "Anemone"));
}

/* Hiding and the pages that lead back are no leaving. */
static void stepping_aside_changes_nothing(void **state)
{
    static const char *const ways[] = { "hide 700 hide 700", "keys 700 out 700",
                                        "people 700 out 700" };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        VisitRig *rig = with_line(state);
        rig->visit.write.was_offered = false;
        copy(rig);
        const char *answer = line_of(rig);
        visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
        visit_field_key(&rig->visit, FIELD_DELETE, false, rig->now_us);
        visit_copied(&rig->visit, answer, rig->now_us);
        visit_rig_play(rig, ways[i]);
        assert_int_equal(rig->visit.screen, SCREEN_WRITE);
        if (strcmp(line_of(rig), answer) != 0 || rig->visit.scene.detail == NULL)
            fail_msg("%s: %s", ways[i], line_of(rig));
        visit_field_key(&rig->visit, FIELD_UNDO, false, rig->now_us);
        assert_string_equal(edit_of(rig)->text, MARKER);
    }
}

static void a_framed_link_that_leads_aside_changes_nothing(void **state)
{
    static const ActionId keys[] = { ACTION_PRESS, ACTION_ENTER };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        VisitRig *rig = with_line(state);
        copy(rig);
        const char *answer = line_of(rig);
        rig->visit.focus = CONTROL_ACTION + ACTION_PEOPLE;
        visit_act(&rig->visit, keys[i], rig->now_us);
        assert_int_equal(rig->visit.screen, SCREEN_PEOPLE);
        visit_rig_play(rig, "700 out 700");
        assert_string_equal(line_of(rig), answer);
    }
}

/* The visit itself never has a copy, whatever is done on the page. */
static void the_visit_has_no_copy(void **state)
{
    VisitRig *rig = with_line(state);
    visit_rig_press(rig, COPY);
    visit_rig_press(rig, MAIL);
    visit_rig_press(rig, KEEP);
    visit_field_key(&rig->visit, FIELD_ALL, false, rig->now_us);
    visit_rig_play(rig, "hide 700 hide 700 out 700 press 700");
    assert_false(holds(&rig->visit, sizeof rig->visit, "Anemone"));
    assert_false(holds(&rig->player, sizeof rig->player, "Anemone"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_letters_at_once),
        cmocka_unit_test(letters_sleep_at_first),
        cmocka_unit_test(a_chip_fills_and_then_adds),
        cmocka_unit_test(no_line_weighs_the_same_and_changes_nothing),
        cmocka_unit_test(the_kept_line_comes_first_where_there_is_one),
        cmocka_unit_test(it_works_without_lines_to_start_from),
        cmocka_unit_test(the_field_is_in_view_while_it_is_written_in),
        cmocka_unit_test(the_four_ways_are_equal),
        cmocka_unit_test(what_is_still_composed_is_given_and_kept),
        cmocka_unit_test(what_is_composed_and_has_no_room_is_told),
        cmocka_unit_test(leaving_the_field_tells_of_it_as_well),
        cmocka_unit_test(copying_and_mailing_are_wished),
        cmocka_unit_test(keeping_is_wished_and_answered),
        cmocka_unit_test(an_empty_field_is_told),
        cmocka_unit_test(an_answer_stays_until_the_next_key),
        cmocka_unit_test(what_is_cut_in_the_field_offers_nothing),
        cmocka_unit_test(a_few_breaths_are_offered_once),
        cmocka_unit_test(what_was_not_copied_offers_nothing),
        cmocka_unit_test(people_to_call_are_a_step_away),
        cmocka_unit_test(a_few_breaths_are_a_minute),
        cmocka_unit_test(nothing_is_asked),
        cmocka_unit_test(both_ends_are_the_same_page),
        cmocka_unit_test(it_stays_across_other_practices),
        cmocka_unit_test(somebody_walks_in),
        cmocka_unit_test(what_is_emptied_and_left_is_wiped),
        cmocka_unit_test(what_was_cut_is_copied_before_it_is_wiped),
        cmocka_unit_test(stepping_aside_changes_nothing),
        cmocka_unit_test(a_framed_link_that_leads_aside_changes_nothing),
        cmocka_unit_test(the_visit_has_no_copy),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
