/* SPDX-License-Identifier: MIT */
/* The own pace: how the page is come by and left, what it hears, and what goes on. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"
#include "view/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#define EASY "easing-in"
#define S_PX 720.0

/* By Space, from a practice to the page; and breaths of 2 s in and 3 s out. */
#define OPEN "another-way 700 take:my-own-pace 700 "
#define IN_OUT "press 2000 let-go 3000 "
#define FOUR IN_OUT IN_OUT IN_OUT IN_OUT "press "

/* The same where practices begin at the own pace. */
static VisitRig *begun(void **state, SettingsBegins begins, const char *pattern,
                       const char *script)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, pattern, 3);
    rig->visit.settings.begins = begins;
    visit_rig_play(rig, script);
    return rig;
}

static BreathPattern first_breath(const VisitRig *rig)
{
    const Plan *plan = &rig->player.session.plan;
    BreathPattern pattern = { { 0 } };
    for (int32_t i = plan->count - 1; i >= 0; i--)
        if (plan->parts[i].kind == PLAN_BREATH)
            memcpy(pattern.phase_ms, plan->parts[i].phase_ms, sizeof pattern.phase_ms);
    return pattern;
}

static void check_breath(BreathPattern is, int32_t in_ms, int32_t out_ms)
{
    assert_int_equal(is.phase_ms[BREATH_IN], in_ms);
    assert_int_equal(is.phase_ms[BREATH_OUT], out_ms);
    assert_int_equal(breath_cycle_ms(&is), in_ms + out_ms);
}

/* How long the practice lasts, without what comes before the first breath. */
static int64_t length_ms(const VisitRig *rig)
{
    const Plan *plan = &rig->player.session.plan;
    const int64_t end = plan_end_ms(plan);
    return end == INT64_MAX ? 0 : end - plan->parts[1].start_ms;
}

/* --- ways in and out --- */

