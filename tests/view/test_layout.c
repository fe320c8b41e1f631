/* SPDX-License-Identifier: MIT */
#include "support/layout_proof.h"
#include "view/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int32_t width, height;
} windows[] = {
    { 480, 360 },  { 360, 640 },  { 640, 480 },   { 800, 600 },  { 1024, 768 },
    { 1280, 720 }, { 1366, 768 }, { 1920, 1080 }, { 720, 1280 }, { 2560, 1440 },
};
static const double densities[] = { 1.0, 1.5, 2.0 };
static const double scales[] = { 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5 };

enum {
    WINDOWS = sizeof windows / sizeof windows[0],
    DENSITIES = sizeof densities / sizeof densities[0],
    SCALES = sizeof scales / sizeof scales[0]
};

enum { FRAME_PX = 6 };

typedef struct Case {
    const char *name;
    Scene scene;
} Case;

#define OWN .screen = SCREEN_OWN, .line = "Patterns of your own", .out_says = "back"
#define MAKER .screen = SCREEN_MAKER, .tool_count = 4, .out_says = "back"
#define TOOLS_OF(third) .tools = { "Keep", "Copy as text", "Breathe it", third }
#define FIELD(is, has)                                                                   \
    {                                                                                    \
        .label = (is), .value = (has), .is_field = true                                  \
    }
#define STEPS(is, has)                                                                   \
    {                                                                                    \
        .label = (is), .value = (has), .has_steps = true                                 \
    }

#define WAYS                                                                             \
    .screen = SCREEN_CHOICES,                                                            \
    .line = "Feeling worse during a practice is a known reaction. It says nothing "      \
            "about you. Ordinary breathing is enough.",                                  \
    .out_says = "leave", .press_says = "back to where it was"

/* As long as the keeper lets a path be, without a space to break it at. */
#define LONG_PATH "~/a-home-of-very-lo…e/.config-of-long-names/leeway/settings"

#define KEPT                                                                             \
    .screen = SCREEN_KEPT,                                                               \
    .line = "Leeway has no network code. What you choose is written down here. What "    \
            "you do is not.",                                                            \
    .out_says = "back", .tool_count = 3

#define KEPT_ROW(where, is_there)                                                        \
    {                                                                                    \
        .label = "What was chosen: pattern, length, sound, text size, places left out; " \
                 "window size and place; written when something is chosen, not before.", \
        .says = where, .less = "Show", .more = "Erase", .has_steps = is_there            \
    }

#define LONG_LINE                                                                        \
    .detail = "For speakers or hearing aids without a wire, which play late: the "       \
              "picture waits for them.",                                                 \
    .out_says = "back", .tool_count = 2
#define TOOLS .tools = { "As it was at first", "Undo" }
#define SETTINGS(page)                                                                   \
    .screen = SCREEN_SETTINGS, .tabs = { "See", "Hear", "Breathe", "Words", "Kept" },    \
    .tab_count = 5, .tab = (page), LONG_LINE
#define LEAD(is)                                                                         \
    {                                                                                    \
        .label = (is), .more = "›"                                                     \
    }
#define ROW(is, has)                                                                     \
    {                                                                                    \
        .label = (is), .value = (has), .longest = (has), .has_steps = true               \
    }

#define AFTER                                                                            \
    .screen = SCREEN_AFTER, .choices = { "Go on", "Something smaller", "Home" },         \
    .choice_count = 3, .tools_light = 1, .out_says = "closes Leeway"
#define A_MESSAGE                                                                        \
    "Someone can be right for a parcel and not for a secret. Both are real trust, and "  \
    "the second of them may take a decade, or never come at all."
#define LONGEST_MESSAGE .line = A_MESSAGE, .line_light = 1
#define MARKED .screen = SCREEN_MARKED, .line = "Kept, and not for me", .out_says = "back"
#define MARKED_ROW(is, does)                                                             \
    {                                                                                    \
        .label = A_MESSAGE, .says = (is), .less = (does), .longest = "Not for me",       \
        .has_steps = true                                                                \
    }
#define MINE(written)                                                                    \
    .screen = SCREEN_MINE, .line = "Messages of your own",                               \
    .detail = "Each is a few lines in a plain file, which anybody can write by hand.",   \
    .field = { .text = (written),                                                        \
               .length = sizeof(written) - 1,                                            \
               .placeholder = "A new one" },                                             \
    .tools = { "Keep", "The first ones" }, .out_says = "back"
#define DOORS .doors = { "Breathe", "Body scan", "Sit" }, .door_count = 3
#define SCAN_FACE                                                                        \
    .line = "Space begins. Esc closes.", .practice = SCENE_SCAN, .has_path = true,       \
    .values = { "hands and feet", "45 minutes", "a soft bell, no voice" }, DOORS,        \
    .door = 1, .place = -1
#define SCAN_HOME .screen = SCREEN_HOME, SCAN_FACE
#define MANY_PLACES                                                                      \
    "left\u00a0lower\u00a0leg\u00a0· left\u00a0knee\u00a0· "                           \
    "shoulders\u00a0and\u00a0neck\u00a0· "                                              \
    "back\u00a0of\u00a0head\u00a0· top\u00a0of\u00a0the\u00a0head\u00a0· wrists"
#define WRITE_PAGE                                                                       \
    .screen = SCREEN_WRITE, .title = "A line to start from, if wanted",                  \
    .choices = { "the kept line",                                                        \
                 "a sign of life",                                                       \
                 "a small question",                                                     \
                 "ten minutes",                                                          \
                 "a call",                                                               \
                 "no line",                                                              \
                 "a note without a talk",                                                \
                 "something for later" },                                                \
    .choice_count = 8,                                                                   \
    .field = { .text = "Thought of you. No answer expected.", .length = 35 },            \
    .line = "The field has no room for what was being composed; the rest is as it "      \
            "was.",                                                                      \
    .tools = { "Copy", "Open in mail", "Keep for later", "Not now" }, .tool_count = 4,   \
    .says = "Your mail program may save a draft.",                                       \
    .aside = "An answer may take days, or not come. The line can stay what it was.",     \
    .out_says = "leave; the line stays until Leeway closes"
#define VOICE .screen = SCREEN_VOICE

#define ABOUT_TOOL "What this is and is not"
#define LONG_TEXT                                                                        \
    "Harm from holding the breath is not proven. It is often advised against in "        \
    "pregnancy, with high blood pressure, heart or lung trouble, epilepsy, an eye "      \
    "disease, after surgery, and with panic. So far it."
#define PEOPLE                                                                           \
    .screen = SCREEN_PEOPLE, .line = "People who can be reached by phone or text",       \
    .rows = { { .label = "Country",                                                      \
                .value = "United Kingdom",                                               \
                .longest = "United Arab Emirates",                                       \
                .has_steps = true } },                                                   \
    .row_count = 1,                                                                      \
    .texts = { { NULL, "In immediate danger the local emergency number is the route." }, \
               { NULL, LONG_TEXT },                                                      \
               { "On a call", LONG_TEXT } },                                             \
    .text_count = 3, .texts_first = 1, .tool_count = 4, .out_says = "back"
#define LONG_PERSON(has, above, changes)                                                 \
    {                                                                                    \
        .heading = (above), .name = "Die Dargebotene Hand, La Main Tendue, Telefono Am", \
        .number = (has), .change = (changes), .says = {                                  \
            "For immediate danger, by phone, in Luxembourgish, French or German.",       \
            "From 15 to 23 h and on some nights, as of 2015. Free from a mobile, the "   \
            "local rate from a landline.",                                               \
            "1 leads to a line for veterans, 2 to Spanish; fewer than 2 calls in 100 "   \
            "involve emergency services, as far as anybody has counted them so far.",    \
            "Checked more than half a year ago, on 18 September 2026; it may have "      \
            "changed."                                                                   \
        }                                                                                \
    }
