/* SPDX-License-Identifier: MIT */
#include "support/layout_proof.h"
#include "view/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int32_t width, height;
} windows[] = {
    { 480, 360 },  { 360, 640 },  { 640, 480 },   { 800, 600 },  { 1024, 768 },
    { 1280, 720 }, { 1366, 768 }, { 1920, 1080 }, { 720, 1280 }, { 2560, 1440 },
};
static const double densities[] = { 1.0, 1.5, 2.0 };
static const double scales[] = { 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5 };

enum {
    WINDOWS = sizeof windows / sizeof windows[0],
    DENSITIES = sizeof densities / sizeof densities[0],
    SCALES = sizeof scales / sizeof scales[0]
};

enum { FRAME_PX = 6 };

typedef struct Case {
    const char *name;
    Scene scene;
} Case;

#define WAYS                                                                             \
    .screen = SCREEN_CHOICES,                                                            \
    .line = "Sometimes these practices make things feel worse. It says nothing about "   \
            "you. Ordinary breathing is enough.",                                        \
    .out_says = "leave", .press_says = "back to where it was"

static const Case pages[] = {
    { "home",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "4 in, 6 out", "3 minutes", "sound off" },
        .doors = { "Breathe" },
        .door_count = 1 } },
    { "home with four doors",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "4 in, 6 out", "3 minutes", "sound off" },
        .doors = { "Breathe", "Body scan", "Sit", "Before reaching out" },
        .door_count = 4 } },
    { "home with the longest values",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "59.999 in, 59.999 hold, 59.999 out, 59.999 hold", "1439 min 59 s",
                    "low noise and marks" },
        .doors = { "Breathe" },
        .door_count = 1 } },
    { "a list of patterns",
      { .screen = SCREEN_LIST,
        .choices = { "4 in, 4 hold, 4 out, 4 hold", "4 in, 8 out, without the holds",
                     "2 in, 0.8 more, 6 out", "5.5 in, 5.5 out", "more" },
        .choice_count = 5,
        .chosen = 2,
        .detail = "Made of counts more than of seconds: counting quicker keeps its "
                  "shape. The way out is longer than most people find easy.",
        .out_says = "back" } },
    { "a list of lengths, the end framed",
      { .screen = SCREEN_LIST,
        .choices = { "1 minute", "3 minutes", "5 minutes", "no set end" },
        .choice_count = 4,
        .chosen = 3,
        .detail = "",
        .out_says = "back" } },
    { "after, before the message",
      { .screen = SCREEN_AFTER,
        .line = "",
        .choices = { "Go on", "Something smaller", "Home" },
        .choice_count = 3,
        .out_says = "closes Leeway" } },
    { "after, with as long a message as there may be",
      { .screen = SCREEN_AFTER,
        .line = "Someone can be right for a parcel and not for a secret. Both are real "
                "trust, and the second of them may take a decade, or never come at all.",
        .line_light = 1,
        .choices = { "Go on", "Something smaller", "Home" },
        .choice_count = 3,
        .out_says = "closes Leeway" } },
    { "another way",
      { WAYS, .choices = { "End here", "Sound, no breathing" }, .choice_count = 2 } },
    { "another way, all five",
      { WAYS,
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Sound, no breathing", "My own pace" },
        .choice_count = 5 } },
    { "something smaller",
      { .screen = SCREEN_CHOICES,
        .line = "Each of these is one minute, and can end sooner.",
        .choices = { "Easy breaths", "A sound", "Home" },
        .choice_count = 3,
        .out_says = "back" } },
    { "keys", { .screen = SCREEN_KEYS, .out_says = "back" } },
    { "hidden", { .screen = SCREEN_HIDDEN } },
};

#define PRACTICE .screen = SCREEN_PRACTICE, .hint_light = 1

