/* SPDX-License-Identifier: MIT */
/* What there is to hear in a file of sound, in numbers: a WAV file, or, by any other
 * name, the bare frames that SDL's disk driver writes.
 *
 *   frames length FILE           how many frames
 *   frames peak   FILE FROM TO   the highest sample between two frames, in dBFS
 *   frames step   FILE FROM TO   the highest step from one sample to the next, in dBFS
 *   frames end    FILE FROM TO   the frame behind the last that sounds between two frames
 *   frames onsets FILE           where sound begins after a tenth of a second of silence
 *   frames alike  FILE OTHER     how many are the same in both, from the first on
 *
 * -200 dBFS is digital silence. */
#include "support/sound_meter.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RATE_HZ = 48000, GAP_FRAMES = RATE_HZ / 10, SILENCE_DB = -200, USAGE = 2 };

static void need(bool holds, const char *sentence)
{
    if (holds)
        return;
    fprintf(stderr, "frames: %s\n", sentence);
    exit(USAGE);
}

/* The caller frees the samples. */
static Sound read_sound(const char *path)
{
    const char *ending = strrchr(path, '.');
    SF_INFO info = { 0 };
    if (ending == NULL || strcmp(ending, ".wav") != 0)
        info = (SF_INFO){ .samplerate = RATE_HZ,
                          .channels = 2,
                          .format = SF_FORMAT_RAW | SF_FORMAT_FLOAT | SF_ENDIAN_CPU };
    SNDFILE *file = sf_open(path, SFM_READ, &info);
    need(file != NULL && info.channels == 2, "the file cannot be read as stereo");
    float *stereo = malloc(2 * sizeof *stereo * (size_t)(info.frames + 1));
    need(stereo != NULL, "there is no memory left");
    const sf_count_t frames = sf_readf_float(file, stereo, info.frames);
    sf_close(file);
    return (Sound){ stereo, frames };
}

static Sound part_of(Sound sound, const char *from, const char *to)
{
    int64_t end = atoll(to);
    if (end > sound.frames)
        end = sound.frames;
    need(atoll(from) >= 0 && atoll(from) < end, "there is no such part");
    return sound_part(sound, atoll(from), end);
}

static double step_db(Sound sound)
{
    float highest = 0;
    for (int64_t i = 2; i < 2 * sound.frames; i++)
        highest = fmaxf(highest, fabsf(sound.stereo[i] - sound.stereo[i - 2]));
    return highest > 0 ? 20 * log10((double)highest) : SILENCE_DB;
}

static void print_onsets(Sound sound)
{
    int64_t silent = GAP_FRAMES;
    for (int64_t f = 0; f < sound.frames; f++) {
        const bool is_silent = sound.stereo[2 * f] == 0 && sound.stereo[2 * f + 1] == 0;
        if (!is_silent && silent >= GAP_FRAMES)
            printf("%lld\n", (long long)f);
        silent = is_silent ? silent + 1 : 0;
    }
}

static int64_t count_alike(Sound a, Sound b)
{
    const int64_t both = a.frames < b.frames ? a.frames : b.frames;
    int64_t f = 0;
    while (f < both && memcmp(a.stereo + 2 * f, b.stereo + 2 * f, 2 * sizeof(float)) == 0)
        f++;
    return f;
}

int main(int count, char **words)
{
    need(count >= 3, "length, peak, step, end, onsets or alike; and a file");
    const Sound sound = read_sound(words[2]);
    if (strcmp(words[1], "length") == 0 && count == 3) {
        printf("%lld\n", (long long)sound.frames);
    } else if (strcmp(words[1], "peak") == 0 && count == 5) {
        printf("%.0f\n", sound_peak_db(part_of(sound, words[3], words[4])));
    } else if (strcmp(words[1], "step") == 0 && count == 5) {
        printf("%.0f\n", step_db(part_of(sound, words[3], words[4])));
    } else if (strcmp(words[1], "end") == 0 && count == 5) {
        const int64_t end = sound_end_frame(part_of(sound, words[3], words[4]));
        printf("%lld\n", atoll(words[3]) + (long long)end);
    } else if (strcmp(words[1], "onsets") == 0 && count == 3) {
        print_onsets(sound);
    } else if (strcmp(words[1], "alike") == 0 && count == 4) {
        const Sound other = read_sound(words[3]);
        printf("%lld\n", (long long)count_alike(sound, other));
        free((void *)other.stereo);
    } else {
        need(false, "there is nothing of that name, or with so many words");
    }
    free((void *)sound.stereo);
    return 0;
}
