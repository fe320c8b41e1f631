/* SPDX-License-Identifier: MIT */
/* Any bytes as lines that can be read: nothing hidden, nothing lost. */
#include "app/shown.h"

#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static Shown shown; /* big */

typedef struct Row {
    const char *says, *bytes;
    size_t size;
    const char *lines; /* with | between them */
} Row;

#define BYTES(text) text, sizeof text - 1
#define TEN "0123456789"
#define FORTY TEN TEN TEN TEN

static const Row rows[] = {
    { "nothing", BYTES(""), "" },
    { "lines", BYTES("one\ntwo\n"), "one|two|" },
    { "the last one without an end", BYTES("one\ntwo"), "one|two|" },
    { "empty ones", BYTES("\n\none\n"), "||one|" },
    { "other line ends", BYTES("one\r\ntwo\r\n"), "one|two|" },
    { "a return alone", BYTES("one\rtwo"), "one\\x0Dtwo|" },
    { "a tab", BYTES("a\tb"), "a b|" },
    { "zeros", BYTES("\0\0"), "\\x00\\x00|" },
    { "controls", BYTES("\x1B[31m\x7F"), "\\x1B[31m\\x7F|" },
    { "no UTF-8", BYTES("\xFF\xC3"), "\\xFF\\xC3|" },
    { "letters", BYTES("M\xC3\xBCnze \xE2\x80\xA6"), "M\xC3\xBCnze \xE2\x80\xA6|" },
    { "controls of two bytes", BYTES("\xC2\x85"), "\\xC2\\x85|" },
    { "marks that turn words round", BYTES("\xE2\x80\xAE"), "\\xE2\\x80\\xAE|" },
    { "a mark without width",
      BYTES("\xEF\xBB\xBF"
            "a"),
      "\\xEF\\xBB\\xBFa|" },
    { "as long as a line may be", BYTES(FORTY FORTY), FORTY FORTY "|" },
    { "longer", BYTES(FORTY FORTY "1"), FORTY FORTY "|1|" },
    { "longer, with a space", BYTES(FORTY " " FORTY "12"), FORTY "|" FORTY "12|" },
    { "longer, with an early space", BYTES("a " FORTY FORTY),
      "a " FORTY TEN TEN TEN "01234567|89|" },
    { "what is written out stays whole", BYTES(FORTY TEN TEN TEN "0123456\xFF"),
      FORTY TEN TEN TEN "0123456|\\xFF|" },
};

static const char *joined(void)
{
    static char out[4096];
    out[0] = '\0';
    for (int32_t i = 0; i < shown.count; i++) {
        strcat(out, shown.lines[i]);
        strcat(out, "|");
    }
    return out;
}

static void test_every_byte_can_be_seen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        shown_forget(&shown);
        shown_add(&shown, rows[i].bytes, rows[i].size);
        if (strcmp(joined(), rows[i].lines) != 0)
            fail_msg("%s: %s", rows[i].says, joined());
        assert_false(shown.is_full);
    }
}

static void test_files_follow_each_other(void **state)
{
    (void)state;
    shown_forget(&shown);
    shown_say(&shown, "~/one");
    shown_say(&shown, "");
    shown_add(&shown, "a\nb", 3);
    shown_say(&shown, "~/two");
    assert_string_equal(joined(), "~/one||a|b|~/two|");
}

static void check_full(const char *bytes, size_t size)
{
    shown_forget(&shown);
    shown_add(&shown, bytes, size);
    assert_true(shown.is_full);
    const int32_t before = shown.count;
    shown_say(&shown, "The end.");
    assert_int_equal(shown.count, before + 1);
    assert_string_equal(shown.lines[before], "The end.");
}

static void test_what_is_too_much_leaves_room_to_say_so(void **state)
{
    (void)state;
    const size_t size = SHOWN_TEXT_MAX;
    char *bytes = calloc(size, 1);
    check_full(bytes, size);
    memset(bytes, '\n', size);
    check_full(bytes, size);
    free(bytes);
}

static void test_forgetting_leaves_nothing(void **state)
{
    (void)state;
    shown_forget(&shown);
    shown_add(&shown, "secret", 6);
    shown_forget(&shown);
    assert_int_equal(shown.count, 0);
    assert_int_equal(shown.text[0], 0);
    assert_int_equal(shown.text[5], 0);
}

/* Whatever the bytes are, no line is longer than it may be. */
static const char *any_bytes(Random *random, int32_t size)
{
    static const char likely[] = "ab \n\r\t\xC3\xBC\xE2\x80\xAE";
    char bytes[1024];
    for (int32_t i = 0; i < size; i++)
        bytes[i] = random_one_in(random, 3)
                       ? (char)random_between(random, 0, 255)
                       : likely[random_between(random, 0, sizeof likely - 2)];
    shown_forget(&shown);
    shown_add(&shown, bytes, (size_t)size);
    for (int32_t i = 0; i < shown.count; i++) {
        int32_t letters = 0;
        for (const char *c = shown.lines[i]; *c != '\0'; c++) {
            letters += (*c & 0xC0) != 0x80;
            if ((unsigned char)*c < 0x20)
                return random_say(random, "a control in line %d", (int)i);
        }
        if (letters > SHOWN_LETTERS_MAX)
            return random_say(random, "line %d has %d letters", (int)i, (int)letters);
    }
    return NULL;
}

static void test_no_line_is_too_long(void **state)
{
    (void)state;
    random_check(any_bytes, 500, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_byte_can_be_seen),
        cmocka_unit_test(test_files_follow_each_other),
        cmocka_unit_test(test_what_is_too_much_leaves_room_to_say_so),
        cmocka_unit_test(test_forgetting_leaves_nothing),
        cmocka_unit_test(test_no_line_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
