/* SPDX-License-Identifier: MIT */
/* What there is to see on the page of one recording. */
#include "app/visit_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PATH_SHOWN = 40, MINUTE_MS = 60000 };

/* --- words --- */

static const char *clip_words(const CutClip *clip, char out[VISIT_VOICE_VALUE_MAX])
{
    const int32_t tenths = (clip->to_ms - clip->from_ms + 50) / 100;
    const char *note = clip->times > 1 ? ", said twice" : ", perhaps";
    if (clip->state == CUT_MISSING)
        return "not heard";
    if (clip->is_left_out)
        return "left out";
    if (clip->times > 2)
        note = ", said often";
    else if (clip->times < 2 && clip->state == CUT_SURE)
        note = "";
    snprintf(out, VISIT_VOICE_VALUE_MAX, "%d.%d s%s", (int)(tenths / 10),
             (int)(tenths % 10), note);
    return out;
}

/* "1:02.34" */
static const char *moment_words(int32_t ms, char out[VISIT_VOICE_VALUE_MAX])
{
    snprintf(out, VISIT_VOICE_VALUE_MAX, "%d:%02d.%02d", (int)(ms / MINUTE_MS),
             (int)(ms % MINUTE_MS / 1000), (int)(ms % 1000 / 10));
    return out;
}

/* The end of a path is what tells it from others; whole letters of it. */
static const char *path_end(const char *path)
{
    const size_t length = strlen(path);
    if (length <= PATH_SHOWN)
        return path;
    path += length - PATH_SHOWN;
    while (((unsigned char)*path & 0xC0) == 0x80)
        path++;
    return path;
}

/* An empty field says what belongs into it, until it is framed. */
static const char *path_words(const Visit *visit, int32_t control)
{
    const bool is_empty = visit->voice.path[0] == '\0' && visit->focus != control;
    return is_empty ? "a file, dropped here or typed" : path_end(visit->voice.path);
}

static void title(VisitVoice *voice)
{
    if (voice->made == NULL) {
        snprintf(voice->title, sizeof voice->title, "A voice of your own");
        return;
    }
    const CutCount count = cut_count(voice->made->clips, voice->made->script.count);
    snprintf(voice->title, sizeof voice->title, "%d of %d lines heard", (int)count.found,
             (int)voice->made->script.count);
}

/* How it is done. */
static void tell_how(VisitVoice *voice)
{
    int32_t ms = 0;
    for (int32_t i = 0; i < voice->script.count; i++)
        ms += voice->script.lines[i].expected_ms + 2000;
    const int minutes = (int)((ms + MINUTE_MS - 1) / MINUTE_MS);
    snprintf(
        voice->says, sizeof voice->says,
        "The script is what the body scan at home says: %d lines, about %d minute%s.\n"
        "Somebody reads it aloud into one recording, a breath between the lines.\n"
        "Dropped onto this page, or named above, it is cut at its pauses.",
        (int)voice->script.count, minutes, minutes == 1 ? "" : "s");
}

static const char *line_words(Visit *visit)
{
    VisitVoice *voice = &visit->voice;
    const VoiceRow row = visit_voice_row(visit, visit->focus - CONTROL_ROW);
    if (voice->answer[0] != '\0')
        return voice->answer;
    if (voice->is_busy)
        return voice->made == NULL ? "The recording is being read."
                                   : "The voice is being written.";
    if (voice->made == NULL) {
        tell_how(voice);
        return voice->says;
    }
    const char *note = cut_note(&voice->made->clips[voice->line]);
    if (row == VOICE_ROW_NAME)
        return "What the voice is called.";
    if (row == VOICE_ROW_PAGE)
        return "← and → turn to other lines.";
    snprintf(voice->says, sizeof voice->says,
             "Line %d%s%s. Space plays it, ← and → move "
             "its %s, Delete leaves it out.",
             (int)voice->line + 1, note[0] != '\0' ? ", " : "", note,
             row == VOICE_ROW_END ? "end" : "begin");
    return voice->says;
}

/* --- rows --- */

static void line_row(VisitVoice *voice, int32_t index, int32_t row, SceneRow *out)
{
    snprintf(voice->labels[row], sizeof voice->labels[row], "%s",
             voice->made->script.lines[index].text);
    *out =
        (SceneRow){ .label = voice->labels[row],
                    .value = clip_words(&voice->made->clips[index], voice->values[row]) };
}

static void page_row(VisitVoice *voice, int32_t row, int32_t lines, SceneRow *out)
{
    snprintf(voice->values[row], sizeof voice->values[row], "%d to %d of %d",
             (int)voice->first + 1, (int)(voice->first + lines),
             (int)voice->made->script.count);
    *out = (SceneRow){ .label = "Lines", .value = voice->values[row], .has_steps = true };
}

static void cut_row(VisitVoice *voice, int32_t row, bool is_end, SceneRow *out)
{
    const CutClip *clip = &voice->made->clips[voice->line];
    const char *value = "not heard";
    if (clip->state != CUT_MISSING)
        value = moment_words(is_end ? clip->to_ms : clip->from_ms, voice->values[row]);
    snprintf(voice->labels[row], sizeof voice->labels[row], "Line %d %s",
             (int)voice->line + 1, is_end ? "ends" : "begins");
    *out = (SceneRow){ .label = voice->labels[row],
                       .value = value,
                       .longest = "29:59.99",
                       .has_steps = clip->state != CUT_MISSING };
}

static void show_row(Visit *visit, int32_t row, SceneRow *out)
{
    VisitVoice *voice = &visit->voice;
    switch (visit_voice_row(visit, row)) {
    case VOICE_ROW_LINE: line_row(voice, voice->first + row, row, out); break;
    case VOICE_ROW_PAGE: page_row(voice, row, visit_voice_line_rows(visit), out); break;
    case VOICE_ROW_BEGIN: cut_row(voice, row, false, out); break;
    case VOICE_ROW_END: cut_row(voice, row, true, out); break;
    case VOICE_ROW_NAME:
        *out = (SceneRow){ .label = "Name", .value = voice->name, .is_field = true };
        break;
    default:
        *out = (SceneRow){ .label = "Recording",
                           .value = path_words(visit, CONTROL_ROW + row),
                           .is_field = true };
        break;
    }
}

static void show_tools(const VisitVoice *voice, Scene *scene)
{
    if (voice->is_busy)
        return;
    scene->tool_count = VOICE_TOOL_COUNT;
    if (voice->made == NULL) {
        scene->tools[VOICE_TOOL_FIRST] = "Copy the script";
        scene->tools[VOICE_TOOL_SECOND] = "Cut it";
        return;
    }
    const bool is_out = voice->made->clips[voice->line].is_left_out;
    scene->tools[VOICE_TOOL_FIRST] = voice->is_kept ? "Kept" : "Keep";
    scene->tools[VOICE_TOOL_SECOND] = is_out ? "Take it in" : "Leave it out";
}

void visit_voice_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitVoice *voice = &visit->voice;
    const bool has_unkept = voice->made != NULL && !voice->is_kept;
    title(voice);
    scene->line = voice->title;
    while (visit_voice_row(visit, scene->row_count) != VOICE_ROW_NONE) {
        show_row(visit, scene->row_count, &scene->rows[scene->row_count]);
        scene->row_count++;
    }
    scene->detail = line_words(visit);
    show_tools(voice, scene);
    scene->out_says = has_unkept ? "back; what is not kept is gone" : "back";
    visit_tell_answer(visit, scene, now_us);
}
_Static_assert((int)VISIT_VOICE_LINES + 4 <= (int)SCENE_ROWS_MAX, "all rows have room");
