/* SPDX-License-Identifier: MIT */
/* Where a line of entries ends and the next one begins. */
#include "view/layout.h"

int32_t layout_line_entries(const Layout *layout, const int32_t *widths, int32_t count,
                            int32_t most_px, int32_t *width_px)
{
    const int32_t gap = layout_gap_px(layout);
    int32_t taken = 0, width = 0;
    for (; taken < count; taken++) {
        const int32_t more = widths[taken] + (taken > 0 ? gap : 0);
        if (width + more > most_px && taken > 0)
            break;
        width += more;
    }
    *width_px = width;
    return taken;
}

static int32_t line_count(const Layout *layout, const int32_t *widths, int32_t count,
                          int32_t most_px)
{
    int32_t lines = 0, width;
    for (; count > 0; lines++) {
        const int32_t taken = layout_line_entries(layout, widths, count, most_px, &width);
        widths += taken, count -= taken;
    }
    return lines;
}

int32_t layout_even_width(const Layout *layout, const int32_t *widths, int32_t count)
{
    int32_t high = layout->width_px - 2 * layout->metrics.side_px, low = 0;
    const int32_t lines = line_count(layout, widths, count, high);
    while (high - low > 1) {
        const int32_t middle = (low + high) / 2;
        if (line_count(layout, widths, count, middle) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}