static void test_every_way_in_and_out(void **state)
{
    static const struct {
        const char *name, *script;
        SettingsBegins begins;
        ScreenId screen;
        bool closes;
    } rows[] = {
        { "behind O", "press 5000 " OPEN, SETTINGS_BEGINS_CHOSEN, SCREEN_PACE, false },
        { "out, in the first frame", "press 5000 another-way 700 take:my-own-pace out",
          SETTINGS_BEGINS_CHOSEN, SCREEN_AFTER, false },
        { "out, later", "press 5000 " OPEN FOUR "out", SETTINGS_BEGINS_CHOSEN,
          SCREEN_AFTER, false },
        { "out, with Space held", "press 5000 " OPEN "press 900 out",
          SETTINGS_BEGINS_CHOSEN, SCREEN_AFTER, false },
        { "out of everything", "press 5000 " OPEN "out out", SETTINGS_BEGINS_CHOSEN,
          SCREEN_AFTER, true },
        { "other ways", "press 5000 " OPEN "another-way", SETTINGS_BEGINS_CHOSEN,
          SCREEN_CHOICES, false },
        { "and back", "press 5000 " OPEN "another-way 700 press", SETTINGS_BEGINS_CHOSEN,
          SCREEN_PACE, false },
        { "and out", "press 5000 " OPEN "another-way 700 out", SETTINGS_BEGINS_CHOSEN,
          SCREEN_AFTER, false },
        { "after, and on again", "press 5000 " OPEN "press 900 out 700 press",
          SETTINGS_BEGINS_CHOSEN, SCREEN_PACE, false },
        { "hidden", "press 5000 " OPEN "hide", SETTINGS_BEGINS_CHOSEN, SCREEN_HIDDEN,
          false },
        { "and back from it", "press 5000 " OPEN "hide 700 hide", SETTINGS_BEGINS_CHOSEN,
          SCREEN_PACE, false },
        { "keys and back", "press 5000 " OPEN "keys 700 out", SETTINGS_BEGINS_CHOSEN,
          SCREEN_PACE, false },
        { "Enter before four breaths", "press 5000 " OPEN "press 900 let-go enter",
          SETTINGS_BEGINS_CHOSEN, SCREEN_PACE, false },
        { "Enter after four", "press 5000 " OPEN FOUR "enter", SETTINGS_BEGINS_CHOSEN,
          SCREEN_PRACTICE, false },
        { "from sound alone",
          "press 5000 another-way 700 take:sound "
          "5000 " OPEN,
          SETTINGS_BEGINS_CHOSEN, SCREEN_PACE, false },
        { "as chosen, Space begins", "press", SETTINGS_BEGINS_CHOSEN, SCREEN_PRACTICE,
          false },
        { "at the own pace, Space opens the page", "press", SETTINGS_BEGINS_OWN,
          SCREEN_PACE, false },
        { "and Esc leaves it", "press out", SETTINGS_BEGINS_OWN, SCREEN_AFTER, false },
        { "As chosen", "press 700 frame-next frame-next press", SETTINGS_BEGINS_OWN,
          SCREEN_PRACTICE, false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = begun(state, rows[i].begins, EASY, rows[i].script);
        if (rig->visit.screen != rows[i].screen ||
            rig->visit.scene.screen != rows[i].screen ||
            rig->visit.wants_close != rows[i].closes)
            fail_msg("%s: on screen %d", rows[i].name, rig->visit.screen);
    }
}

static void test_a_press_from_the_screen_before_is_not_heard(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 500 press 700 let-go");
    assert_int_equal(rig->visit.pace.heard.count, 0);
    assert_string_equal(rig->visit.scene.word, "");
    visit_rig_play(rig, "press");
    assert_string_equal(rig->visit.scene.word, "In");
}

static void test_the_way_on_comes_with_the_fourth_breath(void **state)
{
    VisitRig *rig =
        visit_rig_played(*state, EASY, "press 5000 " OPEN IN_OUT IN_OUT IN_OUT "press");
    const char *listening = rig->visit.scene.hint;
    visit_rig_press(rig, CONTROL_CHOICE);
    assert_int_equal(rig->visit.screen, SCREEN_PACE);
    visit_rig_play(rig, "2000 let-go 3000 press 500");
    assert_string_not_equal(rig->visit.scene.hint, listening);
    assert_true(layout_item_of(&rig->visit.layout, CONTROL_CHOICE)->light == 1.0);
    visit_rig_press(rig, CONTROL_CHOICE);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
}

static void test_as_chosen_stands_before_a_practice_alone(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 " OPEN);
    assert_null(layout_item_of(&rig->visit.layout, CONTROL_CHOICE + 1));
    visit_rig_press(rig, CONTROL_CHOICE + 1);
    assert_int_equal(rig->visit.screen, SCREEN_PACE);
    rig = begun(state, SETTINGS_BEGINS_OWN, "4-6", "press 700");
    assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_CHOICE + 1));
    visit_rig_press(rig, CONTROL_CHOICE + 1);
    check_breath(first_breath(rig), 4000, 6000);
    assert_int_equal(length_ms(rig), 180000);
}

static void test_the_pointer_is_heard_as_well(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700");
    for (int breath = 0; breath < 5; breath++) {
        visit_rig_press(rig, CONTROL_FIGURE);
        assert_string_equal(rig->visit.scene.word, "In");
        visit_rig_play(rig, "1800 let-go");
        assert_string_equal(rig->visit.scene.word, "Out");
        visit_rig_play(rig, "2200");
    }
    visit_rig_press(rig, CONTROL_CHOICE);
    check_breath(first_breath(rig), 1800, 2200);
}

static void test_nothing_of_it_is_kept(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700");
    const Settings before = rig->visit.settings;
    visit_rig_play(rig, FOUR "enter 5000 out 700");
    assert_false(rig->visit.is_choice_new);
    assert_memory_equal(&rig->visit.settings, &before, sizeof before);
}

static void test_where_nothing_can_be_held_it_begins_as_chosen(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, "4-6", "0");
    visit_begin(&rig->visit, rig->now_us);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    check_breath(first_breath(rig), 4000, 6000);
}

/* --- what goes on --- */

