/* SPDX-License-Identifier: MIT */
/* tour.c -- every screen as a picture, to be looked at: no display, no sound card.
 *
 *     build/tests/tour FOLDER [--theme T] [--figure F] [--size WxH] [--text PERCENT]
 *                             [--settings FILE] [--end] [NAME ...]
 *
 * Lives a visit by script for each stop and paints what there is to see, by the hand that
 * paints the window. Writes FOLDER/NAME.png, and to FOLDER/NAME.spots a line for each
 * control: its middle, its size, its words; journeys find by these where to click, and
 * hold the window against the picture. What is kept in the home folder is on the pages
 * that tell of it; a FILE of settings holds at every stop.
 * --end scrolls to the end of what is longer than its page. */
#include "app/clipboard.h"
#include "app/keeper.h"
#include "app/letters.h"
#include "app/maker_rows.h"
#include "app/message_shelf.h"
#include "app/own_shelf.h"
#include "app/png.h"
#include "support/edit_set.h"
#include "support/visit_rig.h"
#include "view/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_MAX_PX = 8192, PATH_LENGTH = 1024, PRESSES_MAX = 6 };

/* A place to look at: what is remembered, the keys that lead there, the controls that
 * are pressed behind them, what is typed then, and more keys, what became of a copy. */
typedef struct Stop {
    const char *name;
    const char *pattern;          /* NULL: the one that is there at first */
    const char *script;           /* NULL: none */
    int32_t presses[PRESSES_MAX]; /* up to the first CONTROL_NONE */
    const char *types, *then;     /* may be NULL */
    ClipboardNews copied;         /* what became of what was copied last */
    void (*choose)(Settings *settings);
    void (*enter)(VisitRig *rig); /* a page that is not reached by keys alone */
} Stop;

static void show_time_left(Settings *settings)
{
    settings->has_time_left = true;
}

static void want_no_words(Settings *settings)
{
    settings->turn_words = SETTINGS_WORDS_NONE;
}

static void want_no_messages(Settings *settings)
{
    settings->messages = SETTINGS_MESSAGES_NONE;
}

static void want_messages_when_asked(Settings *settings)
{
    settings->messages = SETTINGS_MESSAGES_ASKED;
}

static void begin_at_own_pace(Settings *settings)
{
    settings->begins = SETTINGS_BEGINS_OWN;
}

static void want_no_holds(Settings *settings)
{
    settings->holds = SETTINGS_HOLDS_NEVER;
}

static void want_a_long_scan(Settings *settings)
{
    strcpy(settings->route, "outside-in");
    settings->scan_minutes = 10;
}

static void want_the_longest_scan(Settings *settings)
{
    strcpy(settings->route, "feet-to-head");
    settings->scan_minutes = 45;
}

static void want_words_alone(Settings *settings)
{
    strcpy(settings->scan_figure, "words");
}

static void want_a_body(Settings *settings)
{
    strcpy(settings->scan_figure, "body");
}

static void leave_feet_out(Settings *settings)
{
    strcpy(settings->leave_out, "feet");
}

static void pause_with_a_sound(Settings *settings)
{
    settings->reach_pause = SETTINGS_PAUSE_SOUND;
}

static void pause_with_the_chair(Settings *settings)
{
    settings->reach_pause = SETTINGS_PAUSE_CHAIR;
}

static void pause_at_own_pace(Settings *settings)
{
    settings->reach_pause = SETTINGS_PAUSE_OWN;
}

#define SCAN CONTROL_DOOR + PRACTICE_SCAN
#define SIT CONTROL_DOOR + PRACTICE_SIT
#define REACH CONTROL_DOOR + PRACTICE_REACH
#define WRITE CONTROL_TOOL + 1
static void enter_voice(VisitRig *rig)
{
    visit_voice_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
}

