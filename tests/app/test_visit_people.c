/* SPDX-License-Identifier: MIT */
/* People to call: one key away from everywhere, and back to where it was; which of them
 * are listed; the person's own; and the page that says what this is. */
#include "app/maker_rows.h"
#include "app/people_shelf.h"
#include "app/visit_parts.h"
#include "support/layout_proof.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MORE, ALL, OWN, ABOUT };
enum { KEEP, ERASE };

typedef struct Room {
    VisitRig *rig;
    PeopleShelf *shelf;
    char home[64], file[128];
} Room;

static int open_room(void **state)
{
    static Room room;
    strcpy(room.home, "/tmp/leeway-people-XXXXXX");
    if (mkdtemp(room.home) == NULL)
        return -1;
    setenv("XDG_DATA_HOME", room.home, 1);
    setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    snprintf(room.file, sizeof room.file, "%s/leeway/people", room.home);
    room.rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    room.shelf = people_shelf_open();
    *state = &room;
    return 0;
}

static int close_room(void **state)
{
    Room *room = *state;
    char folder[128];
    people_shelf_close(room->shelf);
    visit_rig_close(room->rig);
    unlink(room->file);
    snprintf(folder, sizeof folder, "%s/leeway", room->home);
    rmdir(folder);
    rmdir(room->home);
    return 0;
}

/* A fresh visit, with what the shelf holds. */
static Visit *home(Room *room)
{
    Visit *visit = &room->rig->visit;
    visit_rig_home(room->rig, "easing-in", 3);
    visit->house.helplines = &room->shelf->helplines;
    visit->house.own_people = &room->shelf->own;
    visit->house.pages = &room->shelf->pages;
    visit->house.country = room->shelf->country;
    return visit;
}

/* What the window's loop does after each event. */
static void turn(Room *room)
{
    people_shelf_mind(room->shelf, &room->rig->visit);
    visit_rig_turn(room->rig);
}

static void press(Room *room, int32_t control)
{
    visit_press(&room->rig->visit, control, room->rig->now_us);
    turn(room);
    visit_rig_wait(room->rig, 700);
}

static void play(Room *room, const char *script)
{
    visit_rig_play(room->rig, script);
    turn(room);
}

/* --- two actions at most, from everywhere --- */

/* How to come to each screen. Those that none of these leads to are told below. */
typedef struct Way {
    ScreenId screen;
    const char *script;
    int32_t presses[5];
} Way;

#define SETTINGS CONTROL_FOOT + FOOT_SETTINGS
#define KEPT CONTROL_FOOT + FOOT_KEPT
#define SCAN CONTROL_DOOR + PRACTICE_SCAN
#define OWN_PATTERNS SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4

static const Way ways[] = {
    { SCREEN_HOME, "700", { 0 } },
    { SCREEN_LIST, "700", { CONTROL_VALUE } },
    { SCREEN_PRACTICE, "700 press 6000", { 0 } },
    { SCREEN_AFTER, "700 press 6000 out 700", { 0 } },
    { SCREEN_CHOICES, "700 press 6000 another-way 700", { 0 } },
    { SCREEN_PACE, "700 press 6000 another-way 700", { CONTROL_CHOICE + 5 } },
    { SCREEN_SETTINGS, "700", { SETTINGS } },
    { SCREEN_SOUNDS, "700", { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 5 } },
    { SCREEN_OWN, "700", { OWN_PATTERNS } },
    { SCREEN_MAKER, "700", { OWN_PATTERNS, CONTROL_TOOL } },
    { SCREEN_KEPT, "700", { KEPT } },
    { SCREEN_PLACES, "700", { SCAN, CONTROL_PLACES } },
    { SCREEN_PEOPLE, "700 people 700", { 0 } },
    { SCREEN_PERSON, "700 people 700", { CONTROL_TOOL + OWN } },
    { SCREEN_ABOUT, "700 people 700", { CONTROL_TOOL + ABOUT } },
    { SCREEN_KEYS, "700 keys 700", { 0 } },
    { SCREEN_HIDDEN, "700 press 6000 hide 700", { 0 } },
};

