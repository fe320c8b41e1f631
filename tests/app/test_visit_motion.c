/* SPDX-License-Identifier: MIT */
/* What moves: never a jump, never faster than is easy to follow, and nothing at all when
 * nothing is to move. Whole visits are walked frame by frame. */
#include "support/visit_rig.h"
#include "view/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

#define EASY "easing-in"
#define BOX "4-4-4-4"
#define S_PX 720.0

/* A quarter of the mean diameter a second is the fastest growth; a point of the edge
 * moves at half of it. A pause dims by 0.4 in 200 ms. */
#define MEAN_PX (S_PX * FIGURE_RING * (1 + 1 / FIGURE_RATIO_MAX) / 2)
#define EDGE_PX (FIGURE_GROWTH_MAX * MEAN_PX / 2 / 60)
#define LIGHT_STEP 0.035

static int open_rig(void **state)
{
    VisitRig *rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    rig->frame_us = VISIT_RIG_FRAME_US;
    *state = rig;
    return 0;
}

/* The frame before, to compare. */
typedef struct Watch {
    Figure before;
} Watch;

static bool shows_orb(const Figure *figure)
{
    return figure->orb_px > 0 && figure->light > 0;
}

static void watch_motion(VisitRig *rig)
{
    Watch *watch = rig->watcher;
    const Figure *now = &rig->visit.view.figure, *before = &watch->before;
    if (shows_orb(before) && shows_orb(now)) {
        const double edge = fabs(now->orb_px - before->orb_px) / 2;
        const double way = hypot(now->x_px - before->x_px, now->y_px - before->y_px);
        if (edge + way > EDGE_PX || fabs(now->light - before->light) > LIGHT_STEP)
            fail_msg("screen %d, word \"%s\": the edge moves %.3f px, the centre %.3f, "
                     "the light %.3f",
                     rig->visit.screen, rig->visit.word, edge, way,
                     now->light - before->light);
    }
    watch->before = *now;
}

static void walk(VisitRig *rig, const char *script)
{
    Watch watch = { rig->visit.view.figure };
    rig->watcher = &watch;
    rig->on_frame = watch_motion;
    visit_rig_play(rig, script);
    rig->on_frame = NULL;
}

static void test_the_shape_never_jumps(void **state)
{
    static const struct {
        const char *pattern, *script;
    } visits[] = {
        { EASY, "9000 press 30000" },
        { EASY, "1700 press 30000" },
        { EASY, "3500 press 12000 out 1000" },
        { EASY, "press 5000 press 3000 press 9000 press 900 press 100 press 700 press "
                "9000" },
        { EASY, "press 900 press 1000 press 9000" },
        { EASY,
          "press 12000 quicker 300 quicker 9000 quicker quicker quicker 20000 slower "
          "slower 20000" },
        { EASY, "press 9000 quicker quicker quicker quicker quicker quicker 15000 press "
                "700 quicker 700 press 15000" },
        { EASY, "press 8000 another-way 2000 press 9000 keys 700 out 700 press 6000" },
        { EASY, "press 8000 hide 2000 hide 700 press 9000" },
        { BOX, "press 8000 no-holds 20000" },
        { BOX, "press 8000 no-holds 100 press 900 press 20000" },
        { BOX, "press 8000 quicker no-holds 20000" },
        { BOX, "press 16000 no-holds quicker 20000 slower 20000" },
        { "sigh", "press 30000 quicker quicker 20000" },
        { "4-7-8", "press 9000 press 1000 press 9000 no-holds 20000" },
        { "0.5+0.5-2", "press 20000 slower 9000" },
        { "1-2", "press 12000 press 900 press 12000 slower slower slower 20000" },
    };
    for (size_t i = 0; i < sizeof visits / sizeof visits[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, visits[i].pattern, 3);
        walk(rig, visits[i].script);
    }
}

#define PACE "another-way 700 take:my-own-pace 700 "
#define FOUR                                                                             \
    "press 2000 let-go 3000 press 900 let-go 1400 press 90 let-go 2000 press 90 let-go " \
    "1800 press 3000 let-go 2500 press 700 let-go 700 press "

