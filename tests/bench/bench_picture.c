/* SPDX-License-Identifier: MIT */
#include "bench/bench.h"
#include "support/visit_rig.h"
#include "view/body.h"
#include "view/path.h"
#include "view/picture.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { WIDTH = 1280, HEIGHT = 720, MINUTE_MS = 60000, DRIFT_MS = 8 * 3600000 };

/* What was seen and spent, frame by frame. */
typedef struct Eye {
    Raster raster;
    RasterTables *tables;
    Picture picture;
    int32_t frames, drawn;
    double painting_s;
    double orb_px[2]; /* as it was two frames ago and one */
    double late_ms;   /* the furthest that a turn was seen from where it is */
} Eye;

/* How far practice time `at_ms` lies from the turn of a breath that is nearest. */
static double from_turn_ms(const Plan *plan, double at_ms)
{
    const PlanStep step = plan_step_at(plan, (int64_t)at_ms);
    const double before = at_ms - (double)step.start_ms;
    return fmin(before, (double)step.length_ms - before);
}

/* A turn is where the shape was larger, or smaller, than both before and after. */
static void mind_turn(Eye *eye, const VisitRig *rig)
{
    const double orb_px = rig->visit.view.figure.orb_px;
    const double before = eye->orb_px[1] - eye->orb_px[0],
                 after = orb_px - eye->orb_px[1];
    eye->orb_px[0] = eye->orb_px[1];
    eye->orb_px[1] = orb_px;
    if (before * after >= 0 || eye->frames < 3)
        return;
    const double then_ms =
        player_ms(&rig->player, rig->now_us) - VISIT_RIG_FRAME_US / 1000.0;
    eye->late_ms = fmax(eye->late_ms, from_turn_ms(&rig->player.session.plan, then_ms));
}

static void look(VisitRig *rig)
{
    Eye *eye = rig->watcher;
    Rect rects[PICTURE_RECTS_MAX];
    Paint paint = paint_pixels(&eye->raster, eye->tables, rig->text, &theme_night);
    const double from_s = bench_cpu_s();
    eye->drawn +=
        picture_paint(&eye->picture, &paint, &rig->visit.view, rects) > 0 ? 1 : 0;
    eye->painting_s += bench_cpu_s() - from_s;
    mind_turn(eye, rig);
    eye->frames++;
}

/* Where the step that eight hours lie in begins, against where it should. */
static int64_t drift_ms(void)
{
    Plan plan = { .count = 1 };
    plan.parts[0] = (PlanPart){ .kind = PLAN_BREATH, .rounds = PLAN_OPEN };
    plan.parts[0].phase_ms[BREATH_IN] = 4000;
    plan.parts[0].phase_ms[BREATH_OUT] = 6000;
    return plan_step_at(&plan, DRIFT_MS).start_ms - DRIFT_MS;
}

static void tell(const Eye *eye, double turning_s)
{
    const double frame_ms = VISIT_RIG_FRAME_US / 1000.0;
    bench_line("pictures drawn in a minute of 4-6", "only where a quarter px moved",
               "%d of %d frames", eye->drawn, eye->frames);
    bench_line("painting one of them", "", "%.3f ms", eye->painting_s * 1e3 / eye->drawn);
    bench_line("painting, part of a core", "", "%.4f", eye->painting_s / 60);
    bench_line("laying out and deciding, part of a core", "", "%.4f",
               (turning_s - eye->painting_s) / 60);
    bench_line("a turn seen, from where it is planned", "under 1 frame", "%.2f frames",
               eye->late_ms / frame_ms);
    bench_line("drift of the plan over 8 hours", "0 ms", "%lld ms",
               (long long)drift_ms());
}

/* A page full of words beside a figure that moves. */
static void bench_settings(VisitRig *rig)
{
    rig->on_frame = NULL;
    visit_rig_play(rig, "out 2000");
    visit_rig_press(rig, CONTROL_CHOICE + 2);
    visit_rig_wait(rig, 2000);
    visit_rig_press(rig, CONTROL_FOOT + FOOT_SETTINGS);
    visit_rig_wait(rig, 2000);
    assert(rig->visit.screen == SCREEN_SETTINGS && rig->visit.is_moving);
    const double from_s = bench_cpu_s();
    visit_rig_wait(rig, MINUTE_MS);
    bench_line("laying out a page of settings, part of a core", "", "%.4f",
               (bench_cpu_s() - from_s) / 60);
}

/* While a place lights, every frame; behind it a scan rests and paints nothing. */
static void bench_scan(Eye *eye, FigureKind kind)
{
    enum { PICTURES = 200 };
    Figure figure = { .x_px = WIDTH / 2.0, .y_px = 0.36 * HEIGHT, .light = 1 };
    const Path path = path_make(FIGURE_RING * HEIGHT, 0, 34, 12);
    path_show(&path, &figure);
    if (kind == FIGURE_BODY)
        body_show(FIGURE_RING * HEIGHT, &figure);
    figure.place = 12;
    figure.place_before = 11;
    figure.body_lit = body_parts_of("hands-and-arms");
    figure.body_before = body_parts_of("back");
    eye->raster.clip = raster_figure_rect(&figure);
    const double from_s = bench_cpu_s();
    for (int i = 0; i < PICTURES; i++) {
        figure.place_light = (double)i / PICTURES;
        raster_background(&eye->raster, &theme_night);
        raster_figure(&eye->raster, eye->tables, &figure, &theme_night);
    }
    const double each_ms = (bench_cpu_s() - from_s) * 1e3 / PICTURES;
    bench_line(kind == FIGURE_BODY ? "painting a body in which a place lights"
                                   : "painting a path on which a place lights",
               "0.8 s for each place, then none", "%.3f ms", each_ms);
    eye->raster.clip = (Rect){ 0, 0, WIDTH, HEIGHT };
}

void bench_picture(const char *assets)
{
    static Eye eye;
    eye = (Eye){ .tables = raster_tables_open(WIDTH, HEIGHT, NULL) };
    eye.raster = (Raster){
        calloc(WIDTH * HEIGHT, 4), WIDTH, HEIGHT, WIDTH, { 0, 0, WIDTH, HEIGHT }
    };
    assert(eye.tables != NULL && eye.raster.pixels != NULL);
    VisitRig *rig = visit_rig_open(assets);
    rig->frame_us = VISIT_RIG_FRAME_US;
    visit_rig_play(rig, "press 10000");
    rig->watcher = &eye;
    rig->on_frame = look;
    const double from_s = bench_cpu_s();
    visit_rig_wait(rig, MINUTE_MS);
    tell(&eye, bench_cpu_s() - from_s);
    bench_scan(&eye, FIGURE_PATH);
    bench_scan(&eye, FIGURE_BODY);
    bench_settings(rig);
    visit_rig_close(rig);
    raster_tables_close(eye.tables);
    free(eye.raster.pixels);
}
