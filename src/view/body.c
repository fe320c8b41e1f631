/* SPDX-License-Identifier: MIT */
#include "view/body.h"

#include <math.h>
#include <string.h>

#define FADE 46.0        /* thousandths in which the outline ends softly */
#define STROKE 0.004     /* of the height */
#define STROKE_LEAST 1.4 /* pixels */
#define GLOW_REACH 1.3   /* of a glow's radius, where it has ended */

enum { STEPS = 8 };

#define BOTH(part) (BODY_BIT(part) | BODY_BIT((part) + BODY_RIGHT))

/* A stretch of the outline's right half, from where the last one ended. It is there as
 * long as one of its parts is. */
typedef struct Curve {
    uint64_t parts; /* of those on both sides the left one */
    double x1, y1, x2, y2, x, y;
} Curve;

#define HEAD_EDGE (BODY_BIT(BODY_HEAD) | BODY_BIT(BODY_FACE))
#define NECK_EDGE (BODY_BIT(BODY_NECK) | BODY_BIT(BODY_THROAT))
#define CHEST_EDGE (BODY_BIT(BODY_CHEST) | BODY_BIT(BODY_UPPER_BACK))
#define BELLY_EDGE (BODY_BIT(BODY_BELLY) | BODY_BIT(BODY_LOWER_BACK))
#define PELVIS_EDGE (BODY_BIT(BODY_PELVIS) | BODY_BIT(BODY_SEAT))

/* From the crown down the right side, round the arm and the leg, to the crotch. */
static const Curve curves[] = {
    { HEAD_EDGE, 26, 0, 44, 23, 44, 55 },
    { HEAD_EDGE, 44, 74, 41, 87, 35, 98 },
    { HEAD_EDGE, 30, 107, 26, 112, 25, 120 },
    { NECK_EDGE, 24, 127, 24, 131, 25, 136 },
    { NECK_EDGE, 28, 150, 44, 158, 66, 166 },
    { BODY_BIT(BODY_SHOULDER), 94, 176, 115, 190, 121, 224 },
    { BODY_BIT(BODY_UPPER_ARM), 126, 254, 129, 292, 137, 330 },
    { BODY_BIT(BODY_FOREARM), 146, 370, 158, 424, 166, 464 },
    { BODY_BIT(BODY_WRIST), 168, 474, 169, 481, 172, 490 },
    { BODY_BIT(BODY_HAND), 178, 505, 185, 522, 186, 544 },
    { BODY_BIT(BODY_FINGERS), 187, 568, 186, 588, 178, 595 },
    { BODY_BIT(BODY_FINGERS), 171, 600, 166, 594, 165, 582 },
    { BODY_BIT(BODY_HAND), 164, 562, 162, 540, 159, 523 },
    { BODY_BIT(BODY_HAND), 158, 533, 156, 544, 151, 543 },
    { BODY_BIT(BODY_HAND), 144, 541, 146, 514, 148, 490 },
    { BODY_BIT(BODY_WRIST), 149, 482, 147, 475, 145, 466 },
    { BODY_BIT(BODY_FOREARM), 137, 428, 121, 388, 114, 345 },
    { BODY_BIT(BODY_UPPER_ARM), 109, 314, 100, 278, 96, 246 },
    { CHEST_EDGE, 95, 236, 91, 236, 91, 246 },
    { CHEST_EDGE, 90, 280, 88, 305, 85, 330 },
    { BELLY_EDGE, 82, 352, 81, 372, 83, 394 },
    { PELVIS_EDGE, 86, 424, 95, 454, 98, 492 },
    { BODY_BIT(BODY_THIGH), 102, 550, 90, 630, 80, 690 },
    { BODY_BIT(BODY_KNEE), 76, 713, 75, 730, 76, 750 },
    { BODY_BIT(BODY_LOWER_LEG), 79, 806, 69, 860, 62, 908 },
    { BODY_BIT(BODY_ANKLE), 60, 922, 60, 932, 62, 942 },
    { BODY_BIT(BODY_FOOT), 66, 957, 80, 968, 86, 982 },
    { BODY_BIT(BODY_TOES), 90, 993, 83, 999, 72, 999 },
    { BODY_BIT(BODY_TOES), 58, 1000, 36, 1001, 33, 986 },
    { BODY_BIT(BODY_FOOT), 31, 974, 35, 962, 35, 946 },
    { BODY_BIT(BODY_ANKLE), 35, 934, 34, 922, 33, 908 },
    { BODY_BIT(BODY_LOWER_LEG), 29, 860, 21, 806, 22, 750 },
    { BODY_BIT(BODY_KNEE), 22, 730, 22, 712, 21, 690 },
    { BODY_BIT(BODY_THIGH), 18, 632, 11, 576, 7, 536 },
    { BODY_BIT(BODY_THIGH), 6, 524, 4, 518, 0, 518 },
};