static void test_a_practice_goes_on_from_the_own_pace(void **state)
{
    static const struct {
        const char *name, *pattern, *breaths;
        int32_t in_ms, out_ms, then_in_ms, then_out_ms;
    } rows[] = {
        { "quicker than chosen", "4-6", FOUR, 2000, 3000, 4000, 6000 },
        { "slower than chosen", "2-2", FOUR, 2000, 3000, 2000, 3000 },
        { "without holds", "4-4-4-4", FOUR, 2000, 3000, 4000, 4000 },
        { "a sigh in one", "1.5+0.7-5", FOUR, 2000, 3000, 2200, 5000 },
        { "tapped", "4-6",
          "press 99 let-go 1401 press 99 let-go 1901 press 99 let-go 1401 press 99 "
          "let-go 1901 press 99 let-go 1401 press 99 let-go 1901 press 99 let-go 1401 "
          "press 99 let-go 1901 press ",
          1500, 2000, 4000, 6000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        print_message("%s\n", rows[i].name);
        VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, rows[i].pattern, "press 700");
        visit_rig_play(rig, rows[i].breaths);
        visit_rig_play(rig, "enter");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
        check_breath(first_breath(rig), rows[i].in_ms, rows[i].out_ms);
        check_breath(rig->player.session.base, rows[i].then_in_ms, rows[i].then_out_ms);
        const Plan *plan = &rig->player.session.plan;
        const int64_t cycle = rows[i].in_ms + rows[i].out_ms;
        const int64_t fifth = plan->parts[1].start_ms + 4 * cycle;
        const PlanStep before = plan_step_at(plan, fifth - 1);
        const PlanStep after = plan_step_at(plan, fifth);
        assert_int_equal(plan_round_ms(&plan->parts[before.part]), cycle);
        const int64_t then = plan_round_ms(&plan->parts[after.part]);
        assert_true(rows[i].then_in_ms + rows[i].then_out_ms == cycle
                        ? then == cycle
                        : then > cycle && then <= cycle + cycle / 20);
    }
}

static void test_what_was_left_of_a_practice_goes_on(void **state)
{
    static const struct {
        const char *name;
        int32_t minutes;
        const char *script;
        int64_t least_ms, most_ms;
    } rows[] = {
        { "from its beginning", 3, "press 1000 ", 174000, 186000 },
        { "a minute in", 3, "press 63000 ", 114000, 126000 },
        { "at least a minute", 3, "press 170000 ", 55000, 65000 },
        { "no set end", 0, "press 63000 ", 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, "4-6", rows[i].minutes);
        visit_rig_play(rig, rows[i].script);
        visit_rig_play(rig, OPEN FOUR "enter");
        if (length_ms(rig) < rows[i].least_ms || length_ms(rig) > rows[i].most_ms)
            fail_msg("%s: %lld ms", rows[i].name, (long long)length_ms(rig));
    }
}

static void test_a_number_of_breaths_stays_one(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "0");
    rig->visit.request.breaths = 7;
    visit_rig_play(rig, "press 700 " FOUR "enter 100");
    assert_int_equal(rig->visit.begun.breaths, 7);
}

static void test_a_second_pace_leads_where_the_first_one_did(void **state)
{
    VisitRig *rig =
        visit_rig_played(*state, "2-2",
                         "press 5000 " OPEN FOUR "enter 9000 " OPEN
                         "press 1500 let-go 1500 press 1500 let-go 1500 press 1500 "
                         "let-go 1500 press 1500 let-go 1500 press enter");
    check_breath(first_breath(rig), 1500, 1500);
    check_breath(rig->player.session.base, 2000, 2000);
}

static bool is_offered(const VisitRig *rig, const char *way)
{
    for (int32_t i = 0; i < rig->visit.scene.choice_count; i++)
        if (strcmp(rig->visit.scene.choices[i], way) == 0)
            return true;
    return false;
}

static void test_back_to_the_pace_that_is_known(void **state)
{
    static const char back[] = "Back to my own pace", own[] = "My own pace";
    VisitRig *rig = visit_rig_played(*state, "4-6", "press 5000 another-way 700");
    assert_true(is_offered(rig, own) && !is_offered(rig, back));
    visit_rig_press(rig, CONTROL_CHOICE + 6);
    assert_int_equal(rig->visit.screen, SCREEN_CHOICES);
    rig = visit_rig_played(*state, "4-6", "press 5000 " OPEN FOUR "another-way 700");
    assert_false(is_offered(rig, own) || is_offered(rig, back)); /* Space is that */
    rig = visit_rig_played(*state, "4-6",
                           "press 5000 " OPEN FOUR
                           "enter 120000 another-way 700 frame-before "
                           "frame-before frame-before frame-before");
    assert_string_equal(rig->visit.scene.choices[6], back);
    assert_int_equal(rig->visit.focus, CONTROL_CHOICE + 6);
    visit_rig_play(rig, "press 100");
    assert_string_equal(rig->visit.scene.word, "In a moment");
    check_breath(first_breath(rig), 2000, 3000);
    assert_in_range(length_ms(rig), 50000, 66000);
}

