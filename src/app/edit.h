/* SPDX-License-Identifier: MIT */
/* edit.h -- a text while it is written: the letters, the caret, what is selected.
 *
 * Pure: no SDL, no memory of its own, no clock; what it looks like is for the view. The
 * text is always sound UTF-8 and ends with a 0 byte; caret and selection stand on borders
 * of graphemes. Places are bytes. A zeroed Edit is an empty text. All of what was written
 * lies inside the struct, its history included, and edit_wipe takes it out again. */
#ifndef LEEWAY_APP_EDIT_H
#define LEEWAY_APP_EDIT_H

#include <stdbool.h>
#include <stdint.h>

enum {
    EDIT_BYTES_MAX = 8192,               /* of the text */
    EDIT_COMPOSING_MAX = 512,            /* of what is being composed */
    EDIT_PAST_MAX = 512,                 /* changes that can be undone … */
    EDIT_PAST_BYTES = 4 * EDIT_BYTES_MAX /* … and their letters: the oldest go first */
};

/* Changes that follow each other become one when they are of the same kind. */
typedef enum EditKind { EDIT_OTHER, EDIT_TYPED, EDIT_RUBBED, EDIT_DELETED } EditKind;

/* At `at`, `removed` bytes gave way to `inserted` others; what was selected before. */
typedef struct EditChange {
    EditKind kind;
    int32_t at, removed, inserted;
    int32_t caret, anchor;
    int32_t start; /* of its letters: those that were removed, then the others */
} EditChange;

typedef struct EditPast {
    EditChange changes[EDIT_PAST_MAX];
    int32_t count, done; /* those from `done` on were undone */
    int32_t size;        /* of the letters */
    bool is_closed;      /* the next change is one of its own */
    bool is_cut;         /* the oldest had to go */
    char letters[EDIT_PAST_BYTES];
} EditPast;

typedef struct Edit {
    int32_t length;
    int32_t caret, anchor; /* what lies between them is selected */
    bool is_line_end; /* where a line is broken: the caret stands at the end of the one */
    int32_t composing_length, composing_caret;
    EditPast past;
    char text[EDIT_BYTES_MAX + 1];
    char composing[EDIT_COMPOSING_MAX + 1];
    char shown[EDIT_BYTES_MAX + EDIT_COMPOSING_MAX + 1];
    char copied[EDIT_BYTES_MAX + 1];
} Edit;

/* Puts zeros in the place of everything. */
void edit_wipe(Edit *edit);

/* Puts a text where the selection is: as it is typed, and as it is pasted, which can be
 * undone by itself. Newlines are \n afterwards; control characters, and what is no UTF-8,
 * are left out. False, and nothing changed, where it has no room. Nothing changes either
 * where that leaves nothing to put. */
bool edit_type(Edit *edit, const char *utf8);
bool edit_paste(Edit *edit, const char *utf8);
bool edit_is_nothing(const char *utf8);

/* Fills an empty text, or adds a line at the end of another. False as above. */
bool edit_add_line(Edit *edit, const char *utf8);

/* Ways from the caret. */
typedef enum EditStep {
    EDIT_BACK, /* a letter */
    EDIT_ON,
    EDIT_WORD_BACK,
    EDIT_WORD_ON,
    EDIT_TO_START, /* of the text */
    EDIT_TO_END
} EditStep;

/* Moves the caret; with `selects` the other end of the selection stays. Without, a step
 * of a letter goes to the end of what was selected. */
void edit_move(Edit *edit, EditStep step, bool selects);

/* The caret goes to a place, or to the next border behind it. */
void edit_move_to(Edit *edit, int32_t at, bool selects);

void edit_select_all(Edit *edit);
void edit_select(Edit *edit, int32_t anchor, int32_t caret);

/* Takes out what is selected, else what lies on the way of the step. False when that is
 * nothing. */
bool edit_remove(Edit *edit, EditStep step);

/* What is selected, in memory of the Edit, until the next copy or cut; NULL when nothing
 * is. A cut takes it out as well. */
const char *edit_copy(Edit *edit);
const char *edit_cut(Edit *edit);

/* One change back, or forth again. False when there is none. */
bool edit_undo(Edit *edit);
bool edit_redo(Edit *edit);

/* What an input method is composing, with its caret counted in characters; "" ends it. It
 * stands in the place of the selection, which comes back when nothing comes of it. */
void edit_compose(Edit *edit, const char *utf8, int32_t caret);

/* What is being composed becomes text, as it stands there. Where that has no room it
 * goes, and the answer is false. */
bool edit_settle(Edit *edit);

/* What there is to see: the text with what is being composed in it. The letters belong to
 * the Edit until it changes. */
typedef struct EditShown {
    const char *utf8;
    int32_t length, caret;
    int32_t selected, selected_end; /* equal where nothing is */
    int32_t composed, composed_end;
} EditShown;
EditShown edit_shown(Edit *edit);

bool edit_has_selection(const Edit *edit);

#endif
