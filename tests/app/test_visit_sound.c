/* SPDX-License-Identifier: MIT */
/* What is heard on the ways out, rendered by hand as a device would: after the key that
 * asks for silence there is silence within 300 ms, counted in frames. */
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

enum { BLOCK_FRAMES = 1024, SILENT_MS = 300 };

typedef struct Ear {
    int64_t from_us;
    int64_t frames;     /* heard so far */
    int64_t loud_frame; /* the last one that was not 0 */
} Ear;

static void hear(VisitRig *rig)
{
    Ear *ear = rig->watcher;
    float block[2 * BLOCK_FRAMES];
    const int64_t until = (rig->now_us - ear->from_us) * MIX_FRAMES_PER_MS / 1000;
    while (ear->frames < until) {
        const int64_t left = until - ear->frames;
        const int32_t count = left < BLOCK_FRAMES ? (int32_t)left : BLOCK_FRAMES;
        mix_render(&rig->player.mix, block, count);
        for (int32_t i = 0; i < count; i++)
            if (block[2 * i] != 0.0f || block[2 * i + 1] != 0.0f)
                ear->loud_frame = ear->frames + i;
        ear->frames += count;
    }
}

static VisitRig *rig;
static Ear ear;

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    rig->watcher = &ear;
    return 0;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

static void listen_to(PracticeKind kind, const char *script)
{
    rig->on_frame = NULL;
    visit_rig_home(rig, "4-6", 1);
    visit_rig_play(rig, "sound");
    visit_show_face(&rig->visit, kind, rig->now_us);
    ear = (Ear){ .from_us = rig->now_us, .loud_frame = -1 };
    rig->on_frame = hear;
    visit_rig_play(rig, script);
}

static void listen(const char *script)
{
    listen_to(PRACTICE_BREATHE, script);
}

static bool sounds_within(int64_t ms)
{
    return ear.loud_frame >= 0 && ear.frames - ear.loud_frame < ms * MIX_FRAMES_PER_MS;
}

static void test_every_way_out_is_silent_within_300_ms(void **state)
{
    (void)state;
    static const struct {
        PracticeKind kind;
        const char *name, *script, *key;
    } rows[] = {
        { PRACTICE_BREATHE, "leaving in an inhale", "press 15000", "out" },
        { PRACTICE_BREATHE, "leaving on a mark", "press 17040", "out" },
        { PRACTICE_BREATHE, "leaving at the end", "press 63500", "out" },
        { PRACTICE_BREATHE, "leaving while it fades", "press 64800", "out" },
        { PRACTICE_BREATHE, "another way", "press 15000", "another-way" },
        { PRACTICE_BREATHE, "another way at the end", "press 63500", "another-way" },
        { PRACTICE_BREATHE, "pausing", "press 15000", "press" },
        { PRACTICE_BREATHE, "hiding", "press 15000", "hide" },
        { PRACTICE_BREATHE, "hiding at the end", "press 63500", "hide" },
        { PRACTICE_BREATHE, "the keys", "press 15000", "keys" },
        { PRACTICE_BREATHE, "sound off", "press 15000", "sound" },
        { PRACTICE_BREATHE, "sound off at the end", "press 63500", "sound" },
        { PRACTICE_BREATHE, "leaving sound alone",
          "press 9000 another-way 700 take:sound 9000", "out" },
        { PRACTICE_SIT, "leaving a sit, its bell", "press 3600", "out" },
        { PRACTICE_SIT, "hiding a sit, its bell", "press 3600", "hide" },
        { PRACTICE_SIT, "another way out of a sit", "press 3600", "another-way" },
        { PRACTICE_SCAN, "leaving a scan, its bell", "press 4200", "out" },
        { PRACTICE_SCAN, "hiding a scan, its bell", "press 4200", "hide" },
        { PRACTICE_SCAN, "another way out of a scan", "press 4200", "another-way" },
    };
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        listen_to(rows[i].kind, rows[i].script);
        const bool was_heard = sounds_within(200);
        visit_rig_play(rig, rows[i].key);
        visit_rig_wait(rig, SILENT_MS);
        const int64_t silent_from = ear.loud_frame;
        visit_rig_wait(rig, 1500);
        if (was_heard && ear.loud_frame == silent_from)
            continue;
        print_error("%s: %s\n", rows[i].name,
                    was_heard ? "still sounds" : "was silent before");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_nothing_sounds_before_it_was_asked_for(void **state)
{
    (void)state;
    rig->on_frame = NULL;
    visit_rig_home(rig, "4-6", 1);
    ear = (Ear){ .from_us = rig->now_us, .loud_frame = -1 };
    rig->on_frame = hear;
    visit_rig_play(rig, "3000 press 20000 out 3000");
    assert_true(ear.loud_frame < 0);
    assert_null(rig->player.device);
}

static void test_nothing_sounds_in_the_first_second_and_a_half(void **state)
{
    (void)state;
    listen("press 1500");
    assert_true(ear.loud_frame < 0);
    visit_rig_wait(rig, 12000);
    assert_true(sounds_within(200));
}

static void test_after_a_natural_end_the_tail_rings_out(void **state)
{
    (void)state;
    listen("press 65300");
    assert_int_equal(rig->visit.screen, SCREEN_AFTER);
    assert_true(sounds_within(500));
    visit_rig_wait(rig, 8000);
    assert_false(sounds_within(1500));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_out_is_silent_within_300_ms),
        cmocka_unit_test(test_nothing_sounds_before_it_was_asked_for),
        cmocka_unit_test(test_nothing_sounds_in_the_first_second_and_a_half),
        cmocka_unit_test(test_after_a_natural_end_the_tail_rings_out),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
