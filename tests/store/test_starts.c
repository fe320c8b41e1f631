/* SPDX-License-Identifier: MIT */
#include "store/starts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway starts 1\n"

static void the_ones_that_come_along(void **state)
{
    static const char *const ids[] = { "sign-of-life", "small-question", "ten-minutes",
                                       "call", "no-line" };
    (void)state;
    Starts starts;
    Error error = { "" };
    if (!starts_load(LEEWAY_ASSETS_DIR "/starts/en", &starts, &error))
        fail_msg("%s", error.text);
    assert_int_equal(starts.count, 5);
    for (int32_t i = 0; i < starts.count; i++) {
        assert_string_equal(starts.items[i].id, ids[i]);
        assert_null(strchr(starts.items[i].text, '!'));
    }
    assert_string_equal(starts.items[4].text, "");
}

/* What asks for something leaves the other a no; what asks for nothing says so. */
static void a_no_is_easy(void **state)
{
    (void)state;
    Starts starts;
    assert_true(starts_load(LEEWAY_ASSETS_DIR "/starts/en", &starts, NULL));
    for (int32_t i = 0; i < starts.count; i++) {
        const char *text = starts.items[i].text;
        if (strchr(text, '?') != NULL && strstr(text, "A no is fine.") == NULL)
            fail_msg("%s", text);
    }
}

static const struct {
    const char *says, *text;
    int32_t count;
    const char *told;
} rows[] = {
    { "a line", HEAD "[a]\nname = a\ntext = Hello.\n", 1, NULL },
    { "no line", HEAD "[a]\nname = none\n", 1, NULL },
    { "none at all", HEAD, 0, NULL },
    { "no name", HEAD "[a]\ntext = Hello.\n", 0, "name" },
    { "an empty text", HEAD "[a]\nname = a\ntext =\n", 0, "" },
    { "a key that nobody knows", HEAD "[a]\nname = a\nsize = 2\n", 1, "size" },
    { "something before the first", HEAD "name = a\n", 0, "" },
    { "as many as there is room for",
      HEAD "[a]\nname=a\n[b]\nname=b\n[c]\nname=c\n[d]\nname=d\n[e]\nname=e\n"
           "[f]\nname=f\n[g]\nname=g\n",
      7, NULL },
    { "one too many",
      HEAD "[a]\nname=a\n[b]\nname=b\n[c]\nname=c\n[d]\nname=d\n[e]\nname=e\n"
           "[f]\nname=f\n[g]\nname=g\n[h]\nname=h\n",
      7, "more than 7" },
    { "another file", "leeway messages 1\n[a]\nname = a\n", 0, "" },
};

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Starts starts;
        Error error = { "" };
        Lines *lines =
            lines_open("file", rows[i].text, strlen(rows[i].text), &starts_format, NULL);
        starts_read(lines, &starts);
        const bool is_good = lines_is_good(lines, &error);
        if (is_good != (rows[i].told == NULL) || starts.count != rows[i].count ||
            (!is_good && strstr(error.text, rows[i].told) == NULL))
            fail_msg("%s: %d, %s", rows[i].says, (int)starts.count, error.text);
        lines_close(lines);
    }
}

static void all_or_nothing(void **state)
{
    (void)state;
    Starts starts = { .count = 3 };
    assert_false(starts_load("/nowhere/starts", &starts, NULL));
    assert_int_equal(starts.count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ones_that_come_along),
        cmocka_unit_test(a_no_is_easy),
        cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(all_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
