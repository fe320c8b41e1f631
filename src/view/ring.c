/* SPDX-License-Identifier: MIT */
#include "view/ring.h"

#include <math.h>

#define PI 3.14159265358979323846
#define FEATHER_PX 0.75
#define BEAD 0.032      /* its diameter, of the ring's, as on the orb's ring */
#define BEAD_AWAY 1.0   /* from the channel to the bead, in diameters of it */
#define CHANNEL 0.22    /* how much of the ring's colour lies in the whole channel */
#define LINE_PART 0.065 /* the line in its middle, of the channel's width … */
#define LINE_LEAST 1.5  /* … and at least, in points */
#define LINES_LEAST 2.5 /* … in a theme of lines */
#define GAP_PART 0.4    /* half of the gap at a second inhale, of the channel's width */
#define GAP_LEAST 2.5

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static OrbColour blended(OrbColour from, OrbColour to, double part)
{
    return (OrbColour){ from.red + (to.red - from.red) * part,
                        from.green + (to.green - from.green) * part,
                        from.blue + (to.blue - from.blue) * part };
}

static OrbColour of_theme(const Theme *theme, ThemeColour from, ThemeColour to,
                          double part)
{
    return blended(orb_colour(theme->colours[from]), orb_colour(theme->colours[to]),
                   clamp(part, 0, 1));
}

/* 1 inside an edge, 0 outside, soft between. */
static double cover(double outside_px)
{
    const double part = clamp((outside_px + FEATHER_PX) / (2 * FEATHER_PX), 0, 1);
    return 1 - part * part * (3 - 2 * part);
}

double ring_reach_px(const Figure *figure)
{
    if (figure->light <= 0 || figure->ring_px <= 0)
        return 0;
    return (figure->ring_px + figure->ring_stroke_px) / 2 + 1;
}

static void place_bead(Ring *ring, const Figure *figure)
{
    const double diameter = BEAD * figure->ring_px;
    const double orbit = ring->radius_px - ring->half_px - (BEAD_AWAY + 0.5) * diameter;
    const double turn = 2 * PI * figure->bead_turn;
    ring->bead_px = diameter / 2;
    ring->bead_x = sin(turn) * orbit;
    ring->bead_y = -cos(turn) * orbit;
    ring->inner_px = orbit - diameter;
}

static void place_gap(Ring *ring, const Figure *figure)
{
    ring->has_gap = figure->notch > 0 && figure->notch < 1;
    ring->gap_px = fmax(2 * GAP_PART * ring->half_px, figure_px(figure, GAP_LEAST));
    ring->gap_sin = sin(PI * figure->notch);
    ring->gap_cos = cos(PI * figure->notch);
}

static void set_light(Ring *ring, const Figure *figure, const Theme *theme)
{
    const double light = clamp(figure->light, 0, 1);
    const double there = light * (1 - clamp(figure->ring_fade, 0, 1));
    const double held = figure->ring_light;
    const bool has_channel = !theme->is_lines;
    ring->alpha[RING_CHANNEL] =
        has_channel ? CHANNEL * there * clamp(figure->ready, 0, 1) : 0;
    ring->alpha[RING_LINE] = there;
    ring->alpha[RING_FILL] = ring->alpha[RING_MORE] = there;
    ring->alpha[RING_BEAD] = light * clamp(figure->bead_light, 0, 1);
    ring->colours[RING_CHANNEL] = of_theme(theme, THEME_RING, THEME_RING_HOLD, held);
    ring->colours[RING_LINE] = of_theme(theme, THEME_RING, THEME_RING_HOLD, held);
    ring->colours[RING_FILL] = of_theme(theme, THEME_FILL, THEME_FILL_HOLD, held);
    ring->colours[RING_MORE] = of_theme(theme, THEME_FILL_MORE, THEME_FILL_HOLD, held);
    ring->colours[RING_BEAD] = orb_colour(theme->colours[THEME_RING_HOLD]);
}

Ring ring_make(const Figure *figure, const Theme *theme)
{
    const double level = PI * clamp(figure->fullness, 0, 1);
    Ring ring = {
        .radius_px = figure->ring_px / 2,
        .half_px = figure->ring_stroke_px / 2,
        .line_px = fmax(LINE_PART * figure->ring_stroke_px,
                        figure_px(figure, theme->is_lines ? LINES_LEAST : LINE_LEAST)) /
                   2,
        .level_cos = cos(level),
        .end_x = figure->ring_px / 2 * sin(level),
        .end_y = figure->ring_px / 2 * cos(level),
        .outer_px = ring_reach_px(figure),
    };
    ring.inner_px = fmax(ring.radius_px - ring.half_px - 1, 0);
    place_gap(&ring, figure);
    set_light(&ring, figure, theme);
    if (ring.alpha[RING_BEAD] > 0)
        place_bead(&ring, figure);
    return ring;
}

static double distance(double x, double y)
{
    return sqrt(x * x + y * y);
}

/* How far a point of the right half lies outside the filled part, which has round ends.
 */
static double outside_fill(const Ring *ring, double x, double y, double far)
{
    const double off = y >= far * ring->level_cos
                           ? fabs(far - ring->radius_px)
                           : distance(x - ring->end_x, y - ring->end_y);
    return off - ring->half_px;
}

/* What the gap leaves, and whether the point lies beyond it. */
static double gap_part(const Ring *ring, double x, double y, double far, bool *is_beyond)
{
    *is_beyond = false;
    if (!ring->has_gap)
        return 1;
    const bool is_near = x * ring->gap_sin + y * ring->gap_cos > 0;
    *is_beyond = y < far * ring->gap_cos;
    const double off = fabs(x * ring->gap_cos - y * ring->gap_sin);
    return is_near ? 1 - cover(off - ring->gap_px) : 1;
}

static void lay_part(const Ring *ring, OrbSample *sample, RingPart part, double covered)
{
    if (covered > 0)
        orb_lay(sample, ring->colours[part], covered * ring->alpha[part]);
}

OrbSample ring_at(const Ring *ring, double x_px, double y_px)
{
    OrbSample sample = { .behind = 1 };
    const double x = fabs(x_px), far = distance(x_px, y_px);
    const double off = fabs(far - ring->radius_px);
    bool is_beyond;
    const double left = gap_part(ring, x, y_px, far, &is_beyond);
    const double filled = left * cover(outside_fill(ring, x, y_px, far));
    const double open = left * (1 - filled); /* nothing shows through what is filled */
    lay_part(ring, &sample, RING_CHANNEL, open * cover(off - ring->half_px));
    lay_part(ring, &sample, RING_LINE, open * cover(off - ring->line_px));
    lay_part(ring, &sample, is_beyond ? RING_MORE : RING_FILL, filled);
    if (ring->bead_px > 0) {
        const double away = distance(x_px - ring->bead_x, y_px - ring->bead_y);
        lay_part(ring, &sample, RING_BEAD, cover(away - ring->bead_px));
    }
    return sample;
}
