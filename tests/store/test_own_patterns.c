/* SPDX-License-Identifier: MIT */
#include "store/own_patterns.h"

#include "core/pattern.h"
#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway patterns 1\n"

static Patterns patterns; /* big */

static void load_shipped(void)
{
    assert_true(patterns_load(LEEWAY_ASSETS_DIR "/patterns", &patterns, NULL));
}

static FilePath own_file(void **state)
{
    return scratch_path(state, "patterns");
}

static NamedPattern made(const char *name, const char *numbers)
{
    NamedPattern named = { .name = "" };
    snprintf(named.name, sizeof named.name, "%s", name);
    assert_null(pattern_parse(numbers, &named.pattern));
    return named;
}

static bool keep(void **state, NamedPattern *named)
{
    const bool is_kept = own_patterns_keep(own_file(state).text, &patterns, named, NULL);
    own_patterns_put(&patterns, named);
    return is_kept;
}

typedef struct Row {
    const char *says;
    const char *file;
    const char *ids; /* of the own ones, in their order */
    bool is_good;
} Row;

static const Row files[] = {
    { "a name and numbers are enough", HEAD "[evening]\nname = Evening\nnumbers = 4-6\n",
      "evening", true },
    { "none yet", HEAD "# nothing\n", "", true },
    { "one that is taken already", HEAD "[box]\nname = My box\nnumbers = 5-5-5-5\n",
      "box-2", true },
    { "the one behind it as well",
      HEAD "[box]\nname = a\nnumbers = 5-5\n[box-2]\nname = b\nnumbers = 6-6\n",
      "box-2 box-2-2", true },
    { "one that would be numbers", HEAD "[4-6]\nname = a\nnumbers = 5-5\n", "pattern-4-6",
      true },
    { "the sound ones count",
      HEAD "[a]\nname = a\n[b]\nname = b\nnumbers = 5-5\n"
           "[c]\nname = c\nnumbers = 1-1\n",
      "b", false },
    { "an unknown key is told", HEAD "[a]\nname = a\nnumbers = 5-5\nnote = x\n", "a",
      false },
    { "the first of two counts",
      HEAD "[a]\nname = a\nnumbers = 5-5\n[a]\nname = b\nnumbers = 6-6\n", "a", false },
    { "a damaged file has none", "no patterns\n[a]\nname = a\nnumbers = 5-5\n", "",
      false },
};

static void own_ones_join_the_others(void **state)
{
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        load_shipped();
        const int32_t shipped = patterns.count;
        scratch_write(own_file(state).text, files[i].file);
        Error error = { "" };
        const bool is_good = own_patterns_load(own_file(state).text, &patterns, &error);
        char ids[256] = "";
        for (int32_t p = shipped; p < patterns.count; p++)
            snprintf(ids + strlen(ids), sizeof ids - strlen(ids), "%s%s",
                     p > shipped ? " " : "", patterns.items[p].id);
        if (is_good != files[i].is_good || strcmp(ids, files[i].ids) != 0)
            fail_msg("%s: \"%s\", %s", files[i].says, ids, error.text);
        assert_int_equal(own_patterns_count(&patterns), patterns.count - shipped);
        scratch_expect(own_file(state).text, files[i].file);
    }
}

static void no_file_is_no_failure(void **state)
{
    load_shipped();
    const int32_t shipped = patterns.count;
    assert_true(own_patterns_load(own_file(state).text, &patterns, NULL));
    assert_int_equal(patterns.count, shipped);
    assert_int_equal(scratch_count(*state), 0);
}

typedef struct Name {
    const char *name, *id;
} Name;

static const Name names[] = {
    { "Evening", "evening" },
    { "4 in, 6 out", "4-in-6-out" },
    { "  After   work! ", "after-work" },
    { "Caf\xC3\xA9 late", "caf-late" },
    { "\xCE\xB2\xCF\x81\xCE\xAC\xCE\xB4\xCF\x85", "pattern" },
    { "4-6", "pattern-4-6" },
    { "Box", "box-2" },
    { "A long name, as long as a name may ever be", "a-long-name-as-long-as-a-name-m" },
};

