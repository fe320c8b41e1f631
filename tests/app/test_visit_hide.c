/* SPDX-License-Identifier: MIT */
/* Somebody walks in: from every screen one key leads to an empty page, silent and still,
 * and the same key back to it, with nothing moved and a practice paused. */
#include "app/maker_rows.h"
#include "app/visit_parts.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { PRESSES_MAX = 6, HOUR = 3600 };

#define SETTINGS CONTROL_FOOT + FOOT_SETTINGS
#define OWN SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4

/* What leads to a screen, and what is done there. */
typedef struct Place {
    const char *name;
    ScreenId screen;
    const char *script;
    int32_t presses[PRESSES_MAX];
    const char *types, *then;
} Place;

static const Place places[] = {
    { "home", SCREEN_HOME, "0", { 0 }, NULL, "frame-next frame-next" },
    { "a list", SCREEN_LIST, "0", { CONTROL_VALUE }, NULL, "slower slower" },
    { "a practice", SCREEN_PRACTICE, "press 9000", { 0 }, NULL, "quicker 100" },
    { "paused", SCREEN_PRACTICE, "press 9000 press 700", { 0 }, NULL, NULL },
    { "a scan", SCREEN_PRACTICE, "0", { CONTROL_DOOR + 1 }, NULL, "press 9000 on 4000" },
    { "a sit", SCREEN_PRACTICE, "0", { CONTROL_DOOR + 2 }, NULL, "press 9000" },
    { "the room",
      SCREEN_PRACTICE,
      "press 9000 another-way 700 take:look-around 9000",
      { 0 },
      NULL,
      NULL },
    { "sound alone",
      SCREEN_PRACTICE,
      "press 9000 another-way 700 take:sound 9000",
      { 0 },
      NULL,
      NULL },
    { "after", SCREEN_AFTER, "press 9000 out 4000", { 0 }, NULL, "frame-next" },
    { "another way",
      SCREEN_CHOICES,
      "press 9000 another-way 700",
      { 0 },
      NULL,
      "frame-next frame-next frame-next" },
    { "something smaller",
      SCREEN_CHOICES,
      "press 9000 out 700 take:something 700",
      { 0 },
      NULL,
      "frame-before" },
    { "the own pace",
      SCREEN_PACE,
      "press 9000 another-way 700 take:my-own-pace 2000",
      { 0 },
      NULL,
      NULL },
    { "settings", SCREEN_SETTINGS, "0", { SETTINGS }, NULL, "slower slower" },
    { "a sound that plays",
      SCREEN_SOUNDS,
      "0",
      { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 5 },
      NULL,
      "slower slower press 200" },
    { "own patterns", SCREEN_OWN, "0", { OWN }, NULL, NULL },
    { "a name that is typed",
      SCREEN_MAKER,
      "0",
      { OWN, CONTROL_TOOL, CONTROL_ROW + MAKER_NAME },
      "Evening walk",
      NULL },
    { "what is kept",
      SCREEN_KEPT,
      "0",
      { CONTROL_FOOT + FOOT_KEPT },
      NULL,
      "frame-next" },
    { "places",
      SCREEN_PLACES,
      "0",
      { CONTROL_DOOR + 1, CONTROL_PLACES },
      NULL,
      "slower slower" },
    { "the keys", SCREEN_KEYS, "keys 700", { 0 }, NULL, "page-down" },
    { "the page to write on",
      SCREEN_WRITE,
      "0",
      { CONTROL_DOOR + 3, CONTROL_TOOL + 1 },
      "Evening walk",
      NULL },
    { "people to call",
      SCREEN_PEOPLE,
      "people 700",
      { 0 },
      NULL,
      "slower slower slower" },
    { "a name and a number",
      SCREEN_PERSON,
      "people 700",
      { CONTROL_TOOL + 2 },
      "Evening walk",
      NULL },
    { "what this is",
      SCREEN_ABOUT,
      "people 700",
      { CONTROL_TOOL + 3 },
      NULL,
      "page-down" },
};

enum { PLACES = sizeof places / sizeof places[0] };

static VisitRig *at(void **state, const Place *place, int32_t percent)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    rig->visit.settings.is_sound_on = true;
    rig->visit.settings.text_percent = percent;
    if (percent > 100)
        visit_size(&rig->visit, 480, 360); /* so that pages scroll */
    visit_rig_play(rig, place->script);
    for (int i = 0; i < PRESSES_MAX && place->presses[i] != 0; i++) {
        visit_rig_press(rig, place->presses[i]);
        visit_rig_wait(rig, 700);
    }
    if (place->types != NULL)
        visit_type(&rig->visit, place->types, rig->now_us);
    visit_rig_turn(rig);
    if (place->then != NULL)
        visit_rig_play(rig, place->then);
    if (rig->visit.screen != place->screen)
        fail_msg("%s: on screen %d", place->name, (int)rig->visit.screen);
    return rig;
}

/* What is seen, without its figure, which may breathe. */
static void keep_words(const char *picture, char out[VISIT_RIG_LOG_MAX])
{
    out[0] = '\0';
    for (const char *line = picture; *line != '\0';) {
        const char *end = strchr(line, '\n') + 1;
        if (strncmp(line, "figure", 6) != 0)
            strncat(out, line, (size_t)(end - line));
        line = end;
    }
}

static void check_hidden(VisitRig *rig, const char *name)
{
    if (strcmp(visit_rig_picture(rig), "background\n") != 0)
        fail_msg("%s: there is something: %s", name, rig->log);
    if (rig->visit.is_moving || player_is_running(&rig->player))
        fail_msg("%s: it is not still", name);
}

