/* SPDX-License-Identifier: MIT */
/* The pages of one's own patterns: what keys, letters and presses do there, and what
 * comes to be in the file. */
#include "app/own_shelf.h"
#include "store/own_patterns.h"
#include "support/visit_rig.h"
#include "view/text_bidi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NUMBERS, IN, HOLD, OUT, REST, NAME };
enum { KEEP, COPY, BREATHE, ERASE };
enum { MAKE, MORE };

#define HEAD "leeway patterns 1\n"

typedef struct Room {
    VisitRig *rig;
    char home[64], file[128];
} Room;

static int open_room(void **state)
{
    static Room room;
    strcpy(room.home, "/tmp/leeway-own-XXXXXX");
    if (mkdtemp(room.home) == NULL)
        return -1;
    setenv("XDG_DATA_HOME", room.home, 1);
    snprintf(room.file, sizeof room.file, "%s/leeway/patterns", room.home);
    room.rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    *state = &room;
    return 0;
}

static int close_room(void **state)
{
    Room *room = *state;
    char folder[128];
    visit_rig_close(room->rig);
    unlink(room->file);
    snprintf(folder, sizeof folder, "%s/leeway", room->home);
    rmdir(folder);
    rmdir(room->home);
    return 0;
}

/* What the window's loop does after each event. */
static void turn(Room *room)
{
    own_shelf_mind(&room->rig->visit, &room->rig->patterns);
    visit_rig_turn(room->rig);
}

static void press(Room *room, int32_t control)
{
    visit_press(&room->rig->visit, control, room->rig->now_us);
    turn(room);
    visit_let_go(&room->rig->visit, room->rig->now_us);
}

static void act(Room *room, ActionId action)
{
    visit_act(&room->rig->visit, action, room->rig->now_us);
    turn(room);
}

static void frame(Room *room, int32_t control)
{
    room->rig->visit.focus = control;
    turn(room);
}

static void type(Room *room, const char *text)
{
    visit_type(&room->rig->visit, text, room->rig->now_us);
    turn(room);
}

/* Letter by letter, as keys come. */
static void type_keys(Room *room, const char *text)
{
    for (; *text != '\0'; text++) {
        const char key[2] = { *text, '\0' };
        type(room, key);
    }
}

static void rest(Room *room)
{
    visit_rig_wait(room->rig, 700);
}

/* Straight to the page on which one is made. */
static void make(Room *room)
{
    visit_own_open(&room->rig->visit, room->rig->now_us);
    turn(room);
    rest(room);
    press(room, CONTROL_TOOL + MAKE);
    rest(room);
}

static Scene *scene(Room *room)
{
    return &room->rig->visit.scene;
}

static const char *value(Room *room, int row)
{
    return scene(room)->rows[row].value;
}

static void expect_file(Room *room, const char *text)
{
    char found[1024] = "";
    FILE *file = fopen(room->file, "rb");
    if (file != NULL) {
        found[fread(found, 1, sizeof found - 1, file)] = '\0';
        fclose(file);
    }
    assert_string_equal(found, text);
}

static bool is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

/* --- numbers --- */

typedef struct Typed {
    const char *says;
    const char *keys;
    const char *numbers;
    const char *title; /* of the last sound ones */
    const char *line;
} Typed;

static const Typed typed[] = {
    { "a pattern", "5-5", "5-5", "5 in, 5 out", "6 breaths a minute." },
    { "tenths", "1.5+0.7-5", "1.5+0.7-5", "1.5 in, 0.7 more, 5 out",
      "8.33 breaths a minute. The exhale is long beside the inhale; it can be a quiet "
      "one." },
    { "a comma", "4,5-6", "4.5-6", "4.5 in, 6 out", "5.71 breaths a minute." },
    { "holds", "4-4-4-4", "4-4-4-4", "4 in, 4 hold, 4 out, 4 rest",
      "3.75 breaths a minute, holds included. This one has longer holds than most." },
    { "half of one", "7-", "7-", "4 in, 6 out",
      "Numbers of seconds with '-' between them make a pattern, as in 4-6 or 4-7-8." },
    { "too quick", "1-1", "1-1", "4 in, 6 out", NULL },
    { "letters", "abc", "abc", "4 in, 6 out",
      "Numbers of seconds with '-' between them make a pattern, as in 4-6 or 4-7-8." },
};

