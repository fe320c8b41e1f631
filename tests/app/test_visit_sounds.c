/* SPDX-License-Identifier: MIT */
/* The page of sounds, with an ear: what is asked for is heard, softly, for a few seconds,
 * and is silent 200 ms after the page was left. Rendered by hand as a device would. */
#include "support/lint.h"
#include "support/sound_meter.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_MARKS,
    ROW_BED,
    ROW_VOICE,
    ROW_MONO,
    ROW_DELAY,
    ROW_LISTEN,
    ROWS,
    TAPE_MS = 90000,
    BLOCK_FRAMES = 512,
    OFF_MS = 200 + 50, /* and what the turn of the loop takes that renders it */
    CLOSE_US = 10000   /* a turn of the loop, where it counts when a sample begins */
};

/* What was heard since the tape was begun. */
typedef struct Tape {
    int64_t from_us, frames;
    float stereo[2 * TAPE_MS * MIX_FRAMES_PER_MS];
} Tape;

static VisitRig *rig;
static Tape *tape;

static void hear(VisitRig *of)
{
    const int64_t until = (of->now_us - tape->from_us) * MIX_FRAMES_PER_MS / 1000;
    assert_true(until <= TAPE_MS * MIX_FRAMES_PER_MS);
    while (tape->frames < until) {
        const int64_t left = until - tape->frames;
        const int32_t count = left < BLOCK_FRAMES ? (int32_t)left : BLOCK_FRAMES;
        mix_render(&of->player.mix, tape->stereo + 2 * tape->frames, count);
        tape->frames += count;
    }
}

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    tape = calloc(1, sizeof *tape);
    return tape == NULL;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    free(tape);
    return 0;
}

/* The layout of each turn is most of the work: there are more of them only where it
 * counts. */
static void wait_far(int64_t ms)
{
    rig->frame_us = VISIT_RIG_CALM_US;
    visit_rig_wait(rig, ms);
    rig->frame_us = CLOSE_US;
}

static void begin_tape(void)
{
    tape->from_us = rig->now_us;
    tape->frames = 0;
    rig->on_frame = hear;
}

/* The last so many milliseconds of the tape, and what was heard before them. */
static Sound last_ms(int64_t ms)
{
    const Sound all = { tape->stereo, tape->frames };
    return sound_part(all, tape->frames - ms * MIX_FRAMES_PER_MS, tape->frames);
}

static void open_sounds(bool is_sound_on)
{
    rig->on_frame = NULL;
    rig->frame_us = VISIT_RIG_CALM_US;
    visit_rig_home(rig, "4-6", 1);
    rig->visit.settings.is_sound_on = is_sound_on;
    visit_rig_press(rig, CONTROL_FOOT + FOOT_SETTINGS);
    visit_rig_play(rig, "700 on");
    visit_rig_press(rig, CONTROL_ROW + 5);
    visit_rig_wait(rig, 700);
    assert_int_equal(rig->visit.screen, SCREEN_SOUNDS);
    rig->frame_us = CLOSE_US;
    begin_tape();
}

static void frame_row(int row)
{
    for (int i = 0; i <= row; i++)
        visit_rig_play(rig, "slower");
    assert_int_equal(rig->visit.focus, CONTROL_ROW + row);
}

static void test_every_row_changes_what_it_says(void **state)
{
    (void)state;
    const Settings *settings = &rig->visit.settings;
    open_sounds(true);
    frame_row(ROW_MARKS);
    visit_rig_play(rig, "back back slower back slower back slower on slower on on");
    assert_int_equal(settings->marks_volume, 80);
    assert_int_equal(settings->bed_volume, 90);
    assert_int_equal(settings->voice_volume, 90);
    assert_int_equal(rig->player.levels.voice_less, 10);
    assert_true(settings->is_mono);
    assert_int_equal(settings->delay_ms, 40);
    assert_int_equal(rig->player.levels.marks_less, 20);
    assert_int_equal(rig->player.levels.bed_less, 10);
    assert_true(rig->player.levels.is_mono);
    assert_int_equal(rig->player.delay_ms, 40);
    visit_rig_press(rig, CONTROL_TOOL);
    const Settings first = settings_default();
    assert_int_equal(settings->marks_volume, first.marks_volume);
    assert_int_equal(settings->delay_ms, first.delay_ms);
    assert_true(settings->is_sound_on);
    visit_rig_press(rig, CONTROL_TOOL + 1);
    assert_int_equal(settings->marks_volume, 80);
    assert_int_equal(settings->delay_ms, 40);
}

