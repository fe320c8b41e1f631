/* SPDX-License-Identifier: MIT */
#include "view/orb.h"

#include <math.h>

#define RING_FEATHER_PX 0.75 /* on either side of the line's edge */

/* OKLab (Björn Ottosson, 2020): mixtures keep their hue and do not turn grey half way. */
typedef struct Lab {
    double lightness, green_red, blue_yellow;
} Lab;

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static double mix(double from, double to, double part)
{
    return from + (to - from) * part;
}

/* 0 below `low`, 1 above `high`, at rest at both. */
static double ease(double low, double high, double value)
{
    if (value <= low || value >= high)
        return value >= high;
    const double part = (value - low) / (high - low);
    return part * part * (3 - 2 * part);
}

/* A soft hill: 1 in its middle, 0 and level from `half_width` on. */
static double hill(double middle, double half_width, double value)
{
    const double away = (value - middle) / half_width;
    const double left = 1 - away * away;
    return left > 0 ? left * left : 0;
}

static double coded(double linear)
{
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055;
}

OrbColour orb_colour(uint32_t hex)
{
    return (OrbColour){ hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF };
}

static OrbColour linear_of(uint32_t hex)
{
    return (OrbColour){ theme_light(hex >> 16 & 0xFF), theme_light(hex >> 8 & 0xFF),
                        theme_light(hex & 0xFF) };
}

static Lab lab_of(uint32_t hex)
{
    const OrbColour c = linear_of(hex);
    const double l =
        cbrt(0.4122214708 * c.red + 0.5363325363 * c.green + 0.0514459929 * c.blue);
    const double m =
        cbrt(0.2119034982 * c.red + 0.6806995451 * c.green + 0.1073969566 * c.blue);
    const double s =
        cbrt(0.0883024619 * c.red + 0.2817188376 * c.green + 0.6299787005 * c.blue);
    return (Lab){
        .lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        .green_red = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        .blue_yellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    };
}

static OrbColour linear_of_lab(Lab lab)
{
    const double l =
        lab.lightness + 0.3963377774 * lab.green_red + 0.2158037573 * lab.blue_yellow;
    const double m =
        lab.lightness - 0.1055613458 * lab.green_red - 0.0638541728 * lab.blue_yellow;
    const double s =
        lab.lightness - 0.0894841775 * lab.green_red - 1.2914855480 * lab.blue_yellow;
    const double l3 = l * l * l, m3 = m * m * m, s3 = s * s * s;
    return (OrbColour){
        .red = 4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
        .green = -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
        .blue = -0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3,
    };
}

static double channel(double linear)
{
    return 255 * clamp(coded(clamp(linear, 0, 1)), 0, 1);
}

/* The colour as it is shown, dimmed where it would be a lamp in a dark room. */
static OrbColour shown(OrbColour linear, double luminance_max)
{
    const double luminance =
        0.2126 * linear.red + 0.7152 * linear.green + 0.0722 * linear.blue;
    const double dim = luminance > luminance_max ? luminance_max / luminance : 1;
    return (OrbColour){ channel(linear.red * dim), channel(linear.green * dim),
                        channel(linear.blue * dim) };
}

/* One curve through three values, without a kink at the middle one. */
static double through(double edge, double middle, double core, double part)
{
    const double pull = 2 * middle - (edge + core) / 2;
    return mix(mix(edge, pull, part), mix(pull, core, part), part);
}

static void fill_shades(OrbColour shades[ORB_SHADES], const Theme *theme)
{
    const Lab edge = lab_of(theme->colours[THEME_ORB_EDGE]);
    const Lab middle = lab_of(theme->colours[THEME_ORB_MIDDLE]);
    const Lab core = lab_of(theme->colours[THEME_ORB_CORE]);
    const double page = theme_luminance(theme->colours[THEME_TOP]);
    for (int i = 0; i < ORB_SHADES; i++) {
        const double part = (double)i / (ORB_SHADES - 1);
        const Lab lab = {
            through(edge.lightness, middle.lightness, core.lightness, part),
            through(edge.green_red, middle.green_red, core.green_red, part),
            through(edge.blue_yellow, middle.blue_yellow, core.blue_yellow, part),
        };
        shades[i] = shown(linear_of_lab(lab), fmax(ORB_LUMINANCE_MAX, page));
    }
}

static OrbColour blended(OrbColour from, OrbColour to, double part)
{
    return (OrbColour){ mix(from.red, to.red, part), mix(from.green, to.green, part),
                        mix(from.blue, to.blue, part) };
}

static OrbColour shade(const Orb *orb, double part)
{
    const double place = clamp(part, 0, 1) * (ORB_SHADES - 1);
    const int node = place < ORB_SHADES - 2 ? (int)place : ORB_SHADES - 2;
    return blended(orb->shades[node], orb->shades[node + 1], place - node);
}

double orb_reach_px(const Figure *figure)
{
    if (figure->light <= 0)
        return 0;
    const double orb = figure->orb_px / 2;
    const double glow = orb > 0 ? fmax(orb * FIGURE_GLOW, orb + 3) : 0;
    const double ring = figure->ring_px / 2;
    return fmax(glow, ring > 0 ? ring + figure->ring_stroke_px / 2 + 1 : 0);
}