enum { CURVES = sizeof curves / sizeof *curves, HALF = CURVES * STEPS };
_Static_assert(2 * HALF <= BODY_POINTS_MAX, "both halves have room");

/* Of the right side; those without a side reach over the middle. */
static const BodyGlow glows_of[BODY_TOES + 1] = {
    [BODY_HEAD] = { 0, 46, 0, 72, 58 },
    [BODY_FACE] = { 0, 52, 0, 86, 44 },
    [BODY_CROWN] = { -12, 8, 12, 8, 34 },
    [BODY_FOREHEAD] = { -16, 32, 16, 32, 26 },
    [BODY_EYES] = { -20, 52, 20, 52, 22 },
    [BODY_NOSE] = { 0, 60, 0, 70, 22 },
    [BODY_MOUTH] = { -8, 88, 8, 88, 20 },
    [BODY_JAW] = { -18, 98, 18, 98, 26 },
    [BODY_EARS] = { 42, 60, 42, 70, 22 },
    [BODY_NECK] = { 0, 121, 0, 146, 41 },
    [BODY_THROAT] = { 0, 128, 0, 142, 30 },
    [BODY_CHEST] = { -16, 244, 16, 244, 72 },
    [BODY_UPPER_BACK] = { 0, 230, 0, 286, 84 },
    [BODY_BELLY] = { -14, 382, 14, 382, 70 },
    [BODY_LOWER_BACK] = { 0, 352, 0, 416, 84 },
    [BODY_PELVIS] = { -40, 474, 40, 474, 58 },
    [BODY_SEAT] = { -22, 488, 22, 488, 70 },
    [BODY_SHOULDER] = { 62, 178, 106, 204, 44 },
    [BODY_UPPER_ARM] = { 114, 236, 125, 318, 34 },
    [BODY_FOREARM] = { 132, 368, 152, 440, 38 },
    [BODY_WRIST] = { 159, 474, 162, 490, 26 },
    [BODY_HAND] = { 164, 508, 170, 540, 36 },
    [BODY_FINGERS] = { 178, 560, 178, 576, 30 },
    [BODY_THIGH] = { 53, 550, 50, 650, 54 },
    [BODY_KNEE] = { 48, 708, 48, 728, 44 },
    [BODY_LOWER_LEG] = { 49, 776, 47, 872, 44 },
    [BODY_ANKLE] = { 47, 920, 47, 934, 28 },
    [BODY_HEEL] = { 46, 946, 46, 958, 28 },
    [BODY_FOOT] = { 48, 956, 58, 982, 42 },
    [BODY_SOLE] = { 42, 988, 70, 988, 26 },
    [BODY_TOES] = { 42, 990, 74, 988, 22 },
};

typedef struct PlaceParts {
    const char *id;
    uint64_t parts;
} PlaceParts;

#define LEFT(part) BODY_BIT(part)
#define RIGHT(part) BODY_BIT((part) + BODY_RIGHT)
#define FEET (BOTH(BODY_FOOT) | BOTH(BODY_TOES) | BOTH(BODY_HEEL) | BOTH(BODY_SOLE))
#define FOOT_OF(side)                                                                    \
    (side(BODY_FOOT) | side(BODY_TOES) | side(BODY_HEEL) | side(BODY_SOLE))
#define HANDS (BOTH(BODY_HAND) | BOTH(BODY_FINGERS))
#define ARMS (BOTH(BODY_UPPER_ARM) | BOTH(BODY_FOREARM) | BOTH(BODY_WRIST))
#define FACE                                                                             \
    (BODY_BIT(BODY_FACE) | BODY_BIT(BODY_FOREHEAD) | BODY_BIT(BODY_EYES) |               \
     BODY_BIT(BODY_NOSE) | BODY_BIT(BODY_MOUTH) | BODY_BIT(BODY_JAW))
#define HEAD (BODY_BIT(BODY_HEAD) | BODY_BIT(BODY_CROWN) | BODY_BIT(BODY_EARS))
#define NECK (BODY_BIT(BODY_NECK) | BODY_BIT(BODY_THROAT))

