/* SPDX-License-Identifier: MIT */
#include "sound/cut_fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Costs are logarithms of how unlikely something is, as far as anyone can say: what they
 * are worth was tried on recordings with everything in them that goes wrong. */
#define LENGTH_SIGMA 0.2 /* of the logarithm of a line's length by what is expected */
#define LENGTH_COST_MAX 12.0
#define MISSING_COST 4.5
#define AGAIN_COST 3.5        /* a line is said once more … */
#define LIKE_COST 3.2         /* … less this where it sounds the same */
#define SAME_COST 9.0         /* what sounds the same is another line … */
#define SAME_LEAST 0.55       /* … no two lines are as much alike as this … */
#define SAME_MOST 0.75        /* … and two readings of one hardly less */
#define NOISE_SKIP_COST 0.1   /* a breath stands beside the lines … */
#define NOISE_INSIDE_COST 0.7 /* … rather than in one */
#define WORDS_SKIP_COST 1.5
#define WORDS_SKIP_MORE 2.5 /* for as much as a whole line */
#define PAUSE_COST 3.0      /* a pause as long as those between lines is in one … */
#define PAUSE_COST_MAX 4.5
#define HASTE_COST 3.0 /* … or there is none between two */
#define DOUBT_COST 1.5 /* another way that costs only so much more is a doubt */
#define ODD_COST 4.0   /* and so is a line of such an unlikely length */
#define FAR 1e9

enum {
    GROUP_MAX = 24,     /* pieces of one line */
    PAUSE_COUNTED = 30, /* frames of a pause that belong to how long a line takes */
    GROUP_FRAMES_MAX = CUT_CLIP_MAX_MS / CUT_FRAME_MS,
    ELSEWHERE = 30, /* frames: a cut this far off is another one */
    TEMPOS = 11,    /* that are tried, each an eighth quicker than the last */
};

#define TEMPO_STEP 1.125
#define TEMPO_SIGMA 0.2 /* of its logarithm, by what is expected … */
#define TEMPO_LINES 4   /* … for each of so many lines */

/* Where a way stands between two lines: the last one may be said once more only if it was
 * said. */
typedef struct Place {
    int32_t line;
    bool is_said; /* the line before */
} Place;

/* The lines, what was heard, and what every way to lay one on the other costs. */
typedef struct Fit {
    const CutHeard *heard;
    const int32_t *expected_ms;
    int32_t line_count;
    double tempo;      /* frames for each expected millisecond */
    double mean_line;  /* frames */
    double line_pause; /* frames: what usually lies between two lines */
    float *from_begin; /* [pieces + 1][places]: the least cost up to there … */
    float *to_end;     /* … and from there on */
    float *likeness;   /* [pieces][GROUP_MAX]: of a group to what was said before it */
    float *same;       /* … or of the most alike that it is a part of */
} Fit;

/* Some pieces in a row, as one line. */
typedef struct Group {
    int32_t first, end; /* pieces, half-open */
    double frames;      /* how long it takes, long pauses cut */
    double cost;        /* of its pauses and of the noises in it */
} Group;

static int32_t place_count(const Fit *fit)
{
    return 2 * (fit->line_count + 1);
}

static Place place_of(int32_t index)
{
    /* Before the first line nothing was said. */
    return (Place){ index / 2, index % 2 == 1 && index > 1 };
}

static Place behind(int32_t line, bool is_said)
{
    return (Place){ line + 1, is_said };
}

static float *cell(float *table, const Fit *fit, int32_t piece, Place place)
{
    const size_t index = (size_t)(2 * place.line + place.is_said);
    return &table[(size_t)piece * (size_t)place_count(fit) + index];
}

/* --- what things cost --- */

static int32_t pause_before(const Fit *fit, int32_t piece)
{
    if (piece == 0 || piece == fit->heard->count)
        return INT32_MAX;
    return fit->heard->pieces[piece].from - fit->heard->pieces[piece - 1].to;
}

