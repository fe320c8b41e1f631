/* SPDX-License-Identifier: MIT */
/* The clips that came along, as they sound from both sides. The tests of this layer know
 * no store, so the file "voice" is read here line by line: it is the list of what there
 * is, and assets/cues/en is held to it. */
#include "support/sound_meter.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sndfile.h>

#define VOICE LEEWAY_ASSETS_DIR "/voices/en-slt/"
#define CUES LEEWAY_ASSETS_DIR "/cues/en"

enum {
    RATE_HZ = 48000,
    CLIPS_MAX = 256,
    LENGTH_MAX_MS = 12000,
    SHORT_MS = 2000,   /* below this the loudest 400 ms count, not all of it */
    EDGE_MS = 15,      /* so long it is as good as silent, at both ends */
    LEAD_MIN_MS = 15,  /* from the start to the first sound: 30 ms were put there … */
    LEAD_MAX_MS = 120, /* … and a word may begin softly */
    OVERSAMPLED = 4,   /* for the true peak, as BS.1770-4 has it */
    KERNEL_FRAMES = 12
};

#define LOUDNESS_LUFS (-20.0)
#define SHORT_LOUDNESS_LUFS (-18.5)
#define LOUDNESS_WITHIN 0.5
#define TRUE_PEAK_MAX_DB (-4.0)
#define SILENT_DB (-54.0) /* 34 dB below the words */
#define PI 3.14159265358979323846

typedef struct Clip {
    char cue[64];
    int length_ms;
    float *mono; /* once it was decoded, which takes longer than all that is measured */
    sf_count_t frames;
} Clip;

static Clip clips[CLIPS_MAX];
static int clip_count;

static float stereo[(LENGTH_MAX_MS + 1000) * (RATE_HZ / 1000) * 2];

static int load(void **state)
{
    (void)state;
    char line[256];
    FILE *file = fopen(VOICE "voice", "r");
    if (file == NULL)
        return -1;
    while (fgets(line, sizeof line, file) != NULL && clip_count < CLIPS_MAX) {
        Clip *clip = &clips[clip_count];
        clip_count +=
            sscanf(line, "%63[a-z0-9.-] = %d", clip->cue, &clip->length_ms) == 2;
    }
    (void)fclose(file);
    return 0;
}

static int forget(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++)
        free(clips[i].mono);
    return 0;
}

static void read_clip(Clip *clip)
{
    char path[512];
    SF_INFO info = { 0 };
    (void)snprintf(path, sizeof path, VOICE "%s.opus", clip->cue);
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    if (file == NULL)
        fail_msg("%s: %s", clip->cue, sf_strerror(NULL));
    if (info.samplerate != RATE_HZ || info.channels != 1)
        fail_msg("%s: %d Hz, %d channels", clip->cue, info.samplerate, info.channels);
    if (info.frames * 2 > (sf_count_t)(sizeof stereo / sizeof *stereo))
        fail_msg("%s: %lld frames", clip->cue, (long long)info.frames);
    clip->mono = malloc(sizeof *clip->mono * (size_t)(info.frames + 1));
    assert_non_null(clip->mono);
    clip->frames = sf_readf_float(file, clip->mono, info.frames);
    sf_close(file);
}

/* One side is recorded, both play it. Good until the next is asked for. */
static Sound decode(Clip *clip)
{
    if (clip->mono == NULL)
        read_clip(clip);
    for (sf_count_t f = 0; f < clip->frames; f++)
        stereo[2 * f] = stereo[2 * f + 1] = clip->mono[f];
    return (Sound){ stereo, clip->frames };
}

static int64_t frames_of(int64_t ms)
{
    return ms * RATE_HZ / 1000;
}

/* Between two samples: a sinc under a Hann window. */
static double between(Sound sound, int64_t frame, double fraction)
{
    double sum = 0;
    for (int64_t k = 1 - KERNEL_FRAMES; k <= KERNEL_FRAMES; k++) {
        if (frame + k < 0 || frame + k >= sound.frames)
            continue;
        const double x = (double)k - fraction;
        const double window = 0.5 + 0.5 * cos(PI * x / (KERNEL_FRAMES + 1));
        sum += sound.stereo[2 * (frame + k)] * window * sin(PI * x) / (PI * x);
    }
    return sum;
}

