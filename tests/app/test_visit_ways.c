/* SPDX-License-Identifier: MIT */
/* Ways in and out: what every key does on every screen, and that every way out is open.
 */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define EASY "easing-in"
#define BOX "4-4-4-4"

typedef struct Way {
    const char *name;
    const char *pattern, *script;
    ScreenId screen; /* where that leads */
    bool closes;
} Way;

static void check_ways(void **state, const Way *ways, size_t count)
{
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const VisitRig *rig = visit_rig_played(*state, ways[i].pattern, ways[i].script);
        if (rig->visit.screen == ways[i].screen &&
            rig->visit.scene.screen == ways[i].screen &&
            rig->visit.wants_close == ways[i].closes)
            continue;
        print_error("%s: on screen %d%s\n", ways[i].name, rig->visit.screen,
                    rig->visit.wants_close ? ", closing" : "");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define CHECK_WAYS(state, ways) check_ways(state, ways, sizeof ways / sizeof ways[0])

static void test_esc_is_one_step_out_in_the_very_next_picture(void **state)
{
    static const Way ways[] = {
        { "home closes", EASY, "out", SCREEN_HOME, true },
        { "home closes after an hour", EASY, "600000 out", SCREEN_HOME, true },
        { "a list closes", EASY, "frame-next frame-next press out", SCREEN_HOME, false },
        { "in the first frame of a practice", EASY, "press out", SCREEN_AFTER, false },
        { "while home fades", EASY, "press 200 out", SCREEN_AFTER, false },
        { "while settling", EASY, "press 2000 out", SCREEN_AFTER, false },
        { "in an inhale", EASY, "press 5000 out", SCREEN_AFTER, false },
        { "on a boundary", EASY, "press 6500 out", SCREEN_AFTER, false },
        { "in a hold", BOX, "press 8000 out", SCREEN_AFTER, false },
        { "in a refused hold", BOX, "press 8000 no-holds 100 out", SCREEN_AFTER, false },
        { "paused", EASY, "press 5000 press 1000 out", SCREEN_AFTER, false },
        { "going on", EASY, "press 5000 press 1000 press out", SCREEN_AFTER, false },
        { "at the other ways", EASY, "press 5000 another-way out", SCREEN_AFTER, false },
        { "after, at once", EASY, "press 5000 out out", SCREEN_AFTER, true },
        { "after, later", EASY, "press 5000 out 9000 out", SCREEN_AFTER, true },
        { "at something smaller", EASY,
          "press 5000 out 700 frame-next frame-next press out", SCREEN_AFTER, false },
        { "at the keys", EASY, "keys out", SCREEN_HOME, false },
        { "at the keys of a practice", EASY, "press 5000 keys out", SCREEN_PRACTICE,
          false },
        { "hidden, it closes", EASY, "hide out", SCREEN_HIDDEN, true },
        { "hidden from the keys, it closes", EASY, "keys 700 hide out", SCREEN_HIDDEN,
          true },
        { "in sound alone", EASY,
          "press 5000 another-way 700 take:sound "
          "4000 out",
          SCREEN_AFTER, false },
        { "from the keys, hidden in between", EASY, "keys 700 hide hide out", SCREEN_HOME,
          false },
    };
    CHECK_WAYS(state, ways);
}

static void test_one_key_from_start_to_the_first_guided_breath(void **state)
{
    const VisitRig *rig = visit_rig_played(*state, EASY, "press 3001");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_string_equal(rig->visit.scene.word, "In");
    assert_int_equal(rig->player.session.breaths, 1);
}

static void test_keys_sleep_on_a_new_screen(void **state)
{
    static const Way ways[] = {
        { "home is awake", EASY, "press", SCREEN_PRACTICE, false },
        { "a list is awake", EASY, "frame-next frame-next press press", SCREEN_HOME,
          false },
        { "a practice sleeps", EASY, "press 590 another-way", SCREEN_PRACTICE, false },
        { "a practice wakes", EASY, "press 610 another-way", SCREEN_CHOICES, false },
        { "but hides", EASY, "press 100 hide", SCREEN_HIDDEN, false },
        { "after sleeps", EASY, "press 5000 out 590 press", SCREEN_AFTER, false },
        { "after wakes", EASY, "press 5000 out 610 press", SCREEN_PRACTICE, false },
        { "other ways sleep", EASY, "press 5000 another-way 590 press", SCREEN_CHOICES,
          false },
        { "other ways wake", EASY, "press 5000 another-way 610 press", SCREEN_PRACTICE,
          false },
        { "what comes back sleeps", EASY, "hide hide 100 press", SCREEN_HOME, false },
    };
    CHECK_WAYS(state, ways);
}

static void test_a_press_of_the_pointer_sleeps_as_well(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 out 300");
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_wait(rig, 400);
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
}

static void test_the_words_at_the_foot_are_buttons(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000");
    visit_rig_press(rig, CONTROL_ACTION + ACTION_ANOTHER_WAY);
    assert_int_equal(rig->visit.screen, SCREEN_CHOICES);
    visit_rig_press(rig, CONTROL_ACTION + ACTION_OUT);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
}

static void test_space_acts_on_the_frame(void **state)
{
    static const Way ways[] = {
        { "nothing framed: it begins", EASY, "press", SCREEN_PRACTICE, false },
        { "too quick without its holds: slower then", "1-1-1", "no-holds press",
          SCREEN_PRACTICE, false },
        { "the shape framed: it begins", EASY, "frame-next press", SCREEN_PRACTICE,
          false },
        { "a value framed: its list", EASY, "frame-next frame-next press", SCREEN_LIST,
          false },
        { "the door framed: it begins", EASY,
          "frame-next frame-next frame-next frame-next frame-next press", SCREEN_PRACTICE,
          false },
        { "the foot framed: it closes", EASY, "frame-before press", SCREEN_HOME, true },
        { "before it, the keys", EASY, "frame-before frame-before press", SCREEN_KEYS,
          false },
        { "Enter is the same", EASY, "frame-before frame-before enter", SCREEN_KEYS,
          false },
        { "Home framed", EASY,
          "press 5000 out 700 frame-before frame-before frame-before press", SCREEN_HOME,
          false },
        { "End here framed", EASY, "press 5000 another-way 700 frame-next press",
          SCREEN_AFTER, false },
    };
    CHECK_WAYS(state, ways);
}

/* "Space begins" stands on home, so it does, whatever the pointer pressed before. */
static void test_behind_a_pointer_space_begins(void **state)
{
    static const int32_t opened[] = { CONTROL_VALUE + 1, CONTROL_FOOT + FOOT_SETTINGS,
                                      CONTROL_FOOT + FOOT_KEPT };
    for (size_t i = 0; i < sizeof opened / sizeof opened[0]; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, "0");
        visit_rig_press(rig, opened[i]);
        visit_rig_play(rig, "1000 out 700");
        assert_int_equal(rig->visit.screen, SCREEN_HOME);
        assert_int_equal(rig->visit.focus, CONTROL_NONE);
        visit_rig_play(rig, "press 100");
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    }
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    visit_rig_press(rig, CONTROL_VALUE + 1);
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_CHOICE);
    visit_rig_play(rig, "100 press 100");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
}

