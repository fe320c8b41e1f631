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
    int32_t way;
} Row;

static const Row rows[] = {
    { "Space", " ", false, 1, ACTION_PRESS, 0 },
    { "Enter", "\r", false, 1, ACTION_PRESS, 0 },
    { "q", "q", false, 1, ACTION_OUT, 0 },
    { "a capital is the same letter", "Q", false, 1, ACTION_OUT, 0 },
    { "Ctrl+C", "\003", false, 1, ACTION_OUT, 0 },
    { "n", "n", false, 1, ACTION_NO_HOLDS, 0 },
    { "m", "m", false, 1, ACTION_SOUND, 0 },
    { "h", "h", false, 1, ACTION_HIDE, 0 },
    { "o", "o", false, 1, ACTION_ANOTHER_WAY, 0 },
    { "a way by its number", "2", false, 1, ACTION_NONE, 2 },
    { "the last number", "9", false, 1, ACTION_NONE, 9 },
    { "no number of a way", "0", false, 1, ACTION_NONE, 0 },
    { "a number inside a sequence", "\033[2~", false, 4, ACTION_NONE, 0 },
    { "plus", "+", false, 1, ACTION_QUICKER, 0 },
    { "minus", "-", false, 1, ACTION_SLOWER, 0 },
    { "a letter that means nothing", "x", false, 1, ACTION_NONE, 0 },
    { "one key at a time", "mq", false, 1, ACTION_SOUND, 0 },
    { "Esc may be more", "\033", false, 0, ACTION_NONE, 0 },
    { "Esc, and nothing came", "\033", true, 1, ACTION_OUT, 0 },
    { "Esc twice", "\033\033", false, 1, ACTION_OUT, 0 },
    { "up", "\033[A", false, 3, ACTION_QUICKER, 0 },
    { "down", "\033[B", false, 3, ACTION_SLOWER, 0 },
    { "up, of a keypad", "\033OA", false, 3, ACTION_QUICKER, 0 },
    { "down, of a keypad", "\033OB", false, 3, ACTION_SLOWER, 0 },
    { "up, with a modifier", "\033[1;5A", false, 6, ACTION_QUICKER, 0 },
    { "half of an arrow", "\033[", false, 0, ACTION_NONE, 0 },
    { "half of an arrow, and no more", "\033[", true, 2, ACTION_NONE, 0 },
    { "right", "\033[C", false, 3, ACTION_ON, 0 },
    { "left", "\033[D", false, 3, ACTION_BACK, 0 },
    { "left, of a keypad", "\033OD", false, 3, ACTION_BACK, 0 },
    { "Delete", "\033[3~", false, 4, ACTION_LEAVE_OUT, 0 },
    { "another key of that block", "\033[31~", false, 5, ACTION_NONE, 0 },
    { "d", "d", false, 1, ACTION_LEAVE_OUT, 0 },
    { "on", ".", false, 1, ACTION_ON, 0 },
    { "on, with Shift", ">", false, 1, ACTION_ON, 0 },
    { "back", ",", false, 1, ACTION_BACK, 0 },
    { "back, with Shift", "<", false, 1, ACTION_BACK, 0 },
    { "end means nothing", "\033[F", false, 3, ACTION_NONE, 0 },
    { "p", "p", false, 1, ACTION_PEOPLE, 0 },
    { "F2", "\033OQ", false, 3, ACTION_PEOPLE, 0 },
    { "F2, as others send it", "\033[12~", false, 5, ACTION_PEOPLE, 0 },
    { "F2 of the console", "\033[[B", false, 4, ACTION_PEOPLE, 0 },
    { "F1 of the console, as a whole", "\033[[Aq", false, 4, ACTION_NONE, 0 },
    { "half of F2 of the console", "\033[[", false, 0, ACTION_NONE, 0 },
    { "half of it, and no more", "\033[[", true, 3, ACTION_NONE, 0 },
    { "F5, as a whole", "\033[15~q", false, 5, ACTION_NONE, 0 },
    { "a mouse, as a whole", "\033[<0;12;7Mq", false, 10, ACTION_NONE, 0 },
    { "Alt and q", "\033q", false, 2, ACTION_NONE, 0 },
    { "a sequence that broke off", "\033[1\003", false, 3, ACTION_NONE, 0 },
    { "a letter of two bytes", "\303\266q", false, 2, ACTION_NONE, 0 },
    { "a stray byte", "\377q", false, 1, ACTION_NONE, 0 },
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void test_keys(void **state)
{
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        const Row *row = &rows[i];
        TerminalKey key = { .action = ACTION_KEYS, .way = 99 };
        const int32_t used =
            terminal_key(row->bytes, (int32_t)strlen(row->bytes), row->is_all, &key);
        if (used != row->used || key.action != row->action || key.way != row->way)
            fail_msg("%s: %d bytes, action %d, way %d", row->says, (int)used,
                     (int)key.action, (int)key.way);
    }
}

/* Whatever comes in, it is used up, and nothing but what is there. */
static void test_every_two_bytes_come_to_an_end(void **state)
{
    (void)state;
    for (int first = 0; first < 256; first++)
        for (int second = 0; second < 256; second++) {
            const char bytes[] = { (char)first, (char)second };
            TerminalKey key;
            const int32_t used = terminal_key(bytes, 2, true, &key);
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
