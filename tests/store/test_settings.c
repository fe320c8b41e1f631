/* SPDX-License-Identifier: MIT */
#include "store/scratch.h"
#include "store/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway settings 1\n"

static void expect_equal(const Settings *a, const Settings *b)
{
    assert_string_equal(a->pattern, b->pattern);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->is_sound_on, b->is_sound_on);
    assert_string_equal(a->sound, b->sound);
    assert_int_equal(a->has_marks, b->has_marks);
    assert_int_equal(a->volume, b->volume);
    assert_int_equal(a->marks_volume, b->marks_volume);
    assert_int_equal(a->bed_volume, b->bed_volume);
    assert_int_equal(a->is_mono, b->is_mono);
    assert_int_equal(a->delay_ms, b->delay_ms);
    assert_int_equal(a->text_percent, b->text_percent);
    assert_int_equal(a->holds, b->holds);
    assert_string_equal(a->theme, b->theme);
    assert_string_equal(a->figure, b->figure);
    assert_int_equal(a->movement, b->movement);
    assert_int_equal(a->begins, b->begins);
    assert_int_equal(a->turn_words, b->turn_words);
    assert_int_equal(a->messages, b->messages);
    assert_int_equal(a->letters, b->letters);
    assert_int_equal(a->has_time_left, b->has_time_left);
    assert_int_equal(a->is_remembered, b->is_remembered);
    assert_string_equal(a->country, b->country);
    assert_string_equal(a->window, b->window);
}

static const Settings chosen = {
    .pattern = "1.5+0.7-5",
    .minutes = 0,
    .is_sound_on = true,
    .sound = "none",
    .has_marks = false,
    .volume = 0,
    .marks_volume = 40,
    .bed_volume = 0,
    .is_mono = true,
    .delay_ms = 220,
    .text_percent = 250,
    .holds = SETTINGS_HOLDS_NEVER,
    .theme = "paper",
    .figure = "words",
    .movement = SETTINGS_MOVEMENT_LESS,
    .begins = SETTINGS_BEGINS_OWN,
    .turn_words = SETTINGS_WORDS_NONE,
    .messages = SETTINGS_MESSAGES_SOMETIMES,
    .letters = SETTINGS_LETTERS_EASY,
    .has_time_left = true,
    .is_remembered = true,
    .country = "ie",
    .window = "1280x720+60+40",
    .route = "outside-in",
    .scan_minutes = 7,
    .leave_out = "chest, left-foot",
    .with = "belly",
    .scan_figure = "body",
    .is_voice_on = false,
    .voice = "A friend",
    .voice_volume = 80,
    .speaks_breath = true,
    .sit_minutes = 0,
    .has_bells = false,
    .bell_minutes = 5,
    .bell = "/tmp/a bell.wav",
    .sit_bed = "rain",
    .sit_goes_on = true,
    .reach_length = 2,
    .reach_pause = SETTINGS_PAUSE_CHAIR,
};

static void silence_stands_before_any_choice(void **state)
{
    (void)state;
    const Settings settings = settings_default();
    assert_false(settings.is_sound_on);
    assert_string_equal(settings.sound, "ocean");
    assert_int_equal(settings.volume, 60);
    assert_int_equal(settings.marks_volume, 100);
    assert_int_equal(settings.bed_volume, 100);
    assert_false(settings.is_mono);
    assert_int_equal(settings.delay_ms, 0);
    assert_int_equal(settings.minutes, 3);
    assert_int_equal(settings.text_percent, 100);
    assert_int_equal(settings.holds, SETTINGS_HOLDS_OFFERED);
    assert_string_equal(settings.theme, "night");
    assert_string_equal(settings.figure, "usual");
    assert_int_equal(settings.movement, SETTINGS_MOVEMENT_USUAL);
    assert_string_equal(settings.leave_out, "none");
    assert_string_equal(settings.with, "none");
    assert_true(settings.is_voice_on);
    assert_true(settings.has_bells);
    assert_false(settings.speaks_breath);
    assert_int_equal(settings.reach_length, 1);
    assert_int_equal(settings.reach_pause, SETTINGS_PAUSE_BREATHS);
}

