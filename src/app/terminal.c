/* SPDX-License-Identifier: MIT */
#include "app/terminal.h"

#include "app/desk.h"
#include "app/people_shelf.h"
#include "app/terminal_line.h"
#include "app/terminal_people.h"
#include "app/terminal_words.h"
#include "store/kept.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    LOST_US = 1000000,      /* the loop stood still this long: time was lost */
    FADE_OUT_US = 300000,   /* the longest that leaving waits for silence */
    FADE_END_US = 11000000, /* ... and the end of a practice, for its last bell */
    LOOK_US = 20000
};

typedef struct Terminal {
    Visit visit;
    Player player;
    Patterns patterns;
    Messages messages;
    PlacesShelf *places;
    VoiceShelf *voice;
    PeopleShelf *people;
    Settings kept, asked; /* as it is kept, and as it was when this began */
    TerminalLine line;
    int64_t told_ms; /* the step that was told last … */
    int64_t rung_ms; /* … and from where on bells were not */
    int64_t suspended_us;
    bool wants_end;
} Terminal;

/* Hidden is hidden: nothing is told until the same key is pressed again. */
static void say(const Terminal *terminal, const char *line)
{
    if (terminal->visit.screen == SCREEN_HIDDEN)
        return;
    puts(line);
    fflush(stdout); /* each line when it is due, also into a pipe */
}

static void say_keys(const Terminal *terminal)
{
    const Visit *visit = &terminal->visit;
    const bool has_holds = breath_has_holds(&terminal->player.session.base);
    char line[TERMINAL_WORDS_MAX];
    if (!terminal->line.has_keyboard)
        return;
    if (visit_scan_is_open(visit))
        say(terminal, terminal_words_places(true, line));
    else
        say(terminal,
            terminal_words_keys(visit->running, visit->is_quiet, has_holds, line));
}

/* A number for each, and one more for none of them. */
static void say_ways(const Terminal *terminal, bool are_new)
{
    VisitWay ways[SCENE_CHOICES_MAX];
    const int32_t count = visit_list_ways(&terminal->visit, ways);
    char line[TERMINAL_WORDS_MAX];
    if (are_new)
        say(terminal, visit_other_ways_says);
    for (int32_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "%d: %s", (int)i + 1, ways[i].says);
        say(terminal, line);
    }
    snprintf(line, sizeof line, "%d: Back to where it was", (int)count + 1);
    say(terminal, line);
    say(terminal, "p: People to call");
}

/* --- what is told by itself --- */

static void tell(const Terminal *terminal, const PlanStep *step)
{
    const char *words = terminal_words(step, terminal->visit.house.cues);
    if (words != NULL)
        say(terminal, words);
}

/* Bells have no length, so no moment falls into them. */
static void tell_bells(Terminal *terminal)
{
    const Session *session = &terminal->player.session;
    PlanCursor cursor = plan_cursor_from(&session->plan, terminal->rung_ms);
    PlanStep step;
    if (terminal->rung_ms > session->now_ms)
        return;
    while (plan_next_step(&session->plan, &cursor, &step) &&
           step.start_ms <= session->now_ms)
        if (step.kind == PLAN_BELL)
            tell(terminal, &step);
    terminal->rung_ms = session->now_ms + 1;
}

static void tell_step(Terminal *terminal)
{
    const Session *session = &terminal->player.session;
    tell_bells(terminal);
    if (session->told_ms == terminal->told_ms)
        return;
    terminal->told_ms = session->told_ms;
    const PlanStep step = plan_step_at(&session->plan, session->told_ms);
    tell(terminal, &step);
}

static void tell_news(Terminal *terminal)
{
    switch (player_news(&terminal->player)) {
    case PLAYER_NO_SOUND: say(terminal, "No sound device; the words go on."); break;
    case PLAYER_SOUND_GONE: say(terminal, "The sound is gone; the words go on."); break;
    case PLAYER_SOUND_BACK: say(terminal, "The sound is back."); break;
    default: break;
    }
}

static void tell_message(Terminal *terminal)
{
    const char *message = visit_message(&terminal->visit);
    if (message[0] != '\0')
        say(terminal, message);
}

/* --- keys --- */

static bool is_left(const Terminal *terminal)
{
    return terminal->wants_end || terminal->visit.wants_close ||
           terminal->player.session.state == SESSION_LEFT;
}

static void pause_said(Terminal *terminal)
{
    if (terminal->player.session.state == SESSION_PAUSED)
        say(terminal, terminal->line.has_keyboard ? "Paused. Space goes on." : "Paused.");
}

static void say_line(const void *terminal, const char *line)
{
    say(terminal, line);
}

