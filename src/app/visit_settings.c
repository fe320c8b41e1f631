/* SPDX-License-Identifier: MIT */
/* What keys and presses do on the pages of settings, and what there is to see. */
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

#define AT(field) offsetof(Settings, field)

enum { TOOL_FIRST, TOOL_UNDO, TOOLS, ANSWER_US = 4000000 };

static const SettingPage *page_of(const Visit *visit)
{
    return &visit_settings_pages[visit->pages.page];
}

static const SettingRow *row_of(const Visit *visit, int32_t index)
{
    const SettingPage *page = page_of(visit);
    return index >= 0 && index < page->count ? &page->rows[index] : NULL;
}

/* --- the rows --- */

static bool is_behind(const Visit *visit)
{
    return visit->pages.page >= VISIT_SETTINGS_PAGES;
}

/* A page of rows that another one leads to. */
static void open_behind(Visit *visit, int32_t row, int64_t now_us)
{
    VisitSettings *pages = &visit->pages;
    pages->behind_page = pages->page;
    pages->behind_row = row;
    pages->left_row = VISIT_NO_ROW;
    pages->page = VISIT_SETTINGS_VOICE;
    visit_go(visit, SCREEN_SETTINGS, now_us);
}

static void go_out(Visit *visit, int64_t now_us)
{
    VisitSettings *pages = &visit->pages;
    if (!is_behind(visit)) {
        visit_go(visit, pages->back, now_us);
        return;
    }
    pages->page = pages->behind_page;
    pages->left_row = pages->behind_row;
    visit_go(visit, SCREEN_SETTINGS, now_us);
}

static void open_page(Visit *visit, int32_t row, int64_t now_us)
{
    visit->pages.left_row = row;
    switch (row_of(visit, row)->low) {
    case SCREEN_SOUNDS: visit_sounds_open(visit, now_us); break;
    case SCREEN_OWN: visit_own_open(visit, now_us); break;
    case SCREEN_PLACES: visit_places_open(visit, now_us); break;
    case SCREEN_MARKED: visit_marked_open(visit, now_us); break;
    case SCREEN_MINE: visit_mine_open(visit, now_us); break;
    case SCREEN_VOICE: visit_voice_open(visit, now_us); break;
    case SCREEN_SETTINGS: open_behind(visit, row, now_us); break;
    default: visit_kept_open(visit, now_us); break;
    }
}

/* One of home's values, which knows its own options. */
static void step_value(Visit *visit, const SettingRow *row, int32_t step, int64_t now_us)
{
    visit_undo_note(visit);
    visit_value_step(visit, (VisitValue)row->low, step, now_us);
    visit_undo_note(visit);
    if (row->low == VISIT_BELL && visit->settings.has_bells)
        visit_hear(visit,
                   (Sample){ .kind = SAMPLE_BELL, .bell = visit_bell(&visit->settings) },
                   now_us);
}

/* Where sound is on, what was changed is heard. */
static void hear_row(Visit *visit, const SettingRow *row, int64_t now_us)
{
    const Settings *settings = &visit->settings;
    if (!settings->is_sound_on || page_of(visit)->rows[0].at != AT(is_sound_on))
        return;
    const MixBed bed = request_bed(settings->sound);
    const bool is_bed = row->at == AT(sound) || !settings->has_marks;
    if (is_bed && bed != MIX_BED_NONE)
        visit_hear(visit, (Sample){ .kind = SAMPLE_BED, .bed = bed }, now_us);
    else if (!is_bed)
        visit_hear(visit, (Sample){ .kind = SAMPLE_MARK, .phase = BREATH_IN }, now_us);
}

/* A step of 0 is the next value, round the end. */
static void change_row(Visit *visit, int32_t index, int32_t step, int64_t now_us)
{
    const SettingRow *row = row_of(visit, index);
    if (row == NULL)
        return;
    if (row->kind == ROW_PAGE && step == 0)
        open_page(visit, index, now_us);
    if (row->kind == ROW_PAGE)
        return;
    if (row->kind == ROW_VALUE) {
        step_value(visit, row, step != 0 ? step : 1, now_us);
        return;
    }
    Settings next = visit->settings;
    if (step != 0)
        setting_step(row, &next, step);
    else
        setting_next(row, &next);
    if (visit_change(visit, &next, now_us))
        hear_row(visit, row, now_us);
}

