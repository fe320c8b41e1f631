/* SPDX-License-Identifier: MIT */
#include "sound/cut.h"

#include "support/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* As near as a cut has to be to where a line can be heard; so much into the words, and a
 * little more into the silence, where what dies away is hard to tell. */
enum { NEAR_MS = 100, SILENCE_MS = 150 };

/* All thirteen lines, each once. */
#define ALL "0 1 2 3 4 5 6 7 8 9 10 11 12"

/* What becomes of each line: . found, - missing, 2 said twice, d found or in doubt. */
typedef struct Row {
    const char *says;
    const char *script;
    const char *lines;
    Reader reader;
} Row;

static const Row rows[] = {
    { "read as one would", ALL, ".............", { .pause_ms = 900 } },
    { "a quick reader", ALL, ".............", { .pause_ms = 500, .speed_percent = 130 } },
    { "a slow one", ALL, ".............", { .pause_ms = 1600, .speed_percent = 75 } },
    { "a breath after each line",
      "0 b 1 b 2 b 3 b 4 b 5 b 6 b 7 b 8 b 9 b 10 b 11 b 12",
      ".............",
      { .pause_ms = 350 } },
    { "a quiet room", ALL, ".............", { .pause_ms = 900, .noise_db = -60 } },
    { "an ordinary room", ALL, ".............", { .pause_ms = 900, .noise_db = -48 } },
    { "a loud room", ALL, ".............", { .pause_ms = 900, .noise_db = -42 } },
    { "a cough",
      "0 1 2 c 3 4 5 6 c 7 8 9 10 11 12",
      ".............",
      { .pause_ms = 900, .noise_db = -55 } },
    { "knocks",
      "k 0 1 k k 2 3 4 5 k 6 7 8 9 10 11 12 k",
      ".............",
      { .pause_ms = 900, .noise_db = -55 } },
    { "a line said again",
      "0 1 2 3 3 4 5 6 7 8 9 10 11 12",
      "...2.........",
      { .pause_ms = 900, .noise_db = -55 } },
    { "two lines said again",
      "0 1 1 2 3 4 5 6 7 b 7 8 9 10 11 12",
      ".2.....2.....",
      { .pause_ms = 900 } },
    { "a line left out",
      "0 1 2 3 4 6 7 8 9 10 11 12",
      "..ddd-dd.....",
      { .pause_ms = 900 } },
    { "the first left out",
      "1 2 3 4 5 6 7 8 9 10 11 12",
      "-ddd.........",
      { .pause_ms = 900 } },
    { "the last left out",
      "0 1 2 3 4 5 6 7 8 9 10 11",
      ".........ddd-",
      { .pause_ms = 900 } },
    { "a slip, then the whole line",
      "0 1 2 3 h4 4 5 6 7 8 9 10 11 12",
      "....d........",
      { .pause_ms = 900 } },
    { "a long pause in a line",
      "0 1 2 3 4 5 p6 7 8 9 10 11 12",
      "......d......",
      { .pause_ms = 900 } },
    { "all of it at once",
      "b 0 1 b 1 c 2 3 4 5 p6 b 7 8 k 9 10 11 12",
      ".2...dddddddd",
      { .pause_ms = 1000, .noise_db = -52 } },
};

static Reading reading;
static CutClip clips[READING_LINES_MAX];

static CutSound read_script(const Row *row, bool is_tones)
{
    Reader reader = row->reader;
    reader.is_tones = is_tones;
    reader.speed_percent = reader.speed_percent != 0 ? reader.speed_percent : 100;
    reading_open(&reading, &reader, row->script);
    return (CutSound){ reading.samples, reading.count };
}

static bool is_near(const CutClip *clip, int32_t line)
{
    const ReadingSpan *span = &reading.spans[line][reading.times[line] - 1];
    const int32_t early_ms = span->from_ms - clip->from_ms;
    const int32_t late_ms = clip->to_ms - span->to_ms;
    return early_ms >= -NEAR_MS && early_ms <= SILENCE_MS && late_ms >= -NEAR_MS &&
           late_ms <= SILENCE_MS;
}