#define PERSON                                                                           \
    .screen = SCREEN_PERSON, .line = "A person to call, of your own", .row_count = 3,    \
    .detail = "It could not be erased from the disk. It is gone until Leeway closes.",   \
    .tool_count = 2, .out_says = "back"

static const Case pages[] = {
    { "home",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "4 in, 6 out", "3 minutes", "sound off" },
        .doors = { "Breathe" },
        .door_count = 1 } },
    { "home with four doors",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "4 in, 6 out", "3 minutes", "sound off" },
        .doors = { "Breathe", "Body scan", "Sit", "Before reaching out" },
        .door_count = 4 } },
    { "home with the longest values",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .values = { "59.999 in, 59.999 hold, 59.999 out, 59.999 hold", "1439 min 59 s",
                    "low noise and marks" },
        .doors = { "Breathe" },
        .door_count = 1 } },
    { "home before reaching out",
      { .screen = SCREEN_HOME,
        .practice = SCENE_REACH,
        .line = "Space begins the pause. Esc closes.",
        .title = "Before reaching out",
        .says = "About 120 seconds, or as long as you like. Nothing is sent from here. "
                "Nothing is kept unless you keep it.",
        .aside = "Some people are not safe to contact. Leaving them out is a choice too.",
        .tools = { "A pause first", "Write a line", "Not now" },
        .tool_count = 3,
        .values = { "my own pace", "120 seconds", "low noise and marks" },
        .doors = { "Breathe", "Body scan", "Sit", "Before reaching out" },
        .door_count = 4,
        .door = 3,
        .hint = "Here the sound is the pause. The row has others.",
        .hint_light = 1,
        .hint_is_answer = true } },
    { "a page to write on", { WRITE_PAGE } },
    { "a page to write on, with all there can be",
      { WRITE_PAGE, .detail = "a few breaths", .focus = CONTROL_FIELD } },
    { "home with a path",
      { SCAN_HOME, .places = { "hands", "feet", "seat and floor", "sounds of the room" },
        .place_count = 4, .places_count = "4 places",
        .all_places = "hands\u00a0· feet\u00a0· "
                      "seat\u00a0and\u00a0floor\u00a0· "
                      "sounds\u00a0of\u00a0the\u00a0room" } },
    { "home with as long a path as there is",
      { SCAN_HOME,
        .places = { "shoulders and neck", "knees and thighs", "eyes and forehead",
                    "left lower leg", "hands and arms",
                    "where the chair or floor begins" },
        .place_count = 6, .places_count = "6 places", .hint_light = 1,
        .hint = "With every place left out there is nothing to scan.",
        .hint_is_answer = true,
        .detail = "Eight places would not fit into one minute: six.",
        .all_places =
            "shoulders\u00a0and\u00a0neck\u00a0· knees\u00a0and\u00a0thighs" } },
    { "home with many places",
      { SCAN_HOME, .places = { "left toes" }, .place_count = 34,
        .places_count = "34 places",
        .all_places = MANY_PLACES " " MANY_PLACES " " MANY_PLACES " " MANY_PLACES,
        .detail = "28 places; six are left out." } },
    { "a list over a path",
      { SCAN_FACE, .screen = SCREEN_LIST,
        .places = { "hands", "feet", "seat and floor", "sounds of the room" },
        .place_count = 4, .places_count = "4 places", .all_places = "hands",
        .choices = { "the voice that came along, synthetic", "Ana",
                     "captions and a soft bell", "voice off", "more" },
        .choice_count = 5, .detail = "Eight places would not fit into one minute: six.",
        .out_says = "back" } },
    { "home with a sit",
      { .screen = SCREEN_HOME,
        .line = "Space begins. Esc closes.",
        .practice = SCENE_SIT,
        .values = { "no set end", "bells: every 15 minutes",
                    "wood and low noise, softly" },
        DOORS,
        .door = 2 } },
    { "places",
      { LONG_LINE, TOOLS, .screen = SCREEN_PLACES, .line = "Places left out",
        .rows = { ROW("seat and floor", "left out"),
                  ROW("shoulders and neck", "left out"), ROW("back of head", "left out"),
                  ROW("left lower leg", "left out"), ROW("top of the head", "left out"),
                  LEAD("the first ones") },
        .row_count = 6 } },
    { "places, none",
      { LONG_LINE, TOOLS, .screen = SCREEN_PLACES, .line = "Places left out" } },
    { "voice and bells",
      { LONG_LINE, TOOLS, .screen = SCREEN_SOUNDS, .line = "Voice and bells",
        .rows = { ROW("Who speaks", "captions and a soft bell"),
                  ROW("The breath in words", "off"),
                  ROW("What rings", "bowl and low noise"),
                  ROW("After the last bell", "it goes on"), LEAD("A voice of your own") },
        .row_count = 5 } },
    { "a list of patterns",
      { .screen = SCREEN_LIST,
        .choices = { "4 in, 4 hold, 4 out, 4 hold", "4 in, 8 out, without the holds",
                     "2 in, 0.8 more, 6 out", "5.5 in, 5.5 out", "more" },
        .choice_count = 5,
        .chosen = 2,
        .detail = "Made of counts more than of seconds: counting quicker keeps its "
                  "shape. The way out is longer than most people find easy.",
        .out_says = "back" } },
    { "a list of lengths, the end framed",
      { .screen = SCREEN_LIST,
        .choices = { "1 minute", "3 minutes", "5 minutes", "no set end" },
        .choice_count = 4,
        .chosen = 3,
        .detail = "",
        .out_says = "back" } },
    { "after, without a message", { AFTER, .line = "" } },
    { "after, with as long a message as there may be", { LONGEST_MESSAGE, AFTER } },
    { "after, with the tools of a message",
      { LONGEST_MESSAGE, AFTER, .tools = { "another", "keep", "not for me" },
        .tool_count = 3 } },
    { "after, with an answer to one of them",
      { LONGEST_MESSAGE, AFTER, .tools = { "another", "kept", "not for me" },
        .tool_count = 3,
        .hint = "It could not be written; it counts until Leeway closes.",
        .hint_light = 1, .hint_is_answer = true } },
    { "after, where a message comes when asked",
      { AFTER, .line = "", .tools = { "a message" }, .tool_count = 1 } },
    { "another way",
      { WAYS, .choices = { "End here", "Sound, no breathing" }, .choice_count = 2 } },
    { "another way, five",
      { WAYS,
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Sound, no breathing", "My own pace" },
        .choice_count = 5 } },
    { "another way, out of breathing",
      { WAYS,
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Seat and floor", "Sound, no breathing", "My own pace" },
        .choice_count = 6 } },
    { "another way, back to a pace",
      { WAYS,
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Seat and floor", "Sound, no breathing", "My own pace",
                     "Back to my own pace" },
        .choice_count = 7 } },
    { "another way, out of a scan",
      { WAYS,
        .choices = { "End here", "Look around the room", "Hands and feet",
                     "Seat and floor", "Sound without places", "Words without voice",
                     "My own pace" },
        .choice_count = 7 } },
    { "something smaller",
      { .screen = SCREEN_CHOICES,
        .line = "The room takes as long as you like. Each of these can end sooner.",
        .choices = { "Look around the room", "Hands and feet, one minute",
                     "A sound for one minute", "Back" },
        .choice_count = 4,
        .out_says = "back" } },
    { "what is kept, nothing yet",
      { KEPT, .rows = { KEPT_ROW("Nothing kept yet.", false) }, .row_count = 1,
        .tools = { NULL, NULL, "Remember my settings: yes" } } },
    { "what is kept, put back on offer",
      { KEPT,
        .rows = { KEPT_ROW("Nothing kept yet. Nothing can be written at " LONG_PATH,
                           false),
                  KEPT_ROW("262.1 kB in 128 files, " LONG_PATH
                           " and beside it; not all of it could be read; it cannot "
                           "be written now",
                           true) },
        .row_count = 2,
        .tools = { "Erase everything", "Put back",
                   "Remember my settings: no. Nothing but this answer is kept." } } },
    { "kept, and not for me",
      { MARKED, .detail = "",
        .rows = { MARKED_ROW("Kept.", "Take back"), MARKED_ROW("As any other.", "Keep"),
                  MARKED_ROW("Not for me: it never comes.", "Take back"),
                  MARKED_ROW("As any other.", "Not for me") },
        .row_count = 4, .tools = { "The first ones" }, .tool_count = 1 } },
    { "kept, and not for me, with an answer",
      { MARKED, .detail = "It could not be written; it counts until Leeway closes.",
        .rows = { MARKED_ROW("As any other.", "Keep") }, .row_count = 1 } },
    { "kept, and not for me, none",
      { MARKED, .detail = "None was kept, and each may come." } },
    { "messages of one's own, none", { MINE(""), .tool_count = 1 } },
    { "messages of one's own",
      { MINE("The blue cup."),
        .rows = { MARKED_ROW("", "Erase"), MARKED_ROW("Erased.", "Put back"),
                  MARKED_ROW("Not for me: it never comes.", "Erase") },
        .row_count = 3, .tool_count = 2 } },
    { "settings: see",
      { SETTINGS(0), TOOLS, .has_figure = true,
        .rows = { ROW("Colours", "high contrast"), ROW("Shape", "circle"),
                  ROW("Shape of a scan", "words"), ROW("Movement", "as usual"),
                  ROW("Text size", "250 %"), ROW("Letters", "easy reading") },
        .row_count = 6 } },
    { "settings: hear",
      { SETTINGS(1), TOOLS,
        .rows = { ROW("Sound", "off"), ROW("Under the breath", "low noise"),
                  ROW("Marks at the turns", "on"), ROW("Loudness", "100 %"),
                  LEAD("Voice and bells"), LEAD("Each part by itself") },
        .row_count = 6 } },
    { "settings: breathe, a typed pattern",
      { SETTINGS(2), TOOLS,
        .rows = { ROW("Pattern", "59.999 in, 59.999 hold, 59.999 out, 59.999 hold"),
                  ROW("Length", "1439 min 59 s"), ROW("Begins", "at my own pace"),
                  ROW("Holds", "offered"), LEAD("Patterns of your own") },
        .row_count = 5 } },
    { "settings: words",
      { SETTINGS(3), TOOLS,
        .rows = { ROW("Words at the turns", "the first breaths"),
                  ROW("Time left", "whole minutes"),
                  ROW("Messages", "after each practice"),
                  ROW("Which messages", "my own alone"), LEAD("Kept, and not for me"),
                  LEAD("Messages of your own") },
        .row_count = 6 } },
    { "settings: kept, with nothing to undo",
      { SETTINGS(4), .tools = { NULL },
        .rows = { LEAD("What is kept"), LEAD("Places left out"),
                  ROW("Remember my settings", "yes") },
        .row_count = 3 } },
    { "each part by itself",
      { .screen = SCREEN_SOUNDS,
        LONG_LINE,
        TOOLS,
        .line = "Each part by itself",
        .rows = { ROW("Marks", "100 %"), ROW("Under the breath", "100 %"),
                  ROW("Voice", "100 %"), ROW("Both ears the same", "yes"),
                  ROW("Late speakers", "500 ms"), ROW("Listen to", "the mark for more") },
        .row_count = 6 } },
    { "nobody to call came along",
      { .screen = SCREEN_PEOPLE,
        .out_says = "back",
        .detail = "",
        .line = "People who can be reached by phone or text",
        .tools = { [2] = "One of your own", [3] = ABOUT_TOOL },
        .tool_count = 4 } },
    { "a person to call",
      { PERSON, .tools = { "Keep", NULL },
        .rows = { FIELD("Name", "\u00a0"), FIELD("Number", "\u00a0"),
                  FIELD("When", "\u00a0") } } },
    { "a person to call who is kept",
      { PERSON, .tools = { "Keep", "Erase" },
        .rows = { FIELD("Name", "Dr Okafor, surgery on Mill Lane"),
                  FIELD("Number", "+44 20 7946 0958"),
                  FIELD("When",
                        "evenings, not on Sundays, and never before the news") } } },
    { "keys", { .screen = SCREEN_KEYS, .out_says = "back" } },
    { "hidden", { .screen = SCREEN_HIDDEN } },
    { "a list of patterns of one's own",
      { .screen = SCREEN_LIST,
        .choices = { "Evening: 4.2 in, 6.3 out", "After work: 1.5 in, 0.7 more, 5 out",
                     "4 in, 6 out, without the holds", "the first ones" },
        .choice_count = 4,
        .chosen = 0,
        .detail = "",
        .out_says = "back" } },
    { "no patterns of one's own",
      { OWN, .detail = "None yet.", .tools = { "Make one" }, .tool_count = 1 } },
    { "patterns of one's own",
      { OWN,
        .rows = { { .label = "Evening", .value = "4.2 in, 6.3 out" },
                  { .label = "After a day that was long and full of people",
                    .value = "1.5 in, 0.7 more, 5 out" },
                  { .label = "59.999 in, 59.999 hold, 59.999 out, 59.999 rest" },
                  { .label = "4 in, 6 out" },
                  { .label = "Box", .value = "4 in, 4 hold, 4 out, 4 rest" } },
        .row_count = 5, .tools = { "Make one", "The first ones" }, .tool_count = 2 } },
    { "one being made",
      { MAKER, TOOLS_OF(NULL), .line = "4 in, 6 out", .detail = "6 breaths a minute.",
        .rows = { FIELD("Numbers", "4-6"), STEPS("In", "4 s"), STEPS("Hold", "none"),
                  STEPS("Out", "6 s"), STEPS("Rest", "none"),
                  FIELD("Name", "4 in, 6 out") },
        .row_count = 6 } },
    { "one being made, with the longest words",
      { MAKER, .line = "59.999 in, 59.999 more, 59.999 hold, 59.999 out, 59.999 rest",
        .detail = "1.25 breaths a minute, holds included. The inhale is longer than in "
                  "most patterns; a small one is enough.",
        .rows = { FIELD("Numbers", "59.999+59.999-59.999-59.999-59.999"),
                  STEPS("In", "59.999 s, 59.999 more"), STEPS("Hold", "59.999 s"),
                  STEPS("Out", "59.999 s"), STEPS("Rest", "59.999 s"),
                  FIELD("Name", "After a day that was long and full of people") },
        .row_count = 6, TOOLS_OF("Undo") } },
    { "one being made without holds",
      { MAKER, TOOLS_OF(NULL), .line = "4 in, 6 out",
        .detail = "Numbers of seconds with '-' between them make a pattern, as in 4-6 or "
                  "4-7-8.",
        .rows = { FIELD("Numbers", "4-"), STEPS("In", "4 s"), STEPS("Out", "6 s"),
                  FIELD("Name", "Evening") },
        .row_count = 4 } },
    { "a voice to be made",
      { VOICE, .line = "A voice of your own",
        .rows = { FIELD("Recording", "…ordings/with a long name/of a friend.ogg") },
        .row_count = 1, .tools = { "Copy the script", "Cut it" }, .tool_count = 2,
        .detail = "The script is what the body scan at home says: 49 lines, about 5 "
                  "minutes.\nSomebody reads it aloud into one recording, a breath "
                  "between the lines.\nDropped onto this page, or named above, it is "
                  "cut at its pauses.",
        .out_says = "back" } },
    { "a voice that cannot be read",
      { VOICE, .line = "A voice of your own",
        .rows = { FIELD("Recording", "a file, dropped here or typed") }, .row_count = 1,
        .tools = { "Copy the script", "Cut it" }, .tool_count = 2,
        .detail =
            "a voice note of november.m4a is a phone's m4a, which needs the program "
            "ffmpeg: sudo apt install ffmpeg, or save it as Ogg, FLAC or WAV.",
        .out_says = "back" } },
    { "a voice being read",
      { VOICE, .line = "A voice of your own", .detail = "The recording is being read.",
        .out_says = "back" } },
    { "a recording, line beside clip",
      { VOICE, .line = "48 of 49 lines heard",
        .rows = { { .label = "Sitting, lying or standing. All of it can change at any "
                             "time.",
                    .value = "12.3 s, said twice" },
                  { .label = "The feet, wherever they rest. Something, or nothing. Both "
                             "count.",
                    .value = "12.3 s, perhaps" },
                  { .label = "Still here, or somewhere in the room by now. Either works.",
                    .value = "not heard" },
                  { .label = "The room again. Moving about is possible, and so is "
                             "staying.",
                    .value = "left out" },
                  STEPS("Lines", "45 to 48 of 49"),
                  STEPS("Line 48 begins", "29:59.99"),
                  STEPS("Line 48 ends", "29:59.99"),
                  FIELD("Name", "a friend") },
        .row_count = 8, .tools = { "Keep", "Leave it out" }, .tool_count = 2,
        .detail = "Line 48, not heard: it is shown as text, with a soft bell. Space "
                  "plays it, ← and → move its begin, Delete leaves it out.",
        .out_says = "back; what is not kept is gone" } },
};

