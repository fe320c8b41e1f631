/* SPDX-License-Identifier: MIT */
#include "sound/synth.h"

#include "sound/ramp.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#define TAU 6.28318530717958647692

enum { FRAMES_PER_MS = SYNTH_RATE_HZ / 1000 };

static Phasor phasor_at_rest(void)
{
    return (Phasor){ .re = 1, .turn_re = 1 };
}

/* decay is the share of its size that the phasor keeps from frame to frame. */
static void phasor_tune(Phasor *phasor, double hz, double decay)
{
    phasor->turn_re = decay * cos(TAU * hz / SYNTH_RATE_HZ);
    phasor->turn_im = decay * sin(TAU * hz / SYNTH_RATE_HZ);
}

static void phasor_turn(Phasor *phasor)
{
    const double re = phasor->re * phasor->turn_re - phasor->im * phasor->turn_im;
    phasor->im = phasor->re * phasor->turn_im + phasor->im * phasor->turn_re;
    phasor->re = re;
}

/* ---- tones ---- */

/* All of them belong to one chord of G with the bowl's fundamental at its foot: the
 * breath rises by a fourth and comes down to the foot; holds stand still between. */
static const ToneShape tone_shapes[BREATH_PHASE_COUNT] = {
    [BREATH_IN] = { .from_hz = 293.66f,
                    .to_hz = 392.0f,
                    .glide_ms = 900,
                    .length_ms = 1900,
                    .pulses = 1,
                    .apart_ms = 1900,
                    .gain = 0.045f },
    [BREATH_TOP_UP] = { .from_hz = 493.88f,
                        .to_hz = 493.88f,
                        .length_ms = 800,
                        .pulses = 1,
                        .apart_ms = 800,
                        .gain = 0.044f },
    [BREATH_HOLD_FULL] = { .from_hz = 329.63f,
                           .to_hz = 329.63f,
                           .length_ms = 560,
                           .pulses = 2,
                           .apart_ms = 620,
                           .gain = 0.046f },
    [BREATH_OUT] = { .from_hz = 246.94f,
                     .to_hz = 196.0f,
                     .glide_ms = 1400,
                     .length_ms = 3200,
                     .pulses = 1,
                     .apart_ms = 3200,
                     .gain = 0.047f },
    [BREATH_HOLD_EMPTY] = { .from_hz = 220.0f,
                            .to_hz = 220.0f,
                            .length_ms = 560,
                            .pulses = 2,
                            .apart_ms = 620,
                            .gain = 0.050f },
};

const ToneShape *tone_shape_of(BreathPhase phase)
{
    assert(phase >= 0 && phase < BREATH_PHASE_COUNT);
    return &tone_shapes[phase];
}

void tone_start(Tone *tone, const ToneShape *shape)
{
    assert(shape->apart_ms >= shape->length_ms);
    *tone = (Tone){ .shape = shape };
}

/* Takes away what rounding did to its size. */
static void phasor_trim(Phasor *phasor)
{
    const double size = hypot(phasor->re, phasor->im);
    phasor->re /= size;
    phasor->im /= size;
}

/* Sets the pitch for the next stretch of the grid. */
static void tone_tune(Tone *tone, int32_t into_frames)
{
    /* What is beside the centre is a little sharp: it widens the tone and lets it
     * breathe, and is gone when both sides are heard as one. */
    const double sharp = 1.0012;
    const ToneShape *shape = tone->shape;
    if (into_frames == 0)
        tone->centre = tone->side = phasor_at_rest();
    const float glide_frames = (float)(shape->glide_ms * FRAMES_PER_MS);
    const float way =
        glide_frames > 0 ? raised_cosine((float)into_frames / glide_frames) : 1;
    const double hz = shape->from_hz * pow(shape->to_hz / shape->from_hz, way);
    phasor_trim(&tone->centre);
    phasor_trim(&tone->side);
    phasor_tune(&tone->centre, hz, 1);
    phasor_tune(&tone->side, hz * sharp, 1);
}

/* A slow rise and a long fall: 10 to 90 % of the rise take three fifths of the attack. */
static float tone_swell(const ToneShape *shape, int32_t into_frames)
{
    const float attack_frames = 120 * FRAMES_PER_MS;
    const float length_frames = (float)(shape->length_ms * FRAMES_PER_MS);
    const float at = (float)into_frames;
    if (at < attack_frames)
        return raised_cosine(at / attack_frames);
    return 1 - raised_cosine((at - attack_frames) / (length_frames - attack_frames));
}

