/* SPDX-License-Identifier: MIT */
/* The row of the face before reaching out: what the pause is, how long, what is heard. */
#include "app/home_value.h"
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

typedef struct PauseOption {
    const char *label, *says;
} PauseOption;

static const PauseOption pauses[SETTINGS_PAUSE_COUNT] = {
    [SETTINGS_PAUSE_BREATHS] = { "4 in, 6 out",
                                 "Easy breaths without holds. Follow them, or watch." },
    [SETTINGS_PAUSE_SOUND] = { "a sound", "A far sound, and nothing to follow." },
    [SETTINGS_PAUSE_CHAIR] = { "the chair", "Where the chair or the floor begins, in a "
                                            "few words." },
    [SETTINGS_PAUSE_OWN] = { "my own pace", "The shape goes with Space, for as long as "
                                            "it is wanted." },
};

/* The beds that a pause of sound may be. */
static const char *const beds[] = { "ocean", "rain", "brown" };
static const char *const bed_names[] = { "sea", "rain", "low noise" };
static const char *const bed_says[] = { "A far sea.", "A far, steady rain.",
                                        "A low, even noise." };

enum { BEDS_COUNT = sizeof beds / sizeof beds[0] };

/* Its places may be left out. */
static bool has_chair(const Visit *visit)
{
    ScanRequest request;
    return visit_reach_has_chair(visit, &request);
}

/* What was typed for this start is what its plan says: breaths. Where the chair was
 * chosen and cannot be had, it is the one that is as silent and leads nobody. */
SettingsPause visit_reach_kind(const Visit *visit)
{
    const SettingsPause pause = visit->settings.reach_pause;
    if (visit->reach.is_typed)
        return SETTINGS_PAUSE_BREATHS;
    return pause == SETTINGS_PAUSE_CHAIR && !has_chair(visit) ? SETTINGS_PAUSE_OWN
                                                              : pause;
}

/* --- the request --- */

ReachRequest visit_reach_request(const Visit *visit)
{
    ReachRequest request = reach_default();
    request.seconds = reach_seconds[visit->settings.reach_length];
    return request;
}

void visit_take_reach(Visit *visit, const ReachRequest *request)
{
    visit->face = PRACTICE_REACH;
    visit->reach.request = *request;
    visit->reach.is_typed = true;
    visit_home_values(visit);
}

void visit_reach_follow(Visit *visit, const Settings *before)
{
    const Settings *now = &visit->settings;
    if (now->reach_length != before->reach_length)
        visit->reach.request.seconds = visit_reach_request(visit).seconds;
    if (now->reach_pause != before->reach_pause)
        visit->reach.is_typed = false;
}

/* --- what the pause is --- */

/* Those behind the chair move up where that is not there. */
static int32_t pause_count(const Visit *visit)
{
    return SETTINGS_PAUSE_COUNT - (has_chair(visit) ? 0 : 1);
}

static SettingsPause pause_of(const Visit *visit, int32_t option)
{
    const bool is_behind = option >= SETTINGS_PAUSE_CHAIR && !has_chair(visit);
    return (SettingsPause)(option + (is_behind ? 1 : 0));
}

static int32_t present_pause(const Visit *visit)
{
    const SettingsPause pause = visit_reach_kind(visit);
    const bool is_behind = pause > SETTINGS_PAUSE_CHAIR && !has_chair(visit);
    return (int32_t)pause - (is_behind ? 1 : 0);
}

static void pause_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    snprintf(out, VISIT_LABEL_MAX, "%s", pauses[visit_reach_kind(visit)].label);
}

static void pause_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    snprintf(out, VISIT_LABEL_MAX, "%s", pauses[pause_of(visit, option)].label);
}

static void pause_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    snprintf(out, size, "%s", pauses[pause_of(visit, option)].says);
}

static void take_pause(Visit *visit, int32_t option, int64_t now_us)
{
    (void)now_us;
    visit->settings.reach_pause = pause_of(visit, option);
    visit->reach.request = visit_reach_request(visit);
    visit->reach.is_typed = false;
}

/* --- how long --- */

static int32_t length_count(const Visit *visit)
{
    (void)visit;
    return REACH_CHOICES;
}

