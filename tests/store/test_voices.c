/* SPDX-License-Identifier: MIT */
#include "store/voices.h"

#include "store/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "leeway voice 1\n"

static const Cue cues[] = {
    { .id = "scan.hands.1" },
    { .id = "scan.hands.2" },
    { .id = "breath.in" },
};
static const CueTable table = { cues, sizeof cues / sizeof cues[0] };

static Voice voices[VOICES_MAX]; /* big */

/* The person's data folder is the test's own. */
static int open_home(void **state)
{
    return scratch_open(state) != 0 || setenv("XDG_DATA_HOME", *state, 1) != 0;
}

static void make_folder(void **state, const char *name)
{
    const FilePath path = scratch_path(state, name);
    assert_int_equal(mkdir(path.text, 0700), 0);
}

static void make_voice(void **state, const char *name)
{
    char below[128];
    mkdir(scratch_path(state, "leeway").text, 0700);
    mkdir(scratch_path(state, "leeway/voices").text, 0700);
    snprintf(below, sizeof below, "leeway/voices/%s", name);
    make_folder(state, below);
}

static void put(void **state, const char *name, const char *text)
{
    scratch_write(scratch_path(state, name).text, text);
}

/* --- names --- */

typedef struct NameRow {
    const char *says;
    const char *name;
    bool is_good;
} NameRow;

static const NameRow names[] = {
    { "a name", "Ana", true },
    { "with a space", "Ana 2", true },
    { "in other letters", "Зоя", true },
    { "none is nobody", "none", false },
    { "nothing", "", false },
    { "the folder above", "..", false },
    { "this folder", ".", false },
    { "hidden", ".ana", false },
    { "a path", "ana/../..", false },
    { "an order to the terminal", "ana\033[2J", false },
    { "a line end", "ana\nb", false },
    { "an order of two bytes",
      "ana\xC2\x9B"
      "2J",
      false },
    { "no letters", "ana\xFF", false },
    { "as long as it may be",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true },
    { "longer", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      false },
};

static void names_are_looked_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (voices_is_name(names[i].name) != names[i].is_good)
            fail_msg("%s", names[i].says);
}

static void what_is_no_name_finds_no_voice(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        Voice voice = { .name = "before" };
        Error error = { "" };
        if (strcmp(names[i].name, VOICES_NONE) == 0)
            continue;
        if (voices_find(names[i].name, &voice, &error))
            fail_msg("%s", names[i].says);
        assert_string_equal(voice.name, "before");
        assert_true(error.text[0] != '\0');
        assert_null(strchr(error.text, '\033'));
    }
}

/* --- finding --- */

static void nobody_speaks_by_the_name_none(void **state)
{
    (void)state;
    Voice voice = { .name = "before" };
    FilePath path;
    assert_true(voices_find(VOICES_NONE, &voice, NULL));
    assert_string_equal(voice.name, "");
    assert_false(voices_clip_path(&voice, "scan.hands.1", &path));
    assert_int_equal(voices_length_ms(&voice, "scan.hands.1"), 0);
}

static void a_voice_says_who_it_is(void **state)
{
    Voice voice;
    make_voice(state, "ana");
    put(state, "leeway/voices/ana/voice",
        HEAD "title = Ana\nlanguage = en\nlicence = Ana's own\nnote = at the sea\n"
             "[lengths]\nscan.hands.1 = 4210\nscan.hands.2 = soon\n");
    assert_true(voices_find("ana", &voice, NULL));
    assert_true(voice.is_own);
    assert_string_equal(voice.name, "ana");
    assert_string_equal(voice.title, "Ana");
    assert_string_equal(voice.language, "en");
    assert_string_equal(voice.licence, "Ana's own");
    assert_string_equal(voice.note, "at the sea");
    int32_t lengths_ms[3];
    voices_lengths(&voice, table, lengths_ms);
    assert_int_equal(lengths_ms[0], 4210);
    assert_int_equal(lengths_ms[1], 0);
    assert_int_equal(lengths_ms[2], 0);
}

static void a_voice_that_says_nothing_is_called_as_its_folder(void **state)
{
    static const char *const files[] = { "", "leeway voices 1\ntitle = x\n",
                                         HEAD "title =\nlicense = x\n", "\xFF\x00" };
    Voice voice;
    make_voice(state, "ana");
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        put(state, "leeway/voices/ana/voice", files[i]);
        assert_true(voices_find("ana", &voice, NULL));
        assert_string_equal(voice.title, "ana");
        assert_string_equal(voice.licence, "");
        assert_int_equal(voices_length_ms(&voice, "scan.hands.1"), 0);
    }
}

static void lengths_that_cannot_be_are_none(void **state)
{
    static const char *const lengths[] = { "0", "-1", "60001", "99999999999", "4 s", "" };
    make_voice(state, "ana");
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        char text[128];
        Voice voice;
        snprintf(text, sizeof text, HEAD "[lengths]\nscan.hands.1 = %s\n", lengths[i]);
        put(state, "leeway/voices/ana/voice", text);
        assert_true(voices_find("ana", &voice, NULL));
        assert_int_equal(voices_length_ms(&voice, "scan.hands.1"), 0);
    }
}

