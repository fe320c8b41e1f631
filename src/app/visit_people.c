/* SPDX-License-Identifier: MIT */
/* People to call: which are listed, and what keys and presses do there. */
#include "app/visit_parts.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
    LINE_PX = 40,  /* that an arrow scrolls the page */
    ROW_AIR_PX = 8 /* above the country, where the page begins with it */
};

typedef enum Tool { TOOL_MORE, TOOL_ALL, TOOL_OWN, TOOL_ABOUT, TOOL_COUNT } Tool;

_Static_assert((int)TOOL_COUNT <= (int)SCENE_TOOLS_MAX, "the scene has room for them");

const char visit_people_title[] = "People who can be reached by phone or text";

static const char all_countries[] = "All countries";

/* --- countries --- */

/* Those that have rows, by their names. */
typedef struct Countries {
    const char *codes[HELPLINES_MAX];
    int32_t count;
} Countries;

static void add_country(Countries *countries, const char *code)
{
    int32_t at = 0;
    while (at < countries->count &&
           strcmp(countries_name(countries->codes[at]), countries_name(code)) < 0)
        at++;
    if (at < countries->count && strcmp(countries->codes[at], code) == 0)
        return;
    memmove(&countries->codes[at + 1], &countries->codes[at],
            (size_t)(countries->count - at) * sizeof countries->codes[0]);
    countries->codes[at] = code;
    countries->count++;
}

static void list_countries(const Visit *visit, Countries *countries)
{
    const Helplines *lines = visit->house.helplines;
    countries->count = 0;
    for (int32_t i = 0; lines != NULL && i < lines->count; i++)
        add_country(countries, lines->items[i].country);
}

/* The code of a country that has rows, or NULL. */
static const char *known_country(const Visit *visit, const char *code)
{
    const Helplines *lines = visit->house.helplines;
    for (int32_t i = 0; lines != NULL && i < lines->count; i++)
        if (strcasecmp(lines->items[i].country, code) == 0)
            return lines->items[i].country;
    return NULL;
}

/* The country that is listed; "" for all. What was chosen counts, else the country of the
 * language that the desktop is set to: nothing is looked up anywhere. */
static const char *listed_country(const Visit *visit)
{
    if (strcmp(visit->settings.country, "all") == 0)
        return "";
    const char *code = known_country(visit, visit->settings.country);
    if (code == NULL && visit->house.country != NULL)
        code = known_country(visit, visit->house.country);
    return code != NULL ? code : "";
}

const char *visit_people_country(const Visit *visit)
{
    const char *code = listed_country(visit);
    return code[0] != '\0' ? countries_name(code) : all_countries;
}

/* From the top, unless the country is further down than the numbers would be seen. */
static void show_country_first(Visit *visit)
{
    const Layout *layout = &visit->layout;
    const Rect view = layout->scroll_view;
    int32_t top_px = 0;
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].control == CONTROL_ROW && layout->items[i].scrolls)
            top_px = layout->items[i].rect.y + visit->scroll_px - view.y -
                     layout_px(layout, ROW_AIR_PX);
    visit->scroll_px = top_px > view.h / 3 ? top_px : 0;
}

static void choose_country(Visit *visit, const char *code)
{
    char *chosen = visit->settings.country;
    strcpy(chosen, code[0] != '\0' ? code : "all");
    for (; *chosen != '\0'; chosen++)
        *chosen = (char)tolower((unsigned char)*chosen);
    visit->is_choice_new = true;
    visit->people.page = 0;
    show_country_first(visit);
}

/* The one before or after, and all of them between the last and the first. */
static void step_country(Visit *visit, int32_t step)
{
    Countries countries;
    list_countries(visit, &countries);
    if (countries.count == 0)
        return;
    const char *code = listed_country(visit);
    int32_t at = 0; /* all */
    for (int32_t i = 0; i < countries.count; i++)
        if (strcmp(countries.codes[i], code) == 0)
            at = i + 1;
    const int32_t next = (at + step + countries.count + 1) % (countries.count + 1);
    choose_country(visit, next > 0 ? countries.codes[next - 1] : "");
}

/* --- who is listed --- */

static int32_t own_count(const Visit *visit)
{
    return visit->house.own_people != NULL ? visit->house.own_people->count : 0;
}

static const Helpline *line_at(const Visit *visit, int32_t at)
{
    const Helplines *lines = visit->house.helplines;
    const char *code = listed_country(visit);
    for (int32_t i = 0; lines != NULL && i < lines->count; i++) {
        const Helpline *line = &lines->items[i];
        if ((code[0] == '\0' || strcmp(line->country, code) == 0) && at-- == 0)
            return line;
    }
    return NULL;
}

