/* SPDX-License-Identifier: MIT */
/* paint.h -- the few drawing verbs that screens use.
 *
 * Two twins stand behind them: one draws pixels (raster and text), one writes the picture
 * down in words, a line for each verb, for tests. A Paint borrows what it draws on.
 * Lengths are pixels of the window. Main thread only. */
#ifndef LEEWAY_VIEW_PAINT_H
#define LEEWAY_VIEW_PAINT_H

#include "view/figure.h"
#include "view/raster.h"
#include "view/text.h"
#include "view/theme.h"

#include <stddef.h>

/* One line of words, placed. */
typedef struct PaintText {
    const char *utf8;
    int32_t length; /* bytes */
    int32_t size_px;
    int32_t x, baseline; /* left end of the line */
    ThemeColour colour;
    double alpha;
    TextBase base;
    const int8_t *levels; /* as a TextSpan has them */
} PaintText;

/* A control's body; colours by name, alpha 0 for none. */
typedef struct PaintBox {
    double x_px, y_px, w_px, h_px, radius_px, stroke_px;
    ThemeColour fill, outline;
    double fill_alpha, outline_alpha;
} PaintBox;

typedef struct Paint Paint;

typedef struct PaintVerbs {
    /* The page; where `over` will be drawn next, it may be left out. */
    void (*background)(Paint *paint, const Figure *over);
    void (*figure)(Paint *paint, const Figure *figure);
    void (*box)(Paint *paint, const PaintBox *box);
    void (*text)(Paint *paint, const PaintText *text);
} PaintVerbs;

struct Paint {
    const PaintVerbs *verbs;
    const Theme *theme;
    /* the twin in pixels */
    Raster *raster;
    RasterTables *tables;
    Text *text;
    /* the twin in words: a buffer of the caller, cut at its end */
    char *log;
    size_t log_size, log_length;
};

/* Draws inside the raster's clip. */
Paint paint_pixels(Raster *raster, RasterTables *tables, Text *text, const Theme *theme);

/* Writes lines like these, pixels to a tenth and parts of 1 to a hundredth; what is 0, or
 * an alpha or a light of 1, is left out. A line that has no room ends the log before it.
 *
 *     background
 *     figure 640,259.2 orb 211.2 full 0.5 ring 316.8 stroke 1.5 lit 1 bead 0.25 lit 1
 *     figure 640,259.2 filled 0.5 notch 0.74 ring 316.8 stroke 14.4
 *     figure 640,259.2 words 80px "Out" 0.2 "In" 0.8
 *     figure 640,259.2 path from 2, 7 of 34 step 40.8 fades 4 0.3 at 5 0.7
 *     figure 640,259.2 body 316.8 without 20000 fades 800 0.3 lit whole 0.7
 *     box 482,566 150x56 radius 11.7 fill panel stroke 1.5 outline
 *     text 540,414 20px secondary 0.5 "Space begins. Esc closes."
 */
Paint paint_log(char *log, size_t log_size, const Theme *theme);

#endif
