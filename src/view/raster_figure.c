/* SPDX-License-Identifier: MIT */
#include "view/raster.h"

#include "view/orb.h"
#include "view/raster_body.h"
#include "view/raster_path.h"
#include "view/raster_pixel.h"
#include "view/raster_ring.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Samples of light for each pixel of distance: finer than the eye and the grey levels. */
enum { STEPS = 32, REACH_MAX_PX = 2000 };

#define PI 3.14159265358979323846
#define BEAD 0.032    /* its diameter, of the ring's */
#define BEAD_GLOW 2.6 /* reach of its glow, of its radius */
#define BEAD_GLOW_LIGHT 0.25
#define BEAD_RIM 2.0 /* points of the page, round a bead that does not glow */

static_assert(REACH_MAX_PX * STEPS <= UINT16_MAX, "a distance fits in its table");

/* The light at a distance, ready to be added to what is left of the background. */
typedef struct Shade {
    PixelLanes light;
    uint32_t behind; /* 0 .. PIXEL_ONE */
} Shade;

struct RasterTables {
    int32_t reach_px;
    uint16_t *distances; /* a quadrant, reach_px squared, from a corner of pixels */
    Shade *shades;       /* by distance */
    PixelLanes *line;    /* one line of 2 reach_px, undithered */
};

/* The centre is rounded to a corner of pixels, so that all four quadrants are one. */
typedef struct Place {
    int32_t x, y, reach_px;
} Place;

/* A small disc with a faint glow of its own. */
typedef struct Bead {
    double x, y, radius_px, glow_px, rim_px;
} Bead;

static int32_t reach_for(int32_t width, int32_t height)
{
    const int32_t shorter = width < height ? width : height;
    const int32_t reach = (int32_t)(0.45 / 2 * FIGURE_GLOW * shorter) + 8;
    return reach < REACH_MAX_PX ? reach : REACH_MAX_PX;
}

/* Beyond the reach every distance is the last one: there is nothing more to see. */
static void fill_distances(RasterTables *tables)
{
    const int32_t reach = tables->reach_px;
    for (int32_t y = 0; y < reach; y++)
        for (int32_t x = 0; x < reach; x++) {
            const double far = sqrt((x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5));
            const int32_t step = (int32_t)(far * STEPS + 0.5);
            tables->distances[y * reach + x] =
                (uint16_t)(step < reach * STEPS ? step : reach * STEPS);
        }
}

RasterTables *raster_tables_open(int32_t width, int32_t height, Error *error)
{
    assert(width > 0 && height > 0);
    RasterTables *tables = calloc(1, sizeof *tables);
    if (tables != NULL) {
        const size_t reach = (size_t)reach_for(width, height);
        tables->reach_px = (int32_t)reach;
        tables->distances = calloc(reach * reach, sizeof *tables->distances);
        tables->shades = calloc(reach * STEPS + 1, sizeof *tables->shades);
        tables->line = calloc(2 * reach, sizeof *tables->line);
    }
    if (!tables || !tables->distances || !tables->shades || !tables->line) {
        raster_tables_close(tables);
        error_set(error, "There is not enough memory for a picture of this size.");
        return NULL;
    }
    fill_distances(tables);
    return tables;
}

void raster_tables_close(RasterTables *tables)
{
    if (tables == NULL)
        return;
    free(tables->distances);
    free(tables->shades);
    free(tables->line);
    free(tables);
}

static PixelLanes lanes_of(OrbColour light)
{
    return pixel_lanes((uint32_t)(light.red * PIXEL_ONE + 0.5),
                       (uint32_t)(light.green * PIXEL_ONE + 0.5),
                       (uint32_t)(light.blue * PIXEL_ONE + 0.5));
}

static void fill_shades(RasterTables *tables, const Orb *orb, int32_t reach_px)
{
    for (int32_t i = 0; i <= reach_px * STEPS; i++) {
        const OrbSample sample = orb_at(orb, (double)i / STEPS);
        tables->shades[i].light = lanes_of(sample.light);
        tables->shades[i].behind = pixel_part(sample.behind);
    }
}

/* A line, from its middle outwards to both sides. */
static void fill_line(RasterTables *tables, const uint16_t *distances, int32_t half,
                      PixelGround ground)
{
    PixelLanes *right = tables->line + half, *left = right - 1;
    for (int32_t i = 0; i < half; i++) {
        const Shade shade = tables->shades[distances[i]];
        right[i] = left[-i] = shade.light + pixel_lanes(ground.red * shade.behind >> 12,
                                                        ground.green * shade.behind >> 12,
                                                        ground.blue * shade.behind >> 12);
    }
}

