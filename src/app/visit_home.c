/* SPDX-License-Identifier: MIT */
/* Home: one page with faces; the lists behind the values of its row. */
#include "app/visit_parts.h"

#include "app/home_value.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60000, SECOND_MS = 1000 };

#define HOME_RING 0.8 /* of the room that the orb has when it is full */

static const HomeValue *value_of(VisitValue value)
{
    static const HomeValue *const faces[PRACTICE_KIND_COUNT] = {
        [PRACTICE_BREATHE] = home_breathe_values,
        [PRACTICE_SCAN] = home_scan_values,
        [PRACTICE_SIT] = home_sit_values,
        [PRACTICE_REACH] = home_reach_values,
    };
    return &faces[value / SCENE_VALUES][value % SCENE_VALUES];
}

const char *visit_length_words(int64_t length_ms, char *out, size_t size)
{
    const int64_t seconds = (length_ms + SECOND_MS / 2) / SECOND_MS;
    const int64_t minutes = seconds / 60, rest = seconds % 60;
    if (rest == 0)
        snprintf(out, size, "%lld minute%s", (long long)minutes, minutes == 1 ? "" : "s");
    else if (minutes == 0)
        snprintf(out, size, "%lld second%s", (long long)rest, rest == 1 ? "" : "s");
    else
        snprintf(out, size, "%lld min %lld s", (long long)minutes, (long long)rest);
    return out;
}

void home_minutes_label(int32_t minutes, char out[VISIT_LABEL_MAX])
{
    if (minutes == 0)
        snprintf(out, VISIT_LABEL_MAX, "no set end");
    else
        visit_length_words((int64_t)minutes * MINUTE_MS, out, VISIT_LABEL_MAX);
}

const char *home_number_begins(int32_t number, char out[VISIT_LABEL_MAX])
{
    static const char *const words[] = { "No",   "One",    "Two",   "Three", "Four",
                                         "Five", "Six",    "Seven", "Eight", "Nine",
                                         "Ten",  "Eleven", "Twelve" };
    if (number >= 0 && number < (int32_t)(sizeof words / sizeof words[0]))
        snprintf(out, VISIT_LABEL_MAX, "%s", words[number]);
    else
        snprintf(out, VISIT_LABEL_MAX, "%d", (int)number);
    return out;
}

const char *home_number(int32_t number, char out[VISIT_LABEL_MAX])
{
    home_number_begins(number, out);
    if (out[0] >= 'A' && out[0] <= 'Z')
        out[0] = (char)(out[0] - 'A' + 'a');
    return out;
}

/* --- the faces --- */

bool visit_has_face(const Visit *visit, PracticeKind face)
{
    return face < PRACTICE_KIND_COUNT &&
           (face != PRACTICE_SCAN || visit->house.regions != NULL);
}

void visit_show_face(Visit *visit, PracticeKind face, int64_t now_us)
{
    if (face == visit->face || !visit_has_face(visit, face))
        return;
    visit->face = face;
    visit->home.face_us = visit->home_us = now_us;
    visit->answer = NULL;
    visit_home_values(visit);
}

void visit_home_values(Visit *visit)
{
    visit_scan_look(visit);
    for (int value = 0; value < VISIT_VALUE_COUNT; value++)
        if (visit_has_face(visit, (PracticeKind)(value / SCENE_VALUES)))
            value_of((VisitValue)value)->words(visit, visit->values[value]);
}

void visit_home_look_again(Visit *visit)
{
    visit_home_values(visit);
    visit_list_refresh(visit);
}

void visit_sentence(const char *problem, char *out, size_t size)
{
    snprintf(out, size, "%s.", problem);
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - 'a' + 'A');
}

void visit_home_begin(Visit *visit, int64_t now_us)
{
    VisitHome *home = &visit->home;
    if (visit->face == PRACTICE_BREATHE)
        visit_pace_begin(visit, now_us);
    else if (visit->face == PRACTICE_SIT)
        visit_begin_sit(visit, &visit->sit.request, now_us);
    else if (visit->face == PRACTICE_REACH)
        visit_reach_pause(visit, now_us);
    else if (home->problem == NULL)
        visit_begin_scan(visit, &visit->scan.request, now_us);
    else
        visit_say(visit, home->note, now_us);
}

/* The door after the present one that is there, round the ends. */
static void next_face(Visit *visit, int32_t step, int64_t now_us)
{
    int32_t face = (int32_t)visit->face;
    do
        face = (face + step + PRACTICE_KIND_COUNT) % PRACTICE_KIND_COUNT;
    while (!visit_has_face(visit, (PracticeKind)face));
    visit_show_face(visit, (PracticeKind)face, now_us);
    visit->focus = CONTROL_DOOR + face;
}

/* The door of the face that is shown begins it; the second press of a double click is
 * not meant for the face that came by the first. */
static void press_door(Visit *visit, PracticeKind face, int64_t now_us)
{
    if (face != visit->face)
        visit_show_face(visit, face, now_us);
    else if (visit->home.face_us == 0 || now_us - visit->home.face_us >= VISIT_SLEEP_US)
        visit_home_begin(visit, now_us);
}

