/* SPDX-License-Identifier: MIT */
/* Out of every practice: behind O all is still and silent and stays so, other things to
 * stay with are one press away, and both endings lead to one page. */
#include "app/visit_parts.h"
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/random.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { HOUR = 3600 };

#define O "press 9000 another-way 700 "

/* Where somebody may be who presses O, and which of the anchors that is. */
static const struct {
    const char *name;
    int32_t face;
    const char *script, *anchor;
} practices[] = {
    { "breathing", PRACTICE_BREATHE, "press 9000", NULL },
    { "a scan", PRACTICE_SCAN, "press 9000", "Hands and feet" },
    { "a sit", PRACTICE_SIT, "press 9000", NULL },
    { "the own pace", PRACTICE_BREATHE, O "take:my-own-pace 700 press 1500 press 900",
      NULL },
    { "sound alone", PRACTICE_BREATHE, O "take:sound 9000", "Sound" },
    { "the room", PRACTICE_BREATHE, O "take:look-around 9000", "Look around the room" },
    { "the room, further on", PRACTICE_SIT, O "take:look-around 9000 press 900 press 900",
      "Look around the room" },
    { "hands and feet aside", PRACTICE_SIT, O "take:hands-and-feet 9000",
      "Hands and feet" },
    { "seat and floor", PRACTICE_SCAN, O "take:seat-and-floor 9000", "Seat and floor" },
    { "a minute of hands", PRACTICE_SIT,
      "press 9000 out 700 take:something 700 take:hands 9000", "Hands and feet" },
    { "paused", PRACTICE_BREATHE, "press 9000 press 700", NULL },
    { "a pause before reaching out", PRACTICE_REACH, "press 9000", NULL },
    { "the close", PRACTICE_SIT, "press 9000 out 700 take:something 700 take:hands 64000",
      "Hands and feet" },
};

enum { PRACTICES = sizeof practices / sizeof practices[0] };

static VisitRig *at(void **state, int practice, const char *then)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_show_face(&rig->visit, (PracticeKind)practices[practice].face, rig->now_us);
    rig->visit.settings.is_sound_on = true;
    visit_rig_turn(rig);
    visit_rig_play(rig, practices[practice].script);
    visit_rig_play(rig, then);
    return rig;
}

/* No picture, no order to the mix: nobody would notice an hour but by a clock. */
static void test_behind_o_nothing_happens_for_an_hour(void **state)
{
    static char before[VISIT_RIG_LOG_MAX];
    for (int i = 0; i < PRACTICES; i++) {
        VisitRig *rig = at(state, i, "another-way");
        assert_int_equal(rig->visit.screen, SCREEN_CHOICES);
        assert_false(player_is_running(&rig->player));
        assert_false(rig->visit.is_moving);
        visit_rig_wait(rig, 15000); /* the sound device is put away */
        strcpy(before, visit_rig_picture(rig));
        const uint32_t posting = rig->player.mix.box.posting;
        const double at_ms = player_ms(&rig->player, rig->now_us);
        for (int second = 0; second < HOUR; second++) {
            rig->now_us += 1000000;
            visit_rig_turn(rig);
            if (rig->visit.is_moving || rig->visit.wake_us != INT64_MAX)
                fail_msg("%s: a frame is drawn", practices[i].name);
            if (rig->player.mix.box.posting != posting)
                fail_msg("%s: a sound is asked for", practices[i].name);
        }
        /* What was over already has no time to lose. */
        if (rig->player.session.state != SESSION_OVER)
            assert_true(player_ms(&rig->player, rig->now_us) == at_ms);
        assert_string_equal(visit_rig_picture(rig), before);
    }
}

static void test_it_is_said_plainly(void **state)
{
    for (int i = 0; i < PRACTICES; i++) {
        const VisitRig *rig = at(state, i, "another-way 100");
        const char *says = rig->visit.scene.line;
        assert_non_null(strstr(says, "a known reaction"));
        assert_non_null(strstr(says, "It says nothing about you."));
        assert_null(lint_words(says));
        assert_string_equal(rig->visit.scene.choices[0], "End here");
    }
}

