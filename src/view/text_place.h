/* SPDX-License-Identifier: MIT */
/* text_place.h -- where in one line of words a caret stands, and what lies there.
 *
 * A caret stands behind what is before it, whichever way that runs; at the beginning
 * before what comes. Places are bytes of the line on borders of graphemes, x pixels from
 * its left end. Main thread. */
#ifndef LEEWAY_VIEW_TEXT_PLACE_H
#define LEEWAY_VIEW_TEXT_PLACE_H

#include "view/text.h"

int32_t text_place_px(Text *text, const TextSpan *line, int32_t at);

/* The place nearest to x. */
int32_t text_nearest(Text *text, const TextSpan *line, int32_t x);

/* The stretches, from left to right, in which from..to is seen. Returns their number. */
enum { TEXT_STRETCHES_MAX = 16 };
typedef struct TextStretch {
    int32_t x, width_px;
} TextStretch;
int32_t text_stretches(Text *text, const TextSpan *line, int32_t from, int32_t to,
                       TextStretch stretches[TEXT_STRETCHES_MAX]);

#endif
