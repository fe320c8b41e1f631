/* SPDX-License-Identifier: MIT */
/* orb.h -- how much light a figure gives at a distance from its centre.
 *
 * Orb, glow and ring are concentric, so all of them together are one function of the
 * distance; raster_figure tabulates it once a frame. The bead, which is not concentric,
 * does not live here. Lengths are pixels, light is 0 .. 255 as it is coded in sRGB. */
#ifndef LEEWAY_VIEW_ORB_H
#define LEEWAY_VIEW_ORB_H

#include "view/figure.h"
#include "view/theme.h"

/* Relative luminance that the core never passes, unless the page itself is brighter. */
#define ORB_LUMINANCE_MAX 0.55

/* In a theme of lines the orb is a ring of so many points, and has no glow. */
#define ORB_LINE 10.0

enum { ORB_SHADES = 65 };

typedef struct OrbColour {
    double red, green, blue;
} OrbColour;

/* What there is to see at a distance: light, and the part of the background that is left
 * to add to it. */
typedef struct OrbSample {
    OrbColour light;
    double behind; /* 0 .. 1 */
} OrbSample;

/* A figure made ready for sampling: a value without pointers. */
typedef struct Orb {
    double radius_px, feather_px, reach_px;
    double ring_px, stroke_px; /* radius of the ring's middle line */
    double ring_alpha;
    double light;
    double open;            /* how far the light has opened with the breath, 0 .. 1 */
    double line_px;         /* 0, or the orb is only a line of this width */
    double glow, rim, veil; /* of the theme */
    OrbColour ring, line;
    OrbSample mist;               /* the same all over the orb, under its body */
    OrbColour shades[ORB_SHADES]; /* from the edge's colour to the core's */
} Orb;

Orb orb_make(const Figure *figure, const Theme *theme);
OrbSample orb_at(const Orb *orb, double distance_px);

/* A colour 0xRRGGBB as light; and more light laid over what there is. */
OrbColour orb_colour(uint32_t hex);
void orb_lay(OrbSample *sample, OrbColour colour, double alpha);

/* Where orb, glow and ring have ended; 0 when there is nothing to see. */
double orb_reach_px(const Figure *figure);

#endif
