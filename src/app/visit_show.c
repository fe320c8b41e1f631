/* SPDX-License-Identifier: MIT */
/* What there is to see: the scene and the figure of the moment. */
#include "app/visit_parts.h"

#include <math.h>

#define PI 3.14159265358979323846

enum {
    PAGE_FADE_US = 400000, /* home's row and foot go, the first word comes */
    RING_FADE_MS = 600,
    WORD_FADE_US = 120000,
    HINT_FADE_US = 400000,
    ANSWER_US = 4000000,
    LEGEND_FADE_US = 600000,
    PAUSE_US = 200000,
    REST_US = 1000000, /* after the last exhale … */
    GONE_US = 1200000, /* … and then the orb fades */
    MESSAGE_AFTER_US = 1500000,
    MESSAGE_FADE_US = 800000,
    HOLD_LIGHT_MS = 400,
    BEAD_LIGHT_MS = 150,
    GLIDE_MS = 3000,       /* from the home orb into the practice */
    GLIDE_LEAST_MS = 2400, /* in less it would grow quicker than 25 % a second */
    APPEAR_US = 800000,    /* a figure that cannot glide comes out of the dark */
    HINT_BREATHS = 3
};

/* The home orb rests after ten idle minutes, and 30 s after the window lost the front. */
#define HOME_IDLE_US INT64_C(600000000)
#define HOME_AWAY_US INT64_C(30000000)
#define PAUSE_LIGHT 0.6
#define RING_LATE 0.96        /* of a glide that moves the centre */
#define RING_STROKE 0.0013    /* of the short side */
#define RING_STROKE_LEAST 1.5 /* points */

static void wake_at(Visit *visit, int64_t at_us)
{
    if (at_us < visit->wake_us)
        visit->wake_us = at_us;
}

/* 0 before start_us, 1 after start_us + length_us. Notes when there is more to see. */
static double ramp(Visit *visit, int64_t start_us, int64_t length_us, int64_t now_us)
{
    const int64_t into = now_us - start_us;
    if (into >= length_us)
        return 1.0;
    if (into < 0) {
        wake_at(visit, start_us);
        return 0.0;
    }
    visit->is_moving = true;
    return (double)into / (double)length_us;
}

double visit_ramp(Visit *visit, int64_t start_us, int64_t length_us, int64_t now_us)
{
    return ramp(visit, start_us, length_us, now_us);
}

static double eased(double part)
{
    return 0.5 - 0.5 * cos(PI * part);
}

/* --- words --- */

static const char *practice_word(const Visit *visit, const SessionMoment *moment)
{
    const SessionState state = visit->house.player->session.state;
    if (state == SESSION_PAUSED)
        return "Paused";
    if (moment->kind == PLAN_SETTLE)
        return "In a moment";
    const bool is_told = moment->kind == PLAN_BREATH && visit_tells_turns(visit);
    return is_told ? plan_phase_text(moment->phase) : "";
}

void visit_show_word(Visit *visit, const char *word, int64_t now_us)
{
    Scene *scene = &visit->scene;
    const bool is_first = visit->word[0] == '\0' && visit->word_before == NULL;
    if (word != visit->word) {
        visit->word_before = visit->word[0] != '\0' ? visit->word : NULL;
        visit->word = word;
        /* The first word waits until home has gone. */
        visit->word_us =
            is_first && visit->leaving_us > 0 ? visit->begun_us + PAGE_FADE_US : now_us;
    }
    const bool is_figure = visit_figure_kind(visit) == FIGURE_WORDS;
    scene->word_light =
        ramp(visit, visit->word_us,
             is_figure ? VISIT_WORDS_FADE_MS * INT64_C(1000) : WORD_FADE_US, now_us);
    scene->word = is_figure ? "" : visit->word;
    scene->word_before =
        scene->word_light < 1.0 && !is_figure ? visit->word_before : NULL;
}

bool visit_show_answer(Visit *visit, int64_t now_us)
{
    if (visit->answer == NULL || now_us >= visit->answer_us + ANSWER_US + HINT_FADE_US)
        return false;
    visit->scene.hint = visit->answer;
    visit->scene.hint_is_answer = true;
    visit->scene.hint_light =
        1.0 - ramp(visit, visit->answer_us + ANSWER_US, HINT_FADE_US, now_us);
    return true;
}

