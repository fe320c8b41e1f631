/* SPDX-License-Identifier: MIT */
/* The pages of settings: what each row is called, what it says, what it may be. */
#include "app/visit_parts.h"

#include <stdio.h>

#define AT(field) offsetof(Settings, field)
#define COUNT(rows) (int32_t)(sizeof(rows) / sizeof(rows)[0])

static const char *const theme_names[] = { "night", "paper", "contrast", NULL };
static const char *const theme_words[] = { "night", "paper", "high contrast", NULL };
static const char *const shape_words[] = { "circle", "ring", "words", NULL };
static const char *const scan_shape_words[] = { "path", "body", "words", NULL };
static const char *const end_words[] = { "it is over", "it goes on", NULL };
static const char *const movement_words[] = { "as usual", "less", "none", NULL };
static const char *const letter_words[] = { "usual", "easy reading", NULL };
static const char *const time_words[] = { "not shown", "whole minutes", NULL };
static const char *const switch_words[] = { "off", "on", NULL };
static const char *const bed_names[] = { "ocean", "rain", "brown", "none", NULL };
static const char *const bed_words[] = { "sea", "rain", "low noise", "nothing", NULL };
static const char *const begin_words[] = { "easily", "as chosen", "at my own pace",
                                           NULL };
static const char *const hold_words[] = { "offered", "never", NULL };
static const char *const turn_words[] = { "always", "the first breaths", "none", NULL };
static const char *const message_words[] = { "after each practice", "now and then",
                                             "when asked", "none", NULL };
static const char *const whose_words[] = { "all of them", "my own alone", NULL };
static const char *const remember_words[] = { "no", "yes", NULL };

/* The shape that a movement asks for has the same place among the shapes. */
static int32_t usual_shape(const Settings *settings)
{
    return (int32_t)settings->movement;
}

/* Of shape and movement the last choice counts. */
static void follow_movement(Settings *settings)
{
    snprintf(settings->figure, sizeof settings->figure, "usual");
}

static const SettingRow see[] = {
    { .label = "Colours",
      .says = "Night is dark, paper is light, high contrast is white lines on black.",
      .kind = ROW_NAME,
      .at = AT(theme),
      .names = theme_names,
      .words = theme_words },
    { .label = "Shape",
      .says = "A circle that grows and shrinks, a ring that fills, or words alone.",
      .kind = ROW_NAME,
      .at = AT(figure),
      .names = figure_breath_names,
      .words = shape_words,
      .otherwise = usual_shape },
    { .label = "Shape of a scan",
      .says = "A path with a mark for each place, an outline of a body, or words alone.",
      .kind = ROW_NAME,
      .at = AT(scan_figure),
      .names = figure_scan_names,
      .words = scan_shape_words },
    { .label = "Movement",
      .says = "Less is a still ring that fills and empties. None is words.",
      .kind = ROW_CHOICE,
      .at = AT(movement),
      .words = movement_words,
      .then = follow_movement },
    { .label = "Text size",
      .says = "The size of all words here. Ctrl + and Ctrl − change it anywhere.",
      .kind = ROW_NUMBER,
      .at = AT(text_percent),
      .low = SETTINGS_TEXT_MIN_PERCENT,
      .high = SETTINGS_TEXT_MAX_PERCENT,
      .step = 25,
      .unit = " %" },
    { .label = "Letters",
      .says = "Easy reading has shapes that are harder to mistake for each other.",
      .kind = ROW_CHOICE,
      .at = AT(letters),
      .words = letter_words },
};

static const SettingRow hear[] = {
    { .label = "Sound",
      .says = "Off is silent. The picture and the words go on.",
      .kind = ROW_SWITCH,
      .at = AT(is_sound_on),
      .words = switch_words },
    { .label = "Under the breath",
      .says = "The sea follows the breath. Rain and low noise stay even.",
      .kind = ROW_NAME,
      .at = AT(sound),
      .names = bed_names,
      .words = bed_words },
    { .label = "Marks at the turns",
      .says = "A soft tone at each turn of the breath: one for in, a longer one for out.",
      .kind = ROW_SWITCH,
      .at = AT(has_marks),
      .words = switch_words },
    { .label = "Loudness",
      .says = "Of all sound together.",
      .kind = ROW_NUMBER,
      .at = AT(volume),
      .low = 0,
      .high = 100,
      .step = 10,
      .unit = " %" },
    { .label = "Voice and bells",
      .says = "Who speaks in a scan, and what rings when you sit.",
      .kind = ROW_PAGE,
      .low = SCREEN_SETTINGS },
    { .label = "Each part by itself",
      .says = "The loudness of each part, and every sound to be heard.",
      .kind = ROW_PAGE,
      .low = SCREEN_SOUNDS },
};

