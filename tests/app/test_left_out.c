/* SPDX-License-Identifier: MIT */
/* The lists of places left out and asked for: what they mean, and how they change. */
#include "app/left_out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { FEET = 1, HANDS = 2, FACE = 4 };
enum { LEFT_FOOT = 1 << 1 }; /* its place in a set */

static const Regions regions = {
    .count = 7,
    .items = { { .id = "feet", .groups = FEET, .parts = { { LEFT_FOOT } } },
               { .id = "left-foot", .groups = FEET },
               { .id = "hands", .groups = HANDS },
               { .id = "jaw", .groups = FACE, .is_sensitive = true },
               { .id = "mouth", .groups = FACE, .is_sensitive = true },
               { .id = "nose", .groups = FACE },
               { .id = "contact" } },
    .group_count = 3,
    .groups = { "feet", "hands", "face" },
};

/* The ids of a set, in their order. */
static const char *words_of(const RegionSet *set)
{
    static char words[256];
    words[0] = '\0';
    for (int32_t i = 0; i < regions.count; i++)
        if (region_set_has(set, i))
            snprintf(words + strlen(words), sizeof words - strlen(words), "%s%s",
                     words[0] != '\0' ? " " : "", regions.items[i].id);
    return words;
}

static void test_what_two_lists_leave_out(void **state)
{
    (void)state;
    static const struct {
        const char *name, *leave_out, *with, *out;
    } rows[] = {
        { "sensitive places, unasked", "none", "none", "jaw mouth" },
        { "an empty list is none", "", "", "jaw mouth" },
        { "a place more", "nose", "none", "jaw mouth nose" },
        { "spaces and commas", " nose ,, hands ,", "none", "hands jaw mouth nose" },
        { "a group by its name", "face", "none", "jaw mouth nose" },
        { "a place with its group's name", "feet", "none", "feet left-foot jaw mouth" },
        { "a part, and what it is of", "left-foot", "none", "feet left-foot jaw mouth" },
        { "what it is of can be asked for", "left-foot", "feet", "left-foot jaw mouth" },
        { "a sensitive place asked for", "none", "jaw", "mouth" },
        { "a group asked for", "none", "face", "" },
        { "a place counts more than its group", "face", "jaw", "mouth nose" },
        { "also among those that are not sensitive", "feet", "left-foot",
          "feet jaw mouth" },
        { "left out counts more than asked for", "jaw", "jaw", "jaw mouth" },
        { "and more than its group asked for", "jaw", "face", "jaw" },
        { "unknown names mean nothing", "wings", "tail", "jaw mouth" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const RegionSet set = left_out_set(&regions, rows[i].leave_out, rows[i].with);
        if (strcmp(words_of(&set), rows[i].out) != 0)
            fail_msg("%s: \"%s\"", rows[i].name, words_of(&set));
    }
}

static void test_a_place_goes_and_comes_back(void **state)
{
    (void)state;
    static const struct {
        const char *name, *leave_out, *with, *place;
        bool is_out;
        const char *then_leave_out, *then_with;
    } rows[] = {
        { "a place goes", "none", "none", "nose", true, "nose", "none" },
        { "another goes", "nose", "none", "hands", true, "nose, hands", "none" },
        { "twice is once", "nose", "none", "nose", true, "nose", "none" },
        { "it comes back", "nose, hands", "none", "nose", false, "hands", "none" },
        { "the last one comes back", "nose", "none", "nose", false, "none", "none" },
        { "a sensitive place is asked for", "none", "none", "jaw", false, "none", "jaw" },
        { "it goes again", "none", "jaw, mouth", "jaw", true, "none", "mouth" },
        { "out of a group asked for", "none", "face", "jaw", true, "jaw", "face" },
        { "back out of a group left out", "face", "none", "nose", false, "face", "nose" },
        { "back, and named twice", "jaw", "none", "jaw", false, "none", "jaw" },
        { "unknown names stay", "wings,nose", "tail", "nose", false, "wings", "tail" },
        { "what was asked for goes with all of it", "none", "left-foot", "feet", true,
          "feet", "none" },
        { "all of it was asked for and a part goes", "feet", "feet", "left-foot", true,
          "feet", "none" },
        { "what is there stays there", "none", "none", "nose", false, "none", "none" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Settings settings = settings_default();
        strcpy(settings.leave_out, rows[i].leave_out);
        strcpy(settings.with, rows[i].with);
        const int32_t region = region_find(&regions, rows[i].place);
        assert_true(left_out_put(&regions, region, rows[i].is_out, &settings));
        if (strcmp(settings.leave_out, rows[i].then_leave_out) != 0 ||
            strcmp(settings.with, rows[i].then_with) != 0)
            fail_msg("%s: \"%s\", \"%s\"", rows[i].name, settings.leave_out,
                     settings.with);
        const RegionSet set = left_out_of(&regions, &settings);
        assert_int_equal(region_set_has(&set, region), rows[i].is_out);
    }
}

static void test_a_full_list_stays_as_it_is(void **state)
{
    (void)state;
    Settings settings = settings_default();
    memset(settings.leave_out, 'x', SETTINGS_LIST_MAX - 6);
    settings.leave_out[SETTINGS_LIST_MAX - 6] = '\0';
    const Settings before = settings;
    assert_false(left_out_put(&regions, region_find(&regions, "nose"), true, &settings));
    assert_true(settings_are_equal(&settings, &before));
    assert_true(left_out_put(&regions, region_find(&regions, "jaw"), false, &settings));
    assert_string_equal(settings.leave_out, before.leave_out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_two_lists_leave_out),
        cmocka_unit_test(test_a_place_goes_and_comes_back),
        cmocka_unit_test(test_a_full_list_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
