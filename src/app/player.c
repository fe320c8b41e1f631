/* SPDX-License-Identifier: MIT */
#include "app/player.h"

#include <SDL.h>
#include <assert.h>
#include <string.h>

enum {
    RETRY_US = 5000000,
    REST_US = 10000000, /* an idle device is closed after this */
    MIND_US = 250000,   /* an open device is looked at so often */
    COMING_US = 20000,  /* and one that is coming */
    APART_MS = 250,     /* sound this far from the picture is set right at once */
    FRAMES_PER_MS = MIX_RATE_HZ / 1000,
    BUFFERS_AHEAD = 2 /* frames rendered are heard about two buffers later */
};

void player_init(Player *player)
{
    memset(player, 0, sizeof *player);
    mix_init(&player->mix);
}

void player_set_clips(Player *player, ClipTable *clips)
{
    assert(player->device == NULL);
    mix_set_clips(&player->mix, clips);
}

void player_close(Player *player)
{
    device_close(player->device);
    player->device = NULL;
}

double player_ms(const Player *player, int64_t now_us)
{
    const double ms = clock_ms(&player->clock, now_us);
    return ms > player->shown_ms ? ms : player->shown_ms;
}

bool player_is_running(const Player *player)
{
    return player->session.state == SESSION_RUNNING;
}

static bool is_clock_wanted(const Player *player)
{
    /* The close has a little picture of its own, so time goes on behind it. */
    return player_is_running(player) || player->session.state == SESSION_OVER;
}

static MixState mix_state(const Player *player)
{
    switch (player->session.state) {
    case SESSION_RUNNING: return MIX_RUNNING;
    case SESSION_OVER: return player->is_held ? MIX_HELD : MIX_RUNNING;
    case SESSION_PAUSED: return player->is_held ? MIX_HELD : MIX_PAUSED;
    default: return MIX_STOPPED;
    }
}

/* Where the sound has to be when the picture is at `ms`. */
static int64_t frames_for(const Player *player, double ms)
{
    return (int64_t)((ms + player->delay_ms) * FRAMES_PER_MS);
}

/* Behind a sample the mix is told where the session stands. */
static void post(Player *player, int64_t seek_frames)
{
    if (player->is_sample && seek_frames == MIX_KEEP)
        seek_frames = frames_for(player, player->shown_ms);
    player->plan_number += player->is_sample;
    player->is_sample = false;
    const MixOrder order = { .plan = player->session.plan,
                             .state = mix_state(player),
                             .seek_frames = seek_frames,
                             .levels = player->levels };
    mix_post(&player->mix, &order);
}

/* Asks for the device, which comes or says why not. */
static void open_device(Player *player, int64_t now_us)
{
    if (player->device == NULL)
        player->device = device_open(&player->mix);
    else
        device_restart(player->device);
    player->was_live = false;
    player->is_removed = false;
    player->blocks_seen = 0;
    player->retry_us = now_us + RETRY_US;
}

/* The same for a practice: the sound starts where that is. */
static void ask_for_device(Player *player, int64_t now_us)
{
    post(player, frames_for(player, player_ms(player, now_us)));
    open_device(player, now_us);
}

/* Opens the device when there is something to hear. */
static void wake_device(Player *player, int64_t now_us)
{
    if (!player->levels.is_on || !player_is_running(player))
        return;
    player->resting_us = 0;
    if (device_is_wanted(player->device))
        return;
    player->is_missed = false;
    ask_for_device(player, now_us);
}

void player_begin(Player *player, const Plan *plan, const BreathPattern *base,
                  int64_t now_us, SessionEvents *events)
{
    session_init(&player->session, plan, base);
    session_set_lag(&player->session, player->delay_ms);
    player->is_held = false;
    const int64_t start = plan->parts[0].start_ms;
    session_apply(&player->session, (SessionInput){ start, SESSION_BEGIN }, events);
    player->shown_ms = (double)start;
    player->plan_number++;
    clock_start(&player->clock, (double)start, now_us);
    post(player, frames_for(player, (double)start));
    wake_device(player, now_us);
}

