/* SPDX-License-Identifier: MIT */
/* The rows of a page of settings, and the words above them that lead to other pages. */
#include "view/layout.h"

#include <math.h>
#include <stddef.h>

#define LINE_HEIGHT 1.4
#define ROW_HEIGHT 2.9 /* of b z */
#define TAB_GAP 0.5    /* of b */

/* In points. */
enum { ROW_LEAST = 48, STEP_LEAST = 44, ROW_AIR = 4 };

static int32_t rounded(double value)
{
    return (int32_t)lround(value);
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static TextStyle row_style(const Layout *layout, ThemeColour colour)
{
    return (TextStyle){ layout->metrics.body_px, LINE_HEIGHT, colour, 1.0 };
}

/* --- tabs --- */

static int32_t tab_width(const Layout *layout, Text *text, const Entry *entry)
{
    const int32_t words = text_width_px(text, entry->words, layout->metrics.small_px);
    return larger(words + rounded(layout->metrics.b_px), layout_px(layout, STEP_LEAST));
}

/* How many tabs from the first on stand in one line. */
static int32_t tabs_in_line(const Layout *layout, Text *text, const Entry *entries,
                            int32_t count, int32_t *width_px)
{
    const int32_t gap = rounded(TAB_GAP * layout->metrics.b_px);
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    int32_t taken = 0, width = 0;
    for (; taken < count; taken++) {
        const int32_t more =
            tab_width(layout, text, &entries[taken]) + (taken > 0 ? gap : 0);
        if (taken > 0 && width + more > most)
            break;
        width += more;
    }
    *width_px = width;
    return taken;
}

static void add_tab(Layout *layout, Text *text, const Entry *entry, Rect rect)
{
    const ThemeColour colour = entry->is_chosen ? THEME_TEXT : THEME_SECONDARY;
    const TextStyle style = { layout->metrics.small_px, LINE_HEIGHT, colour, 1.0 };
    Item *item = layout_item(layout, (Item){ .control = entry->control,
                                             .look = LOOK_TAB,
                                             .rect = rect,
                                             .is_chosen = entry->is_chosen,
                                             .light = 1.0 });
    layout_item_words(layout, text, item, entry->words, style, rect);
}

void layout_tabs(Layout *layout, Text *text, const Entry *entries, int32_t count)
{
    const int32_t gap = rounded(TAB_GAP * layout->metrics.b_px);
    const int32_t height = larger(layout_px(layout, STEP_LEAST),
                                  rounded(LINE_HEIGHT * layout->metrics.small_px));
    Rect rect = { .y = layout->bands[layout->band_count - 1].height, .h = height };
    while (count > 0) {
        int32_t width;
        const int32_t taken = tabs_in_line(layout, text, entries, count, &width);
        rect.x = (layout->width_px - width) / 2;
        for (int32_t i = 0; i < taken; i++, rect.x += rect.w + gap) {
            rect.w = tab_width(layout, text, &entries[i]);
            add_tab(layout, text, &entries[i], rect);
        }
        rect.y += height;
        entries += taken, count -= taken;
    }
}

/* --- rows --- */

/* What all rows of a page have in common, so that nothing moves from one value to the
 * next and the steps stand under each other. */
typedef struct Columns {
    int32_t left, width;
    int32_t pad;    /* inside a row, at both ends */
    int32_t step;   /* width of a step */
    int32_t value;  /* room of a value with its steps */
    int32_t height; /* of a row, or of the line of its value */
    bool is_beside; /* label and value in one line */
} Columns;

static int32_t value_width(const Layout *layout, Text *text, const SceneRow *row)
{
    const int32_t size = layout->metrics.body_px;
    const int32_t now = row->value != NULL ? text_width_px(text, row->value, size) : 0;
    return row->longest != NULL ? larger(now, text_width_px(text, row->longest, size))
                                : now;
}

static Columns columns_of(const Layout *layout, Text *text, const SceneRow *rows,
                          int32_t count, int32_t width_px)
{
    const Metrics *metrics = &layout->metrics;
    const int32_t most = layout->width_px - 2 * layout->metrics.side_px;
    Columns columns = { .width = width_px < most ? width_px : most,
                        .pad = rounded(0.6 * metrics->b_px),
                        .step = larger(layout_px(layout, STEP_LEAST), metrics->body_px),
                        .height = larger(layout_px(layout, ROW_LEAST),
                                         rounded(ROW_HEIGHT * metrics->bz_px)) };
    columns.left = (layout->width_px - columns.width) / 2;
    int32_t label = 0;
    for (int32_t i = 0; i < count; i++) {
        label = larger(label, text_width_px(text, rows[i].label, metrics->body_px));
        columns.value = larger(columns.value, value_width(layout, text, &rows[i]));
    }
    columns.value += 2 * columns.step;
    const int32_t left = columns.width - columns.pad - rounded(metrics->b_px);
    columns.is_beside = label + columns.value <= left;
    if (!columns.is_beside) {
        columns.value = columns.width;
        columns.height = larger(layout_px(layout, STEP_LEAST),
                                rounded(LINE_HEIGHT * metrics->body_px));
    }
    return columns;
}

static int32_t words_height(const Layout *layout, Text *text, const char *words,
                            int32_t width_px)
{
    TextLine lines[TEXT_LINES_MAX];
    const int32_t size = layout->metrics.body_px;
    return text_wrap(text, words, size, width_px, lines) * rounded(LINE_HEIGHT * size);
}

/* A step that leads nowhere shows nothing, and a press there still means nothing else. */
static void add_step(Layout *layout, Text *text, int32_t control, const char *words,
                     Rect rect)
{
    Item *item = layout_item(layout, (Item){ .control = control,
                                             .look = LOOK_STEP,
                                             .rect = rect,
                                             .is_passed = true,
                                             .light = 1.0 });
    if (words != NULL)
        layout_item_words(layout, text, item, words, row_style(layout, THEME_SECONDARY),
                          rect);
}

static void add_steps(Layout *layout, Text *text, const SceneRow *row, int32_t index,
                      Rect value, const Columns *columns)
{
    if (!row->has_steps)
        return;
    const char *less = row->less != NULL ? row->less : "‹";
    const char *more = row->more != NULL ? row->more : "›";
    Rect rect = { value.x, value.y, columns->step, value.h };
    add_step(layout, text, CONTROL_LESS + index, row->is_first ? NULL : less, rect);
    rect.x += value.w - columns->step;
    add_step(layout, text, CONTROL_MORE + index, row->is_last ? NULL : more, rect);
}

/* A row without steps may lead on: that stands where they would. */
static void add_lead(Layout *layout, Text *text, Item *item, const SceneRow *row,
                     const Columns *columns)
{
    const Rect rect = item->rect;
    const Rect end = { rect.x + rect.w - columns->step, rect.y, columns->step, rect.h };
    if (!row->has_steps && row->more != NULL)
        layout_item_words(layout, text, item, row->more,
                          row_style(layout, THEME_SECONDARY), end);
}

/* Where a row stands, and what is in it. */
typedef struct RowPlace {
    Rect rect, label;
    Rect value, words; /* the value with its steps, and without */
} RowPlace;

/* The label at the left, the value at the right between its steps. */
static RowPlace place_beside(const Layout *layout, Text *text, const SceneRow *row,
                             const Columns *columns)
{
    const Rect rect = { columns->left, layout->bands[layout->band_count - 1].height,
                        columns->width, columns->height };
    const Rect value = { rect.x + rect.w - columns->value, rect.y, columns->value,
                         rect.h };
    const int32_t label_px = text_width_px(text, row->label, layout->metrics.body_px);
    return (RowPlace){ .rect = rect,
                       .label = { rect.x + columns->pad, rect.y, label_px, rect.h },
                       .value = value,
                       .words = { value.x + columns->step, rect.y,
                                  value.w - 2 * columns->step, rect.h } };
}

/* How high the line of a value is that stands below its label. */
static int32_t below_height(const Layout *layout, Text *text, const SceneRow *row,
                            const Columns *columns)
{
    const int32_t inside = columns->width - 2 * columns->step;
    const char *longest = row->longest != NULL ? row->longest : row->value;
    if (row->value == NULL)
        return 0;
    return larger(columns->height,
                  larger(words_height(layout, text, longest, inside),
                         words_height(layout, text, row->value, inside)));
}

/* The label above, the value below it; with air, so that the frame of one row does not
 * touch the words of the next. */
static RowPlace place_below(const Layout *layout, Text *text, const SceneRow *row,
                            const Columns *columns)
{
    const int32_t top = layout->bands[layout->band_count - 1].height;
    const int32_t value_px = below_height(layout, text, row, columns);
    const int32_t inside = columns->width - 2 * columns->step;
    const int32_t wide = row->value != NULL ? columns->width : inside;
    const int32_t label_px = larger(words_height(layout, text, row->label, wide),
                                    row->value != NULL ? 0 : columns->height);
    const int32_t air = layout_px(layout, ROW_AIR);
    const int32_t left = columns->left, below = top + air + label_px;
    return (RowPlace){
        .rect = { left, top, columns->width, label_px + value_px + 2 * air },
        .label = { left + (columns->width - wide) / 2, top + air, wide, label_px },
        .value = { left, below, columns->width, value_px },
        .words = { left + columns->step, below, inside, value_px }
    };
}

static void add_setting(Layout *layout, Text *text, const SceneRow *row, int32_t index,
                        const Columns *columns)
{
    const RowPlace at = columns->is_beside ? place_beside(layout, text, row, columns)
                                           : place_below(layout, text, row, columns);
    Item *item = layout_item(layout, (Item){ .control = CONTROL_ROW + index,
                                             .look = LOOK_SETTING,
                                             .rect = at.rect,
                                             .light = 1.0 });
    layout_item_words(layout, text, item, row->label, row_style(layout, THEME_SECONDARY),
                      at.label);
    if (row->value != NULL)
        layout_item_words(layout, text, item, row->value, row_style(layout, THEME_TEXT),
                          at.words);
    add_lead(layout, text, item, row, columns);
    add_steps(layout, text, row, index, at.value, columns);
}

bool layout_settings(Layout *layout, Text *text, const SceneRow *rows, int32_t count,
                     int32_t width_px)
{
    const Columns columns = columns_of(layout, text, rows, count, width_px);
    for (int32_t i = 0; i < count; i++)
        add_setting(layout, text, &rows[i], i, &columns);
    return columns.is_beside;
}

/* --- the rest of such a page --- */

void layout_figure_band(Layout *layout, double centre, double gap_b, int32_t height)
{
    Band *band = layout_band(layout, centre, gap_b);
    band->is_figure = true;
    band->height = height;
}

void layout_put_out(Layout *layout, int32_t control)
{
    for (int32_t i = 0; i < layout->item_count; i++) {
        Item *item = &layout->items[i];
        if (item->control != control)
            continue;
        item->light = 0;
        for (int32_t r = item->run; r < item->run + item->run_count; r++)
            layout->runs[r].light = 0;
    }
}