/* --- tools --- */

/* One of home's values, as it was at first. */
static void restore_value(VisitValue value, Settings *settings)
{
    const Settings first = settings_default();
    switch (value) {
    case VISIT_PATTERN:
        memcpy(settings->pattern, first.pattern, sizeof first.pattern);
        break;
    case VISIT_LENGTH: settings->minutes = first.minutes; break;
    case VISIT_VOICE:
        settings->is_voice_on = first.is_voice_on;
        memcpy(settings->voice, first.voice, sizeof first.voice);
        break;
    default:
        settings->has_bells = first.has_bells;
        memcpy(settings->bell, first.bell, sizeof first.bell);
        memcpy(settings->sit_bed, first.sit_bed, sizeof first.sit_bed);
        break;
    }
}

static Settings first_of_page(const Visit *visit)
{
    const SettingPage *page = page_of(visit);
    Settings next = visit->settings;
    for (int32_t i = 0; i < page->count; i++) {
        const SettingRow *row = &page->rows[i];
        setting_restore(row, &next);
        if (row->kind == ROW_VALUE)
            restore_value((VisitValue)row->low, &next);
    }
    return next;
}

void visit_use_tool(Visit *visit, int32_t tool, const Settings *first, int64_t now_us)
{
    if (tool == TOOL_UNDO)
        visit_undo(visit, now_us);
    else if (tool == TOOL_FIRST && !visit_change(visit, first, now_us))
        visit_say(visit, "This page is as it was at first.", now_us);
}

/* --- keys and presses --- */

void visit_settings_open(Visit *visit, int64_t now_us)
{
    visit->pages.back = visit->screen;
    visit->pages.page = 0;
    visit->pages.left_row = VISIT_NO_ROW;
    visit->pages.undo_count = 0;
    visit->pages.seen = visit->settings;
    visit_go(visit, SCREEN_SETTINGS, now_us);
}

static void show_page(Visit *visit, int32_t page)
{
    visit->pages.page = (page + VISIT_SETTINGS_PAGES) % VISIT_SETTINGS_PAGES;
    visit->focus = CONTROL_NONE;
    visit->scroll_px = 0;
}

/* Left and right: the value of a row, or from page to page. */
static void go_aside(Visit *visit, int32_t step, int64_t now_us)
{
    const int32_t focus = visit->focus;
    if (focus >= CONTROL_ROW && focus < CONTROL_LESS) {
        change_row(visit, focus - CONTROL_ROW, step, now_us);
    } else if (focus == CONTROL_NONE && !is_behind(visit)) {
        show_page(visit, visit->pages.page + step);
    } else if (focus >= CONTROL_TAB && focus < CONTROL_ROW) {
        show_page(visit, visit->pages.page + step);
        visit->focus = CONTROL_TAB + visit->pages.page;
    }
}

void visit_frame_row(Visit *visit, int32_t step, int32_t count)
{
    const bool is_row = visit->focus >= CONTROL_ROW && visit->focus < CONTROL_LESS;
    const int32_t at = is_row     ? visit->focus - CONTROL_ROW + step
                       : step > 0 ? 0
                                  : count - 1;
    visit->focus = CONTROL_ROW + (at + count) % count;
    visit->scroll_px = layout_scroll_to(&visit->layout, visit->focus, visit->scroll_px);
}

void visit_settings_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_QUICKER: visit_frame_row(visit, -1, page_of(visit)->count); break;
    case ACTION_SLOWER: visit_frame_row(visit, 1, page_of(visit)->count); break;
    case ACTION_BACK: go_aside(visit, -1, now_us); break;
    case ACTION_ON: go_aside(visit, 1, now_us); break;
    case ACTION_OUT: go_out(visit, now_us); break;
    default: break;
    }
}

