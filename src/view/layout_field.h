/* SPDX-License-Identifier: MIT */
/* layout_field.h -- a field of several lines, in which a text is written.
 *
 * Laid out as an item of the present band, CONTROL_FIELD: whole lines only, those that
 * are seen; a longer text is moved by lines. What a key or the pointer needs to know of
 * it afterwards is asked here. Places are bytes of the field's text, lengths pixels,
 * points those of the window. Main thread. */
#ifndef LEEWAY_VIEW_LAYOUT_FIELD_H
#define LEEWAY_VIEW_LAYOUT_FIELD_H

#include "view/layout.h"

/* The height of a field of so many lines. */
int32_t layout_field_height(const Layout *layout, int32_t lines);

/* The field in the middle of the present band, as wide and at most as high as this, but
 * one line high at the least. Asserts that there is no other. */
void layout_field(Layout *layout, Text *text, const SceneField *field, int32_t width_px,
                  int32_t height_px);

/* The text was changed since: what is asked from now on is asked of this one. */
void layout_field_follow(Layout *layout, Text *text, const SceneField *field);

/* A place in the text, and which end of a broken line is meant. */
typedef struct FieldSpot {
    int32_t at;
    bool is_line_end;
} FieldSpot;

/* Where it stands in the window. */
Rect layout_field_rect(const Layout *layout);

/* The spot under a point, or the nearest one to it; above and below the field those of
 * the lines that follow there. */
FieldSpot layout_field_under(const Layout *layout, Text *text, int32_t x, int32_t y);

/* The spot so many lines further down, or up, that is nearest to x; beyond the first and
 * the last line the beginning and the end of the text. */
FieldSpot layout_field_beside(const Layout *layout, Text *text, FieldSpot from,
                              int32_t lines, int32_t x);

/* The beginning and the end of the line of a spot. */
FieldSpot layout_field_line_start(const Layout *layout, Text *text, FieldSpot from);
FieldSpot layout_field_line_end(const Layout *layout, Text *text, FieldSpot from);

/* The box in the window in which a caret stands there: 0 wide. */
Rect layout_field_caret(const Layout *layout, Text *text, FieldSpot spot);

/* Whether the line of a spot begins on the right. */
bool layout_field_is_rtl(const Layout *layout, Text *text, FieldSpot spot);

#endif
