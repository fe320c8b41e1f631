/* SPDX-License-Identifier: MIT */
/* recording.h -- a sound file as it was recorded: one channel of floats at 48 kHz.
 *
 * Reads what libsndfile reads (.opus, .ogg, .flac, .wav, .mp3), mixes its sides together
 * and resamples it. Levels nothing and cuts nothing; clip.h makes a cue of it. Files come
 * from anywhere: what is no plain file, too big, too long or broken is told in one
 * sentence. Blocks while the disk works. */
#ifndef LEEWAY_SOUND_RECORDING_H
#define LEEWAY_SOUND_RECORDING_H

#include "core/error.h"

#include <stdbool.h>
#include <stdint.h>

/* The most that is read; whoever asks knows what for. */
typedef struct RecordingLimits {
    int64_t bytes_max;
    int32_t seconds_max;
} RecordingLimits;

/* Closed by recording_close; zeroed it is nothing. */
typedef struct Recording {
    float *samples; /* none is infinite or no number */
    int32_t frames; /* at 48 kHz, at least 1 */
} Recording;

/* Reads all of a file. False with a sentence that names it; *recording is nothing then.
 */
bool recording_open(const char *path, RecordingLimits limits, Recording *recording,
                    Error *error);
void recording_close(Recording *recording);

/* How long it is, by what the file says of itself, without decoding it. False as above.
 */
bool recording_length_ms(const char *path, RecordingLimits limits, int32_t *length_ms,
                         Error *error);

#endif
