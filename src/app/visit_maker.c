/* SPDX-License-Identifier: MIT */
/* One of the person's own patterns being made. */
#include "app/maker_rows.h"
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

enum {
    HOLD_FIRST_US = 600000, /* that a step is held before it goes on … */
    HOLD_NEXT_US = 150000   /* … and between the next ones */
};

typedef enum Tool { TOOL_KEEP, TOOL_COPY, TOOL_BREATHE, TOOL_ERASE, TOOL_COUNT } Tool;

_Static_assert((int)MAKER_FIELDS <= SCENE_ROWS_MAX && (int)TOOL_COUNT <= SCENE_TOOLS_MAX,
               "the scene has room for all of it");

static OwnDraft *draft_of(Visit *visit)
{
    return &visit->own.drafts[visit->own.at];
}

static bool has_holds(const Visit *visit)
{
    return visit->settings.holds != SETTINGS_HOLDS_NEVER;
}

static MakerField field_of(const Visit *visit, int32_t control)
{
    return maker_rows_field(has_holds(visit), control);
}

/* What will be breathed. */
static BreathPattern breathed(Visit *visit)
{
    const BreathPattern *pattern = &draft_of(visit)->pattern;
    const BreathPattern bare = breath_without_holds(pattern);
    return has_holds(visit) ? *pattern : breath_long_enough(&bare);
}

/* --- drafts --- */

static bool is_erased(const Visit *visit)
{
    return visit->own.erased.section[0] != '\0';
}

/* Whether the pattern behind a draft is not in the list any more. */
static bool has_lost_pattern(const Visit *visit, const OwnDraft *draft)
{
    return draft->section[0] != '\0' &&
           own_patterns_find(visit->house.patterns, draft->section) == NULL;
}

void visit_maker_forget(Visit *visit)
{
    for (int32_t i = 0; i <= OWN_PATTERNS_MAX; i++)
        if (has_lost_pattern(visit, &visit->own.drafts[i]))
            visit->own.drafts[i].is_used = false;
}

/* The draft of a section, as it was left, or a fresh one. There is one for each pattern
 * that is kept and one that is not, so one is always free. */
static int32_t find_draft(Visit *visit, const char *section)
{
    VisitOwn *own = &visit->own;
    int32_t unused = 0;
    visit_maker_forget(visit);
    for (int32_t i = OWN_PATTERNS_MAX; i >= 0; i--) {
        if (own->drafts[i].is_used && strcmp(own->drafts[i].section, section) == 0)
            return i;
        if (!own->drafts[i].is_used)
            unused = i;
    }
    const NamedPattern *named =
        section[0] != '\0' ? own_patterns_find(visit->house.patterns, section) : NULL;
    own->drafts[unused] = own_draft_make(named);
    return unused;
}

void visit_maker_open(Visit *visit, const char *section, int64_t now_us)
{
    VisitOwn *own = &visit->own;
    if (is_erased(visit)) /* and left like that: nothing of it stays */
        draft_of(visit)->is_used = false;
    own->erased.section[0] = '\0';
    own->at = find_draft(visit, section != NULL ? section : "");
    own->answer = NULL;
    own->framed = CONTROL_NONE;
    visit_go(visit, SCREEN_MAKER, now_us);
}

/* Where the frame goes, nothing was typed yet, and the last answer is over. */
static void note_frame(Visit *visit)
{
    if (visit->own.framed == visit->focus)
        return;
    visit->own.framed = visit->focus;
    visit->own.has_typed = false;
    visit->own.answer = NULL;
}

/* --- typing --- */

bool visit_own_is_typing(const Visit *visit)
{
    return maker_rows_is_typed(field_of(visit, visit->focus)) &&
           visit->focus < CONTROL_LESS;
}

void visit_own_type(Visit *visit, const char *utf8, int64_t now_us)
{
    VisitOwn *own = &visit->own;
    OwnDraft *draft = draft_of(visit);
    (void)now_us;
    note_frame(visit);
    own->answer = visit->answer = NULL;
    if (field_of(visit, visit->focus) == MAKER_NAME) {
        own->answer = own_draft_type_name(draft, utf8);
    } else if (!own_draft_paste(draft, utf8)) {
        if (!own->has_typed)
            draft->numbers[0] = '\0';
        own->answer = own_draft_type_numbers(draft, utf8);
    }
    own->has_typed = true;
}

void visit_own_rub_out(Visit *visit, int64_t now_us)
{
    (void)now_us;
    note_frame(visit);
    visit->own.answer = visit->answer = NULL;
    visit->own.has_typed = true;
    if (field_of(visit, visit->focus) == MAKER_NAME)
        own_draft_rub_name(draft_of(visit));
    else
        own_draft_rub_numbers(draft_of(visit));
}

/* --- tools --- */

