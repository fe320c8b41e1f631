/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define LINE_HEIGHT 1.4

/* In points. */
enum { TARGET = 44, DOOR = 56, SIDE = 16, MARGIN = 10 };

enum { FLOW_MAX = 16 };

static int32_t rounded(double value)
{
    return (int32_t)lround(value);
}

static double clamped(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

Metrics metrics_make(int32_t width_px, int32_t height_px, double text_scale,
                     double density)
{
    const double d = density > 0 ? density : 1.0;
    const double s = width_px < height_px ? width_px : height_px;
    const double b = clamped(10.0 * d + 0.0093 * s, 16.0 * d, 26.0 * d);
    const double bz = b * text_scale;
    return (Metrics){
        .density = d,
        .short_side_px = s,
        .b_px = b,
        .bz_px = bz,
        .small_px = rounded(bz),
        .body_px = rounded(1.2 * bz),
        .message_px = rounded(1.8 * bz),
        .word_px = rounded(2.4 * bz),
        .control_px = larger(rounded(TARGET * d), rounded(2.6 * bz)),
        .door_px = larger(rounded(DOOR * d), rounded(3.4 * bz)),
        .margin_px = larger(rounded(MARGIN * d), rounded(0.028 * height_px)),
        .side_px = rounded(SIDE * d),
        .gap_px = rounded(0.6 * b),
        .radius_px = rounded(0.7 * b),
    };
}

void layout_begin(Layout *layout, const Scene *scene)
{
    layout->width_px = scene->width_px;
    layout->height_px = scene->height_px;
    layout->metrics = metrics_make(scene->width_px, scene->height_px, scene->text_scale,
                                   scene->density);
    layout->item_count = layout->run_count = layout->band_count = 0;
    layout->field.scene.text = NULL;
    layout->head_px = 0;
    layout->fit = FIT_PAGE;
    layout->figure_px = 0;
    layout->is_figure_aside = false;
    layout->scroll_view = (Rect){ 0 };
    layout->scroll_max_px = 0;
}

int32_t layout_px(const Layout *layout, double points)
{
    return rounded(points * layout->metrics.density);
}

void layout_tighten(Layout *layout)
{
    layout->metrics.control_px = larger(
        layout_px(layout, TARGET), (int32_t)ceil(LINE_HEIGHT * layout->metrics.small_px));
    layout->metrics.door_px = layout->metrics.control_px;
}

Band *layout_band(Layout *layout, double centre, double gap_b)
{
    assert(layout->band_count < LAYOUT_BANDS_MAX);
    Band *band = &layout->bands[layout->band_count++];
    *band = (Band){ .centre = centre, .gap_b = gap_b, .item = layout->item_count };
    return band;
}

static Item *add_item(Layout *layout, Item item)
{
    assert(layout->item_count < LAYOUT_ITEMS_MAX && layout->band_count > 0);
    Band *band = &layout->bands[layout->band_count - 1];
    item.run = layout->run_count;
    layout->items[layout->item_count] = item;
    band->item_count++;
    const int32_t bottom = item.rect.y + item.rect.h;
    band->height = larger(band->height, bottom);
    return &layout->items[layout->item_count++];
}

static int32_t band_height(const Layout *layout)
{
    return layout->bands[layout->band_count - 1].height;
}

/* A run whose line box of line_px begins at top. */
static void add_run(Layout *layout, Text *text, Item *item, Run run, int32_t top,
                    int32_t line_px)
{
    assert(layout->run_count < LAYOUT_RUNS_MAX);
    const int32_t height = text_height_px(text, run.size_px);
    run.baseline = top + (line_px - height) / 2 + text_ascent_px(text, run.size_px);
    layout->runs[layout->run_count++] = run;
    item->run_count++;
}

/* Wrapped lines, each centred on centre_x, from top down. */
static void add_lines(Layout *layout, Text *text, Item *item, const char *utf8,
                      TextStyle style, Rect box)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, utf8, style.size_px, box.w, lines);
    const int32_t line_px = rounded(style.size_px * style.line_height);
    int32_t top = box.y + (box.h - count * line_px) / 2;
    for (int32_t i = 0; i < count; i++, top += line_px) {
        const Run run = { .utf8 = utf8 + lines[i].start,
                          .length = lines[i].length,
                          .base = lines[i].base,
                          .size_px = style.size_px,
                          .width_px = lines[i].width_px,
                          .x = box.x + (box.w - lines[i].width_px) / 2,
                          .colour = style.colour,
                          .light = style.light };
        add_run(layout, text, item, run, top, line_px);
    }
}