#define MANY_ROW KEPT_ROW("262.1 kB in " LONG_PATH, true)

/* A file with a path, empty lines, the longest line, words that cannot be broken. */
#define FILE_LINES                                                                       \
    LONG_PATH, "", "leeway settings 1",                                                  \
        "# What was chosen in Leeway. It may be changed here, or deleted as a whole.",   \
        "",                                                                              \
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"   \
        "WWWW",                                                                          \
        "\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00",   \
        "volume = 40", "theme = paper", "figure = words"

static const char *const short_file[] = { FILE_LINES };
static const char *const long_file[] = { FILE_LINES, FILE_LINES, FILE_LINES, FILE_LINES,
                                         FILE_LINES, FILE_LINES, FILE_LINES, FILE_LINES };

enum {
    SHORT_LINES = sizeof short_file / sizeof short_file[0],
    LONG_LINES = sizeof long_file / sizeof long_file[0]
};

#define SHOWN(file, count)                                                               \
    .screen = SCREEN_SHOWN, .lines = file, .line_count = count, .out_says = "back"

/* Pages that may scroll in any window, or go on below it. */
static const Case long_pages[] = {
    { "people to call",
      { PEOPLE, .detail = "← → another country. Enter copies the framed number.",
        .tools = { "More", "All countries", "One of your own", ABOUT_TOOL },
        .people = { LONG_PERSON("0800 111 0 111", "Your own", "Change"),
                    LONG_PERSON("telefonseelsorge.de", "Germany", NULL),
                    LONG_PERSON("143", NULL, NULL),
                    LONG_PERSON("+44 20 7946 0958 and ask for Okafor", NULL, "Change"),
                    LONG_PERSON("1 866 277-3553", NULL, NULL),
                    LONG_PERSON("*4141", NULL, NULL), LONG_PERSON("123", NULL, NULL),
                    LONG_PERSON("0477 13 11 14", NULL, NULL) },
        .people_count = 8 } },
    { "people to call, one, and an answer",
      { PEOPLE, .tools = { [1] = "All countries", [3] = ABOUT_TOOL },
        .detail = "Copied. It is there to paste while Leeway is open.",
        .hint_is_answer = true, .people = { { .name = "3114", .number = "3114" } },
        .people_count = 1 } },
    { "what this is and is not",
      { .screen = SCREEN_ABOUT,
        .line = ABOUT_TOOL,
        .out_says = "back",
        .texts = { { ABOUT_TOOL, LONG_TEXT },
                   { NULL, LONG_TEXT },
                   { NULL, LONG_TEXT },
                   { "Where it is better not done", LONG_TEXT } },
        .text_count = 4 } },
    { "what is kept, all it can be",
      { KEPT,
        .rows = { MANY_ROW, MANY_ROW, MANY_ROW, MANY_ROW, MANY_ROW, MANY_ROW, MANY_ROW,
                  MANY_ROW },
        .row_count = SCENE_ROWS_MAX,
        .tools = { "Erase everything", "Put back", "Remember my settings: yes" } } },
    { "what is kept, with a problem",
      { .screen = SCREEN_KEPT,
        .out_says = "back",
        .tool_count = 3,
        .line = LONG_PATH " could not be erased: Operation not permitted",
        .rows = { MANY_ROW },
        .row_count = 1,
        .tools = { "Erase everything", NULL, "Remember my settings: yes" } } },
    { "an empty file", { SHOWN(short_file, 1) } },
    { "a short file", { SHOWN(short_file, SHORT_LINES) } },
    { "a long file", { SHOWN(long_file, LONG_LINES) } },
    { "a long file, further down", { SHOWN(long_file, LONG_LINES), .scroll_px = 31 } },
    { "a long file, at its end", { SHOWN(long_file, LONG_LINES), .scroll_px = 10000 } },
};

