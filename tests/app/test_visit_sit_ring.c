/* SPDX-License-Identifier: MIT */
/* Sitting has a ring and nothing else: a little stronger than that of a breath, still but
 * for its light, which shows each bell. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

static int rig_open(void **state)
{
    *state = visit_rig_open(LEEWAY_ASSETS_DIR);
    return *state == NULL;
}

static int rig_close(void **state)
{
    visit_rig_close(*state);
    return 0;
}

static Figure begun(VisitRig *rig, PracticeKind practice)
{
    visit_rig_home(rig, "4-6", 3);
    visit_rig_wait(rig, 2000);
    visit_rig_press(rig, CONTROL_DOOR + (int32_t)practice);
    visit_rig_play(rig, "500 press 9000");
    return rig->visit.view.figure;
}

static void a_sit_has_a_ring_and_nothing_else(void **state)
{
    VisitRig *rig = *state;
    const double breath_px = begun(rig, PRACTICE_BREATHE).ring_stroke_px;
    const Figure sit = begun(rig, PRACTICE_SIT);
    assert_int_equal(sit.kind, FIGURE_ORB);
    assert_true(sit.orb_px == 0 && sit.bead_light == 0 && sit.ring_fade == 0);
    assert_float_equal(sit.ring_px, rig->visit.layout.figure_px, 0.01);
    assert_true(sit.ring_stroke_px > breath_px && sit.ring_stroke_px < 2 * breath_px);
}

static void it_is_still(void **state)
{
    VisitRig *rig = *state;
    const Figure before = begun(rig, PRACTICE_SIT);
    for (int i = 0; i < 20; i++) {
        visit_rig_wait(rig, 997);
        const Figure *now = &rig->visit.view.figure;
        assert_false(rig->visit.is_moving);
        assert_true(now->x_px == before.x_px && now->y_px == before.y_px);
        assert_true(now->ring_px == before.ring_px && now->light == before.light);
    }
}

/* Five minutes with a bell every two, at its face. */
static void face_bells(VisitRig *rig, bool are_heard)
{
    visit_rig_home(rig, "4-6", 3);
    Settings next = rig->visit.settings;
    next.sit_minutes = 5;
    next.bell_minutes = 2;
    next.has_bells = are_heard;
    visit_take_settings(&rig->visit, &next, rig->now_us);
    visit_show_face(&rig->visit, PRACTICE_SIT, rig->now_us);
    visit_rig_turn(rig);
}

static double ring_light(VisitRig *rig, int64_t wait_ms)
{
    visit_rig_wait(rig, wait_ms);
    return rig->visit.view.figure.ring_light;
}

static void each_bell_can_be_seen(void **state)
{
    VisitRig *rig = *state;
    for (int are_heard = 0; are_heard < 2; are_heard++) {
        face_bells(rig, are_heard == 1);
        visit_rig_play(rig, "press");
        assert_true(ring_light(rig, 2950) == 0);
        assert_true(ring_light(rig, 850) > 0.95); /* the one that opens */
        assert_true(rig->visit.is_moving);
        assert_true(ring_light(rig, 4050) == 0);
        assert_false(rig->visit.is_moving);
        assert_true(ring_light(rig, 115000) == 0);
        assert_true(ring_light(rig, 950) > 0.95); /* after two minutes */
        assert_true(ring_light(rig, 5000) == 0);
        assert_false(rig->visit.is_moving);
    }
}

static double seen_before, steepest;

static void watch_ring(VisitRig *rig)
{
    const double now = rig->visit.view.figure.ring_light;
    const double step = fabs(now - seen_before) * 1e6 / (double)rig->frame_us;
    if (step > steepest)
        steepest = step;
    seen_before = now;
}

/* Slower than twice a second from dark to light, also where it is paused meanwhile. */
static void no_bell_flashes(void **state)
{
    VisitRig *rig = *state;
    face_bells(rig, true);
    seen_before = steepest = 0;
    rig->frame_us = VISIT_RIG_FRAME_US;
    rig->on_frame = watch_ring;
    visit_rig_play(rig, "press 8000");
    assert_true(steepest > 1.0 && steepest < 2.0);
    visit_rig_play(rig, "116500");
    const double lit = rig->visit.view.figure.ring_light;
    assert_true(lit > 0.5);
    steepest = 0;
    visit_rig_play(rig, "press 1000 press 9000");
    assert_true(steepest < 1.0 / 0.19);
    rig->on_frame = NULL;
    rig->frame_us = VISIT_RIG_CALM_US;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sit_has_a_ring_and_nothing_else, rig_open,
                                        rig_close),
        cmocka_unit_test_setup_teardown(it_is_still, rig_open, rig_close),
        cmocka_unit_test_setup_teardown(each_bell_can_be_seen, rig_open, rig_close),
        cmocka_unit_test_setup_teardown(no_bell_flashes, rig_open, rig_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
