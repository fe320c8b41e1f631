/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include "app/left_out.h"

#include <string.h>

static const char there[] = "there", left_out[] = "left out";

static bool is_of_home(const Visit *visit)
{
    return visit->places.back == SCREEN_HOME;
}

/* --- which places --- */

static void add_place(VisitPlaces *places, int32_t region)
{
    places->regions[places->count++] = region;
}

/* The way as it is laid out, with what is left out of it. */
static void add_way(Visit *visit)
{
    const ScanRequest *request = &visit->scan.request;
    const RouteLayout *layout = route_layout_for(
        &visit->house.regions->routes[request->route], request->length_ms);
    for (int32_t i = 0; i < layout->count; i++)
        add_place(&visit->places, layout->stops[i].region);
}

/* Whatever is not as it would be for everybody, and what is left out unasked. */
static void add_left_out(Visit *visit)
{
    const Regions *regions = visit->house.regions;
    const RegionSet out = left_out_of(regions, &visit->settings);
    for (int32_t i = 0; i < regions->count; i++)
        if (regions->items[i].is_sensitive || region_set_has(&out, i))
            add_place(&visit->places, i);
}

void visit_places_open(Visit *visit, int64_t now_us)
{
    VisitPlaces *places = &visit->places;
    if (visit->house.regions == NULL)
        return;
    *places = (VisitPlaces){ .back = visit->screen };
    if (is_of_home(visit)) {
        add_way(visit);
        visit->pages.undo_count = 0;
        visit->pages.seen = visit->settings;
    } else {
        add_left_out(visit);
    }
    visit_go(visit, SCREEN_PLACES, now_us);
}

/* --- pages of rows --- */

/* Where there are more places than rows, the last row leads on. */
static int32_t rows_of_page(const VisitPlaces *places)
{
    return places->count > PLACES_ROWS ? PLACES_ROWS - 1 : PLACES_ROWS;
}

static int32_t page_count(const VisitPlaces *places)
{
    const int32_t rows = rows_of_page(places);
    return places->count > 0 ? (places->count + rows - 1) / rows : 1;
}

/* How many places are on the page. */
static int32_t here_count(const VisitPlaces *places)
{
    const int32_t rows = rows_of_page(places);
    const int32_t left = places->count - places->page * rows;
    return left < rows ? left : rows;
}

static int32_t row_count(const VisitPlaces *places)
{
    return here_count(places) + (page_count(places) > 1 ? 1 : 0);
}

/* The place of a row; -1 for the row that leads on, and for none. */
static int32_t region_at(const VisitPlaces *places, int32_t row)
{
    if (row < 0 || row >= here_count(places))
        return -1;
    return places->regions[places->page * rows_of_page(places) + row];
}

static void turn_page(Visit *visit, int32_t step)
{
    VisitPlaces *places = &visit->places;
    const int32_t pages = page_count(places);
    places->page = (places->page + step + pages) % pages;
    visit->scroll_px = 0;
}

static bool is_row(int32_t focus)
{
    return focus >= CONTROL_ROW && focus < CONTROL_LESS;
}

/* Behind the last place comes the first of the next page, and the other way round. */
static void move_frame(Visit *visit, int32_t step)
{
    VisitPlaces *places = &visit->places;
    const int32_t focus = visit->focus;
    const int32_t last = here_count(places) - 1;
    if (!is_row(focus) || page_count(places) == 1) {
        visit_frame_row(visit, step, row_count(places));
        return;
    }
    const int32_t row = focus - CONTROL_ROW;
    if (step > 0 ? row < last : row > 0) {
        visit_frame_row(visit, step, row_count(places));
        return;
    }
    turn_page(visit, step);
    visit->focus = CONTROL_ROW + (step > 0 ? 0 : here_count(places) - 1);
}

/* --- choices --- */

static bool is_out(const Visit *visit, int32_t region)
{
    if (is_of_home(visit))
        return region_set_has(&visit->scan.request.out, region);
    const RegionSet out = left_out_of(visit->house.regions, &visit->settings);
    return region_set_has(&out, region);
}

/* What was typed for this start counts here as well, although it is not remembered. */
static void put(Visit *visit, int32_t region, bool goes, int64_t now_us)
{
    Settings next = visit->settings;
    RegionSet *out = &visit->scan.request.out;
    if (region < 0 || is_out(visit, region) == goes)
        return;
    if (!left_out_put(visit->house.regions, region, goes, &next)) {
        visit_say(visit, "There is no room for another name.", now_us);
        return;
    }
    visit_change(visit, &next, now_us);
    if (goes)
        region_leave_out_named(visit->house.regions,
                               visit->house.regions->items[region].id, out);
    else
        region_set_remove(out, region);
    visit_home_values(visit);
}

