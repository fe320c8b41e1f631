/* SPDX-License-Identifier: MIT */
/* The figures beside the orb: the ring that fills, and words alone. */
#include "app/visit_parts.h"

#include <math.h>
#include <string.h>

/* The longest word there is, and what stands on a home that does not move. */
#define LONGEST_WORD "In a moment"
#define STILL_WORD "Leeway"

#define HOME_RING 0.8         /* of the room the orb has on home when it is full */
#define RING_STROKE_LEAST 7.0 /* points */
#define WORD_SIZE 2.0         /* of the usual word */
#define WORD_SIZE_MOST 0.5    /* of the figure */

enum { HOME_GOES_MS = 400, COMES_MS = 600 };

FigureKind visit_figure_kind(const Visit *visit)
{
    if (visit->screen == SCREEN_PRACTICE && !visit_is_breathing(visit))
        return FIGURE_ORB; /* nothing but its ring */
    for (int i = 0; i < FIGURE_BREATH_COUNT; i++)
        if (strcmp(visit->settings.figure, figure_breath_names[i]) == 0)
            return figure_breath_kinds[i];
    static const FigureKind usual[SETTINGS_MOVEMENT_COUNT] = {
        [SETTINGS_MOVEMENT_USUAL] = FIGURE_ORB,
        [SETTINGS_MOVEMENT_LESS] = FIGURE_FILLING,
        [SETTINGS_MOVEMENT_NONE] = FIGURE_WORDS,
    };
    return usual[visit->settings.movement];
}

/* Where the ring's second inhale begins, if there is one. */
static double notch_of(const BreathPattern *pattern)
{
    const double in_ms = pattern->phase_ms[BREATH_IN];
    const double more_ms = pattern->phase_ms[BREATH_TOP_UP];
    return more_ms > 0 ? figure_filled(pattern, in_ms / (in_ms + more_ms)) : 0;
}

/* Its outer edge keeps to the figure's place. */
static void shape_ring(const BreathPattern *pattern, double outer_px, Figure *figure)
{
    const double stroke_px = fmax(outer_px * FIGURE_FILLING_STROKE / FIGURE_RING,
                                  figure_px(figure, RING_STROKE_LEAST));
    figure->kind = FIGURE_FILLING;
    figure->orb_px = 0;
    figure->ring_px = outer_px - stroke_px;
    figure->ring_stroke_px = stroke_px;
    figure->fullness = figure_filled(pattern, figure->fullness);
    figure->notch = notch_of(pattern);
    figure->ready = 1.0;
}

/* As large as the figure and the window allow, the same for every word. */
static void shape_words(const Visit *visit, Figure *figure)
{
    Text *text = visit->house.text;
    const Layout *layout = &visit->layout;
    const double most = WORD_SIZE_MOST * layout->figure_px;
    const int32_t size =
        (int32_t)fmin(WORD_SIZE * layout->metrics.word_px, fmax(most, 1.0));
    const double room = layout->width_px - 2.0 * layout->metrics.side_px;
    const double width = text_width_px(text, LONGEST_WORD, size);
    figure->kind = FIGURE_WORDS;
    figure->orb_px = figure->ring_px = figure->ring_stroke_px = 0;
    figure->fullness = 0;
    figure->word_px = width > room ? (int32_t)(size * room / width) : size;
    figure->word_room_px = text_width_px(text, LONGEST_WORD, figure->word_px);
}

void visit_shape_words_back(Visit *visit)
{
    const bool has_words =
        visit->screen == SCREEN_PRACTICE || visit->screen == SCREEN_PACE;
    if (!has_words || visit->layout.figure_px > 0 ||
        visit_figure_kind(visit) != FIGURE_WORDS)
        return;
    visit->scene.word = visit->word;
    screen_lay_out(&visit->scene, visit->house.text, &visit->layout);
}

/* Home breathes without a hold: in, and out. */
static void shape_home_words(const BreathMoment *at, double into_ms, Figure *figure)
{
    const BreathPhase other = at->phase == BREATH_IN ? BREATH_OUT : BREATH_IN;
    const bool is_first = at->round == 0 && at->phase == BREATH_IN;
    figure->word = plan_phase_text(at->phase);
    figure->word_light = is_first ? 1.0 : fmin(into_ms / VISIT_WORDS_FADE_MS, 1.0);
    figure->word_before = figure->word_light < 1.0 ? plan_phase_text(other) : NULL;
}

void visit_shape_home(const Visit *visit, const BreathPattern *pattern,
                      const BreathMoment *at, double into_ms, Figure *figure)
{
    const FigureKind kind = visit_figure_kind(visit);
    if (kind == FIGURE_FILLING)
        shape_ring(pattern, HOME_RING * visit->layout.figure_px, figure);
    if (kind != FIGURE_WORDS)
        return;
    shape_words(visit, figure);
    if (visit->settings.movement != SETTINGS_MOVEMENT_USUAL) {
        figure->word = STILL_WORD;
        figure->word_light = 1.0;
    } else if (visit->home_rest_us != 0) {
        figure->word = plan_phase_text(BREATH_OUT);
        figure->word_light = 1.0;
    } else {
        shape_home_words(at, into_ms, figure);
    }
}

/* The channel opens while the first breath comes near; before a breath begins again it
 * closes and opens. */
static double ready_at(const Visit *visit, const SessionMoment *moment)
{
    if (moment->kind != PLAN_SETTLE)
        return 1.0;
    const bool is_first = visit->resumed_us == visit->begun_us;
    return is_first ? breath_eased(moment->into) : 1.0 - breath_eased(2.0 * moment->into);
}

/* What stood on home goes where it stood, then the figure comes where it stays: nothing
 * moves or grows on the way. */
static void arrive(const Visit *visit, int64_t now_us, Figure *figure)
{
    const double ms = player_ms(visit->house.player, now_us);
    if (ms < HOME_GOES_MS) {
        const double light = figure->light;
        *figure = visit->glide_from;
        figure->light *= light * (1.0 - breath_eased(ms / HOME_GOES_MS));
    } else if (ms < HOME_GOES_MS + COMES_MS && figure->kind == FIGURE_FILLING) {
        figure->light *= breath_eased((ms - HOME_GOES_MS) / COMES_MS);
    }
}

static void shape_words_now(const Visit *visit, Figure *figure)
{
    shape_words(visit, figure);
    figure->word = visit->word;
    figure->word_light = visit->scene.word_light;
    figure->word_before = figure->word_light < 1.0 ? visit->word_before : NULL;
}

void visit_shape_practice(const Visit *visit, const SessionMoment *moment, int64_t now_us,
                          Figure *figure)
{
    const FigureKind kind = visit_figure_kind(visit);
    if (kind == FIGURE_ORB)
        return;
    if (kind == FIGURE_FILLING) {
        shape_ring(&moment->pattern, figure->ring_px, figure);
        figure->ready = ready_at(visit, moment);
    } else {
        shape_words_now(visit, figure);
        figure->ring_light = figure->bead_light = 0;
        if (visit->house.player->session.state != SESSION_OVER)
            figure->light = 1.0; /* "Paused" is to be read */
    }
    arrive(visit, now_us, figure);
}

void visit_shape_follow(const Visit *visit, const BreathPattern *pattern, Figure *figure)
{
    const FigureKind kind = visit_figure_kind(visit);
    if (kind == FIGURE_FILLING)
        shape_ring(pattern, figure->ring_px, figure);
    if (kind == FIGURE_WORDS)
        shape_words_now(visit, figure);
}
