/* SPDX-License-Identifier: MIT */
/* Equal tiles and rows: what can be pressed, with its words in the middle. */
#include "view/layout.h"

#include <math.h>
#include <string.h>

static int32_t rounded(double value)
{
    return (int32_t)lround(value);
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t band_height(const Layout *layout)
{
    return layout->bands[layout->band_count - 1].height;
}

static int32_t fitting(const Layout *layout, int32_t width_px)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    return width_px < most ? width_px : most;
}

static int32_t lines_height(Text *text, const char *utf8, TextStyle style, int32_t width)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, utf8, style.size_px, width, lines);
    return count * rounded(style.size_px * style.line_height);
}

static TextStyle tile_style(const Layout *layout)
{
    return (TextStyle){ layout->metrics.body_px, 1.2, THEME_TEXT, 1.0 };
}

static void add_tile(Layout *layout, Text *text, const Entry *entry, ItemLook look,
                     Rect rect)
{
    const int32_t pad = rounded(0.6 * layout->metrics.bz_px);
    Item *item = layout_item(layout, (Item){ .control = entry->control,
                                             .look = look,
                                             .rect = rect,
                                             .is_chosen = entry->is_chosen,
                                             .light = 1.0 });
    const Rect inside = { rect.x + pad, rect.y, rect.w - 2 * pad, rect.h };
    layout_item_words(layout, text, item, entry->words, tile_style(layout), inside);
}

/* The height that all entries need as tiles of this width. */
static int32_t tile_height(const Layout *layout, Text *text, const Entry *entries,
                           int32_t count, int32_t width_px)
{
    const int32_t pad = rounded(0.6 * layout->metrics.bz_px);
    int32_t height = 0;
    for (int32_t i = 0; i < count; i++)
        height = larger(height, lines_height(text, entries[i].words, tile_style(layout),
                                             width_px - 2 * pad));
    return height + pad;
}

static bool words_fit(const Layout *layout, Text *text, const Entry *entry, int32_t width)
{
    char word[64];
    const char *at = entry->words;
    while (*at != '\0') {
        const size_t length = strcspn(at, " ");
        if (length >= sizeof word)
            return false;
        memcpy(word, at, length);
        word[length] = '\0';
        if (text_width_px(text, word, layout->metrics.body_px) > width)
            return false;
        at += length + strspn(at + length, " ");
    }
    return true;
}

void layout_tiles(Layout *layout, Text *text, const Entry *entries, int32_t count,
                  int32_t width_px)
{
    const int32_t gap = layout->metrics.gap_px;
    const int32_t room =
        (layout->width_px - 2 * layout->metrics.side_px - (count - 1) * gap) / count;
    const int32_t width = width_px < room ? width_px : room;
    const int32_t inside = width - 2 * rounded(0.6 * layout->metrics.bz_px);
    for (int32_t i = 0; i < count; i++) {
        if (inside <= 0 || !words_fit(layout, text, &entries[i], inside)) {
            layout_rows(layout, text, entries, count, layout->width_px);
            return;
        }
    }
    const int32_t top = band_height(layout);
    const int32_t height =
        larger(layout->metrics.door_px, tile_height(layout, text, entries, count, width));
    int32_t x = (layout->width_px - count * width - (count - 1) * gap) / 2;
    for (int32_t i = 0; i < count; i++, x += width + gap)
        add_tile(layout, text, &entries[i], LOOK_TILE, (Rect){ x, top, width, height });
}

static void add_rows(Layout *layout, Text *text, const Entry *entries, int32_t count,
                     ItemLook look, int32_t width_px)
{
    const int32_t width = fitting(layout, width_px);
    const int32_t gap = look == LOOK_TILE ? layout->metrics.gap_px : 0;
    const int32_t height = larger(layout->metrics.control_px,
                                  tile_height(layout, text, entries, count, width));
    for (int32_t i = 0; i < count; i++) {
        const int32_t above = band_height(layout);
        add_tile(layout, text, &entries[i], look,
                 (Rect){ (layout->width_px - width) / 2, above > 0 ? above + gap : 0,
                         width, height });
    }
}

void layout_rows(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t width_px)
{
    add_rows(layout, text, entries, count, LOOK_TILE, width_px);
}

bool layout_pairs(Layout *layout, Text *text, const Entry *entries, int32_t count,
                  int32_t width_px)
{
    const int32_t gap = layout->metrics.gap_px, width = fitting(layout, width_px);
    const int32_t half = (width - gap) / 2, left = (layout->width_px - width) / 2;
    for (int32_t i = 0; i < count; i++)
        if (!words_fit(layout, text, &entries[i],
                       half - 2 * rounded(0.6 * layout->metrics.bz_px)))
            return false;
    const int32_t height = larger(layout->metrics.control_px,
                                  tile_height(layout, text, entries, count, half));
    Rect rect = { left, 0, width, height };
    for (int32_t i = 0; i < count; i++) {
        const bool is_second = i > 0 && i % 2 == 0;
        const bool is_across = i == 0 || (!is_second && i + 1 == count);
        rect.x = is_second ? left + width - half : left;
        rect.w = is_across ? width : half;
        rect.y += i > 0 && !is_second ? height + gap : 0;
        add_tile(layout, text, &entries[i], LOOK_TILE, rect);
    }
    return true;
}

void layout_list(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t width_px)
{
    add_rows(layout, text, entries, count, LOOK_ROW, width_px);
}
