/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "app/window.h"

#include "app/desk.h"

#include <SDL.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    FRAME_US = 16667,
    LOST_US = 1000000,    /* the loop stood still this long: time was lost */
    POINTER_US = 2000000, /* the resting pointer hides */
    FADE_OUT_US = 300000, /* the longest that closing waits for silence */
    WHEEL_POINTS = 60,
    NEXT_MAX = 4 /* events that are looked at beforehand */
};

/* The loop's own memory. */
typedef struct Loop {
    Desk *desk;
    int64_t frame_us; /* when the next frame is due */
    int64_t turn_us;  /* when this turn of the loop began */
    int64_t due_us;   /* when the loop meant to be awake again */
    bool was_long;    /* the turn before stood still somewhere */
    int64_t suspended_us;
    int64_t pointer_us; /* when the pointer last moved; 0 while it is hidden */
    bool is_visible;
    SDL_Rect input_rect; /* where the desktop was told that the caret stands */
    SDL_Keysym key;      /* what a text that comes now is printed by, if a key at all */
} Loop;

/* What the desktop handed over may be what is not to be found afterwards. */
static void drop(char *text)
{
    if (text != NULL)
        explicit_bzero(text, strlen(text));
    SDL_free(text);
}

/* Takes a text from the desktop. */
static void paste(Visit *visit, char *text, int64_t now_us)
{
    if (text != NULL && visit_field_edit(visit) != NULL)
        visit_field_paste(visit, text, now_us);
    else if (text != NULL)
        visit_type(visit, text, now_us);
    drop(text);
}

/* SDL does not know of Num Lock on each keyboard, nor when something else than the key
 * turns it; but what a key prints stands right behind it. */
