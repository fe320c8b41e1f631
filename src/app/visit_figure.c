/* SPDX-License-Identifier: MIT */
/* The figure of the moment: on home, in a practice, and on the way from one to the other.
 */
#include "app/visit_parts.h"

#include <math.h>

enum {
    RING_FADE_MS = 600,
    PAUSE_US = 200000,
    REST_US = 1000000, /* after the last exhale … */
    GONE_US = 1200000, /* … and then the orb fades */
    HOLD_LIGHT_MS = 400,
    BEAD_LIGHT_MS = 150,
    GLIDE_MS = 3000,       /* from the home orb into the practice */
    GLIDE_LEAST_MS = 2400, /* in less it would grow quicker than 25 % a second */
    APPEAR_US = 800000     /* a figure that cannot glide comes out of the dark */
};

/* The home orb rests after ten idle minutes, and 30 s after the window lost the front. */
#define HOME_IDLE_US INT64_C(600000000)
#define HOME_AWAY_US INT64_C(30000000)
#define PAUSE_LIGHT 0.6
#define RING_LATE 0.96        /* of a glide that moves the centre */
#define RING_STROKE 0.0013    /* of the short side */
#define RING_STROKE_LEAST 1.5 /* points */
#define RING_STROKE_ALONE 1.5 /* of that, where there is nothing but the ring */

/* How long the home orb has been breathing, at most until the end of the breath in which
 * it was to rest. */
static int64_t home_elapsed_us(Visit *visit, int64_t now_us, int64_t cycle_us)
{
    int64_t rest = visit->input_us + HOME_IDLE_US;
    if (visit->away_us != INT64_MAX && visit->away_us + HOME_AWAY_US < rest)
        rest = visit->away_us + HOME_AWAY_US;
    if (rest < visit->home_us)
        rest = visit->home_us; /* came home behind other windows */
    const int64_t last = (rest - visit->home_us + cycle_us - 1) / cycle_us * cycle_us;
    if (visit->home_rest_us != 0 && rest > now_us) {
        visit->home_us = now_us; /* awake again: from the smallest */
        visit->home_rest_us = 0;
        return 0;
    }
    const int64_t elapsed = now_us - visit->home_us;
    if (elapsed < last)
        return elapsed;
    visit->home_rest_us = now_us;
    return last;
}

static void home_figure(Visit *visit, int64_t now_us, Figure *figure)
{
    const BreathPattern pattern = practice_breathe_default().from;
    const int64_t cycle_us = (int64_t)breath_cycle_ms(&pattern) * 1000;
    const bool is_still = visit->settings.movement != SETTINGS_MOVEMENT_USUAL;
    const int64_t elapsed = is_still ? 0 : home_elapsed_us(visit, now_us, cycle_us);
    const BreathMoment at = breath_at(&pattern, elapsed / 1000);
    const double into = at.into_ms + (double)(elapsed % 1000) / 1000.0;
    figure->fullness =
        visit->home_rest_us != 0 ? 0.0 : breath_fullness(&pattern, at.phase, into);
    figure->orb_px =
        visit->layout.figure_px * figure_orb(&pattern, figure->fullness) / FIGURE_RING;
    figure->light = 1.0;
    visit_shape_home(visit, &pattern, &at, into, figure);
    visit->is_moving |= visit->home_rest_us == 0 && !is_still;
}

static bool is_hold(BreathPhase phase)
{
    return phase == BREATH_HOLD_FULL || phase == BREATH_HOLD_EMPTY;
}

/* Where the bead was when its hold ended: at the top, unless the hold was refused. */
static double hold_turned(const Session *session, int32_t length_ms)
{
    return session->no_holds && session->refused_length_ms > length_ms
               ? (double)length_ms / session->refused_length_ms
               : 0.0;
}

/* In a hold the ring brightens and the bead goes once round; afterwards both fade. */
static void hold_figure(const Session *session, const SessionMoment *moment,
                        Figure *figure)
{
    if (moment->kind != PLAN_BREATH)
        return;
    const double length = moment->pattern.phase_ms[moment->phase];
    const double into_ms = moment->into * length;
    if (is_hold(moment->phase)) {
        figure->ring_light = fmin(into_ms / HOLD_LIGHT_MS, 1.0);
        figure->bead_light = fmin(into_ms / BEAD_LIGHT_MS, 1.0);
        figure->bead_turn = moment->into;
        return;
    }
    const BreathPhase before =
        moment->phase == BREATH_OUT ? BREATH_HOLD_FULL : BREATH_HOLD_EMPTY;
    const bool was_held = moment->phase != BREATH_TOP_UP &&
                          moment->pattern.phase_ms[before] > 0 && into_ms > 0;
    if (was_held) {
        figure->ring_light = fmax(1.0 - into_ms / HOLD_LIGHT_MS, 0.0);
        figure->bead_light = fmax(1.0 - into_ms / BEAD_LIGHT_MS, 0.0);
        figure->bead_turn = hold_turned(session, moment->pattern.phase_ms[before]);
    }
}

double visit_practice_light(Visit *visit, int64_t now_us)
{
    const SessionState state = visit->house.player->session.state;
    const double from = visit->light_from > 0 ? visit->light_from : PAUSE_LIGHT;
    if (state == SESSION_PAUSED)
        return from + (PAUSE_LIGHT - from) *
                          visit_ramp(visit, visit->stopped_us, PAUSE_US, now_us);
    if (state == SESSION_OVER && visit->over_us > 0)
        return 1.0 -
               breath_eased(visit_ramp(visit, visit->over_us + REST_US, GONE_US, now_us));
    if (visit->resumed_us == visit->begun_us)
        return 1.0;
    return from + (1.0 - from) * visit_ramp(visit, visit->resumed_us, PAUSE_US, now_us);
}

