/* SPDX-License-Identifier: MIT */
#include "store/names.h"
#include "store/routes.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char places_path[] = LEEWAY_ASSETS_DIR "/places";
static const char routes_path[] = LEEWAY_ASSETS_DIR "/routes";

static CueBook book;
static Regions regions;

static int load(void **state)
{
    (void)state;
    Error error = { "" };
    if (!cues_load(LEEWAY_ASSETS_DIR "/cues/en", &book, &error) ||
        !routes_load(places_path, routes_path, &book, &regions, &error))
        fail_msg("%s", error.text);
    return 0;
}

static void the_routes_that_come_along_are_these(void **state)
{
    static const char *const ids[] = {
        "hands-and-feet", "outside-in",  "feet-to-head",
        "head-to-feet",   "look-around", "seat-and-floor"
    };
    (void)state;
    assert_int_equal(regions.route_count, 6);
    for (int i = 0; i < regions.route_count; i++) {
        assert_string_equal(regions.routes[i].id, ids[i]);
        assert_int_equal(regions.routes[i].is_aside, i >= 4);
        assert_int_equal(regions.routes[i].stays, i == 4);
        assert_null(lint_message(regions.routes[i].name));
        assert_null(lint_message(regions.routes[i].says));
    }
}

/* Sums and numbers of places as they were worked out. */
typedef struct Shape {
    int64_t length_ms;
    int32_t places;
} Shape;

static const Shape shapes[] = {
    { 180000, 8 }, { 300000, 10 }, { 600000, 14 }, { 1200000, 20 }, { 2700000, 34 },
};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static void the_long_routes_have_five_lengths_each(void **state)
{
    (void)state;
    for (int r = 1; r <= 3; r++) {
        const Route *route = &regions.routes[r];
        assert_int_equal(route->layout_count, SHAPES);
        for (int i = 0; i < SHAPES; i++) {
            assert_int_equal(route_layout_ms(&route->layouts[i]), shapes[i].length_ms);
            assert_int_equal(route->layouts[i].count, shapes[i].places);
        }
    }
}

/* One order is not another set of places. */
static void every_route_of_a_length_goes_through_the_same_places(void **state)
{
    (void)state;
    for (int i = 0; i < SHAPES; i++) {
        RegionSet sets[3] = { { { 0 } } };
        for (int r = 0; r < 3; r++)
            for (int s = 0; s < regions.routes[r + 1].layouts[i].count; s++)
                region_set_add(&sets[r],
                               regions.routes[r + 1].layouts[i].stops[s].region);
        assert_memory_equal(&sets[0], &sets[1], sizeof sets[0]);
        assert_memory_equal(&sets[0], &sets[2], sizeof sets[0]);
    }
}

static void the_first_is_hands_and_feet_in_three_minutes(void **state)
{
    static const char *const ids[] = { "hands", "feet", "contact", "room" };
    static const int32_t slots_ms[] = { 45000, 45000, 30000, 25000 };
    (void)state;
    const Route *route = &regions.routes[0];
    const RouteLayout *layout = &route->layouts[0];
    assert_int_equal(route->layout_count, 1);
    assert_int_equal(route_layout_ms(layout), 180000);
    assert_int_equal(layout->arrive_ms, 20000);
    assert_int_equal(layout->whole_ms, 0);
    assert_int_equal(layout->leave_ms, 15000);
    assert_int_equal(layout->count, 4);
    for (int i = 0; i < 4; i++) {
        assert_string_equal(regions.items[layout->stops[i].region].id, ids[i]);
        assert_int_equal(layout->stops[i].slot_ms, slots_ms[i]);
    }
}

