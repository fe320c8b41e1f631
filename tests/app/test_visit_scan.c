/* SPDX-License-Identifier: MIT */
/* A body scan while it runs: every key is answered, the caption is what is said, the
 * place that is gone to shows at once, and what was left out does not come back by
 * itself. */
#include "app/left_out.h"
#include "app/visit_parts.h"
#include "support/layout_proof.h"
#include "support/random.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* At the body scan's face, and then the script. */
static VisitRig *played(void **state, const char *script)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_show_face(&rig->visit, PRACTICE_SCAN, rig->now_us);
    visit_rig_turn(rig);
    visit_rig_play(rig, script);
    return rig;
}

static const char *shown_place(const VisitRig *rig)
{
    const Scene *scene = &rig->visit.scene;
    return scene->place >= 0 && scene->place < scene->place_count
               ? scene->places[scene->place]
               : "";
}

typedef struct Answer {
    const char *name, *script, *answer, *place;
} Answer;

static void test_every_key_is_answered(void **state)
{
    static const Answer rows[] = {
        { "next from the lead-in", "press 1000 on", "Next: hands.", "hands" },
        { "next from arriving", "press 5000 on", "Next: hands.", "hands" },
        { "next twice", "press 5000 on on", "Next: feet.", "feet" },
        { "next at the last place", "press 700 on on on on on", "Next: coming back.",
          "" },
        { "next at the end", "press 700 on on on on on on", "That was the last of it.",
          "" },
        { "back", "press 700 on on 4000 back", "Back: hands.", "hands" },
        { "back to the beginning", "press 700 on 4000 back", "Back: the beginning.", "" },
        { "back in the lead-in", "press 1000 back", "Nothing is before this.", "" },
        { "stay", "press 700 on 4000 press", "Staying here. Space goes on.", "hands" },
        { "stay in the lead-in", "press 1000 press", "There is nothing to stay with yet.",
          "" },
        { "on from staying", "press 700 on 9000 press 2000 press", "On from here.",
          "hands" },
        { "leave out", "press 700 on 4000 leave-out",
          "Left out from now on: hands. Settings can undo that.", "feet" },
        { "nothing to leave out", "press 5000 leave-out",
          "There is no place here to leave out.", "" },
        { "its length, hidden at first", "press 1500 hide 700 hide 700 press 500",
          "3 minutes.", "" },
        { "on from an empty page", "press 30000 hide 700 hide 700 press 500", "",
          "hands" },
        { "shorter", "press 5000 quicker", "Shorter silences, from the next one on.",
          "" },
        { "longer", "press 5000 slower", "Longer silences, from the next one on.", "" },
        { "voice off", "press 5000 sound", "Voice off.", "" },
        { "voice on", "press 5000 sound 100 sound", "Voice on, softly.", "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = played(state, rows[i].script);
        const Scene *scene = &rig->visit.scene;
        if (scene->hint == NULL || strcmp(scene->hint, rows[i].answer) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, scene->hint);
        if (strcmp(shown_place(rig), rows[i].place) != 0)
            fail_msg("%s: at \"%s\"", rows[i].name, shown_place(rig));
    }
}

static void test_silences_end_where_they_cannot_change(void **state)
{
    VisitRig *rig = played(state, "press 5000");
    for (int i = 0; i < 40; i++)
        visit_rig_play(rig, "quicker");
    assert_string_equal(rig->visit.scene.hint, "As short as they go.");
    for (int i = 0; i < 80; i++)
        visit_rig_play(rig, "slower");
    assert_string_equal(rig->visit.scene.hint, "As long as they go.");
}

static void test_no_holds_means_nothing_here(void **state)
{
    VisitRig *rig = played(state, "press 20000 no-holds");
    assert_string_equal(rig->visit.scene.hint, "");
    assert_true(rig->visit.scene.legend_light == 1.0);
}

/* --- the caption --- */

static void test_old_words_leave_at_once_and_new_ones_come_2_s_later(void **state)
{
    VisitRig *rig = played(state, "press 5000");
    assert_string_equal(rig->visit.scene.caption,
                        "Eyes open, or not. First the room, its walls, its door.");
    visit_rig_play(rig, "on");
    assert_string_equal(rig->visit.scene.caption, "");
    visit_rig_play(rig, "1000 on 1900");
    assert_string_equal(rig->visit.scene.caption, "");
    assert_string_equal(shown_place(rig), "feet");
    visit_rig_play(rig, "200");
    assert_non_null(strstr(rig->visit.scene.caption, "The feet"));
}

static void test_words_come_2_s_behind_a_stay_as_well(void **state)
{
    VisitRig *rig = played(state, "press 16000 press 60000 press 100");
    assert_string_equal(rig->visit.scene.hint, "On from here.");
    visit_rig_play(rig, "1800");
    assert_non_null(strstr(rig->visit.scene.caption, "Eyes open"));
    visit_rig_play(rig, "200");
    assert_null(strstr(rig->visit.scene.caption, "Eyes open"));
}

/* Where an answer has the caption's place, it goes when new words come. */
static void test_new_words_are_newer_than_the_answer_before_them(void **state)
{
    VisitRig *rig = played(state, "press 5000 on 300");
    assert_true(rig->visit.scene.hint_is_answer);
    assert_false(rig->visit.scene.is_caption_newer);
    visit_rig_play(rig, "2100");
    assert_true(rig->visit.scene.hint_is_answer);
    assert_true(rig->visit.scene.is_caption_newer);
    visit_rig_play(rig, "slower 100");
    assert_false(rig->visit.scene.is_caption_newer);
}

static void test_nothing_moves_where_the_time_left_stood_while_one_stays(void **state)
{
    VisitRig *rig = played(state, "press 700");
    rig->visit.settings.has_time_left = true;
    visit_rig_play(rig, "on 4000");
    assert_non_null(strstr(rig->visit.scene.time_left, "left"));
    const double y = rig->visit.layout.figure_y_px, size = rig->visit.layout.figure_px;
    visit_rig_play(rig, "press 300");
    assert_string_equal(rig->visit.scene.time_left, "");
    assert_true(rig->visit.layout.figure_y_px == y);
    assert_true(rig->visit.layout.figure_px == size);
}

/* The words that began last, by the plan that is lived; none since a person went on. */
static const char *said(const VisitRig *rig)
{
    const Session *session = &rig->player.session;
    const int64_t now = (int64_t)player_ms(&rig->player, rig->now_us);
    const PlanStep step = plan_step_at(&session->plan, now);
    if (session->state == SESSION_PAUSED)
        return "Paused";
    if (step.kind == PLAN_SETTLE)
        return "In a moment";
    if (step.kind == PLAN_WORDS && now >= session->places.shown_ms)
        return rig->cues.cues[step.cue].text;
    return NULL; /* what stands there was said before */
}

static void *random_rig;

static const char *captions_are_said(Random *random, int32_t size)
{
    static const char *const keys[] = { "on",      "back",   "press", "leave-out",
                                        "quicker", "slower", "sound", "?" };
    VisitRig *rig = played(&random_rig, "press 700");
    for (int32_t i = 0; i < size && rig->visit.screen == SCREEN_PRACTICE; i++) {
        visit_rig_wait(rig, random_between(random, 0, 9000));
        if (random_one_in(random, 2))
            visit_rig_play(rig, keys[random_between(random, 0, 7)]);
        if (rig->visit.screen != SCREEN_PRACTICE ||
            rig->player.session.state == SESSION_OVER)
            break;
        const char *words = said(rig), *shown = rig->visit.scene.caption;
        if (words != NULL && strcmp(words, shown) != 0)
            return random_say(random, "\"%s\" is said, \"%s\" is shown", words, shown);
        const char *wrong =
            layout_proof(&rig->visit.layout, &rig->visit.scene, rig->text);
        if (wrong != NULL)
            return random_say(random, "%s", wrong);
    }
    return NULL;
}

static void test_the_caption_is_what_is_said(void **state)
{
    random_rig = *state;
    random_check(captions_are_said, 60, 40);
}

static void test_nothing_moves_while_nothing_changes(void **state)
{
    VisitRig *rig = played(state, "press 700 on 8000");
    assert_false(rig->visit.is_moving);
    assert_true(rig->visit.wake_us > rig->now_us + 200000);
}

/* --- what was left out --- */

static void test_what_was_left_out_does_not_come_back(void **state)
{
    VisitRig *rig = played(state, "press 700 on 4000 leave-out 4000 back 4000");
    assert_string_equal(shown_place(rig), "");
    assert_true(rig->visit.is_choice_new);
    assert_string_equal(rig->visit.settings.leave_out, "hands");
    for (int32_t i = 0; i < rig->visit.scene.place_count; i++)
        assert_string_not_equal(rig->visit.scene.places[i], "hands");
    visit_rig_play(rig, "out 700 press 5000"); /* where it was */
    assert_int_equal(rig->visit.scene.place_count, 3);
    visit_rig_play(rig, "on on on on on on 9000");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_play(rig, "press 5000"); /* the same again */
    assert_int_equal(rig->visit.scene.place_count, 3);
}

/* The scan of 45 minutes, at the place of that name. */
static VisitRig *at_place(void **state, const char *name)
{
    VisitRig *rig = played(state, "");
    Settings settings = rig->visit.settings;
    strcpy(settings.route, "feet-to-head");
    settings.scan_minutes = 45;
    visit_take_settings(&rig->visit, &settings, rig->now_us);
    visit_rig_play(rig, "press 5000");
    for (int i = 0; i < 40 && strcmp(shown_place(rig), name) != 0; i++)
        visit_rig_play(rig, "on 3000");
    assert_string_equal(shown_place(rig), name);
    return rig;
}

static void test_its_parts_do_not_come_either(void **state)
{
    static const struct {
        const char *at, *then, *before, *gone[3];
    } rows[] = {
        { "hands", "arms", "shoulders", { "fingers", "hands", "wrists" } },
        { "arms", "neck", "hands", { "arms", "wrists" } },
        { "left toes", "left sole", "left sole", { "left toes" } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitRig *rig = at_place(state, rows[i].at);
        visit_rig_play(rig, "leave-out 3000");
        assert_string_equal(shown_place(rig), rows[i].then);
        for (int32_t p = 0; p < rig->visit.scene.place_count; p++)
            for (int g = 0; g < 3 && rows[i].gone[g] != NULL; g++)
                assert_string_not_equal(rig->visit.scene.places[p], rows[i].gone[g]);
        visit_rig_play(rig, "back 3000");
        if (strcmp(rows[i].then, rows[i].before) != 0)
            assert_string_equal(shown_place(rig), rows[i].before);
    }
}

static void test_where_nothing_is_left_home_says_so(void **state)
{
    VisitRig *rig = played(state, "press 700 on 3000 leave-out 3000 leave-out 3000 "
                                  "leave-out 3000 leave-out 3000 on 9000 press 100");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_string_equal(rig->visit.answer,
                        "Every place is left out. Settings can undo that.");
}

/* --- pausing, other ways, the voice --- */

static void test_it_comes_back_paused_and_takes_its_words_up_again(void **state)
{
    VisitRig *rig = played(state, "press 5000 hide 1000 hide 700");
    assert_string_equal(rig->visit.scene.caption, "Paused");
    assert_string_equal(rig->visit.scene.hint, "Space goes on.");
    visit_rig_play(rig, "press 100");
    assert_string_equal(rig->visit.scene.caption, "In a moment");
    visit_rig_play(rig, "3100");
    assert_non_null(strstr(rig->visit.scene.caption, "Eyes open"));
}

static void check_ways(const VisitRig *rig, const char *const ways[], int32_t count)
{
    assert_int_equal(rig->visit.scene.choice_count, count);
    for (int32_t i = 0; i < count; i++)
        assert_string_equal(rig->visit.scene.choices[i], ways[i]);
}

/* What one comes from is no way: Space leads back there. */
static void test_the_other_ways_of_a_scan(void **state)
{
    static const char *const of_hands[] = { "End here",
                                            "Look around the room",
                                            "Seat and floor",
                                            "Sound without places",
                                            "Words without voice",
                                            "My own pace" };
    static const char *const of_room[] = { "End here",         "Hands and feet",
                                           "Seat and floor",   "Sound without places",
                                           "Words with voice", "My own pace" };
    VisitRig *rig = played(state, "press 9000 another-way 700");
    check_ways(rig, of_hands, 6);
    visit_rig_play(rig, "take:words-without");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_true(rig->player.session.state == SESSION_RUNNING);
    assert_false(rig->player.levels.voice || rig->player.levels.is_on);
    assert_true(rig->visit.settings.is_voice_on); /* for this time alone */
    visit_rig_play(rig, "9000 another-way 700");
    assert_string_equal(rig->visit.scene.choices[4], "Words with voice");
    visit_rig_play(rig, "take:look-around");
    assert_string_equal(rig->visit.told, "No set end. Esc leaves at any time.");
    visit_rig_play(rig, "9000 another-way 700");
    check_ways(rig, of_room, 6);
    visit_rig_play(rig, "take:seat-and-floor");
    assert_string_equal(rig->visit.told, "2 minutes.");
    visit_rig_play(rig, "9000 another-way 700 take:sound");
    assert_true(rig->visit.is_quiet && rig->player.levels.is_on);
    visit_rig_play(rig, "9000 another-way 700");
    for (int32_t i = 0; i < rig->visit.scene.choice_count; i++)
        assert_null(strstr(rig->visit.scene.choices[i], "Sound"));
}

static void test_another_way_out_of_breathing_does_not_speak(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_play(rig, "press 9000 another-way 700");
    visit_rig_press(rig, CONTROL_CHOICE + 1);
    assert_int_equal(rig->visit.running, PRACTICE_SCAN);
    assert_false(rig->player.levels.is_on);
    visit_rig_play(rig, "700 sound");
    assert_true(rig->player.levels.is_on && rig->player.levels.voice);
}

static void test_m_leaves_nothing_to_be_heard(void **state)
{
    VisitRig *rig = played(state, "0");
    rig->visit.settings.is_sound_on = true;
    visit_rig_play(rig, "press 5000");
    assert_true(rig->player.levels.voice && rig->player.levels.bed != MIX_BED_NONE);
    visit_rig_play(rig, "sound");
    assert_string_equal(rig->visit.answer, "Voice and sound off.");
    assert_false(rig->player.levels.is_on);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_is_answered),
        cmocka_unit_test(test_silences_end_where_they_cannot_change),
        cmocka_unit_test(test_no_holds_means_nothing_here),
        cmocka_unit_test(test_old_words_leave_at_once_and_new_ones_come_2_s_later),
        cmocka_unit_test(test_words_come_2_s_behind_a_stay_as_well),
        cmocka_unit_test(test_new_words_are_newer_than_the_answer_before_them),
        cmocka_unit_test(test_nothing_moves_where_the_time_left_stood_while_one_stays),
        cmocka_unit_test(test_the_caption_is_what_is_said),
        cmocka_unit_test(test_nothing_moves_while_nothing_changes),
        cmocka_unit_test(test_what_was_left_out_does_not_come_back),
        cmocka_unit_test(test_its_parts_do_not_come_either),
        cmocka_unit_test(test_where_nothing_is_left_home_says_so),
        cmocka_unit_test(test_it_comes_back_paused_and_takes_its_words_up_again),
        cmocka_unit_test(test_the_other_ways_of_a_scan),
        cmocka_unit_test(test_another_way_out_of_breathing_does_not_speak),
        cmocka_unit_test(test_m_leaves_nothing_to_be_heard),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
