/* SPDX-License-Identifier: MIT */
#include "sound/mix.h"

#include "sound/mix_steps.h"

#include <assert.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

enum { NO_SETTLE = -1, NOT_FOLLOWED = -1, FOLLOW_ONE = 1000000 };

/* While a voice speaks the bed lies 20 dB below it even at its loudest: the voice stands
 * at -23 LUFS, the fullest breath of the sea at -30. */
static const float DUCK_GAIN = 0.18f;

void mix_init(Mix *mix)
{
    memset(mix, 0, sizeof *mix);
    order_init(&mix->box);
    atomic_init(&mix->shown_frames, 0);
    atomic_init(&mix->shown_silent, true);
    atomic_init(&mix->followed, NOT_FOLLOWED);
    mix->end_frames = mix->next_frames = INT64_MAX;
    mix->settle_ms = NO_SETTLE;
    mix->duck.to = mix->marks_part.to = mix->bed_part.to = mix->voice_part.to = 1;
    beds_init(&mix->beds);
}

void mix_set_clips(Mix *mix, ClipTable *clips)
{
    mix->clips = clips;
}

void mix_post(Mix *mix, const MixOrder *order)
{
    assert(order->seek_frames == MIX_KEEP || order->seek_frames >= 0);
    assert(order->levels.volume >= 0 && order->levels.volume <= 100);
    assert(order->levels.marks_less >= 0 && order->levels.marks_less <= 100);
    assert(order->levels.bed_less >= 0 && order->levels.bed_less <= 100);
    assert(order->levels.voice_less >= 0 && order->levels.voice_less <= 100);
    order_post(&mix->box, order);
}

void mix_follow(Mix *mix, double fullness)
{
    assert(fullness >= 0 && fullness <= 1);
    atomic_store(&mix->followed, (int)lrint(fullness * FOLLOW_ONE));
}

void mix_follow_nothing(Mix *mix)
{
    atomic_store(&mix->followed, NOT_FOLLOWED);
}

int64_t mix_position_frames(const Mix *mix)
{
    return atomic_load(&mix->shown_frames);
}

bool mix_is_silent(const Mix *mix)
{
    return !order_is_waiting(&mix->box) && atomic_load(&mix->shown_silent);
}

/* ---- where in the plan ---- */

static void read_next_step(Mix *mix)
{
    mix->next_frames = plan_next_step(mix->plan, &mix->cursor, &mix->next)
                           ? mix_frames_of(mix->next.start_ms)
                           : INT64_MAX;
}

/* Finds the place in a plan that is new or was sought; what began before is not begun
 * again. */
static void find_place(Mix *mix)
{
    const int64_t from_ms =
        (mix->position_frames + MIX_FRAMES_PER_MS - 1) / MIX_FRAMES_PER_MS;
    mix->cursor = plan_cursor_from(mix->plan, from_ms);
    mix->end_frames = mix->plan->count > 0 ? mix_frames_of(plan_end_ms(mix->plan)) : 0;
    read_next_step(mix);
}

static bool is_within(const Mix *mix)
{
    return mix->state == MIX_RUNNING && mix->position_frames < mix->end_frames;
}

/* In a settle step the lungs come to rest from wherever they stood when it began. */
static double settling(Mix *mix, const PlanStep *step, double at_ms)
{
    if (mix->settle_ms != step->start_ms) {
        mix->settle_ms = step->start_ms;
        mix->settle_from = mix->fullness;
    }
    const double u = (at_ms - (double)step->start_ms) / (double)step->length_ms;
    const double way = u <= 0 ? 0 : u >= 1 ? 1 : breath_eased(u);
    return mix->settle_from * (1 - way);
}

/* What the sea follows at the next frame. Where nothing breathes it comes to rest half
 * way, within some seconds. */
static double lungs_at(Mix *mix)
{
    const double half = 0.5, pace = 0.0005;
    const double at_ms = (double)mix->position_frames / MIX_FRAMES_PER_MS;
    PlanBreath breath;
    if (plan_breath_at(mix->plan, at_ms, &breath))
        return breath.fullness;
    const PlanStep step = plan_step_at(mix->plan, (int64_t)at_ms);
    if (step.kind == PLAN_SETTLE)
        return settling(mix, &step, at_ms);
    return mix->fullness + pace * (half - mix->fullness);
}

/* Begins whatever begins with the next frame. */
static void begin_what_is_due(Mix *mix)
{
    if (mix->position_frames == MIX_STILL_FRAMES && is_within(mix))
        ramp_to(&mix->bed_open, 1, MIX_ON_FRAMES);
    while (mix->next_frames <= mix->position_frames) {
        if (mix->position_frames >= MIX_STILL_FRAMES)
            mix_begin_step(mix);
        read_next_step(mix);
    }
}

/* ---- orders ---- */