static int32_t lines_height(Text *text, const char *utf8, TextStyle style, int32_t width)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, utf8, style.size_px, width, lines);
    return count * rounded(style.size_px * style.line_height);
}

static int32_t fitting(const Layout *layout, int32_t width_px)
{
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    return width_px < most ? width_px : most;
}

void layout_words(Layout *layout, Text *text, const char *utf8, TextStyle style,
                  int32_t width_px)
{
    const int32_t width = fitting(layout, width_px);
    const Rect rect = { (layout->width_px - width) / 2, band_height(layout), width,
                        lines_height(text, utf8, style, width) };
    Item *item =
        add_item(layout, (Item){ .look = LOOK_TEXT, .rect = rect, .light = style.light });
    add_lines(layout, text, item, utf8, style, rect);
}

Item *layout_words_left(Layout *layout, Text *text, const char *utf8, TextStyle style,
                        Rect box)
{
    layout_words(layout, text, utf8, style, box.w);
    Item *item = &layout->items[layout->item_count - 1];
    item->rect.x = box.x;
    for (int32_t r = item->run; r < item->run + item->run_count; r++)
        layout->runs[r].x = box.x;
    return item;
}

int32_t layout_needed_px(const Layout *layout, Text *text, const char *longest,
                         TextStyle style)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t width = layout->items[layout->item_count - 1].rect.w;
    const int32_t count = text_wrap(text, longest, style.size_px, width, lines);
    return count * (int32_t)(style.size_px * style.line_height + 0.5);
}

void layout_centre_band(Layout *layout, Band *band, int32_t height)
{
    band->height = band->height > height ? band->height : height;
    for (int32_t i = band->item; i < band->item + band->item_count; i++) {
        Item *item = &layout->items[i];
        const int32_t down = (band->height - item->rect.h) / 2;
        item->rect.y += down;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].baseline += down;
    }
}

static int32_t key_gap_px(int32_t size_px)
{
    return rounded(0.45 * size_px);
}

int32_t layout_entry_width(Text *text, const Entry *entry, int32_t size_px)
{
    int32_t width = text_width_px(text, entry->words, size_px);
    if (entry->key != NULL)
        width += text_width_px(text, entry->key, size_px);
    if (entry->key != NULL && entry->words[0] != '\0')
        width += key_gap_px(size_px);
    return width;
}

int32_t layout_gap_px(const Layout *layout)
{
    return rounded(fmax(layout->metrics.b_px, 0.8 * layout->metrics.bz_px));
}

int32_t layout_entry_gap(const Layout *layout, const Entry *entry)
{
    return entry->is_joined ? key_gap_px(layout->metrics.small_px)
                            : layout_gap_px(layout);
}

/* Key in text colour, words beside it: one line, from x on. */
static void add_entry(Layout *layout, Text *text, Item *item, const Entry *entry,
                      TextStyle style, int32_t x)
{
    Run run = { .size_px = style.size_px, .x = x, .light = style.light };
    if (entry->key != NULL) {
        run.utf8 = entry->key;
        run.length = (int32_t)strlen(entry->key);
        run.width_px = text_width_px(text, entry->key, style.size_px);
        run.colour = THEME_TEXT;
        add_run(layout, text, item, run, item->rect.y, item->rect.h);
        run.x += run.width_px + key_gap_px(style.size_px);
    }
    if (entry->words[0] == '\0')
        return;
    run.utf8 = entry->words;
    run.length = (int32_t)strlen(entry->words);
    run.width_px = text_width_px(text, entry->words, style.size_px);
    run.colour = style.colour;
    add_run(layout, text, item, run, item->rect.y, item->rect.h);
}

