/* SPDX-License-Identifier: MIT */
/* The body scan's face of home and the page of its places, by keys and by presses. */
#include "app/left_out.h"
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define TO_SCAN "frame-next frame-next frame-next frame-next frame-next on "

static VisitRig *rig;

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

/* What was remembered, and home on the face of the scan. */
static void open_face(const char *route, int32_t minutes, const char *leave_out)
{
    visit_rig_home(rig, "easing-in", 3);
    Settings settings = rig->visit.settings;
    strcpy(settings.route, route);
    settings.scan_minutes = minutes;
    strcpy(settings.leave_out, leave_out);
    visit_take_settings(&rig->visit, &settings, rig->now_us);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SCAN);
    visit_rig_wait(rig, 700);
}

static const Scene *scene(void)
{
    return &rig->visit.scene;
}

static bool is_out(const char *place)
{
    return region_set_has(&rig->visit.scan.request.out,
                          region_find(&rig->regions, place));
}

/* --- the face --- */

static const struct {
    const char *name, *route;
    int32_t minutes;
    const char *leave_out, *values[SCENE_VALUES], *note;
    int32_t places;
} previews[] = {
    { "at first",
      "hands-and-feet",
      3,
      "none",
      { "hands and feet", "3 minutes", "voice on, softly" },
      NULL,
      4 },
    { "twice as long",
      "hands-and-feet",
      10,
      "none",
      { "hands and feet", "10 minutes", "voice on, softly" },
      "Four places, more time for each.",
      4 },
    { "much longer",
      "hands-and-feet",
      20,
      "none",
      { "hands and feet", "20 minutes", "voice on, softly" },
      "Four places, long silences.",
      4 },
    { "one left out",
      "hands-and-feet",
      3,
      "feet",
      { "hands and feet", "3 minutes", "voice on, softly" },
      "Three places; one is left out.",
      3 },
    { "sensitive ones are left out unasked",
      "outside-in",
      10,
      "none",
      { "outside in", "10 minutes", "voice on, softly" },
      "Twelve places; two are left out.",
      12 },
    { "as it was made",
      "feet-to-head",
      5,
      "none",
      { "feet to head", "5 minutes", "voice on, softly" },
      NULL,
      10 },
    { "a route that nobody knows",
      "sideways",
      3,
      "none",
      { "hands and feet", "3 minutes", "voice on, softly" },
      NULL,
      4 },
};

static void test_the_row_is_the_preview(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof previews / sizeof previews[0]; i++) {
        open_face(previews[i].route, previews[i].minutes, previews[i].leave_out);
        assert_int_equal(scene()->practice, SCENE_SCAN);
        for (int value = 0; value < SCENE_VALUES; value++)
            assert_string_equal(scene()->values[value], previews[i].values[value]);
        const char *note = scene()->detail != NULL ? scene()->detail : "none";
        if (strcmp(note, previews[i].note != NULL ? previews[i].note : "none") != 0 ||
            scene()->place_count != previews[i].places)
            fail_msg("%s: \"%s\", %d places", previews[i].name, note,
                     (int)scene()->place_count);
    }
}

static void test_places_that_do_not_fit_are_told(void **state)
{
    (void)state;
    open_face("feet-to-head", 1, "none");
    const ScanPreview *preview = &rig->visit.home.scan;
    assert_true(preview->dropped > 0);
    assert_non_null(
        strstr(scene()->detail, "Eight places would not fit into one minute"));
    assert_int_equal(scene()->place_count, preview->count);
}

static void test_a_few_places_are_a_path_and_many_are_words(void **state)
{
    (void)state;
    open_face("hands-and-feet", 3, "none");
    const Figure *figure = &rig->visit.view.figure;
    assert_int_equal(figure->kind, FIGURE_PATH);
    assert_int_equal(figure->place_count, 4);
    assert_int_equal(figure->place, -1);
    assert_false(rig->visit.is_moving);
    assert_true(rig->visit.layout.is_figure_aside);
    open_face("outside-in", 10, "none");
    assert_true(rig->visit.layout.figure_px == 0);
    assert_non_null(strstr(visit_rig_picture(rig), "hands"));
    open_face("hands-and-feet", 3, "none");
    strcpy(rig->visit.settings.scan_figure, "words");
    visit_rig_turn(rig);
    assert_true(rig->visit.layout.figure_px == 0);
}

