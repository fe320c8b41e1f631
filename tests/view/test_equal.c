/* SPDX-License-Identifier: MIT */
/* No answer weighs more than another: "not now" and "end here" are as large, as light and
 * as near as what stands beside them. What is asked of a layout here is asked of every
 * page in test_layout.c and test_visit_random.c as well, where layout_proof asks for it.
 */
#include "support/equal_proof.h"
#include "support/layout_proof.h"
#include "view/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const struct {
    int32_t width, height;
} windows[] = {
    { 480, 360 },  { 360, 640 },   { 640, 480 },
    { 1280, 720 }, { 1920, 1080 }, { 2560, 1440 },
};

enum { WINDOWS = sizeof windows / sizeof windows[0] };

typedef struct Row {
    const char *name;
    int32_t first, count; /* the controls that are equal there */
    Scene scene;
} Row;

static const Row rows[] = {
    { "the doors of home",
      CONTROL_DOOR,
      4,
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "4 in, 6 out", "3 minutes", "sound off" },
        .doors = { "Breathe", "Body scan", "Sit", "Before reaching out" },
        .door_count = 4 } },
    { "what comes after",
      CONTROL_CHOICE,
      3,
      { .screen = SCREEN_AFTER,
        .line = "A door can open a little, or stay shut.",
        .line_light = 1.0,
        .choices = { "Go on", "Something smaller", "Home" },
        .choice_count = 3,
        .out_says = "closes Leeway" } },
    { "what can be done with a message",
      CONTROL_TOOL,
      3,
      { .screen = SCREEN_AFTER,
        .line = "A door can open a little, or stay shut.",
        .line_light = 1.0,
        .tools = { "another", "keep", "not for me" },
        .tool_count = 3,
        .tools_light = 1.0,
        .choices = { "Go on", "Something smaller", "Home" },
        .choice_count = 3,
        .out_says = "closes Leeway" } },
    { "the ways out of a practice",
      CONTROL_CHOICE,
      5,
      { .screen = SCREEN_CHOICES,
        .line = "Ordinary breathing is enough.",
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Sound, no breathing", "My own pace" },
        .choice_count = 5,
        .out_says = "leave",
        .press_says = "back to where it was" } },
    { "something smaller",
      CONTROL_CHOICE,
      5,
      { .screen = SCREEN_CHOICES,
        .line = "Each of these is one minute, and can end sooner.",
        .choices = { "Easy breaths", "Look around the room", "Hands and feet", "A sound",
                     "Home" },
        .choice_count = 5,
        .out_says = "back" } },
    { "what can be done with a pattern",
      CONTROL_TOOL,
      3,
      { .screen = SCREEN_MAKER,
        .line = "4 in, 6 out",
        .tools = { "Keep", "Copy as text", "Breathe it", "Erase" },
        .tool_count = 4,
        .out_says = "back" } },
    { "what can be done with what is kept",
      CONTROL_TOOL,
      3,
      { .screen = SCREEN_KEPT,
        .line = "What you choose is written down here.",
        .tools = { "Erase everything", "Put back", "Remember my settings: yes" },
        .tool_count = 3,
        .out_says = "back" } },
};

enum { ROWS = sizeof rows / sizeof rows[0] };

typedef struct Board {
    Text *text;
    Scene scene;
    Layout layout;
} Board;

static Board board;

static int open_board(void **state)
{
    (void)state;
    board.text = text_open(LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf", NULL);
    return board.text == NULL;
}

static int close_board(void **state)
{
    (void)state;
    text_close(board.text);
    return 0;
}

static void lay_out(const Row *row, int window, double text_scale)
{
    board.scene = row->scene;
    board.scene.width_px = windows[window].width;
    board.scene.height_px = windows[window].height;
    board.scene.text_scale = text_scale;
    screen_lay_out(&board.scene, board.text, &board.layout);
}

/* Whether all of them are there, and can be pressed. */
static bool are_there(const Row *row)
{
    for (int32_t i = 0; i < row->count; i++)
        if (layout_item_of(&board.layout, row->first + i) == NULL)
            return false;
    return true;
}

static void answers_are_equal_in_every_window_at_any_size_of_text(void **state)
{
    (void)state;
    for (int row = 0; row < ROWS; row++)
        for (int window = 0; window < WINDOWS; window++)
            for (double scale = 1.0; scale <= 2.5; scale += 0.25) {
                lay_out(&rows[row], window, scale);
                const char *wrong = are_there(&rows[row])
                                        ? equal_proof(&board.layout, &board.scene)
                                        : "one is not there";
                if (wrong != NULL)
                    fail_msg("%s, %dx%d, text %.2f: %s", rows[row].name,
                             (int)windows[window].width, (int)windows[window].height,
                             scale, wrong);
            }
}

/* --- the proof itself --- */

static Item *second;

static void make_wider(void)
{
    second->rect.w += 7;
}

static void make_higher(void)
{
    second->rect.h += 1;
}

static void make_dimmer(void)
{
    second->light = 0.5;
}

static void make_words_dimmer(void)
{
    board.layout.runs[second->run].light = 0.5;
}

static void make_words_smaller(void)
{
    board.layout.runs[second->run].size_px--;
}

static void make_words_secondary(void)
{
    board.layout.runs[second->run].colour = THEME_SECONDARY;
}

static void mark_it(void)
{
    second->is_chosen = true;
}

static void make_a_link(void)
{
    second->look = LOOK_LINK;
}

static void pass_it_by(void)
{
    second->is_passed = true;
}

static void put_it_first(void)
{
    const int32_t control = second->control;
    second->control = second[-1].control;
    second[-1].control = control;
}

static void come_to_it_later(void)
{
    const Item item = second[0];
    second[0] = (Item){ .control = CONTROL_ACTION + ACTION_KEYS, .light = 1.0 };
    board.layout.items[board.layout.item_count++] = item;
}

static void what_weighs_more_is_seen(void **state)
{
    (void)state;
    static const struct {
        void (*spoil)(void);
        const char *why;
    } ways[] = {
        { make_wider, "width" },
        { make_higher, "height" },
        { make_dimmer, "light" },
        { make_words_dimmer, "light of the words" },
        { make_words_smaller, "size of type" },
        { make_words_secondary, "colour" },
        { mark_it, "one is marked" },
        { make_a_link, "another kind of control" },
        { pass_it_by, "Tab passes one by" },
        { put_it_first, "their order" },
        { come_to_it_later, "Tab goes elsewhere between them" },
    };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        lay_out(&rows[1], 3, 1.0);
        second = (Item *)layout_item_of(&board.layout, CONTROL_CHOICE + 1);
        assert_null(equal_proof(&board.layout, &board.scene));
        ways[i].spoil();
        const char *wrong = equal_proof(&board.layout, &board.scene);
        if (wrong == NULL || strstr(wrong, ways[i].why) == NULL)
            fail_msg("%s: %s", ways[i].why, wrong != NULL ? wrong : "nothing");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_equal_in_every_window_at_any_size_of_text),
        cmocka_unit_test(what_weighs_more_is_seen),
    };
    return cmocka_run_group_tests(tests, open_board, close_board);
}
