/* SPDX-License-Identifier: MIT */
/* Looking around the room: each place stays until the person goes on, nothing hurries and
 * nothing counts. */
#include "app/left_out.h"
#include "app/visit_parts.h"
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* Out of breathing into the room, and then the script. */
static VisitRig *around(void **state, const char *script)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_rig_play(rig, "press 9000 another-way 700 take:look-around");
    assert_true(visit_scan_is_open(&rig->visit));
    visit_rig_play(rig, script);
    return rig;
}

static const char *shown_place(const VisitRig *rig)
{
    const Scene *scene = &rig->visit.scene;
    return scene->place >= 0 && scene->place < scene->place_count
               ? scene->places[scene->place]
               : "";
}

#define AS_LONG "As long as you like. Space goes on."

static void test_every_key_is_answered(void **state)
{
    static const struct {
        const char *name, *script, *line, *place;
    } rows[] = {
        { "before it", "500", "No set end. Esc leaves at any time.", "five in sight" },
        { "at the first place", "8000", AS_LONG, "five in sight" },
        { "Space goes on", "8000 press", "Next: four at hand.", "four at hand" },
        { "Enter as well", "8000 enter", "Next: four at hand.", "four at hand" },
        { "so does the arrow", "8000 on", "Next: four at hand.", "four at hand" },
        { "while it is said", "4000 press", "Next: four at hand.", "four at hand" },
        { "Space in the lead-in", "700 press", "It comes by itself, in a moment.",
          "five in sight" },
        { "coming back", "8000 on 3000 another-way 700 press 700 press",
          "It comes by itself, in a moment.", "four at hand" },
        { "the arrow in the lead-in", "700 on", "Next: four at hand.", "four at hand" },
        { "back", "8000 on on 3000 back", "Back: four at hand.", "four at hand" },
        { "back at the first", "8000 back", "Back: five in sight.", "five in sight" },
        { "three passed", "8000 press 900 press 900 press", "Next: two in the air.",
          "two in the air" },
        { "the last", "4000 on on on on", "Next: one more.", "one more" },
        { "the end", "4000 on on on on on", "That was the last of it.", "" },
        { "shorter", "8000 quicker", "Nothing here has a length. Space goes on.",
          "five in sight" },
        { "longer", "8000 slower", "Nothing here has a length. Space goes on.",
          "five in sight" },
        { "the line comes back", "8000 slower 5000", AS_LONG, "five in sight" },
        { "left out", "8000 leave-out",
          "Left out from now on: five in sight. Settings can undo that.",
          "four at hand" },
        { "back from the ways", "8000 on 3000 another-way 700 press 4000", AS_LONG,
          "four at hand" },
        { "back from hiding", "8000 on 9000 hide 700 hide 700 press 4000", AS_LONG,
          "four at hand" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const VisitRig *rig = around(state, rows[i].script);
        const char *line = rig->visit.scene.hint;
        if (line == NULL || strcmp(line, rows[i].line) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, line);
        if (strcmp(shown_place(rig), rows[i].place) != 0)
            fail_msg("%s: at \"%s\"", rows[i].name, shown_place(rig));
        assert_null(lint_words(line));
    }
}

static void test_an_hour_at_one_place_changes_nothing(void **state)
{
    VisitRig *rig = around(state, "8000 on 14000 on 14000");
    char before[VISIT_RIG_LOG_MAX];
    rig->visit.settings.has_time_left = true;
    visit_rig_turn(rig);
    strcpy(before, visit_rig_picture(rig));
    assert_non_null(strstr(before, "Three sounds, near or"));
    for (int minute = 0; minute < 60; minute++) {
        assert_false(rig->visit.is_moving);
        assert_true(rig->visit.wake_us == INT64_MAX);
        rig->now_us += 60000000;
        visit_rig_turn(rig);
    }
    assert_string_equal(visit_rig_picture(rig), before);
    assert_string_equal(rig->visit.scene.time_left, "");
}

static void test_new_words_come_2_s_after_the_last_press(void **state)
{
    VisitRig *rig = around(state, "8000 press 500 press 500 press 1900");
    assert_string_equal(rig->visit.scene.caption, "");
    visit_rig_wait(rig, 200);
    assert_non_null(strstr(rig->visit.scene.caption, "Two things about the air."));
}

static void test_it_ends_where_every_practice_ends(void **state)
{
    VisitRig *rig = around(state, "4000 on on on on on 3000");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_play(rig, "700 press 500"); /* the same again */
    assert_true(visit_scan_is_open(&rig->visit));
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    visit_rig_play(rig, "8000 on 9000 out");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_play(rig, "700 press 4000"); /* from where it was */
    assert_string_equal(shown_place(rig), "four at hand");
    assert_non_null(strstr(rig->visit.scene.caption, "Four surfaces."));
}

static void test_what_was_left_out_does_not_come_again(void **state)
{
    VisitRig *rig = around(state, "8000 leave-out 3000");
    assert_non_null(strstr(rig->visit.settings.leave_out, "room-seen"));
    assert_int_equal(rig->visit.scene.place_count, 4);
    visit_rig_play(rig, "back 500");
    assert_string_equal(shown_place(rig), "four at hand");
}

/* Where every place is left out it is no way. */
static void test_with_nothing_left_it_is_not_offered(void **state)
{
    VisitRig *rig = around(state, "4000 leave-out leave-out leave-out leave-out "
                                  "leave-out 100");
    visit_rig_play(rig, "another-way 700");
    for (int32_t i = 0; i < rig->visit.scene.choice_count; i++)
        assert_string_not_equal(rig->visit.scene.choices[i], "Look around the room");
}

static void test_the_legend_names_no_silences(void **state)
{
    VisitRig *rig = around(state, "4000");
    assert_null(strstr(visit_rig_picture(rig), "silences"));
    assert_non_null(strstr(rig->log, "next"));
    assert_non_null(strstr(rig->log, "go on"));
    assert_null(strstr(rig->log, "stay here"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_is_answered),
        cmocka_unit_test(test_an_hour_at_one_place_changes_nothing),
        cmocka_unit_test(test_new_words_come_2_s_after_the_last_press),
        cmocka_unit_test(test_it_ends_where_every_practice_ends),
        cmocka_unit_test(test_what_was_left_out_does_not_come_again),
        cmocka_unit_test(test_with_nothing_left_it_is_not_offered),
        cmocka_unit_test(test_the_legend_names_no_silences),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