static bool go(Room *room, ScreenId screen)
{
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (ways[i].screen != screen)
            continue;
        Visit *visit = home(room);
        play(room, ways[i].script);
        for (int p = 0; p < 5 && ways[i].presses[p] != 0; p++)
            press(room, ways[i].presses[p]);
        if (visit->screen != screen)
            fail_msg("screen %d: came to %d", (int)screen, (int)visit->screen);
        return true;
    }
    home(room);
    play(room, "700");
    if (screen == SCREEN_VOICE)
        visit_voice_open(&room->rig->visit, room->rig->now_us);
    else
        visit_go(&room->rig->visit, screen, room->rig->now_us);
    visit_rig_wait(room->rig, 700);
    return room->rig->visit.screen == screen;
}

static void test_people_are_two_actions_away_from_every_screen(void **state)
{
    Room *room = *state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        assert_true(go(room, (ScreenId)screen));
        int actions = 0;
        if (screen == SCREEN_HIDDEN) { /* empty until the same key is pressed again */
            play(room, "people 700");
            assert_int_equal(room->rig->visit.screen, SCREEN_HIDDEN);
            assert_int_equal(room->rig->visit.layout.item_count, 0);
            play(room, "hide 700");
            actions++;
        }
        if (screen != SCREEN_PEOPLE) {
            play(room, "people");
            actions++;
        }
        if (room->rig->visit.screen != SCREEN_PEOPLE || actions > 2)
            fail_msg("screen %d: %d actions, and came to %d", screen, actions,
                     (int)room->rig->visit.screen);
    }
}

/* A control of the foot that is seen at once and can be pressed. */
static bool shows(const Room *room, ActionId action)
{
    const Layout *layout = &room->rig->visit.layout;
    const Item *item = layout_item_of(layout, CONTROL_ACTION + (int32_t)action);
    return item != NULL && item->light == 1.0 && !item->scrolls && item->rect.y >= 0 &&
           item->rect.y + item->rect.h <= layout->height_px;
}

/* By presses on what is seen alone, without a key and without scrolling. */
static int presses_to_people(Room *room)
{
    const Visit *visit = &room->rig->visit;
    int presses = 0;
    while (visit->screen != SCREEN_PEOPLE && presses < 9) {
        const bool is_there = shows(room, ACTION_PEOPLE);
        press(room, CONTROL_ACTION + (is_there ? ACTION_PEOPLE : ACTION_OUT));
        presses++;
    }
    return presses;
}

/* Pages behind others that are come to in another way, or stand on the same screen. */
static const int32_t far[][4] = {
    { CONTROL_ACTION + ACTION_KEYS, CONTROL_TOOL },
    { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 4 },
    { SETTINGS, CONTROL_TAB + 4, CONTROL_ROW },
};

enum { FAR = sizeof far / sizeof far[0] };

static void go_far(Room *room, int page)
{
    if (page < SCREEN_COUNT) {
        assert_true(go(room, (ScreenId)page));
        return;
    }
    home(room);
    play(room, "700");
    for (int p = 0; p < 4 && far[page - SCREEN_COUNT][p] != 0; p++)
        press(room, far[page - SCREEN_COUNT][p]);
}

static void test_people_are_two_presses_away_from_every_screen(void **state)
{
    static const struct {
        int32_t width, height, percent;
    } sizes[] = { { 1280, 720, 100 }, { 1280, 720, 200 }, { 480, 360, 100 } };
    Room *room = *state;
    Visit *visit = &room->rig->visit;
    for (size_t size = 0; size < sizeof sizes / sizeof sizes[0]; size++)
        for (int page = 0; page < SCREEN_COUNT + FAR; page++) {
            if (page == SCREEN_HIDDEN)
                continue;
            go_far(room, page);
            visit->settings.text_percent = sizes[size].percent;
            visit_size(visit, sizes[size].width, sizes[size].height);
            visit_rig_turn(room->rig);
            const int presses = presses_to_people(room);
            if (presses > 2)
                fail_msg("page %d, size %d: %d presses", page, (int)size, presses);
        }
}