static void test_a_number_between_two_steps_goes_to_the_next_of_them(void **state)
{
    (void)state;
    open_sounds(false);
    rig->visit.settings.delay_ms = 210;
    frame_row(ROW_DELAY);
    visit_rig_play(rig, "on");
    assert_int_equal(rig->visit.settings.delay_ms, 220);
    rig->visit.settings.delay_ms = 210;
    visit_rig_play(rig, "back");
    assert_int_equal(rig->visit.settings.delay_ms, 200);
}

static void test_where_holds_are_never_wanted_no_mark_is_for_one(void **state)
{
    (void)state;
    open_sounds(false);
    rig->visit.settings.holds = SETTINGS_HOLDS_NEVER;
    frame_row(ROW_LISTEN);
    int heard = 1;
    for (int i = 0; i < VISIT_SOUNDS_COUNT; i++) {
        const int32_t before = rig->visit.sounds.listen;
        visit_rig_play(rig, "on");
        assert_null(strstr(rig->visit.scene.rows[ROW_LISTEN].value, "hold"));
        assert_null(strstr(rig->visit.scene.rows[ROW_LISTEN].value, "rest"));
        heard += rig->visit.sounds.listen != before;
    }
    assert_int_equal(heard, VISIT_SOUNDS_COUNT - 2);
}

/* A bell of a sit is louder than a mark, and comes in 60 ms (sound/bells.h). */
static bool is_bell(void)
{
    static const char *const bells[] = { "the bowl", "the bell", "the wood" };
    for (int i = 0; i < 3; i++)
        if (strcmp(rig->visit.scene.rows[ROW_LISTEN].value, bells[i]) == 0)
            return true;
    return false;
}

/* Where no voice is at hand a soft bell rings in its place, in the time it would take. */
static bool is_voice(void)
{
    return strcmp(rig->visit.scene.rows[ROW_LISTEN].value, "the voice") == 0;
}

static bool is_rain(void)
{
    return strcmp(rig->visit.scene.rows[ROW_LISTEN].value, "the rain") == 0;
}

/* Each of them alone, where sound is off, between -45 and -18 dBFS at full loudness. */
static void test_every_sound_can_be_heard_by_itself(void **state)
{
    (void)state;
    open_sounds(false);
    rig->visit.settings.volume = 100;
    frame_row(ROW_LISTEN);
    for (int i = 0; i < VISIT_SOUNDS_COUNT; i++) {
        visit_rig_play(rig, i == 0 ? "press" : "on");
        assert_null(lint_words(rig->visit.scene.rows[ROW_LISTEN].value));
        begin_tape();
        const int64_t lasts_ms = is_voice() ? 9500 : 3000;
        wait_far(lasts_ms);
        const double peak_db = sound_peak_db(last_ms(lasts_ms));
        if (peak_db < -45 || peak_db > (is_bell() ? -15 : -18))
            fail_msg("%s: %.1f dBFS", rig->visit.scene.rows[ROW_LISTEN].value, peak_db);
        wait_far(1600);
        if (!sound_is_silence(last_ms(300)))
            fail_msg("%s does not end", rig->visit.scene.rows[ROW_LISTEN].value);
    }
    assert_false(rig->visit.settings.is_sound_on);
    assert_false(rig->visit.is_choice_new);
}

/* From nothing as from another sound: the first 20 ms are soft, nothing clicks, and a bed
 * takes 400 ms. */
static void test_no_sample_comes_with_a_jolt(void **state)
{
    (void)state;
    open_sounds(false);
    rig->visit.settings.volume = 100;
    frame_row(ROW_LISTEN);
    visit_rig_play(rig, "press");
    begin_tape();
    for (int i = 0; i < VISIT_SOUNDS_COUNT; i++) {
        const bool was_rich = is_bell() || is_voice() || is_rain();
        wait_far(i % 2 == 0 ? 700 : 5000);
        visit_rig_play(rig, "on");
        visit_rig_wait(rig, 20);
        if (i % 2 == 1)
            assert_true(sound_peak_db(last_ms(20)) < (is_bell() ? -25 : -45));
        /* A bell has such tones of its own, and rain is made of them. */
        assert_true(sound_residue_db(last_ms(720)) < (was_rich ? -38 : -55));
    }
    wait_far(5000);
    begin_tape();
    visit_rig_play(rig, "press");
    visit_rig_wait(rig, 1000);
    assert_true(sound_rise_frames(last_ms(1000)) > 150 * MIX_FRAMES_PER_MS);
}