static void test_the_shape_never_jumps_with_the_person(void **state)
{
    static const struct {
        SettingsBegins begins;
        const char *script;
    } visits[] = {
        { SETTINGS_BEGINS_OWN, "press 700 " FOUR "1500 enter 20000" },
        { SETTINGS_BEGINS_OWN, "3500 press 700 " FOUR "let-go 20 enter 9000" },
        { SETTINGS_BEGINS_OWN, "1700 press 200 hide 700 hide 700 press 900 let-go 3000" },
        { SETTINGS_BEGINS_OWN,
          "press 650 press 90 let-go 90 press 90 let-go 90 press 90 let-go 90 press 90 "
          "let-go 1000 frame-next frame-next press 15000" },
        { SETTINGS_BEGINS_OWN, "3500 press 650 frame-next frame-next press 15000" },
        { SETTINGS_BEGINS_OWN, "3500 press 820 frame-next frame-next press 15000" },
        { SETTINGS_BEGINS_OWN, "3500 press 1300 frame-next frame-next press 15000" },
        { SETTINGS_BEGINS_OWN, "press 900 press 3000 out 700 press 700 press 2000" },
        { SETTINGS_BEGINS_CHOSEN, "press 9000 " PACE FOUR "1500 enter 15000 " PACE
                                  "press 900 hide 900 hide 900 press 900 let-go 2000" },
        { SETTINGS_BEGINS_CHOSEN,
          "press 9000 " PACE FOUR "let-go 1100 enter 20000 another-way 700 "
          "take:back-to-my-own-pace 20000" },
        { SETTINGS_BEGINS_EASILY, "press 9000 " PACE FOUR "another-way 700 press 3000" },
    };
    for (size_t i = 0; i < sizeof visits / sizeof visits[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, "4-6", 3);
        rig->visit.settings.begins = visits[i].begins;
        walk(rig, visits[i].script);
    }
}

static void test_a_short_lead_in_never_jumps(void **state)
{
    static const int32_t lead_ins[] = { 0, 700, 2399, 2400, 3000, 9000 };
    for (size_t i = 0; i < sizeof lead_ins / sizeof lead_ins[0]; i++) {
        VisitRig *rig = *state;
        visit_rig_home(rig, EASY, 1);
        rig->visit.request.lead_in_ms = lead_ins[i];
        walk(rig, "8000 press 20000");
    }
}

static void test_coming_back_is_no_flash(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 1);
    visit_rig_play(rig, "press 6500 out 800 press 50");
    assert_true(rig->visit.view.figure.light < 0.05);
    visit_rig_play(rig, "900");
    assert_true(rig->visit.view.figure.light == 1.0);
}

static void test_a_whole_visit_never_jumps(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 1);
    walk(rig,
         "5000 press 70000 press 70000 out 700 frame-before frame-before frame-before "
         "press 9000");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
}

static void test_home_breathes_from_its_smallest(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    assert_float_equal(rig->visit.view.figure.orb_px, 0.20 * S_PX, 0.01);
    visit_rig_wait(rig, 3500);
    assert_float_equal(rig->visit.view.figure.orb_px, 0.30 * S_PX, 0.01);
    visit_rig_wait(rig, 4500);
    assert_float_equal(rig->visit.view.figure.orb_px, 0.20 * S_PX, 0.01);
}

static void test_home_rests_after_ten_idle_minutes(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    rig->frame_us = 250000;
    visit_rig_wait(rig, 599000);
    assert_true(rig->visit.is_moving);
    visit_rig_wait(rig, 10000);
    rig->frame_us = VISIT_RIG_FRAME_US;
    assert_false(rig->visit.is_moving);
    assert_true(rig->visit.wake_us == INT64_MAX);
    assert_float_equal(rig->visit.view.figure.orb_px, 0.20 * S_PX, 0.01);
    visit_rig_wait(rig, 3000);
    walk(rig, "? 3500");
    assert_true(rig->visit.is_moving);
    assert_float_equal(rig->visit.view.figure.orb_px, 0.30 * S_PX, 0.5);
}

static void test_home_rests_thirty_seconds_after_it_went_behind(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "1000");
    visit_front(&rig->visit, false, rig->now_us);
    walk(rig, "29000");
    assert_true(rig->visit.is_moving);
    walk(rig, "9000");
    assert_false(rig->visit.is_moving);
    visit_front(&rig->visit, true, rig->now_us);
    walk(rig, "5000");
    assert_true(rig->visit.is_moving);
}

static void test_the_orb_turns_exactly_on_the_boundaries(void **state)
{
    VisitRig *rig = visit_rig_played(*state, "4-6", "press 3000");
    const double ring = FIGURE_RING * S_PX, empty = ring / FIGURE_RATIO_MAX;
    for (int breath = 0; breath < 3; breath++) {
        assert_float_equal(rig->visit.view.figure.orb_px, empty, 0.001);
        visit_rig_wait(rig, 4000);
        assert_float_equal(rig->visit.view.figure.orb_px, ring, 0.001);
        assert_float_equal(rig->visit.view.figure.ring_px, ring, 0.001);
        visit_rig_wait(rig, 6000);
    }
}

static void test_a_pause_stops_and_dims_within_200_ms(void **state)
{
    static const char *const scripts[] = { "press 5000 press", "press 650 press",
                                           "press 2500 press" };
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, scripts[i]);
        const Figure at_once = rig->visit.view.figure;
        visit_rig_wait(rig, 200);
        Figure later = rig->visit.view.figure;
        assert_float_equal(later.light, 0.6, 0.001);
        later.light = at_once.light;
        assert_memory_equal(&later, &at_once, sizeof later);
    }
}

