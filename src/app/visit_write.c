/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include "app/clipboard.h"
#include "app/mail.h"
#include "app/written.h"

#include <string.h>

typedef enum Button { BUTTON_COPY, BUTTON_MAIL, BUTTON_KEEP, BUTTON_NOT_NOW } Button;

static const char *const buttons[] = { "Copy", "Open in mail", "Keep for later",
                                       "Not now" };

enum { BUTTON_COUNT = sizeof buttons / sizeof buttons[0] };

static const char nothing_written[] = "Nothing is written yet.";

bool visit_has_write(const Visit *visit)
{
    return visit->house.written != NULL;
}

Edit *visit_write_edit(const Visit *visit)
{
    return &visit->house.written->edit;
}

/* --- in and out --- */

void visit_write_open(Visit *visit, int64_t now_us)
{
    if (!visit_has_write(visit)) { /* nobody sees it, in the terminal */
        visit_reach_leave(visit, REACH_FROM_PRACTICE, now_us);
        return;
    }
    visit_go(visit, SCREEN_WRITE, now_us);
}

/* The kept line may have come or gone since. */
void visit_write_come(Visit *visit, bool is_back)
{
    VisitWrite *write = &visit->write;
    write->looks = true;
    write->wipes = false;
    if (!is_back)
        write->answer = NULL;
    visit->focus = CONTROL_FIELD;
}

static void leave(Visit *visit, int64_t now_us)
{
    visit_reach_leave(visit, REACH_FROM_PAGE, now_us);
}

void visit_write_left(Visit *visit)
{
    VisitWrite *write = &visit->write;
    Written *written = visit->house.written;
    write->answer = NULL;
    write->was_offered |= write->is_offered;
    write->is_offered = false;
    write->wipes = written->edit.length == 0;
    if (visit->wants_copied == NULL)
        visit_write_given(visit);
}

void visit_write_given(Visit *visit)
{
    if (visit->write.wipes)
        written_wipe(visit->house.written, visit->house.text);
    visit->write.wipes = false;
}

/* --- lines to start from --- */

static bool has_kept_line(const Visit *visit)
{
    return visit->house.written->kept[0] != '\0';
}

/* The text of a chip; the kept line comes first, where there is one. */
static const char *start_text(const Visit *visit, int32_t chip)
{
    if (has_kept_line(visit) && chip-- == 0)
        return visit->house.written->kept;
    return visit->house.starts->items[chip].text;
}

static int32_t chip_count(const Visit *visit)
{
    return visit->house.starts->count + (has_kept_line(visit) ? 1 : 0);
}

static void press_chip(Visit *visit, int32_t chip)
{
    Edit *edit = visit_write_edit(visit);
    const char *text = start_text(visit, chip);
    if (text[0] == '\0')
        visit->write.answer = "No line to start from. The field is there.";
    else if (!edit_add_line(edit, text))
        visit->write.answer = "The field has no room for more.";
    visit->focus = CONTROL_FIELD;
    visit->field.is_followed = true;
}

/* --- buttons --- */

static void press_button(Visit *visit, Button button, int64_t now_us)
{
    Edit *edit = visit_write_edit(visit);
    VisitWrite *write = &visit->write;
    visit->field.cut = 0;
    write->gives = edit->length > 0 && (button == BUTTON_COPY || button == BUTTON_MAIL);
    if (button == BUTTON_NOT_NOW)
        leave(visit, now_us);
    else if (edit->length == 0)
        write->answer = nothing_written;
    else if (button == BUTTON_COPY)
        visit->wants_copied = edit->text;
    else if (button == BUTTON_MAIL)
        visit->wants_mailed = edit->text;
    else
        write->keeps = true;
}

static bool was_given(const char *sentence)
{
    return sentence == clipboard_says(CLIPBOARD_OUTLIVES) ||
           sentence == clipboard_says(CLIPBOARD_WHILE_OPEN) ||
           sentence == mail_says(MAIL_HANDED);
}

/* A few breaths are offered once, behind the first that was given away; what is cut and
 * copied in the field goes nowhere yet. */
void visit_write_tell(Visit *visit, const char *sentence)
{
    VisitWrite *write = &visit->write;
    write->answer = sentence;
    write->is_offered |= write->gives && was_given(sentence) && !write->was_offered;
    write->gives = false;
}

void visit_write_kept(Visit *visit, KeptLineEnd end)
{
    static const char *const says[KEPT_LINE_END_COUNT] = {
        [KEPT_LINE_FAILED] = "It could not be kept. It is still here.",
        [KEPT_LINE_KEPT] = "Kept in one file. It is listed under What is kept.",
        [KEPT_LINE_BELOW] =
            "Kept below the line that was there, in the file under What is kept.",
        [KEPT_LINE_FULL] =
            "It does not fit beside the line kept before. A shorter text would.",
    };
    visit->write.answer = says[end];
}

void visit_write_heard(Visit *visit)
{
    if (visit->screen == SCREEN_WRITE)
        visit->write.answer = NULL;
}

/* --- keys --- */

void visit_write_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action == ACTION_OUT)
        leave(visit, now_us);
    else if (action == ACTION_PRESS || action == ACTION_ENTER)
        visit->focus = CONTROL_FIELD;
}

void visit_write_press(Visit *visit, int32_t control, int64_t now_us)
{
    const int32_t chip = control - CONTROL_CHOICE, button = control - CONTROL_TOOL;
    if (button >= 0 && button < BUTTON_COUNT)
        press_button(visit, (Button)button, now_us);
    else if (control == CONTROL_ROW && visit->write.is_offered)
        visit_reach_breathe(visit, now_us);
    else if (chip >= 0 && chip < chip_count(visit))
        press_chip(visit, chip);
}

/* --- what there is to see --- */

/* What was lost is told first: what became of the rest stays until the next key. */
static const char *line_of(Visit *visit, int64_t now_us)
{
    const VisitWrite *write = &visit->write;
    const bool has_answer = visit_show_answer(visit, now_us);
    if (has_answer && (write->answer == NULL || visit_field_says_lost(visit)))
        return visit->scene.hint;
    return write->answer != NULL
               ? write->answer
               : "Held in memory. Gone when Leeway closes, unless kept.";
}

void visit_write_show(Visit *visit, Scene *scene, int64_t now_us)
{
    const Starts *starts = visit->house.starts;
    const VisitWrite *write = &visit->write;
    scene->title = "A line to start from, if wanted";
    if (has_kept_line(visit))
        scene->choices[scene->choice_count++] = "the kept line";
    for (int32_t i = 0; i < starts->count; i++)
        scene->choices[scene->choice_count++] = starts->items[i].name;
    visit_field_show(visit, visit_write_edit(visit), NULL, scene);
    scene->line = line_of(visit, now_us);
    for (; scene->tool_count < BUTTON_COUNT; scene->tool_count++)
        scene->tools[scene->tool_count] = buttons[scene->tool_count];
    scene->says = "Your mail program may save a draft.";
    scene->aside = "An answer may take days, or not come. The line can stay what it was.";
    scene->detail = write->is_offered ? "a few breaths" : NULL;
    scene->out_says = "leave; the line stays until Leeway closes";
}