void tone_next(Tone *tone, float *left, float *right)
{
    const ToneShape *shape = tone->shape;
    *left = *right = 0;
    if (shape == NULL)
        return;
    const int32_t into = tone->age_frames % (shape->apart_ms * FRAMES_PER_MS);
    if (++tone->age_frames >= shape->pulses * shape->apart_ms * FRAMES_PER_MS)
        tone->shape = NULL;
    if (into >= shape->length_ms * FRAMES_PER_MS)
        return;
    if (into % SYNTH_GRID_FRAMES == 0)
        tone_tune(tone, into);
    phasor_turn(&tone->centre);
    phasor_turn(&tone->side);
    /* The partials, from the sines of twice and three times the angle, swell later and
     * leave earlier than the tone: it opens and closes like a vowel. */
    const float sine = (float)tone->centre.im, cosine = (float)tone->centre.re;
    const float swell = tone_swell(shape, into + 1);
    const float second = 2 * sine * cosine, third = sine * (3 - 4 * sine * sine);
    const float middle = sine + swell * (0.20f * second + 0.06f * third);
    const float beside = 0.22f * swell * (float)tone->side.im;
    *left = shape->gain * swell * (middle + beside);
    *right = shape->gain * swell * (middle - beside);
}

/* ---- bowl ---- */

/* Ratios of the modes of a bowl that was measured (Essl and Cook, ICMC 2002): they come
 * in pairs that beat slowly. How long they ring is chosen. */
const BowlShape bowl_singing = {
    .hz = 196.0,
    .gain = 0.13,
    .attack_ms = 100,
    .mode_count = BOWL_MODES,
    .modes = { { 0.996108, 0.50, 14.0 },
               { 1.003892, 0.42, 13.0 },
               { 2.979178, 0.20, 9.0 },
               { 2.993298, 0.17, 8.5 },
               { 5.704452, 0.075, 5.0 },
               { 5.7187, 0.06, 4.8 },
               { 8.998200, 0.020, 3.0 },
               { 9.015497, 0.017, 2.9 },
               { 12.807382, 0.006, 1.8 },
               { 12.83303, 0.005, 1.7 } },
};

void bowl_strike(Bowl *bowl)
{
    bowl_ring(bowl, &bowl_singing);
}

void bowl_ring(Bowl *bowl, const BowlShape *shape)
{
    const double ended = 1e-10; /* -100 dB below the strike, as power */
    *bowl = (Bowl){ .is_on = true,
                    .attack_frames = shape->attack_ms * FRAMES_PER_MS,
                    .ended = ended * shape->gain * shape->gain };
    for (int m = 0; m < shape->mode_count; m++) {
        const double fall_frames = shape->modes[m].fall_s * SYNTH_RATE_HZ;
        bowl->modes[m].re = shape->gain * shape->modes[m].amplitude;
        phasor_tune(&bowl->modes[m], shape->hz * shape->modes[m].ratio,
                    pow(10.0, -3.0 / fall_frames));
    }
}

void bowl_next(Bowl *bowl, float *left, float *right)
{
    const double wide = 0.62, narrow = 0.38;
    *left = *right = 0;
    if (!bowl->is_on)
        return;
    double even = 0, odd = 0;
    for (int m = 0; m < BOWL_MODES; m += 2) {
        phasor_turn(&bowl->modes[m]);
        phasor_turn(&bowl->modes[m + 1]);
        even += bowl->modes[m].im;
        odd += bowl->modes[m + 1].im;
    }
    const float rise =
        raised_cosine((float)++bowl->age_frames / (float)bowl->attack_frames);
    *left = rise * (float)(wide * even + narrow * odd);
    *right = rise * (float)(narrow * even + wide * odd);
    const Phasor *longest = &bowl->modes[0];
    bowl->is_on = longest->re * longest->re + longest->im * longest->im > bowl->ended;
}

/* ---- sea ---- */

/* xorshift64* (Vigna 2016): its period is millions of years of sound. */
static uint32_t random_next(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (uint32_t)((*seed * UINT64_C(2685821657736338717)) >> 32);
}