static Bead bead_of(const Figure *figure, Place place)
{
    const double turn = 2 * PI * figure->bead_turn;
    const double radius = figure->ring_px * BEAD / 2;
    return (Bead){
        .x = place.x + sin(turn) * figure->ring_px / 2,
        .y = place.y - cos(turn) * figure->ring_px / 2,
        .radius_px = radius,
        .glow_px = radius * BEAD_GLOW + 1,
        .rim_px = figure_px(figure, BEAD_RIM),
    };
}

static bool has_bead(const Figure *figure)
{
    return figure->light > 0 && figure->bead_light > 0 && figure->ring_px > 0;
}

static Place place_of(const Figure *figure)
{
    Place place = { (int32_t)floor(figure->x_px + 0.5),
                    (int32_t)floor(figure->y_px + 0.5),
                    (int32_t)ceil(orb_reach_px(figure)) };
    if (has_bead(figure)) {
        const double far = figure->ring_px / 2 + bead_of(figure, place).glow_px + 1;
        place.reach_px = (int32_t)ceil(fmax(place.reach_px, far));
    }
    return place;
}

static Rect rect_of(Place place)
{
    return (Rect){ place.x - place.reach_px, place.y - place.reach_px, 2 * place.reach_px,
                   2 * place.reach_px };
}

/* Words are drawn by paint; here they only have their room. */
static Rect words_rect(const Figure *figure)
{
    const int32_t half = (int32_t)ceil(figure->word_room_px / 2) + 1;
    return (Rect){ (int32_t)figure->x_px - half, (int32_t)figure->y_px - figure->word_px,
                   2 * half, 2 * figure->word_px };
}

Rect raster_figure_rect(const Figure *figure)
{
    if (figure->kind == FIGURE_FILLING)
        return raster_ring_rect(figure);
    if (figure->kind == FIGURE_PATH)
        return raster_path_rect(figure);
    if (figure->kind == FIGURE_BODY)
        return raster_body_rect(figure);
    if (figure->kind == FIGURE_WORDS)
        return words_rect(figure);
    return rect_of(place_of(figure));
}

/* The pixels of a span, one line high. Eight at a time, for their thresholds are the
 * same every time and compilers see it. */
static void put_line(const PixelLanes *line, uint32_t *pixels, int32_t count,
                     const PixelLanes thresholds[PIXEL_DITHER])
{
    int32_t x = 0;
    for (; x + PIXEL_DITHER <= count; x += PIXEL_DITHER)
        for (int32_t i = 0; i < PIXEL_DITHER; i++)
            pixels[x + i] = pixel_of(line[x + i] + thresholds[i]);
    for (; x < count; x++)
        pixels[x] = pixel_of(line[x] + thresholds[x % PIXEL_DITHER]);
}

/* Half the width of a disc in the line `row` lines away from its centre. */
static int32_t half_width(int32_t reach_px, int32_t row)
{
    const double high = row + 0.5;
    return (int32_t)(sqrt((double)reach_px * reach_px - high * high) + 0.5);
}

/* How far line y lies from the two in the middle. */
static int32_t row_of(Place place, int32_t y)
{
    return y < place.y ? place.y - 1 - y : y - place.y;
}

/* What the figure replaces in line y. */
static Rect span_of(Place place, int32_t y)
{
    const int32_t row = row_of(place, y);
    const int32_t half = row < place.reach_px ? half_width(place.reach_px, row) : 0;
    return (Rect){ place.x - half, y, 2 * half, 1 };
}

static void put_rings(Raster *raster, RasterTables *tables, Place place,
                      const Theme *theme)
{
    const Rect part = rect_cross(pixel_clip(raster), rect_of(place));
    const PixelDither dither = pixel_dither();
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        const Rect whole = span_of(place, y), span = rect_cross(part, whole);
        const PixelGround ground = pixel_ground(theme, &dither, y, raster->height);
        PixelLanes thresholds[PIXEL_DITHER];
        if (rect_is_empty(span))
            continue;
        for (int32_t i = 0; i < PIXEL_DITHER; i++)
            thresholds[i] = ground.dither[(span.x + i) % PIXEL_DITHER];
        fill_line(tables, tables->distances + row_of(place, y) * tables->reach_px,
                  whole.w / 2, ground);
        put_line(tables->line + span.x - whole.x,
                 raster->pixels + (int64_t)y * raster->pitch_px + span.x, span.w,
                 thresholds);
    }
}

