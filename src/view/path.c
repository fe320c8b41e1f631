/* SPDX-License-Identifier: MIT */
#include "view/path.h"

#include <math.h>

#define PI 3.14159265358979323846

/* Of S, where the room is the ring's. */
#define STEP_MOST 0.115
#define SPAN 0.34 /* from the first mark to the last */
#define ORB 0.072
#define MARK 0.024
#define NAME 0.065
#define STROKE 0.0021
#define STROKE_LEAST 1.2 /* pixels */

/* The edge of a breath goes so far in a second: 25 % of the mean diameter, half of it to
 * each side. */
#define EDGE (FIGURE_GROWTH_MAX / 2 * FIGURE_RING * (1 + 1 / FIGURE_RATIO_MAX) / 2)

static int32_t limited(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* How many marks have room; an odd number of a longer route, so that the present place
 * can stand in the middle. */
static int32_t marks_for(double span_px, double least_step_px, int32_t total)
{
    const double room = least_step_px > 0 ? span_px / least_step_px : PATH_MARKS_MAX;
    const int32_t most = 1 + (int32_t)fmin(room, PATH_MARKS_MAX - 1);
    return total <= most ? total : most - (most + 1) % 2;
}

Path path_make(double room_px, double least_step_px, int32_t total, int32_t present)
{
    const double side_px = room_px / FIGURE_RING;
    const int32_t count = marks_for(SPAN * side_px, least_step_px, total);
    const double step = count > 1 ? fmin(STEP_MOST, SPAN / (count - 1)) : STEP_MOST;
    return (Path){
        .total = total,
        .count = count,
        .first = limited(present - count / 2, 0, total - count),
        .step_px = step * side_px,
        .orb_px = ORB * side_px,
        .mark_px = MARK * side_px,
        .stroke_px = fmax(STROKE * side_px, STROKE_LEAST),
        .name_px = NAME * side_px,
    };
}

double path_place_px(const Path *path, double first, int32_t place)
{
    return (place - first - (path->count - 1) / 2.0) * path->step_px;
}

double path_place_light(const Path *path, double first, int32_t place)
{
    const double at = place - first, last = path->count - 1;
    const double outside = fmax(-at, at - last);
    return place < 0 || place >= path->total ? 0 : 1 - fmin(fmax(outside, 0), 1);
}

int32_t path_glide_ms(const Path *path, double from, double to)
{
    const double way_px = fabs(to - from) * path->step_px;
    const double most_px = EDGE * path->orb_px / ORB; /* a second */
    return most_px > 0 ? (int32_t)ceil(1000 * PI / 2 * way_px / most_px) : 0;
}

double path_glide(double from, double to, double part)
{
    return from + (to - from) * breath_eased(fmin(fmax(part, 0), 1));
}

void path_show(const Path *path, Figure *figure)
{
    figure->kind = FIGURE_PATH;
    figure->orb_px = figure->ring_px = figure->ring_stroke_px = 0;
    figure->place_total = path->total;
    figure->place_count = path->count;
    figure->place_first = path->first;
    figure->place = figure->place_before = -1;
    figure->place_light = 0;
    figure->place_step_px = path->step_px;
    figure->place_orb_px = path->orb_px;
    figure->place_mark_px = path->mark_px;
    figure->place_stroke_px = path->stroke_px;
}
