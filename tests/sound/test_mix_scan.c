/* SPDX-License-Identifier: MIT */
/* A body scan as it is heard while a person goes through it their own way. */
#include "core/session.h"
#include "support/scan_rig.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS, CLIP_MS = 4000, RATE_HZ = MIX_RATE_HZ };

/* 500 Hz that comes within 50 ms and is cut at its end; one sample. */
static int16_t hum[CLIP_MS * MS];
static const int16_t impulse[CLIP_MS * MS] = { 32767 };
static MixClip clips[SCAN_RIG_CUES_MAX];

static ScanRig *scan;

static int make_scan(void **state)
{
    (void)state;
    for (int f = 0; f < CLIP_MS * MS; f++)
        hum[f] = (int16_t)lrint(6000 * raised_cosine((float)f / (50 * MS)) *
                                cos(0.06544984694978735 * f));
    scan = malloc(sizeof *scan);
    scan_rig_init(scan);
    return 0;
}

static int drop_scan(void **state)
{
    (void)state;
    free(scan);
    return 0;
}

static void speak_with(const int16_t *samples)
{
    for (int32_t c = 0; c < SCAN_RIG_CUES_MAX; c++)
        clips[c] = (MixClip){ samples, CLIP_MS * MS };
}

static Plan scan_plan(int32_t route, int64_t minutes)
{
    ScanRequest request = scan_default(&scan->regions);
    Plan plan;
    request.route = route;
    request.length_ms = minutes * 60000;
    assert_null(scan_lay_out(&scan->regions, &scan->table, &request, &plan));
    return plan;
}

/* A session and a mix that go on together. */
typedef struct Heard {
    Session session;
    Rig *rig;
} Heard;

static void begin(Heard *heard, const Plan *plan)
{
    SessionEvents events = { .count = 0 };
    session_init(&heard->session, plan, NULL);
    session_apply(&heard->session, (SessionInput){ 0, SESSION_BEGIN }, &events);
    heard->rig = rig_open(plan, RIG_MARKS);
    rig_set_clips(heard->rig, clips, scan->table.count);
}

/* At at_ms the person presses a key; both hear of it. */
static void press(Heard *heard, int64_t at_ms, SessionInputKind kind)
{
    SessionEvents events = { .count = 0 };
    rig_render(heard->rig, at_ms * MS - heard->rig->mix.position_frames);
    session_apply(&heard->session, (SessionInput){ at_ms, kind }, &events);
    heard->rig->order.plan = heard->session.plan;
    rig_post(heard->rig);
}

static void render_to(Heard *heard, int64_t ms)
{
    rig_render(heard->rig, ms * MS - heard->rig->mix.position_frames);
}

/* ---- onsets ---- */

/* Every row of words is one sample on its frame, and nothing else is heard. */
static void test_every_onset_of_ten_minutes_is_on_its_frame(void **state)
{
    (void)state;
    speak_with(impulse);
    const Plan plan = scan_plan(SCAN_RIG_FEET_TO_HEAD, 10);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig->order.levels.bells = false;
    rig_post(rig);
    rig_set_clips(rig, clips, scan->table.count);
    rig_render(rig, plan_end_ms(&plan) * MS);
    PlanCursor cursor = { 0 };
    PlanStep step;
    int32_t spoken = 0;
    int64_t f = 0;
    while (plan_next_step(&plan, &cursor, &step)) {
        if (step.kind != PLAN_WORDS)
            continue;
        for (; f < step.start_ms * MS; f++)
            assert_true(rig->tape[2 * f] == 0);
        assert_true(rig->tape[2 * f++] > 0.4f);
        spoken++;
    }
    assert_true(spoken > 20);
    rig_close(rig);
}

/* ---- keys in the middle of a word ---- */

static const struct {
    const char *says;
    SessionInputKind kind;
    int64_t into_ms; /* the words that were pressed in */
} skips[] = {
    { "next, early", SESSION_NEXT, 300 },
    { "next, in the middle", SESSION_NEXT, 1700 },
    { "next, in the last moment", SESSION_NEXT, 3800 },
    { "back, early", SESSION_BACK, 700 },
    { "back, late", SESSION_BACK, 3300 },
    { "left out", SESSION_LEAVE_OUT, 1500 },
    { "pause", SESSION_PAUSE, 1500 },
    { "leave", SESSION_LEAVE, 1500 },
};

