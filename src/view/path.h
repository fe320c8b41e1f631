/* SPDX-License-Identifier: MIT */
/* path.h -- where the places of a body scan stand on their path, and how it is lit.
 *
 * A path is a thin upright line with a small ring for each place; the present one is an
 * orb. There are at most seven marks: of a longer route those nearest to the present
 * place, and the line fades where there is more. Names are laid out beside it by whoever
 * shows the path. Lengths are pixels from the path's centre, y downwards. Arithmetic
 * alone: raster_path.c draws it. */
#ifndef LEEWAY_VIEW_PATH_H
#define LEEWAY_VIEW_PATH_H

#include "view/orb.h"

enum { PATH_MARKS_MAX = 7, PATH_LIGHT_MS = 800 };

typedef struct Path {
    int32_t total; /* places of the route */
    int32_t count; /* marks there are at once */
    int32_t first; /* the place of the first mark */
    double step_px, orb_px, mark_px, stroke_px;
    double name_px; /* from the line to where a name begins */
} Path;

/* The path in a room so high (the ring's, 0.44 S, usually). Names need least_step_px from
 * one mark to the next: where seven do not have it, there are fewer. A present place of
 * -1 stands before the first, one of `total` behind the last. */
Path path_make(double room_px, double least_step_px, int32_t total, int32_t present);

/* How far below the centre a place has its mark; above it is negative. `first` is
 * path->first, or a number between while the path glides. */
double path_place_px(const Path *path, double first, int32_t place);

/* How much of that mark there is to see: 1 within the path, 0 one step outside. */
double path_place_light(const Path *path, double first, int32_t place);

/* How long the marks take to glide from one first place to another, so that they never
 * go faster than the edge of a breath; `first` on the way there. */
int32_t path_glide_ms(const Path *path, double from, double to);
double path_glide(double from, double to, double part);

/* Puts it into a figure, still and unlit, whose centre is set already. The places that
 * are lit or fading are then told by place, place_before and place_light. */
void path_show(const Path *path, Figure *figure);

#endif
