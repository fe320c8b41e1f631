/* SPDX-License-Identifier: MIT */
/* window.h -- the window, opened on what the command line asked for.
 *
 * App knows all the other folders and is known by none: command line, window, event loop,
 * input, export.
 *
 * A WindowWish holds only what was typed. A zeroed one is the plain `leeway`: the home
 * page with what is remembered. Times are milliseconds, lengths points. Main thread. */
#ifndef LEEWAY_APP_WINDOW_H
#define LEEWAY_APP_WINDOW_H

#include "app/request.h"
#include "app/verbs.h"
#include "core/error.h"
#include "sound/order.h"

#include <stdbool.h>
#include <stdint.h>

enum { WINDOW_SIDE_MIN = 120, WINDOW_SIDE_MAX = 16384 };

/* Something that may be left as it was remembered. */
typedef enum WindowChoice { WINDOW_REMEMBERED, WINDOW_OFF, WINDOW_ON } WindowChoice;

typedef struct WindowWish {
    /* What to practise, lead-in included; already found sound. Counts only when
     * is_practice_given; otherwise what is remembered does. */
    PracticeRequest practice;
    bool is_practice_given;

    /* The bed or the marks were named: on when any of them was turned on, off when both
     * were turned off. */
    WindowChoice sound;
    WindowChoice marks;
    bool is_bed_given;
    MixBed bed; /* may be MIX_BED_NONE */
    bool is_volume_given;
    int32_t volume; /* 0 .. 100 */

    const char *voice, *bell;   /* who speaks, what rings; NULL for what is remembered */
    const char *figure, *theme; /* names, or NULL for what is remembered */
    bool is_movement_less;

    int32_t width, height; /* 0: as it was left, or the usual size */
    bool is_fullscreen;
} WindowWish;

/* Opens the window and comes back when the person closes it. Returns STATUS_FINE, or
 * STATUS_NO_DISPLAY or STATUS_FAILED with a sentence in *error, which main prints. */
Status window_run(const WindowWish *wish, Error *error);

#endif
