/* SPDX-License-Identifier: MIT */
#include "view/grapheme.h"
#include "view/text.h"
#include "view/text_pieces.h"
#include "view/text_place.h"
#include "view/text_render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONT LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf"
#define ARABIC_FONT LEEWAY_ASSETS_DIR "/fonts/NotoSansArabic-Regular.ttf"
#define HEBREW_FONT LEEWAY_ASSETS_DIR "/fonts/NotoSansHebrew-Regular.ttf"
#define EASY_FONT LEEWAY_ASSETS_DIR "/fonts/Andika-Regular.ttf"
#define NBSP "\xC2\xA0"

enum { SIZE_PX = 20, PAGE_W = 900, PAGE_H = 160, BASELINE = 100 };

static int open_face(void **state)
{
    Error error = { "" };
    *state = text_open(FONT, &error);
    if (*state == NULL)
        print_error("%s\n", error.text);
    return *state == NULL;
}

static int open_easy_face(void **state)
{
    *state = text_open(EASY_FONT, NULL);
    return *state == NULL;
}

static int open_faces(void **state)
{
    if (open_face(state) != 0)
        return 1;
    text_add(*state, ARABIC_FONT);
    text_add(*state, HEBREW_FONT);
    return 0;
}

static int close_face(void **state)
{
    text_close(*state);
    return 0;
}

/* A black page with one white line on it. */
typedef struct Page {
    uint32_t pixels[PAGE_W * PAGE_H];
} Page;

static void draw_at(Text *text, Page *page, const char *words, int32_t size_px, int32_t x)
{
    memset(page, 0, sizeof *page);
    Raster raster = { page->pixels, PAGE_W, PAGE_H, PAGE_W, { 0, 0, PAGE_W, PAGE_H } };
    const TextSpan line = { .utf8 = words,
                            .length = (int32_t)strlen(words),
                            .size_px = size_px };
    text_draw(text, &raster, &line, x, BASELINE, (TextInk){ 0xFFFFFF, 1 });
}

static bool is_row_inked(const Page *page, int32_t y)
{
    for (int32_t x = 0; x < PAGE_W; x++) {
        if (page->pixels[y * PAGE_W + x] != 0)
            return true;
    }
    return false;
}

static bool is_column_inked(const Page *page, int32_t x)
{
    for (int32_t y = 0; y < PAGE_H; y++) {
        if (page->pixels[y * PAGE_W + x] != 0)
            return true;
    }
    return false;
}

/* The smallest rectangle around the ink. */
static Rect ink(const Page *page)
{
    int32_t left = 0, right = PAGE_W, top = 0, bottom = PAGE_H;
    while (left < right && !is_column_inked(page, left))
        left++;
    while (right > left && !is_column_inked(page, right - 1))
        right--;
    while (top < bottom && !is_row_inked(page, top))
        top++;
    while (bottom > top && !is_row_inked(page, bottom - 1))
        bottom--;
    return (Rect){ left, top, right - left, bottom - top };
}

static void tells_characters_apart(void **state)
{
    (void)state;
    static const struct {
        const char *name, *bytes;
        int32_t length, used;
        uint32_t character;
    } ROWS[] = {
        { "a letter", "ab", 2, 1, 'a' },
        { "two bytes", "\xC3\xA9x", 3, 2, 0xE9 },
        { "three bytes", "\xE2\x86\x92", 3, 3, 0x2192 },
        { "four bytes", "\xF0\x9F\x99\x82", 4, 4, 0x1F642 },
        { "a cut character", "\xE2\x86", 2, 1, TEXT_BAD },
        { "a lone continuation", "\x80", 1, 1, TEXT_BAD },
        { "a wrong continuation", "\xC3(", 2, 1, TEXT_BAD },
        { "too long a form", "\xC0\xAF", 2, 1, TEXT_BAD },
        { "half of a pair", "\xED\xA0\x80", 3, 1, TEXT_BAD },
        { "beyond the last", "\xF4\x90\x80\x80", 4, 1, TEXT_BAD },
        { "no first byte at all", "\xFF", 1, 1, TEXT_BAD },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        uint32_t character;
        const int32_t used = text_character(ROWS[i].bytes, ROWS[i].length, &character);
        if (used != ROWS[i].used || character != ROWS[i].character)
            fail_msg("%s: %d bytes, U+%04X", ROWS[i].name, (int)used,
                     (unsigned)character);
    }
}