/* The line stays for three breaths and fades as the fourth begins. */
static double standing_light(const Session *session, const SessionMoment *moment)
{
    if (session->breaths <= HINT_BREATHS)
        return 1.0;
    if (session->breaths > HINT_BREATHS + 1 || moment->phase != BREATH_IN)
        return 0.0;
    const double into_ms = moment->into * moment->pattern.phase_ms[BREATH_IN];
    return fmax(0.0, 1.0 - into_ms * 1000.0 / HINT_FADE_US);
}

/* The standing line: how long it is, then that following is optional, for three breaths.
 */
static void show_hint(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    const Session *session = &visit->house.player->session;
    scene->hint = "";
    scene->hint_light = 1.0;
    if (visit_show_answer(visit, now_us)) {
        return;
    } else if (session->state == SESSION_PAUSED) {
        scene->hint = "Space goes on.";
        scene->hint_is_answer = true;
    } else if (session->state == SESSION_RUNNING && session->breaths == 0 &&
               moment->kind == PLAN_SETTLE) {
        scene->hint = visit->told;
        scene->hint_light =
            ramp(visit, visit->begun_us + PAGE_FADE_US, HINT_FADE_US, now_us);
    } else if (session->state == SESSION_RUNNING && session->breaths > 0) {
        scene->hint_light = standing_light(session, moment);
        scene->hint = scene->hint_light > 0 ? "Follow it, or watch." : "";
    }
}

/* It comes with the first word and goes with the last breath. */
static void show_time_left(Visit *visit, int64_t now_us)
{
    visit->scene.time_left = visit_time_left(visit, now_us);
    visit->scene.time_left_light =
        visit->over_us > 0
            ? 1.0 - ramp(visit, visit->over_us, HINT_FADE_US, now_us)
            : ramp(visit, visit->begun_us + PAGE_FADE_US, HINT_FADE_US, now_us);
}

static void show_practice(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    const Session *session = &visit->house.player->session;
    visit_show_word(visit, practice_word(visit, moment), now_us);
    show_hint(visit, moment, now_us);
    show_time_left(visit, now_us);
    scene->legend_light = 1.0 - ramp(visit, visit->legend_us, LEGEND_FADE_US, now_us);
    scene->has_holds = breath_has_holds(&session->base);
    scene->has_breaths = !visit->is_quiet;
    scene->press_says = session->state == SESSION_PAUSED ? "go on" : NULL;
}

static void show_list(Visit *visit)
{
    const VisitList *list = &visit->list;
    Scene *scene = &visit->scene;
    for (int32_t i = 0; i < list->count; i++)
        scene->choices[i] = list->labels[i];
    scene->choice_count = list->count;
    scene->chosen = list->chosen;
    scene->detail = list->detail;
    scene->out_says = "back";
}

static void show_after(Visit *visit, int64_t now_us)
{
    static const char *const buttons[] = { "Go on", "Something smaller", "Home" };
    Scene *scene = &visit->scene;
    scene->line = visit_message(visit);
    scene->line_light =
        ramp(visit, visit->screen_us + MESSAGE_AFTER_US, MESSAGE_FADE_US, now_us);
    for (scene->choice_count = 0; scene->choice_count < 3; scene->choice_count++)
        scene->choices[scene->choice_count] = buttons[scene->choice_count];
    scene->out_says = "closes Leeway";
}

static void show_ways(Visit *visit)
{
    Scene *scene = &visit->scene;
    if (visit->ways == VISIT_OTHER_WAYS) {
        scene->line = visit_other_ways_says;
        scene->choices[scene->choice_count++] = "End here";
        scene->choices[scene->choice_count++] = "Sound, no breathing";
        scene->choices[scene->choice_count++] = "My own pace";
        if (visit->pace.is_known && !visit->pace.is_followed)
            scene->choices[scene->choice_count++] = "Back to my own pace";
        scene->press_says = "back to where it was";
        scene->out_says = "leave";
    } else {
        scene->line = "Each of these is one minute, and can end sooner.";
        scene->choices[scene->choice_count++] = "Easy breaths";
        scene->choices[scene->choice_count++] = "A sound";
        scene->choices[scene->choice_count++] = "Home";
        scene->out_says = "back";
    }
}

