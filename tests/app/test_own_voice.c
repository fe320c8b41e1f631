/* SPDX-License-Identifier: MIT */
#include "app/own_voice.h"

#include "store/scratch.h"
#include "support/reading.h"

#include <fcntl.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Reading reading;
static OwnVoice voice; /* big */
static Script script;

/* The person's data folder is the test's own. */
static int open_home(void **state)
{
    return scratch_open(state) != 0 || setenv("XDG_DATA_HOME", *state, 1) != 0 ||
           setenv("XDG_RUNTIME_DIR", *state, 1) != 0;
}

/* Thirteen lines read by tones, as a file of this format. */
static FilePath record(void **state, const char *name, const char *lines, int format)
{
    const Reader reader = { .is_tones = true, .speed_percent = 100, .pause_ms = 900 };
    const FilePath path = scratch_path(state, name);
    reading_open(&reading, &reader, lines);
    script = (Script){ .count = reading_cue_count };
    for (int32_t i = 0; i < reading_cue_count; i++)
        script.lines[i] =
            (ScriptLine){ reading_cues[i], "A line.", reading.expected_ms[i] };
    SF_INFO info = { .samplerate = READING_RATE, .channels = 1, .format = format };
    SNDFILE *file = sf_open(path.text, SFM_WRITE, &info);
    assert_non_null(file);
    assert_int_equal(sf_write_short(file, reading.samples, reading.count), reading.count);
    sf_close(file);
    reading_close(&reading);
    return path;
}

#define ALL "0 1 2 3 4 5 6 7 8 9 10 11 12"
#define WAV (SF_FORMAT_WAV | SF_FORMAT_PCM_16)

static void open_all(void **state)
{
    const FilePath path = record(state, "read.wav", ALL, WAV);
    Error error = { "" };
    if (!own_voice_open(&voice, path.text, &script, &error))
        fail_msg("%s", error.text);
    assert_int_equal(cut_count(voice.clips, script.count).found, reading_cue_count);
}

static void a_recording_becomes_a_voice(void **state)
{
    char name[VOICES_NAME_MAX] = "Ana";
    Voice kept;
    open_all(state);
    assert_true(own_voice_keep(&voice, name, NULL));
    assert_string_equal(name, "Ana");
    assert_true(voices_find("Ana", &kept, NULL));
    assert_string_equal(kept.title, "Ana");
    for (int32_t i = 0; i < reading_cue_count; i++) {
        FilePath path;
        MixClip clip;
        assert_true(voices_clip_path(&kept, reading_cues[i], &path));
        assert_true(clip_open(path.text, CLIP_VOICE, &clip, NULL));
        const int32_t length_ms = voices_length_ms(&kept, reading_cues[i]);
        assert_int_equal(length_ms, clip.frames / (CLIP_RATE_HZ / 1000));
        clip_close(&clip);
    }
    own_voice_close(&voice);
}

static void a_name_that_is_taken_gets_a_number(void **state)
{
    char name[VOICES_NAME_MAX] = "Ana", other[VOICES_NAME_MAX] = "Ana";
    char usual[VOICES_NAME_MAX] = VOICES_USUAL;
    open_all(state);
    assert_true(own_voice_keep(&voice, name, NULL));
    scratch_write(scratch_path(state, "leeway/voices/Ana/voice").text, "mine");
    assert_true(own_voice_keep(&voice, other, NULL));
    assert_string_equal(other, "Ana 2");
    scratch_expect(scratch_path(state, "leeway/voices/Ana/voice").text, "mine");
    assert_true(own_voice_keep(&voice, usual, NULL));
    assert_string_equal(usual, VOICES_USUAL " 2");
    assert_int_equal(scratch_count(scratch_path(state, "leeway/voices").text), 3);
    own_voice_close(&voice);
}

static void what_is_left_out_is_not_kept(void **state)
{
    char name[VOICES_NAME_MAX] = "Ana";
    FilePath path;
    Voice kept;
    open_all(state);
    voice.clips[3].is_left_out = true;
    voice.clips[5].state = CUT_MISSING;
    assert_true(own_voice_keep(&voice, name, NULL));
    assert_true(voices_find("Ana", &kept, NULL));
    assert_true(voices_clip_path(&kept, reading_cues[2], &path));
    assert_false(voices_clip_path(&kept, reading_cues[3], &path));
    assert_false(voices_clip_path(&kept, reading_cues[5], &path));
    assert_int_equal(voices_length_ms(&kept, reading_cues[3]), 0);
    own_voice_close(&voice);
}

