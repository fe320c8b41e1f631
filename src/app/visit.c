/* SPDX-License-Identifier: MIT */
#include "app/visit_parts.h"

#include "app/clipboard.h"
#include "app/request.h"
#include "core/pattern.h"

#include <stdio.h>
#include <string.h>

enum {
    LEGEND_AGAIN_US = 6000000, /* … and after the pointer moved or a key meant nothing */
    TEXT_STEP_PERCENT = 25,
    SCROLL_PAGE_PX = 240
};

MixBell visit_bell(const Settings *settings)
{
    return request_bell(settings->bell);
}

MixLevels visit_levels(const Settings *settings)
{
    return (MixLevels){ .is_on = settings->is_sound_on,
                        .marks = settings->has_marks,
                        .bed = request_bed(settings->sound),
                        .voice = false,
                        .bell = visit_bell(settings),
                        .volume = settings->volume,
                        .marks_less = 100 - settings->marks_volume,
                        .bed_less = 100 - settings->bed_volume,
                        .voice_less = 100 - settings->voice_volume,
                        .speaks_breath = settings->speaks_breath,
                        .is_mono = settings->is_mono };
}

void visit_init(Visit *visit, const VisitHouse *house, const Settings *settings,
                int64_t now_us)
{
    memset(visit, 0, sizeof *visit);
    visit->house = *house;
    visit->settings = *settings;
    visit->request = visit_home_request(visit);
    visit->scan.request = visit_scan_request(visit);
    visit->sit.request = visit_sit_request(visit);
    visit_sit_follow(visit, settings);
    visit->reach.request = visit_reach_request(visit);
    visit->screen = SCREEN_HOME;
    visit->is_awake = true;
    visit->screen_us = visit->home_us = visit->input_us = now_us;
    visit->sleep_us = now_us - VISIT_SLEEP_US; /* nothing led here */
    visit->away_us = INT64_MAX;
    visit->word = "";
    player_set_delay(house->player, settings->delay_ms, now_us);
    player_set_levels(house->player, visit_levels(settings), now_us);
    visit_home_values(visit);
}

void visit_take(Visit *visit, const BreatheRequest *request)
{
    visit->request = *request;
    visit->is_typed = true;
    visit_note(visit);
    visit_home_values(visit);
}