void visit_settings_press(Visit *visit, int32_t control, int64_t now_us)
{
    if (control >= CONTROL_TOOL) {
        const Settings first = first_of_page(visit);
        visit_use_tool(visit, control - CONTROL_TOOL, &first, now_us);
    } else if (control >= CONTROL_MORE) {
        change_row(visit, control - CONTROL_MORE, 1, now_us);
    } else if (control >= CONTROL_LESS) {
        change_row(visit, control - CONTROL_LESS, -1, now_us);
    } else if (control >= CONTROL_ROW) {
        change_row(visit, control - CONTROL_ROW, 0, now_us);
    } else if (control >= CONTROL_TAB && control < CONTROL_TAB + VISIT_SETTINGS_PAGES) {
        const bool is_framed = visit->focus == control;
        show_page(visit, control - CONTROL_TAB);
        visit->focus = is_framed ? control : CONTROL_NONE;
    }
}

/* --- what there is to see --- */

static int32_t row_under(int32_t control)
{
    if (control < CONTROL_ROW || control >= CONTROL_TOOL)
        return VISIT_NO_ROW;
    return (control - CONTROL_ROW) % (CONTROL_LESS - CONTROL_ROW);
}

int32_t visit_told_row(const Visit *visit)
{
    const int32_t framed = row_under(visit->focus);
    return framed != VISIT_NO_ROW ? framed : row_under(visit->hover);
}

void visit_show_row(Visit *visit, const SettingRow *row, Scene *scene)
{
    const int32_t index = scene->row_count++;
    char *value = visit->pages.values[index];
    SceneRow *out = &scene->rows[index];
    *out = (SceneRow){ .label = row->label };
    if (row->kind == ROW_PAGE) {
        out->more = "›";
        return;
    }
    out->has_steps = true;
    out->longest = setting_longest(row, visit->pages.longest[index]);
    if (row->kind == ROW_VALUE) {
        visit_value_words(visit, (VisitValue)row->low, value, SETTING_WORDS_MAX);
        out->value = value;
        return;
    }
    const int32_t present = setting_present(row, &visit->settings);
    out->value = setting_words(row, &visit->settings, value);
    out->is_first = present == 0;
    out->is_last = present == setting_count(row) - 1;
}

void visit_show_tools(Visit *visit, Scene *scene)
{
    scene->tool_count = TOOLS;
    scene->tools[TOOL_FIRST] = "As it was at first";
    if (visit_can_undo(visit))
        scene->tools[TOOL_UNDO] = "Undo";
    scene->out_says = "back";
}

/* What is to be told of the sound takes the line's place for a while. */
void visit_tell_answer(Visit *visit, Scene *scene, int64_t now_us)
{
    const int64_t until_us = visit->answer_us + ANSWER_US;
    if (visit->answer == NULL || visit->answer_us < visit->screen_us ||
        now_us >= until_us)
        return;
    scene->detail = visit->answer;
    if (until_us < visit->wake_us)
        visit->wake_us = until_us;
}

/* Back from a page that was opened here the frame is on its row again, and in view: what
 * lies behind these pages may be the same screen. */
static void frame_left_row(Visit *visit, Scene *scene)
{
    if (visit->pages.left_row == VISIT_NO_ROW)
        return;
    visit->shown_screen = SCREEN_COUNT;
    visit->focus = scene->focus = CONTROL_ROW + visit->pages.left_row;
    visit->pages.left_row = VISIT_NO_ROW;
}

void visit_settings_show(Visit *visit, Scene *scene, int64_t now_us)
{
    const SettingPage *page = page_of(visit);
    frame_left_row(visit, scene);
    for (int32_t i = 0; i < VISIT_SETTINGS_PAGES && !is_behind(visit); i++)
        scene->tabs[scene->tab_count++] = visit_settings_pages[i].name;
    scene->line = page->name;
    scene->tab = visit->pages.page;
    scene->has_figure = visit->pages.page == 0;
    for (int32_t i = 0; i < page->count; i++)
        visit_show_row(visit, &page->rows[i], scene);
    const SettingRow *told = row_of(visit, visit_told_row(visit));
    scene->detail = told != NULL ? told->says : page->says;
    visit_show_tools(visit, scene);
    visit_tell_answer(visit, scene, now_us);
}
