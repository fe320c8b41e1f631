/* SPDX-License-Identifier: MIT */
#include "app/terminal_keys.h"

#include <assert.h>
#include <stddef.h>

enum { ESC = 0x1b, CTRL_C = 0x03, DELETE = '3' }; /* ESC [ 3 ~ */

typedef struct KeyRow {
    char key;
    ActionId action;
} KeyRow;

static const KeyRow letters[] = {
    { ' ', ACTION_PRESS },  { '\r', ACTION_PRESS },      { '\n', ACTION_PRESS },
    { 'q', ACTION_OUT },    { CTRL_C, ACTION_OUT },      { '+', ACTION_QUICKER },
    { '-', ACTION_SLOWER }, { 'n', ACTION_NO_HOLDS },    { 'm', ACTION_SOUND },
    { 'h', ACTION_HIDE },   { 'o', ACTION_ANOTHER_WAY }, { 'd', ACTION_LEAVE_OUT },
    { '.', ACTION_ON },     { '>', ACTION_ON },          { ',', ACTION_BACK },
    { '<', ACTION_BACK },   { 'p', ACTION_PEOPLE },
};

/* The last byte of ESC [ A and ESC O A, with or without numbers in between. */
static const KeyRow finals[] = {
    { 'A', ACTION_QUICKER }, { 'B', ACTION_SLOWER }, { 'C', ACTION_ON },
    { 'D', ACTION_BACK },    { 'Q', ACTION_PEOPLE }, /* F2 */
};

static ActionId found(const KeyRow *rows, size_t count, char key)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].key == key)
            return rows[i].action;
    return ACTION_NONE;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_final(char c)
{
    return c >= 0x40 && c <= 0x7e;
}

/* ESC [ [ and a letter: the function keys of the console of Linux. */
static int32_t console_key(const char *bytes, int32_t count, bool is_all,
                           ActionId *action)
{
    if (count < 4)
        return is_all ? count : 0;
    if (bytes[3] == 'B')
        *action = ACTION_PEOPLE;
    return 4;
}

/* A sequence: ESC, '[' or 'O', parameters, and a last byte from '@' to '~' (ECMA-48). */
static int32_t sequence(const char *bytes, int32_t count, bool is_all, ActionId *action)
{
    int32_t length = 2;
    if (count > 2 && bytes[1] == '[' && bytes[2] == '[')
        return console_key(bytes, count, is_all, action);
    while (length < count && !is_final(bytes[length]) && bytes[length] >= ' ')
        length++;
    if (length == count)
        return is_all ? count : 0;
    if (!is_final(bytes[length]))
        return length; /* broken off: a control byte is a key of its own */
    *action = found(finals, sizeof finals / sizeof finals[0], bytes[length]);
    if (bytes[length] == '~' && length == 3 && bytes[2] == DELETE)
        *action = ACTION_LEAVE_OUT;
    if (bytes[length] == '~' && length == 4 && bytes[2] == '1' && bytes[3] == '2')
        *action = ACTION_PEOPLE;
    return length + 1;
}

static int32_t escape(const char *bytes, int32_t count, bool is_all, ActionId *action)
{
    if (count == 1) {
        *action = is_all ? ACTION_OUT : ACTION_NONE;
        return is_all ? 1 : 0;
    }
    if (bytes[1] == '[' || bytes[1] == 'O')
        return sequence(bytes, count, is_all, action);
    if (bytes[1] == ESC) { /* pressed twice: the first leaves already */
        *action = ACTION_OUT;
        return 1;
    }
    return 2; /* Alt and a key */
}

/* The bytes of a character that is no ASCII, as far as they are there. */
static int32_t character(const char *bytes, int32_t count)
{
    int32_t length = 1;
    while (length < count && ((unsigned char)bytes[length] & 0xc0) == 0x80)
        length++;
    return length;
}

int32_t terminal_key(const char *bytes, int32_t count, bool is_all, TerminalKey *key)
{
    assert(count > 0);
    *key = (TerminalKey){ .action = ACTION_NONE };
    if (bytes[0] == ESC)
        return escape(bytes, count, is_all, &key->action);
    if ((unsigned char)bytes[0] >= 0x80)
        return character(bytes, count);
    if (bytes[0] >= '1' && bytes[0] <= '9')
        key->way = bytes[0] - '0';
    key->action = found(letters, sizeof letters / sizeof letters[0], lower(bytes[0]));
    return 1;
}
