/* SPDX-License-Identifier: MIT */
/* Whether two stretches of a recording are the same words: their levels and colours laid
 * over each other, with a little time to give. */
#include "sound/cut_pieces.h"

#include <math.h>

enum {
    STEP = 2, /* frames: 20 ms */
    STEPS_MAX = 512,
    BAND = 9 /* steps by which one may be ahead of the other */
};

#define DEEP_DB 30.0   /* below its mean nothing counts any more */
#define SAME_DB 1.2    /* two readings of one line differ by less, on the mean … */
#define OTHER_DB 2.9   /* … and two lines by more */
#define RATIO_MAX 1.35 /* of their lengths */
#define FAR 1e9

/* What a stretch sounds like, each around its own mean. */
typedef struct Contour {
    int32_t count;
    float level[STEPS_MAX], colour[STEPS_MAX], depth[STEPS_MAX];
} Contour;

static void centre(float *values, int32_t count)
{
    double sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += values[i];
    for (int32_t i = 0; i < count; i++)
        values[i] = fmaxf((float)(values[i] - sum / count), (float)-DEEP_DB);
}

static void make_contour(const CutHeard *heard, int32_t from, int32_t to,
                         Contour *contour)
{
    contour->count = 0;
    for (int32_t f = from; f + STEP <= to && contour->count < STEPS_MAX; f += STEP) {
        const float level = (heard->level_db[f] + heard->level_db[f + 1]) / 2;
        const float edge = (heard->edge_db[f] + heard->edge_db[f + 1]) / 2;
        const float deep = (heard->deep_db[f] + heard->deep_db[f + 1]) / 2;
        contour->level[contour->count] = level;
        contour->depth[contour->count] = deep - level;
        contour->colour[contour->count++] = edge - level;
    }
    centre(contour->level, contour->count);
    centre(contour->colour, contour->count);
    centre(contour->depth, contour->count);
}

static double step_cost(const Contour *one, int32_t i, const Contour *other, int32_t k)
{
    return (fabs(one->level[i] - other->level[k]) +
            fabs(one->colour[i] - other->colour[k]) +
            fabs(one->depth[i] - other->depth[k])) /
           3;
}

static double lesser(double one, double other)
{
    return one < other ? one : other;
}

/* The least mean difference on any way through both that stays near the diagonal. */
static double difference_db(const Contour *one, const Contour *other)
{
    double before[STEPS_MAX + 1], now[STEPS_MAX + 1];
    for (int32_t k = 0; k <= other->count; k++)
        before[k] = k == 0 ? 0 : FAR;
    for (int32_t i = 1; i <= one->count; i++) {
        const int32_t middle = i * other->count / one->count;
        for (int32_t k = 0; k <= other->count; k++) {
            now[k] = FAR;
            if (k == 0 || k < middle - BAND || k > middle + BAND)
                continue;
            /* A diagonal step is two: else a way of corners would come cheaper. */
            const double cost = step_cost(one, i - 1, other, k - 1);
            now[k] =
                lesser(before[k - 1] + 2 * cost, lesser(before[k], now[k - 1]) + cost);
        }
        for (int32_t k = 0; k <= other->count; k++)
            before[k] = now[k];
    }
    return before[other->count] / (one->count + other->count);
}

double cut_likeness(const CutHeard *heard, int32_t from, int32_t to, int32_t other_from,
                    int32_t other_to)
{
    const double length = to - from, other_length = other_to - other_from;
    Contour one, other;
    if (length > other_length * RATIO_MAX || other_length > length * RATIO_MAX)
        return 0;
    make_contour(heard, from, to, &one);
    make_contour(heard, other_from, other_to, &other);
    if (one.count == 0 || other.count == 0)
        return 0;
    const double difference = difference_db(&one, &other);
    return fmax(0, fmin(1, (OTHER_DB - difference) / (OTHER_DB - SAME_DB)));
}