/* The draft as a pattern; what the file says of it besides stays. */
static NamedPattern wished_of(Visit *visit)
{
    const OwnDraft *draft = draft_of(visit);
    const NamedPattern *named = NULL;
    NamedPattern wished = { .name = "" };
    if (is_erased(visit))
        named = &visit->own.erased;
    else if (draft->section[0] != '\0')
        named = own_patterns_find(visit->house.patterns, draft->section);
    if (named != NULL)
        wished = *named;
    wished.pattern = draft->pattern;
    own_draft_name(draft, wished.name);
    return wished;
}

/* Whether home stands on what is remembered, and that is the pattern of this section. */
static bool stands_at_home(const Visit *visit, const char *section)
{
    const NamedPattern *named = own_patterns_find(visit->house.patterns, section);
    return named != NULL && strcmp(visit->settings.pattern, named->id) == 0 &&
           breath_is_equal(&visit->request.pattern, &named->pattern);
}

static void keep(Visit *visit)
{
    VisitOwn *own = &visit->own;
    const OwnDraft *draft = draft_of(visit);
    const bool is_new =
        draft->section[0] == '\0' || is_erased(visit) || has_lost_pattern(visit, draft);
    own->answer = own_draft_problem(draft);
    if (own->answer == NULL && is_new && !own_patterns_has_room(visit->house.patterns))
        own->answer = "there is room for 32, and all of it is taken";
    if (own->answer != NULL)
        return;
    own->is_at_home = !is_new && stands_at_home(visit, draft->section);
    own->wished = wished_of(visit);
    own->wish = OWN_WISH_KEEP;
}
_Static_assert(OWN_PATTERNS_MAX == 32, "as told above");

static void erase(Visit *visit)
{
    VisitOwn *own = &visit->own;
    const OwnDraft *draft = draft_of(visit);
    if (is_erased(visit)) {
        own->wished = own->erased;
        own->wish = OWN_WISH_KEEP;
        return;
    }
    if (draft->section[0] == '\0')
        return; /* it was never kept, and the tool is not there */
    const NamedPattern *named = own_patterns_find(visit->house.patterns, draft->section);
    if (named == NULL)
        return;
    own->wished = *named;
    own->wish = OWN_WISH_ERASE;
}

static void copy(Visit *visit)
{
    VisitOwn *own = &visit->own;
    const NamedPattern wished = wished_of(visit);
    visit->wants_copied = own_patterns_text(&wished, own->shared);
    own->answer = NULL; /* the desk tells, once it is done */
}

void visit_maker_tell(Visit *visit, const char *sentence)
{
    visit->own.answer = sentence;
}

/* As long as home would, and with the same lead-in. */
static void breathe(Visit *visit, int64_t now_us)
{
    BreatheRequest request = visit->request;
    request.pattern = breathed(visit);
    request.from = (BreathPattern){ { 0 } };
    request.pace_permille = 0;
    request.no_holds = false;
    request = visit_pace_eased(visit, &request);
    visit_begin_breathing(visit, &request, now_us);
}

/* What was remembered by a name that is gone is remembered by its numbers. */
static void forget_name(Visit *visit, const NamedPattern *named)
{
    if (strcmp(visit->settings.pattern, named->id) != 0)
        return;
    pattern_text(&named->pattern, visit->settings.pattern);
    visit->is_choice_new = true;
}

static void note_kept(Visit *visit, bool is_done)
{
    VisitOwn *own = &visit->own;
    OwnDraft *draft = draft_of(visit);
    strcpy(draft->section, own->wished.section);
    own->erased.section[0] = '\0';
    own->answer = is_done ? "Kept. It stands among the patterns at home"
                          : "It could not be written. It is here until Leeway closes";
    if (own->is_at_home) {
        const BreatheRequest kept = visit_home_request(visit);
        visit->request.pattern = kept.pattern;
        visit->request.from = kept.from;
        visit_note(visit);
        visit_home_values(visit);
    }
    own->is_at_home = false;
}

static void note_erased(Visit *visit, bool is_done)
{
    VisitOwn *own = &visit->own;
    own->erased = own->wished;
    own->answer = is_done ? "Erased. Undo puts it back"
                          : "It could not be erased from the disk. It is gone until "
                            "Leeway closes";
    forget_name(visit, &own->wished);
}

void visit_own_done(Visit *visit, bool is_done)
{
    const OwnWish wish = visit->own.wish;
    visit->own.wish = OWN_WISH_NONE;
    if (wish == OWN_WISH_KEEP)
        note_kept(visit, is_done);
    else if (wish == OWN_WISH_ERASE)
        note_erased(visit, is_done);
}

/* --- keys and presses --- */

static void step(Visit *visit, MakerField field, int direction)
{
    visit->own.answer =
        own_draft_step(draft_of(visit), maker_rows_phase(field), direction);
}

