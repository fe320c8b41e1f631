/* SPDX-License-Identifier: MIT */
/* cut.h -- where in one recording each of its lines is said.
 *
 * Somebody read a list of lines aloud, with a pause after each, and perhaps breathed,
 * coughed, said a line twice or left one out. What is heard is told apart into pieces
 * against the noise of this very recording, and the pieces are laid on the lines by their
 * order and by how long each line takes. No words are understood: where another way to
 * lay them would be nearly as good, a line is doubtful. Pure: samples in, cuts out, no
 * files. 48 kHz, one channel; any thread, some hundred times faster than the sound. */
#ifndef LEEWAY_SOUND_CUT_H
#define LEEWAY_SOUND_CUT_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CUT_RATE = 48000,
    CUT_LINES_MAX = 128,
    CUT_LENGTH_MAX_MS = 1800000, /* of a recording: 30 minutes */
    CUT_CLIP_MIN_MS = 200,
    CUT_CLIP_MAX_MS = 60000,
    CUT_STEP_MS = 20 /* that a cut moves by one press */
};

/* Not owned. */
typedef struct CutSound {
    const int16_t *samples;
    int64_t count;
} CutSound;

typedef enum CutState {
    CUT_MISSING, /* not heard */
    CUT_SURE,
    CUT_DOUBTFUL /* heard here, but perhaps elsewhere */
} CutState;

/* Where a line is said. Zeroed: it was not heard. */
typedef struct CutClip {
    CutState state;
    int32_t times; /* how often it was said; the last time counts */
    int32_t from_ms, to_ms;
    bool is_left_out; /* by the person */
} CutClip;

typedef struct CutCount {
    int32_t found, missing, doubtful, doubled;
} CutCount;

/* Finds the lines. expected_ms[i] is how long line i takes by anybody's tongue: the
 * proportions count, and the speed as far as nobody reads at half of it. Returns how many
 * were found, or -1 when there is no memory left. Asserts 1 .. CUT_LINES_MAX lines, of
 * more than no length. */
int32_t cut_lines(CutSound sound, const int32_t expected_ms[], int32_t line_count,
                  CutClip clips[]);

CutCount cut_count(const CutClip clips[], int32_t line_count);

/* What there is to say about a clip: "said twice, the second time counts"; "" for
 * nothing. Static. */
const char *cut_note(const CutClip *clip);

/* The clip with its begin or its end moved, never past the other or the sound's ends. */
CutClip cut_move_begin(CutClip clip, int32_t by_ms);
CutClip cut_move_end(CutSound sound, CutClip clip, int32_t by_ms);

/* Whether the clip is to be kept. */
bool cut_is_kept(const CutClip *clip);

/* How many samples the clip has; copies them, with an edge of a few milliseconds faded,
 * into out[0 .. cut_samples - 1]. Asserts a clip that is not missing. */
int64_t cut_samples(const CutClip *clip);
void cut_take(CutSound sound, const CutClip *clip, float out[]);

#endif
