/* SPDX-License-Identifier: MIT */
#include "view/theme.h"

#include <math.h>

const Theme theme_night = {
    .name = "night",
    .colours = {
        [THEME_TOP] = 0x141B21,
        [THEME_BOTTOM] = 0x0E1318,
        [THEME_PANEL] = 0x1B242B,
        [THEME_TEXT] = 0xE8E6E1,
        [THEME_SECONDARY] = 0xB4BEC2,
        [THEME_OUTLINE] = 0x76858D,
        [THEME_RING] = 0x6B7C85,
        [THEME_RING_HOLD] = 0xC9D6D4,
        [THEME_ORB_EDGE] = 0x3F8088,
        [THEME_ORB_MIDDLE] = 0x6FA9AA,
        [THEME_ORB_CORE] = 0xA6CBC5,
        [THEME_FOCUS] = 0xF2D08A,
    },
};

double theme_light(uint32_t channel)
{
    const double coded = (double)channel / 255.0;
    return coded <= 0.04045 ? coded / 12.92 : pow((coded + 0.055) / 1.055, 2.4);
}

double theme_luminance(uint32_t colour)
{
    return 0.2126 * theme_light(colour >> 16 & 0xFF) +
           0.7152 * theme_light(colour >> 8 & 0xFF) + 0.0722 * theme_light(colour & 0xFF);
}

double theme_contrast(uint32_t a, uint32_t b)
{
    const double one = theme_luminance(a) + 0.05;
    const double other = theme_luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}