/* The line of each mark is the line of its name. */
static void test_names_stand_beside_their_marks(void **state)
{
    (void)state;
    open_face("hands-and-feet", 3, "none");
    const Layout *layout = &rig->visit.layout;
    const Item *item = layout_item_of(layout, CONTROL_PLACES);
    const Figure *figure = &rig->visit.view.figure;
    assert_int_equal(item->run_count, figure->place_count);
    for (int32_t i = 0; i < item->run_count; i++) {
        const Run *run = &layout->runs[item->run + i];
        const double mark = figure->y_px + (i - 1.5) * figure->place_step_px;
        const double middle = run->baseline - text_ascent_px(rig->text, run->size_px) +
                              text_height_px(rig->text, run->size_px) / 2.0;
        assert_true(middle - mark < 2 && mark - middle < 2);
        assert_true(run->x > figure->x_px + figure->place_mark_px);
    }
}

/* --- doors --- */

static void test_doors_by_keyboard(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    assert_int_equal(rig->visit.face, PRACTICE_BREATHE);
    visit_rig_play(rig, TO_SCAN);
    assert_int_equal(rig->visit.face, PRACTICE_SCAN);
    assert_int_equal(rig->visit.focus, CONTROL_DOOR + PRACTICE_SCAN);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.face, PRACTICE_REACH);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.face, PRACTICE_BREATHE);
    visit_rig_play(rig, "back frame-before");
    assert_int_equal(rig->visit.focus, CONTROL_DOOR + PRACTICE_SIT);
    assert_int_equal(rig->visit.face, PRACTICE_REACH);
    visit_rig_play(rig, "press");
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
}

static void test_the_door_of_the_face_begins_it(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SCAN);
    visit_rig_wait(rig, 200);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SCAN); /* of a double click */
    assert_int_equal(rig->visit.scan.begun.length_ms, 0);
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SCAN);
    assert_int_equal(rig->visit.running, PRACTICE_SCAN);
    assert_int_equal(rig->visit.scan.begun.length_ms, 180000);
}

static void test_space_begins_what_the_row_says(void **state)
{
    (void)state;
    open_face("outside-in", 10, "hands");
    visit_rig_play(rig, "press");
    assert_int_equal(rig->visit.running, PRACTICE_SCAN);
    assert_int_equal(rig->visit.scan.begun.length_ms, 600000);
    assert_string_equal(rig->regions.routes[rig->visit.scan.begun.route].id,
                        "outside-in");
    assert_true(
        region_set_has(&rig->visit.scan.begun.out, region_find(&rig->regions, "hands")));
}

static void test_without_places_there_is_no_door(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    rig->visit.house.regions = NULL;
    visit_rig_play(rig, TO_SCAN);
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
    assert_null(layout_item_of(&rig->visit.layout, CONTROL_DOOR + PRACTICE_SCAN));
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_SCAN);
    assert_int_equal(rig->visit.face, PRACTICE_SIT);
}

/* --- the values --- */

static void test_lists_change_what_is_remembered(void **state)
{
    (void)state;
    open_face("hands-and-feet", 3, "none");
    visit_rig_press(rig, CONTROL_VALUE);
    visit_rig_wait(rig, 700);
    assert_int_equal(scene()->choice_count, 4);
    assert_string_equal(scene()->choices[3], "head to feet");
    visit_rig_press(rig, CONTROL_CHOICE + 3);
    assert_string_equal(rig->visit.settings.route, "head-to-feet");
    assert_string_equal(scene()->values[0], "head to feet");
    visit_rig_play(rig, "frame-next frame-next frame-next on on");
    assert_int_equal(rig->visit.settings.scan_minutes, 7);
    assert_string_equal(scene()->values[1], "7 minutes");
    assert_true(rig->visit.is_choice_new);
}