static const PlaceParts places[] = {
    { "whole", BODY_WHOLE },
    { "feet", FEET },
    { "left-foot", FOOT_OF(LEFT) },
    { "right-foot", FOOT_OF(RIGHT) },
    { "left-toes", LEFT(BODY_TOES) },
    { "right-toes", RIGHT(BODY_TOES) },
    { "left-sole", LEFT(BODY_SOLE) },
    { "right-sole", RIGHT(BODY_SOLE) },
    { "left-heel", LEFT(BODY_HEEL) },
    { "right-heel", RIGHT(BODY_HEEL) },
    { "left-ankle", LEFT(BODY_ANKLE) },
    { "right-ankle", RIGHT(BODY_ANKLE) },
    { "lower-legs", BOTH(BODY_LOWER_LEG) | BOTH(BODY_ANKLE) },
    { "left-lower-leg", LEFT(BODY_LOWER_LEG) },
    { "right-lower-leg", RIGHT(BODY_LOWER_LEG) },
    { "knees", BOTH(BODY_KNEE) },
    { "left-knee", LEFT(BODY_KNEE) },
    { "right-knee", RIGHT(BODY_KNEE) },
    { "upper-legs", BOTH(BODY_THIGH) | BOTH(BODY_KNEE) },
    { "knees-and-thighs", BOTH(BODY_THIGH) | BOTH(BODY_KNEE) },
    { "thighs", BOTH(BODY_THIGH) },
    { "left-thigh", LEFT(BODY_THIGH) },
    { "right-thigh", RIGHT(BODY_THIGH) },
    { "seat", BODY_BIT(BODY_SEAT) },
    { "pelvis", BODY_BIT(BODY_PELVIS) },
    { "belly", BODY_BIT(BODY_BELLY) },
    { "chest", BODY_BIT(BODY_CHEST) },
    { "back", BODY_BIT(BODY_UPPER_BACK) | BODY_BIT(BODY_LOWER_BACK) },
    { "lower-back", BODY_BIT(BODY_LOWER_BACK) },
    { "upper-back", BODY_BIT(BODY_UPPER_BACK) },
    { "hands", HANDS },
    { "fingers", BOTH(BODY_FINGERS) },
    { "wrists", BOTH(BODY_WRIST) },
    { "arms", ARMS },
    { "hands-and-arms", HANDS | ARMS },
    { "forearms", BOTH(BODY_FOREARM) | BOTH(BODY_WRIST) },
    { "upper-arms", BOTH(BODY_UPPER_ARM) },
    { "shoulders", BOTH(BODY_SHOULDER) },
    { "shoulders-and-neck", BOTH(BODY_SHOULDER) | NECK },
    { "neck", NECK },
    { "throat", BODY_BIT(BODY_THROAT) },
    { "face-and-head", FACE | HEAD },
    { "jaw", BODY_BIT(BODY_JAW) },
    { "mouth", BODY_BIT(BODY_MOUTH) },
    { "nose", BODY_BIT(BODY_NOSE) },
    { "eyes", BODY_BIT(BODY_EYES) },
    { "eyes-and-forehead", BODY_BIT(BODY_EYES) | BODY_BIT(BODY_FOREHEAD) },
    { "forehead", BODY_BIT(BODY_FOREHEAD) },
    { "ears", BODY_BIT(BODY_EARS) },
    { "crown", BODY_BIT(BODY_CROWN) },
    { "back-of-head", BODY_BIT(BODY_HEAD) },
};

uint64_t body_parts_of(const char *region_id)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strcmp(places[i].id, region_id) == 0)
            return places[i].parts;
    return 0;
}

void body_show(double room_px, Figure *figure)
{
    figure->kind = FIGURE_BODY;
    figure->orb_px = figure->ring_px = figure->ring_stroke_px = 0;
    figure->body_px = room_px;
    figure->place_stroke_px = fmax(STROKE * room_px, STROKE_LEAST);
    figure->place_light = 0;
    figure->body = BODY_ALL;
    figure->body_lit = figure->body_before = 0;
}

static double eased(double part)
{
    const double way = fmin(fmax(part, 0), 1);
    return way * way * (3 - 2 * way);
}

/* On a cubic Bézier curve, one coordinate. */
static double on_curve(const double at[4], double part)
{
    const double left = 1 - part;
    return left * left * left * at[0] + 3 * left * left * part * at[1] +
           3 * left * part * part * at[2] + part * part * part * at[3];
}