static void says_which_font_is_missing(void **state)
{
    (void)state;
    Error error = { "" };
    assert_null(text_open("/nowhere/Face.otf", &error));
    assert_non_null(strstr(error.text, "/nowhere/Face.otf"));
    text_close(NULL);
}

static void grows_with_the_size(void **state)
{
    Text *text = *state;
    for (int32_t size = 17; size <= 70; size++) {
        assert_true(text_height_px(text, size) >= text_height_px(text, size - 1));
        assert_true(text_ascent_px(text, size) >= size * 9 / 10);
        assert_true(text_ascent_px(text, size) < text_height_px(text, size));
        assert_true(text_width_px(text, "Space begins.", size) >
                    text_width_px(text, "Space begins.", size - 1));
    }
}

/* Nothing is clipped: what is measured is where the ink is. */
static void keeps_its_ink_where_it_measured(void **state)
{
    static const char *const WORDS[] = {
        "jÅgÉ", "Space begins. Esc closes.", "↑ ↓ → ←", "“fjord”", "_", "A·B…", "(|)Çģ"
    };
    Text *text = *state;
    Page *page = malloc(sizeof *page);
    for (int32_t size = 16; size <= 70; size++) {
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
            draw_at(text, page, WORDS[i], size, 30);
            const Rect found = ink(page);
            const int32_t width = text_width_px(text, WORDS[i], size);
            const int32_t top = BASELINE - text_ascent_px(text, size);
            assert_true(found.x >= 30 && found.x + found.w <= 30 + width);
            assert_true(found.w > 0 && found.w >= width - size / 4 - 2);
            assert_true(found.y >= top);
            assert_true(found.y + found.h <= top + text_height_px(text, size));
        }
    }
    free(page);
}

static void stands_on_its_baseline(void **state)
{
    Text *text = *state;
    Page *page = malloc(sizeof *page);
    for (int32_t size = 16; size <= 70; size++) {
        draw_at(text, page, "H", size, 30);
        const Rect plain = ink(page);
        assert_int_equal(plain.y + plain.h, BASELINE);
        draw_at(text, page, "Ǻ", size, 30); /* higher than the ascent */
        const Rect high = ink(page);
        /* Its marks may move its feet when it is fitted to the pixels. */
        assert_in_range(high.y + high.h, BASELINE, BASELINE + 1);
        assert_true(high.y < plain.y);
    }
    free(page);
}

static void draws_no_empty_boxes(void **state)
{
    static const struct {
        const char *name, *words, *same;
    } ROWS[] = {
        { "a character of another script", "a一b", "a?b" },
        { "what is no UTF-8", "a\xFF\xC3", "a??" },
        { "a replacement character", "\xEF\xBF\xBD", "?" },
        { "a small picture", "well 🙂", "well •" },
        { "a picture with its variant", "\xE2\x9C\x88\xEF\xB8\x8F!", "•!" },
        { "controls", "a\x01\tb\nc", "a  b c" },
        { "a wide space", "a\xE3\x80\x80z", "a z" },
    };
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        draw_at(text, &page[0], ROWS[i].words, 30, 10);
        draw_at(text, &page[1], ROWS[i].same, 30, 10);
        if (memcmp(&page[0], &page[1], sizeof *page) != 0)
            fail_msg("%s is not drawn as \"%s\"", ROWS[i].name, ROWS[i].same);
    }
    free(page);
}

static void has_the_signs_of_the_keys(void **state)
{
    static const char *const SIGNS[] = { "↑", "↓", "→", "←", "·", "…", "‹", "›" };
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    draw_at(text, &page[1], "?", 30, 10);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        draw_at(text, &page[0], SIGNS[i], 30, 10);
        assert_false(rect_is_empty(ink(&page[0])));
        assert_memory_not_equal(&page[0], &page[1], sizeof *page);
    }
    free(page);
}