static void test_esc_comes_back_to_where_it_was(void **state)
{
    Room *room = *state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        if (screen == SCREEN_HIDDEN || screen == SCREEN_PEOPLE)
            continue;
        assert_true(go(room, (ScreenId)screen));
        /* Two of them were opened from the page itself, and a list closes. */
        const ScreenId back =
            screen == SCREEN_PERSON || screen == SCREEN_ABOUT || screen == SCREEN_LIST
                ? SCREEN_HOME
                : (ScreenId)screen;
        play(room, "people 700 out");
        if (room->rig->visit.screen != back)
            fail_msg("from screen %d back to %d", screen, (int)room->rig->visit.screen);
    }
}

/* A practice is held where it was, and goes on by Space alone. */
static void test_a_practice_is_paused_behind_it(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    play(room, "press 8000 people");
    assert_int_equal(visit->house.player->session.state, SESSION_PAUSED);
    play(room, "60000 out 700");
    assert_int_equal(visit->screen, SCREEN_PRACTICE);
    assert_int_equal(visit->house.player->session.state, SESSION_PAUSED);
    play(room, "press");
    assert_int_equal(visit->house.player->session.state, SESSION_RUNNING);
}

/* Nothing leads there but its key, and what says so. */
static void test_it_comes_by_nothing_that_was_done(void **state)
{
    Room *room = *state;
    for (int id = ACTION_NONE; id < ACTION_COUNT; id++) {
        if (id == ACTION_PEOPLE)
            continue;
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            if (screen == SCREEN_PEOPLE || screen == SCREEN_PERSON ||
                screen == SCREEN_ABOUT)
                continue;
            assert_true(go(room, (ScreenId)screen));
            visit_act(&room->rig->visit, (ActionId)id, room->rig->now_us);
            turn(room);
            if (room->rig->visit.screen == SCREEN_PEOPLE)
                fail_msg("%s on screen %d", action_row((ActionId)id)->id, screen);
        }
    }
}

static void test_the_words_for_it_stand_where_they_are_looked_for(void **state)
{
    static const ScreenId screens[] = { SCREEN_HOME, SCREEN_AFTER, SCREEN_CHOICES };
    Room *room = *state;
    for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        go(room, screens[i]);
        press(room, CONTROL_ACTION + ACTION_PEOPLE);
        assert_int_equal(room->rig->visit.screen, SCREEN_PEOPLE);
    }
}

/* One page further, if it is to be reached from here. */
static void go_over(Room *room, int which)
{
    const ScreenId screen = room->rig->visit.screen;
    if (which == 0)
        play(room, "keys 700");
    else if (which == 1)
        play(room, "people 700");
    else if (which == 2 && screen == SCREEN_PEOPLE)
        press(room, CONTROL_TOOL + ABOUT);
    else if (which == 2 && screen == SCREEN_KEYS)
        press(room, CONTROL_TOOL);
    else if (which == 3 && screen == SCREEN_PEOPLE)
        press(room, CONTROL_TOOL + OWN);
}

/* Pages over pages never become a circle: Esc comes out again, past each of them once. */
static void test_no_page_leads_round_in_circles(void **state)
{
    enum { PAGES = 4, STEPS = 4, SCRIPTS = PAGES * PAGES * PAGES * PAGES };
    Room *room = *state;
    for (int script = 0; script < SCRIPTS; script++) {
        Visit *visit = home(room);
        play(room, "press 700");
        for (int step = 0, rest = script; step < STEPS; step++, rest /= PAGES)
            go_over(room, rest % PAGES);
        for (int out = 0; out < 4 && visit->screen != SCREEN_PRACTICE; out++)
            play(room, "out 700");
        if (visit->screen != SCREEN_PRACTICE)
            fail_msg("script %d: at %d", script, (int)visit->screen);
    }
}

static void test_each_page_over_others_is_one_step_back(void **state)
{
    static const struct {
        const char *script;
        ScreenId back[4];
    } rows[] = {
        { "keys 700 people", { SCREEN_KEYS, SCREEN_HOME } },
        { "people 700 keys", { SCREEN_PEOPLE, SCREEN_HOME } },
        { "keys 700 people 700 keys", { SCREEN_HOME } },
        { "people 700 keys 700 people", { SCREEN_HOME } },
        { "people 700 keys 700 people 700 keys", { SCREEN_PEOPLE, SCREEN_HOME } },
    };
    Room *room = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const Visit *visit = home(room);
        play(room, "700");
        play(room, rows[i].script);
        for (int out = 0; out == 0 || rows[i].back[out - 1] != SCREEN_HOME; out++) {
            play(room, "700 out");
            if (visit->screen != rows[i].back[out])
                fail_msg("%s: %d times Esc: %d", rows[i].script, out + 1,
                         (int)visit->screen);
        }
    }
}

