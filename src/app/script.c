/* SPDX-License-Identifier: MIT */
#include "app/script.h"

#include <stdio.h>
#include <string.h>

/* A letter takes this long, in any voice that is not in a hurry, and a line this much
 * beside. Where a clip is there its length would do as well; a reading time would not,
 * since short lines are shown as long as others. */
enum { LETTER_MS = 62, LINE_MS = 350, STOP_MS = 300, COMMA_MS = 150 };

const char *const script_how[] = {
    "In one go, in a quiet room, with an ordinary voice.",
    "A breath between the lines is enough; a longer one does no harm.",
    "After a slip, the line once more: the later one counts.",
    "A line can be left out. It is shown as text then.",
    NULL,
};

static int32_t saying_ms(const char *text)
{
    int32_t ms = LINE_MS;
    for (const char *at = text; *at != '\0'; at++) {
        const bool is_inside = at[1] != '\0';
        if (*at == '.' || *at == ':' || *at == ';')
            ms += is_inside ? STOP_MS : 0;
        else if (*at == ',')
            ms += COMMA_MS;
        else if (((unsigned char)*at & 0xC0) != 0x80)
            ms += LETTER_MS;
    }
    return ms;
}

static void add_line(Script *script, const Cue *cue)
{
    for (int32_t i = 0; i < script->count; i++)
        if (strcmp(script->lines[i].id, cue->id) == 0)
            return;
    if (script->count < SCRIPT_LINES_MAX)
        script->lines[script->count++] =
            (ScriptLine){ cue->id, cue->text, saying_ms(cue->text) };
}

static void add_breath(Script *script, const PlanPart *part, CueTable cues)
{
    for (int phase = 0; phase < BREATH_PHASE_COUNT; phase++) {
        char id[64];
        snprintf(id, sizeof id, "breath.%s", plan_phase_name((BreathPhase)phase));
        for (int32_t i = 0; part->phase_ms[phase] > 0 && i < cues.count; i++)
            if (strcmp(cues.cues[i].id, id) == 0)
                add_line(script, &cues.cues[i]);
    }
}

Script script_of_plan(const Plan *plan, CueTable cues)
{
    Script script = { .count = 0 };
    for (int32_t i = 0; i < plan->count; i++) {
        const PlanPart *part = &plan->parts[i];
        if (part->kind == PLAN_WORDS && part->cue >= 0 && part->cue < cues.count)
            add_line(&script, &cues.cues[part->cue]);
        else if (part->kind == PLAN_BREATH)
            add_breath(&script, part, cues);
    }
    return script;
}

/* Adds a line where it has room whole. */
static void put_line(char out[SCRIPT_TEXT_MAX], size_t *used, const char *text)
{
    const size_t length = strlen(text);
    if (*used + length + 2 > SCRIPT_TEXT_MAX)
        return;
    memcpy(out + *used, text, length);
    *used += length;
    out[(*used)++] = '\n';
    out[*used] = '\0';
}

const char *script_text(const Script *script, char out[SCRIPT_TEXT_MAX])
{
    size_t used = 0;
    out[0] = '\0';
    for (int32_t i = 0; script_how[i] != NULL; i++)
        put_line(out, &used, script_how[i]);
    for (int32_t i = 0; i < script->count; i++) {
        put_line(out, &used, "");
        put_line(out, &used, script->lines[i].text);
    }
    return out;
}
