/* SPDX-License-Identifier: MIT */
/* text_flow.h -- a text of any length in lines, and where in them a caret stands.
 *
 * What text_wrap() is to words that are read, this is to those that are written: every
 * byte belongs to a line, spaces at its end too, and nothing is evened out. The lines of
 * one text are kept; when it changes only those that differ are broken again. Places are
 * bytes on borders of graphemes, lengths pixels. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_FLOW_H
#define LEEWAY_VIEW_TEXT_FLOW_H

#include "view/text.h"
#include "view/text_place.h"

enum { TEXT_FLOW_BYTES_MAX = 16384 };

/* A line: from `start` to `end` it is seen, from there to the next one are spaces or a
 * newline. One that is `is_cut` goes on in the next without any. */
typedef struct TextFlowLine {
    int32_t start, end, next;
    int32_t width_px;
    bool is_rtl;    /* it begins on the right */
    bool has_turns; /* letters of its paragraph run from right to left */
    bool is_cut;
} TextFlowLine;

typedef struct TextFlow {
    int32_t length, size_px, width_px; /* of what is kept; a size of 0: nothing */
    int32_t count;                     /* of the lines: at least one */
    /* Behind those that are there, room for those that were while others are made. */
    TextFlowLine lines[2 * (TEXT_FLOW_BYTES_MAX + 1)];
    char utf8[TEXT_FLOW_BYTES_MAX];
    int8_t levels[TEXT_FLOW_BYTES_MAX]; /* of the lines that have turns */
    int8_t fresh[TEXT_FLOW_BYTES_MAX];  /* of a paragraph that is broken again */
} TextFlow;

/* The lines of a text that has at most TEXT_FLOW_BYTES_MAX bytes. They belong to `text`
 * until the next call for another one. */
const TextFlow *text_flow(Text *text, const char *utf8, int32_t length, int32_t size_px,
                          int32_t width_px);

/* The line in which a caret stands. Where a line is cut, it may stand at its end, or at
 * the beginning of the next, which is the same place in the text. */
int32_t text_flow_line(const TextFlow *flow, int32_t at, bool is_line_end);

/* How far from the left edge of the column it stands there. */
int32_t text_flow_x(Text *text, const TextFlow *flow, int32_t line, int32_t at);

/* The place in a line that is nearest to x. */
int32_t text_flow_at(Text *text, const TextFlow *flow, int32_t line, int32_t x);

/* The place at the end of a line: behind its spaces where a paragraph ends there, before
 * them where it goes on in the next. */
int32_t text_flow_end(const TextFlow *flow, int32_t line);

/* Where a line begins, from the left edge of the column. */
int32_t text_flow_left(const TextFlow *flow, int32_t line);

/* The line as it is drawn. */
TextSpan text_flow_span(const TextFlow *flow, int32_t line);

/* The stretches of a line, from left to right, in which from..to is seen. Returns their
 * number. */
int32_t text_flow_cover(Text *text, const TextFlow *flow, int32_t line, int32_t from,
                        int32_t to, TextStretch stretches[TEXT_STRETCHES_MAX]);

#endif
