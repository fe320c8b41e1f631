/* SPDX-License-Identifier: MIT */
#include "view/layout_field.h"

#include "support/random.h"
#include "view/grapheme.h"
#include "view/text_flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONT LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf"

enum { SIZE_PX = 20, TEXT_MAX = 4000 };

/* Opened once: what it remembers is part of what is tested. */
static Text *face;

static int open_face(void **state)
{
    (void)state;
    face = text_open(FONT, NULL);
    if (face == NULL)
        return 1;
    text_add(face, LEEWAY_ASSETS_DIR "/fonts/NotoSansArabic-Regular.ttf");
    text_add(face, LEEWAY_ASSETS_DIR "/fonts/NotoSansHebrew-Regular.ttf");
    return 0;
}

static int close_face(void **state)
{
    (void)state;
    text_close(face);
    return 0;
}

static void put_line(const TextFlow *flow, int32_t line, char *out)
{
    const TextFlowLine *in = &flow->lines[line];
    sprintf(out, "%.*s%s", (int)(in->end - in->start), flow->utf8 + in->start,
            in->is_cut ? "-" : "");
}

/* The lines with bars between them; "-" where one is cut. */
static void join(const TextFlow *flow, char *out)
{
    *out = '\0';
    for (int32_t i = 0; i < flow->count; i++) {
        strcat(out, i > 0 ? "|" : "");
        put_line(flow, i, out + strlen(out));
    }
}