static void test_the_frame_goes_round_from_the_shape_down(void **state)
{
    static const int32_t order[] = { CONTROL_FIGURE,
                                     CONTROL_VALUE,
                                     CONTROL_VALUE + 1,
                                     CONTROL_VALUE + 2,
                                     CONTROL_DOOR,
                                     CONTROL_DOOR + PRACTICE_SCAN,
                                     CONTROL_DOOR + PRACTICE_SIT,
                                     CONTROL_DOOR + PRACTICE_REACH,
                                     CONTROL_ACTION + ACTION_PEOPLE,
                                     CONTROL_FOOT + FOOT_KEPT,
                                     CONTROL_FOOT + FOOT_SETTINGS,
                                     CONTROL_ACTION + ACTION_KEYS,
                                     CONTROL_ACTION + ACTION_OUT,
                                     CONTROL_FIGURE };
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    assert_int_equal(rig->visit.focus, CONTROL_NONE);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        visit_rig_play(rig, "frame-next");
        assert_int_equal(rig->visit.focus, order[i]);
        assert_int_equal(rig->visit.view.focus, order[i]);
    }
}

/* In a window so small that pages scroll, what is framed on coming back can be seen. */
static void test_a_page_that_is_come_back_to_shows_its_frame(void **state)
{
    static const struct {
        const char *script;
        int32_t control;
    } rows[] = {
        { "frame-next frame-next frame-next frame-next press out", CONTROL_VALUE + 2 },
        { "frame-before frame-before frame-before press 700 on on slower slower slower "
          "slower slower press 700 out",
          CONTROL_ROW + 4 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, "0");
        rig->visit.settings.text_percent = 200;
        visit_size(&rig->visit, 480, 360);
        visit_rig_turn(rig);
        visit_rig_play(rig, rows[i].script);
        const Layout *layout = &rig->visit.layout;
        assert_int_equal(rig->visit.focus, rows[i].control);
        assert_int_equal(layout->fit, FIT_SCROLL);
        assert_int_equal(layout_scroll_to(layout, rig->visit.focus, rig->visit.scroll_px),
                         rig->visit.scroll_px);
    }
}