static int32_t present_length(const Visit *visit)
{
    int32_t i = 0;
    while (reach_seconds[i] != visit->reach.request.seconds)
        i++;
    return i;
}

static void length_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    (void)visit;
    snprintf(out, VISIT_LABEL_MAX, "%d seconds", (int)reach_seconds[option]);
}

static void length_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    if (visit_reach_kind(visit) == SETTINGS_PAUSE_OWN)
        snprintf(out, VISIT_LABEL_MAX, "no set end");
    else
        length_label(visit, present_length(visit), out);
}

static void length_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    char words[VISIT_LABEL_MAX];
    const SettingsPause pause = visit_reach_kind(visit);
    const int64_t ms = visit_reach_length_ms(visit, reach_seconds[option]);
    visit_length_words(ms, words, sizeof words);
    if (pause == SETTINGS_PAUSE_OWN)
        snprintf(out, size, "My own pace has no set end.");
    else if (pause == SETTINGS_PAUSE_BREATHS)
        snprintf(out, size, "%d breaths, %s. Then a page to write on.",
                 (int)reach_breaths(reach_seconds[option]), words);
    else
        snprintf(out, size, "%s. Then a page to write on.", words);
}

static void take_length(Visit *visit, int32_t option, int64_t now_us)
{
    (void)now_us;
    visit->settings.reach_length = option;
    visit->reach.request.seconds = reach_seconds[option];
}

/* --- what is heard: as under a breath, or the sound that the pause is --- */

static bool is_sound_alone(const Visit *visit)
{
    return visit_reach_kind(visit) == SETTINGS_PAUSE_SOUND;
}

static int32_t sound_count(const Visit *visit)
{
    return is_sound_alone(visit) ? BEDS_COUNT : home_sound_count(visit);
}

static int32_t present_sound(const Visit *visit)
{
    if (!is_sound_alone(visit))
        return home_sound_present(visit);
    int32_t i = BEDS_COUNT - 1;
    while (i > 0 && strcmp(beds[i], visit->settings.sound) != 0)
        i--;
    return i;
}

static void sound_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    if (is_sound_alone(visit))
        snprintf(out, VISIT_LABEL_MAX, "%s, softly", bed_names[present_sound(visit)]);
    else
        home_sound_row(visit, out);
}

static void sound_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    if (is_sound_alone(visit))
        snprintf(out, VISIT_LABEL_MAX, "%s", bed_names[option]);
    else
        home_sound_label(visit, option, out);
}

static void sound_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    if (is_sound_alone(visit))
        snprintf(out, size, "%s", bed_says[option]);
    else
        home_sound_says(visit, option, out, size);
}

static void take_sound(Visit *visit, int32_t option, int64_t now_us)
{
    if (is_sound_alone(visit))
        snprintf(visit->settings.sound, sizeof visit->settings.sound, "%s", beds[option]);
    else
        home_sound_take(visit, option, now_us);
}

const HomeValue home_reach_values[SCENE_VALUES] = {
    { pause_count, present_pause, pause_row, pause_label, pause_says, take_pause },
    { length_count, present_length, length_row, length_label, length_says, take_length },
    { sound_count, present_sound, sound_row, sound_label, sound_says, take_sound },
};

/* --- the face --- */

/* The sentence of the face: how long, and what does not happen. */
static void say_face(Visit *visit)
{
    char about[64] = "As long as you like.";
    if (visit_reach_kind(visit) != SETTINGS_PAUSE_OWN)
        snprintf(about, sizeof about, "About %d seconds, or as long as you like.",
                 (int)visit->reach.request.seconds);
    snprintf(visit->reach.says, sizeof visit->reach.says,
             "%s Nothing is sent from here. Nothing is kept unless you keep it.", about);
}

void visit_reach_show_face(Visit *visit, Scene *scene)
{
    static const char *const tiles[] = { "A pause first", "Write a line", "Not now" };
    say_face(visit);
    scene->title = "Before reaching out";
    scene->says = visit->reach.says;
    scene->aside = "Some people are not safe to contact. Leaving them out is a choice "
                   "too.";
    for (int32_t i = 0; i < 3; i++)
        if (i != 1 || visit_has_write(visit))
            scene->tools[i] = tiles[i];
    scene->tool_count = 3;
}
