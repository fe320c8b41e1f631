/* SPDX-License-Identifier: MIT */
#include "store/routes.h"
#include "store/names.h"
#include "store/nearest.h"
#include "store/utf8.h"
#include "store/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEY_NAME,
    KEY_SAYS,
    KEY_ASIDE,
    KEY_STAYS,
    KEY_ARRIVE, /* from here on they belong to a layout */
    KEY_PLACES,
    KEY_EACH,
    KEY_WHOLE,
    KEY_LEAVE,
    KEY_COUNT
};

static const char *const key_names[] = {
    [KEY_NAME] = "name",   [KEY_SAYS] = "says",     [KEY_ASIDE] = "aside",
    [KEY_STAYS] = "stays", [KEY_ARRIVE] = "arrive", [KEY_PLACES] = "places",
    [KEY_EACH] = "each",   [KEY_WHOLE] = "whole",   [KEY_LEAVE] = "leave",
    [KEY_COUNT] = NULL,
};
static const char *const route_needs[] = { "name", "says", NULL };
static const char *const layout_needs[] = { "places", NULL };
static const char *const no_yes[] = { "no", "yes", NULL };

enum { SECONDS_MAX = 7200, MINUTES_MAX = 120, MINUTE_MS = 60000, SECOND_MS = 1000 };

const LinesFormat routes_format = {
    .kind = "routes",
    .version = 1,
    .keys = key_names,
};

/* One reading, and which of the routes were laid out, well or not. */
typedef struct Reader {
    Lines *lines;
    Regions *out;
    bool has_layout[ROUTES_MAX];
} Reader;

/* A heading of one word is a route, of more a layout. */
static bool is_layout(const LinesSection *section)
{
    return strpbrk(section->name, " \t") != NULL;
}

/* Tells every entry that belongs into the other kind of section. */
static bool check_keys(Lines *lines, const LinesSection *section)
{
    bool is_good = true;
    for (int i = 0; i < KEY_COUNT; i++) {
        const LinesEntry *entry = lines_find(lines, section, key_names[i]);
        if (entry == NULL || (i >= KEY_ARRIVE) == is_layout(section))
            continue;
        lines_blame(lines, entry->line, entry->key_column,
                    i >= KEY_ARRIVE
                        ? "\"%s\" belongs below a heading like \"[id 3 minutes]\""
                        : "\"%s\" belongs below the heading of the route itself",
                    entry->key);
        is_good = false;
    }
    return is_good;
}

/* "yes" or "no"; no where it does not stand. */
static bool read_yes(Lines *lines, const LinesSection *section, int key, bool *is_yes)
{
    const LinesEntry *entry = lines_find(lines, section, key_names[key]);
    int32_t choice = 0;
    const bool is_good = entry == NULL || values_choice(lines, entry, no_yes, &choice);
    *is_yes = choice == 1;
    return is_good;
}

static bool read_route(Lines *lines, const LinesSection *section, Route *out)
{
    bool is_good = values_section_name(lines, section, out->id, sizeof out->id);
    is_good &= check_keys(lines, section);
    if (!values_has_all(lines, section, route_needs))
        return false;
    is_good &= values_text(lines, lines_find(lines, section, key_names[KEY_NAME]),
                           out->name, sizeof out->name);
    is_good &= values_text(lines, lines_find(lines, section, key_names[KEY_SAYS]),
                           out->says, sizeof out->says);
    is_good &= read_yes(lines, section, KEY_ASIDE, &out->is_aside);
    is_good &= read_yes(lines, section, KEY_STAYS, &out->stays);
    return is_good;
}

/* The heading "ID N minutes". */
static bool parse_heading(const char *heading, char id[REGION_ID_MAX], int32_t *minutes)
{
    NamesCursor cursor = { .list = heading };
    Name name;
    if (!names_next(&cursor, &name) || !values_is_name(name.text, REGION_ID_MAX))
        return false;
    const size_t digits = strspn(name.more, "0123456789");
    const char *unit = name.more + digits;
    *minutes = digits > 0 && digits <= 3 ? atoi(name.more) : 0;
    strcpy(id, name.text);
    return cursor.is_over && *minutes >= 1 && *minutes <= MINUTES_MAX &&
           strcmp(unit, *minutes == 1 ? " minute" : " minutes") == 0;
}

/* A route that is there and not understood was told already. */
static void blame_route(Reader *reader, const LinesSection *section, const char *id)
{
    if (lines_section(reader->lines, id) != NULL)
        return;
    const char *known[ROUTES_MAX + 1] = { NULL };
    for (int32_t i = 0; i < reader->out->route_count; i++)
        known[i] = reader->out->routes[i].id;
    const char *nearest = nearest_word(id, known);
    if (nearest != NULL)
        lines_blame(reader->lines, section->line, 1,
                    "there is no route \"%s\"; perhaps \"%s\" was meant", id, nearest);
    else
        lines_blame(reader->lines, section->line, 1,
                    "there is no route \"%s\" in this file", id);
}

