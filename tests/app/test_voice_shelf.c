/* SPDX-License-Identifier: MIT */
/* Which clips are wanted for a plan, and in whose voice. */
#include "app/voice_shelf.h"

#include "store/scratch.h"

#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define FOLDER "./shelf-voice" /* with a '/', so it is a folder and no name */
#define EMPTY "shelf-empty"
#define BELL "shelf-bell.wav"

enum { ARRIVE, HANDS, FEET, IN, OUT, BROKEN, CUES };

static const Cue cues[CUES] = {
    [ARRIVE] = { .id = "scan.arrive.1" }, [HANDS] = { .id = "scan.hands.1" },
    [FEET] = { .id = "scan.feet.1" },     [IN] = { .id = "breath.in" },
    [OUT] = { .id = "breath.out" },       [BROKEN] = { .id = "scan.room.1" },
};
static const CueTable table = { cues, CUES };

static void write_sound(const char *path)
{
    SF_INFO info = { .samplerate = 48000,
                     .channels = 1,
                     .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16 };
    SNDFILE *file = sf_open(path, SFM_WRITE, &info);
    assert_non_null(file);
    for (int f = 0; f < 24000; f++) {
        const short sample = (short)(f % 100 < 50 ? 3000 : -3000);
        assert_int_equal(sf_writef_short(file, &sample, 1), 1);
    }
    sf_close(file);
}

static int write_voice(void **state)
{
    if (scratch_open(state) != 0 || chdir(*state) != 0)
        return -1;
    mkdir(FOLDER, 0700);
    for (int c = 0; c < CUES; c++) {
        char path[128];
        snprintf(path, sizeof path, FOLDER "/%s.wav", cues[c].id);
        if (c != BROKEN)
            write_sound(path);
    }
    FILE *file = fopen(FOLDER "/scan.room.1.wav", "w");
    fputs("broken", file);
    fclose(file);
    write_sound(BELL);
    return 0;
}

static void add(Plan *plan, PlanKind kind, int32_t cue)
{
    PlanPart part = { .kind = (int32_t)kind, .rounds = 1, .cue = cue };
    part.phase_ms[BREATH_IN] = kind == PLAN_BELL || kind == PLAN_CLOSE ? 0 : 4000;
    if (kind == PLAN_BREATH)
        part.phase_ms[BREATH_OUT] = 6000;
    assert_true(plan_append(plan, part));
}

/* Words of three places, and a breath. */
static Plan plan_of(int32_t first, int32_t second, int32_t third)
{
    Plan plan = { .count = 0 };
    add(&plan, PLAN_WORDS, first);
    add(&plan, PLAN_QUIET, first);
    add(&plan, PLAN_WORDS, second);
    add(&plan, PLAN_BREATH, PLAN_NO_CUE);
    add(&plan, PLAN_WORDS, third);
    add(&plan, PLAN_BELL, PLAN_BELL_CLOSE);
    add(&plan, PLAN_CLOSE, PLAN_NO_CUE);
    return plan;
}

/* What is there, as bits. */
static uint32_t there(VoiceShelf *shelf)
{
    uint32_t bits = 0;
    assert_true(voice_shelf_wait(shelf, 60000));
    for (int32_t c = 0; c < CUES; c++)
        if (clip_table_hold(voice_shelf_clips(shelf), c, 0) != NULL)
            bits |= 1u << c;
    if (clip_table_hold(voice_shelf_clips(shelf), CLIP_TABLE_BELL, 0) != NULL)
        bits |= 1u << CUES;
    clip_table_let_go(voice_shelf_clips(shelf), 0);
    return bits;
}

enum {
    BIT_ARRIVE = 1,
    BIT_HANDS = 2,
    BIT_FEET = 4,
    BIT_IN = 8,
    BIT_OUT = 16,
    BIT_BELL = 64
};

static const struct {
    const char *says;
    VoiceWish wish;
    int32_t words[3];
    uint32_t there;
} rows[] = {
    { "the words of the plan",
      { .voice = FOLDER, .speaks = true },
      { ARRIVE, HANDS, HANDS },
      BIT_ARRIVE | BIT_HANDS },
    { "nothing where it is off", { .voice = FOLDER }, { ARRIVE, HANDS, FEET }, 0 },
    { "nothing for nobody",
      { .voice = "none", .speaks = true },
      { ARRIVE, HANDS, FEET },
      0 },
    { "words of the breath alone",
      { .voice = FOLDER, .speaks_breath = true },
      { ARRIVE, HANDS, FEET },
      BIT_IN | BIT_OUT },
    { "a bell of one's own, without a voice",
      { .voice = "none", .bell = BELL },
      { ARRIVE, HANDS, FEET },
      BIT_BELL },
    { "what is broken is missing",
      { .voice = FOLDER, .speaks = true },
      { BROKEN, HANDS, FEET },
      BIT_HANDS | BIT_FEET },
    { "all of it",
      { .voice = FOLDER, .speaks = true, .speaks_breath = true, .bell = BELL },
      { ARRIVE, HANDS, FEET },
      BIT_ARRIVE | BIT_HANDS | BIT_FEET | BIT_IN | BIT_OUT | BIT_BELL },
};