/* All of it when it comes, or when another country is wished. */
static bool says_people(Terminal *terminal, ActionId action, ScreenId before)
{
    const bool is_stepped = action == ACTION_BACK || action == ACTION_ON;
    if (terminal->visit.screen != SCREEN_PEOPLE)
        return false;
    if (before != SCREEN_PEOPLE || is_stepped)
        terminal_people(&terminal->visit, say_line, terminal);
    else
        say(terminal, terminal_people_keys);
    return true;
}

/* What a key came to where it brought no line of the visit. */
static void say_screen(Terminal *terminal, ScreenId before, SessionState was)
{
    const Visit *visit = &terminal->visit;
    const ScreenId screen = visit->screen;
    if (screen == SCREEN_HIDDEN && before != SCREEN_HIDDEN)
        terminal_line_clear();
    else if (screen == SCREEN_CHOICES)
        say_ways(terminal, screen != before);
    else if (screen != before || terminal->player.session.state != was)
        pause_said(terminal);
    else if (terminal->player.session.state == SESSION_RUNNING &&
             !visit_scan_is_open(visit) &&
             terminal_words_is_staying(&terminal->player.session.plan, visit->running))
        say(terminal, "Staying here. Space goes on.");
    else
        say_keys(terminal);
}

/* The visit answers as it does in the window; its words are printed. */
static void act(Terminal *terminal, ActionId action, int64_t now_us)
{
    Visit *visit = &terminal->visit;
    const ScreenId before = visit->screen;
    const SessionState was = terminal->player.session.state;
    visit->answer = NULL;
    visit_act(visit, action, now_us);
    tell_step(terminal);
    people_shelf_mind(terminal->people, visit);
    if (visit->answer != NULL)
        say(terminal, visit->answer);
    else if (!says_people(terminal, action, before))
        say_screen(terminal, before, was);
}

static void tell_begin(Terminal *terminal, const char *note)
{
    terminal->told_ms = -1;
    terminal->rung_ms = 0;
    say(terminal, terminal->visit.told);
    if (note != NULL)
        say(terminal, note);
    say_keys(terminal);
    tell_step(terminal);
}

static void take_way(Terminal *terminal, int32_t way, int64_t now_us)
{
    Visit *visit = &terminal->visit;
    VisitWay ways[SCENE_CHOICES_MAX];
    const int32_t count = visit_list_ways(visit, ways);
    if (visit->screen != SCREEN_CHOICES || way > count) {
        const bool is_back = visit->screen == SCREEN_CHOICES && way == count + 1;
        act(terminal, is_back ? ACTION_PRESS : ACTION_NONE, now_us);
        return;
    }
    visit->answer = NULL;
    visit_press(visit, ways[way - 1].control, now_us);
    if (visit->answer != NULL)
        say(terminal, visit->answer);
    else if (visit->screen == SCREEN_PRACTICE)
        tell_begin(terminal, NULL);
    else if (visit->screen == SCREEN_CHOICES)
        say_ways(terminal, false); /* too soon after the page came */
}

/* --- time --- */

/* Without a keyboard nobody could go on, so that it is not left paused there. */
static void pause_or_go_on(Terminal *terminal)
{
    SessionEvents events = { .count = 0 };
    if (terminal->line.has_keyboard || terminal->player.session.state != SESSION_PAUSED) {
        pause_said(terminal);
        return;
    }
    player_apply(&terminal->player, SESSION_GO_ON, clock_now_us(), &events);
    tell_step(terminal);
}

static void interrupt(Terminal *terminal, int64_t now_us)
{
    if (!player_is_running(&terminal->player))
        return;
    visit_interrupt(&terminal->visit, now_us);
    pause_or_go_on(terminal);
}

static void mind_lost_time(Terminal *terminal, int64_t due_us, int64_t now_us)
{
    const int64_t suspended = clock_suspended_us();
    if (suspended - terminal->suspended_us > LOST_US ||
        (due_us != INT64_MAX && now_us - due_us > LOST_US))
        interrupt(terminal, now_us);
    terminal->suspended_us = suspended;
}

/* Returns false when a key or a signal came first; while sound fades, none is heard. */
static bool wait_for_silence(Terminal *terminal, int64_t most_us)
{
    const int64_t until = clock_now_us() + most_us;
    const bool is_fading = most_us == FADE_OUT_US;
    TerminalKey key;
    while (!player_is_silent(&terminal->player) && clock_now_us() < until) {
        const int64_t next = clock_now_us() + LOOK_US;
        const TerminalNews news = terminal_line_wait(&terminal->line, next, &key);
        if (news != TERMINAL_TIME && !is_fading)
            return false;
    }
    return true;
}

/* No time was lost yet: without a sound the last turn of the loop is a while ago. */
static void stop(Terminal *terminal)
{
    const int64_t now = clock_now_us();
    SessionEvents events = { .count = 0 };
    player_tick(&terminal->player, now, &events);
    if (player_is_running(&terminal->player))
        visit_interrupt(&terminal->visit, now);
    wait_for_silence(terminal, FADE_OUT_US);
    terminal_line_stop(&terminal->line);
    terminal->suspended_us = clock_suspended_us();
    pause_or_go_on(terminal);
}

