/* SPDX-License-Identifier: MIT */
#include "app/visit.h"

#include "core/pattern.h"

#include <stdio.h>
#include <string.h>

enum {
    SLEEP_US = 600000,          /* keys sleep on a new screen */
    LEGEND_BEGIN_US = 12000000, /* how long the legend stays: at the begin … */
    LEGEND_AGAIN_US = 6000000, /* … and after the pointer moved or a key meant nothing */
    OVER_US = 2200000,         /* the close: 1 s of rest, 1.2 s of fading */
    SMALLER_MS = 60000,
    TEXT_STEP_PERCENT = 25,
    SCROLL_PAGE_PX = 240
};

MixLevels visit_levels(const Settings *settings)
{
    return (MixLevels){ .is_on = settings->is_sound_on,
                        .marks = settings->has_marks,
                        .bed = strcmp(settings->sound, "none") == 0 ? MIX_BED_NONE
                                                                    : MIX_BED_OCEAN,
                        .voice = false,
                        .volume = settings->volume };
}

void visit_init(Visit *visit, const VisitHouse *house, const Settings *settings,
                int64_t now_us)
{
    memset(visit, 0, sizeof *visit);
    visit->house = *house;
    visit->settings = *settings;
    visit->request = visit_home_request(visit);
    visit->screen = SCREEN_HOME;
    visit->is_awake = true;
    visit->screen_us = visit->home_us = visit->input_us = now_us;
    visit->away_us = INT64_MAX;
    visit->word = "";
    visit_home_values(visit);
}

void visit_go(Visit *visit, ScreenId screen, int64_t now_us)
{
    if (screen == SCREEN_HOME && visit->screen != SCREEN_LIST)
        visit->home_us = now_us;
    visit->is_awake =
        screen == SCREEN_LIST || (screen == SCREEN_HOME && visit->screen == SCREEN_LIST);
    visit->screen = screen;
    visit->screen_us = now_us;
    visit->focus = visit->hover = CONTROL_NONE;
    visit->scroll_px = 0;
}

void visit_say(Visit *visit, const char *answer, int64_t now_us)
{
    visit->answer = answer;
    visit->answer_us = now_us;
}

void visit_size(Visit *visit, int32_t width_px, int32_t height_px)
{
    visit->width_px = width_px;
    visit->height_px = height_px;
}

static bool is_session_running(const Visit *visit)
{
    return player_is_running(visit->house.player);
}

/* --- the practice --- */

static void enter_practice(Visit *visit, int64_t now_us)
{
    visit->glide_from = visit->view.figure;
    visit->leaving_us = visit->screen == SCREEN_HOME ? now_us : 0;
    visit->leaving = visit->layout;
    visit->leaving.scroll_view = visit->layout.scroll_view;
    visit->begun_us = visit->resumed_us = now_us;
    visit->over_us = 0;
    visit->legend_us = now_us + LEGEND_BEGIN_US;
    visit->answer = NULL;
    visit->word = "";
    visit->word_before = NULL;
    visit->word_us = now_us;
    visit_go(visit, SCREEN_PRACTICE, now_us);
}

static void tell_length(Visit *visit, const Plan *plan)
{
    char words[VISIT_LABEL_MAX];
    const int64_t end = plan_end_ms(plan);
    if (end == INT64_MAX) {
        snprintf(visit->told, sizeof visit->told, "No set end. Esc leaves at any time.");
        return;
    }
    const int64_t start =
        plan->parts[0].kind == PLAN_SETTLE ? plan_part_ms(&plan->parts[0]) : 0;
    snprintf(visit->told, sizeof visit->told, "%s.",
             visit_length_words(end - start, words, sizeof words));
}

static void begin_plan(Visit *visit, const Plan *plan, const BreathPattern *base,
                       int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    tell_length(visit, plan);
    visit->is_quiet = base == NULL;
    enter_practice(visit, now_us);
    player_begin(visit->house.player, plan, base, now_us, &events);
}

static void begin_breathing(Visit *visit, const BreatheRequest *request, int64_t now_us)
{
    static Plan plan; /* big, and copied on */
    BreathPattern pattern, from;
    if (practice_breathe_pattern(request, &pattern, &from) != NULL ||
        practice_breathe(request, &plan) != NULL)
        return;
    begin_plan(visit, &plan, &pattern, now_us);
}