static void no_file_means_the_defaults(void **state)
{
    const FilePath path = scratch_path(state, "leeway/settings");
    const Settings defaults = settings_default();
    Settings settings = chosen;
    assert_true(settings_load(path.text, &settings, NULL));
    expect_equal(&settings, &defaults);
}

static void nothing_is_written_until_something_is_chosen(void **state)
{
    const FilePath path = scratch_path(state, "leeway/settings");
    Settings settings;
    assert_true(settings_load(path.text, &settings, NULL));
    assert_true(settings_save(path.text, &settings, NULL));
    assert_int_equal(scratch_count(*state), 0);

    settings.volume = 61;
    assert_true(settings_save(path.text, &settings, NULL));
    assert_int_equal(scratch_count(*state), 1);
}

static void what_was_chosen_is_remembered(void **state)
{
    const FilePath path = scratch_path(state, "leeway/settings");
    Settings settings;
    assert_true(settings_save(path.text, &chosen, NULL));
    assert_true(settings_load(path.text, &settings, NULL));
    expect_equal(&settings, &chosen);

    const Settings defaults = settings_default();
    assert_true(settings_save(path.text, &defaults, NULL));
    assert_true(settings_load(path.text, &settings, NULL));
    expect_equal(&settings, &defaults);
}

static void only_what_changed_is_written(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    Settings settings;
    scratch_write(path.text,
                  HEAD "# mine\ncolour = warm\n\n volume=40 \nminutes = lots\n");
    assert_false(settings_load(path.text, &settings, NULL));
    assert_int_equal(settings.volume, 40);
    settings.volume = 50;
    settings.holds = SETTINGS_HOLDS_NEVER;
    assert_true(settings_save(path.text, &settings, NULL));
    scratch_expect(path.text,
                   HEAD "# mine\ncolour = warm\n\n volume=50 \nminutes = lots\n"
                        "holds = never\n");
    assert_int_equal(scratch_count(*state), 1);
}

typedef struct Row {
    const char *says;
    const char *line;
    const char *told; /* NULL: it is understood */
} Row;

static const Row rows[] = {
    { "a named pattern", "pattern = box", NULL },
    { "numbers of one's own", "pattern = 5.5-5.5", NULL },
    { "a sigh of one's own", "pattern = 1.5+0.7-5", NULL },
    { "no pattern at all", "pattern = Box!", ":2:11: " },
    { "a pattern that is empty", "pattern =", ":2:10: " },
    { "open-ended", "minutes = 0", NULL },
    { "a day", "minutes = 1440", NULL },
    { "more than a day", "minutes = 1441",
      "\"minutes\" is a whole number from 0 to 1440" },
    { "sound on", "sound = on", NULL },
    { "sound on, in another word", "sound = yes", "\"sound\" is off or on" },
    { "a sound", "sound-name = none", NULL },
    { "a sound that is no name", "sound-name = The Sea", "a name of small letters" },
    { "louder than there is", "volume = 101", "from 0 to 100" },
    { "marks of one's own", "marks-volume = 40", NULL },
    { "marks louder than there are", "marks-volume = 101", "from 0 to 100" },
    { "no bed", "bed-volume = 0", NULL },
    { "a bed below none", "bed-volume = -1", "from 0 to 100" },
    { "both sides as one", "mono = on", NULL },
    { "both sides as some", "mono = 1", "\"mono\" is off or on" },
    { "the longest delay", "delay = 500", NULL },
    { "too long a delay", "delay = 501", "from 0 to 500" },
    { "smaller than there is", "text-size = 99", "from 100 to 250" },
    { "larger than there is", "text-size = 251", "from 100 to 250" },
    { "a slip of the finger", "holds = nevr", "perhaps \"never\" was meant" },
    { "a heading, which settings have not", "[sound]\nvolume = 4",
      ":2:1: settings have no sections; what is below this heading does not count" },
    { "a theme", "theme = contrast", NULL },
    { "a theme that is no name", "theme = High Contrast", "a name of small letters" },
    { "a figure", "figure = ring", NULL },
    { "less movement", "movement = less", NULL },
    { "movement in another word", "movement = lees", "perhaps \"less\" was meant" },
    { "how long before reaching out", "reach-seconds = 120", NULL },
    { "as long as is not offered", "reach-seconds = 100", "reach-seconds" },
    { "a pause of sound", "reach-pause = sound", NULL },
    { "a key from later", "weather = fair", "there is no \"weather\"" },
};