/* A recording of the scan's script with everything in it that there can be. */
static void enter_lines(VisitRig *rig)
{
    static OwnVoice made; /* big */
    VisitVoice *voice = &rig->visit.voice;
    enter_voice(rig);
    made = (OwnVoice){ .script = voice->script, .sound = { NULL, 300 * CUT_RATE } };
    for (int32_t i = 0; i < made.script.count; i++)
        made.clips[i] = (CutClip){ .state = i == 3   ? CUT_MISSING
                                            : i == 1 ? CUT_DOUBTFUL
                                                     : CUT_SURE,
                                   .times = i == 2 ? 2 : 1,
                                   .from_ms = 2000 + i * 6230,
                                   .to_ms = 5130 + i * 6230 };
    visit_voice_drop(&rig->visit, "/home/ana/Ana.ogg", rig->now_us);
    visit_voice_read(&rig->visit, &made, "");
    visit_rig_wait(rig, 1000);
}

/* Some messages are kept, some are muted, and some are the person's own. */
static void enter_marked(VisitRig *rig)
{
    for (int32_t i = 0; i < rig->messages.count && i < 14; i++)
        rig->messages.items[i].mark = i % 3 == 1 ? MESSAGE_MUTED : MESSAGE_KEPT;
    visit_marked_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
    visit_rig_press(rig, CONTROL_LESS + 1);
}

static void enter_mine(VisitRig *rig)
{
    static const char *const texts[] = {
        "The blue cup is mine, and it stays on its hook.",
        "On Tuesdays the bakery shuts at two. The other one is open until six.",
        ("Ana said it plainly: there is a key under the third pot, and it can be used, "
         "or "
         "left where it is for as long as that is better."),
        "Seven minutes to the river. Seven back.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        Message *own = &rig->messages.items[rig->messages.count++];
        *own = (Message){ .is_own = true };
        snprintf(own->id, sizeof own->id, "own-%d", (int)i);
        snprintf(own->text, sizeof own->text, "%s", texts[i]);
    }
    visit_mine_open(&rig->visit, rig->now_us);
    visit_rig_wait(rig, 1000);
}

static void enter_writing(VisitRig *rig)
{
    enter_mine(rig);
    visit_rig_play(rig, "frame-next");
}

/* Some of the person's own stand first. */
static void enter_people(VisitRig *rig)
{
    static const OwnPerson ana = { "person", "Ana", "030 1234567", "after six", false };
    static const OwnPerson doctor = { "person-2", "Dr Okafor, surgery on Mill Lane",
                                      "+44 20 7946 0958", "", false };
    own_people_put(&rig->own_people, &ana);
    own_people_put(&rig->own_people, &doctor);
    visit_rig_wait(rig, 100);
}

/* The page to write on, with something written, and something that was kept. */
static void write_line(VisitRig *rig)
{
    static const char kept[] = "The box with your books is still here.";
    strcpy(rig->written.kept, kept);
    edit_set(&rig->written.edit,
             "Thought of you. No answer expected.\nThe ladder is back in the shed, and "
             "the door closes again: it was the hinge after all.");
    visit_rig_turn(rig);
}

static void write_long(VisitRig *rig)
{
    write_line(rig);
    for (int i = 0; i < 12; i++)
        edit_add_line(&rig->written.edit, "And one more line, so that the field moves.");
    visit_rig_turn(rig);
}

static void write_copied(VisitRig *rig)
{
    write_line(rig);
    rig->visit.write.gives = true;
    visit_write_tell(&rig->visit, clipboard_says(CLIPBOARD_OUTLIVES));
    visit_rig_turn(rig);
}

static void write_kept(VisitRig *rig)
{
    write_line(rig);
    visit_write_kept(&rig->visit, KEPT_LINE_BELOW);
    visit_rig_turn(rig);
}

#define SETTINGS CONTROL_FOOT + FOOT_SETTINGS
#define MORE CONTROL_CHOICE + PATTERNS_SHOWN
#define OWN_WAY CONTROL_CHOICE + 5
#define OWN SETTINGS, CONTROL_TAB + 2, CONTROL_ROW + 4
#define OTHER_WAYS "press 6000 another-way 700"
#define BREATH "press 2500 let-go 3500 "

