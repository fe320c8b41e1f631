/* SPDX-License-Identifier: MIT */
/* The face of sitting on home: its length, its bells, and what they sound like. */
#include "app/home_value.h"
#include "app/visit_parts.h"

#include <stdio.h>
#include <string.h>

enum { MINUTE_MS = 60000 };

static const int32_t minutes_offered[] = { 5, 10, 15, 20, 30, 45, 60, 0 };
static const int32_t bells_offered[] = { 0, 5, 10, 15 };

enum {
    MINUTES_COUNT = sizeof minutes_offered / sizeof minutes_offered[0],
    BELLS_COUNT = sizeof bells_offered / sizeof bells_offered[0]
};

/* --- the request --- */

SitRequest visit_sit_request(const Visit *visit)
{
    const Settings *settings = &visit->settings;
    SitRequest request = sit_default();
    request.length_ms = (int64_t)settings->sit_minutes * MINUTE_MS;
    request.every_ms = settings->bell_minutes * MINUTE_MS;
    request.goes_on = settings->sit_goes_on;
    return request;
}

void visit_take_sit(Visit *visit, const SitRequest *request)
{
    visit->face = PRACTICE_SIT;
    visit->sit.request = *request;
    visit->sit.is_typed = true;
    visit_home_values(visit);
}

/* A file stays on offer as long as Leeway is open. */
static void note_own_bell(Visit *visit)
{
    const Settings *settings = &visit->settings;
    if (strchr(settings->bell, '/') != NULL)
        snprintf(visit->home.own_bell, sizeof visit->home.own_bell, "%s", settings->bell);
}

void visit_sit_follow(Visit *visit, const Settings *before)
{
    const Settings *now = &visit->settings;
    const SitRequest wished = visit_sit_request(visit);
    SitRequest *request = &visit->sit.request;
    note_own_bell(visit);
    if (now->sit_minutes != before->sit_minutes)
        request->length_ms = wished.length_ms;
    if (now->bell_minutes != before->bell_minutes) {
        request->every_ms = wished.every_ms;
        request->at_count = 0;
    }
    if (now->sit_goes_on != before->sit_goes_on)
        request->goes_on = wished.goes_on;
}

/* --- the length --- */

static int32_t length_count(const Visit *visit)
{
    (void)visit;
    return MINUTES_COUNT;
}

static int32_t present_length(const Visit *visit)
{
    for (int32_t i = 0; i < MINUTES_COUNT; i++)
        if ((int64_t)minutes_offered[i] * MINUTE_MS == visit->sit.request.length_ms)
            return i;
    return -1;
}

static void length_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    if (visit->sit.request.length_ms == 0)
        home_minutes_label(0, out);
    else
        visit_length_words(visit->sit.request.length_ms, out, VISIT_LABEL_MAX);
}

static void length_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    (void)visit;
    home_minutes_label(minutes_offered[option], out);
}

static void length_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    const char *goes_on = visit->settings.sit_goes_on
                              ? "After the last bell it goes on until Esc."
                              : "Then a last bell, and it is over.";
    snprintf(out, size, "%s",
             minutes_offered[option] == 0 ? "Goes on until Esc." : goes_on);
}

/* A bell named for a moment that is no longer inside is not there any more. */
static void take_length(Visit *visit, int32_t option, int64_t now_us)
{
    SitRequest *request = &visit->sit.request;
    (void)now_us;
    visit->settings.sit_minutes = minutes_offered[option];
    request->length_ms = (int64_t)minutes_offered[option] * MINUTE_MS;
    while (request->length_ms > 0 && request->at_count > 0 &&
           request->at_ms[request->at_count - 1] >= request->length_ms)
        request->at_count--;
}

/* --- when there are bells --- */

static int32_t bells_count(const Visit *visit)
{
    (void)visit;
    return BELLS_COUNT;
}

static int32_t present_bells(const Visit *visit)
{
    const SitRequest *request = &visit->sit.request;
    for (int32_t i = 0; i < BELLS_COUNT; i++)
        if (visit->settings.has_bells && request->at_count == 0 &&
            request->every_ms == bells_offered[i] * MINUTE_MS)
            return i;
    return -1;
}

static void bells_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    const bool has_end = visit->sit.request.length_ms > 0;
    if (bells_offered[option] == 0)
        snprintf(out, VISIT_LABEL_MAX, has_end ? "bells: start and end" : "bells: start");
    else
        snprintf(out, VISIT_LABEL_MAX, "bells: every %d minutes",
                 (int)bells_offered[option]);
}

static void bells_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    char length[VISIT_LABEL_MAX], number[VISIT_LABEL_MAX];
    const SitRequest *request = &visit->sit.request;
    const int32_t present = present_bells(visit);
    if (!visit->settings.has_bells)
        snprintf(out, VISIT_LABEL_MAX, "bells off");
    else if (present >= 0)
        bells_label(visit, present, out);
    else if (request->at_count > 0)
        snprintf(out, VISIT_LABEL_MAX, "bells: %s between",
                 home_number(request->at_count, number));
    else
        snprintf(out, VISIT_LABEL_MAX, "bells: every %s",
                 visit_length_words(request->every_ms, length, sizeof length));
}

