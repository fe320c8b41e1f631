/* SPDX-License-Identifier: MIT */
#include "app/own_draft.h"

#include "app/typed.h"
#include "store/own_patterns.h"

#include <stdio.h>
#include <string.h>

enum { STEP_MS = 100 };

static void take_pattern(OwnDraft *draft, const BreathPattern *pattern)
{
    draft->pattern = *pattern;
    pattern_text(pattern, draft->numbers);
}

/* The pattern in words, where these are no longer than a name may be. */
static void put_default_name(const OwnDraft *draft, char out[PATTERNS_NAME_MAX])
{
    char words[PATTERN_WORDS_MAX];
    if (strlen(pattern_words(&draft->pattern, words)) < PATTERNS_NAME_MAX)
        strcpy(out, words);
    else
        pattern_text(&draft->pattern, out);
}
_Static_assert((int)PATTERN_TEXT_MAX <= (int)PATTERNS_NAME_MAX, "numbers are a name");

OwnDraft own_draft_make(const NamedPattern *named)
{
    const BreathPattern first = { { [BREATH_IN] = 4000, [BREATH_OUT] = 6000 } };
    OwnDraft draft = { .is_used = true };
    char name[PATTERNS_NAME_MAX];
    take_pattern(&draft, named != NULL ? &named->pattern : &first);
    put_default_name(&draft, name);
    if (named != NULL) {
        strcpy(draft.section, named->section);
        if (strcmp(named->name, name) != 0)
            strcpy(draft.name, named->name);
    }
    return draft;
}

const char *own_draft_problem(const OwnDraft *draft)
{
    BreathPattern unused;
    return pattern_parse(draft->numbers, &unused);
}

const char *own_draft_name(const OwnDraft *draft, char out[PATTERNS_NAME_MAX])
{
    typed_trimmed(draft->name, out);
    if (out[0] == '\0')
        put_default_name(draft, out);
    return out;
}

const char *own_draft_step(OwnDraft *draft, BreathPhase phase, int direction)
{
    BreathPattern next = draft->pattern;
    int32_t *ms = &next.phase_ms[phase];
    const int32_t past = *ms % STEP_MS;
    if (direction > 0)
        *ms += STEP_MS - past;
    else
        *ms -= past > 0 ? past : STEP_MS;
    if (*ms < 0)
        return "it is left out already";
    const char *problem = breath_problem(&next);
    if (problem == NULL)
        take_pattern(draft, &next);
    return problem;
}

const char *own_draft_type_name(OwnDraft *draft, const char *utf8)
{
    return typed_add(draft->name, sizeof draft->name, utf8);
}

/* Where they are not sound the last sound ones stay. */
static void read_numbers(OwnDraft *draft)
{
    pattern_parse(draft->numbers, &draft->pattern);
}

/* The comma of many keyboards is the point of numbers. */
const char *own_draft_type_numbers(OwnDraft *draft, const char *utf8)
{
    const char *answer = NULL;
    size_t at = strlen(draft->numbers);
    for (; *utf8 != '\0'; utf8++) {
        const bool is_shown = *utf8 > ' ' && *utf8 < 0x7F;
        if (is_shown && at + 1 < sizeof draft->numbers)
            draft->numbers[at++] = *utf8 == ',' ? '.' : *utf8;
        else if (is_shown)
            answer = "there is no more room for numbers";
        else if (*utf8 != ' ')
            answer = "numbers are written with 0 to 9, a point, '-' and '+'";
    }
    draft->numbers[at] = '\0';
    read_numbers(draft);
    return answer;
}

void own_draft_rub_name(OwnDraft *draft)
{
    typed_rub_out(draft->name);
}

void own_draft_rub_numbers(OwnDraft *draft)
{
    typed_rub_out(draft->numbers);
    read_numbers(draft);
}

bool own_draft_paste(OwnDraft *draft, const char *text)
{
    NamedPattern named;
    BreathPattern pattern;
    if (own_patterns_shared(text, &named)) {
        take_pattern(draft, &named.pattern);
        draft->name[0] = '\0';
        own_draft_type_name(draft, named.name);
        return true;
    }
    const bool is_sound = pattern_parse(text, &pattern) == NULL;
    if (is_sound)
        take_pattern(draft, &pattern);
    return is_sound;
}
