/* SPDX-License-Identifier: MIT */
/* What is promised about every practice alike, whichever it is: the way out stands there,
 * both endings are one, nothing begins by itself, a pause has no limit, and the hundredth
 * time is like the first. */
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum { HOUR_MS = 3600000, DAY_MS = 24 * HOUR_MS, SETTLE_MS = 3000 };

static const struct {
    int32_t width, height;
} windows[] = { { 480, 360 }, { 360, 640 }, { 1280, 720 }, { 1920, 1080 } };

enum { WINDOWS = sizeof windows / sizeof windows[0] };

static const struct {
    const char *name;
    PracticeKind kind;
    bool leads_on; /* its end is not the end: a page to write on comes first */
} practices[] = {
    { "breathing", PRACTICE_BREATHE, false },
    { "a body scan", PRACTICE_SCAN, false },
    { "a sit", PRACTICE_SIT, false },
    { "before reaching out", PRACTICE_REACH, true },
};

enum { PRACTICES = sizeof practices / sizeof practices[0] };

/* The face of the practice, which is at most three minutes long. */
static VisitRig *facing(void **state, int practice)
{
    VisitRig *rig = *state;
    visit_rig_home(rig, "4-6", 1);
    rig->frame_us = VISIT_RIG_CALM_US;
    Settings short_ones = rig->visit.settings;
    short_ones.sit_minutes = 1;
    visit_take_settings(&rig->visit, &short_ones, rig->now_us);
    visit_show_face(&rig->visit, practices[practice].kind, rig->now_us);
    visit_rig_turn(rig);
    return rig;
}

static VisitRig *played(void **state, int practice, const char *script)
{
    VisitRig *rig = facing(state, practice);
    visit_rig_play(rig, script);
    return rig;
}

/* So long, by large steps. */
static void stay(VisitRig *rig, int64_t ms)
{
    rig->frame_us = 10 * INT64_C(1000000);
    visit_rig_wait(rig, ms);
    rig->frame_us = VISIT_RIG_CALM_US;
}

/* --- out --- */

static const char *lost_way_out(const VisitRig *rig)
{
    const Layout *layout = &rig->visit.layout;
    const Item *out = layout_item_of(layout, CONTROL_ACTION + ACTION_OUT);
    if (out == NULL)
        return "no way out";
    if (out->light != 1.0)
        return "a way out that fades";
    if (out->rect.x < 0 || out->rect.y < 0 ||
        out->rect.x + out->rect.w > layout->width_px ||
        out->rect.y + out->rect.h > layout->height_px || out->scrolls)
        return "a way out that cannot be seen";
    for (int32_t i = out->run; i < out->run + out->run_count; i++)
        if (strncmp(layout->runs[i].utf8, "Esc", 3) == 0)
            return NULL;
    return "a way out without its key";
}

static const char *const moments[] = {
    "press",
    "press 1500",
    "press 9000",
    "press 9000 press 100",
    "press 9000 press 9000",
    "press 9000 another-way",
    "press 9000 another-way 700 press 100",
    "press 61000",
    "press 9000 out",
    "press 9000 out 700 frame-next frame-next press",
};

static void test_the_way_out_stands_on_every_page_of_every_practice(void **state)
{
    for (int practice = 0; practice < PRACTICES; practice++)
        for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
            VisitRig *rig = played(state, practice, moments[i]);
            for (int32_t percent = 100; percent <= 250; percent += 50)
                for (int window = 0; window < WINDOWS; window++) {
                    rig->visit.settings.text_percent = percent;
                    visit_size(&rig->visit, windows[window].width,
                               windows[window].height);
                    visit_show(&rig->visit, rig->now_us);
                    const char *wrong = lost_way_out(rig);
                    if (wrong != NULL)
                        fail_msg("%s, \"%s\", %dx%d, %d %%: %s", practices[practice].name,
                                 moments[i], (int)windows[window].width,
                                 (int)windows[window].height, (int)percent, wrong);
                }
        }
}

