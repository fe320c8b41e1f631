/* SPDX-License-Identifier: MIT */
/* settings.h -- what the person chose, remembered.
 *
 * A small file (format "leeway settings 1") of choices, never of what was done. Nothing
 * is written until something is chosen, and then only what differs from what the file
 * says already: unknown keys, comments and lines that were not understood stay. Plain
 * data; reading and writing block. */
#ifndef LEEWAY_STORE_SETTINGS_H
#define LEEWAY_STORE_SETTINGS_H

#include "core/error.h"
#include "core/pattern.h"
#include "store/lines.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    SETTINGS_NAME_MAX = PATTERN_TEXT_MAX,
    SETTINGS_LIST_MAX = 512, /* of names with commas between them */
    SETTINGS_MINUTES_MAX = 1440,
    SETTINGS_SCAN_MINUTES_MAX = 120,
    SETTINGS_TEXT_MIN_PERCENT = 100,
    SETTINGS_TEXT_MAX_PERCENT = 250,
    SETTINGS_DELAY_MAX_MS = 500
};

typedef enum SettingsHolds {
    SETTINGS_HOLDS_OFFERED,
    SETTINGS_HOLDS_NEVER,
    SETTINGS_HOLDS_COUNT
} SettingsHolds;

/* How much moves: less is the ring that fills, none is words. */
typedef enum SettingsMovement {
    SETTINGS_MOVEMENT_USUAL,
    SETTINGS_MOVEMENT_LESS,
    SETTINGS_MOVEMENT_NONE,
    SETTINGS_MOVEMENT_COUNT
} SettingsMovement;

/* Where a practice of breathing starts. */
typedef enum SettingsBegins {
    SETTINGS_BEGINS_EASILY, /* with shorter breaths, whatever the pattern */
    SETTINGS_BEGINS_CHOSEN, /* as the pattern says */
    SETTINGS_BEGINS_OWN,    /* at the person's own pace */
    SETTINGS_BEGINS_COUNT
} SettingsBegins;

/* The words at the turns of the breath, where the figure itself is not words. */
typedef enum SettingsTurnWords {
    SETTINGS_WORDS_ALWAYS,
    SETTINGS_WORDS_FIRST, /* for the first breaths */
    SETTINGS_WORDS_NONE,
    SETTINGS_WORDS_COUNT
} SettingsTurnWords;

/* The message after a practice. */
typedef enum SettingsMessages {
    SETTINGS_MESSAGES_EACH,
    SETTINGS_MESSAGES_SOMETIMES,
    SETTINGS_MESSAGES_ASKED, /* one comes when it is asked for, and not before */
    SETTINGS_MESSAGES_NONE,
    SETTINGS_MESSAGES_COUNT
} SettingsMessages;

typedef enum SettingsLetters {
    SETTINGS_LETTERS_USUAL,
    SETTINGS_LETTERS_EASY, /* shapes that are harder to mistake for each other */
    SETTINGS_LETTERS_COUNT
} SettingsLetters;

/* What the pause before reaching out is. */
typedef enum SettingsPause {
    SETTINGS_PAUSE_BREATHS,
    SETTINGS_PAUSE_SOUND,
    SETTINGS_PAUSE_CHAIR, /* where the chair or the floor begins: a short scan */
    SETTINGS_PAUSE_OWN,   /* the person's own pace */
    SETTINGS_PAUSE_COUNT
} SettingsPause;

typedef struct Settings {
    char pattern[SETTINGS_NAME_MAX]; /* the id of a named pattern, or numbers */
    int32_t minutes;                 /* 0 is open-ended */
    bool is_sound_on;
    char sound[SETTINGS_NAME_MAX]; /* what lies under the breath: "ocean", "rain", … */
    bool has_marks;                /* tones at the turns */
    int32_t volume;                /* 0 .. 100 */
    int32_t marks_volume;          /* of marks and bowls beside the rest, 0 .. 100 */
    int32_t bed_volume;            /* of what lies under the breath, 0 .. 100 */
    bool is_mono;
    int32_t delay_ms; /* how much later than others the person's speakers play */
    int32_t text_percent;
    SettingsHolds holds;
    char theme[SETTINGS_NAME_MAX];
    char figure[SETTINGS_NAME_MAX]; /* "usual": what `movement` asks for */
    SettingsMovement movement;
    SettingsBegins begins;
    SettingsTurnWords turn_words;
    SettingsMessages messages;
    bool has_own_messages_alone; /* none but those that the person wrote */
    SettingsLetters letters;
    bool has_time_left; /* whole minutes, at the top of a practice */
    bool is_remembered; /* false: nothing but this is kept */
    /* The body scan and its voice. */
    char route[SETTINGS_NAME_MAX];
    int32_t scan_minutes;
    char leave_out[SETTINGS_LIST_MAX]; /* places left out from now on: "chest, left-foot"
                                        */
    char with[SETTINGS_LIST_MAX];      /* sensitive places that were asked for; both
                                          "none" where there are none */
    char scan_figure[SETTINGS_NAME_MAX]; /* "path", "body", "words" */
    bool is_voice_on;                    /* in a scan; M */
    char voice[SETTINGS_LIST_MAX];       /* the name of a voice, or "none" */
    int32_t voice_volume;                /* beside the rest, 0 .. 100 */
    bool speaks_breath;                  /* the turns of the breath are spoken */
    /* Sitting and its bells. */
    int32_t sit_minutes;             /* 0 is open-ended */
    bool has_bells;                  /* M */
    int32_t bell_minutes;            /* an interval bell so often; 0 for none */
    char bell[SETTINGS_LIST_MAX];    /* "bowl", "bell", "wood", or a sound file */
    char sit_bed[SETTINGS_NAME_MAX]; /* under a sit: "rain", "brown", or "none" */
    bool sit_goes_on; /* behind the closing bell, until the person leaves */
    /* People to call. */
    char country[SETTINGS_NAME_MAX]; /* "ie", "all", or "guess": that of the language */
    /* Before reaching out. */
    int32_t reach_length; /* which of 60, 90, 120 seconds */
    SettingsPause reach_pause;
    char window[SETTINGS_NAME_MAX]; /* "1280x720+60+40", or "usual": its own choice */
} Settings;

extern const LinesFormat settings_format;

/* What stands before anything was chosen. */
Settings settings_default(void);

/* Fills *settings with the defaults and then with what the file says. No file is no
 * failure. Returns false with a sentence when it could not be read or something in it was
 * not understood; *settings is good even then. Where nothing is to be remembered the file
 * says that alone. Changes nothing on the disk. */
bool settings_load(const char *path, Settings *settings, Error *error);

/* Keeps the settings. A file that is damaged is set aside first, never overwritten. Where
 * nothing is to be remembered, that answer is kept and every other choice taken out. */
bool settings_save(const char *path, const Settings *settings, Error *error);

bool settings_are_equal(const Settings *a, const Settings *b);

/* Whatever differs between `before` and `after` becomes in *settings as it is after. */
void settings_take_changes(Settings *settings, const Settings *before,
                           const Settings *after);

/* Reads what was opened with settings_format over *settings, telling problems to `lines`.
 */
void settings_read(Lines *lines, Settings *settings);

#endif