/* In the very next picture, for an hour, whatever is pressed but two keys. */
static void test_an_empty_page_from_everywhere(void **state)
{
    for (size_t i = 0; i < PLACES; i++) {
        VisitRig *rig = at(state, &places[i], 100);
        visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
        visit_show(&rig->visit, rig->now_us);
        check_hidden(rig, places[i].name);
        visit_type(&rig->visit, "hhh", rig->now_us);
        visit_rub_out(&rig->visit, rig->now_us);
        visit_rig_play(rig, "700 press another-way sound enter keys on slower quicker ? "
                            "frame-next page-down no-holds leave-out let-go 700");
        visit_rig_press(rig, CONTROL_CHOICE);
        visit_rig_press(rig, CONTROL_ACTION + ACTION_KEYS);
        for (int second = 0; second < HOUR; second += 60) {
            rig->now_us += 60 * INT64_C(1000000);
            visit_rig_turn(rig);
            check_hidden(rig, places[i].name);
            if (rig->visit.wake_us != INT64_MAX)
                fail_msg("%s: it wakes", places[i].name);
        }
        visit_rig_play(rig, "out");
        assert_true(rig->visit.wants_close);
        check_hidden(rig, places[i].name);
    }
}

static void test_nothing_has_moved_when_it_comes_back(void **state)
{
    static char before[VISIT_RIG_LOG_MAX], after[VISIT_RIG_LOG_MAX];
    for (int32_t percent = 100; percent <= 200; percent += 100)
        for (size_t i = 0; i < PLACES; i++) {
            VisitRig *rig = at(state, &places[i], percent);
            visit_rig_wait(rig, 5000); /* what was said has gone */
            const Visit was = rig->visit;
            keep_words(visit_rig_picture(rig), before);
            visit_rig_play(rig, "hide 5000 hide");
            keep_words(visit_rig_picture(rig), after);
            const Visit *is = &rig->visit;
            if (is->screen != was.screen || is->focus != was.focus ||
                is->scroll_px != was.scroll_px || is->ways != was.ways)
                fail_msg("%s, %d %%: another place", places[i].name, (int)percent);
            if (was.screen != SCREEN_PRACTICE && strcmp(after, before) != 0)
                fail_msg("%s, %d %%:\n%s\n%s", places[i].name, (int)percent, before,
                         after);
            if (player_is_running(&rig->player))
                fail_msg("%s: it runs", places[i].name);
        }
}

static void test_what_is_typed_goes_on_where_it_was(void **state)
{
    for (size_t i = 0; i < PLACES; i++) {
        if (places[i].types == NULL)
            continue;
        VisitRig *rig = at(state, &places[i], 100);
        assert_true(visit_is_typing(&rig->visit));
        visit_rig_play(rig, "hide 700");
        assert_false(visit_is_typing(&rig->visit));
        visit_rig_play(rig, "hide 700");
        assert_true(visit_is_typing(&rig->visit));
        visit_type(&rig->visit, "s", rig->now_us);
        visit_rig_turn(rig);
        assert_non_null(strstr(visit_rig_picture(rig), "Evening walks"));
    }
}

static void test_its_keys_sleep_when_it_comes_back(void **state)
{
    for (size_t i = 0; i < PLACES; i++) {
        VisitRig *rig = at(state, &places[i], 100);
        const ScreenId screen = rig->visit.screen;
        visit_rig_play(rig, "hide 700 hide 100 press 100");
        if (rig->visit.screen != screen ||
            (screen == SCREEN_PRACTICE && player_is_running(&rig->player)))
            fail_msg("%s: a press too soon acts", places[i].name);
    }
}

/* What works beside the window, as on a recording, may end in the meantime. */
static void test_what_is_ready_meanwhile_shows_nothing(void **state)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_voice_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
    visit_voice_drop(&rig->visit, "/home/ana/Ana.m4a", rig->now_us);
    visit_rig_play(rig, "100 hide 100");
    check_hidden(rig, "a recording is read");
    visit_voice_read(&rig->visit, NULL, "This is no recording.");
    visit_rig_turn(rig);
    check_hidden(rig, "it was read");
    visit_rig_play(rig, "700 hide 100");
    assert_int_equal(rig->visit.screen, SCREEN_VOICE);
}

/* Every screen there is, however one gets there. */
static void test_no_screen_is_forgotten(void **state)
{
    for (ScreenId screen = 0; screen < SCREEN_COUNT; screen++) {
        if (screen == SCREEN_HIDDEN)
            continue;
        VisitRig *rig = *state;
        visit_rig_home(rig, "easing-in", 3);
        rig->visit.screen = screen;
        rig->visit.focus = CONTROL_ROW;
        const Edit *edit = visit_edit(&rig->visit);
        if (edit != NULL) {
            rig->visit.focus = CONTROL_FIELD;
            visit_type(&rig->visit, "Evening walk", rig->now_us);
        }
        const int32_t focus = rig->visit.focus;
        visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
        visit_show(&rig->visit, rig->now_us);
        check_hidden(rig, "a screen");
        visit_act(&rig->visit, ACTION_HIDE, rig->now_us);
        assert_int_equal(rig->visit.screen, screen);
        assert_int_equal(rig->visit.focus, focus);
        if (edit != NULL)
            assert_string_equal(edit->text, "Evening walk");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_empty_page_from_everywhere),
        cmocka_unit_test(test_nothing_has_moved_when_it_comes_back),
        cmocka_unit_test(test_what_is_typed_goes_on_where_it_was),
        cmocka_unit_test(test_its_keys_sleep_when_it_comes_back),
        cmocka_unit_test(test_what_is_ready_meanwhile_shows_nothing),
        cmocka_unit_test(test_no_screen_is_forgotten),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