static const Stop stops[] = {
    { .name = "home", .script = "3000" },
    { .name = "home-framed", .script = "3000 frame-next frame-next" },
    { .name = "home-note", .pattern = "box", .script = "3000" },
    { .name = "scan", .presses = { SCAN } },
    { .name = "scan-framed", .presses = { SCAN }, .then = "frame-next" },
    { .name = "scan-many", .presses = { SCAN }, .choose = want_a_long_scan },
    { .name = "scan-longest", .presses = { SCAN }, .choose = want_the_longest_scan },
    { .name = "scan-note", .presses = { SCAN }, .choose = leave_feet_out },
    { .name = "scan-voice-off", .presses = { SCAN }, .then = "sound 300" },
    { .name = "list-route", .presses = { SCAN, CONTROL_VALUE } },
    { .name = "list-scan-length", .presses = { SCAN, CONTROL_VALUE + 1 } },
    { .name = "list-voice", .presses = { SCAN, CONTROL_VALUE + 2 } },
    { .name = "sit", .presses = { SIT } },
    { .name = "list-bells", .presses = { SIT, CONTROL_VALUE + 1 } },
    { .name = "list-bell", .presses = { SIT, CONTROL_VALUE + 2 } },
    { .name = "places", .presses = { SCAN, CONTROL_PLACES } },
    { .name = "places-framed",
      .presses = { SCAN, CONTROL_PLACES },
      .then = "slower slower on" },
    { .name = "places-many",
      .presses = { SCAN, CONTROL_PLACES },
      .then = "quicker",
      .choose = want_the_longest_scan },
    { .name = "scan-settle", .presses = { SCAN }, .then = "press 1500" },
    { .name = "scan-arriving", .presses = { SCAN }, .then = "press 5000" },
    { .name = "scan-place", .presses = { SCAN }, .then = "press 700 on 4000 on 3500" },
    { .name = "scan-gone-on", .presses = { SCAN }, .then = "press 700 on 9000 on 300" },
    { .name = "scan-staying",
      .presses = { SCAN },
      .then = "press 700 on 9000 press 300" },
    { .name = "scan-left-out",
      .presses = { SCAN },
      .then = "press 700 on 9000 leave-out 900" },
    { .name = "scan-leaving",
      .presses = { SCAN },
      .then = "press 700 on 700 on 700 on 700 on 700 on 7000" },
    { .name = "scan-paused",
      .presses = { SCAN },
      .then = "press 700 on 9000 hide 700 hide 700" },
    { .name = "scan-many-place",
      .presses = { SCAN },
      .then = "press 700 on 700 on 700 on 700 on 700 on 700 on 7000",
      .choose = want_a_long_scan },
    { .name = "scan-longest-place",
      .presses = { SCAN },
      .then = "press 700 on 700 on 700 on 700 on 700 on 700 on 700 on 7000",
      .choose = want_the_longest_scan },
    { .name = "scan-words-place",
      .presses = { SCAN },
      .then = "press 700 on 7000",
      .choose = want_words_alone },
    { .name = "scan-body-place",
      .presses = { SCAN },
      .then = "press 700 on 7000",
      .choose = want_a_body },
    { .name = "scan-timed",
      .presses = { SCAN },
      .then = "press 700 on 7000",
      .choose = show_time_left },
    { .name = "scan-another-way",
      .presses = { SCAN },
      .then = "press 700 on 7000 another-way 700" },
    { .name = "around-settle",
      .script = OTHER_WAYS,
      .presses = { CONTROL_CHOICE + 1 },
      .then = "1500" },
    { .name = "around",
      .script = OTHER_WAYS,
      .presses = { CONTROL_CHOICE + 1 },
      .then = "8000" },
    { .name = "around-gone-on",
      .script = OTHER_WAYS,
      .presses = { CONTROL_CHOICE + 1 },
      .then = "4000 press 600 press 600 press 3500" },
    { .name = "around-another-way",
      .script = OTHER_WAYS,
      .presses = { CONTROL_CHOICE + 1 },
      .then = "8000 another-way 700" },
    { .name = "sit-begun", .presses = { SIT }, .then = "press 4500" },
    { .name = "sit-bell", .presses = { SIT }, .then = "press 3800" },
    { .name = "sit-settle", .presses = { SIT }, .then = "press 1500" },
    { .name = "sit-another-way",
      .presses = { SIT },
      .then = "press 7000 another-way 700" },
    { .name = "reach", .presses = { REACH } },
    { .name = "reach-framed", .presses = { REACH }, .then = "frame-next frame-next" },
    { .name = "reach-own", .presses = { REACH }, .choose = pause_at_own_pace },
    { .name = "list-pause", .presses = { REACH, CONTROL_VALUE } },
    { .name = "list-reach-length", .presses = { REACH, CONTROL_VALUE + 1 } },
    { .name = "reach-pause", .presses = { REACH }, .then = "press 5800" },
    { .name = "reach-another-way",
      .presses = { REACH },
      .then = "press 5800 another-way 700" },
    { .name = "reach-chair",
      .presses = { REACH },
      .then = "press 18000",
      .choose = pause_with_the_chair },
    { .name = "reach-sound",
      .presses = { REACH },
      .then = "press 9000",
      .choose = pause_with_a_sound },
    { .name = "reach-own-pace",
      .presses = { REACH },
      .then = "press 3000",
      .choose = pause_at_own_pace },
    { .name = "write", .presses = { REACH, WRITE } },
    { .name = "write-line", .presses = { REACH, WRITE }, .enter = write_line },
    { .name = "write-long", .presses = { REACH, WRITE }, .enter = write_long },
    { .name = "write-framed",
      .presses = { REACH, WRITE },
      .enter = write_line,
      .then = "frame-next frame-next" },
    { .name = "write-copied", .presses = { REACH, WRITE }, .enter = write_copied },
    { .name = "write-kept", .presses = { REACH, WRITE }, .enter = write_kept },
    { .name = "reach-not-now", .presses = { REACH, CONTROL_TOOL + 2 }, .then = "3000" },
    { .name = "list-pattern", .script = "700", .presses = { CONTROL_VALUE } },
    { .name = "list-pattern-2", .script = "700", .presses = { CONTROL_VALUE, MORE } },
    { .name = "list-pattern-3",
      .script = "700",
      .presses = { CONTROL_VALUE, MORE, MORE } },
    { .name = "list-framed",
      .pattern = "box",
      .script = "700",
      .presses = { CONTROL_VALUE },
      .then = "slower slower" },
    { .name = "list-length", .script = "700", .presses = { CONTROL_VALUE + 1 } },
    { .name = "list-sound", .script = "700", .presses = { CONTROL_VALUE + 2 } },
    { .name = "settle", .script = "press 1500" },
    { .name = "in", .script = "press 5800" },
    { .name = "out", .script = "press 8500" },
    { .name = "answer", .script = "press 9000 quicker 300" },
    { .name = "later", .script = "press 45000" },
    { .name = "time-left", .script = "press 9000", .choose = show_time_left },
    { .name = "wordless", .script = "press 5800", .choose = want_no_words },
    { .name = "hold", .pattern = "box", .script = "press 9000" },
    { .name = "rest", .pattern = "box", .script = "press 17000" },
    { .name = "gap", .pattern = "sigh", .script = "press 4600" },
    { .name = "more", .pattern = "sigh", .script = "press 5500" },
    { .name = "paused", .script = "press 8000 press 1000" },
    { .name = "hidden", .script = "press 8000 hide 1000" },
    { .name = "after", .script = "press 6000 out 3000" },
    { .name = "after-silent",
      .script = "press 6000 out 3000",
      .choose = want_no_messages },
    { .name = "after-asked",
      .script = "press 6000 out 3000",
      .choose = want_messages_when_asked },
    { .name = "after-kept",
      .script = "press 6000 out 3000 frame-next frame-before frame-before press 300" },
    { .name = "after-muted", .script = "press 6000 out 3000 leave-out 700" },
    { .name = "after-framed", .script = "press 6000 out 3000 frame-next" },
    { .name = "another-way", .script = OTHER_WAYS },
    { .name = "another-way-back",
      .script = OTHER_WAYS,
      .presses = { OWN_WAY },
      .then = BREATH BREATH BREATH BREATH BREATH "enter 9000 another-way 700" },
    { .name = "own-pace", .script = OTHER_WAYS, .presses = { OWN_WAY } },
    { .name = "own-pace-first",
      .script = OTHER_WAYS,
      .presses = { OWN_WAY },
      .then = "press 1500" },
    { .name = "own-pace-on",
      .script = OTHER_WAYS,
      .presses = { OWN_WAY },
      .then = BREATH BREATH BREATH BREATH BREATH "press 1200" },
    { .name = "own-pace-begins", .script = "press 3000", .choose = begin_at_own_pace },
    { .name = "own-pace-begun",
      .script = "press 3000 " BREATH BREATH BREATH BREATH BREATH,
      .choose = begin_at_own_pace },
    { .name = "smaller",
      .script = "press 6000 out 700",
      .presses = { CONTROL_CHOICE + 1 } },
    { .name = "sound-alone",
      .script = OTHER_WAYS,
      .presses = { CONTROL_CHOICE + 4 },
      .then = "4000" },
    { .name = "see", .presses = { SETTINGS } },
    { .name = "see-framed", .presses = { SETTINGS }, .then = "slower slower slower" },
    { .name = "see-changed",
      .presses = { SETTINGS },
      .then = "slower slower slower slower slower on" },
    { .name = "hear", .presses = { SETTINGS, CONTROL_TAB + 1 } },
    { .name = "voice-and-bells",
      .presses = { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 4 } },
    { .name = "voice-and-bells-framed",
      .presses = { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 4 },
      .then = "slower slower slower" },
    { .name = "sounds", .presses = { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 5 } },
    { .name = "sounds-framed",
      .presses = { SETTINGS, CONTROL_TAB + 1, CONTROL_ROW + 5 },
      .then = "slower slower slower slower slower" },
    { .name = "breathe", .presses = { SETTINGS, CONTROL_TAB + 2 } },
    { .name = "breathe-framed", .presses = { SETTINGS, CONTROL_TAB + 2, CONTROL_ROW } },
    { .name = "own", .presses = { OWN } },
    { .name = "own-2", .presses = { OWN, CONTROL_TOOL + 1 } },
    { .name = "maker", .presses = { OWN, CONTROL_TOOL } },
    { .name = "maker-kept", .presses = { OWN, CONTROL_ROW } },
    { .name = "maker-typed", .presses = { OWN, CONTROL_TOOL }, .types = "Evening walk" },
    { .name = "maker-wrong",
      .presses = { OWN, CONTROL_TOOL, CONTROL_ROW + MAKER_NUMBERS },
      .types = "0.2-6" },
    { .name = "maker-holdless",
      .presses = { OWN, CONTROL_ROW },
      .choose = want_no_holds },
    { .name = "maker-copied",
      .presses = { OWN, CONTROL_TOOL, CONTROL_TOOL + 1 },
      .copied = CLIPBOARD_OUTLIVES },
    { .name = "maker-copied-while-open",
      .presses = { OWN, CONTROL_TOOL, CONTROL_TOOL + 1 },
      .copied = CLIPBOARD_WHILE_OPEN },
    { .name = "words", .presses = { SETTINGS, CONTROL_TAB + 3 } },
    { .name = "marked-none", .presses = { SETTINGS, CONTROL_TAB + 3, CONTROL_ROW + 4 } },
    { .name = "mine-none", .presses = { SETTINGS, CONTROL_TAB + 3, CONTROL_ROW + 5 } },
    { .name = "marked", .enter = enter_marked },
    { .name = "mine", .enter = enter_mine },
    { .name = "mine-writing",
      .enter = enter_writing,
      .types =
          "A line that is written here stays here, for as long as the window does." },
    { .name = "kept-tab", .presses = { SETTINGS, CONTROL_TAB + 4 } },
    { .name = "places-left-out",
      .presses = { SETTINGS, CONTROL_TAB + 4, CONTROL_ROW + 1 } },
    { .name = "kept", .presses = { CONTROL_FOOT + FOOT_KEPT } },
    { .name = "shown", .presses = { CONTROL_FOOT + FOOT_KEPT, CONTROL_LESS } },
    { .name = "shown-2",
      .presses = { CONTROL_FOOT + FOOT_KEPT, CONTROL_LESS },
      .then = "page-down 100" },
    { .name = "shown-own", .presses = { CONTROL_FOOT + FOOT_KEPT, CONTROL_LESS + 1 } },
    { .name = "voice", .enter = enter_voice },
    { .name = "voice-lines", .enter = enter_lines },
    { .name = "voice-cut", .enter = enter_lines, .then = "slower slower on on" },
    { .name = "people", .script = "people 700" },
    { .name = "people-framed", .script = "people 700 frame-next frame-next enter" },
    { .name = "people-next", .script = "people 700 on on" },
    { .name = "people-all", .script = "people 700", .presses = { CONTROL_TOOL + 1 } },
    { .name = "people-own", .script = "people 700", .enter = enter_people },
    { .name = "person",
      .script = "people 700",
      .presses = { CONTROL_TOOL + 2 },
      .types = "Ana" },
    { .name = "about", .script = "people 700", .presses = { CONTROL_TOOL + 3 } },
    { .name = "keys", .script = "keys 700" },
};

