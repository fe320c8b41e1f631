/* SPDX-License-Identifier: MIT */
/* What there is to see: the scene of the moment. */
#include "app/visit_parts.h"

#include <math.h>

enum {
    WORD_FADE_US = 120000,
    HINT_FADE_US = 400000,
    ANSWER_US = 4000000,
    LEGEND_FADE_US = 600000,
    HINT_BREATHS = 3
};

static void wake_at(Visit *visit, int64_t at_us)
{
    if (at_us < visit->wake_us)
        visit->wake_us = at_us;
}

/* 0 before start_us, 1 after start_us + length_us. Notes when there is more to see. */
double visit_ramp(Visit *visit, int64_t start_us, int64_t length_us, int64_t now_us)
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
        visit->word_us = is_first && visit->leaving_us > 0
                             ? visit->begun_us + VISIT_PAGE_FADE_US
                             : now_us;
    }
    const bool is_figure = visit_figure_kind(visit) == FIGURE_WORDS;
    scene->word_light = visit_ramp(
        visit, visit->word_us,
        is_figure ? VISIT_WORDS_FADE_MS * INT64_C(1000) : WORD_FADE_US, now_us);
    scene->word = is_figure ? "" : visit->word;
    scene->word_before =
        scene->word_light < 1.0 && !is_figure ? visit->word_before : NULL;
}

