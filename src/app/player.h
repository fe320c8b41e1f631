/* SPDX-License-Identifier: MIT */
/* player.h -- a session with its clock and its sound.
 *
 * Hands inputs to the session with their times, passes what came of it to the mix, keeps
 * the sound device open only while it is needed, and goes on without sound where there is
 * none. Knows no window and no keys. `now` is microseconds of the steady clock. */
#ifndef LEEWAY_APP_PLAYER_H
#define LEEWAY_APP_PLAYER_H

#include "app/clock.h"
#include "core/session.h"
#include "sound/device.h"

/* What became of the sound since it was last asked for. */
typedef enum PlayerNews {
    PLAYER_NO_NEWS,
    PLAYER_NO_SOUND, /* there was no device to open */
    PLAYER_SOUND_GONE,
    PLAYER_SOUND_BACK
} PlayerNews;

/* Big, for the mix in it: one for the program. */
typedef struct Player {
    Session session;
    Clock clock;
    Mix mix;
    Device *device; /* NULL before the first was wanted */
    MixLevels levels;
    uint32_t plan_number; /* changes with the session's plan, and with a sample's */
    Plan sample;          /* what the mix plays while is_sample */
    int32_t delay_ms;     /* what is rendered is heard this much later than usual */
    double shown_ms;      /* practice time last seen: it never goes back */
    uint32_t blocks_seen;
    int64_t resting_us;        /* since when the device is not needed; 0 while it is */
    int64_t retry_us;          /* when to look for a lost device again */
    bool is_held;              /* silent by player_hold */
    bool is_sample;            /* what the mix plays is no part of the session */
    bool was_live, is_removed; /* removed: SDL goes on asking for frames all the same */
    bool is_missed;            /* that there is no sound was told */
    PlayerNews news;
} Player;

/* Silent until levels are set. Opens no device yet. */
void player_init(Player *player);

/* Where words and a bell of one's own are found; the table outlives the player. Before
 * the first sound. */
void player_set_clips(Player *player, ClipTable *clips);

/* Lets go of the device and waits for it; what sounds is cut, so let it fade first. */
void player_close(Player *player);

/* Starts a practice from its beginning. `base` as for session_init. */
void player_begin(Player *player, const Plan *plan, const BreathPattern *base,
                  int64_t now_us, SessionEvents *events);

/* Any input but BEGIN, at the present practice time. */
void player_apply(Player *player, SessionInputKind kind, int64_t now_us,
                  SessionEvents *events);

/* Pauses, and is silent in 80 ms instead of 200; so is what rings when it is over. */
void player_hold(Player *player, int64_t now_us, SessionEvents *events);

/* A place that is not shown does not come, or come again; see session_drop_place. */
void player_drop_place(Player *player, int32_t cue);

/* Call it once for each turn of the loop: tells the steps that began, follows what is
 * heard, minds the device. */
void player_tick(Player *player, int64_t now_us, SessionEvents *events);

/* The time was lost (suspend, a stalled machine): practice time stays where it was last
 * seen, and the session pauses. */
void player_interrupt(Player *player, int64_t now_us, SessionEvents *events);

/* What is to be heard from now on. */
void player_set_levels(Player *player, MixLevels levels, int64_t now_us);

/* The person's speakers play this much later than others (Bluetooth): the sound is made
 * so much ahead of the picture that both arrive together. */
void player_set_delay(Player *player, int32_t delay_ms, int64_t now_us);

/* Plays a short plan by itself while no session runs, from its start, whatever the levels
 * of the session; a newer one takes its place. Does nothing while a session runs. */
void player_sample(Player *player, const Plan *plan, const MixLevels *levels,
                   int64_t now_us);

/* Ends it in 200 ms, if there is one. */
void player_end_sample(Player *player);

/* Ends all sound in 200 ms. */
void player_hush(Player *player);

/* Practice time now, with fractions of a millisecond. */
double player_ms(const Player *player, int64_t now_us);

bool player_is_running(const Player *player);

/* Whether nothing sounds any more. */
bool player_is_silent(const Player *player);

/* When the player has to be asked again even if nothing happens, INT64_MAX for never. */
int64_t player_next_us(const Player *player, int64_t now_us);

/* The sound device was taken away. */
void player_lose_device(Player *player, int64_t now_us);

/* News of the sound device, once. */
PlayerNews player_news(Player *player);

#endif
