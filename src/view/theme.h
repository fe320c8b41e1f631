/* SPDX-License-Identifier: MIT */
/* theme.h -- colours by name.
 *
 * Colours are 0xRRGGBB. Contrasts against the background: text at least 7:1, shapes and
 * outlines at least 3:1; a test computes them. No red in any theme. */
#ifndef LEEWAY_VIEW_THEME_H
#define LEEWAY_VIEW_THEME_H

#include <stdint.h>

typedef enum ThemeColour {
    THEME_TOP,    /* background, above */
    THEME_BOTTOM, /* background, below, where the words are */
    THEME_PANEL,
    THEME_TEXT,
    THEME_SECONDARY,
    THEME_OUTLINE,
    THEME_RING,
    THEME_RING_HOLD,
    THEME_ORB_EDGE,
    THEME_ORB_MIDDLE,
    THEME_ORB_CORE,
    THEME_FOCUS,
    THEME_COLOUR_COUNT
} ThemeColour;

typedef struct Theme {
    const char *name;
    uint32_t colours[THEME_COLOUR_COUNT];
} Theme;

extern const Theme theme_night;

/* One channel, 0 .. 255, as linear light, 0 .. 1. */
double theme_light(uint32_t channel);

/* Relative luminance 0 .. 1 and contrast 1 .. 21 as WCAG 2.2 defines them. */
double theme_luminance(uint32_t colour);
double theme_contrast(uint32_t a, uint32_t b);

#endif