/* Only near the highest samples can there be more than they show. */
static double true_peak_db(Sound sound)
{
    double most = pow(10, sound_peak_db(sound) / 20);
    const double near = most * 0.7;
    for (int64_t f = 0; f < sound.frames; f++)
        for (int part = 1; fabs((double)sound.stereo[2 * f]) > near && part < OVERSAMPLED;
             part++) {
            const double fraction = (double)part / OVERSAMPLED;
            most = fmax(most, fabs(between(sound, f, fraction)));
            most = fmax(most, fabs(between(sound, f - 1, fraction)));
        }
    return 20 * log10(most);
}

static void each_cue_has_a_clip_and_no_clip_is_left_over(void **state)
{
    (void)state;
    char line[512], cue[64];
    int cue_count = 0;
    FILE *file = fopen(CUES, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "[%63[a-z0-9.-]]", cue) == 1) {
            assert_true(cue_count < clip_count);
            assert_string_equal(clips[cue_count++].cue, cue);
        }
    (void)fclose(file);
    assert_int_equal(cue_count, clip_count);
}

static void a_clip_is_as_long_as_the_voice_says(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++) {
        const Sound sound = decode(&clips[i]);
        if (sound.frames != frames_of(clips[i].length_ms))
            fail_msg("%s: %lld frames, %d ms", clips[i].cue, (long long)sound.frames,
                     clips[i].length_ms);
        if (clips[i].length_ms > LENGTH_MAX_MS)
            fail_msg("%s: %d ms", clips[i].cue, clips[i].length_ms);
    }
}

static void all_clips_are_equally_loud(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++) {
        const bool is_short = clips[i].length_ms < SHORT_MS;
        const Sound sound = decode(&clips[i]);
        const double loudness = is_short ? sound_loudest(sound) : sound_loudness(sound);
        const double wished = is_short ? SHORT_LOUDNESS_LUFS : LOUDNESS_LUFS;
        if (fabs(loudness - wished) > LOUDNESS_WITHIN)
            fail_msg("%s: %.2f LUFS", clips[i].cue, loudness);
    }
}

static void no_clip_peaks(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++) {
        const double peak_db = true_peak_db(decode(&clips[i]));
        if (peak_db > TRUE_PEAK_MAX_DB)
            fail_msg("%s: %.2f dBTP", clips[i].cue, peak_db);
    }
}

static void clips_begin_and_end_in_silence(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++) {
        const Sound sound = decode(&clips[i]);
        const int64_t edge = frames_of(EDGE_MS);
        const double begin_db = sound_peak_db(sound_part(sound, 0, edge));
        const double end_db =
            sound_peak_db(sound_part(sound, sound.frames - edge, sound.frames));
        if (begin_db > SILENT_DB || end_db > SILENT_DB)
            fail_msg("%s: %.1f dB, %.1f dB", clips[i].cue, begin_db, end_db);
        if (fabs(sound_offset(sound)) > 1e-3)
            fail_msg("%s: offset %f", clips[i].cue, sound_offset(sound));
    }
}

/* When words begin is known, so that they can be put where the plan has them. */
static void words_begin_right_behind_the_lead(void **state)
{
    (void)state;
    for (int i = 0; i < clip_count; i++) {
        const Sound sound = decode(&clips[i]);
        const int64_t step = frames_of(1);
        int64_t at = 0;
        while (at + step < sound.frames &&
               sound_peak_db(sound_part(sound, at, at + step)) < SILENT_DB)
            at += step;
        if (at < frames_of(LEAD_MIN_MS) || at > frames_of(LEAD_MAX_MS))
            fail_msg("%s: %lld ms", clips[i].cue, (long long)(at / step));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cue_has_a_clip_and_no_clip_is_left_over),
        cmocka_unit_test(a_clip_is_as_long_as_the_voice_says),
        cmocka_unit_test(all_clips_are_equally_loud),
        cmocka_unit_test(no_clip_peaks),
        cmocka_unit_test(clips_begin_and_end_in_silence),
        cmocka_unit_test(words_begin_right_behind_the_lead),
    };
    return cmocka_run_group_tests(tests, load, forget);
}