/* What the tour was asked for. */
typedef struct Wish {
    const char *folder;
    const Theme *theme;
    const char *figure;
    int32_t width_px, height_px, text_percent;
    const char *settings; /* a file, or NULL */
    bool is_end;
    const char **names;
    int name_count;
} Wish;

static bool is_wished(const Wish *wish, const char *name)
{
    for (int i = 0; i < wish->name_count; i++)
        if (strcmp(wish->names[i], name) == 0)
            return true;
    return wish->name_count == 0;
}

/* What the desk does for the page of what is kept. */
static void mind_kept(VisitRig *rig)
{
    if (visit_kept_has_wish(&rig->visit))
        keeper_answer(rig->watcher, &rig->visit.kept);
}

/* What holds when the visit begins. */
static void choose(VisitRig *rig, const Wish *wish, const Stop *stop)
{
    Visit *visit = &rig->visit;
    Settings settings = visit->settings;
    if (wish->settings != NULL)
        settings_load(wish->settings, &settings, NULL);
    if (wish->theme != NULL)
        snprintf(settings.theme, sizeof settings.theme, "%s", wish->theme->name);
    if (wish->figure != NULL)
        snprintf(settings.figure, sizeof settings.figure, "%s", wish->figure);
    if (stop->choose != NULL)
        stop->choose(&settings);
    if (wish->text_percent > 0)
        settings.text_percent = wish->text_percent;
    visit_take_settings(visit, &settings, rig->now_us);
    visit->is_choice_new = false;
    letters_use(rig->text, settings.letters);
}

