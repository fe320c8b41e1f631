/* SPDX-License-Identifier: MIT */
#include "app/own_voice_desk.h"

#include <SDL.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { CLIPS = 3 }; /* one is heard, one fades, one is made */

/* One reading or writing. The thread alone touches it until it is done. */
typedef struct Job {
    VisitVoiceWish kind;
    char path[VISIT_VOICE_PATH_MAX], name[VOICES_NAME_MAX];
    Script script;
    OwnVoice *made; /* what is read into, or written */
    bool is_good;
    Error error;
    uint32_t event;
    atomic_bool is_done;
} Job;

struct OwnVoiceDesk {
    Player *player;
    ClipTable table; /* where the player has none */
    MixClip clips[CLIPS];
    int32_t next_clip;
    OwnVoice *made; /* what the page works on */
    SDL_Thread *thread;
    Job job;
    bool has_new;      /* a voice came to be */
    bool is_abandoned; /* nobody waits for the job any more */
};

OwnVoiceDesk *own_voice_desk_open(Player *player, Error *error)
{
    OwnVoiceDesk *desk = calloc(1, sizeof *desk);
    if (desk == NULL) {
        error_set(error, "there is no memory left for voices");
        return NULL;
    }
    desk->player = player;
    desk->job.event = SDL_RegisterEvents(1);
    clip_table_init(&desk->table);
    if (player->mix.clips == NULL)
        mix_set_clips(&player->mix, &desk->table);
    return desk;
}

static void forget(OwnVoice **made)
{
    if (*made != NULL)
        own_voice_close(*made);
    free(*made);
    *made = NULL;
}

void own_voice_desk_close(OwnVoiceDesk *desk)
{
    if (desk == NULL)
        return;
    if (desk->thread != NULL) {
        SDL_WaitThread(desk->thread, NULL);
        if (desk->job.kind == VISIT_VOICE_READ)
            forget(&desk->job.made);
    }
    forget(&desk->made);
    for (int i = 0; i < CLIPS; i++)
        clip_close(&desk->clips[i]);
    free(desk);
}

/* --- the thread --- */

/* The loop may wait for an event alone. */
static void tell_done(Job *job)
{
    SDL_Event event = { .type = job->event };
    atomic_store(&job->is_done, true);
    SDL_PushEvent(&event);
}

static int run(void *data)
{
    Job *job = data;
    if (job->kind == VISIT_VOICE_READ)
        job->is_good = own_voice_open(job->made, job->path, &job->script, &job->error);
    else
        job->is_good = own_voice_keep(job->made, job->name, &job->error);
    tell_done(job);
    return 0;
}

static void start(OwnVoiceDesk *desk, VisitVoiceWish kind, const VisitVoice *page)
{
    Job *job = &desk->job;
    job->kind = kind;
    job->is_good = false;
    job->error.text[0] = '\0';
    atomic_store(&job->is_done, false);
    memcpy(job->path, page->path, sizeof job->path);
    memcpy(job->name, page->name, sizeof job->name);
    job->script = page->script;
    job->made = kind == VISIT_VOICE_READ ? calloc(1, sizeof *job->made) : desk->made;
    desk->is_abandoned = false;
    if (job->made != NULL)
        desk->thread = SDL_CreateThread(run, "leeway-voice", job);
    if (desk->thread != NULL)
        return;
    error_set(&job->error, "there is no room left to read a recording");
    tell_done(job);
}

/* --- what is done --- */

static void take_reading(OwnVoiceDesk *desk, Visit *visit)
{
    Job *job = &desk->job;
    if (!job->is_good || desk->is_abandoned) {
        if (!job->is_good)
            free(job->made); /* nothing is open in it */
        else
            forget(&job->made);
        job->made = NULL;
    }
    if (desk->is_abandoned)
        return;
    /* The page keeps what it has where another recording could not be read. */
    if (job->made != NULL) {
        forget(&desk->made);
        desk->made = job->made;
    }
    visit_voice_read(visit, job->made, job->error.text);
}

static void take_writing(OwnVoiceDesk *desk, Visit *visit)
{
    desk->has_new = desk->job.is_good;
    if (desk->is_abandoned)
        forget(&desk->made);
    else
        visit_voice_kept(visit, desk->job.is_good ? desk->job.name : NULL,
                         desk->job.error.text);
}

/* Whether a thread is still at it. */
static bool is_working(OwnVoiceDesk *desk, Visit *visit)
{
    Job *job = &desk->job;
    if (job->kind == VISIT_VOICE_NO_WISH)
        return false;
    if (!atomic_load(&job->is_done))
        return true;
    if (desk->thread != NULL)
        SDL_WaitThread(desk->thread, NULL);
    desk->thread = NULL;
    if (job->kind == VISIT_VOICE_READ)
        take_reading(desk, visit);
    else
        take_writing(desk, visit);
    job->kind = VISIT_VOICE_NO_WISH;
    desk->is_abandoned = false;
    return false;
}

/* --- wishes --- */

/* The next clip that is not heard any more; NULL when all of them still fade. */
static MixClip *free_clip(OwnVoiceDesk *desk, ClipTable *table)
{
    MixClip *clip = &desk->clips[desk->next_clip];
    if (atomic_load(&table->slots[CLIP_TABLE_LINE]) == clip ||
        clip_table_is_held(table, clip))
        return NULL;
    desk->next_clip = (desk->next_clip + 1) % CLIPS;
    clip_close(clip);
    return clip;
}

static void hear(OwnVoiceDesk *desk, Visit *visit, int64_t now_us)
{
    ClipTable *table = desk->player->mix.clips;
    MixClip *clip = free_clip(desk, table);
    if (clip == NULL || desk->made == NULL ||
        !own_voice_clip(desk->made, visit->voice.line, clip, NULL))
        return;
    clip_table_put(table, CLIP_TABLE_LINE, clip);
    visit_voice_hear(visit, clip->frames / (CLIP_RATE_HZ / 1000) + 1, now_us);
}

bool own_voice_desk_mind(OwnVoiceDesk *desk, Visit *visit, int64_t now_us)
{
    VisitVoice *page = &visit->voice;
    desk->has_new = false;
    /* A page that waits for something reads nothing else before it was left. */
    if (page->wish == VISIT_VOICE_FORGET || page->wish == VISIT_VOICE_READ)
        desk->is_abandoned = desk->job.kind != VISIT_VOICE_NO_WISH;
    if (is_working(desk, visit))
        return false;
    const VisitVoiceWish wish = page->wish;
    page->wish = VISIT_VOICE_NO_WISH;
    if (wish == VISIT_VOICE_FORGET)
        forget(&desk->made);
    else if (wish == VISIT_VOICE_HEAR)
        hear(desk, visit, now_us);
    else if (wish == VISIT_VOICE_READ || wish == VISIT_VOICE_KEEP)
        start(desk, wish, page);
    return desk->has_new;
}