#define PRACTICE .screen = SCREEN_PRACTICE, .hint_light = 1

static const Case practice[] = {
    { "settling",
      { PRACTICE, .word = "In a moment", .hint = "3 minutes, in whole breaths.",
        .legend_light = 1 } },
    { "settling without end",
      { PRACTICE, .word = "In a moment", .hint = "No set end. Esc leaves at any time.",
        .legend_light = 1 } },
    { "the first word goes",
      { PRACTICE, .word = "In", .word_before = "In a moment", .word_light = 0.5,
        .hint = "Follow it, or watch.", .legend_light = 1 } },
    { "in", { PRACTICE, .word = "In", .hint = "" } },
    { "out, the legend fading",
      { PRACTICE, .word = "Out", .hint = "Follow it, or watch.", .legend_light = 0.3 } },
    { "a hold", { PRACTICE, .word = "Hold", .hint = "", .has_holds = true } },
    { "a hold with the legend",
      { PRACTICE, .word = "Hold", .hint = "", .has_holds = true, .legend_light = 1 } },
    { "paused",
      { PRACTICE, .word = "Paused", .hint = "Space goes on.", .hint_is_answer = true,
        .press_says = "go on" } },
    { "paused with the legend",
      { PRACTICE, .word = "Paused", .hint = "Space goes on.", .hint_is_answer = true,
        .press_says = "go on", .legend_light = 1 } },
    { "slower",
      { PRACTICE, .word = "In", .hint_is_answer = true,
        .hint = "A little slower, over the next breaths." } },
    { "the sound went",
      { PRACTICE, .word = "Out", .word_before = "Hold", .word_light = 0.2,
        .hint_is_answer = true, .hint = "The sound is gone; the picture goes on." } },
    { "sound alone", { PRACTICE, .word = "", .hint = "" } },
    { "sound alone, without a line", { PRACTICE, .word = "", .hint = NULL } },
};

#define PACE(says, at)                                                                   \
    .screen = SCREEN_PACE, .hint = (says), .hint_light = 1, .line_light = (at),          \
    .press_says = "in", .choices = { "On from here", "As chosen" }
#define LISTEN                                                                           \
    "Ordinary breaths, as they are. Space held is in, let go is out; or a tap at each "  \
    "turn."
#define ONWARD                                                                           \
    "Enter goes on from here, a little longer breath by breath. Or it stays like this."

static const Case pace[] = {
    { "own pace", { PACE(LISTEN, 0), .word = "", .choice_count = 1, .legend_light = 1 } },
    { "own pace before a practice",
      { PACE(LISTEN, 0), .word = "", .choice_count = 2, .legend_light = 1 } },
    { "in", { PACE(LISTEN, 0), .word = "In", .choice_count = 2 } },
    { "out",
      { PACE(LISTEN, 0), .word = "Out", .word_before = "In", .word_light = 0.5,
        .choice_count = 2 } },
    { "it may go on", { PACE(ONWARD, 1), .word = "In", .choice_count = 2 } },
    { "it may go on, beside a practice",
      { PACE(ONWARD, 1), .word = "Out", .choice_count = 1, .legend_light = 1 } },
    { "sound on",
      { PACE("Sound on, softly.", 1), .word = "Out", .choice_count = 2,
        .hint_is_answer = true } },
};

