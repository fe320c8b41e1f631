/* SPDX-License-Identifier: MIT */
/* The pages of equal ways: another way out of a practice, something smaller after it. */
#include "app/visit_parts.h"

enum { SMALLER_MS = 60000 };

static const char smaller_says[] =
    "The room takes as long as you like. Each of these can end sooner.";

typedef enum Way {
    WAY_END,
    WAY_ROOM,  /* look around it */
    WAY_HANDS, /* and feet */
    WAY_SEAT,  /* and floor */
    WAY_SOUND,
    WAY_WORDS, /* of a scan, with the voice or without */
    WAY_OWN_PACE,
    WAY_PACE_AGAIN,
    WAY_PAGE, /* to write on, out of the pause before it */
    WAY_BACK,
    WAY_COUNT
} Way;

/* Where a person is who looks for a way. */
enum {
    IN_BREATHING = 1,
    IN_PACE = 2, /* the own one */
    IN_SOUND = 4,
    IN_SCAN = 8,
    IN_SIT = 16,
    AFTER = 32, /* a practice, for something smaller */
    ANYWHERE = AFTER - 1
};

/* What is offered where, in this order. Breath, sound, sight, hands and feet, and what
 * is underneath: nobody has to stay with one of them. */
static const int32_t offers[WAY_COUNT] = {
    [WAY_END] = ANYWHERE,
    [WAY_ROOM] = ANYWHERE | AFTER,
    [WAY_HANDS] = ANYWHERE | AFTER,
    [WAY_SEAT] = ANYWHERE,
    [WAY_SOUND] = (ANYWHERE & ~IN_SOUND) | AFTER,
    [WAY_WORDS] = IN_SCAN,
    [WAY_OWN_PACE] = ANYWHERE & ~IN_PACE,
    [WAY_PACE_AGAIN] = IN_BREATHING | IN_SOUND,
    [WAY_PAGE] = ANYWHERE,
    [WAY_BACK] = AFTER,
};

static const char *const routes[WAY_COUNT] = {
    [WAY_ROOM] = "look-around",
    [WAY_HANDS] = "hands-and-feet",
    [WAY_SEAT] = "seat-and-floor",
};

static int32_t where(const Visit *visit)
{
    if (visit->ways == VISIT_SMALLER_WAYS)
        return AFTER;
    if (visit->pace.is_followed)
        return IN_PACE;
    if (visit->is_quiet)
        return IN_SOUND;
    if (visit->running == PRACTICE_SCAN)
        return IN_SCAN;
    return visit->running == PRACTICE_SIT ? IN_SIT : IN_BREATHING;
}

/* The scan that is behind a way; false where it is none, cannot be begun, or is what one
 * comes from. */
static bool scan_behind(const Visit *visit, Way way, ScanRequest *request)
{
    if (routes[way] == NULL || !visit_scan_aside(visit, routes[way], request))
        return false;
    if (visit->ways == VISIT_SMALLER_WAYS && request->length_ms > 0)
        request->length_ms = SMALLER_MS;
    return where(visit) != IN_SCAN || visit->scan.begun.route != request->route;
}

static bool is_there(const Visit *visit, Way way)
{
    ScanRequest request;
    if ((offers[way] & where(visit)) == 0)
        return false;
    if (way == WAY_PACE_AGAIN)
        return visit->pace.is_known;
    if (way == WAY_PAGE)
        return visit->reach.is_pause && visit_has_write(visit);
    return routes[way] == NULL || scan_behind(visit, way, &request);
}

static const char *sound_says(const Visit *visit)
{
    switch (where(visit)) {
    case AFTER: return "A sound for one minute";
    case IN_SCAN: return "Sound without places";
    case IN_SIT: return "Sound without bells";
    default: return "Sound, no breathing";
    }
}

static const char *way_says(const Visit *visit, Way way)
{
    switch (way) {
    case WAY_END: return "End here";
    case WAY_ROOM: return "Look around the room";
    case WAY_HANDS:
        return where(visit) == AFTER ? "Hands and feet, one minute" : "Hands and feet";
    case WAY_SEAT: return "Seat and floor";
    case WAY_SOUND: return sound_says(visit);
    case WAY_WORDS:
        return visit_scan_speaks(visit) ? "Words without voice" : "Words with voice";
    case WAY_OWN_PACE: return "My own pace";
    case WAY_PACE_AGAIN: return "Back to my own pace";
    case WAY_PAGE: return "On to the page";
    default: return "Back";
    }
}