static void flows(void **state)
{
    static const struct {
        const char *name, *words;
        const char *room; /* what just fits on a line */
        const char *lines;
    } ROWS[] = {
        { "nothing", "", "mmm", "" },
        { "a line", "mm m", "mmmm", "mm m" },
        { "no even lines", "mm mm m", "mm mm", "mm mm|m" },
        { "a newline", "a\nb", "mmm", "a|b" },
        { "one at the end", "a\n", "mmm", "a|" },
        { "empty lines", "\n\na", "mmm", "||a" },
        { "spaces at a break", "mm   mm", "mm", "mm|mm" },
        { "spaces at the end", "mm   ", "mm", "mm" },
        { "spaces alone", "   \n  ", "mm", "|" },
        { "spaces before what has no room", "  mmm", "mmm", "|mmm" },
        { "more of them than have room", "               m", "mm", "|m" },
        { "behind a newline", "m\n               m m", "mm", "m||m|m" },
        { "a long word", "mmmmm", "mm", "mm-|mm-|m" },
        { "behind another", "i mmmmm", "mm", "i|mm-|mm-|m" },
        { "no mark is torn off",
          "me\xCC\x81"
          "e\xCC\x81",
          "me", "me\xCC\x81-|e\xCC\x81" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char found[256];
        join(text_flow(face, ROWS[i].words, (int32_t)strlen(ROWS[i].words), SIZE_PX,
                       text_width_px(face, ROWS[i].room, SIZE_PX)),
             found);
        if (strcmp(found, ROWS[i].lines) != 0)
            fail_msg("%s: \"%s\"", ROWS[i].name, found);
    }
}

static const char *const PIECES[] = {
    "a",          "m ",        "one two ",
    "\n",         "e\xCC\x81", "Ελληνικά ",
    "по-русски ", "mmmmmmm",   "שלום ",
    "(سلام) ",    " ",         "日本",
    "12 ",        "🇩🇪",        "                                        ",
};

static int32_t some_text(Random *random, char *out, int32_t pieces)
{
    *out = '\0';
    for (int32_t i = 0; i < pieces; i++)
        strcat(out,
               PIECES[random_between(random, 0, sizeof PIECES / sizeof *PIECES - 1)]);
    return (int32_t)strlen(out);
}

static bool is_same(const TextFlow *a, const TextFlow *b)
{
    for (int32_t i = 0; i < a->count; i++) {
        const TextFlowLine *one = &a->lines[i], *other = &b->lines[i];
        if (one->start != other->start || one->end != other->end ||
            one->next != other->next || one->width_px != other->width_px ||
            one->is_rtl != other->is_rtl || one->is_cut != other->is_cut)
            return false;
    }
    return a->count == b->count;
}

/* A part of a text gives way to another: its lines are those of the new text, whatever
 * was there before. */
static const char *breaks_as_if_anew(Random *random, int32_t size)
{
    static char text[TEXT_MAX], piece[TEXT_MAX];
    static TextFlow kept;
    const int32_t width_px = (int32_t)random_between(random, 5, 300);
    int32_t length = some_text(random, text, size);
    for (int32_t turn = 0; turn < 20; turn++) {
        kept = *text_flow(face, text, length, SIZE_PX, width_px);
        text_flow(face, "", 0, SIZE_PX + 1, width_px);
        if (!is_same(&kept, text_flow(face, text, length, SIZE_PX, width_px)))
            return random_say(random, "other lines after %d changes", (int)turn);
        int32_t from = (int32_t)random_between(random, 0, length);
        from = grapheme_border(text, length, from);
        int32_t to = from + (int32_t)random_between(random, 0, 20);
        to = grapheme_border(text, length, to < length ? to : length);
        const int32_t added =
            some_text(random, piece, (int32_t)random_between(random, 0, 3));
        memmove(text + from + added, text + to, (size_t)(length - to) + 1);
        memcpy(text + from, piece, (size_t)added);
        length += added - (to - from);
    }
    return NULL;
}

static void keeps_what_did_not_change(void **state)
{
    (void)state;
    random_check(breaks_as_if_anew, 60, 60);
}

static const char *line_problem(Random *random, const TextFlow *flow, int32_t line)
{
    const TextFlowLine *in = &flow->lines[line];
    if (in->start > in->end || in->end > in->next ||
        in->start != (line > 0 ? flow->lines[line - 1].next : 0))
        return random_say(random, "line %d lies elsewhere", (int)line);
    const bool is_letter = grapheme_next(flow->utf8, flow->length, in->start) == in->end;
    if (in->width_px > flow->width_px && !is_letter)
        return random_say(random, "line %d is %d px wide, not %d", (int)line,
                          (int)in->width_px, (int)flow->width_px);
    return NULL;
}

/* Every byte is on a line, and a point where a caret stands leads to that place again. */
static const char *finds_every_place(Random *random, int32_t size)
{
    static char text[TEXT_MAX];
    const int32_t length = some_text(random, text, size);
    const TextFlow *flow =
        text_flow(face, text, length, SIZE_PX, (int32_t)random_between(random, 20, 400));
    for (int32_t line = 0; line < flow->count; line++)
        if (line_problem(random, flow, line) != NULL)
            return random->text;
    if (flow->lines[flow->count - 1].next != length)
        return random_say(random, "the last line ends too early");
    for (int32_t at = 0; at <= length; at = grapheme_next(text, length, at)) {
        const int32_t line = text_flow_line(flow, at, false);
        const int32_t x = text_flow_x(face, flow, line, at);
        const int32_t found = text_flow_at(face, flow, line, x);
        if (text_flow_x(face, flow, line, found) != x)
            return random_say(random, "%d of line %d stands at %d, where %d is", (int)at,
                              (int)line, (int)x, (int)found);
        if (at == length)
            break;
    }
    return NULL;
}

static void leads_to_every_place(void **state)
{
    (void)state;
    random_check(finds_every_place, 60, 40);
}

/* --- the field --- */

static const double SCALES[] = { 1.0, 1.5, 2.0, 2.5 };
static const struct {
    int32_t w, h;
} WINDOWS[] = {
    { 480, 360 }, { 360, 640 }, { 1280, 720 }, { 1920, 1080 }, { 2560, 1440 }
};

static void lay_out(Layout *layout, const Scene *scene)
{
    layout_begin(layout, scene);
    const Metrics *metrics = &layout->metrics;
    layout_band(layout, 0.5, 0.25);
    layout_field(layout, face, &scene->field, (int32_t)(42 * metrics->bz_px),
                 (int32_t)(0.33 * scene->height_px));
    layout_place(layout, (FigureWish){ 0 }, 0);
}

static bool is_within(Rect in, Rect out)
{
    return in.x >= out.x && in.y >= out.y && in.x + in.w <= out.x + out.w &&
           in.y + in.h <= out.y + out.h;
}

/* Letters and marks stay in the field, the field in the window; the caret is seen. */
static const char *field_problem(Random *random, const Layout *layout)
{
    const LayoutField *field = &layout->field;
    const Item *item = &layout->items[field->item];
    const Rect inside = { 0, 0, item->rect.w, item->rect.h };
    bool has_caret = false;
    if (!is_within(item->rect, (Rect){ 0, 0, layout->width_px, layout->height_px }))
        return random_say(random, "the field leaves the window");
    for (int32_t i = 0; i < item->run_count; i++) {
        const Run *run = &layout->runs[item->run + i];
        const Rect line = { run->x, run->baseline - run->size_px * 3 / 4, run->width_px,
                            run->size_px };
        if (!is_within(line, item->rect))
            return random_say(random, "\"%.*s\" leaves the field", (int)run->length,
                              run->utf8);
    }
    for (int32_t i = 0; i < field->mark_count; i++) {
        has_caret |= field->marks[i].kind == MARK_CARET;
        if (!is_within(field->marks[i].rect, inside))
            return random_say(random, "a mark leaves the field at %d,%d",
                              (int)field->marks[i].rect.x, (int)field->marks[i].rect.y);
    }
    return has_caret ? NULL : random_say(random, "the caret is not seen");
}

static int32_t some_border(Random *random, const char *text, int32_t length)
{
    return grapheme_border(text, length, (int32_t)random_between(random, 0, length));
}

static Scene some_scene(Random *random, const char *text, int32_t length)
{
    const int64_t window =
        random_between(random, 0, sizeof WINDOWS / sizeof *WINDOWS - 1);
    const int32_t a = some_border(random, text, length);
    const int32_t b = some_border(random, text, length);
    return (Scene){ .width_px = WINDOWS[window].w,
                    .height_px = WINDOWS[window].h,
                    .text_scale = SCALES[random_between(random, 0, 3)],
                    .field = { .text = text,
                               .length = length,
                               .caret = a,
                               .selected = a < b ? a : b,
                               .selected_end = a < b ? b : a,
                               .is_followed = true,
                               .first = (int32_t)random_between(random, 0, 50) } };
}

static const char *keeps_all_inside(Random *random, int32_t size)
{
    static char text[TEXT_MAX];
    static Layout layout;
    const int32_t length =
        some_text(random, text, (int32_t)random_between(random, 0, size));
    const Scene scene = some_scene(random, text, length);
    lay_out(&layout, &scene);
    return field_problem(random, &layout);
}

static void keeps_letters_and_marks_inside(void **state)
{
    (void)state;
    random_check(keeps_all_inside, 150, 200);
}

static bool is_same_rect(Rect a, Rect b)
{
    return a.x == b.x && a.y == b.y;
}

/* The middle of where a caret stands is under itself. */
static const char *finds_the_caret(Random *random, int32_t size)
{
    static char text[TEXT_MAX];
    static Layout layout;
    const int32_t length = some_text(random, text, size);
    const Scene scene = some_scene(random, text, length);
    lay_out(&layout, &scene);
    const FieldSpot spot = { scene.field.caret, false };
    const Rect caret = layout_field_caret(&layout, face, spot);
    const FieldSpot found =
        layout_field_under(&layout, face, caret.x, caret.y + caret.h / 2);
    if (!is_same_rect(layout_field_caret(&layout, face, found), caret))
        return random_say(random, "%d at %d,%d leads to %d", (int)spot.at, (int)caret.x,
                          (int)caret.y, (int)found.at);
    const FieldSpot below = layout_field_beside(&layout, face, spot, 1, caret.x);
    const Rect there = layout_field_caret(&layout, face, below);
    const bool is_last = there.y == caret.y && below.at == length;
    return is_last || there.y == caret.y + layout.field.line_px
               ? NULL
               : random_say(random, "below %d is %d", (int)spot.at, (int)below.at);
}

static void finds_what_is_under_a_point(void **state)
{
    (void)state;
    random_check(finds_the_caret, 100, 60);
}

static void knows_the_ends_of_a_line(void **state)
{
    (void)state;
    static Layout layout;
    const char *text = "first line\nmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm";
    const Scene scene = { .width_px = 480,
                          .height_px = 640,
                          .text_scale = 1,
                          .field = { .text = text, .length = (int32_t)strlen(text) } };
    lay_out(&layout, &scene);
    FieldSpot spot = { 3, false };
    assert_int_equal(layout_field_line_start(&layout, face, spot).at, 0);
    assert_int_equal(layout_field_line_end(&layout, face, spot).at, 10);
    /* The end of a line that is cut is the beginning of the next one, but for the eye. */
    spot = layout_field_line_end(&layout, face, (FieldSpot){ 12, false });
    assert_true(spot.is_line_end);
    assert_int_equal(layout_field_line_start(&layout, face, spot).at, 11);
    const Rect end = layout_field_caret(&layout, face, spot);
    const Rect begin = layout_field_caret(&layout, face, (FieldSpot){ spot.at, false });
    assert_true(end.x > begin.x && end.y < begin.y);
}

/* Spaces at the end of a paragraph are a part of its line; where a line wraps, or where
 * nothing else has room on it, the place behind them is on the next. */
static void ends_a_line_behind_its_spaces(void **state)
{
    static const struct {
        const char *name, *words;
        int32_t from, end;
    } ROWS[] = {
        { "the last line", "Hi Ben, ", 0, 8 },
        { "another one", "Hi Ben,  \nmm", 3, 9 },
        { "spaces alone", "   \nmm", 0, 3 },
        { "a line that wraps", "mmmmmmmmmmmmmmmmmmmm   mmmmmmmmmmmmmmmmmmmm", 1, 20 },
        { "a word that has no room behind spaces",
          "   mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm", 1, 2 },
    };
    (void)state;
    static Layout layout;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const Scene scene = { .width_px = 480,
                              .height_px = 640,
                              .text_scale = 1,
                              .field = { .text = ROWS[i].words,
                                         .length = (int32_t)strlen(ROWS[i].words) } };
        lay_out(&layout, &scene);
        const FieldSpot from = { ROWS[i].from, false };
        const FieldSpot end = layout_field_line_end(&layout, face, from);
        if (end.at != ROWS[i].end || end.is_line_end)
            fail_msg("%s ends at %d", ROWS[i].name, (int)end.at);
    }
}

