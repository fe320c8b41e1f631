/* SPDX-License-Identifier: MIT */
#include "app/voice_shelf.h"

#include "app/quote.h"
#include "app/request.h"
#include "store/voices.h"

#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The ids of the words at a turn of the breath. */
static const char *const breath_cues[BREATH_PHASE_COUNT] = {
    [BREATH_IN] = "breath.in",
    [BREATH_TOP_UP] = "breath.top-up",
    [BREATH_HOLD_FULL] = "breath.hold-full",
    [BREATH_OUT] = "breath.out",
    [BREATH_HOLD_EMPTY] = "breath.hold-empty",
};

struct VoiceShelf {
    const CueTable *cues; /* NULL: no words */
    Clips *clips;
    /* What was wished last. */
    char name[FILES_PATH_MAX];
    bool speaks, speaks_breath, was_wished, was_looked_for;
    uint32_t plan_number;
    Error problem;
    /* The loader reads these, so they have a lock. */
    pthread_mutex_t lock;
    Voice voice;
    char bell[FILES_PATH_MAX]; /* empty: none */
};

/* ---- the loader's thread ---- */

static bool find_bell(VoiceShelf *shelf, char path[CLIPS_PATH_MAX])
{
    pthread_mutex_lock(&shelf->lock);
    memcpy(path, shelf->bell, CLIPS_PATH_MAX);
    pthread_mutex_unlock(&shelf->lock);
    return path[0] != '\0';
}

static bool find_cue(VoiceShelf *shelf, int32_t cue, char path[CLIPS_PATH_MAX])
{
    FilePath found;
    pthread_mutex_lock(&shelf->lock);
    const Voice voice = shelf->voice;
    pthread_mutex_unlock(&shelf->lock);
    if (!voices_clip_path(&voice, shelf->cues->cues[cue].id, &found))
        return false;
    memcpy(path, found.text, CLIPS_PATH_MAX);
    return true;
}

static bool find(void *house, int32_t slot, char path[CLIPS_PATH_MAX])
{
    _Static_assert((int)CLIPS_PATH_MAX == (int)FILES_PATH_MAX, "a path is a path");
    return slot == CLIP_TABLE_BELL ? find_bell(house, path) : find_cue(house, slot, path);
}

/* ---- the main thread's ---- */

static int32_t cue_called(const CueTable *cues, const char *id)
{
    for (int32_t i = 0; cues != NULL && i < cues->count; i++)
        if (strcmp(cues->cues[i].id, id) == 0)
            return i;
    return PLAN_NO_CUE;
}

VoiceShelf *voice_shelf_open(const CueTable *cues, Error *error)
{
    assert(cues == NULL || cues->count <= CLIP_TABLE_CUES);
    VoiceShelf *shelf = calloc(1, sizeof *shelf);
    if (shelf != NULL)
        shelf->clips = clips_open(find, shelf);
    if (shelf == NULL || shelf->clips == NULL) {
        error_set(error, "there is no memory left for a voice");
        free(shelf);
        return NULL;
    }
    shelf->cues = cues;
    pthread_mutex_init(&shelf->lock, NULL);
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        clips_table(shelf->clips)->breath_cues[p] = cue_called(cues, breath_cues[p]);
    return shelf;
}

void voice_shelf_close(VoiceShelf *shelf)
{
    if (shelf == NULL)
        return;
    clips_close(shelf->clips);
    pthread_mutex_destroy(&shelf->lock);
    free(shelf);
}

ClipTable *voice_shelf_clips(VoiceShelf *shelf)
{
    return clips_table(shelf->clips);
}

static void add(ClipWishes *wishes, int32_t slot)
{
    for (int32_t i = 0; i < wishes->count; i++)
        if (wishes->slots[i] == slot)
            return;
    if (slot >= 0 && slot < CLIP_TABLE_SLOTS)
        wishes->slots[wishes->count++] = slot;
}

static void add_part(const VoiceShelf *shelf, const PlanPart *part, ClipWishes *wishes)
{
    const ClipTable *table = clips_table(shelf->clips);
    const bool is_cue = part->cue >= 0 && part->cue < shelf->cues->count;
    if (part->kind == PLAN_WORDS && shelf->speaks && is_cue)
        add(wishes, part->cue);
    if (part->kind == PLAN_BREATH && shelf->speaks_breath)
        for (int p = 0; p < BREATH_PHASE_COUNT; p++)
            if (part->phase_ms[p] > 0)
                add(wishes, table->breath_cues[p]);
}