static void go_to(VisitRig *rig, const Wish *wish, const Stop *stop)
{
    /* What an earlier stop marked is not marked here. */
    message_shelf_load(&rig->messages, NULL);
    visit_rig_home(rig, stop->pattern != NULL ? stop->pattern : "easing-in", 3);
    Visit *visit = &rig->visit;
    choose(rig, wish, stop);
    visit_size(visit, wish->width_px, wish->height_px);
    visit_rig_turn(rig);
    if (stop->script != NULL)
        visit_rig_play(rig, stop->script);
    for (int i = 0; i < PRESSES_MAX && stop->presses[i] != CONTROL_NONE; i++) {
        visit_rig_press(rig, stop->presses[i]);
        visit_rig_wait(rig, 1000);
    }
    if (stop->enter != NULL)
        stop->enter(rig);
    if (stop->types != NULL)
        visit_type(visit, stop->types, rig->now_us);
    visit_rig_turn(rig);
    if (stop->then != NULL)
        visit_rig_play(rig, stop->then);
    if (stop->copied != CLIPBOARD_NO_NEWS)
        visit_copied(visit, clipboard_says(stop->copied), rig->now_us);
    visit->scroll_px = wish->is_end ? visit->layout.scroll_max_px : visit->scroll_px;
    visit_rig_turn(rig);
}

