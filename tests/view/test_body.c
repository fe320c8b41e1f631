/* SPDX-License-Identifier: MIT */
#include "view/body.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>

static const char *const places[] = {
    "feet",
    "lower-legs",
    "upper-legs",
    "seat",
    "back",
    "hands-and-arms",
    "shoulders-and-neck",
    "face-and-head",
    "lower-back",
    "knees-and-thighs",
    "upper-back",
    "hands",
    "arms",
    "left-foot",
    "right-foot",
    "left-lower-leg",
    "belly",
    "right-lower-leg",
    "thighs",
    "chest",
    "left-toes",
    "right-toes",
    "left-sole",
    "right-sole",
    "knees",
    "forearms",
    "upper-arms",
    "jaw",
    "back-of-head",
    "eyes-and-forehead",
    "left-heel",
    "right-heel",
    "left-ankle",
    "right-ankle",
    "left-knee",
    "right-knee",
    "left-thigh",
    "right-thigh",
    "pelvis",
    "shoulders",
    "fingers",
    "wrists",
    "neck",
    "throat",
    "mouth",
    "nose",
    "eyes",
    "forehead",
    "ears",
    "crown",
};
enum { PLACES = sizeof places / sizeof *places };

static void every_place_of_the_body_has_a_light(void **state)
{
    (void)state;
    for (int i = 0; i < PLACES; i++) {
        BodyGlow glows[BODY_PART_COUNT];
        const uint64_t parts = body_parts_of(places[i]);
        if (parts == 0 || (parts & ~BODY_ALL) != 0)
            fail_msg("%s", places[i]);
        const int32_t count = body_glows(parts, glows);
        assert_true(count > 0);
        for (int32_t g = 0; g < count; g++) {
            assert_true(glows[g].radius > 0);
            const double x = (glows[g].x0 + glows[g].x1) / 2;
            const double y = (glows[g].y0 + glows[g].y1) / 2;
            assert_true(body_light(glows, count, x, y) > 0.99);
        }
        assert_true(body_light(glows, count, 400, 500) == 0);
    }
}

static void what_is_outside_lights_nothing(void **state)
{
    (void)state;
    static const char *const outside[] = {
        "contact", "room", "room-seen",  "arrive",   "room-at-hand",
        "leave",   "",     "room-heard", "room-air", "room-chosen",
    };
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        assert_true(body_parts_of(outside[i]) == 0);
    assert_true(body_parts_of("whole") == BODY_WHOLE);
}

/* It is seen as in a mirror: left is at the left of the picture. */
static void sides_are_those_of_a_mirror(void **state)
{
    (void)state;
    static const char *const sides[][2] = {
        { "left-foot", "right-foot" },   { "left-toes", "right-toes" },
        { "left-sole", "right-sole" },   { "left-heel", "right-heel" },
        { "left-ankle", "right-ankle" }, { "left-lower-leg", "right-lower-leg" },
        { "left-knee", "right-knee" },   { "left-thigh", "right-thigh" },
    };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        BodyGlow left[BODY_PART_COUNT], right[BODY_PART_COUNT];
        const int32_t count = body_glows(body_parts_of(sides[i][0]), left);
        assert_int_equal(body_glows(body_parts_of(sides[i][1]), right), count);
        for (int32_t g = 0; g < count; g++) {
            assert_true(left[g].x0 < 0 && left[g].x0 == -right[g].x0);
            assert_true(left[g].y0 == right[g].y0 && left[g].radius == right[g].radius);
        }
    }
}

static void the_outline_is_closed_even_and_of_one_piece(void **state)
{
    (void)state;
    BodyPoint points[BODY_POINTS_MAX];
    const int32_t count = body_outline(BODY_ALL, points);
    double top = 1000, bottom = 0;
    for (int32_t i = 0; i < count; i++) {
        const BodyPoint at = points[i], next = points[(i + 1) % count],
                        twin = points[(count - i) % count];
        assert_true(at.light == 1);
        assert_true(at.x == -twin.x && at.y == twin.y);
        assert_true(hypot(next.x - at.x, next.y - at.y) < 40);
        top = fmin(top, at.y);
        bottom = fmax(bottom, at.y);
    }
    assert_true(top >= 0 && top < 1 && bottom > 998 && bottom <= 1000);
}

/* Between two points that follow each other the light changes little. */
static void it_opens_softly_where_a_place_is_left_out(void **state)
{
    (void)state;
    BodyPoint points[BODY_POINTS_MAX];
    for (int i = 0; i < PLACES; i++) {
        const int32_t count = body_outline(BODY_ALL & ~body_parts_of(places[i]), points);
        for (int32_t p = 0; p < count; p++)
            if (fabs(points[p].light - points[(p + 1) % count].light) > 0.8)
                fail_msg("%s is cut off", places[i]);
    }
}

typedef struct OutRow {
    const char *says, *place;
    double x, y;   /* a point of the outline near here … */
    bool is_there; /* … is there or not */
} OutRow;

static const OutRow out_rows[] = {
    { "the left foot goes", "left-foot", -80, 985, false },
    { "and the right one stays", "left-foot", 80, 985, true },
    { "hands go on both sides", "hands", 189, 540, false },
    { "and the arms stay", "hands", 130, 290, true },
    { "a leg goes without its foot", "lower-legs", 80, 985, true },
    { "the head goes", "face-and-head", 0, 0, false },
    { "the face has no edge of its own", "jaw", 44, 56, true },
    { "a belly has the back behind it", "belly", 83, 380, true },
    { "and a back the belly", "back", 83, 380, true },
};

static const BodyPoint *nearest(const BodyPoint *points, int32_t count, double x,
                                double y)
{
    const BodyPoint *best = points;
    for (int32_t i = 1; i < count; i++)
        if (hypot(points[i].x - x, points[i].y - y) < hypot(best->x - x, best->y - y))
            best = &points[i];
    return best;
}

static void what_is_left_out_is_not_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof out_rows / sizeof *out_rows; i++) {
        const OutRow *row = &out_rows[i];
        BodyPoint points[BODY_POINTS_MAX];
        const int32_t count = body_outline(BODY_ALL & ~body_parts_of(row->place), points);
        if (nearest(points, count, row->x, row->y)->light != (row->is_there ? 1 : 0))
            fail_msg("%s", row->says);
    }
    BodyPoint points[BODY_POINTS_MAX];
    const int32_t count = body_outline(0, points);
    for (int32_t i = 0; i < count; i++)
        assert_true(points[i].light == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_of_the_body_has_a_light),
        cmocka_unit_test(what_is_outside_lights_nothing),
        cmocka_unit_test(sides_are_those_of_a_mirror),
        cmocka_unit_test(the_outline_is_closed_even_and_of_one_piece),
        cmocka_unit_test(it_opens_softly_where_a_place_is_left_out),
        cmocka_unit_test(what_is_left_out_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
