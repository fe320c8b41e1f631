/* SPDX-License-Identifier: MIT */
#include "app/places_shelf.h"
#include "app/voice_shelf.h"
#include "bench/bench.h"
#include "core/scan.h"
#include "sound/device.h"
#include "sound/export.h"
#include "store/voices.h"
#include "support/sound_rig.h"

#include <SDL.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { SCAN_MS = 600000, WAIT_MS = 60000 };
enum { BLOCK_FRAMES = 1024, COST_S = 120, BREATHS = 30, TURNS = 12, SHORT_FRAMES = 4800 };

/* What a practice with a bed and marks costs while it plays. */
static void cost(void)
{
    static float block[2 * BLOCK_FRAMES];
    const Plan plan = rig_plan("4-6", 0, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    const double from_s = bench_cpu_s();
    for (int64_t f = 0; f < COST_S * (int64_t)MIX_RATE_HZ; f += BLOCK_FRAMES)
        mix_render(&rig->mix, block, BLOCK_FRAMES);
    const double part = (bench_cpu_s() - from_s) / COST_S;
    bench_line("sound, part of a core", "under 0.005", "%.4f (%.0f x real time)", part,
               1 / part);
    rig_close(rig);
}

static void rate(const char *folder, const char *ending, const char *target)
{
    char path[512], figure[64];
    Error error = { "" };
    const Plan plan = rig_plan("4-6", BREATHS, 3000);
    const MixLevels levels = rig_levels(RIG_ALL);
    snprintf(path, sizeof path, "%s/bench.%s", folder, ending);
    snprintf(figure, sizeof figure, "export to .%s", ending);
    const double from_s = bench_cpu_s();
    const bool is_written = export_sound(&plan, &levels, path, NULL, &error);
    const double used_s = bench_cpu_s() - from_s;
    unlink(path);
    if (is_written)
        bench_line(figure, target, "%.0f x real time",
                   (double)plan_end_ms(&plan) / 1000 / used_s);
    else
        bench_line(figure, target, "%s", error.text);
}

/* A body scan of ten minutes with its voice: its clips, then its sound. */
static void scan(const char *folder)
{
    char path[512];
    Plan plan;
    Error error = { "" };
    PlacesShelf *places = places_shelf_open(&error);
    if (places == NULL) {
        bench_line("export of a body scan", "over 100", "%s", error.text);
        return;
    }
    const VoiceWish wish = { .voice = VOICES_USUAL, .speaks = true };
    const MixLevels levels = {
        .is_on = true, .voice = true, .bells = true, .volume = 100
    };
    VoiceShelf *voice = voice_shelf_open(places_cues(places), NULL);
    ScanRequest request = scan_default(places_regions(places));
    places_shelf_use_voice(places, VOICES_USUAL);
    request.length_ms = SCAN_MS;
    scan_lay_out(places_regions(places), places_cues(places), &request, &plan);
    const double from_s = bench_cpu_s();
    voice_shelf_mind(voice, &wish, &plan, 1, 0);
    voice_shelf_wait(voice, WAIT_MS);
    const double decoded_s = bench_cpu_s() - from_s;
    const ExportAside aside = { .clips = voice_shelf_clips(voice) };
    snprintf(path, sizeof path, "%s/bench-scan.flac", folder);
    export_sound(&plan, &levels, path, &aside, &error);
    const double all_s = bench_cpu_s() - from_s;
    unlink(path);
    bench_line("decoding a body scan's clips", "before they are heard", "%.2f s",
               decoded_s);
    bench_line("export of a body scan to .flac", "over 100 x real time",
               "%.0f x real time", SCAN_MS / 1000.0 / all_s);
    voice_shelf_close(voice);
    places_shelf_close(places);
}

/* The furthest that a mark begins from the frame of its turn. */
static void onsets(void)
{
    const Plan plan = rig_plan("4-6", TURNS / 2, 3000);
    Rig *rig = rig_played(&plan, RIG_MARKS);
    int64_t furthest = 0;
    PlanCursor cursor = plan_cursor_from(&plan, 0);
    PlanStep step;
    while (plan_next_step(&plan, &cursor, &step)) {
        const int64_t turn = step.start_ms * MIX_FRAMES_PER_MS;
        if (step.kind != PLAN_BREATH)
            continue;
        const Sound near =
            sound_part(rig_sound(rig), turn - SHORT_FRAMES, turn + MIX_RATE_HZ);
        const int64_t away = llabs(sound_first_frame(near) - SHORT_FRAMES);
        furthest = away > furthest ? away : furthest;
    }
    bench_line("a mark begins, from where it is planned", "0 frames", "%lld frames",
               (long long)furthest);
    rig_close(rig);
}

static double since_ms(uint64_t counter)
{
    return (double)(SDL_GetPerformanceCounter() - counter) * 1e3 /
           (double)SDL_GetPerformanceFrequency();
}

/* How long the thread that draws waits for the sound device, and how long it takes. */
static void device(void)
{
    const Plan plan = rig_plan("4-6", 1, 3000);
    Rig *rig = rig_open(&plan, RIG_ALL);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    uint64_t from = SDL_GetPerformanceCounter();
    Device *device = device_open(&rig->mix);
    const double asked_ms = since_ms(from);
    while (device_is_coming(device))
        sched_yield();
    bench_line("asking for a sound device; until it is live", "under 1 frame; any",
               "%.2f ms; %.1f ms", asked_ms, since_ms(from));
    from = SDL_GetPerformanceCounter();
    device_rest(device);
    const double rested_ms = since_ms(from);
    device_close(device);
    bench_line("letting it go; until it is closed", "under 1 frame; any",
               "%.2f ms; %.1f ms", rested_ms, since_ms(from));
    rig_close(rig);
}

void bench_sound(const char *folder)
{
    device();
    cost();
    rate(folder, "wav", "over 200");
    rate(folder, "flac", "over 150");
    rate(folder, "ogg", "over 70");
    scan(folder);
    onsets();
}
