/* SPDX-License-Identifier: MIT */
#include "core/pattern.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_accepts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        BreathPattern expected;
    } rows[] = {
        { "4-6", { { 4000, 0, 0, 6000, 0 } } },
        { "5.5-5.5", { { 5500, 0, 0, 5500, 0 } } },
        { "4-7-8", { { 4000, 0, 7000, 8000, 0 } } },
        { "4-4-4-4", { { 4000, 0, 4000, 4000, 4000 } } },
        { "1.5+0.7-5", { { 1500, 700, 0, 5000, 0 } } },
        { "1.5+0.7-1-5-2", { { 1500, 700, 1000, 5000, 2000 } } },
        { "4-0-6", { { 4000, 0, 0, 6000, 0 } } },
        { "4-0-6-0", { { 4000, 0, 0, 6000, 0 } } },
        { "4-0.0-6-0.000", { { 4000, 0, 0, 6000, 0 } } },
        { "4-0-6-2", { { 4000, 0, 0, 6000, 2000 } } },
        { "4-0.4-6", { { 4000, 0, 400, 6000, 0 } } },
        { "3.999-6", { { 3999, 0, 0, 6000, 0 } } },
        { "4.05-6.005", { { 4050, 0, 0, 6005, 0 } } },
        { "4.0-6.00", { { 4000, 0, 0, 6000, 0 } } },
        { "04-006", { { 4000, 0, 0, 6000, 0 } } },
        { "0.5-2.5", { { 500, 0, 0, 2500, 0 } } },
        { "60-60-60-60", { { 60000, 0, 60000, 60000, 60000 } } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreathPattern pattern = { { 0 } };
        const char *problem = pattern_parse(rows[i].text, &pattern);
        if (problem != NULL)
            fail_msg("%s: %s", rows[i].text, problem);
        if (!breath_is_equal(&pattern, &rows[i].expected))
            fail_msg("%s is read as something else", rows[i].text);
    }
}

static const struct {
    const char *name;
    const char *text;
    const char *expected; /* in the sentence */
} refuses_rows[] = {
    { "nothing", "", "4-6" },
    { "only a dash", "-", "4-6" },
    { "two dashes", "--", "4-6" },
    { "a dash too many", "4--6", "4-6" },
    { "dash in front", "-4-6", "4-6" },
    { "dash behind", "4-6-", "4-6" },
    { "minus", "4--6-2", "4-6" },
    { "only a plus", "+", "4-6" },
    { "plus in front", "+4-6", "4-6" },
    { "plus without a number", "4+-6", "4-6" },
    { "one number", "4", "exhale" },
    { "one number and a top-up", "1.5+0.7", "exhale" },
    { "five numbers", "1-1-1-1-1", "four" },
    { "top-up on the exhale", "4-6+1", "second inhale" },
    { "two top-ups", "1+1+1-6", "4-6" },
    { "top-up of 0", "4+0-6", "second inhale" },
    { "small top-up", "1.5+0.4-5", "second inhale" },
    { "comma", "4,5-6", "4-6" },
    { "space behind", "4-6 ", "4-6" },
    { "space in front", " 4-6", "4-6" },
    { "spaces between", "4 - 6", "4-6" },
    { "newline", "4-6\n", "4-6" },
    { "tab", "4\t-6", "4-6" },
    { "control bytes",
      "4-\x01"
      "6",
      "4-6" },
    { "delete", "4-6\x7f", "4-6" },
    { "bytes that are no UTF-8", "4-6\xff\xfe", "4-6" },
    { "Arabic-Indic digits", "\xd9\xa4-\xd9\xa6", "4-6" },
    { "full-width digits", "\xef\xbc\x94-\xef\xbc\x96", "4-6" },
    { "en dash",
      "4\xe2\x80\x93"
      "6",
      "4-6" },
    { "minus sign",
      "4\xe2\x88\x92"
      "6",
      "4-6" },
    { "words", "four-six", "4-6" },
    { "unit", "4s-6s", "4-6" },
    { "not a number", "nan-6", "4-6" },
    { "not a number, behind", "4-NaN", "4-6" },
    { "infinite", "inf-6", "4-6" },
    { "infinity", "4-INFINITY", "4-6" },
    { "exponent", "4e0-6", "4-6" },
    { "large exponent", "1e1-6", "4-6" },
    { "hexadecimal", "0x4-6", "4-6" },
    { "a number with a sign", "4-+6", "4-6" },
    { "four decimals", "3.9999-6", "4-6" },
    { "four decimals of 0", "4.0000-6", "4-6" },
    { "no decimal behind the point", "4.-6", "4-6" },
    { "only a point", ".-6", "4-6" },
    { "two points", "4.5.5-6", "4-6" },
    { "short inhale", "0.4-6", "inhale" },
    { "inhale of 0", "0-6", "inhale" },
    { "short exhale", "4-0.499", "exhale" },
    { "exhale of 0", "4-7-0", "exhale" },
    { "long inhale", "60.001-6", "inhale" },
    { "long exhale", "4-61", "exhale" },
    { "long hold", "4-61-6", "hold" },
    { "long rest", "4-4-4-60.001", "hold" },
    { "quick", "1-1", "3 s" },
    { "a little quick", "1.5-1.499", "3 s" },
    { "more than an int", "4294967300-6", "4-6" },
    { "five digits", "99999-6", "inhale" },
    { "six digits", "100000-6", "4-6" },
    { "every number large", "99999-99999-99999-99999", "inhale" },
};

