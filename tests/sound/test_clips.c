/* SPDX-License-Identifier: MIT */
/* The loader and the table: what is there when, and that nothing is freed too soon. */
#include "sound/clips.h"

#include "support/sound_rig.h"

#include <pthread.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { CUES = 6, BAD_CUE = CUES, NO_CUE, MS = MIX_FRAMES_PER_MS };

/* One folder for each voice; a clip of the second lasts twice as long. */
typedef struct House {
    atomic_int voice;
    atomic_int asked; /* each slot that was looked for, as a digit of base 10 */
} House;

static void file_name(int voice, int32_t slot, char path[CLIPS_PATH_MAX])
{
    snprintf(path, CLIPS_PATH_MAX, "clips-under-test/%d-%d.wav", voice, slot);
}

static bool find(void *house, int32_t slot, char path[CLIPS_PATH_MAX])
{
    House *own = house;
    atomic_store(&own->asked, 10 * atomic_load(&own->asked) % 1000000 + slot);
    file_name(atomic_load(&own->voice), slot, path);
    return access(path, F_OK) == 0;
}

static void write_clip(int voice, int32_t slot)
{
    char path[CLIPS_PATH_MAX];
    SF_INFO info = { .samplerate = 48000,
                     .channels = 1,
                     .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
    file_name(voice, slot, path);
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    for (int f = 0; f < (voice + 1) * 300 * MS; f++) {
        const short sample = (short)(f % 96 < 48 ? 4000 : -4000);
        assert_int_equal(sf_writef_short(file, &sample, 1), 1);
    }
    sf_close(file);
}

static int write_voices(void **state)
{
    (void)state;
    char path[CLIPS_PATH_MAX];
    mkdir("clips-under-test", 0700);
    for (int voice = 0; voice < 2; voice++)
        for (int32_t slot = 0; slot < CUES; slot++)
            write_clip(voice, slot);
    file_name(0, BAD_CUE, path);
    FILE *file = fopen(path, "w");
    fputs("no sound", file);
    return fclose(file);
}

static ClipWishes wishes_of(int32_t count, const int32_t *slots)
{
    ClipWishes wishes = { .count = count };
    memcpy(wishes.slots, slots, (size_t)count * sizeof *slots);
    return wishes;
}

static void wait_for(Clips *clips)
{
    assert_true(clips_wait(clips, 60000));
}

static bool is_there(Clips *clips, int32_t slot)
{
    const bool is = clip_table_hold(clips_table(clips), slot, 0) != NULL;
    clip_table_let_go(clips_table(clips), 0);
    return is;
}

static void test_what_is_wanted_comes_and_what_is_not_goes(void **state)
{
    (void)state;
    House house = { 0 };
    Clips *clips = clips_open(find, &house);
    const ClipWishes first = wishes_of(3, (int32_t[]){ 4, 0, 2 });
    const ClipWishes second = wishes_of(2, (int32_t[]){ 2, 5 });
    clips_want(clips, &first, true);
    wait_for(clips);
    assert_true(is_there(clips, 4) && is_there(clips, 0) && is_there(clips, 2));
    assert_false(is_there(clips, 1));
    clips_want(clips, &second, false);
    wait_for(clips);
    assert_true(is_there(clips, 2) && is_there(clips, 5));
    assert_false(is_there(clips, 4) || is_there(clips, 0));
    clips_close(clips);
}

static void test_clips_are_loaded_in_the_order_of_the_wishes(void **state)
{
    (void)state;
    House house = { 0 };
    Clips *clips = clips_open(find, &house);
    const ClipWishes first = wishes_of(4, (int32_t[]){ 4, 1, 5, 2 });
    const ClipWishes second = wishes_of(4, (int32_t[]){ 3, 5, 1, 4 });
    clips_want(clips, &first, true);
    wait_for(clips);
    assert_int_equal(atomic_load(&house.asked), 4152);
    /* What is there already is not looked for again. */
    clips_want(clips, &second, false);
    wait_for(clips);
    assert_int_equal(atomic_load(&house.asked), 41523);
    clips_close(clips);
}

static void test_no_wish_no_thread_and_closing_nothing_is_fine(void **state)
{
    (void)state;
    House house = { 0 };
    Clips *clips = clips_open(find, &house);
    const ClipWishes none = { .count = 0 };
    clips_want(clips, &none, true);
    wait_for(clips);
    clips_close(clips);
    clips_close(NULL);
}

static void test_bad_file_is_named_once_and_counts_as_missing(void **state)
{
    (void)state;
    House house = { 0 };
    Error problem;
    Clips *clips = clips_open(find, &house);
    const ClipWishes wishes = wishes_of(3, (int32_t[]){ BAD_CUE, NO_CUE, 1 });
    const ClipWishes fewer = wishes_of(1, (int32_t[]){ 1 });
    for (int round = 0; round < 3; round++) {
        clips_want(clips, round == 1 ? &fewer : &wishes, false);
        wait_for(clips);
        assert_true(is_there(clips, 1));
        assert_false(is_there(clips, BAD_CUE) || is_there(clips, NO_CUE));
        assert_int_equal(clips_problem(clips, &problem), round == 0);
        assert_false(clips_problem(clips, &problem));
    }
    clips_close(clips);
}

static bool find_bad(void *house, int32_t slot, char path[CLIPS_PATH_MAX])
{
    (void)house;
    snprintf(path, CLIPS_PATH_MAX, "clips-under-test/not-there-%d.wav", (int)slot);
    return true;
}

static void test_every_bad_file_of_a_long_practice_is_named_in_order(void **state)
{
    (void)state;
    Clips *clips = clips_open(find_bad, NULL);
    ClipWishes wishes = { .count = CLIP_TABLE_LOADED };
    Error problem;
    char name[32];
    for (int32_t i = 0; i < wishes.count; i++)
        wishes.slots[i] = i;
    clips_want(clips, &wishes, true);
    wait_for(clips);
    for (int i = 0; i < CLIP_TABLE_LOADED; i++) {
        snprintf(name, sizeof name, "there-%d.wav", i);
        assert_true(clips_problem(clips, &problem));
        assert_non_null(strstr(problem.text, name));
    }
    assert_false(clips_problem(clips, &problem));
    clips_close(clips);
}

static void test_other_voice_replaces_every_clip(void **state)
{
    (void)state;
    House house = { 0 };
    Clips *clips = clips_open(find, &house);
    const ClipWishes wishes = wishes_of(2, (int32_t[]){ 1, 3 });
    for (int voice = 0; voice < 2; voice++) {
        atomic_store(&house.voice, voice);
        clips_want(clips, &wishes, true);
        wait_for(clips);
        const MixClip *clip = clip_table_hold(clips_table(clips), 3, 0);
        assert_int_equal(clip->frames, (voice + 1) * 300 * MS);
        clip_table_let_go(clips_table(clips), 0);
    }
    clips_close(clips);
}

/* Held, a clip outlives its place in the table; the sanitizers see if it does not. */
static void test_clip_that_is_held_is_not_freed(void **state)
{
    (void)state;
    House house = { 0 };
    Clips *clips = clips_open(find, &house);
    const ClipWishes wishes = wishes_of(1, (int32_t[]){ 2 });
    const ClipWishes none = { .count = 0 };
    clips_want(clips, &wishes, true);
    wait_for(clips);
    const MixClip *clip = clip_table_hold(clips_table(clips), 2, 3);
    clips_want(clips, &none, false);
    wait_for(clips);
    assert_false(is_there(clips, 2));
    assert_true(clip_table_is_held(clips_table(clips), clip));
    assert_int_equal(clip->frames, 300 * MS);
    assert_true(clip->samples[100 * MS] != 0);
    clip_table_let_go(clips_table(clips), 3);
    clips_close(clips);
}

/* ---- all three threads at once ---- */

typedef struct Listener {
    Rig *rig;
    atomic_bool ends;
    int64_t blocks_heard;
} Listener;

static void *listen(void *opaque)
{
    Listener *listener = opaque;
    float block[2 * 256];
    while (!atomic_load(&listener->ends)) {
        mix_render(&listener->rig->mix, block, 256);
        listener->blocks_heard += block[2 * 255] != 0;
    }
    return NULL;
}

/* Words without end, one every second. */
static Plan talking_plan(void)
{
    Plan plan = { .count = 0 };
    for (int32_t i = 0; i < 240; i++) {
        const PlanPart words = {
            .kind = PLAN_WORDS, .phase_ms = { 300 }, .rounds = 1, .cue = i % CUES
        };
        PlanPart quiet = words;
        quiet.kind = PLAN_QUIET;
        quiet.phase_ms[0] = 2700;
        plan_append(&plan, words);
        plan_append(&plan, quiet);
    }
    return plan;
}

/* Wishes and voices change while clips are played: run under ThreadSanitizer and
 * AddressSanitizer this finds a race and a clip that is freed too soon. */
static void test_wishes_change_while_clips_are_played(void **state)
{
    (void)state;
    House house = { 0 };
    const Plan plan = talking_plan();
    Listener listener = { .rig = rig_open(&plan, RIG_MARKS) };
    Clips *clips = clips_open(find, &house);
    mix_set_clips(&listener.rig->mix, clips_table(clips));
    const ClipWishes all = wishes_of(CUES, (int32_t[]){ 0, 1, 2, 3, 4, 5 });
    const ClipWishes some = wishes_of(3, (int32_t[]){ 5, 3, 1 });
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, listen, &listener), 0);
    for (int i = 0; i < 200; i++) {
        atomic_store(&house.voice, i / 8 % 2);
        clips_want(clips, i % 3 == 0 ? &some : &all, i % 8 == 0);
        if (i % 2 == 0)
            wait_for(clips);
        if (i % 20 == 0) {
            listener.rig->order.seek_frames = 0;
            rig_post(listener.rig);
        }
    }
    atomic_store(&listener.ends, true);
    pthread_join(thread, NULL);
    clips_close(clips);
    rig_close(listener.rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_wanted_comes_and_what_is_not_goes),
        cmocka_unit_test(test_clips_are_loaded_in_the_order_of_the_wishes),
        cmocka_unit_test(test_no_wish_no_thread_and_closing_nothing_is_fine),
        cmocka_unit_test(test_bad_file_is_named_once_and_counts_as_missing),
        cmocka_unit_test(test_every_bad_file_of_a_long_practice_is_named_in_order),
        cmocka_unit_test(test_other_voice_replaces_every_clip),
        cmocka_unit_test(test_clip_that_is_held_is_not_freed),
        cmocka_unit_test(test_wishes_change_while_clips_are_played),
    };
    return cmocka_run_group_tests(tests, write_voices, NULL);
}