void visit_begin(Visit *visit, int64_t now_us)
{
    begin_breathing(visit, &visit->request, now_us);
}

/* Sound, no breathing: nothing to follow, for as long as it lasts. */
static void begin_sound(Visit *visit, int64_t length_ms, int64_t now_us)
{
    Plan plan = { .count = 0 };
    const PlanPart settle = { .kind = PLAN_SETTLE,
                              .phase_ms = { PLAN_SETTLE_MS },
                              .rounds = 1,
                              .cue = PLAN_NO_CUE };
    const PlanPart quiet = { .kind = PLAN_QUIET,
                             .phase_ms = { length_ms ? (int32_t)length_ms : 1 },
                             .rounds = length_ms ? 1 : PLAN_OPEN,
                             .cue = PLAN_NO_CUE };
    const PlanPart close = { .kind = PLAN_CLOSE, .rounds = 1, .cue = PLAN_NO_CUE };
    plan_append(&plan, settle);
    plan_append(&plan, quiet);
    plan_append(&plan, close);
    MixLevels levels = visit_levels(&visit->settings);
    levels.is_on = true;
    levels.bed = MIX_BED_OCEAN;
    player_set_levels(visit->house.player, levels, now_us);
    begin_plan(visit, &plan, NULL, now_us);
}

static void apply(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    player_apply(visit->house.player, kind, now_us, &events);
}

static void pause_practice(Visit *visit, int64_t now_us)
{
    if (!is_session_running(visit))
        return;
    apply(visit, SESSION_PAUSE, now_us);
    visit->stopped_us = now_us;
    visit->answer = NULL;
}

static void go_on(Visit *visit, int64_t now_us)
{
    visit->resumed_us = now_us;
    visit->answer = NULL;
    apply(visit, SESSION_GO_ON, now_us);
}

static void leave(Visit *visit, int64_t now_us)
{
    apply(visit, SESSION_LEAVE, now_us);
    player_hush(visit->house.player);
    player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
    visit_go(visit, SCREEN_AFTER, now_us);
}

static bool has_next_breath(const Visit *visit)
{
    const Session *session = &visit->house.player->session;
    PlanCursor cursor = plan_cursor_from(&session->plan, session->now_ms + PLAN_AHEAD_MS);
    PlanStep step;
    while (plan_next_step(&session->plan, &cursor, &step))
        if (step.kind == PLAN_BREATH && step.phase == BREATH_IN)
            return true;
    return false;
}

static void ease(Visit *visit, SessionInputKind kind, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    player_apply(visit->house.player, kind, now_us, &events);
    const bool is_changed =
        events.count > 0 && events.items[events.count - 1].kind == SESSION_CHANGED;
    const bool is_quicker = kind == SESSION_QUICKER;
    if (is_changed)
        visit_say(visit,
                  is_quicker ? "A little quicker, from the next breath."
                             : "A little slower, over the next breaths.",
                  now_us);
    else if (!has_next_breath(visit))
        visit_say(visit, "This is the last breath.", now_us);
    else
        visit_say(visit, is_quicker ? "As quick as it goes." : "As slow as it goes.",
                  now_us);
}

static void leave_holds_out(Visit *visit, int64_t now_us)
{
    if (!breath_has_holds(&visit->house.player->session.base)) {
        visit_other_key(visit, now_us);
        return;
    }
    apply(visit, SESSION_NO_HOLDS, now_us);
    visit_say(visit, "Holds are left out.", now_us);
}

void visit_set_sound(Visit *visit, bool is_on, int64_t now_us)
{
    visit->settings.is_sound_on = is_on;
    visit->is_choice_new = true;
    player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
    visit_say(visit, is_on ? "Sound on, softly." : "Sound off.", now_us);
    visit_home_values(visit);
}