static void test_refuses(void **state)
{
    (void)state;
    const BreathPattern untouched = { { 1, 2, 3, 4, 5 } };
    for (size_t i = 0; i < sizeof refuses_rows / sizeof refuses_rows[0]; i++) {
        BreathPattern pattern = untouched;
        const char *problem = pattern_parse(refuses_rows[i].text, &pattern);
        if (problem == NULL || strstr(problem, refuses_rows[i].expected) == NULL)
            fail_msg("%s: %s", refuses_rows[i].name, problem ? problem : "accepted");
        if (!breath_is_equal(&pattern, &untouched))
            fail_msg("%s: written to", refuses_rows[i].name);
    }
}

/* What holds and pace may still make fit is read, what is no pattern is not. */
static void test_reads_beyond_the_limits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        BreathPattern expected; /* all 0: refused */
    } rows[] = {
        { "4-6", { { 4000, 0, 0, 6000, 0 } } },
        { "1-1", { { 1000, 0, 0, 1000, 0 } } },
        { "61-0.1", { { 61000, 0, 0, 100, 0 } } },
        { "1.5+0.3-5", { { 1500, 300, 0, 5000, 0 } } },
        { "4-90-8-90", { { 4000, 0, 90000, 8000, 90000 } } },
        { "4+0-6", { { 0 } } },
        { "4", { { 0 } } },
        { "4--6", { { 0 } } },
        { "100000-6", { { 0 } } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreathPattern pattern = { { 0 } };
        const char *problem = pattern_read(rows[i].text, &pattern);
        const bool is_read = rows[i].expected.phase_ms[BREATH_IN] > 0;
        if ((problem == NULL) != is_read || !breath_is_equal(&pattern, &rows[i].expected))
            fail_msg("%s: %s", rows[i].text, problem ? problem : "read as another");
    }
}

static void test_refuses_long_texts(void **state)
{
    (void)state;
    static const char *const fills[] = { "4", "-", "+", ".", "4-", "4+", "0", "\xd9" };
    for (size_t i = 0; i < sizeof fills / sizeof fills[0]; i++) {
        char text[5001] = "";
        const size_t length = strlen(fills[i]);
        for (size_t at = 0; at + length < sizeof text; at += length)
            memcpy(text + at, fills[i], length);
        BreathPattern pattern;
        if (pattern_parse(text, &pattern) == NULL)
            fail_msg("5000 x %s is accepted", fills[i]);
    }
}

static void test_seconds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t max_ms;
        int32_t expected; /* -1: refused */
    } rows[] = {
        { "3", 600000, 3000 },
        { "0", 600000, 0 },
        { "5.5", 600000, 5500 },
        { "0.001", 600000, 1 },
        { "600", 600000, 600000 },
        { "600.001", 600000, -1 },
        { "5.5000", 600000, -1 },
        { "", 600000, -1 },
        { "-3", 600000, -1 },
        { "3 ", 600000, -1 },
        { "3s", 600000, -1 },
        { "3-4", 600000, -1 },
        { "1e2", 600000, -1 },
        { "0x3", 600000, -1 },
        { "3,5", 600000, -1 },
        { "+3", 600000, -1 },
        { "99999", INT64_MAX, 99999000 },
        { "99999.999", INT64_MAX, 99999999 },
        { "100000", INT64_MAX, -1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t ms = -1;
        const bool is_read = pattern_parse_seconds(rows[i].text, rows[i].max_ms, &ms);
        if (is_read != (rows[i].expected >= 0) || ms != rows[i].expected)
            fail_msg("'%s' is read as %d", rows[i].text, ms);
    }
}

static void test_text_and_words(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        const char *text;
        const char *words;
    } rows[] = {
        { "4-6", "4-6", "4 in, 6 out" },
        { "5.50-5.500", "5.5-5.5", "5.5 in, 5.5 out" },
        { "4-7-8", "4-7-8", "4 in, 7 hold, 8 out" },
        { "4-4-4-4", "4-4-4-4", "4 in, 4 hold, 4 out, 4 rest" },
        { "1.5+0.7-5", "1.5+0.7-5", "1.5 in, 0.7 more, 5 out" },
        { "4-0-6-0", "4-6", "4 in, 6 out" },
        { "4-0-6-2", "4-0-6-2", "4 in, 6 out, 2 rest" },
        { "10-20", "10-20", "10 in, 20 out" },
        { "3.05-6.005", "3.05-6.005", "3.05 in, 6.005 out" },
        { "59.999+59.999-59.999-59.999-59.999", "59.999+59.999-59.999-59.999-59.999",
          "59.999 in, 59.999 more, 59.999 hold, 59.999 out, 59.999 rest" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreathPattern pattern;
        char text[PATTERN_TEXT_MAX], words[PATTERN_WORDS_MAX];
        assert_null(pattern_parse(rows[i].typed, &pattern));
        assert_ptr_equal(pattern_text(&pattern, text), text);
        assert_ptr_equal(pattern_words(&pattern, words), words);
        assert_string_equal(text, rows[i].text);
        assert_string_equal(words, rows[i].words);
    }
}

