/* SPDX-License-Identifier: MIT */
#include "view/raster_body.h"

#include "view/body.h"
#include "view/raster_pixel.h"

#include <math.h>
#include <string.h>

#define FEATHER_PX 0.75
#define WIDE 0.2        /* of the height, from the middle to the outermost finger */
#define LIT 0.8         /* how dense the light within is … */
#define WHOLE 0.34      /* … where all of the body is lit */
#define LEFT_OUT 1.9    /* a part that is left out is dark to its edge */
#define PLAIN_EDGE 0.45 /* in a theme of lines a light is a plain shape, up to here … */
#define PLAIN_SOFT 0.06 /* … with an edge this soft */

enum { SUB_LINES = 4, CROSSINGS_MAX = 32, WIDTH_MAX = 2048 };

/* The lights of one place. */
typedef struct Lights {
    int32_t count;
    BodyGlow glows[BODY_PART_COUNT];
    double whole, strength;
} Lights;

/* A figure made ready: the outline in pixels, the lights in the body's own measure. */
typedef struct Body {
    int32_t x, y; /* the middle of the crown */
    double unit_px, half_px, light;
    bool is_plain;
    OrbColour line, fill;
    Lights lights[2], left_out;
    int32_t count;
    BodyPoint points[BODY_POINTS_MAX];
} Body;

/* One line of pixels: what of each lies within the body, and on its outline. */
typedef struct Scan {
    int32_t left, width; /* the first pixel, from the body's middle */
    double top;
    int32_t counts[SUB_LINES];
    double crossings[SUB_LINES][CROSSINGS_MAX];
    double within[WIDTH_MAX], outline[WIDTH_MAX];
} Scan;

static double eased(double part)
{
    const double way = part < 0 ? 0 : part > 1 ? 1 : part;
    return way * way * (3 - 2 * way);
}

static double cover(double outside_px)
{
    return 1 - eased((outside_px + FEATHER_PX) / (2 * FEATHER_PX));
}

static double corner(double at_px)
{
    return floor(at_px + 0.5);
}

Rect raster_body_rect(const Figure *figure)
{
    if (figure->light <= 0 || figure->body_px <= 0)
        return (Rect){ 0 };
    const int32_t margin = (int32_t)ceil(figure->place_stroke_px / 2) + 2;
    const int32_t reach = (int32_t)ceil(WIDE * figure->body_px) + margin;
    const int32_t wide = reach < WIDTH_MAX / 2 ? reach : WIDTH_MAX / 2;
    const int32_t high = (int32_t)ceil(figure->body_px / 2) + margin;
    return (Rect){ (int32_t)corner(figure->x_px) - wide,
                   (int32_t)corner(figure->y_px) - high, 2 * wide, 2 * high };
}

static Lights lights_of(uint64_t parts, uint64_t there, double strength)
{
    Lights lights = { .whole = (parts & BODY_WHOLE) != 0 ? strength : 0,
                      .strength = strength };
    lights.count = body_glows(parts & there, lights.glows);
    return lights;
}

static void body_make(Body *body, const Figure *figure, const Theme *theme)
{
    const bool is_same = figure->body_lit == figure->body_before;
    const double lit = is_same ? 1 : eased(figure->place_light);
    body->unit_px = figure->body_px / 1000;
    body->x = (int32_t)corner(figure->x_px);
    body->y = (int32_t)corner(figure->y_px - figure->body_px / 2);
    body->half_px = figure->place_stroke_px / 2;
    body->light = figure->light < 1 ? figure->light : 1;
    body->is_plain = theme->is_lines;
    body->line = orb_colour(theme->colours[THEME_RING]);
    body->fill = orb_colour(theme->colours[THEME_FILL]);
    body->lights[0] = lights_of(figure->body_before, figure->body, 1 - lit);
    body->lights[1] = lights_of(figure->body_lit, figure->body, lit);
    body->left_out = lights_of(BODY_ALL & ~figure->body, BODY_ALL, 1);
    body->count = body_outline(figure->body, body->points);
    for (int32_t i = 0; i < body->count; i++) {
        body->points[i].x *= body->unit_px;
        body->points[i].y *= body->unit_px;
    }
}

/* Where the outline crosses a line, in order. */
static void add_crossing(double *crossings, int32_t *count, double x)
{
    if (*count >= CROSSINGS_MAX)
        return;
    int32_t at = (*count)++;
    for (; at > 0 && crossings[at - 1] > x; at--)
        crossings[at] = crossings[at - 1];
    crossings[at] = x;
}

static void cross(Scan *scan, BodyPoint from, BodyPoint to)
{
    for (int32_t i = 0; i < SUB_LINES; i++) {
        const double y = scan->top + (i + 0.5) / SUB_LINES;
        if ((from.y <= y) != (to.y <= y))
            add_crossing(scan->crossings[i], &scan->counts[i],
                         from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y)));
    }
}

static int32_t pixel_at(const Scan *scan, double x)
{
    const double at = floor(x) - scan->left;
    return at < 0 ? 0 : at > scan->width ? scan->width : (int32_t)at;
}