static void what_is_not_understood_is_told(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[256];
        Error error = { "" };
        Settings settings;
        snprintf(text, sizeof text, HEAD "%s\n", rows[i].line);
        scratch_write(path.text, text);
        const bool is_good = settings_load(path.text, &settings, &error);
        if (is_good != (rows[i].told == NULL))
            fail_msg("%s: %s", rows[i].says, error.text);
        const Settings defaults = settings_default();
        if (!is_good && strstr(error.text, rows[i].told) == NULL)
            fail_msg("%s: %s", rows[i].says, error.text);
        if (!is_good)
            expect_equal(&settings, &defaults);
    }
}

static void all_problems_are_told_at_once(void **state)
{
    (void)state;
    static const char text[] = HEAD "volume = 900\nminutes = -1\nholds = no\nvolum = 1\n";
    Lines *lines = lines_open("file", text, strlen(text), &settings_format, NULL);
    Settings settings = settings_default();
    settings_read(lines, &settings);
    assert_int_equal(lines->problem_count, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(lines->problems[i].line, i + 2);
    lines_close(lines);
}

static const char *const damaged[] = {
    "",
    "volume = 40\n",
    "leeway settings 2\nvolume = 40\n",
    "\x02\x01 no text at all \xFF",
};

#define OFF "remember = off\n"

typedef struct Forgetting {
    const char *says, *before, *after;
} Forgetting;

static const Forgetting forgettings[] = {
    { "choices go, the answer comes", HEAD "theme = paper\nvolume = 40\n", HEAD OFF },
    { "it changes in its place", HEAD "remember = on\ntheme = paper\n", HEAD OFF },
    { "comments and unknown keys stay", HEAD "# mine\ncolour = warm\nvolume = 40\n",
      HEAD "# mine\ncolour = warm\n" OFF },
    { "what was not understood goes as well", HEAD "volume = loud\n", HEAD OFF },
    { "nothing is left to change", HEAD "# mine\n" OFF, HEAD "# mine\n" OFF },
};

static void where_nothing_is_remembered_only_that_is_kept(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    Settings settings = chosen;
    settings.is_remembered = false;
    for (size_t i = 0; i < sizeof forgettings / sizeof *forgettings; i++) {
        print_message("%s\n", forgettings[i].says);
        scratch_write(path.text, forgettings[i].before);
        assert_true(settings_save(path.text, &settings, NULL));
        scratch_expect(path.text, forgettings[i].after);
    }
}

static void where_nothing_is_remembered_nothing_else_is_read(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    Settings settings, expected = settings_default();
    scratch_write(path.text, HEAD "theme = paper\n" OFF "volume = 40\n");
    assert_true(settings_load(path.text, &settings, NULL));
    expected.is_remembered = false;
    expect_equal(&settings, &expected);
}

static void remembering_again_keeps_what_holds_now(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    Settings settings;
    scratch_write(path.text, HEAD OFF);
    assert_true(settings_save(path.text, &chosen, NULL));
    assert_true(settings_load(path.text, &settings, NULL));
    expect_equal(&settings, &chosen);
}

static void what_was_chosen_since_is_taken(void **state)
{
    (void)state;
    const Settings defaults = settings_default();
    Settings kept = defaults, now = chosen;
    settings_take_changes(&kept, &chosen, &now);
    expect_equal(&kept, &defaults);

    strcpy(now.theme, "contrast");
    now.volume = 7;
    now.is_mono = false;
    settings_take_changes(&kept, &chosen, &now);
    assert_string_equal(kept.theme, "contrast");
    assert_int_equal(kept.volume, 7);
    assert_int_equal(kept.minutes, defaults.minutes);

    settings_take_changes(&kept, &defaults, &chosen);
    expect_equal(&kept, &chosen);
}

static void a_damaged_file_is_set_aside_and_not_lost(void **state)
{
    const Settings defaults = settings_default();
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        const FilePath path = scratch_path(state, "settings");
        char name[32];
        snprintf(name, sizeof name, i == 0 ? "settings.bad" : "settings.bad%zu", i + 1);
        const FilePath bad = scratch_path(state, name);
        Settings settings;
        Error error = { "" };
        scratch_write(path.text, damaged[i]);
        assert_false(settings_load(path.text, &settings, &error));
        assert_non_null(strstr(error.text, "leeway settings 1"));
        expect_equal(&settings, &defaults);

        assert_true(settings_save(path.text, &settings, NULL));
        scratch_expect(path.text, damaged[i]);
        settings.volume = 40;
        assert_true(settings_save(path.text, &settings, NULL));
        scratch_expect(bad.text, damaged[i]);
        assert_true(settings_load(path.text, &settings, NULL));
        assert_int_equal(settings.volume, 40);
    }
}