static double pause_inside_cost(const Fit *fit, int32_t pause)
{
    const double share = pause / fit->line_pause;
    return fmin(PAUSE_COST_MAX, PAUSE_COST * share * share);
}

static double pause_between_cost(const Fit *fit, int32_t pause)
{
    return HASTE_COST * fmax(0, 1 - pause / (0.8 * fit->line_pause));
}

static double skip_cost(const Fit *fit, int32_t index)
{
    const CutPiece *piece = &fit->heard->pieces[index];
    const double share = (piece->to - piece->from) / fit->mean_line;
    return piece->is_noise ? NOISE_SKIP_COST
                           : WORDS_SKIP_COST + WORDS_SKIP_MORE * fmin(1, share);
}

static double length_cost(const Fit *fit, double frames, int32_t line)
{
    const double off = log(frames / (fit->tempo * fit->expected_ms[line]));
    return fmin(LENGTH_COST_MAX, off * off / (2 * LENGTH_SIGMA * LENGTH_SIGMA));
}

/* The group that has one piece more; false when that cannot be a line any more. */
static bool grow(const Fit *fit, Group *group)
{
    const int32_t next = group->end;
    if (next == fit->heard->count || next - group->first == GROUP_MAX)
        return false;
    const CutPiece *piece = &fit->heard->pieces[next];
    if (next > group->first) {
        const int32_t pause = pause_before(fit, next);
        group->frames += pause < PAUSE_COUNTED ? pause : PAUSE_COUNTED;
        group->cost += pause_inside_cost(fit, pause);
    }
    group->frames += piece->to - piece->from;
    group->cost += piece->is_noise ? NOISE_INSIDE_COST : 0;
    group->end++;
    return piece->to - fit->heard->pieces[group->first].from <= GROUP_FRAMES_MAX;
}

/* The next group from a piece on that begins and ends with words. */
static bool next_group(const Fit *fit, Group *group)
{
    const CutPiece *pieces = fit->heard->pieces;
    if (group->first < fit->heard->count && pieces[group->first].is_noise)
        return false;
    bool is_line = grow(fit, group);
    while (is_line && pieces[group->end - 1].is_noise)
        is_line = grow(fit, group);
    return is_line;
}

static int32_t index_of(const Group *group)
{
    return group->first * GROUP_MAX + group->end - group->first - 1;
}

/* The group is a line, whichever time. */
static double said_cost(const Fit *fit, const Group *group, int32_t line)
{
    const double sides = pause_between_cost(fit, pause_before(fit, group->first)) +
                         pause_between_cost(fit, pause_before(fit, group->end));
    return group->cost + sides / 2 + length_cost(fit, group->frames, line);
}

/* The group is line `line`, and no part of what was said before it. */
static double group_cost(const Fit *fit, const Group *group, int32_t line)
{
    const double over = fit->same[index_of(group)] - SAME_LEAST;
    const double same = fmin(1, fmax(0, over / (SAME_MOST - SAME_LEAST)));
    return SAME_COST * same + said_cost(fit, group, line);
}

/* The group is line `line` once more. */
static double again_cost(const Fit *fit, const Group *group, int32_t line)
{
    return AGAIN_COST - LIKE_COST * fit->likeness[index_of(group)] +
           said_cost(fit, group, line);
}

/* --- what sounds like what was said before it --- */

static bool is_group_apart(const Fit *fit, const Group *group)
{
    const double least = 0.4 * fit->line_pause;
    return pause_before(fit, group->first) > least &&
           pause_before(fit, group->end) > least;
}

/* The best likeness to a group that ends right before this one, noises left out. */
static double likeness_before(const Fit *fit, const Group *group)
{
    const CutPiece *pieces = fit->heard->pieces;
    int32_t end = group->first;
    double best = 0;
    while (end > 0 && pieces[end - 1].is_noise)
        end--;
    for (int32_t first = end - 1; first >= 0 && end - first <= GROUP_MAX; first--) {
        if (pieces[end - 1].to - pieces[first].from > GROUP_FRAMES_MAX)
            break;
        best = fmax(best, cut_likeness(fit->heard, pieces[group->first].from,
                                       pieces[group->end - 1].to, pieces[first].from,
                                       pieces[end - 1].to));
    }
    return best;
}

