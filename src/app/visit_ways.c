/* SPDX-License-Identifier: MIT */
/* The pages of equal ways: another way out of a practice, something smaller after it. */
#include "app/visit_parts.h"

enum { SMALLER_MS = 60000 };

typedef enum Way {
    WAY_END,
    WAY_ROOM,  /* look around it */
    WAY_HANDS, /* and feet */
    WAY_SOUND,
    WAY_WORDS, /* of a scan, with the voice or without */
    WAY_OWN_PACE,
    WAY_PACE_AGAIN,
    WAY_EASY, /* breaths */
    WAY_HOME
} Way;

/* What is offered where, in its order, as far as it is there. */
static const Way breathing_ways[] = { WAY_END,   WAY_ROOM,     WAY_HANDS,
                                      WAY_SOUND, WAY_OWN_PACE, WAY_PACE_AGAIN };
static const Way scan_ways[] = { WAY_END, WAY_ROOM, WAY_HANDS, WAY_SOUND, WAY_WORDS };
static const Way sit_ways[] = { WAY_END, WAY_ROOM, WAY_HANDS, WAY_SOUND };
static const Way smaller_ways[] = { WAY_EASY, WAY_ROOM, WAY_HANDS, WAY_SOUND, WAY_HOME };

#define COUNT(ways) (int32_t)(sizeof(ways) / sizeof(ways)[0])

typedef struct Ways {
    const Way *ways;
    int32_t count;
} Ways;

static Ways ways_of(const Visit *visit)
{
    if (visit->ways == VISIT_SMALLER_WAYS)
        return (Ways){ smaller_ways, COUNT(smaller_ways) };
    if (visit->running == PRACTICE_SCAN && !visit->is_quiet)
        return (Ways){ scan_ways, COUNT(scan_ways) };
    if (visit->running == PRACTICE_SIT)
        return (Ways){ sit_ways, COUNT(sit_ways) };
    return (Ways){ breathing_ways, COUNT(breathing_ways) };
}

/* The scan that is behind a way; false where it is none, or cannot be begun. */
static bool scan_behind(const Visit *visit, Way way, ScanRequest *request)
{
    if (way != WAY_ROOM && way != WAY_HANDS)
        return false;
    if (!visit_scan_aside(visit, way == WAY_ROOM ? "look-around" : "hands-and-feet",
                          request))
        return false;
    if (visit->ways == VISIT_SMALLER_WAYS)
        request->length_ms = SMALLER_MS;
    return true;
}

static bool is_there(const Visit *visit, Way way)
{
    ScanRequest request;
    if (way == WAY_ROOM || way == WAY_HANDS)
        return scan_behind(visit, way, &request);
    if (way == WAY_PACE_AGAIN)
        return visit->pace.is_known && !visit->pace.is_followed;
    return true;
}

static const char *sound_says(const Visit *visit)
{
    if (visit->ways == VISIT_SMALLER_WAYS)
        return "A sound";
    if (visit->running == PRACTICE_SCAN && !visit->is_quiet)
        return "Sound without places";
    return visit->running == PRACTICE_SIT ? "Sound without bells" : "Sound, no breathing";
}

static const char *way_says(const Visit *visit, Way way)
{
    switch (way) {
    case WAY_END: return "End here";
    case WAY_ROOM: return "Look around the room";
    case WAY_HANDS: return "Hands and feet";
    case WAY_SOUND: return sound_says(visit);
    case WAY_WORDS:
        return visit_scan_speaks(visit) ? "Words without the voice"
                                        : "Words with the voice";
    case WAY_OWN_PACE: return "My own pace";
    case WAY_PACE_AGAIN: return "Back to my own pace";
    case WAY_EASY: return "Easy breaths";
    default: return "Home";
    }
}

void visit_show_ways(Visit *visit, Scene *scene)
{
    const Ways ways = ways_of(visit);
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    for (int32_t i = 0; i < ways.count; i++)
        if (is_there(visit, ways.ways[i]))
            scene->choices[scene->choice_count++] = way_says(visit, ways.ways[i]);
    scene->line = is_other ? visit_other_ways_says
                           : "Each of these is one minute, and can end sooner.";
    scene->press_says = is_other ? "back to where it was" : NULL;
    scene->out_says = is_other ? "leave" : "back";
}

int32_t visit_list_ways(const Visit *visit, VisitWay rows[SCENE_CHOICES_MAX])
{
    const Ways ways = ways_of(visit);
    int32_t control = CONTROL_CHOICE, count = 0;
    for (int32_t i = 0; i < ways.count; i++) {
        const Way way = ways.ways[i];
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

static void take_sound(Visit *visit, int64_t now_us)
{
    const bool is_other = visit->ways == VISIT_OTHER_WAYS;
    if (is_other)
        visit_leave(visit, now_us);
    visit_begin_sound(visit, is_other ? 0 : SMALLER_MS, now_us);
    note_too_much(visit, is_other);
}

static void take_easy(Visit *visit, int64_t now_us)
{
    BreatheRequest smaller = practice_breathe_default();
    smaller.pattern = smaller.from;
    smaller.length_ms = SMALLER_MS;
    visit_begin_breathing(visit, &smaller, now_us);
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

static void take(Visit *visit, Way way, int64_t now_us)
{
    switch (way) {
    case WAY_END: visit_leave_ways(visit, now_us); break;
    case WAY_ROOM:
    case WAY_HANDS: take_scan(visit, way, now_us); break;
    case WAY_SOUND: take_sound(visit, now_us); break;
    case WAY_WORDS: take_words(visit, now_us); break;
    case WAY_OWN_PACE: visit_pace_open(visit, now_us); break;
    case WAY_PACE_AGAIN: visit_pace_again(visit, now_us); break;
    case WAY_EASY: take_easy(visit, now_us); break;
    case WAY_HOME: visit_go(visit, SCREEN_HOME, now_us); break;
    }
}

void visit_press_way(Visit *visit, int32_t control, int64_t now_us)
{
    const Ways ways = ways_of(visit);
    int32_t choice = control - CONTROL_CHOICE;
    for (int32_t i = 0; i < ways.count; i++) {
        if (!is_there(visit, ways.ways[i]) || choice-- != 0)
            continue;
        take(visit, ways.ways[i], now_us);
        return;
    }
}
