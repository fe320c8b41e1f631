/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include <math.h>

enum {
    STEADY_BREATHS = 4, /* at the own pace, before they lengthen */
    ON_LEAST_MS = 60000,
    EASY_CYCLE_MS = 8000,
    LEGEND_BEGIN_US = 12000000,
    LEGEND_FADE_US = 600000,
    LINE_FADE_US = 400000,
    FADE_US = 800000, /* of the figure: what stood before goes, then it comes … */
    DARK_US = 50000   /* … and between them there is nothing, for a frame at least */
};

typedef enum PaceChoice { CHOICE_ON, CHOICE_CHOSEN } PaceChoice;

static int64_t ms_of(int64_t now_us)
{
    return now_us / 1000;
}

/* --- in and out --- */

/* What was paused behind another page stays so until the person moves. */
static void keep_running(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    if (visit->pace.is_followed && !visit_is_running(visit))
        player_apply(visit->house.player, SESSION_GO_ON, now_us, &events);
}

/* Time without end, in which nothing happens by itself. */
static void begin_session(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    Plan plan = { .count = 0 };
    const PlanPart quiet = {
        .kind = PLAN_QUIET, .phase_ms = { 1 }, .rounds = PLAN_OPEN, .cue = PLAN_NO_CUE
    };
    const PlanPart close = { .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE };
    plan_append(&plan, quiet);
    plan_append(&plan, close);
    player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
    player_begin(visit->house.player, &plan, NULL, now_us, &events);
}

static void open_page(Visit *visit, int64_t now_us)
{
    VisitPace *pace = &visit->pace;
    pace->heard = (Pace){ .count = 0 };
    pace->heard_us = 0;
    pace->opened_us = now_us;
    pace->is_followed = true;
    visit->is_quiet = false;
    visit->running = PRACTICE_BREATHE;
    visit_message_begin(visit);
    visit_reach_forget(visit);
    visit->glide_from = visit->view.figure;
    visit->legend_us = now_us + LEGEND_BEGIN_US;
    visit->leaving = visit->layout;
    visit->leaving_us = visit->screen == SCREEN_HOME ? now_us : 0;
    visit->over_us = 0;
    visit->answer = visit->word_before = NULL;
    visit->word = "";
    visit->word_us = now_us;
    begin_session(visit, now_us);
    visit_go(visit, SCREEN_PACE, now_us);
}

/* How long the practice would still have lasted; 0 without set end. */
static int64_t left_ms(const Session *session)
{
    if (session->end_ms == INT64_MAX)
        return 0;
    const PlanStep step = plan_step_at(&session->plan, session->now_ms);
    const int64_t from =
        step.kind == PLAN_SETTLE ? step.start_ms + step.length_ms : session->now_ms;
    const int64_t left = session->end_ms > from ? session->end_ms - from : 1;
    return left < PRACTICE_LENGTH_MAX_MS ? left : PRACTICE_LENGTH_MAX_MS;
}

/* What is to go on. A practice that began from an own pace led where the one before it
 * did. */
static void take_up_practice(Visit *visit)
{
    BreatheRequest *ahead = &visit->pace.ahead;
    if (!visit_is_breathing(visit))
        *ahead = visit->request;
    else if (visit->begun.from_breaths == 0)
        *ahead = visit->begun;
    ahead->breaths = 0;
    ahead->length_ms = left_ms(&visit->house.player->session);
}

void visit_pace_begin(Visit *visit, int64_t now_us)
{
    if (visit->settings.begins != SETTINGS_BEGINS_OWN || visit->is_typed) {
        visit_begin(visit, now_us);
        return;
    }
    visit->pace.ahead = visit->request;
    visit->pace.is_beginning = true;
    open_page(visit, now_us);
}

void visit_pace_pause(Visit *visit, int64_t now_us)
{
    visit->pace.ahead = visit->request;
    visit->pace.is_beginning = true;
    open_page(visit, now_us);
}

