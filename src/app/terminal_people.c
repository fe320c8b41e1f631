/* SPDX-License-Identifier: MIT */
#include "app/terminal_people.h"

#include <stdio.h>

const char terminal_people_keys[] = "> and < another country, Esc goes back.";

static void say_person(const ScenePerson *person,
                       void (*say)(const void *who, const char *line), const void *who)
{
    char line[PEOPLE_TEXT_MAX];
    say(who, "");
    if (person->heading != NULL)
        say(who, person->heading);
    snprintf(line, sizeof line, "%s: %s", person->name, person->number);
    say(who, line);
    for (int i = 0; i < PEOPLE_SAYS; i++) {
        if (person->says[i] == NULL || person->says[i][0] == '\0')
            continue;
        snprintf(line, sizeof line, "  %.180s", person->says[i]);
        say(who, line);
    }
}

static void say_texts(const Visit *visit, PageId page,
                      void (*say)(const void *who, const char *line), const void *who)
{
    const Pages *pages = visit->house.pages;
    for (int32_t i = 0; pages != NULL && i < pages->count; i++)
        if (pages->items[i].page == page)
            say(who, pages->items[i].text);
}

void terminal_people(const Visit *visit, void (*say)(const void *who, const char *line),
                     const void *who)
{
    char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX];
    char country[PEOPLE_TEXT_MAX];
    ScenePerson person;
    say(who, visit_people_title);
    say_texts(visit, PAGE_PEOPLE_FIRST, say, who);
    snprintf(country, sizeof country, "Country: %s", visit_people_country(visit));
    say(who, country);
    for (int32_t i = 0; visit_people_at(visit, i, &person, says); i++)
        say_person(&person, say, who);
    say(who, "");
    say_texts(visit, PAGE_PEOPLE, say, who);
    say(who, terminal_people_keys);
}
