/* SPDX-License-Identifier: MIT */
/* visit_parts.h -- what the files of a visit share among themselves.
 *
 * visit.c knows what every screen knows, visit_tick.c what happens by itself,
 * visit_hide.c hiding, visit_back.c the way back from pages that lie over others,
 * visit_practice.c the practice, visit_scan.c and visit_scan_show.c a scan that runs,
 * visit_sit.c a sit, visit_ways.c the pages of equal ways, visit_home.c home and its
 * lists, visit_home_*.c the row of each face,
 * visit_people.c people to call, visit_person.c one of the person's own,
 * visit_reach.c the pause before reaching out, visit_write.c the page to write on,
 * visit_places.c the page of places, visit_voice.c and visit_voice_show.c that of one
 * recording, visit_pages.c the other pages, visit_show.c what there is to see,
 * visit_figure.c its figure, visit_shape.c the figures beside the orb, visit_words.c the
 * words that can be chosen, visit_change.c what a choice changes at once.
 * Nobody else includes this. `now` is microseconds of a steady clock. */
#ifndef LEEWAY_APP_VISIT_PARTS_H
#define LEEWAY_APP_VISIT_PARTS_H

#include "app/request.h"
#include "app/sample.h"
#include "app/visit.h"
#include "view/path.h"

enum { VISIT_SLEEP_US = 600000 }; /* keys sleep on a new screen */

void visit_go(Visit *visit, ScreenId screen, int64_t now_us);

/* What is written on the present screen, whether it is framed or not; or NULL. */
Edit *visit_edit(const Visit *visit);
bool visit_sleeps(const Visit *visit, int64_t now_us); /* keys do, on a new screen */
void visit_say(Visit *visit, const char *answer, int64_t now_us);
void visit_hide(Visit *visit, int64_t now_us); /* and what was hidden comes back */

/* The pages that are there from everywhere: they lead back, or close. To one of them, and
 * back from it. */
bool visit_is_from_everywhere(ScreenId screen);
void visit_go_over(Visit *visit, ScreenId page, int64_t now_us);
void visit_go_back(Visit *visit, int64_t now_us);
void visit_keys_open(Visit *visit, int64_t now_us);
void visit_set_sound(Visit *visit, bool is_on, int64_t now_us);
MixLevels visit_levels(const Settings *settings);
MixBell visit_bell(const Settings *settings); /* what a bell sounds like */

/* Whether there is sound and nothing else, which is heard whatever the setting of sound.
 * The settings' levels, as far as they count then. */
bool visit_is_sound_alone(const Visit *visit);
void visit_follow_levels(Visit *visit, int64_t now_us);

/* Home: the row's words, the lists, the choices. */
void visit_home_values(Visit *visit);
void visit_note(Visit *visit);
void visit_scan_look(Visit *visit); /* what the scan of home comes to */
void visit_home_show_face(Visit *visit, Scene *scene);
void visit_sentence(const char *problem, char *out, size_t size); /* of a problem */
void visit_home_no_holds(Visit *visit);
BreatheRequest visit_home_request(const Visit *visit);

/* Without holds; what a breath loses with them never makes it too quick. */
void visit_refuse_holds(BreatheRequest *request);
void visit_list_open(Visit *visit, VisitValue value, int64_t now_us);
void visit_list_refresh(Visit *visit);
void visit_list_choose(Visit *visit, int32_t row, int64_t now_us);
void visit_list_frame(Visit *visit, int32_t row);
void visit_value_step(Visit *visit, VisitValue value, int32_t step, int64_t now_us);
const char *visit_length_words(int64_t length_ms, char *out, size_t size);

/* The present option of a value, as its list says it. */
void visit_value_words(const Visit *visit, VisitValue value, char *out, size_t size);

/* Choices: applied at once, with a way back. visit_change tells whether anything differs;
 * visit_undo_note takes up what was changed since by other hands. */
bool visit_change(Visit *visit, const Settings *next, int64_t now_us);
void visit_undo_note(Visit *visit);
bool visit_can_undo(const Visit *visit);
void visit_undo(Visit *visit, int64_t now_us);

/* Pages of rows: the frame among them, the row that is told about, what there is to see.
 */
void visit_move_frame(Visit *visit, int32_t step); /* from control to control */
void visit_frame_row(Visit *visit, int32_t step, int32_t count);
int32_t visit_told_row(const Visit *visit);
void visit_show_row(Visit *visit, const SettingRow *row, Scene *scene);
void visit_show_tools(Visit *visit, Scene *scene);
void visit_tell_answer(Visit *visit, Scene *scene, int64_t now_us);
void visit_use_tool(Visit *visit, int32_t tool, const Settings *first, int64_t now_us);

/* A sound by itself, whatever the setting of sound. */
void visit_hear(Visit *visit, Sample sample, int64_t now_us);

/* The practice. */
bool visit_is_running(const Visit *visit);
bool visit_is_breathing(const Visit *visit); /* not a scan, a sit or sound alone */
void visit_begin_plan(Visit *visit, const Plan *plan, const BreathPattern *base,
                      int64_t now_us);
bool visit_changes(Visit *visit, SessionInputKind kind, int64_t now_us);

