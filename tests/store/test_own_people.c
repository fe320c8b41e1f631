/* SPDX-License-Identifier: MIT */
#include "scratch.h"
#include "store/own_people.h"

#define HEAD "leeway people 1\n"
#define ANA "[ana]\nname = Ana\nnumber = 030 1\n"

static OwnPeople people;

static FilePath path_of(void **state)
{
    return scratch_path(state, "people");
}

static void no_file_is_nobody(void **state)
{
    const FilePath path = path_of(state);
    assert_true(own_people_load(path.text, &people, NULL));
    assert_int_equal(people.count, 0);
}

static void what_is_sound_counts_beside_what_is_not(void **state)
{
    const FilePath path = path_of(state);
    Error error = { "" };
    scratch_write(path.text, HEAD ANA "[b]\nname = B\n[c]\nname = C\nnumber = 3\nwhen = "
                                      "late\n[ana]\nname = Again\nnumber = 4\n");
    assert_false(own_people_load(path.text, &people, &error));
    assert_non_null(strstr(error.text, ":5:1: "));
    assert_int_equal(people.count, 2);
    assert_string_equal(people.items[0].number, "030 1");
    assert_string_equal(people.items[1].when, "late");
}

static void there_is_room_for_sixteen(void **state)
{
    const FilePath path = path_of(state);
    char text[2048] = HEAD;
    for (int i = 0; i <= OWN_PEOPLE_MAX; i++)
        sprintf(text + strlen(text), "[p%d]\nname = P\nnumber = %d\n", i, i);
    scratch_write(path.text, text);
    assert_false(own_people_load(path.text, &people, NULL));
    assert_int_equal(people.count, OWN_PEOPLE_MAX);
}

static void one_is_kept_and_the_rest_stays_as_it_was(void **state)
{
    const FilePath path = path_of(state);
    scratch_write(path.text, HEAD "# mine\n" ANA "colour = blue\n");
    own_people_load(path.text, &people, NULL);
    OwnPerson person = { .name = "B", .number = "2", .when = "at noon" };
    assert_true(own_people_keep(path.text, &people, &person, NULL));
    assert_string_equal(person.section, "person");
    scratch_expect(path.text, HEAD "# mine\n" ANA "colour = blue\n\n[person]\nname = B\n"
                                   "number = 2\nwhen = at noon\n");
    own_people_put(&people, &person);
    OwnPerson other = { .name = "C", .number = "3" };
    assert_true(own_people_keep(path.text, &people, &other, NULL));
    assert_string_equal(other.section, "person-2");
    assert_true(own_people_erase(path.text, "person-2", NULL));
    assert_true(own_people_erase(path.text, "person", NULL));
    assert_true(own_people_erase(path.text, "nobody", NULL));
    assert_true(own_people_load(path.text, &people, NULL) == false); /* the colour */
    assert_int_equal(people.count, 1);
}

static void a_damaged_file_is_set_aside(void **state)
{
    const FilePath path = path_of(state);
    char bad[FILES_PATH_MAX + 8];
    OwnPerson person = { .name = "B", .number = "2" };
    people = (OwnPeople){ 0 };
    scratch_write(path.text, "something else\n");
    assert_true(own_people_keep(path.text, &people, &person, NULL));
    snprintf(bad, sizeof bad, "%s.bad", path.text);
    scratch_expect(bad, "something else\n");
}

static void a_name_and_a_number_are_enough(void **state)
{
    const OwnPerson none = { .name = "A" }, blank = { .name = " ", .number = "1" };
    const OwnPerson both = { .name = "A", .number = "1" };
    (void)state;
    assert_string_equal(own_people_problem(&none), "there is no number yet");
    assert_string_equal(own_people_problem(&blank), "there is no name yet");
    assert_null(own_people_problem(&both));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_file_is_nobody),           TEST(what_is_sound_counts_beside_what_is_not),
        TEST(there_is_room_for_sixteen),   TEST(one_is_kept_and_the_rest_stays_as_it_was),
        TEST(a_damaged_file_is_set_aside), TEST(a_name_and_a_number_are_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