static void test_the_bead_goes_round_once(void **state)
{
    VisitRig *rig = visit_rig_played(*state, BOX, "press 7000");
    assert_float_equal(rig->visit.view.figure.bead_turn, 0.0, 0.001);
    visit_rig_wait(rig, 1000);
    assert_float_equal(rig->visit.view.figure.bead_turn, 0.25, 0.001);
    visit_rig_wait(rig, 2999);
    assert_float_equal(rig->visit.view.figure.bead_turn, 1.0, 0.001);
    assert_true(rig->visit.view.figure.bead_light == 1.0);
    assert_true(rig->visit.view.figure.ring_light == 1.0);
    visit_rig_wait(rig, 401);
    assert_true(rig->visit.view.figure.bead_light == 0.0);
    assert_true(rig->visit.view.figure.ring_light == 0.0);
}

/* --- when nothing moves, nothing wakes up --- */

static void test_stillness(void **state)
{
    static const struct {
        const char *name, *script;
    } rows[] = {
        { "paused", "press 5000 press 13000" },
        { "paused while settling", "press 1000 press 13000" },
        { "after", "press 5000 out 2400" },
        { "other ways", "press 5000 another-way 20" },
        { "smaller ways", "press 5000 out 700 frame-next frame-next press 20" },
        { "keys", "keys 20" },
        { "keys over a practice", "press 5000 keys 20" },
        { "hidden", "press 5000 hide 20" },
        { "hidden from home", "hide 20" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = visit_rig_played(*state, EASY, rows[i].script);
        if (rig->visit.is_moving || rig->visit.wake_us != INT64_MAX)
            fail_msg("%s: moving %d, wakes in %lld us", rows[i].name,
                     rig->visit.is_moving, (long long)(rig->visit.wake_us - rig->now_us));
    }
}

/* As the loop waits: the next frame while something moves, else until wake_us. Counts
 * the turns and holds that time always goes on. */
static int turns_in(VisitRig *rig, int64_t ms)
{
    const int64_t until_us = rig->now_us + ms * 1000;
    int turns = 0;
    while (rig->now_us < until_us && turns < 100000) {
        const Visit *visit = &rig->visit;
        const int64_t wake = visit->is_moving ? rig->now_us + VISIT_RIG_FRAME_US
                             : visit->wake_us > until_us ? until_us
                                                         : visit->wake_us;
        rig->now_us = wake > rig->now_us ? wake : rig->now_us + 1;
        visit_rig_turn(rig);
        turns++;
    }
    return turns;
}

static void test_there_is_no_busy_loop(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 press");
    assert_in_range(turns_in(rig, 60000), 1, 200);
    rig = visit_rig_played(*state, EASY, "press 5000 out");
    assert_in_range(turns_in(rig, 60000), 1, 200);
    rig = visit_rig_played(*state, EASY, "hide");
    assert_in_range(turns_in(rig, 60000), 1, 60);
    rig = visit_rig_played(*state, EASY, "press 5000 press ? quicker");
    assert_in_range(turns_in(rig, 60000), 1, 200);
    rig =
        visit_rig_played(*state, EASY,
                         "press 5000 out 700 frame-next frame-next press 700 frame-next "
                         "frame-next press");
    assert_in_range(turns_in(rig, 70000), 60, 600);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void test_waking_only_when_asked_sees_every_word(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, EASY, 1);
    visit_rig_play(rig, "press");
    assert_in_range(turns_in(rig, 66200), 3000, 4200);
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    turns_in(rig, 10000);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_shape_never_jumps),
        cmocka_unit_test(test_the_shape_never_jumps_with_the_person),
        cmocka_unit_test(test_a_short_lead_in_never_jumps),
        cmocka_unit_test(test_coming_back_is_no_flash),
        cmocka_unit_test(test_a_whole_visit_never_jumps),
        cmocka_unit_test(test_home_breathes_from_its_smallest),
        cmocka_unit_test(test_home_rests_after_ten_idle_minutes),
        cmocka_unit_test(test_home_rests_thirty_seconds_after_it_went_behind),
        cmocka_unit_test(test_the_orb_turns_exactly_on_the_boundaries),
        cmocka_unit_test(test_a_pause_stops_and_dims_within_200_ms),
        cmocka_unit_test(test_the_bead_goes_round_once),
        cmocka_unit_test(test_stillness),
        cmocka_unit_test(test_there_is_no_busy_loop),
        cmocka_unit_test(test_waking_only_when_asked_sees_every_word),
    };
    return cmocka_run_group_tests(tests, open_rig, visit_rig_tear_down);
}
