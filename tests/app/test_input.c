/* SPDX-License-Identifier: MIT */
#include "app/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Row {
    const char *name;
    SDL_Keycode key;
    SDL_Scancode place;
    int modifiers;
    ActionId action;
} Row;

enum {
    CYRILLIC_O_PLACE = 0x449,
    CYRILLIC_SOFT = 0x44C,
    CYRILLIC_T = 0x442,
    CYRILLIC_YA = 0x44F
};

static const Row rows[] = {
    { "Space", SDLK_SPACE, SDL_SCANCODE_SPACE, KMOD_NONE, ACTION_PRESS },
    { "Esc", SDLK_ESCAPE, SDL_SCANCODE_ESCAPE, KMOD_NONE, ACTION_OUT },
    { "up", SDLK_UP, SDL_SCANCODE_UP, KMOD_NONE, ACTION_QUICKER },
    { "down", SDLK_DOWN, SDL_SCANCODE_DOWN, KMOD_NONE, ACTION_SLOWER },
    { "left", SDLK_LEFT, SDL_SCANCODE_LEFT, KMOD_NONE, ACTION_BACK },
    { "right", SDLK_RIGHT, SDL_SCANCODE_RIGHT, KMOD_NONE, ACTION_ON },
    { "[", SDLK_LEFTBRACKET, SDL_SCANCODE_LEFTBRACKET, KMOD_NONE, ACTION_QUICKER },
    { "]", SDLK_RIGHTBRACKET, SDL_SCANCODE_RIGHTBRACKET, KMOD_NONE, ACTION_SLOWER },
    { "o", SDLK_o, SDL_SCANCODE_O, KMOD_NONE, ACTION_ANOTHER_WAY },
    { "m", SDLK_m, SDL_SCANCODE_M, KMOD_NONE, ACTION_SOUND },
    { "n", SDLK_n, SDL_SCANCODE_N, KMOD_NONE, ACTION_NO_HOLDS },
    { "h", SDLK_h, SDL_SCANCODE_H, KMOD_NONE, ACTION_HIDE },
    { "Delete", SDLK_DELETE, SDL_SCANCODE_DELETE, KMOD_NONE, ACTION_LEAVE_OUT },
    { "Ctrl h", SDLK_h, SDL_SCANCODE_H, KMOD_LCTRL, ACTION_HIDE },
    { "Tab", SDLK_TAB, SDL_SCANCODE_TAB, KMOD_NONE, ACTION_FRAME_NEXT },
    { "Shift Tab", SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LSHIFT, ACTION_FRAME_BEFORE },
    { "Enter", SDLK_RETURN, SDL_SCANCODE_RETURN, KMOD_NONE, ACTION_ENTER },
    { "Enter on the right", SDLK_KP_ENTER, SDL_SCANCODE_KP_ENTER, KMOD_NONE,
      ACTION_ENTER },
    { "F1", SDLK_F1, SDL_SCANCODE_F1, KMOD_NONE, ACTION_KEYS },
    { "F11", SDLK_F11, SDL_SCANCODE_F11, KMOD_NONE, ACTION_FULL_SCREEN },
    { "Ctrl +", SDLK_PLUS, SDL_SCANCODE_RIGHTBRACKET, KMOD_LCTRL, ACTION_TEXT_LARGER },
    { "Ctrl Shift =", SDLK_EQUALS, SDL_SCANCODE_EQUALS, KMOD_LCTRL | KMOD_LSHIFT,
      ACTION_TEXT_LARGER },
    { "Ctrl + on the right", SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS, KMOD_RCTRL,
      ACTION_TEXT_LARGER },
    { "Ctrl -", SDLK_MINUS, SDL_SCANCODE_MINUS, KMOD_LCTRL, ACTION_TEXT_SMALLER },
    { "Ctrl - on the right", SDLK_KP_MINUS, SDL_SCANCODE_KP_MINUS, KMOD_LCTRL,
      ACTION_TEXT_SMALLER },
    { "Ctrl 0", SDLK_0, SDL_SCANCODE_0, KMOD_LCTRL, ACTION_TEXT_USUAL },
    { "Ctrl 0 on the right", SDLK_KP_0, SDL_SCANCODE_KP_0, KMOD_LCTRL,
      ACTION_TEXT_USUAL },
    { "Ctrl and the place of 0 on a French keyboard", 0xE0, SDL_SCANCODE_0, KMOD_LCTRL,
      ACTION_TEXT_USUAL },
    { "Page Up", SDLK_PAGEUP, SDL_SCANCODE_PAGEUP, KMOD_NONE, ACTION_PAGE_UP },
    { "Page Down", SDLK_PAGEDOWN, SDL_SCANCODE_PAGEDOWN, KMOD_NONE, ACTION_PAGE_DOWN },
    { "with Caps Lock", SDLK_o, SDL_SCANCODE_O, KMOD_CAPS, ACTION_ANOTHER_WAY },
    { "with Num Lock", SDLK_SPACE, SDL_SCANCODE_SPACE, KMOD_NUM, ACTION_PRESS },
    { "a capital O", SDLK_o, SDL_SCANCODE_O, KMOD_RSHIFT, ACTION_ANOTHER_WAY },
    { "F2", SDLK_F2, SDL_SCANCODE_F2, KMOD_NONE, ACTION_PEOPLE },
    { "Alt F2 is the desktop's", SDLK_F2, SDL_SCANCODE_F2, KMOD_LALT, ACTION_NONE },
    { "a capital N", SDLK_n, SDL_SCANCODE_N, KMOD_LSHIFT, ACTION_NO_HOLDS },
    { "Cyrillic where O is", CYRILLIC_O_PLACE, SDL_SCANCODE_O, KMOD_NONE,
      ACTION_ANOTHER_WAY },
    { "Cyrillic where M is", CYRILLIC_SOFT, SDL_SCANCODE_M, KMOD_NONE, ACTION_SOUND },
    { "Cyrillic where N is", CYRILLIC_T, SDL_SCANCODE_N, KMOD_NONE, ACTION_NO_HOLDS },
    { "Cyrillic where H is, with Ctrl", 0x440, SDL_SCANCODE_H, KMOD_LCTRL, ACTION_HIDE },
    { "Dvorak: the letter counts", SDLK_o, SDL_SCANCODE_S, KMOD_NONE,
      ACTION_ANOTHER_WAY },
    { "Dvorak: not the place", SDLK_r, SDL_SCANCODE_O, KMOD_NONE, ACTION_NONE },
    { "a letter that means nothing", SDLK_x, SDL_SCANCODE_X, KMOD_NONE, ACTION_NONE },
    { "Ctrl with a letter", SDLK_o, SDL_SCANCODE_O, KMOD_LCTRL, ACTION_NONE },
    { "Ctrl with Space", SDLK_SPACE, SDL_SCANCODE_SPACE, KMOD_LCTRL, ACTION_NONE },
    { "plus alone", SDLK_PLUS, SDL_SCANCODE_EQUALS, KMOD_NONE, ACTION_NONE },
    { "0 alone", SDLK_0, SDL_SCANCODE_0, KMOD_NONE, ACTION_NONE },
    { "Alt F1 is the desktop's", SDLK_F1, SDL_SCANCODE_F1, KMOD_LALT, ACTION_NONE },
    { "Alt Tab is the desktop's", SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LALT, ACTION_NONE },
    { "Super H is the desktop's", SDLK_h, SDL_SCANCODE_H, KMOD_LGUI, ACTION_NONE },
    { "AltGr", SDLK_o, SDL_SCANCODE_O, KMOD_RALT, ACTION_NONE },
    { "AltGr as another modifier", SDLK_o, SDL_SCANCODE_O, KMOD_MODE, ACTION_NONE },
};