static int64_t session_time(const Player *player, int64_t now_us)
{
    const int64_t ms = (int64_t)player_ms(player, now_us);
    return ms > player->session.now_ms ? ms : player->session.now_ms;
}

static bool was_changed(const SessionEvents *events, int32_t from)
{
    for (int32_t i = from; i < events->count; i++)
        if (events->items[i].kind == SESSION_CHANGED ||
            events->items[i].kind == SESSION_STATE)
            return true;
    return false;
}

void player_apply(Player *player, SessionInputKind kind, int64_t now_us,
                  SessionEvents *events)
{
    const bool was_wanted = is_clock_wanted(player);
    const int64_t at = session_time(player, now_us);
    SessionEvents own = { .count = 0 };
    session_apply(&player->session, (SessionInput){ at, kind }, &own);
    player->is_held = player->is_held && !player_is_running(player);
    player->plan_number += was_changed(&own, 0);
    if (was_wanted && !is_clock_wanted(player))
        clock_stop(&player->clock, now_us);
    if (!was_wanted && is_clock_wanted(player)) {
        player->shown_ms = (double)at;
        clock_start(&player->clock, (double)at, now_us);
        post(player, frames_for(player, (double)at));
        wake_device(player, now_us);
    } else if (was_changed(&own, 0)) {
        post(player, MIX_KEEP);
    }
    for (int32_t i = 0; i < own.count && events->count < SESSION_EVENTS_MAX; i++)
        events->items[events->count++] = own.items[i];
}

void player_hold(Player *player, int64_t now_us, SessionEvents *events)
{
    player->is_held = true;
    player_apply(player, SESSION_PAUSE, now_us, events);
    if (player->session.state == SESSION_OVER)
        post(player, MIX_KEEP);
}

void player_drop_place(Player *player, int32_t cue)
{
    if (!session_drop_place(&player->session, cue))
        return;
    player->plan_number++;
    post(player, MIX_KEEP);
}

/* Draws the clock towards what is heard. Sound that is far off, because its callback
 * stalled for a while, is set to where the practice is. */
static void follow_sound(Player *player, int64_t now_us)
{
    DeviceClock heard;
    if (!player_is_running(player) || player->is_removed ||
        !device_clock(player->device, &heard) || heard.blocks == player->blocks_seen)
        return;
    player->blocks_seen = heard.blocks;
    const double since_ms = (double)(SDL_GetPerformanceCounter() - heard.counter) *
                            1000.0 / (double)SDL_GetPerformanceFrequency();
    const double ahead_ms = (double)BUFFERS_AHEAD * heard.buffer_frames / FRAMES_PER_MS;
    const double heard_ms = (double)heard.position_frames / FRAMES_PER_MS - ahead_ms +
                            since_ms - player->delay_ms;
    const double apart = clock_pull(&player->clock, heard_ms, now_us);
    if (apart > APART_MS || apart < -APART_MS)
        post(player, frames_for(player, player_ms(player, now_us)));
}

/* Says once that there is no sound, and once that it is back. */
static void tell_device(Player *player, bool is_live, int64_t now_us)
{
    if (is_live && player->is_missed)
        player->news = PLAYER_SOUND_BACK;
    if (!is_live && !player->is_missed)
        player->news = player->was_live ? PLAYER_SOUND_GONE : PLAYER_NO_SOUND;
    if (player->was_live && !is_live)
        player->retry_us = now_us;
    player->is_missed = !is_live;
    player->was_live = is_live;
}

/* A device that is lost is looked for again now and then. */
static void mind_device(Player *player, int64_t now_us)
{
    if (device_is_coming(player->device)) {
        player->retry_us = now_us + RETRY_US;
        return;
    }
    const bool stalls = device_has_stalled(player->device, SDL_GetPerformanceCounter());
    const bool is_live = device_is_live(player->device) && !stalls && !player->is_removed;
    tell_device(player, is_live, now_us);
    if (!is_live && now_us >= player->retry_us && player_is_running(player))
        ask_for_device(player, now_us);
}