/* Whether a line became what the row says. */
static bool is_right(const CutClip *clip, int32_t line, char wanted)
{
    if (wanted == '-')
        return clip->state == CUT_MISSING;
    if (clip->state == CUT_MISSING || !is_near(clip, line))
        return false;
    if (wanted == '2')
        return clip->times == 2;
    /* One or two may be told as doubtful though they are right, and no more. */
    const int32_t doubts = cut_count(clips, reading_cue_count).doubtful;
    return wanted == 'd' ||
           (clip->times == 1 && (clip->state == CUT_SURE || doubts <= 2));
}

static void tell(const Row *row, int32_t line)
{
    for (int32_t i = 0; i < reading_cue_count; i++) {
        const ReadingSpan *span =
            &reading.spans[i][reading.times[i] > 0 ? reading.times[i] - 1 : 0];
        print_message("%2d: state %d, %d times, %d to %d; said %d times, %d to %d\n",
                      (int)i, (int)clips[i].state, (int)clips[i].times,
                      (int)clips[i].from_ms, (int)clips[i].to_ms, (int)reading.times[i],
                      (int)span->from_ms, (int)span->to_ms);
    }
    fail_msg("%s: line %d", row->says, (int)line);
}

static void check(const Row *row, bool is_tones)
{
    const CutSound sound = read_script(row, is_tones);
    cut_lines(sound, reading.expected_ms, reading_cue_count, clips);
    for (int32_t i = 0; i < reading_cue_count; i++)
        if (!is_right(&clips[i], i, row->lines[i]))
            tell(row, i);
    reading_close(&reading);
}

/* --- a line said again, and another left out --- */

/* As many as there are lines are heard, so only what they sound like tells. */
static void script_of(int32_t again, int32_t left_out, char script[128])
{
    size_t length = 0;
    for (int32_t line = 0; line < reading_cue_count; line++) {
        if (line != left_out)
            length += (size_t)snprintf(script + length, 128 - length, "%d ", (int)line);
        if (line == again)
            length += (size_t)snprintf(script + length, 128 - length, "q%d ", (int)line);
    }
}

static bool is_where_it_was_said(const CutClip *clip, int32_t line)
{
    for (int32_t t = 0; t < reading.times[line]; t++) {
        const ReadingSpan *span = &reading.spans[line][t];
        if (abs(span->from_ms - clip->from_ms) <= SILENCE_MS &&
            abs(clip->to_ms - span->to_ms) <= SILENCE_MS)
            return true;
    }
    return false;
}

/* No line stands where it was not said without a doubt. Which one was left out only
 * lengths tell, so some right beside it may be in doubt, and no others. */
static void check_shift(int32_t again, int32_t left_out, bool is_tones)
{
    char script[128];
    script_of(again, left_out, script);
    const Row row = { script, script, "", { .pause_ms = 900, .noise_db = -55 } };
    const CutSound sound = read_script(&row, is_tones);
    cut_lines(sound, reading.expected_ms, reading_cue_count, clips);
    for (int32_t i = 0; i < reading_cue_count; i++) {
        const bool is_found = clips[i].state != CUT_MISSING;
        const bool is_good =
            is_found ? is_where_it_was_said(&clips[i], i) : reading.times[i] == 0;
        if (!is_good && (clips[i].state == CUT_SURE || abs(i - left_out) > 3))
            tell(&row, i);
    }
    reading_close(&reading);
}

static void a_line_again_and_one_left_out_shift_nothing(void **state)
{
    (void)state;
    static const struct {
        int32_t again, left_out;
    } rows_of_two[] = { { 1, 11 }, { 3, 4 }, { 3, 9 }, { 6, 7 },  { 8, 9 },
                        { 8, 2 },  { 4, 3 }, { 0, 5 }, { 12, 6 }, { 11, 0 } };
    for (int is_tones = 0; is_tones < 2; is_tones++)
        for (size_t i = 0; i < sizeof rows_of_two / sizeof rows_of_two[0]; i++)
            if (is_tones || reading_has_voice())
                check_shift(rows_of_two[i].again, rows_of_two[i].left_out, is_tones);
}

static void lines_of_tones_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i], true);
}

static void lines_of_the_voice_are_found(void **state)
{
    (void)state;
    if (!reading_has_voice())
        skip();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        check(&rows[i], false);
}

/* --- what is no reading --- */

