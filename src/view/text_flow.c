/* SPDX-License-Identifier: MIT */
#include "view/text_flow.h"

#include "view/grapheme.h"
#include "view/text_bidi.h"
#include "view/text_break.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A text on its way into lines, and the paragraph of the present one. */
typedef struct Flowing {
    Text *text;
    TextFlow *flow;
    const char *utf8;
    int32_t length, before; /* before: how long the text was */
    int32_t begin, same;    /* what lies between is new */
    GraphemeSpan paragraph;
    TextBase base;
    bool is_steady; /* what is not new of the paragraph runs as it ran */
} Flowing;

static bool is_newline(const Flowing *flowing, int32_t at)
{
    return at < flowing->length && flowing->utf8[at] == '\n';
}

static bool is_begin(const Flowing *flowing, int32_t at)
{
    return at == 0 || flowing->utf8[at - 1] == '\n';
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The new levels of the paragraph. Those of the old text lie where its letters lie now.
 */
static void find_levels(Flowing *flowing)
{
    const GraphemeSpan in = flowing->paragraph;
    int8_t *old = flowing->flow->levels, *fresh = flowing->flow->fresh;
    text_levels(flowing->utf8 + in.start, in.end - in.start, flowing->base,
                fresh + in.start);
    const int32_t begin = smaller(flowing->begin, in.end);
    const int32_t same = flowing->same < in.start ? in.start : flowing->same;
    const bool is_steady_before =
        begin <= in.start ||
        memcmp(old + in.start, fresh + in.start, (size_t)(begin - in.start)) == 0;
    const bool is_steady_behind =
        same >= in.end || memcmp(old + same, fresh + same, (size_t)(in.end - same)) == 0;
    flowing->is_steady = is_steady_before && is_steady_behind;
    memcpy(old + in.start, fresh + in.start, (size_t)(in.end - in.start));
}

/* Finds out which way the letters run in the paragraph that holds `at`. */
static void enter(Flowing *flowing, int32_t at)
{
    GraphemeSpan *in = &flowing->paragraph;
    if (at >= in->start && at <= in->end)
        return;
    for (in->start = at; !is_begin(flowing, in->start);)
        in->start--;
    for (in->end = at; in->end < flowing->length && !is_newline(flowing, in->end);)
        in->end++;
    flowing->base = text_base(flowing->utf8 + in->start, in->end - in->start);
    flowing->is_steady = true;
    if (flowing->base != TEXT_BASE_AUTO)
        find_levels(flowing);
}

/* Whether an old line of the paragraph would be seen as it was. */
static bool is_as_before(const Flowing *flowing, const TextFlowLine *old)
{
    return flowing->is_steady && old->has_turns == (flowing->base != TEXT_BASE_AUTO) &&
           old->is_rtl == (flowing->base == TEXT_BASE_RTL);
}

/* Quick for words, which come again and again; a part of a line as it will be seen. */
static int32_t word_px(const Flowing *flowing, int32_t from, int32_t to)
{
    return text_span_px(flowing->text, flowing->utf8 + from, to - from,
                        flowing->flow->size_px);
}

static int32_t span_px(const Flowing *flowing, int32_t from, int32_t to)
{
    TextSpan span = { .utf8 = flowing->utf8 + from,
                      .length = to - from,
                      .size_px = flowing->flow->size_px,
                      .base = flowing->base };
    if (flowing->base != TEXT_BASE_AUTO)
        span.levels = flowing->flow->levels + from;
    return text_line_px(flowing->text, &span);
}

static int32_t behind_spaces(const Flowing *flowing, int32_t at)
{
    while (at < flowing->length && text_is_space(flowing->utf8[at]) &&
           !is_newline(flowing, at))
        at++;
    return at;
}

static bool is_end(const Flowing *flowing, int32_t at)
{
    return at == flowing->length || is_newline(flowing, at);
}

/* The border of graphemes at or behind `at`, no further than `end`. */
static int32_t border(const Flowing *flowing, int32_t at, int32_t end)
{
    return at < end ? smaller(end, grapheme_border(flowing->utf8, flowing->length, at))
                    : end;
}

/* How wide a word is, or at least wider than a line: a long one is not measured to its
 * end again for each line that it fills. */
static int32_t wide_px(const Flowing *flowing, int32_t from, int32_t to)
{
    enum { STRETCH = 48 };
    int32_t x = 0;
    for (int32_t at = from; at < to && x <= 2 * flowing->flow->width_px;) {
        const int32_t end = border(flowing, at + STRETCH, to);
        x += word_px(flowing, at, end);
        at = end;
    }
    return x;
}

static bool fits(const Flowing *flowing, int32_t start, int32_t end)
{
    return span_px(flowing, start, end) <= flowing->flow->width_px;
}

/* How much of a word that is too wide has room: whole graphemes, at least one. Goes on by
 * ever longer stretches, then halves the last one. */
static int32_t fitting(const Flowing *flowing, int32_t start, int32_t end)
{
    int32_t last = grapheme_next(flowing->utf8, flowing->length, start);
    int32_t beyond = border(flowing, last + 8, end);
    for (int32_t step = 16; beyond < end && fits(flowing, start, beyond); step *= 2) {
        last = beyond;
        beyond = border(flowing, beyond + step, end);
    }
    for (;;) {
        int32_t middle = border(flowing, last + (beyond - last + 1) / 2, end);
        if (middle >= beyond)
            middle = smaller(end, grapheme_next(flowing->utf8, flowing->length, last));
        if (last >= beyond || middle >= beyond)
            return last < end ? last : end;
        if (fits(flowing, start, middle))
            last = middle;
        else
            beyond = middle;
    }
}

/* The line that begins at `start`, with as many words as have room. Adding up words is
 * quick, and a few pixels wrong: near the edge they are measured together. */
static TextFlowLine break_line(const Flowing *flowing, int32_t start)
{
    const int32_t limit = flowing->flow->width_px, near = flowing->flow->size_px;
    TextFlowLine line = { .start = start, .end = start };
    int32_t at = behind_spaces(flowing, start), x = word_px(flowing, start, at);
    while (!is_end(flowing, at)) {
        const int32_t end = text_unbroken(flowing->utf8, flowing->length, at);
        x += wide_px(flowing, at, end);
        const bool is_in =
            x + near <= limit || (x - near <= limit && fits(flowing, start, end));
        if (!is_in)
            break;
        line.end = end;
        at = behind_spaces(flowing, end);
        x += word_px(flowing, end, at);
    }
    /* Spaces before a word that has no room are as those at the end of a line. */
    if (at == start && !is_end(flowing, at)) {
        const int32_t word = text_unbroken(flowing->utf8, flowing->length, at);
        at = line.end = fitting(flowing, start, word);
    }
    line.is_cut = !is_end(flowing, at) && at == line.end;
    line.next = is_newline(flowing, at) ? at + 1 : at;
    line.has_turns = flowing->base != TEXT_BASE_AUTO;
    line.is_rtl = flowing->base == TEXT_BASE_RTL;
    line.width_px = span_px(flowing, start, line.end);
    return line;
}

/* How many of the kept lines stay as they are. What did not fit on a line lies on the
 * next one; letters that turn may turn all of their paragraph. */
static int32_t lines_before(Flowing *flowing)
{
    const TextFlow *flow = flowing->flow;
    int32_t count = -1;
    while (count + 1 < flow->count && flow->lines[count + 1].next < flowing->begin)
        count++;
    if (count <= 0)
        return 0;
    enter(flowing, flow->lines[count].start);
    while (count > 0 && !is_begin(flowing, flow->lines[count].start) &&
           !is_as_before(flowing, &flow->lines[count - 1]))
        count--;
    return count;
}

static int32_t same_at_begin(const TextFlow *flow, const char *utf8, int32_t length)
{
    int32_t same = 0;
    while (same < length && same < flow->length && flow->utf8[same] == utf8[same])
        same++;
    return same;
}

static int32_t same_at_end(const TextFlow *flow, const char *utf8, int32_t length,
                           int32_t most)
{
    int32_t same = 0;
    while (same < most && flow->utf8[flow->length - 1 - same] == utf8[length - 1 - same])
        same++;
    return same;
}

static bool is_last(const Flowing *flowing, const TextFlowLine *line)
{
    const bool is_ended = line->next > line->start && is_newline(flowing, line->next - 1);
    return line->next == flowing->length && !is_ended;
}

/* Whether an old line is the one that begins at `at`, and all that follow it are, too. */
static bool goes_on(Flowing *flowing, const TextFlowLine *old, int32_t at)
{
    if (old->start + flowing->length - flowing->before != at)
        return false;
    enter(flowing, at);
    return is_begin(flowing, at) || is_as_before(flowing, old);
}

static void move(TextFlowLine *line, int32_t by)
{
    line->start += by;
    line->end += by;
    line->next += by;
}

/* Lines from `count` on, until one begins where an old one did, in what is not new: the
 * old ones go on from there. */
static void break_again(Flowing *flowing, int32_t count)
{
    TextFlow *flow = flowing->flow;
    const int32_t longer = flowing->length - flowing->before, left = flow->count - count;
    TextFlowLine *end = flow->lines + sizeof flow->lines / sizeof *flow->lines;
    TextFlowLine *old = end - left;
    int32_t at = left > 0 ? flow->lines[count].start : 0;
    memmove(old, flow->lines + count, (size_t)left * sizeof *old);
    for (bool is_same = false, is_over = false; !is_over; count++) {
        while (old < end && (old->start + longer < at || at < flowing->same))
            old++;
        is_same = is_same || (old < end && goes_on(flowing, old, at));
        TextFlowLine *line = &flow->lines[count];
        if (is_same) {
            *line = *old++;
            move(line, longer);
        } else {
            enter(flowing, at);
            *line = break_line(flowing, at);
        }
        at = line->next;
        is_over = is_last(flowing, line);
    }
    flow->count = count;
}

/* --- which way they run --- */

TextSpan text_flow_span(const TextFlow *flow, int32_t line)
{
    const TextFlowLine *in = &flow->lines[line];
    TextSpan span = { .utf8 = flow->utf8 + in->start,
                      .length = in->end - in->start,
                      .size_px = flow->size_px };
    if (in->has_turns) {
        span.base = in->is_rtl ? TEXT_BASE_RTL : TEXT_BASE_LTR;
        span.levels = flow->levels + in->start;
    }
    return span;
}

/* The text itself; what is the same at its end has the levels that it had. */
static void take_text(TextFlow *flow, const char *utf8, int32_t length, int32_t same)
{
    memmove(flow->levels + same, flow->levels + same - (length - flow->length),
            (size_t)(length - same));
    memcpy(flow->utf8, utf8, (size_t)length);
    flow->length = length;
}

const TextFlow *text_flow(Text *text, const char *utf8, int32_t length, int32_t size_px,
                          int32_t width_px)
{
    TextFlow *flow = text_own_flow(text);
    assert(length <= TEXT_FLOW_BYTES_MAX && size_px > 0);
    if (flow->size_px != size_px || flow->width_px != width_px)
        flow->count = flow->length = 0;
    flow->size_px = size_px;
    flow->width_px = width_px;
    const int32_t begin = same_at_begin(flow, utf8, length);
    if (begin == length && begin == flow->length && flow->count > 0)
        return flow;
    const int32_t most = (length < flow->length ? length : flow->length) - begin;
    const int32_t same = length - same_at_end(flow, utf8, length, most);
    Flowing flowing = { .text = text,
                        .flow = flow,
                        .utf8 = utf8,
                        .length = length,
                        .before = flow->length,
                        .begin = begin,
                        .same = same,
                        .paragraph = { 0, -1 } };
    take_text(flow, utf8, length, same);
    break_again(&flowing, lines_before(&flowing));
    return flow;
}

/* --- places --- */

int32_t text_flow_line(const TextFlow *flow, int32_t at, bool is_line_end)
{
    int32_t low = 0, high = flow->count - 1;
    while (low < high) {
        const int32_t middle = (low + high + 1) / 2;
        if (flow->lines[middle].start <= at)
            low = middle;
        else
            high = middle - 1;
    }
    const bool is_border = low > 0 && at == flow->lines[low].start;
    return is_border && is_line_end && flow->lines[low - 1].is_cut ? low - 1 : low;
}

int32_t text_flow_left(const TextFlow *flow, int32_t line)
{
    const TextFlowLine *at = &flow->lines[line];
    return at->is_rtl ? flow->width_px - at->width_px : 0;
}

/* Where a caret may stand in a line: not behind the newline. */
static int32_t last_place(const TextFlow *flow, const TextFlowLine *line)
{
    const bool is_ended = line->next > line->start && flow->utf8[line->next - 1] == '\n';
    return is_ended ? line->next - 1 : line->next;
}

int32_t text_flow_end(const TextFlow *flow, int32_t line)
{
    const TextFlowLine *at = &flow->lines[line];
    const int32_t last = last_place(flow, at);
    const bool is_wrapped = line + 1 < flow->count && last == at->next;
    if (!is_wrapped)
        return last;
    return at->end > at->start ? at->end : last - 1;
}

/* The spaces at the end of a line go on in its direction, to the edge of the column. */
static int32_t behind_end(Text *text, const TextFlow *flow, int32_t line, int32_t at)
{
    const TextFlowLine *in = &flow->lines[line];
    const int32_t left = text_flow_left(flow, line);
    const int32_t spaces =
        text_span_px(text, flow->utf8 + in->end, at - in->end, flow->size_px);
    const int32_t x = in->is_rtl ? left - spaces : left + in->width_px + spaces;
    return x < 0 ? 0 : x > flow->width_px ? flow->width_px : x;
}

int32_t text_flow_x(Text *text, const TextFlow *flow, int32_t line, int32_t at)
{
    const TextFlowLine *in = &flow->lines[line];
    assert(at >= in->start && at <= in->next);
    if (at > in->end)
        return behind_end(text, flow, line, at);
    const TextSpan span = text_flow_span(flow, line);
    return text_flow_left(flow, line) + text_place_px(text, &span, at - in->start);
}

int32_t text_flow_at(Text *text, const TextFlow *flow, int32_t line, int32_t x)
{
    const TextFlowLine *in = &flow->lines[line];
    const TextSpan span = text_flow_span(flow, line);
    int32_t nearest =
        in->start + text_nearest(text, &span, x - text_flow_left(flow, line));
    const int32_t last = last_place(flow, in);
    const bool goes_on = line + 1 < flow->count && last == in->next;
    for (int32_t at = in->end + 1; at <= last && (at < last || !goes_on); at++)
        if (abs(behind_end(text, flow, line, at) - x) <
            abs(text_flow_x(text, flow, line, nearest) - x))
            nearest = at;
    return nearest;
}

int32_t text_flow_cover(Text *text, const TextFlow *flow, int32_t line, int32_t from,
                        int32_t to, TextStretch stretches[TEXT_STRETCHES_MAX])
{
    const TextFlowLine *in = &flow->lines[line];
    const TextSpan span = text_flow_span(flow, line);
    const int32_t left = text_flow_left(flow, line);
    const int32_t start = from > in->start ? from : in->start;
    const int32_t end = to < in->end ? to : in->end;
    int32_t count =
        text_stretches(text, &span, start - in->start, end - in->start, stretches);
    for (int32_t i = 0; i < count; i++)
        stretches[i].x += left;
    const int32_t last = last_place(flow, in);
    const int32_t spaces = from > in->end ? from : in->end;
    const int32_t spaces_end = to < last ? to : last;
    if (spaces < spaces_end && count < TEXT_STRETCHES_MAX) {
        const int32_t a = behind_end(text, flow, line, spaces);
        const int32_t b = behind_end(text, flow, line, spaces_end);
        stretches[count++] = (TextStretch){ a < b ? a : b, abs(b - a) };
    }
    return count;
}