static void turn(Terminal *terminal)
{
    TerminalKey key;
    if (terminal->voice != NULL)
        voice_shelf_follow(terminal->voice, &terminal->visit.settings, &terminal->player);
    const int64_t due = player_next_us(&terminal->player, clock_now_us());
    const TerminalNews news = terminal_line_wait(&terminal->line, due, &key);
    const int64_t now = clock_now_us();
    if (news == TERMINAL_STOP) {
        stop(terminal);
        return;
    }
    if (news == TERMINAL_CONTINUE)
        terminal_line_retake(&terminal->line);
    mind_lost_time(terminal, due, now);
    if (news == TERMINAL_END)
        act(terminal, ACTION_OUT, now);
    if (news == TERMINAL_KEY && key.way > 0)
        take_way(terminal, key.way, now);
    else if (news == TERMINAL_KEY)
        act(terminal, key.action, now);
    SessionEvents events = { .count = 0 };
    player_tick(&terminal->player, now, &events);
    if (!is_left(terminal))
        tell_step(terminal);
    tell_news(terminal);
    terminal->wants_end |= ferror(stdout) != 0;
}

/* --- beginning and end --- */

static bool load(Terminal *terminal, Error *error)
{
    FilePath path;
    if (!desk_load_words(&terminal->patterns, &terminal->messages, error))
        return false;
    terminal->people = people_shelf_open();
    if (terminal->people == NULL) {
        error_set(error, "there is no memory left for the practice");
        return false;
    }
    terminal->kept = settings_default();
    if (kept_path(KEPT_SETTINGS, &path, NULL))
        settings_load(path.text, &terminal->kept, NULL);
    return true;
}

/* Whatever was chosen here: the sound, the voice, a place that is left out. */
static void keep_choice(Terminal *terminal)
{
    FilePath path;
    if (!terminal->visit.is_choice_new)
        return;
    if (!kept_path(KEPT_SETTINGS, &path, NULL))
        return;
    /* What was chosen elsewhere since this began stays chosen. */
    settings_load(path.text, &terminal->kept, NULL);
    settings_take_changes(&terminal->kept, &terminal->asked, &terminal->visit.settings);
    settings_save(path.text, &terminal->kept, NULL);
}

static void begin(Terminal *terminal, const WindowWish *wish)
{
    Visit *visit = &terminal->visit;
    const Settings settings = desk_wished_settings(&terminal->kept, wish);
    terminal->asked = settings;
    terminal->places = desk_open_places(&settings);
    const PeopleShelf *people = terminal->people;
    const VisitHouse house = { .helplines = &people->helplines,
                               .own_people = &people->own,
                               .pages = &people->pages,
                               .country = people->country,
                               .patterns = &terminal->patterns,
                               .messages = &terminal->messages,
                               .regions = places_regions(terminal->places),
                               .cues = places_cues(terminal->places),
                               .player = &terminal->player,
                               .day = desk_today() };
    player_init(&terminal->player);
    terminal->voice = desk_open_voice(terminal->places, &terminal->player);
    visit_init(visit, &house, &settings, clock_now_us());
    desk_take_wish(visit, wish);
    const char *note = visit->note;
    desk_begin_wish(visit, clock_now_us());
    terminal->suspended_us = clock_suspended_us();
    tell_begin(terminal, note);
}

/* Leaving and the end: the same words. The last bowl rings until a key is pressed. */
static void end(Terminal *terminal)
{
    const bool is_over = terminal->player.session.state == SESSION_OVER;
    tell_message(terminal);
    if (!is_over || !wait_for_silence(terminal, FADE_END_US)) {
        player_hush(&terminal->player);
        wait_for_silence(terminal, FADE_OUT_US);
    }
    keep_choice(terminal);
}

Status terminal_run(const WindowWish *wish, Error *error)
{
    Terminal *terminal = calloc(1, sizeof *terminal);
    if (terminal == NULL) {
        error_set(error, "there is no memory left for the practice");
        return STATUS_FAILED;
    }
    if (!load(terminal, error)) {
        free(terminal);
        return STATUS_FAILED;
    }
    terminal_line_open(&terminal->line);
    begin(terminal, wish);
    while (!is_left(terminal) && terminal->player.session.state != SESSION_OVER)
        turn(terminal);
    end(terminal);
    player_close(&terminal->player);
    voice_shelf_close(terminal->voice);
    terminal_line_close(&terminal->line);
    places_shelf_close(terminal->places);
    people_shelf_close(terminal->people);
    free(terminal);
    return STATUS_FINE;
}
