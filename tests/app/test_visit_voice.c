/* SPDX-License-Identifier: MIT */
/* The page of one recording: what keys, letters and presses do there, and what is done
 * beside the window. */
#include "app/own_voice_desk.h"
#include "store/scratch.h"
#include "support/reading.h"
#include "support/visit_rig.h"

#include <SDL.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { KEEP, OUT };
enum { COPY, CUT };
enum { PAGE_ROW = VISIT_VOICE_LINES, BEGIN_ROW, END_ROW, NAME_ROW };

static VisitRig *rig;
static OwnVoice made; /* big */

/* The page with a recording of ten lines on it, of which the fourth was not heard. */
static void read_ten(void)
{
    VisitVoice *voice = &rig->visit.voice;
    made = (OwnVoice){ .script = { .count = 10 }, .sound = { NULL, 300 * CUT_RATE } };
    for (int32_t i = 0; i < 10; i++) {
        made.script.lines[i] = (ScriptLine){ "scan.hands.1", "The hands.", 1000 };
        made.clips[i] = (CutClip){ .state = i == 3 ? CUT_MISSING : CUT_SURE,
                                   .times = 1,
                                   .from_ms = 2000 + i * 4000,
                                   .to_ms = 5000 + i * 4000 };
    }
    visit_voice_drop(&rig->visit, "/home/ana/Ana.ogg", rig->now_us);
    assert_int_equal(voice->wish, VISIT_VOICE_READ);
    assert_true(voice->is_busy);
    voice->wish = VISIT_VOICE_NO_WISH;
    visit_voice_read(&rig->visit, &made, "");
    visit_rig_wait(rig, 1000);
}

static void open_page(void **state)
{
    rig = *state;
    visit_rig_home(rig, "easing-in", 3);
    visit_voice_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
}

static const Scene *seen(void)
{
    visit_rig_turn(rig);
    return &rig->visit.scene;
}

static void the_script_can_be_copied(void **state)
{
    open_page(state);
    visit_rig_press(rig, CONTROL_TOOL + COPY);
    assert_non_null(rig->visit.wants_copied);
    assert_non_null(strstr(rig->visit.wants_copied, "After a slip, the line once more"));
    assert_non_null(
        strstr(rig->visit.wants_copied, rig->visit.voice.script.lines[0].text));
    assert_non_null(strstr(seen()->detail, "The script is"));
    visit_copied(&rig->visit, "Copied. It can be pasted.", rig->now_us);
    assert_string_equal(seen()->detail, "Copied. It can be pasted.");
    rig->visit.wants_copied = NULL;
}

static void without_a_recording_nothing_is_cut(void **state)
{
    open_page(state);
    visit_rig_press(rig, CONTROL_TOOL + CUT);
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_NO_WISH);
    assert_non_null(strstr(seen()->detail, "The path of a recording"));
}

static void a_path_can_be_typed_and_pasted(void **state)
{
    open_page(state);
    visit_rig_press(rig, CONTROL_ROW);
    assert_true(visit_is_typing(&rig->visit));
    visit_type(&rig->visit, "file:///tmp/Ana.ogg\n", rig->now_us);
    assert_string_equal(rig->visit.voice.path, "/tmp/Ana.ogg");
    visit_type(&rig->visit, "é", rig->now_us);
    visit_rub_out(&rig->visit, rig->now_us);
    visit_rub_out(&rig->visit, rig->now_us);
    assert_string_equal(rig->visit.voice.path, "/tmp/Ana.og");
    visit_type(&rig->visit, "\033[2J", rig->now_us);
    assert_string_equal(rig->visit.voice.path, "/tmp/Ana.og");
    for (int i = 0; i < 600; i++)
        visit_type(&rig->visit, "abc", rig->now_us);
    assert_true(strlen(rig->visit.voice.path) < VISIT_VOICE_PATH_MAX);
    visit_rig_press(rig, CONTROL_TOOL + CUT);
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_READ);
    assert_non_null(strstr(seen()->detail, "is being read"));
}

static void a_file_is_read_on_this_page_alone(void **state)
{
    open_page(state);
    visit_rig_play(rig, "out 1000");
    rig->visit.voice.wish = VISIT_VOICE_NO_WISH;
    visit_voice_drop(&rig->visit, "/tmp/Ana.ogg", rig->now_us);
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_NO_WISH);
}

static void what_cannot_be_read_is_told_by_its_name(void **state)
{
    open_page(state);
    visit_voice_drop(&rig->visit, "/home/ana/Ana.ogg", rig->now_us);
    visit_voice_read(&rig->visit, NULL, "/home/ana/Ana.ogg cannot be used: it is empty");
    assert_string_equal(seen()->detail, "Ana.ogg cannot be used: it is empty.");
}

