/* SPDX-License-Identifier: MIT */
/* visit_settings.h -- the pages of settings: rows, steps, undo.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. Every choice goes
 * through visit_change, which applies it at once and keeps the way back. `now` is
 * microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_SETTINGS_H
#define LEEWAY_APP_VISIT_SETTINGS_H

#include "app/setting_rows.h"
#include "store/settings.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum { VISIT_UNDO_MAX = 64, VISIT_NO_ROW = -1 };

typedef struct VisitSettings {
    ScreenId back; /* where Esc leads */
    int32_t page;
    int32_t behind_page, behind_row; /* what led to a page without a word at the top */
    int32_t left_row;                /* whose page was opened, until it is framed again */
    Settings undo[VISIT_UNDO_MAX];   /* what was before each choice, oldest first */
    int32_t undo_count;
    Settings seen; /* after the last of these choices */
    char values[SCENE_ROWS_MAX][SETTING_WORDS_MAX];
    char longest[SCENE_ROWS_MAX][SETTING_WORDS_MAX];
} VisitSettings;

/* Opens the pages, the first of them. */
void visit_settings_open(struct Visit *visit, int64_t now_us);

/* A key on SCREEN_SETTINGS, a press on one of its controls, what there is to see. */
void visit_settings_act(struct Visit *visit, ActionId action, int64_t now_us);
void visit_settings_press(struct Visit *visit, int32_t control, int64_t now_us);
void visit_settings_show(struct Visit *visit, Scene *scene, int64_t now_us);

/* The pages as tables, for whoever walks all of them. */
enum {
    VISIT_SETTINGS_PAGES = 5, /* each with a word at the top … */
    VISIT_SETTINGS_VOICE = 5, /* … and one behind a row of the second */
    VISIT_SETTINGS_ALL = 6
};
typedef struct SettingPage {
    const char *name;
    const char *says; /* while no row is framed */
    const SettingRow *rows;
    int32_t count;
} SettingPage;
extern const SettingPage visit_settings_pages[VISIT_SETTINGS_ALL];

#endif
