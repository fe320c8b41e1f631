/* SPDX-License-Identifier: MIT */
/* How loud bells are, and how they come. */
#include "sound/bells.h"

#include "support/sound_meter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { FRAMES = 12 * SYNTH_RATE_HZ, MS = SYNTH_RATE_HZ / 1000 };

static float frames[2 * FRAMES];

static Sound struck(MixBell sound, int32_t which)
{
    Bowl bowl;
    bell_strike(&bowl, sound, which);
    for (int32_t f = 0; f < FRAMES; f++)
        bowl_next(&bowl, &frames[2 * f], &frames[2 * f + 1]);
    return (Sound){ frames, FRAMES };
}

static const struct {
    const char *says;
    int32_t which;
    double least_lufs, most_lufs;        /* of the loudest 400 ms */
    int64_t rise_least_ms, rise_most_ms; /* 10 to 90 % */
} rows[] = {
    { "open", PLAN_BELL_OPEN, -27, -24, 30, 90 },
    { "interval", PLAN_BELL_INTERVAL, -27, -24, 30, 90 },
    { "close", PLAN_BELL_CLOSE, -28, -25, 700, 1600 },
    { "mark", PLAN_BELL_MARK, -36, -34, 50, 150 },
    { "caption", BELL_CAPTION, -32, -30, 50, 150 },
};

static void test_each_bell_is_as_loud_and_as_slow_as_its_task(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
        for (int b = 0; b < MIX_BELL_COUNT; b++) {
            const Sound sound = struck((MixBell)b, rows[r].which);
            const double loudest = sound_loudest(sound);
            const int64_t rise = sound_rise_frames(sound) / MS;
            if (loudest < rows[r].least_lufs || loudest > rows[r].most_lufs ||
                sound_peak_db(sound) > -16 || rise < rows[r].rise_least_ms ||
                rise > rows[r].rise_most_ms)
                fail_msg("%s, bell %d: %.1f LUFS, %.1f dBFS, %lld ms", rows[r].says, b,
                         loudest, sound_peak_db(sound), (long long)rise);
        }
}

/* An attack of 50 ms or more leaves nothing above 6 kHz. */
static void test_no_bell_clicks(void **state)
{
    (void)state;
    for (int32_t which = 0; which < BELL_MANNERS; which++)
        for (int b = 0; b < MIX_BELL_COUNT; b++) {
            assert_true(bell_manner(which)->attack_ms >= 50);
            const Sound sound = struck((MixBell)b, which);
            assert_true(sound_residue_db(sound_part(sound, 0, 2000 * MS)) < -110);
        }
}

static void test_soft_bells_are_over_when_others_still_ring(void **state)
{
    (void)state;
    const Sound sit = struck(MIX_BELL_BOWL, PLAN_BELL_OPEN);
    const double rings = sound_loudest(sound_part(sit, 4000 * MS, 5000 * MS));
    const Sound soft = struck(MIX_BELL_BOWL, BELL_CAPTION);
    assert_true(sound_loudest(sound_part(soft, 4000 * MS, 5000 * MS)) < rings - 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_bell_is_as_loud_and_as_slow_as_its_task),
        cmocka_unit_test(test_no_bell_clicks),
        cmocka_unit_test(test_soft_bells_are_over_when_others_still_ring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
