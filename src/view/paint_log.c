/* SPDX-License-Identifier: MIT */
#include "view/body.h"
#include "view/paint.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const COLOURS[] = {
    [THEME_TOP] = "top",
    [THEME_BOTTOM] = "bottom",
    [THEME_PANEL] = "panel",
    [THEME_TEXT] = "text",
    [THEME_SECONDARY] = "secondary",
    [THEME_OUTLINE] = "outline",
    [THEME_RING] = "ring",
    [THEME_RING_HOLD] = "ring-hold",
    [THEME_ORB_EDGE] = "orb-edge",
    [THEME_ORB_MIDDLE] = "orb-middle",
    [THEME_ORB_CORE] = "orb-core",
    [THEME_FOCUS] = "focus",
    [THEME_FILL] = "fill",
    [THEME_FILL_MORE] = "fill-more",
    [THEME_FILL_HOLD] = "fill-hold",
    [THEME_SELECTION] = "selection",
};
_Static_assert(sizeof COLOURS / sizeof *COLOURS == THEME_COLOUR_COUNT, "a colour each");

/* Appends to the line. What is beyond the buffer is counted but not written. */
__attribute__((format(printf, 2, 3))) static void put(Paint *paint, const char *format,
                                                      ...)
{
    const size_t at = paint->log_length;
    const size_t room = at < paint->log_size ? paint->log_size - at : 0;
    va_list args;
    va_start(args, format);
    const int length = vsnprintf(room > 0 ? paint->log + at : NULL, room, format, args);
    va_end(args);
    paint->log_length += length > 0 ? (size_t)length : 0;
}

/* Ends the line that began at `start`. If it has no room it is taken back, and nothing
 * follows: a log is cut between lines. */
static void end_line(Paint *paint, size_t start)
{
    put(paint, "\n");
    if (paint->log_length < paint->log_size)
        return;
    paint->log_length = start;
    paint->log_size = start + 1;
    paint->log[start] = '\0';
}

/* A number to `parts` of 1 (10 or 100), whole ones without a point, in any locale. */
static void put_number(Paint *paint, double value, long parts)
{
    const long rounded = lround(value * (double)parts);
    const long rest = labs(rounded % parts);
    put(paint, "%s%ld", rounded < 0 ? "-" : "", labs(rounded / parts));
    if (rest == 0)
        return;
    if (parts == 100 && rest % 10 != 0)
        put(paint, ".%02ld", rest);
    else
        put(paint, ".%ld", rest / (parts / 10));
}

static void put_px(Paint *paint, const char *before, double value_px)
{
    put(paint, "%s", before);
    put_number(paint, value_px, 10);
}

static void put_part(Paint *paint, const char *before, double value)
{
    put(paint, "%s", before);
    put_number(paint, value, 100);
}

static void put_colour(Paint *paint, const char *before, ThemeColour colour, double alpha)
{
    put(paint, "%s%s", before, COLOURS[colour]);
    if (alpha != 1)
        put_part(paint, " ", alpha);
}

/* Words in quotation marks; what is no UTF-8, and controls, as bytes. */
static void put_quoted(Paint *paint, const char *utf8, int32_t length)
{
    put(paint, "\"");
    for (int32_t at = 0, bytes; at < length; at += bytes) {
        uint32_t character;
        bytes = text_character(utf8 + at, length - at, &character);
        if (character == '"' || character == '\\')
            put(paint, "\\%c", (int)character);
        else if (character < 0x20 || (character == TEXT_BAD && bytes == 1))
            put(paint, "\\x%02X", (unsigned char)utf8[at]);
        else
            put(paint, "%.*s", (int)bytes, utf8 + at);
    }
    put(paint, "\"");
}

static void background(Paint *paint, const Figure *over)
{
    (void)over;
    const size_t start = paint->log_length;
    put(paint, "background");
    end_line(paint, start);
}

static void put_ring(Paint *paint, const Figure *shape)
{
    put_px(paint, " ring ", shape->ring_px);
    put_px(paint, " stroke ", shape->ring_stroke_px);
    if (shape->ring_fade > 0)
        put_part(paint, " fade ", shape->ring_fade);
    if (shape->ring_light > 0)
        put_part(paint, " lit ", shape->ring_light);
    if (shape->bead_light <= 0)
        return;
    put_part(paint, " bead ", shape->bead_turn);
    put_part(paint, " lit ", shape->bead_light);
}

