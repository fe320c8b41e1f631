/* SPDX-License-Identifier: MIT */
/* cut_pieces.h -- what is heard in a recording: pieces of sound between silences.
 *
 * Part of cut.c; nobody else includes this. A piece is told from the noise of its own
 * recording, with hysteresis, and told apart: a voice has a pitch, a breath, a cough or a
 * knock has none. Times are frames of 10 ms. */
#ifndef LEEWAY_SOUND_CUT_PIECES_H
#define LEEWAY_SOUND_CUT_PIECES_H

#include "sound/cut.h"

enum { CUT_FRAME_MS = 10, CUT_FRAME = CUT_RATE / 1000 * CUT_FRAME_MS };

typedef struct CutPiece {
    int32_t from, to; /* frames, half-open */
    int32_t voiced;   /* of its frames */
    bool is_noise;    /* a breath, a cough, a knock: no words */
} CutPiece;

typedef struct CutHeard {
    int32_t frame_count;
    float *level_db; /* of what a voice is made of, below 3 kHz, for each frame … */
    float *edge_db;  /* … with the high end foremost, where an "s" is … */
    float *deep_db;  /* … and with the low end, by which vowels differ */
    uint8_t *is_voiced;
    int32_t count;
    CutPiece *pieces;
} CutHeard;

/* Listens to all of it. False when there is no memory left; then nothing is owned. */
bool cut_heard_open(CutHeard *heard, CutSound sound);
void cut_heard_close(CutHeard *heard);

/* Of so many longest pauses between words the one in the middle, in frames; 0 where there
 * is none, -1 when there is no memory left. As many as lie between the lines tell lines
 * from commas, for a slow reader and a quick one. */
int32_t cut_usual_pause(const CutHeard *heard, int32_t most);

/* How much two stretches sound like the same words, 0 .. 1. */
double cut_likeness(const CutHeard *heard, int32_t from, int32_t to, int32_t other_from,
                    int32_t other_to);

#endif
