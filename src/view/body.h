/* SPDX-License-Identifier: MIT */
/* body.h -- a body as one quiet outline, and which parts of it a place is.
 *
 * Standing, from the front, nobody in particular. It is seen as in a mirror: the person's
 * left is at the left of the picture. What cannot be seen from the front (back, seat) is
 * a light behind the same torso. Coordinates are thousandths of the height, x from the
 * middle, y from the crown. Data and arithmetic alone: raster_body.c draws it. */
#ifndef LEEWAY_VIEW_BODY_H
#define LEEWAY_VIEW_BODY_H

#include "view/figure.h"

#include <stdint.h>

typedef enum BodyPart {
    BODY_HEAD,
    BODY_FACE,
    BODY_CROWN,
    BODY_FOREHEAD,
    BODY_EYES,
    BODY_NOSE,
    BODY_MOUTH,
    BODY_JAW,
    BODY_EARS,
    BODY_NECK,
    BODY_THROAT,
    BODY_CHEST,
    BODY_UPPER_BACK,
    BODY_BELLY,
    BODY_LOWER_BACK,
    BODY_PELVIS,
    BODY_SEAT,
    /* These are on both sides: BODY_RIGHT further stands the right one. */
    BODY_SHOULDER,
    BODY_UPPER_ARM,
    BODY_FOREARM,
    BODY_WRIST,
    BODY_HAND,
    BODY_FINGERS,
    BODY_THIGH,
    BODY_KNEE,
    BODY_LOWER_LEG,
    BODY_ANKLE,
    BODY_HEEL,
    BODY_FOOT,
    BODY_SOLE,
    BODY_TOES,
    BODY_RIGHT = BODY_TOES + 1 - BODY_SHOULDER,
    BODY_PART_COUNT = BODY_TOES + 1 + BODY_RIGHT
} BodyPart;

#define BODY_BIT(part) (UINT64_C(1) << (part))
#define BODY_ALL (BODY_BIT(BODY_PART_COUNT) - 1)
#define BODY_WHOLE BODY_BIT(63) /* of what is lit: everything that is there, faintly */

/* The parts that a place is, by its id; BODY_WHOLE for "whole", 0 for what is outside the
 * body or not known. A body without some places is BODY_ALL less their parts. */
uint64_t body_parts_of(const char *region_id);

/* Puts it into a figure whose centre is set already, as high as its room (the ring's,
 * 0.44 S, usually): all of it there, nothing lit. */
void body_show(double room_px, Figure *figure);

enum { BODY_POINTS_MAX = 640 };

/* A corner of the outline. */
typedef struct BodyPoint {
    double x, y;
    double light; /* 1 where the outline is there; it fades towards what is left out */
} BodyPoint;

/* The closed outline of what is there, as straight lines too short to be seen. Returns
 * how many points it has. */
int32_t body_outline(uint64_t there, BodyPoint points[BODY_POINTS_MAX]);

/* A soft light round a straight line, in the middle of a part. */
typedef struct BodyGlow {
    double x0, y0, x1, y1, radius;
} BodyGlow;

/* The lights of these parts. Returns how many. */
int32_t body_glows(uint64_t parts, BodyGlow glows[BODY_PART_COUNT]);

/* How much light all of them give at a point, 0 .. 1. */
double body_light(const BodyGlow *glows, int32_t count, double x, double y);

#endif