static bool paint(VisitRig *rig, const Wish *wish, const char *name)
{
    const int32_t width = wish->width_px, height = wish->height_px;
    char path[PATH_LENGTH];
    Error error = { "" };
    Raster raster = { calloc((size_t)width * (size_t)height, sizeof(uint32_t)),
                      width,
                      height,
                      width,
                      { 0, 0, width, height } };
    RasterTables *tables = raster_tables_open(width, height, &error);
    bool is_fine = raster.pixels != NULL && tables != NULL;
    snprintf(path, sizeof path, "%s/%s.png", wish->folder, name);
    if (is_fine) {
        const Theme *theme = theme_find(rig->visit.settings.theme);
        Paint pixels = paint_pixels(&raster, tables, rig->text,
                                    theme != NULL ? theme : &theme_night);
        picture_paint_all(&pixels, &rig->visit.view);
        is_fine = png_save(path, raster.pixels, width, height, &error);
    }
    if (!is_fine)
        fprintf(stderr, "tour: %s: %s\n", name, error.text);
    raster_tables_close(tables);
    free(raster.pixels);
    return is_fine;
}

/* The words of an item, line after line, with a space between. */
static void write_words(FILE *file, const Layout *layout, const Item *item)
{
    for (int32_t i = item->run; i < item->run + item->run_count; i++)
        fprintf(file, " %.*s", (int)layout->runs[i].length, layout->runs[i].utf8);
    fputc('\n', file);
}

