/* SPDX-License-Identifier: MIT */
#include "sound/bells.h"

#include <assert.h>
#include <math.h>

static const BellManner manners[BELL_MANNERS] = {
    [PLAN_BELL_OPEN] = { .fall = 1, .attack_ms = 60 },
    [PLAN_BELL_INTERVAL] = { .fall = 1, .attack_ms = 60 },
    [PLAN_BELL_CLOSE] = { .fall = 1, .least_s = 9, .attack_ms = 1800 },
    [PLAN_BELL_MARK] = { .fall = 0.25, .least_s = 0.9, .attack_ms = 150 },
    [BELL_CAPTION] = { .fall = 0.3, .least_s = 0.9, .attack_ms = 100 },
};

/* Measured, so that the loudest 400 ms lie at -25.5 LUFS for bells of a sit, a little
 * lower for the one that closes, at -31 with a caption and at -35 for a mark. */
static const double gains_db[][BELL_MANNERS] = {
    [MIX_BELL_BOWL] = { 3.6, 3.6, 7.4, -0.9, 1.2 },
    [MIX_BELL_BELL] = { 1.9, 1.9, 10.7, -2.0, -0.1 },
    [MIX_BELL_WOOD] = { -3.4, -3.4, -3.8, -8.9, -6.9 },
};

/* The bell is a small one of bronze: hum, prime, tierce, quint, nominal as bell founders
 * name them, each as a pair that beats. The wood is a soft block, low, of a bar's modes
 * (1 : 2.76 : 5.40), with nothing hard in it. */
static const BowlShape shapes[] = {
    [MIX_BELL_BELL] = { .hz = 392.0,
                        .gain = 0.150,
                        .mode_count = 10,
                        .modes = { { 0.4990, 0.22, 12.0 },
                                   { 0.5010, 0.20, 11.5 },
                                   { 0.9985, 0.42, 8.0 },
                                   { 1.0015, 0.38, 7.6 },
                                   { 1.1880, 0.16, 6.0 },
                                   { 1.1900, 0.14, 5.8 },
                                   { 1.5000, 0.08, 4.0 },
                                   { 1.5030, 0.06, 3.9 },
                                   { 2.0000, 0.10, 3.0 },
                                   { 2.0050, 0.08, 2.9 } } },
    [MIX_BELL_WOOD] = { .hz = 174.61,
                        .gain = 0.60,
                        .mode_count = 4,
                        .modes = { { 1.0, 0.60, 0.9 },
                                   { 1.004, 0.40, 0.8 },
                                   { 2.756, 0.16, 0.4 },
                                   { 5.404, 0.04, 0.2 } } },
};

const BellManner *bell_manner(int32_t which)
{
    assert(which >= 0 && which < BELL_MANNERS);
    return &manners[which];
}

void bell_strike(Bowl *bowl, MixBell sound, int32_t which)
{
    const MixBell made = sound == MIX_BELL_OWN ? MIX_BELL_BOWL : sound;
    const BellManner *manner = bell_manner(which);
    BowlShape shape = made == MIX_BELL_BOWL ? bowl_singing : shapes[made];
    const double least = manner->least_s / shape.modes[0].fall_s;
    shape.gain *= pow(10.0, gains_db[made][which] / 20);
    shape.attack_ms = manner->attack_ms;
    for (int32_t m = 0; m < shape.mode_count; m++)
        shape.modes[m].fall_s *= fmax(manner->fall, least);
    bowl_ring(bowl, &shape);
}