static void test_a_frame_that_has_gone_is_not_pressed(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 4000");
    rig->visit.focus = CONTROL_ACTION + ACTION_QUICKER; /* in the legend */
    visit_rig_play(rig, "1000");
    assert_int_equal(rig->visit.focus, CONTROL_ACTION + ACTION_QUICKER);
    visit_rig_play(rig, "12000 press");
    assert_int_equal(rig->player.session.state, SESSION_PAUSED);
}

static void test_nothing_is_framed_after_a_practice(void **state)
{
    const VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 out 3000");
    assert_int_equal(rig->visit.focus, CONTROL_NONE);
}

/* --- the row --- */

static void test_arrows_change_a_framed_value(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "frame-next frame-next on");
    assert_string_equal(rig->visit.settings.pattern, "longer-out");
    assert_true(rig->visit.is_choice_new);
    visit_rig_play(rig, "back");
    assert_string_equal(rig->visit.settings.pattern, "easing-in");
    visit_rig_play(rig, "frame-next on");
    assert_int_equal(rig->visit.settings.minutes, 5);
    assert_string_equal(rig->visit.scene.values[VISIT_LENGTH], "5 minutes");
    visit_rig_play(rig, "frame-next on");
    assert_true(rig->visit.settings.is_sound_on);
    visit_rig_play(rig, "back");
    assert_false(rig->visit.settings.is_sound_on);
    assert_string_equal(rig->visit.scene.values[VISIT_SOUND], "sound off");
}

static void test_arrows_without_a_frame_change_nothing(void **state)
{
    const VisitRig *rig = visit_rig_played(*state, EASY, "on back quicker slower on");
    assert_int_equal(rig->visit.settings.minutes, 3);
    assert_string_equal(rig->visit.settings.pattern, EASY);
}

/* How many choices a list has, walked from its first page to its last with the keys. */
static int32_t choices_by_keyboard(VisitRig *rig, int32_t value)
{
    int32_t seen = 0;
    char first[VISIT_LABEL_MAX] = "";
    for (int32_t page = 0; page < 20; page++) {
        visit_rig_home(rig, EASY, 3);
        visit_rig_play(rig, "frame-next");
        for (int32_t i = 0; i <= value; i++)
            visit_rig_play(rig, "frame-next");
        visit_rig_play(rig, "press");
        for (int32_t i = 0; i < page; i++) {
            visit_rig_play(rig, "slower back");
            while (rig->visit.focus != CONTROL_CHOICE + rig->visit.list.count - 1)
                visit_rig_play(rig, "slower");
            visit_rig_play(rig, "press");
        }
        if (page > 0 && strcmp(rig->visit.list.labels[0], first) == 0)
            return seen;
        if (page == 0)
            strcpy(first, rig->visit.list.labels[0]);
        seen += rig->visit.list.count - (rig->visit.list.has_more ? 1 : 0);
        if (!rig->visit.list.has_more)
            return seen;
    }
    return seen;
}

static void test_every_choice_is_reached_by_keyboard(void **state)
{
    VisitRig *rig = *state;
    int32_t patterns = rig->patterns.count;
    for (int32_t i = 0; i < rig->patterns.count; i++) {
        const BreathPattern bare = breath_without_holds(&rig->patterns.items[i].pattern);
        patterns += breath_has_holds(&rig->patterns.items[i].pattern) &&
                    breath_problem(&bare) == NULL;
    }
    assert_int_equal(choices_by_keyboard(rig, VISIT_PATTERN), patterns);
    assert_int_equal(choices_by_keyboard(rig, VISIT_LENGTH), 8);
    assert_int_equal(choices_by_keyboard(rig, VISIT_SOUND), 8);
}

