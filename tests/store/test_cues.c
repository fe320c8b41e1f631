/* SPDX-License-Identifier: MIT */
#include "store/cues.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char path[] = LEEWAY_ASSETS_DIR "/cues/en";

#define HEAD "leeway cues 1\n"

static CueBook book;

static void load(void)
{
    Error error = { "" };
    if (!cues_load(path, &book, &error))
        fail_msg("%s", error.text);
}

static void those_of_every_practice_are_there(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "scan.arrive.1", "scan.arrive.2",    "scan.arrive.3", "scan.whole.1",
        "scan.whole.3",  "scan.leave.1",     "scan.leave.3",  "scan.linger.1",
        "scan.linger.6", "scan.hands.1",     "scan.hands.3",  "breath.in",
        "breath.top-up", "breath.hold-full", "breath.out",    "breath.hold-empty",
        "sit.open.1",    "sit.close.1",
    };
    load();
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (cues_find(&book, ids[i]) == PLAN_NO_CUE)
            fail_msg("there is no %s", ids[i]);
    assert_int_equal(cues_find(&book, "scan.hands"), PLAN_NO_CUE);
    assert_int_equal(cues_find(&book, ""), PLAN_NO_CUE);
}

static void the_table_says_what_the_file_says(void **state)
{
    (void)state;
    load();
    const CueTable table = cues_table(&book);
    assert_int_equal(table.count, book.count);
    for (int32_t i = 0; i < table.count; i++) {
        assert_int_equal(cues_find(&book, table.cues[i].id), i);
        assert_int_equal(table.cues[i].length_ms, cues_reading_ms(table.cues[i].text));
    }
}

static void they_leave_the_choice_where_it_is(void **state)
{
    (void)state;
    load();
    for (int32_t i = 0; i < book.count; i++) {
        const char *why = lint_message(book.texts[i]);
        if (why != NULL)
            fail_msg("%s: \"%s\": %s", book.ids[i], book.texts[i], why);
    }
}

/* A cue knows where it leads. */
typedef struct PlaceRow {
    const char *id;
    const char *place; /* NULL for none */
} PlaceRow;

static const PlaceRow places[] = {
    { "scan.hands.1", "hands" },
    { "scan.hands-and-arms.3", "hands-and-arms" },
    { "scan.arrive.2", "arrive" },
    { "scan.leave.1", "leave" },
    { "scan.room-at-hand.1", "room-at-hand" },
    { "scan.linger.1", NULL },
    { "breath.in", NULL },
    { "sit.open.1", NULL },
    { "scan.hands", NULL },
    { "scan", NULL },
};

static Lines *read(const char *text)
{
    Lines *lines = lines_open("file", text, strlen(text), &cues_format, NULL);
    cues_read(lines, &book);
    return lines;
}

static void a_cue_leads_to_the_place_in_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char text[128];
        snprintf(text, sizeof text, HEAD "[%s]\ntext = Here.\n", places[i].id);
        lines_close(read(text));
        assert_int_equal(book.count, 1);
        const char *place = book.cues[0].place;
        if (places[i].place == NULL
                ? place != NULL
                : place == NULL || strcmp(place, places[i].place) != 0)
            fail_msg("%s: %s", places[i].id, place != NULL ? place : "none");
    }
}

static void longer_texts_stand_longer(void **state)
{
    (void)state;
    assert_int_equal(cues_reading_ms(""), 4000);
    assert_int_equal(cues_reading_ms("In"), 4000);
    assert_int_equal(cues_reading_ms("one two three four five"), 4000);
    assert_int_equal(cues_reading_ms("one two three four five six"), 4400);
    assert_int_equal(cues_reading_ms("  one  two three four five six "), 4400);
}

static void a_voice_sets_the_length_and_takes_it_back(void **state)
{
    (void)state;
    load();
    const int32_t index = cues_find(&book, "scan.hands.1");
    const int32_t reading = cues_table(&book).cues[index].length_ms;
    cues_set_length(&book, index, 1234);
    assert_int_equal(cues_table(&book).cues[index].length_ms, 1234);
    cues_set_length(&book, index, 0);
    assert_int_equal(cues_table(&book).cues[index].length_ms, reading);
}

typedef struct Problem {
    const char *says;
    const char *text;
    int line, column;
    const char *told;
} Problem;

static const Problem problems[] = {
    { "no cue", HEAD, 1, 1, "there is no cue in this file" },
    { "no text", HEAD "[scan.a.1]\n", 2, 1, "this section has no \"text\" yet" },
    { "an empty text", HEAD "[scan.a.1]\ntext =\n", 3, 7, "\"text\" has no text yet" },
    { "capitals in a name", HEAD "[Scan.a.1]\ntext = A.\n", 2, 1, "a cue is named like" },
    { "a path for a name", HEAD "[../a]\ntext = A.\n", 2, 1, "a cue is named like" },
    { "dots at the end", HEAD "[scan.]\ntext = A.\n", 2, 1, "a cue is named like" },
    { "a slip in a key", HEAD "[scan.a.1]\ntext = A.\ntexts = B.\n", 4, 1,
      "perhaps \"text\" was meant" },
    { "twice the same", HEAD "[scan.a.1]\ntext = A.\n[scan.a.1]\ntext = B.\n", 4, 1,
      "this section begins in line 2 already" },
    { "an entry that belongs to none", HEAD "text = A.\n[scan.a.1]\ntext = A.\n", 2, 1,
      "belongs to none" },
};

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        const Problem *row = &problems[i];
        Lines *lines = read(row->text);
        const LinesProblem *told = &lines->problems[0];
        if (lines->problem_count != 1 || told->line != row->line ||
            told->column != row->column || strstr(told->sentence, row->told) == NULL)
            fail_msg("%s: %d problems, %d:%d: %s", row->says, lines->problem_count,
                     told->line, told->column, told->sentence);
        lines_close(lines);
    }
}

static void more_than_fit_are_told_once(void **state)
{
    (void)state;
    static char text[32768] = HEAD;
    for (int i = 0; i < CUES_MAX + 3; i++)
        sprintf(text + strlen(text), "[scan.p%d.1]\ntext = Here.\n", i);
    Lines *lines = read(text);
    assert_int_equal(book.count, CUES_MAX);
    assert_int_equal(lines->problem_count, 1);
    lines_close(lines);
}

static void a_file_that_is_not_good_changes_nothing(void **state)
{
    (void)state;
    load();
    const int32_t count = book.count;
    Error error = { "" };
    assert_false(cues_load(LEEWAY_ASSETS_DIR "/patterns", &book, &error));
    assert_non_null(strstr(error.text, "leeway cues 1"));
    assert_false(cues_load("/nowhere", &book, &error));
    assert_int_equal(book.count, count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_of_every_practice_are_there),
        cmocka_unit_test(the_table_says_what_the_file_says),
        cmocka_unit_test(they_leave_the_choice_where_it_is),
        cmocka_unit_test(a_cue_leads_to_the_place_in_its_name),
        cmocka_unit_test(longer_texts_stand_longer),
        cmocka_unit_test(a_voice_sets_the_length_and_takes_it_back),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(more_than_fit_are_told_once),
        cmocka_unit_test(a_file_that_is_not_good_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
