/* SPDX-License-Identifier: MIT */
/* visit_voice.h -- the page of one recording: its cuts, its lines, kept as a voice.
 *
 * Part of a visit; nobody else includes this. Nothing is read, decoded or written here:
 * the page wishes, own_voice_desk.h does it beside the window and tells what came of it.
 * What is not kept is gone when the page is left. `now` is microseconds of a steady
 * clock. */
#ifndef LEEWAY_APP_VISIT_VOICE_H
#define LEEWAY_APP_VISIT_VOICE_H

#include "app/own_voice.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct Visit Visit;

enum {
    VISIT_VOICE_LINES = 4, /* at once */
    VISIT_VOICE_PATH_MAX = 1024,
    VISIT_VOICE_WORDS_MAX = 640,
    VISIT_VOICE_VALUE_MAX = 64
};

typedef enum VisitVoiceWish {
    VISIT_VOICE_NO_WISH,
    VISIT_VOICE_READ,  /* the recording at `path`, by `script` */
    VISIT_VOICE_HEAR,  /* line `line` */
    VISIT_VOICE_KEEP,  /* as `name` */
    VISIT_VOICE_FORGET /* all of it */
} VisitVoiceWish;

typedef struct VisitVoice {
    ScreenId back; /* where Esc leads */
    Script script; /* of the scan that home stands on */
    VisitVoiceWish wish;
    bool is_busy;   /* a recording is being read, or a voice written */
    OwnVoice *made; /* the desk's; NULL until a recording was read */
    bool is_kept;   /* as it is now */
    int32_t line;   /* that the frame was on last … */
    int32_t first;  /* … and the first that is shown */
    bool has_typed; /* since the field was framed */
    int32_t framed;
    char path[VISIT_VOICE_PATH_MAX], name[VOICES_NAME_MAX];
    char answer[VISIT_VOICE_WORDS_MAX]; /* to the last key, or "" */

    /* What there is to see, as of the last show. */
    char text[SCRIPT_TEXT_MAX]; /* what was copied */
    char title[VISIT_VOICE_WORDS_MAX], says[VISIT_VOICE_WORDS_MAX];
    char labels[SCENE_ROWS_MAX][VISIT_VOICE_WORDS_MAX];
    char values[SCENE_ROWS_MAX][VISIT_VOICE_VALUE_MAX];
} VisitVoice;

void visit_voice_open(Visit *visit, int64_t now_us);
void visit_voice_act(Visit *visit, ActionId action, int64_t now_us);
void visit_voice_press(Visit *visit, int32_t control, int64_t now_us);
void visit_voice_show(Visit *visit, Scene *scene, int64_t now_us);

/* What became of a text that was copied. */
void visit_voice_tell(Visit *visit, const char *sentence);

/* What is typed or pasted while a field is framed; its last letter goes. */
bool visit_voice_is_typing(const Visit *visit);
void visit_voice_type(Visit *visit, const char *utf8, int64_t now_us);
void visit_voice_rub_out(Visit *visit, int64_t now_us);

/* A file was dropped onto the window: on this page it is read, elsewhere nothing is. */
void visit_voice_drop(Visit *visit, const char *path, int64_t now_us);

/* The recording was read; `made` is NULL and `sentence` says why where it was not. */
void visit_voice_read(Visit *visit, OwnVoice *made, const char *sentence);

/* The voice was kept under this name, or `sentence` says why not. */
void visit_voice_kept(Visit *visit, const char *name, const char *sentence);

/* A clip of so many milliseconds lies ready to be heard. */
void visit_voice_hear(Visit *visit, int32_t length_ms, int64_t now_us);

/* The rows of the page, for visit_voice.c and visit_voice_show.c. */
typedef enum VoiceRow {
    VOICE_ROW_LINE,
    VOICE_ROW_PAGE,
    VOICE_ROW_BEGIN,
    VOICE_ROW_END,
    VOICE_ROW_NAME,
    VOICE_ROW_PATH,
    VOICE_ROW_NONE
} VoiceRow;
enum { VOICE_TOOL_FIRST, VOICE_TOOL_SECOND, VOICE_TOOL_COUNT };

/* How many lines are shown; what row `row` is. */
int32_t visit_voice_line_rows(const Visit *visit);
VoiceRow visit_voice_row(const Visit *visit, int32_t row);

#endif