static bool is_offered(const VisitRig *rig, const char *way)
{
    for (int32_t i = 0; i < rig->visit.scene.choice_count; i++)
        if (strncmp(rig->visit.scene.choices[i], way, strlen(way)) == 0)
            return true;
    return false;
}

/* Sight, hands and feet, what is underneath, sound: each of them by one press, unless it
 * is where one comes from; and the own pace, for whoever would rather breathe. */
static void test_other_anchors_are_one_press_away(void **state)
{
    static const struct {
        const char *says, *take;
    } anchors[] = {
        { "Look around the room", "take:look-around 100" },
        { "Hands and feet", "take:hands-and-feet 100" },
        { "Seat and floor", "take:seat-and-floor 100" },
        { "Sound", "take:sound 100" },
    };
    for (int i = 0; i < PRACTICES; i++)
        for (size_t a = 0; a < sizeof anchors / sizeof anchors[0]; a++) {
            VisitRig *rig = at(state, i, "another-way 700");
            const char *own = practices[i].anchor;
            const bool is_own = own != NULL && strcmp(own, anchors[a].says) == 0;
            if (is_offered(rig, anchors[a].says) == is_own)
                fail_msg("%s: \"%s\"", practices[i].name, anchors[a].says);
            if (is_own)
                continue;
            visit_rig_play(rig, anchors[a].take);
            if (rig->visit.screen != SCREEN_PRACTICE || !player_is_running(&rig->player))
                fail_msg("%s: \"%s\" does not begin", practices[i].name, anchors[a].says);
            visit_rig_play(rig, "out");
            assert_int_equal(rig->visit.screen, SCREEN_AFTER);
        }
}

/* How long until the practice is over by itself, once it has settled. */
static int64_t lived_ms(VisitRig *rig)
{
    rig->frame_us = 100000;
    while (plan_step_at(&rig->player.session.plan, rig->player.session.now_ms).kind ==
           PLAN_SETTLE)
        visit_rig_wait(rig, 100);
    const int64_t from_us = rig->now_us, latest_us = from_us + HOUR * INT64_C(1000000);
    while (rig->player.session.state == SESSION_RUNNING && rig->now_us < latest_us)
        visit_rig_wait(rig, 100);
    rig->frame_us = VISIT_RIG_CALM_US;
    return (rig->now_us - from_us) / 1000;
}

static void test_sound_ends_when_the_practice_would_have(void **state)
{
    static const struct {
        const char *says, *pattern, *script;
        PracticeKind face;
        bool is_least; /* a minute, since less than that was left */
    } rows[] = {
        { "an inhale", "easing-in", "press 5000", PRACTICE_BREATHE, false },
        { "a hold", "4-4-4-4", "press 8000", PRACTICE_BREATHE, false },
        { "before it begins", "easing-in", "press 1000", PRACTICE_BREATHE, false },
        { "eased", "easing-in", "press 20000 slower slower 40000", PRACTICE_BREATHE,
          false },
        { "a scan", "easing-in", "press 30000", PRACTICE_SCAN, false },
        { "a sit", "easing-in", "press 60000", PRACTICE_SIT, false },
        { "near the end", "easing-in", "press 150000", PRACTICE_BREATHE, true },
        { "a short pause", "easing-in", "press 20000", PRACTICE_REACH, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t took_ms[2];
        for (int is_sound = 0; is_sound < 2; is_sound++) {
            VisitRig *rig = *state;
            visit_rig_home(rig, rows[i].pattern, 3);
            visit_show_face(&rig->visit, rows[i].face, rig->now_us);
            visit_rig_turn(rig);
            visit_rig_play(rig, rows[i].script);
            if (is_sound)
                visit_rig_play(rig, "another-way 700 take:sound 100");
            took_ms[is_sound] = lived_ms(rig);
        }
        const int64_t wished_ms = rows[i].is_least ? 60000 : took_ms[0];
        if (rows[i].is_least != (took_ms[0] < 60000) ||
            llabs(took_ms[1] - wished_ms) > 100)
            fail_msg("%s: %d ms instead of %d", rows[i].says, (int)took_ms[1],
                     (int)wished_ms);
    }
}

static void test_sound_is_open_where_the_practice_is(void **state)
{
    static const char *const scripts[] = { O "take:my-own-pace 700 press 1500 press 900",
                                           O "take:look-around 9000" };
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        VisitRig *rig = visit_rig_played(*state, "easing-in", scripts[i]);
        visit_rig_play(rig, "another-way 700 take:sound 100");
        assert_string_equal(rig->visit.told, "No set end. Esc leaves at any time.");
        visit_rig_home(rig, "easing-in", 0);
        visit_rig_play(rig, O "take:sound 100");
        assert_string_equal(rig->visit.told, "No set end. Esc leaves at any time.");
    }
}

