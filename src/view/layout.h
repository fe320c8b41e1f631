/* SPDX-License-Identifier: MIT */
/* layout.h -- where everything on a screen stands.
 *
 * One column of bands on the middle axis. It fits as a page (fixed fractions of the
 * height), else as a stack (from the bottom up, the figure takes what is left), else it
 * scrolls and the figure yields first. Nothing is ever clipped or overlapping: a test
 * walks every screen over sizes and scales and proves it from here. Lengths are pixels;
 * what has a fixed size is thought in points and made into them by layout_px. Nothing is
 * drawn and nothing owned; strings are the scene's. */
#ifndef LEEWAY_VIEW_LAYOUT_H
#define LEEWAY_VIEW_LAYOUT_H

#include "view/raster.h"
#include "view/scene.h"
#include "view/text.h"
#include "view/theme.h"

enum {
    LAYOUT_ITEMS_MAX = 96,
    LAYOUT_RUNS_MAX = 640,
    LAYOUT_BANDS_MAX = 32,
    LAYOUT_MARKS_MAX = 128
};

/* The four sizes of type and the sizes of controls for a window and a text scale. */
typedef struct Metrics {
    double density;       /* pixels of a point */
    double short_side_px; /* S */
    double b_px;          /* the base everything typographic is a multiple of */
    double bz_px;         /* the same with the text scale in it */
    int32_t small_px, body_px, message_px, word_px;
    int32_t control_px, door_px, margin_px, side_px, gap_px, radius_px;
} Metrics;

/* A density of 0 counts as 1. */
Metrics metrics_make(int32_t width_px, int32_t height_px, double text_scale,
                     double density);

/* One line of words, placed. */
typedef struct Run {
    const char *utf8;
    int32_t length; /* bytes */
    TextBase base;
    const int8_t *levels; /* as a TextSpan has them */
    int32_t size_px, width_px;
    int32_t x, baseline;
    ThemeColour colour;
    double light;
} Run;

typedef enum ItemLook {
    LOOK_TEXT,
    LOOK_TILE,    /* outlined, round corners */
    LOOK_VALUE,   /* underlined */
    LOOK_ROW,     /* one of a list: words, filled when chosen */
    LOOK_LINK,    /* words alone */
    LOOK_TAB,     /* the present one is underlined in the colour of the frame */
    LOOK_SETTING, /* a label and its value; their steps lie inside it */
    LOOK_STEP,
    LOOK_CHIP, /* small and outlined, as wide as its words */
    LOOK_FIELD /* outlined and filled: a text is written there */
} ItemLook;

typedef struct Item {
    int32_t control; /* ControlId, CONTROL_NONE for plain words */
    ItemLook look;
    Rect rect;
    int32_t run, run_count;
    bool is_field; /* it can be typed: while it is framed its end is marked */
    bool is_chosen;
    bool scrolls;
    bool is_passed; /* Tab passes it by: another control's keys do the same */
    double light;
} Item;

typedef struct Band {
    double centre; /* of the height, on a page */
    double gap_b;  /* least distance to what is above it, in b, on a page */
    int32_t height;
    int32_t item, item_count;
    bool is_pinned; /* stays when the rest scrolls */
    bool is_figure; /* nothing but the place of the figure */
} Band;

/* What lies behind or under the letters of a field. */
typedef enum LayoutMarkKind { MARK_SELECTED, MARK_COMPOSED, MARK_CARET } LayoutMarkKind;
typedef struct LayoutMark {
    LayoutMarkKind kind;
    Rect rect; /* from the top left of the field's item */
} LayoutMark;

/* The field of a screen that has one (layout_field.h). */
typedef struct LayoutField {
    SceneField scene; /* without a text: there is none */
    int32_t item;     /* which one it is */
    int32_t size_px, line_px;
    Rect column;   /* of the lines, from the top left of the item */
    int32_t first; /* the first line that is seen, … */
    int32_t rooms; /* … how many there are rooms for … */
    int32_t lines; /* … and how many there are */
    int32_t mark_count;
    LayoutMark marks[LAYOUT_MARKS_MAX];
} LayoutField;

typedef enum LayoutFit { FIT_PAGE, FIT_STACK, FIT_SCROLL } LayoutFit;

typedef struct Layout {
    int32_t width_px, height_px;
    Metrics metrics;
    Item items[LAYOUT_ITEMS_MAX];
    Run runs[LAYOUT_RUNS_MAX];
    Band bands[LAYOUT_BANDS_MAX];
    int32_t item_count, run_count, band_count;
    LayoutField field;
    int32_t head_px; /* where what stands at the top ends; 0: nothing does */
    LayoutFit fit;
    double figure_x_px, figure_y_px;
    double figure_px;     /* diameter that the figure may take here, 0 for none */
    bool is_figure_aside; /* it is there to be seen, not to be pressed */
    Rect scroll_view;     /* where what scrolls can be seen; empty on page and stack */
    int32_t scroll_max_px;
} Layout;

/* The figure a screen wants: its place on a page, its usual diameter, and how small it
 * may get before the rest scrolls. A zeroed wish is a screen without figure. */
typedef struct FigureWish {
    double centre; /* of the height */
    double usual_px, least_px;
} FigureWish;

/* A control or a pair of key and words. `key` may be NULL. */
typedef struct Entry {
    int32_t control;
    const char *key;
    const char *words;
    bool is_chosen;
    bool is_joined; /* close to the one before it: two keys, and what both do */
} Entry;