static void find_likeness(const Fit *fit)
{
    for (int32_t first = 0; first < fit->heard->count; first++) {
        Group group = { .first = first, .end = first };
        while (next_group(fit, &group))
            if (is_group_apart(fit, &group))
                fit->likeness[index_of(&group)] = (float)likeness_before(fit, &group);
    }
}

/* A part of what was said before is no line either. */
static void find_same(const Fit *fit)
{
    for (int32_t first = 0; first < fit->heard->count; first++)
        for (int32_t length = GROUP_MAX - 1; length >= 0; length--) {
            const int32_t i = first * GROUP_MAX + length;
            fit->same[i] = fit->likeness[i];
            if (length == GROUP_MAX - 1)
                continue;
            fit->same[i] = fmaxf(fit->same[i], fit->same[i + 1]);
            if (first > 0)
                fit->same[i] = fmaxf(fit->same[i], fit->same[i + 1 - GROUP_MAX]);
        }
}

/* --- the least cost --- */

static void lower(float *cost, double other)
{
    if (other < *cost)
        *cost = (float)other;
}

/* Every way on from a place, written into the places it leads to. */
static void go_on(const Fit *fit, int32_t piece, Place place)
{
    float *table = fit->from_begin;
    const int32_t line = place.line;
    const double here = *cell(table, fit, piece, place);
    const bool is_last = line == fit->line_count;
    if (!is_last)
        lower(cell(table, fit, piece, behind(line, false)), here + MISSING_COST);
    if (piece == fit->heard->count)
        return;
    lower(cell(table, fit, piece + 1, place), here + skip_cost(fit, piece));
    for (Group group = { .first = piece, .end = piece }; next_group(fit, &group);) {
        if (!is_last)
            lower(cell(table, fit, group.end, behind(line, true)),
                  here + group_cost(fit, &group, line));
        if (place.is_said)
            lower(cell(table, fit, group.end, place),
                  here + again_cost(fit, &group, line - 1));
    }
}

/* The least of every way on from a place, as known from where they lead to. */
static void look_ahead(const Fit *fit, int32_t piece, Place place)
{
    float *table = fit->to_end;
    const int32_t line = place.line;
    float *here = cell(table, fit, piece, place);
    const bool is_last = line == fit->line_count;
    if (!is_last)
        lower(here, MISSING_COST + *cell(table, fit, piece, behind(line, false)));
    if (piece == fit->heard->count)
        return;
    lower(here, skip_cost(fit, piece) + *cell(table, fit, piece + 1, place));
    for (Group group = { .first = piece, .end = piece }; next_group(fit, &group);) {
        if (!is_last)
            lower(here, group_cost(fit, &group, line) +
                            *cell(table, fit, group.end, behind(line, true)));
        if (place.is_said)
            lower(here, again_cost(fit, &group, line - 1) +
                            *cell(table, fit, group.end, place));
    }
}

static void clear(const Fit *fit, float *table)
{
    const size_t count = (size_t)(fit->heard->count + 1) * (size_t)place_count(fit);
    for (size_t i = 0; i < count; i++)
        table[i] = (float)FAR;
}

static double least_cost(const Fit *fit)
{
    const int32_t pieces = fit->heard->count, lines = fit->line_count;
    clear(fit, fit->to_end);
    *cell(fit->to_end, fit, pieces, (Place){ lines, false }) = 0;
    *cell(fit->to_end, fit, pieces, (Place){ lines, true }) = 0;
    for (int32_t piece = pieces; piece >= 0; piece--)
        for (int32_t i = place_count(fit) - 1; i >= 0; i--)
            look_ahead(fit, piece, place_of(i));
    return *cell(fit->to_end, fit, 0, (Place){ 0 });
}