static void test_the_voice_is_chosen_by_name(void **state)
{
    (void)state;
    static const struct {
        int32_t choice;
        bool is_on;
        const char *voice, *row;
    } rows[] = {
        { 0, true, VOICES_USUAL, "voice on, softly" },
        { 1, true, "ana", "voice on, softly" },
        { 2, true, VOICES_NONE, "a soft bell, no voice" },
        { 3, false, VOICES_USUAL, "voice off" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        open_face("hands-and-feet", 3, "none");
        visit_rig_press(rig, CONTROL_VALUE + 2);
        visit_rig_wait(rig, 700);
        assert_string_equal(scene()->choices[0], "the voice that came along, synthetic");
        assert_string_equal(scene()->choices[1], "Ana");
        visit_rig_press(rig, CONTROL_CHOICE + rows[i].choice);
        assert_int_equal(rig->visit.settings.is_voice_on, rows[i].is_on);
        assert_string_equal(rig->visit.settings.voice, rows[i].voice);
        assert_string_equal(scene()->values[2], rows[i].row);
    }
}

/* The row never says that a voice speaks where there is none. */
static void test_a_voice_that_is_gone_is_not_promised(void **state)
{
    (void)state;
    static const struct {
        const char *voice, *row;
    } rows[] = {
        { VOICES_USUAL, "voice on, softly" },
        { "gone", "a soft bell, no voice" },
        { "/home/ana/voice", "voice on, softly" },
        { VOICES_NONE, "a soft bell, no voice" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        visit_rig_home(rig, "easing-in", 3);
        Settings settings = rig->visit.settings;
        strcpy(settings.voice, rows[i].voice);
        visit_take_settings(&rig->visit, &settings, rig->now_us);
        assert_string_equal(rig->visit.values[VISIT_VOICE], rows[i].row);
    }
}

static void test_m_turns_the_voice_and_says_so(void **state)
{
    (void)state;
    open_face("hands-and-feet", 3, "none");
    visit_rig_play(rig, "sound");
    assert_false(rig->visit.settings.is_voice_on);
    assert_false(rig->visit.settings.is_sound_on);
    assert_string_equal(scene()->values[2], "voice off");
    assert_true(scene()->hint_is_answer);
    assert_string_equal(scene()->hint, "Voice off.");
    visit_rig_play(rig, "sound");
    assert_true(rig->visit.settings.is_voice_on);
    assert_string_equal(scene()->hint, "Voice on, softly.");
    visit_rig_press(rig, CONTROL_DOOR + PRACTICE_BREATHE);
    visit_rig_play(rig, "sound");
    assert_true(rig->visit.settings.is_sound_on);
    assert_true(rig->visit.settings.is_voice_on);
}

/* --- the page of places --- */

static void open_places(const char *route, int32_t minutes, const char *leave_out)
{
    open_face(route, minutes, leave_out);
    visit_rig_press(rig, CONTROL_PLACES);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.screen, SCREEN_PLACES);
}

static void test_places_by_keyboard_alone(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_play(rig, TO_SCAN);
    while (rig->visit.focus != CONTROL_PLACES)
        visit_rig_play(rig, "frame-next");
    visit_rig_play(rig, "press 700");
    assert_int_equal(rig->visit.screen, SCREEN_PLACES);
    static const struct {
        const char *name, *keys;
        bool is_out;
    } rows[] = {
        { "right leaves out", "on", true },      { "right again", "on", true },
        { "left brings back", "back", false },   { "Space leaves out", "press", true },
        { "Space brings back", "press", false }, { "Delete", "leave-out", true },
        { "Delete twice", "leave-out", true },   { "Enter", "enter", false },
    };
    visit_rig_play(rig, "slower slower");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        visit_rig_play(rig, rows[i].keys);
        if (is_out("feet") != rows[i].is_out)
            fail_msg("%s", rows[i].name);
        assert_string_equal(scene()->rows[1].value,
                            rows[i].is_out ? "left out" : "there");
        assert_string_equal(rig->visit.settings.leave_out,
                            rows[i].is_out ? "feet" : LEFT_OUT_NONE);
    }
    visit_rig_play(rig, "out");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_int_equal(rig->visit.focus, CONTROL_PLACES);
    assert_true(rig->visit.is_choice_new);
}

