/* SPDX-License-Identifier: MIT */
#include "store/settings.h"
#include "store/files.h"
#include "store/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Key {
    KEY_PATTERN,
    KEY_MINUTES,
    KEY_SOUND,
    KEY_SOUND_NAME,
    KEY_MARKS,
    KEY_VOLUME,
    KEY_MARKS_VOLUME,
    KEY_BED_VOLUME,
    KEY_MONO,
    KEY_DELAY,
    KEY_TEXT_SIZE,
    KEY_HOLDS,
    KEY_THEME,
    KEY_FIGURE,
    KEY_MOVEMENT,
    KEY_COUNT
} Key;

static const char *const key_names[] = {
    [KEY_PATTERN] = "pattern",
    [KEY_MINUTES] = "minutes",
    [KEY_SOUND] = "sound",
    [KEY_SOUND_NAME] = "sound-name",
    [KEY_MARKS] = "marks",
    [KEY_VOLUME] = "volume",
    [KEY_TEXT_SIZE] = "text-size",
    [KEY_HOLDS] = "holds",
    [KEY_MARKS_VOLUME] = "marks-volume",
    [KEY_BED_VOLUME] = "bed-volume",
    [KEY_MONO] = "mono",
    [KEY_DELAY] = "delay",
    [KEY_THEME] = "theme",
    [KEY_FIGURE] = "figure",
    [KEY_MOVEMENT] = "movement",
    [KEY_COUNT] = NULL,
};

static const char *const hold_names[] = {
    [SETTINGS_HOLDS_OFFERED] = "offered",
    [SETTINGS_HOLDS_NEVER] = "never",
    [SETTINGS_HOLDS_COUNT] = NULL,
};

static const char *const movement_names[] = { "usual", "less", NULL };

const LinesFormat settings_format = {
    .kind = "settings",
    .version = 1,
    .keys = key_names,
};

/* What a file begins with that was not there before. */
static const char first_lines[] =
    "leeway settings 1\n"
    "# What was chosen in Leeway. It may be changed here, or deleted as a whole.\n";

Settings settings_default(void)
{
    return (Settings){
        .pattern = "easing-in",
        .minutes = 3,
        .is_sound_on = false,
        .sound = "ocean",
        .has_marks = true,
        .volume = 60,
        .marks_volume = 100,
        .bed_volume = 100,
        .is_mono = false,
        .delay_ms = 0,
        .text_percent = 100,
        .holds = SETTINGS_HOLDS_OFFERED,
        .theme = "night",
        .figure = "usual",
    };
}

/* Something that looks like numbers has to be a pattern; a name is looked up later. */
static void read_pattern(Lines *lines, const LinesEntry *entry, Settings *settings)
{
    BreathPattern pattern;
    if (values_is_name(entry->value, sizeof settings->pattern) ||
        values_pattern(lines, entry, &pattern))
        values_text(lines, entry, settings->pattern, sizeof settings->pattern);
}

static void read_holds(Lines *lines, const LinesEntry *entry, Settings *settings)
{
    int32_t index = 0;
    if (values_choice(lines, entry, hold_names, &index))
        settings->holds = (SettingsHolds)index;
}

static void read_movement(Lines *lines, const LinesEntry *entry, Settings *settings)
{
    int32_t index = 0;
    if (values_choice(lines, entry, movement_names, &index))
        settings->is_movement_less = index == 1;
}

static void read_key(Lines *lines, Key key, const LinesEntry *entry, Settings *out)
{
    switch (key) {
    case KEY_PATTERN: read_pattern(lines, entry, out); break;
    case KEY_MINUTES:
        values_int(lines, entry, 0, SETTINGS_MINUTES_MAX, &out->minutes);
        break;
    case KEY_SOUND: values_switch(lines, entry, &out->is_sound_on); break;
    case KEY_SOUND_NAME: values_name(lines, entry, out->sound, sizeof out->sound); break;
    case KEY_MARKS: values_switch(lines, entry, &out->has_marks); break;
    case KEY_VOLUME: values_int(lines, entry, 0, 100, &out->volume); break;
    case KEY_MARKS_VOLUME: values_int(lines, entry, 0, 100, &out->marks_volume); break;
    case KEY_BED_VOLUME: values_int(lines, entry, 0, 100, &out->bed_volume); break;
    case KEY_MONO: values_switch(lines, entry, &out->is_mono); break;
    case KEY_DELAY:
        values_int(lines, entry, 0, SETTINGS_DELAY_MAX_MS, &out->delay_ms);
        break;
    case KEY_TEXT_SIZE:
        values_int(lines, entry, SETTINGS_TEXT_MIN_PERCENT, SETTINGS_TEXT_MAX_PERCENT,
                   &out->text_percent);
        break;
    case KEY_HOLDS: read_holds(lines, entry, out); break;
    case KEY_THEME: values_name(lines, entry, out->theme, sizeof out->theme); break;
    case KEY_FIGURE: values_name(lines, entry, out->figure, sizeof out->figure); break;
    case KEY_MOVEMENT: read_movement(lines, entry, out); break;
    case KEY_COUNT: break;
    }
}