/* The route a layout is for, and its length; NULL when the heading is not understood. */
static Route *route_of(Reader *reader, const LinesSection *section, int32_t *minutes)
{
    char id[REGION_ID_MAX];
    if (!parse_heading(section->name, id, minutes)) {
        lines_blame(reader->lines, section->line, 1,
                    "a layout is headed like \"[outside-in 10 minutes]\", with 1 to %d",
                    MINUTES_MAX);
        return NULL;
    }
    const int32_t route = route_find(reader->out, id);
    if (route < 0) {
        blame_route(reader, section, id);
        return NULL;
    }
    reader->has_layout[route] = true;
    return &reader->out->routes[route];
}

/* Seconds that may be left out; in milliseconds then. */
static bool read_seconds(Lines *lines, const LinesSection *section, const char *key,
                         int32_t *ms)
{
    const LinesEntry *entry = lines_find(lines, section, key);
    int32_t seconds = 0;
    if (entry != NULL && !values_int(lines, entry, 0, SECONDS_MAX, &seconds))
        return false;
    *ms = seconds * SECOND_MS;
    return true;
}

static bool parse_slot(const char *text, int32_t *ms)
{
    const size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 4 || text[digits] != '\0' || atoi(text) > SECONDS_MAX)
        return false;
    *ms = atoi(text) * SECOND_MS;
    return *ms > 0;
}

static void blame_place(Reader *reader, const LinesEntry *entry, const Name *name)
{
    const char *known[REGIONS_MAX + 1] = { NULL };
    for (int32_t i = 0; i < reader->out->count; i++)
        known[i] = reader->out->items[i].id;
    const char *nearest = nearest_word(name->text, known);
    const int32_t column = entry->value_column + utf8_count(entry->value, name->at);
    if (nearest != NULL)
        lines_blame(reader->lines, entry->line, column,
                    "there is no place \"%s\"; perhaps \"%s\" was meant", name->text,
                    nearest);
    else
        lines_blame(reader->lines, entry->line, column,
                    "there is no place \"%s\" in the file of places", name->text);
}

static bool is_stop(const RouteLayout *layout, int32_t region)
{
    for (int32_t i = 0; i < layout->count; i++)
        if (layout->stops[i].region == region)
            return true;
    return false;
}

/* One item of `places`, "hands" or "hands 45". */
static bool read_stop(Reader *reader, const LinesEntry *entry, const Name *name,
                      int32_t each_ms, RouteLayout *out)
{
    const int32_t column = entry->value_column + utf8_count(entry->value, name->at);
    RouteStop stop = { .region = region_find(reader->out, name->text),
                       .slot_ms = each_ms };
    const char *problem = NULL;
    if (stop.region < 0)
        blame_place(reader, entry, name);
    else if (is_stop(out, stop.region))
        problem = "\"%s\" is in this layout already";
    else if (name->more[0] != '\0' && !parse_slot(name->more, &stop.slot_ms))
        problem = "behind \"%s\" stands how many seconds, such as \"hands 45\"";
    else if (stop.slot_ms == 0)
        problem = "\"%s\" has no seconds of its own, and there is no \"each\"";
    else if (out->count == ROUTE_STOPS_MAX)
        problem = "\"%s\" is one place more than a layout can have";
    else
        out->stops[out->count++] = stop;
    if (problem != NULL)
        lines_blame(reader->lines, entry->line, column, problem, name->text);
    return problem == NULL && stop.region >= 0;
}

static bool read_stops(Reader *reader, const LinesEntry *entry, int32_t each_ms,
                       RouteLayout *out)
{
    NamesCursor cursor = { .list = entry->value };
    Name name;
    bool is_good = entry->value[0] != '\0';
    if (!is_good)
        lines_blame(reader->lines, entry->line, entry->value_column,
                    "\"places\" has no place yet");
    while (names_next(&cursor, &name))
        is_good &= read_stop(reader, entry, &name, each_ms, out);
    return is_good;
}

static bool read_layout(Reader *reader, const LinesSection *section, RouteLayout *out)
{
    Lines *lines = reader->lines;
    int32_t each_ms = 0;
    bool is_good = check_keys(lines, section);
    is_good &= read_seconds(lines, section, key_names[KEY_ARRIVE], &out->arrive_ms);
    is_good &= read_seconds(lines, section, key_names[KEY_WHOLE], &out->whole_ms);
    is_good &= read_seconds(lines, section, key_names[KEY_LEAVE], &out->leave_ms);
    if (!read_seconds(lines, section, key_names[KEY_EACH], &each_ms)) {
        is_good = false;
        each_ms = SECOND_MS; /* told already: not once more for each place */
    }
    if (!values_has_all(lines, section, layout_needs))
        return false;
    const LinesEntry *places = lines_find(lines, section, key_names[KEY_PLACES]);
    return read_stops(reader, places, each_ms, out) && is_good;
}

