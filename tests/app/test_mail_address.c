/* SPDX-License-Identifier: MIT */
#include "app/mail_address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BODY "mailto:?body="

typedef struct Row {
    const char *says, *text, *address;
} Row;

static const Row rows[] = {
    { "nothing", "", BODY },
    { "letters, digits and what is safe", "Az09-._~", BODY "Az09-._~" },
    { "a space is no plus", "a b+c", BODY "a%20b%2Bc" },
    { "a line ends as mails have it", "a\nb", BODY "a%0D%0Ab" },
    { "an end of two signs is one", "a\r\nb", BODY "a%0D%0Ab" },
    { "an old end is one", "a\rb", BODY "a%0D%0Ab" },
    { "an empty line stays", "a\n\nb", BODY "a%0D%0A%0D%0Ab" },
    { "an end at the end", "a\r", BODY "a%0D%0A" },
    { "what would end the body", "a&subject=b#c?d", BODY "a%26subject%3Db%23c%3Fd" },
    { "a percent sign", "100 %", BODY "100%20%25" },
    { "what a shell would read", "$(x)`;\"'\\", BODY "%24%28x%29%60%3B%22%27%5C" },
    { "a name is no name", "ana@example.org", BODY "ana%40example.org" },
    { "two bytes", "Zo\xC3\xAB", BODY "Zo%C3%AB" },
    { "three bytes", "\xE2\x80\x94", BODY "%E2%80%94" },
    { "four bytes", "\xF0\x9F\x8C\xBF", BODY "%F0%9F%8C%BF" },
    { "a tab and a bell", "\t\a", BODY "%09%07" },
};

static void a_text_is_the_body_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char address[128];
        assert_true(mail_address(rows[i].text, address, sizeof address));
        if (strcmp(address, rows[i].address) != 0)
            fail_msg("%s: %s, not %s", rows[i].says, address, rows[i].address);
    }
}

static void what_does_not_fit_is_not_begun(void **state)
{
    (void)state;
    char address[32];
    const size_t whole = strlen(BODY "a%20b") + 1;
    assert_true(mail_address("a b", address, whole));
    for (size_t size = 1; size < whole; size++) {
        memset(address, 'x', sizeof address);
        assert_false(mail_address("a b", address, size));
        assert_string_equal(address, "");
        for (size_t i = 0; i < size; i++)
            assert_int_equal(address[i], '\0');
        assert_int_equal(address[size], 'x');
    }
    assert_false(mail_address("", NULL, 0));
}

static void the_longest_text_of_anything_fits(void **state)
{
    (void)state;
    static char text[MAIL_TEXT_MAX + 1], address[MAIL_ADDRESS_MAX];
    memset(text, '\n', sizeof text - 1); /* nothing is longer than an end of a line */
    assert_true(mail_address(text, address, sizeof address));
    assert_int_equal(strlen(address), strlen(BODY) + 6 * MAIL_TEXT_MAX);
    for (size_t i = 0; i + 1 < sizeof text; i += 2)
        memcpy(text + i, "\xD0\xB6", 2);
    assert_true(mail_address(text, address, sizeof address));
    memset(text, ' ', sizeof text - 1);
    assert_true(mail_address(text, address, sizeof address));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_the_body_and_nothing_else),
        cmocka_unit_test(what_does_not_fit_is_not_begun),
        cmocka_unit_test(the_longest_text_of_anything_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