static const Case practice[] = {
    { "settling",
      { PRACTICE, .word = "In a moment", .hint = "3 minutes, in whole breaths.",
        .legend_light = 1 } },
    { "settling without end",
      { PRACTICE, .word = "In a moment", .hint = "No set end. Esc leaves at any time.",
        .legend_light = 1 } },
    { "the first word goes",
      { PRACTICE, .word = "In", .word_before = "In a moment", .word_light = 0.5,
        .hint = "Follow it, or watch.", .legend_light = 1 } },
    { "in", { PRACTICE, .word = "In", .hint = "" } },
    { "out, the legend fading",
      { PRACTICE, .word = "Out", .hint = "Follow it, or watch.", .legend_light = 0.3 } },
    { "a hold", { PRACTICE, .word = "Hold", .hint = "", .has_holds = true } },
    { "a hold with the legend",
      { PRACTICE, .word = "Hold", .hint = "", .has_holds = true, .legend_light = 1 } },
    { "paused",
      { PRACTICE, .word = "Paused", .hint = "Space goes on.", .hint_is_answer = true,
        .press_says = "go on" } },
    { "paused with the legend",
      { PRACTICE, .word = "Paused", .hint = "Space goes on.", .hint_is_answer = true,
        .press_says = "go on", .legend_light = 1 } },
    { "slower",
      { PRACTICE, .word = "In", .hint_is_answer = true,
        .hint = "A little slower, over the next breaths." } },
    { "the sound went",
      { PRACTICE, .word = "Out", .word_before = "Hold", .word_light = 0.2,
        .hint_is_answer = true, .hint = "The sound is gone; the picture goes on." } },
    { "sound alone", { PRACTICE, .word = "", .hint = "" } },
    { "sound alone, without a line", { PRACTICE, .word = "", .hint = NULL } },
};

enum {
    PAGES = sizeof pages / sizeof pages[0],
    STATES = sizeof practice / sizeof practice[0]
};

typedef struct Board {
    Text *text;
    Layout layout;
    Scene scene;
    double density;
    int problems;
} Board;

static int open_board(void **state)
{
    static Board board;
    board.text = text_open(LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf", NULL);
    board.density = 1.0;
    *state = &board;
    return board.text == NULL;
}

static int close_board(void **state)
{
    text_close(((Board *)*state)->text);
    return 0;
}

/* On a window of the size, with text and density, of `on`. */
static void lay_out_at(Board *board, const Case *row, Scene on)
{
    board->scene = row->scene;
    board->scene.width_px = on.width_px;
    board->scene.height_px = on.height_px;
    board->scene.density = on.density;
    board->scene.text_scale = on.text_scale > 0 ? on.text_scale : 1.0;
    if (board->scene.word_before == NULL)
        board->scene.word_light = 1;
    screen_lay_out(&board->scene, board->text, &board->layout);
}

static void lay_out(Board *board, const Case *row, int window, int scale)
{
    lay_out_at(board, row,
               (Scene){ .width_px = (int32_t)(windows[window].width * board->density),
                        .height_px = (int32_t)(windows[window].height * board->density),
                        .text_scale = scales[scale],
                        .density = board->density });
}

/* Tells a problem, so that one run shows all of them. */
static void blame(Board *board, const char *name, const char *wrong)
{
    if (wrong == NULL)
        return;
    if (board->problems++ < 400)
        print_error("%s at %dx%d, text %.2f, density %.2f: %s\n", name,
                    (int)board->scene.width_px, (int)board->scene.height_px,
                    board->scene.text_scale, board->scene.density, wrong);
}

static void walk_at(Board *board, const Case *rows, int count,
                    const char *(*wrong)(Board *board))
{
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++)
            for (int row = 0; row < count; row++) {
                lay_out(board, &rows[row], window, scale);
                blame(board, rows[row].name, wrong(board));
            }
}

