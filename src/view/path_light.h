/* SPDX-License-Identifier: MIT */
/* path_light.h -- how much light the path of a body scan gives at a point.
 *
 * The line between the marks, a ring for each, the orb that is lit and the one that
 * fades. Nothing pulses. Lengths are pixels from the centre, y downwards. Arithmetic
 * alone: raster_path.c draws it. */
#ifndef LEEWAY_VIEW_PATH_LIGHT_H
#define LEEWAY_VIEW_PATH_LIGHT_H

#include "view/orb.h"

/* An orb that stands on the path. */
typedef struct PathOrb {
    bool is_there;
    double y_px, light; /* its own, 0 .. 1 */
    Orb orb;
} PathOrb;

/* A figure made ready for sampling: a value without pointers. */
typedef struct PathLight {
    double first, last_mark, last_place; /* in places */
    double step_px, mark_px, half_px;    /* radius of a mark; half of a line's width */
    double light;
    bool is_disc; /* in a theme of lines an orb is a disc */
    OrbColour line, disc;
    PathOrb orbs[2]; /* that fades, that is lit */
} PathLight;

PathLight path_light_make(const Figure *figure, const Theme *theme);
OrbSample path_light_at(const PathLight *path, double x_px, double y_px);

/* How far it reaches to the side, and upwards and downwards; 0 for nothing. */
double path_light_wide_px(const Figure *figure);
double path_light_high_px(const Figure *figure);

#endif
