/* SPDX-License-Identifier: MIT */
#include "sound/clips.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PROBLEMS_MAX = CLIP_TABLE_LOADED, OUT_MAX = CLIP_TABLE_SLOTS + CLIP_TABLE_HOLDS };

/* The lock is held for moments only, never while a file is read. What stands below it is
 * the loader's own. */
struct Clips {
    ClipTable table;
    ClipFind find;
    void *house;

    pthread_mutex_t lock;
    pthread_cond_t told, done;
    bool has_thread, is_ending, is_idle, are_files_new;
    uint32_t number; /* of the wishes */
    ClipWishes wishes;
    int32_t problem_count, problems_told;
    Error problems[PROBLEMS_MAX];

    pthread_t thread;
    bool was_tried[CLIP_TABLE_SLOTS];
    bool was_told[CLIP_TABLE_SLOTS]; /* that its file cannot be used */
    int32_t out_count;               /* clips out of the table that may still be held */
    const MixClip *out[OUT_MAX];
};

static void free_clip(const MixClip *clip)
{
    MixClip *own = (MixClip *)clip;
    clip_close(own);
    free(own);
}

/* ---- the loader's thread ---- */

/* Frees what nobody holds any more. */
static void sweep(Clips *clips)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < clips->out_count; i++) {
        if (clip_table_is_held(&clips->table, clips->out[i]))
            clips->out[kept++] = clips->out[i];
        else
            free_clip(clips->out[i]);
    }
    clips->out_count = kept;
}

static void put_out(Clips *clips, int32_t slot)
{
    const MixClip *clip = clip_table_put(&clips->table, slot, NULL);
    clips->was_tried[slot] = false;
    assert(clips->out_count < OUT_MAX);
    if (clip != NULL)
        clips->out[clips->out_count++] = clip;
}

static void put_out_unwanted(Clips *clips, const ClipWishes *wishes, bool are_files_new)
{
    bool is_wanted[CLIP_TABLE_SLOTS] = { false };
    for (int32_t i = 0; i < wishes->count && !are_files_new; i++)
        is_wanted[wishes->slots[i]] = true;
    sweep(clips);
    for (int32_t s = 0; s < CLIP_TABLE_LOADED; s++)
        if (!is_wanted[s])
            put_out(clips, s);
    sweep(clips);
}

/* NULL when there is none, with the reason if there is a file. */
static MixClip *load(Clips *clips, int32_t slot, Error *problem)
{
    char path[CLIPS_PATH_MAX];
    const ClipUse use = slot == CLIP_TABLE_BELL ? CLIP_BELL : CLIP_VOICE;
    if (!clips->find(clips->house, slot, path))
        return NULL;
    MixClip *clip = malloc(sizeof *clip);
    if (clip == NULL || clip_open(path, use, clip, problem))
        return clip;
    free(clip);
    return NULL;
}

static void note_problem(Clips *clips, int32_t slot, const Error *problem)
{
    if (problem->text[0] == '\0' || clips->was_told[slot] ||
        clips->problem_count == PROBLEMS_MAX)
        return;
    clips->was_told[slot] = true;
    clips->problems[clips->problem_count++] = *problem;
}

static bool is_wished(const Clips *clips, int32_t slot)
{
    for (int32_t i = 0; i < clips->wishes.count; i++)
        if (clips->wishes.slots[i] == slot)
            return true;
    return false;
}

/* One clip, unlocked meanwhile; what nobody wants any more then is dropped. */
static void load_wish(Clips *clips, int32_t slot)
{
    Error problem = { "" };
    pthread_mutex_unlock(&clips->lock);
    MixClip *clip = load(clips, slot, &problem);
    pthread_mutex_lock(&clips->lock);
    if (clips->are_files_new || !is_wished(clips, slot)) {
        if (clip != NULL)
            free_clip(clip);
        return;
    }
    clips->was_tried[slot] = true;
    clip_table_put(&clips->table, slot, clip);
    note_problem(clips, slot, &problem);
}

/* The first wish that was not tried, CLIP_TABLE_SLOTS for none. */
static int32_t next_wish(const Clips *clips)
{
    for (int32_t i = 0; i < clips->wishes.count; i++)
        if (!clips->was_tried[clips->wishes.slots[i]])
            return clips->wishes.slots[i];
    return CLIP_TABLE_SLOTS;
}

