/* SPDX-License-Identifier: MIT */
/* theme.h -- colours by name.
 *
 * Colours are 0xRRGGBB. Contrasts against the background: text at least 7:1, shapes and
 * outlines at least 3:1; a test computes them. No red in any theme. On a dark page no lit
 * surface is brighter than the orb's core; high contrast has lines instead. */
#ifndef LEEWAY_VIEW_THEME_H
#define LEEWAY_VIEW_THEME_H

#include <stdbool.h>
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
    THEME_FILL,      /* the part of a ring that is filled … */
    THEME_FILL_MORE, /* … by a second inhale … */
    THEME_FILL_HOLD, /* … in a hold */
    THEME_SELECTION, /* what is selected in a text */
    THEME_COLOUR_COUNT
} ThemeColour;

typedef struct Theme {
    const char *name, *says;
    /* Shapes are lines and tell nothing by what fills them: no glow, no light within. */
    bool is_lines;
    /* Of the orb's light: how strong the glow is, how much of it lies along the edge, how
     * much of the page shows through there. */
    double glow, rim, veil;
    /* Where the bead of a hold would be lost in what it runs on, it is this much larger
     * and the page shows round it; 0 for the bead that glows. */
    double bead;
    uint32_t colours[THEME_COLOUR_COUNT];
} Theme;

extern const Theme theme_night, theme_paper, theme_high_contrast;

/* All of them, night first. */
enum { THEME_COUNT = 3 };
extern const Theme *const themes[THEME_COUNT];

/* The theme of that name, or NULL. */
const Theme *theme_find(const char *name);

/* One channel, 0 .. 255, as linear light, 0 .. 1. */
double theme_light(uint32_t channel);

/* Relative luminance 0 .. 1 and contrast 1 .. 21 as WCAG 2.2 defines them. */
double theme_luminance(uint32_t colour);
double theme_contrast(uint32_t a, uint32_t b);

#endif