static void numbers_are_what_is_typed(void **state)
{
    Room *room = *state;
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        visit_rig_home(room->rig, "easing-in", 3);
        make(room);
        frame(room, CONTROL_ROW + NUMBERS);
        type_keys(room, typed[i].keys);
        if (strcmp(value(room, NUMBERS), typed[i].numbers) != 0 ||
            strcmp(scene(room)->line, typed[i].title) != 0 ||
            (typed[i].line != NULL && strcmp(scene(room)->detail, typed[i].line) != 0))
            fail_msg("%s: \"%s\", %s, %s", typed[i].says, value(room, NUMBERS),
                     scene(room)->line, scene(room)->detail);
    }
    assert_false(is_there(room->file));
}

static void backspace_takes_a_letter(void **state)
{
    Room *room = *state;
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    visit_rub_out(&room->rig->visit, room->rig->now_us);
    type(room, "7");
    assert_string_equal(value(room, NUMBERS), "4-7");
    frame(room, CONTROL_ROW + NAME);
    type(room, "\xC3\xA9");
    type(room, "\xCE\xB2");
    visit_rub_out(&room->rig->visit, room->rig->now_us);
    turn(room);
    assert_string_equal(value(room, NAME), "\xC3\xA9");
    for (int i = 0; i < 3; i++)
        visit_rub_out(&room->rig->visit, room->rig->now_us);
    turn(room);
    assert_string_equal(value(room, NAME), "4 in, 7 out");
}

typedef struct Step {
    const char *says;
    const char *from;
    int32_t control;
    int times;
    const char *to;
    const char *limit; /* how the line begins that tells of one; or NULL */
} Step;

static const Step steps[] = {
    { "a longer inhale", "4-6", CONTROL_MORE + IN, 1, "4.1-6", NULL },
    { "a shorter exhale", "4-6", CONTROL_LESS + OUT, 3, "4-5.7", NULL },
    { "to the next tenth up", "4.25-6", CONTROL_MORE + IN, 1, "4.3-6", NULL },
    { "to the next tenth down", "4.25-6", CONTROL_LESS + IN, 1, "4.2-6", NULL },
    { "a hold that was not there", "4-6", CONTROL_MORE + HOLD, 2, "4-0.2-6", NULL },
    { "a rest that was not there", "4-6", CONTROL_MORE + REST, 1, "4-0-6-0.1", NULL },
    { "a hold goes", "4-0.1-6", CONTROL_LESS + HOLD, 1, "4-6", NULL },
    { "no hold can be left out", "4-6", CONTROL_LESS + HOLD, 1, "4-6",
      "It is left out already." },
    { "the shortest inhale", "0.5-6", CONTROL_LESS + IN, 1, "0.5-6", "The inhale is" },
    { "the longest exhale", "4-60", CONTROL_MORE + OUT, 1, "4-60", "The exhale is" },
    { "the shortest breath", "1-2", CONTROL_LESS + OUT, 1, "1-2", "" },
    { "the second inhale stays", "1.5+0.7-5", CONTROL_MORE + IN, 1, "1.6+0.7-5", NULL },
};

static void steps_are_tenths_and_stop_at_the_limits(void **state)
{
    Room *room = *state;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        visit_rig_home(room->rig, "easing-in", 3);
        make(room);
        frame(room, CONTROL_ROW + NUMBERS);
        type(room, steps[i].from);
        for (int n = 0; n < steps[i].times; n++)
            press(room, steps[i].control);
        const bool is_told = strstr(scene(room)->detail, "breaths a minute") == NULL;
        const char *limit = steps[i].limit != NULL ? steps[i].limit : "";
        if (strcmp(value(room, NUMBERS), steps[i].to) != 0 ||
            is_told != (steps[i].limit != NULL) ||
            strncmp(scene(room)->detail, limit, strlen(limit)) != 0)
            fail_msg("%s: %s, %s", steps[i].says, value(room, NUMBERS),
                     scene(room)->detail);
    }
}

static void arrows_step_the_framed_row(void **state)
{
    Room *room = *state;
    make(room);
    press(room, CONTROL_MORE + OUT);
    act(room, ACTION_BACK);
    frame(room, CONTROL_ROW + OUT);
    act(room, ACTION_ON);
    act(room, ACTION_ON);
    act(room, ACTION_BACK);
    assert_string_equal(value(room, NUMBERS), "4-6.1");
    assert_string_equal(value(room, OUT), "6.1 s");
}

