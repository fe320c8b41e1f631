/* SPDX-License-Identifier: MIT */
#include "sound/clip.h"

#include "sound/loudness.h"

#include <math.h>
#include <setjmp.h>
#include <sndfile.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH "clip-under-test"

/* A file of one sine in bursts, as speech is loud and soft in turn. */
typedef struct Written {
    int format;
    int32_t rate_hz, channels, length_ms;
    float gain;
} Written;

static float voice_at(int64_t frame, int32_t rate_hz)
{
    const double s = (double)frame / rate_hz;
    const double swell = sin(3.14159265 * 3 * s);
    return (float)(swell * swell * sin(6.283185307 * 440 * s));
}

static void write_file(const Written *written)
{
    SF_INFO info = { .samplerate = written->rate_hz,
                     .channels = written->channels,
                     .format = written->format };
    SNDFILE *file = sf_open(PATH, SFM_WRITE, &info);
    assert_non_null(file);
    const int64_t frames = (int64_t)written->rate_hz * written->length_ms / 1000;
    for (int64_t f = 0; f < frames; f++) {
        float sides[8];
        for (int32_t c = 0; c < written->channels; c++)
            sides[c] = written->gain * voice_at(f, written->rate_hz);
        assert_int_equal(sf_writef_float(file, sides, 1), 1);
    }
    sf_close(file);
}

static void write_bytes(const void *bytes, size_t size)
{
    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static Loudness loudness_of_clip(const MixClip *clip)
{
    float *samples = malloc((size_t)clip->frames * sizeof *samples);
    assert_non_null(samples);
    for (int32_t f = 0; f < clip->frames; f++)
        samples[f] = (float)clip->samples[f] / 32767;
    const Loudness loudness = loudness_of(samples, clip->frames);
    free(samples);
    return loudness;
}

static const struct {
    const char *says;
    Written file;
    double lufs;
} levelled[] = {
    { "WAV as it is", { SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 3000, 0.3f }, -20 },
    { "stereo", { SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 2, 3000, 0.1f }, -20 },
    { "44.1 kHz", { SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 44100, 1, 3000, 0.2f }, -20 },
    { "8 kHz of a phone", { SF_FORMAT_WAV | SF_FORMAT_ULAW, 8000, 1, 3000, 0.3f }, -20 },
    { "96 kHz, six sides",
      { SF_FORMAT_WAV | SF_FORMAT_PCM_24, 96000, 6, 3000, .2f },
      -20 },
    { "Opus", { SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 3000, 0.3f }, -20 },
    { "Opus of a messenger",
      { SF_FORMAT_OGG | SF_FORMAT_OPUS, 16000, 1, 3000, .3f },
      -20 },
    { "Vorbis", { SF_FORMAT_OGG | SF_FORMAT_VORBIS, 48000, 1, 3000, 0.3f }, -20 },
    { "MP3", { SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 44100, 1, 3000, .3f }, -20 },
    { "nearly too soft",
      { SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, 3000, 0.06f },
      -20 },
};

static void test_every_kind_comes_to_the_same_loudness(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof levelled / sizeof levelled[0]; r++) {
        MixClip clip;
        Error error = { "" };
        write_file(&levelled[r].file);
        if (!clip_open(PATH, CLIP_VOICE, &clip, &error))
            fail_msg("%s: %s", levelled[r].says, error.text);
        const double lufs = loudness_of_clip(&clip).lufs;
        const int32_t off = abs(clip.frames - 48 * levelled[r].file.length_ms);
        /* MP3 and its resampling round to whole blocks. */
        if (fabs(lufs - levelled[r].lufs) > 0.1 || off > 48 * 60)
            fail_msg("%s: %f LUFS, %d frames", levelled[r].says, lufs, clip.frames);
        assert_true(abs(clip_length_ms(PATH, NULL) - clip.frames / 48) <= 60);
        clip_close(&clip);
    }
}

/* 12 dB louder or softer, and no more. */
static void test_levelling_has_an_end(void **state)
{
    (void)state;
    const float gains[] = { 0.004f, 0.0008f };
    for (size_t g = 0; g < sizeof gains / sizeof gains[0]; g++) {
        const Written file = { SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, 3000,
                               gains[g] };
        MixClip clip;
        write_file(&file);
        const bool is_there = clip_open(PATH, CLIP_VOICE, &clip, NULL);
        assert_int_equal(is_there, g == 0);
        if (is_there) {
            const double lufs = loudness_of_clip(&clip).lufs;
            assert_true(lufs > -45 && lufs < -35);
        }
        clip_close(&clip);
    }
}

static void test_peak_is_kept_by_the_gain(void **state)
{
    (void)state;
    float samples[96000] = { 0 };
    for (int f = 24000; f < 72000; f += 480)
        samples[f] = 0.9f; /* clicks: high, and not loud */
    float *own = malloc(sizeof samples);
    assert_non_null(own);
    memcpy(own, samples, sizeof samples);
    Recording recording = { own, 96000 };
    MixClip clip;
    assert_null(clip_make(&recording, CLIP_VOICE, &clip));
    int32_t most = 0;
    for (int32_t f = 0; f < clip.frames; f++)
        most = abs(clip.samples[f]) > most ? abs(clip.samples[f]) : most;
    assert_true(most <= 20675); /* -4 dBFS */
    clip_close(&clip);
    recording_close(&recording);
}