static TextStyle style_of(const Layout *layout, ItemLook look, double light)
{
    const bool is_value = look == LOOK_VALUE;
    return (TextStyle){ .size_px =
                            is_value ? layout->metrics.body_px : layout->metrics.small_px,
                        .line_height = LINE_HEIGHT,
                        .colour = is_value ? THEME_TEXT : THEME_SECONDARY,
                        .light = light };
}

static int32_t padding(const Layout *layout, ItemLook look)
{
    const bool is_padded = look == LOOK_VALUE || look == LOOK_CHIP;
    return is_padded ? rounded(0.7 * layout->metrics.bz_px) : 0;
}

/* The words of an entry beside its key, in as many lines as they need. */
static void add_wrapped(Layout *layout, Text *text, Item *item, const Entry *entry,
                        TextStyle style)
{
    const int32_t key_px = text_width_px(text, entry->key, style.size_px);
    const int32_t beside = key_px + key_gap_px(style.size_px);
    const int32_t line_px = rounded(style.size_px * style.line_height);
    const Rect rect = item->rect;
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count =
        text_wrap(text, entry->words, style.size_px, rect.w - beside, lines);
    int32_t widest = 0;
    for (int32_t i = 0; i < count; i++)
        widest = larger(widest, lines[i].width_px);
    const int32_t top = rect.y + (rect.h - count * line_px) / 2;
    Run run = { .utf8 = entry->key,
                .length = (int32_t)strlen(entry->key),
                .size_px = style.size_px,
                .width_px = key_px,
                .x = rect.x + (rect.w - beside - widest) / 2,
                .colour = THEME_TEXT,
                .light = style.light };
    add_run(layout, text, item, run, top, line_px);
    run.x += beside;
    run.colour = style.colour;
    for (int32_t i = 0; i < count; i++) {
        run.utf8 = entry->words + lines[i].start;
        run.length = lines[i].length;
        run.base = lines[i].base;
        run.width_px = lines[i].width_px;
        add_run(layout, text, item, run, top + i * line_px, line_px);
    }
}

/* An entry that is too wide for the window by itself: wrapped. */
static void add_wide_entry(Layout *layout, Text *text, const Entry *entry, ItemLook look,
                           TextStyle style)
{
    const int32_t width = fitting(layout, layout->width_px);
    const int32_t key_px =
        entry->key != NULL
            ? text_width_px(text, entry->key, style.size_px) + key_gap_px(style.size_px)
            : 0;
    const int32_t height =
        larger(layout->metrics.control_px,
               lines_height(text, entry->words, style, width - key_px));
    const Rect rect = { (layout->width_px - width) / 2, band_height(layout), width,
                        height };
    Item *item = add_item(layout, (Item){ .control = entry->control,
                                          .look = look,
                                          .rect = rect,
                                          .is_chosen = entry->is_chosen,
                                          .light = style.light });
    if (entry->key != NULL)
        add_wrapped(layout, text, item, entry, style);
    else
        add_lines(layout, text, item, entry->words, style, rect);
}

static void add_line(Layout *layout, Text *text, const Entry *entries, int32_t count,
                     ItemLook look, TextStyle style, Rect first)
{
    const int32_t pad = padding(layout, look);
    Rect rect = first;
    for (int32_t i = 0; i < count; i++, rect.x += rect.w) {
        rect.x += i > 0 ? layout_entry_gap(layout, &entries[i]) : 0;
        rect.w = layout_entry_width(text, &entries[i], style.size_px) + 2 * pad;
        Item *item = add_item(layout, (Item){ .control = entries[i].control,
                                              .look = look,
                                              .rect = rect,
                                              .is_chosen = entries[i].is_chosen,
                                              .light = style.light });
        add_entry(layout, text, item, &entries[i], style, rect.x + pad);
    }
}

