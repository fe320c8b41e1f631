/* SPDX-License-Identifier: MIT */
/* The pages of settings, by keys and by presses: every row changes what it says, every
 * choice can be taken back, and nothing moves under the frame. */
#include "support/layout_proof.h"
#include "support/lint.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SEE, HEAR, BREATHE, WORDS, KEPT, VOICE };

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

/* By keys alone: the foot of home, then from page to page. */
static void open_page(int page)
{
    visit_rig_home(rig, "easing-in", 3);
    while (rig->visit.focus != CONTROL_FOOT + FOOT_SETTINGS)
        visit_rig_play(rig, "frame-next");
    visit_rig_play(rig, "press 700");
    assert_int_equal(rig->visit.screen, SCREEN_SETTINGS);
    for (int i = 0; i < (page == VOICE ? HEAR : page); i++)
        visit_rig_play(rig, "on");
    if (page == VOICE)
        visit_rig_play(rig, "slower slower slower slower slower press 700");
    assert_int_equal(rig->visit.pages.page, page);
    assert_int_equal(rig->visit.focus, CONTROL_NONE);
}

static void frame_row(int row)
{
    rig->visit.focus = CONTROL_NONE;
    for (int i = 0; i <= row; i++)
        visit_rig_play(rig, "slower");
    assert_int_equal(rig->visit.focus, CONTROL_ROW + row);
}

static const Settings *settings(void)
{
    return &rig->visit.settings;
}

/* --- what each row does --- */

static bool is_paper(void)
{
    return strcmp(settings()->theme, "paper") == 0;
}

static bool is_ring(void)
{
    return strcmp(settings()->figure, "ring") == 0 &&
           rig->visit.view.figure.kind == FIGURE_FILLING;
}

static bool moves_less(void)
{
    return settings()->movement == SETTINGS_MOVEMENT_LESS &&
           strcmp(settings()->figure, "usual") == 0 &&
           strcmp(rig->visit.scene.rows[1].value, "ring") == 0;
}

static bool is_larger(void)
{
    return settings()->text_percent == 150 && rig->visit.scene.text_scale == 1.5;
}

static bool has_easy_letters(void)
{
    return settings()->letters == SETTINGS_LETTERS_EASY;
}

static bool has_time_left(void)
{
    return settings()->has_time_left;
}

static bool is_on(void)
{
    return settings()->is_sound_on && rig->player.levels.is_on &&
           strcmp(rig->visit.values[VISIT_SOUND], "sea and marks") == 0;
}

static bool is_rain(void)
{
    return strcmp(settings()->sound, "rain") == 0 &&
           rig->player.levels.bed == MIX_BED_RAIN;
}

static bool has_no_marks(void)
{
    return !settings()->has_marks && !rig->player.levels.marks;
}

static bool is_quieter(void)
{
    return settings()->volume == 40 && rig->player.levels.volume == 40;
}

static bool is_of_parts(void)
{
    return rig->visit.screen == SCREEN_SOUNDS;
}

static bool is_next_pattern(void)
{
    return strcmp(settings()->pattern, "easing-in") != 0 &&
           !breath_is_equal(&rig->visit.request.from,
                            &(BreathPattern){ { 3500, 0, 0, 4500, 0 } });
}

static bool is_longer(void)
{
    return settings()->minutes == 10 && rig->visit.request.length_ms == 600000 &&
           strcmp(rig->visit.values[VISIT_LENGTH], "10 minutes") == 0;
}

static bool begins_at_own_pace(void)
{
    return settings()->begins == SETTINGS_BEGINS_OWN;
}

static bool has_never_holds(void)
{
    return settings()->holds == SETTINGS_HOLDS_NEVER && rig->visit.request.no_holds;
}

static bool is_of_own(void)
{
    return rig->visit.screen == SCREEN_OWN;
}

static bool has_first_words(void)
{
    return settings()->turn_words == SETTINGS_WORDS_FIRST;
}

static bool is_of_marked(void)
{
    return rig->visit.screen == SCREEN_MARKED;
}

static bool is_of_mine(void)
{
    return rig->visit.screen == SCREEN_MINE;
}

