/* SPDX-License-Identifier: MIT */
#include "store/helplines.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define NAMES                                                                            \
    "country\tlanguage\tname\tchannel\tnumber\thours\tcost\tscope\tsource\tdate\t"       \
    "checked by\n"
#define GOOD "IE\ten\tA line\tcall\t116 123\t\t\t\tA paper, 2026\t2026-01-18\tnobody\n"

static const char shipped[] = LEEWAY_ASSETS_DIR "/helplines.tsv";

static Helplines lines;

static void read_text(const char *text)
{
    helplines_read(text, strlen(text), &lines);
}

/* What is wrong with a file, as it is told. */
typedef struct Wrong {
    const char *says;
    const char *text;
    const char *reports[3]; /* in their order; NULL ends them */
} Wrong;

static const Wrong wrong[] = {
    { "a good row", NAMES GOOD, { NULL } },
    { "comments, empty lines and \\r", "# one\r\n\r\n" NAMES "\n# two\n" GOOD, { NULL } },
    { "no line end at the end", NAMES "IE\t\tA\tcall\t1\t\t\t\tB\tunknown\tC", { NULL } },
    { "blanks around cells",
      NAMES " IE \t en , ga \t A \t text \t 1 \t \t\t\t B \t 2020 \t C \n",
      { NULL } },
    { "an empty file", "", { "x:1:1: there is no row in this file" } },
    { "comments alone", "# a\n# b\n", { "x:3:1: there is no row in this file" } },
    { "no names of columns",
      GOOD,
      { "x:1:1: the name of column 1 is \"country\"",
        "x:1:4: the name of column 2 is \"language\"" } },
    { "too few columns",
      NAMES "IE\ten\tA line\n",
      { "x:2:1: this row has 3 columns; there are 11, from country to checked by, with "
        "one tab between them" } },
    { "too many columns",
      NAMES "IE\t\tA\tcall\t1\t\t\t\tB\tunknown\tC\tD\n",
      { "x:2:1: this row has 12 columns; there are 11, from country to checked by, with "
        "one tab between them" } },
    { "an unknown country and a language without a name, both told",
      NAMES "QQ\ten, xx\tA\tcall\t1\t\t\t\tB\tunknown\tC\n",
      { "x:2:1: this is no country; a country is two capitals of ISO 3166, such as IE",
        "x:2:8: this is no language Leeway has a name for; one is two small letters of "
        "ISO 639, such as en, with commas between several" } },
    { "small letters are no country",
      NAMES "ie\t\tA\tcall\t1\t\t\t\tB\tunknown\tC\n",
      { "x:2:1: this is no country; a country is two capitals of ISO 3166, such as "
        "IE" } },
    { "an unknown channel",
      NAMES "IE\t\tA\tfax\t1\t\t\t\tB\tunknown\tC\n",
      { "x:2:7: the channel is call, text, chat, whatsapp or emergency" } },
    { "what is missing",
      NAMES "IE\t\t\tcall\t\t\t\t\t\tunknown\t\n",
      { "x:2:5: the name is missing", "x:2:11: the number is missing",
        "x:2:15: the source is missing" } },
    { "no date",
      NAMES "IE\t\tA\tcall\t1\t\t\t\tB\t\tC\n",
      { "x:2:19: this is no date; 2026-01-18, 2026-01, 2026 or unknown would be "
        "right" } },
    { "columns are counted in letters",
      NAMES "IE\t\tÄÖ\tcall\t1\t\t\t\tÜ\tlong ago\tC\n",
      { "x:2:20: this is no date; 2026-01-18, 2026-01, 2026 or unknown would be "
        "right" } },
    { "a byte that is no text",
      NAMES "IE\t\tA\xFF\tcall\t1\t\t\t\tB\tunknown\tC\n",
      { "x:2:6: this byte is no letter of UTF-8 text" } },
    { "the same way twice",
      NAMES GOOD GOOD,
      { "x:3:1: this way to reach A line stands there already" } },
    { "all that is wrong in one reading",
      NAMES "XX\n" GOOD "IE\n",
      { "x:2:1: this row has 1 column; there are 11, from country to checked by, with "
        "one tab between them",
        "x:4:1: this row has 1 column; there are 11, from country to checked by, with "
        "one tab between them" } },
};

