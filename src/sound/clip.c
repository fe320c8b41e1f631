/* SPDX-License-Identifier: MIT */
#include "sound/clip.h"

#include "sound/loudness.h"
#include "sound/ramp.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const RecordingLimits LIMITS = { .bytes_max = CLIP_BYTES_MAX,
                                        .seconds_max = CLIP_SECONDS_MAX };

/* Where a clip is brought to, as the file would measure; the mix plays clips 3 dB softer.
 * Loudness over all of it is unsteady in what is shorter than 2 s, so there the loudest
 * 400 ms count, which lie 1.5 LU above it in speech. */
typedef struct ClipLevel {
    double lufs;         /* over all of it … */
    double loudest_lufs; /* … or of the loudest 400 ms, for short ones */
    int32_t short_frames;
    double peak_db;
    int32_t rise_frames; /* how it comes */
} ClipLevel;

static const ClipLevel levels[] = {
    [CLIP_VOICE] = { .lufs = -20,
                     .loudest_lufs = -18.5,
                     .short_frames = 2 * CLIP_RATE_HZ,
                     .peak_db = -4,
                     .rise_frames = CLIP_VOICE_RISE_FRAMES },
    [CLIP_BELL] = { .loudest_lufs = -22.5,
                    .short_frames = INT32_MAX,
                    .peak_db = -13.2,
                    .rise_frames = CLIP_BELL_RISE_FRAMES },
};

_Static_assert(sizeof levels / sizeof levels[0] == CLIP_USE_COUNT, "a level for each");

static double from_db(double db)
{
    return pow(10.0, db / 20);
}

static float gain_for(const Recording *recording, const ClipLevel *level,
                      Loudness loudness)
{
    const double most_db = 12;
    const bool is_short = recording->frames < level->short_frames;
    const double wanted_db = is_short ? level->loudest_lufs - loudness.loudest_lufs
                                      : level->lufs - loudness.lufs;
    const double db = fmin(fmax(wanted_db, -most_db), most_db);
    const double peak = loudness_true_peak(recording->samples, recording->frames);
    return (float)fmin(from_db(db), from_db(level->peak_db) / peak);
}

/* Where it can first be heard: 40 dB below its peak. */
static int32_t onset_of(const Recording *recording)
{
    float peak = 0;
    int32_t f = 0;
    for (int32_t i = 0; i < recording->frames; i++)
        peak = fmaxf(peak, fabsf(recording->samples[i]));
    while (f + 1 < recording->frames && fabsf(recording->samples[f]) < 0.01f * peak)
        f++;
    return f;
}

/* The first frame and the last one are silent. What begins later than the lead that every
 * clip has rises from that lead on, so that no pack begins harder than another. */
static void round_edges(Recording *recording, int32_t rise_frames)
{
    const int32_t frames = recording->frames, onset = onset_of(recording);
    const int32_t begin = onset > CLIP_LEAD_FRAMES ? onset - CLIP_LEAD_FRAMES : 0;
    const int32_t most = (frames - begin) / 2;
    const int32_t rise = rise_frames < most ? rise_frames : most;
    const int32_t fall = CLIP_EDGE_FRAMES < frames / 2 ? CLIP_EDGE_FRAMES : frames / 2;
    for (int32_t f = 0; f < begin + rise; f++)
        recording->samples[f] *= raised_cosine((float)(f - begin) / (float)rise);
    for (int32_t f = 0; f < fall; f++)
        recording->samples[frames - 1 - f] *= raised_cosine((float)f / (float)fall);
}

const char *clip_make(Recording *recording, ClipUse use, MixClip *clip)
{
    const double silent_lufs = -60;
    const ClipLevel *level = &levels[use];
    round_edges(recording, level->rise_frames);
    const Loudness loudness = loudness_of(recording->samples, recording->frames);
    if (loudness.loudest_lufs < silent_lufs)
        return "it is silent";
    int16_t *samples = malloc((size_t)recording->frames * sizeof *samples);
    if (samples == NULL)
        return strerror(ENOMEM);
    const float gain = gain_for(recording, level, loudness);
    for (int32_t f = 0; f < recording->frames; f++)
        samples[f] = (int16_t)lrintf(32767 * gain * recording->samples[f]);
    *clip = (MixClip){ samples, recording->frames };
    return NULL;
}

bool clip_open(const char *path, ClipUse use, MixClip *clip, Error *error)
{
    Recording recording;
    *clip = (MixClip){ .samples = NULL };
    if (!recording_open(path, LIMITS, &recording, error))
        return false;
    const char *problem = clip_make(&recording, use, clip);
    recording_close(&recording);
    if (problem != NULL)
        error_set(error, "%s cannot be used: %s", path, problem);
    return problem == NULL;
}

void clip_close(MixClip *clip)
{
    free((void *)clip->samples);
    *clip = (MixClip){ .samples = NULL };
}

int32_t clip_length_ms(const char *path, Error *error)
{
    int32_t length_ms;
    return recording_length_ms(path, LIMITS, &length_ms, error) ? length_ms : 0;
}