static bool has_own_messages_alone(void)
{
    return settings()->has_own_messages_alone;
}

static bool has_no_messages(void)
{
    return settings()->messages == SETTINGS_MESSAGES_NONE;
}

static bool is_of_kept(void)
{
    return rig->visit.screen == SCREEN_KEPT;
}

static bool is_of_places(void)
{
    return rig->visit.screen == SCREEN_PLACES;
}

static bool is_a_body(void)
{
    return strcmp(settings()->scan_figure, "body") == 0;
}

static bool is_of_voice(void)
{
    return rig->visit.screen == SCREEN_SETTINGS && rig->visit.pages.page == VOICE;
}

static bool is_another_voice(void)
{
    return strcmp(settings()->voice, "ana") == 0 && settings()->is_voice_on &&
           strcmp(rig->visit.scene.rows[0].value, "Ana") == 0;
}

static bool speaks_breath(void)
{
    return settings()->speaks_breath;
}

static bool is_wood(void)
{
    return strcmp(settings()->bell, "wood") == 0 && settings()->has_bells &&
           strcmp(rig->visit.values[VISIT_BELL], "wood, softly") == 0;
}

static bool goes_on(void)
{
    return settings()->sit_goes_on && rig->visit.sit.request.goes_on;
}

static bool is_of_own_voice(void)
{
    return rig->visit.screen == SCREEN_VOICE;
}

static bool is_forgotten(void)
{
    return !settings()->is_remembered;
}

typedef struct RowCase {
    const char *name;
    int page, row;
    const char *keys;
    bool (*holds)(void);
} RowCase;

static const RowCase row_cases[] = {
    { "colours", SEE, 0, "on", is_paper },
    { "shape", SEE, 1, "on", is_ring },
    { "shape of a scan", SEE, 2, "on", is_a_body },
    { "movement, the last choice wins", SEE, 3, "quicker quicker on slower slower on",
      moves_less },
    { "text size", SEE, 4, "on on", is_larger },
    { "letters", SEE, 5, "on", has_easy_letters },
    { "sound", HEAR, 0, "on", is_on },
    { "under the breath", HEAR, 1, "enter", is_rain },
    { "marks", HEAR, 2, "back", has_no_marks },
    { "loudness", HEAR, 3, "back back", is_quieter },
    { "voice and bells open", HEAR, 4, "press", is_of_voice },
    { "each part opens", HEAR, 5, "press", is_of_parts },
    { "pattern", BREATHE, 0, "on", is_next_pattern },
    { "length", BREATHE, 1, "on on", is_longer },
    { "begins", BREATHE, 2, "on", begins_at_own_pace },
    { "holds", BREATHE, 3, "on", has_never_holds },
    { "own patterns open", BREATHE, 4, "enter", is_of_own },
    { "words at the turns", WORDS, 0, "on", has_first_words },
    { "time left", WORDS, 1, "press", has_time_left },
    { "messages", WORDS, 2, "on on on", has_no_messages },
    { "which messages", WORDS, 3, "on", has_own_messages_alone },
    { "kept and not for me opens", WORDS, 4, "press", is_of_marked },
    { "own messages open", WORDS, 5, "enter", is_of_mine },
    { "what is kept opens", KEPT, 0, "press", is_of_kept },
    { "places left out open", KEPT, 1, "press", is_of_places },
    { "remember", KEPT, 2, "back", is_forgotten },
    { "voice", VOICE, 0, "on", is_another_voice },
    { "the breath in words", VOICE, 1, "on", speaks_breath },
    { "bells", VOICE, 2, "on on", is_wood },
    { "after the last bell", VOICE, 3, "press", goes_on },
    { "own voice opens", VOICE, 4, "press", is_of_own_voice },
};

enum { ROW_CASES = sizeof row_cases / sizeof row_cases[0] };

static void test_every_row_changes_what_it_says(void **state)
{
    (void)state;
    int wrong = 0, rows = 0;
    for (int i = 0; i < ROW_CASES; i++) {
        const RowCase *row = &row_cases[i];
        open_page(row->page);
        frame_row(row->row);
        assert_false(row->holds());
        visit_rig_play(rig, row->keys);
        if (row->holds())
            continue;
        print_error("%s: %s does not do it\n", row->name, row->keys);
        wrong++;
    }
    for (int page = 0; page < VISIT_SETTINGS_ALL; page++)
        rows += visit_settings_pages[page].count;
    assert_int_equal(rows, ROW_CASES);
    assert_int_equal(wrong, 0);
}