float noise_even(uint64_t *seed)
{
    return (float)(int32_t)random_next(seed) / 2147483648.0f;
}

/* The sum of four 16-bit numbers. */
float noise_round(uint64_t *seed)
{
    const uint32_t a = random_next(seed), b = random_next(seed);
    const uint32_t sum = (a & 0xffff) + (a >> 16) + (b & 0xffff) + (b >> 16);
    return ((float)sum - 131070.0f) / 65535.0f;
}

/* Paul Kellet's filter: 3 dB less in each octave, within 0.05 dB above 9 Hz. */
float noise_next(Noise *noise)
{
    static const float keep[6] = { 0.99886f, 0.99332f, 0.96900f,
                                   0.86650f, 0.55000f, -0.7616f };
    static const float take[6] = { 0.0555179f, 0.0750759f, 0.1538520f,
                                   0.3104856f, 0.5329522f, -0.0168980f };
    const float white = noise_round(&noise->seed);
    float pink = noise->last + 0.5362f * white;
    for (int r = 0; r < 6; r++) {
        noise->rows[r] = keep[r] * noise->rows[r] + take[r] * white;
        pink += noise->rows[r];
    }
    noise->last = 0.115926f * white;
    return 0.11f * pink;
}

/* Small speakers are silent below 300 Hz, so the sea never closes further than that, and
 * an empty breath is 12 dB softer than a full one, not silent. */
static const float SEA_EMPTY_HZ = 320.0f, SEA_FULL_HZ = 1250.0f, SEA_FLOOR_DB = -9.0f;

void sea_init(Sea *sea)
{
    memset(sea, 0, sizeof *sea);
    sea->seed = UINT64_C(0x1ee3a7);
    sea->sides[0].noise.seed = UINT64_C(0x5ea51de5);
    sea->sides[1].noise.seed = UINT64_C(0xfa45402e);
    sea->cutoff_hz = SEA_EMPTY_HZ;
}

void sea_control(Sea *sea, float fullness)
{
    /* Waves of some seconds, a tenth up or down. */
    sea->swell_aim = 0.9995f * (sea->swell_aim + 0.0066f * noise_even(&sea->seed));
    sea->swell += 0.001f * (sea->swell_aim - sea->swell);
    const float open = 1 + sea->swell;
    const float cutoff = SEA_EMPTY_HZ * powf(SEA_FULL_HZ / SEA_EMPTY_HZ, fullness) * open;
    const float gain = powf(10.0f, SEA_FLOOR_DB / 20 * (1 - fullness)) * open;
    sea->cutoff_step = (cutoff - sea->cutoff_hz) / SYNTH_GRID_FRAMES;
    sea->gain_step = (gain - sea->gain) / SYNTH_GRID_FRAMES;
    sea->at_frames = 0;
}

/* A trapezoidal state-variable filter, which stays stable while it is swept. */
static void sea_tune(Sea *sea)
{
    const float resonance = 0.55f;
    const float g = tanf((float)(TAU / 2) * sea->cutoff_hz / SYNTH_RATE_HZ);
    sea->weights[0] = 1 / (1 + g * (g + 1 / resonance));
    sea->weights[1] = g * sea->weights[0];
    sea->weights[2] = g * sea->weights[1];
}

static float side_next(SeaSide *side, const float weights[3])
{
    const float in = noise_next(&side->noise) - side->low;
    const float band = weights[0] * side->band + weights[1] * in;
    const float low = side->low + weights[1] * side->band + weights[2] * in;
    side->band = 2 * band - side->band;
    side->low = 2 * low - side->low;
    /* One pole at 60 Hz: what lies below shakes a speaker and is heard as nothing. */
    const float keep = 0.992177f;
    side->above = keep * (side->above + low - side->still);
    side->still = low;
    return side->above;
}

void sea_next(Sea *sea, float *left, float *right)
{
    enum { TUNE_FRAMES = 8 };
    const float level = 0.19f;
    sea->cutoff_hz += sea->cutoff_step;
    sea->gain += sea->gain_step;
    if (sea->at_frames++ % TUNE_FRAMES == 0)
        sea_tune(sea);
    *left = level * sea->gain * side_next(&sea->sides[0], sea->weights);
    *right = level * sea->gain * side_next(&sea->sides[1], sea->weights);
}