void settings_read(Lines *lines, Settings *settings)
{
    if (lines->is_damaged)
        return;
    for (int32_t i = 1; i < lines->section_count; i++)
        lines_blame(
            lines, lines->sections[i].line, 1,
            "settings have no sections; what is below this heading does not count");
    for (Key key = 0; key < KEY_COUNT; key++) {
        const LinesEntry *entry = lines_find(lines, &lines->sections[0], key_names[key]);
        if (entry != NULL)
            read_key(lines, key, entry, settings);
    }
}

bool settings_load(const char *path, Settings *settings, Error *error)
{
    *settings = settings_default();
    FileText text;
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return false;
    if (text.bytes == NULL)
        return true;
    Lines *lines = lines_open(path, text.bytes, text.size, &settings_format, error);
    files_close(&text);
    if (lines == NULL)
        return false;
    settings_read(lines, settings);
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

static const char *on_off(bool is_on)
{
    return is_on ? "on" : "off";
}

/* Writes a setting as the file says it. */
static void write_key(const Settings *settings, Key key, char out[SETTINGS_NAME_MAX])
{
    const size_t size = SETTINGS_NAME_MAX;
    switch (key) {
    case KEY_PATTERN: snprintf(out, size, "%s", settings->pattern); break;
    case KEY_MINUTES: snprintf(out, size, "%d", settings->minutes); break;
    case KEY_SOUND: snprintf(out, size, "%s", on_off(settings->is_sound_on)); break;
    case KEY_SOUND_NAME: snprintf(out, size, "%s", settings->sound); break;
    case KEY_MARKS: snprintf(out, size, "%s", on_off(settings->has_marks)); break;
    case KEY_VOLUME: snprintf(out, size, "%d", settings->volume); break;
    case KEY_MARKS_VOLUME: snprintf(out, size, "%d", settings->marks_volume); break;
    case KEY_BED_VOLUME: snprintf(out, size, "%d", settings->bed_volume); break;
    case KEY_MONO: snprintf(out, size, "%s", on_off(settings->is_mono)); break;
    case KEY_DELAY: snprintf(out, size, "%d", settings->delay_ms); break;
    case KEY_TEXT_SIZE: snprintf(out, size, "%d", settings->text_percent); break;
    case KEY_HOLDS: snprintf(out, size, "%s", hold_names[settings->holds]); break;
    case KEY_THEME: snprintf(out, size, "%s", settings->theme); break;
    case KEY_FIGURE: snprintf(out, size, "%s", settings->figure); break;
    case KEY_MOVEMENT:
        snprintf(out, size, "%s", movement_names[settings->is_movement_less]);
        break;
    case KEY_COUNT: break;
    }
}

/* What has to be written, and the room for it. */
typedef struct Changes {
    int32_t count;
    LinesChange items[KEY_COUNT];
    char values[KEY_COUNT][SETTINGS_NAME_MAX];
} Changes;

/* Only what differs from what the file says, or from a default it does not mention. */
static void collect_changes(Lines *lines, const Settings *settings, Changes *changes)
{
    Settings before = settings_default();
    settings_read(lines, &before);
    changes->count = 0;
    for (Key key = 0; key < KEY_COUNT; key++) {
        char was[SETTINGS_NAME_MAX];
        char *value = changes->values[key];
        write_key(&before, key, was);
        write_key(settings, key, value);
        if (strcmp(was, value) != 0)
            changes->items[changes->count++] = (LinesChange){ key_names[key], value };
    }
}

/* The file as it is, or its first lines where there is none that could be read. */
static Lines *open_for_change(const char *path, bool *is_damaged, Error *error)
{
    FileText text;
    Lines *lines = NULL;
    *is_damaged = false;
    if (!files_open(path, LINES_OPEN_MAX, &text, error))
        return NULL;
    if (text.bytes != NULL) {
        lines = lines_open(path, text.bytes, text.size, &settings_format, error);
        files_close(&text);
        *is_damaged = lines != NULL && lines->is_damaged;
        if (!*is_damaged)
            return lines;
        lines_close(lines);
    }
    return lines_open(path, first_lines, strlen(first_lines), &settings_format, error);
}

static bool write_changes(const char *path, const Lines *lines, const Changes *changes,
                          bool is_damaged, Error *error)
{
    FilePath bad;
    if (is_damaged && !files_set_aside(path, &bad, error))
        return false;
    size_t size = 0;
    char *text = lines_rewrite(lines, changes->items, changes->count, &size);
    if (text == NULL)
        error_set(error, "there is not enough memory to keep the settings");
    const bool is_kept = text != NULL && files_write(path, text, size, error);
    free(text);
    return is_kept;
}

bool settings_save(const char *path, const Settings *settings, Error *error)
{
    bool is_damaged = false;
    Lines *lines = open_for_change(path, &is_damaged, error);
    if (lines == NULL)
        return false;
    Changes changes;
    collect_changes(lines, settings, &changes);
    const bool is_kept =
        changes.count == 0 || write_changes(path, lines, &changes, is_damaged, error);
    lines_close(lines);
    return is_kept;
}