static void test_edges_are_silent_and_a_bell_comes_slowly(void **state)
{
    (void)state;
    const Written file = { SF_FORMAT_WAV | SF_FORMAT_FLOAT, 48000, 1, 700, 0.2f };
    write_file(&file);
    for (int use = 0; use < CLIP_USE_COUNT; use++) {
        MixClip clip;
        assert_true(clip_open(PATH, (ClipUse)use, &clip, NULL));
        assert_int_equal(clip.samples[0], 0);
        assert_int_equal(clip.samples[clip.frames - 1], 0);
        const double loudest = loudness_of_clip(&clip).loudest_lufs;
        assert_true(fabs(loudest - (use == CLIP_BELL ? -22.5 : -18.5)) < 0.2);
        clip_close(&clip);
    }
}

/* A tone that begins at once, and one behind a second of nothing, both cut with a knife.
 */
static void test_words_rise_within_50_ms_wherever_they_begin(void **state)
{
    (void)state;
    enum { MS = CLIP_RATE_HZ / 1000, LENGTH_MS = 3000 };
    static const int32_t onsets_ms[] = { 0, 30, 1000 };
    for (size_t i = 0; i < sizeof onsets_ms / sizeof onsets_ms[0]; i++) {
        const int32_t onset = onsets_ms[i] * MS;
        Recording recording = { calloc(LENGTH_MS * MS, sizeof(float)), LENGTH_MS * MS };
        for (int32_t f = onset; f < recording.frames; f++)
            recording.samples[f] = f % 4 < 2 ? 0.1f : -0.1f;
        MixClip clip;
        assert_null(clip_make(&recording, CLIP_VOICE, &clip));
        const int full = abs(clip.samples[onset + 100 * MS]);
        for (int32_t f = 0; f < recording.frames && f < onset; f++)
            assert_int_equal(clip.samples[f], 0);
        assert_true(abs(clip.samples[onset + 10 * MS]) < full * 6 / 10);
        assert_true(abs(clip.samples[onset + 40 * MS]) < full);
        assert_true(abs(clip.samples[onset + 85 * MS]) >= full - 1);
        clip_close(&clip);
        recording_close(&recording);
    }
}

/* ---- what is refused ---- */

static void write_nothing(void)
{
    write_bytes("", 0);
}

static void write_text(void)
{
    write_bytes("this is no sound at all, however it is called", 46);
}

static void write_silence(void)
{
    const Written file = { SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 1000, 0 };
    write_file(&file);
}

static void write_no_frames(void)
{
    const Written file = { SF_FORMAT_WAV | SF_FORMAT_PCM_16, 48000, 1, 0, 0 };
    write_file(&file);
}

static void write_long(void)
{
    const Written file = { SF_FORMAT_WAV | SF_FORMAT_ULAW, 8000, 1, 60010, 0.2f };
    write_file(&file);
}

static void write_big(void)
{
    write_bytes("RIFF", 4);
    assert_int_equal(truncate(PATH, CLIP_BYTES_MAX + 1), 0);
}

static void write_no_numbers(void)
{
    SF_INFO info = { .samplerate = 48000,
                     .channels = 1,
                     .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT };
    SNDFILE *file = sf_open(PATH, SFM_WRITE, &info);
    const float samples[4] = { 0.1f, NAN, INFINITY, 0.1f };
    assert_int_equal(sf_writef_float(file, samples, 4), 4);
    sf_close(file);
}

static void write_cut_opus(void)
{
    const Written file = { SF_FORMAT_OGG | SF_FORMAT_OPUS, 48000, 1, 2000, 0.2f };
    write_file(&file);
    assert_int_equal(truncate(PATH, 60), 0);
}

static void write_folder(void)
{
    unlink(PATH);
    assert_int_equal(mkdir(PATH, 0700), 0);
}

static void write_pipe(void)
{
    assert_int_equal(mkfifo(PATH, 0600), 0);
}

static const struct {
    const char *says;
    void (*write)(void);
    const char *reason;
    bool is_long_to_find; /* the head of the file does not tell */
} refused[] = {
    { "no bytes", write_nothing, "it is empty", false },
    { "a text", write_text, "no sound file", false },
    { "silence", write_silence, "it is silent", true },
    { "no frames", write_no_frames, "there is no sound in it", false },
    { "over a minute", write_long, "it is too long", false },
    { "over 16 MB", write_big, "it is too big", false },
    { "samples that are no numbers", write_no_numbers, "it is damaged", true },
    { "an Opus file that breaks off", write_cut_opus, "no sound file", false },
    { "a folder", write_folder, "not a plain file", false },
    { "a pipe nobody writes into", write_pipe, "not a plain file", false },
};

static void test_what_cannot_be_used_is_told_in_a_sentence(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof refused / sizeof refused[0]; r++) {
        remove(PATH);
        refused[r].write();
        MixClip clip;
        Error error = { "" }, of_length = { "" };
        const bool is_open = clip_open(PATH, CLIP_VOICE, &clip, &error);
        if (is_open || strstr(error.text, refused[r].reason) == NULL ||
            strstr(error.text, PATH) != error.text)
            fail_msg("%s: \"%s\"", refused[r].says, error.text);
        assert_null(clip.samples);
        if (!refused[r].is_long_to_find)
            assert_int_equal(clip_length_ms(PATH, &of_length), 0);
        clip_close(&clip);
    }
    remove(PATH);
    assert_int_equal(clip_length_ms(PATH, NULL), 0);
}

static int leave_nothing(void **state)
{
    (void)state;
    remove(PATH);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_comes_to_the_same_loudness),
        cmocka_unit_test(test_levelling_has_an_end),
        cmocka_unit_test(test_peak_is_kept_by_the_gain),
        cmocka_unit_test(test_words_rise_within_50_ms_wherever_they_begin),
        cmocka_unit_test(test_edges_are_silent_and_a_bell_comes_slowly),
        cmocka_unit_test(test_what_cannot_be_used_is_told_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, leave_nothing);
}