/* A pause before reaching out has the page behind it, and nobody has to wait for that. */
static void test_the_page_is_a_way_out_of_the_pause_before_it(void **state)
{
    for (int i = 0; i < PRACTICES; i++) {
        const bool is_reach = practices[i].face == PRACTICE_REACH;
        VisitRig *rig = at(state, i, "another-way 700");
        assert_int_equal(is_offered(rig, "On to the page"),
                         is_reach && visit_has_write(&rig->visit));
        if (!is_offered(rig, "On to the page"))
            continue;
        visit_rig_play(rig, "take:on-to-the-page 100");
        assert_int_equal(rig->visit.screen, SCREEN_WRITE);
        assert_false(player_is_running(&rig->player));
    }
}

/* Back is back: with 3 s before anything goes on. */
static void test_space_leads_back_to_where_it_was(void **state)
{
    for (int i = 0; i < PRACTICES; i++) {
        VisitRig *rig = at(state, i, "0");
        const ScreenId screen = rig->visit.screen;
        visit_rig_play(rig, "another-way 700 press 100");
        assert_int_equal(rig->visit.screen, screen);
        if (screen == SCREEN_PACE || rig->player.session.state == SESSION_OVER)
            continue;
        const SessionMoment moment =
            session_moment(&rig->player.session, player_ms(&rig->player, rig->now_us));
        if (moment.kind != PLAN_SETTLE || !player_is_running(&rig->player))
            fail_msg("%s: it does not settle", practices[i].name);
    }
}

/* The page of afterwards, without what was chosen for this day. */
static void test_every_ending_shows_the_same_three(void **state)
{
    static const char *const ends[] = { "out 100", "another-way out 100",
                                        "another-way 700 take:end-here 100",
                                        "hide 700 hide out 100" };
    static const char *const three[] = { "Go on", "Something smaller", "Home" };
    for (int i = 0; i < PRACTICES; i++)
        for (size_t e = 0; e < sizeof ends / sizeof ends[0]; e++) {
            VisitRig *rig = at(state, i, ends[e]);
            assert_int_equal(rig->visit.screen, SCREEN_AFTER);
            assert_int_equal(rig->visit.scene.choice_count, 3);
            for (int c = 0; c < 3; c++)
                assert_string_equal(rig->visit.scene.choices[c], three[c]);
            assert_int_equal(rig->visit.focus, CONTROL_NONE);
            assert_false(player_is_running(&rig->player));
        }
}

static void test_something_smaller_is_four_equal_ways(void **state)
{
    static const char *const ways[] = { "Look around the room",
                                        "Hands and feet, one minute",
                                        "A sound for one minute", "Back" };
    static const char *const told[] = { "No set end. Esc leaves at any time.",
                                        "1 minute.", "1 minute." };
    for (int i = 0; i < PRACTICES; i++)
        for (int w = 0; w < 4; w++) {
            VisitRig *rig = at(state, i, "out 700 take:something-smaller 700");
            assert_int_equal(rig->visit.scene.choice_count, 4);
            assert_string_equal(rig->visit.scene.choices[w], ways[w]);
            assert_non_null(strstr(rig->visit.scene.line, "can end sooner"));
            visit_rig_press(rig, CONTROL_CHOICE + w);
            assert_int_equal(rig->visit.screen, w < 3 ? SCREEN_PRACTICE : SCREEN_AFTER);
            if (w < 3)
                assert_string_equal(rig->visit.told, told[w]);
        }
}