void layout_flow(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 ItemLook look, double light)
{
    const TextStyle style = style_of(layout, look, light);
    int32_t widths[FLOW_MAX] = { 0 };
    assert(count <= FLOW_MAX);
    for (int32_t i = 0; i < count; i++)
        widths[i] = layout_entry_width(text, &entries[i], style.size_px) +
                    2 * padding(layout, look);
    const int32_t most = layout_even_width(layout, widths, count);
    for (const int32_t *at = widths; count > 0;) {
        int32_t width;
        const int32_t taken = layout_line_entries(layout, at, count, most, &width);
        if (width > layout->width_px - 2 * layout->metrics.side_px) {
            add_wide_entry(layout, text, entries, look, style);
        } else {
            /* What has an outline does not touch the line above it. */
            const int32_t above = band_height(layout);
            const int32_t gap =
                look == LOOK_CHIP && above > 0 ? layout->metrics.gap_px : 0;
            const Rect first = { (layout->width_px - width) / 2, above + gap, 0,
                                 layout->metrics.control_px };
            add_line(layout, text, entries, taken, look, style, first);
        }
        entries += taken, at += taken, count -= taken;
    }
}

void layout_side(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t x, double light)
{
    const Rect first = { x, 0, 0, layout->metrics.control_px };
    add_line(layout, text, entries, count, LOOK_LINK, style_of(layout, LOOK_LINK, light),
             first);
}

/* The key's line box is a little higher than its words, so that rows can be told apart.
 */
#define KEY_ROW_HEIGHT 1.6
#define KEY_WORDS_LEAST 12 /* b z that the words need beside the key */

void layout_key_row(Layout *layout, Text *text, const Entry *entry, int32_t key_px,
                    int32_t width_px)
{
    const TextStyle style = style_of(layout, LOOK_LINK, 1.0);
    const int32_t beside = width_px - key_px - rounded(layout->metrics.b_px);
    const bool is_beside = beside >= KEY_WORDS_LEAST * layout->metrics.bz_px;
    const int32_t words_px = is_beside ? beside : width_px;
    const int32_t left = (layout->width_px - width_px) / 2;
    const int32_t line_px = rounded(style.size_px * KEY_ROW_HEIGHT);
    TextLine lines[TEXT_LINES_MAX];
    const int32_t count = text_wrap(text, entry->words, style.size_px, words_px, lines);
    const int32_t first = is_beside ? 0 : 1; /* the line on which the words begin */
    const Rect rect = { left, band_height(layout), width_px, (first + count) * line_px };
    Item *item =
        add_item(layout, (Item){ .look = LOOK_TEXT, .rect = rect, .light = 1.0 });
    Run run = { .utf8 = entry->key,
                .length = (int32_t)strlen(entry->key),
                .size_px = style.size_px,
                .width_px = text_width_px(text, entry->key, style.size_px),
                .x = left,
                .colour = THEME_TEXT,
                .light = 1.0 };
    if (is_beside)
        run.x += key_px - run.width_px;
    add_run(layout, text, item, run, rect.y, line_px);
    run.x = left + width_px - words_px;
    run.colour = THEME_SECONDARY;
    for (int32_t i = 0; i < count; i++) {
        run.utf8 = entry->words + lines[i].start;
        run.length = lines[i].length;
        run.base = lines[i].base;
        run.width_px = lines[i].width_px;
        add_run(layout, text, item, run, rect.y + (first + i) * line_px, line_px);
    }
}

Item *layout_item(Layout *layout, Item item)
{
    return add_item(layout, item);
}

void layout_item_words(Layout *layout, Text *text, Item *item, const char *utf8,
                       TextStyle style, Rect box)
{
    add_lines(layout, text, item, utf8, style, box);
}

void layout_item_run(Layout *layout, Text *text, Item *item, Run run, int32_t top,
                     int32_t line_px)
{
    add_run(layout, text, item, run, top, line_px);
}
