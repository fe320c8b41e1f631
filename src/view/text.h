/* SPDX-License-Identifier: MIT */
/* text.h -- words measured, wrapped and drawn, by SDL2_ttf.
 *
 * One face at a time, sizes in whole pixels. Rendered lines are kept in a small cache;
 * measuring and drawing allocate only when a line is new. Any bytes are survived: what is
 * no UTF-8 shows as "?", and a character the face lacks never shows as an empty box.
 * Needs no window. Main thread only. */
#ifndef LEEWAY_VIEW_TEXT_H
#define LEEWAY_VIEW_TEXT_H

#include "core/error.h"
#include "view/raster.h"

#include <stdbool.h>
#include <stdint.h>

enum { TEXT_LINES_MAX = 16 };

typedef struct Text Text;

/* Opens the face in the font file. NULL and a sentence when that fails. */
Text *text_open(const char *font_path, Error *error);
void text_close(Text *text);

/* Takes the face in another font file from now on; what was measured is to be measured
 * again. On failure, with a sentence, the present one stays. */
bool text_use(Text *text, const char *font_path, Error *error);

/* Width of one line, and the height from its ascent to its descent, in pixels. */
int32_t text_width_px(Text *text, const char *utf8, int32_t size_px);
int32_t text_ascent_px(Text *text, int32_t size_px);
int32_t text_height_px(Text *text, int32_t size_px);

/* Width of `length` bytes of a line. */
int32_t text_span_px(Text *text, const char *utf8, int32_t length, int32_t size_px);

/* A line of a wrapped text, as bytes of it, without the space it ends with. */
typedef struct TextLine {
    int32_t start, length;
    int32_t width_px;
} TextLine;

/* Breaks a text at spaces into lines no wider than width_px, a word that is too wide by
 * itself behind a stroke or else at letters; evens the lines out where that costs no
 * line. A newline ends a line, a no-break space breaks none. Returns their number, at
 * most TEXT_LINES_MAX; "" is no line. Asking again for the same text costs next to
 * nothing. */
int32_t text_wrap(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                  TextLine lines[TEXT_LINES_MAX]);

/* Draws `length` bytes of one line with its left end at x and its baseline at y. */
void text_draw(Text *text, Raster *raster, const char *utf8, int32_t length,
               int32_t size_px, int32_t x, int32_t baseline, uint32_t colour,
               double alpha);

/* The lines of the text that is written, for text_flow(), which keeps them here. */
struct TextFlow *text_own_flow(Text *text);

/* Puts zeros in the place of all words that are remembered: none of what was measured or
 * drawn is left here. */
void text_wipe(Text *text);

/* The bytes of the first character, and the character. A byte that is no UTF-8 counts for
 * one, as TEXT_BAD. Asserts length > 0. */
enum { TEXT_BAD = 0xFFFD };
int32_t text_character(const char *utf8, int32_t length, uint32_t *character);

#endif
