/* SPDX-License-Identifier: MIT */
/* input.h -- keys of the keyboard to actions.
 *
 * Letters count by what is printed on them, and by position where a layout has no Latin
 * letters. Main thread. */
#ifndef LEEWAY_APP_INPUT_H
#define LEEWAY_APP_INPUT_H

#include "app/visit_field.h"
#include "view/actions.h"

#include <SDL.h>
#include <stdbool.h>

/* The action of a key that was pressed, or ACTION_NONE. */
ActionId input_action(SDL_Keysym key);

/* Whether the key writes something where something is typed, if only with the next. */
bool input_is_letter(SDL_Keysym key);

/* Whether a text that came directly behind the key was not typed: the key is a command,
 * held with Ctrl, Alt or Super. */
bool input_is_echo(SDL_Keysym key, const char *utf8);

/* Which key a text directly behind this event comes from; none unless it is a key that
 * went down. What other threads have to tell may come between. */
SDL_Keysym input_key_behind(SDL_Keysym before, const SDL_Event *event);

/* Whether a key prints something, by the `count` events that wait behind it. */
bool input_is_printed(const SDL_Event *next, int count);

/* Whether the key is one of those on the right that print, or move without Num Lock. */
bool input_is_on_pad(SDL_Keysym key);

/* Whether the key asks for what was copied: Ctrl V, or Shift Insert. */
bool input_is_paste(SDL_Keysym key);

/* What the key does to a text, where one is written, or FIELD_NONE; and whether it is
 * held with Shift, which selects. */
FieldKey input_field_key(SDL_Keysym key, bool *selects);

/* Whether an action goes on while its key is held. */
bool input_repeats(ActionId action);

/* Whether the key is only a modifier or belongs to the desktop: not worth an answer. */
bool input_is_silent(SDL_Keysym key);

#endif
