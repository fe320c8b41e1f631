/* SPDX-License-Identifier: MIT */
/* The face of sitting on home, by keys and by presses. */
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { LENGTH, BELLS, SOUND };

static VisitRig *rig;

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

static void open_face(void)
{
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SIT);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
}

static const Scene *scene(void)
{
    return &rig->visit.scene;
}

static const Settings *settings(void)
{
    return &rig->visit.settings;
}

/* The pointer chooses the option of these words, however many pages away. */
static void choose(int value, const char *words)
{
    visit_rig_press(rig, CONTROL_VALUE + value);
    visit_rig_wait(rig, 700);
    for (int page = 0; page < 4; page++) {
        for (int32_t i = 0; i < scene()->choice_count; i++)
            if (strcmp(scene()->choices[i], words) == 0) {
                visit_rig_press(rig, CONTROL_CHOICE + i);
                visit_rig_wait(rig, 20);
                return;
            }
        visit_rig_press(rig, CONTROL_CHOICE + scene()->choice_count - 1);
    }
    fail_msg("there is no \"%s\"", words);
}

static void test_a_still_ring_and_its_row(void **state)
{
    (void)state;
    open_face();
    assert_string_equal(scene()->values[LENGTH], "10 minutes");
    assert_string_equal(scene()->values[BELLS], "bells: start and end");
    assert_string_equal(scene()->values[SOUND], "bowl, softly");
    assert_string_equal(scene()->line, "Space begins. Esc closes.");
    assert_true(rig->visit.view.figure.ring_px > 0);
    assert_true(rig->visit.view.figure.orb_px == 0);
    assert_false(rig->visit.is_moving);
    assert_true(rig->visit.wake_us > rig->now_us + 60000000);
}

static void test_space_begins_what_the_row_says(void **state)
{
    (void)state;
    open_face();
    choose(LENGTH, "20 minutes");
    choose(BELLS, "bells: every 5 minutes");
    visit_rig_play(rig, "press");
    assert_int_equal(rig->visit.running, PRACTICE_SIT);
    assert_int_equal(rig->visit.sit.begun.length_ms, 1200000);
    assert_int_equal(rig->visit.sit.begun.every_ms, 300000);
    assert_int_equal(settings()->sit_minutes, 20);
    assert_int_equal(settings()->bell_minutes, 5);
    assert_true(rig->visit.is_choice_new);
}

static void test_without_an_end_there_is_no_last_bell(void **state)
{
    (void)state;
    open_face();
    choose(LENGTH, "no set end");
    assert_string_equal(scene()->values[LENGTH], "no set end");
    assert_string_equal(scene()->values[BELLS], "bells: start");
}

static void test_what_rings_and_what_lies_below(void **state)
{
    (void)state;
    static const struct {
        const char *option;
        bool has_bells;
        const char *bell, *bed, *bells_row, *row;
    } rows[] = {
        { "bell", true, "bell", "none", "bells: start and end", "bell, softly" },
        { "wood", true, "wood", "none", "bells: start and end", "wood, softly" },
        { "wood and rain", true, "wood", "rain", "bells: start and end",
          "wood and rain, softly" },
        { "wood and low noise", true, "wood", "brown", "bells: start and end",
          "wood and low noise, softly" },
        { "silent", false, "wood", "brown", "bells off", "silent" },
        { "bowl", true, "bowl", "none", "bells: start and end", "bowl, softly" },
    };
    open_face();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        choose(SOUND, rows[i].option);
        if (settings()->has_bells != rows[i].has_bells ||
            strcmp(settings()->bell, rows[i].bell) != 0 ||
            strcmp(settings()->sit_bed, rows[i].bed) != 0)
            fail_msg("%s: %d, %s, %s", rows[i].option, settings()->has_bells,
                     settings()->bell, settings()->sit_bed);
        assert_string_equal(scene()->values[BELLS], rows[i].bells_row);
        assert_string_equal(scene()->values[SOUND], rows[i].row);
        assert_false(settings()->is_sound_on); /* that is the sound of the breath */
    }
}

static void test_a_file_stays_on_offer(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    Settings with = *settings();
    strcpy(with.bell, "/home/ana/gong.wav");
    visit_take_settings(&rig->visit, &with, rig->now_us);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SIT);
    assert_string_equal(scene()->values[SOUND], "gong.wav, softly");
    choose(SOUND, "bowl");
    assert_string_equal(settings()->bell, "bowl");
    choose(SOUND, "gong.wav");
    assert_string_equal(settings()->bell, "/home/ana/gong.wav");
}