void visit_go(Visit *visit, ScreenId screen, int64_t now_us)
{
    const bool is_back = visit_is_from_everywhere(visit->screen);
    visit_field_settle(visit);
    if (screen == SCREEN_HOME && visit->screen != SCREEN_LIST)
        visit->home_us = now_us;
    if (visit->screen == SCREEN_PACE)
        visit_pace_let_go(visit, now_us);
    visit->is_awake =
        screen == SCREEN_LIST || (screen == SCREEN_HOME && visit->screen == SCREEN_LIST);
    player_end_sample(visit->house.player);
    if (visit->screen == SCREEN_WRITE && !visit_is_from_everywhere(screen))
        visit_write_left(visit);
    visit->screen = screen;
    visit->is_stale = true;
    visit->screen_us = visit->sleep_us = now_us;
    visit->focus = visit->hover = CONTROL_NONE;
    if (screen == SCREEN_WRITE)
        visit_write_come(visit, is_back);
    visit->scroll_px = 0;
    visit->field = (VisitField){ .is_followed = true };
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

bool visit_is_running(const Visit *visit)
{
    return player_is_running(visit->house.player);
}

static void say_sound(Visit *visit, bool is_on, int64_t now_us)
{
    visit_say(visit, is_on ? "Sound on, softly." : "Sound off.", now_us);
}

void visit_set_sound(Visit *visit, bool is_on, int64_t now_us)
{
    visit->settings.is_sound_on = is_on;
    visit->is_choice_new = true;
    player_set_levels(visit->house.player, visit_levels(&visit->settings), now_us);
    say_sound(visit, is_on, now_us);
    visit_home_values(visit);
    visit_list_refresh(visit);
}

/* What is remembered, but for sound alone: that was asked for, and M is about it. */
static void turn_sound(Visit *visit, int64_t now_us)
{
    if (visit_home_turns(visit, now_us) || visit_practice_turns(visit, now_us))
        return;
    if (!visit_is_sound_alone(visit)) {
        visit_set_sound(visit, !visit->settings.is_sound_on, now_us);
        return;
    }
    MixLevels levels = visit->house.player->levels;
    levels.is_on = !levels.is_on;
    player_set_levels(visit->house.player, levels, now_us);
    say_sound(visit, levels.is_on, now_us);
}

void visit_take_day(Visit *visit, int64_t day)
{
    if (visit->screen != SCREEN_AFTER && !visit_is_from_everywhere(visit->screen))
        visit->house.day = day;
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

/* The frame comes to the buttons first, whether the message with its tools is there yet
 * or not. */
void visit_move_frame(Visit *visit, int32_t step)
{
    const bool is_first = visit->focus == CONTROL_NONE && step > 0;
    visit_field_settle(visit);
    if (visit->screen == SCREEN_AFTER && is_first)
        visit->focus = CONTROL_CHOICE;
    else
        visit->focus = layout_next_control(&visit->layout, visit->focus, step);
    visit->scroll_px = layout_scroll_to(&visit->layout, visit->focus, visit->scroll_px);
}

/* Whether the key means the same on every screen and was answered. */
static bool act_everywhere(Visit *visit, ActionId action, int64_t now_us)
{
    switch (action) {
    case ACTION_HIDE: visit_hide(visit, now_us); return true;
    case ACTION_KEYS: visit_keys_open(visit, now_us); return true;
    case ACTION_PEOPLE: visit_people_open(visit, now_us); return true;
    case ACTION_FULL_SCREEN: visit->is_full_screen = !visit->is_full_screen; return true;
    case ACTION_TEXT_LARGER:
    case ACTION_TEXT_SMALLER:
    case ACTION_TEXT_USUAL: resize_text(visit, action); return true;
    case ACTION_PAGE_UP: visit_scroll(visit, -SCROLL_PAGE_PX, now_us); return true;
    case ACTION_PAGE_DOWN: visit_scroll(visit, SCROLL_PAGE_PX, now_us); return true;
    case ACTION_SOUND: turn_sound(visit, now_us); return true;
    case ACTION_FRAME_NEXT:
    case ACTION_FRAME_BEFORE:
        if (visit->screen == SCREEN_LIST)
            return false;
        visit_move_frame(visit, action == ACTION_FRAME_NEXT ? 1 : -1);
        return true;
    default: return false;
    }
}

/* What a screen does with a key, and with a press on one of its own controls; what is
 * written there (visit_field.h), if anything is; where it says what became of a text,
 * unless that is where every answer stands. */
typedef struct Room {
    void (*act)(Visit *visit, ActionId action, int64_t now_us);
    void (*press)(Visit *visit, int32_t control, int64_t now_us);
    Edit *(*edit)(const Visit *visit);
    void (*tell)(Visit *visit, const char *sentence);
} Room;

static const Room rooms[SCREEN_COUNT] = {
    [SCREEN_HOME] = { .act = visit_home_act, .press = visit_press_home },
    [SCREEN_LIST] = { .act = visit_list_act, .press = visit_press_list },
    [SCREEN_PRACTICE] = { .act = visit_practice_act },
    [SCREEN_AFTER] = { .act = visit_choices_act, .press = visit_press_after },
    [SCREEN_CHOICES] = { .act = visit_choices_act, .press = visit_press_way },
    [SCREEN_PACE] = { .act = visit_pace_act, .press = visit_pace_press },
    [SCREEN_SETTINGS] = { .act = visit_settings_act, .press = visit_settings_press },
    [SCREEN_SOUNDS] = { .act = visit_sounds_act, .press = visit_sounds_press },
    [SCREEN_OWN] = { .act = visit_own_act, .press = visit_own_press },
    [SCREEN_MAKER] = { .act = visit_maker_act,
                       .press = visit_maker_press,
                       .tell = visit_maker_tell },
    [SCREEN_KEPT] = { .act = visit_kept_act, .press = visit_kept_press },
    [SCREEN_SHOWN] = { .act = visit_shown_act, .press = visit_shown_press },
    [SCREEN_PLACES] = { .act = visit_places_act, .press = visit_places_press },
    [SCREEN_VOICE] = { .act = visit_voice_act,
                       .press = visit_voice_press,
                       .tell = visit_voice_tell },
    [SCREEN_MARKED] = { .act = visit_marked_act, .press = visit_marked_press },
    [SCREEN_MINE] = { .act = visit_mine_act,
                      .press = visit_mine_press,
                      .edit = visit_mine_edit },
    [SCREEN_WRITE] = { .act = visit_write_act,
                       .press = visit_write_press,
                       .edit = visit_write_edit,
                       .tell = visit_write_tell },
    [SCREEN_PEOPLE] = { .act = visit_people_act, .press = visit_people_press },
    [SCREEN_PERSON] = { .act = visit_person_act, .press = visit_person_press },
    [SCREEN_ABOUT] = { .act = visit_about_act },
    [SCREEN_KEYS] = { .act = visit_keys_act, .press = visit_keys_press },
};

Edit *visit_edit(const Visit *visit)
{
    const Room *room = &rooms[visit->screen];
    return room->edit != NULL ? room->edit(visit) : NULL;
}

static void act_here(Visit *visit, ActionId action, int64_t now_us)
{
    if (rooms[visit->screen].act != NULL)
        rooms[visit->screen].act(visit, action, now_us);
}

/* A press meant for the last screen does not act on this one. Leaving and hiding always
 * answer. */
static bool always_answers(ActionId action)
{
    return action == ACTION_OUT || action == ACTION_HIDE;
}

static bool is_asleep(const Visit *visit, ActionId action, int64_t now_us)
{
    return !visit->is_awake && now_us - visit->sleep_us < VISIT_SLEEP_US &&
           !always_answers(action);
}

bool visit_sleeps(const Visit *visit, int64_t now_us)
{
    return is_asleep(visit, ACTION_PRESS, now_us);
}

static void press_control(Visit *visit, int32_t control, int64_t now_us);

/* Of keys that come in one turn of the loop, each finds the page as the one before left
 * it, and no frame on what has gone. A terminal never shows one. */
static void show_what_stands(Visit *visit, int64_t now_us)
{
    if (visit->is_stale && visit->view.layout != NULL)
        visit_show(visit, now_us);
}

/* A frame on home is for who moves it by keys. Behind a pointer Space begins, as the line
 * says, wherever that pointer was. */
static void unframe_home(Visit *visit)
{
    if (visit->is_pointed && visit->screen == SCREEN_HOME)
        visit->focus = CONTROL_NONE;
}

/* Whoever steps aside and comes back finds the page as it was. */
static bool steps_aside(ActionId action)
{
    return action == ACTION_HIDE || action == ACTION_KEYS || action == ACTION_PEOPLE;
}

static bool presses_frame(const Visit *visit, ActionId action)
{
    const bool is_press = action == ACTION_PRESS || action == ACTION_ENTER;
    return is_press && visit->focus > CONTROL_FIGURE && visit->screen != SCREEN_LIST;
}

/* What a key comes to: the action of a link that it presses, else its own. */
static ActionId meant_by(const Visit *visit, ActionId action)
{
    return presses_frame(visit, action) && visit->focus >= CONTROL_ACTION
               ? (ActionId)(visit->focus - CONTROL_ACTION)
               : action;
}

void visit_act(Visit *visit, ActionId action, int64_t now_us)
{
    visit->input_us = now_us;
    if (is_asleep(visit, action, now_us))
        return;
    show_what_stands(visit, now_us);
    if (!steps_aside(meant_by(visit, action)))
        visit_write_heard(visit);
    if (visit->screen == SCREEN_HIDDEN) {
        if (action == ACTION_HIDE)
            visit_hide(visit, now_us);
        else if (action == ACTION_OUT)
            visit->wants_close = true;
        return;
    }
    visit->is_pointed = visit->is_pointed && action == ACTION_OUT;
    if (presses_frame(visit, action))
        press_control(visit, visit->focus, now_us);
    else if (!act_everywhere(visit, action, now_us))
        act_here(visit, action, now_us);
    unframe_home(visit);
    visit->is_stale = true;
}

void visit_other_key(Visit *visit, int64_t now_us)
{
    visit->input_us = now_us;
    if (visit->legend_us < now_us + LEGEND_AGAIN_US)
        visit->legend_us = now_us + LEGEND_AGAIN_US;
}

/* Who was typing goes on typing behind a page that a link leads aside to. */
static void press_action(Visit *visit, ActionId action, int64_t now_us)
{
    visit_field_settle(visit);
    if (!steps_aside(action) || !visit_is_typing(visit))
        visit->focus = CONTROL_NONE;
    visit_act(visit, action, now_us);
}

static void press_control(Visit *visit, int32_t control, int64_t now_us)
{
    if (control >= CONTROL_ACTION) {
        press_action(visit, (ActionId)(control - CONTROL_ACTION), now_us);
        return;
    }
    if (control == CONTROL_NONE || is_asleep(visit, ACTION_PRESS, now_us))
        return;
    if (control == CONTROL_FIELD) {
        visit->focus = CONTROL_FIELD;
        return;
    }
    if (control == CONTROL_FIGURE) {
        visit->focus = CONTROL_NONE;
        act_here(visit, visit->screen == SCREEN_LIST ? ACTION_OUT : ACTION_PRESS, now_us);
        return;
    }
    visit_field_settle(visit);
    if (rooms[visit->screen].press != NULL)
        rooms[visit->screen].press(visit, control, now_us);
}

/* What came in this very turn of the loop nobody has seen: the press was aimed at what
 * stood there before, also where keys are awake at once. */
void visit_press(Visit *visit, int32_t control, int64_t now_us)
{
    const bool is_seen = visit->sleep_us < now_us;
    visit->input_us = now_us;
    visit->is_pointed = true;
    if (control < CONTROL_ACTION) /* else the action is heard, and may not count */
        visit_write_heard(visit);
    if (is_seen || always_answers((ActionId)(control - CONTROL_ACTION)))
        press_control(visit, control, now_us);
    unframe_home(visit);
    visit->is_stale = true;
}

void visit_let_go(Visit *visit, int64_t now_us)
{
    visit_field_let_go(visit);
    visit_own_let_go(visit);
    if (visit->screen == SCREEN_PACE)
        visit_pace_let_go(visit, now_us);
}

bool visit_is_typing(const Visit *visit)
{
    return visit_field_edit(visit) != NULL ||
           (visit->screen == SCREEN_MAKER && visit_own_is_typing(visit)) ||
           (visit->screen == SCREEN_PERSON && visit_person_is_typing(visit)) ||
           (visit->screen == SCREEN_VOICE && visit_voice_is_typing(visit));
}

void visit_type(Visit *visit, const char *utf8, int64_t now_us)
{
    visit->input_us = now_us;
    visit->is_stale = true;
    if (!visit_is_typing(visit))
        return;
    if (visit_field_edit(visit) != NULL)
        visit_field_type(visit, utf8, now_us);
    else if (visit->screen == SCREEN_VOICE)
        visit_voice_type(visit, utf8, now_us);
    else if (visit->screen == SCREEN_PERSON)
        visit_person_type(visit, utf8);
    else
        visit_own_type(visit, utf8, now_us);
}

void visit_rub_out(Visit *visit, int64_t now_us)
{
    visit->input_us = now_us;
    visit->is_stale = true;
    if (!visit_is_typing(visit))
        return;
    if (visit_field_edit(visit) != NULL)
        visit_field_key(visit, FIELD_RUB_OUT, false, now_us);
    else if (visit->screen == SCREEN_VOICE)
        visit_voice_rub_out(visit, now_us);
    else if (visit->screen == SCREEN_PERSON)
        visit_person_rub_out(visit);
    else
        visit_own_rub_out(visit, now_us);
}

void visit_copied(Visit *visit, const char *sentence, int64_t now_us)
{
    const bool is_cut = visit->field.cut > 0;
    if (is_cut && sentence == clipboard_says(CLIPBOARD_NOT_COPIED) &&
        !visit_field_uncut(visit))
        sentence = "It could not be copied; Ctrl+Z brings it back.";
    if (rooms[visit->screen].tell != NULL)
        rooms[visit->screen].tell(visit, sentence);
    else
        visit_say(visit, sentence, now_us);
}

void visit_mailed(Visit *visit, const char *sentence, int64_t now_us)
{
    visit_copied(visit, sentence, now_us);
}

void visit_hover(Visit *visit, int32_t control, int64_t now_us)
{
    visit_other_key(visit, now_us);
    visit->hover = control;
}

void visit_scroll(Visit *visit, int32_t by_points, int64_t now_us)
{
    visit->input_us = now_us;
    if (by_points == 0 || visit_field_scroll(visit, by_points))
        return; /* 0: the wheel was turned sideways */
    int32_t by_px = layout_px(&visit->layout, by_points);
    if (visit->screen == SCREEN_SHOWN)
        by_px = visit_shown_lines(visit, by_points);
    const int32_t wished = visit->scroll_px + by_px;
    const int32_t most = visit->layout.scroll_max_px;
    visit->field.is_followed = false; /* who looks elsewhere is left there */
    visit->scroll_px = wished < 0 ? 0 : wished > most ? most : wished;
}

void visit_front(Visit *visit, bool is_in_front, int64_t now_us)
{
    visit->away_us = is_in_front ? INT64_MAX : now_us;
    if (is_in_front)
        visit->input_us = now_us;
    else
        visit_let_go(visit, now_us);
}