static void test_places_by_pointer_alone(void **state)
{
    (void)state;
    open_places("hands-and-feet", 3, "none");
    visit_rig_press(rig, CONTROL_MORE + 1);
    assert_true(is_out("feet"));
    visit_rig_press(rig, CONTROL_LESS + 1);
    assert_false(is_out("feet"));
    visit_rig_press(rig, CONTROL_ROW);
    assert_true(is_out("hands"));
    visit_rig_press(rig, CONTROL_TOOL + 1); /* undo */
    assert_false(is_out("hands"));
    visit_rig_press(rig, CONTROL_ROW + 2);
    visit_rig_press(rig, CONTROL_TOOL); /* as it was at first */
    assert_false(is_out("contact"));
    visit_rig_press(rig, CONTROL_ROW + 3);
    visit_rig_press(rig, CONTROL_ACTION + ACTION_OUT);
    assert_int_equal(scene()->place_count, 3);
    assert_int_equal(rig->visit.focus, CONTROL_NONE); /* there Space begins */
}

/* 34 places on pages of five, and every one of them is reached by ↓ alone. */
static void test_every_place_of_a_long_way_is_reached(void **state)
{
    (void)state;
    open_places("feet-to-head", 45, "none");
    const int32_t count = rig->visit.places.count;
    assert_int_equal(count, 34);
    for (int32_t i = 0; i < count; i++) {
        visit_rig_play(rig, "slower");
        const int32_t row = rig->visit.focus - CONTROL_ROW;
        const Region *region = &rig->regions.items[rig->visit.places.regions[i]];
        assert_string_equal(scene()->rows[row].label, region->name);
    }
    visit_rig_play(rig, "slower");
    assert_string_equal(scene()->rows[0].label, "left toes");
    visit_rig_play(rig, "quicker");
    assert_string_equal(scene()->rows[rig->visit.focus - CONTROL_ROW].label,
                        rig->regions.items[rig->visit.places.regions[33]].name);
    visit_rig_press(rig, CONTROL_ROW + scene()->row_count - 1);
    assert_int_equal(rig->visit.places.page, 0);
}

static void test_a_sensitive_place_is_asked_for(void **state)
{
    (void)state;
    open_places("outside-in", 10, "none");
    visit_rig_play(rig, "quicker quicker"); /* the row that leads on, the last place */
    while (strcmp(scene()->rows[rig->visit.focus - CONTROL_ROW].label, "chest") != 0)
        visit_rig_play(rig, "slower");
    assert_true(is_out("chest"));
    visit_rig_play(rig, "back");
    assert_false(is_out("chest"));
    assert_string_equal(rig->visit.settings.with, "chest");
    visit_rig_play(rig, "out");
    assert_int_equal(scene()->place_count, 13);
}

/* What was typed for this start can be bent like anything else. */
static void test_what_was_typed_can_be_changed(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    ScanRequest request = scan_default(&rig->regions);
    region_set_add(&request.out, region_find(&rig->regions, "hands"));
    request.length_ms = 240000;
    visit_take_scan(&rig->visit, &request);
    visit_rig_turn(rig);
    assert_int_equal(rig->visit.face, PRACTICE_SCAN);
    assert_string_equal(scene()->values[1], "4 minutes");
    assert_int_equal(scene()->place_count, 3);
    visit_rig_press(rig, CONTROL_PLACES);
    visit_rig_wait(rig, 700);
    assert_string_equal(scene()->rows[0].value, "left out");
    visit_rig_press(rig, CONTROL_ROW);
    assert_string_equal(scene()->rows[0].value, "there");
    assert_string_equal(rig->visit.settings.leave_out, LEFT_OUT_NONE);
    visit_rig_press(rig, CONTROL_ROW + 1);
    visit_rig_play(rig, "out");
    assert_int_equal(scene()->place_count, 3);
    assert_string_equal(scene()->values[1], "4 minutes");
}