void visit_pace_open(Visit *visit, int64_t now_us)
{
    VisitPace *pace = &visit->pace;
    if (pace->is_followed) {
        visit_go(visit, SCREEN_PACE, now_us);
        keep_running(visit, now_us);
        return;
    }
    take_up_practice(visit);
    if (pace->ahead.length_ms > 0 && pace->ahead.length_ms < ON_LEAST_MS)
        pace->ahead.length_ms = ON_LEAST_MS;
    pace->is_beginning = false;
    open_page(visit, now_us);
}

/* What was chosen, from the own pace on. */
static void begin_from_own(Visit *visit, int64_t now_us)
{
    const VisitPace *pace = &visit->pace;
    BreatheRequest request = pace->ahead;
    BreathPattern chosen, ignored;
    if (practice_breathe_pattern(&pace->ahead, &chosen, &ignored) != NULL)
        chosen = pace->own;
    request.pattern = pace_target(&pace->own, &chosen);
    request.from = pace->own;
    request.from_breaths = STEADY_BREATHS;
    request.pace_permille = 0;
    request.lead_in_ms = PLAN_SETTLE_MS;
    if (practice_breathe_pattern(&request, &chosen, &ignored) != NULL)
        request.pattern = pace->own; /* two long inhales are too long for one */
    visit_begin_breathing(visit, &request, now_us);
}

void visit_pace_again(Visit *visit, int64_t now_us)
{
    if (!visit->pace.is_known || visit->pace.is_followed)
        return;
    take_up_practice(visit);
    begin_from_own(visit, now_us);
}

void visit_pace_end(Visit *visit)
{
    visit->pace.is_followed = false;
    mix_follow_nothing(&visit->house.player->mix);
}

/* --- keys and presses --- */

static void press(Visit *visit, int64_t now_us)
{
    VisitPace *pace = &visit->pace;
    keep_running(visit, now_us);
    pace_press(&pace->heard, ms_of(now_us));
    if (!pace_is_known(&pace->heard))
        return;
    pace->own = pace_pattern(&pace->heard);
    pace->is_known = true;
    if (pace->heard_us == 0)
        pace->heard_us = now_us;
}

static void choose(Visit *visit, PaceChoice choice, int64_t now_us)
{
    if (choice == CHOICE_ON && visit->reach.is_pause)
        visit_reach_on(visit, now_us);
    else if (choice == CHOICE_ON && visit->pace.heard_us != 0)
        begin_from_own(visit, now_us);
    else if (choice == CHOICE_CHOSEN && visit->pace.is_beginning &&
             !visit->reach.is_pause)
        visit_begin(visit, now_us);
    else
        visit_other_key(visit, now_us);
}

void visit_pace_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_PRESS: press(visit, now_us); break;
    case ACTION_ENTER: choose(visit, CHOICE_ON, now_us); break;
    case ACTION_ANOTHER_WAY: visit_other_ways(visit, now_us); break;
    case ACTION_OUT: visit_leave(visit, now_us); break;
    case ACTION_ON: choose(visit, CHOICE_ON, now_us); break;
    default: visit_other_key(visit, now_us); break;
    }
}

void visit_pace_press(Visit *visit, int32_t control, int64_t now_us)
{
    if (control >= CONTROL_CHOICE)
        choose(visit, (PaceChoice)(control - CONTROL_CHOICE), now_us);
}

void visit_pace_let_go(Visit *visit, int64_t now_us)
{
    pace_let_go(&visit->pace.heard, ms_of(now_us));
}

/* --- what there is to see and hear --- */

void visit_pace_tick(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_PACE)
        mix_follow(&visit->house.player->mix,
                   pace_fullness(&visit->pace.heard, (double)now_us / 1000.0));
}

static const char *word_of(const VisitPace *pace)
{
    const BreathPhase phase = pace_phase(&pace->heard);
    return phase == BREATH_PHASE_COUNT ? "" : plan_phase_text(phase);
}