static void a_step_that_is_held_goes_on(void **state)
{
    Room *room = *state;
    make(room);
    visit_press(&room->rig->visit, CONTROL_MORE + OUT, room->rig->now_us);
    visit_rig_wait(room->rig, 500);
    assert_string_equal(value(room, NUMBERS), "4-6.1");
    visit_rig_wait(room->rig, 350);
    assert_string_equal(value(room, NUMBERS), "4-6.3");
    visit_let_go(&room->rig->visit, room->rig->now_us);
    visit_rig_wait(room->rig, 1000);
    assert_string_equal(value(room, NUMBERS), "4-6.3");
}

/* A letter in a field is a letter; anywhere else it is a key. */
static void letters_are_letters_in_fields_alone(void **state)
{
    Room *room = *state;
    make(room);
    assert_false(visit_is_typing(&room->rig->visit));
    for (int row = NUMBERS; row <= NAME; row++) {
        frame(room, CONTROL_ROW + row);
        assert_int_equal(visit_is_typing(&room->rig->visit),
                         row == NUMBERS || row == NAME);
    }
    frame(room, CONTROL_TOOL + KEEP);
    assert_false(visit_is_typing(&room->rig->visit));
    type(room, "7");
    assert_string_equal(value(room, NUMBERS), "4-6");
}

static void without_holds_there_are_no_rows_for_them(void **state)
{
    Room *room = *state;
    room->rig->visit.settings.holds = SETTINGS_HOLDS_NEVER;
    make(room);
    assert_int_equal(scene(room)->row_count, 4);
    assert_string_equal(scene(room)->rows[2].label, "Out");
    press(room, CONTROL_MORE + 2);
    assert_string_equal(value(room, NUMBERS), "4-6.1");
    frame(room, CONTROL_ROW + NUMBERS);
    type(room, "4-7-8");
    assert_null(strstr(scene(room)->line, "hold"));
    assert_null(strstr(scene(room)->detail, "hold"));
}

/* --- names --- */

typedef struct Named {
    const char *says;
    const char *keys;
    const char *name;
    bool is_told;
} Named;

static const Named named[] = {
    { "Latin", "Evening 2", "Evening 2", false },
    { "Greek", "\xCE\xB2\xCF\x81\xCE\xAC\xCE\xB4\xCF\x85",
      "\xCE\xB2\xCF\x81\xCE\xAC\xCE\xB4\xCF\x85", false },
    { "Cyrillic", "\xD0\xB2\xD0\xB5\xD1\x87\xD0\xB5\xD1\x80",
      "\xD0\xB2\xD0\xB5\xD1\x87\xD0\xB5\xD1\x80", false },
    { "Hebrew", "ערב", "ערב", false },
    { "what only a font of the system has", "夕方", "夕方", false },
    { "a small picture", "a\xF0\x9F\x8C\xBF", "a\xF0\x9F\x8C\xBF", false },
    { "a mark", "e\xCC\x81", "e\xCC\x81", false },
    { "what turns others round",
      "a\xE2\x80\xAE"
      "b\xE2\x81\xA7",
      "ab", true },
    { "a torn letter", "a\xC3", "a", true },
    { "lines", "a\nb", "ab", true },
    { "more than there is room for", "12345678901234567890123456789012345678901234567890",
      "12345678901234567890123456789012345678901234567", true },
};

static void a_name_is_what_is_typed(void **state)
{
    Room *room = *state;
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        visit_rig_home(room->rig, "easing-in", 3);
        make(room);
        frame(room, CONTROL_ROW + NAME);
        type(room, named[i].keys);
        const bool is_told = strstr(scene(room)->detail, "breaths a minute") == NULL;
        if (strcmp(value(room, NAME), named[i].name) != 0 || is_told != named[i].is_told)
            fail_msg("%s: %s", named[i].says, value(room, NAME));
    }
}

static void a_letter_goes_with_its_marks(void **state)
{
    Room *room = *state;
    visit_rig_home(room->rig, "easing-in", 3);
    make(room);
    frame(room, CONTROL_ROW + NAME);
    type(room, "ae\xCC\x81");
    visit_rub_out(&room->rig->visit, room->rig->now_us);
    rest(room);
    assert_string_equal(value(room, NAME), "a");
}

/* --- keeping --- */

static void keep_one(Room *room, const char *numbers, const char *name)
{
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    type(room, numbers);
    frame(room, CONTROL_ROW + NAME);
    type(room, name);
    press(room, CONTROL_TOOL + KEEP);
}