static void a_file_that_is_too_large_is_set_aside(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    const FilePath bad = scratch_path(state, "settings.bad");
    FILE *file = fopen(path.text, "wb");
    fputs(HEAD "volume = 40\n", file);
    for (int i = 0; i < LINES_FILE_MAX; i++)
        fputc('#', file);
    fclose(file);
    Settings settings;
    Error error = { "" };
    assert_false(settings_load(path.text, &settings, &error));
    assert_non_null(strstr(error.text, "larger than 256 KiB"));
    assert_int_equal(settings.volume, 60);
    assert_true(settings_save(path.text, &chosen, NULL));
    struct stat status;
    assert_int_equal(stat(bad.text, &status), 0);
    assert_int_equal(status.st_size, strlen(HEAD "volume = 40\n") + LINES_FILE_MAX);
}

static void a_home_that_cannot_be_written_costs_a_sentence(void **state)
{
    const FilePath file = scratch_path(state, "file");
    const FilePath path = scratch_path(state, "file/leeway/settings");
    Settings settings;
    Error error = { "" };
    scratch_write(file.text, "");
    settings_load(path.text, &settings, NULL);
    assert_int_equal(settings.volume, 60);
    assert_false(settings_save(path.text, &chosen, &error));
    assert_true(strlen(error.text) > 0);
}

static void what_is_no_file_is_left_alone(void **state)
{
    const FilePath path = scratch_path(state, "settings");
    Settings settings;
    Error error = { "" };
    struct stat status;
    assert_int_equal(mkfifo(path.text, 0600), 0);
    assert_false(settings_load(path.text, &settings, NULL));
    assert_false(settings_save(path.text, &chosen, &error));
    assert_non_null(strstr(error.text, "is not a plain file"));
    assert_int_equal(lstat(path.text, &status), 0);
    assert_true(S_ISFIFO(status.st_mode));
    assert_int_equal(scratch_count(*state), 1);
}

#define IN_SCRATCH(test)                                                                 \
    cmocka_unit_test_setup_teardown(test, scratch_open, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_stands_before_any_choice),
        IN_SCRATCH(no_file_means_the_defaults),
        IN_SCRATCH(nothing_is_written_until_something_is_chosen),
        IN_SCRATCH(what_was_chosen_is_remembered),
        IN_SCRATCH(only_what_changed_is_written),
        IN_SCRATCH(what_is_not_understood_is_told),
        cmocka_unit_test(all_problems_are_told_at_once),
        IN_SCRATCH(a_damaged_file_is_set_aside_and_not_lost),
        IN_SCRATCH(a_file_that_is_too_large_is_set_aside),
        IN_SCRATCH(a_home_that_cannot_be_written_costs_a_sentence),
        IN_SCRATCH(what_is_no_file_is_left_alone),
        IN_SCRATCH(where_nothing_is_remembered_only_that_is_kept),
        IN_SCRATCH(where_nothing_is_remembered_nothing_else_is_read),
        IN_SCRATCH(remembering_again_keeps_what_holds_now),
        cmocka_unit_test(what_was_chosen_since_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
