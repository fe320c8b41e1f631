/* SPDX-License-Identifier: MIT */
/* The message on the page after a practice: which one, its tools, and what they mark. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define EASY "easing-in"
#define LEFT "press 9000 out"

enum { ANOTHER = CONTROL_TOOL, KEEP, MUTE };

static VisitRig *rig;

/* So many messages for each theme. */
static void have_messages(int32_t of_theme)
{
    rig->messages = (Messages){ .count = of_theme * MESSAGES_THEME_COUNT };
    for (int32_t i = 0; i < rig->messages.count; i++) {
        Message *item = &rig->messages.items[i];
        item->theme = 1 + i / of_theme;
        sprintf(item->id, "m%d", (int)i);
        sprintf(item->text, "Message %d.", (int)i);
    }
}

/* Two messages for each theme, and the visit behind a practice that was left; it is
 * `ms` there. */
static void be_after(int64_t ms)
{
    visit_rig_home(rig, EASY, 3);
    have_messages(2);
    visit_rig_play(rig, LEFT);
    visit_rig_wait(rig, ms);
}

static void add_own(int32_t theme)
{
    Message *item = &rig->messages.items[rig->messages.count++];
    *item = (Message){ .theme = theme, .is_own = true };
    sprintf(item->id, "own%d", (int)rig->messages.count);
    sprintf(item->text, "Own %d.", (int)rig->messages.count);
}

/* Where the message that is shown is in the list; -1: none is. */
static int32_t shown(void)
{
    for (int32_t i = 0; i < rig->messages.count; i++)
        if (rig->visit.scene.line == rig->messages.items[i].text)
            return i;
    return -1;
}

static const Message *message(void)
{
    assert_true(shown() >= 0);
    return &rig->messages.items[shown()];
}

static const char *answer(void)
{
    return rig->visit.scene.hint != NULL ? rig->visit.scene.hint : "";
}

/* --- when it comes --- */

