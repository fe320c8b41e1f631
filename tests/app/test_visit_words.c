/* SPDX-License-Identifier: MIT */
/* The words that can be chosen: how much is left, the word at a turn, the message. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define EASY "easing-in" /* 3 min 4 s, after a lead-in of 3 s */
#define EVEN "5-5"
#define BOX "4-4-4-4"

static const char *or_none(const char *words)
{
    return words != NULL ? words : "none";
}

static void test_time_left(void **state)
{
    static const struct {
        const char *name, *pattern;
        int32_t minutes;
        const char *script, *says;
    } rows[] = {
        { "the lead-in does not count", EVEN, 1, "press 1500", "about 1 minute left" },
        { "a few seconds more do not", EASY, 3, "press 3000", "about 3 minutes left" },
        { "rounded up", EVEN, 3, "press 3000 109000", "about 2 minutes left" },
        { "just before", EVEN, 3, "press 3000 49900", "about 3 minutes left" },
        { "just after", EVEN, 3, "press 3000 50050", "about 2 minutes left" },
        { "one minute", EVEN, 3, "press 3000 120000", "about 1 minute left" },
        { "less than one", EVEN, 3, "press 3000 120050", "less than a minute left" },
        { "the last second", EVEN, 1, "press 3000 59000", "less than a minute left" },
        { "no set end", EVEN, 0, "press 9000", "none" },
        { "paused", EVEN, 3, "press 63000 press 100000", "about 2 minutes left" },
        { "settling again", EVEN, 3, "press 63000 press 900 press 1000",
          "about 2 minutes left" },
        { "after leaving", EVEN, 3, "press 9000 out", "none" },
    };
    VisitRig *rig = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        visit_rig_home(rig, rows[i].pattern, rows[i].minutes);
        rig->visit.settings.has_time_left = true;
        visit_rig_play(rig, rows[i].script);
        const char *said = or_none(rig->visit.scene.time_left);
        if (strcmp(said, rows[i].says) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, said);
    }
}

static void test_no_time_is_told_unasked(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EVEN, 3);
    visit_rig_play(rig, "press 5000");
    assert_null(rig->visit.scene.time_left);
    assert_null(strstr(visit_rig_picture(rig), "left"));
}

static void test_time_left_is_seen_and_goes_with_the_last_breath(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EVEN, 1);
    rig->visit.settings.has_time_left = true;
    visit_rig_play(rig, "press 1500");
    assert_non_null(strstr(visit_rig_picture(rig), "about 1 minute left"));
    visit_rig_play(rig, "61500 450");
    assert_true(rig->visit.over_us > 0);
    assert_null(strstr(visit_rig_picture(rig), "minute"));
}

static void test_sound_alone_tells_it_too(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EVEN, 3);
    rig->visit.settings.has_time_left = true;
    visit_rig_play(rig,
                   "press 5000 out 1000 take:something-smaller 1000 take:a-sound 1000");
    assert_string_equal(rig->visit.scene.time_left, "about 1 minute left");
    visit_rig_wait(rig, 20000);
    assert_string_equal(rig->visit.scene.time_left, "less than a minute left");
    assert_false(rig->visit.is_moving);
}

typedef struct Turn {
    const char *name;
    SettingsTurnWords words;
    const char *figure, *pattern, *script, *word;
} Turn;

static void test_words_at_the_turns(void **state)
{
    static const Turn rows[] = {
        { "always", SETTINGS_WORDS_ALWAYS, "usual", EASY, "press 43000", "Out" },
        { "first, the third breath", SETTINGS_WORDS_FIRST, "usual", EASY, "press 24900",
          "Out" },
        { "first, the fourth", SETTINGS_WORDS_FIRST, "usual", EASY, "press 29000", "" },
        { "none", SETTINGS_WORDS_NONE, "usual", EASY, "press 4000", "" },
        { "none, a hold", SETTINGS_WORDS_NONE, "usual", BOX, "press 8000", "" },
        { "none, with the ring", SETTINGS_WORDS_NONE, "ring", EASY, "press 4000", "" },
        { "none, settling", SETTINGS_WORDS_NONE, "usual", EASY, "press 1500",
          "In a moment" },
        { "none, paused", SETTINGS_WORDS_NONE, "usual", EASY, "press 9000 press",
          "Paused" },
        { "none, going on", SETTINGS_WORDS_NONE, "usual", EASY,
          "press 9000 press 700 press", "In a moment" },
    };
    VisitRig *rig = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        visit_rig_home(rig, rows[i].pattern, 3);
        rig->visit.settings.turn_words = rows[i].words;
        strcpy(rig->visit.settings.figure, rows[i].figure);
        visit_rig_play(rig, rows[i].script);
        if (strcmp(rig->visit.scene.word, rows[i].word) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, rig->visit.scene.word);
    }
}

