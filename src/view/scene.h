/* SPDX-License-Identifier: MIT */
/* scene.h -- everything the words and controls of a screen depend on.
 *
 * The app fills a scene, a screen lays it out, the picture is painted from that. Plain
 * data without behaviour; strings are borrowed and outlive the picture. Sizes are pixels,
 * lights 0 .. 1. What moves with every frame is not here but in a Figure. */
#ifndef LEEWAY_VIEW_SCENE_H
#define LEEWAY_VIEW_SCENE_H

#include "view/actions.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum ScreenId {
    SCREEN_HOME,
    SCREEN_LIST, /* home with the choices of one value open */
    SCREEN_PRACTICE,
    SCREEN_AFTER,
    SCREEN_CHOICES,  /* a sentence and a few equal ways: another way, something smaller */
    SCREEN_PACE,     /* the figure goes with the person */
    SCREEN_SETTINGS, /* one of the pages of settings */
    SCREEN_SOUNDS,   /* the loudness of each part, and every sound to be heard */
    SCREEN_OWN,      /* the person's own patterns */
    SCREEN_MAKER,    /* one of them being made */
    SCREEN_KEPT,     /* what is kept */
    SCREEN_SHOWN,    /* one of its files, as it stands on the disk */
    SCREEN_PLACES,   /* the places of a body scan, each there or left out */
    SCREEN_VOICE,    /* one recording, cut into a voice of the person's own */
    SCREEN_MARKED,   /* messages that were kept, and those that never come */
    SCREEN_MINE,     /* the person's own messages */
    SCREEN_PEOPLE,   /* people to call */
    SCREEN_PERSON,   /* one of the person's own being made */
    SCREEN_ABOUT,    /* what this is and is not */
    SCREEN_WRITE,    /* a page to write on, before reaching out */
    SCREEN_KEYS,
    SCREEN_HIDDEN,
    SCREEN_COUNT
} ScreenId;

/* What can be framed and pressed. A control that is a key's twin is CONTROL_ACTION + id.
 */
typedef enum ControlId {
    CONTROL_NONE,
    CONTROL_FIGURE,
    CONTROL_FIELD,                    /* where a text is written */
    CONTROL_PLACES,                   /* the places of a body scan, on home */
    CONTROL_VALUE,                    /* + which value of home's row */
    CONTROL_DOOR = CONTROL_VALUE + 3, /* + which practice */
    CONTROL_FOOT = CONTROL_DOOR + 4,  /* + SceneFoot: the pages behind home */
    CONTROL_CHOICE = CONTROL_FOOT + 4,
    CONTROL_TAB = CONTROL_CHOICE + 16, /* + which page of settings */
    CONTROL_ROW = CONTROL_TAB + 8,     /* + which row */
    CONTROL_LESS = CONTROL_ROW + 16,   /* + which row: the value before … */
    CONTROL_MORE = CONTROL_LESS + 16,  /* … and the value after */
    CONTROL_TOOL = CONTROL_MORE + 16,  /* + which of a page's tools */
    CONTROL_NUMBER = CONTROL_TOOL + 8, /* + which of the people to call: its number … */
    CONTROL_PERSON = CONTROL_NUMBER + 8, /* … and itself, of the person's own */
    CONTROL_ACTION = CONTROL_PERSON + 8
} ControlId;

/* What runs, or what home's face shows. */
typedef enum ScenePractice {
    SCENE_BREATHE,
    SCENE_SCAN,
    SCENE_SIT,
    SCENE_REACH
} ScenePractice;

typedef enum SceneFoot { FOOT_KEPT, FOOT_SETTINGS, FOOT_COUNT } SceneFoot;

enum {
    SCENE_VALUES = 3,
    SCENE_DOORS_MAX = 4,
    SCENE_CHOICES_MAX = 8,
    SCENE_TABS_MAX = 5,
    SCENE_ROWS_MAX = 8,
    SCENE_TOOLS_MAX = 5,
    SCENE_PLACES_MAX = 40,
    SCENE_PEOPLE_MAX = 8,
    SCENE_TEXTS_MAX = 24
};

/* A row of a page of settings. */
typedef struct SceneRow {
    const char *label;
    const char *value;       /* may be NULL */
    const char *longest;     /* the longest value it may take; NULL: the present one */
    const char *says;        /* a second, quieter line; may be NULL */
    const char *less, *more; /* words of the two controls; NULL: ‹ and › */
    bool has_steps;          /* whether there are these two */
    bool is_first, is_last;  /* nothing is before the value, or after it */
    bool is_field;           /* its value can be typed */
} SceneRow;