/* What is going on and what comes, then what may be gone back to. */
static ClipWishes wishes_of(const VoiceShelf *shelf, const Plan *plan, int64_t at_ms)
{
    ClipWishes wishes = { .count = 0 };
    if (shelf->bell[0] != '\0')
        add(&wishes, CLIP_TABLE_BELL);
    for (int is_over = 0; is_over < 2 && shelf->cues != NULL; is_over++)
        for (int32_t i = 0; i < plan->count; i++) {
            const bool was = i + 1 < plan->count && plan->parts[i + 1].start_ms <= at_ms;
            if (was == (is_over == 1))
                add_part(shelf, &plan->parts[i], &wishes);
        }
    return wishes;
}

static bool is_voice_new(const VoiceShelf *shelf, const VoiceWish *wish)
{
    return !shelf->was_wished || strcmp(shelf->name, wish->voice) != 0 ||
           strcmp(shelf->bell, wish->bell != NULL ? wish->bell : "") != 0;
}

static bool has_any_clip(const VoiceShelf *shelf, const Voice *voice)
{
    FilePath path;
    for (int32_t i = 0; shelf->cues != NULL && i < shelf->cues->count; i++)
        if (voices_clip_path(voice, shelf->cues->cues[i].id, &path))
            return true;
    return shelf->cues == NULL;
}

/* A folder in which nobody says anything is told as well. */
static void find_voice(const VoiceShelf *shelf, const char *name, Voice *voice,
                       Error *problem)
{
    if (voices_find(name, voice, problem) && voice->name[0] != '\0' &&
        !has_any_clip(shelf, voice))
        error_set(problem,
                  "%.300s has no clips: words are shown, with a soft bell; leeway list "
                  "cues shows how files are named",
                  voice->folder.text);
}

/* A voice that is not there is none: words come with a bell. It is told once, however
 * often words are turned off and on. */
static void take_voice(VoiceShelf *shelf, const VoiceWish *wish, bool is_new)
{
    Voice voice = { .name = "" };
    Error problem = { "" };
    shelf->was_looked_for = shelf->was_looked_for && !is_new;
    if (wish->speaks || wish->speaks_breath) {
        find_voice(shelf, wish->voice, &voice, &problem);
        if (!shelf->was_looked_for)
            shelf->problem = problem;
        shelf->was_looked_for = true;
    }
    snprintf(shelf->name, sizeof shelf->name, "%s", wish->voice);
    pthread_mutex_lock(&shelf->lock);
    shelf->voice = voice;
    snprintf(shelf->bell, sizeof shelf->bell, "%s", wish->bell != NULL ? wish->bell : "");
    pthread_mutex_unlock(&shelf->lock);
}

void voice_shelf_mind(VoiceShelf *shelf, const VoiceWish *wish, const Plan *plan,
                      uint32_t plan_number, int64_t at_ms)
{
    const bool speaks_else =
        shelf->speaks != wish->speaks || shelf->speaks_breath != wish->speaks_breath;
    const bool is_new = is_voice_new(shelf, wish);
    if (!is_new && !speaks_else && shelf->plan_number == plan_number)
        return;
    if (is_new || speaks_else)
        take_voice(shelf, wish, is_new);
    shelf->speaks = wish->speaks;
    shelf->speaks_breath = wish->speaks_breath;
    shelf->plan_number = plan_number;
    shelf->was_wished = true;
    const ClipWishes wishes = wishes_of(shelf, plan, at_ms);
    clips_want(shelf->clips, &wishes, is_new);
}

bool voice_shelf_wait(VoiceShelf *shelf, int32_t most_ms)
{
    return clips_wait(shelf->clips, most_ms);
}

bool voice_shelf_problem(VoiceShelf *shelf, Error *problem)
{
    if (shelf->problem.text[0] == '\0')
        return clips_problem(shelf->clips, problem);
    *problem = shelf->problem;
    shelf->problem.text[0] = '\0';
    return true;
}

void voice_shelf_follow(VoiceShelf *shelf, const Settings *settings, const Player *player)
{
    const bool is_bell_own = request_bell(settings->bell) == MIX_BELL_OWN;
    const VoiceWish wish = { .voice = settings->voice,
                             .speaks = settings->is_voice_on || player->is_sample,
                             .speaks_breath = settings->speaks_breath,
                             .bell = is_bell_own ? settings->bell : NULL };
    const Session *session = &player->session;
    Error problem;
    if (player->is_sample)
        voice_shelf_mind(shelf, &wish, &player->sample, player->plan_number, 0);
    else
        voice_shelf_mind(shelf, &wish, &session->plan, player->plan_number,
                         session->now_ms);
    while (voice_shelf_problem(shelf, &problem))
        quote_tell(problem.text);
}
