/* SPDX-License-Identifier: MIT */
/* What happens by itself: the practice comes to the present, and to its close. */
#include "app/visit_parts.h"

enum { OVER_US = 2200000 /* the close: 1 s of rest, 1.2 s of fading */ };

static void hear_news(Visit *visit, int64_t now_us)
{
    switch (player_news(visit->house.player)) {
    case PLAYER_NO_SOUND:
        visit_say(visit, "No sound device; the picture goes on.", now_us);
        break;
    case PLAYER_SOUND_GONE:
        visit_say(visit, "The sound is gone; the picture goes on.", now_us);
        break;
    case PLAYER_SOUND_BACK: visit_say(visit, "The sound is back.", now_us); break;
    default: break;
    }
}

void visit_tick(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    Player *player = visit->house.player;
    player_tick(player, now_us, &events);
    hear_news(visit, now_us);
    visit_pace_tick(visit, now_us);
    visit_field_tick(visit, now_us);
    if (player->session.state != SESSION_OVER)
        return;
    if (visit->over_us == 0)
        visit->over_us = now_us;
    if (visit->screen == SCREEN_PRACTICE && now_us - visit->over_us >= OVER_US)
        visit_end(visit, now_us);
}

void visit_interrupt(Visit *visit, int64_t now_us)
{
    SessionEvents events = { .count = 0 };
    if (!visit_is_running(visit))
        return;
    player_interrupt(visit->house.player, now_us, &events);
    visit->stopped_us = now_us;
    visit->light_from = visit->view.figure.light;
    visit->answer = NULL;
}
