/* SPDX-License-Identifier: MIT */
#include "sound/beds.h"

#include <string.h>

void beds_init(Beds *beds)
{
    memset(beds, 0, sizeof *beds);
    sea_init(&beds->sea);
    rain_init(&beds->rain);
    low_noise_init(&beds->low_noise);
}

void beds_choose(Beds *beds, MixBed bed, int32_t frames)
{
    if (bed == beds->chosen)
        return;
    beds->chosen = bed;
    for (int b = MIX_BED_NONE + 1; b < MIX_BED_COUNT; b++)
        if (b == (int)bed)
            ramp_to(&beds->gains[b], 1, frames);
        else if (frames == 0)
            ramp_to(&beds->gains[b], 0, 0);
        else
            ramp_end(&beds->gains[b], frames);
}

void beds_control(Beds *beds, float fullness, bool is_open)
{
    for (int b = MIX_BED_NONE + 1; b < MIX_BED_COUNT; b++)
        beds->is_heard[b] = is_open && !ramp_rests_at(&beds->gains[b], 0);
    if (beds->is_heard[MIX_BED_OCEAN])
        sea_control(&beds->sea, fullness);
}

static void bed_next(Beds *beds, MixBed bed, float *left, float *right)
{
    switch (bed) {
    case MIX_BED_OCEAN: sea_next(&beds->sea, left, right); break;
    case MIX_BED_RAIN: rain_next(&beds->rain, left, right); break;
    case MIX_BED_BROWN: low_noise_next(&beds->low_noise, left, right); break;
    default: *left = *right = 0; break;
    }
}

void beds_next(Beds *beds, float *left, float *right)
{
    *left = *right = 0;
    for (int b = MIX_BED_NONE + 1; b < MIX_BED_COUNT; b++) {
        const float gain = ramp_next(&beds->gains[b]);
        if (!beds->is_heard[b])
            continue;
        float one, other;
        bed_next(beds, (MixBed)b, &one, &other);
        *left += gain * one;
        *right += gain * other;
    }
}