static bool changes_settings(const RowCase *row)
{
    return visit_settings_pages[row->page].rows[row->row].kind != ROW_PAGE;
}

static void test_every_choice_can_be_taken_back(void **state)
{
    (void)state;
    for (int i = 0; i < ROW_CASES; i++) {
        const RowCase *row = &row_cases[i];
        if (!changes_settings(row))
            continue;
        open_page(row->page);
        const Settings before = *settings();
        const BreatheRequest request = rig->visit.request;
        assert_null(rig->visit.scene.tools[1]);
        frame_row(row->row);
        visit_rig_play(rig, row->keys);
        rig->visit.is_choice_new = false;
        while (rig->visit.scene.tools[1] != NULL)
            visit_rig_press(rig, CONTROL_TOOL + 1);
        assert_true(settings_are_equal(settings(), &before));
        assert_true(rig->visit.is_choice_new);
        assert_true(breath_is_equal(&rig->visit.request.pattern, &request.pattern));
        assert_int_equal(rig->visit.request.length_ms, request.length_ms);
        assert_int_equal(rig->visit.request.no_holds, request.no_holds);
    }
}

static void test_a_page_goes_back_to_its_first_values_and_no_other(void **state)
{
    (void)state;
    for (int page = 0; page < VISIT_SETTINGS_PAGES; page++) {
        open_page(page);
        Settings changed = settings_default();
        strcpy(changed.theme, "paper");
        changed.is_sound_on = true;
        changed.minutes = 20;
        changed.messages = SETTINGS_MESSAGES_NONE;
        changed.is_remembered = false;
        visit_take_settings(&rig->visit, &changed, rig->now_us);
        visit_rig_turn(rig);
        visit_rig_press(rig, CONTROL_TOOL);
        const Settings first = settings_default(), *now = settings();
        assert_int_equal(strcmp(now->theme, first.theme) == 0, page == SEE);
        assert_int_equal(now->is_sound_on == first.is_sound_on, page == HEAR);
        assert_int_equal(now->minutes == first.minutes, page == BREATHE);
        assert_int_equal(rig->visit.request.length_ms,
                         page == BREATHE ? 180000 : 1200000);
        assert_int_equal(now->messages == first.messages, page == WORDS);
        assert_int_equal(now->is_remembered == first.is_remembered, page == KEPT);
        visit_rig_press(rig, CONTROL_TOOL + 1);
        assert_true(settings_are_equal(settings(), &changed));
    }
}

/* Taking a colour back never turns sound on again that was turned off since. */
static void test_what_was_chosen_elsewhere_is_a_step_of_its_own(void **state)
{
    (void)state;
    open_page(SEE);
    visit_rig_play(rig, "sound");
    frame_row(0);
    visit_rig_play(rig, "on sound");
    assert_false(settings()->is_sound_on);
    frame_row(4);
    visit_rig_play(rig, "on");
    visit_rig_press(rig, CONTROL_TOOL + 1);
    assert_int_equal(settings()->text_percent, 100);
    assert_false(settings()->is_sound_on);
    assert_true(is_paper());
}

static void test_the_history_forgets_the_oldest_first(void **state)
{
    (void)state;
    open_page(SEE);
    frame_row(0);
    for (int i = 0; i < 2 * VISIT_UNDO_MAX + 1; i++)
        visit_rig_play(rig, "press"); /* three values in turn */
    int undone = 0;
    for (; rig->visit.scene.tools[1] != NULL; undone++)
        visit_rig_press(rig, CONTROL_TOOL + 1);
    assert_int_equal(undone, VISIT_UNDO_MAX);
}

/* --- ways --- */