/* The rain goes with the bells, and comes back with them. */
static void test_m_is_about_all_that_is_heard(void **state)
{
    (void)state;
    open_face();
    choose(SOUND, "bowl and rain");
    visit_rig_play(rig, "sound");
    assert_string_equal(scene()->values[SOUND], "silent");
    assert_string_equal(scene()->hint, "Sound off.");
    visit_rig_play(rig, "sound");
    assert_string_equal(scene()->values[SOUND], "bowl and rain, softly");
    visit_rig_play(rig, "press 5000");
    assert_true(rig->player.levels.is_on && rig->player.levels.bells);
    assert_int_equal(rig->player.levels.bed, MIX_BED_RAIN);
    visit_rig_play(rig, "sound 100");
    assert_false(rig->player.levels.is_on);
    visit_rig_play(rig, "sound 100");
    assert_int_equal(rig->player.levels.bed, MIX_BED_RAIN);
    assert_true(rig->player.levels.is_on);
}

static void test_m_turns_the_bells_and_says_so(void **state)
{
    (void)state;
    open_face();
    visit_rig_play(rig, "sound");
    assert_false(settings()->has_bells);
    assert_string_equal(scene()->values[BELLS], "bells off");
    assert_string_equal(scene()->values[SOUND], "silent");
    assert_string_equal(scene()->hint, "Bells off.");
    visit_rig_play(rig, "sound");
    assert_true(settings()->has_bells);
    assert_string_equal(scene()->hint, "Bells on, softly.");
    assert_false(settings()->is_sound_on);
    assert_true(settings()->is_voice_on);
}

/* A choice of bells is a choice to hear them. */
static void test_choosing_when_they_ring_turns_them_on(void **state)
{
    (void)state;
    open_face();
    visit_rig_play(rig, "sound");
    choose(BELLS, "bells: every 15 minutes");
    assert_true(settings()->has_bells);
    assert_string_equal(scene()->values[SOUND], "bowl, softly");
}

static void test_what_was_typed_is_told(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    SitRequest request = sit_default();
    request.at_count = 3;
    request.at_ms[0] = 180000, request.at_ms[1] = 300000, request.at_ms[2] = 540000;
    visit_take_sit(&rig->visit, &request);
    visit_rig_turn(rig);
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
    assert_string_equal(scene()->values[BELLS], "bells: three between");
    choose(LENGTH, "5 minutes"); /* only one of them is inside */
    assert_string_equal(scene()->values[BELLS], "bells: one between");
    visit_rig_play(rig, "press");
    assert_int_equal(rig->visit.sit.begun.at_count, 1);
}

/* Left and right on the framed value go through every option and back to the first. */
static void test_every_option_can_be_stepped_through(void **state)
{
    (void)state;
    static const int counts[SCENE_VALUES] = { 8, 4, 6 };
    open_face();
    for (int value = 0; value < SCENE_VALUES; value++) {
        char first[VISIT_LABEL_MAX];
        while (rig->visit.focus != CONTROL_VALUE + value)
            visit_rig_play(rig, "frame-next");
        snprintf(first, sizeof first, "%s", scene()->values[value]);
        for (int i = 0; i < counts[value]; i++) {
            assert_true(i == 0 || strcmp(scene()->values[value], first) != 0);
            visit_rig_play(rig, "on");
        }
        assert_string_equal(scene()->values[value], first);
    }
}

static const struct {
    int32_t width, height;
} windows[] = { { 480, 360 }, { 640, 480 }, { 1280, 720 }, { 1920, 1080 } };

static void prove(const char *name)
{
    const char *wrong = layout_proof(&rig->visit.layout, scene(), rig->text);
    const char *said = scene()->detail != NULL ? lint_words(scene()->detail) : NULL;
    if (wrong != NULL)
        fail_msg("%s, %d x %d, %d %%: %s", name, (int)rig->visit.width_px,
                 (int)rig->visit.height_px, (int)settings()->text_percent, wrong);
    if (said != NULL)
        fail_msg("\"%s\": %s", scene()->detail, said);
}

static void test_everything_can_be_read_in_every_window(void **state)
{
    (void)state;
    for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++)
        for (int32_t percent = 100; percent <= 250; percent += 50) {
            open_face();
            visit_size(&rig->visit, windows[w].width, windows[w].height);
            rig->visit.settings.text_percent = percent;
            visit_rig_play(rig, "sound");
            prove("the face");
            for (int value = 0; value < SCENE_VALUES; value++) {
                visit_rig_press(rig, CONTROL_VALUE + value);
                for (int row = 0; row < 5; row++) {
                    prove("a list");
                    visit_rig_play(rig, "slower");
                }
                visit_rig_play(rig, "out");
            }
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_still_ring_and_its_row),
        cmocka_unit_test(test_space_begins_what_the_row_says),
        cmocka_unit_test(test_without_an_end_there_is_no_last_bell),
        cmocka_unit_test(test_what_rings_and_what_lies_below),
        cmocka_unit_test(test_a_file_stays_on_offer),
        cmocka_unit_test(test_m_is_about_all_that_is_heard),
        cmocka_unit_test(test_m_turns_the_bells_and_says_so),
        cmocka_unit_test(test_choosing_when_they_ring_turns_them_on),
        cmocka_unit_test(test_what_was_typed_is_told),
        cmocka_unit_test(test_every_option_can_be_stepped_through),
        cmocka_unit_test(test_everything_can_be_read_in_every_window),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
