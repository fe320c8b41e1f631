/* SPDX-License-Identifier: MIT */
/* A practice in words: what is said when, for how long, and how it ends. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define EASY "easing-in"
#define BOX "4-4-4-4"

typedef struct Words {
    const char *name;
    const char *pattern, *script;
    const char *word, *hint;
} Words;

static void test_words_and_answers(void **state)
{
    static const Words rows[] = {
        { "settling", EASY, "press 1500", "In a moment", "3 min 4 s, in whole breaths." },
        { "the first inhale", EASY, "press 3000", "In", "Follow it, or watch." },
        { "the first exhale", EASY, "press 6500", "Out", "Follow it, or watch." },
        { "the third breath", EASY, "press 21000", "In", "Follow it, or watch." },
        { "the fourth breath", EASY, "press 29000", "In", "" },
        { "a hold", BOX, "press 7000", "Hold", "Follow it, or watch." },
        { "an empty hold", BOX, "press 15000", "Rest", "Follow it, or watch." },
        { "more", "sigh", "press 5000", "More", "Follow it, or watch." },
        { "paused", EASY, "press 5000 press", "Paused", "Space goes on." },
        { "going on", EASY, "press 5000 press 700 press", "In a moment",
          "Follow it, or watch." },
        { "gone on", EASY, "press 5000 press 700 press 3000", "In",
          "Follow it, or watch." },
        { "quicker", EASY, "press 4000 quicker", "In",
          "A little quicker, from the next breath." },
        { "quicker, 3.9 s later", EASY, "press 4000 quicker 3900", "Out",
          "A little quicker, from the next breath." },
        { "quicker, 5 s later", EASY, "press 4000 quicker 5000", "Out",
          "Follow it, or watch." },
        { "slower", EASY, "press 43000 slower", "Out",
          "A little slower, over the next breaths." },
        { "sound on, without a device", EASY, "press 43000 sound", "Out",
          "No sound device; the picture goes on." },
        { "sound off", EASY, "press 43000 sound sound", "Out", "Sound off." },
        { "no holds", BOX, "press 8000 no-holds", "Hold", "Holds are left out." },
        { "no holds where none are", EASY, "press 43000 no-holds", "Out", "" },
        { "the second press of N", BOX, "press 8000 no-holds 40000 no-holds", "In", "" },
        { "an answer ends with a pause", EASY, "press 5000 quicker press", "Paused",
          "Space goes on." },
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = visit_rig_played(*state, rows[i].pattern, rows[i].script);
        const Scene *scene = &rig->visit.scene;
        if (strcmp(scene->word, rows[i].word) == 0 &&
            strcmp(scene->hint, rows[i].hint) == 0)
            continue;
        print_error("%s: \"%s\", \"%s\"\n", rows[i].name, scene->word, scene->hint);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_quicker_ends_somewhere(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 4000");
    for (int i = 0; i < 40; i++)
        visit_rig_play(rig, "quicker");
    assert_string_equal(rig->visit.scene.hint, "As quick as it goes.");
    visit_rig_wait(rig, 20000);
    const SessionMoment moment =
        session_moment(&rig->player.session, player_ms(&rig->player, rig->now_us));
    assert_true(breath_cycle_ms(&moment.pattern) >= BREATH_CYCLE_MIN_MS);
    assert_true(breath_cycle_ms(&moment.pattern) < 3600);
}

/* Words cross in 120 ms, starting in the very frame of the boundary. */
static void test_a_word_changes_on_its_boundary(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 6499");
    assert_string_equal(rig->visit.scene.word, "In");
    visit_rig_wait(rig, 1);
    assert_string_equal(rig->visit.scene.word, "Out");
    assert_string_equal(rig->visit.scene.word_before, "In");
    visit_rig_wait(rig, 60);
    assert_float_equal(rig->visit.scene.word_light, 0.5, 0.01);
    visit_rig_wait(rig, 60);
    assert_null(rig->visit.scene.word_before);
    assert_true(rig->visit.scene.word_light == 1.0);
}

static double legend_light(VisitRig *rig)
{
    const Item *item = layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_HIDE);
    return item != NULL ? item->light : 0;
}

static void test_the_legend_stays_twelve_seconds(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 12000");
    assert_true(legend_light(rig) == 1.0);
    visit_rig_wait(rig, 300);
    assert_float_equal(legend_light(rig), 0.5, 0.02);
    visit_rig_wait(rig, 300);
    assert_true(legend_light(rig) == 0.0);
}