/* --- whenever Esc is pressed --- */

static void wander(Random *random, VisitRig *rig)
{
    static const ActionId keys[] = { ACTION_PRESS,   ACTION_ON,         ACTION_BACK,
                                     ACTION_QUICKER, ACTION_SLOWER,     ACTION_ENTER,
                                     ACTION_SOUND,   ACTION_NO_HOLDS,   ACTION_KEYS,
                                     ACTION_HIDE,    ACTION_ANOTHER_WAY };
    const int64_t last = (int64_t)(sizeof keys / sizeof keys[0]) - 1;
    visit_act(&rig->visit, keys[random_between(random, 0, last)], rig->now_us);
    visit_rig_turn(rig);
    visit_rig_wait(rig, random_between(random, 0, random_one_in(random, 4) ? 9000 : 900));
}

static bool is_of_practice(const Visit *visit)
{
    return visit->screen == SCREEN_PRACTICE || visit->screen == SCREEN_PACE ||
           (visit->screen == SCREEN_CHOICES && visit->ways == VISIT_OTHER_WAYS);
}

/* In the very next picture, and nothing runs: from wherever the keys led. */
static const char *esc_problem(Random *random, VisitRig *rig)
{
    const ScreenId before = rig->visit.screen;
    const bool was_of_practice = is_of_practice(&rig->visit);
    visit_act(&rig->visit, ACTION_OUT, rig->now_us);
    visit_show(&rig->visit, rig->now_us);
    const Visit *visit = &rig->visit;
    if (visit->screen == before && !visit->wants_close)
        return random_say(random, "screen %d stays", (int)before);
    if (visit->scene.screen != visit->screen)
        return random_say(random, "another screen is shown");
    if (was_of_practice && visit->screen != SCREEN_AFTER)
        return random_say(random, "a practice leads to screen %d", (int)visit->screen);
    if (was_of_practice && player_is_running(&rig->player))
        return random_say(random, "it runs behind the end");
    if (was_of_practice && visit->scene.choice_count != 3)
        return random_say(random, "the end has another page");
    return layout_proof(&visit->layout, &visit->scene, rig->text);
}

static void **rig_state;

static const char *esc_at_any_moment(Random *random, int32_t size)
{
    VisitRig *rig = at(rig_state, (int)random_between(random, 0, PRACTICES - 1), "0");
    for (int64_t n = random_between(random, 0, size); n > 0; n--)
        wander(random, rig);
    const char *problem = NULL;
    for (int press = 0; press < 4 && problem == NULL && !rig->visit.wants_close; press++)
        problem = esc_problem(random, rig);
    if (problem == NULL && !rig->visit.wants_close)
        problem = random_say(random, "four times Esc do not close it");
    return problem;
}

static void test_esc_at_any_moment_of_every_practice(void **state)
{
    rig_state = state;
    random_check(esc_at_any_moment, 200, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_behind_o_nothing_happens_for_an_hour),
        cmocka_unit_test(test_it_is_said_plainly),
        cmocka_unit_test(test_other_anchors_are_one_press_away),
        cmocka_unit_test(test_sound_ends_when_the_practice_would_have),
        cmocka_unit_test(test_sound_is_open_where_the_practice_is),
        cmocka_unit_test(test_the_page_is_a_way_out_of_the_pause_before_it),
        cmocka_unit_test(test_space_leads_back_to_where_it_was),
        cmocka_unit_test(test_every_ending_shows_the_same_three),
        cmocka_unit_test(test_something_smaller_is_four_equal_ways),
        cmocka_unit_test(test_esc_at_any_moment_of_every_practice),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