/* How it works, when home's words have gone; then, once a pace is known, where it may
 * lead. */
static void show_line(Visit *visit, Scene *scene, int64_t now_us)
{
    const VisitPace *pace = &visit->pace;
    const bool is_heard = pace->heard_us != 0;
    const int64_t from_us = is_heard ? pace->heard_us : pace->opened_us + LINE_FADE_US;
    const double light = visit_ramp(visit, from_us, LINE_FADE_US, now_us);
    /* Of the way on: from the first moment where it leads to a page. */
    scene->line_light = visit->reach.is_pause ? 1.0 : is_heard ? light : 0.0;
    if (visit_show_answer(visit, now_us))
        return;
    scene->hint = screen_pace_lines[is_heard + (is_heard && visit->reach.is_pause)];
    scene->hint_light = light;
}

void visit_pace_show(Visit *visit, Scene *scene, int64_t now_us)
{
    visit_show_word(visit, word_of(&visit->pace), now_us);
    show_line(visit, scene, now_us);
    scene->choices[scene->choice_count++] =
        visit->reach.is_pause ? "Write a line" : "On from here";
    if (visit->pace.is_beginning && !visit->reach.is_pause)
        scene->choices[scene->choice_count++] = "As chosen";
    scene->legend_light =
        1.0 - visit_ramp(visit, visit->legend_us, LEGEND_FADE_US, now_us);
    scene->press_says = "in";
}

/* What stood on home goes where it stood; then the figure comes where it stays. */
static double light_of(Visit *visit, int64_t now_us, bool *is_gone)
{
    const bool was_there = visit->glide_from.light > 0 && visit->pace.is_beginning;
    const int64_t comes_us = visit->pace.opened_us + (was_there ? FADE_US + DARK_US : 0);
    *is_gone = now_us >= comes_us;
    const double part =
        *is_gone ? visit_ramp(visit, comes_us, FADE_US, now_us)
                 : 1.0 - visit_ramp(visit, visit->pace.opened_us, FADE_US, now_us);
    return breath_eased(part);
}

void visit_pace_figure(Visit *visit, int64_t now_us, Figure *figure)
{
    /* Any breath that is slow enough for the whole way. */
    const BreathPattern slow = practice_breathe_default().pattern;
    const Pace *heard = &visit->pace.heard;
    const double at_ms = (double)now_us / 1000.0;
    bool is_gone = false;
    const double light = light_of(visit, now_us, &is_gone);
    if (!is_gone) {
        *figure = visit->glide_from;
    } else {
        visit_figure_ring(visit, figure);
        figure->fullness = pace_fullness(heard, at_ms);
        figure->orb_px =
            figure->ring_px * figure_orb(&slow, figure->fullness) / FIGURE_RING;
        visit_shape_follow(visit, &slow, figure);
    }
    figure->light = light;
    visit->is_moving |= figure->kind != FIGURE_WORDS && !pace_is_at_rest(heard, at_ms);
}

/* --- how a practice begins --- */

/* A pattern that has no easier start of its own begins as if its breath took 8 s. */
BreatheRequest visit_pace_eased(const Visit *visit, const BreatheRequest *request)
{
    BreatheRequest eased = *request;
    BreathPattern pattern, from;
    if (visit->settings.begins != SETTINGS_BEGINS_EASILY ||
        breath_cycle_ms(&request->from) > 0 ||
        practice_breathe_pattern(request, &pattern, &from) != NULL ||
        breath_cycle_ms(&pattern) <= EASY_CYCLE_MS)
        return eased;
    eased.pattern = pattern;
    eased.pace_permille = 0;
    eased.from = breath_scaled(&pattern, EASY_CYCLE_MS, breath_cycle_ms(&pattern));
    /* Some phase may be too short for that. */
    return practice_breathe_pattern(&eased, &pattern, &from) == NULL ? eased : *request;
}
