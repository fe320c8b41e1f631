/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "view/text.h"

#include "view/text_flow.h"
#include "view/text_pieces.h"
#include "view/text_render.h"
#include "view/text_wrap.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is kept at a time. A longer line is measured and drawn in pieces. A page is laid
 * out for every picture, so all of its words have room here. */
enum { LINES = 64, WRAPS = 64, LINE_BYTES = TEXT_LINE_BYTES };

/* Widths are kept by what the words look like as a number, a few in each row. Longer
 * words are measured each time. */
enum { SPAN_ROWS = 128, SPANS_IN_ROW = 4, SPAN_BYTES = 64 };

enum { REACH_PX = 1000 }; /* the size at which a face is measured */

/* What is asked for; a line has no width to wrap at. */
typedef struct Words {
    TextSpan span;
    int32_t width_px;
    uint64_t print; /* of its levels */
} Words;

/* What a kept thing was asked for by, and when it last was: 0 for never. */
typedef struct Slot {
    char bytes[LINE_BYTES];
    int32_t length, size_px, width_px;
    TextBase base;
    uint64_t print;
    uint64_t used;
} Slot;

/* The width of words that need not be drawn. */
typedef struct Span {
    char bytes[SPAN_BYTES];
    int32_t length, size_px, width_px; /* a size of 0: none */
    uint64_t used;
} Span;

typedef struct Wrap {
    TextLine lines[TEXT_LINES_MAX];
    int32_t count;
} Wrap;

struct Text {
    Faces faces;
    double rise, fall; /* how far letters reach from the baseline, of the size */
    uint64_t turn;     /* counts uses, to find what is longest unused */
    Slot line_slots[LINES], wrap_slots[WRAPS];
    TextMask lines[LINES];
    Wrap wraps[WRAPS];
    Span spans[SPAN_ROWS][SPANS_IN_ROW];
    TextFlow flow;
};

static bool is_kept(const Slot *slot, const Words *words)
{
    const TextSpan *span = &words->span;
    return slot->used > 0 && slot->length == span->length &&
           slot->size_px == span->size_px && slot->width_px == words->width_px &&
           slot->base == span->base && slot->print == words->print &&
           memcmp(slot->bytes, span->utf8, (size_t)span->length) == 0;
}

/* The number of the slot that keeps the words, or -1. */
static int kept_at(const Slot *slots, int count, const Words *words)
{
    for (int i = 0; i < count; i++) {
        if (is_kept(&slots[i], words))
            return i;
    }
    return -1;
}

/* Gives the words the slot that is longest unused. */
static int keep(Slot *slots, int count, const Words *words)
{
    int oldest = 0;
    for (int i = 1; i < count; i++) {
        if (slots[i].used < slots[oldest].used)
            oldest = i;
    }
    Slot *slot = &slots[oldest];
    assert(words->span.length <= LINE_BYTES);
    memcpy(slot->bytes, words->span.utf8, (size_t)words->span.length);
    slot->length = words->span.length;
    slot->size_px = words->span.size_px;
    slot->width_px = words->width_px;
    slot->base = words->span.base;
    slot->print = words->print;
    return oldest;
}

/* A face may hold room for marks that are piled up in other languages; the highest and
 * the lowest letters of those that are written here need less. */
static void measure_reach(Text *text, TTF_Font *font)
{
    int top = REACH_PX, bottom = -REACH_PX;
    if (font == NULL)
        return;
    TTF_GlyphMetrics32(font, 0xC5, NULL, NULL, NULL, &top, NULL);     /* Å */
    TTF_GlyphMetrics32(font, 0x219, NULL, NULL, &bottom, NULL, NULL); /* ș */
    text->rise = (double)top / REACH_PX;
    text->fall = (double)-bottom / REACH_PX;
}

static void forget_all(Text *text)
{
    for (int i = 0; i < LINES; i++) {
        text_drop(text->lines[i].mask);
        text->lines[i].mask = NULL;
        text->line_slots[i].used = 0;
    }
    for (int i = 0; i < WRAPS; i++)
        text->wrap_slots[i].used = 0;
    memset(text->spans, 0, sizeof text->spans);
    text->flow.count = text->flow.size_px = 0;
}