static void show_own(const OwnPerson *person, ScenePerson *out,
                     char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX])
{
    snprintf(says[0], PEOPLE_TEXT_MAX, "%s", person->when);
    *out = (ScenePerson){ .name = person->name,
                          .number = person->number,
                          .says = { says[0] },
                          .change = "Change" };
}

static void show_line(const Visit *visit, const Helpline *line, ScenePerson *out,
                      char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX])
{
    *out = (ScenePerson){
        .name = line->name,
        .number = line->number,
        .says = { people_how(line, says[0]), people_when(line, says[1]),
                  people_scope(line, says[2]),
                  people_checked(line, visit->house.day, says[3]) },
    };
}

bool visit_people_at(const Visit *visit, int32_t at, ScenePerson *out,
                     char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX])
{
    const int32_t own = own_count(visit);
    if (at < own) {
        show_own(&visit->house.own_people->items[at], out, says);
        out->heading = at == 0 ? "Your own" : NULL;
        return true;
    }
    const Helpline *line = line_at(visit, at - own);
    if (line == NULL)
        return false;
    show_line(visit, line, out, says);
    const Helpline *before = at > own ? line_at(visit, at - own - 1) : NULL;
    const bool is_new = before == NULL || strcmp(before->country, line->country) != 0;
    const bool is_named = own > 0 || listed_country(visit)[0] == '\0';
    out->heading = is_new && is_named ? countries_name(line->country) : NULL;
    return true;
}

static int32_t page_count(const Visit *visit)
{
    char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX];
    ScenePerson unused;
    int32_t count = 0;
    while (visit_people_at(visit, count, &unused, says))
        count++;
    return count > 0 ? (count + SCENE_PEOPLE_MAX - 1) / SCENE_PEOPLE_MAX : 1;
}

/* --- keys and presses --- */

void visit_people_open(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_PEOPLE)
        return;
    visit_pause(visit, now_us);
    visit->people.page = 0;
    if (visit->people.wish == PEOPLE_WISH_NONE)
        visit->people.wish = PEOPLE_WISH_LOOK;
    visit_go_over(visit, SCREEN_PEOPLE, now_us);
}

/* An arrow leads to the next number as soon as it can be seen, and scrolls until then: so
 * all of the page is read on the way. */
static void go_on(Visit *visit, int32_t step, int64_t now_us)
{
    const Layout *layout = &visit->layout;
    const int32_t line_px = layout_px(layout, LINE_PX), now_px = visit->scroll_px;
    const int32_t next = layout_next_control(layout, visit->focus, step);
    const int32_t to_px = layout_scroll_to(layout, next, now_px);
    const int32_t end_px = step > 0 ? layout->scroll_max_px : 0;
    const bool is_near =
        (to_px - now_px) * step <= line_px && (to_px - now_px) * step >= 0;
    const bool is_round = step > 0 ? now_px >= end_px : now_px <= end_px;
    if (is_near || is_round) {
        visit->focus = next;
        visit->scroll_px = to_px;
    } else {
        visit_scroll(visit, step * LINE_PX, now_us);
    }
}

void visit_people_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT: visit_go_back(visit, now_us); break;
    case ACTION_QUICKER: go_on(visit, -1, now_us); break;
    case ACTION_SLOWER: go_on(visit, 1, now_us); break;
    case ACTION_BACK: step_country(visit, -1); break;
    case ACTION_ON: step_country(visit, 1); break;
    default: break;
    }
}

static void copy(Visit *visit, int32_t row)
{
    VisitPeople *people = &visit->people;
    char says[PEOPLE_SAYS][PEOPLE_TEXT_MAX];
    ScenePerson person;
    if (!visit_people_at(visit, people->page * SCENE_PEOPLE_MAX + row, &person, says))
        return;
    snprintf(people->copied, sizeof people->copied, "%s", person.number);
    visit->wants_copied = people->copied;
    visit->answer = NULL; /* the desk tells, once it is done */
}

static void turn_page(Visit *visit)
{
    visit->people.page = (visit->people.page + 1) % page_count(visit);
    visit->scroll_px = 0;
    visit->focus = CONTROL_NONE;
}

static void press_tool(Visit *visit, Tool tool, int64_t now_us)
{
    switch (tool) {
    case TOOL_ALL: choose_country(visit, ""); break;
    case TOOL_MORE: turn_page(visit); break;
    case TOOL_OWN:
        if (visit->house.own_people != NULL)
            visit_person_open(visit, NULL, now_us);
        break;
    case TOOL_ABOUT: visit_about_open(visit, now_us); break;
    default: break;
    }
}

