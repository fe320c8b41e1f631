/* SPDX-License-Identifier: MIT */
#include "sound/export.h"
#include "support/sound_rig.h"

#include <dirent.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

/* The header that libsndfile writes before the frames of a float WAV file. */
enum { HEADER_BYTES = 88 };

/* A folder of this test's own. */
static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/leeway-export-XXXXXX");
    return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static const char *within(char path[128], const char *name)
{
    snprintf(path, 128, "%s/%s", folder, name);
    return path;
}

static int files_in_folder(void)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    int count = 0;
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir))
        count += entry->d_name[0] != '.';
    closedir(dir);
    return count;
}

static void test_refuses_what_it_cannot_write(void **state)
{
    const Plan finite = rig_plan("4-6", 6, 3000), open = rig_plan("4-6", 0, 3000);
    const Plan day = rig_plan("4-6", 8640, 3000), nothing = { .count = 0 };
    const struct {
        const char *says;
        const Plan *plan;
        const char *path, *problem; /* part of it, or NULL for none */
    } rows[] = {
        { "wav is written", &finite, "a.wav", NULL },
        { "capitals are the same", &finite, "a.WAV", NULL },
        { "flac is written", &finite, "a.flac", NULL },
        { "ogg is written", &finite, "a.Ogg", NULL },
        { "mp3 is not written", &finite, "a.mp3", ".wav, .flac or .ogg" },
        { "no ending", &finite, "wav", ".wav" },
        { "only an ending", &finite, ".wav", ".wav" },
        { "empty name", &finite, "", ".wav" },
        { "open plan", &open, "a.wav", "without an end" },
        { "a whole day", &day, "a.wav", "three hours" },
        { "a whole day has room there", &day, "a.flac", NULL },
        { "nothing at all", &nothing, "a.wav", "nothing" },
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        print_message("%s\n", rows[r].says);
        const char *problem = export_problem(rows[r].plan, rows[r].path);
        assert_int_equal(problem == NULL, rows[r].problem == NULL);
        if (problem != NULL)
            assert_non_null(strstr(problem, rows[r].problem));
    }
}

/* Reads the file back; the caller frees it. */
static float *read_file(const char *path, int format, int64_t *frames)
{
    SF_INFO info = { 0 };
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    assert_non_null(file);
    assert_int_equal(info.samplerate, 48000);
    assert_int_equal(info.channels, 2);
    assert_int_equal(info.format, format);
    float *stereo = calloc((size_t)info.frames, 2 * sizeof *stereo);
    assert_non_null(stereo);
    *frames = sf_readf_float(file, stereo, info.frames);
    assert_int_equal(*frames, info.frames);
    sf_close(file);
    return stereo;
}