/* 0 is silence, 1 is -40 dB, 100 is as it was made. */
static float volume_gain(int32_t volume)
{
    return volume == 0 ? 0 : powf(10.0f, -2.0f * (float)(100 - volume) / 99);
}

/* A session that begins with sound has its levels ready before the first of it. */
static int32_t on_frames(const Mix *mix, bool begins)
{
    const int64_t still = MIX_STILL_FRAMES - mix->position_frames;
    if (mix->is_sample)
        return MIX_SAMPLE_FRAMES;
    return begins && still > 0 ? (int32_t)still : MIX_ON_FRAMES;
}

static void smooth_to(Ramp *ramp, float to)
{
    if (ramp->to != to)
        ramp_to(ramp, to, MIX_VOLUME_FRAMES);
}

static void set_parts(Mix *mix, const MixLevels *levels)
{
    smooth_to(&mix->marks_part, volume_gain(100 - levels->marks_less));
    smooth_to(&mix->bed_part, volume_gain(100 - levels->bed_less));
    smooth_to(&mix->voice_part, volume_gain(100 - levels->voice_less));
    smooth_to(&mix->mono, levels->is_mono ? 1 : 0);
}

static void set_levels(Mix *mix, const MixLevels *levels, bool begins)
{
    const float on = levels->is_on ? 1 : 0;
    const float volume = volume_gain(levels->volume);
    if (mix->on.to != on)
        ramp_to(&mix->on, on, levels->is_on ? on_frames(mix, begins) : MIX_OFF_FRAMES);
    if (mix->volume.to != volume)
        ramp_to(&mix->volume, volume, MIX_VOLUME_FRAMES);
    const int32_t bed_frames = mix->is_sample ? MIX_SAMPLE_FRAMES : MIX_BED_FRAMES;
    beds_choose(&mix->beds, levels->bed,
                ramp_rests_at(&mix->bed_open, 0) ? 0 : bed_frames);
    set_parts(mix, levels);
    if (!levels->marks)
        voices_end_marks(&mix->voices, MIX_OFF_FRAMES);
    mix->levels = *levels;
}

/* Where sound itself is still coming, as with a device that was found late, the bed comes
 * no sooner. */
static int32_t bed_back_frames(const Mix *mix)
{
    return mix->is_sample || ramp_rests_at(&mix->on, 1) ? MIX_RESUME_FRAMES
                                                        : MIX_ON_FRAMES;
}

static int32_t off_frames(const Mix *mix)
{
    return mix->state == MIX_HELD ? MIX_HELD_FRAMES : MIX_OFF_FRAMES;
}

/* The bed is open while the practice runs, from the end of the stillness to the close. */
static void set_bed_open(Mix *mix)
{
    const bool is_open = is_within(mix) && mix->position_frames > MIX_STILL_FRAMES;
    const bool has_closed =
        mix->state == MIX_RUNNING && mix->position_frames >= mix->end_frames;
    if (!is_open)
        ramp_end(&mix->bed_open, has_closed ? mix_close_frames(mix) : off_frames(mix));
    else if (mix->bed_open.to == 0)
        ramp_to(&mix->bed_open, 1, bed_back_frames(mix));
}

/* What rang is forgotten; if nobody hears it, at once. */
static void hush(Mix *mix)
{
    if (ramp_rests_at(&mix->on, 0))
        memset(&mix->voices, 0, sizeof mix->voices);
    else
        voices_end_all(&mix->voices, off_frames(mix));
}

static void take_order(Mix *mix)
{
    const MixOrder *order;
    int64_t seek_frames;
    if (order_is_waiting(&mix->box))
        atomic_store(&mix->shown_silent, false);
    if (!order_take(&mix->box, &order, &seek_frames))
        return;
    const bool is_sought = seek_frames != MIX_KEEP;
    const bool begins = is_sought || mix->state != MIX_RUNNING;
    mix->plan = &order->plan;
    mix->state = order->state;
    mix->is_sample = order->is_sample;
    if (is_sought) {
        mix->position_frames = seek_frames;
        mix_forget_breaths(mix);
    }
    if (is_sought || mix->state != MIX_RUNNING)
        hush(mix);
    find_place(mix);
    mix_end_lost_words(mix, &order->levels);
    set_levels(mix, &order->levels, begins);
    set_bed_open(mix);
}

void mix_forget(Mix *mix)
{
    memset(&mix->voices, 0, sizeof mix->voices);
    const float open = mix->bed_open.to;
    mix->bed_open =
        (Ramp){ .to = open, .length_frames = open > 0 ? MIX_RESUME_FRAMES : 0 };
}

/* ---- frames ---- */

/* Lungs that jump (a seek) take a fifth of a second, so the sea is never torn. */
enum { JUMP_FRAMES = MIX_RATE_HZ / 5 };

static double nearer(double from, double to, int32_t whole_frames)
{
    const double most = (double)SYNTH_GRID_FRAMES / whole_frames;
    return to > from + most ? from + most : to < from - most ? from - most : to;
}