/* Every row, in every window, with text of every size, on displays of every density. */
static void walk(Board *board, const Case *rows, int count,
                 const char *(*wrong)(Board *board))
{
    board->problems = 0;
    for (int i = 0; i < DENSITIES; i++) {
        board->density = densities[i];
        walk_at(board, rows, count, wrong);
    }
    board->density = 1.0;
    assert_int_equal(board->problems, 0);
}

static const char *proof(Board *board)
{
    return layout_proof(&board->layout, &board->scene, board->text);
}

static void test_every_page_can_be_read_and_reached(void **state)
{
    walk(*state, pages, PAGES, proof);
}

static void test_every_moment_of_practice_can_be_read(void **state)
{
    walk(*state, practice, STATES, proof);
}

static const char *small_ring(Board *board)
{
    const double least = 0.30 * board->layout.metrics.short_side_px;
    return board->layout.figure_px >= least - 0.01 ? NULL : "the ring is too small";
}

static void test_the_ring_never_goes_under_0_30(void **state)
{
    walk(*state, practice, STATES, small_ring);
}

/* Where exits and figure are, to compare. */
typedef struct Anchors {
    Rect out, another;
    double x, y, side;
} Anchors;

static Anchors anchors_of(const Layout *layout)
{
    const Item *out = layout_item_of(layout, CONTROL_ACTION + ACTION_OUT);
    const Item *another = layout_item_of(layout, CONTROL_ACTION + ACTION_ANOTHER_WAY);
    assert_true(out != NULL && another != NULL);
    return (Anchors){ .out = out->rect,
                      .another = another->rect,
                      .x = layout->figure_x_px,
                      .y = layout->figure_y_px,
                      .side = layout->figure_px };
}

static void test_nothing_that_stays_moves_during_a_practice(void **state)
{
    Board *board = *state;
    board->problems = 0;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &practice[0], window, scale);
            const Anchors first = anchors_of(&board->layout);
            for (int row = 1; row < STATES; row++) {
                lay_out(board, &practice[row], window, scale);
                const Anchors now = anchors_of(&board->layout);
                if (memcmp(&now.out, &first.out, sizeof now.out) != 0 ||
                    memcmp(&now.another, &first.another, sizeof now.out) != 0)
                    blame(board, practice[row].name, "the exits moved");
                if (fabs(now.x - first.x) + fabs(now.y - first.y) +
                        fabs(now.side - first.side) >
                    0)
                    blame(board, practice[row].name, "the figure moved");
            }
        }
    assert_int_equal(board->problems, 0);
}

static void test_the_legend_never_stands_alone_on_one_side(void **state)
{
    Board *board = *state;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &practice[0], window, scale);
            const Layout *layout = &board->layout;
            assert_true((layout_item_of(layout, CONTROL_ACTION + ACTION_PRESS) == NULL) ==
                        (layout_item_of(layout, CONTROL_ACTION + ACTION_HIDE) == NULL));
        }
}

static void test_the_longest_message_is_as_long_as_one_may_be(void **state)
{
    (void)state;
    size_t longest = 0;
    for (int row = 0; row < PAGES; row++)
        if (pages[row].scene.screen == SCREEN_AFTER &&
            strlen(pages[row].scene.line) > longest)
            longest = strlen(pages[row].scene.line);
    assert_int_equal(longest, 140);
}

static void test_the_smallest_window_survives_every_screen(void **state)
{
    Board *board = *state;
    for (int scale = 0; scale < SCALES; scale++)
        for (int row = 0; row < PAGES + STATES; row++) {
            board->scene = row < PAGES ? pages[row].scene : practice[row - PAGES].scene;
            board->scene.width_px = board->scene.height_px = 240;
            board->scene.text_scale = scales[scale];
            screen_lay_out(&board->scene, board->text, &board->layout);
        }
}

/* A window large enough for anything shows the page in full. */
static void test_usual_windows_are_pages(void **state)
{
    Board *board = *state;
    for (int window = 5; window < 8; window++)
        for (int row = 0; row < PAGES; row++) {
            lay_out(board, &pages[row], window, 0);
            blame(board, pages[row].name,
                  board->layout.fit == FIT_PAGE ? NULL : "is no page");
        }
    assert_int_equal(board->problems, 0);
}