#define TIMED PRACTICE, .time_left_light = 1

/* The same with the time that is left, which takes its room from the figure. */
static const Case timed[] = {
    { "settling, timed",
      { TIMED, .word = "In a moment", .hint = "3 minutes, in whole breaths.",
        .legend_light = 1, .time_left = "about 1440 minutes left" } },
    { "in, timed",
      { TIMED, .word = "In", .hint = "", .time_left = "about 3 minutes left" } },
    { "a hold, timed",
      { TIMED, .word = "Hold", .hint = "", .has_holds = true, .legend_light = 1,
        .time_left = "about 2 minutes left" } },
    { "paused, timed",
      { TIMED, .word = "Paused", .hint = "Space goes on.", .hint_is_answer = true,
        .press_says = "go on", .time_left = "about 1 minute left" } },
    { "the last minute",
      { TIMED, .word = "Out", .word_before = "Hold", .word_light = 0.2,
        .hint_is_answer = true, .hint = "The sound is gone; the picture goes on.",
        .time_left = "less than a minute left" } },
};

#define WORDS "Shoulders and neck can be passed by, for the ceiling perhaps."
#define SCAN_LIT(many, words, names)                                                     \
    .screen = SCREEN_PRACTICE, .practice = SCENE_SCAN, .caption_light = (words),         \
    .hint_light = 1, .legend_light = 1, .places_light = (names), .place_count = (many),  \
    .places = { SCAN_PLACES }, .longest_caption = WORDS, .has_silences = true
#define SCAN_OF(many) SCAN_LIT(many, 1, 1)
#define SCAN_PLACES                                                                      \
    "hands", "feet", "seat and floor", "sounds of the room", "lower legs",               \
        "knees and thighs", "shoulders and neck", "face and head", "eyes and forehead",  \
        "back of the head", "left lower leg", "right lower leg"

static const Case scan[] = {
    { "a scan settles",
      { SCAN_OF(4), .caption = "In a moment", .hint = "3 minutes.", .place = -1,
        .place_at = -1 } },
    { "at a place of four",
      { SCAN_OF(4), .caption = WORDS, .hint = "", .place = 2, .place_at = 2 } },
    { "on the way",
      { SCAN_OF(12), .caption = "", .hint = "Next: shoulders and neck.",
        .hint_is_answer = true, .place = 6, .place_at = 5.4 } },
    { "at a place of many, its words fade",
      { SCAN_LIT(12, 0.4, 1), .caption = WORDS, .caption_before = "In a moment",
        .hint = "", .place = 6, .place_at = 6 } },
    { "left out",
      { SCAN_OF(12), .caption = "", .hint_is_answer = true, .place = 11, .place_at = 11,
        .hint = "Left out from now on: shoulders and neck. Settings can undo that." } },
    { "leaving",
      { SCAN_OF(12), .caption = WORDS, .hint = "", .place = 12, .place_at = 12 } },
    { "staying",
      { SCAN_OF(4), .caption = WORDS, .hint = "Staying here. Space goes on.",
        .press_says = "go on" } },
    { "where every place stays",
      { .screen = SCREEN_PRACTICE,
        .practice = SCENE_SCAN,
        .caption_light = 1,
        .hint_light = 1,
        .legend_light = 1,
        .places_light = 1,
        .place_count = 5,
        .places = { "five in sight", "four at hand", "three to hear", "two in the air",
                    "one more" },
        .longest_caption = WORDS,
        .caption = WORDS,
        .place = 1,
        .place_at = 1,
        .hint = "Nothing here has a length. Space goes on.",
        .press_says = "go on" } },
    { "in a body", { SCAN_LIT(4, 1, 0), .caption = WORDS, .hint = "", .place = 2 } },
};

static const Case scan_words[] = {
    { "in words, settling",
      { SCAN_OF(4), .has_words_only = true, .caption = "In a moment",
        .hint = "3 minutes." } },
    { "in words", { SCAN_OF(4), .has_words_only = true, .caption = WORDS, .hint = "" } },
    { "in words, left out",
      { SCAN_OF(4), .has_words_only = true, .caption = "", .hint_is_answer = true,
        .hint = "Left out from now on: shoulders and neck. Settings can undo that." } },
};

enum {
    SCANS = sizeof scan / sizeof scan[0],
    SCAN_WORDS = sizeof scan_words / sizeof scan_words[0],
    PACES = sizeof pace / sizeof pace[0],
    TIMED_STATES = sizeof timed / sizeof timed[0],
    PAGES = sizeof pages / sizeof pages[0],
    STATES = sizeof practice / sizeof practice[0],
    LONG_PAGES = sizeof long_pages / sizeof long_pages[0]
};

typedef struct Board {
    Text *text;
    Layout layout;
    Scene scene;
    double density;
    int problems;
} Board;

static int open_board(void **state)
{
    static Board board;
    board.text = text_open(LEEWAY_ASSETS_DIR "/fonts/Inter-Regular.otf", NULL);
    board.density = 1.0;
    *state = &board;
    return board.text == NULL;
}

static int open_easy_board(void **state)
{
    if (open_board(state) != 0)
        return 1;
    Board *board = *state;
    return !text_use(board->text, LEEWAY_ASSETS_DIR "/fonts/Andika-Regular.ttf", NULL);
}

static int close_board(void **state)
{
    text_close(((Board *)*state)->text);
    return 0;
}

/* On a window of the size, with text and density, of `on`. */
static void lay_out_at(Board *board, const Case *row, Scene on)
{
    board->scene = row->scene;
    board->scene.width_px = on.width_px;
    board->scene.height_px = on.height_px;
    board->scene.density = on.density;
    board->scene.text_scale = on.text_scale > 0 ? on.text_scale : 1.0;
    if (board->scene.word_before == NULL)
        board->scene.word_light = 1;
    screen_lay_out(&board->scene, board->text, &board->layout);
}

static void lay_out(Board *board, const Case *row, int window, int scale)
{
    lay_out_at(board, row,
               (Scene){ .width_px = (int32_t)(windows[window].width * board->density),
                        .height_px = (int32_t)(windows[window].height * board->density),
                        .text_scale = scales[scale],
                        .density = board->density });
}

/* Tells a problem, so that one run shows all of them. */
static void blame(Board *board, const char *name, const char *wrong)
{
    if (wrong == NULL)
        return;
    if (board->problems++ < 400)
        print_error("%s at %dx%d, text %.2f, density %.2f: %s\n", name,
                    (int)board->scene.width_px, (int)board->scene.height_px,
                    board->scene.text_scale, board->scene.density, wrong);
}

static void walk_at(Board *board, const Case *rows, int count,
                    const char *(*wrong)(Board *board))
{
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++)
            for (int row = 0; row < count; row++) {
                lay_out(board, &rows[row], window, scale);
                blame(board, rows[row].name, wrong(board));
            }
}

/* Every row, in every window, with text of every size, on displays of every density. */
static void walk(Board *board, const Case *rows, int count,
                 const char *(*wrong)(Board *board))
{
    board->problems = 0;
    for (int i = 0; i < DENSITIES; i++) {
        board->density = densities[i];
        walk_at(board, rows, count, wrong);
    }
    board->density = 1.0;
    assert_int_equal(board->problems, 0);
}

static const char *proof(Board *board)
{
    return layout_proof(&board->layout, &board->scene, board->text);
}

static void test_every_page_can_be_read_and_reached(void **state)
{
    walk(*state, pages, PAGES, proof);
}

static void test_every_long_page_can_be_read_and_reached(void **state)
{
    walk(*state, long_pages, LONG_PAGES, proof);
}