/* Five, four, three, two, one, and none of them a place of the body. */
static void looking_around_asks_nothing_of_the_body(void **state)
{
    static const char *const ids[] = { "room-seen", "room-at-hand", "room-heard",
                                       "room-air", "room-chosen" };
    (void)state;
    const Route *route = &regions.routes[4];
    uint32_t outside = 0;
    for (int i = 0; i < regions.group_count; i++)
        outside |= strcmp(regions.groups[i], "outside") == 0 ? 1u << i : 0;
    assert_int_equal(route->layout_count, 1);
    assert_int_equal(route->layouts[0].count, 5);
    for (int i = 0; i < 5; i++) {
        const Region *region = &regions.items[route->layouts[0].stops[i].region];
        assert_string_equal(region->id, ids[i]);
        assert_true(region->groups == outside);
    }
}

static void six_places_are_left_out_unless_asked_for(void **state)
{
    static const char *const ids[] = { "belly",  "chest", "pelvis",
                                       "throat", "jaw",   "mouth" };
    (void)state;
    RegionSet expected = { { 0 } };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        region_set_add(&expected, region_find(&regions, ids[i]));
    const RegionSet sensitive = region_sensitive(&regions);
    assert_memory_equal(&sensitive, &expected, sizeof expected);
}

static void every_place_has_a_name_and_three_wordings(void **state)
{
    (void)state;
    for (int i = 0; i < regions.count; i++) {
        const Region *region = &regions.items[i];
        assert_null(lint_message(region->name));
        for (int w = 0; w < REGION_WORDINGS; w++) {
            char id[CUES_ID_MAX];
            snprintf(id, sizeof id, "scan.%s.%d", region->id, w + 1);
            assert_string_equal(book.cues[region->cues[w]].id, id);
            assert_string_equal(book.cues[region->cues[w]].place, region->id);
        }
    }
    assert_int_equal(regions.linger_count, 6);
    assert_string_equal(book.cues[regions.arrive[2]].id, "scan.arrive.3");
    assert_string_equal(book.cues[regions.whole[0]].id, "scan.whole.1");
    assert_string_equal(book.cues[regions.leave[1]].id, "scan.leave.2");
}

static void a_group_is_all_its_places(void **state)
{
    (void)state;
    RegionSet legs = { { 0 } };
    assert_true(region_leave_out_named(&regions, "legs", &legs));
    assert_true(region_set_has(&legs, region_find(&regions, "lower-legs")));
    assert_true(region_set_has(&legs, region_find(&regions, "left-knee")));
    assert_false(region_set_has(&legs, region_find(&regions, "feet")));
    for (int g = 0; g < regions.group_count; g++) {
        RegionSet set = { { 0 } };
        assert_true(region_leave_out_named(&regions, regions.groups[g], &set));
    }
}

