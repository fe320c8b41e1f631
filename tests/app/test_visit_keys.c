/* SPDX-License-Identifier: MIT */
/* A key means one thing on every screen: what it may change there, and what it never
 * does. Where it means nothing, nothing changes. */
#include "app/visit_parts.h"
#include "support/visit_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* What a key may touch. */
enum {
    PAGE = 1,      /* another one, see `to` */
    FRAME = 2,     /* what is framed */
    SOUND = 4,     /* whether there is any */
    TEXT = 8,      /* how large it is */
    CHOICE = 16,   /* any other that is remembered */
    PRACTICE = 32, /* how it goes, or whether */
    WINDOW = 64    /* whether it fills the screen */
};

enum { ANY_PAGE = SCREEN_COUNT };

typedef struct Meaning {
    int32_t may;
    ScreenId to;
} Meaning;

/* Space and Enter begin and press, and may lead anywhere; what they press is the same. */
static const Meaning meanings[ACTION_COUNT] = {
    [ACTION_PRESS] = { ~0, (ScreenId)ANY_PAGE },
    [ACTION_ENTER] = { ~0, (ScreenId)ANY_PAGE },
    [ACTION_OUT] = { PAGE | FRAME | PRACTICE, (ScreenId)ANY_PAGE },
    [ACTION_QUICKER] = { FRAME | CHOICE | PRACTICE, 0 },
    [ACTION_SLOWER] = { FRAME | CHOICE | PRACTICE, 0 },
    [ACTION_BACK] = { FRAME | CHOICE | PRACTICE, 0 },
    [ACTION_ON] = { PAGE | FRAME | CHOICE | PRACTICE, SCREEN_WRITE },
    [ACTION_ANOTHER_WAY] = { PAGE | FRAME | PRACTICE, SCREEN_CHOICES },
    [ACTION_SOUND] = { SOUND, 0 },
    [ACTION_NO_HOLDS] = { PRACTICE, 0 },
    [ACTION_LEAVE_OUT] = { FRAME | CHOICE | PRACTICE, 0 },
    [ACTION_HIDE] = { PAGE | FRAME | PRACTICE, SCREEN_HIDDEN },
    [ACTION_FRAME_NEXT] = { FRAME, 0 },
    [ACTION_FRAME_BEFORE] = { FRAME, 0 },
    [ACTION_KEYS] = { PAGE | FRAME | PRACTICE, SCREEN_KEYS },
    [ACTION_PEOPLE] = { PAGE | FRAME | PRACTICE, SCREEN_PEOPLE },
    [ACTION_FULL_SCREEN] = { WINDOW, 0 },
    [ACTION_TEXT_LARGER] = { TEXT, 0 },
    [ACTION_TEXT_SMALLER] = { TEXT, 0 },
    [ACTION_TEXT_USUAL] = { TEXT, 0 },
    [ACTION_PAGE_UP] = { 0, 0 },
    [ACTION_PAGE_DOWN] = { 0, 0 },
};

/* --- where a key is pressed --- */

#define SETTINGS CONTROL_FOOT + FOOT_SETTINGS
#define OWN_PATTERNS SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4
#define OF_PEOPLE(tool) CONTROL_ACTION + ACTION_PEOPLE, CONTROL_TOOL + tool

enum { PRESSES_MAX = 4 };

