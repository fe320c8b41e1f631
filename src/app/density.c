/* SPDX-License-Identifier: MIT */
#include "app/density.h"

#include <SDL.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#ifdef LEEWAY_X11
#include <X11/Xlib.h>
#endif

#define USUAL_DPI 96.0
#define NAME "Xft.dpi:"

enum { RESOURCES_MAX = 16384 };

/* The number that stands at the beginning of a line, 0 when there is none. */
static double number_of(const char *words)
{
    char *end = NULL;
    const double number = words != NULL ? strtod(words, &end) : 0;
    return end != words && isfinite(number) ? number : 0;
}

static double dpi_of(const char *resources)
{
    const char *line = resources;
    while (line != NULL && *line != '\0') {
        if (strncmp(line, NAME, strlen(NAME)) == 0)
            return number_of(line + strlen(NAME));
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    return 0;
}

/* The largest of what is possible. */
static double larger(double density, double hint)
{
    return hint > density && hint <= DENSITY_MAX ? hint : density;
}

double density_from(const DensityHints *hints)
{
    const double asked = number_of(hints->asked);
    if (asked >= 1.0 && asked <= DENSITY_MAX)
        return asked;
    if (hints->pixel_ratio > 1.0)
        return larger(1.0, fmin(hints->pixel_ratio, DENSITY_MAX));
    double density = larger(1.0, dpi_of(hints->resources) / USUAL_DPI);
    density = larger(density, number_of(hints->gdk_scale));
    return larger(density, number_of(hints->qt_scale));
}

static bool is_x11(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver != NULL && strcmp(driver, "x11") == 0;
}

#ifdef LEEWAY_X11
/* A connection of its own is told the resources as they are now; SDL's was told them when
 * it was opened. */
static const char *read_resources(char out[RESOURCES_MAX])
{
    Display *display = XOpenDisplay(NULL);
    if (display == NULL)
        return NULL;
    const char *found = XResourceManagerString(display);
    out[0] = '\0';
    if (found != NULL)
        strncat(out, found, RESOURCES_MAX - 1);
    XCloseDisplay(display);
    return out;
}
#else
static const char *read_resources(char out[RESOURCES_MAX])
{
    (void)out;
    return NULL;
}
#endif

double density_now(double pixel_ratio)
{
    char resources[RESOURCES_MAX];
    DensityHints hints = { .asked = getenv("LEEWAY_DENSITY"),
                           .pixel_ratio = pixel_ratio };
    if (is_x11()) {
        hints.resources = read_resources(resources);
        hints.gdk_scale = getenv("GDK_SCALE");
        hints.qt_scale = getenv("QT_SCALE_FACTOR");
    }
    return density_from(&hints);
}

double density_of_units(void)
{
    return is_x11() ? density_now(1.0) : 1.0;
}