static void test_every_choice_is_reached_by_press(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    visit_rig_press(rig, CONTROL_VALUE + VISIT_LENGTH);
    assert_int_equal(rig->visit.screen, SCREEN_LIST);
    visit_rig_press(rig, CONTROL_CHOICE + 1); /* the second press of a double click */
    assert_int_equal(rig->visit.screen, SCREEN_LIST);
    visit_rig_play(rig, "700");
    visit_rig_press(rig, CONTROL_CHOICE + rig->visit.list.count - 1);
    assert_int_equal(rig->visit.screen, SCREEN_LIST);
    for (int32_t i = 0; i < rig->visit.list.count; i++)
        assert_non_null(layout_item_of(&rig->visit.layout, CONTROL_CHOICE + i));
    visit_rig_press(rig, CONTROL_CHOICE + 1);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_string_equal(rig->visit.scene.values[VISIT_LENGTH], "30 minutes");
    assert_int_equal(rig->visit.focus, CONTROL_NONE);
}

static void test_a_pattern_with_holds_is_offered_without_them_first(void **state)
{
    VisitRig *rig = visit_rig_played(*state, "box", "frame-next frame-next press");
    const VisitList *list = &rig->visit.list;
    assert_int_equal(rig->visit.screen, SCREEN_LIST);
    int32_t bare = -1;
    for (int32_t i = 0; i < list->count; i++)
        if (strcmp(list->labels[i], "4 in, 4 out, without the holds") == 0)
            bare = i;
    assert_true(bare >= 0);
    assert_true(list->chosen == bare + 1 || list->has_more);
}

static void test_a_choice_that_is_framed_can_be_seen(void **state)
{
    VisitRig *rig = *state;
    static const int32_t minutes[] = { 1, 3, 5, 10, 20, 30, 45, 0 };
    for (size_t i = 0; i < sizeof minutes / sizeof minutes[0]; i++) {
        visit_rig_home(rig, EASY, minutes[i]);
        rig->visit.settings.text_percent = 150;
        visit_size(&rig->visit, 480, 360);
        visit_rig_play(rig, "frame-next frame-next frame-next press");
        for (int32_t row = 0; row < 7; row++) {
            const Layout *layout = &rig->visit.layout;
            const Item *item = layout_item_of(layout, rig->visit.focus);
            assert_non_null(item);
            if (item->scrolls && (item->rect.y < layout->scroll_view.y ||
                                  item->rect.y + item->rect.h >
                                      layout->scroll_view.y + layout->scroll_view.h))
                fail_msg("%d minutes, row %d is not in view", (int)minutes[i], (int)row);
            visit_rig_play(rig, "slower");
        }
    }
}

static void test_a_press_that_comes_too_late_does_nothing(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "frame-next frame-next press 700");
    visit_press(&rig->visit, CONTROL_CHOICE + 1, rig->now_us);
    visit_press(&rig->visit, CONTROL_CHOICE + 1, rig->now_us); /* the list has gone */
    visit_rig_turn(rig);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
}

/* What was aimed at in the list is not pressed on home, which nobody has seen. */
static void test_a_press_is_not_meant_for_what_came_in_the_same_turn(void **state)
{
    static const int32_t aimed[] = { CONTROL_FIGURE, CONTROL_DOOR + PRACTICE_SIT,
                                     CONTROL_ACTION + ACTION_PRESS };
    for (size_t i = 0; i < sizeof aimed / sizeof aimed[0]; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, "frame-next frame-next press 700");
        visit_act(&rig->visit, ACTION_OUT, rig->now_us);
        visit_press(&rig->visit, aimed[i], rig->now_us);
        visit_rig_turn(rig);
        assert_int_equal(rig->visit.screen, SCREEN_HOME);
        assert_int_equal(rig->visit.face, PRACTICE_BREATHE);
        visit_rig_wait(rig, 20);
        visit_rig_press(rig, CONTROL_FIGURE);
        assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    }
}

/* Somebody types ahead on a slow machine: all of it is heard in one turn of the loop. */
static void test_keys_that_come_at_once_do_what_they_do_one_by_one(void **state)
{
    static const struct {
        const char *before; /* with a turn for each … */
        ActionId keys[4];   /* … and these, with or without */
    } rows[] = {
        { "frame-next frame-next press",
          { ACTION_OUT, ACTION_FRAME_NEXT, ACTION_PRESS, ACTION_NONE } },
        { "frame-next frame-next",
          { ACTION_PRESS, ACTION_PRESS, ACTION_FRAME_NEXT, ACTION_PRESS } },
        { "frame-before frame-before frame-before frame-before frame-before frame-before",
          { ACTION_ON, ACTION_FRAME_NEXT, ACTION_FRAME_NEXT, ACTION_PRESS } },
        { "frame-before frame-before frame-before frame-before frame-before",
          { ACTION_BACK, ACTION_ON, ACTION_FRAME_BEFORE, ACTION_FRAME_BEFORE } },
        { "frame-before frame-before frame-before press 700",
          { ACTION_ON, ACTION_ON, ACTION_FRAME_BEFORE, ACTION_ON } },
    };
    char apart[VISIT_RIG_LOG_MAX];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int is_at_once = 0; is_at_once < 2; is_at_once++) {
            VisitRig *rig = visit_rig_played(*state, EASY, rows[i].before);
            for (size_t key = 0; key < 4; key++) {
                visit_act(&rig->visit, rows[i].keys[key], rig->now_us);
                if (!is_at_once)
                    visit_show(&rig->visit, rig->now_us);
            }
            visit_rig_turn(rig);
            if (is_at_once)
                assert_string_equal(visit_rig_picture(rig), apart);
            else
                strcpy(apart, visit_rig_picture(rig));
        }
}