static void test_esc_is_one_step_out(void **state)
{
    (void)state;
    static const struct {
        int page, row;
        ScreenId screen;
    } rows[] = { { HEAR, 5, SCREEN_SOUNDS },
                 { BREATHE, 4, SCREEN_OWN },
                 { KEPT, 1, SCREEN_PLACES },
                 { KEPT, 0, SCREEN_KEPT } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        open_page(rows[i].page);
        frame_row(rows[i].row);
        visit_rig_play(rig, "press");
        assert_int_equal(rig->visit.screen, rows[i].screen);
        visit_rig_play(rig, "out");
        assert_int_equal(rig->visit.screen, SCREEN_SETTINGS);
        assert_int_equal(rig->visit.pages.page, rows[i].page);
        assert_int_equal(rig->visit.focus, CONTROL_ROW + rows[i].row);
        visit_rig_play(rig, "out");
        assert_int_equal(rig->visit.screen, SCREEN_HOME);
        assert_int_equal(rig->visit.focus, CONTROL_NONE); /* there Space begins */
        visit_rig_play(rig, "out");
        assert_true(rig->visit.wants_close);
    }
}

static void test_the_page_behind_a_row_leads_back_to_it(void **state)
{
    (void)state;
    open_page(VOICE);
    assert_int_equal(rig->visit.scene.tab_count, 0);
    assert_string_equal(rig->visit.scene.line, "Voice and bells");
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.pages.page, VOICE);
    visit_rig_play(rig, "out");
    assert_int_equal(rig->visit.screen, SCREEN_SETTINGS);
    assert_int_equal(rig->visit.pages.page, HEAR);
    assert_int_equal(rig->visit.focus, CONTROL_ROW + 4);
    visit_rig_play(rig, "700 out");
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
}

static void test_the_row_that_is_come_back_to_is_in_view(void **state)
{
    (void)state;
    open_page(HEAR);
    visit_size(&rig->visit, 480, 360);
    rig->visit.settings.text_percent = 200;
    frame_row(4);
    visit_rig_play(rig, "press 700 slower slower slower 100 out 100");
    assert_int_equal(rig->visit.focus, CONTROL_ROW + 4);
    const Layout *layout = &rig->visit.layout;
    const Item *item = layout_item_of(layout, rig->visit.focus);
    assert_non_null(item);
    assert_true(item->rect.y >= layout->scroll_view.y);
    assert_true(item->rect.y + item->rect.h <=
                layout->scroll_view.y + layout->scroll_view.h);
    visit_rig_play(rig, "700 out");
    visit_size(&rig->visit, 1280, 720);
}

static void test_arrows_lead_from_page_to_page(void **state)
{
    (void)state;
    open_page(SEE);
    visit_rig_play(rig, "back");
    assert_int_equal(rig->visit.pages.page, KEPT);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.pages.page, SEE);
    visit_rig_play(rig, "frame-next");
    assert_int_equal(rig->visit.focus, CONTROL_TAB);
    visit_rig_play(rig, "on on");
    assert_int_equal(rig->visit.focus, CONTROL_TAB + BREATHE);
    visit_rig_play(rig, "frame-next press");
    assert_int_equal(rig->visit.pages.page, WORDS);
    assert_int_equal(rig->visit.focus, CONTROL_TAB + WORDS);
}

static void test_arrows_stop_at_the_ends_and_a_press_goes_round(void **state)
{
    (void)state;
    open_page(SEE);
    frame_row(0);
    visit_rig_play(rig, "back");
    assert_string_equal(settings()->theme, "night");
    assert_false(rig->visit.is_choice_new);
    visit_rig_play(rig, "on on on");
    assert_string_equal(settings()->theme, "contrast");
    visit_rig_press(rig, CONTROL_MORE);
    assert_string_equal(settings()->theme, "contrast");
    visit_rig_play(rig, "press");
    assert_string_equal(settings()->theme, "night");
}

/* --- by pointer alone, by keys alone --- */

static int32_t under_middle(const Item *item)
{
    return layout_control_at(&rig->visit.layout, item->rect.x + item->rect.w / 2,
                             item->rect.y + item->rect.h / 2);
}