void text_wipe(Text *text)
{
    forget_all(text);
    explicit_bzero(text->line_slots, sizeof text->line_slots);
    explicit_bzero(text->wrap_slots, sizeof text->wrap_slots);
    explicit_bzero(text->spans, sizeof text->spans);
    explicit_bzero(&text->flow, sizeof text->flow);
}

void *text_memory(Text *text, size_t *size)
{
    *size = sizeof *text;
    return text;
}

Faces *text_own_faces(Text *text)
{
    return &text->faces;
}

TextFlow *text_own_flow(Text *text)
{
    return &text->flow;
}

bool text_use(Text *text, const char *font_path, Error *error)
{
    if (!faces_choose(&text->faces, font_path, error))
        return false;
    measure_reach(text, faces_font(&text->faces, 0, REACH_PX));
    forget_all(text);
    return true;
}

void text_add(Text *text, const char *font_path)
{
    faces_add(&text->faces, font_path, 0);
}

void text_ask_system(Text *text)
{
    text->faces.asks_system = true;
}

Text *text_open(const char *font_path, Error *error)
{
    if (TTF_Init() != 0) {
        error_set(error, "letters cannot be drawn: %s", TTF_GetError());
        return NULL;
    }
    Text *text = calloc(1, sizeof *text);
    if (text != NULL && text_use(text, font_path, error))
        return text;
    if (text == NULL) {
        error_set(error, "there is no memory left for letters");
        TTF_Quit();
    }
    text_close(text);
    return NULL;
}

void text_close(Text *text)
{
    if (text == NULL)
        return;
    forget_all(text);
    faces_close(&text->faces);
    free(text);
    TTF_Quit();
}

static int32_t smaller(int32_t whole, double part)
{
    return (int32_t)fmin(whole, ceil(part));
}

/* Ascent and descent come rounded as the outline has them; fitted to the pixels a letter
 * may reach one further. A box that is measured holds all of it. */
int32_t text_ascent_px(Text *text, int32_t size_px)
{
    TTF_Font *font = faces_font(&text->faces, 0, size_px);
    return font == NULL ? 0 : smaller(TTF_FontAscent(font), text->rise * size_px) + 1;
}

int32_t text_height_px(Text *text, int32_t size_px)
{
    TTF_Font *font = faces_font(&text->faces, 0, size_px);
    const int32_t ascent = text_ascent_px(text, size_px);
    return font == NULL
               ? 0
               : ascent + smaller(-TTF_FontDescent(font), text->fall * size_px) + 1;
}

/* As many of the bytes as make one kept line, cut between characters. */
static int32_t piece_length(const char *utf8, int32_t length)
{
    if (length <= LINE_BYTES)
        return length;
    int32_t end = LINE_BYTES;
    while (end > LINE_BYTES - 4 && ((unsigned char)utf8[end] & 0xC0) == 0x80)
        end--;
    return end;
}

static uint64_t print_of(const TextSpan *span)
{
    uint64_t print = 0;
    if (span->levels != NULL)
        print = UINT64_C(14695981039346656037); /* FNV-1a */
    for (int32_t i = 0; i < span->length && span->levels != NULL; i++)
        print = (print ^ (uint64_t)span->levels[i]) * UINT64_C(1099511628211);
    return print;
}

static const TextMask *line_of(Text *text, const TextSpan *span)
{
    const Words words = { .span = *span, .print = print_of(span) };
    int at = kept_at(text->line_slots, LINES, &words);
    if (at < 0) {
        const TextMask line = text_render(&text->faces, span);
        at = keep(text->line_slots, LINES, &words);
        text_drop(text->lines[at].mask);
        text->lines[at] = line;
    }
    text->line_slots[at].used = ++text->turn;
    return &text->lines[at];
}