static void find_from_begin(const Fit *fit)
{
    clear(fit, fit->from_begin);
    *cell(fit->from_begin, fit, 0, (Place){ 0 }) = 0;
    for (int32_t piece = 0; piece <= fit->heard->count; piece++)
        for (int32_t i = 0; i < place_count(fit); i++)
            go_on(fit, piece, place_of(i));
}

/* --- the way that was found --- */

static void put_clip(const Fit *fit, const Group *group, bool is_again, CutClip *clip)
{
    const CutPiece *pieces = fit->heard->pieces;
    clip->from_ms = pieces[group->first].from * CUT_FRAME_MS;
    clip->to_ms = pieces[group->end - 1].to * CUT_FRAME_MS;
    clip->times = is_again ? clip->times + 1 : 1;
    clip->state = CUT_SURE;
}

static bool is_it(float cost, double way)
{
    return (float)way <= cost;
}

/* The group that is the next line, or the last one once more, on the best way from here.
 */
static bool take_group(const Fit *fit, int32_t piece, Place *place, Group *group,
                       CutClip clips[])
{
    const float cost = *cell(fit->to_end, fit, piece, *place);
    const int32_t line = place->line;
    for (*group = (Group){ .first = piece, .end = piece }; next_group(fit, group);) {
        const bool is_next =
            line < fit->line_count &&
            is_it(cost, group_cost(fit, group, line) +
                            *cell(fit->to_end, fit, group->end, behind(line, true)));
        if (!is_next && (!place->is_said ||
                         !is_it(cost, again_cost(fit, group, line - 1) +
                                          *cell(fit->to_end, fit, group->end, *place))))
            continue;
        if (is_next)
            *place = behind(line, true);
        put_clip(fit, group, !is_next, &clips[place->line - 1]);
        return true;
    }
    return false;
}

static void follow(const Fit *fit, CutClip clips[])
{
    int32_t piece = 0;
    Place place = { 0 };
    memset(clips, 0, (size_t)fit->line_count * sizeof clips[0]);
    while (piece < fit->heard->count || place.line < fit->line_count) {
        Group group;
        const float cost = *cell(fit->to_end, fit, piece, place);
        const Place without = behind(place.line, false);
        if (place.line < fit->line_count &&
            is_it(cost, MISSING_COST + *cell(fit->to_end, fit, piece, without)))
            place = without;
        else if (take_group(fit, piece, &place, &group, clips))
            piece = group.end;
        else
            piece++;
    }
}

/* --- doubts --- */

static bool is_elsewhere(const Fit *fit, const Group *group, const CutClip *clip)
{
    const CutPiece *pieces = fit->heard->pieces;
    return abs(pieces[group->first].from - clip->from_ms / CUT_FRAME_MS) > ELSEWHERE ||
           abs(pieces[group->end - 1].to - clip->to_ms / CUT_FRAME_MS) > ELSEWHERE;
}

/* What the best way costs on which this line is elsewhere, or missing. */
static double cost_elsewhere(const Fit *fit, int32_t line, const CutClip *clip)
{
    double best = FAR;
    for (int32_t piece = 0; piece <= fit->heard->count; piece++) {
        const double here =
            fmin(*cell(fit->from_begin, fit, piece, (Place){ line, false }),
                 *cell(fit->from_begin, fit, piece, (Place){ line, true }));
        best = fmin(best, here + MISSING_COST +
                              *cell(fit->to_end, fit, piece, behind(line, false)));
        for (Group group = { .first = piece, .end = piece }; next_group(fit, &group);)
            if (is_elsewhere(fit, &group, clip))
                best = fmin(best,
                            here + group_cost(fit, &group, line) +
                                *cell(fit->to_end, fit, group.end, behind(line, true)));
    }
    return best;
}

