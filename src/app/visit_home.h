/* SPDX-License-Identifier: MIT */
/* visit_home.h -- home: one page with a face for each practice.
 *
 * One of the rooms of a visit; visit.h owns what is remembered here. A door changes which
 * practice is shown and begun, and its row is its preview. `now` is microseconds of a
 * steady clock. */
#ifndef LEEWAY_APP_VISIT_HOME_H
#define LEEWAY_APP_VISIT_HOME_H

#include "core/practice.h"
#include "core/region.h"
#include "core/scan.h"
#include "core/sit.h"
#include "store/settings.h"
#include "view/figure.h"
#include "view/scene.h"

#include <stdbool.h>
#include <stdint.h>

struct Visit;

enum {
    VISIT_NOTE_MAX = 160,
    VISIT_PLACES_MAX = 2 * ROUTE_STOPS_MAX * REGION_NAME_MAX /* with hard spaces */
};

typedef struct VisitHome {
    int64_t face_us;     /* when this face came */
    const char *problem; /* why the scan cannot begin as it stands; NULL: it can */
    ScanPreview scan;
    char note[VISIT_NOTE_MAX]; /* what is to be known about it; empty for nothing */
    char all_places[VISIT_PLACES_MAX]; /* "hands · feet · …" */
    char place_count[VISIT_NOTE_MAX];  /* "34 places" */
    char own_bell[SETTINGS_LIST_MAX];  /* a sound file that was set; empty for none */
} VisitHome;

/* Home shows this practice, and Space begins it. */
void visit_show_face(struct Visit *visit, PracticeKind face, int64_t now_us);

/* Whether there is such a face, whose door is there. */
bool visit_has_face(const struct Visit *visit, PracticeKind face);

/* What was typed for this start: home stands on it. */
void visit_take_scan(struct Visit *visit, const ScanRequest *request);
void visit_take_sit(struct Visit *visit, const SitRequest *request);

/* What is remembered, as a request; and what follows from a change of what is. */
ScanRequest visit_scan_request(const struct Visit *visit);
SitRequest visit_sit_request(const struct Visit *visit);
void visit_scan_follow(struct Visit *visit, const Settings *before);
void visit_sit_follow(struct Visit *visit, const Settings *before);

/* What the rows stand on has changed: voices, or how long they take. */
void visit_home_look_again(struct Visit *visit);

/* Begins what the face stands on; says so where that cannot be. */
void visit_home_begin(struct Visit *visit, int64_t now_us);

/* M, where a face of home has something of its own to turn on and off; false where it is
 * the sound. */
bool visit_home_turns(struct Visit *visit, int64_t now_us);

/* What there is to see, and the figure of a face that does not breathe. */
void visit_home_show(struct Visit *visit, Scene *scene, int64_t now_us);
void visit_home_figure(const struct Visit *visit, Figure *figure);

#endif