static void test_it_comes_late_and_softly(void **state)
{
    static const struct {
        const char *says;
        int64_t ms;
        double least, most;
    } rows[] = {
        { "at once there are the buttons alone", 0, 0, 0 },
        { "until one and a half seconds", 1490, 0, 0 },
        { "then it comes", 1900, 0.4, 0.6 },
        { "in 800 ms", 2310, 1, 1 },
        { "and stays", 600000, 1, 1 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        be_after(rows[i].ms);
        const Scene *scene = &rig->visit.scene;
        if (scene->line_light < rows[i].least || scene->line_light > rows[i].most ||
            scene->tools_light != scene->line_light)
            fail_msg("%s: %f", rows[i].says, scene->line_light);
        assert_int_equal(scene->choice_count, 3);
    }
    assert_false(rig->visit.is_moving);
}

static void test_what_cannot_be_seen_is_not_pressed(void **state)
{
    (void)state;
    be_after(700);
    visit_rig_play(rig, "frame-next frame-before");
    assert_int_equal(rig->visit.focus, CONTROL_ACTION + ACTION_OUT);
    be_after(3000);
    visit_rig_play(rig, "frame-next");
    assert_int_equal(rig->visit.focus, CONTROL_CHOICE);
    visit_rig_play(rig, "frame-before");
    assert_int_equal(rig->visit.focus, MUTE);
    visit_rig_play(rig, "frame-before frame-before");
    assert_int_equal(rig->visit.focus, ANOTHER);
}

/* Keys wake before the message is there. */
static void test_what_cannot_be_seen_is_not_marked_or_turned_over(void **state)
{
    static const struct {
        const char *says, *script;
        bool is_turned;
        MessageMark mark; /* of what would have come */
    } rows[] = {
        { "before it comes", "700 leave-out on on back on 500 on", false, MESSAGE_PLAIN },
        { "too soon to be read", "1600 leave-out 300 leave-out", false, MESSAGE_PLAIN },
        { "when it is there", "1600 on", true, MESSAGE_PLAIN },
        { "when it can be read", "2150 leave-out", true, MESSAGE_MUTED },
        { "behind one turned over", "1600 on 100 leave-out", true, MESSAGE_PLAIN },
        { "on the page once more", "3000 on keys 700 out 700 leave-out back", true,
          MESSAGE_PLAIN },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        be_after(0);
        const int32_t comes = shown();
        visit_rig_play(rig, rows[i].script);
        if ((shown() != comes) != rows[i].is_turned ||
            rig->messages.items[comes].mark != rows[i].mark)
            fail_msg("%s", rows[i].says);
        for (int32_t other = 0; other < rig->messages.count; other++)
            if (other != comes)
                assert_int_equal(rig->messages.items[other].mark, MESSAGE_PLAIN);
    }
}

static void test_when_asked_it_waits_for_that(void **state)
{
    (void)state;
    be_after(3000);
    rig->visit.settings.messages = SETTINGS_MESSAGES_ASKED;
    visit_rig_turn(rig);
    assert_int_equal(shown(), -1);
    assert_int_equal(rig->visit.scene.tool_count, 1);
    assert_string_equal(rig->visit.scene.tools[0], "a message");
    visit_rig_play(rig, "on leave-out");
    assert_int_equal(shown(), -1);
    visit_rig_play(rig, "frame-next frame-before press 500");
    assert_true(shown() >= 0);
    assert_int_equal(rig->visit.scene.tool_count, 3);
    visit_rig_press(rig, CONTROL_CHOICE); /* goes on, and out again */
    visit_rig_play(rig, "4000 out 3000");
    assert_true(shown() >= 0);
    visit_rig_press(rig, CONTROL_CHOICE + 2); /* home, and another practice */
    visit_rig_play(rig, "700 " LEFT " 3000");
    assert_int_equal(shown(), -1);
}

/* A window may be open for days. */
static void test_another_day_has_another_one(void **state)
{
    static const struct {
        const char *says, *before, *then;
        bool is_other;
    } rows[] = {
        { "on the page nothing changes", "", "", false },
        { "nor where it was hidden", "hide 700", "hide 700", false },
        { "nor below the keys", "keys 700", "out 700", false },
        { "nor below people to call", "people 700", "out 700", false },
        { "nor below them, hidden", "people 700 hide 700", "hide 700 out 700", false },
        { "it does behind another practice", "press 9000", "out 3000", true },
        { "and from home", "take:home 700", LEFT " 3000", true },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        be_after(3000);
        const int32_t first = shown();
        visit_rig_play(rig, rows[i].before);
        visit_take_day(&rig->visit, rig->visit.house.day + 1);
        visit_rig_play(rig, rows[i].then);
        if ((shown() != first) != rows[i].is_other)
            fail_msg("%s", rows[i].says);
    }
}

/* --- another --- */

static void test_another_is_another_and_back_is_back(void **state)
{
    static const char *const keys[] = { "on 500 back 500", "back 500 on 500" };
    (void)state;
    for (int i = 0; i < 2; i++) {
        be_after(3000);
        const int32_t first = shown();
        visit_rig_play(rig, i == 0 ? "on" : "back");
        assert_int_not_equal(shown(), first);
        assert_true(rig->visit.scene.line_light < 0.2);
        assert_true(rig->visit.scene.tools_light == 1.0);
        be_after(3000);
        visit_rig_play(rig, keys[i]);
        assert_int_equal(shown(), first);
        assert_true(rig->visit.scene.line_light == 1.0);
    }
}

static void test_all_come_before_one_comes_again(void **state)
{
    char seen[MESSAGES_ALL_MAX] = { 0 };
    (void)state;
    be_after(3000);
    int32_t theme = 0;
    for (int32_t press = 0; press < rig->messages.count; press++) {
        if (seen[shown()]++ != 0)
            fail_msg("%s came twice", message()->id);
        assert_int_not_equal(message()->theme, theme);
        theme = message()->theme;
        visit_rig_press(rig, ANOTHER);
    }
    assert_false(rig->visit.is_choice_new);
}

static void test_it_is_the_same_one_behind_the_next_practice(void **state)
{
    (void)state;
    be_after(3000);
    visit_rig_play(rig, "on on 500");
    const int32_t third = shown();
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_play(rig, "700 " LEFT " 3000");
    assert_int_equal(shown(), third);
}

static void test_the_only_one_has_no_other(void **state)
{
    (void)state;
    be_after(0);
    rig->messages.count = 1;
    visit_rig_play(rig, "3000 on");
    assert_int_equal(shown(), 0);
    assert_string_equal(answer(), "There is no other one.");
}

/* --- keep, not for me --- */

static void test_keep_and_the_same_again(void **state)
{
    (void)state;
    be_after(3000);
    const int32_t at = shown();
    visit_rig_press(rig, KEEP);
    assert_int_equal(message()->mark, MESSAGE_KEPT);
    assert_true(message()->is_mark_new);
    assert_string_equal(rig->visit.scene.tools[1], "kept");
    assert_string_equal(answer(), "Kept. It stands in Settings, under Words.");
    assert_int_equal(shown(), at);
    visit_rig_play(rig, "4500");
    assert_string_equal(answer(), "");
    visit_rig_press(rig, KEEP);
    assert_int_equal(message()->mark, MESSAGE_PLAIN);
    assert_string_equal(rig->visit.scene.tools[1], "keep");
}

static void test_not_for_me_is_never_again(void **state)
{
    (void)state;
    for (int way = 0; way < 2; way++) {
        be_after(3000);
        const int32_t at = shown();
        if (way == 0)
            visit_rig_play(rig, "leave-out");
        else
            visit_rig_press(rig, MUTE);
        assert_int_equal(rig->messages.items[at].mark, MESSAGE_MUTED);
        assert_true(rig->messages.items[at].is_mark_new);
        assert_string_equal(answer(),
                            "That one never comes again. Settings can undo it.");
        for (int32_t i = 0; i < 2 * rig->messages.count; i++) {
            assert_int_not_equal(shown(), at);
            rig->visit.house.day += i % 2;
            visit_rig_press(rig, ANOTHER);
        }
    }
}

/* The file of marks was written, and whoever watches it says so. */
static void hear_of_marks(void)
{
    visit_message_follow(&rig->visit);
    visit_rig_turn(rig);
}

static void test_what_came_instead_stays_when_the_mark_is_written(void **state)
{
    (void)state;
    be_after(3000);
    const int32_t first = shown();
    visit_rig_play(rig, "on 700");
    const int32_t second = shown();
    visit_rig_play(rig, "leave-out");
    const int32_t third = shown();
    hear_of_marks();
    assert_int_equal(shown(), third);
    visit_rig_play(rig, "700 back");
    assert_int_equal(shown(), first);
    visit_message_mark(&rig->visit, second, MESSAGE_PLAIN);
    hear_of_marks();
    visit_rig_play(rig, "on");
    assert_int_equal(shown(), second);
    visit_rig_play(rig, "on");
    assert_int_equal(shown(), third);
}

/* The rest keeps its turns: what was seen before does not come again for it. */
static void test_muting_repeats_nothing(void **state)
{
    char seen[MESSAGES_ALL_MAX] = { 0 };
    (void)state;
    be_after(3000);
    for (int32_t i = 0; i < rig->messages.count; i++) {
        if (seen[shown()]++ != 0)
            fail_msg("%s came twice", message()->id);
        visit_rig_wait(rig, 700);
        visit_rig_press(rig, i % 3 == 1 ? MUTE : ANOTHER);
        hear_of_marks();
    }
}

/* One each day, and every ninth is not for the person: none of a year comes again
 * within twenty days. */
static void test_muting_for_long_brings_nothing_back_soon(void **state)
{
    enum { DAYS = 365, SOON = 20 };
    int32_t last[MESSAGES_ALL_MAX];
    (void)state;
    be_after(3000);
    have_messages(8);
    for (int32_t i = 0; i < rig->messages.count; i++)
        last[i] = -SOON;
    for (int32_t day = 0; day < DAYS; day++) {
        rig->visit.house.day++;
        hear_of_marks();
        const int32_t at = shown();
        if (day - last[at] < SOON)
            fail_msg("day %d: as %d days before", (int)day, (int)(day - last[at]));
        last[at] = day;
        if (day % 9 == 8)
            visit_message_mark(&rig->visit, at, MESSAGE_MUTED);
    }
}

/* The messages that came along, with every ninth muted or one each ninth day; the program
 * begins anew every day. */
static void test_what_is_muted_brings_nothing_back_soon_in_any_set(void **state)
{
    enum { SOON = 20, NINTH = 9 };
    static const struct {
        const char *says;
        VisitMessageSet set;
        int32_t days;
        bool is_muted_before;
    } rows[] = {
        { "any", VISIT_MESSAGES_ANY, 400, true },
        { "reached", VISIT_MESSAGES_REACHED, 400, true },
        { "too much", VISIT_MESSAGES_TOO_MUCH, 400, true },
        { "any, on the way", VISIT_MESSAGES_ANY, 400, false },
        { "reached, on the way", VISIT_MESSAGES_REACHED, 90, false },
        { "too much, on the way", VISIT_MESSAGES_TOO_MUCH, 90, false },
    };
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        int32_t last[MESSAGES_ALL_MAX];
        be_after(3000);
        assert_true(
            messages_load(LEEWAY_ASSETS_DIR "/messages/en", &rig->messages, NULL));
        for (int32_t i = 0; i < rig->messages.count; i++) {
            last[i] = -SOON;
            if (rows[row].is_muted_before && i % NINTH == 0)
                rig->messages.items[i].mark = MESSAGE_MUTED;
        }
        for (int32_t day = 0; day < rows[row].days; day++) {
            rig->visit.house.day++;
            rig->visit.message = (VisitMessage){ .set = rows[row].set };
            visit_rig_turn(rig);
            const int32_t at = shown();
            if (day - last[at] < SOON)
                fail_msg("%s, day %d: as %d days before", rows[row].says, (int)day,
                         (int)(day - last[at]));
            last[at] = day;
            if (!rows[row].is_muted_before && day % NINTH == NINTH - 1)
                visit_message_mark(&rig->visit, at, MESSAGE_MUTED);
        }
    }
}