/* Somebody who can be called. What is NULL or "" is not there. */
typedef struct ScenePerson {
    const char *heading; /* above it, where a group begins */
    const char *name, *number;
    const char *says[4]; /* a line for each thing that is known */
    const char *change;  /* words of a control: this one is the person's own */
} ScenePerson;

/* A paragraph of a page of words. */
typedef struct SceneText {
    const char *title; /* above it; may be NULL */
    const char *text;
} SceneText;

/* A text that is being written. Places are bytes of it. */
typedef struct SceneField {
    const char *text; /* with what is being composed in it; NULL: there is no field */
    int32_t length, caret;
    int32_t selected, selected_end; /* equal where nothing is */
    int32_t composed, composed_end;
    bool is_line_end; /* where a line is broken the caret stands at the end of the one */
    bool is_followed; /* the lines are moved so that the caret is among them */
    int32_t first;    /* the line that was the first to be seen */
    const char *placeholder; /* stands in an empty field; may be NULL */
} SceneField;

typedef struct Scene {
    ScreenId screen;
    int32_t width_px, height_px;
    double text_scale; /* 1.0 .. 2.5 */
    double density;    /* pixels of a point, 1.0 .. 4.0; 0 counts as 1 */
    int32_t focus, hover;
    int32_t scroll_px;

    const char *line; /* home: the line; after: the message; choices: the sentence */
    double line_light;
    const char *values[SCENE_VALUES];
    const char *doors[SCENE_DOORS_MAX]; /* the practices; NULL: there is none such */
    int32_t door_count, door;           /* door: the one whose face home shows */
    const char *choices[SCENE_CHOICES_MAX];
    int32_t choice_count;
    int32_t chosen;     /* the present choice of a list, or -1 */
    const char *detail; /* what the framed choice means; may be NULL */

    const char *tabs[SCENE_TABS_MAX];
    int32_t tab_count, tab;
    SceneRow rows[SCENE_ROWS_MAX];
    int32_t row_count;
    const char *tools[SCENE_TOOLS_MAX]; /* NULL: not there now, its place stays */
    int32_t tool_count;
    const char *title, *says,
        *aside;               /* home before reaching out, above and below tiles */
    double tools_light;       /* after: of the tools of its message */
    const char *const *lines; /* SCREEN_SHOWN: all of it; scroll_px counts lines there */
    int32_t line_count;
    ScenePerson people[SCENE_PEOPLE_MAX];
    int32_t people_count;
    SceneText texts[SCENE_TEXTS_MAX]; /* the first ones, texts_first, stand above */
    int32_t text_count, texts_first;
    SceneField field;
    bool has_figure; /* a page of rows shows a small one, where there is room */

    ScenePractice practice;
    const char *places[SCENE_PLACES_MAX]; /* of a scan, in their order */
    int32_t place_count;
    const char *all_places;   /* the same in one line … */
    const char *places_count; /* … and how many they are, where that has no room */
    bool has_path;            /* home shows them as a path, where there is room */
    int32_t place;       /* the present one, -1 before them, place_count behind them */
    double place_at;     /* the same, on the way from the one before */
    double places_light; /* of their names, in a practice */
    bool has_words_only; /* the caption stands where a figure would */
    const char *caption, *caption_before; /* what is said; the second one is fading */
    double caption_light;
    const char *longest_caption; /* of those that are to come */
    bool is_caption_newer;       /* it came after the answer to a key */

    const char *word, *word_before; /* the second one is fading */
    double word_light;
    const char *hint; /* may be NULL */
    double hint_light;
    bool hint_is_answer; /* takes the word's place where there is no room for both */
    double legend_light;
    const char *time_left; /* at the top, where it was asked for; or NULL */
    double time_left_light;
    bool has_holds;                    /* whether N means anything */
    bool has_breaths;                  /* whether quicker and slower do … */
    bool has_silences;                 /* … and shorter and longer, in a scan */
    bool never_holds;                  /* then nothing mentions them */
    const char *out_says, *press_says; /* what Esc and Space do at the foot */
    const char *on_says;               /* what the right arrow does, where it leads on */
} Scene;

#endif