/* The centre and reach of what is drawn, within the tables. */
static Place drawn_place(const RasterTables *tables, const Figure *figure)
{
    Place place = place_of(figure);
    if (place.reach_px > tables->reach_px)
        place.reach_px = tables->reach_px;
    return place;
}

void raster_background_around(Raster *raster, const RasterTables *tables,
                              const Figure *figure, const Theme *theme)
{
    const Place place =
        figure->kind == FIGURE_ORB ? drawn_place(tables, figure) : (Place){ 0 };
    const Rect clip = pixel_clip(raster);
    const PixelDither dither = pixel_dither();
    for (int32_t y = clip.y; y < clip.y + clip.h; y++) {
        const PixelGround ground = pixel_ground(theme, &dither, y, raster->height);
        const Rect line = { clip.x, y, clip.w, 1 };
        const Rect over = rect_cross(line, span_of(place, y));
        const int32_t left = rect_is_empty(over) ? clip.w : over.x - clip.x;
        const int32_t right = rect_is_empty(over) ? 0 : clip.w - left - over.w;
        pixel_ground_span(raster, (Rect){ clip.x, y, left, 1 }, ground);
        pixel_ground_span(raster, (Rect){ clip.x + clip.w - right, y, right, 1 }, ground);
    }
}

static double disc_part(double radius_px, double far)
{
    return fmin(fmax(radius_px + 0.5 - far, 0), 1);
}

/* How much of a glowing bead there is, `far` from its middle. */
static double bead_part(const Bead *bead, double far)
{
    const double disc = disc_part(bead->radius_px, far);
    const double dim = fmax(1 - far / bead->glow_px, 0);
    return disc + (1 - disc) * BEAD_GLOW_LIGHT * dim * dim;
}

/* The bead over one pixel. Where it does not glow, the page shows round it. */
static uint32_t bead_over(uint32_t below, const Bead *bead, double far, double light,
                          const Theme *theme, PixelLanes dither)
{
    const uint32_t colour = theme->colours[THEME_RING_HOLD];
    if (theme->bead <= 0)
        return pixel_over(below, colour, pixel_part(bead_part(bead, far) * light),
                          dither);
    const double radius = bead->radius_px * theme->bead;
    const double rim = fmin(radius + bead->rim_px, bead->glow_px - 0.5);
    const double page = disc_part(rim, far) * light;
    const double disc = disc_part(radius, far) * light;
    below = pixel_over(below, theme->colours[THEME_TOP], pixel_part(page), dither);
    return pixel_over(below, colour, pixel_part(disc), dither);
}

static void put_bead(Raster *raster, const Figure *figure, Place place,
                     const Theme *theme)
{
    const Bead bead = bead_of(figure, place);
    const int32_t left = (int32_t)floor(bead.x - bead.glow_px);
    const int32_t top = (int32_t)floor(bead.y - bead.glow_px);
    const int32_t side = (int32_t)ceil(2 * bead.glow_px) + 2;
    const Rect part = rect_cross(pixel_clip(raster), (Rect){ left, top, side, side });
    const double light = figure->bead_light * figure->light;
    const PixelDither dither = pixel_dither();
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        uint32_t *line = raster->pixels + (int64_t)y * raster->pitch_px;
        const PixelLanes *thresholds = dither.rows[y % PIXEL_DITHER];
        for (int32_t x = part.x; x < part.x + part.w; x++) {
            const double away_x = x + 0.5 - bead.x, away_y = y + 0.5 - bead.y;
            const double far = sqrt(away_x * away_x + away_y * away_y);
            line[x] = bead_over(line[x], &bead, far, light, theme,
                                thresholds[x % PIXEL_DITHER]);
        }
    }
}

void raster_figure(Raster *raster, RasterTables *tables, const Figure *figure,
                   const Theme *theme)
{
    if (figure->kind == FIGURE_FILLING)
        raster_ring(raster, figure, theme);
    if (figure->kind == FIGURE_PATH)
        raster_path(raster, figure, theme);
    if (figure->kind == FIGURE_BODY)
        raster_body(raster, figure, theme);
    if (figure->kind != FIGURE_ORB)
        return;
    const Place place = drawn_place(tables, figure);
    if (place.reach_px <= 0)
        return;
    const Orb orb = orb_make(figure, theme);
    fill_shades(tables, &orb, place.reach_px);
    put_rings(raster, tables, place, theme);
    if (has_bead(figure))
        put_bead(raster, figure, place, theme);
}
