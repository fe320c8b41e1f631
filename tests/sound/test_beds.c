/* SPDX-License-Identifier: MIT */
/* The beds beside the sea, alone and as the mix plays them. */
#include "sound/rain.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { FRAMES = 20 * SYNTH_RATE_HZ, MS = MIX_FRAMES_PER_MS };

static float frames[2 * FRAMES];

static Sound rain_alone(void)
{
    Rain rain;
    rain_init(&rain);
    for (int32_t f = 0; f < FRAMES; f++)
        rain_next(&rain, &frames[2 * f], &frames[2 * f + 1]);
    return (Sound){ frames, FRAMES };
}

static Sound low_noise_alone(void)
{
    LowNoise noise;
    low_noise_init(&noise);
    for (int32_t f = 0; f < FRAMES; f++)
        low_noise_next(&noise, &frames[2 * f], &frames[2 * f + 1]);
    return (Sound){ frames, FRAMES };
}

static const struct {
    const char *says;
    Sound (*alone)(void);
    MixBed bed;
    double residue_db; /* what lies above 6 kHz, at most */
} beds[] = {
    { "rain", rain_alone, MIX_BED_RAIN, -35 },
    { "low noise", low_noise_alone, MIX_BED_BROWN, -50 },
};

enum { BED_COUNT = sizeof beds / sizeof beds[0] };

static void test_beds_are_as_loud_as_the_sea_and_soft(void **state)
{
    (void)state;
    for (int b = 0; b < BED_COUNT; b++) {
        print_message("%s\n", beds[b].says);
        const Sound sound = sound_part(beds[b].alone(), SYNTH_RATE_HZ, FRAMES);
        assert_float_equal(sound_loudness(sound), -36, 0.5);
        assert_true(sound_peak_db(sound) < -22);
        assert_true(sound_residue_db(sound) < beds[b].residue_db);
        assert_true(fabs(sound_offset(sound)) < 1e-4);
    }
}

/* No 400 ms stand out, drops or not, and no second is far from the rest. */
static void test_beds_are_steady(void **state)
{
    (void)state;
    for (int b = 0; b < BED_COUNT; b++) {
        print_message("%s\n", beds[b].says);
        const Sound sound = sound_part(beds[b].alone(), SYNTH_RATE_HZ, FRAMES);
        const double all = sound_loudness(sound);
        assert_true(sound_loudest(sound) < all + 1.5);
        for (int64_t f = 0; f + SYNTH_RATE_HZ <= sound.frames; f += SYNTH_RATE_HZ)
            assert_float_equal(sound_loudness(sound_part(sound, f, f + SYNTH_RATE_HZ)),
                               all, 1.5);
    }
}

/* How alike one side is to itself so many frames later, or to the other side, -1 .. 1. */
static double likeness(Sound sound, int64_t later_frames, int side)
{
    double both = 0, one = 0, other = 0;
    for (int64_t f = 0; f + later_frames < sound.frames; f++) {
        const double a = sound.stereo[2 * f];
        const double b = sound.stereo[2 * (f + later_frames) + side];
        both += a * b;
        one += a * a;
        other += b * b;
    }
    return both / sqrt(one * other);
}

static void test_beds_are_wide_and_never_the_same(void **state)
{
    (void)state;
    for (int b = 0; b < BED_COUNT; b++) {
        print_message("%s\n", beds[b].says);
        const Sound sound = sound_part(beds[b].alone(), SYNTH_RATE_HZ, FRAMES);
        assert_true(fabs(likeness(sound, 0, 1)) < 0.15);
        for (int64_t s = 1; s <= 10; s++)
            assert_true(fabs(likeness(sound, s * SYNTH_RATE_HZ, 0)) < 0.15);
    }
}