/* --- what every screen knows --- */

static const char *const everywhere[] = {
    "0",
    "frame-next frame-next press",
    "press 5000",
    "press 5000 press 700",
    "press 5000 another-way 700",
    "press 5000 out 3000",
    "press 5000 out 700 frame-next frame-next press 700",
    "keys 700",
    "press 5000 keys 700",
};

enum { EVERYWHERE = sizeof everywhere / sizeof everywhere[0] };

static void test_m_turns_sound_on_and_off_everywhere(void **state)
{
    for (size_t i = 0; i < EVERYWHERE; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, everywhere[i]);
        visit_act(&rig->visit, ACTION_SOUND, rig->now_us);
        assert_string_equal(rig->visit.answer, "Sound on, softly.");
        assert_true(rig->visit.settings.is_sound_on && rig->player.levels.is_on);
        assert_true(rig->visit.is_choice_new);
        visit_rig_play(rig, "sound");
        assert_false(rig->visit.settings.is_sound_on || rig->player.levels.is_on);
    }
}

static void test_m_in_sound_alone_is_about_that_sound(void **state)
{
    VisitRig *rig =
        visit_rig_played(*state, EASY, "press 5000 another-way 700 take:sound 5000");
    assert_true(rig->visit.is_quiet && rig->player.levels.is_on);
    visit_rig_play(rig, "sound");
    assert_false(rig->player.levels.is_on);
    visit_rig_play(rig, "sound");
    assert_true(rig->player.levels.is_on);
    assert_int_equal(rig->player.levels.bed, MIX_BED_OCEAN);
    assert_false(rig->visit.settings.is_sound_on);
    visit_rig_play(rig, "out 700 sound");
    assert_true(rig->visit.settings.is_sound_on);
}

static void test_the_pattern_that_is_chosen_is_breathed(void **state)
{
    VisitRig *rig =
        visit_rig_played(*state, BOX, "no-holds 100 frame-next frame-next on");
    assert_false(rig->visit.request.no_holds);
    rig = visit_rig_played(*state, "4-7-8", "no-holds");
    assert_string_equal(rig->visit.values[VISIT_PATTERN], "4 in, 8 out");
    visit_rig_play(rig, "press 8000");
    assert_false(rig->visit.scene.has_holds);
}

static void test_without_holds_nothing_mentions_them(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "0");
    rig->visit.settings.holds = SETTINGS_HOLDS_NEVER;
    visit_rig_play(rig, "keys 700");
    assert_null(strstr(visit_rig_picture(rig), "hold"));
    visit_rig_play(rig, "out 700 frame-next frame-next press");
    for (int page = 0; page < 4; page++) {
        assert_null(strstr(visit_rig_picture(rig), "hold"));
        visit_rig_play(rig, "slower slower slower slower press");
    }
}

static void test_hiding_is_an_empty_page_from_everywhere(void **state)
{
    for (size_t i = 0; i < EVERYWHERE; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, everywhere[i]);
        const ScreenId before = rig->visit.screen;
        visit_rig_play(rig, "hide");
        assert_string_equal(visit_rig_picture(rig), "background\n");
        assert_false(player_is_running(&rig->player));
        assert_false(rig->visit.is_moving);
        visit_rig_play(rig, "700 press another-way sound enter keys on slower quicker ? "
                            "frame-next page-down no-holds 700");
        assert_string_equal(visit_rig_picture(rig), "background\n");
        visit_rig_play(rig, "hide");
        assert_int_equal(rig->visit.screen, before);
        assert_false(player_is_running(&rig->player));
        visit_rig_play(rig, "hide out");
        assert_true(rig->visit.wants_close);
    }
}