/* From the last place that scrolling leads to, the last line is there. */
static const char *lost_end(Board *board)
{
    const Scene *scene = &board->scene;
    const Layout *layout = &board->layout;
    if (scene->screen != SCREEN_SHOWN)
        return NULL;
    board->scene.scroll_px = layout->scroll_max_px;
    screen_lay_out(scene, board->text, &board->layout);
    for (int32_t i = 0; i < layout->item_count; i++) {
        const Item *item = &layout->items[i];
        const char *words = item->run_count > 0 ? layout->runs[item->run].utf8 : "";
        if (words == scene->lines[scene->line_count - 1])
            return NULL;
    }
    return "its end cannot be reached";
}

static void test_every_file_can_be_read_to_its_end(void **state)
{
    walk(*state, long_pages, LONG_PAGES, lost_end);
}

static void test_every_moment_of_practice_can_be_read(void **state)
{
    walk(*state, practice, STATES, proof);
    walk(*state, timed, TIMED_STATES, proof);
}

static void check_anchors(Board *board, const Case *rows, int count);

static const char *lost_caption(Board *board)
{
    const Layout *layout = &board->layout;
    if (layout->fit == FIT_SCROLL)
        return "scrolls";
    for (int32_t i = 0; i < layout->item_count; i++)
        if (layout->items[i].run_count > 0 &&
            layout->runs[layout->items[i].run].utf8 == board->scene.caption)
            return NULL;
    return board->scene.hint_is_answer || board->scene.caption[0] == '\0'
               ? NULL
               : "its caption is lost";
}

/* The caption is never lost, the exits and the figure never move. */
static void test_every_moment_of_a_scan_can_be_read(void **state)
{
    walk(*state, scan, SCANS, proof);
    walk(*state, scan, SCANS, lost_caption);
    walk(*state, scan_words, SCAN_WORDS, proof);
    walk(*state, scan_words, SCAN_WORDS, lost_caption);
    check_anchors(*state, scan, SCANS);
    check_anchors(*state, scan_words, SCAN_WORDS);
}

static void test_the_own_pace_can_be_read_and_reached(void **state)
{
    walk(*state, pace, PACES, proof);
}

static const char *small_ring(Board *board)
{
    const double least = 0.30 * board->layout.metrics.short_side_px;
    return board->layout.figure_px >= least - 0.01 ? NULL : "the ring is too small";
}

static void test_the_ring_never_goes_under_0_30(void **state)
{
    walk(*state, practice, STATES, small_ring);
    walk(*state, timed, TIMED_STATES, small_ring);
}

/* Where exits and figure are, to compare. */
typedef struct Anchors {
    Rect out, another;
    double x, y, side;
} Anchors;

static Anchors anchors_of(const Layout *layout)
{
    const Item *out = layout_item_of(layout, CONTROL_ACTION + ACTION_OUT);
    const Item *another = layout_item_of(layout, CONTROL_ACTION + ACTION_ANOTHER_WAY);
    assert_true(out != NULL && another != NULL);
    return (Anchors){ .out = out->rect,
                      .another = another->rect,
                      .x = layout->figure_x_px,
                      .y = layout->figure_y_px,
                      .side = layout->figure_px };
}

/* The figure and the ways on keep their places, whatever is said. */
static void test_nothing_moves_while_a_pace_is_heard(void **state)
{
    Board *board = *state;
    board->problems = 0;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &pace[1], window, scale);
            const Anchors first = anchors_of(&board->layout);
            const Rect on = layout_item_of(&board->layout, CONTROL_CHOICE)->rect;
            for (int row = 2; row < PACES; row++) {
                if (pace[row].scene.choice_count != 2)
                    continue;
                lay_out(board, &pace[row], window, scale);
                const Anchors now = anchors_of(&board->layout);
                const Rect there = layout_item_of(&board->layout, CONTROL_CHOICE)->rect;
                if (memcmp(&now, &first, sizeof now) != 0 ||
                    memcmp(&there, &on, sizeof there) != 0)
                    blame(board, pace[row].name, "something moved");
            }
        }
    assert_int_equal(board->problems, 0);
}

static void test_the_way_on_is_reached_only_when_it_is_there(void **state)
{
    Board *board = *state;
    lay_out(board, &pace[1], 5, 0);
    assert_int_equal(board->layout.fit, FIT_PAGE);
    const Rect rect = layout_item_of(&board->layout, CONTROL_CHOICE)->rect;
    const int32_t x = rect.x + 5, y = rect.y + 5;
    assert_int_equal(layout_control_at(&board->layout, x, y), CONTROL_NONE);
    assert_int_equal(layout_next_control(&board->layout, CONTROL_FIGURE, 1),
                     CONTROL_CHOICE + 1);
    lay_out(board, &pace[4], 5, 0);
    assert_int_equal(layout_control_at(&board->layout, x, y), CONTROL_CHOICE);
    assert_int_equal(layout_next_control(&board->layout, CONTROL_FIGURE, 1),
                     CONTROL_CHOICE);
}

static void check_anchors(Board *board, const Case *rows, int count)
{
    board->problems = 0;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &rows[0], window, scale);
            const Anchors first = anchors_of(&board->layout);
            for (int row = 1; row < count; row++) {
                lay_out(board, &rows[row], window, scale);
                const Anchors now = anchors_of(&board->layout);
                if (memcmp(&now.out, &first.out, sizeof now.out) != 0 ||
                    memcmp(&now.another, &first.another, sizeof now.out) != 0)
                    blame(board, rows[row].name, "the exits moved");
                if (fabs(now.x - first.x) + fabs(now.y - first.y) +
                        fabs(now.side - first.side) >
                    0)
                    blame(board, rows[row].name, "the figure moved");
            }
        }
    assert_int_equal(board->problems, 0);
}

static void test_nothing_that_stays_moves_during_a_practice(void **state)
{
    check_anchors(*state, practice, STATES);
    check_anchors(*state, timed, TIMED_STATES);
}

/* Only in the smallest window at the largest text does it yield to the figure. */
static void test_time_left_stands_above_the_figure(void **state)
{
    Board *board = *state;
    int there = 0;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &timed[1], window, scale);
            const Layout *layout = &board->layout;
            if (layout->head_px == 0)
                continue;
            there++;
            const Rect rect = layout->items[0].rect;
            assert_true(rect.y >= 0 && rect.y + rect.h <= layout->head_px);
            assert_true(layout->figure_y_px - layout->figure_px / 2 >= layout->head_px);
        }
    assert_int_equal(there, WINDOWS * SCALES - 1);
}

static void test_the_legend_never_stands_alone_on_one_side(void **state)
{
    Board *board = *state;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &practice[0], window, scale);
            const Layout *layout = &board->layout;
            assert_true((layout_item_of(layout, CONTROL_ACTION + ACTION_PRESS) == NULL) ==
                        (layout_item_of(layout, CONTROL_ACTION + ACTION_HIDE) == NULL));
        }
}

static void test_the_keys_of_a_scan_do_not_move_while_one_stays(void **state)
{
    static const ActionId keys[] = { ACTION_ON, ACTION_BACK, ACTION_LEAVE_OUT,
                                     ACTION_QUICKER, ACTION_SLOWER };
    Board *board = *state;
    const Scene usual = { .width_px = 1280, .height_px = 720 };
    lay_out_at(board, &scan[1], usual);
    static Layout before; /* big */
    before = board->layout;
    lay_out_at(board, &scan[6], usual);
    assert_string_equal(board->scene.press_says, "go on");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const Item *then = layout_item_of(&before, CONTROL_ACTION + (int32_t)keys[i]);
        const Item *now =
            layout_item_of(&board->layout, CONTROL_ACTION + (int32_t)keys[i]);
        assert_non_null(then);
        assert_non_null(now);
        assert_int_equal(then->rect.x, now->rect.x);
    }
}

static void test_the_keys_of_a_scan_yield_from_both_sides(void **state)
{
    Board *board = *state;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &scan[1], window, scale);
            const Layout *layout = &board->layout;
            assert_true(
                (layout_item_of(layout, CONTROL_ACTION + ACTION_ON) == NULL) ==
                (layout_item_of(layout, CONTROL_ACTION + ACTION_LEAVE_OUT) == NULL));
            assert_true(
                (layout_item_of(layout, CONTROL_ACTION + ACTION_QUICKER) == NULL) ==
                (layout_item_of(layout, CONTROL_ACTION + ACTION_SLOWER) == NULL));
        }
}

