/* SPDX-License-Identifier: MIT */
/* The list of the person's own patterns. */
#include "app/visit_parts.h"

#include <string.h>

enum { TOOL_MAKE, TOOL_MORE, TOOL_COUNT };

/* The own pattern at a place among the own ones, or NULL. */
static const NamedPattern *own_at(const Visit *visit, int32_t place)
{
    const Patterns *patterns = visit->house.patterns;
    for (int32_t i = 0; i < patterns->count; i++)
        if (own_patterns_is_own(&patterns->items[i]) && place-- == 0)
            return &patterns->items[i];
    return NULL;
}

static int32_t page_count(const Visit *visit)
{
    const int32_t count = own_patterns_count(visit->house.patterns);
    return count > 0 ? (count + OWN_ROWS - 1) / OWN_ROWS : 1;
}

void visit_own_open(Visit *visit, int64_t now_us)
{
    visit->own.back = visit->screen;
    visit->own.page = 0;
    visit_go(visit, SCREEN_OWN, now_us);
}

static void turn_page(Visit *visit, int32_t step)
{
    const int32_t pages = page_count(visit);
    visit->own.page = (visit->own.page + step + pages) % pages;
    visit->scroll_px = 0;
}

void visit_own_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_OUT: visit_go(visit, visit->own.back, now_us); break;
    case ACTION_QUICKER: visit_move_frame(visit, -1); break;
    case ACTION_SLOWER: visit_move_frame(visit, 1); break;
    case ACTION_BACK: turn_page(visit, -1); break;
    case ACTION_ON: turn_page(visit, 1); break;
    default: break;
    }
}

void visit_own_press(Visit *visit, int32_t control, int64_t now_us)
{
    if (control == CONTROL_TOOL + TOOL_MAKE) {
        visit_maker_open(visit, NULL, now_us);
    } else if (control == CONTROL_TOOL + TOOL_MORE) {
        visit->focus = control;
        turn_page(visit, 1);
    } else if (control >= CONTROL_ROW && control < CONTROL_ROW + OWN_ROWS) {
        const int32_t place = visit->own.page * OWN_ROWS + control - CONTROL_ROW;
        const NamedPattern *named = own_at(visit, place);
        if (named != NULL)
            visit_maker_open(visit, named->section, now_us);
    }
}

/* Where holds are never wanted nothing mentions them. */
static const char *words_of(const Visit *visit, const BreathPattern *pattern,
                            char out[PATTERN_WORDS_MAX])
{
    const BreathPattern bare = breath_without_holds(pattern);
    const bool is_bare = visit->settings.holds == SETTINGS_HOLDS_NEVER;
    return pattern_words(is_bare ? &bare : pattern, out);
}

static void show_row(Visit *visit, Scene *scene, const NamedPattern *named)
{
    char *value = visit->own.values[scene->row_count];
    words_of(visit, &named->pattern, value);
    SceneRow *row = &scene->rows[scene->row_count++];
    *row = (SceneRow){ .label = named->name, .value = value, .more = "›" };
    if (strcmp(named->name, value) == 0)
        row->value = NULL;
}
_Static_assert((int)OWN_VALUE_MAX >= (int)PATTERN_WORDS_MAX &&
                   (int)OWN_ROWS <= (int)SCENE_ROWS_MAX,
               "a row has room for any words");

void visit_own_show(Visit *visit, Scene *scene, int64_t now_us)
{
    if (visit->own.page >= page_count(visit))
        visit->own.page = page_count(visit) - 1;
    const int32_t first = visit->own.page * OWN_ROWS;
    const NamedPattern *named = own_at(visit, first);
    scene->line = "Patterns of your own";
    scene->detail = named == NULL ? "None yet." : NULL;
    for (; named != NULL && scene->row_count < OWN_ROWS;
         named = own_at(visit, first + scene->row_count))
        show_row(visit, scene, named);
    scene->tools[TOOL_MAKE] = "Make one";
    scene->tool_count = TOOL_MORE;
    if (page_count(visit) > 1) {
        const bool is_last = visit->own.page == page_count(visit) - 1;
        scene->tools[TOOL_MORE] = is_last ? "The first ones" : "More";
        scene->tool_count = TOOL_COUNT;
    }
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}
