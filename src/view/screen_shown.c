/* SPDX-License-Identifier: MIT */
/* A file that is kept, as it stands on the disk: as many whole lines as there is room
 * for, from the one it was scrolled to. */
#include "view/screens.h"

#define WIDTH 44 /* b z, at most */

enum {
    LINES_LEAST = 4,      /* for these the keys of paging make room */
    LINES_ROOMY = 14,     /* where there is room for these, they begin where titles do */
    LINES_MEASURED = 500, /* of which the widest is as wide as all */
    ITEMS_FREE = 8,       /* for the foot */
    RUNS_FREE = 16
};

typedef struct Page {
    const Scene *scene;
    Text *text;
    Layout *layout;
    TextStyle style;
    int32_t width_px, top_px, room_px, line_px;
} Page;

static int32_t rounded(double value)
{
    return (int32_t)(value + 0.5);
}

/* How many lines a line of the file becomes; an empty one is a line too. */
static int32_t wrapped_count(const Page *page, int32_t line)
{
    TextLine wrapped[TEXT_LINES_MAX];
    const int32_t count = text_wrap(page->text, page->scene->lines[line],
                                    page->style.size_px, page->width_px, wrapped);
    return count > 0 ? count : 1;
}

/* What there is room for, on the screen and in a layout. */
typedef struct Room {
    int32_t height_px, items, runs;
} Room;

static Room whole_room(const Page *page)
{
    return (Room){ page->room_px, LAYOUT_ITEMS_MAX - ITEMS_FREE,
                   LAYOUT_RUNS_MAX - RUNS_FREE };
}

/* Whether there is room for one more line; then it is taken. */
static bool takes(const Page *page, int32_t line, Room *room)
{
    const int32_t count = wrapped_count(page, line);
    room->height_px -= count * page->line_px;
    room->items--;
    room->runs -= count;
    return room->height_px >= 0 && room->items >= 0 && room->runs >= 0;
}

/* The last line from which the end of the file can be seen. */
static int32_t last_first(const Page *page)
{
    const int32_t count = page->scene->line_count;
    Room room = whole_room(page);
    int32_t line = count;
    while (line > 0 && takes(page, line - 1, &room))
        line--;
    return line == count && count > 0 ? count - 1 : line;
}

static void add_line(const Page *page, int32_t line)
{
    Layout *layout = page->layout;
    Band *band = &layout->bands[layout->band_count - 1];
    const int32_t bottom = band->height + wrapped_count(page, line) * page->line_px;
    layout_words(layout, page->text, page->scene->lines[line], page->style,
                 page->width_px);
    Item *item = &layout->items[layout->item_count - 1];
    item->rect.h = bottom - item->rect.y;
    for (int32_t r = item->run; r < item->run + item->run_count; r++)
        layout->runs[r].x = item->rect.x;
    band->height = bottom;
}

/* At least one, however little room there is. */
static void add_lines(Page *page, int32_t first)
{
    Room room = whole_room(page);
    for (int32_t line = first; line < page->scene->line_count; line++) {
        if (!takes(page, line, &room) && line > first)
            break;
        page->style.colour = line == 0 ? THEME_SECONDARY : THEME_TEXT;
        add_line(page, line);
    }
}

static void foot(const Page *page, bool has_paging)
{
    const Entry paging[] = {
        { .control = CONTROL_ACTION + ACTION_PAGE_UP, .words = "Page Up" },
        { .control = CONTROL_ACTION + ACTION_PAGE_DOWN, .words = "Page Down" },
    };
    screen_foot(page->scene, page->text, page->layout, paging, has_paging ? 2 : 0);
}

/* What the foot leaves, whether it stands as on a page or as in a stack. */
static void measure(Page *page, bool has_paging, bool is_tight)
{
    Layout *layout = page->layout;
    layout_begin(layout, page->scene);
    if (is_tight)
        layout_tighten(layout);
    foot(page, has_paging);
    const double height = layout->bands[0].height, b = layout->metrics.b_px;
    const double on_page = SCREEN_FOOT_CENTRE * layout->height_px - height / 2;
    const double in_stack = layout->height_px - layout->metrics.margin_px - height - b;
    page->room_px =
        (int32_t)((on_page < in_stack ? on_page : in_stack) - b) - page->top_px;
    layout->item_count = layout->run_count = layout->band_count = 0;
}

/* The keys of paging are there where there is something to scroll and room for them. */
static bool make_room(Page *page)
{
    measure(page, false, false);
    if (last_first(page) == 0)
        return false;
    const int32_t least = LINES_LEAST * page->line_px;
    measure(page, true, false);
    if (page->room_px < least)
        measure(page, true, true);
    if (page->room_px >= least)
        return true;
    measure(page, false, true);
    return false;
}

/* The column is as wide as its widest line, so that it stands in the middle. */
static int32_t column_px(const Page *page)
{
    const Metrics *metrics = &page->layout->metrics;
    const int32_t room = page->layout->width_px - 2 * metrics->side_px;
    const int32_t wish = (int32_t)(WIDTH * metrics->bz_px);
    const int32_t most = wish < room ? wish : room;
    const Scene *scene = page->scene;
    int32_t widest = 0;
    for (int32_t i = 0; i < scene->line_count && i < LINES_MEASURED; i++) {
        const int32_t px =
            text_width_px(page->text, scene->lines[i], page->style.size_px);
        widest = px > widest ? px : widest;
    }
    return widest < most ? widest : most;
}

static int32_t top_px(const Page *page)
{
    const Layout *layout = page->layout;
    const double height = layout->height_px;
    const bool is_roomy = (SCREEN_FOOT_CENTRE - SCREEN_TITLE_CENTRE) * height >=
                          LINES_ROOMY * (double)page->line_px;
    return is_roomy ? rounded(SCREEN_TITLE_CENTRE * height - page->line_px / 2.0)
                    : layout->metrics.margin_px;
}

void screen_shown(const Scene *scene, Text *text, Layout *layout)
{
    layout_begin(layout, scene);
    Page page = {
        .scene = scene, .text = text, .layout = layout, .style = style_small(layout)
    };
    page.line_px = rounded(page.style.size_px * page.style.line_height);
    page.width_px = column_px(&page);
    page.top_px = top_px(&page);
    const bool has_paging = make_room(&page);
    const int32_t last = last_first(&page);
    Band *band = layout_band(layout, 0.5, 0);
    add_lines(&page, scene->scroll_px < last ? scene->scroll_px : last);
    band->centre = (page.top_px + band->height / 2.0) / (double)layout->height_px;
    foot(&page, has_paging);
    layout_place(layout, (FigureWish){ 0 }, 0);
    layout->scroll_max_px = last;
}
