/* SPDX-License-Identifier: MIT */
/* Words above the figure, which belong to no band. */
#include "view/layout.h"

#include <assert.h>
#include <math.h>

#define AIR 0.35 /* of b, to the edge of the window */

static void move_down(Layout *layout, Item *item, int32_t by_px)
{
    item->rect.y += by_px;
    for (int32_t r = item->run; r < item->run + item->run_count; r++)
        layout->runs[r].baseline += by_px;
}

void layout_head(Layout *layout, Text *text, const char *utf8, const char *longest,
                 TextStyle style, double centre)
{
    assert(layout->band_count == 0 && layout->item_count == 0);
    Band *band = layout_band(layout, centre, 0);
    layout_words(layout, text, utf8, style, layout->width_px);
    layout_centre_band(layout, band, layout_needed_px(layout, text, longest, style));
    const double middle = centre * layout->height_px - band->height / 2.0;
    const int32_t top = (int32_t)lround(fmax(middle, AIR * layout->metrics.b_px));
    move_down(layout, &layout->items[band->item], top);
    layout->head_px = top + band->height;
    layout->band_count = 0; /* what fits the bands leaves it where it is */
}
