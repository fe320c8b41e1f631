/* SPDX-License-Identifier: MIT */
#include "view/figure.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

/* Under cosine easing over T seconds the diameter moves fastest half way, at pi / 2T of
 * the whole way; so 25 % of the mean diameter a second allows a way of 0.159 T of it. */
static const double WAY_PER_SECOND = 0.159;

/* The size of an empty breath, as a part of S: the same for every pattern, so that a
 * change of pattern never makes the shape jump. */
static const double EMPTY = FIGURE_RING / FIGURE_RATIO_MAX;

const char *const figure_names[] = {
    [FIGURE_ORB] = "orb",   [FIGURE_FILLING] = "ring", [FIGURE_WORDS] = "words",
    [FIGURE_PATH] = "path", [FIGURE_BODY] = "body",
};
_Static_assert(sizeof figure_names / sizeof *figure_names == FIGURE_KIND_COUNT,
               "a name for each");

const char *const figure_says[] = {
    [FIGURE_ORB] = "a round shape that grows and shrinks inside a still ring",
    [FIGURE_FILLING] = "a still ring that fills from below and empties",
    [FIGURE_WORDS] = "the word alone",
    [FIGURE_PATH] = "of a body scan: a line with a mark for each place",
    [FIGURE_BODY] = "of a body scan: an outline, the present place softly lit",
};
_Static_assert(sizeof figure_says / sizeof *figure_says == FIGURE_KIND_COUNT,
               "a line for each");

const FigureKind figure_breath_kinds[] = { FIGURE_ORB, FIGURE_FILLING, FIGURE_WORDS };
const char *const figure_breath_names[] = { "orb", "ring", "words", NULL };

const FigureKind figure_scan_kinds[] = { FIGURE_PATH, FIGURE_BODY, FIGURE_WORDS };
const char *const figure_scan_names[] = { "path", "body", "words", NULL };

FigureKind figure_of_scan(const char *name)
{
    for (int i = 0; i < FIGURE_SCAN_COUNT; i++)
        if (strcmp(name, figure_scan_names[i]) == 0)
            return figure_scan_kinds[i];
    return figure_scan_kinds[0];
}

static double shortest_move_s(const BreathPattern *pattern)
{
    const double inhale_ms =
        (double)pattern->phase_ms[BREATH_IN] + pattern->phase_ms[BREATH_TOP_UP];
    const double exhale_ms = pattern->phase_ms[BREATH_OUT];
    return fmin(inhale_ms, exhale_ms) / 1000.0;
}

double figure_px(const Figure *figure, double points)
{
    return figure->density > 0 ? points * figure->density : points;
}

double figure_ratio(const BreathPattern *pattern)
{
    const double way = WAY_PER_SECOND * shortest_move_s(pattern);
    const double way_max = 2 * (FIGURE_RATIO_MAX - 1) / (FIGURE_RATIO_MAX + 1);
    if (way >= way_max)
        return FIGURE_RATIO_MAX;
    return (1 + way / 2) / (1 - way / 2);
}

double figure_filled(const BreathPattern *pattern, double fullness)
{
    const double part = fmin(fmax(fullness, 0), 1);
    return part * (figure_ratio(pattern) - 1) / (FIGURE_RATIO_MAX - 1);
}

double figure_orb(const BreathPattern *pattern, double fullness)
{
    const double full = EMPTY * figure_ratio(pattern);
    const double part = fmin(fmax(fullness, 0), 1);
    return fmin(EMPTY + (full - EMPTY) * part, FIGURE_RING);
}