/* Letters are letters again: none of them hides the page, or turns on sound. */
static void test_who_was_typing_goes_on_typing(void **state)
{
    static const struct {
        ScreenId screen;
        int32_t row;
        const char *script;
    } rows[] = {
        { SCREEN_PERSON, CONTROL_ROW + 1, "keys 700 out 700" },
        { SCREEN_PERSON, CONTROL_ROW + 2, "keys 700 hide 700 hide 700 out 700" },
        { SCREEN_MAKER, CONTROL_ROW + MAKER_NAME, "keys 700 out 700" },
        { SCREEN_MAKER, CONTROL_ROW + MAKER_NAME, "people 700 out 700" },
        { SCREEN_MAKER, CONTROL_ROW + MAKER_NAME, "keys 700 people 700 out 700 out 700" },
    };
    Room *room = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const Visit *visit = &room->rig->visit;
        assert_true(go(room, rows[i].screen));
        press(room, rows[i].row);
        assert_true(visit_is_typing(visit));
        const int32_t focus = visit->focus;
        play(room, rows[i].script);
        if (visit->screen != rows[i].screen || visit->focus != focus ||
            !visit_is_typing(visit))
            fail_msg("screen %d, %s: framed %d", (int)rows[i].screen, rows[i].script,
                     (int)visit->focus);
    }
}

/* The link in the foot is no less than the key. */
static void test_a_link_leaves_the_field_framed(void **state)
{
    static const struct {
        ScreenId screen;
        int32_t control;
    } rows[] = { { SCREEN_MINE, CONTROL_FIELD },
                 { SCREEN_WRITE, CONTROL_FIELD },
                 { SCREEN_MAKER, CONTROL_ROW + MAKER_NAME },
                 { SCREEN_VOICE, CONTROL_ROW } };
    Room *room = *state;
    Visit *visit = &room->rig->visit;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(go(room, rows[i].screen));
        press(room, rows[i].control);
        assert_true(visit_is_typing(visit));
        press(room, CONTROL_ACTION + ACTION_PEOPLE);
        assert_int_equal(visit->screen, SCREEN_PEOPLE);
        assert_false(visit_is_typing(visit));
        play(room, "out 700");
        if (visit->focus != rows[i].control || !visit_is_typing(visit))
            fail_msg("screen %d: framed %d", (int)rows[i].screen, (int)visit->focus);
    }
}

/* --- who is listed --- */

static void test_the_country_is_guessed_and_then_chosen(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    play(room, "people 700");
    assert_string_equal(visit_people_country(visit), "Germany");
    assert_string_equal(visit->scene.people[0].number, "0800 111 0 111");
    assert_false(visit->is_choice_new);
    play(room, "on");
    assert_string_equal(visit_people_country(visit), "Ireland");
    assert_string_equal(visit->settings.country, "ie");
    assert_true(visit->is_choice_new);
    play(room, "back back");
    assert_string_equal(visit_people_country(visit), "France");
    press(room, CONTROL_TOOL + ALL);
    assert_string_equal(visit_people_country(visit), "All countries");
    assert_string_equal(visit->settings.country, "all");
    assert_string_equal(visit->scene.people[0].heading, "Argentina");
    play(room, "on");
    assert_string_equal(visit_people_country(visit), "Argentina");
    play(room, "back back");
    assert_string_equal(visit_people_country(visit), "United States");
}

/* Each row of the table is on some page, once. */
static void test_all_of_them_are_all(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    int32_t shown = 0;
    play(room, "people 700");
    press(room, CONTROL_TOOL + ALL);
    do {
        shown += visit->scene.people_count;
        press(room, CONTROL_TOOL + MORE);
    } while (visit->people.page > 0);
    assert_int_equal(shown, room->shelf->helplines.count);
}