/* The middle of a row is its label or the air beside it, never a step. */
static void test_every_control_lies_under_the_pointer(void **state)
{
    (void)state;
    for (int page = 0; page < VISIT_SETTINGS_ALL; page++) {
        open_page(page);
        const Layout *layout = &rig->visit.layout;
        for (int32_t i = 0; i < layout->item_count; i++) {
            const Item *item = &layout->items[i];
            if (item->control != CONTROL_NONE && item->light > 0)
                assert_int_equal(under_middle(item), item->control);
        }
    }
}

static void test_every_control_is_reached_by_tab(void **state)
{
    (void)state;
    for (int page = 0; page < VISIT_SETTINGS_ALL; page++) {
        open_page(page);
        bool has_seen[CONTROL_ACTION + ACTION_COUNT] = { false };
        for (int i = 0; i < LAYOUT_ITEMS_MAX; i++) {
            visit_rig_play(rig, "frame-next");
            has_seen[rig->visit.focus] = true;
        }
        assert_false(has_seen[CONTROL_FIGURE]);
        for (int i = 0; i < VISIT_SETTINGS_PAGES && page != VOICE; i++)
            assert_true(has_seen[CONTROL_TAB + i]);
        for (int i = 0; i < visit_settings_pages[page].count; i++)
            assert_true(has_seen[CONTROL_ROW + i]);
        assert_true(has_seen[CONTROL_TOOL]);
        assert_true(has_seen[CONTROL_ACTION + ACTION_OUT]);
    }
}

static void test_the_pointer_does_what_the_arrows_do(void **state)
{
    (void)state;
    for (int i = 0; i < ROW_CASES; i++) {
        const RowCase *row = &row_cases[i];
        if (!changes_settings(row) || row->holds == moves_less)
            continue;
        visit_rig_home(rig, "easing-in", 3);
        visit_rig_press(rig, CONTROL_FOOT + FOOT_SETTINGS);
        visit_rig_wait(rig, 700);
        visit_rig_press(rig, CONTROL_TAB + (row->page == VOICE ? HEAR : row->page));
        if (row->page == VOICE)
            visit_rig_press(rig, CONTROL_ROW + 4);
        visit_rig_wait(rig, 700);
        const bool is_back = strncmp(row->keys, "back", 4) == 0;
        const int32_t step = is_back ? CONTROL_LESS : CONTROL_MORE;
        for (const char *key = row->keys; key != NULL; key = strchr(key + 1, ' '))
            visit_rig_press(rig, step + row->row);
        if (!row->holds())
            fail_msg("%s", row->name);
    }
}

/* --- what there is to see --- */

static const struct {
    int32_t width, height;
} windows[] = { { 480, 360 }, { 640, 480 }, { 1280, 720 }, { 1920, 1080 } };

enum { WINDOWS = sizeof windows / sizeof windows[0] };

/* Rows, line, figure and foot stand still, whichever row is framed and whatever it says.
 */
static void test_nothing_moves_under_the_frame(void **state)
{
    (void)state;
    for (int window = 0; window < WINDOWS; window++)
        for (int page = 0; page < VISIT_SETTINGS_ALL; page++) {
            open_page(page);
            visit_size(&rig->visit, windows[window].width, windows[window].height);
            visit_rig_turn(rig);
            for (int row = 0; row < visit_settings_pages[page].count; row++) {
                if (page == SEE && row == 4)
                    continue; /* the size of text moves what it is the size of */
                frame_row(row);
                for (int value = 0; value < 3; value++) {
                    const Layout before = rig->visit.layout;
                    visit_rig_play(rig, "on");
                    const Layout *now = &rig->visit.layout;
                    assert_int_equal(now->fit, before.fit);
                    assert_true(now->figure_y_px == before.figure_y_px);
                    for (int32_t i = 0; i < now->item_count; i++)
                        if (memcmp(&now->items[i].rect, &before.items[i].rect,
                                   sizeof(Rect)) != 0 &&
                            now->items[i].look != LOOK_TEXT)
                            fail_msg("page %d, row %d, value %d: item %d moved", page,
                                     row, value, (int)i);
                }
            }
        }
}

static void check_words(const char *words)
{
    const char *wrong = words != NULL ? lint_words(words) : NULL;
    if (wrong != NULL)
        fail_msg("\"%s\": %s", words, wrong);
}