static void forgets_and_draws_the_same_again(void **state)
{
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    draw_at(text, &page[0], "Nothing has to be decided now.", 30, 7);
    for (int32_t i = 0; i < 300; i++) {
        char words[32];
        snprintf(words, sizeof words, "line %d", (int)i);
        draw_at(text, &page[1], words, 16 + i % 40, 0);
    }
    draw_at(text, &page[1], "Nothing has to be decided now.", 30, 7);
    assert_memory_equal(&page[0], &page[1], sizeof *page);
    draw_at(text, &page[1], "Nothing has to be decided now.", 30, 7);
    assert_memory_equal(&page[0], &page[1], sizeof *page);
    free(page);
}

/* Nothing that was measured or drawn before is taken for the other face. */
static void changes_the_face(void **state)
{
    static const char WORDS[] = "Illness, 1 in 10";
    Text *text = *state, *other = text_open(EASY_FONT, NULL);
    Page *page = malloc(3 * sizeof *page);
    TextLine lines[TEXT_LINES_MAX], wished[TEXT_LINES_MAX];
    const int32_t usual_px = text_width_px(text, WORDS, 30);
    draw_at(text, &page[0], WORDS, 30, 7);
    text_wrap(text, WORDS, 30, 150, lines);

    assert_true(text_use(text, EASY_FONT, NULL));
    draw_at(text, &page[1], WORDS, 30, 7);
    draw_at(other, &page[2], WORDS, 30, 7);
    assert_memory_equal(&page[1], &page[2], sizeof *page);
    assert_int_equal(text_width_px(text, WORDS, 30), text_width_px(other, WORDS, 30));
    assert_int_equal(text_height_px(text, 30), text_height_px(other, 30));
    assert_int_equal(text_wrap(text, WORDS, 30, 150, lines),
                     text_wrap(other, WORDS, 30, 150, wished));
    assert_memory_equal(lines, wished, sizeof lines[0]);

    assert_true(text_use(text, FONT, NULL));
    assert_memory_not_equal(&page[0], &page[1], sizeof *page);
    draw_at(text, &page[1], WORDS, 30, 7);
    assert_memory_equal(&page[0], &page[1], sizeof *page);
    assert_int_equal(text_width_px(text, WORDS, 30), usual_px);
    free(page);
    text_close(other);
}

/* Whatever was measured before, and however much of it was forgotten since. */
static void measures_the_same_again(void **state)
{
    enum { WORDS = 2000, TURNS = 3 };
    Text *text = *state;
    static int32_t width_px[WORDS];
    for (int turn = 0; turn < TURNS; turn++)
        for (int n = 0; n < WORDS; n++) {
            const int i = turn % 2 == 0 ? n : WORDS - 1 - n;
            char words[96];
            snprintf(words, sizeof words, "%0*d il", 1 + i % 80, i);
            const int32_t now_px = text_width_px(text, words, 16 + i % 3);
            if (turn > 0 && now_px != width_px[i])
                fail_msg("\"%s\" measures %d, and before %d", words, (int)now_px,
                         (int)width_px[i]);
            width_px[i] = now_px;
        }
}

static void keeps_its_face_when_another_is_missing(void **state)
{
    Text *text = *state;
    Error error = { "" };
    const int32_t width_px = text_width_px(text, "Il1", 30);
    assert_false(text_use(text, "/nowhere/Face.otf", &error));
    assert_non_null(strstr(error.text, "/nowhere/Face.otf"));
    assert_int_equal(text_width_px(text, "Il1", 30), width_px);
}

static void survives_long_lines(void **state)
{
    static const struct {
        const char *name, *part;
    } ROWS[] = {
        { "letters", "m" },     { "words", "ab " }, { "three bytes each", "→" },
        { "no UTF-8", "\x80" }, { "spaces", " " },
    };
    Text *text = *state;
    Page *page = malloc(sizeof *page);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char words[20001] = "";
        const size_t length = strlen(ROWS[i].part);
        for (size_t at = 0; at < 5000; at++)
            memcpy(words + at * length, ROWS[i].part, length);
        draw_at(text, page, words, 16, -300);
        const int32_t width = text_width_px(text, words, 16);
        if (width < 5000 * text_width_px(text, ROWS[i].part, 16) * 8 / 10)
            fail_msg("5000 %s measure only %d px", ROWS[i].name, (int)width);
        draw_at(text, page, words, 16, 500 - width);
        const Rect end = ink(page);
        if (end.w > 0 && (end.x + end.w > 500 || end.x + end.w < 480))
            fail_msg("5000 %s end at %d px, not 500", ROWS[i].name, (int)(end.x + end.w));
    }
    draw_at(text, page, "", 16, 0);
    assert_true(rect_is_empty(ink(page)));
    assert_int_equal(text_width_px(text, "", 16), 0);
    free(page);
}

