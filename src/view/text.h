/* SPDX-License-Identifier: MIT */
/* text.h -- words measured, wrapped and drawn, by SDL2_ttf.
 *
 * One face is chosen, others stand in for what it lacks; lines run from right to left
 * where their letters do. Sizes are whole pixels. Rendered lines are kept in a small
 * cache; measuring and drawing allocate only when a line is new. Any bytes are survived:
 * what is no UTF-8 shows as "?", and a character the face lacks never shows as an empty
 * box. Needs no window. Main thread only. */
#ifndef LEEWAY_VIEW_TEXT_H
#define LEEWAY_VIEW_TEXT_H

#include "core/error.h"
#include "view/raster.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT_LINES_MAX = 16 };

typedef struct Text Text;

/* Where a line begins, when nothing in it tells. */
typedef enum TextBase { TEXT_BASE_AUTO, TEXT_BASE_LTR, TEXT_BASE_RTL } TextBase;

/* A line of words, or a part of one. */
typedef struct TextSpan {
    const char *utf8;
    int32_t length, size_px;
    TextBase base;        /* AUTO: as its first letter says */
    const int8_t *levels; /* which way each byte runs, where that is known; or NULL */
} TextSpan;

/* Opens the face in the font file. NULL and a sentence when that fails. */
Text *text_open(const char *font_path, Error *error);
void text_close(Text *text);

/* Takes the face in another font file from now on; what was measured is to be measured
 * again. On failure, with a sentence, the present one stays. */
bool text_use(Text *text, const char *font_path, Error *error);

/* Another face for what those before it lack; it is read when it is needed. After them
 * the fonts of the system are asked, where that is allowed. */
void text_add(Text *text, const char *font_path);
void text_ask_system(Text *text);

/* Width of one line, and the height from its ascent to its descent, in pixels. */
int32_t text_width_px(Text *text, const char *utf8, int32_t size_px);
int32_t text_ascent_px(Text *text, int32_t size_px);
int32_t text_height_px(Text *text, int32_t size_px);

/* Width of `length` bytes of a line. */
int32_t text_span_px(Text *text, const char *utf8, int32_t length, int32_t size_px);
int32_t text_line_px(Text *text, const TextSpan *line);

/* A line of a wrapped text, as bytes of it, without the space it ends with. */
typedef struct TextLine {
    int32_t start, length;
    int32_t width_px;
    TextBase base; /* of its paragraph; AUTO where nothing runs from right to left */
} TextLine;

/* Breaks a text at spaces into lines no wider than width_px, a word that is too wide by
 * itself behind a stroke or else at letters; evens the lines out where that costs no
 * line. A newline ends a line, a no-break space breaks none. Returns their number, at
 * most TEXT_LINES_MAX; "" is no line. Asking again for the same text costs next to
 * nothing. */
int32_t text_wrap(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                  TextLine lines[TEXT_LINES_MAX]);

typedef struct TextInk {
    uint32_t colour;
    double alpha;
} TextInk;

/* Draws one line with its left end at x and its baseline at y. */
void text_draw(Text *text, Raster *raster, const TextSpan *line, int32_t x,
               int32_t baseline, TextInk ink);

/* The lines of the text that is written, for text_flow(), which keeps them here. */
struct TextFlow *text_own_flow(Text *text);

/* Puts zeros in the place of all words that are remembered: none of what was measured or
 * drawn is left here. */
void text_wipe(Text *text);

/* The memory in which they are remembered, all but the pictures of lines, for whoever
 * knows how to keep it from others. */
void *text_memory(Text *text, size_t *size);

/* The bytes of the first character, and the character. A byte that is no UTF-8 counts for
 * one, as TEXT_BAD. Asserts length > 0. */
enum { TEXT_BAD = 0xFFFD };
int32_t text_character(const char *utf8, int32_t length, uint32_t *character);

#endif