/* What stands in for the first one of a day is as near as another would have been; that
 * it is far in days counts from the next day on. */
static void test_what_came_instead_stays_until_the_next_day(void **state)
{
    (void)state;
    be_after(3000);
    visit_rig_press(rig, ANOTHER);
    const int32_t second = shown();
    visit_rig_play(rig, "back 700 leave-out");
    assert_int_equal(shown(), second);
    hear_of_marks();
    assert_int_equal(shown(), second);
    rig->visit.house.day += rig->messages.count; /* the same day's turn */
    visit_rig_turn(rig);
    assert_int_not_equal(shown(), second);
}

static void test_a_double_press_mutes_one(void **state)
{
    int32_t muted = 0;
    (void)state;
    be_after(3000);
    visit_rig_play(rig, "leave-out 100 leave-out 300 leave-out");
    for (int32_t i = 0; i < rig->messages.count; i++)
        muted += rig->messages.items[i].mark == MESSAGE_MUTED;
    assert_int_equal(muted, 1);
}

static void test_where_all_are_muted_the_page_is_whole(void **state)
{
    (void)state;
    be_after(3000);
    for (int32_t i = 0; i < rig->messages.count; i++)
        visit_rig_play(rig, "leave-out 700");
    assert_int_equal(shown(), -1);
    assert_int_equal(rig->visit.scene.tool_count, 0);
    assert_int_equal(rig->visit.scene.choice_count, 3);
    visit_rig_play(rig, "leave-out on back 700 enter");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
}