static void test_file_is_what_is_played(void **state)
{
    (void)state;
    char path[128];
    const Plan plan = rig_plan("4-6", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    Error error = { "" };
    assert_true(export_sound(&plan, &levels, within(path, "one.wav"), NULL, &error));
    assert_int_equal(files_in_folder(), 1);
    int64_t frames;
    float *stereo = read_file(path, SF_FORMAT_WAV | SF_FORMAT_FLOAT, &frames);
    assert_int_equal(frames, (13000 + 6000) * 48);
    Rig *rig = rig_open(&plan, RIG_ALL);
    rig_render(rig, frames);
    assert_memory_equal(stereo, rig->tape, (size_t)frames * 2 * sizeof *stereo);
    rig_close(rig);
    free(stereo);
    unlink(path);
}

/* Rounded to 16 bits: nowhere further off than its dither, nothing in the silence, and no
 * more than hiss on the average. */
static void test_flac_is_what_is_played_in_16_bits(void **state)
{
    (void)state;
    char path[128];
    const Plan plan = rig_plan("4-6", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    assert_true(export_sound(&plan, &levels, within(path, "one.flac"), NULL, NULL));
    int64_t frames;
    float *stereo = read_file(path, SF_FORMAT_FLAC | SF_FORMAT_PCM_16, &frames);
    Rig *rig = rig_played(&plan, RIG_ALL);
    assert_int_equal(frames, rig->frames);
    double most = 0, sum = 0;
    for (int64_t i = 0; i < 2 * frames; i++) {
        const double off = 32768.0 * stereo[i] - 32767.0 * rig->tape[i];
        most = fmax(most, fabs(off));
        sum += off;
        if (rig->tape[i] == 0)
            assert_true(stereo[i] == 0);
    }
    assert_true(most > 1 && most <= 1.51);
    assert_true(fabs(sum / (double)(2 * frames)) < 0.005);
    rig_close(rig);
    free(stereo);
    unlink(path);
}

/* Vorbis keeps what is heard, not the samples. */
static void test_ogg_sounds_as_it_is_played(void **state)
{
    (void)state;
    char path[128];
    const Plan plan = rig_plan("4-6", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    assert_true(export_sound(&plan, &levels, within(path, "one.ogg"), NULL, NULL));
    int64_t frames;
    float *stereo = read_file(path, SF_FORMAT_OGG | SF_FORMAT_VORBIS, &frames);
    Rig *rig = rig_played(&plan, RIG_ALL);
    assert_int_equal(frames, rig->frames);
    for (int64_t ms = 0; ms < frames / 48; ms += 1000) {
        const Sound coded =
            sound_part((Sound){ stereo, frames }, ms * 48, (ms + 1000) * 48);
        const double live = sound_loudness(rig_part_ms(rig, ms, ms + 1000));
        if (live > -60)
            assert_float_equal(sound_loudness(coded), live, 1.0);
        else
            assert_true(sound_loudness(coded) < -55);
    }
    rig_close(rig);
    free(stereo);
    unlink(path);
}

static long read_bytes(const char *path, unsigned char **bytes)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    const long length = ftell(file);
    rewind(file);
    *bytes = malloc((size_t)length);
    assert_int_equal(fread(*bytes, 1, (size_t)length, file), length);
    fclose(file);
    return length;
}

static void test_same_bytes_twice(void **state)
{
    (void)state;
    char path[2][128];
    unsigned char *bytes[2];
    long length[2];
    const Plan plan = rig_plan("1-2", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    for (int i = 0; i < 2; i++) {
        within(path[i], i == 0 ? "first.wav" : "second.wav");
        assert_true(export_sound(&plan, &levels, path[i], NULL, NULL));
        length[i] = read_bytes(path[i], &bytes[i]);
        assert_int_equal(length[i], 12000 * 48 * 8 + HEADER_BYTES);
    }
    assert_memory_equal(bytes[0], bytes[1], (size_t)length[0]);
    /* The chunk that would tell when it was written lies empty. */
    assert_memory_equal(bytes[0] + 48, "PAD ", 4);
    for (int i = 0; i < 2; i++) {
        free(bytes[i]);
        unlink(path[i]);
    }
}

static void test_unwritable_path_is_told(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    char path[128];
    Error error = { "" };
    assert_false(export_sound(&plan, &levels, within(path, "no/such.wav"), NULL, &error));
    assert_non_null(strstr(error.text, path));
    assert_non_null(strstr(error.text, "No such file"));
    char longest[5000];
    memset(longest, 'a', sizeof longest);
    memcpy(longest + sizeof longest - 5, ".wav", 5);
    assert_false(export_sound(&plan, &levels, longest, NULL, &error));
}

/* An Ogg file has a number drawn by lot, anew for each file: it is taken out. */
static void test_other_kinds_are_the_same_bytes_twice(void **state)
{
    static const char *const names[] = { "a.flac", "a.ogg" };
    (void)state;
    char path[128];
    unsigned char *bytes[2][2];
    long length[2][2];
    const Plan plan = rig_plan("1-2", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    for (int i = 0; i < 2; i++) {
        for (int n = 0; n < 2; n++) {
            assert_true(export_sound(&plan, &levels, within(path, names[n]), NULL, NULL));
            length[n][i] = read_bytes(path, &bytes[n][i]);
            unlink(path);
        }
    }
    for (int n = 0; n < 2; n++) {
        assert_int_equal(length[n][0], length[n][1]);
        assert_memory_equal(bytes[n][0], bytes[n][1], (size_t)length[n][0]);
        free(bytes[n][0]);
        free(bytes[n][1]);
    }
}

/* A limit on the size of files stands for a disk that is full. */
static void test_full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000), brief = rig_plan("1-2", 1, 0);
    const MixLevels levels = rig_levels(RIG_ALL);
    char path[128];
    unsigned char *bytes;
    Error error = { "" };
    assert_true(export_sound(&brief, &levels, within(path, "kept.wav"), NULL, &error));
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){ .rlim_cur = 1000000, .rlim_max = before.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool is_written = export_sound(&plan, &levels, path, NULL, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(is_written);
    assert_non_null(strstr(error.text, "could not be written"));
    assert_int_equal(files_in_folder(), 1);
    assert_int_equal(read_bytes(path, &bytes), 9000 * 48 * 8 + HEADER_BYTES);
    free(bytes);
    unlink(path);
}

/* Whether an export to a disk with so much room fails, says so and leaves nothing. */
static bool fails_with_room(const Plan *plan, const char *path, long room)
{
    const MixLevels levels = rig_levels(RIG_ALL);
    Error error = { "" };
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    const struct rlimit small = { .rlim_cur = (rlim_t)room, .rlim_max = before.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool is_written = export_sound(plan, &levels, path, NULL, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    return !is_written && strstr(error.text, "could not be written") != NULL &&
           files_in_folder() == 0;
}

static void test_full_disk_is_told_by_every_kind(void **state)
{
    static const char *const names[] = { "full.wav", "full.flac", "full.ogg" };
    (void)state;
    const Plan plan = rig_plan("4-6", 1, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    signal(SIGXFSZ, SIG_IGN);
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        print_message("%s\n", names[n]);
        char path[128];
        unsigned char *bytes;
        assert_true(export_sound(&plan, &levels, within(path, names[n]), NULL, NULL));
        const long length = read_bytes(path, &bytes);
        free(bytes);
        unlink(path);
        const long rooms[] = { 0, 40, 5000, length / 2, length - 3000, length - 1 };
        for (size_t r = 0; r < sizeof rooms / sizeof rooms[0]; r++)
            if (!fails_with_room(&plan, path, rooms[r]))
                fail_msg("%s with %ld of %ld bytes", names[n], rooms[r], length);
    }
}

/* Stops at so many percent. */
typedef struct Impatience {
    int32_t most, seen;
} Impatience;

static bool goes_on(void *who, int32_t percent)
{
    Impatience *impatience = who;
    assert_true(percent >= impatience->seen && percent <= 100);
    impatience->seen = percent;
    return percent < impatience->most;
}

static void test_export_that_is_stopped_leaves_nothing(void **state)
{
    (void)state;
    static const char *const names[] = { "stopped.wav", "stopped.flac", "stopped.ogg" };
    const Plan plan = rig_plan("4-6", 3, 3000);
    const MixLevels levels = rig_levels(RIG_SEA);
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++)
        for (int is_stopped = 0; is_stopped < 2; is_stopped++) {
            char path[128];
            Impatience impatience = { .most = is_stopped ? 40 : 101 };
            const ExportAside aside = { .goes_on = goes_on, .who = &impatience };
            Error error = { "" };
            within(path, names[n]);
            assert_int_equal(export_sound(&plan, &levels, path, &aside, &error),
                             !is_stopped);
            assert_int_equal(impatience.seen, is_stopped ? 40 : 99);
            assert_int_equal(files_in_folder(), !is_stopped);
            unlink(path);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refuses_what_it_cannot_write),
        cmocka_unit_test(test_file_is_what_is_played),
        cmocka_unit_test(test_flac_is_what_is_played_in_16_bits),
        cmocka_unit_test(test_ogg_sounds_as_it_is_played),
        cmocka_unit_test(test_same_bytes_twice),
        cmocka_unit_test(test_other_kinds_are_the_same_bytes_twice),
        cmocka_unit_test(test_full_disk_is_told_by_every_kind),
        cmocka_unit_test(test_unwritable_path_is_told),
        cmocka_unit_test(test_full_disk_leaves_the_old_file),
        cmocka_unit_test(test_export_that_is_stopped_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
