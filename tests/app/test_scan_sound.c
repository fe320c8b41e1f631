/* SPDX-License-Identifier: MIT */
/* A whole body scan in the voice that comes along: where its words begin in the finished
 * mix, and how loud it is. */
#include "app/places_shelf.h"
#include "app/voice_shelf.h"
#include "core/scan.h"
#include "store/voices.h"
#include "support/sound_rig.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MS = MIX_FRAMES_PER_MS, AWAY_FRAMES = 200, LOOK_FRAMES = 400 * MS };

typedef struct Heard {
    PlacesShelf *places;
    VoiceShelf *voice;
    Plan plan;
    Rig *rig;
} Heard;

static Rig *rendered(const Heard *heard, RigLevels levels)
{
    Rig *rig = rig_open(&heard->plan, levels);
    mix_set_clips(&rig->mix, voice_shelf_clips(heard->voice));
    rig_render(rig, plan_end_ms(&heard->plan) * MS);
    return rig;
}

/* Ten minutes with everything that may sound at once. */
static int render_scan(void **state)
{
    static Heard heard;
    assert_int_equal(setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 1), 0);
    heard.places = places_shelf_open(NULL);
    assert_non_null(heard.places);
    places_shelf_use_voice(heard.places, VOICES_USUAL);
    const Regions *regions = places_regions(heard.places);
    ScanRequest request = scan_default(regions);
    request.route = route_find(regions, "outside-in");
    request.length_ms = 600000;
    assert_null(scan_lay_out(regions, places_cues(heard.places), &request, &heard.plan));
    const VoiceWish wish = { .voice = VOICES_USUAL, .speaks = true };
    heard.voice = voice_shelf_open(places_cues(heard.places), NULL);
    voice_shelf_mind(heard.voice, &wish, &heard.plan, 1, 0);
    assert_true(voice_shelf_wait(heard.voice, 60000));
    heard.rig = rendered(&heard, RIG_ALL);
    *state = &heard;
    return 0;
}

static int drop_scan(void **state)
{
    Heard *heard = *state;
    rig_close(heard->rig);
    voice_shelf_close(heard->voice);
    places_shelf_close(heard->places);
    return 0;
}

/* How alike the tape and the clip are this far apart. Second differences take away what
 * is low, and with it the sea. */
static double likeness(const float *tape, const int16_t *clip, int32_t away)
{
    double sum = 0;
    for (int32_t f = 2; f < LOOK_FRAMES; f++) {
        const float *t = &tape[2 * (f + away)];
        const double one = t[0] - 2.0 * t[-2] + t[-4];
        sum += one * (clip[f] - 2.0 * clip[f - 1] + clip[f - 2]);
    }
    return sum;
}

static int32_t best_away(const float *tape, const MixClip *clip)
{
    int32_t best = -AWAY_FRAMES;
    double most = -INFINITY;
    for (int32_t away = -AWAY_FRAMES; away <= AWAY_FRAMES; away++) {
        const double like = likeness(tape, clip->samples, away);
        best = like > most ? away : best;
        most = fmax(most, like);
    }
    return best;
}

static void test_every_word_is_found_on_its_frame(void **state)
{
    Heard *heard = *state;
    PlanCursor cursor = { 0 };
    PlanStep step;
    int32_t words = 0;
    while (plan_next_step(&heard->plan, &cursor, &step)) {
        if (step.kind != PLAN_WORDS)
            continue;
        const MixClip *clip =
            clip_table_hold(voice_shelf_clips(heard->voice), step.cue, 7);
        if (clip == NULL)
            fail_msg("%s has no clip", heard->places->cues.cues[step.cue].id);
        assert_true(clip->frames <= (step.length_ms + 1) * MS);
        const int32_t away = best_away(&heard->rig->tape[2 * step.start_ms * MS], clip);
        if (away != 0)
            fail_msg("%s is %d frames away", heard->places->cues.cues[step.cue].id, away);
        words++;
    }
    assert_true(words > 15);
}

/* As a scan is heard where nothing else was asked for: without the sea. */
static void test_voice_stands_at_23_lufs_and_nothing_is_high(void **state)
{
    const Heard *heard = *state;
    Rig *rig = rendered(heard, RIG_MARKS);
    const double whole = sound_loudness(rig_sound(rig));
    if (whole < -24 || whole > -22 || sound_peak_db(rig_sound(rig)) > -6)
        fail_msg("%.1f LUFS, %.1f dBFS", whole, sound_peak_db(rig_sound(rig)));
    PlanCursor cursor = { 0 };
    PlanStep step;
    while (plan_next_step(&heard->plan, &cursor, &step)) {
        const int64_t end_ms = step.start_ms + step.length_ms;
        if (step.kind != PLAN_WORDS || step.length_ms < 2000)
            continue;
        const double words = sound_loudness(rig_part_ms(rig, step.start_ms, end_ms));
        if (words < -24.5 || words > -21.5)
            fail_msg("%s: %.1f LUFS", heard->places->cues.cues[step.cue].id, words);
    }
    rig_close(rig);
}

static void test_sound_of_it_has_no_offset(void **state)
{
    const Heard *heard = *state;
    assert_true(fabs(sound_offset(rig_sound(heard->rig))) < 1e-4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_word_is_found_on_its_frame),
        cmocka_unit_test(test_voice_stands_at_23_lufs_and_nothing_is_high),
        cmocka_unit_test(test_sound_of_it_has_no_offset),
    };
    return cmocka_run_group_tests(tests, render_scan, drop_scan);
}