static SDL_Keysym with_num_lock(SDL_Keysym key)
{
    SDL_Event next[NEXT_MAX];
    if (!input_is_on_pad(key))
        return key;
    const int count =
        SDL_PeepEvents(next, NEXT_MAX, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
    if (input_is_printed(next, count))
        key.mod |= KMOD_NUM;
    return key;
}

/* A key where a text is written. False where it means what it does elsewhere. */
static bool on_field_key(Visit *visit, const SDL_KeyboardEvent *event, int64_t now_us)
{
    bool selects;
    const FieldKey key = input_field_key(with_num_lock(event->keysym), &selects);
    if (visit_field_edit(visit) == NULL || key == FIELD_NONE)
        return false;
    if (key == FIELD_PASTE)
        paste(visit, SDL_GetClipboardText(), now_us);
    else
        visit_field_key(visit, key, selects, now_us);
    return true;
}

static void on_key(Loop *loop, const SDL_KeyboardEvent *event, int64_t now_us)
{
    Visit *visit = &loop->desk->visit;
    const bool is_typing = visit_is_typing(visit);
    const ActionId action = input_action(event->keysym);
    if (on_field_key(visit, event, now_us))
        return;
    if (is_typing && event->keysym.sym == SDLK_BACKSPACE) {
        visit_rub_out(visit, now_us);
        return;
    }
    if (is_typing && input_is_letter(event->keysym))
        return; /* it comes as text */
    if (is_typing && input_is_paste(event->keysym)) {
        paste(visit, SDL_GetClipboardText(), now_us);
        return;
    }
    if (event->repeat != 0 && !input_repeats(action))
        return;
    if (action != ACTION_NONE)
        visit_act(visit, action, now_us);
    else if (!input_is_silent(event->keysym))
        visit_other_key(visit, now_us);
}

static void on_text(Loop *loop, const char *utf8, int64_t now_us)
{
    Visit *visit = &loop->desk->visit;
    if (loop->key.sym != SDLK_UNKNOWN)
        visit_field_keyed(visit);
    if (!input_is_echo(loop->key, utf8))
        visit_type(visit, utf8, now_us);
}

/* What an input method shows stands beside the caret. */
static void place_input(Loop *loop)
{
    const Rect caret = visit_field_caret(&loop->desk->visit);
    const double ratio = loop->desk->pixel_ratio;
    const SDL_Rect rect = { (int)(caret.x / ratio), (int)(caret.y / ratio), 1,
                            (int)(caret.h / ratio) };
    if (caret.h == 0 || SDL_RectEquals(&rect, &loop->input_rect))
        return;
    SDL_SetTextInputRect(&rect);
    loop->input_rect = rect;
}

/* The desktop's help for typing is on only where something is typed. */
static void mind_typing(Loop *loop)
{
    Visit *visit = &loop->desk->visit;
    const bool is_on = SDL_IsTextInputActive() == SDL_TRUE;
    if (visit_is_typing(visit) && !is_on)
        SDL_StartTextInput();
    else if (!visit_is_typing(visit) && is_on)
        SDL_StopTextInput();
    else if (visit->field.has_dropped && is_on) {
        /* SDL_ClearComposition does nothing on X11. */
        SDL_StopTextInput();
        SDL_StartTextInput();
    }
    visit->field.has_dropped = false;
    place_input(loop);
}

static void on_key_up(Loop *loop, const SDL_KeyboardEvent *event, int64_t now_us)
{
    const ActionId action = input_action(event->keysym);
    if (action == ACTION_PRESS || action == ACTION_ENTER)
        visit_let_go(&loop->desk->visit, now_us);
}

/* The pointer comes in the desktop's own units. */
static int32_t pixels(const Desk *desk, int32_t units)
{
    return (int32_t)(units * desk->pixel_ratio);
}

static int32_t control_at(const Desk *desk, int32_t x, int32_t y)
{
    return layout_control_at(&desk->visit.layout, pixels(desk, x), pixels(desk, y));
}

static void on_motion(Loop *loop, const SDL_MouseMotionEvent *event, int64_t now_us)
{
    Visit *visit = &loop->desk->visit;
    if (event->xrel == 0 && event->yrel == 0)
        return;
    SDL_ShowCursor(SDL_ENABLE);
    loop->pointer_us = now_us;
    visit_hover(visit, control_at(loop->desk, event->x, event->y), now_us);
    visit_field_draw(visit, pixels(loop->desk, event->x), pixels(loop->desk, event->y));
}

/* In a field the left button says where, the middle one puts there what was selected
 * last, wherever that was. */
static void on_button(Loop *loop, const SDL_MouseButtonEvent *event, int64_t now_us)
{
    Desk *desk = loop->desk;
    const int32_t control = control_at(desk, event->x, event->y);
    const bool is_left = event->button == SDL_BUTTON_LEFT;
    if (is_left)
        visit_press(&desk->visit, control, now_us);
    if (control != CONTROL_FIELD || (!is_left && event->button != SDL_BUTTON_MIDDLE))
        return;
    visit_field_press(&desk->visit, pixels(desk, event->x), pixels(desk, event->y),
                      is_left ? event->clicks : 1,
                      is_left && (SDL_GetModState() & KMOD_SHIFT) != 0);
    if (is_left)
        return;
    visit_field_let_go(&desk->visit); /* drawing is the left button's */
    paste(&desk->visit, SDL_GetPrimarySelectionText(), now_us);
}

static void on_window(Loop *loop, const SDL_WindowEvent *event, int64_t now_us)
{
    Desk *desk = loop->desk;
    switch (event->event) {
    case SDL_WINDOWEVENT_FOCUS_GAINED: visit_front(&desk->visit, true, now_us); break;
    case SDL_WINDOWEVENT_FOCUS_LOST: visit_front(&desk->visit, false, now_us); break;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED: loop->is_visible = false; break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_MAXIMIZED:
    case SDL_WINDOWEVENT_EXPOSED:
        loop->is_visible = true;
        desk_expose(desk);
        break;
    case SDL_WINDOWEVENT_MOVED:
    case SDL_WINDOWEVENT_SIZE_CHANGED: window_place_moved(&desk->place, now_us); break;
    case SDL_WINDOWEVENT_DISPLAY_CHANGED: desk_rescale(desk); break;
    case SDL_WINDOWEVENT_LEAVE: visit_hover(&desk->visit, CONTROL_NONE, now_us); break;
    case SDL_WINDOWEVENT_CLOSE: desk->visit.wants_close = true; break;
    default: break;
    }
}

static void on_event(Loop *loop, const SDL_Event *event, int64_t now_us)
{
    Visit *visit = &loop->desk->visit;
    switch (event->type) {
    case SDL_QUIT: visit->wants_close = true; break;
    case SDL_WINDOWEVENT: on_window(loop, &event->window, now_us); break;
    case SDL_KEYDOWN: on_key(loop, &event->key, now_us); break;
    case SDL_KEYUP: on_key_up(loop, &event->key, now_us); break;
    case SDL_TEXTINPUT: on_text(loop, event->text.text, now_us); break;
    case SDL_TEXTEDITING:
        visit_field_compose(visit, event->edit.text, event->edit.start);
        break;
    case SDL_TEXTEDITING_EXT:
        visit_field_compose(visit, event->editExt.text, event->editExt.start);
        drop(event->editExt.text);
        break;
    case SDL_MOUSEBUTTONUP:
        if (event->button.button == SDL_BUTTON_LEFT)
            visit_let_go(visit, now_us);
        break;
    case SDL_MOUSEMOTION: on_motion(loop, &event->motion, now_us); break;
    case SDL_MOUSEBUTTONDOWN: on_button(loop, &event->button, now_us); break;
    case SDL_AUDIODEVICEREMOVED:
        if (!event->adevice.iscapture && event->adevice.which != 0)
            player_lose_device(&loop->desk->player, now_us);
        break;
    case SDL_DROPFILE:
        visit_voice_drop(visit, event->drop.file, now_us);
        SDL_free(event->drop.file);
        break;
    case SDL_MOUSEWHEEL:
        visit_scroll(visit, -event->wheel.y * WHEEL_POINTS, now_us);
        break;
    default: desk_hear(loop->desk, event->type, now_us); break;
    }
    loop->key = input_key_behind(loop->key, event);
}

/* A suspended machine or a loop that stood still must not make the practice jump. */
static void mind_lost_time(Loop *loop, int64_t now_us)
{
    const int64_t suspended = clock_suspended_us();
    const bool is_late = now_us - loop->due_us > LOST_US || loop->was_long;
    if (suspended - loop->suspended_us > LOST_US || is_late)
        visit_interrupt(&loop->desk->visit, now_us);
    loop->suspended_us = suspended;
}

static void mind_pointer(Loop *loop, int64_t now_us)
{
    if (loop->pointer_us == 0 || now_us - loop->pointer_us < POINTER_US)
        return;
    SDL_ShowCursor(SDL_DISABLE);
    loop->pointer_us = 0;
}

static void sleep_until(int64_t at_us)
{
    const struct timespec at = { .tv_sec = at_us / 1000000,
                                 .tv_nsec = at_us % 1000000 * 1000 };
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL) == EINTR)
        continue;
}

