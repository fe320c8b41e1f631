/* SPDX-License-Identifier: MIT */
/* setting_rows.h -- a row of a page of settings: which field, which values, which words.
 *
 * Tables of rows and functions from settings to settings: no screen, no sound, no files.
 * A row that stands for no field of its own (a page behind it, one of home's values) is
 * answered by whoever shows it. Strings are static English. */
#ifndef LEEWAY_APP_SETTING_ROWS_H
#define LEEWAY_APP_SETTING_ROWS_H

#include "store/settings.h"

#include <stddef.h>

typedef enum RowKind {
    ROW_SWITCH, /* a bool: words[0] off, words[1] on */
    ROW_CHOICE, /* an enum: its words in order */
    ROW_NAME,   /* a text: `names` as they are kept, `words` as they are shown */
    ROW_NUMBER, /* low .. high by step */
    ROW_VALUE,  /* one of home's values: `low` is which */
    ROW_PAGE    /* opens another page: `low` is which */
} RowKind;

typedef struct SettingRow {
    const char *label;
    const char *says; /* one line about it */
    RowKind kind;
    size_t at;                               /* of the field in Settings */
    const char *const *words, *const *names; /* end with NULL */
    int32_t low, high, step;
    const char *unit;    /* of a number */
    const char *longest; /* of its values, where the table cannot tell */
    /* What else a choice changes; what is shown where the field names none of the values.
     * Both may be NULL. */
    void (*then)(Settings *settings);
    int32_t (*otherwise)(const Settings *settings);
} SettingRow;

enum { SETTING_WORDS_MAX = 128 };

/* The present value, 0 .. setting_count - 1, and how many there are; 0 for a row without
 * values of its own. */
int32_t setting_present(const SettingRow *row, const Settings *settings);
int32_t setting_count(const SettingRow *row);

/* The present value in words. `out` holds SETTING_WORDS_MAX. */
const char *setting_words(const SettingRow *row, const Settings *settings, char *out);

/* The longest of them; static or in `out`. */
const char *setting_longest(const SettingRow *row, char *out);

/* The value so many steps on, at most to the first or the last. */
void setting_step(const SettingRow *row, Settings *settings, int32_t step);

/* The next value; behind the last, the first. */
void setting_next(const SettingRow *row, Settings *settings);

/* As it was at first. */
void setting_restore(const SettingRow *row, Settings *settings);

#endif
