/* SPDX-License-Identifier: MIT */
#include "sound/cut_pieces.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    THIN = 8,                      /* 48 kHz become 6 kHz */
    THIN_FRAME = CUT_FRAME / THIN, /* samples of a frame then */
    PITCH_WINDOW = 192,            /* 32 ms */
    LAG_MIN = 17,                  /* 350 Hz */
    LAG_MAX = 86,                  /* 70 Hz */
    PAUSE_MIN = 15,                /* frames: a shorter silence is part of a word */
    EDGE_MAX = 20,                 /* an "s" before or behind a piece is no longer */
    HISS_MAX = 25,
    KNOCK_MAX = 8, /* and no word is as short as this */
    PIECES_FIRST = 64
};

#define SILENT_DB (-120.0f)
#define RANGE_MIN_DB 6.0f /* between voice and noise: less is nothing to tell apart */
#define RANGE_MAX_DB 42.0f
#define VOICED_LIKENESS 0.5   /* of a wave with itself, one pitch period later */
#define VOICED_SHARE 0.25     /* of a piece that is words */
#define THIN_LOW_PASS 0.35f   /* 400 Hz at 6 kHz */
#define THIN_HIGH_PASS 0.118f /* 120 Hz at 6 kHz: below is rumble and mains */

/* --- levels --- */

static float to_db(double mean_square)
{
    return mean_square > 1e-12 ? (float)(10.0 * log10(mean_square)) : SILENT_DB;
}

/* 6 kHz, without what is below a voice. */
static void thin_out(CutSound sound, float *thin, int64_t count)
{
    float slow = 0;
    for (int64_t i = 0; i < count; i++) {
        int32_t sum = 0;
        for (int32_t k = 0; k < THIN; k++)
            sum += sound.samples[i * THIN + k];
        const float value = (float)sum / (THIN * 32768.0f);
        slow += THIN_HIGH_PASS * (value - slow);
        thin[i] = value - slow;
    }
}

static float thin_level(const float *thin)
{
    double sum = 0;
    for (int32_t i = 0; i < THIN_FRAME; i++)
        sum += (double)thin[i] * thin[i];
    return to_db(sum / THIN_FRAME);
}

/* From sample to sample: the higher, the more it counts. */
static float edge_level(const int16_t *samples)
{
    double sum = 0;
    for (int32_t i = 1; i < CUT_FRAME; i++) {
        const double step = (samples[i] - samples[i - 1]) / 32768.0;
        sum += step * step;
    }
    return to_db(sum / CUT_FRAME);
}

/* Whether the wave repeats itself at the pitch of a voice. */
static bool is_pitched(const float *wave)
{
    double best = 0;
    for (int32_t lag = LAG_MIN; lag <= LAG_MAX; lag++) {
        double product = 0, here = 1e-9, there = 1e-9;
        for (int32_t i = 0; i + lag < PITCH_WINDOW; i++) {
            product += (double)wave[i] * wave[i + lag];
            here += (double)wave[i] * wave[i];
            there += (double)wave[i + lag] * wave[i + lag];
        }
        const double likeness = product / sqrt(here * there);
        best = likeness > best ? likeness : best;
    }
    return best > VOICED_LIKENESS;
}

static float deep_level(const float *thin, float *deep)
{
    double sum = 0;
    for (int32_t i = 0; i < THIN_FRAME; i++) {
        *deep += THIN_LOW_PASS * (thin[i] - *deep);
        sum += (double)*deep * *deep;
    }
    return to_db(sum / THIN_FRAME);
}

static void measure(CutHeard *heard, CutSound sound, const float *thin)
{
    const int32_t count = heard->frame_count;
    float deep = 0;
    for (int32_t f = 0; f < count; f++) {
        heard->level_db[f] = thin_level(thin + (int64_t)f * THIN_FRAME);
        heard->deep_db[f] = deep_level(thin + (int64_t)f * THIN_FRAME, &deep);
        heard->edge_db[f] = edge_level(sound.samples + (int64_t)f * CUT_FRAME);
    }
}