static void test_with_nothing_left_space_says_why(void **state)
{
    (void)state;
    open_face("hands-and-feet", 3, "hands, feet, contact, room");
    visit_rig_play(rig, "press");
    if (rig->visit.home.problem == NULL) {
        assert_int_equal(rig->visit.running, PRACTICE_SCAN);
        return;
    }
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_true(scene()->hint_is_answer);
    assert_null(lint_words(scene()->hint));
}

/* --- room for all of it --- */

static const struct {
    int32_t width, height;
} windows[] = { { 480, 360 }, { 640, 480 }, { 1280, 720 }, { 1920, 1080 } };

static void prove(const char *name)
{
    const char *wrong = layout_proof(&rig->visit.layout, scene(), rig->text);
    if (wrong != NULL)
        fail_msg("%s, %d x %d, %d %%: %s", name, (int)rig->visit.width_px,
                 (int)rig->visit.height_px, (int)rig->visit.settings.text_percent, wrong);
    const char *said = scene()->detail != NULL ? lint_words(scene()->detail) : NULL;
    if (said != NULL)
        fail_msg("\"%s\": %s", scene()->detail, said);
}

static void test_everything_can_be_read_in_every_window(void **state)
{
    (void)state;
    static const int32_t minutes[] = { 1, 3, 10, 45 };
    strcpy(rig->voices[1].title, "Ana, on a Sunday afternoon in the kitchen, with rain");
    for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++)
        for (int32_t percent = 100; percent <= 250; percent += 50)
            for (int32_t route = 0; route < rig->regions.route_count; route++)
                for (size_t m = 0; m < sizeof minutes / sizeof minutes[0]; m++) {
                    open_face(rig->regions.routes[route].id, minutes[m], "none");
                    visit_size(&rig->visit, windows[w].width, windows[w].height);
                    rig->visit.settings.text_percent = percent;
                    visit_rig_turn(rig);
                    prove(rig->regions.routes[route].id);
                    visit_rig_play(rig, "sound");
                    prove("answered");
                    for (int value = 0; value < SCENE_VALUES; value++) {
                        visit_rig_press(rig, CONTROL_VALUE + value);
                        prove("a list");
                        visit_rig_play(rig, "out");
                    }
                    visit_rig_press(rig, CONTROL_PLACES);
                    prove("places");
                    visit_rig_play(rig, "700 slower on");
                    prove("a place left out");
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_row_is_the_preview),
        cmocka_unit_test(test_places_that_do_not_fit_are_told),
        cmocka_unit_test(test_a_few_places_are_a_path_and_many_are_words),
        cmocka_unit_test(test_names_stand_beside_their_marks),
        cmocka_unit_test(test_doors_by_keyboard),
        cmocka_unit_test(test_the_door_of_the_face_begins_it),
        cmocka_unit_test(test_space_begins_what_the_row_says),
        cmocka_unit_test(test_without_places_there_is_no_door),
        cmocka_unit_test(test_lists_change_what_is_remembered),
        cmocka_unit_test(test_the_voice_is_chosen_by_name),
        cmocka_unit_test(test_a_voice_that_is_gone_is_not_promised),
        cmocka_unit_test(test_m_turns_the_voice_and_says_so),
        cmocka_unit_test(test_places_by_keyboard_alone),
        cmocka_unit_test(test_places_by_pointer_alone),
        cmocka_unit_test(test_every_place_of_a_long_way_is_reached),
        cmocka_unit_test(test_a_sensitive_place_is_asked_for),
        cmocka_unit_test(test_what_was_typed_can_be_changed),
        cmocka_unit_test(test_with_nothing_left_space_says_why),
        cmocka_unit_test(test_everything_can_be_read_in_every_window),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