static void show_scene(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    *scene = (Scene){ .screen = visit->screen,
                      .width_px = visit->width_px,
                      .height_px = visit->height_px,
                      .text_scale = visit->settings.text_percent / 100.0,
                      .density = visit->density,
                      .focus = visit->focus,
                      .hover = visit->hover,
                      .scroll_px = visit->scroll_px,
                      .line = "",
                      .line_light = 1.0,
                      .chosen = -1 };
    switch (visit->screen) {
    case SCREEN_HOME:
        scene->line = "Space begins. Esc closes.";
        for (int32_t i = 0; i < SCENE_VALUES; i++)
            scene->values[i] = visit->values[i];
        scene->doors[scene->door_count++] = "Breathe";
        scene->detail = visit->note;
        break;
    case SCREEN_LIST: show_list(visit); break;
    case SCREEN_PRACTICE: show_practice(visit, moment, now_us); break;
    case SCREEN_AFTER: show_after(visit, now_us); break;
    case SCREEN_CHOICES: show_ways(visit); break;
    case SCREEN_PACE: visit_pace_show(visit, scene, now_us); break;
    case SCREEN_SETTINGS: visit_settings_show(visit, scene, now_us); break;
    case SCREEN_SOUNDS: visit_sounds_show(visit, scene, now_us); break;
    case SCREEN_OWN: visit_own_show(visit, scene, now_us); break;
    case SCREEN_MAKER: visit_maker_show(visit, scene, now_us); break;
    case SCREEN_KEPT: visit_kept_show(visit, scene, now_us); break;
    case SCREEN_SHOWN: visit_shown_show(visit, scene, now_us); break;
    case SCREEN_KEYS:
        scene->never_holds = visit->settings.holds == SETTINGS_HOLDS_NEVER;
        scene->out_says = "back";
        break;
    default: break;
    }
}

/* --- the figure --- */

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

static double practice_light(Visit *visit, int64_t now_us)
{
    const SessionState state = visit->house.player->session.state;
    const double from = visit->light_from > 0 ? visit->light_from : PAUSE_LIGHT;
    if (state == SESSION_PAUSED)
        return from +
               (PAUSE_LIGHT - from) * ramp(visit, visit->stopped_us, PAUSE_US, now_us);
    if (state == SESSION_OVER && visit->over_us > 0)
        return 1.0 - eased(ramp(visit, visit->over_us + REST_US, GONE_US, now_us));
    if (visit->resumed_us == visit->begun_us)
        return 1.0;
    return from + (1.0 - from) * ramp(visit, visit->resumed_us, PAUSE_US, now_us);
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
    return 1.0 - eased(part_of(ms, PAGE_FADE_US / 1000.0, RING_FADE_MS));
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
    const double part = eased(part_of(ms, 0, length));
    if (from->ring_px > 0) /* it was there already */
        figure->ring_px = from->ring_px + (figure->ring_px - from->ring_px) * part;
    else
        figure->ring_fade = fade_of_ring(ms, part, from, figure);
    figure->x_px = from->x_px + (figure->x_px - from->x_px) * part;
    figure->y_px = from->y_px + (figure->y_px - from->y_px) * part;
    figure->orb_px = from->orb_px + (figure->orb_px - from->orb_px) * part;
    figure->fullness = from->fullness + (figure->fullness - from->fullness) * part;
}

void visit_figure_ring(const Visit *visit, Figure *figure)
{
    figure->ring_px = visit->layout.figure_px;
    figure->ring_stroke_px = fmax(figure_px(figure, RING_STROKE_LEAST),
                                  RING_STROKE * visit->layout.metrics.short_side_px);
}