static void press_row(Visit *visit, int32_t row, int64_t now_us)
{
    const int32_t region = region_at(&visit->places, row);
    if (region >= 0) {
        put(visit, region, !is_out(visit, region), now_us);
    } else if (page_count(&visit->places) > 1) {
        turn_page(visit, 1);
        if (is_row(visit->focus))
            visit->focus = CONTROL_ROW;
    }
}

/* No place that is offered to all is left out, and none that is not was asked for. */
static Settings first_of_page(const Visit *visit)
{
    const Settings first = settings_default();
    Settings next = visit->settings;
    memcpy(next.leave_out, first.leave_out, sizeof next.leave_out);
    memcpy(next.with, first.with, sizeof next.with);
    return next;
}

/* --- keys and presses --- */

static void leave(Visit *visit, int64_t now_us)
{
    visit_go(visit, visit->places.back, now_us);
    if (visit->screen == SCREEN_HOME)
        visit->focus = CONTROL_PLACES;
}

/* Left and right: the framed place; unframed, from page to page. */
static void go_aside(Visit *visit, int32_t step, int64_t now_us)
{
    if (is_row(visit->focus))
        put(visit, region_at(&visit->places, visit->focus - CONTROL_ROW), step > 0,
            now_us);
    else if (visit->focus == CONTROL_NONE)
        turn_page(visit, step);
}

void visit_places_act(Visit *visit, ActionId action, int64_t now_us)
{
    const int32_t row = is_row(visit->focus) ? visit->focus - CONTROL_ROW : -1;
    switch (action) {
    case ACTION_QUICKER: move_frame(visit, -1); break;
    case ACTION_SLOWER: move_frame(visit, 1); break;
    case ACTION_BACK: go_aside(visit, -1, now_us); break;
    case ACTION_ON: go_aside(visit, 1, now_us); break;
    case ACTION_LEAVE_OUT:
        put(visit, region_at(&visit->places, row), true, now_us);
        break;
    case ACTION_OUT: leave(visit, now_us); break;
    default: break;
    }
}

void visit_places_press(Visit *visit, int32_t control, int64_t now_us)
{
    const VisitPlaces *places = &visit->places;
    const Settings first = first_of_page(visit);
    if (control >= CONTROL_TOOL)
        visit_use_tool(visit, control - CONTROL_TOOL, &first, now_us);
    else if (control >= CONTROL_MORE)
        put(visit, region_at(places, control - CONTROL_MORE), true, now_us);
    else if (control >= CONTROL_LESS)
        put(visit, region_at(places, control - CONTROL_LESS), false, now_us);
    else if (control >= CONTROL_ROW)
        press_row(visit, control - CONTROL_ROW, now_us);
}

/* --- what there is to see --- */

static void show_row(const Visit *visit, int32_t region, Scene *scene)
{
    const bool goes = is_out(visit, region);
    scene->rows[scene->row_count++] =
        (SceneRow){ .label = visit->house.regions->items[region].name,
                    .value = goes ? left_out : there,
                    .longest = left_out,
                    .has_steps = true,
                    .is_first = !goes,
                    .is_last = goes };
}

static const char *line_of(const Visit *visit)
{
    const int32_t region = region_at(&visit->places, visit_told_row(visit));
    if (visit->places.count == 0)
        return "None is left out.";
    if (region < 0)
        return "What is left out stays left out, in every scan, until it is changed.";
    return is_out(visit, region) ? "It does not come up, in any scan."
                                 : "It comes up where a scan leads there.";
}

void visit_places_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitPlaces *places = &visit->places;
    scene->line = is_of_home(visit) ? "Places" : "Places left out";
    scene->detail = line_of(visit);
    for (int32_t row = 0; row < here_count(places); row++)
        show_row(visit, region_at(places, row), scene);
    if (page_count(places) > 1)
        scene->rows[scene->row_count++] =
            (SceneRow){ .label = places->page == page_count(places) - 1 ? "the first ones"
                                                                        : "more",
                        .more = "›" };
    visit_show_tools(visit, scene);
    visit_tell_answer(visit, scene, now_us);
}