static void what_is_left_out_has_no_other_name(void **state)
{
    static const struct {
        const char *left_out, *gone, *stays;
    } rows[] = {
        { "hands", "hands-and-arms, hands, fingers", "arms, forearms, feet" },
        { "fingers", "hands-and-arms, hands, fingers", "arms, wrists" },
        { "arms", "hands-and-arms, arms, upper-arms, forearms, wrists",
          "hands, fingers" },
        { "hands-and-arms", "hands, fingers, wrists, arms, forearms, upper-arms",
          "shoulders" },
        { "left-foot", "feet, left-toes, left-sole, left-heel, left-ankle",
          "right-foot, right-toes, left-lower-leg" },
        { "left-toes", "feet, left-foot", "left-sole, right-foot" },
        { "upper-legs", "thighs, left-thigh, knees-and-thighs", "knees, lower-legs" },
        { "knees-and-thighs", "upper-legs, knees, right-knee, thighs", "lower-legs" },
        { "lower-legs", "left-lower-leg, right-lower-leg", "knees, feet" },
        { "upper-back", "back", "lower-back" },
        { "shoulders", "shoulders-and-neck", "neck" },
        { "face-and-head", "eyes-and-forehead, eyes, mouth, crown, back-of-head",
          "neck" },
        { "eyes", "face-and-head, eyes-and-forehead", "forehead, ears" },
        { "seat", "seat, contact", "back, thighs" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        RegionSet set = { { 0 } };
        assert_true(region_leave_out_named(&regions, rows[i].left_out, &set));
        NamesCursor gone = { .list = rows[i].gone }, stays = { .list = rows[i].stays };
        for (Name name; names_next(&gone, &name);)
            if (!region_set_has(&set, region_find(&regions, name.text)))
                fail_msg("%s stays without %s", name.text, rows[i].left_out);
        for (Name name; names_next(&stays, &name);)
            if (region_set_has(&set, region_find(&regions, name.text)))
                fail_msg("%s goes with %s", name.text, rows[i].left_out);
    }
}

#define CUES                                                                             \
    "leeway cues 1\n[scan.feet.1]\ntext = F.\n[scan.feet.3]\ntext = F3.\n"               \
    "[scan.hands.1]\ntext = H.\n[scan.arrive.1]\ntext = A.\n"                            \
    "[scan.whole.1]\ntext = W.\n[scan.leave.1]\ntext = L.\n"
#define PLACES "leeway places 1\ngroups = legs, arms\n"
#define FEET "[feet]\nname = feet\ngroups = legs\n"
#define HANDS "[hands]\nname = hands\n"
#define ROUTES "leeway routes 1\n[r]\nname = r\nsays = s\n"

/* Both files of a test; the first that has a problem is told. */
static Lines *read(const char *places, const char *routes)
{
    Lines *cue_lines = lines_open("cues", CUES, strlen(CUES), &cues_format, NULL);
    Lines *place_lines = lines_open("p", places, strlen(places), &places_format, NULL);
    Lines *route_lines = lines_open("r", routes, strlen(routes), &routes_format, NULL);
    static CueBook own;
    static Regions out;
    cues_read(cue_lines, &own);
    places_read(place_lines, &own, &out);
    routes_read(route_lines, &out);
    regions = out;
    const bool is_places = place_lines->problem_count > 0;
    lines_close(cue_lines);
    lines_close(is_places ? route_lines : place_lines);
    return is_places ? place_lines : route_lines;
}

typedef struct Problem {
    const char *says;
    const char *text;
    int line, column;
    const char *told;
} Problem;

static void expect(const Problem *row, Lines *lines)
{
    const LinesProblem *told = &lines->problems[0];
    if (lines->problem_count != 1 || told->line != row->line ||
        told->column != row->column || strstr(told->sentence, row->told) == NULL)
        fail_msg("%s: %d problems, %d:%d: %s", row->says, lines->problem_count,
                 told->line, told->column, told->sentence);
    lines_close(lines);
}

#define GOOD ROUTES "[r 1 minute]\nplaces = feet, hands\neach = 30\n"

static const Problem place_problems[] = {
    { "no name", PLACES "[feet]\n", 3, 1, "this section has no \"name\" yet" },
    { "a heading of two words", PLACES "[my feet]\nname = a\n", 3, 1,
      "a section is named with" },
    { "a slip in a group", PLACES "[feet]\nname = a\ngroups = arms, lgs\n", 5, 16,
      "there is no group \"lgs\"; perhaps \"legs\" was meant" },
    { "a group like no other", PLACES "[feet]\nname = a\ngroups = middle\n", 5, 10,
      "in the \"groups\" at the top" },
    { "two words for a group", PLACES "[feet]\nname = a\ngroups = legs arms\n", 5, 10,
      "there is no group" },
    { "an empty group", PLACES "[feet]\nname = a\ngroups = legs,\n", 5, 15,
      "there is no group" },
    { "neither yes nor no", PLACES "[feet]\nname = a\nsensitive = on\n", 5, 13,
      "\"sensitive\" is no or yes" },
    { "no words for it", PLACES "[knees]\nname = a\n", 3, 1,
      "the cues have no \"scan.knees.1\" yet" },
    { "a part that is not there", PLACES "[feet]\nname = a\nparts = toes\n", 5, 9,
      "there is no place \"toes\"" },
    { "a part of itself", PLACES FEET "[hands]\nname = a\nparts = feet, hands\n", 8, 15,
      "no part of itself" },
    { "a group twice", "leeway places 1\ngroups = a, a\n" HANDS, 2, 13,
      "\"a\" is in this line already" },
    { "a group that cannot be typed", "leeway places 1\ngroups = A\n" HANDS, 2, 10,
      "a group is named with" },
    { "an entry that belongs to none", "leeway places 1\nname = a\n" HANDS, 2, 1,
      "belongs to none" },
    { "no place", PLACES, 1, 1, "there is no place in this file" },
};

static void what_is_wrong_with_places_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof place_problems / sizeof *place_problems; i++)
        expect(&place_problems[i], read(place_problems[i].text, GOOD));
}