/* How many lines of words are laid out from a text. */
static int lines_of(const Layout *layout, const char *utf8)
{
    const char *end = utf8 + strlen(utf8);
    int count = 0;
    for (int32_t i = 0; i < layout->run_count; i++)
        count += layout->runs[i].utf8 >= utf8 && layout->runs[i].utf8 < end;
    return count;
}

static void test_a_caption_has_two_lines_in_a_small_window_too(void **state)
{
    Board *board = *state;
    lay_out_at(board, &scan[1], (Scene){ .width_px = 480, .height_px = 360 });
    assert_int_equal(lines_of(&board->layout, board->scene.caption), 2);
    assert_true(board->layout.figure_px >= 0.30 * 360);
}

static void test_new_words_of_a_scan_end_the_answer_in_their_place(void **state)
{
    Board *board = *state;
    Case row = scan[4];
    row.scene.caption = WORDS;
    assert_true(row.scene.hint_is_answer);
    const Scene tight = { .width_px = 480, .height_px = 360, .text_scale = 1.5 };
    lay_out_at(board, &row, tight);
    assert_int_equal(lines_of(&board->layout, row.scene.caption), 0);
    assert_true(lines_of(&board->layout, row.scene.hint) > 0);
    row.scene.is_caption_newer = true;
    lay_out_at(board, &row, tight);
    assert_true(lines_of(&board->layout, row.scene.caption) > 0);
    assert_int_equal(lines_of(&board->layout, row.scene.hint), 0);
}

/* Else a key seems to belong to the words before it. */
static void test_a_key_stands_closer_to_its_words_than_to_others(void **state)
{
    Board *board = *state;
    for (int scale = 0; scale < SCALES; scale++) {
        lay_out_at(
            board, &scan[1],
            (Scene){ .width_px = 1920, .height_px = 1080, .text_scale = scales[scale] });
        const Item *out = layout_item_of(&board->layout, CONTROL_ACTION + ACTION_OUT);
        const Item *other =
            layout_item_of(&board->layout, CONTROL_ACTION + ACTION_ANOTHER_WAY);
        const Run *key = &board->layout.runs[out->run], *words = key + 1;
        const int32_t within = words->x - key->x - key->width_px;
        assert_true(10 * (other->rect.x - out->rect.x - out->rect.w) >= 15 * within);
    }
}

static const Case *page_named(const char *name)
{
    for (int i = 0; i < PAGES; i++)
        if (strcmp(pages[i].name, name) == 0)
            return &pages[i];
    return NULL;
}

static void test_other_ways_stand_in_pairs_before_they_scroll(void **state)
{
    Board *board = *state;
    lay_out_at(board, page_named("another way, five"),
               (Scene){ .width_px = 480, .height_px = 360 });
    const Layout *layout = &board->layout;
    assert_int_not_equal(layout->fit, FIT_SCROLL);
    const Rect sentence = layout->items[0].rect;
    const Rect end = layout_item_of(layout, CONTROL_CHOICE)->rect;
    const Rect left = layout_item_of(layout, CONTROL_CHOICE + 1)->rect;
    const Rect right = layout_item_of(layout, CONTROL_CHOICE + 2)->rect;
    assert_true(sentence.y + sentence.h <= end.y && end.y + end.h <= left.y);
    assert_int_equal(left.y, right.y);
    assert_int_equal(end.x, left.x);
    assert_int_equal(end.x + end.w, right.x + right.w);
}

static void test_the_longest_message_is_as_long_as_one_may_be(void **state)
{
    (void)state;
    size_t longest = 0;
    for (int row = 0; row < PAGES; row++)
        if (pages[row].scene.screen == SCREEN_AFTER &&
            strlen(pages[row].scene.line) > longest)
            longest = strlen(pages[row].scene.line);
    assert_int_equal(longest, 140);
}

static void test_the_smallest_window_survives_every_screen(void **state)
{
    Board *board = *state;
    for (int scale = 0; scale < SCALES; scale++)
        for (int row = 0; row < PAGES + STATES; row++) {
            board->scene = row < PAGES ? pages[row].scene : practice[row - PAGES].scene;
            board->scene.width_px = board->scene.height_px = 240;
            board->scene.text_scale = scales[scale];
            screen_lay_out(&board->scene, board->text, &board->layout);
        }
}

/* Where two pages of settings are not scrolled, tabs, first row, and foot of one stand
 * where those of the other stand, and the figure is the only difference. */
static void test_nothing_moves_from_page_to_page_of_settings(void **state)
{
    Board *board = *state;
    int compared = 0;
    for (int window = 2; window < WINDOWS; window++) {
        Rect first[3] = { { 0 } };
        for (int row = 0; row < PAGES; row++) {
            if (pages[row].scene.screen != SCREEN_SETTINGS ||
                pages[row].scene.rows[0].label[0] == 'P')
                continue; /* a pattern that was typed may need more room */
            lay_out(board, &pages[row], window, 0);
            const Layout *layout = &board->layout;
            if (layout->fit == FIT_SCROLL)
                continue;
            const int32_t controls[] = { CONTROL_TAB, CONTROL_ROW,
                                         CONTROL_ACTION + ACTION_OUT };
            for (int i = 0; i < 3; i++) {
                const Rect now = layout_item_of(layout, controls[i])->rect;
                if (first[i].w > 0 && first[i].y != now.y)
                    fail_msg("%s at %dx%d", pages[row].name, (int)layout->width_px,
                             (int)layout->height_px);
                first[i] = now;
                compared++;
            }
            assert_int_equal(layout->figure_px > 0,
                             pages[row].scene.has_figure && layout->height_px > 480);
        }
    }
    assert_true(compared > 30);
}

/* A window large enough for anything shows the page in full. */
static void test_usual_windows_are_pages(void **state)
{
    Board *board = *state;
    for (int window = 5; window < 8; window++)
        for (int row = 0; row < PAGES; row++) {
            lay_out(board, &pages[row], window, 0);
            blame(board, pages[row].name,
                  board->layout.fit == FIT_PAGE ? NULL : "is no page");
        }
    assert_int_equal(board->problems, 0);
}

static void test_the_figure_yields_before_words_scroll(void **state)
{
    Board *board = *state;
    bool was_smaller = false;
    for (int window = 0; window < WINDOWS; window++)
        for (int scale = 0; scale < SCALES; scale++) {
            lay_out(board, &pages[1], window, scale);
            const Layout *layout = &board->layout;
            const double s = layout->metrics.short_side_px;
            if (layout->fit == FIT_STACK)
                assert_true(layout->figure_px >= 0.22 * s - 0.01);
            was_smaller |= layout->fit == FIT_STACK &&
                           layout->figure_px < SCREEN_HOME_ORB * s - 0.01;
        }
    assert_true(was_smaller);
}

/* Letters and lines are rounded to whole pixels. */
static bool is_twice(double small, double large)
{
    return fabs(large - 2 * small) <= 6;
}

static const char *doubling_problem(const Layout *small, const Layout *large)
{
    if (large->fit != small->fit || large->item_count != small->item_count)
        return "is another page on a dense display";
    if (!is_twice(small->figure_px, large->figure_px) ||
        (small->figure_px > 0 && !is_twice(small->figure_y_px, large->figure_y_px)))
        return "has another figure on a dense display";
    /* A field takes the lines that are left: one more or less is there by a hair. */
    if (abs(small->field.rooms - large->field.rooms) == 1)
        return NULL;
    for (int32_t i = 0; i < small->item_count; i++) {
        const Rect a = small->items[i].rect, b = large->items[i].rect;
        /* … which adds up on a page of many; the gaps of a stack share what is below. */
        const int32_t below = small->fit == FIT_STACK ? (small->item_count - i) / 4 : 0;
        const int32_t others = i + below;
        const bool is_field = small->items[i].control == CONTROL_FIELD;
        /* … or in a field, with what lies around them. */
        const int32_t lines = is_field ? small->field.rooms + 3 : 0;
        if (!is_twice(a.x, b.x) || !is_twice(a.w, b.w) ||
            (abs(b.h - 2 * a.h) > lines && !is_twice(a.h, b.h)) ||
            abs(b.y - 2 * a.y) > 6 + others)
            return small->items[i].run_count > 0 ? small->runs[small->items[i].run].utf8
                                                 : "an item";
    }
    return NULL;
}

