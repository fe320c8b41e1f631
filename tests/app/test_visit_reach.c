/* SPDX-License-Identifier: MIT */
/* Before reaching out: the face, its three equal tiles, and every pause. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { PAUSE = CONTROL_TOOL, WRITE, NOT_NOW };

#define DOOR CONTROL_DOOR + PRACTICE_REACH

static VisitRig *at_face(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, DOOR);
    visit_rig_wait(rig, 1000);
    return rig;
}

static VisitRig *with_pause(void **state, SettingsPause pause)
{
    VisitRig *rig = at_face(state);
    Settings settings = rig->visit.settings;
    settings.reach_pause = pause;
    visit_take_settings(&rig->visit, &settings, rig->now_us);
    visit_rig_turn(rig);
    return rig;
}

/* --- the face --- */

static void the_face_says_what_does_not_happen(void **state)
{
    const VisitRig *rig = at_face(state);
    const Scene *scene = &rig->visit.scene;
    assert_int_equal(rig->visit.face, PRACTICE_REACH);
    assert_string_equal(scene->title, "Before reaching out");
    assert_non_null(strstr(scene->says, "About 90 seconds"));
    assert_non_null(strstr(scene->says, "Nothing is sent from here."));
    assert_non_null(strstr(scene->says, "Nothing is kept unless you keep it."));
    assert_non_null(strstr(scene->aside, "Leaving them out is a choice too."));
    assert_string_equal(scene->line, "Space begins the pause. Esc closes.");
    assert_string_equal(scene->values[0], "4 in, 6 out");
    assert_string_equal(scene->values[1], "90 seconds");
    assert_string_equal(scene->values[2], "sound off");
    assert_true(rig->visit.view.figure.orb_px == 0);
    assert_false(rig->visit.is_moving);
}

