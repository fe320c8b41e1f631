/* SPDX-License-Identifier: MIT */
#include "view/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

#define SIDE 720.0
#define ROOM (FIGURE_RING * SIDE)

typedef struct WindowRow {
    const char *says;
    double least_step_px;
    int32_t total, present;
    int32_t count, first;
} WindowRow;

static const WindowRow window_rows[] = {
    { "all of a short route", 0, 4, 2, 4, 0 },
    { "seven are not too many", 0, 7, 6, 7, 0 },
    { "before the first place", 0, 34, -1, 7, 0 },
    { "near the beginning nothing has moved", 0, 34, 3, 7, 0 },
    { "then the present place is the middle", 0, 34, 4, 7, 1 },
    { "far within", 0, 34, 20, 7, 17 },
    { "near the end it stands", 0, 34, 31, 7, 27 },
    { "the last", 0, 34, 33, 7, 27 },
    { "behind the last", 0, 34, 34, 7, 27 },
    { "large names leave room for five", 50, 34, 20, 5, 18 },
    { "an even number that fits stays", 50, 4, 2, 4, 0 },
    { "an even number of a longer route becomes odd", 75, 10, 5, 3, 4 },
    { "there is always one", 5000, 10, 5, 1, 5 },
    { "no place at all", 0, 0, -1, 0, 0 },
};

static void shows_the_nearest_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof window_rows / sizeof *window_rows; i++) {
        const WindowRow *row = &window_rows[i];
        const Path path = path_make(ROOM, row->least_step_px, row->total, row->present);
        if (path.count != row->count || path.first != row->first)
            fail_msg("%s: %d marks from %d", row->says, path.count, path.first);
        assert_true(path.count < 2 || path.step_px >= row->least_step_px);
    }
}

static void stands_in_the_middle_of_its_room(void **state)
{
    (void)state;
    for (int32_t total = 1; total <= 34; total++)
        for (int32_t present = -1; present <= total; present++) {
            const Path path = path_make(ROOM, 0, total, present);
            const int32_t last = path.first + path.count - 1;
            const double top = path_place_px(&path, path.first, path.first);
            const double bottom = path_place_px(&path, path.first, last);
            assert_true(fabs(top + bottom) < 1e-9);
            assert_true(bottom - top <= 0.34 * SIDE + 1e-9);
            assert_true(path.step_px <= 0.115 * SIDE + 1e-9);
            assert_true(bottom + path.orb_px / 2 <= ROOM / 2);
            /* an orb leaves the mark beside it alone */
            assert_true(path.step_px > (path.orb_px + path.mark_px) / 2);
        }
}

static void sizes_are_parts_of_the_short_side(void **state)
{
    (void)state;
    const Path four = path_make(ROOM, 0, 4, 0), seven = path_make(ROOM, 0, 7, 0);
    assert_float_equal(four.step_px, 0.34 / 3 * SIDE, 1e-9);
    assert_float_equal(seven.step_px, 0.34 / 6 * SIDE, 1e-9);
    assert_float_equal(four.orb_px, 0.072 * SIDE, 1e-9);
    assert_float_equal(four.mark_px, 0.024 * SIDE, 1e-9);
    assert_true(four.name_px > four.orb_px / 2);
}

static void marks_come_and_go_at_the_ends(void **state)
{
    (void)state;
    const Path path = path_make(ROOM, 0, 34, 10); /* from 7 to 13 */
    assert_true(path_place_light(&path, 7, 6) == 0);
    assert_true(path_place_light(&path, 7, 7) == 1);
    assert_true(path_place_light(&path, 7, 13) == 1);
    assert_true(path_place_light(&path, 7, 14) == 0);
    assert_float_equal(path_place_light(&path, 6.75, 6), 0.25, 1e-9);
    assert_float_equal(path_place_light(&path, 7.25, 14), 0.25, 1e-9);
    assert_true(path_place_light(&path, 0, -1) == 0);
    assert_true(path_place_light(&path, 33, 34) == 0);
}

/* As the edge of a breath: a quarter of its mean diameter a second, half to each side. */
static void never_glides_faster_than_a_breath_grows(void **state)
{
    (void)state;
    const double mean_px = ROOM * (1 + 1 / FIGURE_RATIO_MAX) / 2;
    const Path path = path_make(ROOM, 0, 34, 10);
    const double ways[][2] = { { 3, 4 }, { 4, 3 }, { 3.4, 4 }, { 2, 9 } };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const double from = ways[i][0], to = ways[i][1];
        const int32_t length = path_glide_ms(&path, from, to);
        double before = path_place_px(&path, from, 5);
        for (int32_t ms = 1; ms <= length; ms++) {
            const double first = path_glide(from, to, (double)ms / length);
            const double now = path_place_px(&path, first, 5);
            assert_true(fabs(now - before) * 1000 <=
                        FIGURE_GROWTH_MAX * mean_px / 2 + 1e-6);
            before = now;
        }
        assert_float_equal(before, path_place_px(&path, to, 5), 1e-9);
    }
    assert_int_equal(path_glide_ms(&path, 3, 3), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_nearest_places),
        cmocka_unit_test(stands_in_the_middle_of_its_room),
        cmocka_unit_test(sizes_are_parts_of_the_short_side),
        cmocka_unit_test(marks_come_and_go_at_the_ends),
        cmocka_unit_test(never_glides_faster_than_a_breath_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
