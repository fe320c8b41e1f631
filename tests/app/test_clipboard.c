/* SPDX-License-Identifier: MIT */
/* What is copied where there is no X server: by SDL, while Leeway is open. The rest is in
 * tests/journeys/copy.sh. */
#include "app/clipboard.h"
#include "app/clipboard_holder.h"

#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* --- by SDL --- */

static ClipboardNews copied(Clipboard *clipboard, const char *text)
{
    clipboard_copy(clipboard, text);
    assert_true(clipboard_is_busy(clipboard));
    clipboard_mind(clipboard, 0);
    assert_false(clipboard_is_busy(clipboard));
    return clipboard_take_news(clipboard);
}

static void assert_pasted(const char *text)
{
    char *pasted = SDL_GetClipboardText();
    assert_string_equal(pasted, text);
    SDL_free(pasted);
}

static void what_is_copied_is_there_while_leeway_is_open(void **state)
{
    (void)state;
    Clipboard clipboard = { .news = CLIPBOARD_NO_NEWS };
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    assert_false(clipboard_outlives());
    assert_int_equal(copied(&clipboard, "Zo\xC3\xAB,\nhello"), CLIPBOARD_WHILE_OPEN);
    assert_int_equal(clipboard_take_news(&clipboard), CLIPBOARD_NO_NEWS);
    assert_pasted("Zo\xC3\xAB,\nhello");
    clipboard_close(&clipboard);
    SDL_Quit();
}

static void the_last_of_two_counts(void **state)
{
    (void)state;
    Clipboard clipboard = { .news = CLIPBOARD_NO_NEWS };
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    clipboard_copy(&clipboard, "first");
    assert_int_equal(copied(&clipboard, "second"), CLIPBOARD_WHILE_OPEN);
    assert_pasted("second");
    clipboard_copy(&clipboard, "at the end");
    clipboard_close(&clipboard);
    assert_pasted("at the end");
    SDL_Quit();
}

static void nothing_replaces_nothing(void **state)
{
    (void)state;
    Clipboard clipboard = { .news = CLIPBOARD_NO_NEWS };
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    copied(&clipboard, "before");
    assert_int_equal(copied(&clipboard, ""), CLIPBOARD_NOTHING);
    assert_pasted("before");
    clipboard_close(&clipboard);
    SDL_Quit();
}

static void without_a_clipboard_it_is_told(void **state)
{
    (void)state;
    Clipboard clipboard = { .news = CLIPBOARD_NO_NEWS };
    assert_int_equal(copied(&clipboard, "words"), CLIPBOARD_NOT_COPIED);
    clipboard_close(&clipboard);
}

static void every_news_is_a_sentence(void **state)
{
    (void)state;
    assert_null(clipboard_says(CLIPBOARD_NO_NEWS));
    for (int news = CLIPBOARD_NO_NEWS + 1; news < CLIPBOARD_NEWS_COUNT; news++) {
        const char *says = clipboard_says((ClipboardNews)news);
        assert_non_null(says);
        assert_int_equal(says[strlen(says) - 1], '.');
    }
    _Static_assert(CLIPBOARD_HOLDER_SECONDS == 10 * 60, "as it is told");
}

/* --- the process --- */

static void ten_minutes_are_the_most(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        int seconds;
    } rows[] = {
        { "1", 1 },    { "600", 600 }, { "601", 600 }, { "99999999999999999999", 600 },
        { "0", 0 },    { "-5", 0 },    { "", 0 },      { "5 minutes", 0 },
        { "soon", 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (clipboard_holder_seconds(rows[i].words) != rows[i].seconds)
            fail_msg("\"%s\": not %d", rows[i].words, rows[i].seconds);
}

/* With another standard input for the time being. */
static bool is_asked(int input, int argc, char *first, char *second)
{
    char name[] = "leeway";
    char *words[] = { name, first, second, NULL };
    const int before = dup(STDIN_FILENO);
    dup2(input, STDIN_FILENO);
    const bool is_asked = clipboard_holder_is_asked(argc, words);
    dup2(before, STDIN_FILENO);
    close(before);
    return is_asked;
}

static void nobody_is_taken_for_it(void **state)
{
    (void)state;
    char word[] = CLIPBOARD_HOLDER_WORD, seconds[] = "600", breathe[] = "breathe";
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    FILE *file = tmpfile();
    assert_true(is_asked(ends[0], 3, word, seconds));
    assert_false(is_asked(ends[0], 2, word, NULL));
    assert_false(is_asked(ends[0], 3, breathe, seconds));
    assert_false(is_asked(ends[0], 3, word, breathe));
    assert_false(is_asked(fileno(file), 3, word, seconds));
    fclose(file);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_copied_is_there_while_leeway_is_open),
        cmocka_unit_test(the_last_of_two_counts),
        cmocka_unit_test(nothing_replaces_nothing),
        cmocka_unit_test(without_a_clipboard_it_is_told),
        cmocka_unit_test(every_news_is_a_sentence),
        cmocka_unit_test(ten_minutes_are_the_most),
        cmocka_unit_test(nobody_is_taken_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