bool visit_show_answer(Visit *visit, int64_t now_us)
{
    const bool is_of_before = visit->answer_us < visit->screen_us &&
                              visit->screen != SCREEN_PRACTICE &&
                              visit->screen != SCREEN_PACE;
    if (visit->answer == NULL || is_of_before ||
        now_us >= visit->answer_us + ANSWER_US + HINT_FADE_US)
        return false;
    visit->scene.hint = visit->answer;
    visit->scene.hint_is_answer = true;
    visit->scene.hint_light =
        1.0 - visit_ramp(visit, visit->answer_us + ANSWER_US, HINT_FADE_US, now_us);
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

/* Whether nothing of it was there yet, but for pauses. What was paused later settles as
 * well, and is shorter by then than what was told. */
static bool is_before_begin(const Visit *visit, int64_t now_us)
{
    const Player *player = visit->house.player;
    const int64_t at_ms = (int64_t)player_ms(player, now_us);
    const PlanStep step = plan_step_at(&player->session.plan, at_ms);
    return step.kind == PLAN_SETTLE && step.start_ms < visit->told_ms;
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
    } else if (session->state == SESSION_RUNNING && is_before_begin(visit, now_us)) {
        scene->hint = visit->told;
        scene->hint_light =
            visit_ramp(visit, visit->begun_us + VISIT_PAGE_FADE_US, HINT_FADE_US, now_us);
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
        visit->over_us > 0 ? 1.0 - visit_ramp(visit, visit->over_us, HINT_FADE_US, now_us)
                           : visit_ramp(visit, visit->begun_us + VISIT_PAGE_FADE_US,
                                        HINT_FADE_US, now_us);
}

static void show_practice(Visit *visit, const SessionMoment *moment, int64_t now_us)
{
    Scene *scene = &visit->scene;
    const Session *session = &visit->house.player->session;
    visit_show_word(visit, practice_word(visit, moment), now_us);
    show_hint(visit, moment, now_us);
    show_time_left(visit, now_us);
    scene->legend_light =
        1.0 - visit_ramp(visit, visit->legend_us, LEGEND_FADE_US, now_us);
    scene->has_holds = breath_has_holds(&session->base);
    scene->has_breaths = visit_is_breathing(visit);
    scene->practice = (ScenePractice)visit->running;
    scene->press_says = session->state == SESSION_PAUSED ? "go on" : NULL;
    scene->on_says = visit->reach.is_pause ? "write a line" : NULL;
    if (visit->running == PRACTICE_SCAN)
        visit_scan_show(visit, moment, now_us);
}

static void show_list(Visit *visit, int64_t now_us)
{
    const VisitList *list = &visit->list;
    Scene *scene = &visit->scene;
    visit_home_show_face(visit, scene);
    for (int32_t i = 0; i < list->count; i++)
        scene->choices[i] = list->labels[i];
    scene->choice_count = list->count;
    scene->chosen = list->chosen;
    scene->detail = list->detail;
    scene->out_says = "back";
    visit_tell_answer(visit, scene, now_us);
}

static void show_after(Visit *visit, int64_t now_us)
{
    static const char *const buttons[] = { "Go on", "Something smaller", "Home" };
    Scene *scene = &visit->scene;
    visit_message_show(visit, scene, now_us);
    for (scene->choice_count = 0; scene->choice_count < 3; scene->choice_count++)
        scene->choices[scene->choice_count] = buttons[scene->choice_count];
    scene->out_says = "closes Leeway";
    visit_show_answer(visit, now_us);
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
    case SCREEN_HOME: visit_home_show(visit, scene, now_us); break;
    case SCREEN_LIST: show_list(visit, now_us); break;
    case SCREEN_PRACTICE: show_practice(visit, moment, now_us); break;
    case SCREEN_AFTER: show_after(visit, now_us); break;
    case SCREEN_CHOICES:
        visit_show_answer(visit, now_us);
        visit_show_ways(visit, scene);
        break;
    case SCREEN_PACE: visit_pace_show(visit, scene, now_us); break;
    case SCREEN_SETTINGS: visit_settings_show(visit, scene, now_us); break;
    case SCREEN_SOUNDS: visit_sounds_show(visit, scene, now_us); break;
    case SCREEN_OWN: visit_own_show(visit, scene, now_us); break;
    case SCREEN_MAKER: visit_maker_show(visit, scene, now_us); break;
    case SCREEN_KEPT: visit_kept_show(visit, scene, now_us); break;
    case SCREEN_SHOWN: visit_shown_show(visit, scene, now_us); break;
    case SCREEN_PLACES: visit_places_show(visit, scene, now_us); break;
    case SCREEN_WRITE: visit_write_show(visit, scene, now_us); break;
    case SCREEN_VOICE: visit_voice_show(visit, scene, now_us); break;
    case SCREEN_MARKED: visit_marked_show(visit, scene, now_us); break;
    case SCREEN_MINE: visit_mine_show(visit, scene, now_us); break;
    case SCREEN_PEOPLE: visit_people_show(visit, scene, now_us); break;
    case SCREEN_PERSON: visit_person_show(visit, scene, now_us); break;
    case SCREEN_ABOUT: visit_about_show(visit, scene); break;
    case SCREEN_KEYS:
        scene->never_holds = visit->settings.holds == SETTINGS_HOLDS_NEVER;
        scene->out_says = "back";
        break;
    default: break;
    }
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

/* Where the words grow, or a line comes below, the frame that scrolls with them stays in
 * view; on a page that is come back to it is in view from the first picture on, and a
 * field while it is written in. */
static void mind_frame(Visit *visit)
{
    Layout *layout = &visit->layout;
    const bool is_new = visit->shown_percent != visit->settings.text_percent ||
                        visit->shown_screen != visit->screen ||
                        layout->scroll_view.h < visit->shown_view_px;
    visit->shown_view_px = layout->scroll_view.h;
    visit->shown_percent = visit->settings.text_percent;
    visit->shown_screen = visit->screen;
    const bool is_written = visit->focus == CONTROL_FIELD && visit->field.is_followed;
    if ((!is_new && !is_written) || layout->fit != FIT_SCROLL ||
        visit->focus == CONTROL_NONE)
        return;
    const int32_t most = layout->scroll_max_px;
    const int32_t shown = visit->scroll_px < most ? visit->scroll_px : most;
    visit->scroll_px = visit->scene.scroll_px =
        layout_scroll_to(layout, visit->focus, shown);
    screen_lay_out(&visit->scene, visit->house.text, layout);
}

void visit_show(Visit *visit, int64_t now_us)
{
    const Player *player = visit->house.player;
    SessionMoment moment = { .kind = PLAN_CLOSE };
    visit->is_moving = visit->is_stale = false;
    visit->wake_us = INT64_MAX;
    if (player->session.plan.count > 0)
        moment = session_moment(&player->session, player_ms(player, now_us));
    show_scene(visit, &moment, now_us);
    screen_lay_out(&visit->scene, visit->house.text, &visit->layout);
    mind_frame(visit);
    visit_field_shown(visit);
    visit_shape_words_back(visit);
    drop_lost_frame(visit);
    visit_show_figure(visit, &moment, now_us);
    note_wakes(visit, now_us);

    const bool is_begun =
        visit->screen == SCREEN_PRACTICE || visit->screen == SCREEN_PACE;
    const bool has_leaving = is_begun && visit->leaving_us > 0;
    if (has_leaving)
        clear_leaving(visit);
    visit->view.layout = &visit->layout;
    visit->view.leaving = has_leaving ? &visit->leaving : NULL;
    visit->view.leaving_light = has_leaving ? 1.0 - visit_ramp(visit, visit->leaving_us,
                                                               VISIT_PAGE_FADE_US, now_us)
                                            : 0.0;
    visit->view.focus = visit->focus;
    visit->view.hover = visit->hover;
    visit->view.is_still = !visit->is_moving;
}