/* As large, as bright and in the row like the others. */
static void the_three_tiles_are_equal(void **state)
{
    static const char *const words[] = { "A pause first", "Write a line", "Not now" };
    static const int32_t sizes[][3] = { { 480, 360, 100 },   { 480, 360, 200 },
                                        { 1280, 720, 100 },  { 1280, 720, 200 },
                                        { 1920, 1080, 100 }, { 2560, 1440, 250 } };
    VisitRig *rig = at_face(state);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        visit_size(&rig->visit, sizes[i][0], sizes[i][1]);
        rig->visit.settings.text_percent = sizes[i][2];
        visit_rig_turn(rig);
        const Layout *layout = &rig->visit.layout;
        const Item *first = layout_item_of(layout, PAUSE);
        for (int32_t tile = 0; tile < 3; tile++) {
            const Item *item = layout_item_of(layout, PAUSE + tile);
            const Run *run = &layout->runs[item->run];
            assert_string_equal(rig->visit.scene.tools[tile], words[tile]);
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

static void not_now_is_an_end_like_others(void **state)
{
    VisitRig *rig = at_face(state);
    visit_rig_press(rig, NOT_NOW);
    visit_rig_wait(rig, 3000);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    assert_true(rig->visit.scene.line[0] != '\0');
    assert_int_equal(rig->visit.message.set, VISIT_MESSAGES_REACHED);
    assert_int_equal(rig->visit.scene.choice_count, 3);
    assert_string_equal(rig->visit.scene.choices[0], "Go on");
    visit_rig_play(rig, "press 700");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_int_equal(rig->visit.face, PRACTICE_REACH);
    visit_rig_play(rig, "out");
    assert_true(rig->visit.wants_close);
}

static void the_tiles_by_keyboard(void **state)
{
    VisitRig *rig = at_face(state);
    for (int32_t tile = PAUSE; tile <= NOT_NOW; tile++) {
        visit_rig_play(rig, "frame-next");
        while (rig->visit.focus != tile)
            visit_rig_play(rig, "frame-next");
    }
    visit_rig_play(rig, "enter");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void without_a_page_two_tiles_are_left(void **state)
{
    VisitRig *rig = at_face(state);
    rig->visit.house.written = NULL;
    visit_rig_turn(rig);
    assert_null(layout_item_of(&rig->visit.layout, WRITE));
    assert_non_null(layout_item_of(&rig->visit.layout, PAUSE));
    assert_non_null(layout_item_of(&rig->visit.layout, NOT_NOW));
}

/* --- the row --- */

static const struct {
    const char *name;
    SettingsPause pause;
    const char *values[3], *says;
} faces[] = {
    { "breaths",
      SETTINGS_PAUSE_BREATHS,
      { "4 in, 6 out", "90 seconds", "sound off" },
      "About 90 seconds, or as long as you like." },
    { "a sound",
      SETTINGS_PAUSE_SOUND,
      { "a sound", "90 seconds", "sea, softly" },
      "About 90 seconds, or as long as you like." },
    { "the chair",
      SETTINGS_PAUSE_CHAIR,
      { "the chair", "90 seconds", "sound off" },
      "About 90 seconds, or as long as you like." },
    { "my own pace",
      SETTINGS_PAUSE_OWN,
      { "my own pace", "no set end", "sound off" },
      "As long as you like." },
};

static void the_row_is_the_preview(void **state)
{
    for (size_t i = 0; i < sizeof faces / sizeof faces[0]; i++) {
        const VisitRig *rig = with_pause(state, faces[i].pause);
        for (int v = 0; v < 3; v++)
            if (strcmp(rig->visit.scene.values[v], faces[i].values[v]) != 0)
                fail_msg("%s: \"%s\"", faces[i].name, rig->visit.scene.values[v]);
        if (strstr(rig->visit.scene.says, faces[i].says) != rig->visit.scene.says)
            fail_msg("%s: \"%s\"", faces[i].name, rig->visit.scene.says);
    }
}

/* Whoever leaves its places out is not led to breaths by a row that says "the chair". */
static VisitRig *without_chair(void **state)
{
    VisitRig *rig = with_pause(state, SETTINGS_PAUSE_CHAIR);
    Settings settings = rig->visit.settings;
    strcpy(settings.leave_out, "seat, feet, contact");
    visit_take_settings(&rig->visit, &settings, rig->now_us);
    visit_rig_turn(rig);
    return rig;
}

static void without_its_places_there_is_no_chair(void **state)
{
    VisitRig *rig = without_chair(state);
    assert_string_equal(rig->visit.scene.values[0], "my own pace");
    assert_string_equal(rig->visit.scene.values[1], "no set end");
    visit_rig_press(rig, CONTROL_VALUE);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.scene.choice_count, 3);
    assert_string_equal(rig->visit.scene.choices[2], "my own pace");
    visit_rig_play(rig, "enter 700");
    assert_int_equal(rig->visit.settings.reach_pause, SETTINGS_PAUSE_OWN);
    rig = without_chair(state);
    visit_rig_play(rig, "press 3000");
    assert_int_equal(rig->visit.screen, SCREEN_PACE);
}

static void a_length_is_chosen_and_remembered(void **state)
{
    VisitRig *rig = at_face(state);
    visit_rig_press(rig, CONTROL_VALUE + 1);
    visit_rig_wait(rig, 700);
    assert_string_equal(rig->visit.scene.choices[2], "120 seconds");
    visit_rig_play(rig, "slower");
    assert_string_equal(rig->visit.scene.detail,
                        "9 breaths, 1 min 30 s. Then a page to write on.");
    visit_rig_play(rig, "enter");
    assert_int_equal(rig->visit.settings.reach_length, 2);
    assert_true(rig->visit.is_choice_new);
    assert_string_equal(rig->visit.scene.values[1], "120 seconds");
    visit_rig_play(rig, "700 press 700 press");
    assert_true(rig->visit.screen == SCREEN_LIST || rig->visit.screen == SCREEN_HOME);
}

static void where_the_sound_is_the_pause_m_says_so(void **state)
{
    VisitRig *rig = with_pause(state, SETTINGS_PAUSE_SOUND);
    visit_rig_play(rig, "sound");
    assert_string_equal(rig->visit.scene.hint,
                        "Here the sound is the pause. The row has others.");
    assert_false(rig->visit.settings.is_sound_on);
}

/* --- the pause --- */

static void space_begins_what_the_plan_says(void **state)
{
    static Plan plan;
    VisitRig *rig = at_face(state);
    const ReachRequest request = reach_default();
    visit_rig_play(rig, "press");
    assert_null(reach_lay_out(&request, &plan));
    assert_int_equal(rig->visit.running, PRACTICE_REACH);
    assert_memory_equal(&rig->player.session.plan, &plan, sizeof plan);
    assert_false(rig->player.levels.is_on);
    visit_rig_wait(rig, 1500);
    assert_string_equal(rig->visit.told, "1 minute, in whole breaths.");
    assert_string_equal(rig->visit.scene.on_says, "write a line");
}

static void the_pause_leads_to_the_page(void **state)
{
    for (int pause = 0; pause < SETTINGS_PAUSE_OWN; pause++) {
        VisitRig *rig = with_pause(state, (SettingsPause)pause);
        visit_rig_play(rig, "press 700");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
        for (int s = 0; s < 90 && rig->visit.screen == SCREEN_PRACTICE; s++)
            visit_rig_wait(rig, 1000);
        if (rig->visit.screen != SCREEN_WRITE)
            fail_msg("pause %d", pause);
    }
}

static void the_arrow_goes_on_at_any_time(void **state)
{
    for (int pause = 0; pause < SETTINGS_PAUSE_COUNT; pause++) {
        VisitRig *rig = with_pause(state, (SettingsPause)pause);
        visit_rig_play(rig, "press 9000 on");
        if (rig->visit.screen != SCREEN_WRITE || player_is_running(&rig->player))
            fail_msg("pause %d", pause);
    }
}

static void esc_leads_where_it_always_does(void **state)
{
    for (int pause = 0; pause < SETTINGS_PAUSE_COUNT; pause++) {
        VisitRig *rig = with_pause(state, (SettingsPause)pause);
        visit_rig_play(rig, "press 9000 out");
        if (rig->visit.screen != SCREEN_AFTER || player_is_running(&rig->player))
            fail_msg("pause %d", pause);
        assert_int_equal(rig->visit.message.set, VISIT_MESSAGES_REACHED);
        visit_rig_play(rig, "out");
        assert_true(rig->visit.wants_close);
    }
}

/* Go on takes the pause up where it was left, and it leads to the page all the same. */
static void a_pause_that_was_left_goes_on(void **state)
{
    VisitRig *rig = at_face(state);
    visit_rig_play(rig, "press 9000 out 700 press 5000");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
}

/* What is too much leads nowhere but out. */
static void another_way_is_a_way_out(void **state)
{
    VisitRig *rig = at_face(state);
    visit_rig_play(rig, "press 9000 another-way 700");
    assert_int_equal(rig->visit.screen, SCREEN_CHOICES);
    visit_rig_press(rig, CONTROL_CHOICE + 1);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_null(rig->visit.scene.on_says);
    visit_rig_play(rig, "out");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void a_chair_is_silent_until_sound_was_asked_for(void **state)
{
    VisitRig *rig = with_pause(state, SETTINGS_PAUSE_CHAIR);
    visit_rig_play(rig, "press 9000");
    assert_int_equal(rig->visit.running, PRACTICE_SCAN);
    assert_false(rig->player.levels.voice || rig->player.levels.is_on);
    rig = with_pause(state, SETTINGS_PAUSE_CHAIR);
    visit_rig_play(rig, "sound press 9000");
    assert_true(rig->player.levels.voice && rig->player.levels.is_on);
}

static void nothing_is_kept_of_it(void **state)
{
    VisitRig *rig = at_face(state);
    rig->visit.is_choice_new = false;
    visit_rig_play(rig, "press 9000 on 700 out 700");
    assert_false(rig->visit.is_choice_new);
}

/* Typed for this start: its own length, and breaths whatever was chosen. */
static void what_was_typed_is_what_begins(void **state)
{
    VisitRig *rig = with_pause(state, SETTINGS_PAUSE_SOUND);
    const ReachRequest typed = { .seconds = 60, .pace_permille = 1500, .lead_in_ms = 0 };
    visit_take_reach(&rig->visit, &typed);
    visit_rig_turn(rig);
    assert_string_equal(rig->visit.scene.values[0], "4 in, 6 out");
    assert_string_equal(rig->visit.scene.values[1], "60 seconds");
    visit_rig_play(rig, "press");
    assert_int_equal(plan_end_ms(&rig->player.session.plan), 60000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_face_says_what_does_not_happen),
        cmocka_unit_test(the_three_tiles_are_equal),
        cmocka_unit_test(not_now_is_an_end_like_others),
        cmocka_unit_test(the_tiles_by_keyboard),
        cmocka_unit_test(without_a_page_two_tiles_are_left),
        cmocka_unit_test(the_row_is_the_preview),
        cmocka_unit_test(without_its_places_there_is_no_chair),
        cmocka_unit_test(a_length_is_chosen_and_remembered),
        cmocka_unit_test(where_the_sound_is_the_pause_m_says_so),
        cmocka_unit_test(space_begins_what_the_plan_says),
        cmocka_unit_test(the_pause_leads_to_the_page),
        cmocka_unit_test(the_arrow_goes_on_at_any_time),
        cmocka_unit_test(esc_leads_where_it_always_does),
        cmocka_unit_test(a_pause_that_was_left_goes_on),
        cmocka_unit_test(another_way_is_a_way_out),
        cmocka_unit_test(a_chair_is_silent_until_sound_was_asked_for),
        cmocka_unit_test(nothing_is_kept_of_it),
        cmocka_unit_test(what_was_typed_is_what_begins),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