static void test_a_sample_ends_with_its_page(void **state)
{
    (void)state;
    static const char *const ways[] = { "out", "hide", "keys", "sound sound" };
    for (size_t way = 0; way < sizeof ways / sizeof ways[0]; way++)
        for (int sound = 0; sound < VISIT_SOUNDS_COUNT; sound++) {
            open_sounds(false);
            frame_row(ROW_LISTEN);
            rig->visit.sounds.listen = sound;
            visit_rig_play(rig, "press");
            wait_far(600);
            assert_false(sound_is_silence(last_ms(100)));
            visit_rig_play(rig, ways[way]);
            visit_rig_wait(rig, OFF_MS);
            wait_far(2000);
            if (!sound_is_silence(last_ms(2000)))
                fail_msg("%s leaves sound %d on", ways[way], sound);
        }
}

static void test_where_sound_is_off_only_the_last_row_is_heard(void **state)
{
    (void)state;
    open_sounds(false);
    frame_row(ROW_MARKS);
    visit_rig_play(
        rig, "back 500 slower back 500 slower back 500 slower on 500 slower on 1000");
    assert_true(sound_is_silence(last_ms(2500)));
    assert_null(rig->player.device);
    open_sounds(true);
    frame_row(ROW_MARKS);
    visit_rig_play(rig, "back 500");
    assert_false(sound_is_silence(last_ms(400)));
}

/* On the page before it what is changed is heard, if sound is on. */
static void test_hear_lets_hear_what_was_changed(void **state)
{
    (void)state;
    static const struct {
        int row;
        const char *keys;
        bool is_heard;
    } rows[] = {
        { 0, "on 800", true },       { 0, "on 800 back 400", false },
        { 1, "on 800", false },      { 3, "back 800", false },
        { 0, "on slower on", true }, { 0, "on slower slower slower back", true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        rig->on_frame = NULL;
        visit_rig_home(rig, "4-6", 1);
        visit_rig_press(rig, CONTROL_FOOT + FOOT_SETTINGS);
        visit_rig_play(rig, "700 on");
        begin_tape();
        frame_row(rows[i].row);
        visit_rig_play(rig, rows[i].keys);
        visit_rig_wait(rig, 300);
        assert_int_equal(!sound_is_silence(last_ms(50)), rows[i].is_heard);
    }
}

/* A practice that is begun right after a sample keeps its stillness, and what comes then
 * is what would have come anyway. */
static void test_a_sample_leaves_the_practice_as_it_is(void **state)
{
    (void)state;
    open_sounds(true);
    frame_row(ROW_LISTEN);
    visit_rig_play(rig, "press 300 out out");
    visit_rig_wait(rig, 700);
    visit_rig_play(rig, "frame-next");
    rig->visit.focus = CONTROL_NONE;
    visit_rig_play(rig, "press");
    begin_tape();
    visit_rig_wait(rig, 1500);
    assert_true(sound_is_silence(last_ms(1500)));
    visit_rig_wait(rig, 3500);
    assert_false(sound_is_silence(last_ms(500)));
    assert_in_range(mix_position_frames(&rig->player.mix) / MIX_FRAMES_PER_MS, 4980,
                    5020);
}

/* Behind a practice that came to its end a sample is all there is to hear. */
static void test_a_sample_after_a_practice_is_no_practice(void **state)
{
    (void)state;
    rig->on_frame = NULL;
    visit_rig_home(rig, "4-6", 1);
    begin_tape();
    visit_rig_play(rig, "press");
    wait_far(66000);
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_wait(rig, 700);
    visit_rig_press(rig, CONTROL_FOOT + FOOT_SETTINGS);
    visit_rig_play(rig, "700 on");
    frame_row(0);
    visit_rig_play(rig, "on 500");
    assert_false(sound_is_silence(last_ms(100)));
    visit_rig_play(rig, "slower slower slower on 4600");
    assert_true(sound_is_silence(last_ms(300)));
    visit_rig_play(rig, "sound 300 sound 5000");
    assert_true(sound_is_silence(last_ms(5300)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_row_changes_what_it_says),
        cmocka_unit_test(test_a_number_between_two_steps_goes_to_the_next_of_them),
        cmocka_unit_test(test_where_holds_are_never_wanted_no_mark_is_for_one),
        cmocka_unit_test(test_every_sound_can_be_heard_by_itself),
        cmocka_unit_test(test_no_sample_comes_with_a_jolt),
        cmocka_unit_test(test_a_sample_ends_with_its_page),
        cmocka_unit_test(test_where_sound_is_off_only_the_last_row_is_heard),
        cmocka_unit_test(test_hear_lets_hear_what_was_changed),
        cmocka_unit_test(test_a_sample_leaves_the_practice_as_it_is),
        cmocka_unit_test(test_a_sample_after_a_practice_is_no_practice),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