static bool is_width_of(const Span *span, const TextSpan *words)
{
    return span->length == words->length && span->size_px == words->size_px &&
           memcmp(span->bytes, words->utf8, (size_t)words->length) == 0;
}

/* Its place, or the place of what is longest unused where these words have none. */
static Span *span_of(Text *text, const TextSpan *words)
{
    uint32_t print = 2166136261u ^ (uint32_t)words->size_px;
    for (int32_t i = 0; i < words->length; i++)
        print = (print ^ (unsigned char)words->utf8[i]) * 16777619u;
    Span *row = text->spans[(print ^ print >> 16) % SPAN_ROWS], *oldest = row;
    for (int i = 0; i < SPANS_IN_ROW; i++) {
        if (is_width_of(&row[i], words))
            return &row[i];
        if (row[i].used < oldest->used)
            oldest = &row[i];
    }
    return oldest;
}

/* Keeps no line: wrapping tries many that are never drawn. */
static int32_t measure(Text *text, const TextSpan *words)
{
    const bool is_usual = words->base == TEXT_BASE_AUTO && words->levels == NULL;
    if (words->length > SPAN_BYTES || !is_usual)
        return text_measure(&text->faces, words);
    Span *span = span_of(text, words);
    if (!is_width_of(span, words)) {
        *span = (Span){ .length = words->length, .size_px = words->size_px };
        memcpy(span->bytes, words->utf8, (size_t)words->length);
        span->width_px = text_measure(&text->faces, words);
    }
    span->used = ++text->turn;
    return span->width_px;
}

/* The part of a line that is kept by itself, from `at` on. */
static TextSpan part_of(const TextSpan *line, int32_t at)
{
    TextSpan part = *line;
    part.utf8 += at;
    part.length = piece_length(line->utf8 + at, line->length - at);
    if (part.levels != NULL)
        part.levels += at;
    return part;
}

int32_t text_line_px(Text *text, const TextSpan *line)
{
    int32_t width_px = 0;
    for (int32_t at = 0; at < line->length;) {
        const TextSpan part = part_of(line, at);
        width_px += measure(text, &part);
        at += part.length;
    }
    return width_px;
}

int32_t text_span_px(Text *text, const char *utf8, int32_t length, int32_t size_px)
{
    return text_line_px(
        text, &(TextSpan){ .utf8 = utf8, .length = length, .size_px = size_px });
}

int32_t text_width_px(Text *text, const char *utf8, int32_t size_px)
{
    return text_span_px(text, utf8, (int32_t)strlen(utf8), size_px);
}

int32_t text_wrap(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                  TextLine lines[TEXT_LINES_MAX])
{
    const TextSpan span = { .utf8 = utf8,
                            .length = (int32_t)strlen(utf8),
                            .size_px = size_px };
    const Words words = { .span = span, .width_px = width_px };
    if (span.length > LINE_BYTES)
        return text_wrap_lines(text, utf8, size_px, width_px, lines);
    int at = kept_at(text->wrap_slots, WRAPS, &words);
    if (at < 0) {
        at = keep(text->wrap_slots, WRAPS, &words);
        Wrap *wrap = &text->wraps[at];
        wrap->count = text_wrap_lines(text, utf8, size_px, width_px, wrap->lines);
    }
    text->wrap_slots[at].used = ++text->turn;
    memcpy(lines, text->wraps[at].lines, sizeof text->wraps[at].lines);
    return text->wraps[at].count;
}

void text_draw(Text *text, Raster *raster, const TextSpan *line, int32_t x,
               int32_t baseline, TextInk ink)
{
    const int32_t right = raster->clip.x + raster->clip.w;
    for (int32_t at = 0; at < line->length && x < right;) {
        const TextSpan part = part_of(line, at);
        const TextMask *drawn = line_of(text, &part);
        const SDL_Surface *mask = drawn->mask;
        if (mask != NULL)
            raster_mask(raster, mask->pixels, mask->w, mask->h, mask->pitch, x,
                        baseline - drawn->rise_px, ink.colour, ink.alpha);
        x += drawn->width_px;
        at += part.length;
    }
}
