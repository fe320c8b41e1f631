/* SPDX-License-Identifier: MIT */
/* visit_people.h -- people to call: the page, one of the person's own, and what this is.
 *
 * Three rooms of a visit; visit.h owns what is remembered here. They are come to by a
 * key, or a press, and by nothing else. What is to be written is only wished:
 * people_shelf carries it out. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PEOPLE_H
#define LEEWAY_APP_VISIT_PEOPLE_H

#include "app/people_words.h"
#include "store/own_people.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { PEOPLE_SAYS = 4, PEOPLE_LINE_MAX = 128 };

typedef enum PersonField {
    PERSON_NAME,
    PERSON_NUMBER,
    PERSON_WHEN,
    PERSON_FIELDS
} PersonField;

/* One that is half written down stays as long as the program is open: one that is new,
 * and behind it one for each that is kept. */
enum { PERSON_NEW, PERSON_KEPT, PERSON_DRAFTS = PERSON_KEPT + OWN_PEOPLE_MAX };

typedef struct PersonDraft {
    OwnPerson person;
    bool is_half_written; /* it was changed, and that is not kept yet */
} PersonDraft;

typedef enum PeopleWish {
    PEOPLE_WISH_NONE,
    PEOPLE_WISH_LOOK, /* what the file holds now */
    PEOPLE_WISH_KEEP,
    PEOPLE_WISH_ERASE
} PeopleWish;

/* Where Esc leads from a page that is there from everywhere. */
typedef struct VisitBack {
    ScreenId screen;
    int32_t focus; /* on what was written in there, or CONTROL_NONE */
} VisitBack;

typedef struct VisitPeople {
    VisitBack people_back, about_back, keys_back;
    int32_t page;
    char says[SCENE_PEOPLE_MAX][PEOPLE_SAYS][PEOPLE_TEXT_MAX];
    char copied[HELPLINES_NUMBER_MAX];

    PersonDraft drafts[PERSON_DRAFTS];
    int32_t at;       /* the draft on the page */
    OwnPerson erased; /* what Undo puts back; without a section there is nothing */
    char values[PERSON_FIELDS][OWN_PEOPLE_WHEN_MAX + 4];
    const char *answer; /* to the last key, without its full stop; or NULL */
    char line[PEOPLE_LINE_MAX];

    PeopleWish wish;
    OwnPerson wished;
} VisitPeople;

/* What stands above all of it. */
extern const char visit_people_title[];

/* To the page, from wherever one is: what runs is paused. */
void visit_people_open(struct Visit *visit, int64_t now_us);
void visit_people_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_people_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_people_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* What stands at a place among those that are listed now, the person's own first; false
 * behind the last. The words are written into `says`, which *out borrows. */
bool visit_people_at(const struct Visit *visit, int32_t at, ScenePerson *out,
                     char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX]);

/* The country that is listed, or all of them, by its name. */
const char *visit_people_country(const struct Visit *visit);

/* One of the person's own. */
void visit_person_open(struct Visit *visit, const OwnPerson *person, int64_t now_us);
void visit_person_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_person_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_person_show(struct Visit *visit, Scene *scene, int64_t now_us);
bool visit_person_is_typing(const struct Visit *visit);
void visit_person_type(struct Visit *visit, const char *utf8);
void visit_person_rub_out(struct Visit *visit);

/* What was wished is done, or could not be. */
void visit_people_done(struct Visit *visit, bool is_done);

/* What this is and is not. */
void visit_about_open(struct Visit *visit, int64_t now_us);
void visit_about_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_about_show(struct Visit *visit, Scene *scene);

#endif
