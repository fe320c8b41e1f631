/* SPDX-License-Identifier: MIT */
#include "core/pace.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>

/* The figure is drawn to its end as by a critically damped spring: it never swings over.
 * Whatever is pressed, such a spring moves by at most RATE / e a second, which is a hair
 * below PACE_SPEED_MAX. */
static const double RATE = 1.69;

/* Nearer than a hundredth of a pixel it is there. */
static const double REST = 0.00005;

enum { BREATHS_MAX = PACE_TURNS_MAX / 2, GENTLE_IN_MS = 6000, GENTLE_OUT_PER_IN = 2 };

/* The turn before the latest one by `back`, or NULL when it was never heard or is
 * forgotten. */
static const PaceTurn *turn_back(const Pace *pace, int64_t back)
{
    if (back >= pace->count || back >= PACE_TURNS_MAX)
        return NULL;
    return &pace->turns[(pace->count - 1 - back) % PACE_TURNS_MAX];
}

/* Where the figure goes; empty before the first turn. */
static double end_of(const PaceTurn *turn)
{
    return turn != NULL && turn->phase == BREATH_IN ? 1.0 : 0.0;
}

/* What becomes of the figure after a turn, in closed form. */
static PaceTurn followed(const PaceTurn *turn, double at_ms)
{
    const double end = end_of(turn);
    const double s = fmax(at_ms - (double)turn->at_ms, 0.0) / 1000.0;
    const double gone = exp(-RATE * s);
    const double apart = turn->fullness - end;
    const double drift = turn->speed + RATE * apart;
    const double left = (apart + drift * s) * gone;
    const double speed = drift * gone - RATE * left;
    if (fabs(left) < REST && fabs(speed) < REST * RATE)
        return (PaceTurn){ .fullness = end };
    return (PaceTurn){ .fullness = end + left, .speed = speed };
}

static const PaceTurn *turn_at(const Pace *pace, double at_ms)
{
    const PaceTurn *turn = NULL;
    for (int64_t back = 0; (turn = turn_back(pace, back)) != NULL; back++)
        if ((double)turn->at_ms <= at_ms)
            return turn;
    return NULL;
}

static PaceTurn figure_at(const Pace *pace, double at_ms)
{
    const PaceTurn *turn = turn_at(pace, at_ms);
    return turn != NULL ? followed(turn, at_ms) : (PaceTurn){ .fullness = 0 };
}

static void add_turn(Pace *pace, BreathPhase phase, int64_t at_ms)
{
    PaceTurn turn = figure_at(pace, (double)at_ms);
    turn.at_ms = at_ms;
    turn.phase = phase;
    pace->turns[pace->count++ % PACE_TURNS_MAX] = turn;
}

void pace_press(Pace *pace, int64_t at_ms)
{
    if (pace->is_pressed)
        return;
    pace->is_pressed = true;
    pace->pressed_ms = at_ms;
    /* Still in: the press before was a tap, and this is the next one. */
    add_turn(pace, pace_phase(pace) == BREATH_IN ? BREATH_OUT : BREATH_IN, at_ms);
}

void pace_let_go(Pace *pace, int64_t at_ms)
{
    if (!pace->is_pressed)
        return;
    pace->is_pressed = false;
    if (pace_phase(pace) == BREATH_IN && at_ms - pace->pressed_ms >= PACE_TAP_MS)
        add_turn(pace, BREATH_OUT, at_ms);
}

BreathPhase pace_phase(const Pace *pace)
{
    const PaceTurn *turn = turn_back(pace, 0);
    return turn != NULL ? turn->phase : BREATH_PHASE_COUNT;
}

static bool is_breath_phase(int64_t ms)
{
    return ms >= PACE_PHASE_MIN_MS && ms <= PACE_PHASE_MAX_MS;
}

/* The whole breaths among the latest turns: inhales and exhales, as many of each. */
static int32_t breaths_heard(const Pace *pace, int32_t in_ms[BREATHS_MAX],
                             int32_t out_ms[BREATHS_MAX])
{
    int32_t count = 0;
    const PaceTurn *in = NULL, *out = NULL, *end = NULL;
    for (int64_t back = 0; (in = turn_back(pace, back + 2)) != NULL; back++) {
        out = turn_back(pace, back + 1);
        end = turn_back(pace, back);
        const int64_t inhale = out->at_ms - in->at_ms, exhale = end->at_ms - out->at_ms;
        if (in->phase != BREATH_IN || !is_breath_phase(inhale) ||
            !is_breath_phase(exhale))
            continue;
        in_ms[count] = (int32_t)inhale;
        out_ms[count++] = (int32_t)exhale;
    }
    return count;
}

int32_t pace_count(const Pace *pace)
{
    int32_t in_ms[BREATHS_MAX], out_ms[BREATHS_MAX];
    return breaths_heard(pace, in_ms, out_ms);
}

bool pace_is_known(const Pace *pace)
{
    return pace_count(pace) >= PACE_BREATHS;
}

static double median(int32_t *ms, int32_t count)
{
    for (int32_t i = 1; i < count; i++)
        for (int32_t j = i; j > 0 && ms[j - 1] > ms[j]; j--) {
            const int32_t larger = ms[j - 1];
            ms[j - 1] = ms[j];
            ms[j] = larger;
        }
    return (ms[(count - 1) / 2] + ms[count / 2]) / 2.0;
}

BreathPattern pace_pattern(const Pace *pace)
{
    int32_t in_ms[BREATHS_MAX], out_ms[BREATHS_MAX];
    const int32_t count = breaths_heard(pace, in_ms, out_ms);
    assert(count >= PACE_BREATHS);
    const double in = median(in_ms, count), out = median(out_ms, count);
    /* How much of the breath is the inhale; what is left is at most twice that. */
    const double part = fmax(in / (in + out), 1.0 / (1 + GENTLE_OUT_PER_IN));
    const double cycle = fmin(fmax(in + out, PACE_CYCLE_MIN_MS), PACE_CYCLE_MAX_MS);
    const double inhale = floor(fmin(part * cycle, GENTLE_IN_MS));
    const double exhale = floor(inhale * (1 - part) / part + 0.5);
    BreathPattern pattern = { { [BREATH_IN] = (int32_t)inhale,
                                [BREATH_OUT] =
                                    (int32_t)fmax(exhale, BREATH_MOVE_MIN_MS) } };
    return breath_long_enough(&pattern);
}

static int32_t longer(int32_t a_ms, int32_t b_ms)
{
    return a_ms > b_ms ? a_ms : b_ms;
}

BreathPattern pace_target(const BreathPattern *own, const BreathPattern *chosen)
{
    const int32_t *ms = chosen->phase_ms;
    return (BreathPattern){ { [BREATH_IN] = longer(own->phase_ms[BREATH_IN],
                                                   ms[BREATH_IN] + ms[BREATH_TOP_UP]),
                              [BREATH_OUT] =
                                  longer(own->phase_ms[BREATH_OUT], ms[BREATH_OUT]) } };
}

double pace_fullness(const Pace *pace, double at_ms)
{
    return fmin(fmax(figure_at(pace, at_ms).fullness, 0.0), 1.0);
}

bool pace_is_at_rest(const Pace *pace, double at_ms)
{
    const PaceTurn now = figure_at(pace, at_ms);
    return now.fullness == end_of(turn_at(pace, at_ms)) && now.speed == 0.0;
}
