/* SPDX-License-Identifier: MIT */
/* Whatever is pressed, whenever: it stands, it can be read, and it can be left. Also
 * every real pattern, list and message on every size of window. */
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/random.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

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

static const struct {
    int32_t width, height;
} windows[] = {
    { 480, 360 }, { 360, 640 }, { 640, 480 }, { 1280, 720 }, { 1920, 1080 },
};

enum { WINDOWS = sizeof windows / sizeof windows[0] };

static void press_something(Random *random)
{
    const Layout *layout = &rig->visit.layout;
    if (random_one_in(random, 6) || layout->item_count == 0) {
        visit_press(&rig->visit,
                    (int32_t)random_between(random, 0, CONTROL_ACTION + ACTION_COUNT - 1),
                    rig->now_us);
        return;
    }
    const int64_t item = random_between(random, 0, layout->item_count - 1);
    visit_press(&rig->visit, layout->items[item].control, rig->now_us);
}

static void do_something(Random *random)
{
    Visit *visit = &rig->visit;
    const int64_t now = rig->now_us;
    switch (random_between(random, 0, 11)) {
    case 0:
        visit_other_key(visit, now);
        visit_let_go(visit, now);
        break;
    case 1:
    case 2: press_something(random); break;
    case 3: visit_hover(visit, (int32_t)random_between(random, 0, 12), now); break;
    case 4: visit_scroll(visit, (int32_t)random_between(random, -90, 90), now); break;
    case 5: visit_front(visit, random_one_in(random, 2), now); break;
    case 6:
        if (random_one_in(random, 4))
            visit_interrupt(visit, now);
        break;
    case 7:
        if (random_one_in(random, 4)) {
            const int64_t window = random_between(random, 0, WINDOWS - 1);
            visit_size(visit, windows[window].width, windows[window].height);
        }
        break;
    default: {
        const ActionId action =
            (ActionId)random_between(random, ACTION_NONE, ACTION_COUNT - 1);
        if (action != ACTION_OUT || random_one_in(random, 3))
            visit_act(visit, action, now);
    }
    }
}

static void wait_some(Random *random)
{
    static const int64_t longest_ms[] = { 0, 20, 700, 5000, 20000 };
    const int64_t kind = random_between(random, 0, 4);
    rig->now_us += random_between(random, 0, longest_ms[kind] * 1000);
}

static const char *look(Random *random)
{
    visit_tick(&rig->visit, rig->now_us);
    visit_show(&rig->visit, rig->now_us);
    const Visit *visit = &rig->visit;
    const char *wrong = layout_proof(&visit->layout, &visit->scene, rig->text);
    if (wrong != NULL)
        return random_say(random, "screen %d, %dx%d, %d %%: %s", (int)visit->screen,
                          (int)visit->width_px, (int)visit->height_px,
                          (int)visit->settings.text_percent, wrong);
    if (!visit->is_moving && visit->wake_us <= rig->now_us)
        return random_say(random, "screen %d wakes in the past", (int)visit->screen);
    if (visit->view.figure.light < 0 || visit->view.figure.light > 1)
        return random_say(random, "the light is %f", visit->view.figure.light);
    return NULL;
}

static const char *anything_goes(Random *random, int32_t size)
{
    static const char *const patterns[] = { "easing-in", "4-4-4-4", "sigh", "4-7-8",
                                            "1-2" };
    visit_rig_home(rig, patterns[random_between(random, 0, 4)],
                   (int32_t)random_between(random, 0, 2));
    visit_show_face(&rig->visit, (PracticeKind)random_between(random, 0, PRACTICE_REACH),
                    rig->now_us);
    strcpy(rig->visit.settings.scan_figure,
           figure_scan_names[random_between(random, 0, FIGURE_SCAN_COUNT - 1)]);
    rig->visit.settings.has_time_left = random_one_in(random, 2);
    rig->visit.settings.turn_words =
        (SettingsTurnWords)random_between(random, 0, SETTINGS_WORDS_COUNT - 1);
    rig->visit.settings.begins =
        (SettingsBegins)random_between(random, 0, SETTINGS_BEGINS_COUNT - 1);
    const char *wrong = NULL;
    for (int32_t i = 0; i < size && wrong == NULL && !rig->visit.wants_close; i++) {
        wait_some(random);
        do_something(random);
        if (random_one_in(random, 3))
            do_something(random);
        wrong = look(random);
    }
    for (int press = 0; press < 8 && wrong == NULL && !rig->visit.wants_close; press++) {
        visit_act(&rig->visit, ACTION_OUT, rig->now_us);
        wrong = look(random);
    }
    if (wrong == NULL && !rig->visit.wants_close)
        wrong = random_say(random, "Esc does not close it");
    return wrong;
}

static void test_whatever_is_pressed_it_stands_and_can_be_left(void **state)
{
    (void)state;
    random_check(anything_goes, 150, 60);
}

/* --- every real word --- */

static void check_words(const char *words)
{
    const char *wrong = words != NULL ? lint_words(words) : NULL;
    if (wrong != NULL)
        fail_msg("\"%s\": %s", words, wrong);
}

/* A text that is wrapped is looked at as a whole: a line of it may begin in the middle of
 * what is harmless as a whole. */
static bool is_rest_of(const Run *before, const Run *run)
{
    return run->utf8 > before->utf8 && run->utf8 <= before->utf8 + strlen(before->utf8);
}