enum { ROWS = sizeof rows / sizeof rows[0] };

static SDL_Keysym key_of(const Row *row)
{
    return (SDL_Keysym){ .scancode = row->place,
                         .sym = row->key,
                         .mod = (Uint16)row->modifiers };
}

static void test_every_key(void **state)
{
    (void)state;
    int wrong = 0;
    for (int i = 0; i < ROWS; i++) {
        const ActionId action = input_action(key_of(&rows[i]));
        if (action == rows[i].action)
            continue;
        print_error("%s: %s\n", rows[i].name, action_row(action)->id);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_every_action_has_a_key(void **state)
{
    (void)state;
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        bool has_key = false;
        for (int i = 0; i < ROWS; i++)
            has_key |= rows[i].action == (ActionId)id;
        if (!has_key)
            fail_msg("no key leads to %s", action_row((ActionId)id)->id);
    }
}

/* Space held down must not begin and pause in turn. */
static void test_only_what_moves_on_repeats(void **state)
{
    (void)state;
    static const ActionId repeating[] = { ACTION_BACK,       ACTION_ON,
                                          ACTION_FRAME_NEXT, ACTION_FRAME_BEFORE,
                                          ACTION_PAGE_UP,    ACTION_PAGE_DOWN };
    for (int id = ACTION_NONE; id < ACTION_COUNT; id++) {
        bool repeats = false;
        for (size_t i = 0; i < sizeof repeating / sizeof repeating[0]; i++)
            repeats |= repeating[i] == (ActionId)id;
        assert_int_equal(input_repeats((ActionId)id), repeats);
    }
}

static void test_modifiers_and_the_desktops_keys_are_no_strange_keys(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        SDL_Keysym key;
        bool is_silent;
    } keys[] = {
        { "Shift", { .sym = SDLK_LSHIFT, .mod = KMOD_LSHIFT }, true },
        { "Ctrl", { .sym = SDLK_RCTRL, .mod = KMOD_RCTRL }, true },
        { "Alt Tab", { .sym = SDLK_TAB, .mod = KMOD_LALT }, true },
        { "Caps Lock", { .sym = SDLK_CAPSLOCK }, true },
        { "a key without a name", { .sym = SDLK_UNKNOWN }, true },
        { "x", { .sym = SDLK_x }, false },
        { "F5", { .sym = SDLK_F5 }, false },
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (input_is_silent(keys[i].key) != keys[i].is_silent)
            fail_msg("%s", keys[i].name);
}

#define DEAD SDLK_SCANCODE_MASK

static const struct {
    const char *name;
    SDL_Keysym key;
    bool is_letter;
} writing[] = {
    { "a", { .sym = SDLK_a, .scancode = SDL_SCANCODE_A }, true },
    { "Space", { .sym = SDLK_SPACE, .scancode = SDL_SCANCODE_SPACE }, true },
    { "[", { .sym = SDLK_LEFTBRACKET, .scancode = SDL_SCANCODE_LEFTBRACKET }, true },
    { "the ^ of a French keyboard",
      { .sym = DEAD, .scancode = SDL_SCANCODE_LEFTBRACKET },
      true },
    { "called by its place",
      { .sym = SDL_SCANCODE_TO_KEYCODE(SDL_SCANCODE_RIGHTBRACKET),
        .scancode = SDL_SCANCODE_RIGHTBRACKET },
      true },
    { "the dead key beside Enter",
      { .sym = DEAD, .scancode = SDL_SCANCODE_EQUALS },
      true },
    { "the one beside Shift",
      { .sym = DEAD, .scancode = SDL_SCANCODE_NONUSBACKSLASH },
      true },
    { "with Shift",
      { .sym = DEAD, .scancode = SDL_SCANCODE_LEFTBRACKET, .mod = KMOD_LSHIFT },
      true },
    { "with Ctrl",
      { .sym = DEAD, .scancode = SDL_SCANCODE_LEFTBRACKET, .mod = KMOD_LCTRL },
      false },
    { "with Alt",
      { .sym = DEAD, .scancode = SDL_SCANCODE_LEFTBRACKET, .mod = KMOD_LALT },
      false },
    { "an arrow at the place of a letter",
      { .sym = SDLK_UP, .scancode = SDL_SCANCODE_SLASH },
      false },
    { "up", { .sym = SDLK_UP, .scancode = SDL_SCANCODE_UP }, false },
    { "F1", { .sym = SDLK_F1, .scancode = SDL_SCANCODE_F1 }, false },
    { "Enter", { .sym = SDLK_RETURN, .scancode = SDL_SCANCODE_RETURN }, false },
    { "Esc", { .sym = SDLK_ESCAPE, .scancode = SDL_SCANCODE_ESCAPE }, false },
    { "Backspace", { .sym = SDLK_BACKSPACE, .scancode = SDL_SCANCODE_BACKSPACE }, false },
    { "Tab", { .sym = SDLK_TAB, .scancode = SDL_SCANCODE_TAB }, false },
    { "Caps Lock", { .sym = SDLK_CAPSLOCK, .scancode = SDL_SCANCODE_CAPSLOCK }, false },
};

static void test_what_writes_something(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof writing / sizeof writing[0]; i++)
        if (input_is_letter(writing[i].key) != writing[i].is_letter)
            fail_msg("%s", writing[i].name);
}