void visit_maker_act(Visit *visit, ActionId action, int64_t now_us)
{
    const MakerField field = field_of(visit, visit->focus);
    const bool has_steps = field < MAKER_FIELDS && !maker_rows_is_typed(field);
    visit->own.answer = visit->answer = NULL;
    visit->own.held = CONTROL_NONE;
    switch (action) {
    case ACTION_OUT: visit_go(visit, SCREEN_OWN, now_us); break;
    case ACTION_QUICKER: visit_move_frame(visit, -1); break;
    case ACTION_SLOWER: visit_move_frame(visit, 1); break;
    case ACTION_BACK:
    case ACTION_ON:
        if (has_steps)
            step(visit, field, action == ACTION_ON ? 1 : -1);
        break;
    default: break;
    }
}

static void press_tool(Visit *visit, Tool tool, int64_t now_us)
{
    switch (tool) {
    case TOOL_KEEP: keep(visit); break;
    case TOOL_COPY: copy(visit); break;
    case TOOL_ERASE: erase(visit); break;
    case TOOL_BREATHE: breathe(visit, now_us); break;
    default: break;
    }
}

void visit_maker_press(Visit *visit, int32_t control, int64_t now_us)
{
    const MakerField field = field_of(visit, control);
    visit->own.answer = visit->answer = NULL;
    /* A row and its steps are one: the arrows go on where the pointer was. */
    visit->focus = maker_rows_framed(control);
    note_frame(visit);
    visit->own.held = field < MAKER_FIELDS && control >= CONTROL_LESS ? control : 0;
    visit->own.held_us = now_us + HOLD_FIRST_US;
    if (control >= CONTROL_TOOL)
        press_tool(visit, (Tool)(control - CONTROL_TOOL), now_us);
    else if (field < MAKER_FIELDS && !maker_rows_is_typed(field) &&
             control >= CONTROL_LESS)
        step(visit, field, control >= CONTROL_MORE ? 1 : -1);
    else if (field < MAKER_FIELDS && !maker_rows_is_typed(field))
        visit->own.answer = "← and → change it by a tenth of a second";
}

void visit_own_let_go(Visit *visit)
{
    visit->own.held = CONTROL_NONE;
}

/* A step that is held down goes on, gently. */
static void mind_held(Visit *visit, int64_t now_us)
{
    VisitOwn *own = &visit->own;
    if (own->held == CONTROL_NONE)
        return;
    if (now_us >= own->held_us) {
        step(visit, field_of(visit, own->held), own->held >= CONTROL_MORE ? 1 : -1);
        own->held_us = now_us + HOLD_NEXT_US;
    }
    if (own->held_us < visit->wake_us)
        visit->wake_us = own->held_us;
}

/* --- what there is to see --- */

/* The numbers are framed, and nothing was typed since. */
static bool is_field_fresh(const Visit *visit)
{
    return visit_own_is_typing(visit) && !visit->own.has_typed &&
           field_of(visit, visit->focus) == MAKER_NUMBERS;
}

/* The answer to the last key, else what is wrong, else what it comes to. */
static const char *line_of(Visit *visit)
{
    VisitOwn *own = &visit->own;
    const char *said = own->answer;
    if (said == NULL)
        said = own_draft_problem(draft_of(visit));
    const BreathPattern pattern = breathed(visit);
    if (said == NULL && is_field_fresh(visit))
        said = "What is typed here stands in for these numbers, as in 4-6";
    if (said == NULL)
        maker_rows_rate(&pattern, own->line);
    else
        snprintf(own->line, sizeof own->line, "%c%s%s",
                 said[0] >= 'a' && said[0] <= 'z' ? said[0] - 'a' + 'A' : said[0],
                 said + 1, said[strlen(said) - 1] == '.' ? "" : ".");
    return own->line;
}

void visit_maker_show(Visit *visit, Scene *scene, int64_t now_us)
{
    VisitOwn *own = &visit->own;
    MakerField shown[MAKER_FIELDS];
    mind_held(visit, now_us);
    note_frame(visit);
    const BreathPattern pattern = breathed(visit);
    scene->row_count = maker_rows_list(has_holds(visit), shown);
    for (int32_t i = 0; i < scene->row_count; i++)
        scene->rows[i] = maker_rows_row(draft_of(visit), shown[i], own->values[i]);
    scene->line = pattern_words(&pattern, own->title);
    scene->detail = line_of(visit);
    scene->tools[TOOL_KEEP] = "Keep";
    scene->tools[TOOL_COPY] = "Copy as text";
    if (is_erased(visit))
        scene->tools[TOOL_ERASE] = "Undo";
    else if (draft_of(visit)->section[0] != '\0')
        scene->tools[TOOL_ERASE] = "Erase";
    scene->tools[TOOL_BREATHE] = "Breathe it";
    scene->tool_count = TOOL_COUNT;
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}