static void test_note(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *expected; /* in the sentence, or NULL */
    } rows[] = {
        { "4-6", NULL },           { "5.5-5.5", NULL },      { "1.5+0.7-4.4", NULL },
        { "2-3", NULL },           { "3-4-4-2", NULL },      { "6-7", NULL },
        { "4-7-8", "hold" },       { "4-4-4-4", "hold" },    { "3-3-2.001", NULL },
        { "3-0-3-2.001", "hold" }, { "3-4.001-3", "hold" },  { "7-8", "slower" },
        { "2-2", "quicker" },      { "2-2.999", "quicker" }, { "6.001-6", "inhale" },
        { "4-8.001", "exhale" },   { "2-4.001", "exhale" },  { "1.5+0.7-5", "exhale" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        BreathPattern pattern;
        assert_null(pattern_parse(rows[i].text, &pattern));
        const char *note = pattern_note(&pattern);
        const char *want = rows[i].expected;
        const bool holds = want ? note && strstr(note, want) : note == NULL;
        if (!holds)
            fail_msg("%s: %s", rows[i].text, note ? note : "no note");
        const char *bare = pattern_unusual(&pattern);
        assert_true((bare == NULL) == (note == NULL));
        if (bare != NULL && (strstr(bare, "N ") || strstr(bare, "arrow")))
            fail_msg("%s names a key: %s", rows[i].text, bare);
    }
}

/* A note never orders, warns or shouts. */
static void test_notes_are_neutral(void **state)
{
    (void)state;
    static const char *const texts[] = { "4-7-8", "7-8", "2-2", "6.5-6", "4-8.5" };
    static const char *const words[] = { "should", "must",    "!",    "danger",
                                         "warn",   "careful", "only", "too " };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        BreathPattern pattern;
        assert_null(pattern_parse(texts[i], &pattern));
        for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
            assert_null(strstr(pattern_note(&pattern), words[w]));
    }
}

static const char *text_round_trips(Random *random, int32_t size)
{
    (void)size;
    const BreathPattern pattern = random_breath(random);
    char text[PATTERN_TEXT_MAX], words[PATTERN_WORDS_MAX];
    BreathPattern again;
    const char *problem = pattern_parse(pattern_text(&pattern, text), &again);
    if (problem != NULL)
        return random_say(random, "%s: %s", text, problem);
    if (!breath_is_equal(&pattern, &again))
        return random_say(random, "%s comes back as another", text);
    if (strlen(pattern_words(&pattern, words)) >= PATTERN_WORDS_MAX)
        return random_say(random, "%s has too many words", text);
    const bool has_note = pattern_note(&pattern) != NULL;
    if (!has_note && !breath_is_gentle(&pattern))
        return random_say(random, "%s has no note", text);
    return NULL;
}

static void test_text_round_trips(void **state)
{
    (void)state;
    random_check(text_round_trips, 20000, 1);
}

/* Whatever the bytes, the answer is a sentence or a pattern that can be breathed. */
static const char *any_bytes_are_safe(Random *random, int32_t size)
{
    static const char usual[] = "0123456789.-+45678";
    char text[64];
    const int64_t length = random_between(random, 0, size);
    for (int64_t i = 0; i < length; i++)
        text[i] = random_one_in(random, 8)
                      ? (char)random_between(random, 1, 255)
                      : usual[random_between(random, 0, (int64_t)sizeof usual - 2)];
    text[length] = '\0';
    BreathPattern pattern;
    if (pattern_parse(text, &pattern) != NULL)
        return NULL;
    if (breath_problem(&pattern) != NULL)
        return random_say(random, "'%s': %s", text, breath_problem(&pattern));
    return NULL;
}

static void test_any_bytes_are_safe(void **state)
{
    (void)state;
    random_check(any_bytes_are_safe, 100000, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepts),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_reads_beyond_the_limits),
        cmocka_unit_test(test_refuses_long_texts),
        cmocka_unit_test(test_seconds),
        cmocka_unit_test(test_text_and_words),
        cmocka_unit_test(test_note),
        cmocka_unit_test(test_notes_are_neutral),
        cmocka_unit_test(test_text_round_trips),
        cmocka_unit_test(test_any_bytes_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
