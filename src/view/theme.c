/* SPDX-License-Identifier: MIT */
#include "view/theme.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

const Theme theme_night = {
    .name = "night",
    .says = "dark and even",
    .glow = 1.0,
    .rim = 0.18,
    .veil = 0.16,
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
        [THEME_FILL] = 0x6FA9AA,
        [THEME_FILL_MORE] = 0x8CBAB8,
        [THEME_FILL_HOLD] = 0xA6CBC5,
        [THEME_SELECTION] = 0x2B4A52,
    },
};

/* A light page takes the orb's edge whole: what made it shine at night makes it pale. */
const Theme theme_paper = {
    .name = "paper",
    .says = "light, like a page by day",
    .glow = 0.6,
    .bead = 1.4,
    .rim = 0.0,
    .veil = 0.0,
    .colours = {
        [THEME_TOP] = 0xF6F2EA,
        [THEME_BOTTOM] = 0xEEE9DF,
        [THEME_PANEL] = 0xFFFDF8,
        [THEME_TEXT] = 0x1F2529,
        [THEME_SECONDARY] = 0x414B53,
        [THEME_OUTLINE] = 0x75807F,
        [THEME_RING] = 0x6F7F80,
        [THEME_RING_HOLD] = 0x2F4A4E,
        [THEME_ORB_EDGE] = 0x2E7376,
        [THEME_ORB_MIDDLE] = 0x6FA5A3,
        [THEME_ORB_CORE] = 0xB9D6CF,
        [THEME_FOCUS] = 0x7A4300,
        [THEME_FILL] = 0x2E7376,
        [THEME_FILL_MORE] = 0x458687,
        [THEME_FILL_HOLD] = 0x2F4A4E,
        [THEME_SELECTION] = 0xBFDAD6,
    },
};

/* Black and white; yellow is focus and hold, and nothing else. */
const Theme theme_high_contrast = {
    .name = "contrast",
    .says = "white lines on black; the shape is a ring",
    .is_lines = true,
    .bead = 1.8,
    .colours = {
        [THEME_TOP] = 0x000000,
        [THEME_BOTTOM] = 0x000000,
        [THEME_PANEL] = 0x000000,
        [THEME_TEXT] = 0xFFFFFF,
        [THEME_SECONDARY] = 0xFFFFFF,
        [THEME_OUTLINE] = 0xFFFFFF,
        [THEME_RING] = 0xFFFFFF,
        [THEME_RING_HOLD] = 0xFFD400,
        [THEME_ORB_EDGE] = 0xFFFFFF,
        [THEME_ORB_MIDDLE] = 0xFFFFFF,
        [THEME_ORB_CORE] = 0xFFFFFF,
        [THEME_FOCUS] = 0xFFD400,
        [THEME_FILL] = 0xFFFFFF,
        [THEME_FILL_MORE] = 0xFFFFFF,
        [THEME_FILL_HOLD] = 0xFFD400,
        [THEME_SELECTION] = 0xFFFFFF,
    },
};

const Theme *const themes[] = { &theme_night, &theme_paper, &theme_high_contrast };
_Static_assert(sizeof themes / sizeof *themes == THEME_COUNT, "all of them");

const Theme *theme_find(const char *name)
{
    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(themes[i]->name, name) == 0)
            return themes[i];
    return NULL;
}

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
