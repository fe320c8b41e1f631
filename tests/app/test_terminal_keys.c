/* SPDX-License-Identifier: MIT */
#include "app/terminal_keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *says;
    const char *bytes;
    bool is_all;
    int32_t used;
    ActionId action;
} Row;

static const Row rows[] = {
    { "Space", " ", false, 1, ACTION_PRESS },
    { "Enter", "\r", false, 1, ACTION_PRESS },
    { "q", "q", false, 1, ACTION_OUT },
    { "a capital is the same letter", "Q", false, 1, ACTION_OUT },
    { "Ctrl+C", "\003", false, 1, ACTION_OUT },
    { "n", "n", false, 1, ACTION_NO_HOLDS },
    { "m", "m", false, 1, ACTION_SOUND },
    { "plus", "+", false, 1, ACTION_QUICKER },
    { "minus", "-", false, 1, ACTION_SLOWER },
    { "a letter that means nothing", "x", false, 1, ACTION_NONE },
    { "one key at a time", "mq", false, 1, ACTION_SOUND },
    { "Esc may be more", "\033", false, 0, ACTION_NONE },
    { "Esc, and nothing came", "\033", true, 1, ACTION_OUT },
    { "Esc twice", "\033\033", false, 1, ACTION_OUT },
    { "up", "\033[A", false, 3, ACTION_QUICKER },
    { "down", "\033[B", false, 3, ACTION_SLOWER },
    { "up, of a keypad", "\033OA", false, 3, ACTION_QUICKER },
    { "down, of a keypad", "\033OB", false, 3, ACTION_SLOWER },
    { "up, with a modifier", "\033[1;5A", false, 6, ACTION_QUICKER },
    { "half of an arrow", "\033[", false, 0, ACTION_NONE },
    { "half of an arrow, and no more", "\033[", true, 2, ACTION_NONE },
    { "right means nothing", "\033[C", false, 3, ACTION_NONE },
    { "F5, as a whole", "\033[15~q", false, 5, ACTION_NONE },
    { "a mouse, as a whole", "\033[<0;12;7Mq", false, 10, ACTION_NONE },
    { "Alt and q", "\033q", false, 2, ACTION_NONE },
    { "a sequence that broke off", "\033[1\003", false, 3, ACTION_NONE },
    { "a letter of two bytes", "\303\266q", false, 2, ACTION_NONE },
    { "a stray byte", "\377q", false, 1, ACTION_NONE },
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void test_keys(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        const Row *row = &rows[i];
        ActionId action = ACTION_KEYS;
        const int32_t used =
            terminal_key(row->bytes, (int32_t)strlen(row->bytes), row->is_all, &action);
        if (used != row->used || action != row->action)
            fail_msg("%s: %d bytes, action %d", row->says, (int)used, (int)action);
    }
}

/* Whatever comes in, it is used up, and nothing but what is there. */
static void test_every_two_bytes_come_to_an_end(void **state)
{
    (void)state;
    for (int first = 0; first < 256; first++)
        for (int second = 0; second < 256; second++) {
            const char bytes[] = { (char)first, (char)second };
            ActionId action;
            const int32_t used = terminal_key(bytes, 2, true, &action);
            assert_in_range(used, 1, 2);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_every_two_bytes_come_to_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
