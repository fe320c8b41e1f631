/* SPDX-License-Identifier: MIT */
/* visit_rig.h -- a visit lived by script: keys and waits instead of a person and a clock.
 *
 * Real patterns, real messages, the real font, no window and no device. Every wait is a
 * run of frames, as the window's loop would make them, and ends exactly on its time. For
 * tests only; asserts that the assets are there. Time is injected; lengths are pixels. */
#ifndef LEEWAY_TESTS_SUPPORT_VISIT_RIG_H
#define LEEWAY_TESTS_SUPPORT_VISIT_RIG_H

#include "app/visit.h"
#include "app/written.h"
#include "store/cues.h"

enum {
    VISIT_RIG_LOG_MAX = 16384,
    VISIT_RIG_FRAME_US = 16667, /* of the window's loop, for what moves */
    VISIT_RIG_CALM_US = 50000   /* enough for words */
};

typedef struct VisitRig VisitRig;
struct VisitRig {
    Visit visit;
    Player player;
    Patterns patterns;
    Messages messages;
    Starts starts;
    Written written;
    CueBook book;
    CueTable cues;
    Regions regions;
    Voice voices[2];
    Helplines helplines;
    OwnPeople own_people;
    Pages pages_of_words;
    Text *text;
    int64_t now_us;
    int64_t frame_us;                /* VISIT_RIG_CALM_US, unless a test wants another */
    void (*on_frame)(VisitRig *rig); /* after each frame; may be NULL */
    void *watcher;                   /* for on_frame */
    char log[VISIT_RIG_LOG_MAX];
};

/* At home with the first settings, sound off, 1280x720. `assets` is the folder. */
VisitRig *visit_rig_open(const char *assets);
void visit_rig_close(VisitRig *rig);

/* Home again, as after a fresh start, with this pattern remembered and this length. */
void visit_rig_home(VisitRig *rig, const char *pattern, int32_t minutes);

/* The same for a group of cmocka: a rig with the assets of this tree in *state. */
int visit_rig_set_up(void **state);
int visit_rig_tear_down(void **state);

/* Home with this pattern and three minutes, and then the script. Returns the rig. */
VisitRig *visit_rig_played(VisitRig *rig, const char *pattern, const char *script);

/* One turn of the loop at the present time. */
void visit_rig_turn(VisitRig *rig);

/* So many milliseconds, frame by frame. */
void visit_rig_wait(VisitRig *rig, int64_t ms);

/* Plays a script: a number waits so many milliseconds, a word is an action by its id, and
 * "?" is a key that means nothing, "let-go" that Space came up, "take:my-own-pace" a
 * press on the choice that begins so. "press 3000 quicker 500 out". */
void visit_rig_play(VisitRig *rig, const char *script);

/* The pointer presses a control. */
void visit_rig_press(VisitRig *rig, int32_t control);

/* What there is to see now, in words; lives in the rig. */
const char *visit_rig_picture(VisitRig *rig);

#endif
