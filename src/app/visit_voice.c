/* SPDX-License-Identifier: MIT */
/* The page of one recording: its cuts, its lines, kept as a voice. */
#include "app/visit_parts.h"

#include "sound/mix.h"

#include <stdio.h>
#include <string.h>

enum {
    FROM_MS = MIX_STILL_FRAMES / MIX_FRAMES_PER_MS + 1, /* behind a session's stillness */
    QUIET_MS = 2500 /* behind the words, or there is no room for them */
};

/* --- rows --- */

int32_t visit_voice_line_rows(const Visit *visit)
{
    const VisitVoice *voice = &visit->voice;
    if (voice->made == NULL || voice->is_busy)
        return 0;
    const int32_t rest = voice->made->script.count - voice->first;
    return rest < VISIT_VOICE_LINES ? rest : VISIT_VOICE_LINES;
}

VoiceRow visit_voice_row(const Visit *visit, int32_t row)
{
    static const VoiceRow below[] = { VOICE_ROW_PAGE, VOICE_ROW_BEGIN, VOICE_ROW_END,
                                      VOICE_ROW_NAME };
    const VisitVoice *voice = &visit->voice;
    const int32_t lines = visit_voice_line_rows(visit);
    if (voice->is_busy || row < 0)
        return VOICE_ROW_NONE;
    if (voice->made == NULL)
        return row == 0 ? VOICE_ROW_PATH : VOICE_ROW_NONE;
    if (row < lines)
        return VOICE_ROW_LINE;
    row -= lines;
    return row < (int32_t)(sizeof below / sizeof below[0]) ? below[row] : VOICE_ROW_NONE;
}

/* The row of a control or of its steps. */
static int32_t row_of(int32_t control)
{
    if (control >= CONTROL_ROW && control < CONTROL_ROW + SCENE_ROWS_MAX)
        return control - CONTROL_ROW;
    if (control >= CONTROL_LESS && control < CONTROL_LESS + SCENE_ROWS_MAX)
        return control - CONTROL_LESS;
    if (control >= CONTROL_MORE && control < CONTROL_MORE + SCENE_ROWS_MAX)
        return control - CONTROL_MORE;
    return -1;
}

static VoiceRow framed_row(const Visit *visit)
{
    return visit_voice_row(visit, row_of(visit->focus));
}

static CutClip *present_clip(const Visit *visit)
{
    return &visit->voice.made->clips[visit->voice.line];
}

static void answer(Visit *visit, const char *words)
{
    snprintf(visit->voice.answer, sizeof visit->voice.answer, "%s", words);
}

/* A sentence about the recording, by its name alone: the path is on the page. */
static void tell(Visit *visit, const char *sentence)
{
    const char *path = visit->voice.path;
    const char *slash = strrchr(path, '/');
    const bool has_path = slash != NULL && strncmp(sentence, path, strlen(path)) == 0;
    snprintf(visit->voice.answer, sizeof visit->voice.answer, "%s.",
             has_path ? sentence + (slash + 1 - path) : sentence);
}

/* Where the frame goes, the line under it is the one that is meant. */
static void note_frame(Visit *visit)
{
    VisitVoice *voice = &visit->voice;
    const int32_t row = row_of(visit->focus);
    if (voice->framed == visit->focus)
        return;
    voice->framed = visit->focus;
    voice->has_typed = false;
    if (visit_voice_row(visit, row) == VOICE_ROW_LINE)
        voice->line = voice->first + row;
}

/* --- coming and going --- */

static Script script_of_home(const Visit *visit)
{
    Plan plan;
    if (visit->house.regions == NULL || visit->house.cues == NULL ||
        scan_lay_out(visit->house.regions, visit->house.cues, &visit->scan.request,
                     &plan) != NULL)
        return (Script){ .count = 0 };
    return script_of_plan(&plan, *visit->house.cues);
}