/* The keys that lead there, and then what is pressed; or the page by itself. */
static const struct {
    const char *name, *script;
    PracticeKind face;
    int32_t presses[PRESSES_MAX];
    ScreenId by_itself;
} stops[] = {
    { "home", .script = "0" },
    { "home, framed", .script = "frame-next frame-next" },
    { "home of a scan", .script = "0", .face = PRACTICE_SCAN },
    { "home of a sit", .script = "0", .face = PRACTICE_SIT },
    { "home before reaching out", .script = "0", .face = PRACTICE_REACH },
    { "a list", .script = "frame-next frame-next press 700" },
    { "a breath", .script = "press 6000" },
    { "a breath that is paused", .script = "press 6000 press 700" },
    { "a scan", .script = "press 30000", .face = PRACTICE_SCAN },
    { "a place that is stayed at", .script = "press 30000 press", .face = PRACTICE_SCAN },
    { "a sit", .script = "press 9000", .face = PRACTICE_SIT },
    { "a pause before reaching out", .script = "press 9000", .face = PRACTICE_REACH },
    { "sound alone", .script = "press 9000 another-way 700 take:sound 6000" },
    { "the room", .script = "press 9000 another-way 700 take:look-around 9000" },
    { "the own pace", .script = "press 9000 another-way 700 take:my-own-pace 700" },
    { "other ways", .script = "press 9000 another-way 700" },
    { "after a practice", .script = "press 9000 out 4000" },
    { "something smaller", .script = "press 9000 out 700 take:something 700" },
    { "hidden", .script = "press 9000 hide 700" },
    { "the keys", .script = "keys 700" },
    { "people to call", .script = "people 700" },
    { "one of one's own", .presses = { OF_PEOPLE(2) } },
    { "what this is", .presses = { OF_PEOPLE(3) } },
    { "settings", .presses = { SETTINGS } },
    { "settings of what is heard", .presses = { SETTINGS, CONTROL_TAB + 1 } },
    { "sounds", .presses = { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 5 } },
    { "own patterns", .presses = { OWN_PATTERNS } },
    { "an own pattern", .presses = { OWN_PATTERNS, CONTROL_TOOL } },
    { "what is kept", .presses = { CONTROL_FOOT + FOOT_KEPT } },
    { "places", .face = PRACTICE_SCAN, .presses = { CONTROL_PLACES } },
    { "a file", .by_itself = SCREEN_SHOWN },
    { "kept messages", .by_itself = SCREEN_MARKED },
    { "own messages", .by_itself = SCREEN_MINE },
    { "a line to somebody", .by_itself = SCREEN_WRITE },
    { "a voice", .by_itself = SCREEN_VOICE },
};

enum { STOPS = sizeof stops / sizeof stops[0] };

static VisitRig *rig;

static int open_rig(void **state)
{
    (void)state;
    rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    return 0;
}

static int close_rig(void **state)
{
    (void)state;
    visit_rig_close(rig);
    return 0;
}

static void come_to(int stop)
{
    visit_rig_home(rig, "4-4-4-4", 3);
    visit_show_face(&rig->visit, stops[stop].face, rig->now_us);
    visit_rig_turn(rig);
    if (stops[stop].script != NULL)
        visit_rig_play(rig, stops[stop].script);
    for (int i = 0; i < PRESSES_MAX && stops[stop].presses[i] != CONTROL_NONE; i++) {
        visit_rig_press(rig, stops[stop].presses[i]);
        visit_rig_wait(rig, 700);
    }
    if (stops[stop].by_itself == SCREEN_VOICE)
        visit_voice_open(&rig->visit, rig->now_us);
    else if (stops[stop].by_itself != SCREEN_HOME)
        visit_go(&rig->visit, stops[stop].by_itself, rig->now_us);
    visit_rig_wait(rig, 700);
}

static void test_every_screen_is_come_to(void **state)
{
    bool is_come_to[SCREEN_COUNT] = { false };
    (void)state;
    for (int stop = 0; stop < STOPS; stop++) {
        come_to(stop);
        is_come_to[rig->visit.screen] = true;
    }
    for (int screen = 0; screen < SCREEN_COUNT; screen++)
        if (!is_come_to[screen])
            fail_msg("no stop leads to screen %d", screen);
}

/* --- what it did --- */

static bool has_other_practice(const Session *one, const Session *other)
{
    return one->state != other->state || one->ease != other->ease ||
           one->no_holds != other->no_holds ||
           memcmp(&one->plan, &other->plan, sizeof one->plan) != 0;
}