static const SettingRow breathe[] = {
    { .label = "Pattern",
      .says = "What Space begins. Home shows it as well.",
      .kind = ROW_VALUE,
      .low = VISIT_PATTERN,
      .longest = "5.5 in, 5.5 hold, 5.5 out, 5.5 hold" },
    { .label = "Length",
      .says = "In whole breaths, as near to it as they come.",
      .kind = ROW_VALUE,
      .low = VISIT_LENGTH,
      .longest = "45 minutes" },
    { .label = "Begins",
      .says = "Easily is with shorter breaths. As chosen is as the pattern says.",
      .kind = ROW_CHOICE,
      .at = AT(begins),
      .words = begin_words },
    { .label = "Holds",
      .says = "Never leaves holds out everywhere, and nothing mentions them.",
      .kind = ROW_CHOICE,
      .at = AT(holds),
      .words = hold_words },
    { .label = "Patterns of your own",
      .says = "Patterns in numbers that you make.",
      .kind = ROW_PAGE,
      .low = SCREEN_OWN },
};

static const SettingRow words[] = {
    { .label = "Words at the turns",
      .says = "In, Out and the others under the shape.",
      .kind = ROW_CHOICE,
      .at = AT(turn_words),
      .words = turn_words },
    { .label = "Time left",
      .says = "How much of a practice is left, at its top. Once a minute it changes.",
      .kind = ROW_SWITCH,
      .at = AT(has_time_left),
      .words = time_words },
    { .label = "Messages",
      .says = "A short message on the page after a practice.",
      .kind = ROW_CHOICE,
      .at = AT(messages),
      .words = message_words },
    { .label = "Which messages",
      .says = "Those of your own take turns with the others, or come alone.",
      .kind = ROW_SWITCH,
      .at = AT(has_own_messages_alone),
      .words = whose_words },
    { .label = "Kept, and not for me",
      .says = "Messages that were kept, those that never come, and a way back for each.",
      .kind = ROW_PAGE,
      .low = SCREEN_MARKED },
    { .label = "Messages of your own",
      .says = "Some that you write. They take turns with the others.",
      .kind = ROW_PAGE,
      .low = SCREEN_MINE },
};

static const SettingRow kept[] = {
    { .label = "What is kept",
      .says =
          "Everything that Leeway has written down, where it is, and a way to erase it.",
      .kind = ROW_PAGE,
      .low = SCREEN_KEPT },
    { .label = "Places left out",
      .says = "Places that no body scan goes to, and a way back for each.",
      .kind = ROW_PAGE,
      .low = SCREEN_PLACES },
    { .label = "Remember my settings",
      .says = "Yes keeps these choices for the next time. No forgets them at the end.",
      .kind = ROW_SWITCH,
      .at = AT(is_remembered),
      .words = remember_words },
};

static const SettingRow voice[] = {
    { .label = "Who speaks",
      .says = "Its words stand on the screen as well, whoever speaks.",
      .kind = ROW_VALUE,
      .low = VISIT_VOICE,
      .longest = "the voice that came along, synthetic" },
    { .label = "The breath in words",
      .says = "In and Out are spoken where sound is on, less often with time.",
      .kind = ROW_SWITCH,
      .at = AT(speaks_breath),
      .words = switch_words },
    { .label = "What rings",
      .says = "What rings, and what lies under the silence.",
      .kind = ROW_VALUE,
      .low = VISIT_BELL,
      .longest = "bowl and low noise" },
    { .label = "After the last bell",
      .says = "It can be over then, or the silence goes on until Esc.",
      .kind = ROW_SWITCH,
      .at = AT(sit_goes_on),
      .words = end_words },
    { .label = "A voice of your own",
      .says = "Made from one recording, yours or a friend's.",
      .kind = ROW_PAGE,
      .low = SCREEN_VOICE },
};

const SettingPage visit_settings_pages[VISIT_SETTINGS_ALL] = {
    { "See", "How Leeway looks. Each choice counts at once.", see, COUNT(see) },
    { "Hear", "What there is to hear. Each choice counts at once.", hear, COUNT(hear) },
    { "Breathe", "What Space begins, and how.", breathe, COUNT(breathe) },
    { "Words", "The words of a practice, and after it.", words, COUNT(words) },
    { "Kept", "What stays when Leeway is closed.", kept, COUNT(kept) },
    { "Voice and bells", "Who speaks, and what rings. Each choice counts at once.", voice,
      COUNT(voice) },
};
