/* SPDX-License-Identifier: MIT */
#include "store/cues.h"
#include "support/lint_cues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *id;
    const char *text;
    const char *why; /* NULL: nothing is wrong */
} Row;

#define ORDER "an instruction"
#define FEELING "a word that tells people what to feel, or how"

static const Row rows[] = {
    { "scan.arm.1", "The arm, in a sleeve.", NULL },
    { "scan.arm.1", "One two three four five six seven eight nine ten eleven twelve.",
      NULL },
    { "scan.arm.1", "A one two three four five six seven eight nine ten eleven twelve.",
      "more than 12 words" },
    { "scan.arm.1", "The arm", "no full stop" },
    { "scan.arm.1", "", "no full stop" },
    { "scan.arm.1", "The arm: a sleeve.", "a sign that a voice cannot read" },
    { "scan.arm.1", "The arm\xE2\x80\x94here.", "a sign that a voice cannot read" },
    { "scan.arm.1", "The arm may relax.", "relax: cannot be ordered" },
    { "scan.arm.1", "The arm may soften.", FEELING },
    { "scan.arm.1", "Warmth in the arm.", FEELING },
    { "scan.arm.1", "Breathing into the arm.", FEELING },
    { "scan.arm.1", "The arm, and how it feels.", FEELING },
    { "scan.arm.1", "Your arm.", FEELING },
    { "scan.arm.1", "Look at the arm.", ORDER },
    { "scan.arm.1", "The arm. Look at it.", ORDER },
    { "scan.arm.1", "The arm, look at it.", ORDER },
    { "scan.arm.1", "The arm, or stay at the hand.", ORDER },
    { "scan.arm.1", "The arm, and then move on.", ORDER },
    { "scan.arm.1", "The arm in sight and leave it.", ORDER },
    { "scan.arm.1", "The arm can stay. A look at it.", NULL },
    { "scan.arm.1", "Openings of a sleeve.", NULL },
    { "scan.arm.1", "Nothing there.", "nothing at all belongs into the second wording" },
    { "scan.arm.2", "The arm. Nothing there counts.", NULL },
    { "scan.arm.2", "The arm, in a sleeve.", "no room for nothing at all" },
    { "scan.arm.2", "The arm, northwards.", "no room for nothing at all" },
    { "scan.arm.3", "The arm, or the sounds around instead.", NULL },
    { "scan.arm.3", "The arm, in a sleeve.", "no way past" },
    { "scan.arm.3", "The arm, or no sound instead.",
      "nothing at all belongs into the second wording" },
    { "scan.linger.1", "A while longer.", "no way past" },
    { "scan.linger.1", "A while longer, or something else.", NULL },
    { "scan.leave.2", "The room again.", NULL },
    { "breath.in", "In", NULL },
    { "breath.hold-full", "Hold", NULL },
    { "breath.in", "Breathe in", "more than one word at a turn" },
};

static void expect(const char *id, const char *text, const char *why)
{
    const char *found = lint_cue(id, text);
    if ((found == NULL) != (why == NULL) || (why != NULL && strcmp(found, why) != 0))
        fail_msg("%s: \"%s\": %s", id, text, found != NULL ? found : "nothing is wrong");
}

static void the_lint_knows_what_a_cue_keeps_to(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(rows[i].id, rows[i].text, rows[i].why);
}

static CueBook book;

static int load(void **state)
{
    (void)state;
    Error error = { "" };
    if (cues_load(LEEWAY_ASSETS_DIR "/cues/en", &book, &error))
        return 0;
    fprintf(stderr, "%s\n", error.text);
    return -1;
}

static void every_cue_leaves_the_choice_where_it_is(void **state)
{
    (void)state;
    for (int32_t i = 0; i < book.count; i++)
        expect(book.cues[i].id, book.cues[i].text, NULL);
}

static void no_cue_says_what_another_says(void **state)
{
    (void)state;
    for (int32_t i = 0; i < book.count; i++)
        for (int32_t k = 0; k < i; k++)
            if (strcmp(book.cues[i].text, book.cues[k].text) == 0)
                fail_msg("%s says what %s says", book.cues[i].id, book.cues[k].id);
}

static void expect_cue(const char *family, const char *end)
{
    char id[CUES_ID_MAX];
    (void)snprintf(id, sizeof id, "%s%s", family, end);
    if (cues_find(&book, id) < 0)
        fail_msg("there is no %s", id);
}

/* "scan.hands.1" stands for scan.hands.2 and scan.hands.3 as well. */
static void every_place_has_three_wordings(void **state)
{
    (void)state;
    int32_t places = 0;
    for (int32_t i = 0; i < book.count; i++) {
        if (strncmp(book.cues[i].id, "scan.", 5) != 0)
            continue;
        char family[CUES_ID_MAX];
        (void)snprintf(family, sizeof family, "%.*s", (int)strlen(book.cues[i].id) - 1,
                       book.cues[i].id);
        for (char end[] = "1"; end[0] <= '3'; end[0]++)
            expect_cue(family, end);
        places++;
    }
    assert_true(places > 0);
}

static void what_belongs_to_no_place_is_there(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "scan.arrive.3", "scan.whole.3",  "scan.leave.3",      "scan.linger.6",
        "breath.in",     "breath.top-up", "breath.hold-full",  "breath.out",
        "sit.open.1",    "sit.close.1",   "breath.hold-empty",
    };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        expect_cue(ids[i], "");
}

/* Open eyes are named first, and nobody is asked to close them. */
static void open_eyes_come_first(void **state)
{
    (void)state;
    const int32_t first = cues_find(&book, "scan.arrive.1");
    assert_true(first >= 0);
    assert_int_equal(strncmp(book.cues[first].text, "Eyes open", 9), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lint_knows_what_a_cue_keeps_to),
        cmocka_unit_test(every_cue_leaves_the_choice_where_it_is),
        cmocka_unit_test(no_cue_says_what_another_says),
        cmocka_unit_test(every_place_has_three_wordings),
        cmocka_unit_test(what_belongs_to_no_place_is_there),
        cmocka_unit_test(open_eyes_come_first),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