static void test_both_endings_of_every_practice_are_one(void **state)
{
    static const struct {
        const char *script;
        bool is_other; /* behind another way the message alone is one of fewer */
    } early[] = {
        { "press 100 out 4000", false },
        { "press 2900 out 4000", false },
        { "press 20000 out 4000", false },
        { "press 20000 another-way 700 out 4000", true },
        { "press 20000 hide 700 hide 700 out 4000", false },
    };
    static char late[VISIT_RIG_LOG_MAX];
    for (int practice = 0; practice < PRACTICES; practice++) {
        VisitRig *rig = played(state, practice, "press 190000");
        if (practices[practice].leads_on)
            visit_rig_play(rig, "out 4000");
        assert_int_equal(rig->visit.screen, SCREEN_AFTER);
        strcpy(late, visit_rig_picture(rig));
        const VisitMessageSet set = rig->visit.message.set;
        for (size_t i = 0; i < sizeof early / sizeof early[0]; i++) {
            rig = played(state, practice, early[i].script);
            if (early[i].is_other)
                rig->visit.message.set = set;
            visit_rig_turn(rig);
            if (strcmp(visit_rig_picture(rig), late) != 0)
                fail_msg("%s, \"%s\": another page", practices[practice].name,
                         early[i].script);
        }
    }
}

/* --- people to call --- */

/* Beside the moments of a practice: pages that lead on from the one before. */
static const char *const pages[] = {
    "0",
    "frame-next frame-next press",
    "keys",
    "frame-before frame-before frame-before press",
    "frame-before frame-before frame-before press 700 on 700 on 700 on",
    "frame-before frame-before frame-before frame-before press",
};

static void expect_people(VisitRig *rig, const char *name, const char *script)
{
    visit_rig_wait(rig, 700);
    const ScreenId screen = rig->visit.screen;
    visit_rig_play(rig, "people");
    if (rig->visit.screen != SCREEN_PEOPLE)
        fail_msg("%s, \"%s\": no people to call", name, script);
    visit_rig_play(rig, "out 700");
    /* A list closes. */
    if (screen != SCREEN_LIST && rig->visit.screen != screen)
        fail_msg("%s, \"%s\": does not come back", name, script);
}

static void test_people_to_call_are_one_key_away_from_everywhere(void **state)
{
    for (int practice = 0; practice < PRACTICES; practice++) {
        for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++)
            expect_people(played(state, practice, moments[i]), practices[practice].name,
                          moments[i]);
        for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
            expect_people(played(state, practice, pages[i]), practices[practice].name,
                          pages[i]);
    }
}

static bool says(const VisitRig *rig, const char *words)
{
    const Layout *layout = &rig->visit.layout;
    for (int32_t i = 0; i < layout->run_count; i++)
        if (strstr(layout->runs[i].utf8, words) != NULL)
            return true;
    return false;
}

static void test_a_page_says_what_this_is_not(void **state)
{
    static const char *const words[] = { "no therapy", "no diagnosis", "no crisis care" };
    VisitRig *rig = played(state, 0, "people 700");
    visit_rig_press(rig, CONTROL_TOOL + 3);
    assert_int_equal(rig->visit.screen, SCREEN_ABOUT);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (!says(rig, words[i]))
            fail_msg("nobody says \"%s\"", words[i]);
}

/* --- nothing by itself --- */

static void test_nothing_begins_or_goes_by_itself(void **state)
{
    static const char *const left[] = {
        "0",
        "press 9000 another-way",
        "press 9000 out 3000",
        "press 190000",
        "press 9000 out 700 frame-next frame-next press 1000",
        "keys",
        "hide",
    };
    static char before[VISIT_RIG_LOG_MAX];
    for (int practice = 0; practice < PRACTICES; practice++)
        for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
            VisitRig *rig = played(state, practice, left[i]);
            const ScreenId screen = rig->visit.screen;
            const bool is_home = screen == SCREEN_HOME;
            assert_int_not_equal(screen, SCREEN_PEOPLE);
            strcpy(before, is_home ? "" : visit_rig_picture(rig)); /* home breathes */
            stay(rig, DAY_MS);
            if (rig->visit.screen != screen || player_is_running(&rig->player) ||
                (!is_home && strcmp(visit_rig_picture(rig), before) != 0))
                fail_msg("%s, \"%s\": does not stay", practices[practice].name, left[i]);
        }
}