static void test_what_was_taken_back_comes_again(void **state)
{
    (void)state;
    be_after(3000);
    const int32_t at = shown();
    visit_rig_play(rig, "leave-out 700");
    visit_message_mark(&rig->visit, at, MESSAGE_PLAIN);
    visit_rig_turn(rig);
    bool comes = false;
    for (int32_t i = 0; i < rig->messages.count; i++) {
        comes |= shown() == at;
        visit_rig_press(rig, ANOTHER);
    }
    assert_true(comes);
}

static void test_what_the_disk_refuses_is_told(void **state)
{
    (void)state;
    be_after(3000);
    visit_rig_press(rig, KEEP);
    visit_message_failed(&rig->visit);
    visit_rig_turn(rig);
    assert_string_equal(answer(),
                        "It could not be written; it counts until Leeway closes.");
}

/* --- which themes --- */

/* The themes of all that come on the page, as bits. */
static uint32_t themes_that_come(void)
{
    uint32_t come = 0;
    for (int32_t i = 0; i < rig->messages.count && shown() >= 0; i++) {
        come |= DECK_THEME(message()->theme);
        visit_rig_press(rig, ANOTHER);
    }
    return come;
}

#define ALL 0xFFFEu
#define TOO_MUCH                                                                         \
    (DECK_THEME(3) | DECK_THEME(5) | DECK_THEME(6) | DECK_THEME(14) | DECK_THEME(15))