/* Noise without a seed is even: its hiss dies away, and nothing but drops is left. */
static void test_drops_have_no_edge(void **state)
{
    (void)state;
    Rain rain;
    rain_init(&rain);
    rain.sides[0].noise.seed = rain.sides[1].noise.seed = 0;
    for (int32_t f = 0; f < FRAMES; f++)
        rain_next(&rain, &frames[2 * f], &frames[2 * f + 1]);
    const Sound drops = sound_part((Sound){ frames, FRAMES }, SYNTH_RATE_HZ, FRAMES);
    assert_true(sound_peak_db(drops) < -26);
    assert_true(sound_peak_db(drops) > -45);
    assert_true(sound_loudest(drops) < -40);
    assert_true(sound_residue_db(drops) < -60);
}

/* ---- in the mix ---- */

static Rig *bed_open(const Plan *plan, MixBed bed)
{
    Rig *rig = rig_open(plan, RIG_NOTHING);
    rig->order.levels.is_on = true;
    rig->order.levels.bed = bed;
    rig_post(rig);
    return rig;
}

static void test_beds_come_softly_behind_the_stillness(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 2, 3000);
    for (int b = 0; b < BED_COUNT; b++) {
        print_message("%s\n", beds[b].says);
        Rig *rig = bed_open(&plan, beds[b].bed);
        rig_render(rig, 7000 * MS);
        assert_true(sound_first_frame(rig_sound(rig)) >= 1500 * MS);
        assert_true(sound_peak_db(rig_part_ms(rig, 1500, 1600)) < -70);
        assert_float_equal(sound_loudness(rig_part_ms(rig, 5600, 7000)), -36, 1.0);
        rig_close(rig);
    }
}

static void test_size_of_blocks_does_not_matter(void **state)
{
    static const int32_t sizes[] = { 1, 63, 64, 1000, 4096 };
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    for (int b = 0; b < BED_COUNT; b++) {
        Rig *whole = bed_open(&plan, beds[b].bed);
        rig_render(whole, 4000 * MS);
        for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
            print_message("%s in blocks of %d\n", beds[b].says, (int)sizes[s]);
            Rig *parts = bed_open(&plan, beds[b].bed);
            rig_render_in_blocks(parts, 4000 * MS, sizes[s]);
            assert_true(rig_difference(whole, parts) == 0);
            rig_close(parts);
        }
        rig_close(whole);
    }
}

/* Within three seconds, and half way both are there: never a gap, never a jump. */
static void test_one_bed_gives_way_to_another(void **state)
{
    static const MixBed ways[][2] = { { MIX_BED_RAIN, MIX_BED_BROWN },
                                      { MIX_BED_BROWN, MIX_BED_RAIN },
                                      { MIX_BED_OCEAN, MIX_BED_RAIN } };
    (void)state;
    const Plan plan = rig_plan("20-20", 2, 3000);
    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        Rig *rig = bed_open(&plan, ways[w][0]);
        rig_render(rig, 20000 * MS);
        rig->order.levels.bed = ways[w][1];
        rig_post(rig);
        rig_render(rig, 6000 * MS);
        for (int64_t ms = 20000; ms < 26000; ms += 500) {
            const double now = sound_loudness(rig_part_ms(rig, ms, ms + 500));
            assert_true(now > -41 && now < -29);
        }
        const Ramp *gains = rig->mix.beds.gains;
        assert_true(ramp_rests_at(&gains[ways[w][0]], 0));
        assert_true(ramp_rests_at(&gains[ways[w][1]], 1));
        assert_true(sound_residue_db(rig_part_ms(rig, 20000, 26000)) < -33);
        rig_close(rig);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_beds_are_as_loud_as_the_sea_and_soft),
        cmocka_unit_test(test_beds_are_steady),
        cmocka_unit_test(test_beds_are_wide_and_never_the_same),
        cmocka_unit_test(test_drops_have_no_edge),
        cmocka_unit_test(test_beds_come_softly_behind_the_stillness),
        cmocka_unit_test(test_size_of_blocks_does_not_matter),
        cmocka_unit_test(test_one_bed_gives_way_to_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
