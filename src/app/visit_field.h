/* SPDX-License-Identifier: MIT */
/* visit_field.h -- a text is written: keys, pointer and input method to an Edit.
 *
 * The same on every screen that has a field. Such a screen names its Edit in `rooms` of
 * visit.c, calls visit_field_show() for its scene and layout_field() for its layout; the
 * frame on CONTROL_FIELD means that letters are letters. `now` is microseconds of a
 * steady clock, points are those of the window. Main thread. */
#ifndef LEEWAY_APP_VISIT_FIELD_H
#define LEEWAY_APP_VISIT_FIELD_H

#include "app/edit.h"
#include "view/grapheme.h"
#include "view/layout_field.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

/* What keys do to a text. */
typedef enum FieldKey {
    FIELD_NONE,
    FIELD_LEFT,
    FIELD_RIGHT,
    FIELD_WORD_LEFT,
    FIELD_WORD_RIGHT,
    FIELD_UP,
    FIELD_DOWN,
    FIELD_PAGE_UP,
    FIELD_PAGE_DOWN,
    FIELD_LINE_START,
    FIELD_LINE_END,
    FIELD_START,
    FIELD_END,
    FIELD_RUB_OUT,
    FIELD_DELETE,
    FIELD_RUB_WORD,
    FIELD_DELETE_WORD,
    FIELD_NEWLINE,
    FIELD_ALL,
    FIELD_COPY,
    FIELD_CUT,
    FIELD_PASTE, /* the window has the clipboard: visit_field_paste */
    FIELD_UNDO,
    FIELD_REDO,
    FIELD_KEY_COUNT
} FieldKey;

/* What the pointer takes at a time while it is drawn over the text. */
typedef enum FieldGrain { GRAIN_LETTER, GRAIN_WORD, GRAIN_LINE } FieldGrain;

typedef struct VisitField {
    int32_t first;    /* the line that is seen first */
    bool is_followed; /* the caret is kept in sight */
    bool has_way_x;   /* up and down go along … */
    int32_t way_x;    /* … here */
    bool is_drawn;    /* the pointer selects … */
    FieldGrain grain;
    int32_t drawn, drawn_end; /* … from this on … */
    int32_t drawn_x, drawn_y; /* … to here; beyond what is seen … */
    int64_t drawn_us;         /* … a line further at this time; 0: not there */
    bool has_dropped;         /* the input method is to let go of what it composes … */
    GraphemeSpan settled;     /* … and is text now: what of this still comes is there */
    int32_t cut; /* how many changes were done when something was cut last; or 0 */
} VisitField;

/* The text that is being written now: the present screen has a field, and it is framed.
 * NULL where none is. */
Edit *visit_field_edit(const struct Visit *visit);

/* A key, with Shift where it selects; letters; what was in the clipboard; what an input
 * method composes, with its caret counted in characters. All of it needs a text. */
void visit_field_key(struct Visit *visit, FieldKey key, bool selects, int64_t now_us);
void visit_field_type(struct Visit *visit, const char *utf8, int64_t now_us);
void visit_field_paste(struct Visit *visit, const char *utf8, int64_t now_us);
void visit_field_compose(struct Visit *visit, const char *utf8, int32_t caret);

/* The letters that come next are a key's, not an input method's that comes late. */
void visit_field_keyed(struct Visit *visit);

/* What an input method composes becomes text, on whichever screen; false where it has no
 * room, which is said. Before something is done with the text, and before letters mean
 * something else. */
bool visit_field_settle(struct Visit *visit);

/* Whether that is what is said now: it comes before other answers, which stay longer. */
bool visit_field_says_lost(const struct Visit *visit);

/* What was cut is in no clipboard: it comes back, unless something was written since.
 * False then. */
bool visit_field_uncut(struct Visit *visit);

/* The pointer's button went down on the field: once, twice for a word, three times for a
 * line; it moves while it is down, and comes up. */
void visit_field_press(struct Visit *visit, int32_t x, int32_t y, int32_t times,
                       bool selects);
void visit_field_draw(struct Visit *visit, int32_t x, int32_t y);
void visit_field_let_go(struct Visit *visit);

/* Where it is held above or below the field, lines come by themselves. */
void visit_field_tick(struct Visit *visit, int64_t now_us);

/* The wheel turned over the field. False where the page is to move instead. */
bool visit_field_scroll(struct Visit *visit, int32_t by_points);

/* What there is to see of an Edit. `placeholder` may be NULL. */
void visit_field_show(struct Visit *visit, Edit *edit, const char *placeholder,
                      Scene *scene);

/* It was laid out. */
void visit_field_shown(struct Visit *visit);

/* Where the caret stands in the window, for the window of an input method; empty where
 * nothing is written. */
Rect visit_field_caret(struct Visit *visit);

#endif
