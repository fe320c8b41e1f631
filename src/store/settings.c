/* SPDX-License-Identifier: MIT */
#include "store/settings.h"
#include "store/files.h"
#include "store/lines_file.h"
#include "store/values.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const hold_names[] = { "offered", "never", NULL };
static const char *const movement_names[] = { "usual", "less", "none", NULL };
static const char *const begin_names[] = { "easily", "chosen", "own-pace", NULL };
static const char *const word_names[] = { "always", "first", "none", NULL };
static const char *const message_names[] = { "each", "sometimes", "asked", "none", NULL };
static const char *const letter_names[] = { "usual", "easy", NULL };
static const char *const reach_names[] = { "60", "90", "120", NULL };
static const char *const pause_names[] = { "breaths", "sound", "chair", "own-pace",
                                           NULL };

typedef enum KeyKind {
    KIND_PATTERN, /* a name, or numbers */
    KIND_NAME,
    KIND_TEXT,
    KIND_LIST, /* longer */
    KIND_SWITCH,
    KIND_NUMBER, /* low .. high */
    KIND_CHOICE  /* one of `names`, kept as its index */
} KeyKind;

/* A key of the file and the field it stands for. */
typedef struct Key {
    const char *name;
    KeyKind kind;
    size_t at; /* of the field in Settings */
    int32_t low, high;
    const char *const *names;
} Key;

#define AT(field) offsetof(Settings, field)

static const Key keys[] = {
    { "pattern", KIND_PATTERN, AT(pattern), 0, 0, NULL },
    { "minutes", KIND_NUMBER, AT(minutes), 0, SETTINGS_MINUTES_MAX, NULL },
    { "sound", KIND_SWITCH, AT(is_sound_on), 0, 0, NULL },
    { "sound-name", KIND_NAME, AT(sound), 0, 0, NULL },
    { "marks", KIND_SWITCH, AT(has_marks), 0, 0, NULL },
    { "volume", KIND_NUMBER, AT(volume), 0, 100, NULL },
    { "marks-volume", KIND_NUMBER, AT(marks_volume), 0, 100, NULL },
    { "bed-volume", KIND_NUMBER, AT(bed_volume), 0, 100, NULL },
    { "mono", KIND_SWITCH, AT(is_mono), 0, 0, NULL },
    { "delay", KIND_NUMBER, AT(delay_ms), 0, SETTINGS_DELAY_MAX_MS, NULL },
    { "text-size", KIND_NUMBER, AT(text_percent), SETTINGS_TEXT_MIN_PERCENT,
      SETTINGS_TEXT_MAX_PERCENT, NULL },
    { "holds", KIND_CHOICE, AT(holds), 0, 0, hold_names },
    { "theme", KIND_NAME, AT(theme), 0, 0, NULL },
    { "figure", KIND_NAME, AT(figure), 0, 0, NULL },
    { "movement", KIND_CHOICE, AT(movement), 0, 0, movement_names },
    { "begins", KIND_CHOICE, AT(begins), 0, 0, begin_names },
    { "words", KIND_CHOICE, AT(turn_words), 0, 0, word_names },
    { "messages", KIND_CHOICE, AT(messages), 0, 0, message_names },
    { "own-messages", KIND_SWITCH, AT(has_own_messages_alone), 0, 0, NULL },
    { "letters", KIND_CHOICE, AT(letters), 0, 0, letter_names },
    { "time-left", KIND_SWITCH, AT(has_time_left), 0, 0, NULL },
    { "route", KIND_NAME, AT(route), 0, 0, NULL },
    { "scan-minutes", KIND_NUMBER, AT(scan_minutes), 1, SETTINGS_SCAN_MINUTES_MAX, NULL },
    { "leave-out", KIND_LIST, AT(leave_out), 0, 0, NULL },
    { "with", KIND_LIST, AT(with), 0, 0, NULL },
    { "scan-figure", KIND_NAME, AT(scan_figure), 0, 0, NULL },
    { "voice", KIND_SWITCH, AT(is_voice_on), 0, 0, NULL },
    { "voice-name", KIND_LIST, AT(voice), 0, 0, NULL },
    { "voice-volume", KIND_NUMBER, AT(voice_volume), 0, 100, NULL },
    { "speak-breath", KIND_SWITCH, AT(speaks_breath), 0, 0, NULL },
    { "sit-minutes", KIND_NUMBER, AT(sit_minutes), 0, SETTINGS_MINUTES_MAX, NULL },
    { "bells", KIND_SWITCH, AT(has_bells), 0, 0, NULL },
    { "bell-minutes", KIND_NUMBER, AT(bell_minutes), 0, SETTINGS_MINUTES_MAX, NULL },
    { "bell-name", KIND_LIST, AT(bell), 0, 0, NULL },
    { "sit-sound", KIND_NAME, AT(sit_bed), 0, 0, NULL },
    { "sit-goes-on", KIND_SWITCH, AT(sit_goes_on), 0, 0, NULL },
    { "country", KIND_NAME, AT(country), 0, 0, NULL },
    { "reach-seconds", KIND_CHOICE, AT(reach_length), 0, 0, reach_names },
    { "reach-pause", KIND_CHOICE, AT(reach_pause), 0, 0, pause_names },
    { "remember", KIND_SWITCH, AT(is_remembered), 0, 0, NULL },
    { "window", KIND_TEXT, AT(window), 0, 0, NULL },
};

enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

static const char *const key_names[KEY_COUNT + 1] = {
    "pattern",       "minutes",      "sound",        "sound-name",
    "marks",         "volume",       "marks-volume", "bed-volume",
    "mono",          "delay",        "text-size",    "holds",
    "theme",         "figure",       "movement",     "begins",
    "words",         "messages",     "own-messages", "letters",
    "time-left",     "route",        "scan-minutes", "leave-out",
    "with",          "scan-figure",  "voice",        "voice-name",
    "voice-volume",  "speak-breath", "sit-minutes",  "bells",
    "bell-minutes",  "bell-name",    "sit-sound",    "sit-goes-on",
    "reach-seconds", "reach-pause",  "country",      "remember",
    "window",        NULL,
};

/* A choice is an enum in Settings and a number here. */
_Static_assert(sizeof(SettingsHolds) == sizeof(int32_t) &&
                   sizeof(SettingsMovement) == sizeof(int32_t) &&
                   sizeof(SettingsBegins) == sizeof(int32_t) &&
                   sizeof(SettingsTurnWords) == sizeof(int32_t) &&
                   sizeof(SettingsMessages) == sizeof(int32_t) &&
                   sizeof(SettingsLetters) == sizeof(int32_t) &&
                   sizeof(SettingsPause) == sizeof(int32_t),
               "enums are read as 32 bits");

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
        .begins = SETTINGS_BEGINS_CHOSEN,
        .route = "hands-and-feet",
        .scan_minutes = 3,
        .leave_out = "none",
        .with = "none",
        .scan_figure = "path",
        .is_voice_on = true,
        .voice = "en-slt",
        .voice_volume = 100,
        .sit_minutes = 10,
        .has_bells = true,
        .bell = "bowl",
        .sit_bed = "none",
        .country = "guess",
        .reach_length = 1,
        .is_remembered = true,
        .window = "usual",
    };
}

/* Something that looks like numbers has to be a pattern; a name is looked up later. */
static void read_pattern(Lines *lines, const LinesEntry *entry, char *out)
{
    BreathPattern pattern;
    if (values_is_name(entry->value, SETTINGS_NAME_MAX) ||
        values_pattern(lines, entry, &pattern))
        values_text(lines, entry, out, SETTINGS_NAME_MAX);
}