static void take_wishes(Clips *clips, uint32_t *number)
{
    if (clips->number == *number)
        return;
    *number = clips->number;
    put_out_unwanted(clips, &clips->wishes, clips->are_files_new);
    if (clips->are_files_new)
        memset(clips->was_told, 0, sizeof clips->was_told);
    clips->are_files_new = false;
}

static void *run(void *opaque)
{
    Clips *clips = opaque;
    uint32_t number = 0;
    pthread_mutex_lock(&clips->lock);
    while (!clips->is_ending) {
        take_wishes(clips, &number);
        const int32_t slot = next_wish(clips);
        if (slot < CLIP_TABLE_SLOTS) {
            load_wish(clips, slot);
            continue;
        }
        clips->is_idle = true;
        pthread_cond_signal(&clips->done);
        pthread_cond_wait(&clips->told, &clips->lock);
    }
    pthread_mutex_unlock(&clips->lock);
    return NULL;
}

/* ---- the owner's ---- */

static void init_done(Clips *clips)
{
    pthread_condattr_t steady;
    pthread_condattr_init(&steady);
    pthread_condattr_setclock(&steady, CLOCK_MONOTONIC);
    pthread_cond_init(&clips->done, &steady);
    pthread_condattr_destroy(&steady);
}

Clips *clips_open(ClipFind find, void *house)
{
    Clips *clips = calloc(1, sizeof *clips);
    if (clips == NULL)
        return NULL;
    clips->find = find;
    clips->house = house;
    clips->is_idle = true;
    clip_table_init(&clips->table);
    pthread_mutex_init(&clips->lock, NULL);
    pthread_cond_init(&clips->told, NULL);
    init_done(clips);
    return clips;
}

ClipTable *clips_table(Clips *clips)
{
    return &clips->table;
}

/* Signals are for the thread that waits for them. */
static bool start_thread(Clips *clips)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const bool is_started = pthread_create(&clips->thread, NULL, run, clips) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return is_started;
}

void clips_want(Clips *clips, const ClipWishes *wishes, bool are_files_new)
{
    assert(wishes->count >= 0 && wishes->count <= CLIP_TABLE_SLOTS);
    if (!clips->has_thread && wishes->count == 0)
        return;
    pthread_mutex_lock(&clips->lock);
    clips->wishes = *wishes;
    clips->are_files_new |= are_files_new;
    clips->number++;
    clips->is_idle = false;
    /* Without a thread nobody speaks; the practice is whole all the same. */
    if (!clips->has_thread)
        clips->is_idle = !(clips->has_thread = start_thread(clips));
    pthread_cond_signal(&clips->told);
    pthread_mutex_unlock(&clips->lock);
}

bool clips_wait(Clips *clips, int32_t most_ms)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    const int64_t ns = until.tv_nsec + most_ms % 1000 * INT64_C(1000000);
    until.tv_sec += most_ms / 1000 + ns / 1000000000;
    until.tv_nsec = ns % 1000000000;
    pthread_mutex_lock(&clips->lock);
    int waited = 0;
    while (!clips->is_idle && waited == 0)
        waited = pthread_cond_timedwait(&clips->done, &clips->lock, &until);
    const bool is_idle = clips->is_idle;
    pthread_mutex_unlock(&clips->lock);
    return is_idle;
}

bool clips_problem(Clips *clips, Error *problem)
{
    pthread_mutex_lock(&clips->lock);
    const bool is_there = clips->problems_told < clips->problem_count;
    if (is_there)
        *problem = clips->problems[clips->problems_told++];
    if (clips->problems_told == clips->problem_count)
        clips->problem_count = clips->problems_told = 0;
    pthread_mutex_unlock(&clips->lock);
    return is_there;
}

static void end_thread(Clips *clips)
{
    pthread_mutex_lock(&clips->lock);
    clips->is_ending = true;
    pthread_cond_signal(&clips->told);
    pthread_mutex_unlock(&clips->lock);
    if (clips->has_thread)
        pthread_join(clips->thread, NULL);
}

void clips_close(Clips *clips)
{
    if (clips == NULL)
        return;
    end_thread(clips);
    for (int32_t s = 0; s < CLIP_TABLE_LOADED; s++)
        put_out(clips, s);
    for (int32_t i = 0; i < clips->out_count; i++)
        free_clip(clips->out[i]);
    pthread_cond_destroy(&clips->told);
    pthread_cond_destroy(&clips->done);
    pthread_mutex_destroy(&clips->lock);
    free(clips);
}