static void a_path_is_a_voice_as_well(void **state)
{
    Voice voice;
    make_folder(state, "zoe");
    const FilePath path = scratch_path(state, "zoe//");
    assert_true(voices_find(path.text, &voice, NULL));
    assert_string_equal(voice.name, "zoe");
    assert_true(voice.is_own);
    put(state, "zoe/breath.in.wav", "x");
    FilePath clip;
    assert_true(voices_clip_path(&voice, "breath.in", &clip));
    assert_true(voices_find("/", &voice, NULL));
    assert_string_equal(voice.name, "a voice");
}

static void a_path_without_a_folder_is_told(void **state)
{
    Voice voice = { .name = "before" };
    Error error = { "" };
    put(state, "file", "x");
    assert_false(voices_find(scratch_path(state, "file").text, &voice, &error));
    assert_non_null(strstr(error.text, "there is no folder"));
    assert_false(voices_find("/tmp/\033[2J", &voice, &error));
    assert_string_equal(error.text, "this is no path of a folder");
    assert_string_equal(voice.name, "before");
}

static void voices_are_listed_by_name(void **state)
{
    make_voice(state, "zoe");
    make_voice(state, "ana");
    make_voice(state, ".hidden");
    make_voice(state, "none");
    make_voice(state, "bad\033name");
    put(state, "leeway/voices/file", "x");
    const int32_t count = voices_list(voices);
    int32_t own = 0;
    while (own < count && !voices[own].is_own)
        own++;
    assert_int_equal(count - own, 2);
    assert_string_equal(voices[own].name, "ana");
    assert_string_equal(voices[own + 1].name, "zoe");
}

static void more_voices_than_there_is_room_for_do_no_harm(void **state)
{
    for (int i = 0; i < VOICES_MAX + 5; i++) {
        char name[16];
        snprintf(name, sizeof name, "v%02d", i);
        make_voice(state, name);
    }
    assert_int_equal(voices_list(voices), VOICES_MAX);
}

/* --- clips --- */

static void the_best_kind_of_file_counts(void **state)
{
    static const char *const kinds[] = { "mp3", "wav", "flac", "ogg", "opus" };
    Voice voice;
    FilePath path;
    make_voice(state, "ana");
    assert_true(voices_find("ana", &voice, NULL));
    assert_false(voices_clip_path(&voice, "scan.hands.1", &path));
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        char name[64], end[64];
        snprintf(name, sizeof name, "leeway/voices/ana/scan.hands.1.%s", kinds[i]);
        put(state, name, "x");
        assert_true(voices_clip_path(&voice, "scan.hands.1", &path));
        snprintf(end, sizeof end, "/ana/scan.hands.1.%s", kinds[i]);
        assert_non_null(strstr(path.text, end));
    }
    put(state, "leeway/voices/ana/breath.in.wav", "x");
    assert_int_equal(voices_cue_count(&voice, table), 2);
}

static void ids_lead_nowhere_else(void **state)
{
    static const char *const ids[] = {
        "",  ".",    "..",     "../secret", "/etc/x", "a/b",         "..x",    "a..b",
        "A", "a\nb", "a\033b", "a b",       "a*",     "secret.wav/", ".secret"
    };
    Voice voice;
    FilePath path;
    make_voice(state, "ana");
    put(state, "leeway/voices/secret.wav", "x");
    put(state, "leeway/voices/ana/.secret.wav", "x");
    assert_true(voices_find("ana", &voice, NULL));
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        if (voices_clip_path(&voice, ids[i], &path))
            fail_msg("%s", ids[i]);
}

static void what_is_no_plain_file_is_no_clip(void **state)
{
    Voice voice;
    FilePath path;
    make_voice(state, "ana");
    make_folder(state, "leeway/voices/ana/scan.hands.1.opus");
    make_folder(state, "leeway/voices/ana/voice");
    const FilePath pipe = scratch_path(state, "leeway/voices/ana/scan.hands.2.wav");
    assert_int_equal(mkfifo(pipe.text, 0600), 0);
    const FilePath link = scratch_path(state, "leeway/voices/ana/breath.in.wav");
    assert_int_equal(symlink("/dev/zero", link.text), 0);
    assert_true(voices_find("ana", &voice, NULL));
    assert_string_equal(voice.title, "ana");
    assert_int_equal(voices_cue_count(&voice, table), 0);
    put(state, "leeway/voices/ana/scan.hands.1.wav", "x");
    assert_true(voices_clip_path(&voice, "scan.hands.1", &path));
}

#define HOME_TEST(f) cmocka_unit_test_setup_teardown(f, open_home, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOME_TEST(names_are_looked_at),
        HOME_TEST(what_is_no_name_finds_no_voice),
        HOME_TEST(nobody_speaks_by_the_name_none),
        HOME_TEST(a_voice_says_who_it_is),
        HOME_TEST(a_voice_that_says_nothing_is_called_as_its_folder),
        HOME_TEST(lengths_that_cannot_be_are_none),
        HOME_TEST(a_path_is_a_voice_as_well),
        HOME_TEST(a_path_without_a_folder_is_told),
        HOME_TEST(voices_are_listed_by_name),
        HOME_TEST(more_voices_than_there_is_room_for_do_no_harm),
        HOME_TEST(the_best_kind_of_file_counts),
        HOME_TEST(ids_lead_nowhere_else),
        HOME_TEST(what_is_no_plain_file_is_no_clip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