void visit_voice_open(Visit *visit, int64_t now_us)
{
    VisitVoice *voice = &visit->voice;
    voice->back = visit->screen;
    voice->script = script_of_home(visit);
    voice->line = voice->first = 0;
    voice->is_kept = false;
    voice->path[0] = voice->name[0] = voice->answer[0] = '\0';
    visit_go(visit, SCREEN_VOICE, now_us);
}

static void leave(Visit *visit, int64_t now_us)
{
    visit->voice.made = NULL;
    visit->voice.is_busy = false;
    visit->voice.wish = VISIT_VOICE_FORGET;
    visit_go(visit, visit->voice.back, now_us);
}

static void read_recording(Visit *visit)
{
    VisitVoice *voice = &visit->voice;
    if (voice->script.count == 0)
        answer(visit, "There is no body scan here, and so nothing to read.");
    else if (voice->path[0] == '\0')
        answer(visit, "The path of a recording belongs into the field above.");
    else {
        voice->wish = VISIT_VOICE_READ;
        voice->is_busy = true;
        voice->answer[0] = '\0';
    }
}

/* A path as people have it at hand: from a file manager it comes as "file://". */
static void take_path(VisitVoice *voice, const char *path)
{
    static const char scheme[] = "file://";
    size_t used = 0;
    path += strncmp(path, scheme, strlen(scheme)) == 0 ? strlen(scheme) : 0;
    for (; *path != '\0' && used < sizeof voice->path - 1; path++)
        if ((unsigned char)*path >= ' ')
            voice->path[used++] = *path;
    voice->path[used] = '\0';
}

void visit_voice_drop(Visit *visit, const char *path, int64_t now_us)
{
    visit->input_us = now_us;
    if (visit->screen != SCREEN_VOICE || visit->voice.is_busy)
        return;
    take_path(&visit->voice, path);
    read_recording(visit);
}

void visit_voice_read(Visit *visit, OwnVoice *made, const char *sentence)
{
    VisitVoice *voice = &visit->voice;
    voice->is_busy = false;
    if (made == NULL) {
        tell(visit, sentence);
        return;
    }
    voice->made = made;
    voice->line = voice->first = 0;
    voice->is_kept = false;
    voice->answer[0] = '\0';
    own_voice_name(voice->path, voice->name);
    visit->focus = CONTROL_ROW;
    visit->scroll_px = 0;
}

void visit_voice_kept(Visit *visit, const char *name, const char *sentence)
{
    VisitVoice *voice = &visit->voice;
    voice->is_busy = false;
    voice->is_kept = name != NULL;
    if (name != NULL)
        snprintf(voice->answer, sizeof voice->answer,
                 "Kept as %s. It stands among the voices.", name);
    else
        tell(visit, sentence);
}

/* --- hearing --- */

void visit_voice_hear(Visit *visit, int32_t length_ms, int64_t now_us)
{
    Plan plan = { .count = 0 };
    plan_append(&plan, (PlanPart){ .start_ms = FROM_MS,
                                   .kind = PLAN_WORDS,
                                   .phase_ms = { length_ms },
                                   .rounds = 1,
                                   .cue = CLIP_TABLE_LINE });
    plan_append(&plan, (PlanPart){ .kind = PLAN_QUIET,
                                   .phase_ms = { QUIET_MS },
                                   .rounds = 1,
                                   .cue = CLIP_TABLE_LINE });
    plan_append(&plan, (PlanPart){ .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE });
    MixLevels levels = visit_levels(&visit->settings);
    levels.is_on = levels.voice = true;
    levels.marks = levels.speaks_breath = false;
    levels.bed = MIX_BED_NONE;
    player_sample(visit->house.player, &plan, &levels, now_us);
}

static void hear(Visit *visit)
{
    const CutClip *clip = present_clip(visit);
    if (clip->state == CUT_MISSING)
        answer(visit, "This line was not heard. It is shown as text, with a soft bell.");
    else
        visit->voice.wish = VISIT_VOICE_HEAR;
}