static void test_every_value_can_be_read_in_every_window(void **state)
{
    (void)state;
    for (int window = 0; window < WINDOWS; window++)
        for (int32_t percent = 100; percent <= 250; percent += 50)
            for (int page = 0; page < VISIT_SETTINGS_ALL; page++) {
                open_page(page);
                visit_size(&rig->visit, windows[window].width, windows[window].height);
                rig->visit.settings.text_percent = percent;
                for (int row = 0; row < visit_settings_pages[page].count; row++) {
                    frame_row(row);
                    for (int value = 0; value < 4; value++) {
                        visit_rig_play(rig, "on");
                        const char *wrong = layout_proof(&rig->visit.layout,
                                                         &rig->visit.scene, rig->text);
                        if (wrong != NULL)
                            fail_msg("page %d, row %d, %d x %d, %d %%: %s", page, row,
                                     (int)windows[window].width,
                                     (int)windows[window].height, (int)percent, wrong);
                        check_words(rig->visit.scene.detail);
                        check_words(rig->visit.scene.rows[row].label);
                        check_words(rig->visit.scene.rows[row].value);
                    }
                }
            }
}

/* The limit of growth holds for the small figure as well. */
static void test_the_small_figure_grows_no_quicker_than_others(void **state)
{
    (void)state;
    open_page(SEE);
    rig->frame_us = VISIT_RIG_FRAME_US;
    double before = rig->visit.view.figure.orb_px;
    assert_true(before > 0 && rig->visit.layout.figure_px < 0.17 * 720);
    const double mean = 0.15 * 720 * (1 + 1 / FIGURE_RATIO_MAX) / 2;
    bool has_moved = false;
    for (int frame = 0; frame < 600; frame++) {
        visit_rig_wait(rig, 20);
        const double now = rig->visit.view.figure.orb_px;
        assert_true(fabs(now - before) <= FIGURE_GROWTH_MAX * mean * 0.0201);
        has_moved |= now != before;
        before = now;
    }
    assert_true(has_moved);
    rig->frame_us = VISIT_RIG_CALM_US;
}

static void test_what_was_changed_by_hand_counts_at_once(void **state)
{
    (void)state;
    visit_rig_home(rig, "easing-in", 3);
    Settings edited = settings_default();
    strcpy(edited.theme, "paper");
    edited.minutes = 20;
    edited.volume = 30;
    edited.delay_ms = 140;
    visit_take_settings(&rig->visit, &edited, rig->now_us);
    visit_rig_turn(rig);
    assert_true(is_paper());
    assert_string_equal(rig->visit.scene.values[VISIT_LENGTH], "20 minutes");
    assert_int_equal(rig->player.levels.volume, 30);
    assert_int_equal(rig->player.delay_ms, 140);
    assert_false(rig->visit.is_choice_new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_changes_what_it_says),
        cmocka_unit_test(test_every_choice_can_be_taken_back),
        cmocka_unit_test(test_a_page_goes_back_to_its_first_values_and_no_other),
        cmocka_unit_test(test_what_was_chosen_elsewhere_is_a_step_of_its_own),
        cmocka_unit_test(test_the_history_forgets_the_oldest_first),
        cmocka_unit_test(test_esc_is_one_step_out),
        cmocka_unit_test(test_the_page_behind_a_row_leads_back_to_it),
        cmocka_unit_test(test_the_row_that_is_come_back_to_is_in_view),
        cmocka_unit_test(test_arrows_lead_from_page_to_page),
        cmocka_unit_test(test_arrows_stop_at_the_ends_and_a_press_goes_round),
        cmocka_unit_test(test_every_control_lies_under_the_pointer),
        cmocka_unit_test(test_every_control_is_reached_by_tab),
        cmocka_unit_test(test_the_pointer_does_what_the_arrows_do),
        cmocka_unit_test(test_nothing_moves_under_the_frame),
        cmocka_unit_test(test_every_value_can_be_read_in_every_window),
        cmocka_unit_test(test_the_small_figure_grows_no_quicker_than_others),
        cmocka_unit_test(test_what_was_changed_by_hand_counts_at_once),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