static void what_is_wrong_is_told_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char report[HELPLINES_REPORT_MAX];
        int32_t count = 0;
        read_text(wrong[i].text);
        for (; count < 3 && wrong[i].reports[count] != NULL; count++) {
            if (count >= lines.problem_count)
                fail_msg("%s: nothing is told", wrong[i].says);
            assert_string_equal(helplines_report(&lines, "x", count, report),
                                wrong[i].reports[count]);
        }
        if (count < 2 && lines.problem_count != count)
            fail_msg("%s: %d problems, the last: %s", wrong[i].says, lines.problem_count,
                     helplines_report(&lines, "x", lines.problem_count - 1, report));
    }
}

static void a_row_is_read_as_it_stands(void **state)
{
    (void)state;
    read_text(NAMES "BE\tfr, nl\tUne ligne\ttext\t0800 1\tat night\tfree\tall of it\t"
                    "A paper\t2023-09\tA person\n");
    assert_int_equal(lines.count, 1);
    const Helpline *line = &lines.items[0];
    assert_string_equal(line->country, "BE");
    assert_int_equal(line->language_count, 2);
    assert_string_equal(line->languages[1], "nl");
    assert_int_equal(line->channel, HELPLINE_TEXT);
    assert_string_equal(line->name, "Une ligne");
    assert_string_equal(line->number, "0800 1");
    assert_string_equal(line->hours, "at night");
    assert_string_equal(line->cost, "free");
    assert_string_equal(line->scope, "all of it");
    assert_string_equal(line->source, "A paper");
    assert_string_equal(line->checked_by, "A person");
    assert_int_equal(line->date.year, 2023);
    assert_int_equal(line->date.month, 9);
    assert_int_equal(line->date.day, 0);
}

static void a_row_that_is_sound_counts_beside_others(void **state)
{
    (void)state;
    read_text(NAMES "XX\n" GOOD);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.problem_count, 1);
}

static void what_is_too_long_has_no_room(void **state)
{
    (void)state;
    char text[1024], name[HELPLINES_NAME_MAX + 1];
    memset(name, 'n', sizeof name);
    for (size_t length = HELPLINES_NAME_MAX - 1; length <= HELPLINES_NAME_MAX; length++) {
        name[length] = '\0';
        snprintf(text, sizeof text, NAMES "IE\t\t%s\tcall\t1\t\t\t\tB\tunknown\tC\n",
                 name);
        read_text(text);
        assert_int_equal(lines.problem_count, length >= HELPLINES_NAME_MAX);
        name[length] = 'n';
    }
    assert_string_equal(lines.problems[0].sentence,
                        "the name has 64 bytes; there is room for 63");
}

static void there_is_room_for_so_many_rows(void **state)
{
    (void)state;
    static char text[64 * (HELPLINES_MAX + 2) + sizeof NAMES];
    size_t at = (size_t)sprintf(text, "%s", NAMES);
    for (int i = 0; i <= HELPLINES_MAX; i++)
        at += (size_t)sprintf(text + at, "IE\t\tA\tcall\t%d\t\t\t\tB\tunknown\tC\n", i);
    read_text(text);
    assert_int_equal(lines.count, HELPLINES_MAX);
    assert_int_equal(lines.problem_count, 1);
    assert_string_equal(lines.problems[0].sentence, "there are more than 256 rows");
}

/* --- dates --- */

typedef struct DateRow {
    const char *text;
    int64_t day; /* since the beginning of the year 1; -1: unknown, -2: no date */
} DateRow;

static const DateRow dates[] = {
    { "unknown", -1 },    { "2026-01-18", 739633 }, { "2026-01", 739616 },
    { "2026", 739616 },   { "2024-02-29", 738944 }, { "2024-03-01", 738945 },
    { "2023-02-29", -2 }, { "1900-02-29", -2 },     { "2000-02-29", 730178 },
    { "2026-13", -2 },    { "2026-00", -2 },        { "2026-04-31", -2 },
    { "2026-04-00", -2 }, { "26-04-01", -2 },       { "2026/04/01", -2 },
    { "2026-4-1", -2 },   { "2026-04-01T00", -2 },  { "1899", -2 },
    { "2026-0x", -2 },    { "x026", -2 },           { "2026-04-1x", -2 },
};

