/* SPDX-License-Identifier: MIT */
#include "view/path_light.h"

#include <math.h>

#define FEATHER_PX 0.75
#define GOES_ON 0.75 /* steps in which the line fades where there are more places */
#define OPEN 0.4     /* how open the light of the present place's orb is */
#define DISC_GAP 2.5 /* in a theme of lines: the page round the disc, in line widths */

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static double eased(double part)
{
    const double way = clamp(part, 0, 1);
    return way * way * (3 - 2 * way);
}

/* 1 inside an edge, 0 outside, soft between. */
static double cover(double outside_px)
{
    return 1 - eased((outside_px + FEATHER_PX) / (2 * FEATHER_PX));
}

static double distance(double x, double y)
{
    return sqrt(x * x + y * y);
}

double path_light_wide_px(const Figure *figure)
{
    if (figure->light <= 0 || figure->place_count <= 0)
        return 0;
    return fmax(figure->place_orb_px * FIGURE_GLOW, figure->place_orb_px + 6) / 2 + 1;
}

double path_light_high_px(const Figure *figure)
{
    const double wide = path_light_wide_px(figure);
    if (wide <= 0)
        return 0;
    const double marks = (figure->place_count - 1) * figure->place_step_px / 2;
    return marks + fmax(figure->place_step_px, wide);
}

/* A mark that comes or goes at an end of the path, `at` steps from the first one. */
static double there(const PathLight *path, double at)
{
    const double outside = fmax(-at, at - path->last_mark);
    const double place = at + path->first;
    if (place < -0.5 || place > path->last_place + 0.5)
        return 0;
    return 1 - eased(outside);
}

static PathOrb orb_of(const PathLight *path, const Figure *figure, const Theme *theme,
                      int32_t place, double light)
{
    const double at = place - path->first;
    const double own = light * there(path, at);
    if (place < 0 || own <= 0)
        return (PathOrb){ 0 };
    const Figure shape = { .density = figure->density,
                           .orb_px = figure->place_orb_px,
                           .fullness = OPEN,
                           .light = own * path->light };
    return (PathOrb){ .is_there = true,
                      .y_px = (at - path->last_mark / 2) * path->step_px,
                      .light = own,
                      .orb = orb_make(&shape, theme) };
}

PathLight path_light_make(const Figure *figure, const Theme *theme)
{
    const double lit = eased(figure->place_light);
    const bool is_same = figure->place == figure->place_before;
    PathLight path = {
        .first = figure->place_first,
        .last_mark = figure->place_count - 1,
        .last_place = figure->place_total - 1,
        .step_px = figure->place_step_px,
        .mark_px = (figure->place_mark_px - figure->place_stroke_px) / 2,
        .half_px = figure->place_stroke_px / 2,
        .light = clamp(figure->light, 0, 1),
        .is_disc = theme->is_lines,
        .line = orb_colour(theme->colours[THEME_RING]),
        .disc = orb_colour(theme->colours[THEME_ORB_EDGE]),
    };
    if (!is_same)
        path.orbs[0] = orb_of(&path, figure, theme, figure->place_before, 1 - lit);
    path.orbs[1] = orb_of(&path, figure, theme, figure->place, is_same ? 1 : lit);
    return path;
}

/* What an orb leaves of the line and the mark beneath it. */
static double left_by(const PathLight *path, const PathOrb *orb, double far)
{
    const double gap = path->is_disc ? DISC_GAP * 2 * path->half_px : 0;
    return orb->is_there ? 1 - orb->light * cover(far - orb->orb.radius_px - gap) : 1;
}

/* The line, but not in the marks. */
static double line_part(const PathLight *path, double x, double at, double to_mark)
{
    const double place = at + path->first;
    const double outside = fmax(fmax(-at, at - path->last_mark), 0);
    if (place < 0 || place > path->last_place)
        return 0;
    return (1 - eased(outside / GOES_ON)) * cover(fabs(x) - path->half_px) *
           cover(path->mark_px - to_mark);
}

static OrbSample orb_part(const PathLight *path, const PathOrb *orb, double far)
{
    OrbSample sample = { .behind = 1 };
    if (!orb->is_there || far > orb->orb.reach_px)
        return sample;
    if (!path->is_disc)
        return orb_at(&orb->orb, far);
    orb_lay(&sample, path->disc, cover(far - orb->orb.radius_px) * orb->orb.light);
    return sample;
}

/* Where neighbours meet while one lights and one fades, the denser alone is seen. */
static OrbSample denser(OrbSample one, OrbSample other)
{
    return other.behind < one.behind ? other : one;
}

OrbSample path_light_at(const PathLight *path, double x_px, double y_px)
{
    OrbSample sample = { .behind = 1 };
    const double at = y_px / path->step_px + path->last_mark / 2;
    const double place = floor(at + path->first + 0.5);
    const double mark = place - path->first;
    const double to_mark = distance(x_px, (at - mark) * path->step_px);
    const double ring = cover(fabs(to_mark - path->mark_px) - path->half_px);
    double part = fmax(line_part(path, x_px, at, to_mark), ring * there(path, mark));
    OrbSample orbs = { .behind = 1 };
    for (int i = 0; i < 2; i++) {
        const double far = distance(x_px, y_px - path->orbs[i].y_px);
        part *= left_by(path, &path->orbs[i], far);
        orbs = denser(orbs, orb_part(path, &path->orbs[i], far));
    }
    orb_lay(&sample, path->line, part * path->light);
    sample.light = (OrbColour){ sample.light.red * orbs.behind + orbs.light.red,
                                sample.light.green * orbs.behind + orbs.light.green,
                                sample.light.blue * orbs.behind + orbs.light.blue };
    sample.behind *= orbs.behind;
    return sample;
}