#define REACHED                                                                          \
    (DECK_THEME(3) | DECK_THEME(10) | DECK_THEME(11) | DECK_THEME(14) | DECK_THEME(15))

/* By another way, and breaths of 2 s in and 3 s out there. */
#define OWN_PACE "another-way 700 take:my-own-pace 700 "
#define IN_OUT "press 2000 let-go 3000 "
#define FOUR IN_OUT IN_OUT IN_OUT IN_OUT "press "

static void test_after_another_way_come_those_that_fit(void **state)
{
    static const struct {
        const char *says, *script;
        int32_t choice; /* -1: none is pressed */
        const char *then;
        uint32_t fit;
    } rows[] = {
        { "left", "press 9000 out 3000", -1, "", ALL },
        { "another way, end here", "press 9000 another-way 700", 0, "3000", TOO_MUCH },
        { "another way, Esc", "press 9000 another-way 700 out 3000", -1, "", TOO_MUCH },
        { "another way, look around", "press 9000 another-way 700", 1, "9000 out 3000",
          TOO_MUCH },
        { "another way, sound", "press 9000 another-way 700", 3, "9000 out 3000",
          TOO_MUCH },
        { "another way, my own pace", "press 9000 " OWN_PACE "9000 out 3000", -1, "",
          TOO_MUCH },
        { "my own pace, and on from here", "press 9000 " OWN_PACE FOUR "on 9000 out 3000",
          -1, "", ALL },
        { "another way, back to my own pace",
          "press 9000 " OWN_PACE FOUR "on 9000 another-way 700 take:back-to-my-own-pace "
          "9000 out 3000",
          -1, "", TOO_MUCH },
        { "another way and back", "press 9000 another-way 700 press 9000 out 3000", -1,
          "", ALL },
        { "taken up again, and left",
          "press 9000 another-way 700 out 3000 press 9000 out 3000", -1, "", TOO_MUCH },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        be_after(0);
        visit_rig_home(rig, EASY, 3);
        visit_rig_play(rig, rows[i].script);
        if (rows[i].choice >= 0)
            visit_rig_press(rig, CONTROL_CHOICE + rows[i].choice);
        visit_rig_play(rig, rows[i].then);
        const uint32_t come = themes_that_come();
        if (come != rows[i].fit)
            fail_msg("%s: %x", rows[i].says, come);
    }
}

static void test_a_practice_at_the_own_pace_begins_anew(void **state)
{
    (void)state;
    be_after(3000);
    rig->visit.settings.begins = SETTINGS_BEGINS_OWN;
    rig->visit.message.set = VISIT_MESSAGES_TOO_MUCH;
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_play(rig, "700 " LEFT " 3000");
    assert_int_equal(themes_that_come(), ALL);
}

