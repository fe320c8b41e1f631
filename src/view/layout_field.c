/* SPDX-License-Identifier: MIT */
#include "view/layout_field.h"

#include "view/text_flow.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

#define LINE_HEIGHT 1.4
#define NEWLINE_WIDTH 0.3    /* of the size: that one is selected */
#define UNDERLINE_AWAY 0.14  /* of the size, below the letters' feet */
#define UNDERLINE_HEIGHT 1.5 /* points */
#define CARET 2              /* points */

static int32_t rounded(double value)
{
    return (int32_t)lround(value);
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t line_px(const Layout *layout)
{
    return rounded(LINE_HEIGHT * layout->metrics.body_px);
}

int32_t layout_field_height(const Layout *layout, int32_t lines)
{
    return lines * line_px(layout) + 2 * layout->metrics.gap_px;
}

static const TextFlow *flow_of(const LayoutField *field, Text *text)
{
    return text_flow(text, field->scene.text, field->scene.length, field->size_px,
                     field->column.w);
}

/* --- what lies in it --- */

static void add_mark(LayoutField *field, LayoutMarkKind kind, Rect rect)
{
    if (field->mark_count < LAYOUT_MARKS_MAX)
        field->marks[field->mark_count++] = (LayoutMark){ kind, rect };
}

static int32_t top_of(const LayoutField *field, int32_t line)
{
    return field->column.y + (line - field->first) * field->line_px;
}

static int32_t feet_px(const LayoutField *field, Text *text)
{
    const int32_t height = text_height_px(text, field->size_px);
    return (field->line_px - height) / 2 + text_ascent_px(text, field->size_px);
}

/* A newline that is selected can be seen: the selection goes on a little behind it. */
static void mark_newline(LayoutField *field, const TextFlow *flow, int32_t line)
{
    const TextFlowLine *in = &flow->lines[line];
    const int32_t newline = in->next - 1;
    if (in->next == in->start || flow->utf8[newline] != '\n' ||
        newline < field->scene.selected || newline >= field->scene.selected_end)
        return;
    const int32_t wide = rounded(NEWLINE_WIDTH * field->size_px);
    const int32_t left = text_flow_left(flow, line);
    const int32_t x = in->is_rtl ? left - wide : left + in->width_px;
    const Rect rect = { field->column.x + x, top_of(field, line), wide, field->line_px };
    add_mark(field, MARK_SELECTED, rect);
}

static void mark_stretches(LayoutField *field, Text *text, const TextFlow *flow,
                           int32_t line, LayoutMarkKind kind)
{
    const SceneField *scene = &field->scene;
    const bool is_line = kind == MARK_COMPOSED;
    TextStretch stretches[TEXT_STRETCHES_MAX];
    const int32_t count =
        text_flow_cover(text, flow, line, is_line ? scene->composed : scene->selected,
                        is_line ? scene->composed_end : scene->selected_end, stretches);
    for (int32_t i = 0; i < count; i++) {
        Rect rect = { field->column.x + stretches[i].x, top_of(field, line),
                      stretches[i].width_px, field->line_px };
        if (is_line) {
            rect.y += feet_px(field, text) + rounded(UNDERLINE_AWAY * field->size_px);
            rect.h = larger(1, rounded(UNDERLINE_HEIGHT * field->size_px / 20.0));
        }
        add_mark(field, kind, rect);
    }
}

static Rect caret_rect(const LayoutField *field, Text *text, const TextFlow *flow,
                       FieldSpot spot)
{
    const int32_t line = text_flow_line(flow, spot.at, spot.is_line_end);
    const int32_t height = text_height_px(text, field->size_px);
    return (Rect){ field->column.x + text_flow_x(text, flow, line, spot.at),
                   top_of(field, line) + (field->line_px - height) / 2, 0, height };
}

static void mark_caret(Layout *layout, Text *text, const TextFlow *flow)
{
    LayoutField *field = &layout->field;
    const FieldSpot spot = { field->scene.caret, field->scene.is_line_end };
    const int32_t line = text_flow_line(flow, spot.at, spot.is_line_end);
    if (line < field->first || line >= field->first + field->rooms)
        return;
    Rect rect = caret_rect(field, text, flow, spot);
    rect.w = layout_px(layout, CARET);
    rect.x -= rect.w / 2;
    add_mark(field, MARK_CARET, rect);
}

static void add_line(Layout *layout, Text *text, Item *item, const TextFlow *flow,
                     int32_t line)
{
    const LayoutField *field = &layout->field;
    const TextFlowLine *in = &flow->lines[line];
    if (in->end == in->start)
        return;
    const TextSpan span = text_flow_span(flow, line);
    const Run run = { .utf8 = field->scene.text + in->start,
                      .length = span.length,
                      .base = span.base,
                      .levels = span.levels,
                      .size_px = field->size_px,
                      .width_px = in->width_px,
                      .x = item->rect.x + field->column.x + text_flow_left(flow, line),
                      .colour = THEME_TEXT,
                      .light = 1.0 };
    layout_item_run(layout, text, item, run, item->rect.y + top_of(field, line),
                    field->line_px);
}

static void add_lines(Layout *layout, Text *text, Item *item, const TextFlow *flow)
{
    LayoutField *field = &layout->field;
    const int32_t end = smaller(flow->count, field->first + field->rooms);
    for (int32_t line = field->first; line < end; line++) {
        mark_stretches(field, text, flow, line, MARK_SELECTED);
        mark_newline(field, flow, line);
        mark_stretches(field, text, flow, line, MARK_COMPOSED);
        add_line(layout, text, item, flow, line);
    }
    mark_caret(layout, text, flow);
}

static void add_placeholder(Layout *layout, Text *text, Item *item)
{
    const LayoutField *field = &layout->field;
    const char *words = field->scene.placeholder;
    TextLine lines[TEXT_LINES_MAX];
    if (words == NULL || field->scene.length > 0)
        return;
    const int32_t count = text_wrap(text, words, field->size_px, field->column.w, lines);
    for (int32_t i = 0; i < count && i < field->rooms; i++) {
        const Run run = { .utf8 = words + lines[i].start,
                          .length = lines[i].length,
                          .base = lines[i].base,
                          .size_px = field->size_px,
                          .width_px = lines[i].width_px,
                          .x = item->rect.x + field->column.x,
                          .colour = THEME_SECONDARY,
                          .light = 1.0 };
        layout_item_run(layout, text, item, run,
                        item->rect.y + field->column.y + i * field->line_px,
                        field->line_px);
    }
}

/* The first line that is seen: no empty ones below the last, and the caret among them. */
static int32_t first_line(const LayoutField *field, const TextFlow *flow)
{
    const int32_t caret =
        text_flow_line(flow, field->scene.caret, field->scene.is_line_end);
    int32_t first = field->scene.first;
    if (field->scene.is_followed) {
        first = larger(first, caret - field->rooms + 1);
        first = smaller(first, caret);
    }
    return larger(0, smaller(first, flow->count - field->rooms));
}

void layout_field(Layout *layout, Text *text, const SceneField *scene, int32_t width_px,
                  int32_t height_px)
{
    LayoutField *field = &layout->field;
    assert(field->scene.text == NULL && scene->text != NULL);
    const int32_t air = layout->metrics.gap_px;
    const int32_t width =
        smaller(width_px, layout->width_px - 2 * layout->metrics.side_px);
    const int32_t rooms = larger(1, (height_px - 2 * air) / line_px(layout));
    *field = (LayoutField){ .scene = *scene,
                            .item = layout->item_count,
                            .size_px = layout->metrics.body_px,
                            .line_px = line_px(layout),
                            .rooms = rooms,
                            .column = { air, air, width - 2 * air, 0 } };
    field->column.h = rooms * field->line_px;
    const TextFlow *flow = flow_of(field, text);
    field->lines = flow->count;
    field->first = first_line(field, flow);
    const Band *band = &layout->bands[layout->band_count - 1];
    const Rect rect = { (layout->width_px - width) / 2, band->height, width,
                        layout_field_height(layout, rooms) };
    Item *item = layout_item(layout, (Item){ .control = CONTROL_FIELD,
                                             .look = LOOK_FIELD,
                                             .rect = rect,
                                             .light = 1.0 });
    add_placeholder(layout, text, item);
    add_lines(layout, text, item, flow);
}

/* --- what is asked of it --- */

Rect layout_field_rect(const Layout *layout)
{
    assert(layout->field.scene.text != NULL);
    return layout->items[layout->field.item].rect;
}

void layout_field_follow(Layout *layout, Text *text, const SceneField *scene)
{
    LayoutField *field = &layout->field;
    assert(field->scene.text != NULL && scene->text != NULL);
    field->scene = *scene;
    const TextFlow *flow = flow_of(field, text);
    field->lines = flow->count;
    field->first = first_line(field, flow);
}

/* The spot in a line that is nearest to x of the window. */
static FieldSpot spot_in(const Layout *layout, Text *text, int32_t line, int32_t x)
{
    const LayoutField *field = &layout->field;
    const TextFlow *flow = flow_of(field, text);
    const int32_t at =
        text_flow_at(text, flow, line, x - layout_field_rect(layout).x - field->column.x);
    return (FieldSpot){ at, at == flow->lines[line].next && flow->lines[line].is_cut };
}

FieldSpot layout_field_under(const Layout *layout, Text *text, int32_t x, int32_t y)
{
    const LayoutField *field = &layout->field;
    const Rect rect = layout_field_rect(layout);
    const int32_t down = y - rect.y - field->column.y;
    int32_t row = down < 0 ? -1 : smaller(down / field->line_px, field->rooms);
    if (y >= rect.y && y < rect.y + rect.h) /* its air belongs to the lines beside it */
        row = larger(0, smaller(row, field->rooms - 1));
    const int32_t line = larger(0, smaller(field->first + row, field->lines - 1));
    return spot_in(layout, text, line, x);
}

FieldSpot layout_field_beside(const Layout *layout, Text *text, FieldSpot from,
                              int32_t lines, int32_t x)
{
    const TextFlow *flow = flow_of(&layout->field, text);
    const int32_t line = text_flow_line(flow, from.at, from.is_line_end) + lines;
    if (line < 0)
        return (FieldSpot){ 0, false };
    if (line >= flow->count)
        return (FieldSpot){ flow->length, false };
    return spot_in(layout, text, line, x);
}

FieldSpot layout_field_line_start(const Layout *layout, Text *text, FieldSpot from)
{
    const TextFlow *flow = flow_of(&layout->field, text);
    const int32_t line = text_flow_line(flow, from.at, from.is_line_end);
    return (FieldSpot){ flow->lines[line].start, false };
}

FieldSpot layout_field_line_end(const Layout *layout, Text *text, FieldSpot from)
{
    const TextFlow *flow = flow_of(&layout->field, text);
    const int32_t line = text_flow_line(flow, from.at, from.is_line_end);
    return (FieldSpot){ text_flow_end(flow, line), flow->lines[line].is_cut };
}

Rect layout_field_caret(const Layout *layout, Text *text, FieldSpot spot)
{
    const Rect item = layout_field_rect(layout);
    Rect rect = caret_rect(&layout->field, text, flow_of(&layout->field, text), spot);
    rect.x += item.x;
    rect.y += item.y;
    return rect;
}

bool layout_field_is_rtl(const Layout *layout, Text *text, FieldSpot spot)
{
    const TextFlow *flow = flow_of(&layout->field, text);
    return flow->lines[text_flow_line(flow, spot.at, spot.is_line_end)].is_rtl;
}