/* When the loop has something to do by itself. */
static int64_t wake_us(const Loop *loop, int64_t now_us)
{
    const Visit *visit = &loop->desk->visit;
    int64_t wake =
        loop->is_visible ? visit->wake_us : player_next_us(visit->house.player, now_us);
    if (loop->desk->place.due_us < wake)
        wake = loop->desk->place.due_us;
    if (loop->pointer_us != 0 && loop->pointer_us + POINTER_US < wake)
        wake = loop->pointer_us + POINTER_US;
    if (desk_give_is_busy(&loop->desk->give) && now_us + FRAME_US < wake)
        wake = now_us + FRAME_US;
    /* A choice that stilled the picture is kept now, not at the next key. */
    const bool is_running = player_is_running(visit->house.player);
    if (visit->is_choice_new && !is_running && now_us + FRAME_US < wake)
        wake = now_us + FRAME_US;
    return wake;
}

/* Waits for the next frame while something moves, else for an event or the next change.
 */
static void wait_for_more(Loop *loop, SDL_Event *event, bool *has_event)
{
    const int64_t now = clock_now_us();
    *has_event = false;
    loop->was_long = now - loop->turn_us > LOST_US;
    if (loop->is_visible && loop->desk->visit.is_moving) {
        loop->frame_us += FRAME_US;
        if (loop->frame_us < now || loop->frame_us > now + FRAME_US)
            loop->frame_us = now + FRAME_US;
        loop->due_us = loop->frame_us;
        sleep_until(loop->frame_us);
        return;
    }
    const int64_t wake = wake_us(loop, now);
    loop->due_us = wake;
    if (wake == INT64_MAX)
        *has_event = SDL_WaitEvent(event) != 0;
    else if (wake > now)
        *has_event = SDL_WaitEventTimeout(event, (int)((wake - now) / 1000 + 1)) != 0;
    loop->frame_us = clock_now_us();
}

static bool turn(Loop *loop, Error *error)
{
    SDL_Event event;
    bool has_event;
    wait_for_more(loop, &event, &has_event);
    const int64_t now = clock_now_us();
    loop->turn_us = now;
    mind_lost_time(loop, now);
    visit_take_day(&loop->desk->visit, desk_today()); /* it may be open for a week */
    if (has_event)
        on_event(loop, &event, now);
    while (SDL_PollEvent(&event))
        on_event(loop, &event, now);
    visit_tick(&loop->desk->visit, now);
    mind_typing(loop);
    mind_pointer(loop, now);
    desk_mind(loop->desk);
    return !loop->is_visible || desk_draw(loop->desk, now, error);
}

/* The window goes at once; what sounds has 200 ms to fade. SDL wakes itself up through a
 * second connection to X: what it sent there must arrive while there is a window, or X
 * ends the program with an error. So the window is hidden for a frame at least. */
static void fade_out(Desk *desk)
{
    const int64_t until = clock_now_us() + FADE_OUT_US;
    desk_vanish(desk);
    do
        sleep_until(clock_now_us() + FRAME_US);
    while (!player_is_silent(&desk->player) && clock_now_us() < until);
}

static void end_as_told(int number)
{
    (void)number;
    raise(SIGTERM);
}

/* A terminal that is closed ends what it started as TERM does, which SDL hears: with a
 * fade, and everything wiped. Unless that is not to count, as behind nohup. */
static void hear_hanging_up(void)
{
    const struct sigaction end = { .sa_handler = end_as_told };
    struct sigaction now;
    if (sigaction(SIGHUP, NULL, &now) == 0 && now.sa_handler == SIG_DFL)
        sigaction(SIGHUP, &end, NULL);
}

Status window_run(const WindowWish *wish, Error *error)
{
    Desk *desk = NULL;
    Status status = desk_open(wish, &desk, error);
    if (status != STATUS_FINE)
        return status;
    hear_hanging_up();
    const int64_t now = clock_now_us();
    Loop loop = { .desk = desk,
                  .frame_us = now,
                  .turn_us = now,
                  .due_us = now,
                  .suspended_us = clock_suspended_us(),
                  .pointer_us = now,
                  .is_visible = true };
    while (!desk->visit.wants_close)
        if (!turn(&loop, error)) {
            status = STATUS_FAILED;
            break;
        }
    fade_out(desk);
    desk_close(desk);
    return status;
}
