/* SPDX-License-Identifier: MIT */
/* One of the person's own people to call being written down: a name, a number, when. */
#include "app/typed.h"
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

typedef enum Tool { TOOL_KEEP, TOOL_ERASE, TOOL_COUNT } Tool;

/* A space that no line breaks at: it takes its room at the end of a line, too. */
#define FIRM_SPACE "\xC2\xA0"

/* Room for usual words, so that the rows stand still while these are typed. */
#define USUAL_TYPED "evenings, not on Sundays"

static PersonDraft *written_of(Visit *visit)
{
    return &visit->people.drafts[visit->people.at];
}

static OwnPerson *draft_of(Visit *visit)
{
    return &written_of(visit)->person;
}

static bool is_erased(const Visit *visit)
{
    return visit->people.erased.section[0] != '\0';
}

static char *field_text(OwnPerson *person, PersonField field, size_t *size)
{
    char *const texts[] = { person->name, person->number, person->when };
    const size_t sizes[] = { sizeof person->name, sizeof person->number,
                             sizeof person->when };
    *size = sizes[field];
    return texts[field];
}

static bool is_half_written(const PersonDraft *draft, const char *section)
{
    return draft->is_half_written && strcmp(draft->person.section, section) == 0;
}

/* Where the change of a section is half written, else where one can be. There is a draft
 * for each that is kept, so one is always free. */
static int32_t find_draft(const Visit *visit, const char *section)
{
    int32_t unused = PERSON_KEPT;
    for (int32_t i = PERSON_KEPT; i < PERSON_DRAFTS; i++) {
        const PersonDraft *draft = &visit->people.drafts[i];
        const char *of = draft->person.section;
        if (is_half_written(draft, section))
            return i;
        if (!draft->is_half_written ||
            own_people_find(visit->house.own_people, of) == NULL)
            unused = i;
    }
    return unused;
}

void visit_person_open(Visit *visit, const OwnPerson *person, int64_t now_us)
{
    VisitPeople *people = &visit->people;
    people->at = person != NULL ? find_draft(visit, person->section) : PERSON_NEW;
    if (person != NULL && !is_half_written(written_of(visit), person->section))
        *written_of(visit) = (PersonDraft){ .person = *person };
    people->erased.section[0] = '\0';
    people->answer = NULL;
    visit_go(visit, SCREEN_PERSON, now_us);
    visit->focus = CONTROL_ROW;
}

/* --- typing --- */

bool visit_person_is_typing(const Visit *visit)
{
    return visit->focus >= CONTROL_ROW && visit->focus < CONTROL_ROW + PERSON_FIELDS;
}

void visit_person_type(Visit *visit, const char *utf8)
{
    size_t size;
    char *text =
        field_text(draft_of(visit), (PersonField)(visit->focus - CONTROL_ROW), &size);
    visit->people.answer = typed_add(text, size, utf8);
    written_of(visit)->is_half_written = true;
}

void visit_person_rub_out(Visit *visit)
{
    size_t size;
    typed_rub_out(
        field_text(draft_of(visit), (PersonField)(visit->focus - CONTROL_ROW), &size));
    visit->people.answer = NULL;
    written_of(visit)->is_half_written = true;
}

/* --- tools --- */

static OwnPerson wished_of(Visit *visit)
{
    const OwnPerson *draft = draft_of(visit);
    OwnPerson wished = *draft;
    typed_trimmed(draft->name, wished.name);
    typed_trimmed(draft->number, wished.number);
    typed_trimmed(draft->when, wished.when);
    return wished;
}

/* Whether what is kept takes room that is not taken yet. */
static bool is_new(const Visit *visit, const OwnPerson *person)
{
    const OwnPeople *people = visit->house.own_people;
    return person->section[0] == '\0' || own_people_find(people, person->section) == NULL;
}

static void keep(Visit *visit)
{
    VisitPeople *people = &visit->people;
    const OwnPerson wished = wished_of(visit);
    people->answer = own_people_problem(&wished);
    if (people->answer == NULL && is_new(visit, &wished) &&
        visit->house.own_people->count == OWN_PEOPLE_MAX)
        people->answer = "there is room for 16, and all of it is taken";
    if (people->answer != NULL)
        return;
    people->wished = wished;
    people->wish = PEOPLE_WISH_KEEP;
}
_Static_assert(OWN_PEOPLE_MAX == 16, "as told above");

