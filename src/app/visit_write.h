/* SPDX-License-Identifier: MIT */
/* visit_write.h -- one page to write on: lines to start from, a field, four equal ways.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. The text lies in
 * written.h and is never copied here. The page asks nothing and sends nothing; what is to
 * be copied, mailed or kept it wishes. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_WRITE_H
#define LEEWAY_APP_VISIT_WRITE_H

#include "app/edit.h"
#include "store/kept_line.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

typedef struct VisitWrite {
    bool looks;         /* the kept line wants to be looked for … */
    bool keeps;         /* … or what is written to be kept; both the desk does */
    const char *answer; /* what a button came to, until the next key; or NULL */
    bool gives;         /* Copy or Open in mail is under way */
    bool is_offered;    /* a few breaths, once, … */
    bool was_offered;   /* … and then no more */
    bool wipes;         /* what is empty is to be wiped */
} VisitWrite;

/* Comes to the page, from wherever. */
void visit_write_open(Visit *visit, int64_t now_us);

/* Whether there is such a page, and what is written on it. */
bool visit_has_write(const Visit *visit);
Edit *visit_write_edit(const Visit *visit);

/* Keys, and presses on its controls; what became of Copy and Open in mail, of Keep. */
void visit_write_act(Visit *visit, ActionId action, int64_t now_us);
void visit_write_press(Visit *visit, int32_t control, int64_t now_us);
void visit_write_tell(Visit *visit, const char *sentence);
void visit_write_kept(Visit *visit, KeptLineEnd end);

/* The next key, whichever: an answer goes. */
void visit_write_heard(Visit *visit);

/* The page comes, from wherever: the field is framed. Back from a page that is there from
 * everywhere it is as it was. */
void visit_write_come(Visit *visit, bool is_back);

/* The page is left, however: what is empty is wiped, with its past; where the past still
 * has what was cut, as soon as that was copied. */
void visit_write_left(Visit *visit);
void visit_write_given(Visit *visit);

/* What there is to see. */
void visit_write_show(Visit *visit, Scene *scene, int64_t now_us);

#endif
