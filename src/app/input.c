/* SPDX-License-Identifier: MIT */
#include "app/input.h"

#include "view/text.h"

#include <string.h>

/* A key with its modifiers. Letters also name their place on the keyboard. */
typedef struct InputRow {
    SDL_Keycode key;
    SDL_Scancode place; /* SDL_SCANCODE_UNKNOWN: the key counts, wherever it is */
    Uint16 modifier;    /* KMOD_NONE, KMOD_CTRL or KMOD_SHIFT */
    ActionId action;
} InputRow;

#define ANYWHERE SDL_SCANCODE_UNKNOWN

enum { LATIN_END = 0x250 };

static const InputRow rows[] = {
    { SDLK_SPACE, ANYWHERE, KMOD_NONE, ACTION_PRESS },
    { SDLK_ESCAPE, ANYWHERE, KMOD_NONE, ACTION_OUT },
    { SDLK_UP, ANYWHERE, KMOD_NONE, ACTION_QUICKER },
    { SDLK_DOWN, ANYWHERE, KMOD_NONE, ACTION_SLOWER },
    { SDLK_UNKNOWN, SDL_SCANCODE_LEFTBRACKET, KMOD_NONE, ACTION_QUICKER },
    { SDLK_UNKNOWN, SDL_SCANCODE_RIGHTBRACKET, KMOD_NONE, ACTION_SLOWER },
    { SDLK_LEFT, ANYWHERE, KMOD_NONE, ACTION_BACK },
    { SDLK_RIGHT, ANYWHERE, KMOD_NONE, ACTION_ON },
    { SDLK_o, SDL_SCANCODE_O, KMOD_NONE, ACTION_ANOTHER_WAY },
    { SDLK_m, SDL_SCANCODE_M, KMOD_NONE, ACTION_SOUND },
    { SDLK_n, SDL_SCANCODE_N, KMOD_NONE, ACTION_NO_HOLDS },
    { SDLK_h, SDL_SCANCODE_H, KMOD_NONE, ACTION_HIDE },
    { SDLK_h, SDL_SCANCODE_H, KMOD_CTRL, ACTION_HIDE },
    { SDLK_TAB, ANYWHERE, KMOD_NONE, ACTION_FRAME_NEXT },
    { SDLK_TAB, ANYWHERE, KMOD_SHIFT, ACTION_FRAME_BEFORE },
    { SDLK_DELETE, ANYWHERE, KMOD_NONE, ACTION_LEAVE_OUT },
    { SDLK_RETURN, ANYWHERE, KMOD_NONE, ACTION_ENTER },
    { SDLK_KP_ENTER, ANYWHERE, KMOD_NONE, ACTION_ENTER },
    { SDLK_F1, ANYWHERE, KMOD_NONE, ACTION_KEYS },
    { SDLK_F2, ANYWHERE, KMOD_NONE, ACTION_PEOPLE },
    { SDLK_F11, ANYWHERE, KMOD_NONE, ACTION_FULL_SCREEN },
    { SDLK_PLUS, ANYWHERE, KMOD_CTRL, ACTION_TEXT_LARGER },
    { SDLK_EQUALS, ANYWHERE, KMOD_CTRL, ACTION_TEXT_LARGER },
    { SDLK_KP_PLUS, ANYWHERE, KMOD_CTRL, ACTION_TEXT_LARGER },
    { SDLK_MINUS, ANYWHERE, KMOD_CTRL, ACTION_TEXT_SMALLER },
    { SDLK_KP_MINUS, ANYWHERE, KMOD_CTRL, ACTION_TEXT_SMALLER },
    { SDLK_0, SDL_SCANCODE_0, KMOD_CTRL, ACTION_TEXT_USUAL },
    { SDLK_KP_0, ANYWHERE, KMOD_CTRL, ACTION_TEXT_USUAL },
    { SDLK_PAGEUP, ANYWHERE, KMOD_NONE, ACTION_PAGE_UP },
    { SDLK_PAGEDOWN, ANYWHERE, KMOD_NONE, ACTION_PAGE_DOWN },
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static bool is_ascii_letter(SDL_Keycode key)
{
    return key >= SDLK_a && key <= SDLK_z;
}

static bool has_modifier(Uint16 held, Uint16 wanted)
{
    const bool is_ctrl = (held & KMOD_CTRL) != 0, is_shift = (held & KMOD_SHIFT) != 0;
    if ((held & (KMOD_ALT | KMOD_GUI | KMOD_MODE)) != 0)
        return false;
    if (wanted == KMOD_CTRL)
        return is_ctrl; /* with or without Shift: + needs it on many layouts */
    return !is_ctrl && is_shift == (wanted == KMOD_SHIFT);
}

/* A letter that is printed on some key is that key; its place stands in only where the
 * layout prints something else than a Latin letter there. */
static bool is_key(const InputRow *row, SDL_Keysym key)
{
    if (row->key != SDLK_UNKNOWN && key.sym == row->key)
        return true;
    return row->place != ANYWHERE && key.scancode == row->place &&
           !is_ascii_letter(key.sym);
}

ActionId input_action(SDL_Keysym key)
{
    Uint16 held = key.mod;
    if (is_ascii_letter(key.sym) && (held & KMOD_CTRL) == 0)
        held &= (Uint16)~KMOD_SHIFT; /* capitals are the same letters */
    for (int i = 0; i < ROW_COUNT; i++)
        if (is_key(&rows[i], key) && has_modifier(held, rows[i].modifier))
            return rows[i].action;
    return ACTION_NONE;
}

/* A dead key is called by its place, or not at all; what it writes comes with the next.
 */
static bool is_dead(SDL_Keysym key)
{
    const SDL_Scancode place = key.scancode;
    const bool is_between =
        (place >= SDL_SCANCODE_A && place <= SDL_SCANCODE_0) ||
        (place >= SDL_SCANCODE_MINUS && place <= SDL_SCANCODE_SLASH) ||
        place == SDL_SCANCODE_NONUSBACKSLASH;
    const SDL_Keycode called = key.sym & ~SDLK_SCANCODE_MASK;
    return is_between && (called == 0 || called == (SDL_Keycode)place);
}

bool input_is_letter(SDL_Keysym key)
{
    const bool is_command = (key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0;
    const bool is_printed = key.sym >= SDLK_SPACE &&
                            (key.sym & SDLK_SCANCODE_MASK) == 0 && key.sym != SDLK_DELETE;
    return !is_command && (is_printed || is_dead(key));
}

/* Whether the key may print something else than it is called: with Shift, on the right,
 * and where digits need Shift, as on French keyboards. */
static bool has_others(SDL_Keysym key)
{
    const bool is_right = key.sym >= SDLK_KP_DIVIDE && key.sym <= SDLK_KP_PERIOD;
    const bool is_digit = key.sym >= SDLK_0 && key.sym <= SDLK_9;
    return is_right || (is_digit && (key.mod & KMOD_CTRL) != 0) ||
           ((key.sym & SDLK_SCANCODE_MASK) == 0 &&
            (key.mod & (KMOD_SHIFT | KMOD_CAPS)) != 0);
}

/* X11 gives commands the letters of their keys, too: я for Ctrl Z on a Russian keyboard.
 * Where Alt or Super chooses among the letters of a key, it is another than the key's
 * own, and what an input method was still composing is no letter of the key at all. */
bool input_is_echo(SDL_Keysym key, const char *utf8)
{
    const int32_t length = (int32_t)strlen(utf8);
    const bool is_command = (key.mod & (KMOD_CTRL | KMOD_LALT | KMOD_GUI)) != 0 &&
                            (key.mod & (KMOD_RALT | KMOD_MODE)) == 0;
    const uint32_t own = (uint32_t)key.sym;
    uint32_t letter;
    if (!is_command || length == 0 || text_character(utf8, length, &letter) < length)
        return false;
    return letter == own || (has_others(key) && (letter < LATIN_END || own >= 0x80));
}

SDL_Keysym input_key_behind(SDL_Keysym before, const SDL_Event *event)
{
    if (event->type >= SDL_USEREVENT)
        return before;
    return event->type == SDL_KEYDOWN ? event->key.keysym : (SDL_Keysym){ 0 };
}

bool input_is_printed(const SDL_Event *next, int count)
{
    for (int i = 0; i < count; i++)
        if (next[i].type < SDL_USEREVENT)
            return next[i].type == SDL_TEXTINPUT;
    return false;
}

bool input_is_on_pad(SDL_Keysym key)
{
    return key.sym == SDLK_KP_0 || key.sym == SDLK_KP_PERIOD ||
           (key.sym >= SDLK_KP_1 && key.sym <= SDLK_KP_9);
}

bool input_is_paste(SDL_Keysym key)
{
    static const InputRow v = { SDLK_v, SDL_SCANCODE_V, KMOD_CTRL, ACTION_NONE };
    return (is_key(&v, key) && has_modifier(key.mod, KMOD_CTRL)) ||
           (key.sym == SDLK_INSERT && has_modifier(key.mod, KMOD_SHIFT));
}

/* A key of a text; `is_ctrl` tells those of words and of the clipboard. */
typedef struct FieldRow {
    SDL_Keycode key;
    SDL_Scancode place;
    bool is_ctrl;
    FieldKey field;
} FieldRow;

static const FieldRow field_rows[] = {
    { SDLK_LEFT, ANYWHERE, false, FIELD_LEFT },
    { SDLK_RIGHT, ANYWHERE, false, FIELD_RIGHT },
    { SDLK_UP, ANYWHERE, false, FIELD_UP },
    { SDLK_DOWN, ANYWHERE, false, FIELD_DOWN },
    { SDLK_PAGEUP, ANYWHERE, false, FIELD_PAGE_UP },
    { SDLK_PAGEDOWN, ANYWHERE, false, FIELD_PAGE_DOWN },
    { SDLK_HOME, ANYWHERE, false, FIELD_LINE_START },
    { SDLK_END, ANYWHERE, false, FIELD_LINE_END },
    { SDLK_BACKSPACE, ANYWHERE, false, FIELD_RUB_OUT },
    { SDLK_DELETE, ANYWHERE, false, FIELD_DELETE },
    { SDLK_RETURN, ANYWHERE, false, FIELD_NEWLINE },
    { SDLK_KP_ENTER, ANYWHERE, false, FIELD_NEWLINE },
    { SDLK_LEFT, ANYWHERE, true, FIELD_WORD_LEFT },
    { SDLK_RIGHT, ANYWHERE, true, FIELD_WORD_RIGHT },
    { SDLK_HOME, ANYWHERE, true, FIELD_START },
    { SDLK_END, ANYWHERE, true, FIELD_END },
    { SDLK_BACKSPACE, ANYWHERE, true, FIELD_RUB_WORD },
    { SDLK_DELETE, ANYWHERE, true, FIELD_DELETE_WORD },
    { SDLK_INSERT, ANYWHERE, true, FIELD_COPY },
    { SDLK_a, SDL_SCANCODE_A, true, FIELD_ALL },
    { SDLK_c, SDL_SCANCODE_C, true, FIELD_COPY },
    { SDLK_x, SDL_SCANCODE_X, true, FIELD_CUT },
    { SDLK_v, SDL_SCANCODE_V, true, FIELD_PASTE },
    { SDLK_z, SDL_SCANCODE_Z, true, FIELD_UNDO },
    { SDLK_y, SDL_SCANCODE_Y, true, FIELD_REDO },
};

enum { FIELD_ROW_COUNT = sizeof field_rows / sizeof field_rows[0] };

/* What the keys on the right are without Num Lock. With Shift they print digits then. */
static SDL_Keycode without_num_lock(SDL_Keysym key)
{
    static const SDL_Keycode moves[] = { SDLK_END,  SDLK_DOWN, SDLK_PAGEDOWN,
                                         SDLK_LEFT, SDLK_KP_5, SDLK_RIGHT,
                                         SDLK_HOME, SDLK_UP,   SDLK_PAGEUP };
    if ((key.mod & (KMOD_NUM | KMOD_SHIFT)) != 0)
        return key.sym;
    if (key.sym == SDLK_KP_PERIOD)
        return SDLK_DELETE;
    return key.sym >= SDLK_KP_1 && key.sym <= SDLK_KP_9 ? moves[key.sym - SDLK_KP_1]
                                                        : key.sym;
}

/* What Shift makes of the keys whose meaning it changes. */
static FieldKey with_shift(SDL_Keycode key, FieldKey field)
{
    if (field == FIELD_UNDO)
        return FIELD_REDO;
    return key == SDLK_DELETE && field == FIELD_DELETE ? FIELD_CUT : field;
}

FieldKey input_field_key(SDL_Keysym key, bool *selects)
{
    const bool is_ctrl = (key.mod & KMOD_CTRL) != 0;
    *selects = (key.mod & KMOD_SHIFT) != 0;
    if ((key.mod & (KMOD_ALT | KMOD_GUI | KMOD_MODE)) != 0)
        return FIELD_NONE;
    if (input_is_paste(key))
        return FIELD_PASTE;
    key.sym = without_num_lock(key);
    for (int i = 0; i < FIELD_ROW_COUNT; i++) {
        const FieldRow *row = &field_rows[i];
        const InputRow as_input = { row->key, row->place, KMOD_NONE, ACTION_NONE };
        if (row->is_ctrl == is_ctrl && is_key(&as_input, key))
            return *selects ? with_shift(row->key, row->field) : row->field;
    }
    return FIELD_NONE;
}

bool input_repeats(ActionId action)
{
    return action == ACTION_BACK || action == ACTION_ON || action == ACTION_FRAME_NEXT ||
           action == ACTION_FRAME_BEFORE || action == ACTION_PAGE_UP ||
           action == ACTION_PAGE_DOWN;
}

bool input_is_silent(SDL_Keysym key)
{
    return (key.sym >= SDLK_LCTRL && key.sym <= SDLK_RGUI) ||
           (key.mod & (KMOD_ALT | KMOD_GUI | KMOD_MODE)) != 0 ||
           key.sym == SDLK_CAPSLOCK || key.sym == SDLK_UNKNOWN;
}