/* Above and below the field a line further is meant, in its own air none that is hidden.
 */
static void takes_no_hidden_line_in_its_air(void **state)
{
    (void)state;
    static Layout layout;
    const Scene scene = {
        .width_px = 480,
        .height_px = 360,
        .text_scale = 1,
        .field = { .text = "1\n2\n3\n4\n5\n6\n7\n8\n9", .length = 17, .first = 2 }
    };
    lay_out(&layout, &scene);
    const LayoutField *field = &layout.field;
    const Rect rect = layout.items[field->item].rect;
    const int32_t last = field->first + field->rooms - 1, below = rect.y + rect.h;
    assert_int_equal(layout_field_under(&layout, face, rect.x, rect.y).at, 2 * 2);
    assert_int_equal(layout_field_under(&layout, face, rect.x, rect.y - 1).at, 2 * 1);
    assert_int_equal(layout_field_under(&layout, face, rect.x, below - 1).at, 2 * last);
    assert_int_equal(layout_field_under(&layout, face, rect.x, below).at, 2 * (last + 1));
}

static void scrolls_no_further_than_the_text(void **state)
{
    (void)state;
    static Layout layout;
    Scene scene = { .width_px = 480,
                    .height_px = 360,
                    .text_scale = 1,
                    .field = { .text = "1\n2\n3\n4\n5\n6\n7\n8\n9", .length = 17 } };
    scene.field.first = 100;
    lay_out(&layout, &scene);
    assert_int_equal(layout.field.lines, 9);
    assert_int_equal(layout.field.first, 9 - layout.field.rooms);
    scene.field.is_followed = true;
    lay_out(&layout, &scene);
    assert_int_equal(layout.field.first, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flows),
        cmocka_unit_test(keeps_what_did_not_change),
        cmocka_unit_test(leads_to_every_place),
        cmocka_unit_test(keeps_letters_and_marks_inside),
        cmocka_unit_test(finds_what_is_under_a_point),
        cmocka_unit_test(knows_the_ends_of_a_line),
        cmocka_unit_test(ends_a_line_behind_its_spaces),
        cmocka_unit_test(takes_no_hidden_line_in_its_air),
        cmocka_unit_test(scrolls_no_further_than_the_text),
    };
    return cmocka_run_group_tests(tests, open_face, close_face);
}