#define LAYOUT ROUTES "[r 1 minute]\n"

static const Problem route_problems[] = {
    { "no route", "leeway routes 1\n", 1, 1, "there is no route in this file" },
    { "no layout", ROUTES, 2, 1,
      "this route has no layout yet, such as \"[r 3 minutes]\"" },
    { "nothing said", "leeway routes 1\n[r]\nname = r\n[r 1 minute]\nplaces = feet 60\n",
      2, 1, "this section has no \"says\" yet" },
    { "too little", LAYOUT "places = feet 50\n", 5, 1,
      "this adds up to 50 seconds, and the heading says 60" },
    { "too much", LAYOUT "arrive = 1\nplaces = feet, hands\neach = 30\n", 5, 1,
      "this adds up to 61 seconds, and the heading says 60" },
    { "no places", LAYOUT "arrive = 60\n", 5, 1, "this section has no \"places\" yet" },
    { "empty places", LAYOUT "places =\n", 6, 9, "\"places\" has no place yet" },
    { "a slip in a place", LAYOUT "places = feet 30, hadns 30\n", 6, 19,
      "there is no place \"hadns\"; perhaps \"hands\" was meant" },
    { "a place like no other", LAYOUT "places = feet 30, elbows 30\n", 6, 19,
      "in the file of places" },
    { "a group for a place", LAYOUT "places = arms 60\n", 6, 10,
      "there is no place \"arms\"" },
    { "a place twice", LAYOUT "places = feet 30, feet 30\n", 6, 19,
      "\"feet\" is in this layout already" },
    { "no seconds", LAYOUT "places = feet 30, hands\n", 6, 19,
      "\"hands\" has no seconds of its own" },
    { "words for seconds", LAYOUT "places = feet long, hands 30\n", 6, 10,
      "behind \"feet\" stands how many seconds" },
    { "no time at all", LAYOUT "places = feet 0, hands 60\n", 6, 10,
      "behind \"feet\" stands how many seconds" },
    { "more than two hours", LAYOUT "arrive = 7201\nplaces = feet 60\n", 6, 10,
      "a whole number from 0 to 7200" },
    { "a bad number is told once", LAYOUT "each = x\nplaces = feet, hands\n", 6, 8,
      "a whole number from 0 to 7200" },
    { "a layout of nothing", GOOD "[q 2 minutes]\nplaces = feet 120\n", 8, 1,
      "there is no route \"q\" in this file" },
    { "a slip in a route",
      "leeway routes 1\n[long]\nname = r\nsays = s\n[long 1 minute]\nplaces = feet 60\n"
      "[lnog 2 minutes]\nplaces = feet 120\n",
      7, 1, "perhaps \"long\" was meant" },
    { "a heading without a unit", GOOD "[r 2]\nplaces = feet 120\n", 8, 1,
      "a layout is headed like" },
    { "hours", GOOD "[r 1 hour]\nplaces = feet 3600\n", 8, 1, "a layout is headed like" },
    { "no minutes", GOOD "[r 0 minutes]\nplaces = feet 60\n", 8, 1,
      "a layout is headed like" },
    { "minutes without end", GOOD "[r 121 minutes]\nplaces = feet 60\n", 8, 1,
      "a layout is headed like" },
    { "a length twice", GOOD "[r  1 minute]\nplaces = feet 60\n", 8, 1,
      "\"r\" has a layout of 1 minutes already" },
    { "seconds of the route itself",
      "leeway routes 1\n[r]\nname = r\nsays = s\neach = 3\n"
      "[r 1 minute]\nplaces = feet 60\n",
      5, 1, "\"each\" belongs below a heading like" },
    { "one that stays somewhere",
      "leeway routes 1\n[r]\nname = r\nsays = s\nstays = long\n"
      "[r 1 minute]\nplaces = feet 60\n",
      5, 9, "\"stays\" is no or yes" },
    { "a name for a layout", LAYOUT "places = feet 60\nname = r\n", 7, 1,
      "\"name\" belongs below the heading of the route itself" },
};

