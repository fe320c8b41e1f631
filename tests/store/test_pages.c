/* SPDX-License-Identifier: MIT */
#include "store/pages.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway pages 1\n"

static Pages pages;

static int32_t read_text(const char *text, char report[LINES_REPORT_MAX])
{
    Lines *lines = lines_open("x", text, strlen(text), &pages_format, NULL);
    assert_non_null(lines);
    pages_read(lines, &pages);
    const int32_t problems = lines->problem_count;
    report[0] = '\0';
    if (problems > 0)
        lines_report(lines, 0, report);
    lines_close(lines);
    return problems;
}

static void what_is_wrong_is_told(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } rows[] = {
        { HEAD "[a]\npage = about\ntext = A.\n", NULL },
        { HEAD "[a]\npage = people\ntitle = T\ntext = A.\n", NULL },
        { HEAD "[a]\npage = elsewhere\ntext = A.\n", "x:3:8:" },
        { HEAD "[a]\npage = about\n", "x:2:1:" },
        { HEAD "[A B]\npage = about\ntext = A.\n", "x:2:1:" },
        { HEAD, "there is no text in this file" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char report[LINES_REPORT_MAX];
        const int32_t problems = read_text(rows[i].text, report);
        if ((problems > 0) != (rows[i].says != NULL) ||
            (problems > 0 && strstr(report, rows[i].says) == NULL))
            fail_msg("row %d: %s", (int)i, report);
    }
}

static void a_text_is_as_long_as_a_narrow_window_shows(void **state)
{
    char text[512], report[LINES_REPORT_MAX], letters[PAGES_LETTERS_MAX + 2];
    (void)state;
    memset(letters, 'x', sizeof letters);
    letters[PAGES_LETTERS_MAX] = '\0';
    snprintf(text, sizeof text, HEAD "[a]\npage = about\ntext = %s\n", letters);
    assert_int_equal(read_text(text, report), 0);
    letters[PAGES_LETTERS_MAX] = 'x';
    letters[PAGES_LETTERS_MAX + 1] = '\0';
    snprintf(text, sizeof text, HEAD "[a]\npage = about\ntext = %s\n", letters);
    assert_int_equal(read_text(text, report), 1);
}

/* Every page has its words, and none of them pushes or promises. */
static void what_comes_along_is_plain(void **state)
{
    int32_t counts[PAGE_COUNT] = { 0 };
    Error error = { "" };
    (void)state;
    if (!pages_load(LEEWAY_ASSETS_DIR "/pages/en", &pages, &error))
        fail_msg("%s", error.text);
    for (int32_t i = 0; i < pages.count; i++) {
        const PageText *shown = &pages.items[i];
        const char *why = lint_words(shown->text);
        counts[shown->page]++;
        if (why == NULL)
            why = lint_words(shown->title);
        if (why != NULL)
            fail_msg("\"%s\": %s", shown->text, why);
    }
    for (int page = 0; page < PAGE_COUNT; page++)
        assert_true(counts[page] > 0);
}

/* What the evidence says are five sentences, each a text of its own. */
static void what_is_known_is_said_in_five_sentences(void **state)
{
    int32_t sentences = 0;
    bool is_known = false;
    (void)state;
    assert_true(pages_load(LEEWAY_ASSETS_DIR "/pages/en", &pages, NULL));
    for (int32_t i = 0; i < pages.count; i++) {
        const PageText *shown = &pages.items[i];
        if (shown->title[0] != '\0')
            is_known = strcmp(shown->title, "What is known") == 0;
        if (!is_known)
            continue;
        if (strstr(shown->text, ". ") != NULL)
            fail_msg("more than one: \"%s\"", shown->text);
        sentences++;
    }
    assert_int_equal(sentences, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(a_text_is_as_long_as_a_narrow_window_shows),
        cmocka_unit_test(what_comes_along_is_plain),
        cmocka_unit_test(what_is_known_is_said_in_five_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