/* A device that has nothing to play for a while is closed, so that nothing wakes up. */
static void rest_device(Player *player, int64_t now_us)
{
    if (player_is_running(player) ||
        !(mix_is_silent(&player->mix) || !device_is_live(player->device))) {
        player->resting_us = 0;
        return;
    }
    if (player->resting_us == 0)
        player->resting_us = now_us;
    if (now_us - player->resting_us >= REST_US)
        device_rest(player->device);
}

void player_tick(Player *player, int64_t now_us, SessionEvents *events)
{
    player->shown_ms = player_ms(player, now_us);
    if (player_is_running(player))
        session_apply(&player->session,
                      (SessionInput){ session_time(player, now_us), SESSION_TIME },
                      events);
    if (!device_is_wanted(player->device))
        return;
    follow_sound(player, now_us);
    mind_device(player, now_us);
    rest_device(player, now_us);
}

void player_interrupt(Player *player, int64_t now_us, SessionEvents *events)
{
    if (!player_is_running(player))
        return;
    player->clock = (Clock){ .at_ms = player->shown_ms, .since_us = now_us };
    player_apply(player, SESSION_INTERRUPT, now_us, events);
}

void player_set_levels(Player *player, MixLevels levels, int64_t now_us)
{
    player->levels = levels;
    if (player->session.plan.count == 0 && !player->is_sample)
        return;
    post(player, MIX_KEEP);
    wake_device(player, now_us);
}

void player_set_delay(Player *player, int32_t delay_ms, int64_t now_us)
{
    if (player->delay_ms == delay_ms)
        return;
    player->delay_ms = delay_ms;
    if (player->session.plan.count == 0)
        return;
    session_set_lag(&player->session, delay_ms);
    post(player, frames_for(player, player_ms(player, now_us)));
}

void player_sample(Player *player, const Plan *plan, const MixLevels *levels,
                   int64_t now_us)
{
    assert(plan->count > 0);
    if (player_is_running(player))
        return;
    const MixOrder order = { .plan = *plan,
                             .state = MIX_RUNNING,
                             .seek_frames = plan->parts[0].start_ms * FRAMES_PER_MS,
                             .levels = *levels,
                             .is_sample = true };
    mix_post(&player->mix, &order);
    player->is_sample = true;
    player->sample = *plan;
    player->plan_number++;
    player->resting_us = 0;
    if (device_is_wanted(player->device))
        return;
    player->is_missed = false;
    open_device(player, now_us);
}

void player_end_sample(Player *player)
{
    if (player->is_sample)
        player_hush(player);
}

void player_hush(Player *player)
{
    if (player->session.plan.count == 0 && !player->is_sample)
        return;
    const MixOrder order = { .plan = player->session.plan,
                             .state = MIX_STOPPED,
                             .seek_frames = MIX_KEEP,
                             .levels = player->levels };
    mix_post(&player->mix, &order);
}

bool player_is_silent(const Player *player)
{
    return !device_is_live(player->device) || mix_is_silent(&player->mix);
}

int64_t player_next_us(const Player *player, int64_t now_us)
{
    int64_t next = INT64_MAX;
    const int64_t step = session_next_ms(&player->session);
    if (step != INT64_MAX)
        next =
            now_us + (int64_t)(((double)step - player_ms(player, now_us)) * 1000.0) + 1;
    if (!device_is_wanted(player->device))
        return next;
    const int64_t mind =
        now_us + (device_is_coming(player->device) ? COMING_US : MIND_US);
    return mind < next ? mind : next;
}

void player_lose_device(Player *player, int64_t now_us)
{
    if (!device_is_wanted(player->device) || player->is_removed)
        return;
    player->is_removed = player->is_missed = true;
    player->was_live = false;
    player->news = PLAYER_SOUND_GONE;
    player->retry_us = now_us + RETRY_US;
}

PlayerNews player_news(Player *player)
{
    const PlayerNews news = player->news;
    player->news = PLAYER_NO_NEWS;
    return news;
}