static void what_is_wrong_with_routes_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof route_problems / sizeof *route_problems; i++)
        expect(&route_problems[i], read(PLACES FEET HANDS, route_problems[i].text));
}

static void all_problems_are_told_in_one_reading(void **state)
{
    (void)state;
    Lines *lines =
        read(PLACES FEET HANDS, ROUTES "aside = maybe\n[r 1 minute]\nwhole = x\n"
                                       "places = fete 30, hands x\n[q]\n");
    assert_int_equal(lines->problem_count, 6);
    assert_int_equal(regions.route_count, 0);
    lines_close(lines);
}

static void layouts_stand_in_any_order(void **state)
{
    (void)state;
    Lines *lines = read(PLACES FEET HANDS,
                        "leeway routes 1\n[r 2 minutes]\nplaces = feet 120\n"
                        "[r 1 minute]\nplaces = hands 60\n[r]\nname = r\nsays = s\n");
    assert_int_equal(lines->problem_count, 0);
    assert_int_equal(regions.routes[0].layout_count, 2);
    assert_int_equal(route_layout_ms(&regions.routes[0].layouts[0]), 60000);
    assert_int_equal(route_layout_ms(&regions.routes[0].layouts[1]), 120000);
    lines_close(lines);
}

static void the_first_wording_stands_for_a_missing_one(void **state)
{
    (void)state;
    lines_close(read(PLACES FEET HANDS, GOOD));
    const int32_t *cues = regions.items[0].cues;
    assert_int_equal(cues[1], cues[0]);
    assert_int_not_equal(cues[2], cues[0]);
}

static void files_that_are_not_good_change_nothing(void **state)
{
    (void)state;
    static Regions kept;
    load(state);
    kept = regions;
    Error error = { "" };
    assert_false(routes_load(routes_path, routes_path, &book, &regions, &error));
    assert_non_null(strstr(error.text, "leeway places 1"));
    assert_false(routes_load(places_path, places_path, &book, &regions, &error));
    assert_non_null(strstr(error.text, "leeway routes 1"));
    assert_false(routes_load(places_path, "/nowhere", &book, &regions, &error));
    assert_memory_equal(&kept, &regions, sizeof kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_routes_that_come_along_are_these, load),
        cmocka_unit_test_setup(the_long_routes_have_five_lengths_each, load),
        cmocka_unit_test_setup(every_route_of_a_length_goes_through_the_same_places,
                               load),
        cmocka_unit_test_setup(the_first_is_hands_and_feet_in_three_minutes, load),
        cmocka_unit_test_setup(looking_around_asks_nothing_of_the_body, load),
        cmocka_unit_test_setup(six_places_are_left_out_unless_asked_for, load),
        cmocka_unit_test_setup(every_place_has_a_name_and_three_wordings, load),
        cmocka_unit_test_setup(a_group_is_all_its_places, load),
        cmocka_unit_test_setup(what_is_left_out_has_no_other_name, load),
        cmocka_unit_test(what_is_wrong_with_places_is_told),
        cmocka_unit_test(what_is_wrong_with_routes_is_told),
        cmocka_unit_test(all_problems_are_told_in_one_reading),
        cmocka_unit_test(layouts_stand_in_any_order),
        cmocka_unit_test(the_first_wording_stands_for_a_missing_one),
        cmocka_unit_test(files_that_are_not_good_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