/* Wherever the pieces of a long line meet, no character is torn. */
static void keeps_characters_whole_in_long_lines(void **state)
{
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    draw_at(text, &page[1], "→", 16, 100);
    for (int spaces = 1000; spaces < 1100; spaces++) {
        char words[1200];
        const int length = sprintf(words, "%*s", spaces, "");
        const int32_t x = 100 - text_span_px(text, words, length, 16);
        strcpy(words + length, "→");
        draw_at(text, &page[0], words, 16, x);
        /* The space before may round to the pixel beside. */
        assert_in_range(ink(&page[0]).x, ink(&page[1]).x - 1, ink(&page[1]).x + 1);
        assert_int_equal(ink(&page[0]).h, ink(&page[1]).h);
        assert_in_range(ink(&page[0]).w, ink(&page[1]).w - 1, ink(&page[1]).w + 1);
    }
    free(page);
}

/* The lines with bars between them. */
static void join(const char *words, const TextLine *lines, int32_t count, char *out)
{
    *out = '\0';
    for (int32_t i = 0; i < count; i++)
        out += sprintf(out, "%s%.*s", i > 0 ? "|" : "", (int)lines[i].length,
                       words + lines[i].start);
}

static void wraps(void **state)
{
    static const struct {
        const char *name, *words;
        const char *room; /* what just fits on a line */
        int32_t more_px;  /* and this */
        const char *lines;
    } ROWS[] = {
        { "fits exactly", "Before reaching out", "Before reaching out", 0,
          "Before reaching out" },
        { "a pixel less", "Before reaching out", "Before reaching out", -1,
          "Before|reaching out" },
        { "even lines", "mmmm mmmm mmmm m", "mmmm mmmm mmmm", 0, "mmmm mmmm|mmmm m" },
        { "a sentence's short first word", "mm. A mmm", "A mmm", 0, "mm.|A mmm" },
        { "where it has room", "mm. A mmm", "mm. A", 0, "mm. A|mmm" },
        { "even costs no line", "mmm mmm m mmm mmm", "mmm mmm m", 0,
          "mmm mmm m|mmm mmm" },
        { "a no-break space", "4" NBSP "in, 6" NBSP "out", "6" NBSP "out", 0,
          "4" NBSP "in,|6" NBSP "out" },
        { "too wide at letters", "mmmmmm", "mmm", 0, "mmm|mmm" },
        { "a path behind a stroke", "/mm/mmm", "/mm/m", 0, "/mm/|mmm" },
        { "not behind the first", "/mmmmm", "/mmm", 0, "/mmm|mm" },
        { "nor in a name that has room", "/mmm/mm", "/mmm/", 0, "/mmm/|mm" },
        { "too wide between others", "i mmmmmm i", "mmm", 0, "i|mmm|mmm|i" },
        { "room behind a cut word", "mmmmi i", "mmm", 0, "mmm|mi i" },
        { "cut between characters", "ŵŵŵŵ", "ŵŵ", 0, "ŵŵ|ŵŵ" },
        { "cut in bad bytes", "\x80\x80\x80", "?", 0, "\x80|\x80|\x80" },
        { "narrower than a letter", "abc", "", 1, "a|b|c" },
        { "no room at all", "ab c", "", 0, "a|b|c" },
        { "spaces at the ends", "  a  b  ", "a  b", 0, "a  b" },
        { "spaces at a break", "mmm   mmm", "mmm", 0, "mmm|mmm" },
        { "a newline", "a\nb", "mmmm", 0, "a|b" },
        { "an empty line", "a\n\nb", "mmmm", 0, "a||b" },
        { "a last newline", "a\n", "mmmm", 0, "a" },
        { "a newline after a space", "a \r\n b", "mmmm", 0, "a|b" },
    };
    Text *text = *state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const int32_t width =
            text_width_px(text, ROWS[i].room, SIZE_PX) + ROWS[i].more_px;
        TextLine lines[TEXT_LINES_MAX];
        char found[256];
        for (int again = 0; again < 2; again++) {
            join(ROWS[i].words, lines,
                 text_wrap(text, ROWS[i].words, SIZE_PX, width, lines), found);
            if (strcmp(found, ROWS[i].lines) != 0)
                fail_msg("%s: \"%s\" instead of \"%s\"", ROWS[i].name, found,
                         ROWS[i].lines);
        }
    }
}

