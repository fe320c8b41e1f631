/* SPDX-License-Identifier: MIT */
#include "sound/cut.h"

#include "sound/cut_fit.h"

#include <assert.h>
#include <string.h>

enum {
    ROOM_BEFORE_MS = 60, /* that stay before a clip … */
    ROOM_BEHIND_MS = 40, /* … and behind it, where words die away */
    FADE_SAMPLES = CUT_RATE / 100
};

/* Some silence around each, as far as there is some. */
static void add_room(const CutHeard *heard, CutClip *clip)
{
    const int32_t end_ms = heard->frame_count * CUT_FRAME_MS;
    clip->from_ms = clip->from_ms > ROOM_BEFORE_MS ? clip->from_ms - ROOM_BEFORE_MS : 0;
    clip->to_ms =
        clip->to_ms + ROOM_BEHIND_MS < end_ms ? clip->to_ms + ROOM_BEHIND_MS : end_ms;
}

static bool has_words(const CutHeard *heard)
{
    for (int32_t i = 0; i < heard->count; i++)
        if (!heard->pieces[i].is_noise)
            return true;
    return false;
}

int32_t cut_lines(CutSound sound, const int32_t expected_ms[], int32_t line_count,
                  CutClip clips[])
{
    assert(line_count > 0 && line_count <= CUT_LINES_MAX);
    for (int32_t i = 0; i < line_count; i++)
        assert(expected_ms[i] > 0);
    CutHeard heard;
    memset(clips, 0, (size_t)line_count * sizeof clips[0]);
    if (!cut_heard_open(&heard, sound))
        return -1;
    const bool is_good =
        !has_words(&heard) || cut_fit(&heard, expected_ms, line_count, clips);
    for (int32_t i = 0; i < line_count; i++)
        if (clips[i].state != CUT_MISSING)
            add_room(&heard, &clips[i]);
    cut_heard_close(&heard);
    return is_good ? cut_count(clips, line_count).found : -1;
}

CutCount cut_count(const CutClip clips[], int32_t line_count)
{
    CutCount count = { 0 };
    for (int32_t i = 0; i < line_count; i++) {
        count.found += clips[i].state != CUT_MISSING;
        count.missing += clips[i].state == CUT_MISSING;
        count.doubtful += clips[i].state == CUT_DOUBTFUL;
        count.doubled += clips[i].times > 1;
    }
    return count;
}

const char *cut_note(const CutClip *clip)
{
    if (clip->state == CUT_MISSING)
        return "not heard: it is shown as text, with a soft bell";
    if (clip->is_left_out)
        return "left out: it is shown as text, with a soft bell";
    if (clip->times > 2)
        return "said more than once: the last time counts";
    if (clip->times == 2)
        return "said twice: the second time counts";
    return clip->state == CUT_DOUBTFUL ? "perhaps not here: worth a listen" : "";
}

bool cut_is_kept(const CutClip *clip)
{
    return clip->state != CUT_MISSING && !clip->is_left_out;
}

/* --- by hand --- */

static int32_t between(int64_t value, int64_t least, int64_t most)
{
    return (int32_t)(value < least ? least : value > most ? most : value);
}

CutClip cut_move_begin(CutClip clip, int32_t by_ms)
{
    const int32_t least =
        clip.to_ms - CUT_CLIP_MAX_MS > 0 ? clip.to_ms - CUT_CLIP_MAX_MS : 0;
    clip.from_ms =
        between((int64_t)clip.from_ms + by_ms, least, clip.to_ms - CUT_CLIP_MIN_MS);
    return clip;
}

CutClip cut_move_end(CutSound sound, CutClip clip, int32_t by_ms)
{
    const int64_t end_ms = sound.count / (CUT_RATE / 1000);
    const int64_t most = clip.from_ms + (int64_t)CUT_CLIP_MAX_MS;
    clip.to_ms = between((int64_t)clip.to_ms + by_ms, clip.from_ms + CUT_CLIP_MIN_MS,
                         most < end_ms ? most : end_ms);
    return clip;
}

int64_t cut_samples(const CutClip *clip)
{
    return (int64_t)(clip->to_ms - clip->from_ms) * (CUT_RATE / 1000);
}

void cut_take(CutSound sound, const CutClip *clip, float out[])
{
    assert(clip->state != CUT_MISSING);
    const int64_t count = cut_samples(clip);
    const int64_t first = (int64_t)clip->from_ms * (CUT_RATE / 1000);
    for (int64_t i = 0; i < count; i++) {
        const bool is_there = first + i < sound.count;
        const int64_t edge = i < count - 1 - i ? i : count - 1 - i;
        const float fade = edge < FADE_SAMPLES ? (float)edge / FADE_SAMPLES : 1.0f;
        out[i] = is_there ? sound.samples[first + i] / 32768.0f * fade : 0;
    }
}