/* How much of the outline's stroke between two points there is at a point. */
static double on_edge(const Body *body, BodyPoint from, BodyPoint to, double x, double y)
{
    const double way_x = to.x - from.x, way_y = to.y - from.y;
    const double length = way_x * way_x + way_y * way_y;
    const double along = (x - from.x) * way_x + (y - from.y) * way_y;
    const double part = length > 0 ? fmin(fmax(along / length, 0), 1) : 0;
    const double off_x = x - from.x - part * way_x, off_y = y - from.y - part * way_y;
    const double off = sqrt(off_x * off_x + off_y * off_y);
    return cover(off - body->half_px) * (from.light + (to.light - from.light) * part);
}

static void stroke(Scan *scan, const Body *body, BodyPoint from, BodyPoint to)
{
    const double reach = body->half_px + FEATHER_PX;
    const int32_t last = pixel_at(scan, fmax(from.x, to.x) + reach + 1);
    for (int32_t i = pixel_at(scan, fmin(from.x, to.x) - reach); i < last; i++) {
        const double x = scan->left + i + 0.5, y = scan->top + 0.5;
        scan->outline[i] = fmax(scan->outline[i], on_edge(body, from, to, x, y));
    }
}

/* What lies between a crossing and the next. */
static void fill(Scan *scan, double from, double to)
{
    const int32_t last = pixel_at(scan, to + 1);
    for (int32_t i = pixel_at(scan, from); i < last; i++) {
        const double x = scan->left + i;
        const double part = fmin(to, x + 1) - fmax(from, x);
        scan->within[i] += part > 0 ? part / SUB_LINES : 0;
    }
}

static void scan_make(Scan *scan, const Body *body, double top)
{
    const double reach = body->half_px + FEATHER_PX;
    scan->top = top;
    memset(scan->counts, 0, sizeof scan->counts);
    memset(scan->within, 0, (size_t)scan->width * sizeof scan->within[0]);
    memset(scan->outline, 0, (size_t)scan->width * sizeof scan->outline[0]);
    for (int32_t i = 0; i < body->count; i++) {
        const BodyPoint from = body->points[i],
                        to = body->points[i + 1 < body->count ? i + 1 : 0];
        if (fmin(from.y, to.y) - reach > top + 1 || fmax(from.y, to.y) + reach < top)
            continue;
        cross(scan, from, to);
        if (from.light > 0 || to.light > 0)
            stroke(scan, body, from, to);
    }
    for (int32_t line = 0; line < SUB_LINES; line++)
        for (int32_t i = 0; i + 1 < scan->counts[line]; i += 2)
            fill(scan, scan->crossings[line][i], scan->crossings[line][i + 1]);
}

/* The light within, at a point in the body's own measure. */
static double lit_at(const Body *body, double x, double y)
{
    double most = 0;
    for (int i = 0; i < 2; i++) {
        const Lights *lights = &body->lights[i];
        double light = LIT * body_light(lights->glows, lights->count, x, y);
        if (body->is_plain)
            light = eased((light - PLAIN_EDGE) / PLAIN_SOFT + 0.5);
        if (lights->whole > 0)
            light = WHOLE;
        most += light * lights->strength;
    }
    if (most <= 0)
        return 0;
    const double out = body_light(body->left_out.glows, body->left_out.count, x, y);
    return fmin(most, 1) * (1 - eased(LEFT_OUT * out));
}

/* The outline takes on some of the light that it holds. */
static OrbColour line_colour(const Body *body, double lit)
{
    const OrbColour line = body->line, fill = body->fill;
    return (OrbColour){ line.red + (fill.red - line.red) * lit,
                        line.green + (fill.green - line.green) * lit,
                        line.blue + (fill.blue - line.blue) * lit };
}

static OrbSample body_at(const Body *body, const Scan *scan, int32_t i)
{
    OrbSample sample = { .behind = 1 };
    const double within = scan->within[i], outline = scan->outline[i];
    if (within <= 0 && outline <= 0)
        return sample;
    const double x = scan->left + i + 0.5, y = scan->top + 0.5;
    const double lit = lit_at(body, x / body->unit_px, y / body->unit_px);
    orb_lay(&sample, body->fill, within * lit * body->light);
    orb_lay(&sample, line_colour(body, lit), outline * body->light);
    return sample;
}

void raster_body(Raster *raster, const Figure *figure, const Theme *theme)
{
    const Rect part = rect_cross(pixel_clip(raster), raster_body_rect(figure));
    const PixelDither dither = pixel_dither();
    if (rect_is_empty(part))
        return;
    Body body;
    body_make(&body, figure, theme);
    Scan scan = { .left = part.x - body.x, .width = part.w };
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        const PixelGround ground = pixel_ground(theme, &dither, y, raster->height);
        uint32_t *line = raster->pixels + (int64_t)y * raster->pitch_px + part.x;
        scan_make(&scan, &body, y - body.y);
        for (int32_t i = 0; i < part.w; i++) {
            const OrbSample sample = body_at(&body, &scan, i);
            if (sample.behind < 1)
                line[i] = pixel_seen(sample, ground, part.x + i);
        }
    }
}