static void test_the_figure_yields_before_words_scroll(void **state)
{
    Board *board = *state;
    bool was_smaller = false;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &pages[1], window, scale);
            const Layout *layout = &board->layout;
            const double s = layout->metrics.short_side_px;
            if (layout->fit == FIT_STACK)
                assert_true(layout->figure_px >= 0.22 * s - 0.01);
            was_smaller |= layout->fit == FIT_STACK &&
                           layout->figure_px < SCREEN_HOME_ORB * s - 0.01;
        }
    assert_true(was_smaller);
}

/* Letters and lines are rounded to whole pixels. */
static bool is_twice(double small, double large)
{
    return fabs(large - 2 * small) <= 6;
}

static const char *doubling_problem(const Layout *small, const Layout *large)
{
    if (large->fit != small->fit || large->item_count != small->item_count)
        return "is another page on a dense display";
    if (!is_twice(small->figure_px, large->figure_px) ||
        (small->figure_px > 0 && !is_twice(small->figure_y_px, large->figure_y_px)))
        return "has another figure on a dense display";
    for (int32_t i = 0; i < small->item_count; i++) {
        const Rect a = small->items[i].rect, b = large->items[i].rect;
        const int32_t lines_above = i; /* … which adds up on a page of many */
        if (!is_twice(a.x, b.x) || !is_twice(a.w, b.w) || !is_twice(a.h, b.h) ||
            abs(b.y - 2 * a.y) > 6 + lines_above)
            return small->items[i].run_count > 0 ? small->runs[small->items[i].run].utf8
                                                 : "an item";
    }
    return NULL;
}

/* Laid out once for a window in points, once with twice the pixels. */
static void double_pages(Board *board, const Case *rows, int count, int32_t width,
                         int32_t height)
{
    static Layout small;
    for (int row = 0; row < count; row++) {
        lay_out_at(board, &rows[row], (Scene){ .width_px = width, .height_px = height });
        small = board->layout;
        lay_out_at(
            board, &rows[row],
            (Scene){ .width_px = 2 * width, .height_px = 2 * height, .density = 2 });
        blame(board, rows[row].name, doubling_problem(&small, &board->layout));
    }
}

/* Windows in which type comes out in whole pixels, so that rounding does not tell. */
static void test_twice_the_pixels_are_the_same_page_twice_as_large(void **state)
{
    Board *board = *state;
    board->problems = 0;
    static const int32_t sizes[][2] = { { 480, 360 }, { 640, 480 }, { 1920, 1075 } };
    for (int i = 0; i < 3; i++) {
        double_pages(board, pages, PAGES, sizes[i][0], sizes[i][1]);
        double_pages(board, practice, STATES, sizes[i][0], sizes[i][1]);
    }
    assert_int_equal(board->problems, 0);
}

/* Nothing but the window's size and the density decides; twice both is twice all. */
static void test_metrics_follow_the_density(void **state)
{
    (void)state;
    const Metrics small = metrics_make(1280, 720, 1.0, 0),
                  same = metrics_make(1280, 720, 1.0, 1);
    const Metrics large = metrics_make(2560, 1440, 1.0, 2);
    assert_memory_equal(&small, &same, sizeof small);
    assert_float_equal(large.b_px, 2 * small.b_px, 1e-9);
    assert_int_equal(large.control_px, 88);
    assert_int_equal(large.side_px, 32);
    assert_true(abs(large.word_px - 2 * small.word_px) <= 1);
    assert_true(abs(large.door_px - 2 * small.door_px) <= 1);
    assert_true(abs(large.margin_px - 2 * small.margin_px) <= 1);
}

