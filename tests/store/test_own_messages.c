/* SPDX-License-Identifier: MIT */
#include "store/own_messages.h"

#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway messages 1\n"

static Messages messages; /* big */

/* One that came along. */
static void fill(void)
{
    messages = (Messages){ .count = 1 };
    strcpy(messages.items[0].id, "a-door");
    strcpy(messages.items[0].text, "A door.");
    messages.items[0].theme = 3;
}

static FilePath file(void **state)
{
    return scratch_path(state, "messages");
}

static Message wrote(const char *text)
{
    Message message = { .is_own = true };
    snprintf(message.text, sizeof message.text, "%s", text);
    return message;
}

static bool keep(void **state, Message *message)
{
    const bool is_kept = own_messages_keep(file(state).text, &messages, message, NULL);
    own_messages_put(&messages, message);
    return is_kept;
}

typedef struct Row {
    const char *says;
    const char *file;
    const char *ids; /* of the own ones, in their order */
    const char *told;
} Row;

static const Row rows[] = {
    { "a text is enough", HEAD "[tea]\ntext = Tea.\n", "tea", NULL },
    { "with a theme", HEAD "[tea]\ntheme = 3\ntext = Tea.\n", "tea", NULL },
    { "none yet", HEAD "# nothing\n", "", NULL },
    { "the id of one that came along", HEAD "[a-door]\ntext = Mine.\n", "a-door", NULL },
    { "the sound ones count", HEAD "[a]\ntheme = 2\n[b]\ntext = b\n", "b",
      "2:1: this section has no \"text\"" },
    { "a theme that is none", HEAD "[a]\ntheme = 16\ntext = a\n", "", "3:9:" },
    { "a key that is none", HEAD "[a]\nwords = x\ntext = a\n", "a", "3:1:" },
    { "the first of two", HEAD "[a]\ntext = a\n[a]\ntext = b\n", "a", "4:1:" },
    { "a damaged file", "my messages\n[a]\ntext = a\n", "", "leeway messages 1" },
};

static void own_ones_stand_behind_the_others(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Error error = { "" };
        char ids[256] = "";
        fill();
        scratch_write(file(state).text, rows[i].file);
        const bool is_good = own_messages_load(file(state).text, &messages, &error);
        for (int32_t m = 1; m < messages.count; m++) {
            assert_true(messages.items[m].is_own);
            sprintf(ids + strlen(ids), "%s%s", m > 1 ? " " : "", messages.items[m].id);
        }
        if (strcmp(ids, rows[i].ids) != 0)
            fail_msg("%s: %s", rows[i].says, ids);
        if (is_good != (rows[i].told == NULL) ||
            (!is_good && strstr(error.text, rows[i].told) == NULL))
            fail_msg("%s: %s", rows[i].says, error.text);
    }
}

static void more_than_fit_are_told(void **state)
{
    (void)state;
    static char text[8192] = HEAD;
    fill();
    for (int i = 0; i <= MESSAGES_OWN_MAX; i++)
        sprintf(text + strlen(text), "[m%d]\ntext = x\n", i);
    Lines *lines = lines_open("file", text, strlen(text), &messages_format, NULL);
    own_messages_read(lines, &messages);
    assert_int_equal(own_messages_count(&messages), MESSAGES_OWN_MAX);
    assert_int_equal(lines->problem_count, 1);
    assert_false(own_messages_has_room(&messages));
    lines_close(lines);
}

static void no_file_is_no_failure(void **state)
{
    fill();
    assert_true(own_messages_load(file(state).text, &messages, NULL));
    assert_int_equal(messages.count, 1);
}

static void one_is_given_the_name_of_its_words(void **state)
{
    static const struct {
        const char *text, *id;
    } written[] = {
        { "The kettle, again.", "the-kettle-again" },
        { "The kettle: again", "the-kettle-again-2" },
        { "A door", "a-door-2" }, /* that one came along */
        { "\xCE\xA4\xCE\xAD\xCE\xBB\xCE\xBF\xCF\x82", "message" },
        { "7", "message-7" },
        { "One thing after another and then one more",
          "one-thing-after-another-and-then" },
    };
    fill();
    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        Message message = wrote(written[i].text);
        assert_true(keep(state, &message));
        if (strncmp(message.id, written[i].id, MESSAGES_ID_MAX - 1) != 0)
            fail_msg("%s: %s", written[i].text, message.id);
    }
    const int32_t count = messages.count;
    fill();
    assert_true(own_messages_load(file(state).text, &messages, NULL));
    assert_int_equal(messages.count, count);
}

static void what_else_stands_in_the_file_stays(void **state)
{
    fill();
    scratch_write(file(state).text,
                  HEAD "# by hand\n\n[tea]\ntheme = 3\nnote = x\ntext = Tea.\n");
    own_messages_load(file(state).text, &messages, NULL);
    Message tea = messages.items[1];
    strcpy(tea.text, "More tea.");
    assert_true(keep(state, &tea));
    Message lamp = wrote("A lamp.");
    assert_true(keep(state, &lamp));
    scratch_expect(file(state).text,
                   HEAD "# by hand\n\n[tea]\ntheme = 3\nnote = x\ntext = More tea.\n"
                        "\n[a-lamp]\ntext = A lamp.\n");
    assert_true(own_messages_erase(file(state).text, "tea", NULL));
    assert_true(own_messages_erase(file(state).text, "tea", NULL));
    scratch_expect(file(state).text, HEAD "# by hand\n\n[a-lamp]\ntext = A lamp.\n");
    own_messages_remove(&messages, "tea");
    own_messages_remove(&messages, "tea");
    assert_int_equal(own_messages_count(&messages), 1);
    assert_int_equal(own_messages_find(&messages, "a-door"), -1);
}

static void a_damaged_file_is_set_aside(void **state)
{
    Message tea = wrote("Tea.");
    fill();
    scratch_write(file(state).text, "something else\n");
    assert_true(own_messages_erase(file(state).text, "tea", NULL));
    scratch_expect(file(state).text, "something else\n");
    assert_true(keep(state, &tea));
    scratch_expect(file(state).text, HEAD "\n[tea]\ntext = Tea.\n");
    scratch_expect(scratch_path(state, "messages.bad").text, "something else\n");
}

static void one_that_cannot_be_written_has_a_name_all_the_same(void **state)
{
    Error error = { "" };
    Message tea = wrote("Tea.");
    fill();
    scratch_write(file(state).text, "a file where a folder would be");
    const FilePath below = scratch_path(state, "messages/messages");
    assert_false(own_messages_keep(below.text, &messages, &tea, &error));
    assert_string_equal(tea.id, "tea");
    assert_true(error.text[0] != '\0');
}

#define TEST(function)                                                                   \
    cmocka_unit_test_setup_teardown(function, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(own_ones_stand_behind_the_others),
        TEST(more_than_fit_are_told),
        TEST(no_file_is_no_failure),
        TEST(one_is_given_the_name_of_its_words),
        TEST(what_else_stands_in_the_file_stays),
        TEST(a_damaged_file_is_set_aside),
        TEST(one_that_cannot_be_written_has_a_name_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