static void test_no_message_comes_before_a_practice_is_over(void **state)
{
    static const char *const during[] = { "0",
                                          "press 1000",
                                          "press 9000",
                                          "press 9000 press 20000",
                                          "press 9000 another-way 2000",
                                          "press 60000" };
    for (int practice = 0; practice < PRACTICES; practice++)
        for (size_t i = 0; i < sizeof during / sizeof during[0]; i++) {
            VisitRig *rig = played(state, practice, during[i]);
            const Layout *layout = &rig->visit.layout;
            const char *message = visit_message(&rig->visit);
            assert_true(message[0] != '\0');
            assert_int_not_equal(rig->visit.screen, SCREEN_AFTER);
            for (int32_t j = 0; j < layout->run_count; j++)
                if (strcmp(layout->runs[j].utf8, message) == 0)
                    fail_msg("%s, \"%s\": a message", practices[practice].name,
                             during[i]);
        }
}

/* --- holds --- */

static bool mentions_hold(VisitRig *rig)
{
    static const char *const words[] = { "hold", "Hold", "Rest\"" };
    const char *picture = visit_rig_picture(rig);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strstr(picture, words[i]) != NULL)
            return true;
    return false;
}

static bool has_hold(const Plan *plan)
{
    for (int32_t i = 0; i < plan->count; i++)
        if (plan->parts[i].kind == PLAN_BREATH &&
            (plan->parts[i].phase_ms[BREATH_HOLD_FULL] > 0 ||
             plan->parts[i].phase_ms[BREATH_HOLD_EMPTY] > 0))
            return true;
    return false;
}

static void test_where_holds_are_never_wanted_no_pattern_has_or_says_one(void **state)
{
    static const char *const then[] = { "700",  "press 1000",  "9000",
                                        "9000", "another-way", "out 3000" };
    VisitRig *rig = *state;
    for (int32_t pattern = 0; pattern < rig->patterns.count; pattern++) {
        const char *id = rig->patterns.items[pattern].id;
        visit_rig_home(rig, id, 3);
        Settings never = rig->visit.settings;
        never.holds = SETTINGS_HOLDS_NEVER;
        visit_take_settings(&rig->visit, &never, rig->now_us);
        for (size_t i = 0; i < sizeof then / sizeof then[0]; i++) {
            visit_rig_play(rig, then[i]);
            if (mentions_hold(rig) || has_hold(&rig->player.session.plan))
                fail_msg("%s, \"%s\": a hold", id, then[i]);
        }
    }
}

/* --- nothing moves under a hand --- */

static Rect place_of(const VisitRig *rig, int32_t control)
{
    const Item *item = layout_item_of(&rig->visit.layout, control);
    assert_non_null(item);
    return item->rect;
}

static void note_places(const VisitRig *rig, Rect places[5])
{
    for (int32_t i = 0; i < 4; i++)
        places[i] = place_of(rig, CONTROL_TOOL + i);
    places[4] = place_of(rig, CONTROL_CHOICE);
}

static void test_nothing_moves_when_a_line_was_given_away(void **state)
{
    Rect before[5], after[5];
    VisitRig *rig = played(state, 0, "0");
    visit_show_face(&rig->visit, PRACTICE_REACH, rig->now_us);
    visit_rig_turn(rig);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.screen, SCREEN_WRITE);
    for (int32_t percent = 100; percent <= 250; percent += 50)
        for (int window = 0; window < WINDOWS; window++) {
            rig->visit.settings.text_percent = percent;
            visit_size(&rig->visit, windows[window].width, windows[window].height);
            rig->visit.write = (VisitWrite){ 0 };
            visit_show(&rig->visit, rig->now_us);
            note_places(rig, before);
            visit_write_tell(&rig->visit, "Copied.");
            visit_show(&rig->visit, rig->now_us);
            note_places(rig, after);
            if (memcmp(before, after, sizeof after) != 0)
                fail_msg("%dx%d, %d %%: a button moves", (int)windows[window].width,
                         (int)windows[window].height, (int)percent);
        }
}