/* Shortest first. */
static void insert_layout(Route *route, const RouteLayout *layout)
{
    int32_t at = route->layout_count++;
    for (; at > 0 && route_layout_ms(&route->layouts[at - 1]) > route_layout_ms(layout);
         at--)
        route->layouts[at] = route->layouts[at - 1];
    route->layouts[at] = *layout;
}

static void add_layout(Reader *reader, const LinesSection *section)
{
    int32_t minutes = 0;
    RouteLayout read = { .arrive_ms = 0 };
    Route *route = route_of(reader, section, &minutes);
    if (!read_layout(reader, section, &read) || route == NULL)
        return;
    const int64_t sum_ms = route_layout_ms(&read);
    const RouteLayout *same =
        route->layout_count > 0 ? route_layout_for(route, sum_ms) : NULL;
    if (sum_ms != (int64_t)minutes * MINUTE_MS)
        lines_blame(reader->lines, section->line, 1,
                    "this adds up to %d seconds, and the heading says %d",
                    (int)(sum_ms / SECOND_MS), minutes * MINUTE_MS / SECOND_MS);
    else if (same != NULL && route_layout_ms(same) == sum_ms)
        lines_blame(reader->lines, section->line, 1,
                    "\"%s\" has a layout of %d minutes already", route->id, minutes);
    else if (route->layout_count == ROUTE_LAYOUTS_MAX)
        lines_blame(reader->lines, section->line, 1, "a route has at most %d layouts",
                    ROUTE_LAYOUTS_MAX);
    else
        insert_layout(route, &read);
}

static void add_route(Reader *reader, const LinesSection *section)
{
    Regions *out = reader->out;
    Route read = { .layout_count = 0 };
    if (!read_route(reader->lines, section, &read))
        return;
    if (out->route_count < ROUTES_MAX)
        out->routes[out->route_count++] = read;
    else
        lines_blame(reader->lines, section->line, 1, "there are more than %d routes",
                    ROUTES_MAX);
}

/* A route that cannot be walked is none. Only what was left without a layout is told;
 * what is wrong with a layout was. */
static void drop_empty(Reader *reader)
{
    Regions *out = reader->out;
    int32_t count = 0;
    for (int32_t i = 0; i < out->route_count; i++) {
        const Route *route = &out->routes[i];
        const LinesSection *section = lines_section(reader->lines, route->id);
        if (!reader->has_layout[i])
            lines_blame(reader->lines, section->line, 1,
                        "this route has no layout yet, such as \"[%s 3 minutes]\"",
                        route->id);
        if (route->layout_count > 0)
            out->routes[count++] = *route;
    }
    out->route_count = count;
}

void routes_read(Lines *lines, Regions *regions)
{
    Reader reader = { .lines = lines, .out = regions };
    regions->route_count = 0;
    values_no_top(lines);
    /* Routes first, so that a layout may stand anywhere. */
    for (int32_t i = 1; i < lines->section_count; i++)
        if (!is_layout(&lines->sections[i]))
            add_route(&reader, &lines->sections[i]);
    for (int32_t i = 1; i < lines->section_count; i++)
        if (is_layout(&lines->sections[i]))
            add_layout(&reader, &lines->sections[i]);
    drop_empty(&reader);
    if (lines->section_count == 1)
        lines_blame(lines, 1, 1, "there is no route in this file");
}

/* Reads both. What is wrong in the places is told first: it may be why a route is. */
static bool read_both(Lines *places, Lines *routes, const CueBook *book, Regions *out,
                      Error *error)
{
    places_read(places, book, out);
    routes_read(routes, out);
    return lines_is_good(places, error) && lines_is_good(routes, error);
}

/* Big, so they wait on the heap and not on the stack. */
static bool install(Lines *places, Lines *routes, const CueBook *book, Regions *regions,
                    Error *error)
{
    Regions *read = malloc(sizeof *read);
    if (read == NULL) {
        error_set(error, "there is not enough memory to read %s", places->name);
        return false;
    }
    const bool is_good = read_both(places, routes, book, read, error);
    if (is_good)
        *regions = *read;
    free(read);
    return is_good;
}

bool routes_load(const char *places_path, const char *routes_path, const CueBook *book,
                 Regions *regions, Error *error)
{
    Lines *places = lines_open_file(places_path, &places_format, error);
    Lines *routes =
        places != NULL ? lines_open_file(routes_path, &routes_format, error) : NULL;
    const bool is_loaded =
        routes != NULL && install(places, routes, book, regions, error);
    lines_close(routes);
    lines_close(places);
    return is_loaded;
}