static void smooth(float *db, int32_t count)
{
    float before = count > 0 ? db[0] : 0;
    for (int32_t f = 0; f + 1 < count; f++) {
        const float here = db[f];
        db[f] = (before + here + db[f + 1]) / 3;
        before = here;
    }
}

static int by_value(const void *a, const void *b)
{
    const float one = *(const float *)a, other = *(const float *)b;
    return (one > other) - (one < other);
}

/* What so many of a thousand frames are below. `room` is as large as the frames. */
static float quantile(const float *db, int32_t count, int32_t permille, float *room)
{
    memcpy(room, db, (size_t)count * sizeof *db);
    qsort(room, (size_t)count, sizeof *room, by_value);
    return room[(int64_t)(count - 1) * permille / 1000];
}

/* --- pieces --- */

/* What is louder than noise, and how loud noise is. */
typedef struct Gate {
    float on_db, off_db, edge_db;
} Gate;

/* False where there is nothing but noise. */
static bool make_gate(const CutHeard *heard, float *room, Gate *gate)
{
    const int32_t count = heard->frame_count;
    const float voice = quantile(heard->level_db, count, 950, room);
    const float loud_edge = quantile(heard->edge_db, count, 950, room);
    float noise = quantile(heard->level_db, count, 100, room);
    float noise_edge = quantile(heard->edge_db, count, 100, room);
    noise = fmaxf(noise, voice - RANGE_MAX_DB);
    noise_edge = fmaxf(noise_edge, loud_edge - RANGE_MAX_DB);
    const float range = voice - noise;
    gate->on_db = noise + fmaxf(5.0f, 0.40f * range);
    gate->off_db = noise + fmaxf(3.0f, 0.16f * range);
    gate->edge_db = noise_edge + fmaxf(4.0f, 0.20f * (loud_edge - noise_edge));
    return range >= RANGE_MIN_DB && voice > SILENT_DB / 2 - 10;
}

static bool add_piece(CutHeard *heard, int32_t *room, CutPiece piece)
{
    if (heard->count == *room) {
        const int32_t more = *room > 0 ? *room * 2 : PIECES_FIRST;
        CutPiece *pieces = realloc(heard->pieces, (size_t)more * sizeof *pieces);
        if (pieces == NULL)
            return false;
        heard->pieces = pieces;
        *room = more;
    }
    heard->pieces[heard->count++] = piece;
    return true;
}

/* From the first frame that is loud on, as long as it does not stay quiet. */
static CutPiece piece_at(const CutHeard *heard, const Gate *gate, int32_t loud)
{
    CutPiece piece = { .from = loud, .to = loud + 1 };
    const int32_t before = heard->count > 0 ? heard->pieces[heard->count - 1].to : 0;
    while (piece.from > before && heard->level_db[piece.from - 1] > gate->off_db)
        piece.from--;
    for (int32_t f = loud; f < heard->frame_count && f < piece.to + PAUSE_MIN; f++)
        if (heard->level_db[f] > gate->off_db)
            piece.to = f + 1;
    return piece;
}

static bool find_pieces(CutHeard *heard, const Gate *gate)
{
    int32_t room = 0;
    for (int32_t f = 0; f < heard->frame_count; f++) {
        if (heard->level_db[f] <= gate->on_db)
            continue;
        const CutPiece piece = piece_at(heard, gate, f);
        if (!add_piece(heard, &room, piece))
            return false;
        f = piece.to;
    }
    return true;
}

/* What hisses right before or behind a piece belongs to it. */
static void widen(CutHeard *heard, const Gate *gate, int32_t index)
{
    CutPiece *piece = &heard->pieces[index];
    const int32_t before = index > 0 ? heard->pieces[index - 1].to : 0;
    const int32_t after =
        index + 1 < heard->count ? heard->pieces[index + 1].from : heard->frame_count;
    const int32_t first = piece->from - EDGE_MAX, last = piece->to + EDGE_MAX;
    while (piece->from > before && piece->from > first &&
           heard->edge_db[piece->from - 1] > gate->edge_db)
        piece->from--;
    while (piece->to < after && piece->to < last &&
           heard->edge_db[piece->to] > gate->edge_db)
        piece->to++;
}