static void counts_empty_lines(void **state)
{
    static const struct {
        const char *words;
        int32_t count;
    } ROWS[] = { { "", 0 }, { "   ", 0 }, { "\n", 1 }, { " \n ", 1 }, { "\n\n\n", 3 } };
    TextLine lines[TEXT_LINES_MAX];
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_int_equal(text_wrap(*state, ROWS[i].words, SIZE_PX, 100, lines),
                         ROWS[i].count);
}

static uint32_t any(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static bool is_one_character(const char *words, const TextLine *line)
{
    uint32_t ignored;
    return line->length == text_character(words, line->length, &ignored);
}

/* Every line fits, is measured as it is drawn, and nothing but space is left out. */
static void check_lines(Text *text, const char *words, int32_t size_px, int32_t width_px)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, words, size_px, width_px, lines);
    int32_t at = 0;
    assert_in_range(count, 0, TEXT_LINES_MAX);
    for (int32_t i = 0; i < count; i++) {
        const char *start = words + lines[i].start;
        assert_true(lines[i].start >= at);
        for (; at < lines[i].start; at++)
            assert_non_null(strchr(" \n", words[at]));
        assert_int_equal(lines[i].width_px,
                         text_span_px(text, start, lines[i].length, size_px));
        assert_true(lines[i].width_px <= width_px || is_one_character(start, &lines[i]));
        at += lines[i].length;
        assert_true(lines[i].length == 0 || (*start != ' ' && words[at - 1] != ' '));
    }
    assert_true(count == TEXT_LINES_MAX || words[at + strspn(words + at, " \n")] == '\0');
}

static void wraps_anything(void **state)
{
    static const char ALPHABET[] = "aaeiomwjT.,  \xC3\xA9\x80\n    iiii";
    uint32_t seed = 7;
    for (int i = 0; i < 200; i++) {
        char words[181];
        const uint32_t length = any(&seed) % 180;
        for (uint32_t at = 0; at < length; at++)
            words[at] = ALPHABET[any(&seed) % (sizeof ALPHABET - 1)];
        words[length] = '\0';
        check_lines(*state, words, 16 + (int32_t)(any(&seed) % 3) * 13,
                    (int32_t)(any(&seed) % 500));
    }
}

/* Many small words add up to less than the line they make: evening must not believe it.
 */
static void evens_out_within_the_width(void **state)
{
    for (int count = 4; count < 40; count++) {
        char words[400] = "";
        for (int i = 0; i < count; i++)
            strcat(words, i > 0 ? " i" : "i");
        const int32_t width = text_width_px(*state, words, SIZE_PX) - 1;
        strcat(words, " i");
        char *end = words + strlen(words);
        for (int m = 1; m < 40; m++) {
            memset(end - 1, 'm', (size_t)m);
            end[m - 1] = '\0';
            check_lines(*state, words, SIZE_PX, width);
        }
    }
}

static void wraps_5000_characters(void **state)
{
    char words[5001];
    memset(words, 'm', 5000);
    words[5000] = '\0';
    check_lines(*state, words, 16, 400);
    for (int i = 3; i < 5000; i += 7)
        words[i] = ' ';
    check_lines(*state, words, 16, 400);
    memset(words, '\xE2', 5000);
    check_lines(*state, words, 70, 30);
}

/* --- letters of other scripts --- */

static int32_t letters_px(Text *text, const char *words)
{
    int32_t sum = 0;
    for (int32_t at = 0, bytes; words[at] != '\0'; at += bytes) {
        uint32_t ignored;
        bytes = text_character(words + at, (int32_t)strlen(words + at), &ignored);
        sum += text_span_px(text, words + at, bytes, 30);
    }
    return sum;
}

