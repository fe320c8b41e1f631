/* SPDX-License-Identifier: MIT */
/* Sitting has a ring and nothing else: a little stronger than that of a breath, still. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sit_has_a_ring_and_nothing_else, rig_open,
                                        rig_close),
        cmocka_unit_test_setup_teardown(it_is_still, rig_open, rig_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