/* Without words there would be nothing. */
static void test_the_figure_words_keeps_its_words(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 3);
    rig->visit.settings.turn_words = SETTINGS_WORDS_NONE;
    strcpy(rig->visit.settings.figure, "words");
    visit_rig_play(rig, "press 9000");
    assert_string_equal(rig->visit.view.figure.word, "Out");
}

/* How many of nine days have a message. */
static int days_with_one(VisitRig *rig, SettingsMessages chosen)
{
    int count = 0;
    rig->visit.settings.messages = chosen;
    for (int64_t day = 739002; day < 739011; day++) {
        rig->visit.house.day = day;
        count += visit_message(&rig->visit)[0] != '\0';
    }
    return count;
}

static void test_messages_come_as_often_as_chosen(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 3);
    assert_int_equal(days_with_one(rig, SETTINGS_MESSAGES_EACH), 9);
    assert_int_equal(days_with_one(rig, SETTINGS_MESSAGES_SOMETIMES), 3);
    assert_int_equal(days_with_one(rig, SETTINGS_MESSAGES_NONE), 0);
}

static void test_every_message_has_its_day_now_and_then(void **state)
{
    enum { COUNT = 6 }; /* of which the days by themselves would show four */
    bool is_seen[COUNT] = { false };
    VisitRig *rig = *state;
    const int32_t all = rig->messages.count;
    int32_t seen = 0;
    visit_rig_home(rig, EASY, 3);
    rig->messages.count = COUNT;
    rig->visit.settings.messages = SETTINGS_MESSAGES_SOMETIMES;
    for (int64_t day = 739002; day < 739002 + 3 * COUNT; day++) {
        rig->visit.house.day = day;
        const char *text = visit_message(&rig->visit);
        for (int32_t i = 0; i < COUNT; i++)
            if (text == rig->messages.items[i].text && !is_seen[i]) {
                is_seen[i] = true;
                seen++;
            }
    }
    rig->messages.count = all;
    assert_int_equal(seen, COUNT);
}

/* How many of so many days, one in `every` from the first on, have a message. */
static int days_of_habit(VisitRig *rig, int64_t first, int64_t every, int days)
{
    int count = 0;
    for (int i = 0; i < days; i++) {
        rig->visit.house.day = first + i * every;
        count += visit_message(&rig->visit)[0] != '\0';
    }
    return count;
}

/* One in three days, whatever the rhythm in which somebody is there. */
static void test_no_habit_meets_all_messages_or_none(void **state)
{
    enum { DAYS = 60, FIRST = 739002 };
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 3);
    rig->visit.settings.messages = SETTINGS_MESSAGES_SOMETIMES;
    for (int64_t every = 1; every <= 14; every++)
        for (int64_t first = FIRST; first < FIRST + every; first++) {
            const int count = days_of_habit(rig, first, every, DAYS);
            if (count < DAYS / 6 || count > DAYS / 2)
                fail_msg("every %d days: %d of %d", (int)every, count, DAYS);
        }
    for (int64_t block = FIRST; block < FIRST + 3 * DAYS; block += 3)
        assert_int_equal(days_of_habit(rig, block, 1, 3), 1);
}

/* Where the buttons are with a message and without. */
static void test_the_after_page_keeps_its_places_without_a_message(void **state)
{
    VisitRig *rig = *state;
    int32_t places[2] = { 0, 0 };
    for (int i = 0; i < 2; i++) {
        visit_rig_home(rig, EASY, 3);
        rig->visit.settings.messages =
            i == 0 ? SETTINGS_MESSAGES_EACH : SETTINGS_MESSAGES_NONE;
        visit_rig_play(rig, "press 9000 out 3000");
        assert_int_equal(rig->visit.scene.line[0] == '\0', i);
        for (int32_t j = 0; j < rig->visit.layout.item_count; j++)
            if (rig->visit.layout.items[j].control == CONTROL_CHOICE)
                places[i] = rig->visit.layout.items[j].rect.y;
    }
    assert_int_equal(places[0], places[1]);
    assert_true(places[0] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time_left),
        cmocka_unit_test(test_no_time_is_told_unasked),
        cmocka_unit_test(test_time_left_is_seen_and_goes_with_the_last_breath),
        cmocka_unit_test(test_sound_alone_tells_it_too),
        cmocka_unit_test(test_words_at_the_turns),
        cmocka_unit_test(test_the_figure_words_keeps_its_words),
        cmocka_unit_test(test_messages_come_as_often_as_chosen),
        cmocka_unit_test(test_every_message_has_its_day_now_and_then),
        cmocka_unit_test(test_no_habit_meets_all_messages_or_none),
        cmocka_unit_test(test_the_after_page_keeps_its_places_without_a_message),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
