/* SPDX-License-Identifier: MIT */
#include "store/nearest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const known[] = { "volume", "minutes", "marks", "sound",
                                     "holds",  "from",    "4-7-8", NULL };

typedef struct Row {
    const char *says;
    const char *typed;
    const char *meant;
} Row;

static const Row rows[] = {
    { "a letter left out", "volme", "volume" },
    { "a letter too many", "vollume", "volume" },
    { "a wrong letter", "vulume", "volume" },
    { "two letters swapped", "voulme", "volume" },
    { "two swapped in a short word", "form", "from" },
    { "capitals do not count", "VOLUME", "volume" },
    { "two slips in a long word", "minuts ", "minutes" },
    { "digits too", "4-7-9", "4-7-8" },
    { "a different word has no answer", "colour", NULL },
    { "a short one neither", "id", NULL },
    { "nothing has no answer", "", NULL },
    { "as long as a word can be", "volumevolumevolumevolumevolumevolumevolu", NULL },
    { "longer than any word", "volumevolumevolumevolumevolumevolumevolumes", NULL },
    { "bytes beyond ASCII", "v\xC3\xB6lume", "volume" },
};

static void it_finds_what_was_meant(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *nearest = nearest_word(rows[i].typed, known);
        if (rows[i].meant == NULL && nearest != NULL)
            fail_msg("%s: found %s", rows[i].says, nearest);
        if (rows[i].meant != NULL && nearest == NULL)
            fail_msg("%s: found nothing", rows[i].says);
        if (rows[i].meant != NULL)
            assert_string_equal(nearest, rows[i].meant);
    }
}

static void the_first_of_equals_wins(void **state)
{
    (void)state;
    static const char *const two[] = { "bell-a", "bell-b", NULL };
    assert_string_equal(nearest_word("bell-c", two), "bell-a");
}

static void nothing_is_near_to_nothing(void **state)
{
    (void)state;
    static const char *const none[] = { NULL };
    assert_null(nearest_word("volume", none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_finds_what_was_meant),
        cmocka_unit_test(the_first_of_equals_wins),
        cmocka_unit_test(nothing_is_near_to_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