static void test_a_strange_key_or_the_pointer_bring_the_legend_for_six(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 20000 ? 6000");
    assert_true(legend_light(rig) == 1.0);
    visit_rig_wait(rig, 600);
    assert_true(legend_light(rig) == 0.0);
    visit_hover(&rig->visit, CONTROL_NONE, rig->now_us);
    visit_rig_turn(rig);
    assert_true(legend_light(rig) == 1.0);
    visit_rig_wait(rig, 6600);
    assert_true(legend_light(rig) == 0.0);
}

static void watch_exits(VisitRig *rig)
{
    const Item *first = rig->watcher;
    const Item *out = layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_OUT);
    if (rig->visit.screen != SCREEN_PRACTICE)
        return;
    assert_non_null(out);
    assert_true(out->light == 1.0);
    assert_memory_equal(&out->rect, &first->rect, sizeof out->rect);
}

static void test_the_exits_never_fade_and_never_move(void **state)
{
    VisitRig *rig = visit_rig_played(*state, BOX, "press");
    Item first = *layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_OUT);
    rig->watcher = &first;
    rig->on_frame = watch_exits;
    visit_rig_play(rig, "8000 no-holds 4000 ? 8000 press 500 press 5000 quicker 9000");
    rig->on_frame = NULL;
}

static void test_n_is_there_only_where_holds_are(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000");
    assert_null(layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_NO_HOLDS));
    rig = visit_rig_played(*state, BOX, "press 5000");
    assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_NO_HOLDS));
    visit_rig_play(rig, "no-holds 1000");
    assert_null(layout_item_of(&rig->visit.layout, CONTROL_ACTION + ACTION_NO_HOLDS));
}

static void watch_holds(VisitRig *rig)
{
    assert_string_not_equal(rig->visit.scene.word, "Hold");
    assert_string_not_equal(rig->visit.scene.word, "Rest");
}

static void test_a_refused_breath_is_over(void **state)
{
    VisitRig *rig = visit_rig_played(*state, BOX, "press 8000 no-holds 249");
    assert_string_equal(rig->visit.scene.word, "Hold");
    visit_rig_wait(rig, 2);
    assert_string_equal(rig->visit.scene.word, "Out");
    rig->on_frame = watch_holds;
    visit_rig_wait(rig, 30000);
    rig->on_frame = NULL;
}

/* --- the end --- */

static void test_leaving_early_and_reaching_the_end_show_the_same(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 20000 out 4000");
    char early[VISIT_RIG_LOG_MAX];
    strcpy(early, visit_rig_picture(rig));
    visit_rig_home(rig, EASY, 1);
    visit_rig_play(rig, "press 80000");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    assert_string_equal(visit_rig_picture(rig), early);
}

static void test_the_message_comes_softly(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 out 1500");
    assert_true(rig->visit.scene.line[0] != '\0');
    assert_true(rig->visit.scene.line_light == 0.0);
    visit_rig_wait(rig, 400);
    assert_float_equal(rig->visit.scene.line_light, 0.5, 0.01);
    visit_rig_wait(rig, 400);
    assert_true(rig->visit.scene.line_light == 1.0);
    assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_CHOICE));
}

static void test_the_end_rests_then_fades(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "4-6", 1);
    visit_rig_play(rig, "press 63000");
    assert_int_equal(rig->player.session.state, SESSION_OVER);
    assert_true(rig->visit.view.figure.light == 1.0);
    visit_rig_wait(rig, 1000);
    assert_true(rig->visit.view.figure.light == 1.0);
    visit_rig_wait(rig, 600);
    assert_float_equal(rig->visit.view.figure.light, 0.5, 0.01);
    visit_rig_wait(rig, 583);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_true(rig->visit.view.figure.light < 0.01);
    visit_rig_wait(rig, 18);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void test_go_on_after_leaving_continues(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 50000");
    const double at_ms = player_ms(&rig->player, rig->now_us);
    visit_rig_play(rig, "out 2000 press");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_string_equal(rig->visit.scene.word, "In a moment");
    assert_true(player_ms(&rig->player, rig->now_us) >= at_ms);
    visit_rig_wait(rig, 3000);
    assert_string_equal(rig->visit.scene.word, "In");
}

static void test_go_on_after_the_end_begins_the_same_again(void **state)
{
    static const struct {
        const char *name, *script;
        bool is_quiet;
        int32_t cycle_ms;
    } rows[] = {
        { "what home stands on", "press 70000 press 5000", false, 10000 },
        { "hands and feet",
          "press 5000 out 700 take:something-smaller 700 take:hands-and-feet 70000 "
          "press 5000",
          false, 0 },
        { "a sound alone",
          "press 5000 out 700 take:something-smaller 700 take:a-sound 70000 press 5000",
          true, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, "4-6", 1);
        visit_rig_play(rig, rows[i].script);
        const Visit *visit = &rig->visit;
        if (visit->screen != SCREEN_PRACTICE || visit->is_quiet != rows[i].is_quiet ||
            breath_cycle_ms(&rig->player.session.base) != rows[i].cycle_ms)
            fail_msg("%s: something else begins", rows[i].name);
    }
}

