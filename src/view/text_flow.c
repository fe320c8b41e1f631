/* SPDX-License-Identifier: MIT */
#include "view/text_flow.h"

#include "view/grapheme.h"
#include "view/text_break.h"

#include <assert.h>
#include <string.h>

/* A text on its way into lines. */
typedef struct Flowing {
    Text *text;
    TextFlow *flow;
    const char *utf8;
    int32_t length;
} Flowing;

static int32_t span_px(const Flowing *flowing, int32_t from, int32_t to)
{
    return text_span_px(flowing->text, flowing->utf8 + from, to - from,
                        flowing->flow->size_px);
}

static int32_t behind_spaces(const Flowing *flowing, int32_t at)
{
    while (at < flowing->length && text_is_space(flowing->utf8[at]) &&
           flowing->utf8[at] != '\n')
        at++;
    return at;
}

static bool is_end(const Flowing *flowing, int32_t at)
{
    return at == flowing->length || flowing->utf8[at] == '\n';
}

/* How much of a word that is too wide has room: whole graphemes, at least one. Halves the
 * stretch between what fits and what is too much. */
static int32_t fitting(const Flowing *flowing, int32_t start, int32_t end)
{
    int32_t fits = grapheme_next(flowing->utf8, flowing->length, start), beyond = end;
    while (fits < beyond) {
        int32_t middle = grapheme_border(flowing->utf8, flowing->length,
                                         fits + (beyond - fits + 1) / 2);
        if (middle >= beyond)
            middle = grapheme_next(flowing->utf8, flowing->length, fits);
        if (middle >= beyond)
            break;
        if (span_px(flowing, start, middle) <= flowing->flow->width_px)
            fits = middle;
        else
            beyond = middle;
    }
    return fits < end ? fits : end;
}

/* The line that begins at `start`, with as many words as have room. Adding up words is
 * quick, and a few pixels wrong: near the edge they are measured together. */
static TextFlowLine break_line(const Flowing *flowing, int32_t start)
{
    const int32_t limit = flowing->flow->width_px, near = flowing->flow->size_px;
    TextFlowLine line = { .start = start, .end = start };
    int32_t at = behind_spaces(flowing, start), x = span_px(flowing, start, at);
    while (!is_end(flowing, at)) {
        const int32_t end = text_unbroken(flowing->utf8, flowing->length, at);
        x += span_px(flowing, at, end);
        const bool is_in = x + near <= limit ||
                           (x - near <= limit && span_px(flowing, start, end) <= limit);
        if (!is_in)
            break;
        line.end = end;
        at = behind_spaces(flowing, end);
        x += span_px(flowing, end, at);
    }
    if (line.end == start && !is_end(flowing, at)) {
        const int32_t word = text_unbroken(flowing->utf8, flowing->length, at);
        at = line.end = at > start ? at : fitting(flowing, start, word);
        line.is_torn = at < word;
    }
    line.is_cut = !is_end(flowing, at) && at == line.end;
    line.next = at < flowing->length && flowing->utf8[at] == '\n' ? at + 1 : at;
    line.width_px = span_px(flowing, start, line.end);
    return line;
}

/* How many of the kept lines stay as they are when the bytes from `at` on differ. What
 * did not fit on a line lies on the next one, and a torn word on several. */
static int32_t lines_before(const TextFlow *flow, int32_t at)
{
    int32_t count = 0;
    while (count < flow->count && flow->lines[count].next < at)
        count++;
    count--;
    while (count > 0 && flow->lines[count].is_torn)
        count--;
    return count > 0 ? count : 0;
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
    const bool is_ended =
        line->next > line->start && flowing->utf8[line->next - 1] == '\n';
    return line->next == flowing->length && !is_ended;
}

/* Lines from `count` on, until one begins where an old one did, in what is the same from
 * `same` on: the old ones go on from there. */
static void break_again(const Flowing *flowing, int32_t count, int32_t same)
{
    TextFlow *flow = flowing->flow;
    const int32_t longer = flowing->length - flow->length, left = flow->count - count;
    TextFlowLine *end = flow->lines + sizeof flow->lines / sizeof *flow->lines;
    TextFlowLine *old = end - left;
    int32_t at = left > 0 ? flow->lines[count].start : 0;
    memmove(old, flow->lines + count, (size_t)left * sizeof *old);
    for (bool is_over = false; !is_over; count++) {
        while (old < end && (old->start + longer < at || at < same))
            old++;
        const bool is_old = old < end && old->start + longer == at;
        TextFlowLine *line = &flow->lines[count];
        *line = is_old ? *old : break_line(flowing, at);
        if (is_old) {
            line->start += longer;
            line->end += longer;
            line->next += longer;
        }
        at = line->next;
        is_over = is_last(flowing, line);
    }
    flow->count = count;
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
    break_again(&(Flowing){ text, flow, utf8, length }, lines_before(flow, begin), same);
    memcpy(flow->utf8, utf8, (size_t)length);
    flow->length = length;
    return flow;
}

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

int32_t text_flow_x(Text *text, const TextFlow *flow, int32_t line, int32_t at)
{
    const TextFlowLine *in = &flow->lines[line];
    assert(at >= in->start && at <= in->next);
    const int32_t x =
        text_span_px(text, flow->utf8 + in->start, at - in->start, flow->size_px);
    return x < flow->width_px ? x : flow->width_px;
}

int32_t text_flow_at(Text *text, const TextFlow *flow, int32_t line, int32_t x)
{
    const TextFlowLine *in = &flow->lines[line];
    const int32_t last = last_place(flow, in);
    const bool goes_on = line + 1 < flow->count && !in->is_cut && last == in->next;
    const int32_t end = goes_on ? grapheme_before(flow->utf8, flow->length, last) : last;
    int32_t nearest = in->start, best = INT32_MAX;
    for (int32_t at = in->start;; at = grapheme_next(flow->utf8, flow->length, at)) {
        const int32_t away = text_flow_x(text, flow, line, at) - x;
        const int32_t distance = away < 0 ? -away : away;
        if (distance < best) {
            best = distance;
            nearest = at;
        }
        if (at >= end)
            return nearest;
    }
}

int32_t text_flow_cover(Text *text, const TextFlow *flow, int32_t line, int32_t from,
                        int32_t to, TextStretch stretches[TEXT_STRETCHES_MAX])
{
    const TextFlowLine *in = &flow->lines[line];
    const int32_t start = from > in->start ? from : in->start;
    const int32_t end = to < in->next ? to : in->next;
    if (start >= end)
        return 0;
    const int32_t left = text_flow_x(text, flow, line, start);
    const int32_t right = text_flow_x(text, flow, line, end);
    stretches[0] = (TextStretch){ left, right - left };
    return 1;
}