static void what_is_kept_is_in_the_file_and_at_home(void **state)
{
    Room *room = *state;
    keep_one(room, "4.2-6.3", "Evening");
    expect_file(room, HEAD "\n[evening]\nname = Evening\nnumbers = 4.2-6.3\n");
    assert_non_null(strstr(scene(room)->detail, "Kept."));
    act(room, ACTION_FRAME_NEXT);
    assert_null(strstr(scene(room)->detail, "Kept."));
    act(room, ACTION_OUT);
    assert_int_equal(room->rig->visit.screen, SCREEN_OWN);
    assert_string_equal(scene(room)->rows[0].label, "Evening");
    assert_string_equal(scene(room)->rows[0].value, "4.2 in, 6.3 out");
    visit_rig_home(room->rig, "evening", 3);
    assert_string_equal(scene(room)->values[0], "4.2 in, 6.3 out");
    press(room, CONTROL_VALUE);
    bool is_listed = false;
    for (int32_t i = 0; i < scene(room)->choice_count; i++)
        is_listed |= strcmp(scene(room)->choices[i], "Evening: 4.2 in, 6.3 out") == 0;
    assert_true(is_listed);
}

/* One that runs from right to left leaves what stands behind it as it is. */
static void a_hebrew_name_turns_no_numbers(void **state)
{
    Room *room = *state;
    keep_one(room, "4.2-6.3", "ערב");
    visit_rig_home(room->rig, "pattern", 3);
    press(room, CONTROL_VALUE);
    const char *found = NULL;
    for (int32_t i = 0; i < scene(room)->choice_count; i++)
        if (strstr(scene(room)->choices[i], "ערב") != NULL)
            found = scene(room)->choices[i];
    assert_non_null(found);
    int8_t levels[VISIT_LABEL_MAX];
    const int32_t length = (int32_t)strlen(found);
    assert_false(text_levels(found, length, TEXT_BASE_AUTO, levels));
    const char *numbers = strstr(found, ": 4.2 in, 6.3 out");
    assert_non_null(numbers);
    for (int32_t at = (int32_t)(numbers - found); at < length; at++)
        assert_int_equal(levels[at], 0);
}

static void keeping_again_changes_the_same_one(void **state)
{
    Room *room = *state;
    keep_one(room, "4-7", "Evening");
    press(room, CONTROL_MORE + IN);
    press(room, CONTROL_TOOL + KEEP);
    expect_file(room, HEAD "\n[evening]\nname = Evening\nnumbers = 4.1-7\n");
    keep_one(room, "5-5", "Evening");
    assert_int_equal(own_patterns_count(&room->rig->patterns), 2);
    assert_non_null(own_patterns_find(&room->rig->patterns, "evening-2"));
}

static void home_follows_the_pattern_it_stands_on(void **state)
{
    Room *room = *state;
    keep_one(room, "4-7", "Evening");
    visit_rig_home(room->rig, "evening", 3);
    visit_own_open(&room->rig->visit, room->rig->now_us);
    rest(room);
    press(room, CONTROL_ROW);
    rest(room);
    press(room, CONTROL_MORE + IN);
    press(room, CONTROL_TOOL + KEEP);
    assert_int_equal(room->rig->visit.request.pattern.phase_ms[BREATH_IN], 4100);
}

static void numbers_that_are_not_sound_are_not_kept(void **state)
{
    Room *room = *state;
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    assert_string_equal(scene(room)->detail,
                        "What is typed here stands in for these numbers, as in 4-6.");
    type_keys(room, "7-");
    press(room, CONTROL_TOOL + KEEP);
    assert_false(is_there(room->file));
    assert_non_null(strstr(scene(room)->detail, "make a pattern"));
}

static void erased_and_undone(void **state)
{
    Room *room = *state;
    keep_one(room, "4-7", "Evening");
    room->rig->visit.settings.is_remembered = true;
    strcpy(room->rig->visit.settings.pattern, "evening");
    press(room, CONTROL_TOOL + ERASE);
    expect_file(room, HEAD);
    assert_int_equal(own_patterns_count(&room->rig->patterns), 0);
    assert_string_equal(room->rig->visit.settings.pattern, "4-7");
    assert_string_equal(scene(room)->tools[ERASE], "Undo");
    press(room, CONTROL_TOOL + ERASE);
    expect_file(room, HEAD "\n[evening]\nname = Evening\nnumbers = 4-7\n");
    assert_string_equal(scene(room)->tools[ERASE], "Erase");
    press(room, CONTROL_TOOL + ERASE);
    act(room, ACTION_OUT);
    rest(room);
    assert_string_equal(scene(room)->detail, "None yet.");
    press(room, CONTROL_TOOL + MAKE);
    assert_string_equal(value(room, NUMBERS), "4-6");
    int drafts = 0;
    for (int i = 0; i <= OWN_PATTERNS_MAX; i++)
        drafts += room->rig->visit.own.drafts[i].is_used;
    assert_int_equal(drafts, 1);
}