static void read_key(Lines *lines, const Key *key, const LinesEntry *entry, Settings *out)
{
    void *field = (char *)out + key->at;
    switch (key->kind) {
    case KIND_PATTERN: read_pattern(lines, entry, field); break;
    case KIND_NAME: values_name(lines, entry, field, SETTINGS_NAME_MAX); break;
    case KIND_TEXT: values_text(lines, entry, field, SETTINGS_NAME_MAX); break;
    case KIND_LIST: values_text(lines, entry, field, SETTINGS_LIST_MAX); break;
    case KIND_SWITCH: values_switch(lines, entry, field); break;
    case KIND_NUMBER: values_int(lines, entry, key->low, key->high, field); break;
    case KIND_CHOICE: values_choice(lines, entry, key->names, field); break;
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
    for (int i = 0; i < KEY_COUNT; i++) {
        const LinesEntry *entry = lines_find(lines, &lines->sections[0], keys[i].name);
        if (entry != NULL)
            read_key(lines, &keys[i], entry, settings);
    }
}

bool settings_load(const char *path, Settings *settings, Error *error)
{
    *settings = settings_default();
    Lines *lines;
    if (!lines_file_read(path, &settings_format, &lines, error))
        return false;
    if (lines == NULL)
        return true;
    settings_read(lines, settings);
    if (!settings->is_remembered) {
        *settings = settings_default();
        settings->is_remembered = false;
    }
    const bool is_good = lines_is_good(lines, error);
    lines_close(lines);
    return is_good;
}

/* Writes a setting as the file says it. */
static void write_key(const Settings *settings, const Key *key,
                      char out[SETTINGS_LIST_MAX])
{
    const void *field = (const char *)settings + key->at;
    const size_t size = SETTINGS_LIST_MAX;
    switch (key->kind) {
    case KIND_PATTERN:
    case KIND_NAME:
    case KIND_TEXT:
    case KIND_LIST: snprintf(out, size, "%s", (const char *)field); break;
    case KIND_SWITCH:
        snprintf(out, size, "%s", *(const bool *)field ? "on" : "off");
        break;
    case KIND_NUMBER: snprintf(out, size, "%d", *(const int32_t *)field); break;
    case KIND_CHOICE:
        snprintf(out, size, "%s", key->names[*(const int32_t *)field]);
        break;
    }
}

static bool is_key_equal(const Key *key, const Settings *a, const Settings *b)
{
    char one[SETTINGS_LIST_MAX], other[SETTINGS_LIST_MAX];
    write_key(a, key, one);
    write_key(b, key, other);
    return strcmp(one, other) == 0;
}

bool settings_are_equal(const Settings *a, const Settings *b)
{
    bool are_equal = true;
    for (int i = 0; i < KEY_COUNT; i++)
        are_equal = are_equal && is_key_equal(&keys[i], a, b);
    return are_equal;
}

static size_t field_size(const Key *key)
{
    switch (key->kind) {
    case KIND_SWITCH: return sizeof(bool);
    case KIND_NUMBER:
    case KIND_CHOICE: return sizeof(int32_t);
    case KIND_LIST: return SETTINGS_LIST_MAX;
    default: return SETTINGS_NAME_MAX;
    }
}

void settings_take_changes(Settings *settings, const Settings *before,
                           const Settings *after)
{
    for (int i = 0; i < KEY_COUNT; i++)
        if (!is_key_equal(&keys[i], before, after))
            memcpy((char *)settings + keys[i].at, (const char *)after + keys[i].at,
                   field_size(&keys[i]));
}

/* What has to be written, and the room for it. */
typedef struct Changes {
    int32_t count;
    LinesChange items[KEY_COUNT];
    char values[KEY_COUNT][SETTINGS_LIST_MAX];
} Changes;

/* Where nothing is remembered, no choice but that one has a place in the file. */
static bool is_unwanted(const Settings *settings, const Key *key)
{
    return !settings->is_remembered && key->at != AT(is_remembered);
}

/* Only what differs from what the file says, or from a default it does not mention. */
static void collect_changes(Lines *lines, const Settings *settings, Changes *changes)
{
    Settings before = settings_default();
    settings_read(lines, &before);
    changes->count = 0;
    for (int i = 0; i < KEY_COUNT; i++) {
        char was[SETTINGS_LIST_MAX];
        char *value = changes->values[i];
        LinesChange *change = &changes->items[changes->count];
        const bool is_there =
            lines_find(lines, &lines->sections[0], keys[i].name) != NULL;
        const bool is_to_go = is_unwanted(settings, &keys[i]);
        write_key(&before, &keys[i], was);
        write_key(settings, &keys[i], value);
        *change = (LinesChange){ keys[i].name, is_to_go ? NULL : value };
        changes->count += is_to_go ? is_there : strcmp(was, value) != 0;
    }
}

/* The file as it is, or its first lines where there is none that could be read. */
static Lines *open_for_change(const char *path, bool *is_damaged, Error *error)
{
    Lines *lines;
    *is_damaged = false;
    if (!lines_file_read(path, &settings_format, &lines, error))
        return NULL;
    *is_damaged = lines != NULL && lines->is_damaged;
    if (lines != NULL && !*is_damaged)
        return lines;
    lines_close(lines);
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
