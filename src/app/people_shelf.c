/* SPDX-License-Identifier: MIT */
#include "app/people_shelf.h"

#include "app/quote.h"
#include "app/visit.h"
#include "store/kept.h"
#include "store/paths.h"

#include <stdlib.h>
#include <string.h>

void people_shelf_guess(const char *locale, char country[COUNTRIES_CODE_MAX])
{
    const size_t language = strcspn(locale, "_.@");
    country[0] = '\0';
    if (locale[language] != '_' || strcspn(locale + language + 1, ".@") != 2)
        return;
    memcpy(country, locale + language + 1, 2);
    country[2] = '\0';
    if (countries_name(country) == NULL)
        country[0] = '\0';
}

/* As the C library chooses the language of messages. */
static const char *locale_name(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "";
}

static void load_assets(PeopleShelf *shelf)
{
    FilePath path;
    Error error = { "" };
    if (!paths_asset("helplines.tsv", &path, &error) ||
        !helplines_load(path.text, &shelf->helplines, &error))
        quote_tell(error.text);
    if (!paths_asset("pages/en", &path, &error) ||
        !pages_load(path.text, &shelf->pages, &error))
        quote_tell(error.text);
}

PeopleShelf *people_shelf_open(void)
{
    FilePath path;
    Error wrong = { "" };
    PeopleShelf *shelf = calloc(1, sizeof *shelf);
    if (shelf == NULL)
        return NULL;
    load_assets(shelf);
    if (kept_path(KEPT_PEOPLE, &path, NULL) &&
        !own_people_load(path.text, &shelf->own, &wrong))
        quote_tell(wrong.text);
    people_shelf_guess(locale_name(), shelf->country);
    return shelf;
}

void people_shelf_close(PeopleShelf *shelf)
{
    free(shelf);
}

void people_shelf_follow(PeopleShelf *shelf)
{
    FilePath path;
    const OwnPeople before = shelf->own;
    if (!kept_path(KEPT_PEOPLE, &path, NULL))
        return;
    const bool is_understood = own_people_load(path.text, &shelf->own, NULL);
    for (int32_t i = 0; i < before.count; i++) {
        const OwnPerson *person = &before.items[i];
        const bool is_there = own_people_find(&shelf->own, person->section) != NULL;
        const bool has_room = shelf->own.count < OWN_PEOPLE_MAX;
        const bool stays = person->is_only_here ? is_there || has_room
                                                : !is_understood && !is_there && has_room;
        if (stays)
            own_people_put(&shelf->own, person);
    }
}

/* What the disk refuses is done all the same until the program ends. */
static bool keep(PeopleShelf *shelf, OwnPerson *person, Error *error)
{
    FilePath path;
    const bool has_place = kept_path(KEPT_PEOPLE, &path, error);
    const bool is_kept =
        own_people_keep(path.text, &shelf->own, person, has_place ? error : NULL) &&
        has_place;
    person->is_only_here = !is_kept;
    own_people_put(&shelf->own, person);
    return is_kept;
}

static bool erase(PeopleShelf *shelf, const OwnPerson *person, Error *error)
{
    FilePath path;
    const bool is_gone = !kept_path(KEPT_PEOPLE, &path, NULL) ||
                         own_people_erase(path.text, person->section, error);
    own_people_remove(&shelf->own, person->section);
    return is_gone;
}

void people_shelf_mind(PeopleShelf *shelf, Visit *visit)
{
    VisitPeople *people = &visit->people;
    Error error = { "" };
    bool is_done = true;
    if (people->wish == PEOPLE_WISH_NONE)
        return;
    if (people->wish == PEOPLE_WISH_LOOK)
        people_shelf_follow(shelf);
    else if (people->wish == PEOPLE_WISH_KEEP)
        is_done = keep(shelf, &people->wished, &error);
    else
        is_done = erase(shelf, &people->wished, &error);
    if (!is_done)
        quote_tell(error.text);
    visit_people_done(visit, is_done);
}