static void practice_act(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_PRESS:
    case ACTION_ENTER:
        if (is_session_running(visit))
            pause_practice(visit, now_us);
        else if (visit->over_us == 0)
            go_on(visit, now_us);
        break;
    case ACTION_QUICKER:
    case ACTION_SLOWER:
        if (visit->is_quiet)
            visit_other_key(visit, now_us);
        else
            ease(visit, action == ACTION_QUICKER ? SESSION_QUICKER : SESSION_SLOWER,
                 now_us);
        break;
    case ACTION_NO_HOLDS: leave_holds_out(visit, now_us); break;
    case ACTION_ANOTHER_WAY:
        pause_practice(visit, now_us);
        visit->ways = VISIT_OTHER_WAYS;
        visit_go(visit, SCREEN_CHOICES, now_us);
        break;
    case ACTION_OUT: leave(visit, now_us); break;
    default: visit_other_key(visit, now_us); break;
    }
}

/* --- the other screens --- */

static void press_after(Visit *visit, int32_t choice, int64_t now_us)
{
    if (choice == 0 && visit->house.player->session.state == SESSION_LEFT) {
        enter_practice(visit, now_us);
        go_on(visit, now_us);
    } else if (choice == 0) {
        visit_begin(visit, now_us);
    } else if (choice == 1) {
        visit->ways = VISIT_SMALLER_WAYS;
        visit_go(visit, SCREEN_CHOICES, now_us);
    } else {
        visit_go(visit, SCREEN_HOME, now_us);
    }
}

static void press_way(Visit *visit, int32_t choice, int64_t now_us)
{
    if (visit->ways == VISIT_OTHER_WAYS && choice == 0) {
        leave(visit, now_us);
    } else if (visit->ways == VISIT_OTHER_WAYS) {
        apply(visit, SESSION_LEAVE, now_us);
        begin_sound(visit, 0, now_us);
    } else if (choice == 0) {
        BreatheRequest smaller = practice_breathe_default();
        smaller.pattern = smaller.from;
        smaller.length_ms = SMALLER_MS;
        begin_breathing(visit, &smaller, now_us);
    } else if (choice == 1) {
        begin_sound(visit, SMALLER_MS, now_us);
    } else {
        visit_go(visit, SCREEN_HOME, now_us);
    }
}

static void leave_ways(Visit *visit, int64_t now_us)
{
    if (visit->ways == VISIT_OTHER_WAYS)
        leave(visit, now_us);
    else
        visit_go(visit, SCREEN_AFTER, now_us);
}

static void press_list(Visit *visit, int32_t row, int64_t now_us)
{
    visit_list_choose(visit, row, now_us);
}

static void list_act(Visit *visit, ActionId action, int64_t now_us)
{
    const VisitList *list = &visit->list;
    const int32_t at = visit->focus >= CONTROL_CHOICE ? visit->focus - CONTROL_CHOICE : 0;
    switch (action) {
    case ACTION_QUICKER:
    case ACTION_BACK:
    case ACTION_FRAME_BEFORE:
        visit_list_frame(visit, (at + list->count - 1) % list->count);
        break;
    case ACTION_SLOWER:
    case ACTION_ON:
    case ACTION_FRAME_NEXT: visit_list_frame(visit, (at + 1) % list->count); break;
    case ACTION_PRESS:
    case ACTION_ENTER: visit_list_choose(visit, at, now_us); break;
    case ACTION_OUT:
        visit_go(visit, SCREEN_HOME, now_us);
        visit->focus = CONTROL_VALUE + (int32_t)list->value;
        break;
    default: break;
    }
}

static void home_act(Visit *visit, ActionId action, int64_t now_us)
{
    const int32_t value = visit->focus - CONTROL_VALUE;
    const bool is_value = value >= 0 && value < SCENE_VALUES;
    switch (action) {
    case ACTION_PRESS:
    case ACTION_ENTER: visit_begin(visit, now_us); break;
    case ACTION_BACK:
    case ACTION_ON:
        if (is_value)
            visit_value_step(visit, (VisitValue)value, action == ACTION_ON ? 1 : -1,
                             now_us);
        break;
    case ACTION_OUT: visit->wants_close = true; break;
    default: break;
    }
}