static void practice_figure(Visit *visit, const SessionMoment *moment, int64_t now_us,
                            Figure *figure)
{
    const Session *session = &visit->house.player->session;
    visit_figure_ring(visit, figure);
    if (!visit->is_quiet) {
        figure->fullness = moment->fullness;
        figure->orb_px = figure->ring_px *
                         figure_orb(&moment->pattern, moment->fullness) / FIGURE_RING;
        hold_figure(session, moment, figure);
        glide(visit, now_us, figure);
    }
    figure->light = practice_light(visit, now_us);
    const bool glides = !visit->is_quiet && can_glide(visit);
    const double from = glides ? visit->glide_from.light : 0.0;
    if (visit_figure_kind(visit) == FIGURE_ORB && from < 1.0)
        figure->light *=
            from + (1.0 - from) * eased(ramp(visit, visit->begun_us, APPEAR_US, now_us));
    visit_shape_practice(visit, moment, now_us, figure);
    visit->is_moving |= session->state == SESSION_RUNNING && !visit->is_quiet;
}

static void show_figure(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Figure figure = { .density = visit->layout.metrics.density,
                      .x_px = visit->layout.figure_x_px,
                      .y_px = visit->layout.figure_y_px };
    if (visit->layout.figure_px > 0 && visit->screen == SCREEN_PRACTICE)
        practice_figure(visit, moment, now_us, &figure);
    else if (visit->layout.figure_px > 0 && visit->screen == SCREEN_PACE)
        visit_pace_figure(visit, now_us, &figure);
    else if (visit->layout.figure_px > 0)
        home_figure(visit, now_us, &figure);
    visit->view.figure = figure;
}

/* Times at which something changes although nothing moves now. */
static void note_wakes(Visit *visit, int64_t now_us)
{
    wake_at(visit, player_next_us(visit->house.player, now_us));
    if (visit->screen != SCREEN_PRACTICE)
        return;
    if (visit->answer != NULL && now_us < visit->answer_us + ANSWER_US)
        wake_at(visit, visit->answer_us + ANSWER_US);
}

static void put_out(Layout *layout, Item *item)
{
    item->light = 0;
    for (int32_t i = item->run; i < item->run + item->run_count; i++)
        layout->runs[i].light = 0;
}

/* What is fading never shows through what stands there now. */
static void clear_leaving(Visit *visit)
{
    for (int32_t i = 0; i < visit->leaving.item_count; i++)
        for (int32_t j = 0; j < visit->layout.item_count; j++) {
            const Item *over = &visit->layout.items[j];
            if (over->light > 0 && over->run_count > 0 &&
                !rect_is_empty(rect_cross(visit->leaving.items[i].rect, over->rect)))
                put_out(&visit->leaving, &visit->leaving.items[i]);
        }
}

/* A frame never stays on what is not there any more: Space would press it unseen. */
static void drop_lost_frame(Visit *visit)
{
    const Layout *layout = &visit->layout;
    bool is_there = visit->focus == CONTROL_FIGURE && layout->figure_px > 0;
    for (int32_t i = 0; i < layout->item_count; i++)
        is_there |=
            layout->items[i].control == visit->focus && layout->items[i].light > 0;
    if (!is_there)
        visit->focus = CONTROL_NONE;
}

void visit_show(Visit *visit, int64_t now_us)
{
    const Player *player = visit->house.player;
    SessionMoment moment = { .kind = PLAN_CLOSE };
    visit->is_moving = false;
    visit->wake_us = INT64_MAX;
    if (player->session.plan.count > 0)
        moment = session_moment(&player->session, player_ms(player, now_us));
    show_scene(visit, &moment, now_us);
    screen_lay_out(&visit->scene, visit->house.text, &visit->layout);
    visit_shape_words_back(visit);
    drop_lost_frame(visit);
    show_figure(visit, &moment, now_us);
    note_wakes(visit, now_us);

    const bool is_begun =
        visit->screen == SCREEN_PRACTICE || visit->screen == SCREEN_PACE;
    const bool has_leaving = is_begun && visit->leaving_us > 0;
    if (has_leaving)
        clear_leaving(visit);
    visit->view.layout = &visit->layout;
    visit->view.leaving = has_leaving ? &visit->leaving : NULL;
    visit->view.leaving_light =
        has_leaving ? 1.0 - ramp(visit, visit->leaving_us, PAGE_FADE_US, now_us) : 0.0;
    visit->view.focus = visit->focus;
    visit->view.hover = visit->hover;
    visit->view.is_still = !visit->is_moving;
}