static void an_id_is_made_from_the_name(void **state)
{
    load_shipped();
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        NamedPattern named = made(names[i].name, "4-6");
        own_patterns_keep(scratch_path(state, "a/b").text, &patterns, &named, NULL);
        assert_string_equal(named.id, names[i].id);
        assert_string_equal(named.section, names[i].id);
    }
    NamedPattern named = made("Evening", "4-6");
    for (int n = 1; n <= 12; n++) {
        char expected[32] = "evening";
        if (n > 1)
            snprintf(expected, sizeof expected, "evening-%d", n);
        named.section[0] = '\0';
        assert_true(keep(state, &named));
        assert_string_equal(named.id, expected);
    }
}

static void what_is_kept_is_read_again(void **state)
{
    load_shipped();
    NamedPattern named = made("Evening", "1.5+0.7-5");
    assert_true(keep(state, &named));
    scratch_expect(own_file(state).text, HEAD "\n[evening]\nname = Evening\n"
                                              "numbers = 1.5+0.7-5\n");
    load_shipped();
    assert_true(own_patterns_load(own_file(state).text, &patterns, NULL));
    const NamedPattern *read = patterns_find(&patterns, "Evening");
    assert_non_null(read);
    assert_true(breath_is_equal(&read->pattern, &named.pattern));
    assert_string_equal(read->source, "your own");
}

#define BY_HAND                                                                          \
    HEAD "# for the nights\n\n[late]\n  name=Late # or early\n  numbers = 5-5\n"         \
         "from = 4-4\nsays = mine\nmood = blue\n\n# another\n[b]\nnumbers=4-4\nname=b\n"

static void a_file_written_by_hand_survives(void **state)
{
    load_shipped();
    Error error;
    scratch_write(own_file(state).text, BY_HAND);
    assert_false(own_patterns_load(own_file(state).text, &patterns, &error)); /* mood */
    NamedPattern late = *own_patterns_find(&patterns, "late");
    assert_null(pattern_parse("5-6", &late.pattern));
    assert_true(keep(state, &late));
    scratch_expect(own_file(state).text, HEAD
                   "# for the nights\n\n[late]\n  name=Late # or early\n  numbers = 5-6\n"
                   "from = 4-4\nsays = mine\nmood = blue\n\n# another\n[b]\nnumbers=4-4\n"
                   "name=b\n");
    assert_true(own_patterns_erase(own_file(state).text, "late", NULL));
    scratch_expect(own_file(state).text,
                   HEAD "# for the nights\n\n# another\n[b]\nnumbers=4-4\nname=b\n");
    assert_true(own_patterns_erase(own_file(state).text, "late", NULL));
}

static void a_section_somebody_else_wrote_is_not_taken(void **state)
{
    load_shipped();
    scratch_write(own_file(state).text, HEAD "[evening]\nname = broken\n");
    NamedPattern named = made("Evening", "5-5");
    assert_true(keep(state, &named));
    scratch_expect(own_file(state).text, HEAD "[evening]\nname = broken\n\n[evening-2]\n"
                                              "name = Evening\nnumbers = 5-5\n");
}

static void a_ramp_that_leads_nowhere_is_mended(void **state)
{
    load_shipped();
    scratch_write(own_file(state).text,
                  HEAD "[a]\nname = a\nnumbers = 5-6\nfrom = 4-5\n");
    assert_true(own_patterns_load(own_file(state).text, &patterns, NULL));
    NamedPattern a = *own_patterns_find(&patterns, "a");
    assert_null(pattern_parse("3-3", &a.pattern));
    assert_true(keep(state, &a));
    scratch_expect(own_file(state).text,
                   HEAD "[a]\nname = a\nnumbers = 3-3\nfrom = 3-3\n");
    load_shipped();
    assert_true(own_patterns_load(own_file(state).text, &patterns, NULL));
}

static void a_damaged_file_is_set_aside(void **state)
{
    load_shipped();
    scratch_write(own_file(state).text, "my own notes\n");
    assert_true(own_patterns_erase(own_file(state).text, "late", NULL));
    scratch_expect(own_file(state).text, "my own notes\n");
    NamedPattern named = made("Evening", "5-5");
    assert_true(keep(state, &named));
    scratch_expect(scratch_path(state, "patterns.bad").text, "my own notes\n");
    scratch_expect(own_file(state).text,
                   HEAD "\n[evening]\nname = Evening\nnumbers = 5-5\n");
}