/* Words of one kind. */
typedef struct TextStyle {
    int32_t size_px;
    double line_height; /* of the size */
    ThemeColour colour;
    double light;
} TextStyle;

void layout_begin(Layout *layout, const Scene *scene);

/* So many points in whole pixels. */
int32_t layout_px(const Layout *layout, double points);

/* Controls as low as their words and a finger allow, where every line counts. */
void layout_tighten(Layout *layout);

/* Starts the next band; what is added stands in it, from its top down. */
Band *layout_band(Layout *layout, double centre, double gap_b);

/* Wrapped words, each line centred. */
void layout_words(Layout *layout, Text *text, const char *utf8, TextStyle style,
                  int32_t width_px);

/* Words of at most as many lines as `longest` above the figure, their middle at `centre`
 * of the height: before any band. They stay there, and a page or a stack keeps clear. */
void layout_head(Layout *layout, Text *text, const char *utf8, const char *longest,
                 TextStyle style, double centre);

/* The height that words would need where the last item was placed. */
int32_t layout_needed_px(const Layout *layout, Text *text, const char *words,
                         TextStyle style);

/* Makes the band at least this high, with what stands in it in its middle: so that a
 * shorter text takes no less room than the longest. */
void layout_centre_band(Layout *layout, Band *band, int32_t height);

/* Entries side by side, centred, in as many lines as they need. */
void layout_flow(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 ItemLook look, double light);

/* How many entries of these widths, from the first on, stand side by side in most_px, and
 * how wide they are together. */
int32_t layout_line_entries(const Layout *layout, const int32_t *widths, int32_t count,
                            int32_t most_px, int32_t *width_px);

/* The narrowest lines that are no more than they have to be, so that no entry stands
 * alone below a full line. */
int32_t layout_even_width(const Layout *layout, const int32_t *widths, int32_t count);

/* Between entries in a line: wider than between a key and its words, at any text size. */
int32_t layout_gap_px(const Layout *layout);

/* The distance of an entry from the one before it. */
int32_t layout_entry_gap(const Layout *layout, const Entry *entry);

/* Entries in one line from x on, at the top of the present band. */
void layout_side(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t x, double light);

/* Equal tiles side by side, or under each other where that does not fit. */
void layout_tiles(Layout *layout, Text *text, const Entry *entries, int32_t count,
                  int32_t width_px);

/* Equal rows under each other. */
void layout_rows(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t width_px);

/* The first one across, the others two and two below it, and one that is left over
 * across. False, and nothing added, where a word has no room in a half. */
bool layout_pairs(Layout *layout, Text *text, const Entry *entries, int32_t count,
                  int32_t width_px);

/* The lines of a list, without gaps between them. */
void layout_list(Layout *layout, Text *text, const Entry *entries, int32_t count,
                 int32_t width_px);

/* A key and what it does, in two columns: the keys end at key_px from the left of
 * width_px. */
void layout_key_row(Layout *layout, Text *text, const Entry *entry, int32_t key_px,
                    int32_t width_px);

/* An item in the present band, at its own place below the band's top, and wrapped words
 * in it, each line centred in the box. */
Item *layout_item(Layout *layout, Item item);
void layout_item_words(Layout *layout, Text *text, Item *item, const char *utf8,
                       TextStyle style, Rect box);

/* Wrapped words at the bottom of the present band, each line from the left of `box` on;
 * its width counts, its height and top do not. */
Item *layout_words_left(Layout *layout, Text *text, const char *utf8, TextStyle style,
                        Rect box);

/* A line of words in an item, its line box of line_px from `top` down. */
void layout_item_run(Layout *layout, Text *text, Item *item, Run run, int32_t top,
                     int32_t line_px);

/* Words side by side, of which one is present: the pages behind a screen. */
void layout_tabs(Layout *layout, Text *text, const Entry *entries, int32_t count);

/* The rows of a page of settings: label and value side by side, or under each other where
 * one of them has no room. Returns whether they stand side by side. */
bool layout_settings(Layout *layout, Text *text, const SceneRow *rows, int32_t count,
                     int32_t width_px);

/* A place for the figure between other bands. */
void layout_figure_band(Layout *layout, double centre, double gap_b, int32_t height);

/* What is not there now, while its place stays: it cannot be seen or pressed. */
void layout_put_out(Layout *layout, int32_t control);

/* Whether it fits as a page or a stack; then everything is placed. */
bool layout_fit(Layout *layout, FigureWish figure);

/* Places everything in any case: page, stack, or scrolled by scene->scroll_px. */
void layout_place(Layout *layout, FigureWish figure, int32_t scroll_px);

/* Lines of words that the edge of what scrolls would cut are not there until they are
 * whole. */
void layout_hide_cut_words(Layout *layout);

/* The width of an entry with its key, without padding. */
int32_t layout_entry_width(Text *text, const Entry *entry, int32_t size_px);

/* The control under a point, or CONTROL_NONE. */
int32_t layout_control_at(const Layout *layout, int32_t x, int32_t y);

/* The control after `from` in reading order (before it for step -1), round the ends. */
int32_t layout_next_control(const Layout *layout, int32_t from, int32_t step);

/* The scroll position nearest to scroll_px at which the control can be seen whole. */
int32_t layout_scroll_to(const Layout *layout, int32_t control, int32_t scroll_px);

#endif