/* --- cuts --- */

static void move_cut(Visit *visit, VoiceRow row, int32_t step)
{
    CutClip *clip = present_clip(visit);
    const int32_t by_ms = step * CUT_STEP_MS;
    if (clip->state == CUT_MISSING) {
        hear(visit);
        return;
    }
    *clip = row == VOICE_ROW_END ? cut_move_end(visit->voice.made->sound, *clip, by_ms)
                                 : cut_move_begin(*clip, by_ms);
    visit->voice.is_kept = false;
}

/* The lines before or after those that are shown, round the ends. */
static void turn_page(Visit *visit, int32_t step)
{
    VisitVoice *voice = &visit->voice;
    const int32_t pages =
        (voice->made->script.count + VISIT_VOICE_LINES - 1) / VISIT_VOICE_LINES;
    const int32_t page = (voice->first / VISIT_VOICE_LINES + step + pages) % pages;
    voice->first = voice->line = page * VISIT_VOICE_LINES;
}

static void step_row(Visit *visit, VoiceRow row, int32_t step)
{
    if (row == VOICE_ROW_LINE || row == VOICE_ROW_BEGIN || row == VOICE_ROW_END)
        move_cut(visit, row, step);
    else if (row == VOICE_ROW_PAGE)
        turn_page(visit, step);
}

static void leave_out(Visit *visit)
{
    CutClip *clip = present_clip(visit);
    clip->is_left_out = clip->state != CUT_MISSING && !clip->is_left_out;
    visit->voice.is_kept = false;
}

static void keep(Visit *visit)
{
    VisitVoice *voice = &visit->voice;
    int32_t count = 0;
    for (int32_t i = 0; i < voice->made->script.count; i++)
        count += cut_is_kept(&voice->made->clips[i]);
    if (count == 0)
        answer(visit, "Every line is left out: there is nothing to keep.");
    else if (!voices_is_name(voice->name))
        answer(visit, "A name has letters, no / and no dot in front.");
    else if (!voice->is_kept) {
        voice->wish = VISIT_VOICE_KEEP;
        voice->is_busy = true;
    }
}

/* --- keys and presses --- */

static void frame(Visit *visit, int32_t control)
{
    visit->focus = control;
    visit->scroll_px = layout_scroll_to(&visit->layout, control, visit->scroll_px);
    note_frame(visit);
}

/* Down from the last line that is shown lies the next one, as long as there is one. */
static void move_frame(Visit *visit, int32_t step)
{
    const VisitVoice *voice = &visit->voice;
    const int32_t row = row_of(visit->focus), lines = visit_voice_line_rows(visit);
    const bool is_line = visit_voice_row(visit, row) == VOICE_ROW_LINE;
    if (is_line && step > 0 && row == lines - 1 &&
        voice->first + lines < voice->made->script.count) {
        turn_page(visit, 1);
        frame(visit, CONTROL_ROW);
    } else if (is_line && step < 0 && row == 0 && voice->first > 0) {
        turn_page(visit, -1);
        visit->voice.framed = CONTROL_NONE;
        frame(visit, CONTROL_ROW + VISIT_VOICE_LINES - 1);
    } else {
        frame(visit, layout_next_control(&visit->layout, visit->focus, step));
    }
}

void visit_voice_act(Visit *visit, ActionId action, int64_t now_us)
{
    visit->voice.answer[0] = '\0';
    note_frame(visit);
    switch (action) {
    case ACTION_OUT: leave(visit, now_us); break;
    case ACTION_QUICKER: move_frame(visit, -1); break;
    case ACTION_SLOWER: move_frame(visit, 1); break;
    case ACTION_BACK: step_row(visit, framed_row(visit), -1); break;
    case ACTION_ON: step_row(visit, framed_row(visit), 1); break;
    case ACTION_LEAVE_OUT:
        if (visit_voice_line_rows(visit) > 0)
            leave_out(visit);
        break;
    default: break;
    }
}