static double part_of(double ms, double from_ms, double length_ms)
{
    const double part = (ms - from_ms) / length_ms;
    return part < 0.0 ? 0.0 : part > 1.0 ? 1.0 : part;
}

/* The ring comes when home's words have gone; where the orb still has a way to go, it
 * waits for it. */
static double fade_of_ring(double ms, double part, const Figure *from, const Figure *to)
{
    const double apart = fabs(from->x_px - to->x_px) + fabs(from->y_px - to->y_px);
    if (apart > 1.0)
        return 1.0 - part_of(part, RING_LATE, 1.0 - RING_LATE);
    return 1.0 - breath_eased(part_of(ms, VISIT_PAGE_FADE_US / 1000.0, RING_FADE_MS));
}

/* Whether there is an orb to glide from, and time for it within the limit of growth. */
static bool can_glide(const Visit *visit)
{
    return visit->glide_from.orb_px > 0 && visit->begun.lead_in_ms >= GLIDE_LEAST_MS;
}

/* The figure glides from where it was on home to where the practice has it; in practice
 * time, so that a pause stops it too. */
static void glide(const Visit *visit, int64_t now_us, Figure *figure)
{
    const double ms = player_ms(visit->house.player, now_us);
    const double length = fmin(visit->begun.lead_in_ms, GLIDE_MS);
    const Figure *from = &visit->glide_from;
    if (!can_glide(visit) || ms >= length)
        return;
    const double part = breath_eased(part_of(ms, 0, length));
    if (from->ring_px > 0) /* it was there already */
        figure->ring_px = from->ring_px + (figure->ring_px - from->ring_px) * part;
    else
        figure->ring_fade = fade_of_ring(ms, part, from, figure);
    figure->x_px = from->x_px + (figure->x_px - from->x_px) * part;
    figure->y_px = from->y_px + (figure->y_px - from->y_px) * part;
    figure->orb_px = from->orb_px + (figure->orb_px - from->orb_px) * part;
    figure->fullness = from->fullness + (figure->fullness - from->fullness) * part;
}

/* A sit has nothing but its ring, on home and while it runs. */
static bool is_sit(const Visit *visit)
{
    if (visit->screen == SCREEN_HOME || visit->screen == SCREEN_LIST)
        return visit->face == PRACTICE_SIT;
    return visit->screen == SCREEN_PRACTICE && visit->running == PRACTICE_SIT;
}

void visit_figure_ring(const Visit *visit, Figure *figure)
{
    const double stroke = fmax(figure_px(figure, RING_STROKE_LEAST),
                               RING_STROKE * visit->layout.metrics.short_side_px);
    figure->ring_px = visit->layout.figure_px;
    figure->ring_stroke_px = is_sit(visit) ? RING_STROKE_ALONE * stroke : stroke;
}

static void practice_figure(Visit *visit, const SessionMoment *moment, int64_t now_us,
                            Figure *figure)
{
    const Session *session = &visit->house.player->session;
    visit_figure_ring(visit, figure);
    if (visit_is_breathing(visit)) {
        figure->fullness = moment->fullness;
        figure->orb_px = figure->ring_px *
                         figure_orb(&moment->pattern, moment->fullness) / FIGURE_RING;
        hold_figure(session, moment, figure);
        glide(visit, now_us, figure);
    }
    if (is_sit(visit))
        figure->ring_light = visit_sit_light(visit, now_us);
    figure->light = visit_practice_light(visit, now_us);
    const bool glides = visit_is_breathing(visit) && can_glide(visit);
    const double from = glides ? visit->glide_from.light : 0.0;
    if (visit_figure_kind(visit) == FIGURE_ORB && from < 1.0)
        figure->light *=
            from + (1.0 - from) * breath_eased(visit_ramp(visit, visit->begun_us,
                                                          APPEAR_US, now_us));
    visit_shape_practice(visit, moment, now_us, figure);
    visit->is_moving |= session->state == SESSION_RUNNING && visit_is_breathing(visit);
}

/* Settings show the breathing figure, whichever face home has. */
static bool is_still_face(const Visit *visit)
{
    const bool is_home = visit->screen == SCREEN_HOME || visit->screen == SCREEN_LIST;
    return is_home && visit->face != PRACTICE_BREATHE;
}

void visit_show_figure(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Figure figure = { .density = visit->layout.metrics.density,
                      .x_px = visit->layout.figure_x_px,
                      .y_px = visit->layout.figure_y_px };
    const bool is_scan = visit->running == PRACTICE_SCAN && !visit->is_quiet;
    if (visit->layout.figure_px > 0 && visit->screen == SCREEN_PRACTICE && is_scan)
        visit_scan_figure(visit, now_us, &figure);
    else if (visit->layout.figure_px > 0 && visit->screen == SCREEN_PRACTICE)
        practice_figure(visit, moment, now_us, &figure);
    else if (visit->layout.figure_px > 0 && visit->screen == SCREEN_PACE)
        visit_pace_figure(visit, now_us, &figure);
    else if (visit->layout.figure_px > 0 && is_still_face(visit))
        visit_home_figure(visit, &figure);
    else if (visit->layout.figure_px > 0)
        home_figure(visit, now_us, &figure);
    visit->view.figure = figure;
}
