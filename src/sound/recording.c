/* SPDX-License-Identifier: MIT */
#include "sound/recording.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <samplerate.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    RATE_HZ = 48000,
    RATE_MIN_HZ = 4000,
    RATE_MAX_HZ = 384000,
    CHANNELS_MAX = 8,
    BLOCK_FRAMES = 1024
};

static bool fail(Error *error, const char *path, const char *reason)
{
    error_set(error, "%s cannot be used: %s", path, reason);
    return false;
}

/* ---- the file ---- */

/* A name in a folder may be a pipe or a device that never answers. */
static int open_plain(const char *path, int64_t bytes_max, Error *error)
{
    struct stat status;
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        fail(error, path, strerror(errno));
        return -1;
    }
    const char *problem = NULL;
    if (fstat(descriptor, &status) != 0)
        problem = strerror(errno);
    else if (!S_ISREG(status.st_mode))
        problem = "it is not a plain file";
    else if (status.st_size == 0)
        problem = "it is empty";
    else if (status.st_size > bytes_max)
        problem = "it is too big";
    if (problem == NULL)
        return descriptor;
    fail(error, path, problem);
    close(descriptor);
    return -1;
}

static const char *kind_problem(const SF_INFO *info)
{
    if (info->channels < 1 || info->channels > CHANNELS_MAX)
        return "it has more sides than can be mixed";
    if (info->samplerate < RATE_MIN_HZ || info->samplerate > RATE_MAX_HZ)
        return "its sample rate is none that sounds have";
    return NULL;
}

static SNDFILE *open_sound(const char *path, RecordingLimits limits, SF_INFO *info,
                           Error *error)
{
    const int descriptor = open_plain(path, limits.bytes_max, error);
    if (descriptor < 0)
        return NULL;
    *info = (SF_INFO){ .format = 0 };
    SNDFILE *file = sf_open_fd(descriptor, SFM_READ, info, SF_TRUE);
    if (file == NULL) {
        fail(error, path,
             "it is no sound file that can be read here; .opus, .ogg, "
             ".flac, .wav and .mp3 are");
        return NULL;
    }
    const char *problem = kind_problem(info);
    if (problem != NULL) {
        fail(error, path, problem);
        sf_close(file);
        return NULL;
    }
    return file;
}

/* ---- its samples ---- */

/* The middle of all sides. */
static void mix_down(const float *block, int32_t frames, int32_t channels, float *mono)
{
    for (int32_t f = 0; f < frames; f++) {
        float sum = 0;
        for (int32_t c = 0; c < channels; c++)
            sum += block[f * channels + c];
        mono[f] = sum / (float)channels;
    }
}

/* As much as the head of the file says; where it says nothing or too little, room grows
 * as it is read. */
static bool make_room(Recording *recording, int64_t *room, int64_t wanted)
{
    if (wanted <= *room)
        return true;
    const int64_t grown = wanted > 2 * *room ? wanted : 2 * *room;
    float *samples = realloc(recording->samples, (size_t)grown * sizeof *samples);
    if (samples == NULL)
        return false;
    recording->samples = samples;
    *room = grown;
    return true;
}

static const char *read_all(SNDFILE *file, const SF_INFO *info, int32_t seconds_max,
                            Recording *recording)
{
    float block[BLOCK_FRAMES * CHANNELS_MAX];
    const int64_t most = (int64_t)seconds_max * info->samplerate;
    int64_t room = 0;
    sf_count_t count;
    if (info->frames <= most && !make_room(recording, &room, info->frames))
        return strerror(ENOMEM);
    while ((count = sf_readf_float(file, block, BLOCK_FRAMES)) > 0) {
        if (recording->frames + count > most)
            return "it is too long";
        if (!make_room(recording, &room, recording->frames + count))
            return strerror(ENOMEM);
        mix_down(block, (int32_t)count, info->channels,
                 &recording->samples[recording->frames]);
        recording->frames += (int32_t)count;
    }
    if (recording->frames == 0)
        return "there is no sound in it";
    for (int32_t f = 0; f < recording->frames; f++)
        if (!isfinite(recording->samples[f]))
            return "it is damaged";
    return NULL;
}

static const char *resample(Recording *recording, int32_t rate_hz)
{
    if (rate_hz == RATE_HZ)
        return NULL;
    const double ratio = (double)RATE_HZ / rate_hz;
    const int32_t room = (int32_t)ceil(recording->frames * ratio) + 1;
    float *samples = malloc((size_t)room * sizeof *samples);
    if (samples == NULL)
        return strerror(ENOMEM);
    SRC_DATA data = { .data_in = recording->samples,
                      .data_out = samples,
                      .input_frames = recording->frames,
                      .output_frames = room,
                      .src_ratio = ratio };
    const int problem = src_simple(&data, SRC_SINC_MEDIUM_QUALITY, 1);
    free(recording->samples);
    *recording = (Recording){ samples, (int32_t)data.output_frames_gen };
    if (problem != 0)
        return src_strerror(problem);
    return recording->frames > 0 ? NULL : "there is no sound in it";
}

bool recording_open(const char *path, RecordingLimits limits, Recording *recording,
                    Error *error)
{
    SF_INFO info;
    *recording = (Recording){ .samples = NULL };
    SNDFILE *file = open_sound(path, limits, &info, error);
    if (file == NULL)
        return false;
    const char *problem = read_all(file, &info, limits.seconds_max, recording);
    sf_close(file);
    if (problem == NULL)
        problem = resample(recording, info.samplerate);
    if (problem == NULL)
        return true;
    recording_close(recording);
    return fail(error, path, problem);
}

void recording_close(Recording *recording)
{
    free(recording->samples);
    *recording = (Recording){ .samples = NULL };
}

bool recording_length_ms(const char *path, RecordingLimits limits, int32_t *length_ms,
                         Error *error)
{
    SF_INFO info;
    SNDFILE *file = open_sound(path, limits, &info, error);
    if (file == NULL)
        return false;
    sf_close(file);
    if (info.frames <= 0)
        return fail(error, path, "there is no sound in it");
    if (info.frames > (sf_count_t)limits.seconds_max * info.samplerate)
        return fail(error, path, "it is too long");
    *length_ms = (int32_t)((info.frames * 1000 + info.samplerate - 1) / info.samplerate);
    return true;
}