/* From what does not breathe, on from the own pace leads to what home stands on. */
static void test_the_own_pace_is_a_way_out_of_a_scan_and_a_sit(void **state)
{
    for (int face = PRACTICE_SCAN; face <= PRACTICE_SIT; face++) {
        VisitRig *rig = visit_rig_played(*state, "4-6", "0");
        visit_show_face(&rig->visit, (PracticeKind)face, rig->now_us);
        visit_rig_play(rig, "press 9000 another-way 700 take:my-own-pace 700 " FOUR
                            "700 another-way 700");
        assert_false(is_offered(rig, "My own pace"));
        visit_rig_play(rig, "press 700 " FOUR "enter 100");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
        assert_int_equal(rig->visit.running, PRACTICE_BREATHE);
        check_breath(rig->player.session.base, 4000, 6000);
    }
}

static void test_go_on_repeats_it_from_the_same_pace(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "4-6", 1);
    rig->visit.settings.begins = SETTINGS_BEGINS_OWN;
    visit_rig_play(rig, "press 700 " FOUR "enter 75000");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_play(rig, "press 1000");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    check_breath(first_breath(rig), 2000, 3000);
    assert_in_range(length_ms(rig), 54000, 66000);
}

/* --- the figure, and sound --- */

static void test_the_figure_goes_along(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 2000");
    const double ring = FIGURE_RING * S_PX, empty = ring / FIGURE_RATIO_MAX;
    const Figure *figure = &rig->visit.view.figure;
    assert_float_equal(figure->orb_px, empty, 0.001);
    assert_float_equal(figure->ring_px, ring, 0.001);
    visit_rig_play(rig, "press 9000");
    assert_float_equal(figure->orb_px, ring, 0.1);
    visit_rig_play(rig, "let-go 9000");
    assert_float_equal(figure->orb_px, empty, 0.1);
}

static void test_one_figure_goes_before_the_other_comes(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "3500");
    const double home = rig->visit.view.figure.orb_px;
    const Figure *figure = &rig->visit.view.figure;
    visit_rig_play(rig, "press 400");
    assert_float_equal(figure->orb_px, home, 0.001);
    assert_float_equal(figure->light, 0.5, 0.01);
    visit_rig_play(rig, "410");
    assert_true(figure->light == 0.0);
    visit_rig_play(rig, "440");
    assert_float_equal(figure->orb_px, FIGURE_RING * S_PX / FIGURE_RATIO_MAX, 0.001);
    assert_float_equal(figure->light, 0.5, 0.01);
    visit_rig_play(rig, "400");
    assert_true(figure->light == 1.0);
}

static void test_the_figure_stays_when_a_practice_goes_on(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 1700 " FOUR "1500");
    const Figure before = rig->visit.view.figure;
    visit_rig_play(rig, "enter");
    const Figure *now = &rig->visit.view.figure;
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_float_equal(now->orb_px, before.orb_px, 0.001);
    assert_float_equal(now->ring_px, before.ring_px, 0.001);
    assert_true(now->ring_fade == 0.0 && now->light == 1.0);
}

static void test_every_figure_goes_along(void **state)
{
    VisitRig *rig = *state;
    for (int kind = 0; kind < FIGURE_BREATH_COUNT; kind++) {
        visit_rig_home(rig, EASY, 3);
        rig->visit.settings.begins = SETTINGS_BEGINS_OWN;
        strcpy(rig->visit.settings.figure, figure_breath_names[kind]);
        visit_rig_play(rig, "press 2000");
        assert_int_equal(rig->visit.view.figure.kind, kind);
        visit_rig_play(rig, "press 9000");
        const Figure *figure = &rig->visit.view.figure;
        assert_true(figure->light == 1.0);
        if (kind == FIGURE_FILLING)
            assert_float_equal(figure->fullness, 1.0, 0.001);
        if (kind == FIGURE_WORDS)
            assert_string_equal(figure->word, "In");
    }
}