static void choices_act(Visit *visit, ActionId action, int64_t now_us)
{
    const bool is_press = action == ACTION_PRESS || action == ACTION_ENTER;
    if (is_press && visit->screen == SCREEN_AFTER) {
        press_after(visit, 0, now_us);
    } else if (action == ACTION_OUT && visit->screen == SCREEN_AFTER) {
        visit->wants_close = true;
    } else if (is_press && visit->ways == VISIT_OTHER_WAYS) {
        visit_go(visit, SCREEN_PRACTICE, now_us);
        go_on(visit, now_us);
    } else if (action == ACTION_OUT) {
        leave_ways(visit, now_us);
    }
}

/* --- what every screen knows --- */

static void hide(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_HIDDEN) {
        visit_go(visit, visit->behind, now_us);
        return;
    }
    pause_practice(visit, now_us);
    player_hush(visit->house.player);
    visit->behind = visit->screen == SCREEN_LIST ? SCREEN_HOME : visit->screen;
    visit_go(visit, SCREEN_HIDDEN, now_us);
}

static void show_keys(Visit *visit, int64_t now_us)
{
    if (visit->screen == SCREEN_KEYS)
        return;
    pause_practice(visit, now_us);
    if (visit->screen != SCREEN_HIDDEN)
        visit->behind = visit->screen == SCREEN_LIST ? SCREEN_HOME : visit->screen;
    visit_go(visit, SCREEN_KEYS, now_us);
}

static void resize_text(Visit *visit, ActionId action)
{
    int32_t percent = visit->settings.text_percent;
    if (action == ACTION_TEXT_USUAL)
        percent = SETTINGS_TEXT_MIN_PERCENT;
    else
        percent += action == ACTION_TEXT_LARGER ? TEXT_STEP_PERCENT : -TEXT_STEP_PERCENT;
    if (percent < SETTINGS_TEXT_MIN_PERCENT)
        percent = SETTINGS_TEXT_MIN_PERCENT;
    if (percent > SETTINGS_TEXT_MAX_PERCENT)
        percent = SETTINGS_TEXT_MAX_PERCENT;
    visit->settings.text_percent = percent;
    visit->is_choice_new = true;
}

static void move_frame(Visit *visit, int32_t step)
{
    visit->focus = layout_next_control(&visit->layout, visit->focus, step);
    visit->scroll_px = layout_scroll_to(&visit->layout, visit->focus, visit->scroll_px);
}

/* Whether the key means the same on every screen and was answered. */
static bool act_everywhere(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_HIDE: hide(visit, now_us); return true;
    case ACTION_KEYS: show_keys(visit, now_us); return true;
    case ACTION_FULL_SCREEN: visit->is_full_screen = !visit->is_full_screen; return true;
    case ACTION_TEXT_LARGER:
    case ACTION_TEXT_SMALLER:
    case ACTION_TEXT_USUAL: resize_text(visit, action); return true;
    case ACTION_PAGE_UP: visit_scroll(visit, -SCROLL_PAGE_PX, now_us); return true;
    case ACTION_PAGE_DOWN: visit_scroll(visit, SCROLL_PAGE_PX, now_us); return true;
    case ACTION_SOUND:
        visit_set_sound(visit, !visit->settings.is_sound_on, now_us);
        return true;
    case ACTION_FRAME_NEXT:
    case ACTION_FRAME_BEFORE:
        if (visit->screen == SCREEN_LIST)
            return false;
        move_frame(visit, action == ACTION_FRAME_NEXT ? 1 : -1);
        return true;
    default: return false;
    }
}

static void keys_act(Visit *visit, ActionId action, int64_t now_us)
{
    enum { LINE_PX = 40 };
    if (action == ACTION_OUT)
        visit_go(visit, visit->behind, now_us);
    else if (action == ACTION_QUICKER)
        visit_scroll(visit, -LINE_PX, now_us);
    else if (action == ACTION_SLOWER)
        visit_scroll(visit, LINE_PX, now_us);
}

static void act_here(Visit *visit, ActionId action, int64_t now_us)
{
    switch (visit->screen) {
    case SCREEN_HOME: home_act(visit, action, now_us); break;
    case SCREEN_LIST: list_act(visit, action, now_us); break;
    case SCREEN_PRACTICE: practice_act(visit, action, now_us); break;
    case SCREEN_AFTER:
    case SCREEN_CHOICES: choices_act(visit, action, now_us); break;
    case SCREEN_KEYS: keys_act(visit, action, now_us); break;
    default: break;
    }
}

