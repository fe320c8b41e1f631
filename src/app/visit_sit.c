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

/* What lies under the silence belongs to the bells: it was asked for with them. */
void visit_sit_levels(const Visit *visit, MixLevels *levels)
{
    const Settings *settings = &visit->settings;
    levels->is_on = levels->bells = settings->has_bells;
    levels->bell = visit_bell(settings);
    levels->bed = request_bed(settings->sit_bed);
    levels->marks = levels->voice = false;
}

const char *visit_sit_turn(Visit *visit)
{
    Settings *settings = &visit->settings;
    const bool has_bed = request_bed(settings->sit_bed) != MIX_BED_NONE;
    settings->has_bells = !settings->has_bells;
    if (settings->has_bells)
        return has_bed ? "Sound on, softly." : "Bells on, softly.";
    return has_bed ? "Sound off." : "Bells off.";
}