/* What of the choices is of no other kind. */
static int32_t touched_settings(const Settings *before, const Settings *after)
{
    Settings rest = *after;
    rest.is_sound_on = before->is_sound_on;
    rest.is_voice_on = before->is_voice_on;
    rest.has_bells = before->has_bells;
    const bool is_sound = memcmp(&rest, after, sizeof rest) != 0;
    rest.text_percent = before->text_percent;
    return (is_sound ? SOUND : 0) |
           (before->text_percent != after->text_percent ? TEXT : 0) |
           (memcmp(&rest, before, sizeof rest) != 0 ? CHOICE : 0);
}

typedef struct Before {
    ScreenId screen;
    int32_t focus;
    bool is_full_screen;
    Settings settings;
    Session session;
} Before;

static int32_t touched(const Before *before)
{
    const Visit *visit = &rig->visit;
    return (visit->screen != before->screen ? PAGE : 0) |
           (visit->focus != before->focus ? FRAME : 0) |
           (visit->is_full_screen != before->is_full_screen ? WINDOW : 0) |
           (has_other_practice(&rig->player.session, &before->session) ? PRACTICE : 0) |
           touched_settings(&before->settings, &visit->settings);
}

/* What of it is not what the key means; NULL where all is. */
static const char *problem(const Before *before, ActionId id)
{
    const Visit *visit = &rig->visit;
    const Meaning *means = &meanings[id];
    const bool comes_back = before->screen == SCREEN_HIDDEN && id == ACTION_HIDE;
    const bool may_close = id == ACTION_OUT || id == ACTION_PRESS || id == ACTION_ENTER;
    if ((touched(before) & ~means->may) != 0)
        return "touches what it is not about";
    if (visit->screen != before->screen && means->to != (ScreenId)ANY_PAGE &&
        visit->screen != means->to && !comes_back)
        return "leads to another page";
    if (visit->wants_close && !may_close)
        return "closes";
    if (id == ACTION_OUT && visit->screen == before->screen && !visit->wants_close)
        return "does not lead out";
    return NULL;
}

static void test_a_key_means_one_thing_on_every_screen(void **state)
{
    static Before before; /* big */
    int wrong = 0;
    (void)state;
    for (int stop = 0; stop < STOPS; stop++)
        for (ActionId id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
            come_to(stop);
            const Visit *visit = &rig->visit;
            before = (Before){ visit->screen, visit->focus, visit->is_full_screen,
                               visit->settings, rig->player.session };
            visit_act(&rig->visit, id, rig->now_us);
            const char *why = problem(&before, id);
            if (why == NULL)
                continue;
            print_error("%s: %s %s (%d)\n", stops[stop].name, action_row(id)->id, why,
                        (int)(touched(&before) & ~meanings[id].may));
            wrong++;
        }
    assert_int_equal(wrong, 0);
}

/* Of what is framed, which is no field: then letters are letters. */
static bool has_other_presses(int stop, int frames)
{
    static char pressed[VISIT_RIG_LOG_MAX];
    for (int is_enter = 0; is_enter < 2; is_enter++) {
        come_to(stop);
        for (int i = 0; i < frames; i++)
            visit_rig_play(rig, "frame-next");
        if (rig->visit.focus <= CONTROL_FIELD || visit_is_typing(&rig->visit))
            return false;
        visit_rig_play(rig, is_enter ? "enter" : "press");
        if (is_enter)
            return strcmp(visit_rig_picture(rig), pressed) != 0;
        strcpy(pressed, visit_rig_picture(rig));
    }
    return false;
}

static void test_space_and_enter_press_what_is_framed(void **state)
{
    (void)state;
    for (int stop = 0; stop < STOPS; stop++)
        for (int frames = 1; frames < 4; frames++)
            if (has_other_presses(stop, frames))
                fail_msg("%s, frame %d: two meanings", stops[stop].name, frames);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_screen_is_come_to),
        cmocka_unit_test(test_a_key_means_one_thing_on_every_screen),
        cmocka_unit_test(test_space_and_enter_press_what_is_framed),
    };
    return cmocka_run_group_tests(tests, open_rig, close_rig);
}
