/* SPDX-License-Identifier: MIT */
/* Sitting while it lasts: a still ring, and bells. */
#include "app/visit_parts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

void visit_begin_sit(Visit *visit, const SitRequest *request, int64_t now_us)
{
    static Plan plan;                  /* big, and copied on */
    const SitRequest begun = *request; /* it may be the one that is written to */
    const char *problem = sit_lay_out(&begun, &plan);
    assert(problem == NULL); /* whoever set the request asked before */
    visit->sit.begun = begun;
    visit->running = PRACTICE_SIT;
    visit->is_quiet = false;
    visit_begin_plan(visit, &plan, NULL, now_us);
    if (begun.goes_on && begun.length_ms > 0) {
        char words[VISIT_LABEL_MAX];
        snprintf(visit->told, sizeof visit->told, "%s, and on until Esc.",
                 visit_length_words(begun.length_ms, words, sizeof words));
    }
}

void visit_sit_again(Visit *visit, int64_t now_us)
{
    visit_begin_sit(visit, &visit->sit.begun, now_us);
}

static MixBell bell_of(const Settings *settings)
{
    static const char *const names[] = {
        [MIX_BELL_BOWL] = "bowl", [MIX_BELL_BELL] = "bell", [MIX_BELL_WOOD] = "wood"
    };
    for (int bell = 0; bell < MIX_BELL_OWN; bell++)
        if (strcmp(settings->bell, names[bell]) == 0)
            return (MixBell)bell;
    return MIX_BELL_OWN;
}

void visit_sit_levels(const Visit *visit, MixLevels *levels)
{
    const Settings *settings = &visit->settings;
    levels->bells = settings->has_bells;
    levels->bell = bell_of(settings);
    levels->marks = levels->voice = false;
    if (!settings->is_sound_on)
        levels->bed = MIX_BED_NONE;
    levels->is_on = settings->has_bells || settings->is_sound_on;
}

const char *visit_sit_turn(Visit *visit)
{
    Settings *settings = &visit->settings;
    const bool rang = settings->has_bells, had_bed = settings->is_sound_on;
    settings->has_bells = !rang && !had_bed;
    settings->is_sound_on = false;
    if (settings->has_bells)
        return "Bells on, softly.";
    return !rang ? "Sound off." : had_bed ? "Bells and sound off." : "Bells off.";
}