void visit_people_press(Visit *visit, int32_t control, int64_t now_us)
{
    const int32_t row = control - CONTROL_NUMBER, own = control - CONTROL_PERSON;
    const int32_t at = visit->people.page * SCENE_PEOPLE_MAX + own;
    visit->focus = control;
    if (row >= 0 && row < SCENE_PEOPLE_MAX)
        copy(visit, row);
    else if (own >= 0 && own < SCENE_PEOPLE_MAX && at >= 0 && at < own_count(visit))
        visit_person_open(visit, &visit->house.own_people->items[at], now_us);
    else if (control == CONTROL_LESS)
        step_country(visit, -1);
    else if (control == CONTROL_MORE || control == CONTROL_ROW)
        step_country(visit, 1);
    else if (control >= CONTROL_TOOL && control < CONTROL_TOOL + TOOL_COUNT)
        press_tool(visit, (Tool)(control - CONTROL_TOOL), now_us);
    /* A row and its steps are one: the arrows go on where the pointer was. */
    if (control == CONTROL_LESS || control == CONTROL_MORE)
        visit->focus = CONTROL_ROW;
}

/* --- what there is to see --- */

/* As long as any of them, so that the steps stand still. */
static const char *longest_country(const Visit *visit)
{
    const char *longest = all_countries;
    Countries countries;
    list_countries(visit, &countries);
    for (int32_t i = 0; i < countries.count; i++)
        if (strlen(countries_name(countries.codes[i])) > strlen(longest))
            longest = countries_name(countries.codes[i]);
    return longest;
}

static void show_country(const Visit *visit, Scene *scene)
{
    if (known_country(visit, listed_country(visit)) == NULL &&
        (visit->house.helplines == NULL || visit->house.helplines->count == 0))
        return;
    scene->rows[scene->row_count++] = (SceneRow){ .label = "Country",
                                                  .value = visit_people_country(visit),
                                                  .longest = longest_country(visit),
                                                  .has_steps = true };
    if (listed_country(visit)[0] != '\0')
        scene->tools[TOOL_ALL] = all_countries;
}

/* On a page that begins within a country, its name stands above once more. */
static void show_people(Visit *visit, Scene *scene)
{
    VisitPeople *people = &visit->people;
    const int32_t pages = page_count(visit);
    if (people->page >= pages)
        people->page = pages - 1;
    const int32_t first = people->page * SCENE_PEOPLE_MAX;
    while (scene->people_count < SCENE_PEOPLE_MAX &&
           visit_people_at(visit, first + scene->people_count,
                           &scene->people[scene->people_count],
                           people->says[scene->people_count]))
        scene->people_count++;
    const int32_t at = first - own_count(visit);
    if (first > 0 && at >= 0 && scene->people_count > 0)
        scene->people[0].heading = countries_name(line_at(visit, at)->country);
    if (pages > 1)
        scene->tools[TOOL_MORE] = people->page == pages - 1 ? "The first ones" : "More";
}

static void show_texts(const Visit *visit, Scene *scene, PageId page)
{
    const Pages *pages = visit->house.pages;
    for (int32_t i = 0; pages != NULL && i < pages->count; i++)
        if (pages->items[i].page == page && scene->text_count < SCENE_TEXTS_MAX)
            scene->texts[scene->text_count++] =
                (SceneText){ pages->items[i].title, pages->items[i].text };
}

void visit_people_show(Visit *visit, Scene *scene, int64_t now_us)
{
    scene->line = visit_people_title;
    show_texts(visit, scene, PAGE_PEOPLE_FIRST);
    scene->texts_first = scene->text_count;
    show_country(visit, scene);
    show_people(visit, scene);
    show_texts(visit, scene, PAGE_PEOPLE);
    if (visit->house.own_people != NULL)
        scene->tools[TOOL_OWN] = "One of your own";
    scene->tools[TOOL_ABOUT] = "What this is and is not";
    scene->tool_count = TOOL_COUNT;
    scene->detail = "← → another country. Enter copies the framed number.";
    const char *usual = scene->detail;
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
    scene->hint_is_answer = scene->detail != usual;
}

/* --- what this is and is not --- */

void visit_about_open(Visit *visit, int64_t now_us)
{
    visit_go_over(visit, SCREEN_ABOUT, now_us);
}

void visit_about_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT: visit_go_back(visit, now_us); break;
    case ACTION_QUICKER: visit_scroll(visit, -LINE_PX, now_us); break;
    case ACTION_SLOWER: visit_scroll(visit, LINE_PX, now_us); break;
    default: break;
    }
}

void visit_about_show(Visit *visit, Scene *scene)
{
    scene->line = "What this is and is not";
    show_texts(visit, scene, PAGE_ABOUT);
    scene->out_says = "back";
}