static void where_nobody_speaks_nothing_is_found(void **state)
{
    (void)state;
    static const Row silent[] = {
        { "no sound", "", "", { .pause_ms = 0 } },
        { "noise alone", "", "", { .noise_db = -30 } },
        { "breaths alone", "b b b", "", { .noise_db = -60 } },
        { "knocks and coughs", "k c k c", "", { .noise_db = -60 } },
    };
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
        const CutSound sound = read_script(&silent[i], true);
        if (cut_lines(sound, reading.expected_ms, reading_cue_count, clips) != 0)
            fail_msg("%s", silent[i].says);
        reading_close(&reading);
    }
    const CutSound none = { NULL, 0 };
    const int32_t expected_ms = 1000;
    assert_int_equal(cut_lines(none, &expected_ms, 1, clips), 0);
}

static void one_line_is_one_clip(void **state)
{
    (void)state;
    const Row row = { "one", "3", "", { .pause_ms = 900 } };
    const CutSound sound = read_script(&row, true);
    assert_int_equal(cut_lines(sound, &reading.expected_ms[3], 1, clips), 1);
    assert_true(is_near(&clips[0], 3));
    reading_close(&reading);
}

/* --- by hand --- */

static void cuts_move_as_far_as_they_can(void **state)
{
    (void)state;
    const CutSound sound = { NULL, 10 * CUT_RATE };
    const CutClip clip = { .state = CUT_SURE, .from_ms = 1000, .to_ms = 3000 };
    assert_int_equal(cut_move_begin(clip, CUT_STEP_MS).from_ms, 1020);
    assert_int_equal(cut_move_begin(clip, -5000).from_ms, 0);
    assert_int_equal(cut_move_begin(clip, 5000).from_ms, 3000 - CUT_CLIP_MIN_MS);
    assert_int_equal(cut_move_end(sound, clip, -CUT_STEP_MS).to_ms, 2980);
    assert_int_equal(cut_move_end(sound, clip, 50000).to_ms, 10000);
    assert_int_equal(cut_move_end(sound, clip, -50000).to_ms, 1000 + CUT_CLIP_MIN_MS);
}

static void a_clip_begins_and_ends_in_silence(void **state)
{
    (void)state;
    enum { COUNT = CUT_RATE };
    static int16_t samples[COUNT];
    static float out[COUNT];
    for (int32_t i = 0; i < COUNT; i++)
        samples[i] = 16384;
    const CutClip clip = { .state = CUT_SURE, .from_ms = 500, .to_ms = 900 };
    const int64_t count = cut_samples(&clip);
    assert_int_equal(count, COUNT * 4 / 10);
    cut_take((CutSound){ samples, COUNT }, &clip, out);
    assert_true(out[0] == 0 && out[count - 1] == 0);
    assert_true(out[count / 2] == 0.5f);
    for (int64_t i = 1; i < count; i++)
        assert_true(out[i] - out[i - 1] < 0.002f && out[i - 1] - out[i] < 0.002f);
}

static void every_clip_has_its_note(void **state)
{
    (void)state;
    static const struct {
        CutClip clip;
        const char *note;
    } notes[] = {
        { { .state = CUT_MISSING }, "not heard: it is shown as text, with a soft bell" },
        { { .state = CUT_SURE, .times = 1 }, "" },
        { { .state = CUT_DOUBTFUL, .times = 1 }, "perhaps not here: worth a listen" },
        { { .state = CUT_SURE, .times = 2 }, "said twice: the second time counts" },
        { { .state = CUT_SURE, .times = 3 },
          "said more than once: the last time counts" },
        { { .state = CUT_SURE, .times = 2, .is_left_out = true },
          "left out: it is shown as text, with a soft bell" },
    };
    for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
        assert_string_equal(cut_note(&notes[i].clip), notes[i].note);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_tones_are_found),
        cmocka_unit_test(lines_of_the_voice_are_found),
        cmocka_unit_test(a_line_again_and_one_left_out_shift_nothing),
        cmocka_unit_test(where_nobody_speaks_nothing_is_found),
        cmocka_unit_test(one_line_is_one_clip),
        cmocka_unit_test(cuts_move_as_far_as_they_can),
        cmocka_unit_test(a_clip_begins_and_ends_in_silence),
        cmocka_unit_test(every_clip_has_its_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
