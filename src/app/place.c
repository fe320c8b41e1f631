/* SPDX-License-Identifier: MIT */
#include "app/place.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_PART 0.6 /* of the display */
#define SEEN_PART 0.8  /* of the window: less is not enough */

/* In points. */
enum { FIRST_WIDTH_LEAST = 640, FIRST_HEIGHT_LEAST = 480 };

/* Reads digits, after a sign where there has to be one. */
static bool read_number(const char **at, bool is_signed, int32_t *out)
{
    const bool has_sign = **at == '+' || **at == '-';
    if (has_sign != is_signed || !isdigit((unsigned char)(*at)[has_sign]))
        return false;
    char *end = NULL;
    const long number = strtol(*at, &end, 10);
    *at = end;
    *out = (int32_t)number;
    return number >= -4L * PLACE_SIDE_MAX && number <= 4L * PLACE_SIDE_MAX;
}

static bool is_side(int32_t length)
{
    return length > 0 && length <= PLACE_SIDE_MAX;
}

bool place_read(const char *words, Place *place)
{
    Place read = { .width = 0 };
    const char *at = words;
    if (!read_number(&at, false, &read.width) || *at++ != 'x' ||
        !read_number(&at, false, &read.height) || !is_side(read.width) ||
        !is_side(read.height))
        return false;
    read.is_somewhere = *at != '\0';
    if (read.is_somewhere &&
        (!read_number(&at, true, &read.x) || !read_number(&at, true, &read.y)))
        return false;
    if (*at != '\0')
        return false;
    *place = read;
    return true;
}

void place_write(const Place *place, char out[PLACE_TEXT_MAX])
{
    if (place->is_somewhere)
        snprintf(out, PLACE_TEXT_MAX, "%dx%d%+d%+d", place->width, place->height,
                 place->x, place->y);
    else
        snprintf(out, PLACE_TEXT_MAX, "%dx%d", place->width, place->height);
}

bool place_is_same(const Place *a, const Place *b)
{
    return a->width == b->width && a->height == b->height &&
           a->is_somewhere == b->is_somewhere &&
           (!a->is_somewhere || (a->x == b->x && a->y == b->y));
}

static int32_t first_side(int32_t whole, double least)
{
    const int32_t wished = (int32_t)fmax(FIRST_PART * whole, least);
    return wished < whole ? wished : whole;
}

Place place_first(Rect display, double units)
{
    const int32_t width = first_side(display.w, FIRST_WIDTH_LEAST * units);
    const int32_t height = first_side(display.h, FIRST_HEIGHT_LEAST * units);
    return (Place){ .width = width,
                    .height = height,
                    .is_somewhere = true,
                    .x = display.x + (display.w - width) / 2,
                    .y = display.y + (display.h - height) / 2 };
}

static Rect rect_of(Place place)
{
    return (Rect){ place.x, place.y, place.width, place.height };
}

static double area_of(Rect rect)
{
    return rect_is_empty(rect) ? 0 : (double)rect.w * rect.h;
}

/* How far two stretches of a line are apart; less than 0 where they share some of it. */
static double apart(int32_t a, int32_t a_length, int32_t b, int32_t b_length)
{
    const int32_t left = a - (b + b_length), right = b - (a + a_length);
    return left > right ? left : right;
}

/* How far a display is from the window; the more of it is seen there, the nearer. */
static double distance(Rect window, Rect display)
{
    const double seen = area_of(rect_cross(window, display));
    const double x = fmax(apart(window.x, window.w, display.x, display.w), 0);
    const double y = fmax(apart(window.y, window.h, display.y, display.h), 0);
    return seen > 0 ? -seen : sqrt(x * x + y * y);
}

static Rect nearest(Rect window, const Rect *displays, int32_t count)
{
    Rect found = displays[0];
    for (int32_t i = 1; i < count; i++)
        if (distance(window, displays[i]) < distance(window, found))
            found = displays[i];
    return found;
}

static int32_t within(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* Enough of it can be seen where it is; a size alone has to find room on any display. */
static bool is_seen(Place place, const Rect *displays, int32_t count)
{
    double seen = 0;
    bool has_room = false;
    for (int32_t i = 0; i < count; i++) {
        seen += area_of(rect_cross(rect_of(place), displays[i]));
        has_room |= place.width <= displays[i].w && place.height <= displays[i].h;
    }
    return place.is_somewhere ? seen >= SEEN_PART * area_of(rect_of(place)) : has_room;
}

Place place_fit(Place wish, const Rect *displays, int32_t count, int32_t least)
{
    assert(count > 0);
    Place place = wish;
    place.width = larger(place.width, least);
    place.height = larger(place.height, least);
    if (is_seen(place, displays, count))
        return place;
    const Rect into =
        place.is_somewhere ? nearest(rect_of(place), displays, count) : displays[0];
    place.width = smaller(place.width, into.w);
    place.height = smaller(place.height, into.h);
    place.x = within(place.x, into.x, into.x + into.w - place.width);
    place.y = within(place.y, into.y, into.y + into.h - place.height);
    return place;
}