static void bells_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    const bool has_end = visit->sit.request.length_ms > 0;
    if (bells_offered[option] != 0)
        snprintf(out, size, "The same bell, softly, at the start and %s.",
                 has_end ? "in between and at the end" : "for the first hour");
    else
        snprintf(out, size,
                 has_end ? "Nothing between them but silence."
                         : "Nothing behind it but silence.");
}

static void take_bells(Visit *visit, int32_t option, int64_t now_us)
{
    visit->settings.has_bells = true;
    visit->settings.bell_minutes = bells_offered[option];
    visit->sit.request.every_ms = bells_offered[option] * MINUTE_MS;
    visit->sit.request.at_count = 0;
    visit_follow_levels(visit, now_us);
}

/* --- what they sound like, and what lies under the silence --- */

/* A bell of NULL is the one that was chosen before. Bells and bed are turned off
 * together, as M does. */
typedef struct BellOption {
    bool is_on;
    const char *bell, *bed;
    const char *says;
} BellOption;

static const BellOption sounds_offered[] = {
    { true, "bowl", "none", "A low bowl that comes slowly and rings for long." },
    { true, "bell", "none", "A small bell, a little higher." },
    { true, "wood", "none", "A soft knock on wood, and it is over." },
    { true, NULL, "rain", "The same bell, and a far, steady rain under the silence." },
    { true, NULL, "brown", "The same bell, and a low, even noise under the silence." },
    { false, NULL, NULL, "Silent. The picture tells when it is over." },
};

enum { SOUNDS_COUNT = sizeof sounds_offered / sizeof sounds_offered[0], OWN = 3 };

static bool has_own(const Visit *visit)
{
    return visit->home.own_bell[0] != '\0';
}

/* The option at a place of the list: behind the wood the person's own, where there is
 * one. */
static BellOption sound_at(const Visit *visit, int32_t option)
{
    if (!has_own(visit) || option < OWN)
        return sounds_offered[option];
    if (option > OWN)
        return sounds_offered[option - 1];
    return (BellOption){ true, visit->home.own_bell, "none",
                         "A sound file of your own." };
}

static int32_t sound_count(const Visit *visit)
{
    return SOUNDS_COUNT + (has_own(visit) ? 1 : 0);
}

static int32_t present_sound(const Visit *visit)
{
    const Settings *settings = &visit->settings;
    if (!settings->has_bells)
        return sound_count(visit) - 1;
    for (int32_t i = 0; i < sound_count(visit) - 1; i++) {
        const BellOption option = sound_at(visit, i);
        if (strcmp(option.bed, settings->sit_bed) == 0 &&
            (option.bell == NULL || strcmp(option.bell, settings->bell) == 0))
            return i;
    }
    return -1;
}

/* The name of a file without its folder. */
static const char *bell_name(const char *bell)
{
    const char *slash = strrchr(bell, '/');
    return slash != NULL ? slash + 1 : bell;
}

static void sound_words(bool is_on, const char *bell, const char *bed,
                        char out[VISIT_LABEL_MAX])
{
    if (!is_on)
        snprintf(out, VISIT_LABEL_MAX, "silent");
    else if (strcmp(bed, "none") == 0)
        snprintf(out, VISIT_LABEL_MAX, "%.80s", bell_name(bell));
    else
        snprintf(out, VISIT_LABEL_MAX, "%.80s and %s", bell_name(bell),
                 strcmp(bed, "rain") == 0    ? "rain"
                 : strcmp(bed, "brown") == 0 ? "low noise"
                                             : "sea");
}

static void sound_label(const Visit *visit, int32_t option, char out[VISIT_LABEL_MAX])
{
    const BellOption sound = sound_at(visit, option);
    sound_words(sound.is_on, sound.bell != NULL ? sound.bell : visit->settings.bell,
                sound.bed, out);
}

static void sound_row(const Visit *visit, char out[VISIT_LABEL_MAX])
{
    const Settings *settings = &visit->settings;
    sound_words(settings->has_bells, settings->bell, settings->sit_bed, out);
    if (settings->has_bells)
        strcat(out, ", softly");
}

static void sound_says(const Visit *visit, int32_t option, char *out, size_t size)
{
    snprintf(out, size, "%s", sound_at(visit, option).says);
}

static void take_sound(Visit *visit, int32_t option, int64_t now_us)
{
    const BellOption sound = sound_at(visit, option);
    Settings *settings = &visit->settings;
    settings->has_bells = sound.is_on;
    if (sound.bed != NULL)
        snprintf(settings->sit_bed, sizeof settings->sit_bed, "%s", sound.bed);
    if (sound.bell != NULL)
        snprintf(settings->bell, sizeof settings->bell, "%s", sound.bell);
    visit_follow_levels(visit, now_us);
}

const HomeValue home_sit_values[SCENE_VALUES] = {
    { length_count, present_length, length_row, length_label, length_says, take_length },
    { bells_count, present_bells, bells_row, bells_label, bells_says, take_bells },
    { sound_count, present_sound, sound_row, sound_label, sound_says, take_sound },
};
