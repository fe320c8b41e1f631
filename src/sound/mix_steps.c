/* SPDX-License-Identifier: MIT */
#include "sound/mix_steps.h"

#include "core/places.h"

enum {
    CLIP_ROOM_MS = 2000,  /* what a slot leaves behind its clip, or the clip is missing */
    BREATH_ROOM_MS = 300, /* and what a phase of the breath does */
    OWN_BELL_HOLDS = VOICES_CLIPS /* number of the first hold of a bell of one's own */
};

_Static_assert(VOICES_CLIPS + VOICES_OWN_BELLS <= CLIP_TABLE_HOLDS, "a hold for each");

/* ---- words ---- */

/* Where the time of a cue ends: behind its words and the quiet that follows them, but for
 * one that leads to words of its own. */
static int64_t slot_end_frames(const Plan *plan, int32_t part)
{
    do
        part++;
    while (part < plan->count && plan->parts[part].kind == PLAN_QUIET &&
           !places_is_ahead(plan, part));
    return part < plan->count ? mix_frames_of(plan->parts[part].start_ms) : INT64_MAX;
}

/* How long a clip may be that begins with this step. */
static int64_t room_frames(const Mix *mix, const PlanStep *step)
{
    if (step->kind == PLAN_BREATH)
        return mix_frames_of(step->length_ms - BREATH_ROOM_MS);
    const int64_t end = slot_end_frames(mix->plan, step->part);
    return end - mix_frames_of(step->start_ms) - mix_frames_of(CLIP_ROOM_MS);
}

/* Speaks a cue with the step that begins; false when it has no clip that fits. */
static bool speak(Mix *mix, int32_t cue)
{
    const int32_t place = voices_free_clip(&mix->voices);
    const bool has_slot = cue < CLIP_TABLE_CUES || cue == CLIP_TABLE_LINE;
    if (mix->clips == NULL || place < 0 || !has_slot)
        return false;
    const MixClip *clip = clip_table_hold(mix->clips, cue, place);
    if (clip == NULL || clip->frames > room_frames(mix, &mix->next)) {
        clip_table_let_go(mix->clips, place);
        return false;
    }
    voices_end_marks(&mix->voices, MIX_TURN_FRAMES);
    voices_end_soft_bells(&mix->voices, MIX_TURN_FRAMES);
    voices_clip(&mix->voices, place, clip);
    mix->spoken = mix->next;
    return true;
}

/* A cue whose clip is missing is shown and belled, never spoken by another voice. */
static void speak_words(Mix *mix)
{
    if (mix->levels.voice && !speak(mix, mix->next.cue))
        voices_bell(&mix->voices, mix->levels.bell, BELL_CAPTION);
}

/* Whether the step whose words are spoken is still as long as it was. One that is over
 * may have been dropped. */
static bool are_words_there(const Mix *mix)
{
    const PlanStep *spoken = &mix->spoken;
    const PlanStep step = plan_step_at(mix->plan, spoken->start_ms);
    if (step.start_ms == spoken->start_ms && step.kind == spoken->kind)
        return step.length_ms == spoken->length_ms && step.cue == spoken->cue;
    return mix_frames_of(spoken->start_ms + spoken->length_ms) <= mix->position_frames;
}

static bool is_room_left(const Mix *mix, int32_t left_frames)
{
    const int64_t at_ms = mix->position_frames / MIX_FRAMES_PER_MS;
    const PlanStep step = plan_step_at(mix->plan, at_ms);
    return mix->position_frames + left_frames <= slot_end_frames(mix->plan, step.part);
}

void mix_end_lost_words(Mix *mix, const MixLevels *levels)
{
    const int32_t left = voices_clip_left(&mix->voices);
    if (left == 0 || mix->plan->count == 0)
        return;
    const bool is_wanted =
        mix->spoken.kind == PLAN_BREATH ? levels->speaks_breath : levels->voice;
    if (!is_wanted || !are_words_there(mix) || !is_room_left(mix, left))
        voices_end_clips(&mix->voices, MIX_VOICE_OFF_FRAMES);
}

void mix_let_go_of_clips(Mix *mix)
{
    if (mix->clips == NULL)
        return;
    for (int32_t p = 0; p < VOICES_CLIPS; p++)
        if (voices_clip_is_free(&mix->voices, p))
            clip_table_let_go(mix->clips, p);
    for (int32_t p = 0; p < VOICES_OWN_BELLS; p++)
        if (voices_own_bell_is_free(&mix->voices, p))
            clip_table_let_go(mix->clips, OWN_BELL_HOLDS + p);
}

/* ---- the breath ---- */