/* Left is at the left of the picture, where x is below 0. */
static uint64_t of_right_side(uint64_t parts)
{
    const uint64_t one_sided = BODY_BIT(BODY_SHOULDER) - 1;
    return (parts & one_sided) | (parts & ~one_sided) << BODY_RIGHT;
}

/* Where the outline lies; light is 1 where it is there, 0 where it is left out. Crown and
 * crotch are in the middle, every other point has its mirror. */
static void lay_points(uint64_t there, BodyPoint points[BODY_POINTS_MAX])
{
    double x = 0, y = 0;
    points[0] = (BodyPoint){ 0, 0, (curves[0].parts & there) != 0 };
    for (int32_t i = 1; i <= HALF; i++) {
        const Curve *c = &curves[(i - 1) / STEPS];
        const double xs[] = { x, c->x1, c->x2, c->x }, ys[] = { y, c->y1, c->y2, c->y };
        const double part = (double)((i - 1) % STEPS + 1) / STEPS;
        const BodyPoint at = { on_curve(xs, part), on_curve(ys, part), 0 };
        points[2 * HALF - i] = (BodyPoint){ -at.x, at.y, (c->parts & there) != 0 };
        points[i] = (BodyPoint){ at.x, at.y, (of_right_side(c->parts) & there) != 0 };
        if (i % STEPS == 0)
            x = c->x, y = c->y;
    }
}

/* How far each point is from one that is left out, along the outline: twice round, so
 * that the beginning knows of the end. */
static void measure(const BodyPoint *points, double *far, int32_t count, int32_t step)
{
    double reach = FADE;
    int32_t before = 0;
    for (int32_t n = 0, i = 0; n < 2 * count; n++, i = (i + step + count) % count) {
        const double x = points[i].x - points[before].x,
                     y = points[i].y - points[before].y;
        reach = points[i].light > 0 ? fmin(reach + sqrt(x * x + y * y), FADE) : 0;
        far[i] = fmin(far[i], reach);
        before = i;
    }
}

int32_t body_outline(uint64_t there, BodyPoint points[BODY_POINTS_MAX])
{
    double far[2 * HALF];
    lay_points(there, points);
    for (int32_t i = 0; i < 2 * HALF; i++)
        far[i] = FADE;
    measure(points, far, 2 * HALF, 1);
    measure(points, far, 2 * HALF, -1);
    for (int32_t i = 0; i < 2 * HALF; i++)
        points[i].light = eased(far[i] / FADE);
    return 2 * HALF;
}

static BodyGlow mirrored(BodyGlow glow)
{
    return (BodyGlow){ -glow.x0, glow.y0, -glow.x1, glow.y1, glow.radius };
}

int32_t body_glows(uint64_t parts, BodyGlow glows[BODY_PART_COUNT])
{
    int32_t count = 0;
    for (int32_t part = 0; part <= BODY_TOES; part++) {
        const bool has_sides = part >= BODY_SHOULDER;
        if ((parts & BODY_BIT(part)) != 0)
            glows[count++] = has_sides ? mirrored(glows_of[part]) : glows_of[part];
        if (has_sides && (parts & RIGHT(part)) != 0)
            glows[count++] = glows_of[part];
    }
    return count;
}

/* How far a point is from the glow's line, squared. */
static double distance_squared(const BodyGlow *glow, double x, double y)
{
    const double way_x = glow->x1 - glow->x0, way_y = glow->y1 - glow->y0;
    const double along = (x - glow->x0) * way_x + (y - glow->y0) * way_y;
    const double length = way_x * way_x + way_y * way_y;
    const double part = length > 0 ? fmin(fmax(along / length, 0), 1) : 0;
    const double off_x = x - glow->x0 - part * way_x, off_y = y - glow->y0 - part * way_y;
    return off_x * off_x + off_y * off_y;
}

double body_light(const BodyGlow *glows, int32_t count, double x, double y)
{
    double dark = 1;
    for (int32_t i = 0; i < count; i++) {
        const double reach = GLOW_REACH * glows[i].radius;
        const double low = fmin(glows[i].y0, glows[i].y1) - reach;
        const double high = fmax(glows[i].y0, glows[i].y1) + reach;
        if (y < low || y > high)
            continue;
        const double left = 1 - distance_squared(&glows[i], x, y) / (reach * reach);
        dark *= left > 0 ? 1 - left * left : 1;
    }
    return 1 - dark;
}