static void test_what_asks_for_what_was_copied(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        SDL_Keysym key;
        bool is_paste;
    } keys[] = {
        { "Ctrl v", { .sym = SDLK_v, .mod = KMOD_LCTRL }, true },
        { "Ctrl and the key of v where no letter is Latin",
          { .sym = 0x43C, .scancode = SDL_SCANCODE_V, .mod = KMOD_LCTRL },
          true },
        { "Dvorak: not the place",
          { .sym = SDLK_k, .scancode = SDL_SCANCODE_V, .mod = KMOD_LCTRL },
          false },
        { "Shift Insert", { .sym = SDLK_INSERT, .mod = KMOD_RSHIFT }, true },
        { "v", { .sym = SDLK_v }, false },
        { "Insert", { .sym = SDLK_INSERT }, false },
        { "Ctrl Alt v", { .sym = SDLK_v, .mod = KMOD_LCTRL | KMOD_LALT }, false },
        { "Ctrl c", { .sym = SDLK_c, .mod = KMOD_LCTRL }, false },
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (input_is_paste(keys[i].key) != keys[i].is_paste)
            fail_msg("%s", keys[i].name);
}

/* What a command's key prints comes as text, too, and is not typed. */
static const struct {
    const char *name;
    SDL_Keysym key;
    const char *text;
    bool is_echo;
} behind[] = {
    { "Ctrl -", { .sym = SDLK_MINUS, .mod = KMOD_LCTRL }, "-", true },
    { "Ctrl Shift =",
      { .sym = SDLK_EQUALS, .mod = KMOD_RCTRL | KMOD_LSHIFT },
      "+",
      true },
    { "Ctrl - on the right", { .sym = SDLK_KP_MINUS, .mod = KMOD_LCTRL }, "-", true },
    { "Ctrl 0 on a French keyboard", { .sym = SDLK_0, .mod = KMOD_LCTRL }, "à", true },
    { "Ctrl z on a Russian keyboard",
      { .sym = CYRILLIC_YA, .mod = KMOD_LCTRL },
      "я",
      true },
    { "Ctrl Shift z on a Russian keyboard",
      { .sym = CYRILLIC_YA, .mod = KMOD_LCTRL | KMOD_LSHIFT },
      "Я",
      true },
    { "Alt x", { .sym = SDLK_x, .mod = KMOD_LALT }, "x", true },
    { "Super x with Caps Lock",
      { .sym = SDLK_x, .mod = KMOD_LGUI | KMOD_CAPS },
      "X",
      true },
    { "AltGr q on a German keyboard", { .sym = SDLK_q, .mod = KMOD_RALT }, "@", false },
    { "Ctrl AltGr q", { .sym = SDLK_q, .mod = KMOD_LCTRL | KMOD_RALT }, "@", false },
    { "where Alt is what AltGr is elsewhere",
      { .sym = SDLK_q, .mod = KMOD_LALT },
      "@",
      false },
    { "the same with a digit", { .sym = SDLK_7, .mod = KMOD_LALT }, "{", false },
    { "Shift 1", { .sym = SDLK_1, .mod = KMOD_LSHIFT }, "!", false },
    { "-", { .sym = SDLK_MINUS }, "-", false },
    { "no key", { .sym = SDLK_UNKNOWN }, "-", false },
    { "a word that Ctrl c made an input method give",
      { .sym = SDLK_c, .mod = KMOD_LCTRL },
      "co",
      false },
    { "a syllable at the end of a way",
      { .sym = SDLK_LEFT, .mod = KMOD_LCTRL | KMOD_LSHIFT },
      "a",
      false },
    { "a syllable that Ctrl Shift z made it give",
      { .sym = SDLK_z, .mod = KMOD_LCTRL | KMOD_LSHIFT },
      "한",
      false },
    { "a syllable", { .sym = SDLK_c, .mod = KMOD_LCTRL }, "한", false },
};