static void joins_arabic_letters(void **state)
{
    Text *text = *state;
    assert_true(text_width_px(text, "سلام", 30) < letters_px(text, "سلام") * 9 / 10);
    assert_in_range(text_width_px(text, "שלום", 30), letters_px(text, "שלום") - 4,
                    letters_px(text, "שלום") + 4);
}

static int32_t ink_part(const Page *page, Rect found, int32_t from, int32_t to)
{
    int32_t count = 0;
    for (int32_t y = 0; y < PAGE_H; y++)
        for (int32_t x = found.x + found.w * from / 4; x < found.x + found.w * to / 4;
             x++)
            count += page->pixels[y * PAGE_W + x] != 0;
    return count;
}

/* What is written first is seen on the right. */
static void draws_from_right_to_left(void **state)
{
    static const struct {
        const char *name, *words;
        bool is_heavy_right;
    } ROWS[] = {
        { "Latin letters", "ШШii", false },
        { "Hebrew ones", "שש\xD7\x99\xD7\x99", true },
        { "Arabic ones", "سسا ا", true },
    };
    Text *text = *state;
    Page *page = malloc(sizeof *page);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        draw_at(text, page, ROWS[i].words, 40, 10);
        const Rect found = ink(page);
        const bool is_heavy_right =
            ink_part(page, found, 2, 4) > ink_part(page, found, 0, 2);
        if (is_heavy_right != ROWS[i].is_heavy_right)
            fail_msg("%s run the other way", ROWS[i].name);
    }
    free(page);
}

/* What no face has shows as a sign; whatever another face has shows as itself. */
static void has_letters_of_other_faces(void **state)
{
    static const char *const LETTERS[] = { "א", "ש", "ע", "ب", "س", "ع", "پ", "،", "؟" };
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    draw_at(text, &page[1], "?", 30, 10);
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        draw_at(text, &page[0], LETTERS[i], 30, 10);
        assert_false(rect_is_empty(ink(&page[0])));
        if (memcmp(&page[0], &page[1], sizeof *page) == 0)
            fail_msg("%s is drawn as \"?\"", LETTERS[i]);
    }
    draw_at(text, &page[0], "一", 30, 10);
    assert_memory_equal(&page[0], &page[1], sizeof *page);
    free(page);
}

/* Other faces change nothing about the lines that do without them. */
static void leaves_plain_lines_as_they_were(void **state)
{
    static const char *const WORDS[] = { "Space begins. Esc closes.", "Μία γραμμή",
                                         "Одной строки", "a\xFF→ 🙂", "Ǻ ŵ …" };
    Text *text = *state, *other = text_open(FONT, NULL);
    Page *page = malloc(2 * sizeof *page);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        draw_at(text, &page[0], WORDS[i], 30, 10);
        draw_at(other, &page[1], WORDS[i], 30, 10);
        assert_memory_equal(&page[0], &page[1], sizeof *page);
    }
    free(page);
    text_close(other);
}

/* However much of it: what the system has not is not asked for with every picture. */
static void asks_for_a_letter_once(void **state)
{
    enum { LETTERS = 80 }; /* of the last plane: nobody has them */
    Text *text = *state;
    const Faces *faces = text_own_faces(text);
    text_ask_system(text);
    for (int turn = 0; turn < 2; turn++)
        for (int i = 0; i < LETTERS; i++) {
            const char letter[] = { '\xF4', '\x8F', (char)(0x80 + i / 64),
                                    (char)(0x80 + i % 64), '\0' };
            text_width_px(text, letter, 16 + turn);
        }
    assert_int_equal(faces->lacked_count, LETTERS);
}

/* Where carets stand, from the left: "3 2 1 0" for three letters from right to left. */
static void order_of(Text *text, const char *words, char *out)
{
    struct {
        int32_t at, x;
    } places[64];
    const TextSpan line = { .utf8 = words,
                            .length = (int32_t)strlen(words),
                            .size_px = 30 };
    int32_t count = 0;
    for (int32_t at = 0;; at = grapheme_next(words, line.length, at)) {
        int32_t i = count;
        const int32_t x = text_place_px(text, &line, at);
        for (; i > 0 && places[i - 1].x > x; i--)
            places[i] = places[i - 1];
        places[i].at = count++;
        places[i].x = x;
        if (at == line.length)
            break;
    }
    *out = '\0';
    for (int32_t i = 0; i < count; i++)
        out += sprintf(out, "%s%d", i > 0 ? " " : "", (int)places[i].at);
}

