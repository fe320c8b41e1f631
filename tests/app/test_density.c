/* SPDX-License-Identifier: MIT */
#include "app/density.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

static const struct {
    const char *name;
    DensityHints hints;
    double density;
} rows[] = {
    { "nothing is known", { .asked = NULL }, 1.0 },
    { "a usual display", { .resources = "Xft.dpi:\t96\n" }, 1.0 },
    { "twice as dense", { .resources = "Xft.dpi:\t192\n" }, 2.0 },
    { "between", { .resources = "Xft.dpi: 144" }, 1.5 },
    { "among other lines",
      { .resources = "*customization:\t-color\nXft.antialias:\t1\nXft.dpi:\t168\n"
                     "Xft.hinting:\t1\n" },
      1.75 },
    { "another name", { .resources = "NotXft.dpi:\t192\nXft.dpis:\t192\n" }, 1.0 },
    { "less than usual", { .resources = "Xft.dpi:\t72\n" }, 1.0 },
    { "no number", { .resources = "Xft.dpi:\tmany\n" }, 1.0 },
    { "no number there is", { .resources = "Xft.dpi:\tnan\n" }, 1.0 },
    { "too much to be true", { .resources = "Xft.dpi:\t9600\n" }, 1.0 },
    { "GTK's", { .gdk_scale = "2" }, 2.0 },
    { "Qt's", { .qt_scale = "1.25" }, 1.25 },
    { "the largest of them",
      { .resources = "Xft.dpi:\t96\n", .gdk_scale = "2", .qt_scale = "1.5" },
      2.0 },
    { "not both at once", { .resources = "Xft.dpi:\t192\n", .gdk_scale = "2" }, 2.0 },
    { "nothing in them", { .asked = "", .gdk_scale = "", .qt_scale = "" }, 1.0 },
    { "the window has more pixels", { .pixel_ratio = 2.0 }, 2.0 },
    { "the window knows better", { .pixel_ratio = 1.5, .gdk_scale = "3" }, 1.5 },
    { "the window has as many pixels", { .pixel_ratio = 1.0, .gdk_scale = "3" }, 3.0 },
    { "more pixels than there are points for", { .pixel_ratio = 8.0 }, 4.0 },
    { "asked for",
      { .asked = "1", .pixel_ratio = 2.0, .resources = "Xft.dpi:\t192\n" },
      1.0 },
    { "asked for more", { .asked = "2.5" }, 2.5 },
    { "asked for too much", { .asked = "40", .pixel_ratio = 2.0 }, 2.0 },
    { "asked for in words", { .asked = "large", .pixel_ratio = 2.0 }, 2.0 },
};

static void test_a_density_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const double found = density_from(&rows[i].hints);
        if (fabs(found - rows[i].density) > 1e-9)
            fail_msg("%s: %g, and not %g", rows[i].name, found, rows[i].density);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_density_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