static void test_commands_write_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (input_is_echo(behind[i].key, behind[i].text) != behind[i].is_echo)
            fail_msg("%s", behind[i].name);
}

/* A file that was changed is told of by another thread, whenever that is. */
static void test_other_threads_do_not_come_between_a_key_and_its_text(void **state)
{
    static const struct {
        const char *says;
        Uint32 type;
        SDL_Keycode key;
    } cases[] = {
        { "another thread's", SDL_USEREVENT + 2, SDLK_c },
        { "another key", SDL_KEYDOWN, SDLK_x },
        { "the text", SDL_TEXTINPUT, SDLK_UNKNOWN },
        { "the key goes up", SDL_KEYUP, SDLK_UNKNOWN },
        { "the pointer", SDL_MOUSEMOTION, SDLK_UNKNOWN },
    };
    const SDL_Keysym before = { .sym = SDLK_c, .mod = KMOD_LCTRL };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        SDL_Event event = { .type = cases[i].type };
        if (cases[i].type == SDL_KEYDOWN)
            event.key.keysym.sym = SDLK_x;
        if (input_key_behind(before, &event).sym != cases[i].key)
            fail_msg("%s", cases[i].says);
    }
}

static void test_what_prints_is_told_by_what_is_behind_it(void **state)
{
    static const struct {
        const char *says;
        Uint32 next[3];
        int count;
        bool is_printed;
    } cases[] = {
        { "nothing", { 0 }, 0, false },
        { "a text", { SDL_TEXTINPUT }, 1, true },
        { "another thread's, and a text", { SDL_USEREVENT, SDL_TEXTINPUT }, 2, true },
        { "the next key's text", { SDL_KEYDOWN, SDL_TEXTINPUT }, 2, false },
        { "other threads' alone", { SDL_USEREVENT, SDL_USEREVENT + 1 }, 2, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        SDL_Event next[3] = { 0 };
        for (int event = 0; event < cases[i].count; event++)
            next[event].type = cases[i].next[event];
        if (input_is_printed(next, cases[i].count) != cases[i].is_printed)
            fail_msg("%s", cases[i].says);
    }
}

static void test_which_keys_are_on_the_right(void **state)
{
    static const struct {
        SDL_Keycode key;
        bool is_on_pad;
    } cases[] = {
        { SDLK_KP_0, true },      { SDLK_KP_1, true },    { SDLK_KP_9, true },
        { SDLK_KP_PERIOD, true }, { SDLK_7, false },      { SDLK_HOME, false },
        { SDLK_KP_ENTER, false }, { SDLK_DELETE, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(input_is_on_pad((SDL_Keysym){ .sym = cases[i].key }),
                         cases[i].is_on_pad);
}

static const struct {
    const char *name;
    SDL_Keysym key;
    FieldKey field;
    bool selects;
} in_a_text[] = {
    { "left", { .sym = SDLK_LEFT }, FIELD_LEFT, false },
    { "Shift left", { .sym = SDLK_LEFT, .mod = KMOD_LSHIFT }, FIELD_LEFT, true },
    { "Ctrl left", { .sym = SDLK_LEFT, .mod = KMOD_RCTRL }, FIELD_WORD_LEFT, false },
    { "Home", { .sym = SDLK_HOME }, FIELD_LINE_START, false },
    { "Ctrl Home", { .sym = SDLK_HOME, .mod = KMOD_LCTRL }, FIELD_START, false },
    { "Enter", { .sym = SDLK_RETURN }, FIELD_NEWLINE, false },
    { "Backspace", { .sym = SDLK_BACKSPACE }, FIELD_RUB_OUT, false },
    { "Ctrl Delete",
      { .sym = SDLK_DELETE, .mod = KMOD_LCTRL },
      FIELD_DELETE_WORD,
      false },
    { "Shift Delete", { .sym = SDLK_DELETE, .mod = KMOD_LSHIFT }, FIELD_CUT, true },
    { "Ctrl Insert", { .sym = SDLK_INSERT, .mod = KMOD_LCTRL }, FIELD_COPY, false },
    { "Shift Insert", { .sym = SDLK_INSERT, .mod = KMOD_LSHIFT }, FIELD_PASTE, true },
    { "Ctrl z", { .sym = SDLK_z, .mod = KMOD_LCTRL }, FIELD_UNDO, false },
    { "Ctrl Shift z",
      { .sym = SDLK_z, .mod = KMOD_LCTRL | KMOD_LSHIFT },
      FIELD_REDO,
      true },
    { "Ctrl y", { .sym = SDLK_y, .mod = KMOD_LCTRL }, FIELD_REDO, false },
    { "Ctrl and the key of z where no letter is Latin",
      { .sym = CYRILLIC_SOFT, .scancode = SDL_SCANCODE_Z, .mod = KMOD_LCTRL },
      FIELD_UNDO,
      false },
    { "Ctrl z where y is elsewhere",
      { .sym = SDLK_z, .scancode = SDL_SCANCODE_Y, .mod = KMOD_LCTRL },
      FIELD_UNDO,
      false },
    { "the keys on the right: 7", { .sym = SDLK_KP_7 }, FIELD_LINE_START, false },
    { "4", { .sym = SDLK_KP_4 }, FIELD_LEFT, false },
    { "9", { .sym = SDLK_KP_9 }, FIELD_PAGE_UP, false },
    { "2", { .sym = SDLK_KP_2 }, FIELD_DOWN, false },
    { "5", { .sym = SDLK_KP_5 }, FIELD_NONE, false },
    { "the dot", { .sym = SDLK_KP_PERIOD }, FIELD_DELETE, false },
    { "Ctrl 1", { .sym = SDLK_KP_1, .mod = KMOD_LCTRL }, FIELD_END, false },
    { "Shift 7 prints it", { .sym = SDLK_KP_7, .mod = KMOD_LSHIFT }, FIELD_NONE, true },
    { "7 with Num Lock", { .sym = SDLK_KP_7, .mod = KMOD_NUM }, FIELD_NONE, false },
    { "a letter", { .sym = SDLK_a }, FIELD_NONE, false },
    { "Space", { .sym = SDLK_SPACE }, FIELD_NONE, false },
    { "Ctrl h", { .sym = SDLK_h, .mod = KMOD_LCTRL }, FIELD_NONE, false },
    { "Esc", { .sym = SDLK_ESCAPE }, FIELD_NONE, false },
    { "Tab", { .sym = SDLK_TAB }, FIELD_NONE, false },
    { "Alt left", { .sym = SDLK_LEFT, .mod = KMOD_LALT }, FIELD_NONE, false },
    { "AltGr a", { .sym = SDLK_a, .mod = KMOD_LCTRL | KMOD_RALT }, FIELD_NONE, false },
};

static void test_what_keys_do_to_a_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof in_a_text / sizeof in_a_text[0]; i++) {
        bool selects;
        if (input_field_key(in_a_text[i].key, &selects) != in_a_text[i].field ||
            selects != in_a_text[i].selects)
            fail_msg("%s", in_a_text[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key),
        cmocka_unit_test(test_every_action_has_a_key),
        cmocka_unit_test(test_only_what_moves_on_repeats),
        cmocka_unit_test(test_what_writes_something),
        cmocka_unit_test(test_what_asks_for_what_was_copied),
        cmocka_unit_test(test_commands_write_nothing),
        cmocka_unit_test(test_other_threads_do_not_come_between_a_key_and_its_text),
        cmocka_unit_test(test_what_prints_is_told_by_what_is_behind_it),
        cmocka_unit_test(test_which_keys_are_on_the_right),
        cmocka_unit_test(test_what_keys_do_to_a_text),
        cmocka_unit_test(test_modifiers_and_the_desktops_keys_are_no_strange_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