void visit_show_ways(Visit *visit, Scene *scene)
{
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    for (Way way = 0; way < WAY_COUNT; way++)
        if (is_there(visit, way))
            scene->choices[scene->choice_count++] = way_says(visit, way);
    scene->line = is_other ? visit_other_ways_says : smaller_says;
    scene->press_says = is_other ? "back to where it was" : NULL;
    scene->out_says = is_other ? "leave" : "back";
}

int32_t visit_list_ways(const Visit *visit, VisitWay rows[SCENE_CHOICES_MAX])
{
    int32_t control = CONTROL_CHOICE, count = 0;
    for (Way way = 0; way < WAY_COUNT; way++) {
        if (!is_there(visit, way))
            continue;
        if (way != WAY_OWN_PACE && way != WAY_PACE_AGAIN)
            rows[count++] = (VisitWay){ way_says(visit, way), control };
        control++;
    }
    return count;
}

/* The words go on where they were. For this practice the voice is as it is wished now. */
static void take_words(Visit *visit, int64_t now_us)
{
    const bool spoke = visit_scan_speaks(visit);
    visit_scan_hush(visit, spoke);
    if (!spoke && !visit->settings.is_voice_on) {
        visit->settings.is_voice_on = true;
        visit->is_choice_new = true;
        visit_home_values(visit);
    }
    visit_go(visit, SCREEN_PRACTICE, now_us);
    visit_go_on(visit, now_us);
    visit_follow_levels(visit, now_us);
    visit_say(visit, spoke ? "Voice off." : "Voice on, softly.", now_us);
}

/* Behind what was begun by another way come the messages that fit there. */
static void note_too_much(Visit *visit, bool is_other)
{
    if (is_other)
        visit->message.set = VISIT_MESSAGES_TOO_MUCH;
}

/* In the place of a practice it ends when that would have, but nobody is sent on from
 * it within a minute; 0 where there is no end. */
static int64_t sound_ms(const Visit *visit, int64_t now_us)
{
    if (visit->ways != VISIT_OTHER_WAYS)
        return SMALLER_MS;
    if (plan_end_ms(&visit->house.player->session.plan) == INT64_MAX)
        return 0;
    const int64_t left_ms = (int64_t)visit_left_ms(visit, now_us);
    return left_ms > SMALLER_MS ? left_ms : SMALLER_MS;
}

static void take_sound(Visit *visit, int64_t now_us)
{
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    const int64_t length_ms = sound_ms(visit, now_us);
    if (is_other)
        visit_leave(visit, now_us);
    visit_begin_sound(visit, length_ms, now_us);
    note_too_much(visit, is_other);
}

void visit_leave_ways(Visit *visit, int64_t now_us)
{
    visit->message.set = VISIT_MESSAGES_TOO_MUCH;
    visit_leave(visit, now_us);
}

static void take_scan(Visit *visit, Way way, int64_t now_us)
{
    ScanRequest request;
    if (!scan_behind(visit, way, &request))
        return;
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    if (is_other)
        visit_leave(visit, now_us);
    visit_begin_aside(visit, &request, now_us);
    note_too_much(visit, is_other);
}

static void take_pace(Visit *visit, Way way, int64_t now_us)
{
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    if (way == WAY_OWN_PACE)
        visit_pace_open(visit, now_us);
    else
        visit_pace_again(visit, now_us);
    note_too_much(visit, is_other);
}

static void take(Visit *visit, Way way, int64_t now_us)
{
    switch (way) {
    case WAY_END: visit_leave_ways(visit, now_us); break;
    case WAY_ROOM:
    case WAY_HANDS:
    case WAY_SEAT: take_scan(visit, way, now_us); break;
    case WAY_SOUND: take_sound(visit, now_us); break;
    case WAY_WORDS: take_words(visit, now_us); break;
    case WAY_OWN_PACE:
    case WAY_PACE_AGAIN: take_pace(visit, way, now_us); break;
    case WAY_PAGE: visit_reach_on(visit, now_us); break;
    default: visit_go(visit, SCREEN_AFTER, now_us); break;
    }
}

void visit_press_way(Visit *visit, int32_t control, int64_t now_us)
{
    int32_t choice = control - CONTROL_CHOICE;
    for (Way way = 0; way < WAY_COUNT; way++) {
        if (!is_there(visit, way) || choice-- != 0)
            continue;
        take(visit, way, now_us);
        return;
    }
}