/* The ring takes on some of the orb's light as the orb comes to touch it. */
static OrbColour ring_colour(const Orb *orb, const Figure *figure, const Theme *theme)
{
    const double near = orb->ring_px > 0 ? orb->radius_px / orb->ring_px : 0;
    const OrbColour still = orb_colour(theme->colours[THEME_RING]);
    const double touch = theme->is_lines ? 0 : 0.7 * ease(0.84, 1.0, near);
    const OrbColour touched = blended(still, shade(orb, 0.5), touch);
    return blended(touched, orb_colour(theme->colours[THEME_RING_HOLD]),
                   clamp(figure->ring_light, 0, 1));
}

void orb_lay(OrbSample *sample, OrbColour colour, double alpha)
{
    if (alpha <= 0)
        return;
    sample->light = blended(sample->light, colour, alpha);
    sample->behind *= 1 - alpha;
}

/* The mist around the orb: densest where it touches, thinning to nothing. */
static double glow_part(const Orb *orb, double u)
{
    const double left = clamp((FIGURE_GLOW - u) / (FIGURE_GLOW - 1), 0, 1);
    const double near = left * left * left;
    const double wide = left * left * (3 - 2 * left);
    return orb->glow * mix(0.22, 0.32, orb->open) * mix(wide, near, 0.6);
}

static void lay_mist(const Orb *orb, OrbSample *sample, double u)
{
    const OrbColour mist = shade(orb, 0.25 - 0.2 * ease(1, FIGURE_GLOW, u));
    orb_lay(sample, mist, glow_part(orb, u) * orb->light);
}

Orb orb_make(const Figure *figure, const Theme *theme)
{
    const double radius = figure->orb_px / 2;
    Orb orb = {
        .radius_px = radius,
        .feather_px = clamp(0.0125 * radius, 1.5, figure_px(figure, 3)),
        .reach_px = orb_reach_px(figure),
        .ring_px = figure->ring_px / 2,
        .stroke_px = figure->ring_px > 0 ? figure->ring_stroke_px : 0,
        .ring_alpha = 1 - clamp(figure->ring_fade, 0, 1),
        .light = clamp(figure->light, 0, 1),
        .open = clamp(figure->fullness, 0, 1),
        .line_px = theme->is_lines ? figure_px(figure, ORB_LINE) : 0,
        .glow = theme->glow,
        .rim = theme->rim,
        .veil = theme->veil,
    };
    fill_shades(orb.shades, theme);
    orb.ring = ring_colour(&orb, figure, theme);
    orb.mist = (OrbSample){ .behind = 1 };
    lay_mist(&orb, &orb.mist, 1);
    orb.line = blended(orb_colour(theme->colours[THEME_ORB_EDGE]),
                       orb_colour(theme->colours[THEME_RING_HOLD]),
                       clamp(figure->ring_light, 0, 1));
    return orb;
}

/* Veils of light, one within the other: a core that opens with the breath, two that lag
 * behind it, and a breath of light along the edge. Each ends level: no line shows. */
static double body_part(const Orb *orb, double u)
{
    const double wide = mix(1.00, 1.12, orb->open);
    const double left = clamp(1 - u * u / (wide * wide), 0, 1);
    const double core = left * left * left;
    const double inner = 1 - ease(0.36, 0.62, u / mix(0.92, 1.04, orb->open));
    const double outer = 1 - ease(0.60, 0.90, u / mix(0.95, 1.02, orb->open));
    const double rim = hill(1.0, 0.10, u);
    return 0.86 * core + 0.05 * inner + 0.09 * outer + orb->rim * rim;
}

/* Denser within, a little translucent towards the edge: that gives it depth. */
static double body_alpha(const Orb *orb, double u)
{
    return 1 - orb->veil * ease(0.45, 1.0, u);
}

/* A soft line: half of it is gone where its stroke ends. */
static double ring_cover(const Orb *orb, double distance_px)
{
    const double off = fabs(distance_px - orb->ring_px) - orb->stroke_px / 2;
    return orb->stroke_px > 0 ? 1 - ease(-RING_FEATHER_PX, RING_FEATHER_PX, off) : 0;
}

/* The orb as nothing but its edge, within the size it has. */
static void lay_line(const Orb *orb, OrbSample *sample, double distance_px)
{
    const double off = fabs(distance_px - orb->radius_px + orb->line_px / 2);
    const double out_px = off - orb->line_px / 2;
    const double cover = 1 - ease(-RING_FEATHER_PX, RING_FEATHER_PX, out_px);
    orb_lay(sample, orb->line, cover * orb->light);
}

static void lay_orb(const Orb *orb, OrbSample *sample, double distance_px)
{
    const double u = distance_px / orb->radius_px;
    const double outside_px = distance_px - orb->radius_px;
    const double within = 1 - ease(-orb->feather_px, orb->feather_px, outside_px);
    if (u <= 1)
        *sample = orb->mist;
    else
        lay_mist(orb, sample, u);
    if (within > 0)
        orb_lay(sample, shade(orb, body_part(orb, u)),
                within * body_alpha(orb, u) * orb->light);
}

OrbSample orb_at(const Orb *orb, double distance_px)
{
    OrbSample sample = { .behind = 1 };
    if (orb->radius_px > 0 && orb->line_px > 0)
        lay_line(orb, &sample, distance_px);
    else if (orb->radius_px > 0)
        lay_orb(orb, &sample, distance_px);
    orb_lay(&sample, orb->ring,
            ring_cover(orb, distance_px) * orb->ring_alpha * orb->light);
    return sample;
}