static void a_date_is_as_exact_as_it_is_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char text[256];
        snprintf(text, sizeof text, NAMES "IE\t\tA\tcall\t1\t\t\t\tB\t%s\tC\n",
                 dates[i].text);
        read_text(text);
        const int64_t day =
            lines.count == 1 ? helpline_date_day(&lines.items[0].date) : -2;
        if (day != dates[i].day)
            fail_msg("%s: %d", dates[i].text, (int)day);
    }
}

static void a_row_is_old_after_half_a_year(void **state)
{
    (void)state;
    const Helpline line = { .date = { 2026, 1, 18 } };
    const Helpline year = { .date = { 2026, 0, 0 } }, unknown = { .date = { 0, 0, 0 } };
    assert_false(helpline_is_old(&line, 739633));
    assert_false(helpline_is_old(&line, 739633 + 180));
    assert_true(helpline_is_old(&line, 739633 + 181));
    assert_true(helpline_is_old(&year, 739616 + 181));
    assert_false(helpline_is_old(&year, 739616 + 180));
    assert_true(helpline_is_old(&unknown, 0));
}

/* --- what comes along --- */

static const char *lint_of(const Helpline *line)
{
    const char *texts[] = { line->hours, line->cost, line->scope };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (lint_message(texts[i]) != NULL)
            return lint_message(texts[i]);
    return NULL;
}

static void the_rows_that_come_along_are_sound(void **state)
{
    (void)state;
    Error error = { "" };
    if (!helplines_load(shipped, &lines, &error))
        fail_msg("%s", error.text);
    for (int32_t i = 0; i < lines.count; i++) {
        const char *why = lint_of(&lines.items[i]);
        if (why != NULL)
            fail_msg("%s: %s", lines.items[i].name, why);
    }
}

/* All of them are listed as they stand, and countries are gone through by their names. */
static void the_rows_that_come_along_stand_by_their_country(void **state)
{
    (void)state;
    assert_true(helplines_load(shipped, &lines, NULL));
    for (int32_t i = 1; i < lines.count; i++) {
        const char *before = countries_name(lines.items[i - 1].country);
        const char *country = countries_name(lines.items[i].country);
        if (strcmp(before, country) > 0)
            fail_msg("%s stands before %s", before, country);
    }
}

/* What ended, and what was known by heart alone, is not among them. */
static void what_was_not_seen_is_not_there(void **state)
{
    (void)state;
    static const char *const absent[] = { "0800 567 567", "55 5259 8121",   "192", "107",
                                          "108",          "09 72 39 40 50", "911", "999",
                                          "112" };
    assert_true(helplines_load(shipped, &lines, NULL));
    for (int32_t i = 0; i < lines.count; i++) {
        for (size_t j = 0; j < sizeof absent / sizeof *absent; j++)
            assert_string_not_equal(lines.items[i].number, absent[j]);
        assert_null(strstr(lines.items[i].scope, "Press 3"));
        assert_null(strstr(lines.items[i].scope, "LGBT"));
    }
}

static void a_file_that_is_not_there_is_told(void **state)
{
    (void)state;
    Error error = { "" };
    assert_false(helplines_load("/nowhere/helplines.tsv", &lines, &error));
    assert_string_equal(error.text, "/nowhere/helplines.tsv is not there");
    assert_int_equal(lines.count, 0);
}

static void codes_have_names(void **state)
{
    (void)state;
    assert_string_equal(countries_name("IE"), "Ireland");
    assert_string_equal(languages_name("lb"), "Luxembourgish");
    assert_null(countries_name("ie"));
    assert_null(countries_name(""));
    assert_null(languages_name("EN"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_told_with_its_place),
        cmocka_unit_test(a_row_is_read_as_it_stands),
        cmocka_unit_test(a_row_that_is_sound_counts_beside_others),
        cmocka_unit_test(what_is_too_long_has_no_room),
        cmocka_unit_test(there_is_room_for_so_many_rows),
        cmocka_unit_test(a_date_is_as_exact_as_it_is_known),
        cmocka_unit_test(a_row_is_old_after_half_a_year),
        cmocka_unit_test(the_rows_that_come_along_are_sound),
        cmocka_unit_test(the_rows_that_come_along_stand_by_their_country),
        cmocka_unit_test(what_was_not_seen_is_not_there),
        cmocka_unit_test(a_file_that_is_not_there_is_told),
        cmocka_unit_test(codes_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