/* A breath that runs into a line is longer than any sound a word begins or ends with. */
static void trim(const CutHeard *heard, CutPiece *piece)
{
    int32_t first = piece->from, last = piece->to - 1;
    if (piece->voiced == 0)
        return;
    while (!heard->is_voiced[first])
        first++;
    while (!heard->is_voiced[last])
        last--;
    if (first - piece->from > HISS_MAX)
        piece->from = first - HISS_MAX;
    if (piece->to - last > HISS_MAX)
        piece->to = last + HISS_MAX;
}

static void tell_apart(CutHeard *heard, const float *thin, CutPiece *piece)
{
    const int64_t last = (int64_t)heard->frame_count * THIN_FRAME - PITCH_WINDOW;
    for (int32_t f = piece->from; f < piece->to; f++) {
        int64_t at = (int64_t)f * THIN_FRAME + THIN_FRAME / 2 - PITCH_WINDOW / 2;
        at = at < 0 ? 0 : at > last ? last : at;
        heard->is_voiced[f] = last >= 0 && is_pitched(thin + at);
        piece->voiced += heard->is_voiced[f];
    }
    trim(heard, piece);
    const int32_t length = piece->to - piece->from;
    piece->is_noise = length <= KNOCK_MAX || piece->voiced < VOICED_SHARE * length;
}

static bool listen(CutHeard *heard, CutSound sound, float *thin, float *room)
{
    Gate gate;
    thin_out(sound, thin, (int64_t)heard->frame_count * THIN_FRAME);
    measure(heard, sound, thin);
    smooth(heard->level_db, heard->frame_count);
    smooth(heard->edge_db, heard->frame_count);
    smooth(heard->deep_db, heard->frame_count);
    if (!make_gate(heard, room, &gate))
        return true;
    if (!find_pieces(heard, &gate))
        return false;
    for (int32_t i = 0; i < heard->count; i++) {
        widen(heard, &gate, i);
        tell_apart(heard, thin, &heard->pieces[i]);
    }
    return true;
}

bool cut_heard_open(CutHeard *heard, CutSound sound)
{
    *heard = (CutHeard){ .frame_count = (int32_t)(sound.count / CUT_FRAME) };
    const size_t count = heard->frame_count > 0 ? (size_t)heard->frame_count : 1;
    float *thin = malloc(count * THIN_FRAME * sizeof *thin);
    float *room = malloc(count * sizeof *room);
    heard->level_db = malloc(count * sizeof *heard->level_db);
    heard->edge_db = malloc(count * sizeof *heard->edge_db);
    heard->deep_db = malloc(count * sizeof *heard->deep_db);
    heard->is_voiced = calloc(count, sizeof *heard->is_voiced);
    const bool has_room = thin != NULL && room != NULL && heard->level_db != NULL &&
                          heard->edge_db != NULL && heard->deep_db != NULL &&
                          heard->is_voiced != NULL;
    const bool is_good =
        has_room && (heard->frame_count == 0 || listen(heard, sound, thin, room));
    free(thin);
    free(room);
    if (!is_good)
        cut_heard_close(heard);
    return is_good;
}

static int by_length(const void *a, const void *b)
{
    const int32_t one = *(const int32_t *)a, other = *(const int32_t *)b;
    return (one < other) - (one > other);
}

int32_t cut_usual_pause(const CutHeard *heard, int32_t most)
{
    int32_t *pauses = malloc((size_t)heard->count * sizeof *pauses);
    int32_t words = 0, last = -1;
    if (pauses == NULL)
        return -1;
    for (int32_t i = 0; i < heard->count; i++) {
        const CutPiece *piece = &heard->pieces[i];
        if (piece->is_noise)
            continue;
        if (last >= 0)
            pauses[words++] = piece->from - last;
        last = piece->to;
    }
    qsort(pauses, (size_t)words, sizeof *pauses, by_length);
    const int32_t between = most < words ? most : words;
    const int32_t usual = between > 0 ? pauses[between / 2] : 0;
    free(pauses);
    return usual;
}

void cut_heard_close(CutHeard *heard)
{
    free(heard->level_db);
    free(heard->edge_db);
    free(heard->deep_db);
    free(heard->is_voiced);
    free(heard->pieces);
    *heard = (CutHeard){ 0 };
}