static void the_frame_goes_through_all_lines(void **state)
{
    open_page(state);
    read_ten();
    assert_string_equal(seen()->line, "9 of 10 lines heard");
    assert_int_equal(seen()->row_count, VISIT_VOICE_LINES + 4);
    for (int32_t line = 0; line < 10; line++) {
        assert_int_equal(rig->visit.voice.line, line);
        visit_rig_play(rig, "slower 100");
    }
    assert_int_equal(rig->visit.voice.line, 9);
    assert_int_equal(rig->visit.voice.first, 8);
    assert_int_equal(seen()->row_count, 2 + 4);
    visit_rig_play(rig, "quicker 50 quicker 50 quicker 50");
    assert_int_equal(rig->visit.voice.line, 7);
}

static void arrows_move_where_a_line_begins(void **state)
{
    open_page(state);
    read_ten();
    visit_rig_play(rig, "on 50 on 50 back 50");
    assert_int_equal(made.clips[0].from_ms, 2000 + CUT_STEP_MS);
    assert_int_equal(made.clips[0].to_ms, 5000);
}

static void each_end_has_its_row(void **state)
{
    open_page(state);
    read_ten();
    visit_rig_press(rig, CONTROL_ROW + 1);
    visit_rig_press(rig, CONTROL_MORE + END_ROW);
    visit_rig_press(rig, CONTROL_LESS + BEGIN_ROW);
    assert_int_equal(made.clips[1].to_ms, 9000 + CUT_STEP_MS);
    assert_int_equal(made.clips[1].from_ms, 6000 - CUT_STEP_MS);
    assert_int_equal(made.clips[0].from_ms, 2000);
    visit_rig_play(rig, "on 50");
    assert_int_equal(made.clips[1].from_ms, 6000);
}

static void space_on_a_line_plays_it(void **state)
{
    open_page(state);
    read_ten();
    visit_rig_press(rig, CONTROL_ROW + 2);
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_HEAR);
    assert_int_equal(rig->visit.voice.line, 2);
    rig->visit.voice.wish = VISIT_VOICE_NO_WISH;
    visit_rig_press(rig, CONTROL_ROW + 3);
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_NO_WISH);
    assert_non_null(strstr(seen()->detail, "was not heard"));
}

static void a_line_can_be_left_out_and_taken_in(void **state)
{
    open_page(state);
    read_ten();
    visit_rig_play(rig, "leave-out 50");
    assert_true(made.clips[0].is_left_out);
    assert_string_equal(seen()->rows[0].value, "left out");
    assert_string_equal(seen()->tools[OUT], "Take it in");
    visit_rig_press(rig, CONTROL_TOOL + OUT);
    assert_false(made.clips[0].is_left_out);
}

static void lines_turn_by_the_pointer(void **state)
{
    open_page(state);
    read_ten();
    visit_rig_press(rig, CONTROL_MORE + PAGE_ROW);
    assert_int_equal(rig->visit.voice.first, 4);
    visit_rig_press(rig, CONTROL_LESS + PAGE_ROW);
    visit_rig_press(rig, CONTROL_LESS + PAGE_ROW);
    assert_int_equal(rig->visit.voice.first, 8);
}

static void it_is_kept_by_its_name(void **state)
{
    open_page(state);
    read_ten();
    VisitVoice *voice = &rig->visit.voice;
    assert_string_equal(voice->name, "Ana");
    visit_rig_press(rig, CONTROL_ROW + NAME_ROW);
    visit_type(&rig->visit, "a/b", rig->now_us);
    visit_rig_press(rig, CONTROL_TOOL + KEEP);
    assert_int_equal(voice->wish, VISIT_VOICE_NO_WISH);
    assert_non_null(strstr(seen()->detail, "A name has letters"));
    visit_rig_press(rig, CONTROL_ROW + NAME_ROW);
    visit_type(&rig->visit, "Zoe", rig->now_us);
    assert_string_equal(voice->name, "Zoe");
    visit_rig_press(rig, CONTROL_TOOL + KEEP);
    assert_int_equal(voice->wish, VISIT_VOICE_KEEP);
    visit_voice_kept(&rig->visit, "Zoe 2", "");
    assert_string_equal(seen()->detail, "Kept as Zoe 2. It stands among the voices.");
    assert_string_equal(seen()->out_says, "back");
}

static void leaving_forgets_and_says_so(void **state)
{
    open_page(state);
    read_ten();
    assert_string_equal(seen()->out_says, "back; what is not kept is gone");
    visit_rig_play(rig, "out 1000");
    assert_int_equal(rig->visit.voice.wish, VISIT_VOICE_FORGET);
    assert_int_equal(rig->visit.screen, SCREEN_HOME);
    assert_null(rig->visit.voice.made);
}

/* --- beside the window --- */

static int open_home(void **state)
{
    static void *folder;
    if (scratch_open(&folder) != 0)
        return -1;
    setenv("XDG_DATA_HOME", folder, 1);
    SDL_Init(SDL_INIT_EVENTS);
    (void)state;
    return 0;
}

static int close_home(void **state)
{
    (void)state;
    scratch_remove(getenv("XDG_DATA_HOME"));
    return 0;
}