static void where_nothing_can_be_written_nothing_is_left(void **state)
{
    char name[VOICES_NAME_MAX] = "Ana";
    Error error = { "" };
    open_all(state);
    scratch_write(scratch_path(state, "leeway").text, "a file in the way");
    assert_false(own_voice_keep(&voice, name, &error));
    assert_non_null(strstr(error.text, "nothing can be written at"));
    scratch_expect(scratch_path(state, "leeway").text, "a file in the way");
    own_voice_close(&voice);
}

typedef struct FileRow {
    const char *says;
    const char *bytes;
    size_t size;
    const char *sentence; /* that is told */
} FileRow;

static const FileRow files[] = {
    { "an empty file", "", 0, "it is empty" },
    { "no sound", "hello, this is no sound at all", 30, "no sound file" },
    { "a wave that breaks off", "RIFF\x00\x00\x00\x00WAVEfmt ", 16, "no sound file" },
};

static void what_is_no_recording_is_told(void **state)
{
    script = (Script){ 1, { { "scan.hands.1", "The hands.", 1000 } } };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        const FilePath path = scratch_path(state, "file.ogg");
        Error error = { "" };
        FILE *file = fopen(path.text, "wb");
        fwrite(files[i].bytes, 1, files[i].size, file);
        fclose(file);
        assert_false(own_voice_open(&voice, path.text, &script, &error));
        if (strstr(error.text, files[i].sentence) == NULL)
            fail_msg("%s: %s", files[i].says, error.text);
    }
    Error error = { "" };
    assert_false(own_voice_open(&voice, *state, &script, &error));
    assert_non_null(strstr(error.text, "not a plain file"));
    assert_false(own_voice_open(&voice, "/nowhere.wav", &script, &error));
}

static void a_huge_file_is_not_read(void **state)
{
    const FilePath path = scratch_path(state, "huge.wav");
    Error error = { "" };
    script = (Script){ 1, { { "scan.hands.1", "The hands.", 1000 } } };
    const int file = open(path.text, O_WRONLY | O_CREAT, 0600);
    assert_int_equal(ftruncate(file, OWN_VOICE_BYTES_MAX + 1), 0);
    close(file);
    assert_false(own_voice_open(&voice, path.text, &script, &error));
    assert_non_null(strstr(error.text, "larger than 200 MB"));
}

/* Without the program nothing but the sentence: no file stays, nothing waits. */
static void a_phones_file_without_ffmpeg_says_what_to_do(void **state)
{
    const FilePath path = scratch_path(state, "voice note.m4a");
    Error error = { "" };
    script = (Script){ 1, { { "scan.hands.1", "The hands.", 1000 } } };
    FILE *file = fopen(path.text, "wb");
    fwrite("\0\0\0\x20"
           "ftypM4A and more",
           1, 20, file);
    fclose(file);
    char *before = strdup(getenv("PATH"));
    setenv("PATH", *state, 1);
    assert_false(own_voice_open(&voice, path.text, &script, &error));
    setenv("PATH", before, 1);
    free(before);
    assert_non_null(strstr(error.text,
                           "voice note.m4a is a phone's m4a, which needs the program "
                           "ffmpeg: sudo apt install ffmpeg, or save it as Ogg, FLAC "
                           "or WAV"));
    assert_int_equal(scratch_count(*state), 1);
}