static VisitValue value_under(const Visit *visit, int32_t control)
{
    return (VisitValue)((int32_t)visit->face * SCENE_VALUES + control - CONTROL_VALUE);
}

void visit_press_home(Visit *visit, int32_t control, int64_t now_us)
{
    const int32_t tile = control - CONTROL_TOOL;
    if (control >= CONTROL_CHOICE && (tile < 0 || visit->face != PRACTICE_REACH))
        return; /* meant for a list that has gone, or for another face */
    if (tile >= 0)
        visit_reach_press(visit, tile, now_us);
    else if (control == CONTROL_PLACES)
        visit_places_open(visit, now_us);
    else if (control == CONTROL_FOOT + FOOT_KEPT)
        visit_kept_open(visit, now_us);
    else if (control == CONTROL_FOOT + FOOT_SETTINGS)
        visit_settings_open(visit, now_us);
    else if (control >= CONTROL_DOOR)
        press_door(visit, (PracticeKind)(control - CONTROL_DOOR), now_us);
    else
        visit_list_open(visit, value_under(visit, control), now_us);
}

static void go_aside(Visit *visit, int32_t step, int64_t now_us)
{
    const int32_t focus = visit->focus;
    if (focus >= CONTROL_VALUE && focus < CONTROL_DOOR)
        visit_value_step(visit, value_under(visit, focus), step, now_us);
    else if (focus >= CONTROL_DOOR && focus < CONTROL_FOOT)
        next_face(visit, step, now_us);
}

void visit_home_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_PRESS:
    case ACTION_ENTER: visit_home_begin(visit, now_us); break;
    case ACTION_BACK: go_aside(visit, -1, now_us); break;
    case ACTION_ON: go_aside(visit, 1, now_us); break;
    case ACTION_NO_HOLDS:
        if (visit->face == PRACTICE_BREATHE)
            visit_home_no_holds(visit);
        break;
    case ACTION_OUT: visit->wants_close = true; break;
    default: break;
    }
}

/* --- what M turns --- */

static void turn(Visit *visit, bool *is_on, const char *on, const char *off,
                 int64_t now_us)
{
    *is_on = !*is_on;
    visit->is_choice_new = true;
    visit_follow_levels(visit, now_us);
    visit_home_values(visit);
    visit_list_refresh(visit);
    visit_say(visit, *is_on ? on : off, now_us);
}

bool visit_home_turns(Visit *visit, int64_t now_us)
{
    const bool is_home = visit->screen == SCREEN_HOME || visit->screen == SCREEN_LIST;
    const bool is_reach = visit->face == PRACTICE_REACH;
    if (is_home && is_reach && visit_reach_kind(visit) == SETTINGS_PAUSE_SOUND) {
        visit_say(visit, "Here the sound is the pause. The row has others.", now_us);
        return true;
    }
    if (!is_home || practice_is_breathed(visit->face))
        return false;
    if (visit->face == PRACTICE_SCAN)
        turn(visit, &visit->settings.is_voice_on, "Voice on, softly.", "Voice off.",
             now_us);
    else if (strcmp(visit->settings.sit_bed, "none") == 0)
        turn(visit, &visit->settings.has_bells, "Bells on, softly.", "Bells off.",
             now_us);
    else
        turn(visit, &visit->settings.has_bells, "Sound on, softly.", "Sound off.",
             now_us);
    return true;
}

/* --- what there is to see --- */

static void show_places(const Visit *visit, Scene *scene)
{
    const VisitHome *home = &visit->home;
    for (int32_t i = 0; i < home->scan.count; i++)
        scene->places[scene->place_count++] =
            visit->house.regions->items[home->scan.regions[i]].name;
    scene->place = -1;
    scene->all_places = home->all_places;
    scene->places_count = home->place_count;
    scene->has_path = strcmp(visit->settings.scan_figure, "words") != 0;
}

/* Which practice it is, also while a list is open. */
void visit_home_show_face(Visit *visit, Scene *scene)
{
    scene->practice = (ScenePractice)visit->face;
    if (visit->face == PRACTICE_SCAN)
        show_places(visit, scene);
    else if (visit->face == PRACTICE_REACH)
        visit_reach_show_face(visit, scene);
}

void visit_home_show(Visit *visit, Scene *scene, int64_t now_us)
{
    static const char *const doors[PRACTICE_KIND_COUNT] = { "Breathe", "Body scan", "Sit",
                                                            "Before reaching out" };
    scene->line = visit->face == PRACTICE_REACH ? "Space begins the pause. Esc closes."
                                                : "Space begins. Esc closes.";
    for (int32_t i = 0; i < SCENE_VALUES; i++)
        scene->values[i] = visit->values[(int32_t)visit->face * SCENE_VALUES + i];
    for (int32_t face = 0; face < PRACTICE_KIND_COUNT; face++)
        if (visit_has_face(visit, (PracticeKind)face))
            scene->doors[face] = doors[face];
    scene->door_count = PRACTICE_KIND_COUNT;
    scene->door = (int32_t)visit->face;
    scene->detail = visit->face == PRACTICE_BREATHE ? visit->note : NULL;
    if (visit->face == PRACTICE_SCAN && visit->home.note[0] != '\0')
        scene->detail = visit->home.note;
    visit_home_show_face(visit, scene);
    visit_show_answer(visit, now_us);
}