/* A recording by tones of as many lines as the scan says, each once. */
static void record(const char *path)
{
    const Reader reader = { .is_tones = true, .speed_percent = 100, .pause_ms = 900 };
    static Reading reading;
    char script[256] = "";
    for (int32_t i = 0; i < rig->visit.voice.script.count; i++)
        snprintf(script + strlen(script), sizeof script - strlen(script), "%d ", (int)i);
    reading_open(&reading, &reader, script);
    for (int32_t i = 0; i < rig->visit.voice.script.count; i++)
        rig->visit.voice.script.lines[i].expected_ms = reading.expected_ms[i];
    SF_INFO info = { .samplerate = READING_RATE,
                     .channels = 1,
                     .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    sf_write_short(file, reading.samples, reading.count);
    sf_close(file);
    reading_close(&reading);
}

/* The loop until the page has its answer: the thread's event, no clock. */
static void mind(OwnVoiceDesk *desk)
{
    own_voice_desk_mind(desk, &rig->visit, rig->now_us);
    while (rig->visit.voice.is_busy) {
        assert_true(SDL_WaitEvent(NULL));
        own_voice_desk_mind(desk, &rig->visit, rig->now_us);
    }
}

static void a_dropped_recording_becomes_a_voice(void **state)
{
    char path[256];
    Voice kept;
    open_page(state);
    OwnVoiceDesk *desk = own_voice_desk_open(&rig->player, NULL);
    snprintf(path, sizeof path, "%s/Ana.wav", getenv("XDG_DATA_HOME"));
    record(path);
    visit_voice_drop(&rig->visit, path, rig->now_us);
    mind(desk);
    assert_non_null(rig->visit.voice.made);
    assert_string_equal(rig->visit.voice.name, "Ana");
    visit_rig_turn(rig);
    visit_rig_press(rig, CONTROL_ROW);
    mind(desk);
    assert_true(player_is_silent(&rig->player) || rig->player.is_sample);
    assert_non_null(atomic_load(&rig->player.mix.clips->slots[CLIP_TABLE_LINE]));
    visit_rig_press(rig, CONTROL_TOOL + KEEP);
    mind(desk);
    assert_true(rig->visit.voice.is_kept);
    assert_true(voices_find("Ana", &kept, NULL));
    visit_rig_play(rig, "out 100");
    mind(desk);
    mix_set_clips(&rig->player.mix, NULL);
    own_voice_desk_close(desk);
}

static void one_that_cannot_be_read_leaves_the_one_before(void **state)
{
    char path[256];
    open_page(state);
    OwnVoiceDesk *desk = own_voice_desk_open(&rig->player, NULL);
    snprintf(path, sizeof path, "%s/Ana.wav", getenv("XDG_DATA_HOME"));
    record(path);
    visit_voice_drop(&rig->visit, path, rig->now_us);
    mind(desk);
    const OwnVoice *before = rig->visit.voice.made;
    assert_non_null(before);
    const int32_t lines = before->script.count;
    visit_voice_drop(&rig->visit, "/nowhere/Ben.wav", rig->now_us);
    mind(desk);
    assert_string_not_equal(rig->visit.voice.answer, "");
    assert_ptr_equal(rig->visit.voice.made, before);
    assert_int_equal(before->script.count, lines);
    visit_rig_turn(rig);
    visit_rig_play(rig, "out 100");
    mind(desk);
    mix_set_clips(&rig->player.mix, NULL);
    own_voice_desk_close(desk);
}

static void leaving_while_it_is_read_leaves_nothing(void **state)
{
    char path[256];
    open_page(state);
    OwnVoiceDesk *desk = own_voice_desk_open(&rig->player, NULL);
    snprintf(path, sizeof path, "%s/Ana.wav", getenv("XDG_DATA_HOME"));
    record(path);
    visit_voice_drop(&rig->visit, path, rig->now_us);
    own_voice_desk_mind(desk, &rig->visit, rig->now_us);
    visit_rig_play(rig, "out 1000");
    own_voice_desk_mind(desk, &rig->visit, rig->now_us);
    mix_set_clips(&rig->player.mix, NULL);
    own_voice_desk_close(desk);
    assert_null(rig->visit.voice.made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_script_can_be_copied),
        cmocka_unit_test(without_a_recording_nothing_is_cut),
        cmocka_unit_test(a_path_can_be_typed_and_pasted),
        cmocka_unit_test(a_file_is_read_on_this_page_alone),
        cmocka_unit_test(what_cannot_be_read_is_told_by_its_name),
        cmocka_unit_test(the_frame_goes_through_all_lines),
        cmocka_unit_test(arrows_move_where_a_line_begins),
        cmocka_unit_test(each_end_has_its_row),
        cmocka_unit_test(space_on_a_line_plays_it),
        cmocka_unit_test(a_line_can_be_left_out_and_taken_in),
        cmocka_unit_test(lines_turn_by_the_pointer),
        cmocka_unit_test(it_is_kept_by_its_name),
        cmocka_unit_test(leaving_forgets_and_says_so),
        cmocka_unit_test_setup(a_dropped_recording_becomes_a_voice, open_home),
        cmocka_unit_test(one_that_cannot_be_read_leaves_the_one_before),
        cmocka_unit_test_teardown(leaving_while_it_is_read_leaves_nothing, close_home),
    };
    return cmocka_run_group_tests(tests, visit_rig_set_up, visit_rig_tear_down);
}