static void test_a_guess_comes_from_the_language_alone(void **state)
{
    static const char *const rows[][2] = {
        { "de_AT.UTF-8", "AT" },
        { "es_MX@euro", "MX" },
        { "fr_CH", "CH" },
        { "C.UTF-8", "" },
        { "", "" },
        { "de", "" },
        { "de_XX.UTF-8", "" },
        { "de_AUT", "" },
        { "_", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char country[COUNTRIES_CODE_MAX];
        people_shelf_guess(rows[i][0], country);
        assert_string_equal(country, rows[i][1]);
    }
}

static void test_a_country_without_rows_is_no_country(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    strcpy(visit->settings.country, "is");
    visit->house.country = "NO";
    play(room, "people 700");
    assert_string_equal(visit_people_country(visit), "All countries");
}

static void test_a_number_is_copied_and_nothing_else_is_done(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    play(room, "people 700 frame-next");
    assert_int_equal(visit->focus, CONTROL_ROW);
    play(room, "frame-next enter");
    assert_string_equal(visit->wants_copied, "0800 111 0 111");
    assert_int_equal(visit->screen, SCREEN_PEOPLE);
    assert_null(visit->wants_mailed);
    visit->wants_copied = NULL;
    press(room, CONTROL_NUMBER + 2);
    assert_string_equal(visit->wants_copied, "116 123");
}

static void test_what_is_old_says_so_more_clearly(void **state)
{
    Room *room = *state;
    char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX];
    ScenePerson person;
    Visit *visit = home(room);
    strcpy(visit->settings.country, "gb"); /* read on 18 January 2026 */
    visit->house.day = 739633 + 180;
    assert_true(visit_people_at(visit, 0, &person, says));
    assert_string_equal(person.says[3],
                        "Checked on 18 January 2026; it may have changed.");
    visit->house.day++;
    assert_true(visit_people_at(visit, 0, &person, says));
    assert_string_equal(person.says[3],
                        "Checked more than half a year ago, on 18 January "
                        "2026; it may have changed.");
}

/* --- the person's own --- */

static void holds(const Room *room, const char *text)
{
    char bytes[512] = "";
    FILE *file = fopen(room->file, "r");
    if (file != NULL) {
        bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
        fclose(file);
    }
    assert_string_equal(bytes, text);
}

static void type(Room *room, const char *text)
{
    visit_type(&room->rig->visit, text, room->rig->now_us);
    turn(room);
}

static void write_ana(Room *room)
{
    play(room, "people 700");
    press(room, CONTROL_TOOL + OWN);
    assert_true(visit_is_typing(&room->rig->visit));
    type(room, " Ana ");
    play(room, "frame-next");
    type(room, "030 1234");
}

static void test_one_of_ones_own_is_kept_and_stands_first(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    write_ana(room);
    press(room, CONTROL_TOOL + KEEP);
    holds(room, "leeway people 1\n\n[person]\nname = Ana\nnumber = 030 1234\n");
    play(room, "out 700");
    assert_string_equal(visit->scene.people[0].heading, "Your own");
    assert_string_equal(visit->scene.people[0].number, "030 1234");
    assert_string_equal(visit->scene.people[1].heading, "Germany");
    press(room, CONTROL_PERSON);
    assert_int_equal(visit->screen, SCREEN_PERSON);
    play(room, "frame-next frame-next");
    type(room, "after six");
    press(room, CONTROL_TOOL + KEEP);
    holds(room, "leeway people 1\n\n[person]\nname = Ana\nnumber = 030 1234\n"
                "when = after six\n");
    press(room, CONTROL_TOOL + ERASE);
    holds(room, "leeway people 1\n");
    press(room, CONTROL_TOOL + ERASE); /* Undo */
    assert_int_equal(room->shelf->own.count, 1);
    press(room, CONTROL_TOOL + ERASE);
    assert_int_equal(room->shelf->own.count, 0);
}

/* What stands on the page. */
static const OwnPerson *draft_of(const Visit *visit)
{
    return &visit->people.drafts[visit->people.at].person;
}

