/* SPDX-License-Identifier: MIT */
/* own_voice_desk.h -- what the page of one recording wishes, done beside the window.
 *
 * Reading a recording and writing a voice take seconds, so each has a thread of its own
 * that pushes an event of SDL when it is done; the window never waits. A line is made
 * ready to be heard at once. What is abandoned is thrown away when its thread is done.
 * Main thread. */
#ifndef LEEWAY_APP_OWN_VOICE_DESK_H
#define LEEWAY_APP_OWN_VOICE_DESK_H

#include "app/visit.h"

typedef struct OwnVoiceDesk OwnVoiceDesk;

/* NULL and a sentence when there is no memory. `player` plays the lines, by its table of
 * clips or, where it has none, by one of the desk's. */
OwnVoiceDesk *own_voice_desk_open(Player *player, Error *error);

/* Waits for what is being read or written. When nothing renders any more. */
void own_voice_desk_close(OwnVoiceDesk *desk);

/* Once for each turn of the loop: does what is wished, tells the page what is done.
 * Returns whether a voice came to be. */
bool own_voice_desk_mind(OwnVoiceDesk *desk, Visit *visit, int64_t now_us);

#endif
