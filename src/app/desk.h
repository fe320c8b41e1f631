/* SPDX-License-Identifier: MIT */
/* desk.h -- the window and everything that lies open on it.
 *
 * Opens what a visit needs (assets, settings, fonts, the window and its pixels), draws
 * the visit, keeps what was chosen, and puts all of it away. The loop that feeds it is
 * window.c. Main thread. */
#ifndef LEEWAY_APP_DESK_H
#define LEEWAY_APP_DESK_H

#include "app/desk_give.h"
#include "app/input.h"
#include "app/keeper.h"
#include "app/own_voice_desk.h"
#include "app/people_shelf.h"
#include "app/places_shelf.h"
#include "app/visit.h"
#include "app/voice_shelf.h"
#include "app/watch.h"
#include "app/window.h"
#include "app/window_place.h"
#include "app/written.h"
#include "view/present.h"

typedef struct Desk {
    Visit visit;
    Player player;
    Patterns patterns;
    Messages messages;
    Starts starts;
    Written *written;
    Voice voices[VOICES_MAX];
    PlacesShelf *places; /* NULL: there are no body scans */
    VoiceShelf *voice;   /* NULL: nobody speaks */
    Text *text;
    SDL_Window *window;
    WindowPlace place;
    double pixel_ratio;  /* pixels to the desktop's own units */
    bool is_density_old; /* it is to be asked for again */
    Present *present;
    RasterTables *tables;
    int32_t tables_width, tables_height;
    Picture picture;
    const Theme *theme; /* of what was painted last */
    SettingsLetters letters;
    Settings settings; /* as they are kept … */
    Settings asked;    /* … as the choices since then are told from … */
    Settings at_erase; /* … and as they held when the first file was erased */
    Keeper *keeper;
    OwnVoiceDesk *own_voice;
    PeopleShelf *people;
    DeskGive give;
    bool is_full_screen, is_saver_off;
    Watch *watch;           /* on the settings file … */
    uint32_t changed_event; /* … which was changed by another hand */
    Watch *patterns_watch;  /* and the same on the person's own patterns */
    uint32_t patterns_event;
    Watch *messages_watch, *marks_watch; /* and on their messages, and what was marked */
    uint32_t messages_event, marks_event;
} Desk;

/* Finds a display to open a window on. */
Status desk_open_video(Error *error);

/* Opens everything and shows the first picture. On failure *desk is NULL. */
Status desk_open(const WindowWish *wish, Desk **desk, Error *error);
void desk_close(Desk *desk);

/* Looks which voices there are, now and after one was added or erased. */
void desk_find_voices(Desk *desk);

/* Draws what changed since the last call. */
bool desk_draw(Desk *desk, int64_t now_us, Error *error);

/* An event of the program's own. */
void desk_hear(Desk *desk, uint32_t event, int64_t now_us);

/* The window's pixels were lost: all of it is drawn next time. */
void desk_expose(Desk *desk);

/* The window may be on a display of another density. */
void desk_rescale(Desk *desk);

/* Full screen, screen saver and settings as the visit wants them. */
void desk_mind(Desk *desk);

/* The patterns, of which there is at least one, and the messages, which may be none. */
bool desk_load_words(Patterns *patterns, Messages *messages, Error *error);

/* The places, with the voice that was chosen; NULL, told on stderr, when they cannot be
 * read, and the visit has no body scans then. */
PlacesShelf *desk_open_places(const Settings *settings);

/* The voice for a player, which borrows it; NULL, told on stderr, where nobody speaks. */
VoiceShelf *desk_open_voice(const PlacesShelf *places, Player *player);

/* Home stands on what this start was asked to be, if anything was; it begins at once, as
 * it stands there, where there is no home to see. */
void desk_take_wish(Visit *visit, const WindowWish *wish);
void desk_begin_wish(Visit *visit, int64_t now_us);

/* What was remembered, with what this start was asked to be. */
Settings desk_wished_settings(const Settings *kept, const WindowWish *wish);

/* Days of the calendar, where the person is. */
int64_t desk_today(void);

/* Takes the window away and lets the sound fade. */
void desk_vanish(Desk *desk);

#endif
