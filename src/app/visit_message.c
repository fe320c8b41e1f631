/* SPDX-License-Identifier: MIT */
#include "app/visit_message.h"

#include "app/visit_parts.h"

enum {
    SOMETIMES_DAYS = 3,
    AFTER_US = 1500000, /* the page was there before its message … */
    FADE_US = 800000,
    NEXT_FADE_US = 400000, /* … and the next one was asked for */
    READ_US = 600000       /* so soon nobody means the message that came just now */
};

typedef enum Tool { TOOL_ANOTHER, TOOL_KEEP, TOOL_MUTE, TOOL_COUNT } Tool;
_Static_assert((int)TOOL_COUNT <= (int)SCENE_TOOLS_MAX, "the scene has room for them");

/* What fits somebody who was about to write, or did not; and for whom it was too much. */
static const uint32_t themes_of[VISIT_MESSAGES_SETS] = {
    [VISIT_MESSAGES_ANY] = 0,
    [VISIT_MESSAGES_REACHED] =
        DECK_THEME(3) | DECK_THEME(10) | DECK_THEME(11) | DECK_THEME(14) | DECK_THEME(15),
    [VISIT_MESSAGES_TOO_MUCH] =
        DECK_THEME(3) | DECK_THEME(5) | DECK_THEME(6) | DECK_THEME(14) | DECK_THEME(15),
};

/* --- since when --- */

static bool came_with_page(const Visit *visit)
{
    return visit->message.shown_us < visit->screen_us;
}

/* From when on what is shown can be seen. */
static int64_t since_us(const Visit *visit)
{
    return came_with_page(visit) ? visit->screen_us + AFTER_US : visit->message.shown_us;
}

/* --- which --- */

static bool are_own_alone(const Visit *visit)
{
    return visit->settings.has_own_messages_alone;
}

/* Nobody knows of the person's own what they fit, unless they said so; where there are no
 * others they come all the same. */
static uint32_t wished_themes(const Visit *visit)
{
    const uint32_t wanted = themes_of[visit->message.set];
    return wanted != 0 && are_own_alone(visit) ? wanted | DECK_THEME(0) : wanted;
}

static bool is_laid(const Visit *visit)
{
    const VisitMessage *message = &visit->message;
    return message->is_laid && message->laid_set == message->set &&
           message->laid_own == are_own_alone(visit) &&
           message->laid_count == visit->house.messages->count;
}

static bool is_aside(const Visit *visit, const Message *item)
{
    return are_own_alone(visit) && !item->is_own;
}

static bool is_out(const Visit *visit, const Message *item)
{
    return is_aside(visit, item) || item->mark == MESSAGE_MUTED;
}

/* What is muted has its place in the circle all the same and is passed by: whatever is
 * muted or taken back, the circle is the same one, and the others keep their turns. Its
 * own day is filled from the next day on: nothing changes under what is shown. */
static void lay(Visit *visit)
{
    VisitMessage *message = &visit->message;
    const Messages *messages = visit->house.messages;
    const Message *items = messages->items;
    for (int32_t i = 0; i < messages->count; i++)
        message->cards[i] =
            (DeckCard){ .theme = items[i].theme, .is_out = is_aside(visit, &items[i]) };
    message->deck = deck_lay(message->cards, messages->count, wished_themes(visit));
    for (int32_t i = 0; i < messages->count; i++)
        message->cards[i].is_out |= items[i].was_muted;
    deck_fill(&message->deck, message->cards);
    for (int32_t i = 0; i < messages->count; i++)
        message->cards[i].is_out = is_out(visit, &items[i]);
    message->is_laid = true;
    message->laid_set = message->set;
    message->laid_own = are_own_alone(visit);
    message->laid_count = messages->count;
}

static void take_day(Visit *visit)
{
    VisitMessage *message = &visit->message;
    Messages *messages = visit->house.messages;
    if (message->has_day && message->day == visit->house.day)
        return;
    for (int32_t i = 0; i < messages->count; i++)
        messages->items[i].was_muted = messages->items[i].mark == MESSAGE_MUTED;
    message->has_day = true;
    message->day = visit->house.day;
    message->is_laid = false;
}

/* Which day of so many in a row has one: by a mixing of bits (of SplitMix64), so that no
 * habit of every third day or of the same days each week meets all of them, or none. */
static int64_t day_of(int64_t block)
{
    uint64_t bits = (uint64_t)block * UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (int64_t)((bits ^ (bits >> 31)) % SOMETIMES_DAYS);
}

/* One day in three has one, and each message comes in its turn. */
static bool is_its_day(const Visit *visit, int64_t *day)
{
    const int64_t today = visit->house.day;
    *day = today;
    if (visit->settings.messages != SETTINGS_MESSAGES_SOMETIMES)
        return true;
    *day = today / SOMETIMES_DAYS;
    return today % SOMETIMES_DAYS == day_of(*day);
}