static void test_at_rest_nothing_wakes(void **state)
{
    static const char *const scripts[] = {
        "press 14000",
        "press 14000 press 9000",
        "press 14000 press 9000 let-go 9000",
        "press 14000 press 600000",
        "press 14000 press 2000 let-go 600000",
        "press 14000 hide 100",
    };
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        const VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, scripts[i]);
        if (rig->visit.is_moving || rig->visit.wake_us != INT64_MAX)
            fail_msg("%s: moving %d, wakes in %lld us", scripts[i], rig->visit.is_moving,
                     (long long)(rig->visit.wake_us - rig->now_us));
    }
}

static void test_the_sea_goes_with_the_figure_alone(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700 press 9000");
    assert_in_range(atomic_load(&rig->player.mix.followed), 990000, 1000000);
    assert_false(rig->player.levels.is_on);
    visit_rig_play(rig, "sound");
    assert_true(rig->player.levels.is_on && rig->visit.settings.is_sound_on);
    visit_rig_play(rig, "let-go 9000");
    assert_in_range(atomic_load(&rig->player.mix.followed), 0, 10000);
    visit_rig_play(rig, FOUR "enter 100");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_true(atomic_load(&rig->player.mix.followed) < 0);
}

/* --- what comes between --- */

static void test_hiding_loses_nothing_and_lets_go(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY,
                          "press 700 " IN_OUT IN_OUT IN_OUT "press 900 hide 2000");
    assert_false(player_is_running(&rig->player));
    visit_rig_play(rig, "let-go hide 700");
    assert_string_equal(rig->visit.scene.word, "Out");
    assert_int_equal(pace_count(&rig->visit.pace.heard), 3);
    visit_rig_play(rig, IN_OUT "press 500");
    assert_true(layout_item_of(&rig->visit.layout, CONTROL_CHOICE)->light == 1.0);
}

/* Not by itself from a page that lay over it: by the next press, or by Space, back. */
static void test_it_goes_on_when_the_person_does(void **state)
{
    static const struct {
        const char *script;
        bool goes_on;
    } rows[] = {
        { "hide 700 hide 9000", false },      { "keys 700 out 9000", false },
        { "people 700 out 9000", false },     { "hide 700 hide 700 press", true },
        { "people 700 out 700 press", true }, { "another-way 700 press", true },
        { "out 700 take:go-on", true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700 " IN_OUT);
        visit_rig_play(rig, rows[i].script);
        assert_int_equal(rig->visit.screen, SCREEN_PACE);
        if (player_is_running(&rig->player) != rows[i].goes_on)
            fail_msg("%s: %s", rows[i].script, rows[i].goes_on ? "stands" : "runs");
    }
}

static void test_a_window_that_goes_behind_lets_go(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700 press 900");
    visit_front(&rig->visit, false, rig->now_us);
    visit_rig_play(rig, "100");
    assert_string_equal(rig->visit.scene.word, "Out");
    visit_front(&rig->visit, true, rig->now_us);
    visit_rig_play(rig, "2000 let-go press 100");
    assert_string_equal(rig->visit.scene.word, "In");
}

static void test_after_lost_time_the_next_breath_goes_on(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_OWN, EASY, "press 700 press 900");
    visit_interrupt(&rig->visit, rig->now_us);
    assert_false(player_is_running(&rig->player));
    visit_rig_play(rig, "let-go 900 press");
    assert_true(player_is_running(&rig->player));
}

/* --- easily --- */