/* Still: nothing there is to be followed yet. */
void visit_home_figure(const Visit *visit, Figure *figure)
{
    const Layout *layout = &visit->layout;
    figure->light = 1.0;
    if (visit->face == PRACTICE_SCAN) {
        const Path path =
            screen_home_path(layout, layout->figure_px, visit->home.scan.count);
        path_show(&path, figure);
        return;
    }
    visit_figure_ring(visit, figure);
    figure->ring_px *= HOME_RING;
}

/* --- the row --- */

static void take_option(Visit *visit, VisitValue value, int32_t option, int64_t now_us)
{
    visit->is_choice_new = true;
    value_of(value)->take(visit, option, now_us);
    visit_home_values(visit);
}

void visit_value_step(Visit *visit, VisitValue value, int32_t step, int64_t now_us)
{
    const int32_t count = value_of(value)->count(visit);
    const int32_t present = value_of(value)->present(visit);
    const int32_t next = present < 0 ? 0 : (present + step + count) % count;
    take_option(visit, value, next, now_us);
}

void visit_value_words(const Visit *visit, VisitValue value, char *out, size_t size)
{
    char label[VISIT_LABEL_MAX];
    const int32_t present = value_of(value)->present(visit);
    snprintf(label, sizeof label, "%s", visit->values[value]);
    if (present >= 0)
        value_of(value)->label(visit, present, label);
    snprintf(out, size, "%s", label);
}

/* --- a list --- */

/* The rows of a page: all options where they fit, else some and a last row for more. */
static void fill_page(Visit *visit, int32_t page)
{
    VisitList *list = &visit->list;
    const int32_t total = value_of(list->value)->count(visit);
    const int32_t rows = VISIT_ROWS - 1;
    list->page = page;
    list->has_more = total > VISIT_ROWS;
    const int32_t first = list->has_more ? page * rows : 0;
    const int32_t last = list->has_more && first + rows < total ? first + rows : total;
    list->count = 0;
    list->chosen = -1;
    const int32_t present = value_of(list->value)->present(visit);
    for (int32_t option = first; option < last; option++) {
        if (option == present)
            list->chosen = list->count;
        list->options[list->count] = option;
        value_of(list->value)->label(visit, option, list->labels[list->count++]);
    }
    if (list->has_more)
        snprintf(list->labels[list->count++], VISIT_LABEL_MAX, "%s",
                 last == total ? "the first ones" : "more");
}

/* The rows again, after what they show was changed by a key. */
void visit_list_refresh(Visit *visit)
{
    if (visit->screen == SCREEN_LIST)
        fill_page(visit, visit->list.page);
}

void visit_list_follow(Visit *visit)
{
    VisitList *list = &visit->list;
    if (visit->screen != SCREEN_LIST || list->value != VISIT_PATTERN)
        return;
    const int32_t pages = (value_of(VISIT_PATTERN)->count(visit) - 1) / (VISIT_ROWS - 1);
    fill_page(visit, list->page < pages ? list->page : pages);
    visit_list_frame(visit, list->chosen >= 0 ? list->chosen : 0);
}

void visit_list_frame(Visit *visit, int32_t row)
{
    VisitList *list = &visit->list;
    visit->focus = CONTROL_CHOICE + row;
    visit->answer = NULL; /* its place is the row's now */
    list->detail[0] = '\0';
    if (!(list->has_more && row == list->count - 1))
        value_of(list->value)
            ->says(visit, list->options[row], list->detail, sizeof list->detail);
    visit->scroll_px = layout_scroll_to(&visit->layout, visit->focus, visit->scroll_px);
}

void visit_list_open(Visit *visit, VisitValue value, int64_t now_us)
{
    visit->list.value = value;
    const int32_t present = value_of(value)->present(visit);
    const bool has_pages = value_of(value)->count(visit) > VISIT_ROWS;
    fill_page(visit, has_pages && present >= 0 ? present / (VISIT_ROWS - 1) : 0);
    visit_go(visit, SCREEN_LIST, now_us);
    visit_list_frame(visit, visit->list.chosen >= 0 ? visit->list.chosen : 0);
}

void visit_list_choose(Visit *visit, int32_t row, int64_t now_us)
{
    VisitList *list = &visit->list;
    if (row < 0 || row >= list->count)
        return;
    if (list->has_more && row == list->count - 1) {
        const int32_t rows = VISIT_ROWS - 1;
        const int32_t pages = (value_of(list->value)->count(visit) + rows - 1) / rows;
        fill_page(visit, (list->page + 1) % pages);
        visit_list_frame(visit, 0);
        return;
    }
    const VisitValue value = list->value;
    take_option(visit, value, list->options[row], now_us);
    visit_go(visit, SCREEN_HOME, now_us);
    visit->focus = CONTROL_VALUE + (int32_t)value % SCENE_VALUES;
}