static void test_lost_time_pauses_and_never_jumps(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 20000");
    const double before_ms = player_ms(&rig->player, rig->now_us);
    rig->now_us += 7200 * INT64_C(1000000);
    visit_interrupt(&rig->visit, rig->now_us);
    visit_rig_turn(rig);
    assert_string_equal(rig->visit.scene.word, "Paused");
    assert_true(player_ms(&rig->player, rig->now_us) - before_ms < 1.0);
}

static void test_sound_alone_has_no_word_and_no_breath(void **state)
{
    VisitRig *rig = visit_rig_played(
        *state, EASY, "press 5000 another-way 700 take:sound 60000 quicker no-holds");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_string_equal(rig->visit.scene.word, "");
    assert_true(rig->visit.view.figure.orb_px == 0);
    assert_true(rig->player.levels.is_on);
    visit_rig_play(rig, "out");
    assert_false(rig->player.levels.is_on);
    visit_rig_play(rig, "700 press 4000");
    assert_string_equal(rig->visit.scene.word, "");
    assert_true(rig->player.levels.is_on);
    visit_rig_play(rig, "sound");
    assert_false(rig->player.levels.is_on);
}

/* A file that another hand changed says nothing about a sound that was asked for. */
static void test_sound_alone_outlives_a_change_elsewhere(void **state)
{
    VisitRig *rig =
        visit_rig_played(*state, EASY, "press 5000 another-way 700 take:sound 3000");
    Settings next = rig->visit.settings;
    next.volume = 30;
    visit_take_settings(&rig->visit, &next, rig->now_us);
    assert_true(rig->player.levels.is_on);
    assert_int_equal(rig->player.levels.volume, 30);
    visit_rig_play(rig, "sound");
    next.volume = 20;
    visit_take_settings(&rig->visit, &next, rig->now_us);
    assert_false(rig->player.levels.is_on);
}

/* Without its holds a breath may be too quick to be one; then it is made longer. */
static void test_holds_that_are_refused_leave_a_breath(void **state)
{
    VisitRig *rig = visit_rig_played(*state, "1-4-1", "0");
    Settings next = rig->visit.settings;
    next.holds = SETTINGS_HOLDS_NEVER;
    visit_take_settings(&rig->visit, &next, rig->now_us);
    visit_rig_play(rig, "press 4000");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_false(breath_has_holds(&rig->player.session.base));
    assert_int_equal(breath_cycle_ms(&rig->player.session.base), BREATH_CYCLE_MIN_MS);
}

static void test_refused_holds_do_not_come_back_with_go_on(void **state)
{
    static const char *const patterns[] = { BOX, "1-4-1" };
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, patterns[i], 1);
        visit_rig_play(rig, "press 5000 no-holds 80000");
        assert_int_equal(rig->visit.screen, SCREEN_AFTER);
        visit_rig_play(rig, "press 4000");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
        assert_false(breath_has_holds(&rig->player.session.base));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_and_answers),
        cmocka_unit_test(test_quicker_ends_somewhere),
        cmocka_unit_test(test_a_word_changes_on_its_boundary),
        cmocka_unit_test(test_the_legend_stays_twelve_seconds),
        cmocka_unit_test(test_a_strange_key_or_the_pointer_bring_the_legend_for_six),
        cmocka_unit_test(test_the_exits_never_fade_and_never_move),
        cmocka_unit_test(test_n_is_there_only_where_holds_are),
        cmocka_unit_test(test_a_refused_breath_is_over),
        cmocka_unit_test(test_leaving_early_and_reaching_the_end_show_the_same),
        cmocka_unit_test(test_the_message_comes_softly),
        cmocka_unit_test(test_the_end_rests_then_fades),
        cmocka_unit_test(test_go_on_after_leaving_continues),
        cmocka_unit_test(test_go_on_after_the_end_begins_the_same_again),
        cmocka_unit_test(test_lost_time_pauses_and_never_jumps),
        cmocka_unit_test(test_sound_alone_has_no_word_and_no_breath),
        cmocka_unit_test(test_sound_alone_outlives_a_change_elsewhere),
        cmocka_unit_test(test_holds_that_are_refused_leave_a_breath),
        cmocka_unit_test(test_refused_holds_do_not_come_back_with_go_on),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