static void a_disk_that_cannot_be_written_costs_a_sentence(void **state)
{
    Room *room = *state;
    setenv("XDG_DATA_HOME", "/dev/null/nowhere", 1);
    keep_one(room, "4-7", "Evening");
    assert_string_equal(scene(room)->detail,
                        "It could not be written. It is here until Leeway closes.");
    assert_non_null(patterns_find(&room->rig->patterns, "evening"));
    press(room, CONTROL_TOOL + ERASE);
    assert_null(patterns_find(&room->rig->patterns, "evening"));
}

static void there_is_room_for_32(void **state)
{
    Room *room = *state;
    for (int i = 0; i < OWN_PATTERNS_MAX; i++) {
        NamedPattern one = { .name = "one", .pattern = { { [BREATH_IN] = 4000 } } };
        one.pattern.phase_ms[BREATH_OUT] = 6000;
        snprintf(one.section, sizeof one.section, "own-%d", i);
        strcpy(one.id, one.section);
        own_patterns_put(&room->rig->patterns, &one);
    }
    keep_one(room, "4-7", "Evening");
    assert_string_equal(scene(room)->detail,
                        "There is room for 32, and all of it is taken.");
    assert_false(is_there(room->file));
    act(room, ACTION_OUT);
    rest(room);
    int pages = 1;
    for (; strcmp(scene(room)->tools[MORE], "More") == 0; pages++)
        press(room, CONTROL_TOOL + MORE);
    assert_int_equal(pages, 7);
    assert_int_equal(scene(room)->row_count, 2);
    press(room, CONTROL_TOOL + MORE);
    assert_int_equal(scene(room)->row_count, 5);
}

/* --- half made --- */

static void what_is_half_made_stays(void **state)
{
    Room *room = *state;
    keep_one(room, "4-7", "Evening");
    frame(room, CONTROL_ROW + NUMBERS);
    type_keys(room, "5-");
    act(room, ACTION_OUT);
    rest(room);
    press(room, CONTROL_TOOL + MAKE);
    rest(room);
    press(room, CONTROL_MORE + OUT);
    act(room, ACTION_OUT);
    act(room, ACTION_OUT);
    make(room);
    assert_string_equal(value(room, NUMBERS), "4-6.1");
    act(room, ACTION_OUT);
    rest(room);
    press(room, CONTROL_ROW);
    assert_string_equal(value(room, NUMBERS), "5-");
    assert_string_equal(value(room, NAME), "Evening");
}

/* --- the file, and other hands --- */