static void test_a_practice_comes_back_paused(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 hide 2000 hide");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_string_equal(rig->visit.scene.word, "Paused");
    visit_rig_play(rig, "700 press");
    assert_true(player_is_running(&rig->player));
}

static void test_another_way_holds_everything_still(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "press 5000 another-way 20");
    assert_false(player_is_running(&rig->player));
    assert_false(rig->visit.is_moving);
    const double at_ms = player_ms(&rig->player, rig->now_us);
    visit_rig_wait(rig, 5000);
    assert_true(player_ms(&rig->player, rig->now_us) == at_ms);
    visit_rig_play(rig, "press");
    assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
    assert_string_equal(rig->visit.scene.word, "In a moment");
    assert_true(player_is_running(&rig->player));
}

static void test_text_grows_in_steps_within_limits(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "text-larger");
    assert_int_equal(rig->visit.settings.text_percent, 125);
    assert_true(rig->visit.scene.text_scale == 1.25);
    assert_true(rig->visit.is_choice_new);
    for (int i = 0; i < 10; i++)
        visit_rig_play(rig, "text-larger");
    assert_int_equal(rig->visit.settings.text_percent, 250);
    visit_rig_play(rig, "text-smaller");
    assert_int_equal(rig->visit.settings.text_percent, 225);
    visit_rig_play(rig, "text-usual text-smaller");
    assert_int_equal(rig->visit.settings.text_percent, 100);
}

static void test_full_screen_and_back(void **state)
{
    VisitRig *rig = visit_rig_played(*state, EASY, "full-screen");
    assert_true(rig->visit.is_full_screen);
    visit_rig_play(rig, "full-screen");
    assert_false(rig->visit.is_full_screen);
}

static void test_four_presses_of_esc_close_from_everywhere(void **state)
{
    for (size_t i = 0; i < EVERYWHERE; i++) {
        VisitRig *rig = visit_rig_played(*state, EASY, everywhere[i]);
        for (int press = 0; press < 4 && !rig->visit.wants_close; press++)
            visit_rig_play(rig, "out");
        assert_true(rig->visit.wants_close);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_esc_is_one_step_out_in_the_very_next_picture),
        cmocka_unit_test(test_one_key_from_start_to_the_first_guided_breath),
        cmocka_unit_test(test_keys_sleep_on_a_new_screen),
        cmocka_unit_test(test_a_press_of_the_pointer_sleeps_as_well),
        cmocka_unit_test(test_the_words_at_the_foot_are_buttons),
        cmocka_unit_test(test_space_acts_on_the_frame),
        cmocka_unit_test(test_behind_a_pointer_space_begins),
        cmocka_unit_test(test_the_frame_goes_round_from_the_shape_down),
        cmocka_unit_test(test_a_page_that_is_come_back_to_shows_its_frame),
        cmocka_unit_test(test_a_frame_that_has_gone_is_not_pressed),
        cmocka_unit_test(test_nothing_is_framed_after_a_practice),
        cmocka_unit_test(test_arrows_change_a_framed_value),
        cmocka_unit_test(test_arrows_without_a_frame_change_nothing),
        cmocka_unit_test(test_every_choice_is_reached_by_keyboard),
        cmocka_unit_test(test_every_choice_is_reached_by_press),
        cmocka_unit_test(test_a_pattern_with_holds_is_offered_without_them_first),
        cmocka_unit_test(test_a_choice_that_is_framed_can_be_seen),
        cmocka_unit_test(test_a_press_that_comes_too_late_does_nothing),
        cmocka_unit_test(test_a_press_is_not_meant_for_what_came_in_the_same_turn),
        cmocka_unit_test(test_keys_that_come_at_once_do_what_they_do_one_by_one),
        cmocka_unit_test(test_m_turns_sound_on_and_off_everywhere),
        cmocka_unit_test(test_m_in_sound_alone_is_about_that_sound),
        cmocka_unit_test(test_the_pattern_that_is_chosen_is_breathed),
        cmocka_unit_test(test_without_holds_nothing_mentions_them),
        cmocka_unit_test(test_hiding_is_an_empty_page_from_everywhere),
        cmocka_unit_test(test_a_practice_comes_back_paused),
        cmocka_unit_test(test_another_way_holds_everything_still),
        cmocka_unit_test(test_text_grows_in_steps_within_limits),
        cmocka_unit_test(test_full_screen_and_back),
        cmocka_unit_test(test_four_presses_of_esc_close_from_everywhere),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