/* M in a scan or a sit: what is heard of it goes, or comes. False elsewhere. */
bool visit_practice_turns(Visit *visit, int64_t now_us);
void visit_take_up(Visit *visit, int64_t now_us);     /* goes on where it was left */
void visit_begin_again(Visit *visit, int64_t now_us); /* the same from its beginning */
BreatheRequest visit_begun_request(const Visit *visit, const BreatheRequest *request);
void visit_begin_breathing(Visit *visit, const BreatheRequest *request, int64_t now_us);
void visit_begin_sound(Visit *visit, int64_t length_ms, int64_t now_us);
void visit_pause(Visit *visit, int64_t now_us);
void visit_go_on(Visit *visit, int64_t now_us);
void visit_leave(Visit *visit, int64_t now_us);
void visit_stop(Visit *visit, int64_t now_us); /* it is left, and the screen stays */
void visit_end(Visit *visit, int64_t now_us);  /* it came to its close */
void visit_other_ways(Visit *visit, int64_t now_us);
void visit_leave_ways(Visit *visit, int64_t now_us); /* that is, from that page */

/* A scan and a sit: what is heard of them; what M does, with its answer; the same from
 * the beginning. */
void visit_scan_levels(const Visit *visit, MixLevels *levels);
void visit_sit_levels(const Visit *visit, MixLevels *levels);
const char *visit_scan_turn(Visit *visit);
const char *visit_sit_turn(Visit *visit);
double visit_sit_light(Visit *visit, int64_t now_us); /* of the ring, by a bell */
void visit_scan_again(Visit *visit, int64_t now_us);
void visit_sit_again(Visit *visit, int64_t now_us);

/* What the pause before reaching out is, and how long it takes of so many seconds; the
 * same from the beginning. */
SettingsPause visit_reach_kind(const Visit *visit);
bool visit_reach_has_chair(const Visit *visit, ScanRequest *request);
int64_t visit_reach_length_ms(const Visit *visit, int32_t seconds);
void visit_reach_again(Visit *visit, int64_t now_us);

/* A key in a scan, false where it means what it does elsewhere; what there is to see. */
bool visit_scan_act(Visit *visit, ActionId action, int64_t now_us);
bool visit_scan_is_staying(const Visit *visit);
extern const char visit_scan_stays[];      /* what is said then, … */
extern const char visit_scan_is_as_long[]; /* … and where every place stays */
void visit_scan_show(Visit *visit, const SessionMoment *moment, int64_t now_us);
void visit_scan_figure(Visit *visit, int64_t now_us, Figure *figure);
double visit_practice_light(Visit *visit, int64_t now_us);

/* The ways on the page of equal ways. */
void visit_show_ways(Visit *visit, Scene *scene);

/* The figure of the moment, into visit->view. */
enum { VISIT_PAGE_FADE_US = 400000 }; /* home goes, and then the first word comes */
void visit_show_figure(Visit *visit, const SessionMoment *moment, int64_t now_us);

/* The figure that was chosen; the figure of the moment, made into that one. */
enum { VISIT_WORDS_FADE_MS = 500 };
FigureKind visit_figure_kind(const Visit *visit);
void visit_shape_words_back(Visit *visit); /* where a window has no room for a figure */
void visit_shape_home(const Visit *visit, const BreathPattern *pattern,
                      const BreathMoment *at, double into_ms, Figure *figure);
void visit_shape_practice(const Visit *visit, const SessionMoment *moment, int64_t now_us,
                          Figure *figure);
void visit_shape_follow(const Visit *visit, const BreathPattern *pattern, Figure *figure);

/* What there is to see, as far as screens share it. The ramp is 0 before start_us, 1
 * after start_us + length_us, and notes when there is more to see. */
double visit_ramp(Visit *visit, int64_t start_us, int64_t length_us, int64_t now_us);
void visit_show_word(Visit *visit, const char *word, int64_t now_us);
bool visit_show_answer(Visit *visit, int64_t now_us); /* false when there is none */
void visit_figure_ring(const Visit *visit, Figure *figure);

/* The practice that is still to come, a settling that goes on now left out. */
double visit_left_ms(const Visit *visit, int64_t now_us);

/* Words by choice: how much is left, NULL where it is not told; whether the turns have
 * words. */
const char *visit_time_left(Visit *visit, int64_t now_us);
bool visit_tells_turns(const Visit *visit);

/* A key on a screen, a press on one of its controls. */
void visit_practice_act(Visit *visit, ActionId action, int64_t now_us);
void visit_home_act(Visit *visit, ActionId action, int64_t now_us);
void visit_list_act(Visit *visit, ActionId action, int64_t now_us);
void visit_choices_act(Visit *visit, ActionId action, int64_t now_us);
void visit_keys_act(Visit *visit, ActionId action, int64_t now_us);
void visit_keys_press(Visit *visit, int32_t control, int64_t now_us);
void visit_press_home(Visit *visit, int32_t control, int64_t now_us);
void visit_press_list(Visit *visit, int32_t control, int64_t now_us);
void visit_press_after(Visit *visit, int32_t control, int64_t now_us);
void visit_press_way(Visit *visit, int32_t control, int64_t now_us);

#endif