/* Whoever is followed is told of with each picture; between two the sea goes on evenly.
 */
static double lungs_now(Mix *mix)
{
    const int followed = atomic_load(&mix->followed);
    if (followed == NOT_FOLLOWED)
        return nearer(mix->fullness, lungs_at(mix), JUMP_FRAMES);
    return nearer(mix->fullness, (double)followed / FOLLOW_ONE, MIX_FOLLOW_FRAMES);
}

/* Moves the control values, once for each point of the grid. */
static void control(Mix *mix)
{
    const float duck = voices_clip_left(&mix->voices) > 0 ? DUCK_GAIN : 1;
    if (mix->duck.to != duck)
        ramp_to(&mix->duck, duck, duck < 1 ? MIX_DUCK_FRAMES : MIX_UNDUCK_FRAMES);
    if (mix->plan != NULL && is_within(mix))
        mix->fullness = lungs_now(mix);
    beds_control(&mix->beds, (float)mix->fullness, !ramp_rests_at(&mix->bed_open, 0));
}

static void write_bed(Mix *mix, float *stereo, int32_t frames)
{
    for (int32_t f = 0; f < frames; f++) {
        float left, right;
        beds_next(&mix->beds, &left, &right);
        const float gain =
            ramp_next(&mix->bed_open) * ramp_next(&mix->bed_part) * ramp_next(&mix->duck);
        stereo[2 * f] = gain * left;
        stereo[2 * f + 1] = gain * right;
    }
}

static void add_part(Ramp *part, const float *own, float *stereo, int32_t frames)
{
    for (int32_t f = 0; f < frames; f++) {
        const float gain = ramp_next(part);
        stereo[2 * f] += gain * own[2 * f];
        stereo[2 * f + 1] += gain * own[2 * f + 1];
    }
}

/* Marks and bells, and words, are made beside the rest, for they have a loudness of
 * their own. */
static void add_voices(Mix *mix, float *stereo, int32_t frames)
{
    float tones[2 * SYNTH_GRID_FRAMES] = { 0 }, words[2 * SYNTH_GRID_FRAMES] = { 0 };
    assert(frames <= SYNTH_GRID_FRAMES);
    voices_add_tones(&mix->voices, tones, frames);
    voices_add_clips(&mix->voices, words, frames);
    add_part(&mix->marks_part, tones, stereo, frames);
    add_part(&mix->voice_part, words, stereo, frames);
}

/* Untouched up to -6 dBFS, never above -3: a net that the default mix stays far above. */
static float limited(float sample)
{
    const float knee = 0.501187f, room = 0.206759f;
    const float size = fabsf(sample);
    if (size <= knee)
        return sample;
    return copysignf(knee + room * tanhf((size - knee) / room), sample);
}

static void finish(Mix *mix, float *stereo, int32_t frames)
{
    for (int32_t f = 0; f < frames; f++) {
        const float gain = ramp_next(&mix->on) * ramp_next(&mix->volume);
        const float left = stereo[2 * f], right = stereo[2 * f + 1];
        const float aside = 0.5f * ramp_next(&mix->mono) * (right - left);
        stereo[2 * f] = limited(gain * (left + aside));
        stereo[2 * f + 1] = limited(gain * (right - aside));
    }
}

/* How many frames there are until something begins or the grid has its next point. */
static int32_t stretch(const Mix *mix, int32_t frames)
{
    int64_t least = SYNTH_GRID_FRAMES - mix->frame % SYNTH_GRID_FRAMES;
    if (frames < least)
        least = frames;
    if (mix->state != MIX_RUNNING)
        return (int32_t)least;
    const int64_t step = mix->next_frames - mix->position_frames;
    const int64_t still = MIX_STILL_FRAMES - mix->position_frames;
    if (step < least)
        least = step;
    if (still > 0 && still < least)
        least = still;
    return (int32_t)least;
}

static bool is_silent_now(const Mix *mix)
{
    if (ramp_rests_at(&mix->on, 0))
        return true;
    return !is_within(mix) && ramp_rests_at(&mix->bed_open, 0) &&
           voices_are_silent(&mix->voices);
}

void mix_render(Mix *mix, float *stereo, int32_t frames)
{
    take_order(mix);
    while (frames > 0) {
        if (mix->state == MIX_RUNNING)
            begin_what_is_due(mix);
        if (mix->frame % SYNTH_GRID_FRAMES == 0)
            control(mix);
        const int32_t count = stretch(mix, frames);
        write_bed(mix, stereo, count);
        add_voices(mix, stereo, count);
        finish(mix, stereo, count);
        mix->frame += count;
        mix->position_frames += mix->state == MIX_RUNNING ? count : 0;
        stereo += (ptrdiff_t)2 * count;
        frames -= count;
    }
    mix_let_go_of_clips(mix);
    atomic_store(&mix->shown_frames, mix->position_frames);
    atomic_store(&mix->shown_silent, is_silent_now(mix));
}