static void write_file(Room *room, const char *text)
{
    FILE *file = fopen(room->file, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void the_list_follows_the_file(void **state)
{
    Room *room = *state;
    const Patterns *patterns = &room->rig->patterns;
    keep_one(room, "4-7", "Evening");
    unlink(room->file);
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    assert_int_equal(own_patterns_count(patterns), 0);
    write_file(room, HEAD "[evening]\nname = Late\nnumbers = 5-7\n");
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    assert_string_equal(own_patterns_find(patterns, "evening")->name, "Late");
    write_file(room, HEAD "[evening]\nname = Late\nnumb");
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    assert_string_equal(own_patterns_find(patterns, "evening")->name, "Late");
    assert_true(patterns_find(patterns, "easing-in") == &patterns->items[0]);
}

static void what_the_disk_did_not_take_stays(void **state)
{
    Room *room = *state;
    setenv("XDG_DATA_HOME", "/dev/null/nowhere", 1);
    keep_one(room, "4-7", "Evening");
    setenv("XDG_DATA_HOME", room->home, 1);
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    assert_non_null(patterns_find(&room->rig->patterns, "evening"));
    press(room, CONTROL_TOOL + KEEP);
    unlink(room->file);
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    assert_null(patterns_find(&room->rig->patterns, "evening"));
}

/* Whoever has it open still has it, and nothing else comes back with it. */
static void what_is_open_can_be_kept_anew(void **state)
{
    Room *room = *state;
    keep_one(room, "5-5", "Morning");
    keep_one(room, "4-7", "Evening");
    unlink(room->file);
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    press(room, CONTROL_TOOL + ERASE);
    press(room, CONTROL_MORE + IN);
    press(room, CONTROL_TOOL + KEEP);
    expect_file(room, HEAD "\n[evening]\nname = Evening\nnumbers = 4.1-7\n");
    assert_int_equal(own_patterns_count(&room->rig->patterns), 1);
}

static void what_was_half_made_goes_with_what_was_erased(void **state)
{
    Room *room = *state;
    keep_one(room, "4-7", "Evening");
    press(room, CONTROL_MORE + IN);
    act(room, ACTION_OUT);
    unlink(room->file);
    own_shelf_follow(&room->rig->visit, &room->rig->patterns);
    visit_maker_forget(&room->rig->visit);
    for (int i = 0; i <= OWN_PATTERNS_MAX; i++)
        assert_false(room->rig->visit.own.drafts[i].is_used &&
                     room->rig->visit.own.drafts[i].section[0] != '\0');
}

/* --- handed on --- */

static void copied_and_pasted_is_the_same(void **state)
{
    Room *room = *state;
    char copied[OWN_PATTERNS_SHARED_MAX];
    keep_one(room, "1.5+0.7-5", "Evening");
    press(room, CONTROL_TOOL + COPY);
    strcpy(copied, room->rig->visit.wants_copied);
    assert_string_equal(copied,
                        HEAD "\n[evening]\nname = Evening\nnumbers = 1.5+0.7-5\n");
    visit_copied(&room->rig->visit, "Copied. It can be pasted.", room->rig->now_us);
    turn(room);
    assert_string_equal(scene(room)->detail, "Copied. It can be pasted.");
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    type(room, copied);
    assert_string_equal(value(room, NUMBERS), "1.5+0.7-5");
    assert_string_equal(value(room, NAME), "Evening");
    type(room, "5-5");
    assert_string_equal(value(room, NUMBERS), "5-5");
}

/* --- breathed --- */

static void it_is_breathed_at_once(void **state)
{
    Room *room = *state;
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    type(room, "4-7-8");
    press(room, CONTROL_TOOL + BREATHE);
    assert_int_equal(room->rig->visit.screen, SCREEN_PRACTICE);
    assert_int_equal(room->rig->visit.begun.pattern.phase_ms[BREATH_HOLD_FULL], 7000);
    act(room, ACTION_OUT);
    assert_int_equal(room->rig->visit.screen, SCREEN_AFTER);
    assert_false(is_there(room->file));

    visit_rig_home(room->rig, "easing-in", 3);
    room->rig->visit.settings.holds = SETTINGS_HOLDS_NEVER;
    make(room);
    frame(room, CONTROL_ROW + NUMBERS);
    type(room, "1-7-1");
    press(room, CONTROL_TOOL + BREATHE);
    assert_int_equal(room->rig->visit.screen, SCREEN_PRACTICE);
    assert_false(breath_has_holds(&room->rig->visit.begun.pattern));
}

#define IN_ROOM(test) cmocka_unit_test_setup_teardown(test, open_room, close_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ROOM(numbers_are_what_is_typed),
        IN_ROOM(backspace_takes_a_letter),
        IN_ROOM(steps_are_tenths_and_stop_at_the_limits),
        IN_ROOM(arrows_step_the_framed_row),
        IN_ROOM(a_step_that_is_held_goes_on),
        IN_ROOM(letters_are_letters_in_fields_alone),
        IN_ROOM(without_holds_there_are_no_rows_for_them),
        IN_ROOM(a_name_is_what_is_typed),
        IN_ROOM(a_letter_goes_with_its_marks),
        IN_ROOM(what_is_kept_is_in_the_file_and_at_home),
        IN_ROOM(a_hebrew_name_turns_no_numbers),
        IN_ROOM(keeping_again_changes_the_same_one),
        IN_ROOM(home_follows_the_pattern_it_stands_on),
        IN_ROOM(numbers_that_are_not_sound_are_not_kept),
        IN_ROOM(erased_and_undone),
        IN_ROOM(a_disk_that_cannot_be_written_costs_a_sentence),
        IN_ROOM(there_is_room_for_32),
        IN_ROOM(what_is_half_made_stays),
        IN_ROOM(the_list_follows_the_file),
        IN_ROOM(what_the_disk_did_not_take_stays),
        IN_ROOM(what_is_open_can_be_kept_anew),
        IN_ROOM(what_was_half_made_goes_with_what_was_erased),
        IN_ROOM(copied_and_pasted_is_the_same),
        IN_ROOM(it_is_breathed_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