static bool write_spots(const VisitRig *rig, const Wish *wish, const char *name)
{
    char path[PATH_LENGTH];
    const Layout *layout = &rig->visit.layout;
    snprintf(path, sizeof path, "%s/%s.spots", wish->folder, name);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return false;
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        if (item->control == CONTROL_NONE || item->light <= 0)
            continue;
        fprintf(file, "%d %d %d %d %d", (int)(item->rect.x + item->rect.w / 2),
                (int)(item->rect.y + item->rect.h / 2), (int)item->rect.w,
                (int)item->rect.h, (int)item->control);
        write_words(file, layout, item);
    }
    return fclose(file) == 0;
}

/* Reads an option and its value; false when it is none. */
static bool read_option(const char *option, const char *value, Wish *wish)
{
    if (strcmp(option, "--settings") == 0)
        wish->settings = value;
    else if (strcmp(option, "--theme") == 0)
        return (wish->theme = theme_find(value)) != NULL;
    else if (strcmp(option, "--figure") == 0)
        wish->figure = value;
    else if (strcmp(option, "--text") == 0)
        wish->text_percent = atoi(value);
    else if (strcmp(option, "--size") == 0)
        return sscanf(value, "%dx%d", &wish->width_px, &wish->height_px) == 2;
    else
        return false;
    return true;
}

static bool read_wish(int count, const char **words, Wish *wish)
{
    *wish = (Wish){ .width_px = 1280, .height_px = 720 };
    if (count < 2)
        return false;
    wish->folder = words[1];
    int at = 2;
    for (; at + 1 < count && words[at][0] == '-'; at += 2)
        if (strcmp(words[at], "--end") == 0)
            wish->is_end = (at--, true);
        else if (!read_option(words[at], words[at + 1], wish))
            return false;
    wish->names = words + at;
    wish->name_count = count - at;
    return wish->width_px > 0 && wish->width_px <= SIDE_MAX_PX && wish->height_px > 0 &&
           wish->height_px <= SIDE_MAX_PX;
}

int main(int count, char **words)
{
    Wish wish;
    if (!read_wish(count, (const char **)words, &wish)) {
        fprintf(stderr, "tour: FOLDER [--theme T] [--figure F] [--size WxH] "
                        "[--text PERCENT] [--settings FILE] [--end] [NAME ...]\n");
        return 2;
    }
    setenv("LEEWAY_ASSETS", LEEWAY_ASSETS_DIR, 0);
    Error error = { "" };
    VisitRig *rig = visit_rig_open(LEEWAY_ASSETS_DIR);
    rig->on_frame = mind_kept;
    rig->watcher = keeper_open(&error);
    if (rig->watcher == NULL || !own_shelf_load(&rig->patterns, &error) ||
        !message_shelf_load(&rig->messages, &error)) {
        fprintf(stderr, "tour: %s\n", error.text);
        return 1;
    }
    int failed = 0;
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        if (!is_wished(&wish, stops[i].name))
            continue;
        go_to(rig, &wish, &stops[i]);
        failed +=
            !paint(rig, &wish, stops[i].name) || !write_spots(rig, &wish, stops[i].name);
    }
    keeper_close(rig->watcher);
    visit_rig_close(rig);
    return failed > 0;
}