/* Whether no breath moves after this one: only rest, a message and the close follow. */
static bool is_last_exhale(const Mix *mix)
{
    if (mix->next.phase != BREATH_OUT)
        return false;
    PlanCursor cursor = mix->cursor;
    PlanStep step = { .kind = PLAN_CLOSE };
    do {
        if (!plan_next_step(mix->plan, &cursor, &step))
            return false;
    } while (step.kind == PLAN_MESSAGE ||
             (step.kind == PLAN_BREATH && step.phase == BREATH_HOLD_EMPTY));
    return step.kind == PLAN_CLOSE;
}

void mix_forget_breaths(Mix *mix)
{
    mix->breaths = (MixBreaths){ .count = 0 };
}

/* A ramp lengthens each breath by a twentieth, and slower comes as gently: both need no
 * words. A breath that differs by more than a sixteenth, or has other phases, does. */
static bool is_pace_new(const MixBreaths *before, const MixBreaths *now)
{
    const int64_t apart = now->round_ms - before->round_ms;
    return (apart < 0 ? -apart : apart) * 16 > before->round_ms ||
           now->phases != before->phases;
}

/* Counts the breaths since the words began anew. */
static void count_breath(Mix *mix)
{
    const PlanPart *part = &mix->plan->parts[mix->next.part];
    const int64_t round_start_ms = part->start_ms + mix->next.round * plan_round_ms(part);
    if (mix->next.start_ms != round_start_ms)
        return;
    MixBreaths now = { .count = mix->breaths.count + 1, .round_ms = plan_round_ms(part) };
    for (int p = 0; p < BREATH_PHASE_COUNT; p++)
        now.phases |= part->phase_ms[p] > 0 ? 1u << p : 0;
    if (is_pace_new(&mix->breaths, &now))
        now.count = 1;
    mix->breaths = now;
}

/* Words for the first three breaths, then for every second to the seventh, for every
 * fourth to the nineteenth, and then for none: by then it is known. */
static bool is_breath_spoken(int64_t breath)
{
    if (breath <= 3)
        return breath > 0;
    return breath <= 7 ? breath % 2 == 1 : breath <= 19 && breath % 4 == 3;
}

static bool speak_turn(Mix *mix)
{
    if (!mix->levels.speaks_breath || mix->clips == NULL ||
        !is_breath_spoken(mix->breaths.count))
        return false;
    return speak(mix, mix->clips->breath_cues[mix->next.phase]);
}

/* No tone lies under a word. */
static void turn_breath(Mix *mix)
{
    count_breath(mix);
    voices_end_marks(&mix->voices, MIX_TURN_FRAMES);
    if (!speak_turn(mix) && mix->levels.marks)
        voices_mark(&mix->voices, tone_shape_of(mix->next.phase));
    if ((mix->levels.marks || mix->levels.bed != MIX_BED_NONE) && is_last_exhale(mix))
        voices_bowl(&mix->voices);
}

/* ---- bells and the close ---- */

/* A bell of one's own; false when there is none. */
static bool ring_own(Mix *mix, PlanBell which)
{
    const int32_t place = voices_free_own_bell(&mix->voices);
    if (mix->levels.bell != MIX_BELL_OWN || mix->clips == NULL || place < 0)
        return false;
    const int32_t hold = OWN_BELL_HOLDS + place;
    const MixClip *clip = clip_table_hold(mix->clips, CLIP_TABLE_BELL, hold);
    if (clip != NULL)
        voices_own_bell(&mix->voices, place, clip, which);
    return clip != NULL;
}

static void ring(Mix *mix)
{
    const int32_t cue = mix->next.cue;
    const bool is_named = cue >= 0 && cue < PLAN_BELL_COUNT;
    const PlanBell which = is_named ? (PlanBell)cue : PLAN_BELL_INTERVAL;
    if (!mix->levels.bells)
        return;
    if (which == PLAN_BELL_MARK || !ring_own(mix, which))
        voices_bell(&mix->voices, mix->levels.bell, (int32_t)which);
}

int64_t mix_tail_frames(const Plan *plan)
{
    for (int32_t p = 0; p < plan->count; p++)
        if (plan->parts[p].kind == PLAN_BELL && plan->parts[p].cue == PLAN_BELL_CLOSE)
            return MIX_BELL_TAIL_FRAMES;
    return MIX_TAIL_FRAMES;
}

int32_t mix_close_frames(const Mix *mix)
{
    return mix->is_sample ? MIX_SAMPLE_TAIL_FRAMES : MIX_TAIL_FRAMES;
}

static void close_plan(Mix *mix)
{
    voices_end_at_close(&mix->voices, mix_close_frames(mix), MIX_BELL_TAIL_FRAMES);
    ramp_end(&mix->bed_open, mix_close_frames(mix));
}

void mix_begin_step(Mix *mix)
{
    switch (mix->next.kind) {
    case PLAN_SETTLE: mix_forget_breaths(mix); break;
    case PLAN_BREATH: turn_breath(mix); break;
    case PLAN_WORDS: speak_words(mix); break;
    case PLAN_BELL: ring(mix); break;
    case PLAN_CLOSE: close_plan(mix); break;
    default: break;
    }
}