/* The first words of the second place. */
static int64_t second_place_ms(const Plan *plan)
{
    int32_t quiets = 0;
    for (int32_t i = 0; i < plan->count; i++) {
        quiets += plan->parts[i].kind == PLAN_QUIET &&
                  plan->parts[i].cue != plan->parts[i + 1].cue;
        if (plan->parts[i].kind == PLAN_WORDS && quiets >= 3)
            return plan->parts[i].start_ms;
    }
    return -1;
}

static MixState state_of(const Session *session)
{
    return session->state == SESSION_RUNNING  ? MIX_RUNNING
           : session->state == SESSION_PAUSED ? MIX_PAUSED
                                              : MIX_STOPPED;
}

static void test_old_voice_ends_within_80_ms_without_a_click(void **state)
{
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_FEET_TO_HEAD, 5);
    const int64_t words = second_place_ms(&plan);
    for (size_t r = 0; r < sizeof skips / sizeof skips[0]; r++) {
        Heard heard;
        begin(&heard, &plan);
        const int64_t at = words + skips[r].into_ms;
        press(&heard, at, skips[r].kind);
        const MixState after = state_of(&heard.session);
        if (after != MIX_RUNNING)
            rig_set_state(heard.rig, after);
        rig_render(heard.rig, 3000 * MS);
        const int64_t off_ms = after == MIX_RUNNING ? 80 : 200;
        const Sound tape = rig_sound(heard.rig);
        const int64_t end =
            sound_end_frame(sound_part(tape, 0, (at + 1900) * MS)) - at * MS;
        const double click =
            sound_residue_db(sound_part(tape, words * MS, (at + 1900) * MS));
        if (end > off_ms * MS || end < 10 * MS || click > -75)
            fail_msg("%s: ends after %lld frames, residue %.1f dBFS", skips[r].says,
                     (long long)end, click);
        rig_close(heard.rig);
    }
}

/* New words begin 2 s after the last press, on their frame, however often it was pressed.
 */
static void test_new_words_begin_2_s_after_the_last_press(void **state)
{
    (void)state;
    speak_with(impulse);
    const Plan plan = scan_plan(SCAN_RIG_FEET_TO_HEAD, 5);
    const int64_t at = second_place_ms(&plan) + 1500;
    Heard heard;
    begin(&heard, &plan);
    press(&heard, at, SESSION_NEXT);
    press(&heard, at + 400, SESSION_NEXT);
    press(&heard, at + 700, SESSION_BACK);
    render_to(&heard, at + 5000);
    const Sound tape = rig_sound(heard.rig);
    const int64_t from = (at + 100) * MS;
    const int64_t next = sound_first_frame(sound_part(tape, from, tape.frames)) + from;
    assert_int_equal(next, (at + 700 + 2000) * MS);
    rig_close(heard.rig);
}

/* What is wished for the silences does not touch words that are spoken. */
static void test_words_go_on_when_silences_change(void **state)
{
    static const SessionInputKind kinds[] = { SESSION_QUICKER, SESSION_SLOWER,
                                              SESSION_STAY };
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_FEET_TO_HEAD, 5);
    const int64_t words = second_place_ms(&plan);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        Heard heard;
        begin(&heard, &plan);
        press(&heard, words + 1000, kinds[k]);
        render_to(&heard, words + CLIP_MS + 200);
        const Sound tape = rig_sound(heard.rig);
        const int64_t end = sound_end_frame(tape);
        assert_in_range(end, (words + CLIP_MS) * MS - 100, (words + CLIP_MS) * MS);
        rig_close(heard.rig);
    }
}

/* ---- without a voice ---- */