/* The layout can be read, and says nothing that is not said. */
static void check_screen(void)
{
    const Visit *visit = &rig->visit;
    const char *wrong = layout_proof(&visit->layout, &visit->scene, rig->text);
    if (wrong != NULL)
        fail_msg("%dx%d, %d %%: %s", (int)visit->width_px, (int)visit->height_px,
                 (int)visit->settings.text_percent, wrong);
    const bool is_first = visit->width_px == windows[0].width;
    const int32_t runs = is_first && visit->settings.text_percent == 100
                             ? visit->layout.run_count
                             : 0; /* the words are the same everywhere */
    for (int32_t i = 0; i < runs; i++)
        if (i == 0 || !is_rest_of(&visit->layout.runs[i - 1], &visit->layout.runs[i]))
            check_words(visit->layout.runs[i].utf8);
}

static void on_every_window(void (*check)(void))
{
    for (int window = 0; window < WINDOWS; window++)
        for (int32_t percent = 100; percent <= 250; percent += 50) {
            visit_rig_home(rig, "easing-in", 3);
            visit_size(&rig->visit, windows[window].width, windows[window].height);
            rig->visit.settings.text_percent = percent;
            visit_rig_turn(rig);
            check();
        }
}

static void open_every_row(void)
{
    for (int32_t value = 0; value < SCENE_VALUES; value++) {
        visit_rig_press(rig, CONTROL_VALUE + value);
        for (int32_t page = 0; page < 10; page++) {
            for (int32_t row = 0; row < rig->visit.list.count; row++) {
                check_screen();
                visit_rig_play(rig, "slower");
            }
            if (!rig->visit.list.has_more)
                break;
            visit_rig_press(rig, CONTROL_CHOICE + rig->visit.list.count - 1);
        }
        visit_rig_play(rig, "out");
        check_screen();
    }
}

static void test_every_list_can_be_read(void **state)
{
    (void)state;
    on_every_window(open_every_row);
}

static void begin_every_pattern(void)
{
    const Settings settings = rig->visit.settings;
    const int32_t width = rig->visit.width_px, height = rig->visit.height_px;
    for (int32_t i = 0; i < rig->patterns.count; i++) {
        visit_rig_home(rig, rig->patterns.items[i].id, 3);
        rig->visit.settings.text_percent = settings.text_percent;
        visit_size(&rig->visit, width, height);
        visit_rig_turn(rig);
        check_screen();
        rig->frame_us = 1000000;
        visit_rig_play(rig, "press");
        for (int32_t second = 0; second < 22; second++) {
            visit_rig_wait(rig, 1000);
            check_screen();
        }
        rig->frame_us = VISIT_RIG_CALM_US;
    }
}

static void test_every_pattern_can_be_read(void **state)
{
    (void)state;
    on_every_window(begin_every_pattern);
}

static void show_every_message(void)
{
    visit_rig_play(rig, "press 700 out 2400");
    for (int32_t i = 0; i < rig->messages.count; i++) {
        rig->visit.house.day = i;
        visit_show(&rig->visit, rig->now_us);
        assert_true(rig->visit.scene.line[0] != '\0');
        assert_null(lint_message(rig->visit.scene.line));
        check_screen();
    }
}

static void test_every_message_can_be_read(void **state)
{
    (void)state;
    on_every_window(show_every_message);
}

/* Every number that comes along, in every country and in all of them at once. */
static void show_every_number(void)
{
    visit_rig_play(rig, "people 700");
    for (int32_t country = 0; country < 25; country++) {
        for (int32_t page = 0; page < 6; page++) {
            assert_true(rig->visit.scene.people_count > 0);
            check_screen();
            visit_rig_press(rig, CONTROL_TOOL);
        }
        visit_rig_play(rig, "on");
    }
    visit_rig_press(rig, CONTROL_NUMBER);
    assert_non_null(rig->visit.wants_copied);
    visit_copied(&rig->visit,
                 "Copied. It can be pasted for ten minutes, also when Leeway "
                 "has closed.",
                 rig->now_us);
    visit_rig_turn(rig);
    check_screen();
    visit_rig_press(rig, CONTROL_TOOL + 3);
    assert_int_equal(rig->visit.screen, SCREEN_ABOUT);
    visit_rig_wait(rig, 700);
    check_screen();
}

static void test_every_number_can_be_read(void **state)
{
    (void)state;
    on_every_window(show_every_number);
}

static void walk_other_pages(void)
{
    static const char *const scripts[] = {
        "press 5000 another-way",
        "700 press 4000 quicker",
        "700 slower",
        "700 press 500",
        "sound",
        "out 700 frame-next",
        "frame-next press",
        "out 700 keys",
        "700 page-down",
    };
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
        visit_rig_play(rig, scripts[i]);
        check_screen();
        check_words(rig->visit.answer);
    }
    assert_int_equal(rig->visit.screen, SCREEN_KEYS);
}

static void test_every_other_page_can_be_read(void **state)
{
    (void)state;
    on_every_window(walk_other_pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whatever_is_pressed_it_stands_and_can_be_left),
        cmocka_unit_test(test_every_list_can_be_read),
        cmocka_unit_test(test_every_pattern_can_be_read),
        cmocka_unit_test(test_every_message_can_be_read),
        cmocka_unit_test(test_every_number_can_be_read),
        cmocka_unit_test(test_every_other_page_can_be_read),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
