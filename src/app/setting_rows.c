/* SPDX-License-Identifier: MIT */
#include "app/setting_rows.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static void *field_of(const SettingRow *row, Settings *settings)
{
    return (char *)settings + row->at;
}

static const void *read_field(const SettingRow *row, const Settings *settings)
{
    return (const char *)settings + row->at;
}

static int32_t words_count(const SettingRow *row)
{
    int32_t count = 0;
    while (row->words[count] != NULL)
        count++;
    return count;
}

int32_t setting_count(const SettingRow *row)
{
    switch (row->kind) {
    case ROW_SWITCH: return 2;
    case ROW_CHOICE:
    case ROW_NAME: return words_count(row);
    case ROW_NUMBER: return (row->high - row->low) / row->step + 1;
    default: return 0;
    }
}

static int32_t present_name(const SettingRow *row, const Settings *settings)
{
    const char *name = read_field(row, settings);
    for (int32_t i = 0; row->names[i] != NULL; i++)
        if (strcmp(name, row->names[i]) == 0)
            return i;
    return row->otherwise != NULL ? row->otherwise(settings) : 0;
}

int32_t setting_present(const SettingRow *row, const Settings *settings)
{
    const void *field = read_field(row, settings);
    switch (row->kind) {
    case ROW_SWITCH: return *(const bool *)field ? 1 : 0;
    case ROW_CHOICE: return *(const int32_t *)field;
    case ROW_NAME: return present_name(row, settings);
    case ROW_NUMBER: {
        const int32_t value = *(const int32_t *)field;
        return value < row->low ? 0 : (value - row->low) / row->step;
    }
    default: return 0;
    }
}

static void set(const SettingRow *row, Settings *settings, int32_t index)
{
    void *field = field_of(row, settings);
    switch (row->kind) {
    case ROW_SWITCH: *(bool *)field = index != 0; break;
    case ROW_CHOICE: *(int32_t *)field = index; break;
    case ROW_NAME: snprintf(field, SETTINGS_NAME_MAX, "%s", row->names[index]); break;
    case ROW_NUMBER: *(int32_t *)field = row->low + index * row->step; break;
    default: return;
    }
    if (row->then != NULL)
        row->then(settings);
}

const char *setting_words(const SettingRow *row, const Settings *settings, char *out)
{
    if (row->kind == ROW_NUMBER) {
        const int32_t value = *(const int32_t *)read_field(row, settings);
        snprintf(out, SETTING_WORDS_MAX, "%d%s", (int)value, row->unit);
        return out;
    }
    assert(setting_count(row) > 0);
    return row->words[setting_present(row, settings)];
}

const char *setting_longest(const SettingRow *row, char *out)
{
    if (row->longest != NULL || setting_count(row) == 0)
        return row->longest;
    if (row->kind == ROW_NUMBER) {
        snprintf(out, SETTING_WORDS_MAX, "%d%s", (int)row->high, row->unit);
        return out;
    }
    const char *longest = row->words[0];
    for (int32_t i = 1; row->words[i] != NULL; i++)
        if (strlen(row->words[i]) > strlen(longest))
            longest = row->words[i];
    return longest;
}

/* A number that was typed between two steps goes to the nearest of them on its way. */
static bool is_between(const SettingRow *row, const Settings *settings)
{
    if (row->kind != ROW_NUMBER)
        return false;
    const int32_t value = *(const int32_t *)read_field(row, settings);
    return value > row->low && (value - row->low) % row->step != 0;
}

void setting_step(const SettingRow *row, Settings *settings, int32_t step)
{
    const int32_t last = setting_count(row) - 1;
    int32_t next = setting_present(row, settings) + step;
    if (step < 0 && is_between(row, settings))
        next++;
    set(row, settings, next < 0 ? 0 : next > last ? last : next);
}

void setting_next(const SettingRow *row, Settings *settings)
{
    const int32_t next = setting_present(row, settings) + 1;
    set(row, settings, next < setting_count(row) ? next : 0);
}

void setting_restore(const SettingRow *row, Settings *settings)
{
    const Settings first = settings_default();
    const size_t size = row->kind == ROW_SWITCH ? sizeof(bool)
                        : row->kind == ROW_NAME ? (size_t)SETTINGS_NAME_MAX
                                                : sizeof(int32_t);
    if (setting_count(row) > 0)
        memcpy(field_of(row, settings), read_field(row, &first), size);
}