static void copy_script(Visit *visit)
{
    VisitVoice *voice = &visit->voice;
    if (voice->script.count == 0) {
        answer(visit, "There is no body scan here, and so nothing to read.");
        return;
    }
    visit->wants_copied = script_text(&voice->script, voice->text);
    voice->answer[0] = '\0'; /* the desk tells, once it is done */
}

void visit_voice_tell(Visit *visit, const char *sentence)
{
    answer(visit, sentence);
}

static void press_tool(Visit *visit, int32_t tool)
{
    const bool has_lines = visit->voice.made != NULL;
    if (tool == VOICE_TOOL_FIRST && has_lines)
        keep(visit);
    else if (tool == VOICE_TOOL_FIRST)
        copy_script(visit);
    else if (has_lines)
        leave_out(visit);
    else
        read_recording(visit);
}

void visit_voice_press(Visit *visit, int32_t control, int64_t now_us)
{
    const int32_t row = row_of(control);
    const VoiceRow what = visit_voice_row(visit, row);
    (void)now_us;
    visit->voice.answer[0] = '\0';
    if (visit->voice.is_busy)
        return;
    /* A row and its steps are one: the arrows go on where the pointer was. */
    visit->focus = row >= 0 ? CONTROL_ROW + row : control;
    note_frame(visit);
    if (control >= CONTROL_TOOL && control < CONTROL_TOOL + VOICE_TOOL_COUNT)
        press_tool(visit, control - CONTROL_TOOL);
    else if (row >= 0 && control >= CONTROL_LESS)
        step_row(visit, what, control >= CONTROL_MORE ? 1 : -1);
    else if (what == VOICE_ROW_PAGE)
        turn_page(visit, 1);
    else if (what == VOICE_ROW_LINE || what == VOICE_ROW_BEGIN || what == VOICE_ROW_END)
        hear(visit);
}

/* --- typing --- */

bool visit_voice_is_typing(const Visit *visit)
{
    const VoiceRow row = framed_row(visit);
    return (row == VOICE_ROW_PATH || row == VOICE_ROW_NAME) &&
           visit->focus < CONTROL_LESS;
}

/* Letters behind the field's own, as many as it has room for. */
static void add_letters(char *field, size_t size, const char *utf8)
{
    const size_t used = strlen(field), more = strlen(utf8);
    if (used + more < size)
        memcpy(field + used, utf8, more + 1);
}

static bool is_printed(const char *utf8)
{
    for (; *utf8 != '\0'; utf8++)
        if ((unsigned char)*utf8 < ' ' || *utf8 == 0x7F)
            return false;
    return true;
}

void visit_voice_type(Visit *visit, const char *utf8, int64_t now_us)
{
    VisitVoice *voice = &visit->voice;
    const bool is_path = framed_row(visit) == VOICE_ROW_PATH;
    (void)now_us;
    note_frame(visit);
    voice->answer[0] = '\0';
    if (is_path && voice->path[0] == '\0') {
        take_path(voice, utf8);
    } else if (is_path && is_printed(utf8)) {
        add_letters(voice->path, sizeof voice->path, utf8);
    } else if (!is_path && is_printed(utf8)) {
        if (!voice->has_typed) /* what is typed stands in for the name that was made */
            voice->name[0] = '\0';
        add_letters(voice->name, sizeof voice->name, utf8);
        voice->is_kept = false;
    }
    voice->has_typed = true;
}

void visit_voice_rub_out(Visit *visit, int64_t now_us)
{
    VisitVoice *voice = &visit->voice;
    char *field = framed_row(visit) == VOICE_ROW_PATH ? voice->path : voice->name;
    size_t length = strlen(field);
    (void)now_us;
    note_frame(visit);
    voice->has_typed = true;
    while (length > 0 && ((unsigned char)field[length - 1] & 0xC0) == 0x80)
        length--;
    field[length > 0 ? length - 1 : 0] = '\0';
    voice->is_kept = false;
}