/* Where the message of the page is in the list, or -1. */
static int32_t present(Visit *visit)
{
    int64_t day;
    if (visit->settings.messages == SETTINGS_MESSAGES_NONE || !is_its_day(visit, &day))
        return -1;
    take_day(visit);
    if (!is_laid(visit))
        lay(visit);
    const VisitMessage *message = &visit->message;
    return deck_pick(&message->deck, message->cards, day, message->presses);
}

static bool waits_for_asking(const Visit *visit)
{
    return visit->settings.messages == SETTINGS_MESSAGES_ASKED &&
           !visit->message.is_asked;
}

const char *visit_message(Visit *visit)
{
    const int32_t at = waits_for_asking(visit) ? -1 : present(visit);
    return at >= 0 ? visit->house.messages->items[at].text : "";
}

void visit_message_begin(Visit *visit)
{
    visit->message.set = VISIT_MESSAGES_ANY;
    visit->message.is_asked = false;
}

void visit_message_follow(Visit *visit)
{
    visit->message.is_laid = false;
}

/* --- tools --- */

/* The circle stays as it lies. */
void visit_message_mark(Visit *visit, int32_t at, MessageMark mark)
{
    Message *item = &visit->house.messages->items[at];
    if (item->mark == mark)
        return;
    item->mark = mark;
    item->is_mark_new = true;
    visit->message.cards[at].is_out = is_out(visit, item);
}

void visit_message_failed(Visit *visit)
{
    visit_say(visit, "It could not be written; it counts until Leeway closes.",
              visit->input_us);
}

static void another(Visit *visit, int32_t step, int64_t now_us)
{
    VisitMessage *message = &visit->message;
    if (deck_left(&message->deck, message->cards) < 2) {
        visit_say(visit, "There is no other one.", now_us);
        return;
    }
    message->presses += step;
    message->shown_us = now_us;
    visit->answer = NULL;
}

static void keep(Visit *visit, int32_t at, int64_t now_us)
{
    const bool was_kept = visit->house.messages->items[at].mark == MESSAGE_KEPT;
    visit_message_mark(visit, at, was_kept ? MESSAGE_PLAIN : MESSAGE_KEPT);
    visit_say(visit,
              was_kept ? "Not kept any more."
                       : "Kept. It stands in Settings, under Words.",
              now_us);
}

/* The second of two quick presses is not meant for the one that came just now. */
static void mute(Visit *visit, int32_t at, int64_t now_us)
{
    VisitMessage *message = &visit->message;
    if (now_us - since_us(visit) < READ_US)
        return;
    visit_message_mark(visit, at, MESSAGE_MUTED);
    message->shown_us = now_us;
    visit_say(visit, "That one never comes again. Settings can undo it.", now_us);
}

static void ask(Visit *visit, int64_t now_us)
{
    visit->message.is_asked = true;
    visit->message.shown_us = now_us;
}

void visit_message_press(Visit *visit, int32_t tool, int64_t now_us)
{
    const int32_t at = present(visit);
    if (at < 0)
        return;
    if (waits_for_asking(visit))
        ask(visit, now_us);
    else if (tool == TOOL_ANOTHER)
        another(visit, 1, now_us);
    else if (tool == TOOL_KEEP)
        keep(visit, at, now_us);
    else if (tool == TOOL_MUTE)
        mute(visit, at, now_us);
}

/* A key that is held since the practice does nothing to a message nobody sees yet. */
bool visit_message_act(Visit *visit, ActionId action, int64_t now_us)
{
    if (action != ACTION_BACK && action != ACTION_ON && action != ACTION_LEAVE_OUT)
        return false;
    if (visit_message(visit)[0] == '\0')
        return false;
    if (now_us < since_us(visit))
        return true;
    if (action == ACTION_LEAVE_OUT)
        visit_message_press(visit, TOOL_MUTE, now_us);
    else
        another(visit, action == ACTION_ON ? 1 : -1, now_us);
    return true;
}

/* --- what there is to see --- */

static void show_tools(Visit *visit, int32_t at, Scene *scene)
{
    const bool is_kept = visit->house.messages->items[at].mark == MESSAGE_KEPT;
    scene->tool_count = TOOL_COUNT;
    scene->tools[TOOL_ANOTHER] = "another";
    scene->tools[TOOL_KEEP] = is_kept ? "kept" : "keep";
    scene->tools[TOOL_MUTE] = "not for me";
}

void visit_message_show(Visit *visit, Scene *scene, int64_t now_us)
{
    const int32_t at = present(visit);
    if (at < 0)
        return;
    scene->tools_light = 1.0;
    if (waits_for_asking(visit)) {
        scene->tools[0] = "a message";
        scene->tool_count = 1;
        return;
    }
    scene->line = visit->house.messages->items[at].text;
    show_tools(visit, at, scene);
    const bool is_first = came_with_page(visit);
    const int64_t fade_us = is_first ? FADE_US : NEXT_FADE_US;
    scene->line_light = visit_ramp(visit, since_us(visit), fade_us, now_us);
    if (is_first)
        scene->tools_light = scene->line_light;
}