/* Laid out once for a window in points, once with twice the pixels. */
static void double_pages(Board *board, const Case *rows, int count, int32_t width,
                         int32_t height)
{
    static Layout small;
    for (int row = 0; row < count; row++) {
        lay_out_at(board, &rows[row], (Scene){ .width_px = width, .height_px = height });
        small = board->layout;
        lay_out_at(
            board, &rows[row],
            (Scene){ .width_px = 2 * width, .height_px = 2 * height, .density = 2 });
        blame(board, rows[row].name, doubling_problem(&small, &board->layout));
    }
}

/* Windows in which type comes out in whole pixels and nothing fits by a hair, so that
 * rounding does not tell. */
static void test_twice_the_pixels_are_the_same_page_twice_as_large(void **state)
{
    Board *board = *state;
    board->problems = 0;
    static const int32_t sizes[][2] = { { 500, 360 }, { 700, 480 }, { 1920, 1075 } };
    for (int i = 0; i < 3; i++) {
        double_pages(board, pages, PAGES, sizes[i][0], sizes[i][1]);
        double_pages(board, practice, STATES, sizes[i][0], sizes[i][1]);
    }
    assert_int_equal(board->problems, 0);
}

/* Nothing but the window's size and the density decides; twice both is twice all. */
static void test_metrics_follow_the_density(void **state)
{
    (void)state;
    const Metrics small = metrics_make(1280, 720, 1.0, 0),
                  same = metrics_make(1280, 720, 1.0, 1);
    const Metrics large = metrics_make(2560, 1440, 1.0, 2);
    assert_memory_equal(&small, &same, sizeof small);
    assert_float_equal(large.b_px, 2 * small.b_px, 1e-9);
    assert_int_equal(large.control_px, 88);
    assert_int_equal(large.side_px, 32);
    assert_true(abs(large.word_px - 2 * small.word_px) <= 1);
    assert_true(abs(large.door_px - 2 * small.door_px) <= 1);
    assert_true(abs(large.margin_px - 2 * small.margin_px) <= 1);
}

static void test_tab_reaches_every_control_once_round(void **state)
{
    Board *board = *state;
    for (int row = 0; row < PAGES; row++) {
        lay_out(board, &pages[row], 5, 0);
        const Layout *layout = &board->layout;
        int32_t expected = layout->figure_px > 0 && !layout->is_figure_aside, seen = 0;
        for (int32_t i = 0; i < layout->item_count; i++)
            expected += layout->items[i].control != CONTROL_NONE &&
                        layout->items[i].light > 0 && !layout->items[i].is_passed;
        const int32_t first = layout_next_control(layout, CONTROL_NONE, 1);
        int32_t at = first;
        do {
            const int32_t next = layout_next_control(layout, at, 1);
            assert_int_equal(layout_next_control(layout, next, -1), at);
            at = next;
            seen++;
        } while (at != first && seen <= expected);
        assert_int_equal(seen, expected > 0 ? expected : 1);
    }
}

static void test_a_point_finds_the_control_under_it(void **state)
{
    Board *board = *state;
    lay_out(board, &pages[0], 5, 0);
    const Layout *layout = &board->layout;
    const Rect rect = layout_item_of(layout, CONTROL_VALUE + 1)->rect;
    assert_int_equal(layout_control_at(layout, rect.x, rect.y), CONTROL_VALUE + 1);
    assert_int_equal(layout_control_at(layout, rect.x + rect.w - 1, rect.y + rect.h - 1),
                     CONTROL_VALUE + 1);
    assert_int_equal(layout_control_at(layout, rect.x - 1, rect.y), CONTROL_NONE);
    assert_int_equal(layout_control_at(layout, 640, 259), CONTROL_FIGURE);
    assert_int_equal(layout_control_at(layout, 5, 5), CONTROL_NONE);
}

/* Whole, and with room for the frame round it. */
static void test_every_row_of_a_long_list_can_be_scrolled_to(void **state)
{
    Board *board = *state;
    int scrolled = 0;
    for (int scale = 0; scale < SCALES; scale++)
        for (int row = 0; row < PAGES; row++) {
            lay_out(board, &pages[row], 0, scale);
            scrolled += board->layout.fit == FIT_SCROLL;
            const Layout at_rest = board->layout;
            for (int32_t i = 0; i < at_rest.item_count; i++) {
                const int32_t control = at_rest.items[i].control;
                if (control == CONTROL_NONE || !at_rest.items[i].scrolls)
                    continue;
                board->scene.scroll_px = layout_scroll_to(&at_rest, control, 0);
                screen_lay_out(&board->scene, board->text, &board->layout);
                const Rect rect = layout_item_of(&board->layout, control)->rect;
                const Rect view = board->layout.scroll_view;
                if (rect.h + 2 * FRAME_PX > view.h)
                    continue;
                assert_true(rect.y - FRAME_PX >= view.y);
                assert_true(rect.y + rect.h + FRAME_PX <= view.y + view.h);
            }
        }
    assert_true(scrolled > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_page_can_be_read_and_reached),
        cmocka_unit_test(test_every_long_page_can_be_read_and_reached),
        cmocka_unit_test(test_every_file_can_be_read_to_its_end),
        cmocka_unit_test(test_every_moment_of_practice_can_be_read),
        cmocka_unit_test(test_every_moment_of_a_scan_can_be_read),
        cmocka_unit_test(test_the_own_pace_can_be_read_and_reached),
        cmocka_unit_test(test_nothing_moves_while_a_pace_is_heard),
        cmocka_unit_test(test_the_way_on_is_reached_only_when_it_is_there),
        cmocka_unit_test(test_the_ring_never_goes_under_0_30),
        cmocka_unit_test(test_nothing_that_stays_moves_during_a_practice),
        cmocka_unit_test(test_time_left_stands_above_the_figure),
        cmocka_unit_test(test_the_legend_never_stands_alone_on_one_side),
        cmocka_unit_test(test_the_keys_of_a_scan_do_not_move_while_one_stays),
        cmocka_unit_test(test_the_keys_of_a_scan_yield_from_both_sides),
        cmocka_unit_test(test_a_key_stands_closer_to_its_words_than_to_others),
        cmocka_unit_test(test_a_caption_has_two_lines_in_a_small_window_too),
        cmocka_unit_test(test_new_words_of_a_scan_end_the_answer_in_their_place),
        cmocka_unit_test(test_other_ways_stand_in_pairs_before_they_scroll),
        cmocka_unit_test(test_the_longest_message_is_as_long_as_one_may_be),
        cmocka_unit_test(test_the_smallest_window_survives_every_screen),
        cmocka_unit_test(test_nothing_moves_from_page_to_page_of_settings),
        cmocka_unit_test(test_usual_windows_are_pages),
        cmocka_unit_test(test_the_figure_yields_before_words_scroll),
        cmocka_unit_test(test_twice_the_pixels_are_the_same_page_twice_as_large),
        cmocka_unit_test(test_metrics_follow_the_density),
        cmocka_unit_test(test_tab_reaches_every_control_once_round),
        cmocka_unit_test(test_a_point_finds_the_control_under_it),
        cmocka_unit_test(test_every_row_of_a_long_list_can_be_scrolled_to),
    };
    const int failed = cmocka_run_group_tests(tests, open_board, close_board);
    return failed + cmocka_run_group_tests(tests, open_easy_board, close_board);
}
