/* SPDX-License-Identifier: MIT */
/* density.h -- how many pixels a point has on this desktop.
 *
 * Sizes are thought in points; a dense display has more than one pixel to each. Wayland
 * hands out windows that have more pixels than their size says. X11 knows only pixels;
 * there the desktop leaves a word in its resources or the environment. Nothing here asks
 * how large a display is in millimetres: what was chosen counts. Main thread. */
#ifndef LEEWAY_APP_DENSITY_H
#define LEEWAY_APP_DENSITY_H

#define DENSITY_MAX 4.0

/* What there is to go by; any of it may be NULL, numbers 0. */
typedef struct DensityHints {
    const char *asked;     /* LEEWAY_DENSITY: it decides */
    double pixel_ratio;    /* the window's pixels to its size; above 1 it decides */
    const char *resources; /* of the X server: "Xft.dpi:\t192" among other lines */
    const char *gdk_scale, *qt_scale; /* GDK_SCALE, QT_SCALE_FACTOR */
} DensityHints;

/* From 1.0 to DENSITY_MAX. A hint that is no such number does not count; of several the
 * largest does. */
double density_from(const DensityHints *hints);

/* The same for this desktop, asked anew, and a window with so many pixels to its size. */
double density_now(double pixel_ratio);

/* How many of the desktop's own units, in which windows are placed and sized, a point
 * has: the density on X11, 1 elsewhere. */
double density_of_units(void);

#endif