static void what_cannot_be_written_is_told_and_named(void **state)
{
    load_shipped();
    scratch_write(scratch_path(state, "file").text, "x");
    NamedPattern named = made("Evening", "5-5");
    Error error = { "" };
    assert_false(own_patterns_keep(scratch_path(state, "file/patterns").text, &patterns,
                                   &named, &error));
    assert_true(error.text[0] != '\0');
    assert_string_equal(named.section, "evening");
    assert_false(own_patterns_keep("", &patterns, &named, NULL));
}

static void there_is_room_for_so_many(void **state)
{
    char text[8192] = HEAD;
    for (int i = 0; i <= OWN_PATTERNS_MAX; i++)
        sprintf(text + strlen(text), "[p%d]\nname = p%d\nnumbers = 5-5\n", i, i);
    load_shipped();
    scratch_write(own_file(state).text, text);
    assert_false(own_patterns_load(own_file(state).text, &patterns, NULL));
    assert_int_equal(own_patterns_count(&patterns), OWN_PATTERNS_MAX);
    assert_false(own_patterns_has_room(&patterns));
    own_patterns_remove(&patterns, "p7");
    assert_null(own_patterns_find(&patterns, "p7"));
    assert_string_equal(own_patterns_find(&patterns, "p8")->name, "p8");
    assert_true(own_patterns_has_room(&patterns));
}

typedef struct Shared {
    const char *says;
    const char *text;
    const char *numbers; /* NULL: there is no pattern in it */
} Shared;

static const Shared shared[] = {
    { "as it was copied", HEAD "\n[a]\nname = a\nnumbers = 4-7\n", "4-7" },
    { "line ends of elsewhere",
      "leeway patterns 1\r\n[a]\r\nname = a\r\nnumbers = 4-7\r\n", "4-7" },
    { "the first sound one", HEAD "[a]\nname = a\n[b]\nname = b\nnumbers = 5-5\n",
      "5-5" },
    { "a section of any name", HEAD "[My own]\nname = a\nnumbers = 4-7\n", "4-7" },
    { "numbers alone", "4-7", NULL },
    { "nothing", "", NULL },
    { "another kind of file", "leeway settings 1\n[a]\nname = a\nnumbers = 4-7\n", NULL },
    { "without a heading", HEAD "name = a\nnumbers = 4-7\n", NULL },
    { "what cannot be breathed", HEAD "[a]\nname = a\nnumbers = 1-1\n", NULL },
};

static void what_is_handed_on_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        NamedPattern named;
        char numbers[PATTERN_TEXT_MAX];
        const bool is_read = own_patterns_shared(shared[i].text, &named);
        if (is_read != (shared[i].numbers != NULL))
            fail_msg("%s", shared[i].says);
        if (is_read)
            assert_string_equal(pattern_text(&named.pattern, numbers), shared[i].numbers);
    }
    char text[OWN_PATTERNS_SHARED_MAX];
    NamedPattern named = made("After work", "4.2-6.3"), again;
    assert_string_equal(own_patterns_text(&named, text),
                        HEAD "\n[after-work]\nname = After work\nnumbers = 4.2-6.3\n");
    assert_true(own_patterns_shared(text, &again));
    assert_string_equal(again.name, "After work");
}

#define WITH_SCRATCH(test)                                                               \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SCRATCH(own_ones_join_the_others),
        WITH_SCRATCH(no_file_is_no_failure),
        WITH_SCRATCH(an_id_is_made_from_the_name),
        WITH_SCRATCH(what_is_kept_is_read_again),
        WITH_SCRATCH(a_file_written_by_hand_survives),
        WITH_SCRATCH(a_section_somebody_else_wrote_is_not_taken),
        WITH_SCRATCH(a_ramp_that_leads_nowhere_is_mended),
        WITH_SCRATCH(a_damaged_file_is_set_aside),
        WITH_SCRATCH(what_cannot_be_written_is_told_and_named),
        WITH_SCRATCH(there_is_room_for_so_many),
        cmocka_unit_test(what_is_handed_on_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
