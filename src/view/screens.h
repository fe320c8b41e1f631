/* SPDX-License-Identifier: MIT */
/* screens.h -- every screen: a function from a scene to a layout.
 *
 * One file for each, one table for all. A screen decides what stands in which band and
 * what yields first when there is little room; it draws nothing and remembers nothing. */
#ifndef LEEWAY_VIEW_SCREENS_H
#define LEEWAY_VIEW_SCREENS_H

#include "view/layout.h"
#include "view/path.h"

#include <stddef.h>

/* Lays the scene's screen out. The layout borrows the scene's strings. */
void screen_lay_out(const Scene *scene, Text *text, Layout *layout);

void screen_home(const Scene *scene, Text *text, Layout *layout);
void screen_reach(const Scene *scene, Text *text, Layout *layout);
void screen_list(const Scene *scene, Text *text, Layout *layout);
void screen_practice(const Scene *scene, Text *text, Layout *layout);
void screen_after(const Scene *scene, Text *text, Layout *layout);
void screen_choices(const Scene *scene, Text *text, Layout *layout);
void screen_pace(const Scene *scene, Text *text, Layout *layout);
void screen_settings(const Scene *scene, Text *text, Layout *layout);
void screen_sounds(const Scene *scene, Text *text, Layout *layout);
void screen_own(const Scene *scene, Text *text, Layout *layout);
void screen_maker(const Scene *scene, Text *text, Layout *layout);
void screen_kept(const Scene *scene, Text *text, Layout *layout);
void screen_shown(const Scene *scene, Text *text, Layout *layout);
void screen_scan(const Scene *scene, Text *text, Layout *layout);
void screen_places(const Scene *scene, Text *text, Layout *layout);
void screen_voice(const Scene *scene, Text *text, Layout *layout);
void screen_marked(const Scene *scene, Text *text, Layout *layout);
void screen_mine(const Scene *scene, Text *text, Layout *layout);
void screen_people(const Scene *scene, Text *text, Layout *layout);
void screen_person(const Scene *scene, Text *text, Layout *layout);
void screen_about(const Scene *scene, Text *text, Layout *layout);
void screen_write(const Scene *scene, Text *text, Layout *layout);
void screen_keys(const Scene *scene, Text *text, Layout *layout);

/* What the screens share: styles, and the foot that says what Esc does. */
TextStyle style_small(const Layout *layout);
TextStyle style_body(const Layout *layout);
TextStyle style_message(const Layout *layout);
Entry entry_of_action(ActionId id, const char *words);
Entry entry_of_people(void); /* the way to people to call */
void screen_foot(const Scene *scene, Text *text, Layout *layout, const Entry *more,
                 int32_t count);

/* The same foot with a tool on either side of the way out, which stays in the middle
 * whether they are there now or not. Either may be NULL. Both feet add the way to people
 * to call on pages that lie behind other pages. */
void screen_foot_between(const Scene *scene, Text *text, Layout *layout,
                         const Entry *left, const Entry *right);

/* The column of a page of words: where it stands, and how wide it is. */
Rect screen_column(const Layout *layout);

/* Paragraphs of a page, in such a column, at the bottom of the present band. */
void screen_texts(const SceneText *texts, int32_t count, Text *text, Layout *layout,
                  Rect column);

/* The exits of a practice, with the legend beside them where there is room. */
void screen_exits(const Scene *scene, Text *text, Layout *layout, bool has_legend);

/* The keys on both sides of the exits, which were laid out last. False, and nothing
 * added, where there is no room for all of them. */
typedef struct Legend {
    const Entry *left, *right;
    int32_t left_count, right_count;
    const Entry *left_room; /* what the left ones have room for, NULL for themselves */
} Legend;
bool screen_legend(Text *text, Layout *layout, const Legend *legend, double light);

/* Where all that was laid from this item on stands in one line, and there is room, it
 * keeps clear of each other. */
void screen_spread(Layout *layout, int32_t first_item);

/* The path of the places of a scan that runs, and its first place while it goes from one
 * to another (scene->place_at). */
Path screen_scan_path(const Scene *scene, const Layout *layout);
double screen_scan_first(const Path *path, double place_at);

/* What the own pace says: how it works, then where it may lead, and where before reaching
 * out. Here, because room is kept for the longest one. */
extern const char *const screen_pace_lines[3];

/* The line of a page in a band of its own. An answer takes its place for a while, and
 * nothing moves because of that. */
void screen_line(const Scene *scene, Text *text, Layout *layout, TextStyle style,
                 int32_t width_px);

/* What stands at the same place on every face of home. */
void screen_home_row(const Scene *scene, Text *text, Layout *layout);
void screen_home_doors(const Scene *scene, Text *text, Layout *layout);
void screen_home_foot(Text *text, Layout *layout);

/* The title and the sentence of the face before reaching out. */
void screen_reach_title(const Scene *scene, Text *text, Layout *layout);

/* The path of so many places in a band of home so high. */
Path screen_home_path(const Layout *layout, double height_px, int32_t count);

/* A page of rows: tabs or a title above, the line of the framed row below, and the foot
 * with its tools. */
void screen_of_rows(const Scene *scene, Text *text, Layout *layout);

/* Rows of words at the left, each with its controls at their right, in the present band.
 */
void screen_worded_rows(const Scene *scene, Text *text, Layout *layout);

/* Where the figure stands on home and in a practice, of the height. */
#define SCREEN_FIGURE_CENTRE 0.36
#define SCREEN_FOOT_CENTRE 0.935
/* Where the title or the tabs of a page stand. */
#define SCREEN_TITLE_CENTRE 0.12
/* The home orb at its largest, and the ring of a practice, of the short side. */
#define SCREEN_HOME_ORB 0.30
#define SCREEN_RING 0.44

#endif
