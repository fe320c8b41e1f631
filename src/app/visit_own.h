/* SPDX-License-Identifier: MIT */
/* visit_own.h -- the person's own patterns: their list, and one being made.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. What is to be
 * written is only wished: own_shelf carries it out. What is half made stays as long as
 * the program is open. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_OWN_H
#define LEEWAY_APP_VISIT_OWN_H

#include "app/maker_rows.h"
#include "app/own_draft.h"
#include "store/own_patterns.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { OWN_ROWS = 5, OWN_VALUE_MAX = MAKER_VALUE_MAX, OWN_LINE_MAX = MAKER_RATE_MAX };

typedef enum OwnWish { OWN_WISH_NONE, OWN_WISH_KEEP, OWN_WISH_ERASE } OwnWish;

typedef struct VisitOwn {
    ScreenId back; /* where Esc leads */
    int32_t page;  /* of the list */

    OwnDraft drafts[OWN_PATTERNS_MAX + 1];
    int32_t at;          /* the draft on the page */
    NamedPattern erased; /* what Undo puts back; without a section there is nothing */
    int32_t framed;      /* what was framed when … */
    bool has_typed;      /* … something was typed into it */
    const char *answer;  /* to the last key, its full stop may be missing; or NULL */
    int32_t held;        /* the step that the pointer holds down, and … */
    int64_t held_us;     /* … when it is taken again */
    bool is_at_home;     /* home stands on the pattern that is being kept */

    OwnWish wish;
    NamedPattern wished;
    char shared[OWN_PATTERNS_SHARED_MAX]; /* what was copied */

    /* What there is to see, as of the last show. */
    char title[OWN_VALUE_MAX], line[OWN_LINE_MAX];
    char values[SCENE_ROWS_MAX][OWN_VALUE_MAX];
} VisitOwn;

/* What is typed while a field is framed, or pasted; its last letter goes. */
bool visit_own_is_typing(const struct Visit *visit);
void visit_own_type(struct Visit *visit, const char *utf8, int64_t now_us);
void visit_own_rub_out(struct Visit *visit, int64_t now_us);

/* The pointer's button, or a key, came up. */
void visit_own_let_go(struct Visit *visit);

/* Opens the page. */
void visit_own_open(struct Visit *visit, int64_t now_us);

/* What was wished is done, or could not be written. */
void visit_own_done(struct Visit *visit, bool is_done);

/* A key on SCREEN_OWN, a press on one of its controls, what there is to see. */
void visit_own_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_own_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_own_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* Opens the maker: on the own pattern of a section, or on a new one for NULL. */
void visit_maker_open(struct Visit *visit, const char *section, int64_t now_us);

/* What was half made of patterns that are gone goes as well. */
void visit_maker_forget(struct Visit *visit);

/* A key on SCREEN_MAKER, a press on one of its controls, what there is to see. */
void visit_maker_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_maker_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_maker_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* What became of a text that was copied. */
void visit_maker_tell(struct Visit *visit, const char *sentence);

#endif
