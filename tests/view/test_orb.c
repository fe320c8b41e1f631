/* SPDX-License-Identifier: MIT */
#include "view/orb.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

enum { RING_PX = 317 }; /* 1280x720 */

static Figure breathing(double fullness)
{
    return (Figure){
        .orb_px = RING_PX / FIGURE_RATIO_MAX * (1 + (FIGURE_RATIO_MAX - 1) * fullness),
        .ring_px = RING_PX,
        .ring_stroke_px = 1.5,
        .light = 1,
        .fullness = fullness,
    };
}

static Figure without_ring(double fullness)
{
    Figure figure = breathing(fullness);
    figure.ring_px = 0;
    return figure;
}

static double channel(double light, uint32_t ground, double behind)
{
    return light + (double)(ground & 0xFF) * behind;
}

/* What is seen at a distance, over the lighter end of the background. */
static uint32_t seen(const Orb *orb, double distance_px)
{
    const OrbSample at = orb_at(orb, distance_px);
    const uint32_t ground = theme_night.colours[THEME_TOP];
    const long red = lround(channel(at.light.red, ground >> 16, at.behind));
    const long green = lround(channel(at.light.green, ground >> 8, at.behind));
    const long blue = lround(channel(at.light.blue, ground, at.behind));
    return (uint32_t)(red << 16 | green << 8 | blue);
}

static void core_is_no_lamp_at_any_breath(void **state)
{
    (void)state;
    for (int i = 0; i <= 20; i++) {
        const Figure figure = without_ring(i / 20.0);
        const Orb orb = orb_make(&figure, &theme_night);
        for (double r = 0; r < orb.reach_px; r += 0.5)
            assert_true(theme_luminance(seen(&orb, r)) <= ORB_LUMINANCE_MAX + 0.005);
    }
}

static void core_is_dimmed_when_a_theme_overdoes_it(void **state)
{
    (void)state;
    Theme lamp = theme_night;
    lamp.colours[THEME_ORB_CORE] = 0xFFFFFF;
    const Figure figure = without_ring(1);
    const Orb orb = orb_make(&figure, &lamp);
    assert_true(theme_luminance(seen(&orb, 0)) <= ORB_LUMINANCE_MAX + 0.005);
}

static void edge_stands_out_at_any_breath(void **state)
{
    (void)state;
    const uint32_t ground = theme_night.colours[THEME_TOP];
    for (int i = 0; i <= 20; i++) {
        const Figure figure = without_ring(i / 20.0);
        const Orb orb = orb_make(&figure, &theme_night);
        for (double r = 0; r < orb.radius_px - orb.feather_px; r += 0.5)
            assert_true(theme_contrast(seen(&orb, r), ground) >= 3);
    }
}

static void glow_ends_exactly_at_its_reach(void **state)
{
    (void)state;
    for (int i = 0; i <= 10; i++) {
        const Figure figure = without_ring(i / 10.0);
        const Orb orb = orb_make(&figure, &theme_night);
        assert_true(orb.reach_px <= figure.orb_px / 2 * FIGURE_GLOW + 1e-9);
        assert_true(orb_at(&orb, orb.reach_px).behind == 1);
        assert_true(orb_at(&orb, orb.reach_px - 2).behind < 1);
    }
}

static void glow_only_thins(void **state)
{
    (void)state;
    const Figure figure = without_ring(1);
    const Orb orb = orb_make(&figure, &theme_night);
    double before = 0;
    for (double r = 0.6 * orb.radius_px; r <= orb.reach_px; r += 0.1) {
        const double behind = orb_at(&orb, r).behind;
        assert_true(behind >= before);
        before = behind;
    }
    const double mist = 1 - orb_at(&orb, orb.radius_px + orb.feather_px).behind;
    assert_true(mist > 0.2 && mist < 0.35);
}

/* A band is a place where light bends suddenly: its slope may not jump. Away from the
 * edge itself, over a pixel, it changes by less than a grey level. */
static void light_has_no_bands(void **state)
{
    (void)state;
    const Figure figure = without_ring(0.5);
    const Orb orb = orb_make(&figure, &theme_night);
    for (double r = 1; r < orb.reach_px - 1; r += 0.25) {
        if (fabs(r - orb.radius_px) < orb.feather_px + 1)
            continue;
        const double bend = orb_at(&orb, r - 1).light.green -
                            2 * orb_at(&orb, r).light.green +
                            orb_at(&orb, r + 1).light.green;
        if (fabs(bend) >= 0.6)
            fail_msg("bends by %.2f at %.2f px", bend, r);
    }
}

static void full_orb_touches_the_ring(void **state)
{
    (void)state;
    const Figure figure = breathing(1);
    const Orb orb = orb_make(&figure, &theme_night);
    assert_float_equal(orb.radius_px, orb.ring_px, 1e-9);
}

static double ring_luminance(Figure figure, double hold)
{
    figure.ring_light = hold;
    const Orb orb = orb_make(&figure, &theme_night);
    return theme_luminance(seen(&orb, orb.ring_px));
}

static void ring_turns_bright_in_a_hold(void **state)
{
    (void)state;
    const double ring = theme_luminance(theme_night.colours[THEME_RING]);
    const double hold = theme_luminance(theme_night.colours[THEME_RING_HOLD]);
    assert_float_equal(ring_luminance(breathing(0), 0), ring, 0.01);
    assert_float_equal(ring_luminance(breathing(0), 1), hold, 0.01);
    assert_float_equal(ring_luminance(breathing(1), 1), hold, 0.01);
    assert_true(ring_luminance(breathing(1), 0) >= ring);
}

static void light_dims_all_of_it(void **state)
{
    (void)state;
    Figure dimmed = breathing(1);
    dimmed.light = 0.6;
    const Figure bright = breathing(1);
    const Orb whole = orb_make(&bright, &theme_night);
    const Orb part = orb_make(&dimmed, &theme_night);
    for (double r = 0; r < whole.reach_px; r += 1) {
        const OrbSample dim = orb_at(&part, r), full = orb_at(&whole, r);
        assert_true(dim.light.green <= full.light.green);
        assert_true(dim.behind >= full.behind);
    }
    assert_float_equal(orb_at(&part, 0).behind, 0.4, 0.15);
    assert_float_equal(theme_luminance(seen(&part, 0)), 0.23, 0.05);
}

static void nothing_has_no_reach(void **state)
{
    (void)state;
    Figure gone = breathing(1);
    gone.light = 0;
    const Figure nothing = { .light = 1 };
    assert_true(orb_reach_px(&gone) == 0);
    assert_true(orb_reach_px(&nothing) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(core_is_no_lamp_at_any_breath),
        cmocka_unit_test(core_is_dimmed_when_a_theme_overdoes_it),
        cmocka_unit_test(edge_stands_out_at_any_breath),
        cmocka_unit_test(glow_ends_exactly_at_its_reach),
        cmocka_unit_test(glow_only_thins),
        cmocka_unit_test(light_has_no_bands),
        cmocka_unit_test(full_orb_touches_the_ring),
        cmocka_unit_test(ring_turns_bright_in_a_hold),
        cmocka_unit_test(light_dims_all_of_it),
        cmocka_unit_test(nothing_has_no_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
