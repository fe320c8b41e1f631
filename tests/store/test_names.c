/* SPDX-License-Identifier: MIT */
#include "store/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *says;
    const char *list;
    const char *items; /* each as "name:more@place " */
} Row;

static const Row rows[] = {
    { "nothing", "", "" },
    { "blanks alone", "  ", "" },
    { "one", "feet", "feet:@0 " },
    { "two", "feet,hands", "feet:@0 hands:@5 " },
    { "blanks around", "  feet ,\thands ", "feet:@2 hands:@9 " },
    { "something behind a name", "feet  45, hands", "feet:45@0 hands:@10 " },
    { "several things behind it", "feet 45 s", "feet:45 s@0 " },
    { "an empty item", "feet,,hands", "feet:@0 :@5 hands:@6 " },
    { "a comma at the end", "feet,", "feet:@0 :@5 " },
    { "a comma alone", ",", ":@0 :@1 " },
};

static void items_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char found[256] = "";
        NamesCursor cursor = { .list = rows[i].list };
        for (Name name; names_next(&cursor, &name);)
            snprintf(found + strlen(found), sizeof found - strlen(found), "%s:%s@%zu ",
                     name.text, name.more, name.at);
        if (strcmp(found, rows[i].items) != 0)
            fail_msg("%s: %s", rows[i].says, found);
    }
}

static void a_long_name_is_cut(void **state)
{
    (void)state;
    char list[2 * NAMES_NAME_MAX];
    memset(list, 'x', sizeof list);
    list[sizeof list - 1] = '\0';
    NamesCursor cursor = { .list = list };
    Name name;
    assert_true(names_next(&cursor, &name));
    assert_int_equal(strlen(name.text), NAMES_NAME_MAX - 1);
    assert_false(names_next(&cursor, &name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_told_apart),
        cmocka_unit_test(a_long_name_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