/* A file may not grow beyond 8 bytes: the disk is full. */
static void fill_disk(bool is_full)
{
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = is_full ? 8 : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* Ana is kept, and opened to be changed. */
static Visit *change_ana(Room *room)
{
    Visit *visit = home(room);
    write_ana(room);
    press(room, CONTROL_TOOL + KEEP);
    play(room, "out 700");
    press(room, CONTROL_PERSON);
    press(room, CONTROL_ROW + PERSON_NUMBER);
    return visit;
}

static void test_what_the_disk_refuses_is_here_until_the_end(void **state)
{
    Room *room = *state;
    Visit *visit = change_ana(room);
    type(room, "5");
    fill_disk(true);
    press(room, CONTROL_TOOL + KEEP);
    assert_string_equal(visit->scene.detail,
                        "It could not be written. It is here until Leeway closes.");
    for (int i = 0; i < 2; i++) {
        play(room, "out 700 out 700 people 700");
        assert_int_equal(visit->scene.people[0].number[8], '5');
        assert_int_equal(room->shelf->own.count, 1);
    }
    press(room, CONTROL_PERSON);
    press(room, CONTROL_TOOL + ERASE);
    assert_string_equal(visit->scene.detail,
                        "It could not be erased from the disk, and may be listed again.");
    assert_int_equal(room->shelf->own.count, 0);
    fill_disk(false);
    play(room, "out 700 out 700 people 700");
    assert_string_equal(visit->scene.people[0].number, "030 1234");
}

static void test_a_change_that_is_half_written_stays(void **state)
{
    static const char *const scripts[] = {
        "out 700",
        "people 700",
        "out 700 out 700 people 700",
        "keys 700 out 700 out 700",
    };
    Room *room = *state;
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        Visit *visit = change_ana(room);
        type(room, "5");
        play(room, scripts[i]);
        press(room, CONTROL_PERSON);
        assert_string_equal(draft_of(visit)->number, "030 12345");
        press(room, CONTROL_TOOL + ERASE);
        assert_int_equal(room->shelf->own.count, 0);
    }
}

static void write_by_hand(const Room *room, const char *text)
{
    char folder[128];
    snprintf(folder, sizeof folder, "%s/leeway", room->home);
    mkdir(folder, 0700);
    FILE *file = fopen(room->file, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* As many as there can be, each of them changed, and another that is new. */
static void test_changes_of_several_stay_beside_each_other(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    const OwnPeople *own = &room->shelf->own;
    char text[1024] = "leeway people 1\n";
    for (int i = 0; i < OWN_PEOPLE_MAX; i++)
        sprintf(text + strlen(text), "[p%d]\nname = P%d\nnumber = %d\n", i, i, 10 + i);
    write_by_hand(room, text);
    play(room, "people 700");
    assert_int_equal(own->count, OWN_PEOPLE_MAX);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < OWN_PEOPLE_MAX; i++) {
            char number[8];
            visit_person_open(visit, &own->items[i], room->rig->now_us);
            visit->focus = CONTROL_ROW + PERSON_NUMBER;
            type(room, "5");
            snprintf(number, sizeof number, "%d%s", 10 + i, round == 0 ? "5" : "55");
            assert_string_equal(draft_of(visit)->name, own->items[i].name);
            assert_string_equal(draft_of(visit)->number, number);
        }
        visit_person_open(visit, NULL, room->rig->now_us);
        type(room, "N");
        assert_string_equal(draft_of(visit)->name, round == 0 ? "N" : "NN");
    }
}

/* What was kept, or erased, is no draft any more: the file counts. */
static void test_what_was_kept_is_as_the_file_has_it(void **state)
{
    Room *room = *state;
    for (int32_t tool = KEEP; tool <= ERASE; tool++) {
        Visit *visit = change_ana(room);
        type(room, "5");
        press(room, CONTROL_TOOL + tool);
        write_by_hand(room, "leeway people 1\n[person]\nname = Ana\nnumber = 99\n");
        play(room, "out 700 out 700 people 700");
        press(room, CONTROL_PERSON);
        assert_string_equal(draft_of(visit)->number, "99");
        press(room, CONTROL_TOOL + ERASE);
    }
}