static void test_without_clips_each_caption_has_a_soft_bell(void **state)
{
    (void)state;
    const Plan plan = scan_plan(SCAN_RIG_HANDS, 3);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig->order.levels.bells = false;
    rig_post(rig);
    rig_render(rig, plan_end_ms(&plan) * MS);
    PlanCursor cursor = { 0 };
    PlanStep step;
    while (plan_next_step(&plan, &cursor, &step))
        if (step.kind == PLAN_WORDS) {
            const Sound before = rig_part_ms(rig, step.start_ms - 500, step.start_ms);
            const Sound bell = rig_part_ms(rig, step.start_ms, step.start_ms + 2000);
            assert_true(sound_loudest(before) < -70);
            assert_true(sound_loudest(bell) < -29 && sound_loudest(bell) > -33);
        }
    rig_close(rig);
}

static void test_no_words_and_no_bell_where_the_voice_is_off(void **state)
{
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_HANDS, 3);
    Rig *rig = rig_open(&plan, RIG_MARKS);
    rig->order.levels.bells = rig->order.levels.voice = false;
    rig_post(rig);
    rig_set_clips(rig, clips, scan->table.count);
    rig_render(rig, plan_end_ms(&plan) * MS);
    assert_true(sound_is_silence(rig_sound(rig)));
    rig_close(rig);
}

/* Words a fade of 6 dB down are words of half the size. */
static void test_voice_has_a_loudness_of_its_own(void **state)
{
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_HANDS, 3);
    double loudest[2];
    for (int less = 0; less < 2; less++) {
        Rig *rig = rig_open(&plan, RIG_MARKS);
        rig->order.levels.voice_less = less * 50;
        rig_post(rig);
        rig_set_clips(rig, clips, scan->table.count);
        rig_render(rig, 8000 * MS);
        loudest[less] = sound_loudest(rig_sound(rig));
        rig_close(rig);
    }
    assert_true(fabs(loudest[0] - loudest[1] - 20.2) < 0.2);
}

/* ---- the same in any blocks; nothing behind the end ---- */

static void test_blocks_do_not_matter(void **state)
{
    static const int32_t blocks[] = { 1, 64, 333, 4096 };
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_HANDS, 3);
    const int64_t frames = 30 * RATE_HZ;
    Rig *whole = rig_open(&plan, RIG_ALL);
    rig_set_clips(whole, clips, scan->table.count);
    rig_render(whole, frames);
    for (size_t b = 0; b < sizeof blocks / sizeof blocks[0]; b++) {
        Rig *rig = rig_open(&plan, RIG_ALL);
        rig_set_clips(rig, clips, scan->table.count);
        rig_render_in_blocks(rig, frames, blocks[b]);
        assert_true(rig_difference(whole, rig) == 0);
        rig_close(rig);
    }
    rig_close(whole);
}

static void test_closing_in_the_middle_of_a_word_leaves_no_sound(void **state)
{
    (void)state;
    speak_with(hum);
    const Plan plan = scan_plan(SCAN_RIG_HANDS, 3);
    Rig *rig = rig_open(&plan, RIG_ALL);
    rig_set_clips(rig, clips, scan->table.count);
    rig_render(rig, 4500 * MS);
    rig_set_state(rig, MIX_STOPPED);
    rig_render(rig, 1000 * MS);
    assert_true(sound_is_silence(rig_part_ms(rig, 4700, 5500)));
    assert_true(mix_is_silent(&rig->mix));
    for (int32_t h = 0; h < CLIP_TABLE_HOLDS; h++)
        assert_null(atomic_load(&rig->clips.held[h]));
    rig_close(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_onset_of_ten_minutes_is_on_its_frame),
        cmocka_unit_test(test_old_voice_ends_within_80_ms_without_a_click),
        cmocka_unit_test(test_new_words_begin_2_s_after_the_last_press),
        cmocka_unit_test(test_words_go_on_when_silences_change),
        cmocka_unit_test(test_without_clips_each_caption_has_a_soft_bell),
        cmocka_unit_test(test_no_words_and_no_bell_where_the_voice_is_off),
        cmocka_unit_test(test_voice_has_a_loudness_of_its_own),
        cmocka_unit_test(test_blocks_do_not_matter),
        cmocka_unit_test(test_closing_in_the_middle_of_a_word_leaves_no_sound),
    };
    return cmocka_run_group_tests(tests, make_scan, drop_scan);
}