/* Where they come when asked, each page waits for that anew. */
static void test_what_was_asked_for_once_does_not_come_unasked(void **state)
{
    static const struct {
        const char *says;
        SettingsBegins begins;
        int32_t face, begin; /* which control is pressed there */
        const char *then;
    } rows[] = {
        { "at the own pace", SETTINGS_BEGINS_OWN, PRACTICE_BREATHE, CONTROL_FIGURE,
          "9000 out 3000" },
        { "not now", SETTINGS_BEGINS_CHOSEN, PRACTICE_REACH, CONTROL_TOOL + 2, "3000" },
        { "a line, and not now", SETTINGS_BEGINS_CHOSEN, PRACTICE_REACH, CONTROL_TOOL + 1,
          "700 out 3000" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        be_after(3000);
        rig->visit.settings.messages = SETTINGS_MESSAGES_ASKED;
        rig->visit.settings.begins = rows[i].begins;
        visit_rig_turn(rig);
        visit_rig_press(rig, ANOTHER); /* "a message" */
        assert_true(shown() >= 0);
        visit_rig_press(rig, CONTROL_CHOICE + 2);
        visit_rig_wait(rig, 700);
        visit_rig_press(rig, CONTROL_DOOR + rows[i].face);
        visit_rig_wait(rig, 1000);
        visit_rig_press(rig, rows[i].begin);
        visit_rig_play(rig, rows[i].then);
        assert_int_equal(rig->visit.screen, SCREEN_AFTER);
        if (shown() >= 0)
            fail_msg("%s", rows[i].says);
    }
}

static void test_after_writing_to_somebody_come_those_that_fit(void **state)
{
    (void)state;
    be_after(3000);
    rig->visit.message.set = VISIT_MESSAGES_REACHED;
    visit_rig_turn(rig);
    assert_int_equal(themes_that_come(), REACHED);
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_play(rig, "700 " LEFT " 3000");
    assert_int_equal(themes_that_come(), ALL);
}

static void test_own_ones_take_turns_or_come_alone(void **state)
{
    (void)state;
    be_after(0);
    add_own(0);
    add_own(3);
    visit_rig_wait(rig, 3000);
    assert_int_equal(themes_that_come(), ALL | 1u);
    rig->visit.message.set = VISIT_MESSAGES_REACHED;
    visit_rig_turn(rig);
    assert_int_equal(themes_that_come(), REACHED); /* nobody knows what the other fits */
    rig->visit.settings.has_own_messages_alone = true;
    visit_rig_turn(rig);
    assert_int_equal(themes_that_come(), DECK_THEME(0) | DECK_THEME(3));
    rig->visit.message.set = VISIT_MESSAGES_ANY;
    visit_rig_turn(rig);
    assert_int_equal(themes_that_come(), DECK_THEME(0) | DECK_THEME(3));
}

static int set_up(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_comes_late_and_softly),
        cmocka_unit_test(test_what_cannot_be_seen_is_not_pressed),
        cmocka_unit_test(test_what_cannot_be_seen_is_not_marked_or_turned_over),
        cmocka_unit_test(test_when_asked_it_waits_for_that),
        cmocka_unit_test(test_another_day_has_another_one),
        cmocka_unit_test(test_another_is_another_and_back_is_back),
        cmocka_unit_test(test_all_come_before_one_comes_again),
        cmocka_unit_test(test_it_is_the_same_one_behind_the_next_practice),
        cmocka_unit_test(test_the_only_one_has_no_other),
        cmocka_unit_test(test_keep_and_the_same_again),
        cmocka_unit_test(test_not_for_me_is_never_again),
        cmocka_unit_test(test_what_came_instead_stays_when_the_mark_is_written),
        cmocka_unit_test(test_muting_repeats_nothing),
        cmocka_unit_test(test_muting_for_long_brings_nothing_back_soon),
        cmocka_unit_test(test_what_is_muted_brings_nothing_back_soon_in_any_set),
        cmocka_unit_test(test_what_came_instead_stays_until_the_next_day),
        cmocka_unit_test(test_a_double_press_mutes_one),
        cmocka_unit_test(test_where_all_are_muted_the_page_is_whole),
        cmocka_unit_test(test_what_was_taken_back_comes_again),
        cmocka_unit_test(test_what_the_disk_refuses_is_told),
        cmocka_unit_test(test_after_another_way_come_those_that_fit),
        cmocka_unit_test(test_a_practice_at_the_own_pace_begins_anew),
        cmocka_unit_test(test_what_was_asked_for_once_does_not_come_unasked),
        cmocka_unit_test(test_after_writing_to_somebody_come_those_that_fit),
        cmocka_unit_test(test_own_ones_take_turns_or_come_alone),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