static void put_filling(Paint *paint, const Figure *shape)
{
    put_part(paint, " filled ", shape->fullness);
    if (shape->notch > 0)
        put_part(paint, " notch ", shape->notch);
    if (shape->ready != 1)
        put_part(paint, " ready ", shape->ready);
}

static void put_figure_word(Paint *paint, const char *word, double light)
{
    if (word == NULL || light <= 0)
        return;
    put(paint, " ");
    put_quoted(paint, word, (int32_t)strlen(word));
    if (light != 1)
        put_part(paint, " ", light);
}

static void put_figure_words(Paint *paint, const Figure *shape)
{
    put(paint, " words %dpx", (int)shape->word_px);
    put_figure_word(paint, shape->word_before, 1 - shape->word_light);
    put_figure_word(paint, shape->word, shape->word_light);
}

/* Places are counted from 1, as people do. */
static void put_place(Paint *paint, const char *before, int32_t place, double light)
{
    if (place < 0 || light <= 0)
        return;
    put(paint, "%s%d", before, (int)place + 1);
    if (light != 1)
        put_part(paint, " ", light);
}

static void put_path(Paint *paint, const Figure *shape)
{
    put_part(paint, " path from ", shape->place_first + 1);
    put(paint, ", %d of %d", (int)shape->place_count, (int)shape->place_total);
    put_px(paint, " step ", shape->place_step_px);
    put_place(paint, " fades ", shape->place_before, 1 - shape->place_light);
    put_place(paint, " at ", shape->place, shape->place_light);
}

static void put_parts(Paint *paint, const char *before, uint64_t parts, double light)
{
    if (parts == 0 || light <= 0)
        return;
    put(paint, "%s", before);
    if (parts == BODY_WHOLE)
        put(paint, "whole");
    else
        put(paint, "%" PRIx64, parts);
    if (light != 1)
        put_part(paint, " ", light);
}

static void put_body(Paint *paint, const Figure *shape)
{
    put_px(paint, " body ", shape->body_px);
    put_parts(paint, " without ", BODY_ALL & ~shape->body, 1);
    put_parts(paint, " fades ", shape->body_before, 1 - shape->place_light);
    put_parts(paint, " lit ", shape->body_lit, shape->place_light);
}

static void figure(Paint *paint, const Figure *shape)
{
    const size_t start = paint->log_length;
    put_px(paint, "figure ", shape->x_px);
    put_px(paint, ",", shape->y_px);
    if (shape->kind == FIGURE_FILLING)
        put_filling(paint, shape);
    else if (shape->kind == FIGURE_PATH)
        put_path(paint, shape);
    else if (shape->kind == FIGURE_BODY)
        put_body(paint, shape);
    else if (shape->orb_px > 0) {
        put_px(paint, " orb ", shape->orb_px);
        put_part(paint, " full ", shape->fullness);
    }
    if (shape->kind == FIGURE_WORDS)
        put_figure_words(paint, shape);
    else if (shape->ring_px > 0)
        put_ring(paint, shape);
    if (shape->light != 1)
        put_part(paint, " light ", shape->light);
    end_line(paint, start);
}

static void box(Paint *paint, const PaintBox *shape)
{
    const size_t start = paint->log_length;
    put_px(paint, "box ", shape->x_px);
    put_px(paint, ",", shape->y_px);
    put_px(paint, " ", shape->w_px);
    put_px(paint, "x", shape->h_px);
    if (shape->radius_px > 0)
        put_px(paint, " radius ", shape->radius_px);
    if (shape->fill_alpha > 0)
        put_colour(paint, " fill ", shape->fill, shape->fill_alpha);
    if (shape->stroke_px > 0 && shape->outline_alpha > 0) {
        put_px(paint, " stroke ", shape->stroke_px);
        put_colour(paint, " ", shape->outline, shape->outline_alpha);
    }
    end_line(paint, start);
}

static void text(Paint *paint, const PaintText *line)
{
    const size_t start = paint->log_length;
    put(paint, "text %d,%d %dpx ", (int)line->x, (int)line->baseline, (int)line->size_px);
    put_colour(paint, "", line->colour, line->alpha);
    put(paint, " ");
    put_quoted(paint, line->utf8, line->length);
    end_line(paint, start);
}

Paint paint_log(char *log, size_t log_size, const Theme *theme)
{
    static const PaintVerbs VERBS = {
        .background = background,
        .figure = figure,
        .box = box,
        .text = text,
    };
    assert(log_size > 0);
    log[0] = '\0';
    return (Paint){ .verbs = &VERBS, .theme = theme, .log = log, .log_size = log_size };
}