static void stands_where_letters_are(void **state)
{
    static const struct {
        const char *name, *words, *order;
    } ROWS[] = {
        { "Latin", "abc", "0 1 2 3" },
        { "Hebrew", "אבג", "3 2 1 0" },
        { "Arabic, joined", "سلم", "3 2 1 0" },
        { "a letter and its points", "שָׁב", "2 1 0" },
        { "Hebrew in a line", "a אב b", "0 1 2 4 3 5 6" },
        { "its end is behind what was last", "a אב", "0 1 2 4 3" },
        { "Latin in a Hebrew line", "א ab ב", "6 5 3 2 4 1 0" },
        { "numbers in one", "א 12 ב", "6 5 3 2 4 1 0" },
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char order[256];
        order_of(*state, ROWS[i].words, order);
        if (strcmp(order, ROWS[i].order) != 0)
            fail_msg("%s: %s", ROWS[i].name, order);
    }
}

/* The stretches of what is selected, in letters from the left. */
static void covers_what_is_seen(void **state)
{
    Text *text = *state;
    static const char WORDS[] = "ab אבג cd";
    const TextSpan line = { .utf8 = WORDS, .length = sizeof WORDS - 1, .size_px = 30 };
    TextStretch found[TEXT_STRETCHES_MAX];
    assert_int_equal(text_stretches(text, &line, 0, line.length, found), 1);
    assert_int_equal(found[0].x, 0);
    assert_int_equal(found[0].width_px, text_line_px(text, &line));
    /* From within the Latin letters to the first of the Hebrew ones: two stretches. */
    assert_int_equal(text_stretches(text, &line, 1, 5, found), 2);
    assert_int_equal(found[0].x, text_place_px(text, &line, 1));
    assert_true(found[1].x > found[0].x + found[0].width_px);
    assert_int_equal(text_stretches(text, &line, 4, 4, found), 0);
}

/* Signs of the usual face run from right to left there, and only there. */
static void leaves_no_face_turned_round(void **state)
{
    enum { PX = 31 };
    static const char *const TURNED[] = { "שלום (או 10), ok?", "(سلام) 10%", "ab שלום!" };
    Text *text = *state, *other = text_open(FONT, NULL);
    Page *page = malloc(2 * sizeof *page);
    TextStretch found[TEXT_STRETCHES_MAX];
    char words[] = "Plain, (1) and 2.";
    for (size_t i = 0; i < sizeof TURNED / sizeof *TURNED; i++) {
        const int32_t length = (int32_t)strlen(TURNED[i]);
        const TextSpan line = { .utf8 = TURNED[i], .length = length, .size_px = PX };
        for (int32_t at = 0; at < length; at = grapheme_next(TURNED[i], length, at)) {
            text_place_px(text, &line, at);
            text_stretches(text, &line, at, length, found);
            words[0]++; /* one that is not kept */
            draw_at(text, &page[0], words, PX, 10);
            draw_at(other, &page[1], words, PX, 10);
            if (memcmp(&page[0], &page[1], sizeof *page) != 0)
                fail_msg("after place %d of \"%s\"", (int)at, TURNED[i]);
        }
    }
    free(page);
    text_close(other);
}

static void wraps_other_scripts(void **state)
{
    static const struct {
        const char *name, *words, *room, *lines;
    } ROWS[] = {
        { "Hebrew at spaces", "שלום עולם", "שלום", "שלום|עולם" },
        { "Arabic at spaces", "سلام عليكم", "عليكم", "سلام|عليكم" },
        { "Chinese between letters", "一二三四", "??", "一二|三四" },
        { "no line begins with what closes", "一二。四", "??", "一|二。|四" },
        { "nor ends with what opens", "一「三四", "??", "一|「三|四" },
        { "Latin words among them stay whole", "一mm三", "mm", "一|mm|三" },
    };
    Text *text = *state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        TextLine lines[TEXT_LINES_MAX];
        char found[256];
        join(ROWS[i].words, lines,
             text_wrap(text, ROWS[i].words, SIZE_PX,
                       text_width_px(text, ROWS[i].room, SIZE_PX), lines),
             found);
        if (strcmp(found, ROWS[i].lines) != 0)
            fail_msg("%s: \"%s\"", ROWS[i].name, found);
    }
}