/* Nobody waits for a picture between two presses. */
static void test_a_wish_to_keep_is_not_lost_to_a_look(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    write_ana(room);
    visit_press(visit, CONTROL_TOOL + KEEP, room->rig->now_us);
    visit_act(visit, ACTION_PEOPLE, room->rig->now_us);
    turn(room);
    assert_int_equal(room->shelf->own.count, 1);
    holds(room, "leeway people 1\n\n[person]\nname = Ana\nnumber = 030 1234\n");
}

static void test_without_a_number_nothing_is_kept(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    play(room, "people 700");
    press(room, CONTROL_TOOL + OWN);
    type(room, "Ana");
    press(room, CONTROL_TOOL + KEEP);
    assert_string_equal(visit->scene.detail, "There is no number yet.");
    assert_int_equal(access(room->file, F_OK), -1);
}

/* F2 is no letter, and what was typed is there on coming back. */
static void test_the_key_acts_in_a_field_too(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    write_ana(room);
    play(room, "people 700");
    assert_int_equal(visit->screen, SCREEN_PEOPLE);
    press(room, CONTROL_TOOL + OWN);
    assert_string_equal(draft_of(visit)->number, "030 1234");
}

static void test_what_another_hand_wrote_is_there_when_it_is_opened(void **state)
{
    Room *room = *state;
    Visit *visit = home(room);
    write_by_hand(room, "leeway people 1\n[doctor]\nname = Dr Okafor\n"
                        "number = 020 7946\n");
    play(room, "people 700");
    assert_string_equal(visit->scene.people[0].name, "Dr Okafor");
}

/* --- what this is --- */

static void test_a_page_says_what_this_is_and_is_not(void **state)
{
    static const char *const says[] = { "no therapy", "no diagnosis", "no crisis care",
                                        "no medical device" };
    Room *room = *state;
    go(room, SCREEN_ABOUT);
    const Scene *scene = &room->rig->visit.scene;
    for (size_t i = 0; i < sizeof says / sizeof says[0]; i++) {
        bool is_said = false;
        for (int32_t t = 0; t < scene->text_count; t++)
            is_said |= strstr(scene->texts[t].text, says[i]) != NULL;
        if (!is_said)
            fail_msg("nothing says: %s", says[i]);
    }
    home(room);
    play(room, "keys 700");
    press(room, CONTROL_TOOL);
    assert_int_equal(room->rig->visit.screen, SCREEN_ABOUT);
    play(room, "out");
    assert_int_equal(room->rig->visit.screen, SCREEN_KEYS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_room, close_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_people_are_two_actions_away_from_every_screen),
        TEST(test_people_are_two_presses_away_from_every_screen),
        TEST(test_esc_comes_back_to_where_it_was),
        TEST(test_a_practice_is_paused_behind_it),
        TEST(test_it_comes_by_nothing_that_was_done),
        TEST(test_the_words_for_it_stand_where_they_are_looked_for),
        TEST(test_no_page_leads_round_in_circles),
        TEST(test_each_page_over_others_is_one_step_back),
        TEST(test_who_was_typing_goes_on_typing),
        TEST(test_a_link_leaves_the_field_framed),
        TEST(test_the_country_is_guessed_and_then_chosen),
        TEST(test_all_of_them_are_all),
        TEST(test_a_guess_comes_from_the_language_alone),
        TEST(test_a_country_without_rows_is_no_country),
        TEST(test_a_number_is_copied_and_nothing_else_is_done),
        TEST(test_what_is_old_says_so_more_clearly),
        TEST(test_one_of_ones_own_is_kept_and_stands_first),
        TEST(test_what_the_disk_refuses_is_here_until_the_end),
        TEST(test_a_change_that_is_half_written_stays),
        TEST(test_changes_of_several_stay_beside_each_other),
        TEST(test_what_was_kept_is_as_the_file_has_it),
        TEST(test_a_wish_to_keep_is_not_lost_to_a_look),
        TEST(test_without_a_number_nothing_is_kept),
        TEST(test_the_key_acts_in_a_field_too),
        TEST(test_what_another_hand_wrote_is_there_when_it_is_opened),
        TEST(test_a_page_says_what_this_is_and_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