/* A stand-in for ffmpeg: what it is told is what is tested, and that it is believed. */
static void a_phones_file_is_converted(void **state)
{
    const FilePath wav = record(state, "read.wav", ALL, WAV);
    const FilePath path = scratch_path(state, "-note.m4a");
    const FilePath tool = scratch_path(state, "ffmpeg");
    char text[3 * FILES_PATH_MAX];
    FILE *file = fopen(path.text, "wb");
    fwrite("\0\0\0\x20"
           "ftypM4A and more",
           1, 20, file);
    fclose(file);
    snprintf(text, sizeof text,
             "#!/bin/sh\n[ \"$7\" = \"file:%s\" ] || exit 1\n"
             "for last; do :; done\n/bin/cp %s \"${last#file:}\"\n",
             path.text, wav.text);
    scratch_write(tool.text, text);
    assert_int_equal(chmod(tool.text, 0700), 0);
    char *before = strdup(getenv("PATH"));
    setenv("PATH", *state, 1);
    Error error = { "" };
    const bool is_open = own_voice_open(&voice, path.text, &script, &error);
    setenv("PATH", before, 1);
    free(before);
    if (!is_open)
        fail_msg("%s", error.text);
    assert_int_equal(cut_count(voice.clips, script.count).found, reading_cue_count);
    assert_int_equal(scratch_count(*state), 3);
    own_voice_close(&voice);
}

static void a_messengers_ogg_is_read(void **state)
{
    const FilePath path = record(state, "note.ogg", ALL, SF_FORMAT_OGG | SF_FORMAT_OPUS);
    assert_true(own_voice_open(&voice, path.text, &script, NULL));
    assert_int_equal(cut_count(voice.clips, script.count).found, reading_cue_count);
    own_voice_close(&voice);
}

static void names_come_from_files(void **state)
{
    static const char *const rows[][2] = {
        { "/tmp/Ana.wav", "Ana" },
        { "Ana.reads.ogg", "Ana.reads" },
        { "/tmp/.wav", "a voice" },
        { "/tmp/..", "a voice" },
        { "/tmp/a\033[2Jb.ogg", "a voice" },
        { "none.wav", "a voice" },
        { "/tmp/", "a voice" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char name[VOICES_NAME_MAX];
        own_voice_name(rows[i][0], name);
        assert_string_equal(name, rows[i][1]);
    }
}

/* --- the script --- */

static const Cue cues[] = {
    { .id = "scan.arrive.1", .text = "Eyes open, or not." },
    { .id = "scan.hands.1", .text = "The hands." },
    { .id = "breath.in", .text = "In." },
    { .id = "breath.hold-full", .text = "Hold." },
};
static const CueTable table = { cues, sizeof cues / sizeof cues[0] };

static void a_script_has_each_line_once(void **state)
{
    (void)state;
    Plan plan = { .count = 4,
                  .parts = { { .kind = PLAN_WORDS, .cue = 1 },
                             { .kind = PLAN_QUIET, .cue = 1 },
                             { .kind = PLAN_WORDS, .cue = 0 },
                             { .kind = PLAN_WORDS, .cue = 1 } } };
    const Script made = script_of_plan(&plan, table);
    assert_int_equal(made.count, 2);
    assert_string_equal(made.lines[0].id, "scan.hands.1");
    assert_string_equal(made.lines[1].text, "Eyes open, or not.");
    assert_true(made.lines[1].expected_ms > made.lines[0].expected_ms);
    static char text[SCRIPT_TEXT_MAX];
    assert_non_null(strstr(script_text(&made, text), "\n\nThe hands.\n\nEyes open"));
}

static void a_breath_says_what_it_has(void **state)
{
    (void)state;
    const Plan plan = {
        .count = 1,
        .parts = { { .kind = PLAN_BREATH,
                     .phase_ms = { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } } },
    };
    const Script made = script_of_plan(&plan, table);
    assert_int_equal(made.count, 1);
    assert_string_equal(made.lines[0].id, "breath.in");
}

#define HOME_TEST(f) cmocka_unit_test_setup_teardown(f, open_home, scratch_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOME_TEST(a_recording_becomes_a_voice),
        HOME_TEST(a_name_that_is_taken_gets_a_number),
        HOME_TEST(what_is_left_out_is_not_kept),
        HOME_TEST(where_nothing_can_be_written_nothing_is_left),
        HOME_TEST(what_is_no_recording_is_told),
        HOME_TEST(a_huge_file_is_not_read),
        HOME_TEST(a_phones_file_without_ffmpeg_says_what_to_do),
        HOME_TEST(a_phones_file_is_converted),
        HOME_TEST(a_messengers_ogg_is_read),
        HOME_TEST(names_come_from_files),
        HOME_TEST(a_script_has_each_line_once),
        HOME_TEST(a_breath_says_what_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
