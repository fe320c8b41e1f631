/* SPDX-License-Identifier: MIT */
/* synth.h -- what Leeway's sounds are made of: soft tones, a bowl, a far sea.
 *
 * Generators that add stereo frames at 48 kHz into a buffer. They are not scheduled here:
 * mix knows when, these know how. The same calls give the same samples, however the
 * frames are cut into blocks; noise is seeded and never loops. No attack is shorter than
 * 50 ms: quick onsets startle (Blumenthal; see HACKING.md, "Sound"). Zeroed: silent. */
#ifndef LEEWAY_SOUND_SYNTH_H
#define LEEWAY_SOUND_SYNTH_H

#include "core/breath.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    SYNTH_RATE_HZ = 48000,
    SYNTH_GRID_FRAMES = 64, /* control values move on this grid */
    BOWL_MODES = 10
};

/* A sine that turns: its angle moves by a rotation each frame. */
typedef struct Phasor {
    double re, im, turn_re, turn_im;
} Phasor;

/* One soft tone or two equal ones: how a turn of the breath sounds. */
typedef struct ToneShape {
    float from_hz, to_hz; /* glides within glide_ms, then stands */
    int32_t glide_ms;
    int32_t length_ms; /* of one tone, from its first frame to its last */
    int32_t pulses;
    int32_t apart_ms; /* from one pulse's start to the next, at least length_ms */
    float gain;
} ToneShape;

typedef struct Tone {
    const ToneShape *shape; /* NULL: silent */
    int32_t age_frames;
    Phasor centre, side;
} Tone;

/* The tone that tells a phase of the breath from the others with closed eyes: by its
 * pitch, its number and its length. */
const ToneShape *tone_shape_of(BreathPhase phase);

void tone_start(Tone *tone, const ToneShape *shape);

/* Writes (not adds) one frame; both 0 when the tone is over. */
void tone_next(Tone *tone, float *left, float *right);

/* One way in which something that was struck swings. */
typedef struct BowlMode {
    double ratio, amplitude;
    double fall_s; /* to fall by 60 dB */
} BowlMode;

/* What is struck; its first mode rings longest. */
typedef struct BowlShape {
    double hz, gain;
    int32_t attack_ms;
    int32_t mode_count;
    BowlMode modes[BOWL_MODES];
} BowlShape;

/* A singing bowl, or what else rings, touched with something soft. */
typedef struct Bowl {
    bool is_on; /* until it has died down to -100 dB */
    int32_t age_frames, attack_frames;
    double ended; /* the power it has then */
    Phasor modes[BOWL_MODES];
} Bowl;

extern const BowlShape bowl_singing;

/* The bowl under a last exhale; any other shape. */
void bowl_strike(Bowl *bowl);
void bowl_ring(Bowl *bowl, const BowlShape *shape);

/* Writes one frame; both 0 when the bowl has died down. */
void bowl_next(Bowl *bowl, float *left, float *right);

/* Pink noise: equal power in every octave. */
typedef struct Noise {
    uint64_t seed; /* never 0 */
    float rows[6];
    float last;
} Noise;

/* A random number -1 .. 1, even; about Gaussian, with a deviation of 0.58; pink. */
float noise_even(uint64_t *seed);
float noise_round(uint64_t *seed);
float noise_next(Noise *noise);

/* One side of the sea: noise through a low-pass that opens and closes. */
typedef struct SeaSide {
    Noise noise;
    float band, low;    /* state of the low-pass */
    float still, above; /* state of the high-pass that takes the rumble away */
} SeaSide;

/* A far, slow sea that rises and falls with the lungs. */
typedef struct Sea {
    SeaSide sides[2];
    uint64_t seed;
    float swell, swell_aim;       /* a slow drift of both, about a tenth */
    float cutoff_hz, cutoff_step; /* per frame, towards the next point of the grid */
    float gain, gain_step;
    int32_t at_frames; /* since sea_control */
    float weights[3];  /* of the low-pass, for both sides */
} Sea;

void sea_init(Sea *sea);

/* Where the sound is to be at the next point of the grid: fullness 0 empty .. 1 full.
 * Call it every SYNTH_GRID_FRAMES frames. */
void sea_control(Sea *sea, float fullness);

/* Writes one frame; its loudness is the default of a bed at gain 1. */
void sea_next(Sea *sea, float *left, float *right);

#endif