/* In turn on one shelf, as a person changes their mind, and each on a new one. */
static void test_clips_are_those_that_the_plan_and_the_choice_name(void **state)
{
    (void)state;
    VoiceShelf *used = voice_shelf_open(&table, NULL);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        const int32_t *words = rows[r].words;
        const Plan plan = plan_of(words[0], words[1], words[2]);
        VoiceShelf *fresh = voice_shelf_open(&table, NULL);
        voice_shelf_mind(fresh, &rows[r].wish, &plan, 1, 0);
        voice_shelf_mind(used, &rows[r].wish, &plan, (uint32_t)r, 5000);
        if (there(fresh) != rows[r].there || there(used) != rows[r].there)
            fail_msg("%s: %x and %x", rows[r].says, there(fresh), there(used));
        voice_shelf_close(fresh);
    }
    voice_shelf_close(used);
    voice_shelf_close(NULL);
}

static void test_missing_voice_and_broken_file_are_told_once(void **state)
{
    (void)state;
    const VoiceWish nobody = { .voice = "./nowhere", .speaks = true };
    const VoiceWish broken = { .voice = FOLDER, .speaks = true };
    const Plan plan = plan_of(BROKEN, HANDS, BROKEN);
    VoiceShelf *shelf = voice_shelf_open(&table, NULL);
    Error problem = { "" };
    voice_shelf_mind(shelf, &nobody, &plan, 1, 0);
    assert_true(voice_shelf_problem(shelf, &problem));
    assert_non_null(strstr(problem.text, "nowhere"));
    assert_false(voice_shelf_problem(shelf, &problem));
    for (uint32_t number = 2; number < 5; number++) {
        voice_shelf_mind(shelf, &broken, &plan, number, 0);
        assert_int_equal(there(shelf), BIT_HANDS);
        assert_int_equal(voice_shelf_problem(shelf, &problem), number == 2);
    }
    assert_non_null(strstr(problem.text, "scan.room.1.wav"));
    voice_shelf_close(shelf);
}

static void test_folder_without_clips_is_told_once(void **state)
{
    (void)state;
    const VoiceWish empty = { .voice = "./" EMPTY, .speaks = true };
    const VoiceWish off = { .voice = "./" EMPTY };
    const Plan plan = plan_of(HANDS, HANDS, FEET);
    VoiceShelf *shelf = voice_shelf_open(&table, NULL);
    Error problem = { "" };
    mkdir(EMPTY, 0700);
    voice_shelf_mind(shelf, &empty, &plan, 1, 0);
    assert_true(voice_shelf_problem(shelf, &problem));
    assert_non_null(strstr(problem.text, EMPTY " has no clips"));
    voice_shelf_mind(shelf, &off, &plan, 1, 0);
    voice_shelf_mind(shelf, &empty, &plan, 1, 0);
    assert_int_equal(there(shelf), 0);
    assert_false(voice_shelf_problem(shelf, &problem));
    voice_shelf_close(shelf);
    rmdir(EMPTY);
}

static void test_turns_of_the_breath_find_their_words(void **state)
{
    (void)state;
    VoiceShelf *shelf = voice_shelf_open(&table, NULL);
    const ClipTable *clips = voice_shelf_clips(shelf);
    assert_int_equal(clips->breath_cues[BREATH_IN], IN);
    assert_int_equal(clips->breath_cues[BREATH_OUT], OUT);
    assert_int_equal(clips->breath_cues[BREATH_HOLD_FULL], PLAN_NO_CUE);
    voice_shelf_close(shelf);
    VoiceShelf *wordless = voice_shelf_open(NULL, NULL);
    const VoiceWish wish = { .voice = FOLDER, .speaks = true, .speaks_breath = true };
    const Plan plan = plan_of(ARRIVE, HANDS, FEET);
    voice_shelf_mind(wordless, &wish, &plan, 1, 0);
    assert_int_equal(there(wordless), 0);
    voice_shelf_close(wordless);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clips_are_those_that_the_plan_and_the_choice_name),
        cmocka_unit_test(test_missing_voice_and_broken_file_are_told_once),
        cmocka_unit_test(test_folder_without_clips_is_told_once),
        cmocka_unit_test(test_turns_of_the_breath_find_their_words),
    };
    return cmocka_run_group_tests(tests, write_voice, scratch_close);
}
