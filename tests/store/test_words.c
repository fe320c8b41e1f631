/* SPDX-License-Identifier: MIT */
#include "store/messages.h"
#include "store/patterns.h"
#include "support/lint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *text;
    const char *why; /* NULL: nothing is wrong */
} Row;

static const Row rows[] = {
    { "A door can open a little, or stay shut.", NULL },
    { "It must be now.", "must: an order" },
    { "MUST", "must: an order" },
    { "mustard", NULL },
    { "Adjust the lamp, or not.", NULL },
    { "At  Least once", "at least: makes light of it" },
    { "relaxing", "relax: cannot be ordered" },
    { "unhealed", NULL },
    { "healing", "heal: a promise" },
    { "You\xE2\x80\x99re here", "you're: tells people what they are" },
    { "Nothing has to be settled.", NULL },
    { "Nothing has to be settled, and it has to stay so.", "has to: an order" },
    { "Hello!", "!: raises its voice" },
    { "No place has to be felt.", NULL },
    { "Space held is in, let go is out.", NULL },
    { "It can be let go.", "let go: cannot be ordered" },
    { "12 days ago", "days ago: dates an absence" },
    { "Your last session was long.", "last session: dates an absence" },
    { "14 breaths in total", "total: counts against people" },
    { "total_ms", NULL },
    { "", NULL },
};

static void expect(const char *text, const char *found, const char *why)
{
    if ((found == NULL) != (why == NULL) || (why != NULL && strcmp(found, why) != 0))
        fail_msg("\"%s\": %s", text, found != NULL ? found : "nothing");
}

static void the_list_knows_its_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(rows[i].text, lint_words(rows[i].text), rows[i].why);
}

static void a_message_is_short(void **state)
{
    (void)state;
    char text[200];
    memset(text, 'x', sizeof text);
    text[140] = '\0';
    expect(text, lint_message(text), NULL);
    text[140] = 'x';
    text[141] = '\0';
    expect(text, lint_message(text), "more than 140 letters");
    const char *words = "a b c d e f g h i j k l m n o p q r s t u.";
    expect(words, lint_message(words), "a sentence of more than 20 words");
    const char *three = "a b c d e f g h i. J k l m n o p q. R s t u v w x y.";
    expect(three, lint_message(three), NULL);
    three = "a b c d e f g h i. J k l m n o p q. R s t u v w x y z.";
    expect(three, lint_message(three), "three sentences of more than 25 words");
    expect("A. B. C. D.", lint_message("A. B. C. D."), "more than three sentences");
    expect("A. Must. C.", lint_message("A. Must. C."), "must: an order");
}

static void expect_clean(const char *id, const char *text, const char *why)
{
    if (why != NULL)
        fail_msg("%s: \"%s\": %s", id, text, why);
}

static void messages_leave_the_choice_where_it_is(void **state)
{
    (void)state;
    static Messages messages;
    Error error = { "" };
    if (!messages_load(LEEWAY_ASSETS_DIR "/messages/en", &messages, &error))
        fail_msg("%s", error.text);
    for (int i = 0; i < messages.count; i++) {
        const Message *message = &messages.items[i];
        expect_clean(message->id, message->text, lint_message(message->text));
    }
}

static void patterns_describe_and_do_not_promise(void **state)
{
    (void)state;
    static Patterns patterns;
    Error error = { "" };
    if (!patterns_load(LEEWAY_ASSETS_DIR "/patterns", &patterns, &error))
        fail_msg("%s", error.text);
    for (int i = 0; i < patterns.count; i++) {
        const NamedPattern *pattern = &patterns.items[i];
        expect_clean(pattern->id, pattern->name, lint_message(pattern->name));
        expect_clean(pattern->id, pattern->says, lint_message(pattern->says));
        expect_clean(pattern->id, pattern->source, lint_words(pattern->source));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_knows_its_words),
        cmocka_unit_test(a_message_is_short),
        cmocka_unit_test(messages_leave_the_choice_where_it_is),
        cmocka_unit_test(patterns_describe_and_do_not_promise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
