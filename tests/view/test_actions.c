/* SPDX-License-Identifier: MIT */
#include "support/lint.h"
#include "view/actions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void test_every_row_is_complete(void **state)
{
    (void)state;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const Action *row = action_row((ActionId)id);
        assert_true(row->id[0] != '\0' && row->key[0] != '\0' && row->says[0] != '\0');
        assert_true(row->legend == NULL || row->legend[0] != '\0');
    }
}

static void test_no_two_rows_are_alike(void **state)
{
    (void)state;
    for (int a = ACTION_NONE; a < ACTION_COUNT; a++)
        for (int b = a + 1; b < ACTION_COUNT; b++) {
            const Action *one = action_row((ActionId)a), *other = action_row((ActionId)b);
            assert_string_not_equal(one->id, other->id);
            assert_string_not_equal(one->key, other->key);
            assert_string_not_equal(one->says, other->says);
        }
}

static void test_ids_are_for_programs(void **state)
{
    (void)state;
    for (int id = ACTION_NONE; id < ACTION_COUNT; id++) {
        const char *name = action_row((ActionId)id)->id;
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz-"), strlen(name));
    }
}

static void test_the_words_are_kind(void **state)
{
    (void)state;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const Action *row = action_row((ActionId)id);
        const char *says = lint_words(row->says);
        const char *legend = row->legend != NULL ? lint_words(row->legend) : NULL;
        if (says != NULL || legend != NULL)
            fail_msg("%s: %s", row->id, says != NULL ? says : legend);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_is_complete),
        cmocka_unit_test(test_no_two_rows_are_alike),
        cmocka_unit_test(test_ids_are_for_programs),
        cmocka_unit_test(test_the_words_are_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