/* --- a pause --- */

static void test_a_pause_of_an_hour_loses_nothing_and_settles_first(void **state)
{
    static const char *const held[] = { "press 20000 another-way", "press 20000 hide" };
    for (int practice = 0; practice < PRACTICES; practice++)
        for (size_t i = 0; i < sizeof held / sizeof held[0]; i++) {
            VisitRig *rig = played(state, practice, held[i]);
            const double at_ms = player_ms(&rig->player, rig->now_us);
            stay(rig, HOUR_MS);
            assert_true(player_ms(&rig->player, rig->now_us) == at_ms);
            visit_rig_play(rig, i == 0 ? "press" : "hide 700 press");
            assert_int_equal(rig->visit.screen, SCREEN_PRACTICE);
            visit_rig_wait(rig, SETTLE_MS - 50);
            const double now_ms = player_ms(&rig->player, rig->now_us);
            if (session_moment(&rig->player.session, now_ms).kind != PLAN_SETTLE)
                fail_msg("%s, \"%s\": begins too soon", practices[practice].name,
                         held[i]);
            visit_rig_wait(rig, 100);
            const double then_ms = player_ms(&rig->player, rig->now_us);
            assert_int_not_equal(session_moment(&rig->player.session, then_ms).kind,
                                 PLAN_SETTLE);
        }
}

/* --- the hundredth time --- */

static void test_the_hundredth_start_is_like_the_first(void **state)
{
    static char first[3][VISIT_RIG_LOG_MAX];
    VisitRig *rig = played(state, 0, "0");
    strcpy(first[0], visit_rig_picture(rig));
    visit_rig_play(rig, "press 9000");
    strcpy(first[1], visit_rig_picture(rig));
    visit_rig_play(rig, "out 3000");
    strcpy(first[2], visit_rig_picture(rig));
    Settings settings = rig->visit.settings;
    for (int i = 0; i < 99; i++) {
        visit_rig_press(rig, CONTROL_CHOICE); /* on from where it was */
        visit_rig_play(rig, "4000 out 3000");
    }
    assert_string_equal(visit_rig_picture(rig), first[2]);
    assert_memory_equal(&rig->visit.settings, &settings, sizeof settings);
    visit_rig_press(rig, CONTROL_CHOICE + 2); /* home */
    rig->visit.home_us = rig->now_us;
    visit_show(&rig->visit, rig->now_us);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_string_equal(visit_rig_picture(rig), first[0]);
    visit_rig_play(rig, "700 press 9000");
    assert_string_equal(visit_rig_picture(rig), first[1]);
}

static void test_lengths_are_short_until_longer_ones_are_chosen(void **state)
{
    (void)state;
    const Settings first = settings_default();
    assert_in_range(first.minutes, 1, 5);
    assert_in_range(first.scan_minutes, 1, 5);
    assert_in_range(first.sit_minutes, 1, 10); /* silence alone, no breath to follow */
    assert_in_range(first.volume, 1, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_way_out_stands_on_every_page_of_every_practice),
        cmocka_unit_test(test_both_endings_of_every_practice_are_one),
        cmocka_unit_test(test_people_to_call_are_one_key_away_from_everywhere),
        cmocka_unit_test(test_a_page_says_what_this_is_not),
        cmocka_unit_test(test_nothing_begins_or_goes_by_itself),
        cmocka_unit_test(test_no_message_comes_before_a_practice_is_over),
        cmocka_unit_test(test_where_holds_are_never_wanted_no_pattern_has_or_says_one),
        cmocka_unit_test(test_nothing_moves_when_a_line_was_given_away),
        cmocka_unit_test(test_a_pause_of_an_hour_loses_nothing_and_settles_first),
        cmocka_unit_test(test_the_hundredth_start_is_like_the_first),
        cmocka_unit_test(test_lengths_are_short_until_longer_ones_are_chosen),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