/* Each line of a paragraph begins where the paragraph does. */
static void keeps_the_base_of_a_paragraph(void **state)
{
    Text *text = *state;
    static const char WORDS[] = "שלום Latin words\nLatin שלום\nno letters turn";
    static const TextBase BASES[] = { TEXT_BASE_RTL, TEXT_BASE_RTL, TEXT_BASE_LTR,
                                      TEXT_BASE_AUTO };
    TextLine lines[TEXT_LINES_MAX];
    const int32_t width_px = text_width_px(text, "Latin words no", SIZE_PX);
    assert_int_equal(text_wrap(text, WORDS, SIZE_PX, width_px, lines), 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(lines[i].base, BASES[i]);
}

static void forgets_what_was_written(void **state)
{
    Text *text = *state;
    Page *page = malloc(2 * sizeof *page);
    TextLine lines[TEXT_LINES_MAX];
    draw_at(text, &page[0], "שלום, secret", 30, 10);
    text_wrap(text, "secret secret", 30, 90, lines);
    text_wipe(text);
    draw_at(text, &page[1], "שלום, secret", 30, 10);
    assert_memory_equal(&page[0], &page[1], sizeof *page);
    assert_int_equal(text_wrap(text, "secret secret", 30, 90, lines), 2);
    free(page);
}

/* Pictures of lines are as telling as their letters. */
static void a_mask_is_wiped_when_it_goes(void **state)
{
    (void)state;
    uint8_t pixels[64];
    memset(pixels, 0xFF, sizeof pixels);
    text_drop(
        SDL_CreateRGBSurfaceWithFormatFrom(pixels, 8, 8, 8, 8, SDL_PIXELFORMAT_INDEX8));
    text_drop(NULL);
    for (size_t i = 0; i < sizeof pixels; i++)
        assert_int_equal(pixels[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_characters_apart),
        cmocka_unit_test(a_mask_is_wiped_when_it_goes),
        cmocka_unit_test(says_which_font_is_missing),
        cmocka_unit_test(grows_with_the_size),
        cmocka_unit_test(keeps_its_ink_where_it_measured),
        cmocka_unit_test(stands_on_its_baseline),
        cmocka_unit_test(draws_no_empty_boxes),
        cmocka_unit_test(has_the_signs_of_the_keys),
        cmocka_unit_test(forgets_and_draws_the_same_again),
        cmocka_unit_test(measures_the_same_again),
        cmocka_unit_test(keeps_its_face_when_another_is_missing),
        cmocka_unit_test(survives_long_lines),
        cmocka_unit_test(keeps_characters_whole_in_long_lines),
        cmocka_unit_test(wraps),
        cmocka_unit_test(counts_empty_lines),
        cmocka_unit_test(wraps_anything),
        cmocka_unit_test(evens_out_within_the_width),
        cmocka_unit_test(wraps_5000_characters),
    };
    const struct CMUnitTest others[] = {
        cmocka_unit_test(joins_arabic_letters),
        cmocka_unit_test(draws_from_right_to_left),
        cmocka_unit_test(has_letters_of_other_faces),
        cmocka_unit_test(leaves_plain_lines_as_they_were),
        cmocka_unit_test(stands_where_letters_are),
        cmocka_unit_test(covers_what_is_seen),
        cmocka_unit_test(leaves_no_face_turned_round),
        cmocka_unit_test(wraps_other_scripts),
        cmocka_unit_test(keeps_the_base_of_a_paragraph),
        cmocka_unit_test(forgets_what_was_written),
        cmocka_unit_test(wraps_anything),
        cmocka_unit_test(survives_long_lines),
    };
    const struct CMUnitTest once[] = { cmocka_unit_test(changes_the_face) };
    const struct CMUnitTest asking[] = { cmocka_unit_test(asks_for_a_letter_once) };
    const int failed = cmocka_run_group_tests(tests, open_face, close_face) +
                       cmocka_run_group_tests(once, open_face, close_face) +
                       cmocka_run_group_tests(asking, open_face, close_face) +
                       cmocka_run_group_tests(others, open_faces, close_face);
    return failed + cmocka_run_group_tests(tests, open_easy_face, close_face);
}