static void test_easily_begins_with_shorter_breaths(void **state)
{
    static const struct {
        const char *name, *pattern;
        int32_t in_ms, out_ms;
    } rows[] = {
        { "its own start", EASY, 3500, 4500 },
        { "as if it took 8 s", "4-6", 3200, 4800 },
        { "short enough as it is", "3-5", 3000, 5000 },
        { "quick", "2-2", 2000, 2000 },
        { "a phase too short to be shorter", "0.5-10", 500, 10000 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        print_message("%s\n", rows[i].name);
        VisitRig *rig = begun(state, SETTINGS_BEGINS_EASILY, rows[i].pattern, "press");
        check_breath(first_breath(rig), rows[i].in_ms, rows[i].out_ms);
    }
    VisitRig *rig = begun(state, SETTINGS_BEGINS_EASILY, "4-4-4-4", "press");
    const BreathPattern box = { { 2000, 0, 2000, 2000, 2000 } };
    const BreathPattern first = first_breath(rig);
    assert_true(breath_is_equal(&first, &box));
    rig = begun(state, SETTINGS_BEGINS_CHOSEN, "4-6", "press");
    check_breath(first_breath(rig), 4000, 6000);
}

/* What the command line names is played as it was typed, until another is chosen. */
static void test_what_was_typed_begins_as_it_was_typed(void **state)
{
    static const SettingsBegins begins[] = { SETTINGS_BEGINS_EASILY,
                                             SETTINGS_BEGINS_OWN };
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        VisitRig *rig = begun(state, begins[i], EASY, "0");
        const BreatheRequest typed = { .pattern = { { 4000, 0, 0, 7000, 0 } },
                                       .length_ms = 60000,
                                       .lead_in_ms = 3000 };
        visit_take(&rig->visit, &typed);
        visit_rig_play(rig, "press 700");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
        check_breath(first_breath(rig), 4000, 7000);
        visit_rig_play(rig, "80000 press 700");
        check_breath(first_breath(rig), 4000, 7000);
    }
    VisitRig *rig = begun(state, SETTINGS_BEGINS_EASILY, EASY, "0");
    const BreatheRequest typed = rig->visit.request;
    visit_take(&rig->visit, &typed);
    Settings next = rig->visit.settings;
    strcpy(next.pattern, "4-6");
    visit_take_settings(&rig->visit, &next, rig->now_us);
    visit_rig_play(rig, "press");
    check_breath(first_breath(rig), 3200, 4800);
}

/* The row tells the pattern, the list of lengths and the first line what it comes to. */
static void test_what_home_tells_is_true_all_the_same(void **state)
{
    VisitRig *rig = begun(state, SETTINGS_BEGINS_EASILY, "4-6",
                          "frame-next frame-next frame-next press");
    assert_string_equal(rig->visit.values[VISIT_PATTERN], "4 in, 6 out");
    assert_string_equal(rig->visit.scene.detail, "Whole breaths: 3 min 4 s.");
    rig = begun(state, SETTINGS_BEGINS_EASILY, "4-6", "press 900");
    assert_string_equal(rig->visit.scene.hint, "3 min 4 s, in whole breaths.");
    assert_in_range(length_ms(rig), 183500, 184499);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_in_and_out),
        cmocka_unit_test(test_a_press_from_the_screen_before_is_not_heard),
        cmocka_unit_test(test_the_way_on_comes_with_the_fourth_breath),
        cmocka_unit_test(test_as_chosen_stands_before_a_practice_alone),
        cmocka_unit_test(test_the_pointer_is_heard_as_well),
        cmocka_unit_test(test_nothing_of_it_is_kept),
        cmocka_unit_test(test_where_nothing_can_be_held_it_begins_as_chosen),
        cmocka_unit_test(test_a_practice_goes_on_from_the_own_pace),
        cmocka_unit_test(test_what_was_left_of_a_practice_goes_on),
        cmocka_unit_test(test_a_number_of_breaths_stays_one),
        cmocka_unit_test(test_a_second_pace_leads_where_the_first_one_did),
        cmocka_unit_test(test_back_to_the_pace_that_is_known),
        cmocka_unit_test(test_the_own_pace_is_a_way_out_of_a_scan_and_a_sit),
        cmocka_unit_test(test_go_on_repeats_it_from_the_same_pace),
        cmocka_unit_test(test_the_figure_goes_along),
        cmocka_unit_test(test_one_figure_goes_before_the_other_comes),
        cmocka_unit_test(test_the_figure_stays_when_a_practice_goes_on),
        cmocka_unit_test(test_every_figure_goes_along),
        cmocka_unit_test(test_at_rest_nothing_wakes),
        cmocka_unit_test(test_the_sea_goes_with_the_figure_alone),
        cmocka_unit_test(test_hiding_loses_nothing_and_lets_go),
        cmocka_unit_test(test_it_goes_on_when_the_person_does),
        cmocka_unit_test(test_a_window_that_goes_behind_lets_go),
        cmocka_unit_test(test_after_lost_time_the_next_breath_goes_on),
        cmocka_unit_test(test_easily_begins_with_shorter_breaths),
        cmocka_unit_test(test_what_was_typed_begins_as_it_was_typed),
        cmocka_unit_test(test_what_home_tells_is_true_all_the_same),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