/* A press meant for the last screen does not act on this one. Leaving and hiding always
 * answer. */
static bool is_asleep(const Visit *visit, ActionId action, int64_t now_us)
{
    return !visit->is_awake && now_us - visit->screen_us < SLEEP_US &&
           action != ACTION_OUT && action != ACTION_HIDE;
}

void visit_act(Visit *visit, ActionId action, int64_t now_us)
{
    visit->input_us = now_us;
    if (is_asleep(visit, action, now_us))
        return;
    if (visit->screen == SCREEN_HIDDEN) {
        if (action == ACTION_HIDE)
            hide(visit, now_us);
        else if (action == ACTION_OUT)
            visit->wants_close = true;
        return;
    }
    const bool is_press = action == ACTION_PRESS || action == ACTION_ENTER;
    const bool is_framed = visit->focus > CONTROL_FIGURE && visit->screen != SCREEN_LIST;
    if (is_press && is_framed)
        visit_press(visit, visit->focus, now_us);
    else if (!act_everywhere(visit, action, now_us))
        act_here(visit, action, now_us);
}

void visit_other_key(Visit *visit, int64_t now_us)
{
    visit->input_us = now_us;
    if (visit->legend_us < now_us + LEGEND_AGAIN_US)
        visit->legend_us = now_us + LEGEND_AGAIN_US;
}

void visit_press(Visit *visit, int32_t control, int64_t now_us)
{
    visit->input_us = now_us;
    if (control >= CONTROL_ACTION) {
        visit->focus = CONTROL_NONE;
        visit_act(visit, (ActionId)(control - CONTROL_ACTION), now_us);
        return;
    }
    if (control == CONTROL_NONE || is_asleep(visit, ACTION_PRESS, now_us))
        return;
    if (control == CONTROL_FIGURE) {
        visit->focus = CONTROL_NONE;
        act_here(visit, ACTION_PRESS, now_us);
        return;
    }
    const int32_t choice = control - CONTROL_CHOICE;
    switch (visit->screen) {
    case SCREEN_HOME:
        visit_list_open(visit, (VisitValue)(control - CONTROL_VALUE), now_us);
        break;
    case SCREEN_LIST: press_list(visit, choice, now_us); break;
    case SCREEN_AFTER: press_after(visit, choice, now_us); break;
    case SCREEN_CHOICES: press_way(visit, choice, now_us); break;
    default: break;
    }
}

void visit_hover(Visit *visit, int32_t control, int64_t now_us)
{
    visit_other_key(visit, now_us);
    visit->hover = control;
}

void visit_scroll(Visit *visit, int32_t by_px, int64_t now_us)
{
    visit->input_us = now_us;
    const int32_t wished = visit->scroll_px + by_px;
    const int32_t most = visit->layout.scroll_max_px;
    visit->scroll_px = wished < 0 ? 0 : wished > most ? most : wished;
}

void visit_front(Visit *visit, bool is_in_front, int64_t now_us)
{
    visit->away_us = is_in_front ? INT64_MAX : now_us;
    if (is_in_front)
        visit->input_us = now_us;
}

static void hear_news(Visit *visit, int64_t now_us)
{
    switch (player_news(visit->house.player)) {
    case PLAYER_SOUND_GONE:
        visit_say(visit, "The sound is gone; the picture goes on.", now_us);
        break;
    case PLAYER_SOUND_BACK: visit_say(visit, "The sound is back.", now_us); break;
    default: break;
    }
}

void visit_tick(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    Player *player = visit->house.player;
    player_tick(player, now_us, &events);
    hear_news(visit, now_us);
    if (player->session.state != SESSION_OVER)
        return;
    if (visit->over_us == 0)
        visit->over_us = now_us;
    if (visit->screen == SCREEN_PRACTICE && now_us - visit->over_us >= OVER_US)
        visit_go(visit, SCREEN_AFTER, now_us);
}

void visit_interrupt(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    if (!is_session_running(visit))
        return;
    player_interrupt(visit->house.player, now_us, &events);
    visit->stopped_us = now_us;
    visit->answer = NULL;
}