static void test_tab_reaches_every_control_once_round(void **state)
{
    Board *board = *state;
    for (int row = 0; row < PAGES; row++) {
        lay_out(board, &pages[row], 5, 0);
        const Layout *layout = &board->layout;
        int32_t expected = layout->figure_px > 0, seen = 0;
        for (int32_t i = 0; i < layout->item_count; i++)
            expected += layout->items[i].control != CONTROL_NONE;
        const int32_t first = layout_next_control(layout, CONTROL_NONE, 1);
        int32_t at = first;
        do {
            const int32_t next = layout_next_control(layout, at, 1);
            assert_int_equal(layout_next_control(layout, next, -1), at);
            at = next;
            seen++;
        } while (at != first && seen <= expected);
        assert_int_equal(seen, expected > 0 ? expected : 1);
    }
}

static void test_a_point_finds_the_control_under_it(void **state)
{
    Board *board = *state;
    lay_out(board, &pages[0], 5, 0);
    const Layout *layout = &board->layout;
    const Rect rect = layout_item_of(layout, CONTROL_VALUE + 1)->rect;
    assert_int_equal(layout_control_at(layout, rect.x, rect.y), CONTROL_VALUE + 1);
    assert_int_equal(layout_control_at(layout, rect.x + rect.w - 1, rect.y + rect.h - 1),
                     CONTROL_VALUE + 1);
    assert_int_equal(layout_control_at(layout, rect.x - 1, rect.y), CONTROL_NONE);
    assert_int_equal(layout_control_at(layout, 640, 259), CONTROL_FIGURE);
    assert_int_equal(layout_control_at(layout, 5, 5), CONTROL_NONE);
}

/* Whole, and with room for the frame round it. */
static void test_every_row_of_a_long_list_can_be_scrolled_to(void **state)
{
    Board *board = *state;
    int scrolled = 0;
    for (int scale = 0; scale < SCALES; scale++)
        for (int row = 0; row < PAGES; row++) {
            lay_out(board, &pages[row], 0, scale);
            scrolled += board->layout.fit == FIT_SCROLL;
            const Layout at_rest = board->layout;
            for (int32_t i = 0; i < at_rest.item_count; i++) {
                const int32_t control = at_rest.items[i].control;
                if (control == CONTROL_NONE || !at_rest.items[i].scrolls)
                    continue;
                board->scene.scroll_px = layout_scroll_to(&at_rest, control, 0);
                screen_lay_out(&board->scene, board->text, &board->layout);
                const Rect rect = layout_item_of(&board->layout, control)->rect;
                const Rect view = board->layout.scroll_view;
                if (rect.h + 2 * FRAME_PX > view.h)
                    continue;
                assert_true(rect.y - FRAME_PX >= view.y);
                assert_true(rect.y + rect.h + FRAME_PX <= view.y + view.h);
            }
        }
    assert_true(scrolled > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_page_can_be_read_and_reached),
        cmocka_unit_test(test_every_moment_of_practice_can_be_read),
        cmocka_unit_test(test_the_ring_never_goes_under_0_30),
        cmocka_unit_test(test_nothing_that_stays_moves_during_a_practice),
        cmocka_unit_test(test_the_legend_never_stands_alone_on_one_side),
        cmocka_unit_test(test_the_longest_message_is_as_long_as_one_may_be),
        cmocka_unit_test(test_the_smallest_window_survives_every_screen),
        cmocka_unit_test(test_usual_windows_are_pages),
        cmocka_unit_test(test_the_figure_yields_before_words_scroll),
        cmocka_unit_test(test_twice_the_pixels_are_the_same_page_twice_as_large),
        cmocka_unit_test(test_metrics_follow_the_density),
        cmocka_unit_test(test_tab_reaches_every_control_once_round),
        cmocka_unit_test(test_a_point_finds_the_control_under_it),
        cmocka_unit_test(test_every_row_of_a_long_list_can_be_scrolled_to),
    };
    return cmocka_run_group_tests(tests, open_board, close_board);
}
