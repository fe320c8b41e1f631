/* SPDX-License-Identifier: MIT */
#include "support/visit_rig.h"

#include "store/routes.h"

#include <assert.h>
#include <ctype.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A steady clock has run for a while when a visit begins. */
#define START_US INT64_C(3600000000)

enum { DAY = 739000, PATH_MAX_LENGTH = 512 };

static const char *asset(const char *assets, const char *name, char *out)
{
    snprintf(out, PATH_MAX_LENGTH, "%s/%s", assets, name);
    return out;
}

static bool load_places(VisitRig *rig, const char *assets)
{
    char path[PATH_MAX_LENGTH], routes[PATH_MAX_LENGTH];
    if (!cues_load(asset(assets, "cues/en", path), &rig->book, NULL) ||
        !routes_load(asset(assets, "places", path), asset(assets, "routes", routes),
                     &rig->book, &rig->regions, NULL))
        return false;
    rig->cues = cues_table(&rig->book);
    rig->voices[0] = (Voice){ .name = VOICES_USUAL };
    rig->voices[1] = (Voice){ .name = "ana", .title = "Ana", .is_own = true };
    return true;
}

VisitRig *visit_rig_open(const char *assets)
{
    char path[PATH_MAX_LENGTH];
    setenv("SDL_AUDIODRIVER", "none", 1); /* a device would bring its own time */
    VisitRig *rig = calloc(1, sizeof *rig);
    assert(rig != NULL);
    const bool is_loaded =
        patterns_load(asset(assets, "patterns", path), &rig->patterns, NULL) &&
        messages_load(asset(assets, "messages/en", path), &rig->messages, NULL) &&
        helplines_load(asset(assets, "helplines.tsv", path), &rig->helplines, NULL) &&
        pages_load(asset(assets, "pages/en", path), &rig->pages_of_words, NULL) &&
        starts_load(asset(assets, "starts/en", path), &rig->starts, NULL) &&
        load_places(rig, assets);
    rig->text = text_open(asset(assets, "fonts/Inter-Regular.otf", path), NULL);
    assert(is_loaded && rig->text != NULL);
    text_add(rig->text, asset(assets, "fonts/NotoSansArabic-Regular.ttf", path));
    text_add(rig->text, asset(assets, "fonts/NotoSansHebrew-Regular.ttf", path));
    rig->now_us = START_US;
    rig->frame_us = VISIT_RIG_CALM_US;
    const Settings first = settings_default();
    visit_rig_home(rig, first.pattern, first.minutes);
    return rig;
}

void visit_rig_close(VisitRig *rig)
{
    if (rig == NULL)
        return;
    player_close(&rig->player);
    text_close(rig->text);
    free(rig);
}

int visit_rig_set_up(void **state)
{
    *state = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

int visit_rig_tear_down(void **state)
{
    visit_rig_close(*state);
    return 0;
}

VisitRig *visit_rig_played(VisitRig *rig, const char *pattern, const char *script)
{
    visit_rig_home(rig, pattern, 3);
    visit_rig_play(rig, script);
    return rig;
}

void visit_rig_home(VisitRig *rig, const char *pattern, int32_t minutes)
{
    Settings settings = settings_default();
    snprintf(settings.pattern, sizeof settings.pattern, "%s", pattern);
    settings.minutes = minutes;
    const VisitHouse house = { .patterns = &rig->patterns,
                               .messages = &rig->messages,
                               .starts = &rig->starts,
                               .written = &rig->written,
                               .regions = &rig->regions,
                               .cues = &rig->cues,
                               .voices = rig->voices,
                               .voice_count = 2,
                               .player = &rig->player,
                               .text = rig->text,
                               .helplines = &rig->helplines,
                               .own_people = &rig->own_people,
                               .pages = &rig->pages_of_words,
                               .country = "IE",
                               .has_easy_letters = true,
                               .day = DAY };
    memset(&rig->written, 0, sizeof rig->written);
    player_close(&rig->player);
    player_init(&rig->player);
    visit_init(&rig->visit, &house, &settings, rig->now_us);
    visit_size(&rig->visit, 1280, 720);
    visit_show(&rig->visit, rig->now_us);
}

void visit_rig_turn(VisitRig *rig)
{
    /* A script has no time of day: whether there is a device is known at once. */
    while (device_is_coming(rig->player.device))
        sched_yield();
    visit_tick(&rig->visit, rig->now_us);
    visit_show(&rig->visit, rig->now_us);
    if (rig->on_frame != NULL)
        rig->on_frame(rig);
}

void visit_rig_wait(VisitRig *rig, int64_t ms)
{
    const int64_t until_us = rig->now_us + ms * 1000;
    while (rig->now_us < until_us) {
        rig->now_us += rig->frame_us;
        if (rig->now_us > until_us)
            rig->now_us = until_us;
        visit_rig_turn(rig);
    }
}

static ActionId action_of(const char *id)
{
    for (int i = 0; i < ACTION_COUNT; i++)
        if (strcmp(action_row((ActionId)i)->id, id) == 0)
            return (ActionId)i;
    fprintf(stderr, "no action is called \"%s\"\n", id);
    abort();
}

/* Whether a choice says what stands behind "take:", as far as that goes. */
static bool is_called(const char *says, const char *name)
{
    while (*name != '\0' && tolower((unsigned char)*says) == (*name == '-' ? ' ' : *name))
        says++, name++;
    return *name == '\0';
}

static void take_choice(VisitRig *rig, const char *name)
{
    for (int32_t i = 0; i < rig->visit.scene.choice_count; i++)
        if (is_called(rig->visit.scene.choices[i], name)) {
            visit_rig_press(rig, CONTROL_CHOICE + i);
            return;
        }
    fprintf(stderr, "no choice here is called \"%s\"\n", name);
    abort();
}

static void play_word(VisitRig *rig, const char *word)
{
    if (strncmp(word, "take:", 5) == 0) {
        take_choice(rig, word + 5);
        return;
    }
    if (word[0] >= '0' && word[0] <= '9') {
        visit_rig_wait(rig, atoll(word));
        return;
    }
    if (strcmp(word, "?") == 0)
        visit_other_key(&rig->visit, rig->now_us);
    else if (strcmp(word, "let-go") == 0)
        visit_let_go(&rig->visit, rig->now_us);
    else
        visit_act(&rig->visit, action_of(word), rig->now_us);
    visit_rig_turn(rig);
}

void visit_rig_play(VisitRig *rig, const char *script)
{
    char words[512], *rest = NULL;
    assert(strlen(script) < sizeof words);
    strcpy(words, script);
    for (char *word = strtok_r(words, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest))
        play_word(rig, word);
}

void visit_rig_press(VisitRig *rig, int32_t control)
{
    visit_press(&rig->visit, control, rig->now_us);
    visit_rig_turn(rig);
}

const char *visit_rig_picture(VisitRig *rig)
{
    Paint paint = paint_log(rig->log, sizeof rig->log, &theme_night);
    picture_paint_all(&paint, &rig->visit.view);
    return rig->log;
}
