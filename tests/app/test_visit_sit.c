/* SPDX-License-Identifier: MIT */
/* Sitting: a still ring, bells, and nothing that moves or asks. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static VisitRig *begun(void **state, SitRequest request, const char *script)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_take_sit(&rig->visit, &request);
    visit_rig_turn(rig);
    visit_rig_play(rig, script);
    return rig;
}

static SitRequest minutes(int32_t count)
{
    SitRequest request = sit_default();
    request.length_ms = count * INT64_C(60000);
    return request;
}

static void test_nothing_moves_until_the_end(void **state)
{
    VisitRig *rig = begun(state, minutes(2), "press 1000");
    assert_string_equal(rig->visit.scene.word, "In a moment");
    assert_string_equal(rig->visit.told, "2 minutes.");
    visit_rig_play(rig, "5000");
    for (int i = 0; i < 20; i++) {
        visit_rig_wait(rig, 5000);
        assert_string_equal(rig->visit.scene.word, "");
        assert_true(rig->visit.view.figure.ring_px > 0);
        assert_true(rig->visit.view.figure.orb_px == 0);
        assert_true(rig->visit.is_moving == false);
    }
    visit_rig_wait(rig, 25000);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void test_keys(void **state)
{
    static const struct {
        const char *name, *script, *answer;
    } rows[] = {
        { "bells off", "press 5000 sound", "Bells off." },
        { "bells on", "press 5000 sound 100 sound", "Bells on, softly." },
        { "quicker", "press 20000 quicker", "" },
        { "slower", "press 20000 slower", "" },
        { "next", "press 20000 on", "" },
        { "back", "press 20000 back", "" },
        { "leave out", "press 20000 leave-out", "" },
        { "no holds", "press 20000 no-holds", "" },
        { "pause", "press 20000 press", "Space goes on." },
        { "its length, paused at first", "press 1500 press 700 press 500",
          "10 minutes." },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = begun(state, minutes(10), rows[i].script);
        const Scene *scene = &rig->visit.scene;
        if (strcmp(scene->hint, rows[i].answer) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, scene->hint);
        assert_true(scene->legend_light > 0 || rows[i].answer[0] != '\0');
    }
}

static void test_it_pauses_and_goes_on_where_it_stood(void **state)
{
    VisitRig *rig = begun(state, minutes(1), "press 33000 press 60000");
    assert_string_equal(rig->visit.scene.word, "Paused");
    visit_rig_play(rig, "press 31000");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    visit_rig_play(rig, "5000");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void test_bells_are_what_is_heard(void **state)
{
    VisitRig *rig = begun(state, minutes(1), "press 5000");
    const MixLevels *levels = &rig->player.levels;
    assert_true(levels->is_on && levels->bells);
    assert_false(levels->voice || levels->marks);
    assert_int_equal(levels->bed, MIX_BED_NONE);
    visit_rig_play(rig, "sound");
    assert_false(levels->is_on || levels->bells);
    assert_false(rig->visit.settings.has_bells);
}

static void test_behind_the_closing_bell_it_may_go_on(void **state)
{
    SitRequest request = minutes(1);
    request.goes_on = true;
    VisitRig *rig = begun(state, request, "press 5000");
    assert_string_equal(rig->visit.told, "1 minute, and on until Esc.");
    visit_rig_wait(rig, 600000);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    visit_rig_play(rig, "out");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_play(rig, "700 press 4000"); /* where it was */
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
}

static void test_without_an_end_it_lasts_until_esc(void **state)
{
    VisitRig *rig = begun(state, minutes(0), "press 5000");
    assert_string_equal(rig->visit.told, "No set end. Esc leaves at any time.");
    visit_rig_wait(rig, 4000000);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
}

static void test_the_other_ways_of_a_sit(void **state)
{
    static const char *const ways[] = {
        "End here",       "Look around the room", "Hands and feet",
        "Seat and floor", "Sound without bells",  "My own pace"
    };
    const VisitRig *rig = begun(state, minutes(10), "press 9000 another-way 700");
    assert_int_equal(rig->visit.scene.choice_count, 6);
    for (int i = 0; i < 6; i++)
        assert_string_equal(rig->visit.scene.choices[i], ways[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_moves_until_the_end),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_it_pauses_and_goes_on_where_it_stood),
        cmocka_unit_test(test_bells_are_what_is_heard),
        cmocka_unit_test(test_behind_the_closing_bell_it_may_go_on),
        cmocka_unit_test(test_without_an_end_it_lasts_until_esc),
        cmocka_unit_test(test_the_other_ways_of_a_sit),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