static bool has_odd_length(const Fit *fit, int32_t line, const CutClip *clip)
{
    const double frames = (clip->to_ms - clip->from_ms) / (double)CUT_FRAME_MS;
    /* Long pauses make it longer: only what is too short is odd for sure. */
    return frames < fit->tempo * fit->expected_ms[line] &&
           length_cost(fit, frames, line) > ODD_COST;
}

static void find_doubts(const Fit *fit, double cost, CutClip clips[])
{
    find_from_begin(fit);
    for (int32_t line = 0; line < fit->line_count; line++) {
        CutClip *clip = &clips[line];
        if (clip->state == CUT_MISSING)
            continue;
        const bool is_close =
            clip->times == 1 && cost_elsewhere(fit, line, clip) < cost + DOUBT_COST;
        if (is_close || has_odd_length(fit, line, clip))
            clip->state = CUT_DOUBTFUL;
    }
}

/* --- all of it --- */

static double words_frames(const Fit *fit)
{
    double sum = 0;
    for (int32_t i = 0; i < fit->heard->count; i++) {
        const CutPiece *piece = &fit->heard->pieces[i];
        const int32_t pause = pause_before(fit, i);
        if (!piece->is_noise)
            sum += piece->to - piece->from + (pause < PAUSE_COUNTED ? pause : 0);
    }
    return sum;
}

static double use_tempo(Fit *fit, double tempo, double expected_ms)
{
    fit->tempo = tempo;
    fit->mean_line = tempo * expected_ms / fit->line_count;
    /* Nobody reads at half or twice the usual speed; and the more lines there are, the
     * less likely it is that all of them are halves of others. */
    const double off = log(tempo * CUT_FRAME_MS) / TEMPO_SIGMA;
    return least_cost(fit) + off * off / 2 * fit->line_count / TEMPO_LINES;
}

/* The tempo at which it fits best: what is missing or said twice makes a guess wrong. */
static void find_tempo(Fit *fit)
{
    double expected_ms = 0, best_cost = FAR, best = 0;
    for (int32_t i = 0; i < fit->line_count; i++)
        expected_ms += fit->expected_ms[i];
    const double guess = words_frames(fit) / expected_ms;
    for (int i = 0; i < TEMPOS; i++) {
        const double tempo = guess * pow(TEMPO_STEP, i - TEMPOS / 2);
        const double cost = use_tempo(fit, tempo, expected_ms);
        if (cost < best_cost) {
            best_cost = cost;
            best = tempo;
        }
    }
    use_tempo(fit, best, expected_ms);
}

static bool open_tables(Fit *fit)
{
    const size_t count = (size_t)(fit->heard->count + 1) * (size_t)place_count(fit);
    fit->from_begin = malloc(count * sizeof *fit->from_begin);
    fit->to_end = malloc(count * sizeof *fit->to_end);
    fit->likeness = calloc((size_t)fit->heard->count * GROUP_MAX, sizeof *fit->likeness);
    fit->same = calloc((size_t)fit->heard->count * GROUP_MAX, sizeof *fit->same);
    const int32_t pause = cut_usual_pause(fit->heard, fit->line_count - 1);
    fit->line_pause = pause == 0 ? 100 : fmax(50, fmin(400, pause));
    return fit->from_begin != NULL && fit->to_end != NULL && fit->likeness != NULL &&
           fit->same != NULL && pause >= 0;
}

bool cut_fit(const CutHeard *heard, const int32_t expected_ms[], int32_t line_count,
             CutClip clips[])
{
    Fit fit = { .heard = heard, .expected_ms = expected_ms, .line_count = line_count };
    const bool has_room = open_tables(&fit);
    if (has_room) {
        find_likeness(&fit);
        find_same(&fit);
        find_tempo(&fit);
        follow(&fit, clips);
        find_doubts(&fit, *cell(fit.to_end, &fit, 0, (Place){ 0 }), clips);
    }
    free(fit.from_begin);
    free(fit.to_end);
    free(fit.likeness);
    free(fit.same);
    return has_room;
}
