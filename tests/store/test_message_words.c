/* SPDX-License-Identifier: MIT */
/* The messages that come along, as far as words can be counted and looked up. Whether
 * they are kind is for whoever reads them aloud. */
#include "store/messages.h"
#include "support/lint_messages.h"
#include "support/syllables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { LEAST = 90, LEAST_OF_THEME = 4, SEEDS = 4 };

#define GRADE_MOST 6.0
#define GRADE_MEAN 4.5

static Messages messages; /* big */

static int load(void **state)
{
    (void)state;
    return messages_load(LEEWAY_ASSETS_DIR "/messages/en", &messages, NULL) ? 0 : -1;
}

static void there_are_enough_of_every_theme(void **state)
{
    int32_t of_theme[MESSAGES_THEME_COUNT + 1] = { 0 };
    (void)state;
    assert_true(messages.count >= LEAST);
    for (int32_t i = 0; i < messages.count; i++)
        of_theme[messages.items[i].theme]++;
    assert_int_equal(of_theme[0], 0);
    for (int32_t theme = 1; theme <= MESSAGES_THEME_COUNT; theme++)
        if (of_theme[theme] < LEAST_OF_THEME)
            fail_msg("theme %d, %s: %d", theme, messages_themes[theme], of_theme[theme]);
}

static void each_says_which_seed_lent_it_and_each_seed_did(void **state)
{
    int32_t of_seed[SEEDS] = { 0 };
    (void)state;
    for (int32_t i = 0; i < messages.count; i++) {
        const char *seed = messages.items[i].seed;
        if (strlen(seed) != 2 || seed[0] != 'S' || seed[1] < '0' || seed[1] > '3')
            fail_msg("%s: \"%s\"", messages.items[i].id, seed);
        of_seed[seed[1] - '0']++;
    }
    for (int seed = 0; seed < SEEDS; seed++)
        assert_true(of_seed[seed] > 0);
}

static void none_is_there_twice(void **state)
{
    (void)state;
    for (int32_t i = 0; i < messages.count; i++)
        for (int32_t j = 0; j < i; j++) {
            const Message *one = &messages.items[i], *other = &messages.items[j];
            if (strcmp(one->text, other->text) == 0 || strcmp(one->id, other->id) == 0)
                fail_msg("%s and %s", one->id, other->id);
        }
}

static void each_leaves_the_choice_where_it_is(void **state)
{
    int32_t wrong = 0;
    (void)state;
    for (int32_t i = 0; i < messages.count; i++) {
        const Message *message = &messages.items[i];
        const char *why = lint_messages(message->text);
        if (why == NULL)
            continue;
        print_error("%s: \"%s\": %s\n", message->id, message->text, why);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void each_can_be_read_by_a_tired_person(void **state)
{
    double sum = 0;
    int32_t wrong = 0;
    (void)state;
    for (int32_t i = 0; i < messages.count; i++) {
        const double grade = syllables_grade(messages.items[i].text);
        sum += grade;
        if (grade <= GRADE_MOST)
            continue;
        print_error("%s: grade %.1f\n", messages.items[i].id, grade);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    assert_true(sum / messages.count < GRADE_MEAN);
}

/* --- and what all of that is measured with --- */

static void syllables_are_counted(void **state)
{
    static const struct {
        const char *word;
        int syllables;
    } rows[] = {
        { "a", 1 },        { "the", 1 },    { "time", 1 },       { "times", 1 },
        { "table", 2 },    { "tables", 2 }, { "houses", 2 },     { "wanted", 2 },
        { "opened", 2 },   { "walked", 1 }, { "tried", 1 },      { "shoes", 1 },
        { "free", 1 },     { "agreed", 2 }, { "bridges", 2 },    { "dishes", 2 },
        { "own", 1 },      { "quiet", 2 },  { "being", 2 },      { "carrying", 3 },
        { "idea", 3 },     { "one's", 1 },  { "everything", 4 }, { "LITTLE", 2 },
        { "stations", 2 }, { "Hm", 1 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const int found = syllables_of(rows[i].word, strlen(rows[i].word));
        if (found != rows[i].syllables)
            fail_msg("%s: %d", rows[i].word, found);
    }
}

static void a_grade_is_of_words_and_sentences(void **state)
{
    static const struct {
        const char *text;
        double grade; /* by hand */
    } rows[] = {
        { "", 0 },
        { "...", 0 },
        { "The cup is blue.", 0.39 * 4 + 11.8 - 15.59 },
        { "The cup is blue. So what", 0.39 * 3 + 11.8 - 15.59 },
        { "A little table", 0.39 * 3 + 11.8 * 5 / 3 - 15.59 },
        { "The cup; it is blue?", 0.39 * 2.5 + 11.8 - 15.59 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const double off = syllables_grade(rows[i].text) - rows[i].grade;
        if (off > 1e-9 || off < -1e-9)
            fail_msg("%s: off by %f", rows[i].text, off);
    }
}

static void the_list_of_messages_knows_its_words(void **state)
{
    static const struct {
        const char *text, *why;
    } rows[] = {
        { "A door can open a little, or stay shut.", NULL },
        { "Trust can be lent like books.", NULL },
        { "Being asked is one thing.", NULL },
        { "Take the other bus.", "a sentence that begins as an order" },
        { "The bus goes. Don't run.", "a sentence that begins as an order" },
        { "A bus comes?  let it go by.", "a sentence that begins as an order" },
        { "Family can wait.", "family: not everybody is safe there" },
        { "It will be fine.", "be fine: a promise" },
        { "Researchers found it.", "research: statistics" },
        { "You carry a lot.", "you: told what it is" },
        { "A bag can be heavy, you\xE2\x80\x99ve seen it.", "you: told what it is" },
        { "A young bus, or an old one.", NULL },
        { "The seat is yours.", "yours: told what it has" },
        { "A cup can stay unwashed tonight.", "tonight: hurry" },
        { "It must be a bus.", "must: an order" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *why = lint_messages(rows[i].text);
        if ((why == NULL) != (rows[i].why == NULL) ||
            (why != NULL && strcmp(why, rows[i].why) != 0))
            fail_msg("%s: %s", rows[i].text, why != NULL ? why : "nothing");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_enough_of_every_theme),
        cmocka_unit_test(each_says_which_seed_lent_it_and_each_seed_did),
        cmocka_unit_test(none_is_there_twice),
        cmocka_unit_test(each_leaves_the_choice_where_it_is),
        cmocka_unit_test(each_can_be_read_by_a_tired_person),
        cmocka_unit_test(syllables_are_counted),
        cmocka_unit_test(a_grade_is_of_words_and_sentences),
        cmocka_unit_test(the_list_of_messages_knows_its_words),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
