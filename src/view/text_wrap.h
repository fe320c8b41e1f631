/* SPDX-License-Identifier: MIT */
/* text_wrap.h -- where the lines of a text end.
 *
 * The inside of text_wrap(), which remembers what this finds out; screens ask that one.
 * Allocates nothing, measures by text_span_px(). Pixels. Main thread only. */
#ifndef LEEWAY_VIEW_TEXT_WRAP_H
#define LEEWAY_VIEW_TEXT_WRAP_H

#include "view/text.h"

/* As text_wrap(), found out anew. */
int32_t text_wrap_lines(Text *text, const char *utf8, int32_t size_px, int32_t width_px,
                        TextLine lines[TEXT_LINES_MAX]);

#endif