static void erase(Visit *visit)
{
    VisitPeople *people = &visit->people;
    const OwnPerson *draft = draft_of(visit);
    if (is_erased(visit)) {
        people->wished = people->erased;
        people->wish = PEOPLE_WISH_KEEP;
    } else if (draft->section[0] != '\0') {
        people->wished = *draft;
        people->wish = PEOPLE_WISH_ERASE;
    }
}

static void note_kept(Visit *visit, bool is_done)
{
    VisitPeople *people = &visit->people;
    if (people->at == PERSON_NEW) {
        people->drafts[PERSON_NEW] = (PersonDraft){ .is_half_written = false };
        people->at = find_draft(visit, people->wished.section);
    }
    *written_of(visit) = (PersonDraft){ .person = people->wished };
    people->erased.section[0] = '\0';
    people->answer = is_done ? "Kept. It stands first among the people to call"
                             : "It could not be written. It is here until Leeway closes";
}

static void note_erased(Visit *visit, bool is_done)
{
    VisitPeople *people = &visit->people;
    people->erased = people->wished;
    written_of(visit)->is_half_written = false;
    people->answer = is_done ? "Erased. Undo puts it back"
                             : "It could not be erased from the disk, and may be listed "
                               "again";
}

void visit_people_done(Visit *visit, bool is_done)
{
    const PeopleWish wish = visit->people.wish;
    visit->people.wish = PEOPLE_WISH_NONE;
    if (wish == PEOPLE_WISH_KEEP)
        note_kept(visit, is_done);
    else if (wish == PEOPLE_WISH_ERASE)
        note_erased(visit, is_done);
}

/* --- keys and presses --- */

void visit_person_act(Visit *visit, ActionId action, int64_t now_us)
{
    visit->people.answer = visit->answer = NULL;
    switch (action) {
    case ACTION_OUT: visit_go(visit, SCREEN_PEOPLE, now_us); break;
    case ACTION_QUICKER: visit_move_frame(visit, -1); break;
    case ACTION_SLOWER: visit_move_frame(visit, 1); break;
    default: break;
    }
}

void visit_person_press(Visit *visit, int32_t control, int64_t now_us)
{
    (void)now_us;
    visit->people.answer = visit->answer = NULL;
    visit->focus = control;
    if (control == CONTROL_TOOL + TOOL_KEEP)
        keep(visit);
    else if (control == CONTROL_TOOL + TOOL_ERASE)
        erase(visit);
}

/* --- what there is to see --- */

/* An empty field is a line as well, and a space at its end is seen. */
static void put_value(const char *text, char *out, size_t size)
{
    const size_t length = strlen(text);
    if (length == 0)
        snprintf(out, size, FIRM_SPACE);
    else if (text[length - 1] == ' ')
        snprintf(out, size, "%.*s" FIRM_SPACE, (int)length - 1, text);
    else
        snprintf(out, size, "%s", text);
}

static void show_rows(Visit *visit, Scene *scene)
{
    static const char *const labels[PERSON_FIELDS] = { "Name", "Number", "When" };
    VisitPeople *people = &visit->people;
    for (int32_t i = 0; i < PERSON_FIELDS; i++) {
        size_t size;
        put_value(field_text(draft_of(visit), (PersonField)i, &size), people->values[i],
                  sizeof people->values[i]);
        scene->rows[scene->row_count++] = (SceneRow){ .label = labels[i],
                                                      .value = people->values[i],
                                                      .longest = USUAL_TYPED,
                                                      .is_field = true };
    }
}

/* The answer to the last key, else what the page is for. */
static const char *line_of(VisitPeople *people)
{
    const char *said = people->answer;
    if (said == NULL)
        return "A name and a number are enough. They stay on this computer.";
    snprintf(people->line, sizeof people->line, "%c%s.",
             said[0] >= 'a' && said[0] <= 'z' ? said[0] - 'a' + 'A' : said[0], said + 1);
    return people->line;
}

void visit_person_show(Visit *visit, Scene *scene, int64_t now_us)
{
    scene->line = "A person to call, of your own";
    show_rows(visit, scene);
    scene->detail = line_of(&visit->people);
    scene->tools[TOOL_KEEP] = "Keep";
    if (is_erased(visit))
        scene->tools[TOOL_ERASE] = "Undo";
    else if (draft_of(visit)->section[0] != '\0')
        scene->tools[TOOL_ERASE] = "Erase";
    scene->tool_count = TOOL_COUNT;
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}
